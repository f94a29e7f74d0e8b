"""Where reports come from: a folder, one file, or (name, text) pairs, with the tables that may lie beside them.

A report that cannot be read is listed with its problem and what to do about it; the good ones beside it are read.
"""

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

RESERVED = {"manifest.csv", "anchors.csv", "decisions.csv"}
TEXT_SUFFIXES = {".txt", ""}
ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
CONTROL = re.compile("[\0-\x08\x0e-\x1f]")


class Source(NamedTuple):
    """A report as found: its name in the corpus, where it lies, its bytes' sum, its text, and what is wrong with it."""

    report: str
    path: str | None
    sha256: str
    encoding: str | None
    text: str
    problem: str | None


class Beside(NamedTuple):
    """The tables beside the reports: the manifest by file name, and the dated public events."""

    manifest: dict[str, dict[str, str]]
    anchors: list[dict[str, str]]


def sources(corpus: str | Path | Iterable[tuple[str, str]]) -> Iterator[Source]:
    """The reports of a folder (searched to the bottom), of one file, or of (name, text) pairs.

    Errors: FileNotFoundError when nothing lies at the path; ValueError when a folder holds no report.

    >>> next(sources([("a", "قتل ثلاثة")])).problem is None
    True
    """
    if not isinstance(corpus, str | Path):
        for name, text in corpus:
            yield _checked(Source(name, None, _sum(text.encode("utf-8", "surrogatepass")), None, text, None))
        return
    root = Path(corpus)
    if not root.exists():
        raise FileNotFoundError(f"{root}: no such file or folder. Give a folder of .txt reports, or one report.")
    paths = [root] if root.is_file() else _reports_in(root)
    if not paths:
        raise ValueError(f"{root}: this folder holds no reports. Put them there as UTF-8 .txt files.")
    folder = root.parent if root.is_file() else root
    for path in paths:
        yield _read(path, path.relative_to(folder).as_posix())


def beside(corpus: str | Path | Iterable) -> Beside:
    """The manifest and anchors that lie in a corpus folder; empty where there are none.

    >>> beside([("a", "نص")])
    Beside(manifest={}, anchors=[])
    """
    folder = Path(corpus) if isinstance(corpus, str | Path) else None
    if folder is not None and folder.is_file():
        folder = folder.parent
    manifest = _table(folder, "manifest.csv", "file")
    return Beside({row["file"]: row for row in manifest}, _table(folder, "anchors.csv", "relation"))


def _reports_in(root: Path) -> list[Path]:
    def is_report(path: Path) -> bool:
        hidden = any(part.startswith((".", "_")) for part in path.relative_to(root).parts)
        reserved = path.name in RESERVED or path.name.upper().startswith("README")
        return path.is_file() and not hidden and not reserved

    return sorted((path for path in root.rglob("*") if is_report(path)), key=lambda path: path.as_posix())


def _read(path: Path, name: str) -> Source:
    try:
        data = path.read_bytes()
    except OSError as error:
        return Source(
            name, str(path), "", None, "", f"{name}: cannot be opened ({error.strerror}). Check its permissions."
        )
    source = Source(name, path.as_posix(), _sum(data), None, "", None)
    if path.suffix.lower() not in TEXT_SUFFIXES:
        return source._replace(problem=f"{name}: not a .txt file. Save its text as a UTF-8 .txt file.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            return source._replace(problem=f"{name}: not a text file. Save its text as a UTF-8 .txt file.")
        return source._replace(problem=f"{name}: not UTF-8 (byte {error.start} is no letter). Save it again as UTF-8.")
    return _checked(source._replace(encoding="utf-8", text=text))


def _checked(source: Source) -> Source:
    if not source.text.strip():
        return source._replace(problem=f"{source.report}: empty. Put the report's text in it or take it away.")
    if CONTROL.search(source.text):
        return source._replace(
            text="", problem=f"{source.report}: not a text file. Save its text as a UTF-8 .txt file."
        )
    if not ARABIC_LETTER.search(source.text):
        return source._replace(problem=f"{source.report}: holds no Arabic. Only Arabic reports are read: take it away.")
    return source


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _table(folder: Path | None, name: str, needed: str) -> list[dict[str, str]]:
    path = folder / name if folder else None
    if path is None or not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if needed not in (reader.fieldnames or ()):
            raise ValueError(f"{path}: has no column {needed!r}. See the README for its columns.")
        return [{key: value or "" for key, value in row.items() if key} for row in reader]
