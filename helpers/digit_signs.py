"""Digits that a sign makes one number of: «1/2», «17ر45», «10^6», «3×10^4», «1.5e3», «.75»."""

import re
from collections.abc import Sequence
from itertools import pairwise

from helpers.digits import LARGE_SCALES, form_at, glued
from helpers.text import Token

TIMES_SIGNS, EXPONENT = ("×", "x", "X", "*"), re.compile(r"[12]?\d")
LARGEST_BASE, SMALLEST, LARGEST = 1000, 1e-6, 1e30
PLAIN = re.compile(r"\d+(?:\.\d+)?")
DENOMINATORS = {"2", "3", "4", "5", "6", "7", "8", "9", "10"}
BEFORE_DATES = set("يوم تاريخ بتاريخ في من منذ حتي الي قبل بعد".split())
ENDS_OF_DATES = ("الماضي", "المقبل", "الجاري", "القادم", "الحالي", "الفائت", "المنصرم")
MEASURES = set(
    "كوب كاس فنجان ملعقه كيلو كيلوغرام كيلوجرام لتر متر كيلومتر ساعه حبه طن فدان دونم هكتار"
    " بوصه انش قدم ميل غرام جرام رطل اوقيه ليتر غالون سنتيمتر مليمتر يارده".split()
)
LONGER_TIMES = {"العام", "السنه", "الشهر"}
SCALES = (*LARGE_SCALES, "الف", "الاف")
SLASHES = ("/", "\N{FRACTION SLASH}")
POINTED = MEASURES | {"%", "بالمئه", "بالمائه", "سم", "كم", "ملم", "درجه", "ثانيه", "مليمتر", "سنتيمتر"}


def ra_decimal(found: Sequence[Token], i: int) -> float | None:
    """The value of «17ر45», 45.17 as agencies of the Levant and the Gulf write it, the part before the whole.

    >>> from helpers.text import tokens
    >>> ra_decimal(tokens("17ر45 دينارا"), 0)
    45.17
    """
    if form_at(found, i + 1) != "ر" or i + 2 >= len(found) or found[i + 2].kind != "number":
        return None
    part, mark, whole = found[i : i + 3]
    together = part.end == mark.start and whole.start - mark.end <= 1
    return float(f"{whole.form}.{part.form}") if together and (part.form + whole.form).isdecimal() else None


def slash_fraction(found: Sequence[Token], i: int) -> float | None:
    """The value of «1/2» before a scale, a definite noun or after a whole number; dates are written the same way.

    >>> from helpers.text import tokens
    >>> slash_fraction(tokens("1/2 مليون"), 0), slash_fraction(tokens("يوم 1/2 الجاري"), 1)
    (0.5, None)
    """
    slash = glued(found, i, 1)
    if slash not in SLASHES or glued(found, i, -1) in SLASHES or glued(found, i + 2, 1) in SLASHES:
        return None
    above, below = found[i].form, found[i + 2].form
    if below not in DENOMINATORS or not above.isdecimal() or not 0 < int(above) < int(below):
        return None
    before, following = form_at(found, i - 1), form_at(found, i + 3)
    whole = before.isdecimal() and found[i].start - found[i - 1].end == 1
    whole = whole or (before == "و" and form_at(found, i - 2).isdecimal())  # «5 و3/4»
    parts = following.startswith("ال") and not following.startswith(ENDS_OF_DATES) and before not in BEFORE_DATES
    after_of = form_at(found, i + 4) if following == "من" else ""
    parts = parts or (after_of.startswith("ال") and after_of not in LONGER_TIMES and before not in BEFORE_DATES)
    measured = following in MEASURES and before not in BEFORE_DATES
    if slash == SLASHES[1] or whole or parts or measured or following.startswith(SCALES):
        return int(above) / int(below)
    return None


def power(found: Sequence[Token], i: int) -> tuple[float, int] | None:
    """The value of a number in powers of ten, and the token after it: «10^6», «3×10^4», «1.5e3», «2E-3».

    >>> from helpers.text import tokens
    >>> power(tokens("10^6"), 0), power(tokens("3 × 10^4"), 0), power(tokens("1.5e3"), 0), power(tokens("3×4"), 0)
    ((1000000, 3), (30000, 5), (1500, 3), None)
    """
    form, sign = found[i].form, form_at(found, i + 1)
    if not PLAIN.fullmatch(form):
        return None
    if sign in ("e", "E"):
        return _raised(found, i, float(form), 10)
    if sign in TIMES_SIGNS and form_at(found, i + 2) == "10" and form_at(found, i + 3) == "^":
        return _raised(found, i + 2, float(form), 10)
    return _raised(found, i, 1, float(form)) if sign == "^" else None


def _raised(found: Sequence[Token], i: int, times: float, base: float) -> tuple[float, int] | None:
    """So many times the base at token `i` to the power that stands behind its sign, all of it glued together."""
    minus = form_at(found, i + 2) == "-"
    k = i + 2 + minus
    if k >= len(found) or not EXPONENT.fullmatch(found[k].form) or not 0 < base <= LARGEST_BASE:
        return None
    if any(a.end != b.start for a, b in pairwise(found[i : k + 1])):
        return None
    exponent = int(found[k].form)
    value = times * (base**-exponent if minus else base**exponent)
    if not SMALLEST <= value < LARGEST:
        return None
    return (int(value) if value.is_integer() else value), k + 1


def has_point_before(found: Sequence[Token], i: int) -> bool:
    """Whether «.75» is three quarters: a point alone before digits that a sign of measure or of per cent follows.

    >>> from helpers.text import tokens
    >>> [has_point_before(tokens(text), 2) for text in ("طوله .75 متر", "وصلوا .75 منهم")]
    [True, False]
    """
    if i < 1 or found[i - 1].form != "." or found[i - 1].end != found[i].start or not found[i].form.isdecimal():
        return False
    return (i < 2 or found[i - 2].end < found[i - 1].start) and form_at(found, i + 1) in POINTED
