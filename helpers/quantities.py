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
from helpers.qualifying import is_a_sign, qualifier_after, qualifier_before
from helpers.ranges import range_start, with_ranges
from helpers.text import NEW, Token

YEAR, RECENT = re.compile(r"(1[3-9]|20)\d\d"), re.compile(r"(19|20)\d\d")
YEAR_WORDS, TWIN_MARKS = ("عام", "سنه"), ("/", "-", "(")  # «عام 900م», «256هـ/870م»


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
    """The quantities among the tokens of a text, with their places in the token list.

    >>> from helpers.text import tokens
    >>> text = "قتل نحو 20 شخصا"
    >>> [(q.first, q.last, q.noun.lemma) for q in scan(text, tokens(text))]
    [(1, 3, 'شخص')]
    """
    lexicon = lexicon or load()
    bare = with_ranges(text, found, cores(text, found, lexicon), lexicon)
    listed: list[Found] = []
    for core, following in zip_longest(bare, bare[1:]):
        room = (listed[-1].last if listed else 0, following.first if following else len(found))
        listed.append(_quantity(text, found, core, room, lexicon))
    return listed


def _quantity(text: str, found: Sequence[Token], core: Core, room: tuple[int, int], lexicon: Lexicon) -> Found:
    """The quantity of a core; its qualifiers stand among the tokens [room) that its neighbours leave."""
    first, last, number_start, number_end, _, _, vague, kind, unit = core
    opening = _opening(found, core)
    noun, phrase_end = _counted(text, found, core, opening, lexicon)
    before = qualifier_before(found, first, lexicon, number_start if kind == "cardinal" else None)
    if before and before.first < room[0]:
        before = None
    reach = last + (noun.length + 1 if noun and unit != "%" else 0)
    after = None if before else qualifier_after(found, last, min(reach, room[1] - 1), lexicon)
    qualifier = before or after
    precision = kind if kind in ("range", "vague") else qualifier.row["precision"] if qualifier else "exact"
    start, end = range_start(found, core) if kind == "range" else number_start, number_end
    phrase_end = min(phrase_end, max(room[1], last))
    if before:
        first, start = first if before.parted else before.first, before.start
    if after:
        last, end = after.stop, after.end
        phrase_end = min(phrase_end, after.first)
    low, best, high = _values(core, precision)
    counted = text[found[opening].start : found[phrase_end - 1].end] if phrase_end > opening else None
    unit = unit or (noun.lemma if noun else None)
    values = (start, end, number_start, number_end, low, best, high, precision, vague, unit, counted)
    return NEW(Found, (NEW(Quantity, values), first, last, noun, max(phrase_end, last)))


def _counted(text: str, found: Sequence[Token], core: Core, opening: int, lexicon: Lexicon) -> tuple[Noun | None, int]:
    """The noun that a core counts and the end of its phrase; the sign of a currency stands on either side."""
    first, last = core.first, core.last
    if 3 <= len(found[first].form) <= 4 and _is_a_year(found, core):
        return None, last
    if core.kind in ("dual", "unit"):
        return noun_at(found, first, lexicon), last
    for i in (last, first - 1):
        if 0 <= i < len(found) and found[i].kind == "mark" and (sign := noun_at(found, i, lexicon)):
            return sign, last
    return counted_phrase(text, found, first, opening, core.low in (1, 2), lexicon)


def _is_a_year(found: Sequence[Token], core: Core) -> bool:
    """Whether what follows a number that may be a year is not counted: «عام 2014 رئيسا», «15 أبريل 2023م»."""
    form, before = found[core.first].form, [token.form for token in found[max(0, core.first - 2) : core.first]]
    named = bool(before) and before[-1].endswith(YEAR_WORDS)
    if core.last < len(found) and found[core.last].form == "ه":
        return True
    if core.last < len(found) and found[core.last].form == "م":
        return named or bool(RECENT.fullmatch(form)) or (before[:1] == ["ه"] and before[1] in TWIN_MARKS)
    return named and bool(YEAR.fullmatch(form))


def _opening(found: Sequence[Token], core: Core) -> int:
    """Where the phrase of what is counted opens, past a sign or bracket: «50+ قتيلا», «(12) شهيدا»."""
    first, last = core.first, core.last
    enclosed = last + 1 < len(found) and found[last].form == ")" and first and found[first - 1].form == "("
    signed = last < len(found) and found[last].form == "+" and is_a_sign(found, last)
    return last + bool(enclosed or signed)


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
