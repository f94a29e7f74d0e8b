"""The partisan words of a claim: «استشهد», «تحييد», «تطهير», «فلول» take a side; they are read, and marked as such."""

from collections.abc import Sequence
from functools import lru_cache

from helpers.lexicon import Lexicon, marked
from helpers.text import Token, readings, tokens
from helpers.triggers import Trigger

MARK = "partisan"


def words(
    text: str, found: Sequence[Token], first: int, last: int, trigger: Trigger | None, lexicon: Lexicon
) -> str | None:
    """The words of tokens [first, last) and of the trigger that take a side, as written; None where there are none.

    >>> from helpers.lexicon import load
    >>> t = "القضاء على 12 من فلول الإرهابيين"
    >>> words(t, tokens(t), 0, 7, None, load())
    'فلول، الإرهابيين'
    """
    known = _known(lexicon)
    spans = {(t.start, t.end) for t in found[first:last] if any(r.stem in known for r in readings(t.form))}
    if trigger and marked(trigger.row, MARK):
        spans.add((trigger.start, trigger.end))
    return "، ".join(text[start:end] for start, end in sorted(spans)) or None


@lru_cache(maxsize=16)
def _known(lexicon: Lexicon) -> frozenset[str]:
    """The single words that take a side: nouns marked so, and the words of a side for its enemy."""
    nouns = (row["form"] for row in lexicon["nouns"] if marked(row, MARK))
    epithets = (row["form"] for row in lexicon["epithets"])
    return frozenset(tokens(form)[0].form for form in (*nouns, *epithets))
