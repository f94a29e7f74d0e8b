"""A PDF with a text layer as a report: its letters in the order in which a reader reads them.

PDF files store Arabic as it looks: shaped letters, often from left to right, often in no order. Where each letter
stands on the page does not lie, so lines are read off from there and turned round by the rules that laid them out (the
Unicode Bidirectional Algorithm, UAX #9): words run from the right, numbers and Latin words keep their own direction.
"""

import json
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from helpers.extracted import Extracted, Unreadable
from helpers.text import SHAPES

GLYPHS = Path(__file__).with_name("pdf_glyphs.py")
SECONDS = 90
FULL_LINE = 0.85  # of its block's width: a line that leaves more room free, and enough for a word, ends a paragraph
UNTOLD = re.compile(
    r"\S[^\S\n]*\ufffd+[^\S\n]*\S"
)  # at the edge of a paragraph it is a bullet; inside it can be a digit
RUN = re.compile(r"L(?:[^R]*[LN])?|N(?:CN|N)*")
RIGHT_TO_LEFT = re.compile(r"R(?:[^L]*R)?")
PLAIN = {shape: spelt for shape in SHAPES if " " not in (spelt := unicodedata.normalize("NFKC", shape))}
PAIRS = ("()", "[]", "{}", "«»", "‹›")
MIRRORED = str.maketrans("".join(PAIRS), "".join(pair[::-1] for pair in PAIRS))
Box = dict[str, Any]  # what `pdf_glyphs` writes of a block of text


def extracted(data: bytes) -> Extracted:
    """The text of a PDF's pages, a paragraph a line.

    Errors: Unreadable for a file that is locked, broken, without a text layer, or that takes too long or too much.

    >>> extracted(b"no PDF")
    Traceback (most recent call last):
    helpers.extracted.Unreadable: no PDF that can be opened (PDFSyntaxError). Save it again, or its text as UTF-8 .txt.
    """
    boxes = _boxes(data)
    lines = [line["units"] for box in boxes for line in box["lines"]]
    mirrored = _draws_brackets_as_seen(lines)
    text = "\n\n".join(paragraph for box in _in_order(boxes) for paragraph in _paragraphs(box, mirrored))
    if UNTOLD.search(text):
        raise Unreadable("a PDF whose font does not tell all its letters. Read it with OCR and check every number.")
    if not text.strip():
        raise Unreadable("a PDF without a text layer, as scans are. Read it with OCR and check every number.")
    return Extracted(text, "pdf")


def logical(units: Sequence[str]) -> str:
    """What stands in a line from left to right, in the order of reading.

    >>> logical(list("ةيرقلا يف 12/3/2019 موي 38 لتقم"))
    'مقتل 38 يوم 12/3/2019 في القرية'
    >>> logical(list("CNN ةكبش"))
    'شبكة CNN'
    """
    kinds = "".join(map(_kind, units))
    if "R" not in kinds:
        return "".join(units)
    if kinds.count("L") > kinds.count("R"):  # a line of Latin words: only the Arabic among them is turned
        return "".join(_turned_within(units, kinds, RIGHT_TO_LEFT))
    return "".join(_turned(units, kinds))


def _boxes(data: bytes) -> list[Box]:
    """The blocks of text on the pages, by a program that is ended when it takes too long or too much memory."""
    command = [sys.executable, "-I", str(GLYPHS)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=True)
        told = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        raise Unreadable("a PDF that takes too long or too much memory. Save its text as a UTF-8 .txt file.") from None
    if told.get("fault", "").startswith("PDFPassword"):
        raise Unreadable("locked with a password. Save it without one.")
    if "fault" in told:
        raise Unreadable(f"no PDF that can be opened ({told['fault']}). Save it again, or its text as UTF-8 .txt.")
    return told["boxes"]


