"""What a figure really draws, held against an independent drawing of the same words.

A label that reads backwards raises nothing. So every line that reaches the renderer is recorded, and the outlines that
matplotlib puts side by side are compared with those of HarfBuzz, in the order of python-bidi.
"""

import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import combinations, groupby
from typing import NamedTuple
from unicodedata import bidirectional

import matplotlib
import uharfbuzz as hb
from bidi import get_display
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager, get_font
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from helpers import arabic

CONTROLS = "\u200e\u200f\u061c\u2067\u2069"
ISOLATES = "\u2068\u2069"
ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
DIGITS = r"\d+(?:[.,:/]\d+)*"
ATOM = re.compile(rf"[-+~≈$−]{DIGITS}|{DIGITS}(?:[-–]{DIGITS})+|{DIGITS}(?:\s?[%$]|[+])")
SHAPES_ITSELF = matplotlib.__version_info__ >= (3, 11)
FEATURES = None if SHAPES_ITSELF else {"calt": False, "liga": False}  # single forms know no neighbours

# one letter for two before 3.11, where HarfBuzz sets two (alef at the left, then lam)
LAM_ALEF = {0xFEF5: "\ufe82\ufedf", 0xFEF7: "\ufe84\ufedf", 0xFEF9: "\ufe88\ufedf"}
LAM_ALEF |= {0xFEF6: "\ufe82\ufee0", 0xFEF8: "\ufe84\ufee0", 0xFEFA: "\ufe88\ufee0"}
MIRRORED = str.maketrans("()[]{}«»<>≤≥", ")(][}{»«><≥≤")

Glyph = tuple[str, int]


class Line(NamedTuple):
    """One line of text as the renderer got it."""

    text: str
    font: FontProperties
    is_math: bool


class Recording(NamedTuple):
    """The lines a figure drew, and for each line that `label` returned, its words and whether
    the chart is in a Latin script."""

    lines: list[Line]
    meant: dict[str, tuple[str, bool]]


@contextmanager
def recorded() -> Iterator[Recording]:
    """Keeps every call of `label` and every line drawn while it lasts; draw the figure inside."""
    record = Recording([], {})
    label, draw_text = arabic.label, RendererAgg.draw_text

    def noted(text, **options):
        out = label(text, **options)
        for line, words in zip(out.replace(r"\$", "$").split("\n"), text.split("\n"), strict=True):
            record.meant[line] = (words, options.get("latin", False))
        return out

    def traced(self, gc, x, y, s, prop, angle, ismath=False, mtext=None):
        record.lines.append(Line(s, prop, bool(ismath)))
        return draw_text(self, gc, x, y, s, prop, angle, ismath, mtext)

    arabic.label, RendererAgg.draw_text = noted, traced
    try:
        yield record
    finally:
        arabic.label, RendererAgg.draw_text = label, draw_text


def faults(record: Recording) -> list[str]:
    """What is wrong with the drawn lines: mathematics, Arabic that no `label` made, other glyphs than HarfBuzz's."""
    wrong = []
    for line in {line.text: line for line in record.lines if line.text.strip()}.values():
        if line.is_math:
            wrong.append(f"read as mathematics: {line.text!r}")
        elif ARABIC.search(line.text) and line.text not in record.meant:
            wrong.append(f"did not pass label(): {line.text!r}")
        elif not reads_as(line, *record.meant.get(line.text, (line.text, False))):
            wrong.append(f"drawn otherwise than it reads: {line.text!r}")
    return wrong


def reads_as(line: Line, meant: str, latin: bool = False) -> bool:
    """Whether the line is drawn, outline by outline, as HarfBuzz and python-bidi draw the words that were meant."""
    return [*map(outline, drawn_glyphs(line))] == [*map(outline, reference_glyphs(meant, line.font, latin))]


