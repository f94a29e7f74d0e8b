"""Calendar days of months, years and their parts."""

import calendar
from datetime import date, timedelta

Days = tuple[date, date]
ONE_DAY = timedelta(1)
SINGLE_DAY, WEEK, MONTH = 1, 7, 31  # days: how exact the days of an event are
PART_OF_MONTH = {
    "first": (1, 1), "start": (1, 10), "early": (1, 10), "mid": (11, 20), "half1": (1, 15), "half2": (16, 31),
    "third1": (1, 10), "third2": (11, 20), "third3": (21, 31),
}  # fmt: skip
PART_OF_YEAR = {
    "first": (1, 1), "start": (1, 1), "early": (1, 3), "mid": (6, 7), "late": (10, 12), "end": (12, 12),
    "half1": (1, 6), "half2": (7, 12), "third1": (1, 4), "third2": (5, 8), "third3": (9, 12),
    "quarter1": (1, 3), "quarter2": (4, 6), "quarter3": (7, 9), "quarter4": (10, 12),
}  # fmt: skip
PART_OF_SEASON = {"start": (0, 0), "early": (0, 0), "mid": (1, 1), "late": (2, 2), "end": (2, 2)}
PART_OF_YEARS = {  # of a decade or century, in hundredths
    "start": (0, 20), "early": (0, 40), "mid": (40, 60), "late": (60, 100), "end": (80, 100),
    "half1": (0, 50), "half2": (50, 100), "third1": (0, 33), "third2": (33, 67), "third3": (67, 100),
    "quarter1": (0, 25), "quarter2": (25, 50), "quarter3": (50, 75), "quarter4": (75, 100),
}  # fmt: skip
WEEK_BEGINS = (5, 6, 0)  # Saturday, Sunday, Monday, each some country's custom: a week is their hull
PART_OF_WEEK = {"start": (0, 1), "early": (0, 1), "mid": (3, 3), "late": (5, 6), "end": (5, 6)}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
TEN_DAYS = 10
UNIT_DAYS = {"day": 1, "week": 7}
UNIT_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def part_of_week(day: date, n: int, part: str) -> Days:
    """The week `n` weeks from a day's, or its part, whichever day weeks begin on.

    >>> part_of_week(date(2019, 3, 13), -1, "")
    (datetime.date(2019, 3, 2), datetime.date(2019, 3, 10))
    """
    first, last = PART_OF_WEEK.get(part, (0, 6))
    starts = [day - timedelta((day.weekday() - begins) % 7) + timedelta(7 * n) for begins in WEEK_BEGINS]
    return min(starts) + timedelta(first), max(starts) + timedelta(last)


def part_of_month(year: int, month: int, part: str) -> Days:
    """A month or its part.

    >>> part_of_month(2019, 2, "end")
    (datetime.date(2019, 2, 19), datetime.date(2019, 2, 28))
    """
    first, last = part_bounds(part, calendar.monthrange(year, month)[1])
    return date(year, month, first), date(year, month, last)


def part_of_year(year: int, part: str) -> Days:
    """A year or its part, in whole months.

    >>> part_of_year(2019, "early")
    (datetime.date(2019, 1, 1), datetime.date(2019, 3, 31))
    """
    return months(year, *PART_OF_YEAR.get(part, (1, 12)))


def quarter_near(day: date, n: int, direction: str) -> Days:
    """The n-th quarter of a day's year, of the year before where it has not begun, unless it is said to be ahead.

    >>> quarter_near(date(2019, 3, 13), 4, "")
    (datetime.date(2018, 10, 1), datetime.date(2018, 12, 31))
    """
    first = n * 3 - 2
    begun = day.month >= first
    back = not begun and direction in ("", "past", "past2")
    return months(day.year - back + (begun and direction == "future"), first, first + 2)


