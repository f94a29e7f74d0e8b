"""Sums that refuse: only items that cannot overlap are added, and each one left out has its reason."""

from typing import NamedTuple

import pandas as pd

STOCKS = {"camp_population", "camp_capacity", "fighters_present", "civilians_present", "area_km2", "besieged"}


class Tally(NamedTuple):
    """The sum of what may be added, open (missing) where a part is, and why the rest is left out (codebook)."""

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
    refused = dict.fromkeys(items.loc[items["measure"].isin(STOCKS), "id"], "stock")
    for row in items[items["relations"].notna()].to_dict("records"):
        for tie in row["relations"].split():
            kind, other = tie.split(":", 1)
            refused[row["id"]] = kind
            if kind != "part_of" and other in set(items["id"]):
                refused[other] = kind
    left = items[~items["id"].isin(refused)]
    if left[["measure", "subject_group"]].drop_duplicates().shape[0] > 1:
        return Tally(None, None, [], refused | dict.fromkeys(left["id"], "different"))
    low, high = left["wording_low"], left["wording_high"]
    return Tally(
        float(low.sum()) if len(left) and low.notna().any() else None,
        float(high.sum()) if len(left) and high.notna().all() else None,
        left["id"].tolist(),
        refused,
    )


def left_out(items: pd.DataFrame) -> dict[str, str]:
    """The items that may not be added to others of their measure and population, and why.

    >>> from helpers import schema
    >>> row = {"id": "a", "measure": "killed", "subject_group": "sdf", "relations": "part_of:b"}
    >>> left_out(schema.frame("items", [row, row | {"id": "b", "relations": None}]))
    {'a': 'part_of'}
    """
    alike = items.groupby(["measure", "subject_group"], dropna=False, sort=False)
    return {item: why for _, group in alike for item, why in tally(group).refused.items()}