def drawn_glyphs(line: Line) -> list[Glyph]:
    """Font file and glyph, left to right, as matplotlib lays them out; before 3.11 one glyph for each letter."""
    if not SHAPES_ITSELF:
        letters = line.text.translate(LAM_ALEF)
        return [(path := _font_with(char, line.font), get_font(path).get_char_index(ord(char))) for char in letters]
    from matplotlib.ft2font import LoadFlags

    items = get_font(_paths(line.font))._layout(line.text, LoadFlags.NO_HINTING)
    return [(str(item.ft_object.fname), item.glyph_index) for item in items if item.char not in CONTROLS]


def reference_glyphs(words: str, font: FontProperties, latin: bool = False) -> list[Glyph]:
    """Font file and glyph, left to right, by HarfBuzz."""
    return [
        (path, info.codepoint)
        for run, right_to_left in (_latin_runs(words) if latin else _runs(words))
        for path, part in _by_font(run, font, right_to_left)
        for info in _shaped(path, part, right_to_left)
    ]


@lru_cache(maxsize=4096)
def outline(glyph: Glyph) -> tuple:
    """The glyph's outline: fonts hold the same drawing under several numbers."""
    path, number = glyph
    pen = _Pen()
    _hb_font(path).draw_glyph_with_pen(number, pen)
    return tuple(pen.strokes)


def clipped(figure: Figure) -> list[str]:
    """Texts that reach over the figure's edge."""
    x0, y0, x1, y1 = figure.bbox.padded(0.5).extents
    boxes = _boxes(figure)
    return [text.get_text() for text, b in boxes if b.x0 < x0 or b.x1 > x1 or b.y0 < y0 or b.y1 > y1]


def overlapping(figure: Figure, slack: float = 1.0) -> list[tuple[str, str]]:
    """Pairs of texts whose ink meets by more than `slack` pixels both ways."""
    return [
        (a.get_text(), b.get_text())
        for (a, p), (b, q) in combinations(_boxes(figure), 2)
        if min(p.x1, q.x1) - max(p.x0, q.x0) > slack and min(p.y1, q.y1) - max(p.y0, q.y0) > slack
    ]


def smallest_type(figure: Figure) -> float:
    """The smallest size of type that the figure shows, in points."""
    return min(text.get_fontsize() for text, _ in _boxes(figure))


def faint(figure: Figure, least: float = 4.5) -> list[str]:
    """Texts that stand out less than `least` (WCAG 2, level AA for small type) from the paper or the bar under them."""
    figure.canvas.draw()
    return [
        text.get_text() for text, box in _boxes(figure) if _contrast(text.get_color(), _ground(figure, box)) < least
    ]


def _ground(figure: Figure, box: Bbox) -> tuple[float, ...]:
    """The colour of the dot or of the topmost filled patch under the middle of a text, or of the paper."""
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    for line in figure.findobj(Line2D):
        near = line.get_markersize() / 2 * figure.dpi / 72
        points = line.get_transform().transform(line.get_xydata()) if line.get_marker() == "o" else ()
        if any(math.hypot(px - x, py - y) < near for px, py in points):
            return to_rgba(line.get_markerfacecolor())
    patches = [patch for ax in figure.findobj(Axes) for patch in ax.patches if patch.get_visible() and patch.get_fill()]
    under = [patch for patch in patches if patch.contains_point((x, y)) and to_rgba(patch.get_facecolor())[3] == 1]
    top = max(under, key=lambda patch: patch.get_zorder(), default=figure.patch)
    return to_rgba(top.get_facecolor())


def _contrast(one, two) -> float:
    """The contrast ratio of two colours by WCAG 2: 1 to 21."""
    dark, light = sorted(_luminance(to_rgba(color)) for color in (one, two))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: tuple[float, ...]) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _boxes(figure: Figure) -> list[tuple[Text, Bbox]]:
    """Every text that was drawn, with its box less the room that lines keep above and below their letters."""
    shown: list[Text] = []
    draw = Text.draw

    def noted(self, renderer, *args, **kwargs):
        shown.append(self)
        return draw(self, renderer, *args, **kwargs)

    Text.draw = noted
    try:
        FigureCanvasAgg(figure).draw()
    finally:
        Text.draw = draw
    shown = [text for text in dict.fromkeys(shown) if text.get_visible() and text.get_text().strip()]
    return [(text, _ink_box(text)) for text in shown]


