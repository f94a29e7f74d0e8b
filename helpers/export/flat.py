"""The tables that are exported: frames with what readers of one table need beside them, and how a cell is written."""

import csv
import io
from collections.abc import Sequence

import pandas as pd

from helpers.assemble import Corpus
from helpers.cells import neutral

TABLES = ("claims", "items", "attributions", "reports")
OF_REPORT = ["outlet", "url", "published_low", "published_high"]
OF_PLACE = ["lat", "lon", "pcode"]
KEPT_BACK = ["path"]  # where reports lie on the machine that read them: it may tell who did


def tables(corpus: Corpus) -> dict[str, pd.DataFrame]:
    """The tables that people open, by name; claims have their report and their place beside them (see `claims`).

    >>> from helpers import parse
    >>> list(tables(parse([("a", "قتل ثلاثة.")])))
    ['claims', 'items', 'attributions', 'reports']
    """
    return {name: claims(corpus) if name == "claims" else frame(corpus, name) for name in TABLES}


def frame(corpus: Corpus, name: str) -> pd.DataFrame:
    """A frame of the corpus without the columns that stay on the machine.

    >>> from helpers import parse
    >>> "path" in frame(parse([("a", "قتل ثلاثة.")]), "reports")
    False
    """
    return getattr(corpus, name).drop(columns=KEPT_BACK, errors="ignore")


def claims(corpus: Corpus) -> pd.DataFrame:
    """The claims, each with its report's outlet, address and days, and the coordinates of its place where known.

    >>> from helpers import parse
    >>> claims(parse([("a", "قتل ثلاثة في حلب.")]))[["quote", "lat", "lon"]].values.tolist()
    [['قتل ثلاثة', 36.202, 37.16]]
    """
    reports = corpus.reports.set_index("report")[OF_REPORT]
    places = corpus.names[corpus.names["kind"].eq("place")].drop_duplicates("entity").set_index("entity")[OF_PLACE]
    return corpus.claims.join(reports, on="report").join(places, on="place")


def source_of(name: str, column: str) -> str:
    """The frame that a column of an exported table comes from.

    >>> source_of("claims", "outlet"), source_of("claims", "lat"), source_of("claims", "low")
    ('reports', 'names', 'claims')
    """
    if name == "claims":
        return "reports" if column in OF_REPORT else "names" if column in OF_PLACE else name
    return name


def as_text(frame: pd.DataFrame) -> pd.DataFrame:
    """Every cell as text: days as 2019-03-19, whole numbers without a point, nothing where a value is missing.

    >>> as_text(pd.DataFrame({"n": pd.array([3.0, None], "Float64")}))["n"].tolist()
    ['3', '']
    """
    return frame.apply(lambda column: column.map(_cell)).astype(object)


def as_csv(frame: pd.DataFrame, *rows_above: Sequence[str]) -> bytes:
    """The frame as CSV in UTF-8 with its mark, by which spreadsheets know it; no cell is one that a program would run.

    `rows_above` stand between the head and the data.

    >>> as_csv(pd.DataFrame({"n": [1]}))[3:]
    b'n\\r\\n1\\r\\n'
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([neutral(name) for name in frame.columns])
    writer.writerows(rows_above)
    writer.writerows(as_text(frame).itertuples(index=False, name=None))
    return file.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    if pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d")
    if pd.api.types.is_bool(value):
        return str(bool(value)).lower()
    return neutral(value) if isinstance(value, str) else f"{value:.15g}"
