"""What became of every numeral: an own scan of digits and number words, apart from the readers, each ending in one row.

It counts numerals, not missed claims: a number that the readers took for the wrong thing still stands here as read.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.lexicon import Lexicon, Phrases
from helpers.nouns import noun_at
from helpers.text import Token, readings, tokens


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
    taken = list(taken)
    listed = []
    for start, end in numeral_spans(found, lexicon):
        use = next((t for t in taken if max(t.start, start) < min(t.end, end)), None)
        listed.append(Entry(start, end, *(use[2:] if use else ("unread", None, None))))
    return listed


def numeral_spans(found: Sequence[Token], lexicon: Lexicon) -> list[tuple[int, int]]:
    """The spans of all digit runs, number words, vague words and duals."""
    words, vague, traps = _indexes(lexicon)
    spans, idiom = [], 0
    for i, token in enumerate(found):
        if trap := traps.at(found, i):
            idiom = i + trap.length
        if token.kind == "number":
            spans.append((token.start, token.end))
        elif token.kind == "word" and i >= idiom:
            known = any(r.stem in words for r in readings(token.form))
            noun = noun_at(found, i, lexicon)
            if known or vague.at(found, i) or (noun and noun.number == "dual"):
                spans.append((token.start, token.end))
    return spans


@lru_cache(maxsize=16)
def _indexes(lexicon: Lexicon) -> tuple[frozenset[str], Phrases, Phrases]:
    words = frozenset(tokens(row["form"])[0].form for row in lexicon["numbers"])
    return words, Phrases(lexicon["vague"]), Phrases(lexicon["number_traps"])
