"""Claims, read as `gold/claims.csv` has them: one invented sentence a line, with all that it tells and nothing else."""

import csv
from pathlib import Path

import pytest
from told import told

from helpers import parse

CASES = list(csv.DictReader((Path(__file__).parent / "gold/claims.csv").open(encoding="utf-8", newline="")))


def test_there_are_enough_cases():
    assert len({case["text"] for case in CASES}) == len(CASES) >= 200


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:30])
def test_a_sentence_tells_this_and_nothing_else(case):
    claims = parse([("a", case["text"])]).claims
    assert " | ".join(told(claims)) == case["claims"]
    assert " | ".join(dict.fromkeys(claims["actor"].dropna())) == case["actor"]
