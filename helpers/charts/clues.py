"""A figure of notebook 01: what each clue to a report's day leaves over, one under the other."""

from typing import NamedTuple, Protocol

import pandas as pd
from matplotlib.axes import Axes

from helpers.charts.base import MARGIN, WIDTH, Looks, Page, empty, fitted, mirror, page
from helpers.charts.colours import INK, MUTED
from helpers.charts.dates import DAY, draw_span, time_axis, window
from helpers.charts.footers import source
from helpers.charts.reports import Dating, draw_days, possible_days
from helpers.charts.words import ALT, briefly, name, say

MOST = 10  # reports; with more, only what is left of each is drawn
LABEL = 3.15  # inches for a clue's words
LINE, AIR, BLOCK = 0.118, 0.11, 0.3  # inches: a line of words, a strip's air, a report's heading
COLOURS = {"text": "#7fa3cc", "record": "#1d4e89", "left": INK, "stated": INK}
ASIDE = "#c4c9ce"
DOTTED = 250  # days of an axis on which single weekdays can be told apart


class Clue(Dating, Protocol):
    """A row of the table."""

    report: str
    outlet: str
    clue: str
    clue_ar: str
    kept: bool
    days: int
    not_months: str


class Strip(NamedTuple):
    """A row of the table with its place on the page and its words, broken into lines."""

    row: Clue
    y: float
    words: str


def draw_clues(
    table: pd.DataFrame,
    *,
    ax: Axes | None = None,
    lang: str = "ar",
    title: str | None = None,
    subtitle: str | None = None,
    footer: str | None = None,
) -> Axes:
    """A block for each report, a strip for each clue: the days that it and those before it leave over.

    `table` has report, outlet, step, basis (text, record; left or stated for the result), clue, clue_ar, kept,
    narrows, date_low, date_high, days, weekday, not_months. Many reports are drawn as `draw_days` draws them.

    >>> draw_clues(pd.DataFrame(), lang="en").texts[0].get_text()
    'Nothing to draw: no report here can be placed in time.'
    """
    footer = footer or source(table, lang)
    if table.empty or table[["date_low", "date_high"]].isna().all(axis=None):
        return empty(ax, lang, title or say("clues_title_plain", lang), footer, why="nothing_days")
    if table["report"].nunique() > MOST:
        return draw_days(_ends(table), ax=ax, lang=lang, title=title, subtitle=subtitle, footer=footer)
    result = table["basis"].isin(["left", "stated"])
    known = table[result] if table.loc[result, ["date_low", "date_high"]].notna().any(axis=None) else table
    low, high = window(known["date_low"], known["date_high"], pad=0.3)
    clues = table[~result]
    dated = table[result & table["date_low"].eq(table["date_high"])]
    title = title or say("clues_title", lang, n=len(dated), total=table["report"].nunique())
    with page(ax, lang, 1) as sheet:
        strips, heads, tall = _placed(sheet, table)
        sheet.ax.set(ylim=(tall, 0), yticks=[])
        for y, words in heads:
            sheet.text(sheet.edge, y, words, dx=_outwards(sheet), ha=sheet.start, weight="bold", **ACROSS)
        for strip in strips:
            _draw_strip(sheet, strip, low, high)
        time_axis(sheet.ax, low, high, lang)
        sheet.ax.tick_params(axis="x", labelsize=7.5)
        sheet.ax.grid(axis="x")
        mirror(sheet.ax, lang, time=True)
        sheet.text(1 - sheet.edge, 0, sheet.say("clues_left_head"), dx=6 * sheet.forward, ha=sheet.start, **SMALL)
        sheet.set_height(tall)
        left = [f"{_report(row, lang)}: {possible_days(row, lang)}" for row in table[result].itertuples()]
        alt = sheet.say("clues_alt", n=len(clues), days=briefly(left, lang, ALT, apart="semicolon"))
        return sheet.finish(title, subtitle or sheet.say("clues_subtitle"), footer, alt)


ACROSS: Looks = {"coords": ("axes fraction", "data")}
SMALL: Looks = {**ACROSS, "size": 7, "color": MUTED}


def _outwards(sheet: Page) -> float:
    return -sheet.forward * (LABEL * 72 + 8)


