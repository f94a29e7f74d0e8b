"""Sums that refuse: only items that cannot overlap are added, and each one left out has its reason."""

from collections import Counter
from typing import NamedTuple

import pandas as pd

from helpers.assemble import Corpus
from helpers.names import entities

Side = tuple[str, str | None, str | None]  # measure, subject_group, of_party
Ends = tuple[str, float | None, float | None]  # item, low, high
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
    refused, ids = dict.fromkeys(items.loc[items["measure"].isin(STOCKS), "id"], "stock"), set(items["id"])
    for row in items[items["relations"].notna()].to_dict("records"):
        for tie in row["relations"].split():
            kind, other = tie.split(":", 1)
            refused[row["id"]] = kind
            if kind != "part_of" and other in ids:
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


def left_out(corpus: Corpus, items: pd.DataFrame) -> dict[str, str]:
    """The items that may not be added to others of their measure and side, and why, in the codebook's values.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل 52 شخصا أمس، وبلغت حصيلة القتلى 300 شخص.")])
    >>> sorted(left_out(corpus, corpus.items).values())
    ['running']
    """
    names, claims, known = corpus.claims["id"], items["claims"].str.split(), entities(corpus.lexicon)
    subject = dict(zip(names, corpus.claims["subject"].astype(object), strict=True))
    cumulative = set(names[corpus.claims["tally"].eq("cumulative").fillna(False)])
    subjects = claims.map(lambda listed: subject[listed[0]]).astype(object)
    sides = subjects.map(lambda subject: known[subject].party if subject in known else "")
    alike = items.groupby(["measure", "subject_group", sides], dropna=False, sort=False)
    running = items.loc[[not cumulative.isdisjoint(listed) for listed in claims], "id"]
    ties = {item: why for _, group in alike for item, why in tally(group).refused.items()}
    return dict.fromkeys(running, "running") | ties


class Sum(NamedTuple):
    """What may be added of one measure and one side (missing ends are open), and how many are left out, by reason."""

    measure: str
    subject_group: str | None
    of_party: str | None
    low: float | None
    high: float | None
    added: int
    left_out: dict[str, int]


def sums(matters: pd.DataFrame, refused: dict[str, str]) -> list[Sum]:
    """The sums of a table of matters (item, measure, subject_group, of_party, low, best, high), without the refused.

    >>> row = {"item": "a", "measure": "killed", "subject_group": "sdf", "of_party": "sdf"}
    >>> row |= dict.fromkeys(("low", "best", "high"), 3)
    >>> sums(pd.DataFrame([row, row | {"item": "b"}, row | {"item": "c"}]), {"c": "running"})[0][3:]
    (6.0, 6.0, 2, {'running': 1})
    """
    columns = ["item", "measure", "subject_group", "of_party", "low", "best", "high"]
    groups: dict[Side, list[Ends]] = {}
    if len(matters):
        plain = matters[columns].astype(object)
        for row in plain.where(plain.notna(), None).itertuples(index=False, name=None):
            item, measure, group, party, low, best, high = row
            ends = item, best if low is None else low, best if high is None else high
            groups.setdefault((measure, group, party), []).append(ends)
    return [_sum(side, rows, refused) for side, rows in groups.items()]


def _sum(side: Side, rows: list[Ends], refused: dict[str, str]) -> Sum:
    added = [(low, high) for item, low, high in rows if item not in refused]
    low = [end for end, _ in added if end is not None]
    high = [end for _, end in added if end is not None]
    left_out = Counter(refused[item] for item, *_ in rows if item in refused)
    total = float(sum(high)) if high and len(high) == len(added) else None
    return Sum(*side, float(sum(low)) if low else None, total, len(added), dict(left_out))


def tied(items: pd.DataFrame, kind: str) -> pd.Series:
    """How many of the items each one is tied to, either way, by a relation.

    >>> tied(pd.DataFrame({"id": ["a", "b"], "relations": [None, "may_overlap:a"]}), "may_overlap").tolist()
    [1, 1]
    """
    pairs = [
        (row.id, other)
        for row in items[items["relations"].notna()].itertuples()
        for relation, other in (tie.split(":", 1) for tie in row.relations.split())
        if relation == kind
    ]
    ends = Counter(end for pair in pairs for end in pair)
    return items["id"].map(lambda item: ends[item]).astype("Int64")
