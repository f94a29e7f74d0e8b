"""Marks that show doubt as doubt: points, intervals, vague words, open ends; and labels that find their own room."""

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.lines import Line2D
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Bbox

from helpers.charts.base import ON_GRID, Looks, Page
from helpers.charts.colours import INK, MUTED
from helpers.charts.dates import DAY, draw_span, middle
from helpers.charts.inches import renderer_of
from helpers.charts.words import Values, finite

ARROW = 26  # points: how far an open end reaches
SIDES: dict[int, Literal["left", "center", "right"]] = {1: "left", 0: "center", -1: "right"}
ENDS: dict[int, Literal["bottom", "center", "top"]] = {1: "bottom", 0: "center", -1: "top"}
ROUND = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))


class Label(NamedTuple):
    """Words that belong to a point of the axes, and their looks."""

    x: object
    y: float
    words: str
    looks: Looks


def draw_value(
    ax: Axes, at: Any, row: Values, color: str, *, upright: bool = False, hollow: bool = False, marker: str = "o",
    tick: bool = True,
) -> None:  # fmt: skip
    """A quantity on its axis: a stated number is a point, an interval a band, a missing bound an arrow that fades.

    `row` has low, best, high, precision; `at` is the place on the other axis, `tick` whether an arrow begins with one.

    >>> from types import SimpleNamespace as Row; from helpers.charts.base import page
    >>> with page(None, "en", 1) as sheet: draw_value(sheet.ax, 0, Row(low=3, best=3, high=3, precision="exact"), "k")
    >>> len(sheet.ax.lines)
    1
    """
    low, best, high = (finite(value)[0] if finite(value) else None for value in (row.low, row.best, row.high))
    inner = "white" if hollow else color
    face: Looks = {"color": color, "mfc": inner, "mew": 1.4, "ls": "none", "clip_on": False, "zorder": 4}

    def put(value: float, **looks: Any) -> None:
        ax.plot(*((at, value) if upright else (value, at)), **(face | looks))

    if low is not None and high is not None and low < high:
        _band(ax, at, low, high, color, upright, vague=row.precision == "vague")
    elif (bound := bound_of(row)) is not None:
        _open_end(ax, put, bound, upright, up=high is None)
        if tick:
            put(bound, marker="_" if upright else "|", ms=13, mew=2.4)
    if best is not None:
        if row.precision == "approximate":
            put(best, marker="o", ms=15, mfc=color, mew=0, alpha=0.22)
        put(best, marker=marker, ms=7)


def draw_over_days(ax: Axes, first: pd.Timestamp, last: pd.Timestamp, row: Values, color: str, **looks: Any) -> None:
    """A quantity that stands upright: a mark on its day; a bar over several days of which none is known to be the one.

    A missing bound is an arrow at either end of the bar that is known. `looks` are those of `draw_value`.

    >>> from types import SimpleNamespace as Row; from helpers.charts.base import page
    >>> day, three = pd.Timestamp("2019-03-11"), Row(low=3, best=3, high=3, precision="exact")
    >>> with page(None, "en", 1) as sheet: draw_over_days(sheet.ax, day, day + 5 * DAY, three, "k")
    >>> [line.get_marker() for line in sheet.ax.lines]
    ['None']
    """
    if first == last:
        return draw_value(ax, middle(first, last), row, color, upright=True, **looks)
    ends, bounds = [first, last + DAY], finite(row.low, row.high)
    if len(bounds) == 2 and bounds[0] < bounds[1]:
        ax.fill_between(ends, bounds[0], bounds[1], color=color, alpha=0.36, lw=0, zorder=3)
        for value in bounds:
            draw_span(ax, first, last, value, color, lw=1.2, alpha=0.5, zorder=4)
    elif (bound := bound_of(row)) is not None:
        draw_span(ax, first, last, bound, color, lw=2.4, zorder=4)
        for end, day in zip(ends, (getattr(row, "date_low", first), getattr(row, "date_high", last)), strict=True):
            if pd.notna(day):
                draw_value(ax, end, row, color, upright=True, tick=False)
    for value in finite(row.best):
        if row.precision == "approximate":
            draw_span(ax, first, last, value, color, lw=15, alpha=0.22, zorder=3)
        draw_span(ax, first, last, value, color, lw=5, zorder=4)
        if looks.get("hollow"):
            draw_span(ax, first, last, value, "white", lw=2.2, zorder=4)
            ax.plot(ends, [value, value], "|", color=color, ms=5, mew=1.4, zorder=4)


