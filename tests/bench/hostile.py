"""Readers fed with whatever a coverage-guided fuzzer (atheris, libFuzzer) comes up with, until told to stop.

    pip install atheris; python -m tests.bench.hostile -max_total_time=600 -max_len=300 -len_control=0

Every input is text made of the words that the readers look for, marks, digits and stray signs; it goes through every
reader and through `parse`. An exception, a span outside the text, a quote that is not there, or a numeral that the
ledger loses ends the run, and the input is written down by atheris. atheris is no part of the requirements: it is built
for Linux alone.
"""

import re
import sys
from itertools import count

import atheris

with atheris.instrument_imports(include=["helpers"]):
    from helpers.files import from_text
    from helpers.lexicon import load
    from helpers.report import Rows, read_report

from tests.test_fuzz import DIGITS, LONG_RUNS, MARKS, PUBLISHED, SIGNS, check, check_reports

LISTS = """
    numbers vague qualifiers nouns months weekdays timewords number_traps measures cues titles furniture credits
    entities
""".split()
WORDS = sorted({row["form"] for name in LISTS for row in load()[name]})
PARTS = [*WORDS, *(MARKS + SIGNS) * 40, *(DIGITS + LONG_RUNS) * 20]
MOST = 80  # parts of a text
DIGIT = re.compile(r"[0-9]+")
TURN = count()


def text_of(data: bytes) -> str:
    """A text: most bytes choose words and marks, the others are letters of any script."""
    source, parts = atheris.FuzzedDataProvider(data), []
    while source.remaining_bytes() and len(parts) < MOST:
        if source.ConsumeIntInRange(0, 9):
            parts.append(source.PickValueInList(PARTS) + source.PickValueInList(["", " ", " ", " "]))
        else:
            parts.append(source.ConsumeUnicodeNoSurrogates(6))
    return "".join(parts)


def one(data: bytes) -> None:
    """One input; the frames, which are dear, are made of every hundredth."""
    text = text_of(data)
    check(text, PUBLISHED[len(text) % len(PUBLISHED)])
    if from_text("a", text).readable:
        _check_rows(read_report("a", text), text)
        if next(TURN) % 100 == 0:
            check_reports({"a": text})


def _check_rows(rows: Rows, text: str) -> None:
    assert "".join(text[part.start : part.end] for part in rows.sections) == text
    spans = [(one.start, one.end) for one in (*rows.names, *rows.times, *rows.quantities, *rows.ledger)]
    spans += [(one.start, one.end) for one in (*rows.claims, *rows.attributions)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    counted = [at for entry in rows.ledger for at in range(entry.start, entry.end)]
    assert len(counted) == len(set(counted)), "a numeral stands in the ledger twice"
    assert {at for found in DIGIT.finditer(text) for at in range(*found.span())} <= set(counted), "a numeral is lost"


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
