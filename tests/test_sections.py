"""What belongs to the report is told from what a site left inside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.sections import dateline, sections, sentences

BODY = "قال متحدث باسم الجيش إن ثلاثة جنود قتلوا في هجوم على نقطة تفتيش قرب المدينة."
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
]


@pytest.mark.parametrize(("text", "kinds"), SHAPES)
def test_kinds(text, kinds):
    assert [s.kind for s in sections(text)] == kinds.split()


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("بيروت - ", "بيروت"),
        ("الحسكة (سوريا) - ", "الحسكة (سوريا)"),
        ("غزة – ", "غزة"),
        ("صنعاء/عدن - ", "صنعاء/عدن"),
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


@given(st.text(alphabet="ابتث قال.؟!:،-()«»\n\r\u00a0٣5", max_size=200))
def test_sections_join_and_sentences_stay_inside(text):
    parts = sections(text)
    assert "".join(text[s.start : s.end] for s in parts) == (text if text.strip() else "")
    for sentence in sentences(text, parts):
        part = parts[sentence.section]
        assert part.start <= sentence.start < sentence.end <= part.end
