"""Random strings: no exception, spans in order and inside the text. The long run is for `make test-slow`."""

import itertools
import random
from datetime import date

import pytest

from helpers import numerals, quantities, times
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
