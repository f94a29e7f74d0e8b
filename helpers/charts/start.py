"""The figure of notebook 00: what each report counts, in its own words."""

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from helpers.arabic import ARABIC
from helpers.charts.base import MARGIN, WIDTH, Looks, Page, empty, fitted, mirror, page
from helpers.charts.colours import MUTED
from helpers.charts.footers import figures_only, source
from helpers.charts.words import ALT, Amount, amount, listed, name, say, word

NAMES, LINE, SMALL, AIR, MOST = 1.45, 0.16, 0.145, 0.14, 3  # inches: names, a line, a small one, a cell's air; lines
NARROW = 0.85  # inches: a column's head stands upright
WORDS_FIT = 6  # columns; with more, cells hold counts


def draw_counted(
    table: pd.DataFrame,
    *,
    ax: Axes | None = None,
    lang: str = "ar",
    title: str | None = None,
    subtitle: str | None = None,
    footer: str | None = None,
) -> Axes:
    """A matrix of measures and reports; each cell shows the number words, an empty one that nothing was said.

    `table` has report, outlet, measure, claims, words, low, best, high, precision, vague, a row for each wording; in
    English its value stands under it. With many reports they become the rows, and cells hold counts.

    >>> draw_counted(pd.DataFrame(), lang="en").texts[0].get_text()
    'Nothing to draw: no report here gives such a figure.'
    """
    footer = footer or _footer(table, lang)
    if table.empty:
        return empty(ax, lang, title or say("counted_title_plain", lang), footer)
    told_by = table.groupby("measure", sort=False)["report"].nunique().sort_values(ascending=False, kind="stable")
    title = title or say("counted_title", lang, shared=int((told_by > 1).sum()), kinds=len(told_by))
    outlets = dict(zip(table["report"], table["outlet"], strict=True))
    reports = {report: name(report if pd.isna(outlet) else outlet, lang) for report, outlet in outlets.items()}
    measures = {measure: word("measure", measure, lang) for measure in table["measure"].unique()}
    few = len(reports) <= WORDS_FIT
    columns, rows = (reports, measures) if few else (measures, reports)
    keys = ["measure", "report"] if few else ["report", "measure"]
    cells: dict[tuple[str, str], list[Wording]] = {}
    for row in table.itertuples():
        cells.setdefault((getattr(row, keys[0]), getattr(row, keys[1])), []).append(row)
    with page(ax, lang, 1) as sheet:
        _draw_matrix(sheet, columns, rows, cells, show_words=few)
        kinds = [f"{measures[measure]}: {n}" for measure, n in told_by.head(ALT).items()]
        alt = sheet.say("counted_alt", reports=len(reports), kinds=listed(kinds, lang))
        subtitle = subtitle or sheet.say("counted_subtitle" if few else "counted_subtitle_counts")
        return sheet.finish(title, subtitle, footer, alt)


def _footer(table: pd.DataFrame, lang: str) -> str:
    """Where the figures come from, and which are not shown."""
    n = table.attrs.get("left_out", 0)
    left_out = say("counted_left_out", lang, n=n) if n else ""
    return " ".join(filter(None, [source(table, lang, named=["outlet"]), left_out, figures_only(table, lang)]))


class Wording(Amount, Protocol):
    """A row of the table: the words of a number, what they say, and how many claims give it so."""

    claims: int


class Cell(NamedTuple):
    """What a cell says, and under it the same for a reader of another language."""

    words: str
    gloss: str = ""

    @property
    def tall(self) -> float:
        """Inches that its lines take.

        >>> Cell("38").tall < Cell("38\\n12").tall, Cell("38").tall < Cell("ثمانية وثلاثون", "38").tall
        (True, True)
        """
        return LINE * (self.words.count("\n") + 1) + (SMALL * (self.gloss.count("\n") + 1.2) if self.gloss else 0)


