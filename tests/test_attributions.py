"""Who says what, in invented sentences."""

import csv
from itertools import groupby, pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpers import attributions, names, sections
from helpers.text import tokens
from tests.timed import smallest


def read(text):
    found = tokens(text)
    return attributions.find(text, found, sections.sentences(text, sections.sections(text)), names.find(found))


PATTERNS = Path(__file__).parent / "gold" / "attributions.csv"


def patterns():
    """The table's texts with their rows; texts that are not read right yet are expected to fail."""
    with PATTERNS.open(encoding="utf-8", newline="") as file:
        table = [row | {"content": row["content"].replace("¶", "\n")} for row in csv.DictReader(file)]
    for text, rows in groupby(table, key=lambda row: row["text"]):
        rows = list(rows)
        failing = pytest.mark.xfail(strict=True, reason="not read right yet") if rows[0]["note"] else ()
        yield pytest.param(text.replace("¶", "\n"), [r for r in rows if r["cue"]], marks=failing, id=text[:40])


@pytest.mark.parametrize("text, rows", list(patterns()))
def test_sentence_patterns(text, rows):
    found = read(text)
    said = sorted(
        (a.cue, "" if a.carried_over else a.source_text, text[a.content_start : a.content_end]) for a in found
    )
    assert said == sorted((row["cue"], row["source"], row["content"]) for row in rows)
    for row in rows:
        (act,) = (a for a in found if (a.cue, text[a.content_start : a.content_end]) == (row["cue"], row["content"]))
        assert row["canonical"] in ("", act.source)
        assert row["type"] in ("", act.source_type)


def test_there_are_enough_patterns_and_few_are_not_read_right():
    with PATTERNS.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert len(table) >= 150
    texts = {row["text"]: row["note"] for row in table}
    assert sum(map(bool, texts.values())) <= len(texts) // 12


ONE = [
    ("قال مصدر طبي إن تسعة أشخاص قتلوا.", "قال", "مصدر طبي", "إن تسعة أشخاص قتلوا"),
    ("أعلنت وزارة الصحة في غزة، الجمعة، مقتل 12 شخصا.", "أعلنت", "وزارة الصحة في غزة", "مقتل 12 شخصا"),
    ("لكن مصادر محلية قالت إن القصف توقف.", "قالت", "مصادر محلية", "إن القصف توقف"),
    ("وكان قائد الشرطة قد أشار أمس إلى وقوع ضحايا.", "أشار", "قائد الشرطة", "وقوع ضحايا"),
    (
        "قتل خمسة جنود في تفجير، وفق المرصد السوري لحقوق الإنسان.",
        "وفق",
        "المرصد السوري لحقوق الإنسان",
        "قتل خمسة جنود في تفجير",
    ),
    ("وبحسب المنظمة الدولية للهجرة، نزح ألف شخص.", "وبحسب", "المنظمة الدولية للهجرة", "نزح ألف شخص"),
    ("ونقلت رويترز عن ضابط كبير أن الجسر دمر.", "ونقلت رويترز عن", "ضابط كبير", "أن الجسر دمر"),
    ("وقال سامر حداد لقناة الجزيرة: «خسرنا كل شيء هنا».", "وقال", "سامر حداد", "«خسرنا كل شيء هنا»"),
    ("ونفت قوات الدعم السريع مهاجمة القرية.", "ونفت", "قوات الدعم السريع", "مهاجمة القرية"),
    ("وأكد بيان صادر عن قيادة الجيش مقتل جنديين.", "وأكد", "بيان صادر عن قيادة الجيش", "مقتل جنديين"),
    ("وجاء في بيان للجيش أن الطريق أغلق.", "وجاء في", "بيان للجيش", "أن الطريق أغلق"),
    ("وقال مدير المستشفى الدكتور علي حسين إن بينهم طفلا.", "وقال", "علي حسين", "إن بينهم طفلا"),
    ("ووصف ضابط القصف بأنه عنيف.", "ووصف", "ضابط القصف", "بأنه عنيف"),
    ("قال سامر (45 عاما): «خرجنا من البيت فقط».", "قال", "سامر", "«خرجنا من البيت فقط»"),
    ("قتل ثلاثة أشخاص، حسبما أفاد مصدر أمني.", "حسبما أفاد", "مصدر أمني", "قتل ثلاثة أشخاص"),
    ("وطالبت الأمم المتحدة الأطراف بوقف القتال.", "وطالبت", "الأمم المتحدة", "الأطراف بوقف القتال"),
]
NONE = [
    "يذكر أن الحرب بدأت قبل عامين.",
    "ومن المتوقع أن تستمر المعارك.",
    "ولم تعلن أي جهة مسؤوليتها عن الهجوم.",
    "وأعلن الحكم نهاية المباراة.",
    "وتابع الجيش تقدمه نحو المدينة.",
    "اندلع قتال بين الحكومة والمعارضة.",
    "الهجوم الذي أعلنت حركة حماس مسؤوليتها عنه أوقع قتلى.",
    "تم وفق الاتفاق نقل الجرحى.",
    "نشر الجيش جنودا على الحدود.",
    "وأضاف أن الطريق مغلق.",
    "ويعتقد أن الجيش انسحب من البلدة.",
    "ولم يؤكد الجيش مقتل جنوده.",
]


