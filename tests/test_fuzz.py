"""Random strings and reports: no exception, every quote where it says. The long run is for `make test-slow`."""

import itertools
import random
from datetime import date

import pandas as pd
import pytest

from helpers import numerals, parse, quantities, times
from helpers.lexicon import load

MARKS = [
    " ",
    " ",
    " ",
    "، ",
    ". ",
    "\n",
    "-",
    "/",
    ":",
    "%",
    "+",
    "(",
    ")",
    "«",
    "»",
    "\u200f",
    "\u00a0",
    "ـ",
    "َ",
    "ٌ",
    "و",
    "ال",
    "ب",
]
DIGITS = [
    "0",
    "7",
    "12",
    "38",
    "2019",
    "1.5",
    "3,500",
    "٤٥",
    "۱۲",
    "10/3",
    "12:30",
    "0912345678",
    "99999999999999999999",
]
PUBLISHED = [None, date(2020, 5, 13), (date(2020, 5, 1), date(2020, 5, 9)), date(1, 1, 1), date(9999, 12, 31)]


def pieces() -> list[str]:
    """Words that the readers look for, and a few that they do not."""
    names = ("numbers", "vague", "qualifiers", "nouns", "months", "weekdays", "timewords", "number_traps")
    return [row["form"] for name in names for row in load()[name]] + ["كتاب", "ذهب", "المدينة"]


def strings(seed: int, count: int):
    dice, words = random.Random(seed), pieces()
    for _ in range(count):
        parts = []
        for _ in range(dice.randint(1, 6)):
            parts += [dice.choice(DIGITS if dice.random() < 0.3 else words), dice.choice(MARKS)]
        yield "".join(parts)


def check(text: str, published) -> None:
    for spans in (
        [(n.start, n.end) for n in numerals.read(text)],
        [(q.start, q.end) for q in quantities.read(text)],
        [(t.start, t.end) for t in times.read(text, published)],
    ):
        assert all(0 <= a < b <= len(text) for a, b in spans), text
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans)), text


def test_a_few_thousand():
    for i, text in enumerate(strings(1, 4_000)):
        check(text, PUBLISHED[i % len(PUBLISHED)])


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 12))
def test_a_million(seed):
    for i, text in enumerate(strings(seed, 100_000)):
        check(text, PUBLISHED[i % len(PUBLISHED)])


SIGNS = [
    "\n\n",
    "\r\n",
    "\u2028",
    "“",
    "”",
    '"',
    "…",
    "..",
    "؟",
    " - ",
    "#",
    "½",
    "²",
    "ﻻ",
    "ﷺ",
    "\u202b",
    "\ufeff",
    "😀",
]
LONG_RUNS = ["9" * 400, "مليون " * 60, "1.2.3.4", "2019-03-12", "１２"]
SPANS = ("number", "cue", "source", "content")


def reports(seed: int, count: int):
    """Texts of words that any reader looks for, names, digits and marks of all kinds."""
    names = ("measures", "cues", "titles", "furniture", "credits", "particles", "status", "entities")
    dice, words = random.Random(seed), pieces() + [row["form"] for name in names for row in load()[name]]
    for i in range(count):
        parts = []
        for _ in range(dice.randint(1, 60)):
            parts += [dice.choice(DIGITS + LONG_RUNS if dice.random() < 0.2 else words), dice.choice(MARKS + SIGNS)]
        yield f"{seed} {i}", "قال " + "".join(parts)


def check_reports(texts: dict[str, str]) -> None:
    corpus = parse(texts.items())
    assert corpus.reports["problem"].isna().all(), corpus.reports["problem"].dropna().tolist()
    for name, text in texts.items():
        assert "".join(corpus.sections.loc[corpus.sections["report"].eq(name), "quote"]) == text
    for frame in ("sections", "sentences", "quantities", "times", "names", "attributions", "claims", "ledger"):
        rows = getattr(corpus, frame)
        assert rows["id"].is_unique, frame
        for row in rows.to_dict("records"):
            assert texts[row["report"]][row["start"] : row["end"]] == row["quote"] != "", (frame, row)
            inner = [(row[f"{part}_start"], row[f"{part}_end"]) for part in SPANS if f"{part}_start" in row]
            assert all(0 <= a < b <= len(texts[row["report"]]) for a, b in inner if pd.notna(a)), (frame, row)


@pytest.mark.parametrize(
    "text", ["قتل ² -² منهم", "قتل 3-² منهم", "②-① قتل", "مساحتها ²/³ كم", "قتل ²/5 و5/²", "قتل ²,²"]
)
def test_signs_that_look_like_digits_are_none(text):
    check(text, None)
    check_reports({"a": text})


def test_a_few_hundred_reports():
    check_reports(dict(reports(1, 300)))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 12))
def test_ten_thousand_reports(seed):
    check_reports(dict(reports(seed, 1_000)))