def _draw_matrix(
    sheet: Page,
    columns: dict[str, str],
    rows: dict[str, str],
    cells: dict[tuple[str, str], list[Wording]],
    *,
    show_words: bool,
) -> None:
    ax = sheet.ax
    width = (WIDTH - 2 * MARGIN - NAMES - 0.15) / len(columns)
    narrow = width < NARROW
    heads = [fitted(head, 1.3 if narrow else width - 0.06, sheet, size=8, weight="bold") for head in columns.values()]
    texts = {key: _cell(rows, width - 0.12, sheet, show_words) for key, rows in cells.items()}
    labels = {key: fitted(label, NAMES, sheet, size=8.5) for key, label in rows.items()}
    outwards = -sheet.forward * (NAMES * 72 + 8)
    y = 0.0
    for key, label in labels.items():
        row = [Cell(label), *(texts[key, column] for column in columns if (key, column) in texts)]
        tall = max(cell.tall for cell in row) + AIR
        sheet.text(sheet.edge, y + tall / 2, label, coords=("axes fraction", "data"), dx=outwards, ha=sheet.start)
        for i, column in enumerate(columns):
            filled = (key, column) in texts
            face: Looks = {"fc": "#e8eef5", "ec": "none"} if filled else {"fc": "white", "ec": "#e3e7eb", "lw": 0.7}
            ax.add_patch(Rectangle((i + 0.02, y + 0.02), 0.96, tall - 0.04, **face))
            if filled:
                _write(sheet, i + 0.5, y + tall / 2, texts[key, column])
        y += tall
    for i, head in enumerate(heads):
        sheet.text(i + 0.5, 0, head, dy=3, va="bottom", size=8, weight="bold", rotation=90 if narrow else 0)
    ax.set(xlim=(0, len(columns)), ylim=(y, 0), xticks=[], yticks=[])
    ax.spines["bottom"].set_visible(False)
    mirror(ax, sheet.lang)
    sheet.set_height(y)


def _write(sheet: Page, x: float, y: float, cell: Cell) -> None:
    """The cell's words about a point, the gloss in small type under them."""
    top = y - cell.tall / 2
    upper = Cell(cell.words).tall
    sheet.text(x, top + upper / 2, cell.words, size=8)
    if cell.gloss:
        sheet.text(x, (top + upper + y + cell.tall / 2) / 2, cell.gloss, size=7, color=MUTED)


def _cell(rows: list[Wording], inches: float, sheet: Page, show_words: bool) -> Cell:
    """The number words, as many as fit, then how many there are besides; in another language their values."""
    told = [row for row in rows if pd.notna(row.words)]
    if not show_words or not told:
        return Cell(str(sum(row.claims for row in rows)))
    for kept in range(len(told), 0, -1):
        rest = [sheet.say("counted_more", n=len(told) - kept)] if kept < len(told) else []
        words = _items([row.words for row in told[:kept]], inches, sheet, size=8)
        cell = Cell("\n".join([words, *(fitted(more, inches, sheet, size=8) for more in rest)]))
        if cell.words.count("\n") < MOST:
            break
    values = list(
        {(getattr(row, "unit", pd.NA), _value(row, sheet)): _value(row, sheet) for row in told[:kept]}.values()
    )
    if sheet.lang == "ar" or values == [row.words for row in told[:kept]]:
        return cell
    return cell._replace(gloss=_items(values, inches, sheet, size=7))


def _value(row: Wording, sheet: Page) -> str:
    """What a wording says in numbers, and that it is in doubt where its words say so."""
    value = amount(row, sheet.lang)
    return value if pd.isna(getattr(row, "doubt", pd.NA)) else sheet.say("counted_doubt", n=value)


def _items(items: Sequence[str], inches: float, sheet: Page, **looks: Any) -> str:
    """The items in a row, broken into lines between them, and inside one only where it is too wide for a line."""
    comma = "، " if any(map(ARABIC.search, items)) else ", "
    lines: list[str] = []
    for item in items:
        joined = f"{lines[-1]}{comma}{item}" if lines else item
        if lines and "\n" not in fitted(joined, inches, sheet, **looks):
            lines[-1] = joined
        else:
            lines = [*lines[:-1], *(f"{line}{comma.strip()}" for line in lines[-1:]), item]
    return "\n".join(fitted(line, inches, sheet, **looks) for line in lines)