def _ink_box(text: Text) -> Bbox:
    box, trim = Text.get_window_extent(text), text.get_fontsize() * text.figure.dpi / 72 * 0.22
    across, upright = (trim, 0) if text.get_rotation() % 180 == 90 else (0, trim)
    return Bbox.from_extents(box.x0 + across, box.y0 + upright, box.x1 - across, box.y1 - upright)


def _paths(font: FontProperties) -> list[str]:
    return [str(path) for path in fontManager._find_fonts_by_props(font)]


def _font_with(char: str, font: FontProperties) -> str:
    paths = _paths(font)
    return next((path for path in paths if get_font(path).get_char_index(ord(char))), paths[0])


def _by_font(run: str, font: FontProperties, right_to_left: bool) -> list[tuple[str, str]]:
    parts = [(path, "".join(chars)) for path, chars in groupby(run, key=lambda char: _font_with(char, font))]
    return parts[::-1] if right_to_left else parts


def _latin_runs(words: str) -> Iterator[tuple[str, bool]]:
    """The runs of a line in Latin script, its Arabic passages in place and each in its own order.

    A line without a Latin letter is one too where words of it are set apart.
    """
    if not re.search(f"[A-Za-z{ISOLATES}]", words):
        yield from _runs(words)
        return
    words = re.sub(f"[{ISOLATES}]", "", words)
    for i, part in enumerate(re.split(f"(?<=«)([^«»A-Za-z]*{ARABIC.pattern}[^«»A-Za-z]*)(?=»)", words)):
        quoted = i % 2 == 1  # what stands between «» is Arabic from end to end
        passages = (
            [part] if quoted else re.split(f"({ARABIC.pattern}(?:[^A-Za-z]*{ARABIC.pattern})?[\u064b-\u0652]*)", part)
        )
        for piece in passages:
            yield from _runs(piece)


def _runs(words: str) -> Iterator[tuple[str, bool]]:
    """Runs of Arabic (in reading order) and of the rest, left to right; numbers in one piece, brackets mirrored."""
    if not ARABIC.search(words):
        yield words, False
        return
    atoms: list[str] = []

    def held(match: re.Match) -> str:
        """A digit that stands for the number: European after Latin, Arabic elsewhere."""
        strong = [char for char in words[: match.start()] if bidirectional(char) in ("L", "R", "AL")]
        atoms.append(match.group())
        return chr((0x06F0 if strong and bidirectional(strong[-1]) == "L" else 0x0660) + len(atoms) - 1)

    tagged = re.sub(r"[()\[\]{}«»<>≤≥]", "\\g<0>\u0301", ATOM.sub(held, words))
    seen = get_display(tagged, base_dir="R")
    seen = re.sub("\u0301(.)", lambda m: m.group(1).translate(MIRRORED), seen).replace("\u0301", "")
    for is_arabic, chars in groupby(seen, key=lambda char: bidirectional(char) in ("R", "AL", "NSM")):
        run = "".join(chars)
        yield (run[::-1], True) if is_arabic else (re.sub("[٠-٩۰-۹]", lambda m: atoms[int(m.group())], run), False)


def _shaped(path: str, part: str, right_to_left: bool) -> list[hb.GlyphInfo]:
    buffer = hb.Buffer()
    buffer.add_str(part)
    buffer.direction, buffer.script = ("rtl", "Arab") if right_to_left else ("ltr", "Latn")
    hb.shape(_hb_font(path), buffer, FEATURES)
    return buffer.glyph_infos


@lru_cache(maxsize=16)
def _hb_font(path: str) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(path)))


class _Pen:
    """Takes HarfBuzz's outline commands down."""

    def __init__(self):
        self.strokes = []

    def _take(self, *points):
        self.strokes.append(points)

    moveTo = lineTo = qCurveTo = curveTo = closePath = _take
