"""The house style, the colours, what mirrors in Arabic, and the page round a chart."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from matplotlib.text import Annotation, Text

from helpers import arabic
from helpers.charts.colours import INK, MUTED
from helpers.charts.inches import height_of, overhang, width_of
from helpers.charts.words import say

HERE = Path(__file__).parents[1]
WIDTH, MARGIN = 6.7, 0.12  # inches: a column of 170 mm, and the white round everything
AFTER_WORDS = re.compile(r"(?<!\d) ")  # a line may end there: a number keeps with the word behind it
SHORT = 0.2  # of the width of lines: a last line so short looks lost
Looks = dict[str, Any]  # keywords for matplotlib, which are of many types
Side = Literal["left", "right"]
ON_GRID: Looks = {"bbox": {"fc": "white", "ec": "none", "pad": 0.8, "alpha": 0.85}}  # no line runs through the words


@contextmanager
def style() -> Iterator[None]:
    """The house style while it lasts: fonts, sizes, reproducible SVG.

    >>> with style(): plt.rcParams["svg.hashsalt"]
    'isnad'
    """
    _add_fonts()
    with plt.style.context(HERE / "house.mplstyle"):
        yield


@lru_cache(maxsize=1)
def _add_fonts() -> None:
    for path in sorted((HERE / "fonts").glob("*.ttf")):
        fontManager.addfont(path)


def mirror(ax: Axes, lang: str, *, time: bool = False) -> None:
    """All that mirrors in Arabic: values that lie flat grow from the right, names and scales stand on the right.

    Time runs from left to right in both languages.

    >>> ax = plt.figure().add_subplot(); mirror(ax, "ar"); bool(ax.xaxis_inverted())
    True
    """
    if lang == "ar":
        if not time:
            ax.invert_xaxis()
        ax.yaxis.tick_right()
        ax.yaxis.set_label_position("right")


@dataclass(frozen=True)
class Page:
    """A chart's axes, its language, and whether the figure round it is ours to lay out.

    >>> with page(None, "ar", 1) as sheet: (sheet.start, sheet.end, sheet.forward, sheet.edge)
    ('right', 'left', -1, 1.0)
    """

    ax: Axes
    lang: str
    own: bool
    later: list[Callable[[], None]] = field(default_factory=list)

    @property
    def figure(self) -> Figure:
        figure = self.ax.get_figure(root=True)
        assert figure is not None, "axes that were taken off their figure"
        return figure

    @property
    def start(self) -> Side:
        """The side on which reading starts."""
        return "right" if self.lang == "ar" else "left"

    @property
    def end(self) -> Side:
        return "left" if self.lang == "ar" else "right"

    @property
    def forward(self) -> int:
        """The way that reading goes on: 1 to the right, -1 to the left."""
        return -1 if self.lang == "ar" else 1

    @property
    def edge(self) -> float:
        """The side on which reading starts, as a share of the axes' width."""
        return 1.0 if self.lang == "ar" else 0.0

    def set_height(self, height: float) -> None:
        """Makes the axes so many inches tall, where the figure is ours."""
        if self.own:
            self.figure.set_size_inches(WIDTH, height + 1.2)
            self.ax.set_position((0.25, 0.15, 0.6, height / (height + 1.2)))

    def say(self, key: str, **values: object) -> str:
        return say(key, self.lang, **values)

    def label(self, words: str) -> str:
        """The words as matplotlib must be given them on this page."""
        return arabic.label(words, latin=self.lang != "ar")

    def apart(self, words: str) -> str:
        """The words with those of the other script set apart, so that what follows them stays behind them."""
        return words if self.lang == "ar" else arabic.isolated(words)

    def text(
        self, x: Any, y: Any, words: str, *, dx: float = 0.0, dy: float = 0.0,
        coords: str | tuple[str, str] = "data", ax: Axes | None = None, **looks: Any,
    ) -> Annotation:  # fmt: skip
        """Words at a point, moved by points of type; multi-line Arabic keeps to the right."""
        centred: Looks = {"ha": "center", "va": "center", "annotation_clip": False}
        looks = centred | looks
        looks.setdefault("multialignment", self.start if looks["ha"] != "center" else "center")
        return (ax or self.ax).annotate(
            self.label(words), (x, y), (dx, dy), xycoords=coords, textcoords="offset points", **looks
        )

    def row_name(self, y: float, words: str, detail: str = "") -> None:
        """A row's name, and a line of smaller type under it, on the side where reading starts."""
        place: Looks = {"coords": ("axes fraction", "data"), "dx": -8 * self.forward, "ha": self.end}
        lines = detail.count("\n")
        self.text(self.edge, y, words, dy=4.5 + 4.7 * lines if detail else 0, **place)
        if detail:
            self.text(self.edge, y, detail, dy=-5.5, size=7, color=MUTED, linespacing=0.85, **place)

    def heading(self, y: float, words: str) -> None:
        """The title of a block of rows, on the side where reading starts."""
        place: Looks = {"coords": ("axes fraction", "data"), "dx": -8 * self.forward, "ha": self.end}
        self.text(self.edge, y, words, weight="bold", **place)

    def unit(self, words: str, ax: Axes | None = None) -> None:
        """What an upright axis measures, over its end on the side where reading starts."""
        self.text(self.edge, 1.0, words, coords="axes fraction", dy=9, ax=ax, ha=self.start, size=8, color=MUTED)

    def finish(self, title: str, subtitle: str = "", footer: str = "", alt: str = "") -> Axes:
        """Writes title, subtitle and footer, makes room for all that the axes show, and returns the axes.

        The figure keeps its alt text as its label.
        """
        if self.own:
            _lay_out(self, title, subtitle, footer)
        else:
            self.ax.set_title(self.label(title), loc=self.start)
        for place in self.later:
            place()
        told = f"{title}\n{alt}" if alt else title  # two lines: the finding, and what is drawn
        self.figure.set_label(told if self.lang == "ar" else arabic.isolated(told))
        return self.ax


