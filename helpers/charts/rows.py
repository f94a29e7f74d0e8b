"""Rows of quantities under headings, on one flat axis of values: a chart that several notebooks share."""

from collections.abc import Sequence
from itertools import groupby
from statistics import median
from typing import NamedTuple

from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator, NullLocator

from helpers.charts.base import ON_GRID, Looks, Page, fitted, mirror
from helpers.charts.colours import INK, MUTED
from helpers.charts.marks import ARROW, draw_value, reach
from helpers.charts.words import ALT, Amount, Values, amount, briefly, finite, number, say

NAMES, AXIS = 3.2, 3.0  # inches: the longest line of a name, and of the words under the axis
ROW, HEAD = 0.4, 0.75  # inches for a row; a heading's share of that
FAR = 100  # times the middle quantity


class Row(NamedTuple):
    """A quantity, its names and its looks."""

    block: str
    name: str
    detail: str
    value: Amount
    color: str
    hollow: bool = False
    note: str = ""


def height(rows: Sequence[Row]) -> float:
    """Inches that the rows take with their headings.

    >>> height([]), round(height([Row("a", "b", "", None, "k")]), 2)
    (0.0, 0.7)
    """
    return ROW * (len(rows) + HEAD * len({row.block for row in rows}))


def spans_far(values: Sequence[Values]) -> bool:
    """Whether the quantities are so far apart that on a flat axis most would lie on its first line.

    >>> from types import SimpleNamespace as Row
    >>> spans_far([Row(low=n, best=n, high=n) for n in (4, 9, 34841)]), spans_far([Row(low=4, best=4, high=4)])
    (True, False)
    """
    outer = [found[0] for found in map(reach, values) if found]
    return len(outer) > 1 and max(outer) > FAR * median(outer)


def in_words(rows: Sequence[Row], lang: str) -> str:
    """The rows as an alt text tells them: each heading once, then name, quantity and detail; the first of many.

    >>> from types import SimpleNamespace
    >>> value = SimpleNamespace(low=20.0, best=None, high=None, precision="more_than")
    >>> in_words([Row("SDF", "killed", "own loss", value, "k"), Row("SDF", "wounded", "", value, "k")], "en")
    'SDF – killed: more than 20 (own loss); wounded: more than 20'
    """
    told = []
    for i, row in enumerate(rows):
        head = f"{row.block} – " if i == 0 or rows[i - 1].block != row.block else ""
        detail = f" ({row.detail})" if row.detail else ""
        told.append(f"{head}{row.name}: {amount(row.value, lang)}{detail}".replace(" · ", say("comma", lang)))
    return briefly(told, lang, ALT, apart="semicolon")


def draw_rows(page: Page, rows: Sequence[Row], axis: str, *, log: bool = False) -> None:
    """Draws the rows block by block from the top, each with its quantity in words beside its mark.

    >>> from types import SimpleNamespace
    >>> from helpers.charts.base import page
    >>> value = SimpleNamespace(low=20.0, best=None, high=None, precision="more_than")
    >>> with page(None, "en", 1) as sheet: draw_rows(sheet, [Row("SDF", "killed", "", value, "k")], "People")
    >>> [text.get_text() for text in sheet.ax.texts][:3]
    ['SDF', 'killed', 'more than 20']
    """
    ax = page.ax
    top = max((outer[0] for outer in (reach(row.value) for row in rows) if outer), default=1)
    _value_axis(page, rows, top, axis, log)
    y = 0.0
    for block, members in groupby(rows, key=lambda row: row.block):
        page.heading(y - 0.1, block)
        y += HEAD
        for row in members:
            page.row_name(y, fitted(row.name, NAMES, page), fitted(row.detail, NAMES, page, size=7))
            _draw_row(page, row, y)
            y += 1
    ax.set_ylim(y - 0.4, -0.5)
    ax.set_yticks([])


def _draw_row(page: Page, row: Row, y: float) -> None:
    ax, outer = page.ax, reach(row.value)
    ax.axhline(y, color="#eaeef2", lw=0.8, zorder=0)
    words = amount(row.value, page.lang)
    if outer is None:
        place: Looks = {"dx": 6 * page.forward, "ha": page.start}
        page.text(min(ax.get_xlim()), y, words, dy=4.5, color=INK, weight="bold", **place)
        page.text(min(ax.get_xlim()), y, page.say("no_number"), dy=-5.5, size=7, color=MUTED, **place)
        return
    draw_value(ax, y, row.value, row.color, hollow=row.hollow)
    beyond = (ARROW + 6 if outer[1] else 13 if row.value.precision == "approximate" else 9) * page.forward
    beside: Looks = {"dx": beyond, "ha": page.start} | ON_GRID
    page.text(outer[0], y, words, dy=4.5 if row.note else 0, color=INK, weight="bold", **beside)
    if row.note:
        page.text(outer[0], y, row.note, dy=-5.5, size=7, color=MUTED, **beside)


def _value_axis(page: Page, rows: Sequence[Row], top: float, words: str, log: bool) -> None:
    ax = page.ax
    if log:
        least = min(value for row in rows for value in (finite(row.value.low, row.value.best, row.value.high) or [top]))
        ax.set_xscale("log")
        ax.set_xlim(10 ** _floor_log(least), top * 1.15)
        ax.xaxis.set_major_locator(FixedLocator([10**k for k in range(12)]))
        ax.xaxis.set_minor_locator(NullLocator())
    else:
        ax.set_xlim(0, top * 1.03)
        ax.xaxis.set_major_locator(MaxNLocator(6 if top < 100_000 else 3, integer=True))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value)))
    ax.grid(axis="x")
    ax.set_xlabel(page.label(fitted(words, AXIS, page, size=9)), loc=page.start)
    mirror(ax, page.lang)


def _floor_log(value: float) -> int:
    return max(0, len(str(int(value))) - 1)
