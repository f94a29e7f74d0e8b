"""From a time expression and the day of its report to calendar days."""

from collections.abc import Callable
from datetime import date, timedelta

from helpers.time_calendar import (
    Days,
    around,
    moved,
    nth_units,
    nth_weekday,
    part_of_month,
    part_of_season,
    part_of_week,
    part_of_year,
    part_of_years,
    quarter_near,
    safe_date,
)
from helpers.time_hijri import LATER, hijri, hijri_century
from helpers.time_words import Found

Published = date | tuple[date, date] | None
NOWHERE = (None, None)
DATED = {"date", "month", "year", "season", "hijri"}
ALWAYS_DATED = {"decade", "century"}
WITHOUT_YEAR = {"weekday", "date", "month", "hijri"}
NEAR_WEEKDAY, LONG_PAST = 3, 300
HOURS = {"hour": 1, "minute": 1 / 60, "second": 1 / 3600}


def resolve(found: Found, published: Published) -> Days | tuple[None, None]:
    """The first and last day of a time expression; `(None, None)` where it gives none.

    With an interval for the report's day, all days that some day of it allows; without one, absolute dates only.

    >>> resolve(Found(0, 4, "day_offset", (-1,)), date(2019, 3, 13))
    (datetime.date(2019, 3, 12), datetime.date(2019, 3, 12))
    """
    if found.rule not in RULES or found.direction == "unknown":
        return NOWHERE
    if found.direction == "told":
        published = _days(found.base, published)
        found = found._replace(base=None, direction="after")
    low, high = published if isinstance(published, tuple) else (published, published)
    try:
        if low is not None and high is not None:
            rule = RULES[found.rule]
            spans = [rule(found, low + timedelta(n)) for n in range((high - low).days + 1)]
        else:
            spans = [ALONE[found.rule](found, None)] if found.rule in ALONE and is_absolute(found) else []
    except (ValueError, OverflowError):  # a day that no calendar holds: the 31st of April, the year 0
        return NOWHERE
    days = [span for span in spans if span]
    return (min(d[0] for d in days), max(d[1] for d in days)) if days else NOWHERE


def _days(found: Found | None, published: Published) -> Days | None:
    """The first and last day of a time expression, None where it gives none or there is no expression."""
    low, high = resolve(found, published) if found else NOWHERE
    return (low, high) if low and high else None


def is_absolute(found: Found) -> bool:
    """Whether the words alone fix the days, or those of the expressions that it is counted from or made of do.

    >>> is_absolute(Found(0, 4, "year", (2019, 0, 0, 0))), is_absolute(Found(0, 4, "day_offset", (-1,)))
    (True, False)
    """
    if found.base:
        return is_absolute(found.base)
    if found.rule == "range":
        return is_absolute(found.of[1]) and (_follows(found.of[0]) or is_absolute(found.of[0]))
    if found.of:
        return all(map(is_absolute, found.of))
    return found.rule in ALWAYS_DATED or (found.rule in DATED and bool(found.value[0]))


def _day_offset(found: Found, day: date) -> Days:
    there = day + timedelta(found.value[0])
    if found.weekday is not None and there.weekday() != found.weekday:
        back = (day.weekday() - found.weekday) % 7
        there = day + timedelta(7 - back if found.value[0] > 0 else -back)
    return there, there


def _weekday(found: Found, day: date) -> Days | None:
    first, last = found.value
    back = (day.weekday() - last) % 7
    near = back if back <= NEAR_WEEKDAY else back - 7
    turn = {"past": back or 7, "past2": back + 7, "future": back - 7, "future2": back - 14, "present": near}
    turn["ahead"], turn["after"] = back and back - 7, back - 7
    last_day = day - timedelta(turn.get(found.direction, back))
    return last_day - timedelta((last - first) % 7), last_day


def _date(found: Found, day: date | None) -> Days | None:
    _, month, first, last = found.value
    years = _years(found, day)[: 1 if found.weekday is None else None]
    spans = [(a, b) for y in years if (a := safe_date(y, month, first)) and (b := safe_date(y, month, last))]
    if found.weekday is not None:
        spans = [span for span in spans if span[0].weekday() == found.weekday] or spans
    return spans[0] if spans else None


def _month(found: Found, day: date | None) -> Days | None:
    years = _years(found, day)
    return part_of_month(years[0], found.value[1], found.part) if years else None


def _years(found: Found, day: date | None) -> list[int]:
    """The years that a date or month may be of, the likeliest first: as written, else from its side of the report."""
    year, month, first, _ = found.value
    if year:
        return [year]
    if day is None:
        return []
    if found.years is not None:
        return [day.year + found.years]
    here, there = ((day.month, day.day), (month, first)) if first else ((day.month,), (month,))
    latest = day.year - (month > day.month)
    if found.direction == "past":
        latest = day.year - (there >= here)
    elif found.direction == "ahead" or (found.direction == "future" and found.part):
        latest = day.year + (there < here)
    elif found.direction == "future":
        latest = day.year + (there <= here)
    elif found.direction == "present":
        latest = day.year
    return [latest, latest + 1, latest - 1]


def _year(found: Found, day: date | None) -> Days:
    return part_of_year(found.value[0], found.part)


def _decade(found: Found, day: date | None) -> Days:
    return part_of_years(found.value[0], 10, found.part)


def _century(found: Found, day: date | None) -> Days | None:
    if found.unit == "hijri":
        return hijri_century(found.value[0], found.part)
    return part_of_years(found.value[0] * 100 - 99, 100, found.part)


