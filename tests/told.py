"""The claims of a sentence in the words of `gold/claims.csv`."""

import pandas as pd

SIGNS = {"approximate": "~", "more_than": ">", "at_least": ">=", "less_than": "<", "at_most": "<=", "exact": ""}


def told(claims: pd.DataFrame) -> list[str]:
    """Each claim as «measure value population», with `part` before a part, and its status where it did not happen."""
    return [_one(row) for row in claims.astype(object).where(claims.notna(), None).to_dict("records")]


def _one(row: dict) -> str:
    words = ["part" if row["part_of"] else None, row["measure"], _value(row), row["subject_group"]]
    return " ".join(filter(None, [*words, None if row["status"] == "event" else row["status"]]))


def _value(row: dict) -> str:
    if row["precision"] == "vague":
        return "?" if row["number_text"] is None else row["vague"]
    if row["precision"] == "range":
        return f"{row['low']:g}..{row['high']:g}"
    number = next(row[key] for key in ("best", "low", "high") if row[key] is not None)
    return f"{SIGNS[row['precision']]}{number:.10g}"
