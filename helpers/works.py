"""Titles of works, which tell of nothing that happened: «رواية «مقتل بائع الكتب»», «فيلم "مئة قتيل"»."""

from collections.abc import Sequence
from itertools import pairwise

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


def tells_a_plot(found: Sequence[Token], span: range, lexicon: Lexicon) -> bool:
    """Whether a sentence, by its tokens, tells what happens in a work: «تحكي الرواية كيف …», «يروي البطل كيف …».

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> texts = "تحكي الرواية كيف قتل 12", "يروي شهود كيف قتل 12", "تحكي الرواية الرسمية كيف قتل 12"
    >>> [tells_a_plot(tokens(text), range(5), load()) for text in texts]
    [True, False, False]
    """
    tell, invented = words(lexicon, "plot"), words(lexicon, "invented")
    forms = [token.form for token in found[span.start : span.stop]]
    if tell.isdisjoint(forms) and invented.isdisjoint(forms):
        return False
    pairs = ((a.removeprefix("و"), b) for a, b in pairwise(forms))
    told = any((a in tell and b in invented) or (a in invented and b in tell) for a, b in pairs)
    return told and words(lexicon, "factual").isdisjoint(forms)


def _is_work(before: Sequence[Token], works: frozenset[str]) -> bool:
    return any(reading.stem in works for token in before for reading in readings(token.form))
