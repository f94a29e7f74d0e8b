"""From a time expression and the day of its report to calendar days."""

import calendar
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from hijridate import Hijri

from helpers.time_words import Found

Days = tuple[date, date]
Published = date | tuple[date, date] | None
NOWHERE = (None, None)
WEEK_BEGINS = (5, 6, 0)  # Saturday, Sunday, Monday, each some country's custom: a week is their hull
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}
PART_OF_MONTH = {"start": (1, 10), "early": (1, 10), "mid": (11, 20), "half1": (1, 15), "half2": (16, 31)}
PART_OF_YEAR = {
    "start": (1, 1), "early": (1, 3), "mid": (6, 7), "late": (10, 12), "end": (12, 12),
    "half1": (1, 6), "half2": (7, 12),
    "quarter1": (1, 3), "quarter2": (4, 6), "quarter3": (7, 9), "quarter4": (10, 12),
}  # fmt: skip
DATED = {"date", "month", "year", "season", "hijri"}
TEN_DAYS, HIJRI_CONVERTIBLE = 10, range(1343, 1501)
UNIT_DAYS = {"day": 1, "week": 7}


def resolve(found: Found, published: Published) -> Days | tuple[None, None]:
    """The first and last day of a time expression; `(None, None)` where it gives none.

    With an interval for the report's day, all days that some day of it allows; without one, absolute dates only.

    >>> resolve(Found(0, 4, "day_offset", (-1,)), date(2019, 3, 13))
    (datetime.date(2019, 3, 12), datetime.date(2019, 3, 12))
    """
    rule = RULES.get(found.rule)
    if rule is None:
        return NOWHERE
    low, high = published if isinstance(published, tuple) else (published, published)
    try:
        if low is None or high is None:
            days = [rule(found, None)] if is_absolute(found) else []
        else:
            days = [rule(found, low + timedelta(n)) for n in range((high - low).days + 1)]
    except (ValueError, OverflowError):  # a day that no calendar holds: the 31st of April, the year 0
        return NOWHERE
    days = [d for d in days if d]
    return (min(d[0] for d in days), max(d[1] for d in days)) if days else NOWHERE


def is_absolute(found: Found) -> bool:
    """Whether the words alone fix the days, or those of the expression they are counted from do."""
    if found.base:
        return is_absolute(found.base)
    return found.rule == "decade" or (found.rule in DATED and bool(found.value[0]))


def _day_offset(found: Found, day: date) -> Days:
    there = day + timedelta(found.value[0])
    if found.weekday is not None and there.weekday() != found.weekday:
        back = (day.weekday() - found.weekday) % 7
        there = day + timedelta(7 - back if found.value[0] > 0 else -back)
    return there, there


def _weekday(found: Found, day: date) -> Days:
    first, last = found.value
    back = (day.weekday() - last) % 7
    turn = {"past": 7 if back == 0 else back, "past2": back + 7, "future": back - 7, "future2": back - 14}
    last_day = day - timedelta(turn.get(found.direction, back))
    return last_day - timedelta((last - first) % 7), last_day


def _date(found: Found, day: date | None) -> Days | None:
    _, month, first, last = found.value
    years = _years(found, day)[: 1 if found.weekday is None else None]
    spans = [(a, b) for y in years if (a := _safe(y, month, first)) and (b := _safe(y, month, last))]
    if found.weekday is not None:
        spans = [span for span in spans if span[0].weekday() == found.weekday] or spans
    return spans[0] if spans else None


def _month(found: Found, day: date | None) -> Days | None:
    years = _years(found, day)
    return _part_of_month(years[0], found.value[1], found.part) if years else None


def _years(found: Found, day: date | None) -> list[int]:
    """The years that a date or month may be of, the likeliest first: as written, else from its side of the report."""
    year, month, first, _ = found.value
    if year:
        return [year]
    if found.direction == "unknown" or day is None:
        return []
    if found.years is not None:
        return [day.year + found.years]
    here, there = ((day.month, day.day), (month, first)) if first else ((day.month,), (month,))
    latest = day.year - (month > day.month)
    if found.direction == "past":
        latest = day.year - (there >= here)
    elif found.direction == "future":
        latest = day.year + (there <= here) if first or found.part == "" else day.year + (month < day.month)
    elif found.direction == "present":
        latest = day.year
    return [latest, latest + 1, latest - 1]


def _year(found: Found, day: date | None) -> Days:
    return _part_of_year(found.value[0], found.part)


def _decade(found: Found, day: date | None) -> Days:
    return date(found.value[0], 1, 1), date(found.value[0] + 9, 12, 31)


def _period(found: Found, day: date) -> Days | None:
    n = found.value[0]
    if found.unit == "week":
        starts = [day - timedelta((day.weekday() - begins) % 7) + timedelta(7 * n) for begins in WEEK_BEGINS]
        return min(starts), max(starts) + timedelta(6)
    if found.unit == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
        return _part_of_month(year, month + 1, found.part)
    if found.unit == "decade":
        start = day.year - day.year % 10 + 10 * n
        return date(start, 1, 1), date(start + 9, 12, 31)
    return _part_of_year(day.year + n, found.part)


def _day_of_month(found: Found, day: date) -> Days | None:
    year, month = divmod(day.year * 12 + day.month - 1 + found.value[0], 12)
    there = _safe(year, month + 1, found.value[1])
    return (there, there) if there else None


