"""Numbers that are told as some of a whole beside them, or as a rate: «12 من أصل 20», «واحد من كل أربعة»."""

from collections.abc import Sequence

from helpers.quantities import Found
from helpers.series import OF_THEM, forms
from helpers.text import Token

EACH, PER, WHOLES = ("من", "كل"), "لكل", {("من", "اصل"), ("من", "مجموع"), ("من", "اجمالي")}
AMONG = {("من", "بين")}  # of arms alone: «من بين 20 قتيلا، خمسة أطفال»
TIMES_AS_MANY = {"اضعاف", "امثال"}


def whole_after(q: Found, others: Sequence[Found], found: Sequence[Token]) -> Found | None:
    """The whole that a bare number is told to be of: «أسقط 12 من أصل 20 صاروخا».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> text = "أسقط 12 من أصل 20 صاروخا"
    >>> part, whole = quantities.scan(text, tokens(text))
    >>> whole_after(part, [part, whole], tokens(text)) == whole
    True
    """
    led = forms(found, q.last, q.last + 2)
    if q.noun is not None or led not in WHOLES | AMONG:
        return None
    whole = next((other for other in others if other.first == q.last + 2 and other.noun), None)
    return whole if whole and whole.noun and (led in WHOLES or whole.noun.cls == "weapon") else None


def is_whole(q: Found, found: Sequence[Token]) -> bool:
    """Whether a number is told as the whole of the one before it: «12 من أصل 20 صاروخا».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "12 من أصل 20 صاروخا", "12 من 20 صاروخا"
    >>> [is_whole(quantities.scan(text, tokens(text))[1], tokens(text)) for text in texts]
    [True, False]
    """
    return forms(found, q.first - 2, q.first) in WHOLES | AMONG


def share(q: Found, found: Sequence[Token]) -> str:
    """Why a number tells a share or a rate: «واحد من كل أربعة», «ثلاثة من أصل خمسة», «طفل كل عشر دقائق».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "واحد من كل أربعة", "12 وفاة لكل مئة ألف", "12 قتيلا"
    >>> [share(quantities.scan(text, tokens(text))[0], tokens(text)) for text in texts]
    ['a ratio', 'a ratio', '']
    """
    after = forms(found, q.last, q.last + 3)
    before = forms(found, q.first - 2, q.first)
    if after[:1] and after[0] in TIMES_AS_MANY:
        return "a ratio"  # «أكثر من ستة أضعاف عدد السكان»
    if before == EACH or before[-1:] == (PER,) or after[:1] == (PER,) or EACH in (after[:2], after[1:]):
        return "a ratio"
    every = forms(found, q.phrase_end, q.phrase_end + 2)
    if every[:1] == (PER,):
        return "a ratio"  # «12 وفاة لكل مئة ألف»
    if every[:1] == EACH[1:] and every[1:] and every[1] not in OF_THEM and every[1] != "من":
        return "a ratio"
    return "a whole that others are part of" if before in WHOLES else ""