def bound_of(row: Values) -> float | None:
    """The bound of a quantity that is open on its other side, and None of any other.

    >>> from types import SimpleNamespace as Row
    >>> bound_of(Row(low=3, best=pd.NA, high=pd.NA)), bound_of(Row(low=3, best=pd.NA, high=5))
    (3.0, None)
    """
    ends = finite(row.low, row.high)
    return ends[0] if len(ends) == 1 else None


def reach(row: Values) -> tuple[float, bool] | None:
    """The outermost value that a quantity names, and whether it goes on above; nothing for a word without a number.

    >>> from types import SimpleNamespace as Row
    >>> reach(Row(low=3, best=pd.NA, high=pd.NA)), reach(Row(low=pd.NA, best=pd.NA, high=pd.NA))
    ((3.0, True), None)
    """
    values = finite(row.low, row.best, row.high)
    return (max(values), bool(finite(row.low)) and not finite(row.best, row.high)) if values else None


def outermost(row: Values) -> float:
    """The largest value that a quantity names. Errors: ValueError for a word without a number.

    >>> from types import SimpleNamespace as Row
    >>> outermost(Row(low=3, best=pd.NA, high=9))
    9.0
    """
    return max(finite(row.low, row.best, row.high))


def with_numbers(table: pd.DataFrame) -> pd.DataFrame:
    """The rows that name a number; a word like «العديد» has no place on an axis of values.

    >>> with_numbers(pd.DataFrame({"low": [1, None], "best": [None, None], "high": [None, None]})).index.tolist()
    [0]
    """
    return table[table[["low", "best", "high"]].notna().any(axis=1)] if len(table) else table


def label_near(
    page: Page,
    labels: Sequence[Label],
    ax: Axes | None = None,
    *,
    within: tuple[object, object] | None = None,
    clear_of: Sequence[tuple[float, float]] = (),
) -> None:
    """Puts each label beside its point where it covers no other label or mark, once the page is laid out.

    Labels stay inside the axes, between the two x that `within` names, and clear of the points `clear_of`.

    >>> from helpers.charts.base import page
    >>> with page(None, "en", 1) as sheet:
    ...     label_near(sheet, [Label(0.5, 0.5, "one", {}), Label(0.5, 0.5, "two", {})])
    ...     boxes = [text.get_window_extent() for text in sheet.finish("Title").texts]
    >>> bool(boxes[0].overlaps(boxes[1]))
    False
    """
    home = ax or page.ax
    notes = [_note(page, label, home) for label in labels]

    def place() -> None:
        renderer = renderer_of(page.figure)
        room, boxes = _room(home, within, renderer), [_mark_box(line, renderer) for line in home.lines]
        boxes += [area.get_window_extent(renderer) for area in home.collections]
        boxes += (
            [Bbox.from_bounds(x - 3, y - 3, 6, 6) for x, y in home.transData.transform([*clear_of])] if clear_of else []
        )
        settled: dict[int, tuple[Bbox, float]] = {}
        for _ in range(2):  # those that came first make room, where it is needed, once the others have their places
            for i, note in enumerate(notes):
                others = [box for k, (box, _) in settled.items() if k != i]
                settled[i] = _settle(note, page.forward, room, [*boxes, *others], renderer)
            if not any(cost for _, cost in settled.values()):
                break

    page.later.append(place)


def _note(page: Page, label: Label, ax: Axes) -> Annotation:
    line = {"arrowstyle": "-", "lw": 0.5, "color": MUTED, "shrinkA": 1, "shrinkB": 4}
    looks: Looks = {"color": INK, "size": 8, "in_layout": False, "arrowprops": line, "zorder": 6}
    looks |= label.looks if "path_effects" in label.looks else ON_GRID | label.looks
    return page.text(label.x, label.y, label.words, ax=ax, **looks)


