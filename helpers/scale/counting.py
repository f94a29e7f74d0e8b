"""Items and sums of a data set that need not fit into memory: DuckDB sorts and joins on disk, `items` says what is one.

Claims of one number and kind come together and are made groups; then the groups come in the order of their days, kind
by kind, and each meets those that are near (see `matters.near`). So at any time memory holds the claims of one number
and kind, and some matters beside one another.
"""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, TypeVar

import duckdb
import pandas as pd
import pyarrow
from pyarrow.parquet import ParquetFile

from helpers import corpus as _corpus
from helpers import decisions, given, schema
from helpers import items as _items
from helpers.assemble import parties
from helpers.grouping import groups
from helpers.lexicon import Lexicon, load
from helpers.matters import LEAVING, NOT_COMPARED, Told, near, pile_key, relation, said_key, same_number
from helpers.roles import allies
from helpers.scale import parts
from helpers.sheets import Row
from helpers.tables.tally import STOCKS
from helpers.triggers import TOLLS

MEMORY = "256MB"  # for sorting and joining; what is more lies on disk
AT_ONCE = 20_000  # rows
EMPTY = parts.as_table("items", schema.frame("items", []))
DAYS = {"window_low", "window_high", "known_by"}
NUMBERS = {"low", "best", "high"}
PLAIN = [field for field in Told._fields if field != "window"]
COLUMNS = [*PLAIN, "window_low", "window_high", "said", "pile"]
TALLIES = """
    WITH ties AS (
        SELECT id, measure, subject_group, split_part(tie, ':', 1) AS kind, substr(tie, strpos(tie, ':') + 1) AS other
        FROM (SELECT *, unnest(string_split(relations, ' ')) AS tie FROM items WHERE relations IS NOT NULL)
    ), refused AS (
        SELECT id FROM items WHERE list_contains(?, measure)
        UNION SELECT id FROM ties
        UNION SELECT items.id FROM ties JOIN items ON items.id = ties.other AND ties.kind <> 'part_of'
            AND items.measure = ties.measure AND items.subject_group IS NOT DISTINCT FROM ties.subject_group
    )
    SELECT items.measure, items.subject_group, count(*) AS items, count(*) FILTER (added) AS added,
        sum(wording_low) FILTER (added) AS low,
        CASE WHEN count(wording_high) FILTER (added) = count(*) FILTER (added)
            THEN sum(wording_high) FILTER (added) END AS high
    FROM (SELECT *, id NOT IN (SELECT id FROM refused) AS added FROM items) AS items
    GROUP BY ALL ORDER BY ALL
"""
WHOLE = """
    SELECT made.* REPLACE (
        CASE WHEN made.id IN (SELECT unnest([later, earlier]) FROM ties WHERE kind = 'contested')
            THEN 'contested' ELSE grade END AS grade,
        listed.relations AS relations
    )
    FROM made JOIN heads ON heads.item = made.id LEFT JOIN (
        SELECT later, string_agg(kind || ':' || earlier, ' ' ORDER BY step, report, number_start) AS relations
        FROM ties GROUP BY later
    ) AS listed ON listed.later = made.id
    ORDER BY heads.report, heads.number_start
"""
PARTS = """
    INSERT INTO ties SELECT members.item, 'part_of', whole.item, 0, told.report, told.number_start
    FROM told JOIN members ON members.claim = told.id JOIN members AS whole ON whole.claim = told.part_of
    WHERE members.item <> whole.item
"""

Streamed = tuple[str, Told, tuple[str, ...]]  # what is said, the claim, and the pile with what else is told of it
Thing = TypeVar("Thing")


class Matter(Told):
    """A claim that stands for its item, whose id goes with it: how long it is remembered is left to `near`."""

    item: str


class Tie(NamedTuple):
    """How an item stands to one told before it, and where that is told."""

    later: str
    kind: str
    earlier: str
    step: int
    report: str
    number_start: int


def items(folder: str | Path, corpus: str | Path | None = None, lexicons: str | None = None) -> int:
    """Makes the items of a data set and says how many; also what became of the decisions beside its corpus.

    They are those that `helpers.parse` makes of the same reports. Nothing is done where they are made already.
    """
    folder, lexicon = Path(folder), load(lexicons)
    beside = _corpus.beside(corpus if corpus is not None else [])
    names = parts.listed(folder, "claims")
    path = parts.path_of(folder, "items", hashlib.sha256(" ".join(names).encode()).hexdigest()[:16])
    if not path.exists():
        with _database(folder) as database:
            _fill(database, folder, names, lexicon)
            _group(database, lexicon)
            _tie(database)
            database.execute(PARTS)
            made = database.sql(WHOLE).to_arrow_reader(AT_ONCE)
            parts.write_tables(path, EMPTY.schema, (pyarrow.Table.from_batches([b]).cast(EMPTY.schema) for b in made))
    with _database(folder) as database:
        decided = _decided(database, folder, given.decisions(beside, lexicon))
        parts.write_tables(parts.path_of(folder, "decisions", path.stem), decided.schema, [decided])
        parts.clear(folder, {*names, path.stem})
        return ParquetFile(path).metadata.num_rows


def tallies(folder: str | Path) -> pd.DataFrame:
    """What may be added up in a data set, by measure and group: see `tables.tally`, which says why the rest may not be.

    `items` counts all, `added` those in the sums `low` and `high`, of which the second is missing where it is open.

    Errors: FileNotFoundError where there is no data set.
    """
    if not parts.listed(Path(folder), "items"):
        raise FileNotFoundError(f"{folder}: no data set. `python -m helpers parse CORPUS --out {folder}` makes one.")
    with _database(Path(folder)) as database:
        database.execute("CREATE VIEW items AS SELECT * FROM read_parquet(?)".replace("?", _files(folder, "items")))
        return database.execute(TALLIES, [sorted(STOCKS)]).df()


