"""The figure of notebook 07: what the reader found, missed and added, beside a reading by hand."""

from typing import Protocol

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from helpers.charts.base import INK, MUTED, Looks, Page, empty, mirror, page
from helpers.charts.words import listed, say, source, word

ROW = 0.27  # inches
THICK = 0.62  # a bar's share of its row
FOUND, MISSED, EXTRA = "#24539b", "#c8741a", "#8b9299"
LOOKS: dict[str, Looks] = {
    "found": {"color": FOUND},
    "missed": {"fc": "white", "ec": MISSED, "lw": 1.4},
    "extra": {"fc": "white", "ec": EXTRA, "lw": 0.8, "hatch": "////"},
}


def draw_hits(
    table: pd.DataFrame,
    *,
    ax: Axes | None = None,
    lang: str = "ar",
    title: str | None = None,
    subtitle: str | None = None,
    footer: str | None = None,
) -> Axes:
    """Bars of the figures found, missed and read where the hand read none, for each measure, as counts.

    `table` has measure, found, missed, extra.

    >>> draw_hits(pd.DataFrame(), lang="en").texts[0].get_text()
    'Nothing to draw: no report here gives such a figure.'
    """
    footer = footer or source(table, lang, "source_hand")
    if table.empty:
        return empty(ax, lang, title or say("hits_title_plain", lang), footer)
    found, missed, extra = (int(table[column].sum()) for column in LOOKS)
    title = title or say("hits_title", lang, found=found, total=found + missed, extra=extra)
    order = table["found"] + table["missed"]
    table = table.assign(order=order).sort_values("order", ascending=False, kind="stable")
    with page(ax, lang, ROW * len(table)) as sheet:
        for y, row in enumerate(table.itertuples()):
            _draw_row(sheet, y, row)
        most = int((table["order"] + table["extra"]).max())
        sheet.ax.set(xlim=(0, max(most, 1) * 1.04), ylim=(len(table) - 0.4, -0.6), yticks=[])
        sheet.ax.xaxis.set_major_locator(MaxNLocator(6, integer=True))
        sheet.ax.grid(axis="x")
        sheet.ax.set_xlabel(sheet.label(sheet.say("hits_axis")), loc=sheet.start)
        mirror(sheet.ax, lang)
        alt = sheet.say("hits_alt", found=found, missed=missed, extra=extra)
        return sheet.finish(title, subtitle or sheet.say("hits_subtitle"), footer, alt)


class Counts(Protocol):
    """A row of the table."""

    measure: str
    found: int
    missed: int
    extra: int


def _draw_row(sheet: Page, y: int, row: Counts) -> None:
    """A measure's bar, part by part, with its counts behind it."""
    sheet.row_name(y, word("measure", row.measure, sheet.lang))
    left = 0
    for part, look in LOOKS.items():
        n = int(getattr(row, part))
        if n:
            sheet.ax.barh(y, n, THICK, left=left, zorder=2, **look)
            left += n
    parts = [sheet.say(f"hits_{part}", n=int(getattr(row, part))) for part in ("missed", "extra") if getattr(row, part)]
    words = listed([str(int(row.found)), *parts], sheet.lang)
    ink = INK if row.found else MUTED
    sheet.text(left, y, words, dx=6 * sheet.forward, ha=sheet.start, size=8, color=ink)
