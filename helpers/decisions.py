"""What a person decides about single claims, kept beside the reports in `decisions.csv` and applied after reading.

A row names a claim by its id and accepts it, rejects it, or corrects one field. Nothing is overwritten silently: the
claim's `decided` says what was done, and a decision whose claim is no longer there is reported as such.
"""

from collections.abc import Iterable, Iterator

import pandas as pd

from helpers import schema, sheets
from helpers.lexicon import Lexicon
from helpers.sheets import Line

COLUMNS = ("claim", "decision", "field", "value", "coder", "day", "reason")
ACCEPT, REJECT, CORRECT = "accept", "reject", "correct"
VOCABULARY = {"subject_basis": "basis", "actor_basis": "basis"}
FIELDS = (
    "low", "best", "high", "precision", "unit", "measure", "aspect", "status", "subject", "subject_group", "actor",
    "place", "place_precision", "place_from", "place_to",
    "date_low", "date_high", "tally", "part_of", "source", "source_type", "source_party",
    "stance",
)  # fmt: skip


def check(listed: Iterable[Line], path: str, lexicon: Lexicon) -> list[sheets.Row]:
    """The decisions of a table, checked.

    Errors: ValueError that names the file and the row of a decision that is none of the three, a correction of a field
    that cannot be corrected, or a value that the field cannot have.
    """
    listed = list(listed)
    sheets.raise_for(path, _faults(listed, lexicon))
    return [line.row for line in listed]


def _faults(listed: Iterable[Line], lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    book: dict[str, set[str]] = {}
    for row in lexicon["codebook"]:
        book.setdefault(row["column"], set()).add(row["value"])
    for number, row in listed:
        decision, field, value = (row.get(key, "").strip() for key in ("decision", "field", "value"))
        if decision not in (ACCEPT, REJECT, CORRECT):
            yield number, f"decision is {decision!r}. Write {ACCEPT}, {REJECT} or {CORRECT}."
        elif decision == CORRECT and field not in FIELDS:
            yield number, f"field is {field!r}, which cannot be corrected. Choose one of {', '.join(FIELDS)}."
        elif decision == CORRECT and value and not _fits(field, value, book):
            yield number, f"{field} cannot be {value!r}. The codebook and the schema say what it can be."


def _fits(field: str, value: str, book: dict[str, set[str]]) -> bool:
    if field in ("low", "best", "high"):
        return pd.notna(pd.to_numeric(value, errors="coerce"))
    if field in ("date_low", "date_high"):
        return pd.notna(pd.to_datetime(value, errors="coerce", format="%Y-%m-%d"))
    allowed = book.get(VOCABULARY.get(field, field))
    return allowed is None or value in allowed


def applied(claims: pd.DataFrame, decisions: list[sheets.Row]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The claims as decided, and the decisions with what became of each (`applied`, or `gone` with its claim).

    A later row wins over an earlier one. A rejected claim stays listed, with the status `rejected`, and counts nowhere.

    >>> from helpers import parse
    >>> claims = parse([("a", "قتل ثلاثة جنود.")]).claims
    >>> row = {"claim": claims["id"][0], "decision": "correct", "field": "best", "value": "4"}
    >>> decided, listed = applied(claims, [row, {"claim": "claim:b:0-1", "decision": "reject"}])
    >>> decided["best"].tolist(), decided["decided"].tolist(), listed["outcome"].tolist()
    ([4.0], ['correct'], ['applied', 'gone'])
    """
    claims, known = claims.copy(), dict(zip(claims["id"], claims.index, strict=True))
    for row in decisions:
        at = known.get(row["claim"].strip())
        if at is None:
            continue
        decision = row["decision"].strip()
        claims.loc[at, "decided"] = decision
        if decision == REJECT:
            claims.loc[at, "status"] = "rejected"
        elif decision == CORRECT:
            _correct(claims, at, row["field"].strip(), row.get("value", "").strip())
    rows = [
        {
            key: row.get(key, "").strip() or None
            for key in ("claim", "decision", "field", "value", "coder", "day", "reason")
        }
        | {"id": f"decision:{n}", "outcome": "applied" if row["claim"].strip() in known else "gone"}
        for n, row in enumerate(decisions, 1)
    ]
    return claims, schema.frame("decisions", rows)


def _correct(claims: pd.DataFrame, at: int, field: str, value: str) -> None:
    """One field of one claim; an empty value takes it away."""
    if not value:
        claims.loc[at, field] = pd.NaT if field.startswith("date_") else pd.NA
    elif field.startswith("date_"):
        claims.loc[at, field] = pd.Timestamp(value)
    else:
        claims.loc[at, field] = float(value) if field in ("low", "best", "high") else value
