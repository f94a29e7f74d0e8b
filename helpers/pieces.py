"""Marked text cut into pieces, each with all the marks that cover it, and signs that steer a screen made visible."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

NAMES = {
    "\N{LEFT-TO-RIGHT EMBEDDING}": "LRE",
    "\N{RIGHT-TO-LEFT EMBEDDING}": "RLE",
    "\N{POP DIRECTIONAL FORMATTING}": "PDF",
    "\N{LEFT-TO-RIGHT OVERRIDE}": "LRO",
    "\N{RIGHT-TO-LEFT OVERRIDE}": "RLO",
    "\N{LEFT-TO-RIGHT ISOLATE}": "LRI",
    "\N{RIGHT-TO-LEFT ISOLATE}": "RLI",
    "\N{FIRST STRONG ISOLATE}": "FSI",
    "\N{POP DIRECTIONAL ISOLATE}": "PDI",
}
# Controls but tab and line ends, breaks that no keyboard types, halves of code points, and the signs above.
STEERING = re.compile(
    f"[\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff\\ufff9-\\ufffb{''.join(NAMES)}]"
)


class Piece(NamedTuple):
    """A piece of a text that no mark begins or ends inside, and the marks that cover it as they began."""

    start: int
    end: int
    marks: tuple[int, ...]


def pieces(start: int, end: int, spans: Iterable[tuple[int, int, int]]) -> Iterator[Piece]:
    """The pieces of the stretch `start`–`end` that spans (start, end, mark) cut; they nest, cross and repeat at will.

    Every code point of the stretch is in just one piece; a span's parts outside the stretch are left out, and a span
    without a length marks nothing.

    >>> [tuple(piece) for piece in pieces(0, 9, [(1, 5, 7), (3, 8, 4)])]
    [(0, 1, ()), (1, 3, (7,)), (3, 5, (7, 4)), (5, 8, (4,)), (8, 9, ())]
    """
    begun: dict[int, list[int]] = {}
    ended: dict[int, list[int]] = {}
    for first, last, mark in sorted((max(a, start), min(b, end), mark) for a, b, mark in spans):
        if first < last:
            begun.setdefault(first, []).append(mark)
            ended.setdefault(last, []).append(mark)
    over: dict[int, None] = {}
    for first, last in pairwise(sorted({start, end} | begun.keys() | ended.keys())):
        for mark in ended.get(first, ()):
            over.pop(mark, None)
        over |= dict.fromkeys(begun.get(first, ()))
        yield Piece(first, last, tuple(over))


def visible(text: str) -> str:
    """The text with each sign that turns, hides or breaks what follows it replaced by its name.

    Marks that a word needs (joiners, and the direction marks that only lean) stay. Source: UAX #9, UTS #36.

    >>> visible("abc\\u202edef\\u202c\\0")
    'abc⟦RLO⟧def⟦PDF⟧⟦U+0000⟧'
    """
    return STEERING.sub(lambda found: f"⟦{NAMES.get(found[0]) or f'U+{ord(found[0]):04X}'}⟧", text)
