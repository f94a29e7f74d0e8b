"""The ledger finds numerals on its own and gives each exactly one row."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import parse
from helpers.ledger import Taken, entries
from helpers.lexicon import load
from helpers.text import tokens

NUMERALS = [
    ("قتل 3 في 2014", "3 2014"),
    ("٤٥ و۱۲ و１２ و12:30", "٤٥ ۱۲ １２ 12 30"),
    ("3½ كم²", "3 ½"),
    ("ثلاثة آلاف ومئتان", "ثلاثة آلاف ومئتان"),
    ("عشرات الآلاف", "عشرات الآلاف"),
    ("استسلموا دفعة واحدة", "واحدة"),
    ("جنديان وقذيفتان", "جنديان وقذيفتان"),
    ("زجاجتان حارقتان", "زجاجتان"),  # a noun that no list has, and its adjective
    ("سيارتين مفخختين كبيرتين", "سيارتين"),
    ("باكستان وأفغانستان وقازاقستان والتي ستين", "ستين"),
]


def spans(text, taken=()):
    return [text[e.start : e.end] for e in entries(tokens(text), taken, load())]


@pytest.mark.parametrize(("text", "numerals"), NUMERALS)
def test_numerals_are_found(text, numerals):
    assert spans(text) == numerals.split()


def test_the_first_use_counts_and_an_idiom_is_no_claim():
    text = "قتل 3 دفعة واحدة في 2014"
    taken = [Taken(4, 5, "claim", None, 0), Taken(0, 5, "time", None, 1)]
    told = [(e.became, e.why) for e in entries(tokens(text), taken, load())]
    assert told == [("claim", None), ("not_a_claim", "an idiom: دفعة واحدة"), ("unread", None)]


def test_the_scan_does_not_hang_on_the_readers(monkeypatch):
    """When the readers see no number at all, the ledger still lists every one."""
    monkeypatch.setattr("helpers.report.quantities.scan", lambda *_: [])
    monkeypatch.setattr("helpers.report.numerals.scan", lambda *_: ())
    assert parse([("a", "قتل 3 جنود ومئات المدنيين في غارتين.")]).ledger["became"].tolist() == ["unread"] * 3


WORDS = [row["form"] for name in ("numbers", "vague", "number_traps", "nouns") for row in load()[name]]


@given(
    st.lists(st.sampled_from([*WORDS, "12", "٣٫٥", "10/3", "1,250", "½", " ", "\n", "-", "َ", "سيارتين"]), max_size=30)
)
def test_every_run_of_digits_has_exactly_one_row(parts):
    text = " ".join(parts)
    rows = [(e.start, e.end) for e in entries(tokens(text), [], load())]
    assert rows == sorted(set(rows))
    for run in re.finditer(r"\d+", text):
        assert sum(start <= run.start() and run.end() <= end for start, end in rows) == 1
