"""What a text may hold, told by one look-up a word before any of the readers cuts it: most texts hold no number."""

import re
from functools import lru_cache

from helpers.lexicon import Lexicon
from helpers.number_words import is_number_word
from helpers.openings import openings_of
from helpers.qualifying import size_words
from helpers.text import Seen, cut, readings
from helpers.time_forms import telling_forms

DIGITS, NUMBERS, QUANTITIES, TIMES = 1, 2, 4, 8
IN_DIGITS = re.compile(r"\d{4}|\d\W{1,4}\d")  # what digits alone must be to be a time: 2014, 12/3/2019, 15:30


@lru_cache(maxsize=4)
def look(text: str, lexicon: Lexicon) -> int:
    """What the text may hold, as a sum of the flags above; kept for the readers that ask one after the other.

    >>> from helpers.lexicon import load
    >>> [look(text, load()) for text in ("عاد الهدوء", "مساء (أمس)", "سقط صاروخان", "مقتل 18", "12/3/2019")]
    [0, 8, 4, 7, 15]
    """
    flags = 0
    for of_a_word in set(map(_words(lexicon).__getitem__, text.split())):
        flags |= of_a_word
    return flags | TIMES if flags & DIGITS and IN_DIGITS.search(text) else flags


@lru_cache(maxsize=16)
def _words(lexicon: Lexicon) -> Seen:
    """The flags of each word as it is written, marks and clitics with it."""
    openings, sizes, telling = openings_of(lexicon), size_words(lexicon), telling_forms(lexicon)

    def opens(form: str) -> bool:
        opening = openings[form]
        return bool(opening and not opening.unit_only) or any(r.stem in sizes for r in readings(form))

    def flags(written: str) -> int:
        found = cut(written)
        digits = any(token.kind == "number" for token in found)
        number = digits or any(is_number_word(token.form, lexicon) for token in found)
        quantity = number or any(opens(token.form) for token in found)
        time = any(telling[token.form] for token in found)
        return DIGITS * digits + NUMBERS * number + QUANTITIES * quantity + TIMES * time

    return Seen(flags)
