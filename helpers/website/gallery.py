"""The pictures of a folder as the pages show them, and the files that go with them."""

from base64 import b64decode
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from helpers import contact_sheet
from helpers.website.words import LANGUAGES

FOLDER = "figures"


class Figure(NamedTuple):
    """A picture in one language: its size in pixels, its finding, its alt text, and the addresses of its files."""

    stem: str
    file: str
    large: str
    numbers: str
    width: int
    height: int
    finding: str
    alt: str


class Gallery(NamedTuple):
    """The figures of each language in the order of their names; every file by its place in the site; and each figure
    by the bytes of its picture."""

    figures: dict[str, list[Figure]]
    files: dict[str, bytes]
    pictures: dict[bytes, Figure]

    def known(self, data: str) -> Figure | None:
        """The figure whose picture a notebook holds, given in base64; none for a picture that nobody saved.

        >>> Gallery({}, {}, {b"P": "a figure"}).known("UA==")
        'a figure'
        """
        return self.pictures.get(b64decode(data))


def gallery(folder: Path) -> Gallery:
    """What a folder of figures holds: each with its picture in both languages, and the numbers drawn.

    >>> gallery(Path("no such folder")).files
    {}
    """
    drawn = list(contact_sheet.drawn(folder))
    names = [name for one in drawn for name in _names(one.stem)]
    files = {f"{FOLDER}/{name}": (folder / name).read_bytes() for name in names}
    figures: dict[str, list[Figure]] = {lang: [] for lang in LANGUAGES}
    pictures: dict[bytes, Figure] = {}
    for lang in LANGUAGES:
        for one in drawn:
            picture = files[f"{FOLDER}/{one.stem}.{lang}.png"]
            figures[lang].append(_figure(one, lang, picture))
            pictures[picture] = figures[lang][-1]
    return Gallery(figures, files, pictures)


def _names(stem: str) -> Iterable[str]:
    return (f"{stem}.csv", *(f"{stem}.{lang}.{kind}" for lang in LANGUAGES for kind in ("png", "svg")))


def _figure(drawn: contact_sheet.Drawn, lang: str, picture: bytes) -> Figure:
    place = f"{FOLDER}/{quote(drawn.stem)}"
    width, height = (int.from_bytes(picture[at : at + 4]) for at in (16, 20))  # where every PNG has them
    addresses = (f"{place}.{lang}.png", f"{place}.{lang}.svg", f"{place}.csv")
    return Figure(drawn.stem, *addresses, width, height, drawn.findings[lang], drawn.alts[lang])
