"""Days on charts: a time axis that runs from left to right in both languages, and spans of days."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from helpers import arabic
from helpers.charts.base import Looks
from helpers.charts.words import Dated, say

DAY = pd.Timedelta(days=1)
CHAR = 0.0125  # of the axis: the width of a letter under it
STEPS = (1, 2, 5, 10)  # days between ticks within months


def draw_span(ax: Axes, low: pd.Timestamp, high: pd.Timestamp, y: float, color: str, **looks: Any) -> None:
    """A span of days as a flat bar from the first day's beginning to the last day's end.

    >>> import matplotlib.pyplot as plt; ax = plt.figure().add_subplot()
    >>> draw_span(ax, *pd.to_datetime(["2019-03-10", "2019-03-12"]), 0, "k"); len(ax.lines)
    1
    """
    bar: Looks = {"color": color, "lw": 2, "solid_capstyle": "butt"}
    ax.plot([low, high + DAY], [y, y], **(bar | looks))


def middle(low: pd.Timestamp, high: pd.Timestamp) -> pd.Timestamp:
    """The middle of a span of days, or of the one end that is known.

    >>> middle(*pd.to_datetime(["2019-03-10", "2019-03-11"]))
    Timestamp('2019-03-11 00:00:00')
    """
    low, high = (high if pd.isna(low) else low), (low if pd.isna(high) else high)
    return low + (high + DAY - low) / 2


def within(row: Dated, first: pd.Timestamp, last: pd.Timestamp) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The days of a row, an end that is not known put where the axis ends.

    >>> from types import SimpleNamespace as Row
    >>> within(Row(date_low=pd.NaT, date_high=pd.Timestamp(2)), pd.Timestamp(1), pd.Timestamp(3))[0] == pd.Timestamp(1)
    True
    """
    return (first if pd.isna(row.date_low) else row.date_low), (last if pd.isna(row.date_high) else row.date_high)


def window(*days: pd.Series, pad: float = 0.06) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The first and last moment of a time axis that holds all the days that are known, with some air.

    Errors: ValueError when no day is known.

    >>> window(pd.Series(pd.to_datetime(["2019-03-10", None])))[1]
    Timestamp('2019-03-12 00:00:00')
    """
    known = pd.concat(days).dropna()
    if known.empty:
        raise ValueError("no day is known")
    low, high = known.min(), known.max() + DAY
    air = max((high - low) * pad, DAY)
    return low - air, high + air


def time_axis(ax: Axes, low: pd.Timestamp, high: pd.Timestamp, lang: str, *, most: int = 8) -> None:
    """Limits and ticks: days with their month under the first of each, or months with their year.

    >>> import matplotlib.pyplot as plt; ax = plt.figure().add_subplot()
    >>> time_axis(ax, *pd.to_datetime(["2019-03-10", "2019-03-13"]), "en")
    >>> [tick.get_text() for tick in ax.get_xticklabels()]
    ['10\\nMarch', '11', '12', '13']
    """
    ax.set_xlim(low, high)
    ticks = time_ticks(low, high, lang, most)
    ax.set_xticks([tick for tick, _ in ticks], [arabic.label(words) for _, words in ticks])


def time_ticks(low: pd.Timestamp, high: pd.Timestamp, lang: str, most: int) -> list[tuple[pd.Timestamp, str]]:
    """The ticks of a time axis with their words.

    >>> [words for _, words in time_ticks(*pd.to_datetime(["2019-01-10", "2019-04-03"]), "en", 3)]
    ['February\\n2019', 'March\\n2019', 'April\\n2019']
    """
    if ticks := _day_ticks(low, high, most):
        return list(zip(ticks, _day_names(ticks, low, high, lang), strict=True))
    ticks = _month_ticks(low, high, min(most, 5))
    return [(tick, f"{say(f'month_{tick.month}', lang)}\n{tick.year}") for tick in ticks]


def _day_ticks(low: pd.Timestamp, high: pd.Timestamp, most: int) -> list[pd.Timestamp]:
    days = pd.date_range(low.ceil("D"), high.floor("D"))
    for step in STEPS:
        chosen = [day for day in days if step == 1 or (day.day % step == 1 and day.day < 31)]
        if len(chosen) <= most:
            return chosen
    return []


def _day_names(ticks: list[pd.Timestamp], low: pd.Timestamp, high: pd.Timestamp, lang: str) -> Iterator[str]:
    """The day's number; the month under its first tick, by its first name or not at all where the next is near."""
    for i, tick in enumerate(ticks):
        first = i == 0 or ticks[i - 1].month != tick.month
        later = next((other for other in ticks[i + 1 :] if other.month != tick.month), None)
        month, behind = (say(f"month_{at.month}", lang) if at is not None else "" for at in (tick, later))
        room = (later - tick) / (high - low) if later is not None else 1.0
        fits = [name for name in (month, month.split("/")[0]) if CHAR * (len(name) + len(behind)) / 2 < room]
        yield f"{tick.day}\n{fits[0]}" if first and fits else str(tick.day)


def _month_ticks(low: pd.Timestamp, high: pd.Timestamp, most: int) -> list[pd.Timestamp]:
    months = pd.date_range(low.ceil("D"), high, freq="MS")
    step = next(step for step in (1, 2, 3, 6, 12, 24, 60, 120, 600) if len(months) <= most * step)
    return [month for month in months if (month.year * 12 + month.month - 1) % step == 0]
