"""One file as the reports in it: what kind it is, what it holds, and whether that is a report."""

import hashlib
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from helpers import table_files
from helpers.decoding import decoded
from helpers.extracted import Extracted, Stated, Unreadable
from helpers.stated import from_manifest
from helpers.text import is_reversed

PLAIN = {".txt", ""}
READERS = {
    ".html": "web_pages",
    ".htm": "web_pages",
    ".xhtml": "web_pages",
    ".docx": "word_files",
    ".pdf": "pdf_files",
}  # the modules, each of which imports a heavy library when it meets such a file
TABLES = {".csv", ".tsv", ".jsonl", ".ndjson", ".parquet"}
KINDS = ".txt, .html, .docx, .pdf, .csv, .jsonl or .parquet"
LARGEST = 64 * 2**20  # bytes of a file that is one report
MESSAGE = 200
ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
CONTROL = re.compile("[\0-\x08\x0e-\x1f]")
MOMENT = re.compile(r"(?<=^\d{4}-\d\d-\d\d)[T ][\d:.,]+ ?(?:Z|UTC|[+-]\d\d:?\d\d)?$")  # the hour after an ISO day
HALF_LETTER = re.compile("[\ud800-\udfff]")


class Source(NamedTuple):
    """A report as found: its name in the corpus, where it lies, its bytes' sum, its text, and what is wrong with it.

    `readable` tells whether it can be read all the same: bytes that are not those of the manifest are still a report.
    `file` is the name of the file that holds it: a table holds many. `stated` is what file or manifest say of it.
    """

    report: str
    path: str | None
    sha256: str
    encoding: str | None
    text: str
    problem: str | None
    readable: bool = True
    file: str | None = None
    stated: Stated = Stated()
    unopened: bool = False  # as a drive that was away may have brought about


def read(path: Path, name: str) -> Iterator[Source]:
    """The reports in a file that is called `name` in its corpus: one, or those of a table, `#n` added for its n-th row.

    What holds no report is one Source with its problem; nothing is raised.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.txt").write_text("قتل ثلاثة.", encoding="utf-8")
    ...     [source.text for source in read(Path(folder, "a.txt"), "a.txt")]
    ['قتل ثلاثة.']
    """
    place = escaped(path.as_posix())
    try:
        if path.suffix.lower() not in TABLES:
            yield _one(path, Source(name, place, "", None, "", None, file=name))
            return
        with path.open("rb") as file:
            table = Source(name, place, hashlib.file_digest(file, "sha256").hexdigest(), None, "", None, file=name)
        yield from _of_table(path, table)
    except OSError as error:
        fault = f"cannot be opened ({error.strerror}). Check its permissions."
        yield unread(name, path, fault)._replace(unopened=True)


def from_text(name: str, text: str) -> Source:
    """A text that is given, as a report.

    >>> from_text("a", "Three were killed.").problem
    'a: holds no Arabic. Only Arabic reports are read: take it away.'
    """
    data = text.encode("utf-8", "surrogatepass")
    return _checked(Source(name, None, hashlib.sha256(data).hexdigest(), None, text, None))


def unread(name: str, path: Path | None, fault: str) -> Source:
    """A report that is not there or cannot be opened, with its problem.

    >>> unread("a.txt", None, "is not there.").problem
    'a.txt: is not there.'
    """
    place = None if path is None else escaped(path.as_posix())
    return Source(name, place, "", None, "", f"{name}: {fault}", False, name)


def refused(source: Source, fault: str) -> Source:
    """The report with its problem, not to be read.

    >>> refused(unread("a.txt", None, ""), "holds no words.").problem
    'a.txt: holds no words.'
    """
    return source._replace(problem=f"{source.report}: {fault}", readable=False)


def escaped(path: str) -> str:
    """A path as text; bytes of a file name that are no letters are written as escapes.

    >>> escaped("تقرير\\udcff.txt")
    'تقرير\\\\xff.txt'
    """
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _one(path: Path, source: Source) -> Source:
    """The file as one report."""
    suffix = path.suffix.lower()
    if suffix not in PLAIN | set(READERS):
        return refused(_summed(source, path), f"not a kind of file that is read. Save its text as {KINDS}.")
    if path.stat().st_size > LARGEST:
        return refused(
            source, f"larger than {LARGEST // 2**20} MB: no report. Save its articles as files of their own."
        )
    data = path.read_bytes()
    source = source._replace(sha256=hashlib.sha256(data).hexdigest())
    try:
        return _filled(source, _reader(suffix)(data))
    except Unreadable as error:
        return refused(source, str(error))
    except Exception as error:  # a broken file may bring about anything in a library: it is one report that is not read
        return refused(source, f"its text could not be taken out ({_told(error)}). Save its text as a UTF-8 .txt file.")


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())[:MESSAGE]}"


def _reader(suffix: str) -> Callable[[bytes], Extracted]:
    return import_module(f"helpers.{READERS[suffix]}").extracted if suffix in READERS else _plain


def _plain(data: bytes) -> Extracted:
    return Extracted(*decoded(data))


def _summed(source: Source, path: Path) -> Source:
    with path.open("rb") as file:
        return source._replace(sha256=hashlib.file_digest(file, "sha256").hexdigest())


def _of_table(path: Path, table: Source) -> Iterator[Source]:
    held = False
    try:
        for number, extracted, fault in table_files.rows(path):
            held = True
            row = table._replace(report=f"{table.report}#{number}")
            yield _filled(row, extracted) if extracted else refused(row, fault or "")
    except Unreadable as error:
        yield refused(table, str(error))
        held = True
    except (ArithmeticError, LookupError, RuntimeError, TypeError, ValueError, MemoryError) as error:  # see `_one`
        yield refused(table, f"its rows could not be read from here on ({_told(error)}). Write it again.")
        held = True
    if not held:
        yield refused(table, "a table without rows. Put a report in each row or take it away.")


def _filled(source: Source, extracted: Extracted) -> Source:
    text, encoding, stated = extracted
    return _with_day(_checked(source._replace(text=text, encoding=encoding, stated=stated)))


def _with_day(source: Source) -> Source:
    """The report with the day that its column or page states; what is no day is told, and the report read without."""
    published = source.stated.published or ""
    day = MOMENT.sub("", published)
    try:
        from_manifest(day)
    except ValueError as error:
        told = source.problem or f"{source.report}: published: {error} Read as a report that states no day."
        return source._replace(stated=source.stated._replace(published=None), problem=told)
    return source._replace(stated=source.stated._replace(published=day or None))


def _checked(source: Source) -> Source:
    if not source.text.strip():
        return refused(source, "empty. Put the report's text in it or take it away.")
    if strange := CONTROL.search(source.text) or HALF_LETTER.search(source.text):
        sign, place = f"U+{ord(strange[0]):04X}", strange.start()
        fault = f"not a text file ({sign} at character {place} is no letter). Save its text as a UTF-8 .txt file."
        return refused(source, fault)
    if not ARABIC_LETTER.search(source.text):
        return refused(source, "holds no Arabic. Only Arabic reports are read: take it away.")
    if is_reversed(source.text):
        return refused(
            source, "its letters stand in reverse order, as PDF files give them. Type or fetch its text anew."
        )
    return source
