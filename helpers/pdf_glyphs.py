"""The letters of a PDF by their places on the page, as JSON: run as a program of its own, which may be ended.

A PDF can ask for any amount of time and memory. `pdf_files` runs this file with bounds on both, and reads its output.
"""

import contextlib
import io
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pdfminer.layout import LTTextLine
SECONDS, MEMORY = 60, 2 * 2**30
MOST_PAGES = 500
WORD_GAP = 0.12  # of a letter's size: a wider gap parts words
SAME_PLACE = 0.05
NO_LETTER = re.compile(r"\(cid:-?\d+\)")  # how pdfminer tells a drawing that the font gives no letter for
UNTOLD = "\N{REPLACEMENT CHARACTER}"


def main() -> None:
    """Reads a PDF from standard input and writes its lines, or what is wrong with it."""
    _bound()
    told: dict[str, object]
    try:
        told = {"boxes": list(_boxes(sys.stdin.buffer.read()))}
    except Exception as error:  # whatever a broken file brings about is told to the parent
        told = {"fault": type(error).__name__}
    json.dump(told, sys.stdout)


def _bound() -> None:
    with contextlib.suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _boxes(data: bytes) -> Iterator[dict[str, object]]:
    """The blocks of text of each page, in no order: their place and their lines from the top."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams, LTTextBox, LTTextLine

    pages = extract_pages(io.BytesIO(data), maxpages=MOST_PAGES, laparams=LAParams(all_texts=True, boxes_flow=None))
    for number, page in enumerate(pages):
        for box in page:
            if isinstance(box, LTTextBox):
                lines = [
                    {"x0": line.x0, "x1": line.x1, "size": line.height, "units": _units(line)}
                    for line in sorted(box, key=lambda line: -line.y1)
                    if isinstance(line, LTTextLine)
                ]
                yield {"page": number, "place": [box.x0, box.y0, box.x1, box.y1], "lines": lines}


def _units(line: "LTTextLine") -> list[str]:
    """What stands in a line from left to right: letters with the marks above them, and spaces where there are gaps."""
    from pdfminer.layout import LTChar

    units: list[str] = []
    before: LTChar | None = None
    for char in sorted((char for char in line if isinstance(char, LTChar)), key=lambda char: char.x0):
        text = UNTOLD if NO_LETTER.fullmatch(char.get_text()) else char.get_text()
        if units and all(unicodedata.combining(sign) for sign in text):
            units[-1] += text
            continue
        if before and char.get_text() == before.get_text() and abs(char.x0 - before.x0) < SAME_PLACE * char.size:
            continue  # drawn twice, to look bold
        if before and char.x0 - before.x1 > WORD_GAP * char.size and units[-1] != " " and text != " ":
            units.append(" ")
        units.append(text)
        before = char
    return units


if __name__ == "__main__":
    main()