def _period(found: Found, day: date) -> Days | None:
    n = found.value[0]
    if found.unit == "week":
        return part_of_week(day, n, found.part)
    if found.unit == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
        return part_of_month(year, month + 1, found.part)
    if found.unit == "decade":
        return part_of_years(day.year - day.year % 10 + 10 * n, 10, found.part)
    return part_of_year(day.year + n, found.part)


def _day_of_month(found: Found, day: date) -> Days | None:
    year, month = divmod(day.year * 12 + day.month - 1 + found.value[0], 12)
    there = safe_date(year, month + 1, found.value[1])
    return (there, there) if there else None


def _span(found: Found, day: date) -> Days | None:
    n = found.value[0]
    if found.unit in HOURS:
        n = -(-n // round(24 / HOURS[found.unit]))
    there = moved(day, n if found.direction == "future" else -n, found.unit)
    return min(day, there), max(day, there)


def _following(found: Found, day: date) -> Days:
    """So many days after one told before: «الأيام الثلاثة التالية»."""
    return day + timedelta(1), moved(day, found.value[0], found.unit)


def _ago(found: Found, day: date) -> Days | None:
    """So long ago or hence, as precisely as its smallest unit: a day, a week around it, a calendar month or year."""
    there, sign = day, 1 if found.direction in ("future", "after") else -1
    for n, unit in zip(found.value, found.unit.split(), strict=False):
        if abs(n) * HOURS.get(unit, 24) < 12:
            return there, there  # less than half a day away: the same day, in all likelihood
        if unit in HOURS:
            return _span(found._replace(value=(n,), unit=unit), there)
        there = moved(there, sign * n, unit)
    if found.part != "half":
        return around(there, unit)
    margin = "week" if unit == "day" else unit  # half a month is no count of days
    return around(moved(there, -1, margin), unit)[0], around(moved(there, 1, margin), unit)[1]


def _season(found: Found, day: date | None) -> Days | None:
    """The season; a winter named by one year may be the one it begins or the one it ends in, so it is both."""
    year = found.value[0]
    if day and not year and found.years is not None:
        year = day.year + found.years
    if year:
        low, high = part_of_season(year, found.unit, found.part)
        either = found.unit == "winter" and found.direction != "begins"
        return (part_of_season(year - 1, found.unit, found.part)[0], high) if either else (low, high)
    if day is None:
        return None
    spans = [part_of_season(year, found.unit, found.part) for year in range(day.year - 2, day.year + 3)]
    if found.direction in LATER:
        spans = [span for span in spans if span[0] > day]
    elif found.direction == "present":
        spans = [span for span in spans if span[0] <= day][-1:]
    elif found.direction == "this":
        spans.sort(key=lambda span: max(span[0] - day, day - span[1]))
    elif found.direction:
        spans = [span for span in spans if span[1] < day][-1:]
    return spans[0] if spans else None


def _same_day(found: Found, day: date | None) -> Days | None:
    days = _days(found.base, day)
    return (days[0] + timedelta(found.value[0]), days[1] + timedelta(found.value[0])) if days else None


def _time_of_day(found: Found, day: date | None) -> Days | None:
    if found.base is None:
        return (day, day) if day else None
    return _days(found.base, day)


def _night_before(found: Found, day: date) -> Days:
    return day - timedelta(found.value[0]), day - timedelta(found.value[0] - 1)


def _before_event(found: Found, day: date | None) -> Days | None:
    days = _days(found.base, day)
    return (moved(days[0], -found.value[0], found.unit), days[1] - timedelta(1)) if days else None


def _hijri(found: Found, day: date | None) -> Days | None:
    return _days(found.of[0], day) if found.of else hijri(found, day)


def _share(found: Found, day: date | None) -> Days | None:
    whole = _days(found.of[0], day)
    if not whole:
        return None
    first, last = found.value
    if found.weekday is None:
        return nth_units(*whole, found.unit, first, last)
    there = nth_weekday(*whole, found.weekday, first)
    return (there, there) if there else None


def _range(found: Found, day: date | None) -> Days | None:
    """From the first end to the last; a first end that names no year or week is the nearest one before the second."""
    first, second = found.of
    high = resolve(second, day)[1]
    if not high:
        return None
    bare = second.rule in WITHOUT_YEAR and not second.value[0] and second.years is None and not second.direction
    if bare and day and (day - high).days > LONG_PAST:  # «من 24 آذار إلى 3 نيسان», told in March
        high = resolve(second._replace(direction="ahead"), day)[1]
    begin = resolve(first._replace(direction=""), high)[0] if _follows(first) else resolve(first, day)[0]
    return (begin, high) if begin and high and begin <= high else None


def _follows(first: Found) -> bool:
    """Whether the first end of a range takes its year or week from the second."""
    bare = first.rule in WITHOUT_YEAR and first.direction in ("", "ahead") and first.years is None and not first.base
    return bare and (first.rule == "weekday" or not first.value[0])


# Those that the words alone may tell, and with these those that are counted from the day of the report.
ALONE: dict[str, Callable[[Found, date | None], Days | None]] = {
    "date": _date, "month": _month, "year": _year, "decade": _decade, "century": _century, "season": _season,
    "same_day": _same_day, "hijri": _hijri, "time_of_day": _time_of_day, "clock": _time_of_day,
    "before_event": _before_event, "share": _share, "range": _range,
}  # fmt: skip
RULES: dict[str, Callable[[Found, date], Days | None]] = {
    **ALONE, "day_offset": _day_offset, "weekday": _weekday, "period": _period, "span": _span, "ago": _ago,
    "following": _following, "night_before": _night_before, "day_of_month": _day_of_month,
    "quarter": lambda found, day: quarter_near(day, found.value[0], found.direction),
}  # fmt: skip
