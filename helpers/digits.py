"""Digit runs: their value by the shape of their separators, and those that are dates, times or telephone numbers."""

import re
from collections.abc import Sequence

from helpers.text import Token

SCALES = ("مليون", "مليار", "بليون", "ترليون", "تريليون", "ملايين", "مليارات")
THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:([.,٬])\d{3})(?:\1\d{3})*")
DECIMAL = re.compile(r"(?P<whole>\d+(?:٬\d{3})*|\d{1,3}(?:,\d{3})+(?=[.٫]))[.,٫](?P<part>\d+)")
PHONE_DIGITS = 8
MOST_DIGITS = 15  # a float holds every whole number of so many digits exactly


def digit_value(run: Sequence[Token], following: str = "") -> float | None:
    """The value of digit tokens that stand together, None where the shape is that of no number.

    A comma or point before exactly three digits parts thousands, unless the number counts millions or more; any
    other comma or point is a decimal mark. A run of more than `MOST_DIGITS` is a code, no quantity.

    >>> from helpers.text import tokens
    >>> digit_value(tokens("12,500")), digit_value(tokens("3,5")), digit_value(tokens("1.250"), "مليون")
    (12500, 3.5, 1.25)
    """
    form = "".join(token.form for token in run)
    if sum(map(str.isdigit, form)) > MOST_DIGITS:
        return None
    if form.isdigit():
        return int(form)
    decimal = DECIMAL.fullmatch(form)
    counts_millions = following.startswith(SCALES) and form.count(".") == 1 and "," not in form
    if THOUSANDS.fullmatch(form) and not counts_millions:
        return int(re.sub(r"\D", "", form))
    if decimal:
        return float(f"{re.sub(r'[^0-9]', '', decimal['whole'])}.{decimal['part']}")
    return None


def spaced_groups(text: str, found: Sequence[Token], i: int) -> int:
    """How many digit tokens from `i` on are one number written with spaces: 20 000 is two tokens."""
    count = 1
    if not re.fullmatch(r"[1-9]\d{0,2}", found[i].form):
        return count
    while i + count < len(found) and re.fullmatch(r"\d{3}", found[i + count].form):
        gap = text[found[i + count - 1].end : found[i + count].start]
        if len(gap) != 1 or not gap.isspace() or gap == "\n":
            break
        count += 1
    return count


def is_not_a_quantity(found: Sequence[Token], i: int) -> bool:
    """Whether the digits are part of a clock time, a date, a version or a telephone number by their shape."""
    token = found[i]
    if token.form.isdigit() and len(token.form) >= PHONE_DIGITS and token.form[0] == "0":
        return True
    if _opened_by_plus(found, i):
        return True
    before, after = _glued(found, i, -1), _glued(found, i, 1)
    if "/" in (before, after) or ":" in (before, after):
        return True
    return (before == "-" and after == "-") or _dashes_around(found, i) > 1 or _names_a_model(found, i)


def _names_a_model(found: Sequence[Token], i: int) -> bool:
    """Whether the digits end a name of a weapon, a vehicle or an illness: «إف-16», «S-300», «F16», «كوفيد-19»."""
    before = found[i - 1] if i and found[i - 1].end == found[i].start else None
    if before is None:
        return False
    if before.form == "-":
        return i > 1 and found[i - 2].kind == "word" and found[i - 2].end == before.start
    return before.kind == "word" and before.form.isascii()


def _opened_by_plus(found: Sequence[Token], i: int) -> bool:
    """Whether the digits go on from a «+», group by group, as telephone numbers do."""
    last = i
    while i > 0 and found[i].start - found[i - 1].end <= 1:
        if found[i - 1].form == "+":
            digits = sum(len(token.form) for token in found[i : last + 1])
            long = digits >= PHONE_DIGITS - 2 or (last + 1 < len(found) and found[last + 1].kind == "number")
            return found[i - 1].end == found[i].start and (long or i < last)
        if found[i - 1].kind != "number":
            return False
        i -= 1
    return False


def _glued(found: Sequence[Token], i: int, step: int) -> str:
    """The mark that ties the digits at `i` to other digits on one side without a space, or nothing."""
    mark, other = i + step, i + 2 * step
    if not (0 <= mark < len(found) and 0 <= other < len(found)) or found[other].kind != "number":
        return ""
    left, middle, right = sorted((found[i], found[mark], found[other]))
    return middle.form if left.end == middle.start and middle.end == right.start else ""


def _dashes_around(found: Sequence[Token], i: int) -> int:
    """How many dashes a run of digits like 2019-03-12 holds, seen from any of its parts."""
    count = 0
    for step in (-1, 1):
        j = i
        while _glued(found, j, step) == "-":
            count, j = count + 1, j + 2 * step
    return count
