"""The total that two kinds of casualty share: «عشرات القتلى والجرحى», «12 شخصا بين قتيل وجريح»."""

from collections.abc import Sequence

from helpers.lexicon import Lexicon
from helpers.nouns import noun_at
from helpers.quantities import Found
from helpers.series import forms
from helpers.text import Token

BETWEEN, BOTH_REACH, BETWEEN_REACH = "بين", 3, 12


def joined(q: Found, others: Sequence[Found], found: Sequence[Token], lexicon: Lexicon) -> str:
    """What two kinds of casualty that share a number are together, empty where they do not.

    >>> from helpers import quantities
    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> texts = "40 شخصا بين قتيل وجريح", "سقط ما بين قتيل وجريح 40 شخصا", "40 قتيلا و12 جريحا"
    >>> [joined(quantities.scan(text, tokens(text))[0], [], tokens(text), load()) for text in texts]
    ['killed_or_wounded', 'killed_or_wounded', '']
    """
    numbers = {other.first for other in others}
    opened = _before(q, found, lexicon) or _between(q, numbers, found, lexicon)
    measures, i = set(), opened or q.last + (forms(found, q.last, q.last + 1) == ("من",))
    last = min(i + BOTH_REACH, len(found))
    while i < last and (noun := noun_at(found, i, lexicon)) and noun.cls == "casualty":
        if i + noun.length in numbers and opened is None:  # «نحو 1100 قتيل وإصابة 5762»
            break
        measures.add(noun.measure)
        i += noun.length
    mixed = opened is not None and len(measures) > 1
    return "killed_or_wounded" if measures >= {"killed", "wounded"} else "other_people" if mixed else ""


def _before(q: Found, found: Sequence[Token], lexicon: Lexicon) -> int | None:
    """The token after the «بين» whose pair stands right before the number: «سقط بين قتيل وجريح 40 شخصا»."""
    if forms(found, q.first - 3, q.first - 2) != (BETWEEN,):
        return None
    pair = [noun_at(found, i, lexicon) for i in (q.first - 2, q.first - 1)]
    singular = all(noun is not None and noun.cls == "casualty" and noun.number == "singular" for noun in pair)
    return q.first - 2 if singular else None


def _between(q: Found, numbers: set[int], found: Sequence[Token], lexicon: Lexicon) -> int | None:
    """The token after the «بين» that parts those counted: «40 شخصا بين قتيل وجريح», «40 في القصف ما بين قتيل وجريح»."""
    for i in range(q.last, min(q.last + BETWEEN_REACH, len(found) - 1)):
        if found[i].kind == "mark" or i in numbers:
            return None
        if found[i].form == BETWEEN:
            noun = noun_at(found, i + 1, lexicon)
            one = noun is not None and noun.cls == "casualty" and noun.number == "singular" and not noun.clitics
            return i + 1 if one or i < q.last + BOTH_REACH else None
    return None
