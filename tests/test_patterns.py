"""Claims, read as `gold/claims.csv` has them: one invented sentence a line, with all that it tells and nothing else."""

import csv
from pathlib import Path

import pytest
from told import told

from helpers import parse

CASES = list(csv.DictReader((Path(__file__).parent / "gold/claims.csv").open(encoding="utf-8", newline="")))


@pytest.fixture(scope="module")
def claims():
    return parse([(str(n), case["text"].replace("¶", "\n")) for n, case in enumerate(CASES)]).claims


def test_there_are_enough_cases():
    assert len({case["text"] for case in CASES}) == len(CASES) >= 200


@pytest.mark.parametrize("n", range(len(CASES)), ids=lambda n: CASES[n]["text"][:30])
def test_a_sentence_tells_this_and_nothing_else(claims, n):
    case, own = CASES[n], claims[claims["report"].eq(str(n))]
    assert " | ".join(told(own)) == case["claims"]
    assert " | ".join(dict.fromkeys(own["actor"].dropna())) == case["actor"]
