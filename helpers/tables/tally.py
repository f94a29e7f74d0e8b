"""Sums that refuse: only items that cannot overlap are added, and each one left out has its reason."""

from typing import NamedTuple

import pandas as pd

REFUSED = {
    "part_of": "part of another figure",
    "may_update": "may contain an earlier toll, or be contained in a later one",
    "may_overlap": "may count the same people as another figure",
}
STOCKS = {"camp_population", "camp_capacity", "fighters_present", "civilians_present", "area_km2", "besieged"}


class Tally(NamedTuple):
    """The sum of what may be added, open where a part is (missing), and the items left out with the reason."""

    low: float | None
    high: float | None
    added: list[str]
    refused: dict[str, str]


def tally(items: pd.DataFrame) -> Tally:
    """The sum of items' wording intervals, without those that may overlap, are parts, or are counts at a moment.

    >>> from helpers import schema
    >>> row = {"id": "a", "measure": "killed", "subject_group": "sdf", "wording_low": 3, "wording_high": 3}
    >>> tally(schema.frame("items", [row, row | {"id": "b"}]))[:3]
    (6.0, 6.0, ['a', 'b'])
    """
    refused = {row["id"]: "a count at a moment, not an event" for row in _stocks(items)}
    for row in items[items["relations"].notna()].to_dict("records"):
        for tie in row["relations"].split():
            kind, other = tie.split(":", 1)
            refused[row["id"]] = REFUSED[kind]
            if kind != "part_of" and other in set(items["id"]):
                refused[other] = REFUSED[kind]
    left = items[~items["id"].isin(refused)]
    if left[["measure", "subject_group"]].drop_duplicates().shape[0] > 1:
        return Tally(None, None, [], refused | dict.fromkeys(left["id"], "different measures or populations"))
    low, high = left["wording_low"], left["wording_high"]
    return Tally(
        float(low.sum()) if len(left) and low.notna().any() else None,
        float(high.sum()) if len(left) and high.notna().all() else None,
        left["id"].tolist(),
        refused,
    )


def _stocks(items: pd.DataFrame) -> list[dict]:
    return items[items["measure"].isin(STOCKS)].to_dict("records")
