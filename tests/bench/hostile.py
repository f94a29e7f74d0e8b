"""Readers fed with whatever a coverage-guided fuzzer (atheris, libFuzzer) comes up with: over a million inputs.

    pip install atheris
    python -m tests.bench.hostile                          # every reader, one after the other, with its own number
    python -m tests.bench.hostile numerals -runs=100000    # one reader, with libFuzzer's options

An input is a short text made of the words that the readers look for, marks, digits and stray signs, or for the ways
in the bytes of a file. An exception, a span outside the text, rows that overlap or lose text, or a numeral that the
ledger loses ends the run of that reader, and atheris writes the input down as `crash-…`, which shows it again when it
is given as an option. Readers that are cheap get many inputs, whole reports and files fewer. atheris is no part of the
requirements: it is built for Linux alone.
"""

import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import atheris

with atheris.instrument_imports(include=["helpers"]):
    from helpers import (
        attributions,
        dating,
        decoding,
        doubts,
        ledger,
        names,
        numerals,
        quantities,
        sections,
        sheets,
        text,
        times,
    )
    from helpers.extracted import Unreadable
    from helpers.files import from_text, read
    from helpers.lexicon import load
    from helpers.report import read_report

from tests.test_fuzz import DIGITS, LONG_RUNS, MARKS, PUBLISHED, SIGNS, check_reports

LISTS = """
    numbers vague qualifiers nouns months weekdays timewords number_traps measures cues titles furniture credits
    entities particles status
""".split()
WORDS = sorted({row["form"] for name in LISTS for row in load()[name]})
OTHERS = [chr(code) for code in range(0, 0x11000, 17) if not 0xD800 <= code < 0xE000]
PARTS = [*WORDS, *(MARKS + SIGNS) * 40, *(DIGITS + LONG_RUNS) * 20, *OTHERS]
GLUE = (" ", "", " ", " ")
DIGIT = re.compile(r"[0-9]+")
DONE = re.compile(r"Done (\d+) runs in (\d+) second")
SCRATCH = TemporaryDirectory()

Span = tuple[int, int]


