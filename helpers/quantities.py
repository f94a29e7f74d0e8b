"""Quantities in running text: a number or a vague word, its qualifier, and what is counted.

Values keep what the words leave open: exactly n fills low, best and high; «more than n» only low; «about n» only
best; a vague word only its interval, or nothing where no interval is agreed.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers import numerals
from helpers.lexicon import Hit, Lexicon, Phrases, load
from helpers.nouns import Noun, noun_at
from helpers.phrases import counted_phrase
from helpers.text import Token, readings, tokens

QUALIFIER_WORDS = 4
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


class Core(NamedTuple):
    """A bare number or vague word and its tokens [first, last)."""

    first: int
    last: int
    start: int
    end: int
    low: float | None
    high: float | None
    vague: str | None
    kind: str


def read(text: str, lexicon: Lexicon | None = None) -> list[Quantity]:
    """The quantities of a text, in order.

    >>> [(q.low, q.best, q.high, q.precision) for q in read("أكثر من 20 ألفا، ونحو مئة، ومن 3 إلى 5 آلاف")]
    [(20000, None, None, 'more_than'), (None, 100, None, 'approximate'), (3000, None, 5000, 'range')]
    """
    return [found.quantity for found in scan(text, tokens(text), lexicon)]


def scan(text: str, found: Sequence[Token], lexicon: Lexicon | None = None) -> list[Found]:
    """The quantities among the tokens of a text, with their places in the token list."""
    lexicon = lexicon or load()
    cores = _with_ranges(found, list(_cores(text, found, lexicon)))
    return [_quantity(text, found, core, lexicon) for core in cores]


def _cores(text: str, found: Sequence[Token], lexicon: Lexicon) -> Iterator[Core]:
    qualifiers, vague = _indexes(lexicon)
    by_start = {n.start: n for n in numerals.scan(text, found, lexicon) if n.kind in ("cardinal", "percent")}
    done = 0
    for i, token in enumerate(found):
        if i < done or token.kind == "mark":
            continue
        number = next((by_start[at] for at in token.letters if at in by_start), None)
        core = (
            _number_core(found, i, number) if number
            else _vague_core(found, i, vague.at(found, i)) if token.kind == "word"
            else None
        ) or _noun_core(found, i, lexicon, qualifiers)  # fmt: skip
        if core:
            yield core
            done = core.last


def _number_core(found: Sequence[Token], i: int, number: numerals.Numeral) -> Core:
    last = i + 1
    while last < len(found) and found[last].end <= number.end:
        last += 1
    return Core(i, last, number.start, number.end, number.value, number.value, None, number.kind)


def _vague_core(found: Sequence[Token], i: int, hit: Hit | None) -> Core | None:
    if hit is None:
        return None
    low, high = (float(hit.row[key]) if hit.row[key] else None for key in ("low", "high"))
    start = hit.start - (2 if hit.clitics.endswith("ال") else 0)
    last = i + hit.length
    end = hit.end
    if hit.row["form"].endswith(" من"):
        last, end = last - 1, found[last - 2].end
    return Core(i, last, start, end, low, high, hit.row["class"], "vague")


def _noun_core(found: Sequence[Token], i: int, lexicon: Lexicon, qualifiers: Phrases) -> Core | None:
    """A number that a noun carries: a dual, «أحد» before a plural, a single unit after a qualifier."""
    if found[i].kind != "word":
        return None
    noun = noun_at(found, i, lexicon)
    if noun and noun.number == "dual":
        return Core(i, i + noun.length, noun.start, found[i + noun.length - 1].end, 2, 2, None, "dual")
    if any(r.stem in ("احد", "احدي") and "ال" not in r.clitics for r in readings(found[i].form)) and i + 1 < len(found):
        following = noun_at(found, i + 1, lexicon)
        if following and following.number == "plural":
            skip = next(r.skip for r in readings(found[i].form) if r.stem in ("احد", "احدي"))
            return Core(i, i + 1, found[i].inner(skip), found[i].end, 1, 1, None, "one_of")
    if (
        noun
        and noun.cls in ("area", "distance")
        and noun.number == "singular"
        and _qualifier_before(found, i, qualifiers)
    ):
        return Core(i, i + noun.length, noun.start, found[i + noun.length - 1].end, 1, 1, None, "unit")
    return None


@lru_cache(maxsize=16)
def _indexes(lexicon: Lexicon) -> tuple[Phrases, Phrases]:
    return Phrases(lexicon["qualifiers"]), Phrases(lexicon["vague"])


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
    if len(between) != 1:
        return False
    glued = found[a.last].start == found[a.last - 1].end and found[a.last].end == found[b.first].start
    return between[0] in ("الي", "او") or (opening == "من" and between[0] == "حتي") or (between[0] == "-" and glued)


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


def _quantity(text: str, found: Sequence[Token], core: Core, lexicon: Lexicon) -> Found:
    qualifiers, _ = _indexes(lexicon)
    if core.kind in ("dual", "unit"):
        noun, phrase_end = noun_at(found, core.first, lexicon), core.last
    else:
        noun, phrase_end = counted_phrase(text, found, core.first, core.last, core.low in (1, 2), lexicon)
    before = _qualifier_before(found, core.first, qualifiers)
    after = _qualifier_after(found, core, noun, qualifiers)
    first, last, start, end = core.first, core.last, core.start, core.end
    if core.kind == "range":
        start = min(start, found[first].start)
    precision = {"range": "range", "vague": "vague"}.get(core.kind, "exact")
    if precision == "exact" and (before or after):
        precision = (before or after).row["precision"]
    if before:
        first, start = first - before.length, before.start
    if after and not before:
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


def _qualifier_before(found: Sequence[Token], i: int, qualifiers: Phrases) -> Hit | None:
    for length in range(QUALIFIER_WORDS, 0, -1):
        for hit in qualifiers.all_at(found, i - length) if i >= length else ():
            if hit.length == length and hit.row["side"] == "before":
                return hit
    return None


def _qualifier_after(found: Sequence[Token], core: Core, noun: Noun | None, qualifiers: Phrases) -> Hit | None:
    reach = core.last + (noun.length + 1 if noun else 0)
    for i in range(core.last, min(reach, len(found) - 1) + 1):
        for hit in qualifiers.all_at(found, i) if i < len(found) else ():
            if hit.row["side"] == "after":
                return hit
    return None