@contextmanager
def page(ax: Axes | None, lang: str, height: float) -> Iterator[Page]:
    """A page to draw on, in the house style; `height` in inches is that of the axes alone.

    >>> with page(None, "en", 2) as sheet: sheet.finish("A title").get_figure().get_label()
    'A title'
    """
    with style():
        sheet = Page(ax or plt.figure().add_axes((0, 0, 1, 1)), lang, own=ax is None)
        sheet.set_height(height)
        yield sheet


def empty(ax: Axes | None, lang: str, title: str, footer: str = "", *, why: str = "nothing") -> Axes:
    """A page that says that there is nothing to draw, and `why`: a phrase of the charts' own.

    >>> empty(None, "en", "Title").texts[0].get_text()
    'Nothing to draw: no report here gives such a figure.'
    """
    with page(ax, lang, 0.8) as sheet:
        sheet.ax.set_axis_off()
        sheet.text(0.5, 0.5, sheet.say(why), coords="axes fraction", color=MUTED)
        return sheet.finish(title, "", footer, sheet.say(why))


def fitted(words: str, inches: float, page: Page, **looks: Any) -> str:
    """The words, in reading order, broken into lines that are at most so wide in this type.

    Lines are shorter where else a word would be lost on the last one.

    >>> with page(None, "en", 1) as sheet: fitted("three soldiers were killed", 1, sheet, size=8).split("\\n")
    ['three soldiers were', 'killed']
    """
    wide = width_of(page.figure, **looks)

    def width(line: str) -> float:
        return wide(page.label(line).replace(r"\$", "$"))

    lines = []
    for part in words.split("\n"):
        broken = _broken(part, inches, width)
        if len(broken) > 1 and width(broken[-1]) < SHORT * inches:
            closer = _broken(part, inches * (1 - SHORT / (len(broken) - 1)), width)
            broken = closer if len(closer) == len(broken) else broken
        lines += broken
    return "\n".join(lines)


def _broken(words: str, inches: float, width: Callable[[str], float]) -> list[str]:
    """The words on lines, each as full as it can be."""
    lines, pieces = [], AFTER_WORDS.split(words)
    while pieces:
        lengths = range(2, len(pieces) + 1)  # shaping Arabic is dear: halve, and measure few lines
        kept = 1 + bisect_right(lengths, inches, key=lambda n: width(" ".join(pieces[:n])))
        lines.append(" ".join(pieces[:kept]))
        pieces = pieces[kept:]
    return lines


def _lay_out(page: Page, title: str, subtitle: str, footer: str) -> None:
    """Title on top, footer below, and between them the axes at their planned height with all that sticks out."""
    ax, figure, side = page.ax, page.figure, page.start
    height = figure.get_figheight() * ax.get_position().height
    x = 1 - MARGIN / WIDTH if side == "right" else MARGIN / WIDTH
    looks = {"ha": side, "multialignment": side, "transform": figure.transFigure}
    head: list[tuple[str, Looks, str]] = [
        (title, {"size": 12.5, "weight": "bold"}, INK), (subtitle, {"size": 8.5}, MUTED)
    ]  # fmt: skip
    texts = [_block(page, words, type_, color, x, va="top", **looks) for words, type_, color in head if words]
    foot = _block(page, footer, {"size": 7}, MUTED, x, va="bottom", **looks) if footer else None
    for _ in range(3):  # what sticks out depends on the width that is left, and the other way round
        out = overhang(figure, ax)
        tall = [height_of(figure, text) for text in texts]
        foot_height = height_of(figure, foot) + 0.12 if foot else 0.0
        header = sum(tall) + 0.05 * len(tall) + 0.1
        total = MARGIN + header + out["top"] + height + out["bottom"] + foot_height + MARGIN
        laid = figure.get_figheight(), ax.get_position().bounds
        figure.set_size_inches(WIDTH, total)
        left, right = MARGIN + out["left"], WIDTH - MARGIN - out["right"]
        bottom = MARGIN + foot_height + out["bottom"]
        ax.set_position((left / WIDTH, bottom / total, max(right - left, 1) / WIDTH, height / total))
        y = total - MARGIN
        for text, tallness in zip(texts, tall, strict=True):
            text.set_y(y / total)
            y -= tallness + 0.05
        if foot:
            foot.set_y(MARGIN / total)
        if (figure.get_figheight(), ax.get_position().bounds) == laid:
            break


def _block(page: Page, words: str, type_: Looks, color: str, x: float, **looks: Any) -> Text:
    words = fitted(words, WIDTH - 2 * MARGIN, page, **type_)
    return page.figure.text(x, 0.5, page.label(words), color=color, in_layout=False, **type_, **looks)
