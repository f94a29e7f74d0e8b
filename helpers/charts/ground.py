"""A figure of notebook 04: what was said of the ground, as marks that no line joins."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Protocol

import pandas as pd
from matplotlib.axes import Axes

from helpers.charts.base import Looks, Page, empty, fitted, mirror, page
from helpers.charts.colours import MUTED, party_colour
from helpers.charts.dates import middle, time_axis, window, within
from helpers.charts.footers import source
from helpers.charts.marks import Label, draw_over_days, draw_value, label_near, outermost, with_numbers
from helpers.charts.rows import Row, draw_rows, height
from helpers.charts.words import ALT, Amount, Dated, amount, briefly, dated, days, each_once, name, number, say, word
from helpers.charts.words import within as inside
from helpers.tables.base import LINKS

SHAPES, UNSAID = {"held": "o", "taken": "s", "lost": "v", "distance": "D"}, "^"
AREA, LENGTH, BETWEEN = 3.0, 1.1, 0.45  # inches: the panel of km², the panel of km, the air between
EACH, ROOMY, CROWD = 0.25, 4, 9  # inches more for each mark in a panel, beyond so many; more than these are rows
NOTE = 1.6  # inches: the width of the words beside a mark
UNDATED = 0.36  # the share of the axis that undated statements have to themselves


class Statement(Amount, Dated, Protocol):
    """A statement on ground: what is said of it, whose it is, who says so, and in which part of which report."""

    aspect: str
    whose: str
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

    `table` has aspect (held, taken, lost, distance), whose, low, best, high, precision, unit, words, source, party,
    outlet, date_low, date_high, report, section. Definitions differ, so nothing joins the marks, and a statement on
    one of several days has no mark on any of them.

    >>> draw_ground(pd.DataFrame(), lang="en").texts[0].get_text()
    'Nothing to draw: no report here gives such a figure.'
    """
    table = with_numbers(table)
    title, footer = title or _title(table, lang), footer or source(table, lang, named=["source", "outlet"])
    if table.empty:
        return empty(ax, lang, title, footer)
    far = table["aspect"].eq("distance").fillna(False)
    panels = [(part, key) for part, key in ((table[~far], "km2"), (table[far], "km")) if len(part)]
    if max(len(rows) for rows, _ in panels) > CROWD:
        return _in_rows(table, panels, ax, lang, title, subtitle or say("ground_rows_subtitle", lang), footer)
    tall = AREA + EACH * max(0, len(panels[0][0]) - ROOMY)
    with page(ax, lang, tall) as sheet:
        times = _Times(table, lang)
        axes = [sheet.ax]
        if len(panels) == 2:
            axes.append(sheet.ax.inset_axes((0, 1 + BETWEEN / tall, 1, LENGTH / tall)))
        for panel, (rows, unit) in zip(axes, panels, strict=True):
            _draw_panel(sheet, panel, rows, unit, times, party_colour(table["party"]))
        for panel in axes[1:]:
            panel.tick_params(labelbottom=False)
        return sheet.finish(title, subtitle or sheet.say("ground_subtitle"), footer, _alt(table, lang))


def _in_rows(
    table: pd.DataFrame, panels: list[tuple[pd.DataFrame, str]], ax: Axes | None, lang: str, title: str, subtitle: str,
    footer: str,
) -> Axes:  # fmt: skip
    """Statements too many to stand beside each other in time: one under the other, lengths over areas."""
    rows = [(ground_rows(part, lang), unit) for part, unit in panels]
    tall = height(rows[0][0])
    with page(ax, lang, tall) as sheet:
        draw_rows(sheet, rows[0][0], sheet.say(rows[0][1]))
        for above, unit in rows[1:]:
            inset = sheet.ax.inset_axes((0, 1 + BETWEEN * 1.5 / tall, 1, height(above) / tall))
            draw_rows(replace(sheet, ax=inset), above, sheet.say(unit))
        return sheet.finish(title, subtitle, footer, _alt(table, lang))


def _alt(table: pd.DataFrame, lang: str) -> str:
    said = [_told(row, lang) for row in table.itertuples()]
    return say("ground_alt", lang, n=len(table), rows=briefly(said, lang, ALT, apart="semicolon"))


def ground_rows(table: pd.DataFrame, lang: str) -> list[Row]:
    """The statements as rows, by what is said of the ground and of whose, lengths last; each named by day and teller.

    >>> ground_rows(pd.DataFrame(), "en")
    []
    """
    color, kinds = party_colour(table.get("party", [])), [*SHAPES, UNSAID]
    ordered = sorted(table.itertuples(), key=lambda row: (kinds.index(_aspect(row)), _kind(row, lang)))
    return [
        Row(_kind(row, lang), days(row.date_low, row.date_high, lang), _teller(row, lang), row, color(row.party))
        for row in ordered
    ]


