"""The figure of notebook 07: where the reader's rows differ from a reading by hand, field by field."""

from typing import Protocol

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from helpers.charts.base import Looks, Page, empty, fitted, mirror, page
from helpers.charts.colours import INK, MUTED
from helpers.charts.footers import source
from helpers.charts.words import briefly, say, within, word

ROW, LINE, BLOCK = 0.29, 0.145, 0.42  # inches: a field, a further line of small type, the heading of a frame
THICK = 0.17  # inches
WIDE = 4.4  # inches for the fields that do not differ
LOOKS: dict[str, Looks] = {"wrong": {"color": "#24539b"}, "missed": {"fc": "white", "ec": "#c8741a", "lw": 1.4}}
ROOM = 1.25  # of the longest bar: its words stand behind it


def draw_hits(
    table: pd.DataFrame,
    *,
    ax: Axes | None = None,
    lang: str = "ar",
    title: str | None = None,
    subtitle: str | None = None,
    footer: str | None = None,
) -> Axes:
    """Bars of the rows that differ from the reading by hand, a bar for each field that does; the rest on one line.

    `table` has frame, field, by_hand, found, missed, extra, right (see `tables.by_field`).

    >>> draw_hits(pd.DataFrame(), lang="en").texts[0].get_text()
    'Nothing to draw: no report here gives such a figure.'
    """
    footer = footer or source(table, lang, "source_hand")
    if table.empty:
        return empty(ax, lang, title or say("hits_title_plain", lang), footer)
    table = table.assign(wrong=table["found"] - table["right"], off=table["by_hand"] - table["right"])
    with page(ax, lang, 1) as sheet:
        y = 0.0
        for frame, fields in table.groupby("frame", sort=False):
            y = _draw_frame(sheet, frame, fields.sort_values("off", ascending=False, kind="stable"), y)
        sheet.ax.set(xlim=(0, max(1, int(table["off"].max())) * ROOM), ylim=(y, 0), yticks=[])
        sheet.ax.xaxis.set_major_locator(MaxNLocator(6, integer=True))
        sheet.ax.set_xlabel(sheet.label(sheet.say("hits_axis")), loc=sheet.start)
        mirror(sheet.ax, lang)
        sheet.set_height(y)
        alt = sheet.say("hits_alt", told=_told(table, lang))
        missed = [sheet.say("hits_missed")] if table["missed"].gt(0).any() else []
        subtitle = subtitle or " ".join([sheet.say("hits_subtitle"), *missed])
        return sheet.finish(title or _title(table, lang), subtitle, footer, alt)


class Counts(Protocol):
    """A row of the table: of the rows by hand how many are right, read otherwise, missed."""

    field: str
    by_hand: int
    right: int
    wrong: int
    off: int


def _title(table: pd.DataFrame, lang: str) -> str:
    """How many fields never differ, and the one of which the smallest share is right."""
    worst = next(table.loc[[(table["right"] / table["by_hand"].where(table["by_hand"] > 0)).idxmin()]].itertuples())
    counts = {"full": int(table["off"].eq(0).sum()), "fields": len(table)}
    if counts["full"] == counts["fields"]:
        return say("hits_title_full", lang, **counts)
    field = within(word("field", worst.field, lang))
    return say("hits_title", lang, **counts, field=field, right=worst.right, by_hand=worst.by_hand)


def _draw_frame(sheet: Page, frame: str, fields: pd.DataFrame, y: float) -> float:
    """A frame's heading with what was found, missed and read besides, then its fields; gives back where they end."""
    whole = next(fields.sort_values("by_hand", ascending=False, kind="stable").itertuples())
    found = {key: int(getattr(whole, key)) for key in ("by_hand", "missed", "extra")}
    beside: Looks = {"coords": ("axes fraction", "data"), "dx": 6 * sheet.forward, "ha": sheet.start, "color": MUTED}
    sheet.heading(y + BLOCK / 2, word("frame", frame, sheet.lang))
    sheet.text(sheet.edge, y + BLOCK / 2, sheet.say("hits_frame", **found), size=7.5, **beside)
    y += BLOCK
    for row in fields[fields["off"].gt(0)].itertuples():
        _draw_row(sheet, y + ROW / 2, row)
        y += ROW
    if same := _alike(fields, sheet.lang):
        words = fitted(sheet.say("hits_full", fields=same), WIDE, sheet, size=7.5)
        tall = LINE * (1 + words.count("\n"))
        sheet.text(sheet.edge, y + tall / 2 + 0.03, words, size=7.5, **beside)
        y += tall + 0.06
    return y + 0.08


def _alike(fields: pd.DataFrame, lang: str) -> str:
    """The fields that never differ."""
    same = [within(word("field", field, lang)) for field in fields.loc[fields["off"].eq(0), "field"]]
    return briefly(same, lang, len(same), apart="semicolon")


def _draw_row(sheet: Page, y: float, row: Counts) -> None:
    """A field's bar, part by part, with its counts behind it."""
    sheet.row_name(y, word("field", row.field, sheet.lang))
    left = 0
    for part, look in LOOKS.items():
        n = int(getattr(row, part))
        if n:
            sheet.ax.barh(y, n, THICK, left=left, zorder=2, **look)
            left += n
    sheet.text(left, y, _counts(row, sheet.lang), dx=6 * sheet.forward, ha=sheet.start, size=8, color=INK)


def _counts(row: Counts, lang: str) -> str:
    return say("hits_bar", lang, off=row.off, right=row.right, by_hand=row.by_hand)


def _told(table: pd.DataFrame, lang: str) -> str:
    """The fields that differ, frame by frame, with their counts."""
    told = []
    for frame, fields in table[table["off"].gt(0)].groupby("frame", sort=False):
        rows = fields.sort_values("off", ascending=False, kind="stable").itertuples()
        counts = [f"{word('field', row.field, lang)}: {_counts(row, lang)}" for row in rows]
        told.append(f"{word('frame', frame, lang)} – {briefly(counts, lang, len(counts))}")
    return briefly(told, lang, len(told), apart="semicolon")
