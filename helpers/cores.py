"""Bare numbers of running text: numerals, vague words, and the numbers that a noun carries (duals, «أحد», one unit)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from helpers import numerals
from helpers.lexicon import Hit, Lexicon
from helpers.looks import sight
from helpers.nouns import Noun, noun_at, possessed_noun
from helpers.openings import HOW_LONG, MEASURED, WHOLE, Opening, vague_phrases
from helpers.qualifying import NO_SIZES, SIZES, qualifier_before
from helpers.text import NEW, Token

EXPECTED = {"المتوقع", "المرجح", "المقرر", "المحتمل", "المنتظر", "المرشح", "المؤكد", "الممكن", "المفترض"}


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
    unit: str | None = None


def cores(text: str, found: Sequence[Token], lexicon: Lexicon) -> list[Core]:
    """The bare numbers among the tokens, in order, none overlapping.

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> text = "قتل 3 وأصيب العشرات في غارتين"
    >>> [core.kind for core in cores(text, tokens(text), load())]
    ['cardinal', 'vague', 'dual']
    """
    places = {place.first: place for place in numerals.placed(text, lexicon)}
    opened = {i: known.opening for i, known in sight(text, lexicon).marks if known.opening}
    listed: list[Core] = []
    done = 0
    for i in sorted({*places, *opened}) if places else opened:
        if i < done:
            continue
        place, core = places.get(i), None
        if place and _counts(found, place, lexicon):
            core = _number(found, place)
        elif i in opened:
            core = _word(text, found, i, opened[i], lexicon)
        if core and not (listed and (_describes(found, core, listed[-1]) or _is_counted(core, listed[-1]))):
            listed.append(core)
            done = core.last
    if places and any([place.numeral.kind == "fraction" for place in places.values()]):
        listed = _apart(_with_fraction(found, core, places, lexicon) for core in listed)
    return _with_few(found, listed) if any([core.vague == "few" for core in listed]) else listed


def _counts(found: Sequence[Token], place: numerals.Place, lexicon: Lexicon) -> bool:
    """Whether a numeral is a quantity; a fraction is one of units («نصف كيلومتر»), not of a whole («نصف السكان»)."""
    if place.numeral.kind != "fraction":
        return place.numeral.kind != "ordinal"
    noun = noun_at(found, place.last, lexicon) if place.last < len(found) else None
    return noun is not None and noun.cls in MEASURED and noun.number == "singular" and not noun.clitics


def _apart(cores: Iterable[Core]) -> list[Core]:
    """The cores less those that one before them has taken in: of «1.5 عقدان ونصف» the dual."""
    kept: list[Core] = []
    for core in cores:
        if not kept or core.first >= kept[-1].last:
            kept.append(core)
    return kept


def _describes(found: Sequence[Token], core: Core, before: Core) -> bool:
    """Whether a dual is the adjective of the dual right before it: «عمليتان انتحاريتان»."""
    return core.kind == before.kind == "dual" and core.first == before.last and core.start == found[core.first].start


def _is_counted(core: Core, before: Core) -> bool:
    """Whether a unit is what the number right before it counts: «20 سنة ونصف», no year of its own."""
    return core.kind == "unit" and before.kind == "cardinal" and before.last == core.first


def _with_few(found: Sequence[Token], cores: list[Core]) -> list[Core]:
    """«بضعة وعشرون» is one number: from three to nine more than twenty."""
    joined: list[Core] = []
    for core in cores:
        few = joined[-1] if joined and joined[-1].vague == "few" and joined[-1].last == core.first else None
        tens = core.low if core.kind == "cardinal" and found[core.first].form[0] == "و" else None
        if few and tens is not None and tens % 10 == 0:
            low, high = (None if bound is None else tens + bound for bound in (few.low, few.high))
            joined[-1] = Core(few.first, core.last, few.start, core.end, low, high, None, "range")
        else:
            joined.append(core)
    return joined


def _with_fraction(found: Sequence[Token], core: Core, places: dict[int, numerals.Place], lexicon: Lexicon) -> Core:
    """«ثلاث سنوات ونصف», «كيلومترين وربع الكيلومتر»: a number of units and a part of one more."""
    counted = core.last if core.kind == "cardinal" else core.first if core.kind in ("dual", "unit") else len(found)
    noun = noun_at(found, counted, lexicon) if counted < len(found) else None
    if noun is None or noun.cls not in MEASURED or core.low is None:
        return core
    at = counted + noun.length
    part = places[at].numeral if at in places and found[at].form[0] == "و" else None
    if part is None or part.kind != "fraction":
        return core
    more = noun_at(found, at + 1, lexicon) if at + 1 < len(found) else None
    last = at + 1 + (more.length if more and more.lemma == noun.lemma else 0)
    value = core.low + part.value
    return core._replace(last=last, end=found[last - 1].end, low=value, high=value, kind="unit", unit=noun.lemma)


def _number(found: Sequence[Token], place: numerals.Place) -> Core:
    (start, end, value, kind), first, last = place
    first -= first > 0 and found[first - 1].form == "ال"  # «الـ20»
    unit = "%" if kind == "percent" else None
    return NEW(Core, (first, last, start, end, value, value, None, "cardinal", unit))


def _word(text: str, found: Sequence[Token], i: int, opening: Opening, lexicon: Lexicon) -> Core | None:
    after_him = found[i].form == "بعده" and text[found[i].end - 1] == "ه"  # «بعدة» is in several
    if opening.vague and not after_him and (hit := _vague_at(found, i, lexicon)):
        return _vague(found, i, hit)
    noun = noun_at(found, i, lexicon) if opening.noun else None
    if noun and noun.number == "dual":
        return _carried(found, i, noun, 2, "dual")
    if opening.one_of is not None and i + 1 < len(found):
        following = noun_at(found, i + 1, lexicon) or possessed_noun(found[i + 1], lexicon)
        if following and following.number == "plural":
            return Core(i, i + 1, found[i].inner(opening.one_of), found[i].end, 1, 1, None, "one_of")
    if noun and noun.cls in MEASURED and noun.number == "singular" and _measures(found, i, noun, lexicon):
        return _carried(found, i, noun, 1, "unit")
    return None


def _measures(found: Sequence[Token], i: int, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether a unit without a number is one of it: «أكثر من عام», «نحو كيلومتر», «كيلومتر ونصف»."""
    if "ال" in noun.clitics:
        return False
    following = found[i + noun.length].form if i + noun.length < len(found) else ""
    if noun.cls == "time" and (following in WHOLE or found[i].form in HOW_LONG):
        return True
    before = qualifier_before(found, i, lexicon) if i and found[i - 1].kind == "word" else None  # «> عام» is no amount
    sized = before and before.row["precision"] in SIZES and not found[before.stop - 1].form.endswith(NO_SIZES)
    return bool(sized) or following in ("ونصف", "وربع", "وثلث")