def in_hands(table: pd.DataFrame, aspect: str, lang: str, told: Callable[[pd.DataFrame], str]) -> list[str]:
    """What is said to be held, taken or lost, a phrase for each party whose it is; `told` puts its rows into words.

    >>> table = pd.DataFrame({"aspect": ["held", "held", "taken"], "whose": ["isis", pd.NA, "sdf"]})
    >>> in_hands(table, "held", "en", lambda rows: str(len(rows)))
    ['Said to be still held by ISIS: 1', 'Said to be still held, not said by whom: 1']
    """
    rows = table[table["aspect"].eq(aspect)] if len(table) else table
    phrases = []
    for whose in rows["whose"].fillna("").unique() if len(rows) else ():
        areas = told(rows[rows["whose"].fillna("").eq(whose)])
        key, who = (f"ground_{aspect}_by", {"who": name(whose, lang)}) if whose else (f"ground_{aspect}_unsaid", {})
        phrases += [say(key, lang, areas=areas, **who)] if areas else []
    return phrases


def _kind(row: Statement, lang: str) -> str:
    """What is said of the ground and of whose: «held by ISIS»; where it is not said whose, that."""
    aspect = _aspect(row)
    if aspect in (UNSAID, "distance"):
        return say("mark_area" if aspect == UNSAID else "ground_distance", lang)
    return (
        say(f"mark_{aspect}", lang) if pd.isna(row.whose) else say(f"mark_{aspect}_by", lang, who=name(row.whose, lang))
    )


def _aspect(row: Statement) -> str:
    return UNSAID if pd.isna(row.aspect) or row.aspect not in SHAPES else row.aspect


def _title(table: pd.DataFrame, lang: str) -> str:
    """What the reports' own text says to be held, else taken, day by day, and by whom, where it fits into a title."""
    own_text = table[~table["section"].isin(LINKS)].sort_values("date_low", kind="stable") if len(table) else table
    for aspect in ("held", "taken"):
        said = in_hands(own_text, aspect, lang, lambda rows: each_once(rows, lang, "n_km2"))
        if len(said) == 1:
            return said[0]
    return say("ground_title", lang)


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
    for has_day, those in labels.items():
        label_near(sheet, those, ax, within=(times.low, times.high) if has_day else times.undated())


def _in_column(rows: pd.DataFrame) -> Iterator[tuple[float, Statement]]:
    """The rows, each with its place among the undated ones, which stand side by side."""
    undated = rows[["date_low", "date_high"]].isna().all(axis=1)
    share = (undated.cumsum() / (undated.sum() + 1)).where(undated)
    return zip(share, rows.itertuples(), strict=True)


def _draw_statement(sheet: Page, ax: Axes, row: Statement, times: _Times, color: str, share: float, unit: str) -> Label:
    value = outermost(row)
    if pd.isna(share):
        x = middle(row.date_low, row.date_high)
        draw_over_days(ax, *within(row, times.low, times.high), row, color, marker=_shape(row))
    else:
        begin, end = times.undated()
        x = begin + (end - begin) * share
        draw_value(ax, x, row, color, upright=True, marker=_shape(row))
    looks = {"size": 7, "color": MUTED} if row.section in LINKS else {"size": 7.5}  # a link is no report of its own
    words = fitted(f"{_said(row, sheet.lang)}\n{_teller(row, sheet.lang)}", NOTE, sheet, size=looks["size"])
    return Label(x, value, words, looks)


def _told(row: Statement, lang: str) -> str:
    """A statement as an alt text tells it: what, who says so, and of when."""
    comma = say("comma", lang)
    said, teller = (words.replace(" · ", comma) for words in (_said(row, lang), _teller(row, lang)))
    return f"{said} ({teller}{comma}{dated(row, lang)})"


def _said(row: Statement, lang: str) -> str:
    """The length or the area, and who holds, took or lost it as far as that is said."""
    unit = "km" if _aspect(row) == "distance" else "km2"
    return " · ".join([say(f"n_{unit}", lang, n=amount(row, lang)), _kind(row, lang)])


def _shape(row: Statement) -> str:
    return SHAPES.get(_aspect(row), UNSAID)


def _teller(row: Statement, lang: str) -> str:
    """Who says it or that nobody is named, and where it is printed when that is another."""
    printed = row.outlet if pd.notna(row.outlet) else row.report
    where = [printed] if pd.isna(row.source) or pd.notna(row.outlet) else []
    names = dict.fromkeys(name(key, lang) for key in (row.source, *where))
    link = [inside(word("section", row.section, lang))] if row.section in LINKS else []
    return " · ".join([*names, *link])
