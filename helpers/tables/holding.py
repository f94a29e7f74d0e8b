"""Tolls of which a later one may hold an earlier: whether it does is not told, so each leaves two readings."""

from typing import NamedTuple

import pandas as pd

from helpers.assemble import Corpus
from helpers.tables.tally import TIED, running
from helpers.tables.tally import ties as tied

UPDATE = "may_update"
COLUMNS = ["item", "measure", "subject_group", "of_party", "date_high", "tally", "best", "low", "high"]
Edge = tuple[str, str]


class Toll(NamedTuple):
    """A toll as far as it can hold another: what it counts, the ends of its wording, and what puts it in order.

    `told` is the last day it can be of, whether it is of no day of its own, and its number.
    """

    side: tuple[object, ...]
    low: float | None
    high: float | None
    told: tuple[pd.Timestamp, bool, float]

    def can_hold(self, earlier: "Toll") -> bool:
        """Whether it is of the same side, of no day of its own, and not smaller than the other by the words of both.

        >>> day = pd.Timestamp("2020-05-11")
        >>> three, five = Toll(("killed", "sdf"), 3, 3, (day, True, 3)), Toll(("killed", "sdf"), 5, 5, (day, True, 5))
        >>> five.can_hold(three), three.can_hold(five)
        (True, False)
        """
        fits = self.high is None or earlier.low is None or earlier.low <= self.high
        return fits and self.side == earlier.side and self.told[1]


def held(corpus: Corpus, matters: pd.DataFrame) -> dict[str, bool]:
    """Whether one told later may hold it, of each toll that is left out of a sum for this doubt alone.

    `matters` has item, measure, subject_group, of_party, date_high, tally, best, low, high (see `tables.casualties`).
    A running total, a toll with another tie or one that leads out of the table, and a later one too small to hold the
    earlier leave no two readings, and none to what is tied to them.

    >>> from helpers import parse, tables
    >>> texts = [("a", "11 مارس 2019\\nأعلن الجيش السوري أمس مقتل 3 من جنوده."),
    ...     ("b", "13 مارس 2019\\nأعلن الجيش السوري مقتل 5 من جنوده.")]
    >>> corpus = parse(texts, published={"a": "2019-03-11", "b": "2019-03-13"})
    >>> list(held(corpus, tables.casualties(corpus)).values())
    [True, False]
    """
    items = corpus.items[corpus.items["id"].isin(matters["item"])]
    tolls = _tolls(matters, items)
    ties = [*tied(items[TIED].itertuples(index=False, name=None))]
    edges = [(item, other) for item, kind, other in ties if kind == UPDATE and other in tolls]
    shut = {item for item, kind, other in ties if kind != UPDATE or other not in tolls}
    shut |= {other for _, kind, other in ties if kind not in (UPDATE, "part_of")}
    pairs = [sorted(edge, key=lambda item: tolls[item].told) for edge in edges]
    totals = running(corpus, items)
    shut |= {end for pair in pairs for end in pair if end in totals}
    shut |= {end for pair in pairs if not tolls[pair[1]].can_hold(tolls[pair[0]]) for end in pair}
    shut = _spread(shut, edges)
    later = {end: False for pair in pairs for end in pair if end not in shut}
    return later | {earlier: True for earlier, _ in pairs if earlier not in shut}


def _spread(shut: set[str], edges: list[Edge]) -> set[str]:
    """Those, and all that are tied to them, however far."""
    while new := {end for edge in edges if not shut.isdisjoint(edge) for end in edge} - shut:
        shut = shut | new
    return shut


def _tolls(matters: pd.DataFrame, items: pd.DataFrame) -> dict[str, Toll]:
    """The matters by their items; those of one day in the order of their numbers, what is of its own day first."""
    words = items[["id", "wording_low", "wording_high"]].astype(object)
    wording = {item: ends for item, *ends in words.where(words.notna(), None).itertuples(index=False, name=None)}
    plain, found = matters[COLUMNS].astype(object), {}
    for row in plain.where(plain.notna(), None).itertuples(index=False):
        number = next((value for value in (row.best, row.high, row.low) if value is not None), 0.0)
        told = (row.date_high or pd.Timestamp.min, row.tally != "flow", float(number))
        low, high = wording[row.item]
        found[row.item] = Toll((row.measure, row.subject_group, row.of_party), low, high, told)
    return found
