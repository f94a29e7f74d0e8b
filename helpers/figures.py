"""A figure as notebooks show it: drawn and saved in both languages, shown in one, with its alt text."""

from collections.abc import Callable
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from helpers.charts import alt_text, save

LANGUAGES = ("ar", "en")
SCREEN_WIDTH = 720


class Picture:
    """A saved picture in a notebook; elsewhere, and to those who do not see it, its alt text.

    >>> Picture(Path("03-x.ar.png"), "A finding. What is drawn.")
    A finding. What is drawn.
    """

    def __init__(self, path: Path, alt: str) -> None:
        self.path, self.alt = path, alt

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> tuple[dict[str, str | bytes], dict[str, dict[str, int | str]]]:
        data: dict[str, str | bytes] = {"image/png": self.path.read_bytes(), "text/plain": repr(self)}
        return data, {"image/png": {"width": SCREEN_WIDTH, "alt": self.alt}}

    def __repr__(self) -> str:
        return self.alt


def publish(
    draw: Callable[..., Axes], stem: str, table: pd.DataFrame, out: str | Path, lang: str = "ar", **options: object
) -> Picture:
    """Draws a table with `draw(table, lang=…, **options)` in Arabic and English, saves both, and shows one.

    The saved numbers are those of the table and below them those of every other table among the options.

    >>> from tempfile import TemporaryDirectory
    >>> from helpers.charts import draw_mouths
    >>> with TemporaryDirectory() as folder:
    ...     publish(draw_mouths, "02-mouths", pd.DataFrame(), folder, "en").path.name
    '02-mouths.en.png'
    """
    if lang not in LANGUAGES:
        raise ValueError(f"figures speak {' and '.join(LANGUAGES)}, not {lang!r}")
    others = [frame for frame in options.values() if isinstance(frame, pd.DataFrame) and len(frame)]
    drawn = pd.concat([table, *others], ignore_index=True) if others else table
    alts = {}
    for language in LANGUAGES:
        axes = draw(table, lang=language, **options)
        save(axes, stem, language, drawn, out)
        alts[language] = alt_text(axes)
        plt.close(axes.get_figure(root=True))
    return Picture(Path(out) / f"{stem}.{lang}.png", alts[lang])