def _kind(unit: str) -> str:
    """R a letter that runs from the right, L from the left, N a digit, C a sign that joins digits, O anything else."""
    sign = unicodedata.normalize("NFKC", unit).strip()[:1] or " "
    direction = unicodedata.bidirectional(sign)
    return {"R": "R", "AL": "R", "L": "L", "EN": "N", "AN": "C" if sign in "٫٬" else "N", "CS": "C"}.get(direction, "O")


def _turned(units: Sequence[str], kinds: str) -> Iterator[str]:
    """The units from the right, each number and each run of Latin words in its own order."""
    end = len(units)
    for run in reversed(list(RUN.finditer(kinds))):
        yield from reversed(units[run.end() : end])
        yield from units[run.start() : run.end()]
        end = run.start()
    yield from reversed(units[:end])


def _turned_within(units: Sequence[str], kinds: str, pattern: re.Pattern[str]) -> Iterator[str]:
    begin = 0
    for run in pattern.finditer(kinds):
        yield from units[begin : run.start()]
        yield from _turned(units[run.start() : run.end()], run[0])
        begin = run.end()
    yield from units[begin:]


def _draws_brackets_as_seen(lines: Sequence[Sequence[str]]) -> bool:
    """Whether brackets are stored as they look, so that they are to be mirrored: most pairs tell which opens."""
    votes = 0
    for line in map(logical, lines):
        for opens, closes in map(tuple, PAIRS):
            if opens in line and closes in line:
                votes += 1 if line.index(closes) < line.index(opens) else -1
    return votes > 0


def _in_order(boxes: Sequence[Box]) -> list[Box]:
    return [box for page in sorted({box["page"] for box in boxes}) for box in _read(_of_page(boxes, page))]


def _of_page(boxes: Sequence[Box], page: int) -> list[Box]:
    return [box for box in boxes if box["page"] == page and any(box["lines"])]


def _read(boxes: list[Box]) -> list[Box]:
    """The blocks of a page in the order of reading: columns from the right, each from the top."""
    for low, high, backwards in ((0, 2, True), (1, 3, True)):  # a cut from top to bottom first, then from side to side
        parts = _parted(boxes, low, high)
        if len(parts) > 1:
            return [box for part in (reversed(parts) if backwards else parts) for box in _read(part)]
    return sorted(boxes, key=lambda box: -box["place"][3])


def _parted(boxes: list[Box], low: int, high: int) -> list[list[Box]]:
    """The blocks in groups between which a line can be drawn, lowest places first."""
    parts: list[list[Box]] = []
    reach = float("-inf")
    for box in sorted(boxes, key=lambda box: box["place"][low]):
        if box["place"][low] >= reach:
            parts.append([])
        parts[-1].append(box)
        reach = max(reach, box["place"][high])
    return parts


def _paragraphs(box: Box, mirrored: bool) -> Iterator[str]:
    """The lines of a block, joined where one runs on into the next."""
    left, right = box["place"][0], box["place"][2]
    lines = [(line, _written(line["units"], mirrored)) for line in box["lines"]]
    paragraph = [text for _, text in lines[:1]]
    for (before, _), (line, text) in pairwise(lines):
        room = right - left - (before["x1"] - before["x0"])
        if room > (1 - FULL_LINE) * (right - left) and room > _first_word(line, text):
            yield " ".join(paragraph)
            paragraph = []
        paragraph.append(text)
    yield " ".join(paragraph)


def _first_word(line: Box, text: str) -> float:
    """How wide a line's first word is, with the space before it, as a share of the line."""
    word = next(iter(text.split(maxsplit=1)), "")
    return (len(word) + 1) / max(1, len(text)) * (line["x1"] - line["x0"])


def _written(units: Sequence[str], mirrored: bool) -> str:
    """A line as it is written: in order, its letters plain and no more in the shapes that they have in a word."""
    line = logical(units).strip()
    if mirrored and "R" in map(_kind, units):
        line = line.translate(MIRRORED)
    return "".join(PLAIN.get(sign, sign) for sign in line)
