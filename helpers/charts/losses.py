"""The figure of notebook 06 on doubt that gets lost between a text and its headline."""

from types import SimpleNamespace
from typing import Protocol

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from helpers import arabic
from helpers.charts.base import MARGIN, WIDTH, Page, empty, fitted, page
from helpers.charts.colours import INK, MUTED
from helpers.charts.footers import source
from helpers.charts.words import ALT, amount, briefly, name, say, within, word

LINE, AIR, BETWEEN = 0.165, 0.2, 0.14  # inches: a line, a box's air, the room between rows
GAP = 0.36  # inches between the two boxes, for the arrow
NAMES = 1.05  # inches for the report's name
BODY, BARE = "#e8eef5", "#fbf1e6"


def draw_hedges(
    table: pd.DataFrame,
    *,
    ax: Axes | None = None,
    lang: str = "ar",
    title: str | None = None,
    subtitle: str | None = None,
    footer: str | None = None,
) -> Axes:
    """What the body of a report says, beside what its headline or link makes of it, pair by pair.

    `table` has lost (qualifier, speaker), report, outlet, words, speaker, bare_words, bare_section; in English what
    is counted stands under the words where it has measure, low, best, high, precision, vague, and the same of `bare_`.

    >>> draw_hedges(pd.DataFrame(), lang="en").texts[0].get_text()
    'Nothing to draw: no headline, link or caption here says more than its text.'
    """
    footer = footer or source(table, lang, named=["speaker", "outlet"])
    if table.empty:
        return empty(ax, lang, title or say("hedges_title_plain", lang), footer, why="nothing_lost")
    lost = table["lost"].value_counts()
    counts = {kind: int(lost.get(kind, 0)) for kind in ("qualifier", "speaker")}
    with page(ax, lang, 1) as sheet:
        wide = (WIDTH - 2 * MARGIN - NAMES - GAP) / 2
        sheet.ax.set(xlim=(0, 2 * wide + GAP), xticks=[], yticks=[])
        sheet.ax.set_axis_off()
        if lang == "ar":
            sheet.ax.invert_xaxis()
        y = _heads(sheet, wide)
        for row in table.itertuples():
            y = _draw_pair(sheet, row, wide, y)
        sheet.ax.set_ylim(y, 0)
        sheet.set_height(y)
        title = title or sheet.say("hedges_title", **counts)
        pairs = briefly([_told(sheet, row) for row in table.itertuples()], lang, ALT, apart="semicolon")
        alt = sheet.say("hedges_alt", **counts, pairs=pairs)
        return sheet.finish(title, subtitle or sheet.say("hedges_subtitle"), footer, alt)


def _heads(sheet: Page, wide: float) -> float:
    for x, key in ((wide / 2, "hedges_body"), (wide * 1.5 + GAP, "hedges_bare")):
        sheet.text(x, 0.1, sheet.say(key), weight="bold", size=8.5)
    return 0.32


class Pair(Protocol):
    """A row of the table."""

    lost: str
    report: str
    outlet: str
    words: str
    speaker: str
    bare_words: str
    bare_section: str


def _told(sheet: Page, row: Pair) -> str:
    """A pair as an alt text tells it."""
    section = within(word("section", row.bare_section, sheet.lang))
    report, speaker = name(row.report if pd.isna(row.outlet) else row.outlet, sheet.lang), name(row.speaker, sheet.lang)
    words = {"words": arabic.apart(row.words), "bare_words": arabic.apart(row.bare_words)}
    return sheet.say("hedges_pair", report=report, speaker=speaker, section=section, **words)


def _glossed(row: Pair, which: str, who: str, sheet: Page) -> str:
    """Who speaks, and for a reader of another language before it what is counted, as a number."""
    if sheet.lang == "ar" or not hasattr(row, f"{which}measure"):
        return who
    parts = {key: getattr(row, f"{which}{key}") for key in ("low", "best", "high", "precision", "vague")}
    told = SimpleNamespace(**parts, words=getattr(row, f"{which}words"))
    return f"{word('measure', getattr(row, f'{which}measure'), sheet.lang)}: {amount(told, sheet.lang)}\n{who}"


def _draw_pair(sheet: Page, row: Pair, wide: float, y: float) -> float:
    speaker = sheet.say("nobody_named") if pd.isna(row.speaker) else name(row.speaker, sheet.lang)
    bare = sheet.say("nobody_named") if row.lost == "speaker" or pd.isna(row.speaker) else speaker
    section = f"{word('section', row.bare_section, sheet.lang)}: {bare}"
    boxes = [
        (0.0, BODY, row.words, _glossed(row, "", speaker, sheet)),
        (wide + GAP, BARE, row.bare_words, _glossed(row, "bare_", section, sheet)),
    ]
    room = wide - 0.2
    texts = [
        (x, color, fitted(said, room, sheet, size=8.5), fitted(who, room, sheet, size=7))
        for x, color, said, who in boxes
    ]
    tall = max(LINE * (said.count("\n") + who.count("\n") + 2) for _, _, said, who in texts) + AIR
    for x, color, said, who in texts:
        style = "round,pad=0,rounding_size=0.05"
        sheet.ax.add_patch(FancyBboxPatch((x, y), wide, tall, boxstyle=style, fc=color, ec="none"))
        lines = said.count("\n") + 1
        sheet.text(x + wide / 2, y + AIR / 2 + LINE * lines / 2, said, size=8.5, color=INK)
        sheet.text(x + wide / 2, y + tall - AIR / 2 - LINE * (who.count("\n") + 1) / 2, who, size=7, color=MUTED)
    arrow = {"arrowstyle": "-|>", "color": MUTED, "lw": 1.2}
    sheet.ax.annotate("", (wide + GAP - 0.04, y + tall / 2), (wide + 0.04, y + tall / 2), arrowprops=arrow)
    head = name(row.report if pd.isna(row.outlet) else row.outlet, sheet.lang)
    sheet.row_name(y + tall / 2, fitted(head, NAMES, sheet, size=9), sheet.say(f"hedges_{row.lost}"))
    return y + tall + BETWEEN
