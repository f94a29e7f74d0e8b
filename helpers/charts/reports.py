"""The figure of notebook 01: the days on which each report may have been written."""

from typing import Any, Protocol

import pandas as pd
from matplotlib.axes import Axes

from helpers.charts.base import ON_GRID, Looks, Page, empty, mirror, page
from helpers.charts.colours import INK, MUTED
from helpers.charts.dates import DAY, draw_span, time_axis, window
from helpers.charts.footers import source
from helpers.charts.words import ALT, Dated, briefly, days, listed, name, say

BASES = {"text": ("text_alone", "#9db7d5", 5.0), "record": ("with_record", "#1d4e89", 9.0)}
ROW = 0.7  # inches
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class PossibleDays(Dated, Protocol):
    """A row with the days that a report may be of, and their weekday where only that is known."""

    weekday: str


class Dating(PossibleDays, Protocol):
    """A row of the table: days, and whether the text alone or the record too allows them."""

    basis: str


def draw_days(
    table: pd.DataFrame,
    *,
    ax: Axes | None = None,
    lang: str = "ar",
    title: str | None = None,
    subtitle: str | None = None,
    footer: str | None = None,
) -> Axes:
    """Each report's possible days of writing as spans, from the text alone and with the public record.

    `table` has report, outlet, basis (text, record), date_low, date_high, weekday; a missing end is drawn as open.

    >>> draw_days(pd.DataFrame(), lang="en").texts[0].get_text()
    'Nothing to draw: no report here can be placed in time.'
    """
    footer = footer or source(table, lang)
    if table.empty or table[["date_low", "date_high"]].isna().all(axis=None):
        return empty(ax, lang, title or say("days_title_plain", lang), footer, why="nothing_days")
    reports = list(table["report"].unique())
    exact = table.loc[table["date_low"] == table["date_high"], "report"].nunique()
    title = title or say("days_title", lang, n=exact, total=len(reports))
    record = table[table["basis"] == "record"][["date_low", "date_high"]]
    known = (record if record.notna().any(axis=None) else table)[["date_low", "date_high"]]
    with page(ax, lang, ROW * len(reports)) as sheet:
        low, high = window(known["date_low"], known["date_high"], pad=0.35)
        for y, report in enumerate(reports):
            rows = table[table["report"] == report]
            _draw_report(sheet, rows, y, low, high)
        sheet.ax.set(ylim=(len(reports) - 0.45, -0.55), yticks=[])
        time_axis(sheet.ax, low, high, lang)
        sheet.ax.grid(axis="x")
        mirror(sheet.ax, lang, time=True)
        alt = sheet.say("days_alt", n=len(reports), days=_days_told(table, lang))
        return sheet.finish(title, subtitle or sheet.say("days_subtitle"), footer, alt)


def _days_told(table: pd.DataFrame, lang: str) -> str:
    """Each report's days with the public record, the first of many."""
    rows = table[table["basis"].eq("record")].itertuples()
    told = [
        f"{name(row.report if pd.isna(row.outlet) else row.outlet, lang)}: {possible_days(row, lang)}" for row in rows
    ]
    return briefly(told, lang, ALT, apart="semicolon")


def _draw_report(sheet: Page, rows: pd.DataFrame, y: float, low: pd.Timestamp, high: pd.Timestamp) -> None:
    outlet, report = rows["outlet"].iloc[0], rows["report"].iloc[0]
    sheet.row_name(y, name(report if pd.isna(outlet) else outlet, sheet.lang), "" if pd.isna(outlet) else report)
    for row in rows.itertuples():
        key, color, lw = BASES[row.basis]
        at = y + (0.2 if row.basis == "record" else -0.2)
        _span(sheet, row, at, low, high, color, lw)
        words = possible_days(row, sheet.lang)
        looks: Looks = {"size": 7, "color": INK if row.basis == "record" else MUTED}
        _name_span(sheet, row, at, low, high, f"{sheet.say(key)}: {words}", **looks)


def _name_span(
    sheet: Page, row: Dated, y: float, low: pd.Timestamp, high: pd.Timestamp, words: str, **looks: Any
) -> None:
    """Words over a span, from the end of it that leaves them room on the axis."""
    begin = low if pd.isna(row.date_low) else max(low, row.date_low)
    end = high if pd.isna(row.date_high) else min(high, row.date_high + DAY)
    half = low + (high - low) / 2
    rightwards = begin < half if sheet.lang == "en" else end <= half
    x, ha = (begin, "left") if rightwards else (end, "right")
    sheet.text(x, y, words, dy=10, ha=ha, **ON_GRID, **looks)


def _span(sheet: Page, row: Dating, y: float, low: pd.Timestamp, high: pd.Timestamp, color: str, lw: float) -> None:
    """The span as far as the axis goes; an arrow where it goes on, faint where the end is not known at all."""
    begin = low if pd.isna(row.date_low) else max(low, row.date_low)
    end = high - DAY if pd.isna(row.date_high) else min(high - DAY, row.date_high)
    draw_span(sheet.ax, begin, end, y, color, lw=lw)
    if row.basis == "text" and _weekday(row, "en"):
        named = [day for day in pd.date_range(begin.ceil("D"), end) if WEEKDAYS[day.weekday()] == row.weekday.lower()]
        sheet.ax.plot([day + DAY / 2 for day in named], [y] * len(named), "o", ms=2.6, color="white", zorder=5)
    for edge, goes_on, marker in ((low, begin == low, "<"), (high, end == high - DAY, ">")):
        if goes_on:
            sheet.ax.plot([edge], [y], marker=marker, ms=lw + 3, color=color, clip_on=False, zorder=4)


def possible_days(row: PossibleDays, lang: str) -> str:
    """The day, the days, or what is known of them.

    >>> from types import SimpleNamespace as Row
    >>> possible_days(Row(date_low=pd.NaT, date_high=pd.NaT, weekday="monday"), "en")
    'a Monday'
    """
    weekday = _weekday(row, lang)
    if pd.notna(row.date_low) and row.date_low == row.date_high:
        weekday = say(f"weekday_{row.date_low.day_name().lower()}", lang)
        return listed([days(row.date_low, row.date_high, lang), weekday], lang)
    known = [days(row.date_low, row.date_high, lang)] if pd.notna(row.date_low) or pd.notna(row.date_high) else []
    if weekday:
        known.append(say("some_weekday", lang, weekday=weekday))
    return listed(known, lang) or say("any_day", lang)


def _weekday(row: PossibleDays, lang: str) -> str:
    known = pd.notna(row.weekday) and str(row.weekday).lower() in WEEKDAYS
    return say(f"weekday_{str(row.weekday).lower()}", lang) if known else ""