def part_of_years(first: int, length: int, part: str) -> Days:
    """A decade or century or its part, in whole years.

    >>> part_of_years(1990, 10, "early")
    (datetime.date(1990, 1, 1), datetime.date(1993, 12, 31))
    """
    low, high = PART_OF_YEARS.get(part, (0, 100))
    return date(first + length * low // 100, 1, 1), date(first + length * high // 100 - 1, 12, 31)


def part_of_season(year: int, season: str, part: str) -> Days:
    """A season that begins in a year, or its first, second or third month.

    >>> part_of_season(2019, "winter", "")
    (datetime.date(2019, 12, 1), datetime.date(2020, 2, 29))
    """
    first, last = PART_OF_SEASON.get(part, (0, 2))
    begins = SEASONS[season]
    return months(
        year + (begins + first) // 13, (begins + first - 1) % 12 + 1, (begins + first - 1) % 12 + 1 + last - first
    )


def months(year: int, first: int, last: int) -> Days:
    """From the first day of a month to the last day of another; months after the 12th are the next year's.

    >>> months(2019, 11, 14)
    (datetime.date(2019, 11, 1), datetime.date(2020, 2, 29))
    """
    end, month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, first, 1), date(end, month, calendar.monthrange(end, month)[1])


def moved(day: date, n: int, unit: str) -> date:
    """The day `n` units away, the month's last day where the month is shorter.

    Errors: ValueError or OverflowError for a day beyond the calendar.

    >>> moved(date(2019, 3, 31), -1, "month")
    datetime.date(2019, 2, 28)
    """
    if unit in UNIT_MONTHS:
        year, month = divmod(day.year * 12 + day.month - 1 + n * UNIT_MONTHS[unit], 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    return day + timedelta(n * UNIT_DAYS.get(unit, 1))


def safe_date(year: int, month: int, dom: int) -> date | None:
    """A day, or None where the calendar has none.

    >>> safe_date(2019, 2, 28), safe_date(2019, 2, 29)
    (datetime.date(2019, 2, 28), None)
    """
    try:
        return date(year, month, dom)
    except ValueError:
        return None


def nth_units(low: date, high: date, unit: str, first: int, last: int) -> Days | None:
    """The units from the first to the last of those that a longer time consists of, counted from its end below zero.

    >>> nth_units(date(2019, 2, 1), date(2019, 2, 28), "week", -1, -1)
    (datetime.date(2019, 2, 22), datetime.date(2019, 2, 28))
    """
    if first > 0:
        begin, after = moved(low, first - 1, unit), moved(low, last, unit)
    else:
        begin, after = moved(high + ONE_DAY, first, unit), moved(high + ONE_DAY, last + 1, unit)
    if not low <= begin <= high:
        return None
    return begin, min(after - ONE_DAY, high)


def nth_weekday(low: date, high: date, weekday: int, n: int) -> date | None:
    """The n-th such weekday of a longer time, counted from its end below zero; None where it has fewer.

    >>> nth_weekday(date(2019, 3, 1), date(2019, 3, 31), 0, -1)
    datetime.date(2019, 3, 25)
    """
    if n > 0:
        there = low + timedelta((weekday - low.weekday()) % 7 + 7 * (n - 1))
    else:
        there = high - timedelta((high.weekday() - weekday) % 7 + 7 * (-n - 1))
    return there if low <= there <= high else None


def part_bounds(part: str, length: int) -> tuple[int, int]:
    """The first and last day of a part of a month that has so many days.

    >>> part_bounds("late", 28), part_bounds("", 31)
    ((19, 28), (1, 31))
    """
    if part in ("late", "end"):
        return length - TEN_DAYS + 1, length
    if part == "last":
        return length, length
    first, last = PART_OF_MONTH.get(part, (1, length))
    return first, min(last, length)


def date_precision(low: date | None, high: date | None) -> str:
    """How exact the days of an event are, in the codebook's words.

    >>> date_precision(date(2019, 3, 1), date(2019, 3, 31))
    'month'
    """
    if low is None or high is None:
        return "unstated"
    length = (high - low).days + 1
    return "day" if length <= SINGLE_DAY else "days" if length <= WEEK else "month" if length <= MONTH else "longer"


def around(day: date, unit: str) -> Days:
    """The day, or the week, month or year around it.

    >>> around(date(2020, 5, 11), "week")
    (datetime.date(2020, 5, 8), datetime.date(2020, 5, 14))
    """
    if unit == "day":
        return day, day
    if unit == "week":
        return day - timedelta(3), day + timedelta(3)
    return part_of_month(day.year, day.month, "") if unit == "month" else part_of_year(day.year, "")
