"""Matters that claims speak of: claims of the same thing made one item, graded, and tied to others.

Nothing here is verified, and nothing is added up. What makes two claims one matter is said in `matters`.
"""

from collections.abc import Collection, Iterable, Mapping
from hashlib import sha1
from itertools import chain

import pandas as pd

from helpers.days import dated
from helpers.grouping import groups
from helpers.matters import Told, relation, window
from helpers.near_pairs import NOT_COMPARED, One, near_pairs
from helpers.schema import Record

CORROBORATING = {"headline", "standfirst", "body"}
UNGRADED = {"other", "other_people"}


def rows(
    claims: pd.DataFrame, reports: pd.DataFrame, parties: Mapping[str, str], allies: Mapping[str, Iterable[str]]
) -> list[Record]:
    """The items of a claims frame, as rows for the items frame; negated, planned and unnumbered claims make none.

    `parties` gives the party of each entity that has one, `allies` those that each fights beside: no second voice.

    >>> from helpers import schema
    >>> rows(schema.frame("claims", []), schema.frame("reports", []), {}, {})
    []
    """
    listed = {item_id(group): group for group in groups(told(claims, reports, parties))}
    ties = _ties(listed.values(), {claim.id: item for item, group in listed.items() for claim in group})
    contested = {end for item, tied in ties.items() for tie in tied for end in _ends(item, tie)}
    return [row(item, group, ties.get(item, ()), item in contested, allies) for item, group in listed.items()]


def told(claims: pd.DataFrame, reports: pd.DataFrame, parties: Mapping[str, str]) -> list[Told]:
    """The claims that items are made of, in the order of reports and places; `reports` gives their days.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل ثلاثة. وقد يقتل خمسة.")])
    >>> [(claim.measure, claim.best, claim.dated) for claim in told(corpus.claims, corpus.reports, {})]
    [('killed', 3.0, False)]
    """
    counted = claims[claims["number_text"].notna() & claims["status"].eq("event") & ~claims["measure"].isin(UNGRADED)]
    counted = counted.sort_values(["report", "number_start"], kind="stable")  # the same in whatever order they come
    days = dated(counted, reports)
    texts = counted["report"].map(reports.set_index("report")["text_sha256"])
    counted = counted.assign(text=texts, low_day=days["date_low"], high_day=days["date_high"], basis=days["date_basis"])
    return [_told(claim, parties) for claim in counted.to_dict("records")]


def _ends(item: str, tie: str) -> tuple[str, ...]:
    """Both items of a tie that says that their tellers contest each other."""
    kind, _, other = tie.partition(":")
    return (item, other) if kind == "contested" else ()


def _told(row: Record, parties: Mapping[str, str]) -> Told:
    values: Record = {key: None if pd.isna(value) else value for key, value in row.items()}
    low, high = (values[day] and values[day].date() for day in ("low_day", "high_day"))
    own_days = values["basis"] == "event" and low is not None and high is not None
    values |= {"group": values["subject_group"], "party": values["source_party"], "known_by": high}
    values |= {
        "text": values["text"] or values["report"],
        "dated": own_days,
        "window": window(low, high, own_days),
        "side": parties.get(values["subject"]),
    }
    if values["place_basis"] == "carried":  # it ties nothing and parts nothing
        values |= dict.fromkeys(("place", "place_precision"))
    return Told(*(values[field] for field in Told._fields))


def item_id(group: Iterable[Told]) -> str:
    """The id of the item that claims make together.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل ثلاثة. وأصيب خمسة.")])
    >>> group = told(corpus.claims, corpus.reports, {})
    >>> item_id(group) == item_id(reversed(group)), item_id(group) == item_id(group[:1])
    (True, False)
    """
    return "item:" + sha1(" ".join(sorted(claim.id for claim in group)).encode()).hexdigest()[:12]


