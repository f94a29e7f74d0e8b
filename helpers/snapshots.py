"""The claims as they stood, kept as a small table, so that a later run can be compared with this one.

It lies beside the reports as `last-run.csv` and is written only when somebody asks for it.
"""

from pathlib import Path

import pandas as pd

from helpers import sheets
from helpers.assemble import Corpus
from helpers.cells import neutral
from helpers.decisions import FIELDS
from helpers.schema import written
from helpers.writing import write_whole

NAME = "last-run.csv"
COMPARED = ("number_text", *FIELDS, "decided")
COLUMNS = ("id", "report", "quote", *COMPARED)
QUOTED = 300  # letters of a claim's words that are kept


def plain(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims as a snapshot holds them: strings, long words cut, nothing that a spreadsheet would run.

    >>> from helpers import parse
    >>> kept = plain(parse([("a", "قتل ثلاثة.")]).claims)
    >>> kept[["number_text", "best", "place"]].to_numpy().tolist(), kept.equals(plain(kept))
    ([['ثلاثة', '3', '']], True)
    """
    kept = {name: [neutral(written(value)) for value in claims[name]] for name in COLUMNS}
    kept["quote"] = [quote[:QUOTED] for quote in kept["quote"]]
    return pd.DataFrame(kept, columns=list(COLUMNS), dtype="string")


def save(corpus: Corpus, path: str | Path | None = None) -> Path:
    """Writes the claims as they now stand, over an earlier snapshot; where it lies is returned.

    Errors: ValueError where the corpus lies in no folder and no path is given, OSError where nothing can be written.

    >>> from tempfile import TemporaryDirectory
    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل ثلاثة.")])
    >>> with TemporaryDirectory() as folder:
    ...     save(corpus, Path(folder, "last-run.csv")).name
    'last-run.csv'
    """
    if path is None:
        if corpus.folder is None:
            raise ValueError("These reports lie in no folder: name a file for the snapshot.")
        path = corpus.folder / NAME
    place = Path(path)
    write_whole(place, sheets.table([COLUMNS, *plain(corpus.claims).itertuples(index=False, name=None)]))
    return place


def load(path: str | Path) -> pd.DataFrame | None:
    """The claims of a snapshot, as strings; None where there is none.

    Errors: ValueError, with the file and the row, for a table that is no snapshot.

    >>> load("no-such-folder/last-run.csv") is None
    True
    """
    if not Path(path).is_file():
        return None
    rows = [line.row for line in sheets.lines(Path(path), COLUMNS, "id")]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="string")


def last(corpus: Corpus) -> pd.DataFrame | None:
    """The claims of the snapshot beside the corpus; None where there is none.

    Errors: as `load`.

    >>> from helpers import parse
    >>> last(parse([("a", "قتل ثلاثة.")])) is None
    True
    """
    return None if corpus.folder is None else load(corpus.folder / NAME)
