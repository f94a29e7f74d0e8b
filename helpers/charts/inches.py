"""How much room drawn things take, in inches."""

from collections.abc import Callable
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text


def renderer_of(figure: Figure) -> RendererAgg:
    """What measures the words of a figure.

    Errors: TypeError where the figure's canvas is not one of points, as Agg draws it.

    >>> import matplotlib.pyplot as plt
    >>> renderer_of(plt.figure()).dpi > 0
    True
    """
    if not isinstance(figure.canvas, FigureCanvasAgg):
        raise TypeError(f"charts measure their words as Agg draws them, not as {type(figure.canvas).__name__} does")
    return figure.canvas.get_renderer()


def width_of(figure: Figure, **looks: Any) -> Callable[[str], float]:
    """How wide a line is in a type, asked again and again.

    >>> figure = FigureCanvasAgg(Figure()).figure
    >>> width = width_of(figure, size=8)
    >>> width("wide") > width("w") > 0
    True
    """
    renderer, font = renderer_of(figure), FontProperties(**looks)
    return lambda line: renderer.get_text_width_height_descent(line, font, False)[0] / figure.dpi


def height_of(figure: Figure, text: Text) -> float:
    """How tall drawn words are.

    >>> import matplotlib.pyplot as plt
    >>> figure = plt.figure()
    >>> bool(0.5 < height_of(figure, figure.text(0, 0, "12", size=72)) < 1.5)
    True
    """
    return text.get_window_extent(renderer_of(figure)).height / figure.dpi


def overhang(figure: Figure, ax: Axes) -> dict[str, float]:
    """How far what the axes show reaches over each of their edges.

    >>> import matplotlib.pyplot as plt
    >>> figure, ax = plt.subplots()
    >>> sorted(overhang(figure, ax))
    ['bottom', 'left', 'right', 'top']
    """
    renderer = renderer_of(figure)
    inner = ax.get_window_extent(renderer)
    outer = ax.get_tightbbox(renderer) or inner
    sides = {
        "left": inner.x0 - outer.x0,
        "right": outer.x1 - inner.x1,
        "bottom": inner.y0 - outer.y0,
        "top": outer.y1 - inner.y1,
    }
    return {side: max(0.0, length) / figure.dpi for side, length in sides.items()}
