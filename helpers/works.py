"""Titles of works, which tell of nothing that happened: «رواية «مقتل بائع الكتب»», «فيلم "مئة قتيل"»."""

from collections.abc import Sequence

from helpers.contexts import words
from helpers.lexicon import Lexicon
from helpers.text import Token, readings

QUOTE, BETWEEN = '"', 2  # words between: «فيلم الرعب "مقتل …"»


def titles(found: Sequence[Token], lexicon: Lexicon) -> list[range]:
    """The tokens inside each title in quotation marks that follows the word for a work, in order.

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> titles(tokens("فازت رواية «مقتل بائع الكتب» بجائزة"), load())
    [range(3, 6)]
    """
    marks = [i for i, token in enumerate(found) if token.form == QUOTE]
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return [range(a + 1, b) for a, b in pairs if _is_work(found[max(0, a - 1 - BETWEEN) : a], words(lexicon, "work"))]


def _is_work(before: Sequence[Token], works: frozenset[str]) -> bool:
    return any(reading.stem in works for token in before for reading in readings(token.form))
