"""Folding makes spellings one and keeps the way back; clitics are cut in every way that grammar allows."""

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from helpers.text import TATWEEL_DASH, fold, folded_part, is_reversed, line_starts, readings, tokens

SAME = [
    ("إسرائيل", "اسرائيل"),
    ("مصطفى", "مصطفي"),
    ("مِئَةٌ", "مئه"),
    ("الحـــرب", "الحرب"),
    ("قتل\u00a038", "قتل 38"),
    ("٤٥٪", "45%"),
    ("۱۲", "12"),
    ("“داعش”", '"داعش"'),
    ("\u200f3,5\u200e", "3,5"),
    ("ﻗﺘﻞ ﻻ ﻷﻣﺮ", "قتل لا لامر"),
    ("ﷲ", "الله"),
    ("ﷺ", "ﷺ"),
]


@pytest.mark.parametrize(("written", "folded"), SAME)
def test_spellings_fold_to_one(written, folded):
    assert fold(written).text == folded


@pytest.mark.parametrize(
    ("word", "stem", "clitics"),
    [
        ("وبالمئات", "مئات", "وبال"),
        ("للنازحين", "نازحين", "لال"),
        ("فالخمسون", "خمسون", "فال"),
        ("بألفين", "الفين", "ب"),
        ("والشرطة", "شرطه", "وال"),
    ],
)
def test_clitics_are_cut(word, stem, clitics):
    assert (stem, clitics) in [(r.stem, r.clitics) for r in readings(fold(word).text)]


def test_a_vowel_sign_stays_with_its_letter():
    text = "قُتِلَ ثلاثةٌ"
    assert [text[t.start : t.end] for t in tokens(text)] == ["قُتِلَ", "ثلاثةٌ"]


@pytest.mark.parametrize(
    ("text", "backwards"),
    [
        ("ﻗﺘﻞ ﺛﻼﺛﺔ ﺟﻨﻮﺩ", False),
        ("ﺩﻮﻨﺟ ﺔﺛﻼﺛ ﻞﺘﻗ", True),
        ("ةنيدملا يف ةثالث لتق", True),
        ("قتل ثلاثة في المدينة", False),
        ("لا ﻻ ﷺ", False),
        ("", False),
    ],
)
def test_letters_that_run_backwards(text, backwards):
    assert is_reversed(text) is backwards


def test_a_ligature_leads_back_to_its_one_place():
    text = "ﻷن ﺛﻼﺛﺔ"
    assert [(t.form, text[t.start : t.end]) for t in tokens(text)] == [("لان", "ﻷن"), ("ثلاثه", "ﺛﻼﺛﺔ")]


LETTERS = st.text(alphabet="ابتأإآىيةهـﻻﻗﺔﷲﱠًٌَُِّْ ٠١٢٣45.,٫\u200f\u200e\u00a0\n«»“”()وقتل", max_size=60)


@given(LETTERS)
@example("4ـ4")
def test_tokens_are_cut_from_the_text(text):
    found, folded = tokens(text), fold(TATWEEL_DASH.sub("-", text))  # «2011ـ2013» is a range
    letters = list(zip(folded.text, folded.origin, strict=False))  # the last origin is the text's end
    assert all("".join(char for char, at in letters if t.start <= at < t.end) == t.form for t in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(LETTERS)
def test_folding_keeps_a_way_back(text):
    folded = fold(text)
    assert list(folded.origin) == sorted(folded.origin)
    assert folded.origin[len(folded.text)] == len(text)


PARTS = st.lists(st.sampled_from([*"بة ل\n،", "قُتل", "ـ", "ﷲ", "ﻻ", "\u200f", "12"]), max_size=12).map("".join)


@given(PARTS, st.data())
@example("قُتل\nﷲ", None)
def test_a_part_is_cut_out_of_the_folded_whole(text, data):
    spans = itertools.combinations(range(len(text) + 1), 2)
    for start, end in spans if data is None else [sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))]:
        assert folded_part(text, start, end) == fold(text[start:end]).text


@given(PARTS)
@example("\n قتل\n\nثلاثة\n")
def test_lines_begin_after_line_ends(text):
    found = tokens(text)
    between = [text[a.end : b.start] for a, b in itertools.pairwise(found)]
    assert line_starts(text, found) == {i for i, gap in enumerate(between, 1) if "\n" in gap}
