"""What a person decides about single claims, kept beside the reports in `decisions.csv` and applied after reading.

A row names a claim by its id and accepts it, rejects it, or corrects one field; or it takes back the last row above it
of the same coder, claim and field. Nothing is overwritten silently: the claim's `decided` says what was done, rows that
were taken back stay in the file, and a decision whose claim is no longer there is reported as such.
"""

import math
from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from helpers import schema, sheets
from helpers.lexicon import Lexicon, load
from helpers.sheets import Line
from helpers.time_calendar import date_precision

COLUMNS = ("claim", "decision", "field", "value", "coder", "day", "reason")
ACCEPT, REJECT, CORRECT, WITHDRAW = "accept", "reject", "correct", "withdraw"
NUMBERS, DAYS = ("low", "best", "high"), ("date_low", "date_high")
FIELDS = (
    *NUMBERS, "precision", "unit", "measure", "aspect", "status", "subject", "subject_group", "actor",
    "place", "place_precision", "place_from", "place_to", *DAYS, "tally", "part_of", "source", "source_type",
    "source_party",
    "stance",
)  # fmt: skip
BASIS = {"place": "place_basis", "actor": "actor_basis"}
NEEDED = ("precision", "measure", "status")  # what no claim is without


def read(path: str | Path, lexicon: Lexicon | None = None) -> pd.DataFrame:
    """The decisions of a file, another person's say, as a frame like `Corpus.decisions`; no claims are looked at.

    Errors: FileNotFoundError; ValueError that names the file and the row of what is no decision (see `check`).

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "mine.csv").write_text("claim,decision\\nx,reject\\n", encoding="utf-8")
    ...     read(Path(folder, "mine.csv"))["decision"].tolist()
    ['reject']
    """
    listed = sheets.lines(Path(path), ("claim", "decision"), "claim")
    return _frame(check(listed, str(path), lexicon or load()))


def check(listed: Iterable[Line], path: str, lexicon: Lexicon) -> list[sheets.Row]:
    """The decisions of a table, checked.

    Errors: ValueError that names the file and the row of a decision that is none of the four, a correction of a field
    that cannot be corrected, a value that the field cannot have, or a row that takes back what does not stand.

    >>> from helpers.lexicon import load
    >>> check([Line(2, {"claim": "x", "decision": "perhaps"})], "decisions.csv", load())
    Traceback (most recent call last):
    ValueError: decisions.csv, row 2: decision is 'perhaps'. Write accept, reject, correct or withdraw.
    """
    listed = list(listed)
    sheets.raise_for(path, _faults(listed, lexicon))
    return [line.row for line in listed]


