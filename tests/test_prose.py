"""Sentences with computed numbers, Arabic agreement, and tables."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.formatters import DisplayFormatter

from helpers import prose

FSI, PDI = "\u2068", "\u2069"
REPORT = ("تقرير", "تقريران", "تقارير", "تقريرًا")
TOWN = ("بلدة", "بلدتان", "بلدات", "بلدة")


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "لا تقارير"),
        (1, "تقرير واحد"),
        (2, "تقريران"),
        (3, "3 تقارير"),
        (10, "10 تقارير"),
        (11, "11 تقريرًا"),
        (99, "99 تقريرًا"),
        (100, "100 تقرير"),
        (102, "102 تقرير"),
        (103, "103 تقارير"),
        (111, "111 تقريرًا"),
        (2000, "2,000 تقرير"),
        (1.5, "1.5 تقرير"),
        (3.5, "3.5 تقرير"),
        (3.0, "3 تقارير"),
        (pd.NA, "— تقرير"),
        (None, "— تقرير"),
    ],
)
def test_an_arabic_noun_agrees_with_its_number(n, words):
    assert prose.counted(n, *REPORT) == words


@pytest.mark.parametrize(
    ("noun", "feminine", "words"),
    [
        (TOWN, None, "بلدة واحدة"),
        (("حرب", "حربان", "حروب", "حربًا"), True, "حرب واحدة"),
        (("خليفة", "خليفتان", "خلفاء", "خليفة"), False, "خليفة واحد"),
    ],
)
def test_one_agrees_with_its_noun(noun, feminine, words):
    assert prose.counted(1, *noun, feminine=feminine) == words


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match="-1 is no count"):
        prose.counted(-1, *REPORT)


@given(st.integers(min_value=3, max_value=10**9))
def test_only_the_last_two_digits_choose_the_noun(n):
    noun = prose.counted(n, *REPORT).split()[1]
    assert noun == prose.counted(n % 100 + 200, *REPORT).split()[1]


@pytest.mark.parametrize(
    ("n", "words"), [(0, "no towns"), (1, "1 town"), (2, "2 towns"), (pd.NA, "— towns"), (1.0, "1 town")]
)
def test_an_english_noun_agrees_with_its_number(n, words):
    assert prose.count(n, "town", "towns") == words


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "—"),
        (pd.NA, "—"),
        (pd.NaT, "—"),
        (float("nan"), "—"),
        (0, "0"),
        (67794, "67,794"),
        (12.0, "12"),
        (0.1 + 0.2, "0.3"),
        (True, "True"),
        (date(2019, 3, 1), "2019-03-01"),
        (pd.Timestamp("2019-03-01"), "2019-03-01"),
        ([], "—"),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (pd.Series([1000, 2]), "1,000 and 2"),
    ],
)
def test_a_value_is_shown_as_a_reader_wants_it(value, text):
    assert prose.shown(value) == text


@pytest.mark.parametrize(
    ("template", "values", "markdown"),
    [
        ("It held **{n}**.", {"n": 1200}, "It held **1,200**."),
        ("It held {n}.", {"n": pd.NA}, ""),
        ("Held {a}.\nTaken {b}.", {"a": None, "b": 0}, "Taken 0."),
        ("Held {a}.\nNothing is verified.", {"a": []}, "Nothing is verified."),
        ("Held {a}.\n\nTaken {b}.", {"a": None, "b": 2}, "Taken 2."),
        ("{who} said 5.", {"who": "قسد"}, f"{FSI}قسد{PDI} said 5."),
        ("By {who}.", {"who": ["قسد", "UN"]}, f"By {FSI}قسد{PDI} and UN."),
        ("Cost {a} to {b}.", {"a": "$5", "b": "$9"}, "Cost &#36;5 to &#36;9."),
        ("{word} says", {"word": "<b>*x*_[a]"}, "&#60;b&#62;&#42;x&#42;&#95;&#91;a&#93; says"),
        ("See {part}.", {"part": prose.Prose("**this**")}, "See **this**."),
        ("One.\n\nTwo {n}.", {"n": 2}, "One.\n\nTwo 2."),
    ],
)
def test_an_english_sentence_takes_its_values(template, values, markdown):
    assert prose.say(template, **values) == markdown


def rtl(text):
    return f'<div dir="rtl"><p style="text-align:right">{text}</p></div>'


@pytest.mark.parametrize(
    ("template", "values", "markdown"),
    [
        ("في {n} خبر.", {"n": 5}, rtl("في 5 خبر.")),
        ("المدى **{n}** قتيل.", {"n": "400–600"}, rtl(f"المدى <strong>{FSI}400–600{PDI}</strong> قتيل.")),
        ("قال {who} إن", {"who": "المتحدث"}, rtl("قال المتحدث إن")),
        ("قالت {who} إن", {"who": "SDF"}, rtl(f"قالت {FSI}SDF{PDI} إن")),
        ("في {towns}.", {"towns": ["أ", "ب", "ج"]}, rtl("في أ وب وج.")),
        ("انظر [التالي](01-b.ipynb) و`x`.", {}, rtl('انظر <a href="01-b.ipynb">التالي</a> و<code>x</code>.')),
        ("الأول.\n\nالثاني.", {}, rtl("الأول.") + "\n\n" + rtl("الثاني.")),
        ("{who} قال", {"who": "SDF"}, rtl(f"{FSI}SDF{PDI} قال")),
    ],
)
def test_an_arabic_paragraph_runs_from_right_to_left(template, values, markdown):
    assert prose.say(template, **values) == markdown


@pytest.mark.parametrize("missing", [None, pd.NA, [], pd.DataFrame({"a": []}), pd.Series(dtype="Int64")])
def test_another_sentence_stands_in_where_there_is_nothing_to_say(missing):
    assert prose.say("The highest is {high}.", otherwise="No report gives one.", high=missing) == "No report gives one."


def test_one_value_that_is_missing_does_not_deny_the_others():
    told = prose.say("Killed: {killed}.\nWounded: {wounded}.", otherwise="No toll.", killed=[], wounded=24)
    assert told == "Wounded: 24."


def test_what_stands_in_has_sentences_of_its_own():
    other = "No toll is given.\nStrikes: {strikes}.\nCamps: {camps}."
    said = prose.say("Killed: {n}.", otherwise=other, n=None, strikes=20, camps=[])
    assert said == "No toll is given.  \nStrikes: 20."


def test_each_sentence_has_a_line_of_its_own():
    said = prose.say("Killed: {n}.\nWounded: {n}.\n\nالقتلى: {n}.\nالجرحى: {n}.", n=3)
    assert "Killed: 3.  \nWounded" in said and "القتلى: 3.<br>\nالجرحى" in said
    assert repr(said) == "Killed: 3.\nWounded: 3.\n\nالقتلى: 3.\nالجرحى: 3."


def test_a_value_that_was_not_given_is_an_error():
    with pytest.raises(KeyError, match="n"):
        prose.say("{n}")


def test_a_notebook_shows_markdown_and_keeps_plain_text():
    data, _ = DisplayFormatter().format(prose.say("**{n}** «{w}»", n=3, w="a*b"))
    assert data == {"text/markdown": "**3** «a&#42;b»", "text/plain": "3 «a*b»"}


def test_a_table_with_arabic_runs_from_right_to_left():
    html = prose.table(pd.DataFrame({"who": ["قسد", None], "low": pd.array([1200, None], "Int64")}))._repr_html_()
    assert html.startswith('<div dir="rtl">')
    assert 'text-align:right">قسد</td>' in html and ">1,200</td>" in html and html.count(">—</td>") == 2


def test_a_table_without_arabic_runs_from_left_to_right():
    html = prose.table(pd.DataFrame({"who": ["a<b"]}))._repr_html_()
    assert html.startswith('<div dir="ltr">') and "a&lt;b" in html and "rtl" not in html


def test_a_table_picks_columns_and_shows_a_named_index():
    frame = pd.DataFrame({"n": [1], "unlisted": [2]}, index=pd.Index(["a"], name="who"))
    assert list(prose.table(frame).cells) == ["who", "n", "unlisted"]
    assert list(prose.table(frame, "n who").cells) == ["n", "who"]


def test_heads_are_the_codebooks_and_arabic_ones_have_the_english_below():
    frame = pd.DataFrame({"source": ["قسد"], "low": [1]})
    assert list(prose.table(frame, lang="en").cells) == ["Said by", "Low"]
    html = prose.table(frame, lang="ar")._repr_html_()
    assert '>القائل<br><small dir="ltr">Said by</small></th>' in html and html.startswith('<div dir="rtl">')


@pytest.mark.parametrize(("column", "text"), [("who", "Nothing to show."), ("القائل", "لا شيء يُعرض.")])
def test_an_empty_table_says_so(column, text):
    empty = prose.table(pd.DataFrame({column: []}))
    assert text in empty._repr_html_() and repr(empty) == text


@pytest.mark.parametrize(
    ("lang", "note"), [("en", "Columns without a value in any row: Through."), ("ar", "أعمدة بلا قيمة في أي صف: عبر.")]
)
def test_a_column_without_a_value_is_named_under_the_table(lang, note):
    frame = pd.DataFrame({"quote": ["قتل ثلاثة", "عادوا"], "via": [pd.NA, None], "low": [3.0, None]})
    shown = prose.table(frame, lang=lang)
    assert shown.cells.shape == (2, 2)
    assert f"<small>{note}</small>" in shown._repr_html_() and repr(shown).endswith(note)
    assert prose.table(frame, lang=lang, whole=True).cells.shape == (2, 3)
    assert "<small>Columns" not in prose.table(frame[["quote", "low"]])._repr_html_()
    assert prose.table(frame.iloc[:0]).cells.shape == (0, 3), "a table without rows keeps its heads"


def test_a_sentence_of_values_alone_is_laid_out_as_they_read():
    assert 'dir="rtl"' in prose.say("**{held}.**", held="باقٍ بيد الجيش: 4 كم²")
    assert 'dir="rtl"' not in prose.say("**{held}.**", held="held by the army: 4 km²")
