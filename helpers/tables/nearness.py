"""How near the reader's places and days come to those of a reading by hand: the same, wider, narrower, or none."""

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from helpers.assemble import Corpus
from helpers.locations import holds
from helpers.names import Name
from helpers.tables.accuracy import beside
from helpers.tables.base import signed, typed
from helpers.tables.fields import Row, one_place

KINDS = ["same", "wider", "narrower", "other", "none", "added", "neither"]


@signed
def nearness(corpus: Corpus, hand: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """For the place and the day of each figure found, how many of the reader's are the hand's, or how they differ.

    `wider` and `narrower` hold the hand's place or days, or lie in them; `other` are neither. `none` has the hand's
    alone, `added` the reader's alone, `neither` has none of the two.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل ثلاثة في حلب.")])
    >>> hand = {"claims": corpus.claims.assign(also=None, when=None)}
    >>> nearness(corpus, hand)[["field", "same", "neither"]].to_numpy().tolist()
    [['place', 1, 0], ['event_days', 0, 1]]
    """
    both = beside(corpus, hand, "claims")
    left, right = list(both.theirs.itertuples()), list(both.ours.itertuples())
    known = {row.entity: Name(*row[1:]) for row in corpus.names[list(Name._fields)].itertuples()}
    pairs = [(left[i], right[j]) for i, j in both.pairs.items()]
    counted = {
        "place": Counter(_place(a, b, known) for a, b in pairs),
        "event_days": Counter(_days(a, b) for a, b in pairs),
    }
    rows = [{"field": field} | {kind: counts[kind] for kind in KINDS} for field, counts in counted.items()]
    return typed(rows, "field", KINDS).astype(dict.fromkeys(KINDS, "Int64"))


def _place(a: Row, b: Row, known: Mapping[str, Name]) -> str:
    if pd.isna(a.places) or pd.isna(b.place):
        return _one_empty(pd.isna(a.places), pd.isna(b.place))
    if one_place(a, b):
        return "same"
    theirs, ours = known.get(a.places), known.get(b.place)
    if theirs is None or ours is None:
        return "other"
    return "wider" if holds(ours, theirs) else "narrower" if holds(theirs, ours) else "other"


def _days(a: Row, b: Row) -> str:
    if pd.isna(a.when_low) or pd.isna(b.date_low):
        return _one_empty(pd.isna(a.when_low), pd.isna(b.date_low))
    if (a.when_low, a.when_high) == (b.date_low, b.date_high):
        return "same"
    if b.date_low <= a.when_low and a.when_high <= b.date_high:
        return "wider"
    return "narrower" if a.when_low <= b.date_low and b.date_high <= a.when_high else "other"


def _one_empty(theirs: bool, ours: bool) -> str:
    return "neither" if theirs and ours else "added" if theirs else "none"