def _span(found: Found, day: date) -> Days | None:
    n = found.value[0]
    if found.unit in ("hour", "minute"):
        n = -(-n // (24 if found.unit == "hour" else 1440))
    there = _moved(day, n if found.direction == "future" else -n, found.unit)
    return (min(day, there), max(day, there)) if there else None


def _ago(found: Found, day: date) -> Days | None:
    """So long ago, as precisely as its unit: a day, a week around it, a calendar month, a calendar year."""
    n = found.value[0]
    if found.unit in ("hour", "minute"):
        return _span(found, day)
    there = _moved(day, -n, found.unit)
    if there is None:
        return None
    if found.unit == "day":
        return there, there
    if found.unit == "week":
        return there - timedelta(3), there + timedelta(3)
    if found.unit == "month":
        return _part_of_month(there.year, there.month, "")
    return _part_of_year(there.year, "")


def _season(found: Found, day: date | None) -> Days | None:
    """The season; a winter named by one year may be the one it begins or the one it ends in, so it is both."""
    first, last = SEASONS[found.part]
    if found.value[0] or found.years is not None:
        year = found.value[0] or day.year + found.years
        low, high = _months(year, first, last)
        return (date(year - 1, 12, 1), high) if found.part == "winter" else (low, high)
    spans = [_months(year, first, last) for year in range(day.year - 2, day.year + 3)]
    if found.direction == "future":
        spans = [span for span in spans if span[0] > day]
    elif found.direction == "present":
        spans = [span for span in spans if span[0] <= day][-1:]
    elif found.direction:
        spans = [span for span in spans if span[1] < day][-1:]
    return spans[0] if spans else None


def _same_day(found: Found, day: date | None) -> Days | None:
    low, high = resolve(found.base, day) if found.base else NOWHERE
    return (low + timedelta(found.value[0]), high + timedelta(found.value[0])) if low else None


def _time_of_day(found: Found, day: date | None) -> Days | None:
    if found.base is None:
        return (day, day) if day else None
    low, high = resolve(found.base, day)
    return (low, high) if low else None


def _night_before(found: Found, day: date) -> Days:
    return day - timedelta(1), day


def _before_event(found: Found, day: date | None) -> Days | None:
    low, high = resolve(found.base, day) if found.base else NOWHERE
    first = _moved(low, -found.value[0], found.unit) if low else None
    return (first, high - timedelta(1)) if first else None


def _hijri(found: Found, day: date | None) -> Days | None:
    year, month, first, last = found.value
    if year:
        years = [year]
    elif day is None or found.direction == "unknown":
        return None
    else:
        about = day.year - 622 + (day.year - 622) // 32
        years = range(about + 2, about - 3, -1)
    spans = [span for y in years if (span := _hijri_span(y, month, first, last, found.part))]
    if not year:
        spans = list(_on_side(spans, found.direction, day))
    return spans[0] if spans else None


def _on_side(spans: list[Days], direction: str, day: date) -> Iterator[Days]:
    if direction.startswith("future"):
        yield from reversed([span for span in spans if span[0] > day])
    elif direction.startswith("past"):
        yield from (span for span in spans if span[1] < day)
    else:
        yield from (span for span in spans if span[0] <= day)


def _hijri_span(year: int, month: int | None, first: int | None, last: int | None, part: str) -> Days | None:
    if year not in HIJRI_CONVERTIBLE:
        return None
    start, end = Hijri(year, month or 1, 1), Hijri(year, month or 12, 1)
    length = end.month_length()
    if (last or 0) > length:
        return None
    begin, stop = start.to_gregorian(), end.to_gregorian()
    a, b = (first, last) if first else _part_bounds(part, length) if month else (1, length)
    return date(*begin.datetuple()) + timedelta(a - 1), date(*stop.datetuple()) + timedelta(b - 1)


def _part_of_month(year: int, month: int, part: str) -> Days:
    first, last = _part_bounds(part, calendar.monthrange(year, month)[1])
    return date(year, month, first), date(year, month, last)


def _part_bounds(part: str, length: int) -> tuple[int, int]:
    if part in ("late", "end"):
        return length - TEN_DAYS + 1, length
    first, last = PART_OF_MONTH.get(part, (1, length))
    return first, min(last, length)


def _part_of_year(year: int, part: str) -> Days:
    return _months(year, *PART_OF_YEAR.get(part, (1, 12)))


def _months(year: int, first: int, last: int) -> Days:
    """From the first day of a month to the last day of another; months after the 12th are the next year's."""
    end, month = year + last // 13, (last - 1) % 12 + 1
    return date(year, first, 1), date(end, month, calendar.monthrange(end, month)[1])


def _moved(day: date, n: int, unit: str) -> date | None:
    """The day `n` units away, the month's last day where the month is shorter; None beyond the calendar."""
    try:
        if unit in ("month", "year", "decade"):
            year, month = divmod(day.year * 12 + day.month - 1 + n * {"month": 1, "year": 12, "decade": 120}[unit], 12)
            return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
        return day + timedelta(n * UNIT_DAYS.get(unit, 1))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None


def _safe(year: int, month: int, dom: int) -> date | None:
    try:
        return date(year, month, dom)
    except ValueError:
        return None


RULES: dict[str, Callable[[Found, date | None], Days | None]] = {
    "day_offset": _day_offset, "weekday": _weekday, "date": _date, "month": _month, "year": _year, "decade": _decade,
    "period": _period, "span": _span, "ago": _ago, "season": _season, "same_day": _same_day, "hijri": _hijri,
    "time_of_day": _time_of_day, "clock": _time_of_day, "night_before": _night_before, "before_event": _before_event,
    "day_of_month": _day_of_month,
}  # fmt: skip
