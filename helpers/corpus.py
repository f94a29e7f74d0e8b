"""Where reports come from: a folder, one file, or (name, text) pairs, with the tables that may lie beside them.

A report that cannot be read is listed with its problem and what to do about it; the good ones beside it are read. A
table that says something impossible ends the run instead: what a person states is put right, never passed over.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from helpers import sheets
from helpers.text import is_reversed

RESERVED = {"manifest.csv", "anchors.csv", "decisions.csv"}
TEXT_SUFFIXES = {".txt", ""}
MESSAGE = 200
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
CONTROL = re.compile("[\0-\x08\x0e-\x1f]")
HALF_LETTER = re.compile("[\ud800-\udfff]")
SHA256 = re.compile("[0-9a-fA-F]{64}")


class Source(NamedTuple):
    """A report as found: its name in the corpus, where it lies, its bytes' sum, its text, and what is wrong with it.

    `readable` tells whether it can be read all the same: bytes that are not those of the manifest are still a report.
    """

    report: str
    path: str | None
    sha256: str
    encoding: str | None
    text: str
    problem: str | None
    readable: bool = True


class Beside(NamedTuple):
    """The tables beside the reports: the manifest by file name, dated public events, and what a person decided."""

    manifest: dict[str, sheets.Line]
    anchors: list[sheets.Line]
    folder: Path | None = None
    decisions: Sequence[sheets.Line] = ()


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
    if not isinstance(corpus, str | Path):
        return _from_pairs(corpus)
    root = Path(corpus).expanduser()
    if not root.exists():
        raise FileNotFoundError(f"{root}: no such file or folder. Give a folder of .txt reports, or one report.")
    if root.is_file():
        return [_as_listed(_read(root, _name(root.name)), manifest or {})]
    found = sorted(_in_folder(root), key=lambda source: source.report)
    if not found:
        raise ValueError(f"{root}: this folder holds no reports. Put them there as UTF-8 .txt files.")
    present = {source.report for source in found}
    missing = [_missing(name, line) for name, line in (manifest or {}).items() if name not in present]
    return [_as_listed(source, manifest or {}) for source in found] + missing


def beside(corpus: str | Path | Iterable) -> Beside:
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
    return _refused(source, f"reading it failed ({told}). Its text is not at fault: tell the project's authors of it.")


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
        data = text.encode("utf-8", "surrogatepass")
        found[name] = _checked(Source(name, None, hashlib.sha256(data).hexdigest(), None, text, None))
    return list(found.values())


def _in_folder(root: Path) -> Iterator[Source]:
    """Every file below a folder but hidden ones and the tables beside; what cannot be opened is not passed over."""
    failed: list[OSError] = []
    for place, folders, files in os.walk(root, onerror=failed.append):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        reports = [name for name in files if not (name.startswith(".") or name in RESERVED or _is_readme(name))]
        for path in (Path(place, name) for name in folders + reports):
            if fault := _fault_of_place(path):
                yield _unread(_name(path.relative_to(root).as_posix()), path, fault)
            elif path.is_file():
                yield _read(path, _name(path.relative_to(root).as_posix()))
    for error in failed:
        path = Path(error.filename)
        fault = f"a folder that cannot be opened ({error.strerror}). Check its permissions."
        yield _unread(_name(path.relative_to(root).as_posix()), path, fault)


def _is_readme(name: str) -> bool:
    return name.upper().startswith("README")


def _fault_of_place(path: Path) -> str | None:
    if path.is_symlink() and not path.is_file():
        return "a link to no report. Put the reports themselves here."
    if path.is_dir():
        empty = path.suffix.lower() == ".txt" and os.access(path, os.R_OK) and not any(path.iterdir())
        return "an empty folder, no report. Put the report's text here as a file." if empty else None
    return None if path.is_file() else "neither a file nor a folder. Put the report's text here as a file."


def _name(path: str) -> str:
    """A path as the name of a report; bytes of a file name that are no letters are written as escapes."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _unread(name: str, path: Path | None, fault: str) -> Source:
    return Source(name, path and _name(path.as_posix()), "", None, "", f"{name}: {fault}", False)


def _missing(name: str, line: sheets.Line) -> Source:
    fault = (
        f"listed in manifest.csv (row {line.number}), but there is no such report. Put it there or take the row away."
    )
    return _unread(name, None, fault)


def _as_listed(source: Source, manifest: dict[str, sheets.Line]) -> Source:
    """The report, with a problem if its bytes are not those that the manifest sums up; it is read all the same."""
    listed = manifest[source.report].row.get("sha256", "").lower() if source.report in manifest else ""
    if source.problem or listed in ("", source.sha256):
        return source
    told = f"its bytes are not those of manifest.csv (row {manifest[source.report].number}): the file was changed"
    return source._replace(problem=f"{source.report}: {told}. Read as it is now: compare it with the original.")


def _read(path: Path, name: str) -> Source:
    try:
        data = path.read_bytes()
    except OSError as error:
        return _unread(name, path, f"cannot be opened ({error.strerror}). Check its permissions.")
    source = Source(name, _name(path.as_posix()), hashlib.sha256(data).hexdigest(), None, "", None)
    if path.suffix.lower() not in TEXT_SUFFIXES:
        return _refused(source, "not a .txt file. Save its text as a UTF-8 .txt file.")
    if data.startswith(UTF_16):
        return _refused(source, "saved as UTF-16. Save it again as UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            return _refused(source, "not a text file. Save its text as a UTF-8 .txt file.")
        return _refused(source, f"not UTF-8 (byte {error.start} is no letter). Save it again as UTF-8.")
    return _checked(source._replace(encoding="utf-8", text=text))


def _checked(source: Source) -> Source:
    if not source.text.strip():
        return _refused(source, "empty. Put the report's text in it or take it away.")
    if strange := CONTROL.search(source.text) or HALF_LETTER.search(source.text):
        sign = f"U+{ord(strange[0]):04X} at character {strange.start()} is no letter"
        return _refused(source, f"not a text file ({sign}). Save its text as a UTF-8 .txt file.")
    if not ARABIC_LETTER.search(source.text):
        return _refused(source, "holds no Arabic. Only Arabic reports are read: take it away.")
    if is_reversed(source.text):
        return _refused(
            source, "its letters stand in reverse order, as PDF files give them. Type or fetch its text anew."
        )
    return source


def _refused(source: Source, fault: str) -> Source:
    return source._replace(problem=f"{source.report}: {fault}", readable=False)
