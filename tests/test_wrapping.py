"""Text broken into lines of one width is read as if it were not; lines that somebody made are left alone."""

import textwrap

import pytest

from helpers import parse
from helpers.wrapping import unwrapped
from tests.wars import GAZA, SUDAN

TEXTS = SUDAN | GAZA
READ = ["report", "measure", "low", "best", "high", "subject_group", "source", "place", "section"]


def wrapped(text: str, width: int, end: str) -> str:
    broken = ("\n".join(textwrap.wrap(part, width, break_on_hyphens=False)) for part in text.split("\n\n"))
    return "\n\n".join(broken).replace("\n", end)


@pytest.mark.parametrize(("width", "end"), [(30, "\n"), (45, "\r\n"), (64, "\n"), (60, " \n")])
def test_what_is_broken_by_a_width_is_read_as_what_is_not(width, end):
    long = {name: text for name, text in TEXTS.items() if len(text) > 5 * width}
    assert long
    broken = {name: wrapped(text, width, end) for name, text in long.items()}
    read, whole = parse(broken.items()), parse(long.items())
    assert read.claims[READ].equals(whole.claims[READ])
    assert all(row.quote == broken[row.report][row.start : row.end] for row in read.claims.itertuples())
    assert read.reports["headline"].tolist() == whole.reports["headline"].tolist()


def test_a_number_that_goes_on_in_the_next_line_is_one():
    lines = ["قال متحدث باسم الجيش اليمني إن 6", "آلاف من جنوده قتلوا في المعارك", "التي دارت في محيط مدينة مأرب خلال"]
    read = parse([("a", "\n".join([*lines, "الأشهر الثلاثة الماضية."]))])
    assert read.claims[["number_text", "best"]].to_numpy().tolist() == [["6\nآلاف", 6000]]


@pytest.mark.parametrize(
    "text",
    [
        "القتلى: 38\nالجرحى: 120\nالأسرى: 7\nالمفقودون: 15\n",
        "- قتل ثلاثة جنود في الهجوم\n- أصيب خمسة جنود في القصف\n- أسر سبعة جنود في المعارك\n- فقد تسعة جنود في البحر\n",
        "مقتل ثلاثة جنود في هجوم على حاجز غربي حلب\nإصابة طفل\nالجيش ينفي\nسقوط قذائف على أطراف المدينة\n",
        "\n\n\n",
        "",
    ],
)
def test_lines_that_somebody_made_stay(text):
    assert unwrapped(text) == text


def test_the_length_stays_whatever_the_lines(tmp_path):
    for end in ("\n", "\r\n", " \n ", "\n\n", "\r"):
        text = wrapped(SUDAN["a.txt"], 40, end)
        assert len(unwrapped(text)) == len(text)
        assert unwrapped(text).split() == text.split()
