"""Quantities: qualifiers, ranges, vague words and duals; what is left open stays open."""

import pytest

from helpers import quantities
from helpers.units import converted
from tests.bracketed import cases

SIGNS = {"exact": "", "approximate": "~", "more_than": ">", "at_least": ">=", "less_than": "<", "at_most": "<="}
CASES = [
    # text, low, best, high, precision
    ("12 شخصا", 12, 12, 12, "exact"),
    ("أكثر من 20 ألفا", 20000, None, None, "more_than"),
    ("ما يزيد على مئة", 100, None, None, "more_than"),
    ("وأكثر من ألفي نازح", 2000, None, None, "more_than"),
    ("ما لا يقل عن 5 قتلى", 5, None, None, "at_least"),
    ("12 شخصا على الأقل", 12, None, None, "at_least"),
    ("لا يزيد على عشرة", None, None, 10, "at_most"),
    ("أقل من كيلومتر مربع", None, None, 1, "less_than"),
    ("نحو ستين ألفا", None, 60000, None, "approximate"),
    ("زهاء مئة", None, 100, None, "approximate"),
    ("ستين تقريبا", None, 60, None, "approximate"),
    ("من 400 إلى 600 مقاتل", 400, None, 600, "range"),
    ("بين عشرين وثلاثين قتيلا", 20, None, 30, "range"),
    ("ومن 3 إلى 5 آلاف", 3000, None, 5000, "range"),
    ("20-30 شخصا", 20, None, 30, "range"),
    ("ثلاثة أو أربعة", 3, None, 4, "range"),
    ("العشرات", 20, None, 99, "vague"),
    ("مئات الآلاف", 200000, None, 999999, "vague"),
    ("بضعة آلاف", 3000, None, 9000, "vague"),
    ("بضع قرى", 3, None, 9, "vague"),
    ("العديد من الجرحى", None, None, None, "vague"),
    ("عدد كبير من الألغام", None, None, None, "vague"),
    ("صاروخين", 2, 2, 2, "exact"),
    ("قريتان", 2, 2, 2, "exact"),
    ("أحد المقاتلين", 1, 1, 1, "exact"),
    ("مدني واحد", 1, 1, 1, "exact"),
]


@pytest.mark.parametrize(("text", "low", "best", "high", "precision"), CASES)
def test_values(text, low, best, high, precision):
    found = quantities.read(text)
    assert [(q.low, q.best, q.high, q.precision) for q in found] == [(low, best, high, precision)]


def said(q: quantities.Quantity) -> str:
    """A quantity as the table writes it: «~50 شخص», «20..30 %», «200..999 hundreds», «? several»."""
    low, best, high = (f"{value:.15g}" if value is not None else "" for value in (q.low, q.best, q.high))
    between = f"{low}..{high}" if low else "?"
    value = {"vague": f"{between} {q.vague}", "range": between}.get(q.precision) or SIGNS[q.precision] + (
        low or best or high
    )
    return " ".join(filter(None, (value, q.unit)))


@pytest.mark.parametrize(("text", "spans", "expected"), cases("quantities"), ids=[c[0] for c in cases("quantities")])
def test_table(text, spans, expected):
    found = quantities.read(text)
    assert [(q.start, q.end) for q in found] == spans
    assert [said(q) for q in found] == expected


@pytest.mark.parametrize("text", ["مقاتلين في القرية", "سكان المدينة", "أحد لا يعلم", "كيلومتر مربع", "سوريا والعراق"])
def test_no_quantity(text):
    assert quantities.read(text) == []


@pytest.mark.parametrize(
    ("text", "unit", "counted"),
    [
        ("20 ألفا من المدنيين خلال أيام", "مدني", "من المدنيين"),
        ("مئات العوائل نزحت", "عائلة", "العوائل"),
        ("4 كيلومترات مربعة في الشرق", "كيلومتر مربع", "كيلومترات مربعة"),
        ("45 في المئة", "%", None),
        ("آلاف المدنيين\n\nبيروت", "مدني", "المدنيين"),
    ],
)
def test_what_is_counted(text, unit, counted):
    (q,) = quantities.read(text)
    assert (q.unit, q.counted) == (unit, counted)


def test_a_rise_is_no_range():
    found = quantities.read("ارتفع عدد القتلى من 12 إلى 19 قتيلا")
    assert [(q.best, q.precision) for q in found] == [(12, "exact"), (19, "exact")]


def test_the_span_holds_the_qualifier_and_the_number_span_does_not():
    text = "قتل أكثر من 20 شخصا"
    (q,) = quantities.read(text)
    assert (text[q.start : q.end], text[q.number_start : q.number_end]) == ("أكثر من 20", "20")


@pytest.mark.parametrize(
    ("text", "low", "best", "high", "unit"),
    [
        ("300 متر", 0.3, 0.3, 0.3, "km"),
        ("خمسة كيلومترات", 5, 5, 5, "km"),
        ("أكثر من 10 أميال", 16.09344, None, None, "km"),
        ("نحو 40 دونما", None, 0.04, None, "km²"),
        ("من 2 إلى 3 هكتارات", 0.02, None, 0.03, "km²"),
        ("عشرة أفدنة", 0.042, 0.042, 0.042, "km²"),
        ("48 ساعة", 2, 2, 2, "day"),
        ("أسبوعين", 14, 14, 14, "day"),
        ("أقل من طن", None, None, 1000, "kg"),
        ("500 غرام", 0.5, 0.5, 0.5, "kg"),
        ("مئات الأطنان", 200000, None, 999000, "kg"),
        ("20 دينارا كويتيا", 20, 20, 20, "دينار"),
        ("45 في المئة", 45, 45, 45, "%"),
    ],
)
def test_converted_values(text, low, best, high, unit):
    assert [converted(q) for q in quantities.read(text)] == [(low, best, high, unit)]


def test_what_has_no_base_unit():
    assert [converted(q) for q in quantities.read("20 شخصا، ومئة")] == [None, None]


def test_what_a_number_has_taken_in_is_no_second_quantity():
    assert len(quantities.read("1.5 عقدان ونصف الساعة")) == 1
