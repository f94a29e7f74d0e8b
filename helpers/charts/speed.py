"""A figure of notebook 08: what reading an article costs, stage by stage, and how it grows with the corpus."""

from typing import Protocol

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from helpers.charts.base import Page, empty, mirror, page
from helpers.charts.colours import INK
from helpers.charts.words import ALT, briefly, say

ROW = 0.3  # inches
THICK = 0.6  # a bar's share of its row
STAGE, WHOLE = "#8fb0dc", "#24539b"


class Run(Protocol):
    """What the chart reads of a row: a stage or a whole run, and the milliseconds that an article costs in it."""

    what: str
    reports: int
    workers: int
    per_second: float
    megabytes: float
    cost: float


def draw_speed(
    table: pd.DataFrame,
    *,
    ax: Axes | None = None,
    lang: str = "ar",
    title: str | None = None,
    subtitle: str | None = None,
    footer: str | None = None,
) -> Axes:
    """Bars of the milliseconds of one core that an article takes: each stage, then whole runs of one size and another.

    `table` has what, reports, workers, seconds, per_second (articles a second a core), megabytes (see `data.speed`).

    >>> draw_speed(pd.DataFrame(), lang="en").texts[0].get_text()
    'Nothing to draw: nothing was measured.'
    """
    footer = footer or say("speed_source", lang)
    if table.empty:
        return empty(ax, lang, title or say("speed_title_plain", lang), footer, why="nothing_measured")
    table = table.assign(cost=1_000 / table["per_second"])
    stages = table[table["what"].ne("whole")].sort_values("cost", ascending=False, kind="stable")
    whole = table[table["what"].eq("whole")].sort_values(["reports", "workers"], kind="stable")
    rows = [*stages.itertuples(), *whole.itertuples()]
    if len(whole):
        longest = whole.loc[whole["reports"].idxmax()]
        rate, reports = round(longest["per_second"]), f"{int(longest['reports']):,}"
        title = title or say("speed_title", lang, rate=rate, reports=reports)
    title = title or say("speed_title_plain", lang)
    top = f"{rows[0].cost:.1f}"
    with page(ax, lang, ROW * len(rows)) as sheet:
        for y, row in enumerate(rows):
            _draw_row(sheet, y, row)
        sheet.ax.set(xlim=(0, table["cost"].max() * 1.3), ylim=(len(rows) - 0.4, -0.6), yticks=[])
        sheet.ax.xaxis.set_major_locator(MaxNLocator(6, integer=True))
        sheet.ax.set_xlabel(sheet.label(sheet.say("speed_axis")), loc=sheet.start)
        mirror(sheet.ax, lang)
        runs = briefly([_words(sheet, row) for row in whole.itertuples()], lang, ALT, apart="semicolon")
        alt = sheet.say("speed_alt", top=top, runs=runs)
        return sheet.finish(title, subtitle or sheet.say("speed_subtitle"), footer, alt)


def _draw_row(sheet: Page, y: int, row: Run) -> None:
    """A stage, or a whole run with its size, its rate and the memory of its largest program."""
    is_whole = row.what == "whole"
    sheet.row_name(y, _name(sheet, row))
    sheet.ax.barh(y, row.cost, THICK, color=WHOLE if is_whole else STAGE, zorder=2)
    words = sheet.say("speed_bar", **_told(row)) if is_whole else _told(row)["cost"]
    sheet.text(row.cost, y, words, dx=6 * sheet.forward, ha=sheet.start, size=8, color=INK)


def _name(sheet: Page, row: Run) -> str:
    if row.what != "whole":
        return sheet.say(f"speed_{row.what}")
    return sheet.say("speed_whole", reports=f"{row.reports:,}", workers=row.workers)


def _told(row: Run) -> dict[str, str]:
    return {"cost": f"{row.cost:.1f}", "rate": str(round(row.per_second)), "megabytes": f"{row.megabytes:,.0f}"}


def _words(sheet: Page, row: Run) -> str:
    """A whole run as an alt text tells it."""
    return f"{_name(sheet, row)} – {sheet.say('speed_bar', **_told(row))}"