def text_of(data: bytes) -> str:
    """A text: every two bytes choose a word, a mark, digits or a sign of any script, and whether a space follows."""
    numbers = (high << 8 | low for high, low in zip(data[::2], data[1::2], strict=False))
    return "".join(PARTS[number % len(PARTS)] + GLUE[number // len(PARTS) % len(GLUE)] for number in numbers)


def inside(spans: Iterable[Span], written: str, apart: bool = True) -> None:
    """Whether spans lie in a text, in order, and none in another where they are to be apart."""
    spans = list(spans)
    assert all(0 <= start < end <= len(written) for start, end in spans), "a span outside the text"
    assert not apart or all(a[1] <= b[0] for a, b in pairwise(spans)), "spans that overlap"


def check_tokens(written: str) -> None:
    found = text.cut(written)
    inside(((token.start, token.end) for token in found), written)
    kept = {at for token in found for at in range(token.start, token.end)}
    assert all(at in kept for at, char in enumerate(written) if char.isalnum() and char not in text.DROPPED), (
        "a letter is lost"
    )
    for token in found:
        assert all(token.start <= at < token.end for at in token.letters), "a letter outside its token"
        assert all(reading.stem == token.form[reading.skip :] for reading in text.readings(token.form))


def check_numerals(written: str) -> None:
    inside(((one.start, one.end) for one in numerals.read(written)), written)


def check_quantities(written: str) -> None:
    found = quantities.read(written)
    inside(((one.start, one.end) for one in found), written)
    assert all(one.start <= one.number_start < one.number_end <= one.end for one in found), "a number outside its span"


def check_times(written: str) -> None:
    found = times.read(written, PUBLISHED[len(written) % len(PUBLISHED)])
    inside(((one.start, one.end) for one in found), written)
    assert all(one.date_low <= one.date_high for one in found if one.date_low and one.date_high), "days in reverse"


def check_names(written: str) -> None:
    found = text.tokens(written)
    inside(((one.start, one.end) for one in names.find(found, None, text.line_starts(written, found))), written)


def check_sections(written: str) -> None:
    parts = sections.sections(written)
    shows = any(not (char.isspace() or char in text.BIDI + "\u200c\u200d") for char in written)
    assert "".join(written[part.start : part.end] for part in parts) == (written if shows else ""), "text lost"
    inside(((one.start, one.end) for one in sections.sentences(written, parts)), written)
    sections.dateline(written, parts)


def check_attributions(written: str) -> None:
    found = text.tokens(written)
    spoken = sections.sentences(written, sections.sections(written))
    said = attributions.find(written, found, spoken, names.find(found, None, text.line_starts(written, found)))
    inside(((one.start, one.end) for one in said), written, apart=False)
    for one in said:
        inner = [(one.cue_start, one.cue_end), (one.content_start, one.content_end)]
        inside(inner + [(one.source_start, one.source_end)] * (one.source_start is not None), written, apart=False)
    inside(((one.start, one.end) for one in doubts.find(written, found, spoken, said)), written, apart=False)


def check_ledger(written: str) -> None:
    found = text.tokens(written)
    counted(ledger.entries(found, [], load()), written)


def check_dating(written: str) -> None:
    found = times.find(written, text.tokens(written))
    spoken = sections.sentences(written, sections.sections(written))
    dated = dating.published(written, found, spoken, [])
    assert not (dated.low and dated.high) or dated.low <= dated.high, "days in reverse"


def check_report(written: str) -> None:
    rows = read_report("a", written)
    for listed in (rows.names, rows.times, rows.quantities, rows.sentences):
        inside(((one.start, one.end) for one in listed), written)
    for listed in (rows.claims, rows.attributions, rows.doubts):
        inside(((one.start, one.end) for one in listed), written, apart=False)
    counted(rows.ledger, written)


def counted(entries: list[ledger.Entry], written: str) -> None:
    """Whether a ledger closes: each run of digits stands in it once."""
    inside(((one.start, one.end) for one in entries), written)
    known = {at for one in entries for at in range(one.start, one.end)}
    assert all(at in known for found in DIGIT.finditer(written) for at in range(*found.span())), "a numeral is lost"


def check_frames(written: str) -> None:
    if from_text("a", written).readable:
        check_reports({"a": written})


def check_decoding(data: bytes) -> None:
    try:
        written, encoding = decoding.decoded(data)
        assert isinstance(written, str) and encoding
    except Unreadable:
        pass


def check_file(suffix: str, beginning: bytes = b"") -> Callable[[bytes], None]:
    path = Path(SCRATCH.name, f"a{suffix}")

    def check(data: bytes) -> None:
        path.write_bytes(beginning + data)
        found = list(read(path, "a"))
        assert found and all(one.readable or one.problem for one in found), "neither read nor told"

    return check


def check_sheet(data: bytes) -> None:
    path = Path(SCRATCH.name, "manifest.csv")
    path.write_bytes(b"file,published\n" + data)
    try:
        assert all(line.row["file"].strip() for line in sheets.lines(path, ["file"], "file"))
    except ValueError as error:
        assert str(path) in str(error)


class Reader(NamedTuple):
    """What is fed: how an input is checked, whether it is text or bytes, how many, and how long in bytes."""

    check: Callable
    is_text: bool
    runs: int
    longest: int


READERS = {
    "tokens": Reader(check_tokens, True, 100_000, 40),
    "numerals": Reader(check_numerals, True, 200_000, 24),
    "quantities": Reader(check_quantities, True, 150_000, 24),
    "times": Reader(check_times, True, 150_000, 24),
    "names": Reader(check_names, True, 100_000, 40),
    "sections": Reader(check_sections, True, 100_000, 40),
    "attributions": Reader(check_attributions, True, 60_000, 40),
    "ledger": Reader(check_ledger, True, 60_000, 40),
    "dating": Reader(check_dating, True, 30_000, 40),
    "report": Reader(check_report, True, 40_000, 60),
    "frames": Reader(check_frames, True, 200, 120),
    "decoding": Reader(check_decoding, False, 30_000, 60),
    "csv": Reader(check_file(".csv", b"text,title\n"), False, 20_000, 200),
    "jsonl": Reader(check_file(".jsonl"), False, 20_000, 200),
    "txt": Reader(check_file(".txt"), False, 20_000, 200),
    "parquet": Reader(check_file(".parquet"), False, 2_000, 400),
    "html": Reader(check_file(".html", b"<html><body>"), False, 2_000, 400),
    "docx": Reader(check_file(".docx"), False, 2_000, 400),
    "pdf": Reader(check_file(".pdf", b"%PDF-1.4\n"), False, 200, 400),
    "sheet": Reader(check_sheet, False, 20_000, 200),
}


def feed(name: str, options: list[str]) -> None:
    """Feeds one reader, with libFuzzer's options; ends the program."""
    reader = READERS[name]

    def one(data: bytes) -> None:
        reader.check(text_of(data) if reader.is_text else data)

    own = [f"-runs={reader.runs}", f"-max_len={reader.longest}", "-len_control=0", "-timeout=120", "-seed=1"]
    atheris.Setup([name, *own, *options], one)
    atheris.Fuzz()


def feed_all(options: list[str]) -> int:
    """Feeds every reader in a program of its own, tells how many inputs each got, and how many readers failed."""
    total = failed = 0
    for name in READERS:
        command = [sys.executable, "-m", "tests.bench.hostile", name, *options]
        told = subprocess.run(command, stderr=subprocess.PIPE, encoding="utf-8", errors="replace").stderr
        done = DONE.search(told)
        if done:
            total += int(done[1])
        else:
            failed += 1
        outcome = f"{int(done[1]):,} inputs in {done[2]} s" if done else f"FAILED\n{told[-3000:]}"
        sys.stdout.write(f"{name}: {outcome}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{total:,} inputs, readers that failed: {failed}\n")
    return failed


if __name__ == "__main__":
    if sys.argv[1:] and sys.argv[1] in READERS:
        feed(sys.argv[1], sys.argv[2:])
    sys.exit(bool(feed_all(sys.argv[1:])))
