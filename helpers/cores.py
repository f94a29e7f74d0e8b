"""Bare numbers of running text: numerals, vague words, and the numbers that a noun carries (duals, «أحد», one unit)."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers import numerals
from helpers.lexicon import Hit, Lexicon, Phrases, Seen, Sieve
from helpers.nouns import Noun, noun_at, noun_forms
from helpers.number_words import number_sieve
from helpers.text import Token, readings

QUALIFIER_WORDS = 4
ONE_OF = {"احد", "احدي"}
LENGTHS = ("area", "distance")


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


class Opening(NamedTuple):
    """What a written word can open: a vague phrase, a noun that carries a number, «one of» after so many letters."""

    vague: bool
    noun: bool
    one_of: int | None


def cores(text: str, found: Sequence[Token], lexicon: Lexicon) -> list[Core]:
    """The bare numbers among the tokens, in order, none overlapping.

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> text = "قتل 3 وأصيب العشرات في غارتين"
    >>> [core.kind for core in cores(text, tokens(text), load())]
    ['cardinal', 'vague', 'dual']
    """
    by_start = {n.start: n for n in numerals.scan(text, lexicon) if n.kind in ("cardinal", "percent")}
    openings, listed, done = _openings(lexicon), [], 0
    for i, token in enumerate(found):
        opening = openings[token.form] if token.kind == "word" else None
        if i < done or not (opening or by_start) or token.kind == "mark":
            continue
        number = next((by_start[at] for at in token.letters if at in by_start), None) if by_start else None
        core = _number(found, i, number) if number else _word(found, i, opening, lexicon) if opening else None
        if core:
            listed.append(core)
            done = core.last
    return listed


@lru_cache(maxsize=16)
def quantity_sieve(lexicon: Lexicon) -> Sieve:
    """What tells texts without a quantity.

    >>> from helpers.lexicon import load
    >>> quantity_sieve(load()).may_hold("سقط صاروخان"), quantity_sieve(load()).may_hold("عاد الهدوء")
    (True, False)
    """
    numbers, openings = number_sieve(lexicon), _openings(lexicon)
    return Sieve(lambda form: openings[form] or numbers.wanted[form])


@lru_cache(maxsize=16)
def _openings(lexicon: Lexicon) -> Seen:
    return Seen(lambda form: _opening(form, lexicon))


def _opening(form: str, lexicon: Lexicon) -> Opening | None:
    vague = bool(_vague_phrases(lexicon).begin[form])
    noun = any(
        number == "dual" or (row["class"] in LENGTHS and number == "singular")
        for _, row, number, _, _ in noun_forms(lexicon)[form]
    )
    one_of = next((r.skip for r in readings(form) if r.stem in ONE_OF and "ال" not in r.clitics), None)
    return Opening(vague, noun, one_of) if vague or noun or one_of is not None else None


@lru_cache(maxsize=16)
def _vague_phrases(lexicon: Lexicon) -> Phrases:
    return Phrases(lexicon["vague"])


@lru_cache(maxsize=16)
def qualifiers_of(lexicon: Lexicon) -> Phrases:
    """The qualifiers of a lexicon, before and after.

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> qualifiers_of(load()).at(tokens("نحو مئة"), 0).row["precision"]
    'approximate'
    """
    return Phrases(lexicon["qualifiers"])


def _number(found: Sequence[Token], i: int, number: numerals.Numeral) -> Core:
    last = i + 1
    while last < len(found) and found[last].end <= number.end:
        last += 1
    return Core(i, last, number.start, number.end, number.value, number.value, None, number.kind)


def _word(found: Sequence[Token], i: int, opening: Opening, lexicon: Lexicon) -> Core | None:
    if opening.vague and (hit := _vague_phrases(lexicon).at(found, i)):
        return _vague(found, i, hit)
    noun = noun_at(found, i, lexicon) if opening.noun else None
    if noun and noun.number == "dual":
        return _carried(found, i, noun, 2, "dual")
    if opening.one_of is not None and i + 1 < len(found):
        following = noun_at(found, i + 1, lexicon)
        if following and following.number == "plural":
            return Core(i, i + 1, found[i].inner(opening.one_of), found[i].end, 1, 1, None, "one_of")
    length = noun and noun.cls in LENGTHS and noun.number == "singular"
    return (
        _carried(found, i, noun, 1, "unit") if length and qualifier_before(found, i, qualifiers_of(lexicon)) else None
    )


def _carried(found: Sequence[Token], i: int, noun: Noun, n: int, kind: str) -> Core:
    last = i + noun.length
    return Core(i, last, noun.start, found[last - 1].end, n, n, None, kind)


def _vague(found: Sequence[Token], i: int, hit: Hit) -> Core:
    low, high = (float(hit.row[key]) if hit.row[key] else None for key in ("low", "high"))
    start = hit.start - (2 if hit.clitics.endswith("ال") else 0)
    last, end = i + hit.length, hit.end
    if hit.row["form"].endswith(" من"):
        last, end = last - 1, found[last - 2].end
    return Core(i, last, start, end, low, high, hit.row["class"], "vague")


def qualifier_before(found: Sequence[Token], i: int, qualifiers: Phrases) -> Hit | None:
    """The qualifier that ends right before token `i`: «أكثر من», «نحو», «ما لا يقل عن»."""
    for length in range(QUALIFIER_WORDS, 0, -1):
        for hit in qualifiers.all_at(found, i - length) if i >= length else ():
            if hit.length == length and hit.row["side"] == "before":
                return hit
    return None
