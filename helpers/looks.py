"""One look at a text: its written words, each known from before, tell what it may hold and where that may begin.

Most texts hold no number and no time, and are never cut. Those that may are cut once, and the readers of numbers,
quantities and times go from mark to mark: from one word that they know to the next.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from helpers.lexicon import Lexicon
from helpers.number_forms import Word, number_forms
from helpers.openings import Opening, openings_of
from helpers.qualifying import size_words
from helpers.text import NEW, Seen, Token, cut, readings
from helpers.time_forms import Form, telling_forms, time_forms

DIGITS, NUMBERS, QUANTITIES, TIMES = 1, 2, 4, 8
IN_DIGITS = re.compile(
    r"\d(?:\d{3}|\W{1,4}\d|\s?[هم]\b|\s?هـ)"
)  # what digits alone must be to be a time: 2014, 12/3/2019
FLAGS = itemgetter(0)


class Known(NamedTuple):
    """What a form can be part of, or open: a number, a quantity, a time."""

    number: Word | None
    opening: Opening | None
    time: Form | None


class Written(NamedTuple):
    """What stands between two spaces: what it may hold, its length with a space, its tokens with what each can be."""

    flags: int
    length: int
    tokens: tuple[tuple[int, int, str, str, Sequence[int], Known | None], ...]


class Sight(NamedTuple):
    """A text's tokens, and the places of those that can be anything, with what they can be."""

    tokens: Sequence[Token]
    marks: Sequence[tuple[int, Known]]


def look(text: str, lexicon: Lexicon) -> int:
    """What the text may hold, as a sum of the flags above.

    >>> from helpers.lexicon import load
    >>> [look(text, load()) for text in ("عاد الهدوء", "مساء (أمس)", "سقط صاروخان", "مقتل 18", "12/3/2019")]
    [0, 8, 4, 7, 15]
    """
    return _looked(text, lexicon)[0]


@lru_cache(maxsize=4)
def sight(text: str, lexicon: Lexicon) -> Sight:
    """The text cut into tokens, and its marks; kept for the readers that ask for them one after the other.

    >>> from helpers.lexicon import load
    >>> [i for i, known in sight("قتل 18 شخصا مساء أمس", load()).marks]
    [1, 3, 4]
    """
    found, marks, begins = [], [], 0
    for _, length, pieces in _looked(text, lexicon)[1]:
        for start, end, form, kind, offsets, known in pieces:
            if known is not None:
                marks.append((len(found), known))
            found.append(NEW(Token, (begins + start, begins + end, form, kind, offsets)))
        begins += length
    return Sight(found, marks)


@lru_cache(maxsize=4)
def _looked(text: str, lexicon: Lexicon) -> tuple[int, list[Written]]:
    """What the text may hold and its written words; kept for the readers that ask for them one after the other."""
    words = list(map(_words(lexicon).__getitem__, text.split(" ")))
    flags = 0
    for of_a_word in set(map(FLAGS, words)):
        flags |= of_a_word
    if flags & (DIGITS | TIMES) == DIGITS and IN_DIGITS.search(text):
        flags |= TIMES
    return flags, words


@lru_cache(maxsize=16)
def _words(lexicon: Lexicon) -> Seen:
    """Each written word, marks and clitics with it, as the readers must know it."""
    forms = _forms(lexicon)

    def written(word: str) -> Written:
        flags, pieces = 0, []
        for token in cut(word):
            of_a_form, known = forms[token.form]
            flags |= of_a_form
            pieces.append((*token, known))
        return Written(flags, len(word) + 1, tuple(pieces))

    return Seen(written)


@lru_cache(maxsize=16)
def _forms(lexicon: Lexicon) -> Seen:
    """For each folded form its flags, and what it can be: None for most."""
    numbers, openings, times = number_forms(lexicon), openings_of(lexicon), time_forms(lexicon)
    sizes, telling = size_words(lexicon), telling_forms(lexicon)

    def form_of(form: str) -> tuple[int, Known | None]:
        known = Known(numbers[form], openings[form], times[form])
        digits = form[0].isdecimal()
        number = digits or bool(known.number and known.number.written and not known.number.joins)
        opens = known.opening is not None and not known.opening.unit_only
        quantity = number or opens or any(r.stem in sizes for r in readings(form))
        flags = DIGITS * digits + NUMBERS * number + QUANTITIES * quantity + TIMES * telling[form]
        return flags, known if any(known) else None

    return Seen(form_of)
