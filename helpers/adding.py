"""Adding decisions to a folder's `decisions.csv`: whole or not at all, and taking back only what was seen."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from filelock import FileLock

from helpers import decisions, sheets
from helpers.decisions import COLUMNS, WITHDRAW
from helpers.lexicon import Lexicon
from helpers.sheets import Line, Row
from helpers.writing import write_whole

NAME = "decisions.csv"
SECONDS = 5  # to wait for somebody else who is writing
Key = tuple[str, str, str]  # claim, coder, field


class Meanwhile(Exception):
    """What is to be taken back is not the last decision any more; `listed` are all decisions that now stand there."""

    def __init__(self, listed: list[Row]) -> None:
        super().__init__()
        self.listed = listed


def added(folder: Path, rows: list[Row], lexicon: Lexicon, seen: Mapping[Key, Row] | None = None) -> list[Row]:
    """All decisions of a folder after adding these: the file holds the old and the new, or nothing was changed.

    Errors: ValueError for a file there that cannot be read, OSError for one that cannot be written, Timeout; Meanwhile
    where one takes back another decision than the one `seen`.
    """
    path = folder / NAME
    with FileLock(folder / f".{NAME}.lock", timeout=SECONDS):
        header, *old = sheets.cells(path) if path.is_file() else [list(COLUMNS)]
        held = sheets.lines(path, ("claim", "decision"), "claim") if path.is_file() else []
        if seen is not None and rows[0]["decision"] == WITHDRAW:
            now = last_standing([row for _, row in held])
            if any(now.get(_key(row)) != seen.get(_key(row)) for row in rows):
                raise Meanwhile(decisions.check(held, str(path), lexicon))
        below = held[-1].number + 1 if held else 2
        written = [*held, *(Line(below + i, row) for i, row in enumerate(rows))]
        listed = decisions.check(written, str(path), lexicon)
        names = [name.strip().lower() for name in header]
        lacking = [name for name in COLUMNS if name not in names]
        new = [[row.get(name, "") for name in names + lacking] for row in rows]
        write_whole(path, sheets.table([header + lacking, *old, *new]))
    return listed


def last_standing(rows: Iterable[Row]) -> dict[Key, Row]:
    """The last decision that stands, by claim, coder and field.

    >>> row = {"claim": "c", "coder": "a", "decision": "accept"}
    >>> [made["decision"] for made in last_standing([row, row | {"decision": "reject"}]).values()]
    ['reject']
    """
    plain = [{name: row.get(name, "").strip() for name in COLUMNS} for row in rows]
    return {_key(row): row for row in decisions.standing(plain)}


def _key(row: Row) -> Key:
    return row["claim"], row["coder"], row["field"]
