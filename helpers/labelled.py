"""Numbers that name something or pick out one of several, rather than count: «اللواء 15», «ثورة 25 يناير», «أحدهم»."""

from collections.abc import Sequence
from functools import lru_cache

from helpers.lexicon import Lexicon
from helpers.nouns import noun_at
from helpers.quantities import Found
from helpers.series import forms
from helpers.text import Token, fold, readings, tokens
from helpers.triggers import PEOPLE

MOST_PLURAL = 10
ONE_OF = {"احد", "احدي", "باحد", "باحدي", "لاحد", "لاحدي", "واحدي"}  # not «وأحد», which is written like «واحد»
MAKES = (["نوع"], ["طراز"], ["موديل"])
ONES, SUPERLATIVE = ("واحد", "واحده"), 4  # letters of «أكثر», «أعنف», «أسوأ»


def names_a_thing(q: Found, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """«اللواء 15», «القرار 2254», «الدقيقة 27»: digits after a singular are its name.

    >>> from helpers import quantities
    >>> from helpers.lexicon import load
    >>> texts = "انسحب اللواء 15", "ثورة 25 يناير", "قتل 15 جنديا"
    >>> [names_a_thing(quantities.scan(text, tokens(text))[0], tokens(text), load()) for text in texts]
    [True, True, False]
    """
    if q.first == 0 or found[q.first].kind != "number" or q.quantity.precision != "exact":
        return False
    if forms(found, q.first - 2, q.first - 1) == ("ما",):
        return False  # «ما مجموعه 45 طلعة»
    if any(r.stem in _labels(lexicon) for r in readings(found[q.first - 1].form)):
        return not _counts_people(q, found)
    if _is_day(q, found, lexicon):
        return True
    before = [form for form in forms(found, q.first - 3, q.first) if form != '"'][:-1]
    return q.noun is None and before[-1:] in MAKES and found[q.first - 1].form[0] != "و"  # «من طراز ليوبارد 2»


def is_one_of(q: Found, found: Sequence[Token]) -> bool:
    """Whether the number picks one of several: «أحد», «إحدى», «واحدة من أعنف المعارك».

    >>> from helpers import quantities
    >>> texts = "واحدة من أعنف المعارك", "واحد من الجنود"
    >>> [is_one_of(quantities.scan(text, tokens(text))[0], tokens(text)) for text in texts]
    [True, False]
    """
    first, things = found[q.first].form, q.noun is not None and q.noun.cls not in PEOPLE
    if first in ONE_OF:
        return True
    of, best, those = (*forms(found, q.last, q.last + 3), "", "", "")[:3]
    most = q.noun is None and len(best) == SUPERLATIVE and best[0] == "ا" and those.startswith("ال")
    return first.endswith(ONES) and of == "من" and (things or most)  # «واحد من أعنف الهجمات»


def is_family(q: Found, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a family is what «واحدة», or the number, counts: «ثلاثة أشقاء من أسرة واحدة».

    >>> from helpers import quantities
    >>> from helpers.lexicon import load
    >>> text = "أشقاء من أسرة واحدة خطفوا"
    >>> is_family(quantities.scan(text, tokens(text))[0], tokens(text), load())
    True
    """
    before = noun_at(found, q.first - 1, lexicon) if q.noun is None and found[q.first].form in ONES else q.noun
    return before is not None and before.cls == "family"


def _counts_people(q: Found, found: Sequence[Token]) -> bool:
    """Whether a number is followed by people as it takes them: «فقدت الكتيبة 12 عنصرا», «خسرت الفرقة 300 جندي»."""
    if q.noun is None or q.noun.number != "singular" or (q.quantity.best or 0) <= MOST_PLURAL:
        return False
    return q.noun.cls in PEOPLE and (found[q.last].form.endswith("ا") or (q.quantity.best or 1) % 100 == 0)


def _is_day(q: Found, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a bare number before a month, which no time has, is of a name: «ثورة 25 يناير»."""
    after = found[q.last].form if q.last < len(found) and found[q.first].kind == "number" else ""
    return q.noun is None and after in _months(lexicon)


@lru_cache(maxsize=16)
def _months(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(tokens(row["form"])[0].form for row in lexicon["months"] if row["sure"])


@lru_cache(maxsize=16)
def _labels(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(fold(row["form"]).text for row in lexicon["labels"])
