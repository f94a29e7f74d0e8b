"""Quantities in running text: a number or a vague word, its qualifier, and what is counted.

Values keep what the words leave open: exactly n fills low, best and high; «more than n» only low; «about n» only
best; a vague word only its interval, or nothing where no interval is agreed.
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from helpers.cores import Core, cores, quantity_sieve
from helpers.lexicon import Lexicon, load
from helpers.nouns import Noun, noun_at
from helpers.phrases import counted_phrase
from helpers.qualifying import qualifier_after, qualifier_before
from helpers.text import Token, readings, tokens

CHANGES = set("ارتفع ارتفعت يرتفع ترتفع ارتفاع زاد زادت ازداد قفز قفزت انخفض انخفضت انخفاض تراجع تراجعت تقلص".split())
CHANGE_REACH = 7
RANGE_OPENINGS, RANGE_REACH = ("من", "بين"), 4


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
    bare = _with_ranges(found, cores(text, found, lexicon), lexicon)
    listed: list[Found] = []
    for core, following in zip_longest(bare, bare[1:]):
        room = (listed[-1].last if listed else 0, following.first if following else len(found))
        listed.append(_quantity(text, found, core, room, lexicon))
    return listed


def _with_ranges(found: Sequence[Token], cores: list[Core], lexicon: Lexicon) -> list[Core]:
    """The cores with «من … إلى», «بين … و», «3-5» and «ثلاثة أو أربعة» made one range."""
    joined: list[Core] = []
    for core in cores:
        before = joined[-1] if joined else None
        near = before and before.kind == core.kind == "cardinal" and core.first - before.last <= RANGE_REACH
        if near and _is_range(found, before, core, lexicon):
            low = before.low * _shared_scale(before, core)
            if low < core.high:
                first = _range_first(found, before)
                joined[-1] = Core(first, core.last, before.start, core.end, low, core.high, None, "range", core.unit)
                continue
        joined.append(core)
    return joined


def _is_range(found: Sequence[Token], a: Core, b: Core, lexicon: Lexicon) -> bool:
    opening = _opening(found, a)
    between = [token.form for token in found[_after_its_unit(found, a, bool(opening), lexicon) : b.first]]
    joined = found[b.first].form[0] == "و"
    if opening == "بين" and (between in (["و"], ["وال"]) or (not between and joined)):
        return True
    if len(between) != 1 or joined or (opening == "من" and _tells_a_change(found, a.first)):
        return False
    if between[0] == "-":
        left, right = found[a.last].start - found[a.last - 1].end, found[b.first].start - found[a.last].end
        return left == right <= 1
    return between[0] in ("الي", "او") or (opening == "من" and between[0] == "حتي")


def _after_its_unit(found: Sequence[Token], a: Core, opened: bool, lexicon: Lexicon) -> int:
    """The token after the first number and, when «من» or «بين» opens the range, its noun: «من 20 كم إلى 30 كم»."""
    noun = noun_at(found, a.last, lexicon) if opened and a.last < len(found) else None
    return a.last + noun.length if noun and not noun.clitics else a.last


def _range_first(found: Sequence[Token], a: Core) -> int:
    """The first token of a range, once «من», «بين» or «ما بين» before its first number is taken in."""
    opening = _opening(found, a)
    what = opening == "بين" and a.first > 1 and found[a.first - 2].form.removeprefix("و") in ("ما", "بما")
    return a.first - bool(opening) - what


def _range_start(found: Sequence[Token], core: Core) -> int:
    """Where a range begins in the text, clitics before its first word left out: «ومن 3 إلى 5»."""
    token = found[core.first]
    cut = next((r.skip for r in readings(token.form) if r.stem in (*RANGE_OPENINGS, "ما")), None)
    return core.start if cut is None else token.inner(cut)


def _tells_a_change(found: Sequence[Token], i: int) -> bool:
    """«ارتفع عدد القتلى من 12 إلى 19»: the first number was, the second is."""
    return any(r.stem in CHANGES for token in found[max(0, i - CHANGE_REACH) : i] for r in readings(token.form))


def _opening(found: Sequence[Token], core: Core) -> str:
    """The «من» or «بين» that a range may open with."""
    forms = [r.stem for r in readings(found[core.first - 1].form)] if core.first else []
    return next((form for form in forms if form in RANGE_OPENINGS), "")


def _shared_scale(a: Core, b: Core) -> float:
    """«من 3 إلى 5 آلاف»: the scale of the second number when the first is written without one."""
    if b.last - b.first < 2 or a.last - a.first > 1 or a.low >= 1000 or b.high < 1000:
        return 1
    scale = 1000
    while b.high / (scale * 1000) >= 1:
        scale *= 1000
    return scale if a.low < b.high / scale else 1


def _quantity(text: str, found: Sequence[Token], core: Core, room: tuple[int, int], lexicon: Lexicon) -> Found:
    """The quantity of a core; its qualifiers stand among the tokens [room) that its neighbours leave."""
    noun, phrase_end = _counted(text, found, core, lexicon)
    number_start = core.start if core.kind == "cardinal" else None
    before = qualifier_before(found, core.first, lexicon, number_start) if core.first or number_start else None
    if before and before.first < room[0]:
        before = None
    reach = core.last + (noun.length + 1 if noun else 0)
    after = None if before else qualifier_after(found, core.last, min(reach, room[1] - 1), lexicon)
    first, last, start, end = core.first, core.last, core.start, core.end
    if core.kind == "range":
        start = _range_start(found, core)
    precision = {"range": "range", "vague": "vague"}.get(core.kind, "exact")
    if precision == "exact" and (before or after):
        precision = (before or after).row["precision"]
    if before:
        first, start = first if before.parted else before.first, before.start
    if after:
        last, end = after.stop, after.end
    low, best, high = _values(core, precision)
    phrase_end = min(phrase_end, after.first if after else phrase_end, max(room[1], core.last))
    counted = text[found[core.last].start : found[phrase_end - 1].end] if phrase_end > core.last else None
    unit = core.unit or (noun.lemma if noun else None)
    quantity = Quantity(start, end, core.start, core.end, low, best, high, precision, core.vague, unit, counted)
    return Found(quantity, first, last, noun, max(phrase_end, last))


def _counted(text: str, found: Sequence[Token], core: Core, lexicon: Lexicon) -> tuple[Noun | None, int]:
    """The noun that a core counts and the end of its phrase; the sign of a currency stands on either side."""
    if core.kind in ("dual", "unit"):
        return noun_at(found, core.first, lexicon), core.last
    signs = (i for i in (core.last, core.first - 1) if 0 <= i < len(found) and found[i].kind == "mark")
    for i in signs:
        if sign := noun_at(found, i, lexicon):
            return sign, core.last
    return counted_phrase(text, found, core.first, core.last, core.low in (1, 2), lexicon)


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
