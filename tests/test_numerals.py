"""Numerals, one literal a line; invented sentences."""

import itertools
import random

import pytest
import tafqit
from hypothesis import given
from hypothesis import strategies as st

from helpers import numerals
from tests.bracketed import cases

VALUES = [
    ("ثلاثة", [3]),
    ("إحدى عشرة", [11]),
    ("اثنا عشر", [12]),
    ("ثماني عشرة", [18]),
    ("خمسة وعشرون", [25]),
    ("مئة", [100]),
    ("مائتان", [200]),
    ("ثلاثمئة وأربعون", [340]),
    ("ثلاث مائة", [300]),
    ("ألف وواحد", [1001]),
    ("ألفان وخمسمئة", [2500]),
    ("ثلاثة آلاف ومئتان", [3200]),
    ("مئة وخمسة وعشرون ألفا وثلاثمئة", [125300]),
    ("مليون ومئتان وخمسون ألفا", [1250000]),
    ("مليوني نازح", [2000000]),
    ("ملياران", [2000000000]),
    ("نصف مليون", [500000]),
    ("مليون ونصف المليون", [1500000]),
    ("ثلاثة ونصف", [3.5]),
    ("ثلاثة أرباع", [0.75]),
    ("20 ألفا", [20000]),
    ("أسرت القوات أكثر من 6\nآلاف جندي", [6000]),
    ("أسرت القوات أكثر من ستة\nآلاف جندي", [6000]),
    ("شردت المعارك أكثر من 16\nألف شخص", [16000]),
    ("أسرت القوات أكثر من 6\nألف جندي", [6, 1000]),
    ("القتلى: 16\nألف نازح في العراء", [16, 1000]),
    ("عدد القتلى في القصف 16\nألف نازح في العراء", [16, 1000]),
    ("١٢ ألفاً", [12000]),
    ("3,5 مليون", [3500000]),
    ("1.250 مليون", [1250000]),
    ("12,500", [12500]),
    ("12.500", [12500]),
    ("20 000", [20000]),
    ("١٬٢٣٤٫٥", [1234.5]),
    ("ألفا مقاتل", [2000]),
    ("ألفاً ومئتين", [1200]),
    ("عشرين ألفا", [20000]),
    ("-4 درجات", [-4]),
    ("سالب خمسة", [-5]),
    ("وثلاثة جرحى", [3]),
    ("بألفين", [2000]),
    ("لعشرين", [20]),
    ("و18 جريحا", [18]),
    ("250كم", [250]),
    ("خمسة وعشرة", [5, 10]),
    ("عشرون وثلاثون", [20, 30]),
    ("400-600", [400, 600]),
    ("10 قتلى و20 جريحا", [10, 20]),
    ("قتل ألف، وخمسون جرحوا", [1000, 50]),
    ("ثلاثة\nوعشرون", [3, 20]),
    ("ثلاثة و عشرون", [23]),
    ("مئة وأحد عشر", [111]),
    ("مئة ألف وألف وستمئة", [101600]),
    ("مليون ونصف مليون", [1500000]),
    ("مليونين ونصف المليون", [2500000]),
    ("ثلاثة فاصلة خمسة", [3.5]),
    ("صفر فاصلة صفر خمسة", [0.05]),
    ("ثلاثة فاصلة خمسة مليون", [3500000]),
    ("خمس السكان", [0.2]),
    ("خمس سنوات", [5]),
    ("+5 درجات", [5]),
]
NOTHING = [
    "12:45",
    "2019-03-12",
    "10/3/2019",
    "0912345678",
    "+963 11 555",
    "يوم الاثنين",
    "يوم الأحد",
    "أحد المقاتلين",
    "دفعة واحدة",
    "لست أدري",
    "عشرات القتلى",
    "كانون الثاني",
    "طائرة إف-16",
    "صاروخ S-300",
    "كوفيد-19",
    "F16",
    "الملك عبد الله الثاني",
    "ميدان السبعين",
]
KINDS = [
    ("45 في المئة", "percent"),
    ("٤٥٪", "percent"),
    ("%50", "percent"),
    ("عشرون بالمئة", "percent"),
    ("الثاني", "ordinal"),
    ("الغارة الـ15", "ordinal"),
    ("الحادي والعشرون", "ordinal"),
    ("الثالث عشر", "ordinal"),
    ("نصف", "fraction"),
    ("ثلثا", "fraction"),
    ("سبعة", "cardinal"),
]


