"""Items and sums of a data set that need not fit into memory: DuckDB sorts and joins on disk, `items` says what is one.

Claims of one number and kind come together and are made groups; then the groups come in the order of their days, kind
by kind, and each meets those that are near (`near_pairs.near`). So at any time memory holds the claims of one number
and kind, and some matters beside one another.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

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
from helpers.matters import LEAVING, Told, relation, same_number
from helpers.near_pairs import NOT_COMPARED, near, pile_key, said_key
from helpers.roles import allies
from helpers.scale import disk, parts
from helpers.scale.disk import Thing
from helpers.sheets import Row
from helpers.tables.tally import STOCKS
from helpers.triggers import TOLLS

EMPTY = parts.as_table("items", schema.frame("items", []))
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
RANKED = "SELECT item FROM heads ORDER BY report, number_start, item"
MADE = """
    SELECT rank, made.* REPLACE (
        CASE WHEN rank IN (SELECT rank FROM contested) THEN 'contested' ELSE grade END AS grade
    )
    FROM made JOIN ranks ON ranks.item = made.id WHERE rank >= $first AND rank < $last ORDER BY rank
"""
CONTESTED = """
    CREATE TABLE contested AS SELECT DISTINCT unnest([later, earlier]) AS rank FROM ties WHERE kind = 'contested'
"""
TIED = """
    SELECT later, kind || ':' || item FROM ties JOIN ranks ON rank = earlier WHERE later >= $first AND later < $last
    ORDER BY later, least(step, 1), earlier, step, kind
"""
PARTS = """
    INSERT INTO ties SELECT part.rank, 'part_of', whole.rank,
        row_number() OVER (ORDER BY told.report, told.number_start) - 1_000_000_000_000
    FROM told JOIN members ON members.claim = told.id JOIN members AS other ON other.claim = told.part_of
    JOIN ranks AS part ON part.item = members.item JOIN ranks AS whole ON whole.item = other.item
    WHERE members.item <> other.item
