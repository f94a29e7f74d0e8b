"""What became of every numeral: an own scan of the text, apart from the readers, each numeral ending in one row.

The scan knows nothing of what the readers hold for a quantity. It covers every run of digits, signs such as «½»,
every token in the lists of numbers and of vague words (those inside idioms such as «دفعة واحدة» too), the duals of
listed nouns, and every other word in -تان or -تين, which is the dual of a feminine by its form. It does not see the
dual of a masculine noun that is not listed: in -ان or -ين that looks like a plural or a plain word.

It counts numerals, not missed claims: a number that the readers took for the wrong thing still stands here as read.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.lexicon import Lexicon, Phrases, Seen
from helpers.nouns import CONSTRUCT, noun_at, noun_forms
from helpers.text import Token, readings, tokens

FEMININE_DUAL, DUAL_LETTERS, LANDS = ("تان", "تين"), 6, "ستان"


class Entry(NamedTuple):
    """A numeral and what became of it; `row` is the index of the row it went to, within its frame."""

    start: int
    end: int
    became: str
    why: str | None
    row: int | None


class Taken(NamedTuple):
    """A span that some reader used, and what for."""

    start: int
    end: int
    became: str
    why: str | None
    row: int | None


def entries(found: Sequence[Token], taken: Iterable[Taken], lexicon: Lexicon) -> list[Entry]:
    """One entry for each numeral among the tokens; the first of `taken` that covers it says what it became.

    >>> from helpers.lexicon import load
    >>> [e.became for e in entries(tokens("قتل 3 في 2014"), [Taken(4, 5, "claim", None, 0)], load())]
    ['claim', 'unread']
    """
    numerals = list(_numerals(found, lexicon))
    owners = _owners(found, [i for i, _ in numerals], taken)
    listed = []
    for i, idiom in numerals:
        use = owners.get(i)
        if use is None and idiom:
            use = Taken(found[i].start, found[i].end, "not_a_claim", f"an idiom: {idiom}", None)
        listed.append(Entry(found[i].start, found[i].end, *(use[2:] if use else ("unread", None, None))))
    return listed


def _owners(found: Sequence[Token], places: Sequence[int], taken: Iterable[Taken]) -> dict[int, Taken]:
    """The first use of each of the tokens at `places` that is used."""
    owners: dict[int, Taken] = {}
    ends = [found[i].end for i in places]
    for use in taken:
        k = bisect_right(ends, use.start)
        while k < len(places) and found[places[k]].start < use.end:
            owners.setdefault(places[k], use)
            k += 1
    return owners


def _numerals(found: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[int, str | None]]:
    """The tokens that are numerals, and the idiom that each stands in."""
    lists, nouns = _lists(lexicon), noun_forms(lexicon)
    may_be_any = _may_be_any(lexicon)
    idiom, idiom_end, after_dual = None, 0, False
    for i, token in enumerate(found):
        if not may_be_any[token.form] and token.kind != "number":
            after_dual = False
            continue
        if trap := lists.traps.at(found, i):
            idiom, idiom_end = trap.row["form"], i + trap.length
        noun = noun_at(found, i, lexicon) if nouns[token.form] else None
        dual = noun if noun and noun.number == "dual" else None
        by_form = not dual and lists.duals[token.form]
        if (
            token.kind == "number"
            or lists.numbers[token.form]
            or lists.vague.at(found, i)
            or (dual and not (after_dual and dual.clitics == ""))
        ):
            yield i, idiom if i < idiom_end else None
        elif by_form and not after_dual:  # after another dual it is no more than its adjective
            yield i, None
        after_dual = dual is not None or by_form


@lru_cache(maxsize=16)
def _may_be_any(lexicon: Lexicon) -> Seen[str, bool]:
    """For each written form whether it can be a numeral or begin an idiom: most words are neither."""
    lists, nouns = _lists(lexicon), noun_forms(lexicon)
    begun = (lists.traps.begin, lists.vague.begin, lists.numbers, lists.duals)
    return Seen(
        lambda form: any(row[2] in ("dual", CONSTRUCT) for row in nouns[form]) or any(known[form] for known in begun)
    )


class Lists(NamedTuple):
    """What the scan looks for: number words and signs, duals by their form, vague words, and idioms."""

    numbers: Seen[str, bool]
    duals: Seen[str, bool]
    vague: Phrases
    traps: Phrases


@lru_cache(maxsize=16)
def _lists(lexicon: Lexicon) -> Lists:
    numbers = frozenset(tokens(row["form"])[0].form for row in lexicon["numbers"])
    names = frozenset(token.form for row in lexicon["entities"] for token in tokens(row["form"]))
    return Lists(
        Seen(lambda form: any(r.stem in numbers for r in readings(form)) or _is_numeric_sign(form)),
        Seen(lambda form: _is_feminine_dual(form, names)),
        Phrases(lexicon["vague"]),
        Phrases(lexicon["number_traps"]),
    )


def _is_feminine_dual(form: str, names: frozenset[str]) -> bool:
    """Whether a word is the dual of a feminine by its ending."""
    if not form.endswith(FEMININE_DUAL) or len(form) < DUAL_LETTERS or form.endswith(LANDS):
        return False
    return not any(reading.stem in names for reading in readings(form))


def _is_numeric_sign(form: str) -> bool:
    """Whether a sign such as «½» or «④» stands in a token; the small «²» of square kilometres counts nothing."""
    return any(
        char.isnumeric() and not char.isdecimal() and not unicodedata.decomposition(char).startswith("<super>")
        for char in form
    )