def _carried(found: Sequence[Token], i: int, noun: Noun, n: int, kind: str) -> Core:
    last = i + noun.length
    return NEW(Core, (i, last, noun.start, found[last - 1].end, n, n, None, kind, None))


def _vague_at(found: Sequence[Token], i: int, lexicon: Lexicon) -> Hit | None:
    """The vague phrase at token `i`; in «العدد من» the noun is a certain one."""
    hits = vague_phrases(lexicon).all_at(found, i)
    return next((hit for hit in hits if not _is_certain(found, i, hit)), None)


def _is_certain(found: Sequence[Token], i: int, hit: Hit) -> bool:
    """«العدد من» is a certain number, «عدد من المرجح أن يتغير» one that what follows tells of."""
    if not hit.row["form"].endswith(" من"):
        return False
    following = found[i + hit.length].form if i + hit.length < len(found) else ""
    many = following.endswith("وا")  # «عدد من قتلوا»: a verb, so that «من» is «who»
    return "ال" in hit.clitics or following in EXPECTED or many


def _vague(found: Sequence[Token], i: int, hit: Hit) -> Core:
    low, high = (float(hit.row[key]) if hit.row[key] else None for key in ("low", "high"))
    start = hit.start - (2 if hit.clitics.endswith("ال") else 0)
    last, end = i + hit.length, hit.end
    if hit.row["form"].endswith(" من"):
        last, end = last - 1, found[last - 2].end
    return NEW(Core, (i, last, start, end, low, high, hit.row["class"], "vague", None))
