"""The browser's half of the evidence reader and the live charts: scripts of the modules in `web`, style sheets."""

import re
from base64 import b64encode
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent
MODULES = {  # each imports only from those before it
    "reader": (
        "dom", "fold", "words", "sheet", "fields", "decide", "card", "page", "table", "lists", "tabs", "bar", "reader",
    ),
    "live": ("dom", "words", "card", "marks", "live"),
    "look": ("look",),
}  # fmt: skip
SHEETS = {"reader": ("reader",), "live": ("reader", "live")}
IMPORT = re.compile(r"^import .*\n", re.MULTILINE)
EXPORT = re.compile(r"^export (?=function|class)", re.MULTILINE)
WEIGHTS = {400: "Regular", 700: "Bold"}


@lru_cache(maxsize=4)
def script(of: str = "reader") -> str:
    """The modules of the reader, or of a live chart, as one, as widgets want it.

    Imports from one another are dropped, the last one's default export is kept.

    >>> "import " in script(), script().count("export default")
    (False, 1)
    """
    texts = [(HERE / "web" / f"{name}.js").read_text(encoding="utf-8") for name in MODULES[of]]
    return "\n".join(EXPORT.sub("", IMPORT.sub("", text)) for text in texts)


@lru_cache(maxsize=2)
def style(of: str = "reader") -> str:
    """The style sheets with Vazirmatn inside, so that nothing is fetched from anywhere.

    >>> style().count("@font-face"), "url(http" in style()
    (2, False)
    """
    faces = "\n".join(
        f"@font-face {{ font-family: Vazirmatn; font-weight: {weight}; src: url(data:font/ttf;base64,{_font(name)}); }}"
        for weight, name in WEIGHTS.items()
    )
    return faces + "\n" + sheet(of)


def sheet(of: str = "reader") -> str:
    """The style sheets without their font, for pages that have it beside them.

    >>> "@font-face" in sheet(), "::highlight" in sheet()
    (False, True)
    """
    return "\n".join((HERE / "web" / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS[of])


def fonts() -> list[Path]:
    """The files of the font, its licence among them.

    >>> [path.suffix for path in fonts()]
    ['.txt', '.ttf', '.ttf']
    """
    return [HERE / "fonts" / "OFL.txt", *(HERE / "fonts" / f"Vazirmatn-{name}.ttf" for name in WEIGHTS.values())]


def _font(name: str) -> str:
    return b64encode((HERE / "fonts" / f"Vazirmatn-{name}.ttf").read_bytes()).decode("ascii")
