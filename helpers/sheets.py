"""Tables that a person keeps as CSV: rows with their line numbers, and messages that name the file and the row."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROWS_TOLD = 5
BEYOND = ""
DELIMITERS, LONGEST_HEADER = ",;\t", 10_000
Row = dict[str, str]


class Line(NamedTuple):
    """A row of a table and the line of the file that it ends on, as editors count: the header is line 1."""

    number: int
    row: Row


def lines(path: Path, needed: Iterable[str] = (), key: str | None = None) -> list[Line]:
    """The rows of a UTF-8 CSV file, blank rows left out; columns are named in lower case, cells are as written.

    Errors: ValueError, with the file and the row, for another encoding, a column of `needed` or a cell of `key` that
    is missing, a column named twice, and a row with more cells than columns.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.csv").write_text("Form,note\\nعشرات,\\n", encoding="utf-8")
    ...     lines(Path(folder, "a.csv"), ["form"])
    [Line(number=2, row={'form': 'عشرات', 'note': ''})]
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(
            f"{path}: not UTF-8 (byte {error.start} is no letter). Save it again as CSV in UTF-8."
        ) from None
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True, delimiter=_delimiter(text))
    try:
        reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
        _check_columns(path, reader.fieldnames, needed)
        listed = list(_filled(reader))
    except csv.Error as error:
        raise ValueError(f"{path}, row {reader.line_num}: no CSV ({error}). Save it again as CSV in UTF-8.") from None
    raise_for(path, _cell_faults(listed, key))
    return listed


def cells(path: Path) -> list[list[str]]:
    """Every row of a UTF-8 CSV file that `lines` can read, the first one and blank ones among them, as written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.csv").write_text("form\\nعشرات\\n", encoding="utf-8")
    ...     cells(Path(folder, "a.csv"))
    [['form'], ['عشرات']]
    """
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=_delimiter(text)))


def table(rows: Iterable[Iterable[str]]) -> bytes:
    """Rows of cells as a CSV file that spreadsheets open too: UTF-8 with its mark, lines ended by a line feed.

    >>> table([["a", "b"], ["1,5", ""]])[3:]
    b'a,b\\n"1,5",\\n'
    """
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def raise_for(path: Path | str, faults: Iterable[tuple[int, str]]) -> None:
    """Raise one ValueError that names the file and tells the faults by their rows; nothing where there are none.

    >>> raise_for("manifest.csv", [(2, "no day. Write 2019-01-25.")])
    Traceback (most recent call last):
    ValueError: manifest.csv, row 2: no day. Write 2019-01-25.
    """
    faults = list(faults)
    told = [f"{path}, row {number}: {fault}" for number, fault in faults[:ROWS_TOLD]]
    more = [f"{path}: and {len(faults) - ROWS_TOLD} more rows like these."] if len(faults) > ROWS_TOLD else []
    if told:
        raise ValueError("\n".join(told + more))


def _delimiter(text: str) -> str:
    """What parts the columns: spreadsheets of many countries save CSV with semicolons. No column's name holds one."""
    first, *_ = text[:LONGEST_HEADER].splitlines() or [""]
    return max(DELIMITERS, key=first.count)


def _check_columns(path: Path, columns: list[str], needed: Iterable[str]) -> None:
    for column in needed:
        if column not in columns:
            raise ValueError(
                f"{path}: has no column {column!r} (its first row names {', '.join(columns) or 'none'}). "
                "Name the columns in the first row, parted by commas or semicolons."
            )
    if twice := {name for name in columns if name and columns.count(name) > 1}:
        raise ValueError(f"{path}: has two columns {sorted(twice)[0]!r}. Leave one.")


def _filled(reader: "csv.DictReader[str]") -> Iterator[Line]:
    """The rows with something in them; what stands beyond the last column is joined under BEYOND."""
    for row in reader:
        beyond = "".join(row.pop(None, None) or ()).strip()
        cells = {key: value or "" for key, value in row.items() if key}
        if beyond or any(map(str.strip, cells.values())):
            yield Line(reader.line_num, cells | ({BEYOND: beyond} if beyond else {}))


def _cell_faults(listed: Iterable[Line], key: str | None) -> Iterator[tuple[int, str]]:
    for number, row in listed:
        if BEYOND in row:
            yield number, 'has more cells than there are columns. Put a cell that holds a comma between "quotes".'
        elif key and not row.get(key, "").strip():
            yield number, f"has nothing in its column {key!r}. Fill it or take the row away."
