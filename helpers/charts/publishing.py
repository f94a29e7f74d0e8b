"""The figure of notebook 08: how many claims to think over before publishing, and why."""

from typing import Protocol

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from helpers.charts.base import Page, empty, mirror, page
from helpers.charts.colours import INK
from helpers.charts.footers import source
from helpers.charts.words import briefly, say, within, word

ROW = 0.5  # inches
THICK = 0.5  # a bar's share of its row
ROOM = 1.35  # of the longest bar: its words stand behind it
BAR = "#24539b"


def draw_concerns(
    table: pd.DataFrame,
    *,
    ax: Axes | None = None,
    lang: str = "ar",
    title: str | None = None,
    subtitle: str | None = None,
    footer: str | None = None,
) -> Axes:
    """Bars of the claims about minors, about detainees and about named towns or villages, of all claims.

    `table` has concern, claims, of, reports (see `tables.concern_counts`).

    >>> draw_concerns(pd.DataFrame(), lang="en").texts[0].get_text()
    'Nothing to draw: no claim here is about a minor, a detainee or a named town or village.'
    """
    footer = footer or " ".join([source(table, lang), *_without_number(table, lang)])
    if table.empty:
        return empty(ax, lang, title or say("concerns_title_plain", lang), footer, why="nothing_concerning")
    most = table.sort_values("claims", ascending=False, kind="stable").iloc[0]
    found = {
        "concern": within(word("concern", most["concern"], lang)),
        "n": int(most["claims"]),
        "total": int(most["of"]),
    }
    title = title or say("concerns_title", lang, **found)
    with page(ax, lang, ROW * len(table)) as sheet:
        for y, row in enumerate(table.itertuples()):
            _draw_row(sheet, y, row)
        sheet.ax.set(xlim=(0, max(1, int(table["claims"].max())) * ROOM), ylim=(len(table) - 0.4, -0.6), yticks=[])
        sheet.ax.xaxis.set_major_locator(MaxNLocator(6, integer=True))
        sheet.ax.set_xlabel(sheet.label(sheet.say("concerns_axis")), loc=sheet.start)
        mirror(sheet.ax, lang)
        counts = [f"{word('concern', row.concern, lang)}: {row.claims}" for row in table.itertuples()]
        alt = sheet.say("concerns_alt", told=briefly(counts, lang, len(counts), apart="semicolon"))
        return sheet.finish(title, subtitle or sheet.say("concerns_subtitle"), footer, alt)


def _without_number(table: pd.DataFrame, lang: str) -> list[str]:
    """How many of the claims give a number, where the table knows: elsewhere only those are counted."""
    n, total = table.attrs.get("unnumbered", 0), table.get("of", pd.Series(dtype=int)).max()
    return [say("concerns_of", lang, n=n, numbered=int(total) - n)] if n and pd.notna(total) else []


class Concern(Protocol):
    """A row of the table."""

    concern: str
    claims: int
    of: int
    reports: int


def _draw_row(sheet: Page, y: int, row: Concern) -> None:
    sheet.row_name(y, word("concern", row.concern, sheet.lang))
    sheet.ax.barh(y, int(row.claims), THICK, color=BAR, zorder=2)
    words = sheet.say("concerns_bar", n=int(row.claims), total=int(row.of), reports=int(row.reports))
    sheet.text(int(row.claims), y, words, dx=6 * sheet.forward, ha=sheet.start, size=8, color=INK)
