"""Word lists of a user's own, checked: a row that the reader could not go by ends the run, with its file and row.

A measure or a group that is misspelt would be read all the same, and its dead counted nowhere.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from helpers.sheets import Line, Row, lines, raise_for
from helpers.text import tokens

ANY_LIST = ("note", "off")
MAY_BE_EMPTY = {"note", "entity_en"}
BOOK, PARTIES = "codebook", "parties"
TWO_KEYS = {BOOK: ("column", "value")}
# Columns whose cells hold codes that the reader goes by, parted by spaces; Arabic words beside them are free.
CODES = set(
    "marks roles role measure pos aspect takes voice number class kind precision side type commitment calendar group "
    "concern topic status".split()
)
IN_THE_BOOK = {"measure": "measure", "aspect": "aspect", "group": "subject_group"}  # its names for what may be new
OF_PARTIES = ("party", "allies")
CODE = re.compile("[A-Za-z_]+")
FURTHEST = {"lat": 90, "lon": 180}  # degrees
Lists = Mapping[str, list[Row]]


class Known(NamedTuple):
    """What a list has: which columns every row fills, which hold numbers, and the codes that a column may hold."""

    filled: list[str]
    numeric: list[str]
    codes: dict[str, set[str]]


def lists(paths: Iterable[Path], ours: Lists) -> dict[str, list[Row]]:
    """The rows of a user's files by the name of their list, those that remove a form among them.

    Errors: ValueError, with the file and the row, for a column that the list does not have, a row without a form, an
    empty cell that all of ours fill, a number that is none, a code or a party that nobody knows.

    >>> from tempfile import TemporaryDirectory
    >>> ours = {"sensitive": [{"form": "طفل", "concern": "minor"}]}
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "sensitive.csv")
    ...     _ = path.write_text("form,concern\\nيافع,minor\\n", encoding="utf-8")
    ...     lists([path], ours)
    {'sensitive': [{'form': 'يافع', 'concern': 'minor'}]}
    """
    read = {path: _lines(path, ours[path.stem]) for path in paths}
    named = {path.stem: [row for _, row in listed] for path, listed in read.items()}
    parties = {row["party"] for rows in (ours, named) for row in rows.get(PARTIES, ())}
    for path, listed in read.items():
        known = _known(path.stem, ours, named.get(BOOK, []), parties)
        raise_for(path, _faults(listed, next(iter(ours[path.stem][0])), known))
    return named


def keys(name: str, ours: Lists) -> Sequence[str]:
    """The columns by which a row of a list is known.

    >>> keys("codebook", {}), keys("vague", {"vague": [{"form": "عشرات", "class": "dozens"}]})
    (('column', 'value'), ('form',))
    """
    return TWO_KEYS.get(name) or (next(iter(ours[name][0])),)


def _lines(path: Path, ours: list[Row]) -> list[Line]:
    columns = list(ours[0])
    listed = lines(path, columns[:1], columns[0])
    if unknown := {column for _, row in listed for column in row} - {*columns, *ANY_LIST}:
        raise ValueError(
            f"{path}: the list has no column {sorted(unknown)[0]!r}. Its columns are {', '.join(columns)}."
        )
    return listed


def _known(name: str, ours: Lists, book: list[Row], parties: set[str]) -> Known:
    rows = ours[name]
    _, *others = rows[0]
    coded = {column: {word for row in rows for word in row[column].split()} for column in others if column in CODES}
    for row in (*ours.get(BOOK, ()), *book):
        for column, codes in coded.items():
            codes |= {row["value"]} if row["column"] == IN_THE_BOOK.get(column) else set()
    return Known(
        filled=[column for column in others if column not in MAY_BE_EMPTY and all(row[column] for row in rows)],
        numeric=[column for column in others if all(_is_number(row[column]) for row in rows)],
        codes=coded | {column: parties for column in others if column in OF_PARTIES},
    )


def _faults(listed: Iterable[Line], key: str, known: Known) -> Iterator[tuple[int, str]]:
    for number, row in listed:
        if not tokens(row[key]):
            yield number, f"{row[key]!r} holds no word. Write the form or take the row away."
        elif not row.get("off"):
            yield from ((number, fault) for fault in (*_cell_faults(row, known), *_code_faults(row, known)))


def _cell_faults(row: Row, known: Known) -> Iterator[str]:
    for column in (column for column in known.filled if not row.get(column)):
        yield f"has nothing in its column {column!r}. Fill it as the list's other rows do."
    wrong = [column for column in known.numeric if not _is_number(row.get(column, ""))]
    for column in wrong:
        yield f"{column} is {row[column]!r}, no number. Write digits such as 200 or leave it empty."
    for column in (column for column in FURTHEST if row.get(column, "").strip() and column not in wrong):
        if abs(float(row[column])) > FURTHEST[column]:
            yield f"{column} is {row[column]}, on no map. Write degrees, {FURTHEST[column]} at most."
    low, high = (row.get(column, "").strip() for column in ("low", "high"))
    if low and high and not wrong and float(low) > float(high):
        yield f"low is {low}, above high, {high}. Put the lower number into 'low'."


def _code_faults(row: Row, known: Known) -> Iterator[str]:
    for column, codes in known.codes.items():
        for word in (word for word in row.get(column, "").split() if CODE.fullmatch(word) and word not in codes):
            yield f"{word!r} is nothing that the column {column!r} of this list holds: {', '.join(sorted(codes))}."


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"\s*(-?[0-9]+(\.[0-9]+)?)?\s*", cell) is not None