def _placed(sheet: Page, table: pd.DataFrame) -> tuple[list[Strip], list[tuple[float, str]], float]:
    """The strips and the reports' names from top to bottom, and how tall they are together."""
    strips: list[Strip] = []
    heads: list[tuple[float, str]] = []
    y = 0.0
    width = LABEL if sheet.own else WIDTH - 2 * MARGIN
    for _, rows in table.groupby("report", sort=False):
        heads.append((y + BLOCK * 0.6, _report(next(rows.itertuples()), sheet.lang)))
        y += BLOCK
        for row in rows.itertuples():
            words = fitted(_words(sheet, row), width, sheet, size=7, weight=_weight(row))
            tall = LINE * (words.count("\n") + 1) + AIR
            strips.append(Strip(row, y + tall / 2, words))
            y += tall
    return strips, heads, y + AIR


def _words(sheet: Page, row: Clue) -> str:
    if row.basis in ("left", "stated"):
        return sheet.say(f"clues_{row.basis}", days=possible_days(row, sheet.lang))
    words = row.clue_ar if sheet.lang == "ar" else row.clue
    return words if row.kept else sheet.say("clues_aside", clue=words)


def _weight(row: Clue) -> str:
    return "bold" if row.basis in ("left", "stated") else "normal"


def _draw_strip(sheet: Page, strip: Strip, low: pd.Timestamp, high: pd.Timestamp) -> None:
    row, y = strip.row, strip.y
    result, color = row.basis in ("left", "stated"), COLOURS[row.basis] if row.kept else ASIDE
    looks: Looks = {"size": 7, "weight": _weight(row), "color": INK if row.kept else MUTED}
    sheet.text(sheet.edge, y, strip.words, dx=_outwards(sheet), ha=sheet.start, **ACROSS, **looks)
    count = str(row.days) if pd.notna(row.days) else sheet.say("clues_open")
    sheet.text(1 - sheet.edge, y, count, dx=6 * sheet.forward, ha=sheet.start, **ACROSS, **looks)
    thick = 7 if result else 4.5
    spans = _spans(row, low, high)
    if pd.notna(row.weekday) and len(spans) > 1:
        days = [first + DAY / 2 for first, _ in spans]
        days = [day for day in days if min(day - low, high - day) > (high - low) * 0.03]  # clear of the arrows
        sheet.ax.plot(days, [y] * len(days), "o", ms=thick - 1, mew=0, color=color)
    else:
        for first, last in spans:
            draw_span(sheet.ax, first, last, y, color, lw=thick)
            if first == last:
                sheet.ax.plot([first + DAY / 2], [y], "s", ms=thick, mew=0, color=color)
    for edge, marker, goes_on in ((low, "<", row.date_low), (high, ">", row.date_high)):
        if pd.isna(goes_on) or not low <= goes_on <= high:
            sheet.ax.plot([edge], [y], marker=marker, ms=thick + 1, mew=0, color=color, clip_on=False, zorder=4)


def _spans(row: Clue, low: pd.Timestamp, high: pd.Timestamp) -> list[tuple[pd.Timestamp, pd.Timestamp]]:
    """The days left, as far as the axis goes: each weekday for itself where it can be told apart, else in runs."""
    first = low.ceil("D") if pd.isna(row.date_low) else max(low.ceil("D"), row.date_low)
    last = high.floor("D") - DAY if pd.isna(row.date_high) else min(high.floor("D") - DAY, row.date_high)
    days = pd.date_range(first, last)
    if pd.notna(row.weekday) and high - low < DOTTED * DAY:
        days = days[days.day_name().str.lower() == row.weekday]
    if pd.notna(row.not_months):
        days = days[~days.month.isin([int(month) for month in row.not_months.split()])]
    breaks = (days.to_series().diff() != DAY).cumsum()
    return [(run[0], run[-1]) for run in days.groupby(breaks.to_numpy()).values()]


def _ends(table: pd.DataFrame) -> pd.DataFrame:
    """What the text alone and all clues leave of each report's days, as `draw_days` wants it."""
    text = table[table["basis"].eq("text")].groupby("report", sort=False).tail(1)
    left = table[table["basis"].isin(["left", "stated"])].assign(basis="record")
    return pd.concat([text, left]).sort_values("report", kind="stable")


def _report(row: Clue, lang: str) -> str:
    """The outlet with the report's short name, or that alone."""
    report = name(row.report, lang)
    return report if pd.isna(row.outlet) else f"{name(row.outlet, lang)} ({row.report})"
