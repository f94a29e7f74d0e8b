"""Matters that claims speak of: claims of the same thing made one item, graded, and tied to others.

Two claims are one item when they measure the same of the same population, give the same number or word, and their
days can be the same. Nothing here is verified, and nothing is added up.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from hashlib import sha1
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from helpers.days import dated

TOLLS = {"killed", "wounded", "killed_or_wounded", "captured", "missing"}
MOVEMENTS = {"displaced", "evacuated", "arrived"}
CORROBORATING = {"headline", "standfirst", "body"}
UPDATE_WITHIN = timedelta(days=7)
UNGRADED = {"other", "other_people"}
FIGHTING = {"isis", "sdf", "coalition", "government", "armed_group", "forces"}


class Told(NamedTuple):
    """A claim as far as items need it; missing values are None."""

    id: str
    report: str
    measure: str
    aspect: str | None
    group: str | None
    low: float | None
    best: float | None
    high: float | None
    precision: str
    vague: str | None
    place: str | None
    date_low: pd.Timestamp | None
    date_high: pd.Timestamp | None
    known_by: pd.Timestamp | None
    section: str
    party: str | None
    source: str | None
    stance: str | None
    tally: str | None
    part_of: str | None


def rows(claims: pd.DataFrame, reports: pd.DataFrame) -> list[dict]:
    """The items of a claims frame, as rows for the items frame; negated and planned claims make none.

    >>> from helpers import schema
    >>> rows(schema.frame("claims", []), schema.frame("reports", []))
    []
    """
    counted = claims[claims["status"].eq("event") & ~claims["measure"].isin(UNGRADED)]
    counted = counted.assign(known_by=dated(counted, reports)["date_high"])
    told = [_told(row) for row in counted.to_dict("records")]
    groups = list(_groups(told))
    ids = {claim.id: _item_id(group) for group in groups for claim in group}
    ties = _relations(groups, ids)
    return [_row(group, ids[group[0].id], ties) for group in groups]


def _told(row: dict) -> Told:
    values = {"group": row["subject_group"], "party": row["source_party"], **row}
    return Told(*(None if pd.isna(values[field]) else values[field] for field in Told._fields))


def _groups(told: Iterable[Told]) -> Iterator[list[Told]]:
    groups: list[list[Told]] = []
    alike: dict[tuple, list[list[Told]]] = {}
    for claim in told:
        near = alike.setdefault(_said(claim), [])
        home = next((group for group in near if all(same_matter(claim, other) for other in group)), None)
        if home:
            home.append(claim)
        else:
            near.append([claim])
            groups.append(near[-1])
    yield from groups


def same_matter(a: Told, b: Told) -> bool:
    """Whether two claims can speak of one thing."""
    apart = a.part_of == b.id or b.part_of == a.id
    return _said(a) == _said(b) and not apart and _same_days(a, b)


def _said(claim: Told) -> tuple:
    """What is measured, of whom, and the number or word."""
    return claim.measure, claim.aspect, claim.group, claim.vague or _point(claim)


def _point(claim: Told) -> float | tuple | None:
    if claim.precision == "range":
        return (claim.low, claim.high)
    return next((value for value in (claim.best, claim.low, claim.high) if value is not None), None)


def _same_days(a: Told, b: Told) -> bool:
    if None in (a.date_low, a.date_high, b.date_low, b.date_high):
        far = a.known_by is not None and b.known_by is not None and abs(a.known_by - b.known_by) > UPDATE_WITHIN
        return a.report == b.report or (a.vague is None and not far)
    return max(a.date_low, b.date_low) <= min(a.date_high, b.date_high)


def _item_id(group: list[Told]) -> str:
    return "item:" + sha1(" ".join(sorted(claim.id for claim in group)).encode()).hexdigest()[:12]


def _row(group: list[Told], identity: str, ties: dict[str, list[str]]) -> dict:
    lows, highs = [c.low for c in group], [c.high for c in group]
    points = [p for p in (_point(c) for c in group) if isinstance(p, int | float)]
    exact = {c.best for c in group if c.precision == "exact"}
    days = [c for c in group if c.date_low is not None and c.date_high is not None]
    speaking = [c for c in group if c.section in CORROBORATING]
    parties = {c.party or c.source for c in speaking if c.source}
    return {
        "id": identity,
        "measure": group[0].measure,
        "subject_group": group[0].group,
        "place": next((c.place for c in group if c.place), None),
        "date_low": max((c.date_low for c in days), default=None),
        "date_high": min((c.date_high for c in days), default=None),
        "wording_low": None if None in lows else min(lows),
        "wording_high": None if None in highs else max(highs),
        "spread_low": min(points, default=None),
        "spread_high": max(points, default=None),
        "best": exact.pop() if len(exact) == 1 and all(c.precision == "exact" for c in group) else None,
        "mentions": len(speaking),
        "reports": len({c.report for c in group}),
        "independent_parties": len(parties),
        "grade": grade(group, parties),
        "relations": " ".join(ties.get(identity, ())) or None,
        "claims": " ".join(c.id for c in group),
    }


def grade(group: list[Told], parties: set[str]) -> str:
    """The grade of an item by stated rules, in the order of the codebook; `contested` is a relation between items."""
    stances = {c.stance for c in group}
    if "own_loss" in stances:
        return "own_loss"
    if len(parties) > 1:
        return "corroborated"
    if "enemy_loss" in stances:
        return "adversary_claim"
    return "single_source" if parties else "unattributed"


def _relations(groups: list[list[Told]], ids: dict[str, str]) -> dict[str, list[str]]:
    ties: dict[str, list[str]] = {}
    for group in groups:
        for claim in group:
            if claim.part_of in ids:
                _tie(ties, ids[claim.id], "part_of", ids[claim.part_of])
    for a, b in combinations(groups, 2):
        kind = relation(a[0], b[0])
        if kind:
            _tie(ties, ids[b[0].id], kind, ids[a[0].id])
    return ties


def relation(a: Told, b: Told) -> str | None:
    """How two different items may hang together where the reports do not say."""
    if a.measure == b.measure and a.measure in TOLLS and a.group == b.group and a.group in FIGHTING:
        return "may_update" if _may_hold(a, b) else None
    if {a.measure, b.measure} <= MOVEMENTS and a.part_of is None and b.part_of is None:
        return "may_overlap"
    return None


def _may_hold(a: Told, b: Told) -> bool:
    """Whether the later of two tolls may contain the earlier: not when it is tied to a day of its own."""
    if a.known_by is None or b.known_by is None or abs(a.known_by - b.known_by) > UPDATE_WITHIN:
        return False
    later = [c for c in (a, b) if c.known_by == max(a.known_by, b.known_by)]
    return any(c.tally != "flow" for c in later)


def _tie(ties: dict[str, list[str]], of: str, kind: str, to: str) -> None:
    if of != to:
        ties.setdefault(of, []).append(f"{kind}:{to}")
