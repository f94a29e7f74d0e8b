"""Tables whose rows are reports: .csv, .jsonl and .parquet with a column `text`, read row by row.

A table of any length is read in little memory. Columns `title`, `outlet`, `url` and `published` are used where they are
there; others are left alone.
"""

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from helpers.decoding import MARKS, decoded
from helpers.extracted import Extracted, Stated, Unreadable, under_title

NEEDED, STATED = "text", ("title", "outlet", "url", "published")
SAMPLE = 2**20  # bytes by which a table's encoding is told
LONGEST_LINE = 64 * 2**20  # bytes; a longer row is no report
LONGEST_CELL = 16 * 2**20  # characters
ROWS_AT_ONCE = 64
DELIMITERS = ",;\t|"
UTF_8 = "utf-8"
BYTE_ORDER_MARKS = tuple(mark for mark, _ in MARKS)
Cells = dict[str, object]


class Row(NamedTuple):
    """A row of a table, counted from 1: the report in it, or why it holds none."""

    number: int
    extracted: Extracted | None
    fault: str | None


def rows(path: Path) -> Iterator[Row]:
    """The reports of a table, one a row; a row that holds none says why, and the rows after it are read.

    Errors: Unreadable for a file that is no table, has no column `text`, or breaks off.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.csv").write_text("text\\nقتل ثلاثة.\\n", encoding="utf-8")
    ...     [(row.number, row.fault) for row in rows(Path(folder, "a.csv"))]
    [(1, None)]
    """
    suffix = path.suffix.lower()
    read = {".parquet": _parquet, ".csv": _csv, ".tsv": _csv}.get(suffix, _jsonl)
    for number, (cells, encoding) in enumerate(read(path), 1):
        try:
            if isinstance(cells, Unreadable):
                raise cells
            yield Row(number, _report(cells, f"{suffix[1:]}, {encoding}" if encoding else suffix[1:]), None)
        except Unreadable as error:
            yield Row(number, None, str(error))


def _report(cells: Cells, encoding: str) -> Extracted:
    cells = {str(name).strip().lower(): value for name, value in cells.items()}
    text = cells.get(NEEDED)
    if not isinstance(text, str) or not text.strip():
        raise Unreadable("this row has no text. Fill its column 'text' or take the row away.")
    if len(text) > LONGEST_CELL:
        raise Unreadable(f"this row has {len(text):,} characters: no report. Give its articles rows of their own.")
    title, outlet, url, published = (_cell(cells.get(name)) for name in STATED)
    return Extracted(under_title(title, text), encoding, Stated(outlet, url, published, "column"))


def _cell(value: object) -> str | None:
    """A cell as text; a moment gives its day."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value == value else None
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip() or None if isinstance(value, str | int) else None


def _check_columns(names: Iterable[object]) -> None:
    named = [str(name).strip() for name in names]
    if NEEDED not in map(str.lower, named):
        raise Unreadable(
            f"a table without a column 'text' (it has {', '.join(named[:8]) or 'none'}). Name the column that holds "
            "the reports 'text', or take the table away."
        )
    lower = list(map(str.lower, named))
    for name in (name for name in (NEEDED, *STATED) if lower.count(name) > 1):
        raise Unreadable(f"a table with two columns '{name}'. Leave one.")


def _csv(path: Path) -> Iterator[tuple[Cells | Unreadable, str]]:
    encoding, mark = _encoding(path)
    longest = csv.field_size_limit(LONGEST_CELL)
    try:
        with path.open(encoding=encoding, newline="") as file:
            file.read(mark)
            first = file.readline(SAMPLE)
            delimiter = max(DELIMITERS, key=first.count)
            names = next(csv.reader([first], delimiter=delimiter), [])
            _check_columns(names)
            for cells in csv.reader(file, delimiter=delimiter, strict=True):
                if len(cells) > len(names):
                    yield Unreadable("this row has more cells than there are columns. Quote what holds a comma."), ""
                elif cells:
                    yield dict(zip(names, cells, strict=False)), encoding
    except csv.Error as error:
        raise Unreadable(f"no table from here on ({error}). Save it again as CSV in UTF-8.") from None
    except UnicodeDecodeError:
        raise Unreadable(f"not {encoding} throughout. Save it again as CSV in UTF-8.") from None
    finally:
        csv.field_size_limit(longest)


def _encoding(path: Path) -> tuple[str, int]:
    """The encoding of a table by its beginning, and how many characters of a byte order mark to pass over."""
    with path.open("rb") as file:
        begins = file.read(SAMPLE)
    whole = begins if len(begins) < SAMPLE or b"\0" in begins else begins[: begins.rfind(b"\n") + 1]
    return decoded(whole)[1], int(begins.startswith(BYTE_ORDER_MARKS))


def _jsonl(path: Path) -> Iterator[tuple[Cells | Unreadable, str]]:
    encoding, mark = _encoding_of_lines(path)
    try:
        with path.open(encoding=encoding, errors="surrogateescape", newline="\n") as file:
            file.read(mark)
            while line := file.readline(LONGEST_LINE + 1):
                if len(line) > LONGEST_LINE:
                    raise Unreadable("a line far longer than a report can be. Write one report a line.")
                if line.strip():
                    yield _json(line), encoding
    except UnicodeDecodeError:
        raise Unreadable(f"not {encoding} throughout. Write one UTF-8 object a line.") from None


def _encoding_of_lines(path: Path) -> tuple[str, int]:
    """As `_encoding`; a line in UTF-8 that is more than ASCII, which chance hardly makes, is enough to tell it."""
    with path.open("rb") as file:
        begins = file.read(SAMPLE)
    if b"\0" not in begins and any(not line.isascii() and _is_utf_8(line) for line in begins.splitlines()):
        return UTF_8, int(begins.startswith(BYTE_ORDER_MARKS))
    return _encoding(path)


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _json(line: str) -> Cells | Unreadable:
    try:
        line.encode()  # what is no letter of the encoding was kept as half a letter, which no file can hold
        cells = json.loads(line)
        if not isinstance(cells, dict):
            return Unreadable("this line is no JSON object. Write {...} with a key 'text'.")
        return cells
    except UnicodeEncodeError:
        return Unreadable("this line holds bytes that are no letters. Write one UTF-8 object a line.")
    except (ValueError, RecursionError) as error:
        return Unreadable(f"this line is no JSON ({type(error).__name__}). Write one UTF-8 object a line.")


def _parquet(path: Path) -> Iterator[tuple[Cells, str]]:
    import pyarrow  # a heavy library: for such a table alone
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(path) as file:
            _check_columns(file.schema_arrow.names)
            wanted = [name for name in file.schema_arrow.names if name.strip().lower() in (NEEDED, *STATED)]
            for batch in file.iter_batches(ROWS_AT_ONCE, columns=wanted):
                yield from ((cells, "") for cells in batch.to_pylist())
    except (pyarrow.ArrowException, OSError) as error:
        told = " ".join(str(error).split())[:80]
        raise Unreadable(f"no Parquet file that can be read ({told}). Write it again.") from None
