"""Titles of works, which tell of nothing that happened: «رواية «مقتل بائع الكتب»», «فيلم "مئة قتيل"»."""

from collections.abc import Sequence

from helpers.text import Token, readings

WORKS = set("روايه فيلم فلم مسلسل مسرحيه كتاب قصيده ديوان اغنيه البوم وثائقي لوحه قصه لعبه برنامج معرض".split())
QUOTE, BETWEEN = '"', 2  # words between: «فيلم الرعب "مقتل …"»


def titles(found: Sequence[Token]) -> list[range]:
    """The tokens inside each title in quotation marks that follows the word for a work, in order.

    >>> from helpers.text import tokens
    >>> titles(tokens("فازت رواية «مقتل بائع الكتب» بجائزة"))
    [range(3, 6)]
    """
    marks = [i for i, token in enumerate(found) if token.form == QUOTE]
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return [range(a + 1, b) for a, b in pairs if any(map(_is_work, found[max(0, a - 1 - BETWEEN) : a]))]


def _is_work(token: Token) -> bool:
    return any(reading.stem in WORKS for reading in readings(token.form))
