"""Days of Hijri dates: a month or year as named, the nearest one to the report, a month that began by sight."""

from collections.abc import Iterator
from datetime import date, timedelta

from hijridate import Hijri

from helpers.time_calendar import PART_OF_YEAR, PART_OF_YEARS, Days, part_bounds
from helpers.time_words import Found

CONVERTIBLE = range(1343, 1501)
HIJRA = date(622, 7, 19).toordinal()  # 1 Muharram 1, in the Gregorian calendar carried back
NEAR = timedelta(20)
LATER = {"future", "ahead", "future2"}


def hijri(found: Found, day: date | None) -> Days | None:
    """The days of a Hijri date; without a year it is the one on its side of the report's day.

    >>> hijri(Found(0, 4, "hijri", (0, 9, 1, 1)), date(2019, 6, 1))
    (datetime.date(2019, 5, 6), datetime.date(2019, 5, 6))
    """
    year, month, first, last = found.value
    if year or day is None:
        return _sighted(hijri_days(year, month, first, last, found.part), found.weekday) if year else None
    about = hijri_year(day.year)
    years = range(about + 2, about - 3, -1)
    spans = [span for y in years if (span := hijri_days(y, month, first, last, found.part))]
    if found.years is not None:
        return next((span for span in spans if span[0].year == day.year + found.years), None)
    return next(_on_side(spans, found.direction, day), None)


def hijri_days(year: int, month: int, first: int, last: int, part: str) -> Days | None:
    """Days of a Hijri month or year as Gregorian days, by the Umm al-Qura calendar (`hijridate`) as far as it reaches.

    The month and the days are 0 where the whole year or month is meant.

    >>> hijri_days(1440, 9, 12, 12, "")
    (datetime.date(2019, 5, 17), datetime.date(2019, 5, 17))
    """
    if 0 < year < CONVERTIBLE.start:
        return _tabular_days(year, month, first, last, part)
    if year not in CONVERTIBLE:
        return None
    begins, ends = (month, month) if month else PART_OF_YEAR.get(part, (1, 12))
    start, end = Hijri(year, begins, 1), Hijri(year, ends, 1)
    length = end.month_length()
    if last > length:
        return None
    begin, stop = start.to_gregorian(), end.to_gregorian()
    a, b = (first, last) if first else part_bounds(part, length) if month else (1, length)
    return date(*begin.datetuple()) + timedelta(a - 1), date(*stop.datetuple()) + timedelta(b - 1)


def hijri_year(year: int) -> int:
    """The Hijri year that most of a Gregorian one is near, a year off at most.

    >>> hijri_year(2019)
    1440
    """
    return year - 622 + (year - 622) // 32


def hijri_century(n: int, part: str) -> Days | None:
    """The days of a Hijri century or its part.

    >>> hijri_century(4, "")
    (datetime.date(913, 8, 11), datetime.date(1010, 8, 21))
    """
    low, high = PART_OF_YEARS.get(part, (0, 100))
    begin, end = hijri_days(100 * n - 99 + low, 0, 0, 0, ""), hijri_days(100 * n - 100 + high, 0, 0, 0, "")
    return (begin[0], end[1]) if begin and end else None


def _tabular_days(year: int, month: int, first: int, last: int, part: str) -> Days | None:
    """Days of a Hijri year before the Umm al-Qura calendar, by the tabular one, which may be a day off either way."""
    begins, ends = (month, month) if month else PART_OF_YEAR.get(part, (1, 12))
    start, after = _tabular(year, begins), _tabular(year + ends // 12, ends % 12 + 1)
    length = after - start
    if last > length:
        return None
    a, b = (first, last) if first else part_bounds(part, length) if month else (1, length)
    return date.fromordinal(start + a - 2), date.fromordinal(start + b)


def _tabular(year: int, month: int) -> int:
    """The first day of a month in the 30-year cycle (R. H. van Gent, webspace.science.uu.nl/~gent0113/islam)."""
    return HIJRA + 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2


def _sighted(days: Days | None, weekday: int | None) -> Days | None:
    """The day of a month that began by sight, a day or two off the calendar where the weekday beside it says so."""
    if not days or weekday is None or days[0].weekday() == weekday:
        return days
    near = (days[0] + timedelta(n) for n in (1, -1, 2, -2))
    there = next((day for day in near if day.weekday() == weekday), None)
    return (there, there) if there else days


def _on_side(spans: list[Days], direction: str, day: date) -> Iterator[Days]:
    if direction in LATER:
        yield from reversed([span for span in spans if span[0] > day])
    elif direction.startswith("past"):
        yield from (span for span in spans if span[1] < day)
    else:
        yield from (span for span in reversed(spans) if day < span[0] <= day + NEAR)  # «رمضان» in the month before it
        yield from (span for span in spans if span[0] <= day)
