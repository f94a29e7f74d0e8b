"""Days as a person states them: a date, two dates, or either as text; nothing is guessed."""

import re
from datetime import date, datetime

Days = tuple[date, date]
REWRITTEN = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")  # how spreadsheets show a day
EITHER_ORDER = 2  # readings of such a day


def stated_days(value: object) -> Days:
    """The first and last day that a person states: a date, a pair of dates, or either as text.

    Errors: ValueError for what is none of these.

    >>> stated_days(date(2019, 1, 25)), stated_days(("2019-01-25", "2019-02-08"))[1]
    ((datetime.date(2019, 1, 25), datetime.date(2019, 1, 25)), datetime.date(2019, 2, 8))
    """
    if isinstance(value, str) and value.strip():
        return written_days(value)
    pair = value if isinstance(value, tuple | list) else (value, value)
    days = [from_manifest(day)[0] if isinstance(day, str) else _date(day) for day in pair]
    low, high = days if len(days) == 2 else (None, None)
    if low is None or high is None:
        raise ValueError(f"{value!r} is no day. Give a date, a pair of dates, or text such as 2019-01-25.")
    return _in_order(low, high, value)


def from_manifest(value: str) -> Days | tuple[None, None]:
    """The day or days of a manifest's `published` cell; `(None, None)` for an empty one.

    Errors: ValueError for what is neither a day nor two days in order.

    >>> from_manifest("")
    (None, None)
    """
    return written_days(value) if value.strip() else (None, None)


def written_days(value: str) -> Days:
    """The day or days of a text; a day that a spreadsheet has rewritten is read where only one order makes it a day.

    Errors: ValueError for what is neither a day nor two days in order, and for a day that may be two.

    >>> written_days("2019-01-25/2019-02-08")
    (datetime.date(2019, 1, 25), datetime.date(2019, 2, 8))
    >>> written_days("25/1/2019")[0], written_days("1/25/2019")[0]
    (datetime.date(2019, 1, 25), datetime.date(2019, 1, 25))
    >>> written_days("4/6/2021")
    Traceback (most recent call last):
    ValueError: '4/6/2021' may be 2021-06-04 or 2021-04-06. Write the one that is meant.
    """
    if rewritten := REWRITTEN.fullmatch(value.strip()):
        return _rewritten(value, *(int(rewritten[group]) for group in (1, 3, 4)))
    first, slash, last = (part.strip() for part in value.partition("/"))
    try:
        low, high = date.fromisoformat(first), date.fromisoformat(last if slash else first)
    except ValueError:
        raise ValueError(f"{value!r} is no day. Write 2019-01-25, or 2019-01-25/2019-02-08 for a span.") from None
    return _in_order(low, high, value)


def _rewritten(value: str, first: int, second: int, year: int) -> Days:
    """The one day that a day and a month, in whatever order, can be."""
    days = []
    for day, month in dict.fromkeys([(first, second), (second, first)]):
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    if len(days) == EITHER_ORDER:
        raise ValueError(f"{value!r} may be {days[0]} or {days[1]}. Write the one that is meant.")
    if not days:
        raise ValueError(f"{value!r} is no day. Write 2019-01-25, or 2019-01-25/2019-02-08 for a span.")
    return days[0], days[0]


def _date(value: object) -> date | None:
    """The day of a date or a moment; NaT, which only looks like a moment, has none."""
    if isinstance(value, datetime):
        return value.date() if value == value else None
    return value if isinstance(value, date) else None


def _in_order(low: date, high: date, value: object) -> Days:
    if low > high:
        raise ValueError(f"{value!r}: the second day is before the first. Put the earlier day first.")
    return low, high
