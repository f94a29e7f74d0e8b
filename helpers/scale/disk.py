"""A database on disk for what need not fit into memory: rows go in and come out some at a time.

DuckDB sorts and joins with little memory and lays down the rest in a file.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import duckdb
import pyarrow

PREFIX = ".counting-"
MEMORY = "256MB"  # for sorting and joining; what is more lies on disk
AT_ONCE = 20_000  # rows
DAYS = {"window_low", "window_high", "known_by"}
NUMBERS = {"low", "best", "high"}
COUNTS = {"number_start", "step", "rank", "later", "earlier"}

Thing = TypeVar("Thing")


@contextmanager
def database(folder: Path | None) -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty database in a file of its own, which goes with it; without a folder, where the system keeps such files.

    Errors: OSError where there is no more room on the disk, or files are not what they should be.
    """
    try:
        with _opened(folder) as database:
            yield database
    except duckdb.Error as error:
        raise OSError(f"{error}".splitlines()[0]) from error


@contextmanager
def _opened(folder: Path | None) -> Iterator[duckdb.DuckDBPyConnection]:
    with TemporaryDirectory(prefix=PREFIX, dir=folder) as place:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": MEMORY,
            "temp_directory": place,
            "preserve_insertion_order": False,
            "autoinstall_known_extensions": False,
        }
        with duckdb.connect(str(Path(place, "all.duckdb")), config=settings) as database:
            yield database


def files(folder: str | Path, frame: str) -> str:
    """The files of a frame, as SQL.

    >>> files("out", "items")
    "'out/items/*.parquet'"
    """
    return "'" + str(Path(folder, frame, "*.parquet")).replace("'", "''") + "'"


def rows(
    database: duckdb.DuckDBPyConnection, query: str, values: dict[str, int] | None = None
) -> Iterator[tuple[Any, ...]]:
    """The rows of a query with these values in it; some at a time are in memory."""
    for some in database.cursor().sql(query, params=values).to_arrow_reader(AT_ONCE // 10):
        yield from zip(*(_shared(column.to_pylist()) for column in some.columns), strict=True)


def _shared(values: list[Any]) -> list[Any]:
    """The values, equal ones one object: what a hundred thousand rows repeat is held once."""
    known: dict[Any, Any] = {}
    return [known.setdefault(value, value) for value in values]


def insert(database: duckdb.DuckDBPyConnection, table: str, rows: pyarrow.Table) -> None:
    """Adds rows to a table, which the first rows make.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder, database(Path(folder)) as base:
    ...     insert(base, "told", pyarrow.table({"n": [3, 38]}))
    ...     print(list(rows(base, "SELECT n FROM told ORDER BY n DESC")))
    [(38,), (3,)]
    """
    cursor = database.cursor()
    cursor.register("rows", rows)
    cursor.execute(f"CREATE TABLE IF NOT EXISTS {table} AS SELECT * FROM rows LIMIT 0")
    cursor.execute(f"INSERT INTO {table} SELECT * FROM rows")
    cursor.unregister("rows")


def chunks(rows: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    """The things in lists of so many, the last of the rest.

    >>> list(chunks("abc", 2))
    [['a', 'b'], ['c']]
    """
    rows = iter(rows)
    return iter(lambda: list(islice(rows, size)), [])


def of_rows(columns: Iterable[str], rows: Iterable[tuple[object, ...]]) -> pyarrow.Table:
    """Rows as a table; days, numbers and counts have dtypes of their own, everything else is a string.

    >>> of_rows(["report", "low"], [("a", 3.0), ("b", None)]).to_pylist()
    [{'report': 'a', 'low': 3.0}, {'report': 'b', 'low': None}]
    """
    columns = list(columns)
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    return pyarrow.table(
        {name: pyarrow.array(column, _type(name)) for name, column in zip(columns, values, strict=True)}
    )


def _type(column: str) -> pyarrow.DataType:
    if column in DAYS:
        return pyarrow.date32()
    if column in NUMBERS:
        return pyarrow.float64()
    if column == "dated":
        return pyarrow.bool_()
    return pyarrow.int64() if column in COUNTS else pyarrow.string()
