"""Ranges: two numbers that bound what is counted, «من … إلى», «بين … و», «3-5», «ثلاثة أو أربعة», «يوم أو يومين»."""

from collections.abc import Sequence
from functools import lru_cache

from helpers.cores import Core
from helpers.lexicon import Lexicon
from helpers.nouns import noun_at
from helpers.text import Token, fold, readings

CHANGES = set(
    "ارتفع ارتفعت يرتفع ترتفع ارتفاع رفع رفعت يرفع ترفع عدل عدلت خفض خفضت زاد زادت ازداد قفز قفزت انخفض انخفضت انخفاض"
    " تراجع تراجعت تقلص".split()
)
CHANGE_REACH = 7
OPENINGS, REACH = ("من", "بين"), 4
YEARS, YEAR_WORDS = range(1900, 2101), {"عام", "العام", "سنه"}


def with_ranges(text: str, found: Sequence[Token], bare: Sequence[Core], lexicon: Lexicon) -> list[Core]:
    """The cores of a text, those that bound one range made one.

    >>> from helpers.cores import cores
    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> t, lexicon = "من 3 إلى 5 آلاف", load()
    >>> [(c.low, c.high) for c in with_ranges(t, tokens(t), cores(t, tokens(t), lexicon), lexicon)]
    [(3000, 5000)]
    """
    joined: list[Core] = []
    for core in bare:
        before = joined[-1] if joined else None
        near = before is not None and core.first - before.last <= REACH
        if before and near and (bounds := _bounds(before, core)) and _is_range(text, found, before, core, lexicon):
            low, high = bounds
            if low < high:
                first = _first(found, before)
                unit = core.unit or _dual_unit(found, before, core.last, lexicon)
                joined[-1] = Core(first, core.last, before.start, core.end, low, high, None, "range", unit)
                continue
        joined.append(_one_or_two(found, core, lexicon) if core.kind == "dual" else core)
    return joined


def _bounds(a: Core, b: Core) -> tuple[float, float] | None:
    """What two cores that can bound one range put it between: numbers, or a dual and a number («يومين أو ثلاثة»)."""
    low, high = a.low, b.high
    if a.kind not in ("cardinal", "dual") or b.kind != "cardinal" or low is None or high is None:
        return None
    if a.unit == "%" != b.unit:
        return None  # «زاد 3 بالمئة إلى 20 دينارا»
    if 1900 < low < 2100 and low % 100 and a.last - a.first == 1 and high > 100 * low:
        return None  # «من 52 مليونا أواخر 2006 إلى 61 مليونا»
    unscaled = a.last - a.first == 1 and b.last - b.first > 1
    return (low * _shared_scale(low, high) if unscaled else low), high


def _dual_unit(found: Sequence[Token], a: Core, k: int, lexicon: Lexicon) -> str | None:
    """The unit that only the dual of a range names: «يومين أو ثلاثة»."""
    if a.kind != "dual" or (k < len(found) and noun_at(found, k, lexicon)):
        return None
    noun = noun_at(found, a.first, lexicon)
    return noun.lemma if noun else None


def _one_or_two(found: Sequence[Token], core: Core, lexicon: Lexicon) -> Core:
    """«يوم أو يومين», «شخصا أو شخصين»: from one to two."""
    if core.first < 2 or found[core.first - 1].form != "او":
        return core
    one, two = noun_at(found, core.first - 2, lexicon), noun_at(found, core.first, lexicon)
    if one and two and one.number == "singular" and one.lemma == two.lemma and "ال" not in one.clitics:
        return Core(core.first - 2, core.last, one.start, core.end, 1, 2, None, "range", two.lemma)
    return core


def range_start(found: Sequence[Token], core: Core) -> int:
    """Where a range begins in the text, clitics before its first word left out.

    >>> from helpers.cores import cores
    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> found = tokens("ومن 3 إلى 5")
    >>> (core,) = with_ranges("ومن 3 إلى 5", found, cores("ومن 3 إلى 5", found, load()), load())
    >>> core.start, range_start(found, core)
    (4, 1)
    """
    token = found[core.first]
    cut = next((r.skip for r in readings(token.form) if r.stem in (*OPENINGS, "ما")), None)
    return core.start if cut is None else token.inner(cut)


def _is_range(text: str, found: Sequence[Token], a: Core, b: Core, lexicon: Lexicon) -> bool:
    opening = _opening(found, a)
    between = [token.form for token in found[_after_its_unit(found, a, bool(opening), lexicon) : b.first]]
    joined = found[b.first].form[0] == "و"
    if _is_dated(found, a, lexicon) and b.high not in YEARS:
        return False  # «ارتفعت الحصيلة منذ أكتوبر 2023 إلى 58 ألفا»
    if opening == "بين" and (between in (["و"], ["وال"]) or (not between and joined)):
        return True
    if len(between) != 1 or joined or (opening == "من" and tells_a_change(found, a.first)):
        return False
    if between[0] == "-":
        left, right = found[a.last].start - found[a.last - 1].end, found[b.first].start - found[a.last].end
        return left == right <= 1 and "\n" not in text[found[a.last - 1].end : found[b.first].start]  # «- 12» is a line
    return between[0] in ("الي", "او") or (opening == "من" and between[0] == "حتي")


def _is_dated(found: Sequence[Token], a: Core, lexicon: Lexicon) -> bool:
    """Whether a number is the year after a month or «عام»."""
    before = found[a.first - 1].form if a.first else ""
    return a.low in YEARS and a.last - a.first == 1 and (before in YEAR_WORDS or before in _month_ends(lexicon))


@lru_cache(maxsize=16)
def _month_ends(lexicon: Lexicon) -> frozenset[str]:
    """The last words of the months' names, folded."""
    return frozenset(fold(row["form"]).text.split()[-1] for row in lexicon["months"])


def _after_its_unit(found: Sequence[Token], a: Core, opened: bool, lexicon: Lexicon) -> int:
    """The token after the first number and, when «من» or «بين» opens the range, its noun: «من 20 كم إلى 30 كم»."""
    noun = noun_at(found, a.last, lexicon) if opened and a.last < len(found) else None
    return a.last + noun.length if noun and not noun.clitics else a.last


def _first(found: Sequence[Token], a: Core) -> int:
    """The first token of a range, once «من», «بين» or «ما بين» before its first number is taken in."""
    opening = _opening(found, a)
    what = opening == "بين" and a.first > 1 and found[a.first - 2].form.removeprefix("و") in ("ما", "بما")
    return a.first - bool(opening) - what


def tells_a_change(found: Sequence[Token], i: int) -> bool:
    """Whether the numbers from token `i` on are a former and a present one: «ارتفع عدد القتلى من 12 إلى 19».

    >>> from helpers.text import tokens
    >>> tells_a_change(tokens("ارتفع العدد من 12 إلى 19"), 3)
    True
    """
    return any(r.stem in CHANGES for token in found[max(0, i - CHANGE_REACH) : i] for r in readings(token.form))


def _opening(found: Sequence[Token], core: Core) -> str:
    """The «من» or «بين» that a range may open with."""
    forms = [r.stem for r in readings(found[core.first - 1].form)] if core.first else []
    return next((form for form in forms if form in OPENINGS), "")


def _shared_scale(low: float, high: float) -> int:
    """«من 3 إلى 5 آلاف»: the scale of the second number when the first is written without one."""
    if low >= 1000 or high < 1000:
        return 1
    scale = 1000
    while high / (scale * 1000) >= 1:
        scale *= 1000
    return scale if low < high / scale else 1
