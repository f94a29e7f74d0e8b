"""A drawn chart as files: the picture in two formats with its alt text, and its numbers."""

from pathlib import Path

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.charts.base import style


def alt_text(ax: Axes) -> str:
    """What a figure shows, in words, for those who don't see it.

    >>> from helpers.charts.base import empty
    >>> alt_text(empty(None, "en", "Title"))
    'Title. Nothing to draw: no report here gives such a figure.'
    """
    return ax.get_figure(root=True).get_label()


def save(drawn: Axes | Figure, stem: str, lang: str, table: pd.DataFrame, out: str | Path) -> None:
    """Writes `out/stem.lang.png` and `.svg`, with the alt text, and the drawn numbers as `out/stem.csv`.

    The same chart makes the same bytes.

    >>> from helpers.charts.base import empty
    >>> import tempfile; folder = tempfile.mkdtemp(); table = pd.DataFrame({"n": [1]})
    >>> save(empty(None, "en", "Title"), "00-x", "en", table, folder); sorted(p.name for p in Path(folder).iterdir())
    ['00-x.csv', '00-x.en.png', '00-x.en.svg']
    """
    figure = drawn if isinstance(drawn, Figure) else drawn.get_figure(root=True)
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    alt = figure.get_label()
    with style():
        figure.savefig(folder / f"{stem}.{lang}.png", metadata={"Description": alt, "Software": None})
        figure.savefig(folder / f"{stem}.{lang}.svg", metadata={"Description": alt, "Date": None, "Creator": None})
    table.to_csv(folder / f"{stem}.csv", index=False, encoding="utf-8", lineterminator="\n")
