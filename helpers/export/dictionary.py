"""What every column and every value means, in English and Arabic: the schema and the codebook as tables."""

import pandas as pd

from helpers import data
from helpers.assemble import Corpus
from helpers.export.flat import KEPT_BACK, as_csv
from helpers.schema import FRAMES

WHOLE = dict.fromkeys(("year", "number_of_sources"), "Int64")
VALUES = "latitude longitude deaths_a deaths_b deaths_civilians deaths_unknown best low high".split()
DAYS = dict.fromkeys(("source_date", "date_start", "date_end"), "datetime64[s]")
UCDP_TYPES = WHOLE | DAYS | dict.fromkeys(VALUES, "Float64")


def files(corpus: Corpus) -> dict[str, bytes]:
    """`dictionary.csv`, a row for each column of each table, and `codebook.csv`, one for each value of a vocabulary.

    >>> from helpers import parse
    >>> list(files(parse([("a", "قتل ثلاثة.")])))
    ['dictionary.csv', 'codebook.csv']
    """
    return {"dictionary.csv": as_csv(columns()), "codebook.csv": as_csv(values(corpus))}


def columns() -> pd.DataFrame:
    """The columns of every frame and of the UCDP-named table: table, column, type, en, ar, hxl, words.

    `words` names the vocabulary of the codebook whose values a column holds.

    >>> columns().set_index(["table", "column"]).loc[("claims", "measure"), "words"]
    'measure'
    """
    listed = [
        (table, column, dtype)
        for table, dtypes in FRAMES.items()
        for column, dtype in dtypes.items()
        if column not in KEPT_BACK
    ]
    listed += [
        ("ucdp", column, UCDP_TYPES.get(column, "string")) for table, column in data.columns() if table == "ucdp"
    ]
    rows = [
        {"table": table, "column": column, "type": dtype} | _said(meaning(table, column))
        for table, column, dtype in listed
    ]
    return pd.DataFrame(rows, columns=["table", "column", "type", "en", "ar", "hxl", "words"])


def values(corpus: Corpus) -> pd.DataFrame:
    """The values of every closed vocabulary: column, value, en, ar, note; parties are among them.

    >>> from helpers import parse
    >>> book = values(parse([("a", "قتل ثلاثة.")]))
    >>> book.loc[book["value"].eq("killed"), ["column", "en", "ar"]].values.tolist()
    [['measure', 'Killed', 'قتلى']]
    """
    book = [row for row in corpus.lexicon["codebook"] if row["column"] != "head"]
    parties = {row["party"]: row for row in corpus.lexicon["parties"]}
    book += [{"column": "party", "value": party, "en": row["en"], "ar": row["ar"]} for party, row in parties.items()]
    return pd.DataFrame(book, columns=["column", "value", "en", "ar", "note"]).fillna("")


def meaning(table: str, column: str) -> dict[str, str]:
    """What a column of a table means, in both languages, with its tag. Errors: KeyError for one that nobody explained.

    >>> meaning("claims", "best")["en"]
    'Value that the words state; empty for a vague word, never 0 for missing'
    """
    known = data.columns()
    return known[table, column] if (table, column) in known else known["", column]


def _said(row: dict[str, str]) -> dict[str, str]:
    return {key: row[key] for key in ("en", "ar", "hxl", "words")}
