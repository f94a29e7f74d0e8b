"""A figure of notebook 04: what was said of the ground, as marks that no line joins."""

from collections.abc import Callable, Iterator
from typing import Protocol

import pandas as pd
from matplotlib.axes import Axes

from helpers.charts.base import Looks, Page, empty, fitted, mirror, page
from helpers.charts.colours import MUTED, party_colour
from helpers.charts.dates import draw_span, middle, time_axis, window, within
from helpers.charts.footers import source
from helpers.charts.marks import Label, draw_value, label_near, outermost, with_numbers
from helpers.charts.rows import Row
from helpers.charts.words import ALT, Amount, Dated, amount, briefly, days, each_once, name, number, say, word
from helpers.tables.base import LINKS

SHAPES, UNSAID = {"held": "o", "taken": "s", "lost": "v", "distance": "D"}, "^"
AREA, LENGTH, BETWEEN = 3.0, 1.1, 0.45  # inches: the panel of km², the panel of km, the air between
UNDATED = 0.36  # the share of the axis that undated statements have to themselves


class Statement(Amount, Dated, Protocol):
    """A statement on ground: what is said of it, who says so, and in which part of which report."""

    aspect: str
    source: str
    party: str
    outlet: str
    report: str
    section: str


def draw_ground(
    table: pd.DataFrame,
    *,
    ax: Axes | None = None,
    lang: str = "ar",
    title: str | None = None,
    subtitle: str | None = None,
    footer: str | None = None,
) -> Axes:
    """Statements on ground as separate marks in time: km² in one panel, km in another, undated ones in a column.

    `table` has aspect (held, taken, distance), low, best, high, precision, unit, words, source, party, outlet,
    date_low, date_high, report, section. Definitions differ, so nothing joins the marks.

    >>> draw_ground(pd.DataFrame(), lang="en").texts[0].get_text()
    'Nothing to draw: no report here gives such a figure.'
    """
    table = with_numbers(table)
    title, footer = title or _title(table, lang), footer or source(table, lang, named=["source", "outlet"])
    if table.empty:
        return empty(ax, lang, title, footer)
    far = table["aspect"].eq("distance").fillna(False)
    panels = [(part, key) for part, key in ((table[~far], "km2"), (table[far], "km")) if len(part)]
    with page(ax, lang, AREA) as sheet:
        times = _Times(table, lang)
        axes = [sheet.ax]
        if len(panels) == 2:
            axes.append(sheet.ax.inset_axes((0, 1 + BETWEEN / AREA, 1, LENGTH / AREA)))
        for panel, (rows, unit) in zip(axes, panels, strict=True):
            _draw_panel(sheet, panel, rows, unit, times, party_colour(table["party"]))
        for panel in axes[1:]:
            panel.tick_params(labelbottom=False)
        said = [_told(row, lang) for row in table.itertuples()]
        alt = sheet.say("ground_alt", n=len(table), rows=briefly(said, lang, ALT, apart="semicolon"))
        unsaid = [sheet.say("ground_unsaid")] if (~table["aspect"].isin([*SHAPES])).any() else []
        return sheet.finish(title, subtitle or " ".join([sheet.say("ground_subtitle"), *unsaid]), footer, alt)


def ground_rows(table: pd.DataFrame, lang: str) -> list[Row]:
    """The statements as rows, those on lengths after those on areas; each is named by its day and its teller.

    >>> ground_rows(pd.DataFrame(), "en")
    []
    """
    color, kinds = party_colour(table.get("party", [])), [*SHAPES, UNSAID]
    ordered = sorted(table.itertuples(), key=lambda row: kinds.index(_aspect(row)))
    return [
        Row(_kind(row, lang), days(row.date_low, row.date_high, lang), _teller(row, lang), row, color(row.party))
        for row in ordered
    ]


def _kind(row: Statement, lang: str) -> str:
    aspect = _aspect(row)
    return say("km2", lang) if aspect == UNSAID else say(f"ground_{aspect}", lang)


def _aspect(row: Statement) -> str:
    return UNSAID if pd.isna(row.aspect) or row.aspect not in SHAPES else row.aspect


def _title(table: pd.DataFrame, lang: str) -> str:
    """What the reports' own text says to be held, day by day, where there are few enough figures to be named."""
    own_text = table[~table["section"].isin(LINKS)] if len(table) else table
    held = own_text[own_text["aspect"].eq("held")].sort_values("date_low", kind="stable") if len(table) else table
    said = each_once(held, lang, "n_km2") if len(held) else ""
    return say("ground_finding", lang, held=said) if said else say("ground_title", lang)


