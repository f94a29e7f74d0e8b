"""Sums that refuse: only items that cannot overlap are added, and each one left out has its reason."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from helpers import triggers
from helpers.assemble import Corpus
from helpers.names import entities

Side = tuple[str, str | None, str | None]  # measure, subject_group, of_party
Ends = tuple[str, float | None, float | None]  # item, low, high
Tied = tuple[str, str, str | None]  # item, measure, relations
TIED = ["id", "measure", "relations"]
Span = tuple[float | None, float | None]  # low, high
STOCKS = triggers.STOCKS | {"area_km2"}


class Tally(NamedTuple):
    """The sum of what may be added, open (missing) where a part is, and why the rest is left out (codebook).

    >>> Tally(5.0, None, ["a"], {"b": "may_overlap"})
    Tally(low=5.0, high=None, added=['a'], refused={'b': 'may_overlap'})
    """

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
    refused = _refused(items[TIED].itertuples(index=False, name=None))
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


def _refused(items: Iterable[Tied]) -> dict[str, str]:
    """Why each of the items that are told of one population may not be added to the others."""
    items = list(items)
    refused, ids = {item: "stock" for item, measure, _ in items if measure in STOCKS}, {item for item, *_ in items}
    for item, kind, other in ties(items):
        refused[item] = kind
        if kind != "part_of" and other in ids:
            refused[other] = kind
    return refused


def ties(items: Iterable[Tied]) -> Iterator[tuple[str, str, str]]:
    """The ties of items: an item, the kind of tie, the other item.

    >>> list(ties([("b", "killed", "may_update:a part_of:c"), ("a", "killed", None)]))
    [('b', 'may_update', 'a'), ('b', 'part_of', 'c')]
    """
    for item, _, relations in items:
        for tie in relations.split() if isinstance(relations, str) else ():
            kind, _, other = tie.partition(":")
            yield item, kind, other


def left_out(corpus: Corpus, items: pd.DataFrame) -> dict[str, str]:
    """The items that may not be added to others of their measure and side, and why, in the codebook's values.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل 52 شخصا أمس، وبلغت حصيلة القتلى 300 شخص.")])
    >>> sorted(left_out(corpus, corpus.items).values())
    ['running']
    """
    known = entities(corpus.lexicon)
    subject = dict(zip(corpus.claims["id"], corpus.claims["subject"].astype(object), strict=True))
    alike: dict[tuple[object, ...], list[Tied]] = {}
    plain = items[[*TIED, "subject_group", "claims"]].astype(object)
    for *tied, group, claims in plain.where(plain.notna(), None).itertuples(index=False, name=None):
        first = subject[claims.split()[0]]
        side = known[first].party if first in known else ""
        alike.setdefault((tied[1], group, side), []).append(tuple(tied))
    refused = {item: why for listed in alike.values() for item, why in _refused(listed).items()}
    return dict.fromkeys(running(corpus, items), "running") | refused


def running(corpus: Corpus, items: pd.DataFrame) -> list[str]:
    """The items that a claim tells as a running total.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل 52 شخصا أمس، وبلغت حصيلة القتلى 300 شخص.")])
    >>> len(running(corpus, corpus.items))
    1
    """
    cumulative = set(corpus.claims.loc[corpus.claims["tally"].eq("cumulative").fillna(False), "id"])
    return items.loc[[not cumulative.isdisjoint(listed.split()) for listed in items["claims"]], "id"].tolist()


class Sum(NamedTuple):
    """What may be added of one measure and one side (missing ends are open), and how many are left out, by reason.

    `held` is what it comes to if every later toll holds the earlier ones, where that is not told: another reading.
    """

    measure: str
    subject_group: str | None
    of_party: str | None
    low: float | None
    high: float | None
    added: int
    left_out: dict[str, int]
    held: Span | None = None


def sums(matters: pd.DataFrame, refused: dict[str, str], held: Mapping[str, bool] | None = None) -> list[Sum]:
    """The sums of a table of matters (item, measure, subject_group, of_party, low, best, high), without the refused.

    `held` (see `holding`) names those of the refused that are added all the same, and whether a later one may hold
    them: then there are two readings.

    >>> row = {"item": "a", "measure": "killed", "subject_group": "sdf", "of_party": "sdf"}
    >>> row |= dict.fromkeys(("low", "best", "high"), 3)
    >>> rows = pd.DataFrame([row, row | {"item": "b"}, row | {"item": "c"}])
    >>> sums(rows, {"c": "running"})[0][3:]
    (6.0, 6.0, 2, {'running': 1}, None)
    >>> sums(rows, {"b": "may_update", "c": "may_update"}, {"b": True, "c": False})[0][3:]
    (9.0, 9.0, 3, {}, (6.0, 6.0))
    """
    columns = ["item", "measure", "subject_group", "of_party", "low", "best", "high"]
    groups: dict[Side, list[Ends]] = {}
    if len(matters):
        plain = matters[columns].astype(object)
        for row in plain.where(plain.notna(), None).itertuples(index=False, name=None):
            item, measure, group, party, low, best, high = row
            ends = item, best if low is None else low, best if high is None else high
            groups.setdefault((measure, group, party), []).append(ends)
    return [_sum(side, rows, refused, held or {}) for side, rows in groups.items()]


def _sum(side: Side, rows: list[Ends], refused: dict[str, str], held: Mapping[str, bool]) -> Sum:
    added = [row for row in rows if row[0] not in refused or row[0] in held]
    left_out = Counter(refused[item] for item, *_ in rows if item in refused and item not in held)
    apart = [row for row in added if not held.get(row[0])]
    reading = _span(apart) if len(apart) < len(added) else None
    return Sum(*side, *_span(added), len(added), dict(left_out), reading)


def _span(rows: list[Ends]) -> Span:
    """The sum of the lower ends that are known, and of the upper ends where all are."""
    low = [end for _, end, _ in rows if end is not None]
    high = [end for *_, end in rows if end is not None]
    return float(sum(low)) if low else None, float(sum(high)) if high and len(high) == len(rows) else None


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
