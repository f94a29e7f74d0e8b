"""Quantities in running text: a number or a vague word, its qualifier, and what is counted.

Values keep what the words leave open: exactly n fills low, best and high; «more than n» only low; «about n» only
best; a vague word only its interval, or nothing where no interval is agreed.
"""

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from helpers.cores import Core, cores
from helpers.lexicon import Lexicon, load
from helpers.looks import QUANTITIES, look, sight
from helpers.nouns import Noun, noun_at
from helpers.phrases import counted_phrase
from helpers.qualifying import qualifier_after, qualifier_before
from helpers.ranges import range_start, with_ranges
from helpers.text import Token

YEAR, YEAR_WORDS = re.compile(r"(1[3-9]|20)\d\d"), ("عام", "سنه")


class Quantity(NamedTuple):
    """A quantity: its span with the qualifier, the span of the number alone, the values, and what is counted."""

    start: int
    end: int
    number_start: int
    number_end: int
    low: float | None
    best: float | None
    high: float | None
    precision: str
    vague: str | None
    unit: str | None
    counted: str | None


class Found(NamedTuple):
    """A quantity with the tokens it takes: [first, last) with its qualifier, its noun, and the end of its phrase."""

    quantity: Quantity
    first: int
    last: int
    noun: Noun | None
    phrase_end: int


def read(text: str, lexicon: Lexicon | None = None) -> list[Quantity]:
    """The quantities of a text, in order.

    >>> [(q.low, q.best, q.high, q.precision) for q in read("أكثر من 20 ألفا، ونحو مئة، ومن 3 إلى 5 آلاف")]
    [(20000, None, None, 'more_than'), (None, 100, None, 'approximate'), (3000, None, 5000, 'range')]
    """
    lexicon = lexicon or load()
    if not look(text, lexicon) & QUANTITIES:
        return []
    return [found.quantity for found in scan(text, sight(text, lexicon).tokens, lexicon)]


def scan(text: str, found: Sequence[Token], lexicon: Lexicon | None = None) -> list[Found]:
    """The quantities among the tokens of a text, with their places in the token list."""
    lexicon = lexicon or load()
    bare = with_ranges(found, cores(text, found, lexicon), lexicon)
    listed: list[Found] = []
    for core, following in zip_longest(bare, bare[1:]):
        room = (listed[-1].last if listed else 0, following.first if following else len(found))
        listed.append(_quantity(text, found, core, room, lexicon))
    return listed


def _quantity(text: str, found: Sequence[Token], core: Core, room: tuple[int, int], lexicon: Lexicon) -> Found:
    """The quantity of a core; its qualifiers stand among the tokens [room) that its neighbours leave."""
    noun, phrase_end = _counted(text, found, core, lexicon)
    number_start = core.start if core.kind == "cardinal" else None
    before = qualifier_before(found, core.first, lexicon, number_start) if core.first or number_start else None
    if before and before.first < room[0]:
        before = None
    reach = core.last + (noun.length + 1 if noun and core.unit != "%" else 0)
    after = None if before else qualifier_after(found, core.last, min(reach, room[1] - 1), lexicon)
    first, last, start, end = core.first, core.last, core.start, core.end
    if core.kind == "range":
        start = range_start(found, core)
    precision = {"range": "range", "vague": "vague"}.get(core.kind, "exact")
    if precision == "exact" and (before or after):
        precision = (before or after).row["precision"]
    if before:
        first, start = first if before.parted else before.first, before.start
    if after:
        last, end = after.stop, after.end
    low, best, high = _values(core, precision)
    phrase_end = min(phrase_end, after.first if after else phrase_end, max(room[1], core.last))
    opening = _opening(found, core)
    counted = text[found[opening].start : found[phrase_end - 1].end] if phrase_end > opening else None
    unit = core.unit or (noun.lemma if noun else None)
    quantity = Quantity(start, end, core.start, core.end, low, best, high, precision, core.vague, unit, counted)
    return Found(quantity, first, last, noun, max(phrase_end, last))


def _counted(text: str, found: Sequence[Token], core: Core, lexicon: Lexicon) -> tuple[Noun | None, int]:
    """The noun that a core counts and the end of its phrase; the sign of a currency stands on either side."""
    if YEAR.fullmatch(found[core.first].form) and _is_a_year(found, core):
        return None, core.last
    if core.kind in ("dual", "unit"):
        return noun_at(found, core.first, lexicon), core.last
    signs = (i for i in (core.last, core.first - 1) if 0 <= i < len(found) and found[i].kind == "mark")
    for i in signs:
        if sign := noun_at(found, i, lexicon):
            return sign, core.last
    return counted_phrase(text, found, core.first, _opening(found, core), core.low in (1, 2), lexicon)


def _is_a_year(found: Sequence[Token], core: Core) -> bool:
    """Whether what follows a number that may be a year is not counted: «عام 2014 رئيسا», «15 أبريل 2023م»."""
    named = core.first and found[core.first - 1].form.endswith(YEAR_WORDS)
    return bool(named) or (core.last < len(found) and found[core.last].form == "م")


def _opening(found: Sequence[Token], core: Core) -> int:
    """Where the phrase of what is counted opens, past the bracket that closes around digits: «(12) شهيدا»."""
    enclosed = core.first and core.last + 1 < len(found) and found[core.last].form == ")"
    return core.last + bool(enclosed and found[core.first - 1].form == "(")


def _values(core: Core, precision: str) -> tuple[float | None, float | None, float | None]:
    if precision in ("vague", "range"):
        return core.low, None, core.high
    n = core.low
    if precision == "approximate":
        return None, n, None
    if precision in ("more_than", "at_least"):
        return n, None, None
    if precision in ("less_than", "at_most"):
        return None, None, n
    return n, n, n