"""

Streamed = tuple[str, Told, tuple[Any, ...]]  # what is said, the claim, and the pile with what else is told of it


class Matter(Told):
    """A claim that stands for its item, whose place among all goes with it; `near` says how long it is remembered.

    What it says is worked out once, as it meets many others.
    """

    rank: int
    said = cached_property(lambda self: super().said)
    point = cached_property(lambda self: super().point)


class Tie(NamedTuple):
    """How an item stands to one told before it: both by their place among all, as millions of ties lie side by side.

    `step` puts those to one item in order; below 1 it is that of the parts of a whole, as they are told.
    """

    later: int
    kind: str
    earlier: int
    step: int


def items(folder: str | Path, corpus: str | Path | None = None, lexicons: str | None = None) -> int:
    """Makes the items of a data set and says how many; also what became of the decisions beside its corpus.

    They are those that `helpers.parse` makes of the same reports. Nothing is done where they are made already.

    >>> from tempfile import TemporaryDirectory
    >>> from helpers import parse
    >>> from helpers.scale import parts
    >>> days = {"a": "2020-05-11", "b": "2020-05-11"}
    >>> corpus = parse([("a", "قتل 38 مدنيا."), ("b", "مقتل 38 مدنيا.")], published=days)
    >>> read = {name: getattr(corpus, name) for name in ("claims", "reports")}
    >>> with TemporaryDirectory() as folder:
    ...     parts.write(Path(folder), "0123456789abcdef", read)
    ...     print(items(folder), "item of", len(corpus.claims), "claims")
    1 item of 2 claims
    """
    folder = Path(folder)
    source: str | Path | list[tuple[str, str]] = [] if corpus is None else corpus
    lexicon = load(lexicons or _corpus.word_lists(source))
    stated = given.decisions(_corpus.beside(source), lexicon)  # what else lies beside is not held while items are made
    names = parts.listed(folder, "claims")
    path = parts.path_of(folder, "items", _name(names))
    if not path.exists():
        with disk.database(folder) as database:
            _fill(database, folder, names, lexicon)
            _group(database, lexicon)
            _rank(database)
            _tie(database)
            database.execute(PARTS)
            parts.write_tables(path, EMPTY.schema, _whole(database))
    with disk.database(folder) as database:
        decided = _decided(database, folder, stated)
        parts.write_tables(parts.path_of(folder, "decisions", path.stem), decided.schema, [decided])
        parts.clear(folder, {*names, path.stem})
        return ParquetFile(path).metadata.num_rows


def _name(names: list[str]) -> str:
    """What the items of these batches are called."""
    return hashlib.sha256(" ".join(names).encode()).hexdigest()[:16]


def tallies(folder: str | Path) -> pd.DataFrame:
    """What may be added up in a data set, by measure and group: see `tables.tally`, which says why the rest may not be.

    `items` counts all, `added` those in the sums `low` and `high`, of which the second is missing where it is open.

    Errors: FileNotFoundError where there is no data set, ValueError where it is half made.

    >>> tallies("no such folder")
    Traceback (most recent call last):
    FileNotFoundError: no such folder: no data set. `python -m helpers parse CORPUS --out no such folder` makes one.
    """
    names, made = (parts.listed(Path(folder), frame) for frame in ("claims", "items"))
    if not names:
        raise FileNotFoundError(f"{folder}: no data set. `python -m helpers parse CORPUS --out {folder}` makes one.")
    if made != [_name(names)]:
        raise ValueError(f"{folder}: the run that reads it has not ended. Wait for it, or call `parse` again.")
    with disk.database(None) as database:
        database.execute("CREATE VIEW items AS SELECT * FROM read_parquet(?)".replace("?", disk.files(folder, "items")))
        return database.execute(TALLIES, [sorted(STOCKS)]).df()


def _fill(database: duckdb.DuckDBPyConnection, folder: Path, names: list[str], lexicon: Lexicon) -> None:
    """The table of all claims that items are made of."""
    known = parties(lexicon)
    disk.insert(database, "told", _table([]))
    for name in names:
        listed = _items.told(parts.read(folder, "claims", name), parts.read(folder, "reports", name), known)
        disk.insert(database, "told", _table(listed))


def _group(database: duckdb.DuckDBPyConnection, lexicon: Lexicon) -> None:
    """The tables of items, of the first claim of each, and of the item of every claim."""
    beside = allies(lexicon)
    for listed in _or_none(disk.chunks(_grouped(database), disk.AT_ONCE // 10)):
        named = [(_items.item_id(group), group) for group in listed]
        made = [_items.row(item, group, (), False, beside) for item, group in named]
        disk.insert(database, "made", parts.as_table("items", schema.frame("items", made)))
        ids = pyarrow.array([item for item, _ in named], pyarrow.string())
        heads = _table([group[0] for _, group in named]).append_column("item", ids)
        disk.insert(database, "heads", heads)
        pairs = [(claim.id, item) for item, group in named for claim in group]
        disk.insert(database, "members", disk.of_rows(("claim", "item"), pairs))


def _or_none(chunks: Iterator[list[Thing]]) -> Iterator[list[Thing]]:
    """The chunks, or an empty one where there are none: a table without rows is made too."""
    yield next(chunks, [])
    yield from chunks


def _grouped(database: duckdb.DuckDBPyConnection) -> Iterator[list[Told]]:
    ordered = _stream(database, "told", "said, report, number_start")
    for _, alike in groupby(ordered, key=lambda row: row[0]):
        yield from groups(claim for _, claim, _ in alike)


def _rank(database: duckdb.DuckDBPyConnection) -> None:
    """The table of the places of items among all, in the order in which they are told."""
    items = (row[0] for row in disk.rows(database, RANKED))
    for listed in _or_none(disk.chunks(enumerate(items), disk.AT_ONCE)):
        disk.insert(database, "ranks", disk.of_rows(("rank", "item"), listed))


def _tie(database: duckdb.DuckDBPyConnection) -> None:
    """The table of how items stand to each other."""
    disk.insert(database, "ties", disk.of_rows(Tie._fields, [Tie(0, "", 0, 0)]))
    database.execute("DELETE FROM ties")
    for step, kind in enumerate(("said", "pile"), start=1):
        for listed in disk.chunks(_tied(database, kind, step), disk.AT_ONCE):
            disk.insert(database, "ties", disk.of_rows(Tie._fields, listed))


def _tied(database: duckdb.DuckDBPyConnection, kind: str, step: int) -> Iterator[Tie]:
    """The ties between those of one number and kind, or between the others of one pile (see `near_pairs`)."""
    order = f"{kind}, window_low IS NULL, window_low, report, number_start"
    among = f"list_contains({sorted(TOLLS | LEAVING)}, measure)"
    ordered = _stream(database, "heads JOIN ranks USING (item)", order, among)
    for _, listed in groupby(ordered, key=lambda row: row[0] if kind == "said" else row[2][0]):
        for a, b, compared in near(_noted(listed)):
            if compared and kind == "pile" and same_number(a, b):
                continue
            later, earlier = _items.in_order((a, b))
            found = relation(earlier, later) if compared else NOT_COMPARED
            if found:
                yield Tie(later.rank, found, earlier.rank, step)


def _noted(listed: Iterable[Streamed]) -> Iterator[Matter]:
    """The matters, each noted with its place among all."""
    for _, claim, (*_, rank) in listed:
        matter = Matter(*claim)
        matter.rank = rank
        yield matter


def _whole(database: duckdb.DuckDBPyConnection) -> Iterator[pyarrow.Table]:
    """The items in order, each with its ties: some at a time, as neither all ties nor all items need fit."""
    database.execute(CONTESTED)
    ((count,),) = database.execute("SELECT count(*) FROM ranks").fetchall()
    for first in range(0, count, disk.AT_ONCE // 2):
        some = {"first": first, "last": first + disk.AT_ONCE // 2}
        tied = groupby(disk.rows(database, TIED, some), key=itemgetter(0))
        relations = {later: " ".join(dict.fromkeys(tie for _, tie in ties)) for later, ties in tied}
        made = database.sql(MADE, params=some).to_arrow_table()
        told = pyarrow.array([relations.get(rank) for rank in made["rank"].to_pylist()], pyarrow.string())
        made = made.drop_columns(["rank", "relations"]).append_column("relations", told)
        yield made.select(EMPTY.schema.names).cast(EMPTY.schema)


def _decided(database: duckdb.DuckDBPyConnection, folder: Path, listed: list[Row]) -> pyarrow.Table:
    claims, asked = disk.files(folder, "claims"), [row["claim"].strip() for row in listed]
    decided = database.execute(f"SELECT * FROM read_parquet({claims}) WHERE list_contains(?, id)", [asked]).df()
    return parts.as_table("decisions", decisions.applied(schema.frame("claims", decided.to_dict("records")), listed)[1])


def _stream(database: duckdb.DuckDBPyConnection, table: str, order: str, where: str = "true") -> Iterator[Streamed]:
    """The rows of `told` or `heads` in an order: what is said, the claim, and the pile with what else the row holds."""
    query = f"SELECT * FROM {table} WHERE {where} ORDER BY {order}"
    for row in disk.rows(database, query):
        low, high, said, *others = row[len(PLAIN) :]
        window = None if low is None else (low, high)
        yield said, Told(**dict(zip(PLAIN, row, strict=False)), window=window), tuple(others)


def _table(told: list[Told]) -> pyarrow.Table:
    rows = [
        (*(getattr(one, field) for field in PLAIN), *(one.window or (None, None)), said_key(one), pile_key(one))
        for one in told
    ]
    return disk.of_rows(COLUMNS, rows)
