"""Quantities in running text: a number or a vague word, its qualifier, and what is counted.

Values keep what the words leave open: exactly n fills low, best and high; «more than n» only low; «about n» only
best; a vague word only its interval, or nothing where no interval is agreed.
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from helpers.cores import Core, cores, qualifier_before, qualifiers_of, quantity_sieve
from helpers.lexicon import Hit, Lexicon, Phrases, load
from helpers.nouns import Noun, noun_at
from helpers.phrases import counted_phrase
from helpers.text import Token, readings, tokens

CHANGES = set("ارتفع ارتفعت يرتفع ترتفع ارتفاع زاد زادت ازداد قفز قفزت انخفض انخفضت انخفاض تراجع تراجعت تقلص".split())
CHANGE_REACH = 7
RANGE_OPENINGS = ("من", "بين")


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
    if not quantity_sieve(lexicon).may_hold(text):
        return []
    return [found.quantity for found in scan(text, tokens(text), lexicon)]


def scan(text: str, found: Sequence[Token], lexicon: Lexicon | None = None) -> list[Found]:
    """The quantities among the tokens of a text, with their places in the token list."""
    lexicon = lexicon or load()
    bare = _with_ranges(found, cores(text, found, lexicon))
    listed: list[Found] = []
    for core, following in zip_longest(bare, bare[1:]):
        room = (listed[-1].last if listed else 0, following.first if following else len(found))
        listed.append(_quantity(text, found, core, room, lexicon))
    return listed


def _with_ranges(found: Sequence[Token], cores: list[Core]) -> list[Core]:
    """The cores with «من … إلى», «بين … و», «3-5» and «ثلاثة أو أربعة» made one range."""
    joined: list[Core] = []
    for core in cores:
        before = joined[-1] if joined else None
        if before and before.kind == core.kind == "cardinal" and _is_range(found, before, core):
            low = before.low * _shared_scale(found, before, core)
            if low < core.high:
                first = before.first - bool(_opening(found, before))
                joined[-1] = Core(first, core.last, before.start, core.end, low, core.high, None, "range")
                continue
        joined.append(core)
    return joined


def _is_range(found: Sequence[Token], a: Core, b: Core) -> bool:
    opening = _opening(found, a)
    between = [token.form for token in found[a.last : b.first]]
    if opening == "بين":
        return between == ["و"] or (not between and found[b.first].form[0] == "و")
    if len(between) != 1 or (opening == "من" and tells_a_change(found, a.first)):
        return False
    glued = found[a.last].start == found[a.last - 1].end and found[a.last].end == found[b.first].start
    return between[0] in ("الي", "او") or (opening == "من" and between[0] == "حتي") or (between[0] == "-" and glued)


def tells_a_change(found: Sequence[Token], i: int) -> bool:
    """Whether the numbers from token `i` on are a former and a present one: «ارتفع عدد القتلى من 12 إلى 19».

    >>> tells_a_change(tokens("ارتفع العدد من 12 إلى 19"), 3)
    True
    """
    return any(r.stem in CHANGES for token in found[max(0, i - CHANGE_REACH) : i] for r in readings(token.form))


def _opening(found: Sequence[Token], core: Core) -> str:
    """The «من» or «بين» that a range may open with."""
    forms = [r.stem for r in readings(found[core.first - 1].form)] if core.first else []
    return next((form for form in forms if form in RANGE_OPENINGS), "")


def _shared_scale(found: Sequence[Token], a: Core, b: Core) -> float:
    """«من 3 إلى 5 آلاف»: the scale of the second number when the first is written without one."""
    if b.last - b.first < 2 or a.last - a.first > 1 or a.low >= 1000 or b.high < 1000:
        return 1
    scale = 1000
    while b.high / (scale * 1000) >= 1:
        scale *= 1000
    return scale if a.low < b.high / scale else 1


def _quantity(text: str, found: Sequence[Token], core: Core, room: tuple[int, int], lexicon: Lexicon) -> Found:
    """The quantity of a core; its qualifiers stand among the tokens [room) that its neighbours leave."""
    qualifiers = qualifiers_of(lexicon)
    if core.kind in ("dual", "unit"):
        noun, phrase_end = noun_at(found, core.first, lexicon), core.last
    else:
        noun, phrase_end = counted_phrase(text, found, core.first, core.last, core.low in (1, 2), lexicon)
    before = qualifier_before(found, core.first, qualifiers)
    if before and core.first - before.length < room[0]:
        before = None
    after = None if before else _qualifier_after(found[: room[1]], core, noun, qualifiers)
    first, last, start, end = core.first, core.last, core.start, core.end
    if core.kind == "range":
        start = min(start, found[first].start)
    precision = {"range": "range", "vague": "vague"}.get(core.kind, "exact")
    if precision == "exact" and (before or after):
        precision = (before or after).row["precision"]
    if before:
        first, start = first - before.length, before.start
    if after:
        last = next(i for i in range(last, len(found) + 1) if i == len(found) or found[i].start >= after.end)
        end = after.end
    low, best, high = _values(core, precision)
    counted = text[found[core.last].start : found[phrase_end - 1].end] if phrase_end > core.last else None
    unit = "%" if core.kind == "percent" else noun.lemma if noun else None
    quantity = Quantity(start, end, core.start, core.end, low, best, high, precision, core.vague, unit, counted)
    return Found(quantity, first, last, noun, max(phrase_end, last))


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


def _qualifier_after(found: Sequence[Token], core: Core, noun: Noun | None, qualifiers: Phrases) -> Hit | None:
    reach = core.last + (noun.length + 1 if noun else 0)
    for i in range(core.last, min(reach, len(found) - 1) + 1):
        for hit in qualifiers.all_at(found, i) if i < len(found) else ():
            if hit.row["side"] == "after":
                return hit
    return None
