"""The files of a data set: a folder for each frame, a file in it for each batch, each written whole or not at all."""

import os
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from uuid import uuid4

import pandas as pd
import pyarrow
from pyarrow import parquet

from helpers import schema

LAST = "reports"  # written after the others: where it lies, the batch is done
KEPT_BACK = {"reports": ["path"]}  # where reports lie on the machine that read them: it may tell who did
PART = re.compile(r"(?:\d{6}-)?[0-9a-f]{16}\.parquet")  # up to version 0.2.0 a number came first


def path_of(folder: Path, frame: str, name: str) -> Path:
    """Where a batch's rows of a frame lie.

    >>> path_of(Path("out"), "claims", "a").as_posix()
    'out/claims/a.parquet'
    """
    return folder / frame / f"{name}.parquet"


def is_done(folder: Path, name: str) -> bool:
    """Whether a batch was read to its end.

    >>> is_done(Path("no such folder"), "a")
    False
    """
    return path_of(folder, LAST, name).exists()


def write(folder: Path, name: str, frames: dict[str, pd.DataFrame]) -> None:
    """Writes a batch's frames.

    >>> from tempfile import TemporaryDirectory
    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل ثلاثة.")])
    >>> with TemporaryDirectory() as folder:
    ...     write(Path(folder), "first", {"claims": corpus.claims, "reports": corpus.reports})
    ...     is_done(Path(folder), "first")
    True
    """
    for frame in sorted(frames, key=lambda frame: frame == LAST):
        table = as_table(frame, frames[frame])
        write_tables(path_of(folder, frame, name), table.schema, [table])


def write_tables(path: Path, columns: pyarrow.Schema, tables: Iterable[pyarrow.Table]) -> None:
    """Writes tables of one schema as one file, in one step when all are there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    begun = path.with_name(f".{path.name}.{uuid4().hex}.part")  # programs on two machines may have one number
    try:
        with parquet.ParquetWriter(begun, columns) as file:
            for table in tables:
                file.write_table(table)
        with begun.open("rb+") as file:
            os.fsync(file.fileno())
        begun.replace(path)
    finally:
        begun.unlink(missing_ok=True)


def as_table(frame: str, rows: pd.DataFrame) -> pyarrow.Table:
    """The rows of a frame as they are written.

    >>> from helpers import parse
    >>> as_table("claims", parse([("a", "قتل ثلاثة.")]).claims).num_rows
    1
    """
    rows = rows.drop(columns=KEPT_BACK.get(frame, []))
    return pyarrow.Table.from_pandas(rows, preserve_index=False).replace_schema_metadata(None)


def read(folder: Path, frame: str, name: str) -> pd.DataFrame:
    """A batch's rows of a frame, with the dtypes of the schema.

    >>> from tempfile import TemporaryDirectory
    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل ثلاثة.")])
    >>> with TemporaryDirectory() as folder:
    ...     write(Path(folder), "first", {"claims": corpus.claims})
    ...     read(Path(folder), "claims", "first")["quote"].tolist()
    ['قتل ثلاثة']
    """
    known = pd.read_parquet(path_of(folder, frame, name))
    return known.astype({column: dtype for column, dtype in schema.FRAMES[frame].items() if column in known})


def listed(folder: Path, frame: str) -> list[str]:
    """The names of the files of a frame, in their order.

    >>> from tempfile import TemporaryDirectory
    >>> from helpers import parse
    >>> first, second, claims = "0" * 16, "1" * 16, parse([("a", "قتل ثلاثة.")]).claims
    >>> with TemporaryDirectory() as folder:
    ...     for name in (first, second):
    ...         write(Path(folder), name, {"claims": claims})
    ...     clear(Path(folder), {second})
    ...     listed(Path(folder), "claims")
    ['1111111111111111']
    """
    return sorted(path.stem for path in _files(folder / frame))


def clear(folder: Path, names: Collection[str]) -> None:
    """Takes away the files of batches that are no more."""
    for frame in schema.FRAMES:
        for path in _files(folder / frame):
            if path.stem not in names:
                path.unlink(missing_ok=True)


def clear_begun(folder: Path) -> None:
    """Takes away what a run that broke off has left half written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as place:
    ...     half = path_of(Path(place), "claims", ".a.part").with_suffix("")
    ...     half.parent.mkdir()
    ...     half.touch()
    ...     clear_begun(Path(place))
    ...     half.exists()
    False
    """
    for path in folder.glob("*/.*.part"):
        path.unlink(missing_ok=True)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.glob("*.parquet") if PART.fullmatch(path.name))