@pytest.mark.parametrize(("text", "values"), VALUES)
def test_values(text, values):
    assert [n.value for n in numerals.read(text)] == values


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_number(text):
    assert numerals.read(text) == []


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kinds(text, kind):
    assert [n.kind for n in numerals.read(text)] == [kind]


@pytest.mark.parametrize(("text", "spans", "expected"), cases("numerals"), ids=[case[0] for case in cases("numerals")])
def test_table(text, spans, expected):
    found = numerals.read(text)
    assert [(n.start, n.end) for n in found] == spans
    assert [f"{n.value:.15g}" + (f" {n.kind}" if n.kind != "cardinal" else "") for n in found] == expected


def test_a_span_leaves_clitics_out_and_takes_the_article_in():
    text = "فالخمسون وبثلاثة آلاف"
    assert [text[n.start : n.end] for n in numerals.read(text)] == ["الخمسون", "ثلاثة آلاف"]


@given(st.integers(0, 10**12))
def test_digits_round_trip(n):
    assert [x.value for x in numerals.read(f"بلغ العدد {n:,} شخصا")] == [n]
    assert [x.value for x in numerals.read(str(n).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")))] == [n]


@given(st.text(alphabet="واحدثلثةمئألفبعشرن 0123٤٥.,%-", max_size=60))
def test_spans_are_in_order_and_inside(text):
    found = numerals.read(text)
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


CASES = ("nominative", "accusative", "genitive")


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("feminine", [False, True])
def test_words_round_trip(case, feminine):
    dice = random.Random(1)
    large = [dice.randrange(10**k, 10 ** (k + 1)) for k in range(4, 12) for _ in range(150)]
    wrong = {}
    for n in [*range(10_001), *large]:
        words = tafqit.number_ar(n, feminine=feminine, case=case)
        if [x.value for x in numerals.read(words)] != [n]:
            wrong[n] = words
    assert wrong == {}


FRAMES = [
    ("بلغ العدد ", "، ثم صار ", " بعد ساعات"),
    ("أحصى الفريق ", " في الشمال ثم ", " في الجنوب"),
    ("قال إن ", " وصلوا، وإن ", " غادروا."),
    ("من ", " إلى ", ""),
    ("سجل ", " أو ", " تقريبا"),
    ("عدد الأول ", "؛ وعدد الآخر ", "!"),
    ("(", ") و(", ")"),
    ("تلقى رسائل بـ", " وردودا بـ", " منها"),
]


@given(
    st.lists(st.integers(0, 10**12 - 1), min_size=2, max_size=5),
    st.sampled_from(CASES),
    st.booleans(),
    st.sampled_from(FRAMES),
    st.lists(st.booleans(), min_size=5, max_size=5),
)
def test_sentences_with_several_numbers(numbers, case, feminine, frame, in_digits):
    opening, link, closing = frame
    text, spans = opening, []
    for i, n in enumerate(numbers):
        text += link if i else ""
        word = str(n) if in_digits[i] else tafqit.number_ar(n, feminine=feminine, case=case)
        spans.append((len(text), len(text) + len(word)))
        text += word
    found = [x for x in numerals.read(text + closing) if x.kind == "cardinal"]
    assert [x.value for x in found] == numbers
    assert [(x.start, x.end) for x in found] == spans


VOWELS = "\N{ARABIC FATHA}\N{ARABIC KASRA}\N{ARABIC SUKUN}\N{ARABIC SHADDA}\N{ARABIC DAMMATAN}\N{ARABIC TATWEEL}"
TEXTS = [text for text, _, _ in cases("numerals") if not set(text) & set("\N{ARABIC DAMMA}\N{ARABIC FATHATAN}")]


@given(st.sampled_from(TEXTS), st.randoms(use_true_random=False))
def test_vowel_signs_change_nothing(text, dice):
    marked = "".join(c + (dice.choice(VOWELS) if c.isalpha() and dice.random() < 0.5 else "") for c in text)
    plain = [(n.value, n.kind) for n in numerals.read(text)]
    assert [(n.value, n.kind) for n in numerals.read(marked)] == plain


@given(st.sampled_from(TEXTS), st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"]))
def test_digit_sets_change_nothing(text, digits):
    western = text.translate({ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")})
    swapped = western.translate({ord(str(i)): c for i, c in enumerate(digits)})
    assert numerals.read(swapped) == numerals.read(western)


def test_digits_without_end_are_no_number():
    assert numerals.read("9" * 400) == []