def row(
    identity: str, group: list[Told], ties: Collection[str], contested: bool, allies: Mapping[str, Iterable[str]]
) -> Record:
    """The item of claims of one matter, with its ties to others.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قال الجيش إن 3 أو 4 قتلوا."), ("b", "قتل ثلاثة.")])
    >>> made = row("i", told(corpus.claims, corpus.reports, {}), [], False, {})
    >>> made["spread_low"], made["best"], made["mentions"], made["grade"]
    (3.0, None, 2, 'single_source')
    """
    points = [c.point for c in group if isinstance(c.point, int | float)]
    exact = {c.best for c in group if c.precision == "exact"}
    days = [c.window for c in group if c.dated and c.window]
    speaking = [c for c in group if c.section in CORROBORATING]
    voices = independent(((c.source, c.party) for c in speaking), allies)
    return {
        "id": identity,
        "measure": group[0].measure,
        "subject_group": next((c.group for c in group if c.group), None),
        "place": next((c.place for c in group if c.place), None),
        "from": next((c.place_from for c in group if c.place_from), None),
        "to": next((c.place_to for c in group if c.place_to), None),
        "date_low": max((low for low, _ in days), default=None),
        "date_high": min((high for _, high in days), default=None),
        "wording_low": min(_complete(c.low for c in group), default=None),
        "wording_high": max(_complete(c.high for c in group), default=None),
        "spread_low": min(points, default=None),
        "spread_high": max(points, default=None),
        "best": exact.pop() if len(exact) == 1 and all(c.precision == "exact" for c in group) else None,
        "mentions": len(speaking),
        "reports": len({c.report for c in group}),
        "independent_parties": voices,
        "grade": "contested" if contested else grade(group, voices),
        "relations": " ".join(ties) or None,
        "claims": " ".join(c.id for c in group),
    }


def _complete(numbers: Iterable[float | None]) -> list[float]:
    """The numbers, or none where one is missing."""
    listed = list(numbers)
    known = [number for number in listed if number is not None]
    return known if len(known) == len(listed) else []


def independent(speakers: Iterable[tuple[str | None, str | None]], allies: Mapping[str, Iterable[str]]) -> int:
    """How many independent parties the (source, party) pairs of speakers are.

    Speakers of one party are one, and so are parties that fight side by side. Of those whose party is not known
    nothing shows that they are others than those known: they count as one, and only where no party is known.

    >>> independent([("a spokesman", "sdf"), ("a commander", "sdf"), ("a medic", None)], {})
    1
    >>> independent([("a spokesman", "sdf"), ("OCHA", "un"), ("a general", "us")], {"us": ["sdf"]})
    2
    """
    named = [(source, party) for source, party in speakers if source]
    sides: list[set[str]] = []
    for party in sorted({party for _, party in named if party}):
        beside = [
            side for side in sides if any(party in allies.get(one, ()) or one in allies.get(party, ()) for one in side)
        ]
        sides = [side for side in sides if side not in beside] + [{party}.union(*beside)]
    return len(sides) or min(1, len(named))


def grade(group: list[Told], voices: int) -> str:
    """The grade of an item by stated rules, in the order of the codebook; `contested` comes before, from ties.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قال متحدث باسم قسد إن 20 من مقاتلي تنظيم الدولة قتلوا.")])
    >>> claims = told(corpus.claims, corpus.reports, {})
    >>> grade(claims, 1), grade([claim._replace(stance=None) for claim in claims], 1)
    ('adversary_claim', 'single_source')
    """
    stances = {c.stance for c in group}
    if "own_loss" in stances:
        return "own_loss"
    if voices > 1:
        return "corroborated"
    if "enemy_loss" in stances:
        return "adversary_claim"
    return "single_source" if voices else "unattributed"


def _ties(listed: Collection[list[Told]], ids: dict[str, str]) -> dict[str, list[str]]:
    """The relations of each item by its id: what it is part of, then how it stands to those told before it."""
    ties: dict[str, list[str]] = {}
    for claim in chain.from_iterable(listed):
        if claim.part_of in ids:
            _tie(ties, ids[claim.id], "part_of", ids[claim.part_of])
    pairs = [(*in_order((a, b)), compared) for a, b, compared in near_pairs(group[0] for group in listed)]
    for later, earlier, compared in sorted(pairs, key=lambda pair: _in_telling(pair[1])):
        if kind := relation(earlier, later) if compared else NOT_COMPARED:
            _tie(ties, ids[later.id], kind, ids[earlier.id])
    return ties


def in_order(pair: tuple[One, One]) -> tuple[One, One]:
    """The later-told of two, which says how it stands to the earlier, and the earlier.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل ثلاثة. وأصيب خمسة.")])
    >>> first, second = told(corpus.claims, corpus.reports, {})
    >>> in_order((first, second)) == in_order((second, first)) == (second, first)
    True
    """
    a, b = pair
    return (b, a) if _in_telling(a) < _in_telling(b) else (a, b)


def _in_telling(claim: Told) -> tuple[str, int]:
    """Where a claim is told."""
    return claim.report, claim.number_start


def _tie(ties: dict[str, list[str]], of: str, kind: str, to: str) -> None:
    if of != to:
        tie, listed = f"{kind}:{to}", ties.setdefault(of, [])
        if tie not in listed:
            listed.append(tie)
