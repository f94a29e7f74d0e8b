"""What changed between two readings of one corpus: claims that came, that went, and that have other values."""

import pandas as pd

from helpers.schema import Record
from helpers.snapshots import COMPARED, plain
from helpers.tables.base import typed

COLUMNS = ["change", "report", "quote", "field", "before", "after", "claim"]


def changed(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """A row for each claim that was added or is gone, and for each field that has another value, as it is written.

    `before` and `after` are frames of claims, or snapshots of them. A claim is known by its report and place in it:
    where a report was edited, the claims after the edit are gone and added.

    >>> from helpers import parse
    >>> old, new = (parse([("a", text)]).claims for text in ("قتل 3 مدنيين.", "قتل 4 مدنيين. وأصيب اثنان."))
    >>> changed(old, new)[["change", "field", "before", "after"]].iloc[-1].tolist()
    ['other_value', 'high', '3', '4']
    """
    before, after = (plain(frame).set_index("id") for frame in (before, after))
    came, went = after.index.difference(before.index, sort=False), before.index.difference(after.index, sort=False)
    rows = [_row("added", after.loc[name]) for name in came] + [_row("gone", before.loc[name]) for name in went]
    both = after.index.intersection(before.index, sort=False)
    old, new = before.loc[both, list(COMPARED)], after.loc[both, list(COMPARED)]
    for name in both[(old != new).any(axis=1)]:
        for field in COMPARED:
            if old.at[name, field] != new.at[name, field]:
                values = {"before": old.at[name, field] or None, "after": new.at[name, field] or None}
                rows.append(_row("other_value", after.loc[name]) | {"field": field} | values)
    return typed(rows, COLUMNS)


def _row(change: str, claim: pd.Series) -> Record:
    return {"change": change, "report": claim["report"], "quote": claim["quote"], "claim": claim.name}
