"""Numbers that tell again what another one told: «اثنين» after a dual, another unit, a toll that has come to more."""

from collections.abc import Sequence

from helpers.quantities import Found
from helpers.ranges import tells_a_change
from helpers.series import COUNT_REACH, TWO, forms
from helpers.text import Token

EQUALLING = {("ما", "يعادل"), ("ما", "يساوي"), ("ما", "يقارب")}
TOLL = {"الحصيله", "حصيله", "بحصيله", "والحصيله", "وحصيله"}
THEIR_COUNT = {"العدد", "عددهم", "عددهن", "مجموعهم", "اجماليهم"}


def says_again(q: Found, before: Found, found: Sequence[Token]) -> bool:
    """Whether «اثنين» only repeats the dual before it («شخصين اثنين», «جثتي رجلين»), not «بتفجيرين بسيارتين».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "شخصين اثنين", "بتفجيرين بسيارتين"
    >>> [says_again(*reversed(quantities.scan(text, tokens(text))), tokens(text)) for text in texts]
    [True, False]
    """
    toll = before.noun is not None and before.noun.cls == "casualty"
    twice = before.noun is not None and before.quantity.best == q.quantity.best == 2
    if twice and toll and before.last == q.first - 1 and found[q.first].form in TWO:
        return True  # «جثتي مقاتلين اثنين»
    twice = twice and before.last == q.first
    return twice and (found[q.first].form in TWO or (toll and found[q.first].form[0] != "و"))


def restates(q: Found, found: Sequence[Token]) -> bool:
    """Whether the number says again, in another unit, what the one before said: «530 عائلة، أي 2650 شخصا».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "530 عائلة، أي 2650 شخصا", "530 عائلة، ثم 2650 شخصا"
    >>> [restates(quantities.scan(text, tokens(text))[1], tokens(text)) for text in texts]
    [True, False]
    """
    i = q.first - 2 if forms(found, q.first - 2, q.first) in EQUALLING else q.first
    return i > 1 and found[i - 1].form == "اي" and found[i - 2].kind == "mark"


def is_new_toll(q: Found, found: Sequence[Token]) -> bool:
    """Whether a bare number is what the toll has come to: «ارتفعت الحصيلة إلى 30», «إن الحصيلة المؤكدة خمسة».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "ارتفعت الحصيلة إلى 30", "ارتفعت الأسعار إلى 30"
    >>> [is_new_toll(quantities.scan(text, tokens(text))[0], tokens(text)) for text in texts]
    [True, False]
    """
    if q.noun is not None or q.quantity.vague:
        return False
    for i in range(q.first - 1, max(-1, q.first - 1 - COUNT_REACH), -1):
        if found[i].form in TOLL:
            return True
        if found[i].kind != "word":
            return False
    return False


def counts_again(q: Found, before: Found, found: Sequence[Token]) -> bool:
    """Whether a bare number is what their number has come to: «نزح 43 ألفا، ليصل العدد الإجمالي إلى 300 ألف».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "نزح 43 ألفا، ليصل العدد إلى 300 ألف", "نزح 43 ألفا، وعاد إلى حلب 300 ألف"
    >>> [counts_again(*reversed(quantities.scan(text, tokens(text))), tokens(text)) for text in texts]
    [True, False]
    """
    near = found[max(before.phrase_end, q.first - COUNT_REACH) : q.first]
    return q.noun is None and any(token.form in THEIR_COUNT for token in near)


def has_risen(a: Found, b: Found, found: Sequence[Token]) -> bool:
    """Whether two numbers are one count before and after it rose: «ارتفع عدد القتلى من 12 إلى 19».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "ارتفع عدد القتلى من 12 إلى 19", "ارتفع عدد القتلى من 19 إلى 12"
    >>> [has_risen(*quantities.scan(text, tokens(text)), tokens(text)) for text in texts]
    [True, False]
    """
    low, high = a.quantity.best, b.quantity.best
    parted = a.first > 0 and found[a.first - 1].form == "من" and forms(found, a.phrase_end, b.first) == ("الي",)
    rose = low is not None and high is not None and low < high
    return parted and rose and tells_a_change(found, a.first - 1)