@contextmanager
def _database(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty database in a file of its own, which goes with it."""
    with TemporaryDirectory(prefix=".counting-", dir=folder) as place:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": MEMORY,
            "temp_directory": place,
            "preserve_insertion_order": False,
            "autoinstall_known_extensions": False,
        }
        with duckdb.connect(str(Path(place, "all.duckdb")), config=settings) as database:
            yield database


def _files(folder: str | Path, frame: str) -> str:
    """The files of a frame, as SQL."""
    return "'" + str(Path(folder, frame, "*.parquet")).replace("'", "''") + "'"


def _fill(database: duckdb.DuckDBPyConnection, folder: Path, names: list[str], lexicon: Lexicon) -> None:
    """The table of all claims that items are made of."""
    known = parties(lexicon)
    _insert(database, "told", _table([]))
    for name in names:
        listed = _items.told(parts.read(folder, "claims", name), parts.read(folder, "reports", name), known)
        _insert(database, "told", _table(listed))


def _group(database: duckdb.DuckDBPyConnection, lexicon: Lexicon) -> None:
    """The tables of items, of the first claim of each, and of the item of every claim."""
    beside = allies(lexicon)
    for listed in _chunks(_grouped(database), AT_ONCE // 10):
        named = [(_items.item_id(group), group) for group in listed]
        made = [_items.row(item, group, (), False, beside) for item, group in named]
        _insert(database, "made", parts.as_table("items", schema.frame("items", made)))
        heads = _table([group[0] for _, group in named]).append_column("item", [[item for item, _ in named]])
        _insert(database, "heads", heads)
        pairs = [(claim.id, item) for item, group in named for claim in group]
        _insert(database, "members", _of_rows(("claim", "item"), pairs))


def _grouped(database: duckdb.DuckDBPyConnection) -> Iterator[list[Told]]:
    ordered = _stream(database, "told", "said, report, number_start")
    for _, alike in groupby(ordered, key=lambda row: row[0]):
        yield from groups(claim for _, claim, _ in alike)


def _tie(database: duckdb.DuckDBPyConnection) -> None:
    """The table of how items stand to each other."""
    _insert(database, "ties", _of_rows(Tie._fields, [Tie("", "", "", 0, "", 0)]))
    database.execute("DELETE FROM ties")
    for kind, key in (("said", said_key), ("pile", pile_key)):
        for listed in _chunks(_tied(database, kind, key is said_key), AT_ONCE):
            _insert(database, "ties", _of_rows(Tie._fields, listed))


def _tied(database: duckdb.DuckDBPyConnection, kind: str, same: bool) -> Iterator[Tie]:
    """The ties between those of one number and kind, or between the others of one pile (see `matters.near_pairs`)."""
    order = f"{kind}, window_low IS NULL, window_low, report, number_start"
    ordered = _stream(database, "heads", order, f"list_contains({sorted(TOLLS | LEAVING)}, measure)")
    for _, listed in groupby(ordered, key=lambda row: row[0] if kind == "said" else row[2][0]):
        for a, b, compared in near(_noted(listed)):
            later, earlier = _items.in_order((a, b))
            found = relation(earlier, later) if compared else NOT_COMPARED
            if found and (not compared or same_number(a, b) == same):
                yield Tie(later.item, found, earlier.item, 1, earlier.report, earlier.number_start)


def _noted(listed: Iterable[Streamed]) -> Iterator[Matter]:
    """The matters, each noted with its item."""
    for _, claim, (_, item) in listed:
        matter = Matter(*claim)
        matter.item = item
        yield matter


def _decided(database: duckdb.DuckDBPyConnection, folder: Path, listed: list[Row]) -> pyarrow.Table:
    decided = database.execute(f"SELECT * FROM read_parquet({_files(folder, 'claims')}) WHERE decided IS NOT NULL").df()
    return parts.as_table("decisions", decisions.applied(schema.frame("claims", decided.to_dict("records")), listed)[1])


def _stream(database: duckdb.DuckDBPyConnection, table: str, order: str, where: str = "true") -> Iterator[Streamed]:
    """The rows of `told` or `heads` in an order: what is said, the claim, and the pile with what else the row holds."""
    query = f"SELECT * FROM {table} WHERE {where} ORDER BY {order}"
    for rows in database.cursor().sql(query).to_arrow_reader(AT_ONCE // 10):
        for row in zip(*(column.to_pylist() for column in rows.columns), strict=True):
            low, high, said, *others = row[len(PLAIN) :]
            window = None if low is None else (low, high)
            yield said, Told(**dict(zip(PLAIN, row, strict=False)), window=window), tuple(others)


def _insert(database: duckdb.DuckDBPyConnection, table: str, rows: pyarrow.Table) -> None:
    """Adds rows to a table, which the first rows make."""
    cursor = database.cursor()
    cursor.register("rows", rows)
    cursor.execute(f"CREATE TABLE IF NOT EXISTS {table} AS SELECT * FROM rows LIMIT 0")
    cursor.execute(f"INSERT INTO {table} SELECT * FROM rows")
    cursor.unregister("rows")


def _chunks(rows: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    rows = iter(rows)
    return iter(lambda: list(islice(rows, size)), [])


def _table(told: list[Told]) -> pyarrow.Table:
    rows = [
        (*(getattr(one, field) for field in PLAIN), *(one.window or (None, None)), said_key(one), pile_key(one))
        for one in told
    ]
    return _of_rows(COLUMNS, rows)


def _of_rows(columns: Iterable[str], rows: Iterable[tuple[object, ...]]) -> pyarrow.Table:
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
    return pyarrow.int64() if column in ("number_start", "step") else pyarrow.string()
