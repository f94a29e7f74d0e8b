"""A drawn chart as files: the picture in two formats, its alt text, and its numbers."""

from pathlib import Path

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.cells import neutral_frame
from helpers.charts.base import style

ENDS = (".", "!", "?", "؟")


def alt_text(ax: Axes | Figure) -> str:
    """What a figure shows, in words, for those who don't see it.

    >>> from helpers.charts.base import empty
    >>> alt_text(empty(None, "en", "Title"))
    'Title. Nothing to draw: no report here gives such a figure.'
    """
    figure = ax.get_figure(root=True)
    return as_one(str(figure.get_label())) if figure else ""


def as_one(words: str) -> str:
    """The finding and what is drawn, given as two lines, as running text.

    >>> as_one("Seven dead?\\nTwo bars."), as_one("Title\\nA map."), as_one("Title")
    ('Seven dead? Two bars.', 'Title. A map.', 'Title')
    """
    finding, *shown = words.strip().split("\n", 1)
    return " ".join([finding if finding.endswith(ENDS) or not shown else f"{finding}.", *shown])


def save(drawn: Axes | Figure, stem: str, lang: str, table: pd.DataFrame, out: str | Path) -> None:
    """Writes `out/stem.lang.png` and `.svg`, both holding the alt text, and the drawn numbers as `out/stem.csv`.

    The alt text stands beside them as `out/stem.lang.txt` too: the finding on its first line, what is drawn below.
    The same chart makes the same bytes.

    >>> from helpers.charts.base import empty
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     save(empty(None, "en", "Title"), "00-x", "en", pd.DataFrame({"n": [1]}), folder)
    ...     sorted(path.name for path in Path(folder).iterdir())
    ['00-x.csv', '00-x.en.png', '00-x.en.svg', '00-x.en.txt']
    """
    figure = drawn.get_figure(root=True)
    if figure is None:
        raise ValueError(f"{stem}: axes that were taken off their figure are no chart")
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    alt = alt_text(figure)
    with style():
        figure.savefig(folder / f"{stem}.{lang}.png", metadata={"Description": alt, "Software": None})
        figure.savefig(folder / f"{stem}.{lang}.svg", metadata={"Description": alt, "Date": None, "Creator": None})
    (folder / f"{stem}.{lang}.txt").write_text(f"{figure.get_label()}\n", encoding="utf-8", newline="\n")
    neutral_frame(table).to_csv(folder / f"{stem}.csv", index=False, encoding="utf-8", lineterminator="\n")
