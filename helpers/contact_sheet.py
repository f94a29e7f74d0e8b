"""The contact sheet: every picture of a folder on one page, each with its one-sentence finding."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from helpers.charts.saving import as_one

HEAD = """<!-- written by the run that drew the pictures -->
# Figures

Every figure in English and in Arabic, with its finding. `.png` and `.svg` are the picture, `.txt` says it in words for
those who do not see it, and `.csv` holds the numbers drawn, with the ids of the claims behind every mark.
"""
FIGURE = """
## {stem}

{english}

<div dir="rtl" align="right">{arabic}</div>

<a href="{file}.en.svg"><img src="{file}.en.png" width="48%" alt="{english_alt}"></a>
<a href="{file}.ar.svg"><img src="{file}.ar.png" width="48%" alt="{arabic_alt}"></a>

[numbers]({file}.csv) · in words: [English]({file}.en.txt), [العربية]({file}.ar.txt)
"""


class Drawn(NamedTuple):
    """A figure's name, and by language its finding and its alt text."""

    stem: str
    findings: dict[str, str]
    alts: dict[str, str]


def page(folder: str | Path) -> str:
    """The page for the pictures in a folder that have their words in English and in Arabic, as Markdown.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     for lang in ("en", "ar"):
    ...         _ = Path(folder, f"03-x.{lang}.txt").write_text("A finding\\nWhat is drawn\\n")
    ...     print(page(folder).splitlines()[-1])
    [numbers](03-x.csv) · in words: [English](03-x.en.txt), [العربية](03-x.ar.txt)
    """
    return HEAD + "".join(_figures(Path(folder)))


def may_write(path: Path) -> bool:
    """Whether the file is not there yet or is an older contact sheet: somebody's own page is left alone.

    >>> may_write(Path("no such file"))
    True
    """
    return not path.exists() or path.read_text(encoding="utf-8").startswith(HEAD.split("\n", 1)[0])


def drawn(folder: str | Path) -> Iterator[Drawn]:
    """The figures of a folder that have their words in English and in Arabic, in the order of their names.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     for lang in ("en", "ar"):
    ...         _ = Path(folder, f"03-x.{lang}.txt").write_text("A finding\\nWhat is drawn\\n")
    ...     [(figure.stem, figure.findings["en"], figure.alts["en"]) for figure in drawn(folder)]
    [('03-x', 'A finding', 'A finding. What is drawn')]
    """
    for path in sorted(Path(folder).glob("*.en.txt")):
        stem = path.name.removesuffix(".en.txt")
        words = {lang: (path.parent / f"{stem}.{lang}.txt").read_text(encoding="utf-8") for lang in ("en", "ar")}
        findings = {lang: text.splitlines()[0] for lang, text in words.items()}
        yield Drawn(stem, findings, {lang: as_one(text) for lang, text in words.items()})


def _figures(folder: Path) -> Iterator[str]:
    for stem, findings, alts in drawn(folder):
        yield FIGURE.format(
            stem=stem,
            file=quote(stem),
            english=escape(findings["en"], quote=False),
            arabic=escape(findings["ar"], quote=False),
            english_alt=escape(alts["en"]),
            arabic_alt=escape(alts["ar"]),
        )
