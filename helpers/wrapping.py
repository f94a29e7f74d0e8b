"""A text whose lines were broken at one width, as mail and text taken out of PDF files are, with its paragraphs whole.

A line broken by a width ends where the next word had no room. Where nearly all lines that end without a stop do so,
their ends are no ends of paragraphs, and a sentence, a number or a speaker that runs on is read as one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from helpers.lines import LIST_ENTRY

NARROWEST, WIDEST = 25, 130  # characters of the longest line; paragraphs that stand on one line each are longer
FEWEST, SHARE = 3, 0.75  # of the lines that end without a stop
STOP = re.compile(r"[.؟?!:…][\"')\]»”\s]*$")


def unwrapped(text: str) -> str:
    """The text with spaces for the line ends that a width has made: of the same length, so that offsets stay true.

    >>> unwrapped("قال متحدث باسم الجيش إن ستة\\nآلاف من جنوده قتلوا أو\\nأصيبوا في المعارك التي دارت\\nأمس.")
    'قال متحدث باسم الجيش إن ستة آلاف من جنوده قتلوا أو أصيبوا في المعارك التي دارت أمس.'
    >>> unwrapped("القتلى: 38\\nالجرحى: 12\\n")
    'القتلى: 38\\nالجرحى: 12\\n'
    """
    lines = text.split("\n")
    width = max((len(line.strip()) for line in lines if " " in line.strip()), default=0)
    if not NARROWEST <= width <= WIDEST:
        return text
    full = list(_full([line.strip() for line in lines], width))
    open_ = [
        is_full for line, is_full in zip(lines, full, strict=False) if is_full is not None and not STOP.search(line)
    ]
    if open_.count(True) < max(FEWEST, SHARE * len(open_)):
        return text
    ended = (_run_on(line) if is_full else f"{line}\n" for line, is_full in zip(lines, full, strict=False))
    return "".join(ended) + lines[-1]


def _run_on(line: str) -> str:
    return f"{line[:-1]}  " if line.endswith("\r") else f"{line} "


def _full(lines: Sequence[str], width: int) -> Iterator[bool | None]:
    """Of each line but the last, whether the next one's first word had no room in it; None where none follows."""
    for line, after in pairwise(lines):
        if not line or not after or LIST_ENTRY.match(after):
            yield None
        else:
            yield len(line) + 1 + len(after.split(maxsplit=1)[0]) > width
