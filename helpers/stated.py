"""Days as a person states them: a date, two dates, or either as text; nothing is guessed."""

from datetime import date, datetime

Days = tuple[date, date]


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
    """The day or days of a text.

    Errors: ValueError for what is neither a day nor two days in order.

    >>> written_days("2019-01-25/2019-02-08")
    (datetime.date(2019, 1, 25), datetime.date(2019, 2, 8))
    """
    first, slash, last = (part.strip() for part in value.partition("/"))
    try:
        low, high = date.fromisoformat(first), date.fromisoformat(last if slash else first)
    except ValueError:
        raise ValueError(f"{value!r} is no day. Write 2019-01-25, or 2019-01-25/2019-02-08 for a span.") from None
    return _in_order(low, high, value)


def _date(value: object) -> date | None:
    """The day of a date or a moment; NaT, which only looks like a moment, has none."""
    if isinstance(value, datetime):
        return value.date() if value == value else None
    return value if isinstance(value, date) else None


def _in_order(low: date, high: date, value: object) -> Days:
    if low > high:
        raise ValueError(f"{value!r}: the second day is before the first. Put the earlier day first.")
    return low, high
