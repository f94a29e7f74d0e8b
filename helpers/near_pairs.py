"""Which matters are near enough in time to be compared: pairs of one kind, the nearest only where many are near."""

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import TypeVar

from helpers.matters import LEAVING, UPDATE_WITHIN, Told, same_number
from helpers.triggers import TOLLS

NEAREST = 100  # more that are near in time would tie all to all
NOT_COMPARED = "not_compared"

One = TypeVar("One", bound=Told)


def near_pairs(told: Iterable[Told]) -> Iterator[tuple[Told, Told, bool]]:
    """The pairs that a relation can hold between: of one measure and group, or movements, and near in time.

    Of more than `NEAREST` that are near, each is compared with the nearest only: once with those that give the same
    number, once with the others. The third of each is False for one that stands for those not compared.

    >>> from helpers import items, parse
    >>> corpus = parse([("a", "قتل 3 جنود. وأصيب 4 مدنيين."), ("b", "قتل 5 جنود.")], published={"a": "2020-05-11"})
    >>> pairs = near_pairs(items.told(corpus.claims, corpus.reports, {}))
    >>> [(a.best, b.best, compared) for a, b, compared in pairs]
    [(3.0, 5.0, True)]
    """
    in_time = sorted((one for one in told if one.measure in TOLLS | LEAVING), key=place_in_time)
    for key in (said_key, pile_key):
        for _, listed in groupby(sorted(in_time, key=key), key):
            yield from (pair for pair in near(listed) if not pair[2] or same_number(*pair[:2]) == (key is said_key))


def near(listed: Iterable[One]) -> Iterator[tuple[One, One, bool]]:
    """The pairs near in time among those of one kind, who come in the order of `place_in_time`.

    Of those too far back in the row to be compared, the one that reaches farthest stands for all (False).
    """
    before: deque[One] = deque()
    left: One | None = None
    for b in listed:
        yield from ((a, b, True) for a in before if _is_near(a, b))
        if left is not None and _is_near(left, b):
            yield left, b, False
        before.append(b)
        if len(before) > NEAREST:
            gone = before.popleft()
            left = gone if left is None or _reaches(gone) >= _reaches(left) else left


def _is_near(a: Told, b: Told) -> bool:
    return a.window is None or b.window is None or b.window[0] <= a.window[1] + UPDATE_WITHIN


def _reaches(one: Told) -> date:
    return one.window[1] if one.window else date.max


def place_in_time(one: Told) -> tuple[bool, date, str, int]:
    """What puts matters in order: their first days, those without one last; then where they are told.

    >>> from helpers import items, parse
    >>> corpus = parse([("a", "قتل 3 جنود."), ("b", "قتل 4 جنود.")], published={"b": "2020-05-11"})
    >>> told = items.told(corpus.claims, corpus.reports, {})
    >>> [one.report for one in sorted(told, key=place_in_time)]
    ['b', 'a']
    """
    return (one.window is None, one.window[0] if one.window else date.min, one.report, one.number_start)


def said_key(one: Told) -> str:
    """What those share that give one number of one kind, as text.

    >>> from helpers import items, parse
    >>> corpus = parse([("a", "قتل 3 جنود. وأصيب المئات.")])
    >>> [said_key(one) for one in items.told(corpus.claims, corpus.reports, {})]
    ["('killed', None, 'government', 3.0)", "('wounded', None, 'people', 'hundreds')"]
    """
    return repr(one.said)


def pile_key(one: Told) -> str:
    """What those share that a relation can hold between, as text.

    >>> from helpers import items, parse
    >>> corpus = parse([("a", "قتل 3 جنود. وفر 40 مدنيا. واستسلم 12 مسلحا.")])
    >>> [pile_key(one) for one in items.told(corpus.claims, corpus.reports, {})]
    ['killed government', 'moved', 'moved']
    """
    return "moved" if one.measure in LEAVING else f"{one.measure} {one.group}"