def _faults(listed: Iterable[Line], lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    listed, closed = list(listed), vocabularies(lexicon)
    idle = _standing([row for _, row in listed])[1]
    for i, (number, row) in enumerate(listed):
        decision, field, value = (row.get(key, "").strip() for key in ("decision", "field", "value"))
        if decision not in (ACCEPT, REJECT, CORRECT, WITHDRAW):
            yield number, f"decision is {decision!r}. Write {ACCEPT}, {REJECT}, {CORRECT} or {WITHDRAW}."
        elif i in idle:
            yield number, "takes back nothing: no row of this coder, claim and field stands above it."
        elif decision == CORRECT and field not in FIELDS:
            yield number, f"field is {field!r}, which cannot be corrected. Choose one of {', '.join(FIELDS)}."
        elif decision == CORRECT and not fits(field, value, closed):
            yield number, f"{field} cannot be {value!r}. The codebook and the schema say what it can be."


def standing(decisions: list[sheets.Row]) -> list[sheets.Row]:
    """The decisions that stand: without those taken back, and without the rows that take back.

    >>> row = {"claim": "c", "coder": "a", "decision": "accept"}
    >>> standing([row, row | {"decision": "reject"}, row | {"decision": "withdraw"}]) == [row]
    True
    """
    return [decisions[i] for i in _standing(decisions)[0]]


def _standing(decisions: list[sheets.Row]) -> tuple[list[int], set[int]]:
    """The places of the rows that stand, and of those that take back what does not stand."""
    above: dict[tuple[str, ...], list[int]] = {}
    idle = set[int]()
    for i, row in enumerate(decisions):
        held = above.setdefault(tuple(row.get(key, "").strip() for key in ("claim", "coder", "field")), [])
        if row["decision"].strip() != WITHDRAW:
            held.append(i)
        elif held:
            held.pop()
        else:
            idle.add(i)
    return sorted(i for held in above.values() for i in held), idle


def vocabularies(lexicon: Lexicon) -> dict[str, list[str]]:
    """The values that each field of a closed vocabulary can have, in the order of the word lists.

    >>> vocabularies(load())["status"]
    ['event', 'negated', 'planned', 'rejected']
    """
    found = {field: [row["value"] for row in lexicon["codebook"] if row["column"] == field] for field in FIELDS}
    found["source_party"] = [row["party"] for row in lexicon["parties"]]
    return {field: values for field, values in found.items() if values}


def fits(field: str, value: str, closed: dict[str, list[str]]) -> bool:
    """Whether a field can have a value: numbers are finite and not below 0, days are of the calendar.

    >>> closed = vocabularies(load())
    >>> fits("best", "38", closed), fits("best", "inf", closed), fits("measure", "", closed), fits("place", "", closed)
    (True, False, False, True)
    """
    if not value:
        return field not in NEEDED
    if field in NUMBERS:
        return bool(0 <= pd.to_numeric(value, errors="coerce") < math.inf)
    if field in DAYS:
        return bool(pd.notna(pd.to_datetime(value, errors="coerce", format="%Y-%m-%d")))
    return field not in closed or value in closed[field]


def applied(claims: pd.DataFrame, decisions: list[sheets.Row]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The claims as decided, and the decisions with what became of each: `applied`, `withdrawn`, `gone` with its claim.

    A later row wins over an earlier one. A rejected claim stays listed, with the status `rejected`, and counts nowhere;
    accepted or corrected later it counts again. Accepting a claim leaves what was corrected before as it is.

    >>> from helpers import parse
    >>> claims = parse([("a", "قتل ثلاثة جنود.")]).claims
    >>> row = {"claim": claims["id"][0], "decision": "correct", "field": "best", "value": "4"}
    >>> decided, listed = applied(claims, [row, {"claim": "claim:b:0-1", "decision": "reject"}])
    >>> decided["best"].tolist(), decided["decided"].tolist(), listed["outcome"].tolist()
    ([4.0], ['correct'], ['applied', 'gone'])
    """
    claims, known = claims.copy(deep=False), dict(zip(claims["id"], claims.index, strict=True))
    rejected: dict[int, str] = {}  # the status that each had before
    stand = set(_standing(decisions)[0])
    for row in (decisions[i] for i in sorted(stand)):
        at = known.get(row["claim"].strip())
        if at is None:
            continue
        decision = row["decision"].strip()
        claims.loc[at, "decided"] = decision
        if decision == REJECT:
            rejected.setdefault(at, claims.loc[at, "status"])
            claims.loc[at, "status"] = "rejected"
        elif at in rejected:
            claims.loc[at, "status"] = rejected.pop(at)
        if decision == CORRECT:
            _correct(claims, at, row["field"].strip(), row.get("value", "").strip())
    outcome = [
        "gone" if row["claim"].strip() not in known
        else "applied" if i in stand or row["decision"].strip() == WITHDRAW
        else "withdrawn"
        for i, row in enumerate(decisions)
    ]  # fmt: skip
    return claims, _frame(decisions).assign(outcome=pd.array(outcome, dtype="string"))


def _frame(decisions: list[sheets.Row]) -> pd.DataFrame:
    rows = [
        {key: row.get(key, "").strip() or None for key in COLUMNS} | {"id": f"decision:{n}"}
        for n, row in enumerate(decisions, 1)
    ]
    return schema.frame("decisions", rows)


def _correct(claims: pd.DataFrame, at: int, field: str, value: str) -> None:
    """One field of one claim, and what only restates it; an empty value takes it away."""
    if field in DAYS:
        claims.loc[at, field] = pd.Timestamp(value) if value else pd.NaT
        claims.loc[at, "date_precision"] = date_precision(
            *(None if pd.isna(day) else day for day in claims.loc[at, list(DAYS)])
        )
    elif not value:
        claims.loc[at, field] = pd.NA
    else:
        claims.loc[at, field] = float(value) if field in NUMBERS else value
    if field in BASIS:
        claims.loc[at, BASIS[field]] = pd.NA  # a person says so now: it is neither stated, inferred nor carried
    if field == "precision" and value != "vague":
        claims.loc[at, "vague"] = pd.NA  # else a policy would put its own number for the word