@pytest.mark.parametrize("text, cue, source, content", ONE)
def test_one_statement(text, cue, source, content):
    (found,) = read(text)
    assert (found.cue, found.source, text[found.content_start : found.content_end]) == (cue, source, content)


@pytest.mark.parametrize("text", NONE)
def test_no_statement(text):
    assert read(text) == []


CARRIED = [
    ("قال العقيد سالم ناصر إن الطريق آمن. وأضاف أن القوات انتشرت.", ["سالم ناصر", "سالم ناصر"]),
    ("قال العقيد سالم ناصر إن الطريق آمن. وقال ناصر إن القوات انتشرت.", ["سالم ناصر", "سالم ناصر"]),
    ("أكد مصدر أمني مقتل جنديين، مشيرا إلى أن ثالثا جرح.", ["مصدر أمني", "مصدر أمني"]),
    ("قال قائد ميداني إن الهجوم فشل. وأوضح القائد أن القتال توقف.", ["قائد ميداني", "قائد ميداني"]),
    ("قال العقيد سالم ناصر إن الطريق آمن. ونفت القوات ذلك. وأضاف أن الجسر سليم.", ["سالم ناصر", "القوات", "سالم ناصر"]),
    ("قالت الوزيرة إن السد آمن. وقال مهندس إنه قديم. وأضافت أن الصيانة بدأت.", ["الوزيرة", "مهندس", "الوزيرة"]),
    ("قال ناجون إن القارب غرق. وأضافوا أنهم سبحوا.", ["ناجون", "ناجون"]),
    ("ونقلت صحيفة الأفق عن ضابط أن القصف توقف. وأضافت أن الجنود غادروا.", ["ضابط", "صحيفة الأفق"]),
    ("قضت المحكمة ببراءة المتهم، وقالت إن الأدلة ضعيفة.", ["المحكمة"]),
    ("قال مسؤول محلي إن خمسة قتلوا، بينما أكدت مصادر طبية مقتل ستة.", ["مسؤول محلي", "مصادر طبية"]),
    ("قال ناطق عسكري إن تنظيم الدولة الإسلامية انسحب. وزعم التنظيم أنه باق.", ["ناطق عسكري", "تنظيم الدولة الإسلامية"]),
]


@pytest.mark.parametrize("text, sources", CARRIED)
def test_later_verbs_go_to_the_right_speaker(text, sources):
    assert [a.source for a in read(text)] == sources


FIELDS = [
    ("قال المتحدث باسم قوات سوريا الديمقراطية كمال درويش لرويترز إن القتال توقف.", "source_type", "named_person"),
    ("قال المتحدث باسم قوات سوريا الديمقراطية كمال درويش لرويترز إن القتال توقف.", "source_party", "sdf"),
    ("قال المتحدث باسم قوات سوريا الديمقراطية كمال درويش لرويترز إن القتال توقف.", "via", "رويترز"),
    ("قال مسؤول أمريكي إن الضربة أصابت هدفها.", "source_party", "us"),
    ("قال شاهد إنه رأى جثتين.", "source_type", "witness"),
    ("ذكر التقرير أن المدرسة دمرت.", "source_type", "document"),
    ("وكتب وزير الدفاع على تويتر: «انتهت المعركة اليوم هنا».", "via", "تويتر"),
    ("قال ضابط «لن نتراجع عن هذه الأرض أبدا».", "mode", "direct"),
    ("قال ضابط إن القوات حققت «تقدما بسيطا» هناك.", "mode", "mixed"),
    ("قال ضابط إن تنظيم «داعش» انسحب.", "mode", "indirect"),
    ("زعم مسؤول أن المدينة سقطت.", "commitment", "doubts"),
    ("نفى مسؤول سقوط المدينة.", "commitment", "denies"),
    ("أكد مسؤول سقوط المدينة.", "commitment", "asserts"),
    ("توقع مسؤول سقوط المدينة.", "commitment", "expects"),
]