def _settle(note: Annotation, forward: int, room: Bbox, boxes: list[Bbox], renderer: RendererAgg) -> tuple[Bbox, float]:
    """Tries places round the point, near ones first: the first free one, or the one that covers least, and how much."""
    tried: list[tuple[float, int, int, int, float]] = []
    for far in (8.0, 15.0, 24.0, 36.0, 50.0, 66.0):
        for across, up in ROUND:
            box = _moved(note, across * forward, up, far, renderer)
            cost = sum(_common(box, other) for other in boxes) + 20 * _outside(box, room)
            tried.append((round(cost, 3), len(tried), across * forward, up, far))
            if cost == 0:
                break
        if tried[-1][0] == 0:
            break
    cost, _, across, up, far = min(tried)
    box = _moved(note, across, up, far, renderer)
    if note.arrow_patch:
        note.arrow_patch.set_visible(far > 15)
    return box, cost


def _moved(note: Annotation, across: int, up: int, far: float, renderer: RendererAgg) -> Bbox:
    far = far * 0.75 if across and up else far
    note.set_position((across * far, up * far))
    side = SIDES[across]
    note.set_horizontalalignment(side)
    note.set_multialignment(side)
    note.set_verticalalignment(ENDS[up])
    if note.arrow_patch:
        note.arrow_patch.set_visible(False)
    note.update_positions(renderer)
    return Text.get_window_extent(note, renderer).padded(1)


def _mark_box(line: Line2D, renderer: RendererAgg) -> Bbox:
    """The room of a drawn mark; that of an open end is slim, though its marker is square."""
    box = line.get_window_extent(renderer)
    slim = (box.width - 8) / 2 if line.get_markersize() > ARROW else 0
    return Bbox.from_extents(box.x0 + slim, box.y0, box.x1 - slim, box.y1).padded(2 + line.get_linewidth())


def _room(ax: Axes, within: tuple[object, object] | None, renderer: RendererAgg) -> Bbox:
    room = ax.get_window_extent(renderer)
    if within is None:
        return room
    left, right = (ax.transData.transform((ax.convert_xunits(x), 0))[0] for x in within)
    return Bbox.from_extents(left, room.y0, right, room.y1)


def _common(a: Bbox, b: Bbox) -> float:
    wide, tall = min(a.x1, b.x1) - max(a.x0, b.x0), min(a.y1, b.y1) - max(a.y0, b.y0)
    return max(0.0, wide) * max(0.0, tall)


def _outside(box: Bbox, room: Bbox) -> float:
    return box.width * box.height - _common(box, room)


def _band(ax: Axes, at: Any, low: float, high: float, color: str, upright: bool, *, vague: bool) -> None:
    ends = ([at, at], [low, high]) if upright else ([low, high], [at, at])
    ax.plot(*ends, color=color, lw=9, alpha=0.36 if vague else 0.5, solid_capstyle="butt", zorder=3, clip_on=False)
    if not vague:
        cap: Looks = {
            "marker": "_" if upright else "|",
            "ms": 11,
            "mew": 1.8,
            "ls": "none",
            "zorder": 4,
            "clip_on": False,
        }
        ax.plot(*ends, color=color, **cap)


def _open_end(ax: Axes, put: Callable[..., None], value: float, upright: bool, *, up: bool) -> None:
    """A line that fades from the bound outwards, with an arrowhead, the way the axis grows; down, it ends at nought."""
    falls = ax.yaxis_inverted() if upright else ax.xaxis_inverted()
    way = 1 if up != falls else -1
    steps = 8
    for i in range(steps):
        line = _stroke(way * i / steps, way * (i + 1) / steps, upright)
        put(value, marker=line, ms=2 * ARROW, mew=2.4, alpha=1 - 0.85 * (i + 0.5) / steps, zorder=3, clip_on=not up)
    head = _marker([(way * 0.84, 0.1), (way, 0), (way * 0.84, -0.1)], upright)
    put(value, marker=head, ms=2 * ARROW, mew=1, mfc="none", alpha=0.6, zorder=3, clip_on=not up)


def _stroke(start: float, end: float, upright: bool) -> MarkerStyle:
    """A marker that is a piece of a line; the stray point keeps its scale at one."""
    return _marker([(start, 0), (end, 0), (1, 0)], upright, [Path.MOVETO, Path.LINETO, Path.MOVETO])


def _marker(points: Sequence[tuple[float, float]], upright: bool, codes: list[Any] | None = None) -> MarkerStyle:
    """A marker through points, which are told as they lie flat."""
    return MarkerStyle(Path([(y, x) for x, y in points] if upright else points, codes), fillstyle="none")
