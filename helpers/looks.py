"""One look at a text: its written words, each known from before, tell what it may hold and where that may begin.

Most texts hold no number and no time, and are never cut. Those that may are cut once, and the readers of numbers,
quantities and times go from mark to mark: from one word that they know to the next.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.lexicon import Lexicon
from helpers.number_forms import Word, number_forms
from helpers.openings import HOW_LONG, WHOLE, Opening, openings_of
from helpers.qualifying import size_words
from helpers.text import Seen, Token, cut, readings, tokens
from helpers.time_forms import Form, telling_forms, time_forms

DIGITS, NUMBERS, QUANTITIES, TIMES = 1, 2, 4, 8
# What digits alone must be to be a time: 2014, 12/3/2019, 15:30, 14h30, 256هـ.
IN_DIGITS = re.compile(r"\d(?:\d{3}|\W{1,4}\d|\s?[هم]\b|\s?هـ|[hH]\d)")


class Known(NamedTuple):
    """What a form can be part of, or open: a number, a quantity, a time.

    `followers` are the forms one of which must stand after it, None where it means something by itself.
    """

    number: Word | None
    opening: Opening | None
    time: Form | None
    followers: frozenset[str] | None


class Sight(NamedTuple):
    """A text's tokens, and the places of those that can be anything, with what they can be."""

    tokens: tuple[Token, ...]
    marks: tuple[tuple[int, Known], ...]


@lru_cache(maxsize=4)
def look(text: str, lexicon: Lexicon) -> int:
    """What the text may hold, as a sum of the flags above; kept as `sight` is.

    >>> from helpers.lexicon import load
    >>> [look(text, load()) for text in ("عاد الهدوء", "مساء (أمس)", "سقط صاروخان", "مقتل 18", "12/3/2019")]
    [0, 8, 4, 7, 15]
    """
    flags = 0
    for of_a_word in set(map(_words(lexicon).__getitem__, text.split(" "))):
        flags |= of_a_word
    if flags & (DIGITS | TIMES) == DIGITS and IN_DIGITS.search(text):
        flags |= TIMES
    return flags


@lru_cache(maxsize=4)
def sight(text: str, lexicon: Lexicon) -> Sight:
    """The text cut into tokens, and its marks; those of four texts are kept, for readers that ask one after the other.

    >>> from helpers.lexicon import load
    >>> [i for i, known in sight("حضر 18 شخصا مساء أمس", load()).marks]
    [1, 3, 4]
    """
    found, knowns = tokens(text), _known(lexicon)
    marks = [(i, known) for i, token in enumerate(found) if (known := knowns[token.form])]
    marks = [(i, known) for i, known in marks if known.followers is None or _is_followed(found, i, known.followers)]
    return Sight(found, tuple(marks))


def _is_followed(found: Sequence[Token], i: int, followers: frozenset[str]) -> bool:
    return i + 1 < len(found) and found[i + 1].form in followers


@lru_cache(maxsize=16)
def _words(lexicon: Lexicon) -> Seen[str, int]:
    """For each written word, marks and clitics with it, the flags of what it may hold."""
    numbers, openings, telling = number_forms(lexicon), openings_of(lexicon), telling_forms(lexicon)
    sizes = size_words(lexicon)

    def flags_of_form(form: str) -> int:
        number, opening = numbers[form], openings[form]
        digits = form[0].isdecimal()
        counts = digits or bool(number and number.written and not number.joins)
        opens = opening is not None and not opening.unit_only
        quantity = counts or opens or form in HOW_LONG or form in WHOLE or any(r.stem in sizes for r in readings(form))
        return DIGITS * digits + NUMBERS * counts + QUANTITIES * quantity + TIMES * telling[form]

    def flags_of(word: str) -> int:
        flags = 0
        for token in cut(word):
            flags |= flags_of_form(token.form)
        return flags

    return Seen(flags_of)


@lru_cache(maxsize=16)
def _known(lexicon: Lexicon) -> Seen[str, Known | None]:
    """For each folded form what it can be: None for most."""
    numbers, openings, times = number_forms(lexicon), openings_of(lexicon), time_forms(lexicon)

    def known(form: str) -> Known | None:
        number, opening, time = numbers[form], openings[form], times[form]
        followers = _followers(form, number, opening, time)
        return Known(number, opening, time, followers) if number or opening or time else None

    return Seen(known)


def _followers(form: str, number: Word | None, opening: Opening | None, time: Form | None) -> frozenset[str] | None:
    """The second words without which a form only begins what is not there: «في» of «في الحال»."""
    idioms, words = number and number.idioms, time and (time.alone or time.kinds)
    if form[0].isdecimal() or opening or words or (number and (number.written or number.joins)):
        return None
    return (
        None
        if idioms and idioms.alone
        else frozenset([*(idioms.before if idioms else ()), *(time.before if time else ())])
    )