@pytest.mark.parametrize("text, field, value", FIELDS)
def test_what_is_known_of_a_statement(text, field, value):
    (found,) = read(text)
    assert getattr(found, field) == value


def test_a_verb_that_goes_on_keeps_how_the_speaker_was_named_last():
    *_, last = read("قال العقيد سالم ناصر إن الطريق آمن. وأكد العقيد أن القوات انتشرت. وأضاف أن الجسر سليم.")
    assert (last.source, last.source_text, last.source_start) == ("سالم ناصر", "العقيد", None)


def test_a_statement_inside_a_statement_has_a_parent():
    outer, inner = read("قال كمال درويش إن قيادة الجيش أكدت مقتل سبعة جنود.")
    assert (outer.parent, inner.parent, inner.source) == (None, 0, "قيادة الجيش")


@pytest.mark.parametrize("text", ["8 حسب»2", "ت على قول«ع"])
def test_a_quotation_without_words_names_nobody(text):
    assert all(a.source_start is None or a.source_start < a.source_end for a in read(text))


def test_quotation_marks_swapped_or_with_a_full_stop_inside():
    text = "وقال ضابط ”وصلنا إلى الجسر. والقتال مستمر حتى الآن“ قرب النهر."
    (found,) = read(text)
    assert text[found.content_start : found.content_end] == "”وصلنا إلى الجسر. والقتال مستمر حتى الآن“"


def test_a_headline_with_a_colon():
    (found, *_) = read("الأمم المتحدة: نزوح مئة ألف شخص\n\nاستمر القتال في المدينة أمس.")
    assert (found.cue, found.source) == (":", "الأمم المتحدة")


WORDS = [
    *"قال وأضاف وأضافت وقالوا مصدر أمني إن ، . “ ” ( ) : وفق نقلت عن داعش مقتل بحسب ما أعلنته الذي وهو زعم".split(),
    *"مشيرا إلى سالم الوزيرة السكان قالت له أبلغه لرويترز فضل عدم ذكر اسمه يدعى لكن 12 ونفت القوات ولم يعلق".split(),
    "\n",
]


@settings(max_examples=200)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
@example(["قال", ":", "قال"])
def test_spans_lie_in_the_text_and_cues_and_sources_stay_apart(words):
    text = " ".join(words)
    found = read(text)
    for a in found:
        assert text[a.cue_start : a.cue_end] == a.cue
        assert 0 <= a.start <= a.content_start < a.content_end <= a.end <= len(text)
        assert (a.source_start is None) == a.carried_over
        if a.source_start is not None:
            assert text[a.source_start : a.source_end] == a.source_text
            assert a.source_text.strip() not in ("ه", "ها", "هم", "له", "لها", "لهم", "عنه", "إنه")
            assert (a.source_start, a.source_end) != (a.content_start, a.content_end)
            inside = a.content_start <= a.source_start and a.source_end <= a.content_end
            assert not inside or a.content_start < a.cue_start  # «وباتت القوات، بحسب المرصد، تسيطر على …»
        if a.parent is not None:
            outer = found[a.parent]
            assert outer.content_start <= a.cue_start and a.cue_end <= outer.content_end
    assert all(a.cue_end <= b.cue_start for a, b in pairwise(sorted(found, key=lambda a: a.cue_start)))


def _cost(text: str) -> float:
    """Seconds of this process alone, so that a busy machine does not count."""
    began = process_time()
    read(text)
    return process_time() - began


def test_the_time_is_linear():
    report = "قال مصدر أمني إن ثلاثة قتلوا، بحسب الشرطة. وأضاف أن «خمسة» جرحوا، مشيرا إلى وقوع أضرار.\n" * 60
    assert smallest(lambda: _cost(report * 4) / _cost(report), 8) < 8
