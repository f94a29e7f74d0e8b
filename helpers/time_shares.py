"""Shares of a longer time: «الأسبوع الأول من شباط», «الأشهر الستة الأولى من 2018», «آخر يوم من أيار»."""

from helpers.time_dates import Step, month
from helpers.time_spans import period
from helpers.time_words import Atom, Found, Words
from helpers.time_years import century, numbered, season, year

# Where a share begins in the text, its unit, its first and last, the weekday that it counts, the token after it.
Counted = tuple[int, str, tuple[int, int], int | None, int]


def share(w: Words, i: int) -> Step:
    """The n-th unit of a longer time, or its first or last few: `value` counts from one, from the end below zero.

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> share(words("اليوم الأول من آذار", tokens("اليوم الأول من آذار")), 0)[0].value
    (1, 1)
    """
    counted = _nth_unit(w, i) or _first_units(w, i) or _units_at_an_end(w, i)
    if not counted:
        return None
    start, unit, (first, last), weekday, k = counted
    whole = _whole(w, w.after(k, "من", "في"), k)
    if not whole:
        return None
    found, stop = whole
    return Found(start, found.end, "share", (first, last), unit, weekday=weekday, of=(found,)), stop


def _nth_unit(w: Words, i: int) -> Counted | None:
    """«الأسبوع الأول», «اليوم الأخير», «الأحد الثاني»."""
    day = w.at(i, "weekday")
    unit = w.at(i, "unit")
    atom = day or unit
    if not atom or not atom.definite or (unit and not unit.value.endswith(" one")):
        return None
    number, modifier = w.numbers.get(atom.stop), w.at(atom.stop, "modifier")
    if modifier and modifier.value == "recent":
        bounds, stop = (-1, -1), modifier.stop
    elif number and number.kind == "ordinal" and 1 <= number.value <= 31:
        bounds, stop = (number.value, number.value), number.stop
    else:
        return None
    return atom.start, _unit(atom, day), bounds, int(day.value) if day else None, stop


def _unit(atom: Atom, day: Atom | None) -> str:
    return "weekday" if day else atom.value.split()[0]


def _first_units(w: Words, i: int) -> Counted | None:
    """«الأشهر الستة الأولى», «اليومين الأولين», «الأيام الثلاثة الأخيرة», «الـ9 أشهر الأولى»."""
    if before := w.numbers.get(w.after(i, "ال")):
        unit = w.at(before.stop, "unit")
        if not unit or unit.definite or before.kind != "cardinal":
            return None
        initial = w.at(unit.stop, "initial")
        return (w.tokens[i].start, unit.value.split()[0], (1, before.value), None, initial.stop) if initial else None
    unit = w.at(i, "unit")
    if not unit or not unit.definite or unit.value.endswith(" one"):
        return None
    number = w.numbers.get(w.after(unit.stop, "ال"))
    n = 2 if unit.value.endswith(" two") else number.value if number and number.kind == "cardinal" else None
    k = number.stop if number and n != 2 else unit.stop
    if number and number.kind == "cardinal":
        k = number.stop
    modifier, initial = w.at(k, "modifier"), w.at(k, "initial")
    closing = initial or (modifier if modifier and modifier.value == "recent" else None)
    if not n or not closing:
        return None
    bounds = (1, n) if initial else (-n, -1)
    return unit.start, unit.value.split()[0], bounds, None, closing.stop


def _units_at_an_end(w: Words, i: int) -> Counted | None:
    """«أول أسبوع», «آخر يوم», «أول ثلاثة أشهر», «ثاني أيام», «أول أحد»."""
    nth = w.at(i, "nth")
    if not nth:
        return None
    n = int(nth.value)
    number = w.numbers.get(nth.stop) if abs(n) == 1 else None
    k = number.stop if number else nth.stop
    unit = w.at(k, "unit")
    day = None if unit else w.at(k, "weekday_noun")
    atom = unit or day
    if not atom or atom.definite:
        return None
    many = number.value if number else 2 if unit and unit.value.endswith(" two") else 1
    bounds = (n, n + many - 1) if n > 0 else (n - many + 1, n)
    return nth.start, _unit(atom, day), bounds, int(day.value) if day else None, atom.stop


def _whole(w: Words, k: int, before: int) -> Step:
    """The longer time, after «من» or at once («أول أيام رمضان»)."""
    if found := month(w, k) or season(w, k) or year(w, k) or century(w, k) or period(w, k):
        return found
    if k == before:
        return None
    unit = w.at(k, "unit")
    if unit and unit.definite and unit.value in ("week one", "month one", "year one"):
        return Found(unit.start, unit.end, "period", (0,), unit.value.split()[0]), unit.stop
    return numbered(w, k)
