"""What belongs to the report is told from what a site left inside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.sections import LONGEST_SENTENCE, dateline, sections, sentences

BODY = "قال متحدث باسم الجيش إن ثلاثة جنود قتلوا في هجوم على نقطة تفتيش قرب المدينة."
LONG = f"{BODY[:-1]} صباح اليوم الأحد بحسب ما أفاد به مصدر في المستشفى الجنوبي"
HEAD, BARE = "غارة على سوق في الفاشر توقع قتلى", "ونزحت مئات العائلات من الحي"
SHAPES = [
    (f"هجوم على نقطة تفتيش\n\n{BODY}", "headline body"),
    (f"{BODY}\n{BODY}", "body body"),
    (f"هجوم على نقطة تفتيش\n\nخلاصة ما جرى في سطر واحد.\n\nدمشق - {BODY}", "headline standfirst body"),
    (
        f"هجوم على نقطة تفتيش\n\nالجيش يتقدم في الشمال\nنزوح مئات العائلات من القرى\n\nحلب - {BODY}",
        "headline teaser teaser body",
    ),
    (f"هجوم على نقطة تفتيش\n\n{BODY}\n\nنزوح مئات العائلات من القرى\n\n{BODY}", "headline body caption body"),
    (f"هجوم على نقطة تفتيش\n\n{BODY}\n\nالمصدر : وكالات", "headline body credit"),
    (f"هجوم على نقطة تفتيش\n\nرويترز – العربية\n\n{BODY}", "headline credit body"),
    (f"هجوم على نقطة تفتيش\n\n{BODY}\n\nشكرا للتعليق على المقال", "headline body furniture"),
    ("", ""),
    (" \n\n ", ""),
    ("مقتل خمسة جنود في هجوم بمأرب", "body"),
    (f"{HEAD}\nونزحت مئات العائلات", "headline body"),
    (f"{BODY[:-1]}", "body"),
    # without stops, a short line is as good as any
    (f"{HEAD}\n\n{LONG}\n\n{LONG}\n\nوقال شهود إن القصف استمر ساعتين", "headline body body body"),
    (f"{HEAD}\n\nالفاشر (السودان) - {LONG}\n\n{BARE}", "headline body body"),
    (f"{HEAD}\n\nمصدر طبي يتحدث عن إصابات\n\nالفاشر - {LONG}\n\n{LONG}", "headline standfirst body body"),
    (f"{HEAD}\n{BARE}\nالدفاع المدني: انتشال أربع جثث\nوصول التعزيزات إلى المنطقة.", "headline body body body"),
    (f'{HEAD}\n\nقال المدير "قتل خمسة في القصف"\n\n{BARE}', "headline body body"),
    # with stops, what is short and bare is a link, unless it opens like an entry or goes on from the line before
    (f"{HEAD}\n\n{BODY}\n\nخلفية الصراع في الإقليم\n\n{BODY}", "headline body caption body"),
    (f"{HEAD}\n\n{BODY}\n- خمسة قتلى في حي الزيتون\n• جريح في المخيم القديم\n{BODY}", "headline body body body body"),
    (f"{HEAD}\n14:30 قصف يوقع خمسة قتلى\n14.10 صفارات الإنذار تدوي\n{BODY}", "headline body body body"),
    (f'{HEAD}\n\n{BODY}\n\nوأضاف "لم يبق دواء في المستشفى"\n\n{BODY}', "headline body body body"),
    (f"{HEAD}\n\n{BODY}\n\nآثار القصف على السوق (رويترز)\n\n{BODY}", "headline body caption body"),
    (f"{HEAD}\n\n{LONG}.\n\nنزوح مستمر\n\n{LONG}\n\n{LONG}.", "headline body body body body"),
    (f"ماذا يحدث في الفاشر؟\n\n{BODY}", "headline body"),
]
LINES = [  # one line between two paragraphs
    ("شارك", "furniture"),
    ("// انتهى //", "furniture"),
    ("طباعة مشاركة", "furniture"),
    ("***", "furniture"),
    ("آخر تحديث: 12 مارس 2019 - 14:30", "furniture"),
    ("جميع الحقوق محفوظة لموقع الأخبار", "furniture"),
    ("اقرأ أيضا: مقتل أربعين في هجوم على نيالا", "furniture"),
    ("شارك 300 مقاتل في الهجوم.", "body"),
    ("انتهى القتال في المدينة بمقتل ثلاثين شخصا.", "body"),
    ("إعلان حالة الطوارئ بعد مقتل أربعين.", "body"),
    ("تابعنا القصف من السطح.", "body"),
    ("آخر تحديث: قتل ثلاثون شخصا في القصف على السوق.", "body"),
    ("المزيد من القتلى سقطوا مساء أمس.", "body"),
    ("المصدر : الجزيرة + وكالات", "credit"),
    ("كتب: محمد سعيد", "credit"),
    ("غزة - الأناضول", "credit"),
    ("أحمد علي - الجزيرة نت", "credit"),
    ("الشرق الأوسط – التلغراف", "credit"),
    ("المصدر العسكري أكد مقتل خمسة", "caption"),
    ("رويترز: مقتل خمسة جنود", "caption"),
    ("رويترز - الجيش: مقتل جنديين", "caption"),
    ("العرب يدينون القصف", "caption"),
    ("سبق - مقتل 5 جنود", "caption"),
]


@pytest.mark.parametrize(("text", "kinds"), SHAPES)
def test_kinds(text, kinds):
    assert [s.kind for s in sections(text)] == kinds.split()


@pytest.mark.parametrize(("line", "kind"), [*LINES, ("آخر تحديث: قتل ثلاثون.", "body")])
def test_a_line_between_paragraphs(line, kind):
    assert sections(f"{HEAD}\n\n{BODY}\n\n{line}\n\n{BODY}")[2].kind == kind


@pytest.mark.parametrize("line", [line for line, kind in LINES if kind == "body"])
def test_words_that_buttons_share_are_not_taken_from_a_report_without_stops(line):
    assert sections(f"{HEAD}\n\n{LONG}\n\n{line[:-1]}\n\n{LONG}")[2].kind == "body"


@pytest.mark.parametrize("body", [BODY, LONG])
def test_what_stands_under_a_label_for_links_is_a_link(body):
    text = f"{HEAD}\n\n{body}\n\nاقرأ أيضا\nمقتل خمسين في هجوم على الخرطوم\n\n{body}"
    assert [s.kind for s in sections(text)] == "headline body furniture caption body".split()


ASIDES = [
    "قتل 12 شخصا - بينهم أطفال - في قصف على السوق.",
    "ستة قتلى - بحسب مصدر طبي - نقلوا إلى المستشفى.",
    "قوات النظام - المدعومة من روسيا - قصفت ثلاث قرى.",
    "سكان كفرزيتا - وهم ألف شخص - نزحوا.",
    "الأنجلو-أمريكية تقصف القرية.",
    "حماس - كما قال أنصارها.",
    "كفرزيتا القديمة - وقد عاد أهلها - قصفت أمس.",
    "مقتل جنديين - هذا ما أعلنه الجيش صباح اليوم.",
    "الجيش الحر - هكذا يسمى - نفى ذلك.",
    "أهالي كفرزيتا القديمة - ثم عادوا.",
    "كوفيد-19 يقتل عشرين شخصا في المخيم.",
]


@pytest.mark.parametrize("line", ASIDES)
def test_an_aside_is_no_dateline(line):
    parts = sections(line)
    assert dateline(line, parts) is None
    assert [line[s.start : s.end] for s in sentences(line, parts)] == [line]


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("بيروت - ", "بيروت"),
        ("الحسكة (سوريا) - ", "الحسكة (سوريا)"),
        ("غزة – ", "غزة"),
        ("صنعاء/عدن - ", "صنعاء/عدن"),
        ("دمشق-", "دمشق"),
        ("كفرزيتا - ", "كفرزيتا"),
        ("بيروت 11 مارس آذار (رويترز) - ", "بيروت 11 مارس آذار (رويترز)"),
        ("", None),
    ],
)
def test_dateline(opening, place):
    text = f"هجوم على نقطة تفتيش\n\n{opening}{BODY}"
    parts = sections(text)
    assert dateline(text, parts) == place
    assert [text[s.start : s.end] for s in sentences(text, parts)][-1] == BODY


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("قتل ثلاثة. وجرح أربعة.", 2),
        ("بلغت النسبة 2.5 في المئة. انتهى.", 2),
        ("انتهت المعركة.وأضاف المصدر أنها توقفت.", 2),
        ("أفادت وكالة دي.إيه.إن بذلك.", 1),
        ("هل قتل أحد؟ لا نعلم!", 2),
    ],
)
def test_sentences(text, count):
    assert len(sentences(text, sections(text))) == count


@pytest.mark.parametrize("mark", ["", "،", " و"])
def test_a_text_without_stops_is_cut_at_a_sensible_length(mark):
    words = f"قتل 1,250 شخصا في المدينة{mark} " * 400
    parts = sections(words)
    cut = [words[s.start : s.end] for s in sentences(words, parts)]
    assert all(len(sentence) <= LONGEST_SENTENCE for sentence in cut) and len(cut) < 30
    assert " ".join(cut).split() == words.split(), "no word and no number is cut"


@pytest.mark.parametrize("blank", ["\u200f ", "\u202b\u202c", "\u2067\u2069 \u200d"])
def test_a_line_that_shows_nothing_is_no_line(blank):
    assert not sections(blank)
    text = f"{blank}\nمقتل 3 في حلب\n{blank}\nقال متحدث إن ثلاثة قتلوا."
    assert [part.kind for part in sections(text)] == ["headline", "body"]


@given(st.text(alphabet="ابتث قال.؟!:،-()«»\n\r\u00a0٣5", max_size=200))
def test_sections_join_and_sentences_stay_inside(text):
    parts = sections(text)
    assert "".join(text[s.start : s.end] for s in parts) == (text if text.strip() else "")
    for sentence in sentences(text, parts):
        part = parts[sentence.section]
        assert part.start <= sentence.start < sentence.end <= part.end
