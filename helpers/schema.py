"""Every frame's columns and dtypes, stated once."""

import re
from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter
from typing import Any
from urllib.parse import quote

import pandas as pd

SPAN = {"id": "string", "report": "string", "start": "Int64", "end": "Int64", "quote": "string"}
NUMBER = {"number_text": "string", "number_start": "Int64", "number_end": "Int64"}
VALUE = {"low": "Float64", "best": "Float64", "high": "Float64", "precision": "string", "vague": "string"}
DAYS = {"date_low": "datetime64[s]", "date_high": "datetime64[s]"}
SPEAKER = {"source": "string", "source_type": "string", "source_party": "string", "via": "string"}
Record = dict[str, Any]  # what is to be a row of a frame: cells of many types, by column
UNSAFE = re.compile(r"[\s%:]")


def _strings(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, "string")


FRAMES: dict[str, dict[str, str]] = {
    "reports": {
        **_strings("id", "report", "path", "sha256", "text_sha256", "encoding"),
        "chars": "Int64",
        **_strings("headline", "outlet", "url", "dateline", "credit"),
        "published_low": "datetime64[s]",
        "published_high": "datetime64[s]",
        "text_low": "datetime64[s]",
        "text_high": "datetime64[s]",
        **_strings("dating_evidence", "dating_evidence_ar", "problem", "problem_ar"),
    },
    "sections": {**SPAN, **_strings("kind")},
    "sentences": {**SPAN, **_strings("section", "doubt")},
    "quantities": {**SPAN, **NUMBER, **VALUE, **_strings("unit", "counted")},
    "times": {**SPAN, **DAYS, **_strings("clock", "rule", "anchor")},
    "names": {
        **SPAN,
        **_strings("entity", "kind"),
        "lat": "Float64",
        "lon": "Float64",
        **_strings("precision", "pcode"),
    },
    "attributions": {
        **SPAN,
        **_strings("cue"),
        **dict.fromkeys(("cue_start", "cue_end"), "Int64"),
        **_strings("source", "source_text"),
        **dict.fromkeys(("source_start", "source_end"), "Int64"),
        **_strings("source_type", "source_party", "via", "mode", "commitment", "parent"),
        "carried_over": "boolean",
        **dict.fromkeys(("content_start", "content_end"), "Int64"),
    },
    "claims": {
        **SPAN,
        **NUMBER,
        **VALUE,
        **_strings("unit", "measure", "aspect", "status", "subject", "subject_group", "subject_basis"),
        **_strings("actor", "actor_basis", "place", "place_precision", "place_basis", "place_from", "place_to"),
        **DAYS,
        **_strings("date_precision"),
        "stated_low": "datetime64[s]",
        "stated_high": "datetime64[s]",
        **_strings("tally", "part_of", "section", "attribution", "source_text"),
        **SPEAKER,
        **_strings("doubt", "stance", "rule", "partisan", "decided"),
    },
    "items": {
        **_strings("id", "measure", "subject_group", "place", "from", "to"),
        **DAYS,
        **dict.fromkeys(("wording_low", "wording_high", "spread_low", "spread_high", "best"), "Float64"),
        **dict.fromkeys(("mentions", "reports", "independent_parties"), "Int64"),
        **_strings("grade", "relations", "claims"),
    },
    "decisions": _strings("id", "claim", "decision", "field", "value", "coder", "day", "reason", "outcome"),
    "clues": {
        **_strings("id", "report"),
        "step": "Int64",
        **_strings("basis", "clue", "clue_ar"),
        "kept": "boolean",
        **DAYS,
        "days": "Int64",
        **_strings("weekday", "not_months"),
    },
    "ledger": {**SPAN, **_strings("became", "why", "row")},
}


def frame(name: str, rows: Iterable[Record]) -> pd.DataFrame:
    """The rows as the frame `name`: its columns in order, its dtypes, `NA` where a row says nothing.

    Errors: KeyError for a frame or a column that the schema does not know.

    >>> frame("ledger", [{"id": "l:a:0-2", "start": 0}])["why"].isna().tolist()
    [True]
    """
    columns = FRAMES[name]
    rows = list(rows)
    if unknown := set().union(*rows) - set(columns):
        raise KeyError(f"{name} has no column {', '.join(sorted(unknown))}")
    data = {column: pd.array(_cells(rows, column), dtype=dtype) for column, dtype in columns.items()}
    return pd.DataFrame(data, columns=list(columns))


def _cells(rows: list[Record], column: str) -> list[Any]:
    try:
        return list(map(itemgetter(column), rows))
    except KeyError:  # some row says nothing of it
        return [row.get(column) for row in rows]


def written(value: object) -> str:
    """A value as tables that people keep hold it: a day as 2019-03-19, a whole number without a point, nothing as "".

    >>> written(38.0), written(2.5), written(pd.Timestamp("2019-03-19")), written(pd.NA)
    ('38', '2.5', '2019-03-19', '')
    """
    if pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def row_id(kind: str, report: str, start: int, end: int) -> str:
    """A row's id from its kind, report and span, the same on every run and machine.

    Ids are listed with spaces between them and have colons inside: those of a report's name are percent-encoded, and
    «%» with them, so that no two names give one id.

    >>> row_id("claim", "a.txt", 3, 9), row_id("claim", "report 7: الهول.txt", 3, 9)
    ('claim:a.txt:3-9', 'claim:report%207%3A%20الهول.txt:3-9')
    """
    return f"{kind}:{_safe(report)}:{start}-{end}"


@lru_cache(maxsize=16)
def _safe(report: str) -> str:
    return UNSAFE.sub(lambda found: quote(found[0]), report)