class _Times:
    """The time axis of all panels, with a column at the reader's side for what has no date."""

    def __init__(self, table: pd.DataFrame, lang: str):
        self.lang = lang
        dated = table[["date_low", "date_high"]].notna().any(axis=None)
        days = (table["date_low"], table["date_high"]) if dated else (pd.Series(pd.to_datetime(["2000-01-01"])),)
        self.low, self.high = window(*days, pad=0.12)
        self.column = (self.high - self.low) * UNDATED / (1 - UNDATED)
        self.has_undated = bool(table[["date_low", "date_high"]].isna().all(axis=1).any())

    def undated(self) -> tuple[pd.Timestamp, pd.Timestamp]:
        if self.lang == "ar":
            return self.high, self.high + self.column
        return self.low - self.column, self.low

    def limits(self) -> tuple[pd.Timestamp, pd.Timestamp]:
        if not self.has_undated:
            return self.low, self.high
        begin, end = self.undated()
        return min(begin, self.low), max(end, self.high)


def _draw_panel(
    sheet: Page, ax: Axes, rows: pd.DataFrame, unit: str, times: _Times, color: Callable[[str], str]
) -> None:
    labels: dict[bool, list[Label]] = {}
    top = max(outermost(row) for row in rows.itertuples())
    time_axis(ax, times.low, times.high, sheet.lang, most=6)
    ax.set(xlim=times.limits(), ylim=(0, top * 1.35))
    ax.grid(axis="y")
    ax.locator_params(axis="y", nbins=5 if unit == "km2" else 3)
    ax.yaxis.set_major_formatter(lambda value, _: number(round(value, 6)))
    mirror(ax, sheet.lang, time=True)
    sheet.unit(sheet.say(unit), ax)
    if times.has_undated:
        begin, end = times.undated()
        ax.axvspan(begin, end, color="#f3f5f7", lw=0, zorder=0)
        if ax is sheet.ax:
            place: Looks = {"coords": ("data", "axes fraction"), "dy": -9, "size": 8, "color": MUTED}
            sheet.text(begin + (end - begin) / 2, 0, sheet.say("undated"), **place)
    for share, row in _in_column(rows):
        label = _draw_statement(sheet, ax, row, times, color(row.party), share, unit)
        labels.setdefault(pd.isna(share), []).append(label)
    for dated, those in labels.items():
        label_near(sheet, those, ax, within=(times.low, times.high) if dated else times.undated())


def _in_column(rows: pd.DataFrame) -> Iterator[tuple[float, Statement]]:
    """The rows, each with its place among the undated ones, which stand side by side."""
    undated = rows[["date_low", "date_high"]].isna().all(axis=1)
    share = (undated.cumsum() / (undated.sum() + 1)).where(undated)
    return zip(share, rows.itertuples(), strict=True)


def _draw_statement(sheet: Page, ax: Axes, row: Statement, times: _Times, color: str, share: float, unit: str) -> Label:
    value = outermost(row)
    if pd.isna(share):
        x = middle(row.date_low, row.date_high)
        draw_span(ax, *within(row, times.low, times.high), value, color, lw=3, alpha=0.35)
    else:
        begin, end = times.undated()
        x = begin + (end - begin) * share
    draw_value(ax, x, row, color, upright=True, marker=_shape(row))
    looks = {"size": 7, "color": MUTED} if row.section in LINKS else {"size": 7.5}  # a link is no report of its own
    words = f"{_said(row, sheet.lang)}\n{fitted(_teller(row, sheet.lang), 1.7, sheet, size=looks['size'])}"
    return Label(x, value, words, looks)


def _told(row: Statement, lang: str) -> str:
    """A statement as an alt text tells it: what, who says so, and of when."""
    comma = say("comma", lang)
    said, teller = _said(row, lang).replace(" · ", comma), _teller(row, lang).replace("\n", comma)
    return f"{said} ({teller}{comma}{days(row.date_low, row.date_high, lang)})"


def _said(row: Statement, lang: str) -> str:
    """The length or the area, and whether it is held or taken where the words say."""
    length = pd.notna(row.aspect) and row.aspect == "distance"
    unit, aspect = "km" if length else "km2", [say(f"ground_{row.aspect}", lang)] if _shape(row) != UNSAID else []
    return " · ".join([say(f"n_{unit}", lang, n=amount(row, lang)), *aspect])


def _shape(row: Statement) -> str:
    return SHAPES.get(_aspect(row), UNSAID)


def _teller(row: Statement, lang: str) -> str:
    """Who says it, and where it is printed when that is another."""
    names = dict.fromkeys(name(key, lang) for key in (row.source, row.outlet) if pd.notna(key))
    link = [word("section", row.section, lang)] if row.section in LINKS else []
    return "\n".join([*(names or [name(row.report, lang)]), *link])
