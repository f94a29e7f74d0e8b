"""Where reports come from: a folder, one file, or (name, text) pairs, with the tables that may lie beside them.

A report that cannot be read is listed with its problem and what to do about it; the good ones beside it are read. A
table that says something impossible ends the run instead: what a person states is put right, never passed over.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import NamedTuple

from helpers import sheets
from helpers.files import KINDS, MESSAGE, Source, escaped, from_text, read, refused, unread

RESERVED = {"manifest.csv", "anchors.csv", "decisions.csv", "last-run.csv"}
WORD_LISTS = "lexicons"  # a folder beside the reports
OF_SYSTEMS = {  # what systems put into folders that people open or keep on drives
    "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "$recycle.bin", "system volume information", "lost+found",
    "@eadir",
}  # fmt: skip
HIDDEN, SET_ASIDE, OPEN_IN_WORD = ".", "__", "~$"
SHA256 = re.compile("[0-9a-fA-F]{64}")


class Beside(NamedTuple):
    """The tables beside the reports: the manifest by file name, dated public events, and what a person decided."""

    manifest: dict[str, sheets.Line]
    anchors: list[sheets.Line]
    folder: Path | None = None
    decisions: Sequence[sheets.Line] = ()


class Place(NamedTuple):
    """Something in a corpus folder: where it is, its name in the corpus, and why it is no report, if it is none."""

    path: Path
    name: str
    fault: str | None


def sources(
    corpus: str | Path | Iterable[tuple[str, str]], manifest: dict[str, sheets.Line] | None = None
) -> list[Source]:
    """The reports of a folder (searched to the bottom), of one file, or of (name, text) pairs.

    A report of a folder's `manifest` that is not there is listed too, as one that cannot be read.

    Errors: FileNotFoundError when nothing lies at the path; ValueError when a folder holds no report or two pairs
    have one name; TypeError for what is no pair of texts.

    >>> sources([("a", "قتل ثلاثة")])[0].problem is None
    True
    """
    return list(each(corpus, manifest))


def each(
    corpus: str | Path | Iterable[tuple[str, str]], manifest: dict[str, sheets.Line] | None = None
) -> Iterator[Source]:
    """The reports of `sources`, one after the other, each read when it is asked for.

    >>> [source.report for source in each([("a", "قتل ثلاثة."), ("b", "")])]
    ['a', 'b']
    """
    if not isinstance(corpus, str | Path):
        yield from _from_pairs(corpus)
        return
    found = set()
    for place in sorted(places(corpus), key=lambda place: place.name):
        for source in held(place, manifest or {}):
            found |= {source.report, source.file}
            yield source
    if Path(corpus).expanduser().is_dir():
        yield from (missing(name, line) for name, line in (manifest or {}).items() if name not in found)


def places(corpus: str | Path) -> Iterator[Place]:
    """The files that a folder holds, folder by folder, or the one file; none of them is opened.

    Errors: FileNotFoundError when nothing lies at the path; ValueError when a folder holds no report.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.txt").write_text("قتل ثلاثة.", encoding="utf-8")
    ...     [place.name for place in places(folder)]
    ['a.txt']
    """
    root = Path(corpus).expanduser()
    if not root.exists():
        raise FileNotFoundError(f"{root}: no such file or folder. Give a folder of reports, or one report.")
    if root.is_file():
        yield Place(root, escaped(root.name), None)
        return
    found = None
    for found in _in_folder(root):
        yield found
    if found is None:
        raise ValueError(f"{root}: this folder holds no reports. Put them there as {KINDS} files.")


def held(place: Place, manifest: dict[str, sheets.Line]) -> Iterator[Source]:
    """The reports of a place, each read when it is asked for, with what the manifest states of them.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.txt").write_text("قتل ثلاثة.", encoding="utf-8")
    ...     [source.text for place in places(folder) for source in held(place, {})]
    ['قتل ثلاثة.']
    """
    listed = [unread(place.name, place.path, place.fault)] if place.fault else read(place.path, place.name)
    return (_as_listed(source, manifest) for source in listed)


def beside(corpus: str | Path | Iterable[tuple[str, str]]) -> Beside:
    """The manifest, anchors and decisions that lie in a corpus folder; empty where there are none.

    Errors: ValueError, with the file and the row, for a table that cannot be read (see `sheets.lines`), a report that
    the manifest lists twice, and a sha256 that is none.

    >>> beside([("a", "نص")])
    Beside(manifest={}, anchors=[], folder=None, decisions=())
    """
    if not isinstance(corpus, str | Path):
        return Beside({}, [])
    folder = Path(corpus).expanduser()
    folder = folder.parent if folder.is_file() else folder
    listed = _table(folder / "manifest.csv", ("file",), "file")
    sheets.raise_for(folder / "manifest.csv", _manifest_faults(listed))
    anchors = _table(folder / "anchors.csv", ("date_low", "relation", "words"), None)
    decided = _table(folder / "decisions.csv", ("claim", "decision"), "claim")
    return Beside({line.row["file"]: line for line in listed}, anchors, folder, decided)


def word_lists(corpus: str | Path | Iterable[tuple[str, str]]) -> str | None:
    """The folder of word lists of a user's own that lies beside the reports; None where there is none.

    >>> word_lists([("a", "نص")]) is None
    True
    """
    if not isinstance(corpus, str | Path):
        return None
    root = Path(corpus).expanduser()
    folder = (root.parent if root.is_file() else root) / WORD_LISTS
    return str(folder) if folder.is_dir() else None


def failed(source: Source, error: Exception) -> Source:
    """The report, not read: the reader itself failed on it.

    >>> failed(Source("a", None, "", None, "نص", None), ValueError("no day")).problem
    "a: reading it failed (ValueError: no day). Its text is not at fault: tell the project's authors of it."
    """
    last = error.__traceback__
    while last and last.tb_next:
        last = last.tb_next
    place = f", {Path(last.tb_frame.f_code.co_filename).name} line {last.tb_lineno}" if last else ""
    told = f"{type(error).__name__}: {' '.join(str(error).split())[:MESSAGE]}{place}"
    return refused(source, f"reading it failed ({told}). Its text is not at fault: tell the project's authors of it.")


def _table(path: Path, needed: tuple[str, ...], key: str | None) -> list[sheets.Line]:
    listed = sheets.lines(path, needed, key) if path.is_file() else []
    return [sheets.Line(number, {column: cell.strip() for column, cell in row.items()}) for number, row in listed]


def _manifest_faults(listed: list[sheets.Line]) -> Iterator[tuple[int, str]]:
    first: dict[str, int] = {}
    for number, row in listed:
        if first.setdefault(row["file"], number) != number:
            yield number, f"lists {row['file']} again (see row {first[row['file']]}). Leave one row for it."
        if row.get("sha256") and not SHA256.fullmatch(row["sha256"]):
            yield number, f"sha256 {row['sha256']!r} is not 64 hexadecimal digits. Correct it or leave it empty."


def _from_pairs(pairs: Iterable[tuple[str, str]]) -> list[Source]:
    found: dict[str, Source] = {}
    for pair in pairs:
        if not (isinstance(pair, tuple | list) and [type(part) for part in pair] == [str, str]):
            raise TypeError(f"{pair!r:.60}: not a pair of texts. Give reports as (name, text).")
        name, text = pair
        if name in found:
            raise ValueError(f"Two reports are called {name!r}. Give each a name of its own.")
        found[name] = from_text(name, text)
    return list(found.values())


def _in_folder(root: Path) -> Iterator[Place]:
    """Every file below a folder that somebody put there, but the tables beside; one that cannot be opened too."""
    failed: list[OSError] = []
    for place, folders, files in os.walk(root, onerror=failed.append):
        if Path(place) == root and WORD_LISTS in folders:
            folders.remove(WORD_LISTS)
        folders[:] = sorted(name for name in folders if not (_is_of_a_system(name) or name.startswith(SET_ASIDE)))
        reports = [
            name for name in sorted(files) if not (_is_of_a_system(name) or name in RESERVED or _is_readme(name))
        ]
        for path in (Path(place, name) for name in folders + reports):
            fault = _fault_of_place(path, root)
            if fault or path.is_file():
                yield Place(path, escaped(path.relative_to(root).as_posix()), fault)
    for error in failed:
        path = Path(error.filename)
        fault = f"a folder that cannot be opened ({error.strerror}). Check its permissions."
        yield Place(path, escaped(path.relative_to(root).as_posix()), fault)


def _is_of_a_system(name: str) -> bool:
    """Whether a system or a program put it there unasked, or it is hidden."""
    return name.startswith((HIDDEN, OPEN_IN_WORD)) or name.lower() in OF_SYSTEMS


def _is_readme(name: str) -> bool:
    return name.upper().startswith("README")


def _fault_of_place(path: Path, root: Path) -> str | None:
    if path.is_symlink() and not path.is_file():
        return "a link to no report. Put the reports themselves here."
    if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
        return "a link that leads out of this folder, which is not followed. Put the report itself here."
    if path.is_dir():
        empty = path.suffix.lower() == ".txt" and os.access(path, os.R_OK) and not any(path.iterdir())
        return "an empty folder, no report. Put the report's text here as a file." if empty else None
    return None if path.is_file() else "neither a file nor a folder. Put the report's text here as a file."


def missing(name: str, line: sheets.Line) -> Source:
    """A report that the manifest lists and that is not there.

    >>> missing("a.txt", sheets.Line(2, {})).problem
    'a.txt: listed in manifest.csv (row 2), but there is no such report. Put it there or take the row away.'
    """
    if _leads_out(name):
        told = f"listed in manifest.csv (row {line.number}) by a path that leads out of this folder"
        return unread(name, None, f"{told}, which is not followed. Put the report here and write its name.")
    told = f"listed in manifest.csv (row {line.number}), but there is no such report"
    return unread(name, None, f"{told}. Put it there or take the row away.")


def _leads_out(name: str) -> bool:
    """Whether a name is an absolute path or climbs, by the rules of either family of systems."""
    return any(way(name).is_absolute() or ".." in way(name).parts for way in (PurePosixPath, PureWindowsPath))


def _as_listed(source: Source, manifest: dict[str, sheets.Line]) -> Source:
    """The report with what the manifest states of it, or of its file, and a problem if its bytes are other ones."""
    line = manifest.get(source.report) or manifest.get(source.file or "")
    if line is None:
        return source
    stated = source.stated._replace(
        outlet=line.row.get("outlet") or source.stated.outlet, url=line.row.get("url") or source.stated.url
    )
    source, listed = source._replace(stated=stated), line.row.get("sha256", "").lower()
    if source.problem or listed in ("", source.sha256):
        return source
    told = f"its bytes are not those of manifest.csv (row {line.number}): the file was changed"
    return source._replace(problem=f"{source.report}: {told}. Read as it is now: compare it with the original.")
