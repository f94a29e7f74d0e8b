"""Whether two claims can speak of one thing, and how two things told may hang together.

Arabic news tells one toll in many places and words. Equal numbers are one matter only where more than the number ties
them; where they merely could be one, that is a relation, so that nothing is added up twice and nothing is merged away.
"""

from datetime import date, timedelta
from typing import NamedTuple

from helpers.triggers import BLOWS, MOVEMENTS, TOLLS

LEAVING = MOVEMENTS | {"surrendered"}
OVERLAPPING = TOLLS | MOVEMENTS
FIGHTING = {"isis", "sdf", "coalition", "government", "armed_group", "forces"}
SETTLED = {"town", "district"}
UPDATE_WITHIN = timedelta(days=7)
NEWS_WITHIN = timedelta(days=2)  # an event without a day is news of these days before it was told
DISTINCT = 10  # smaller counts recur by chance: across reports they need a place or a day in common

Point = float | tuple[float | None, float | None]  # a number, or the two ends of a range
Said = tuple[str | Point | None, ...]


class Told(NamedTuple):
    """A claim as far as matters need it; missing values are None.

    `text` is one for reports of the same words; `side` is the party of those counted; `dated` says whether the claim
    names days of its own, `window` is when it can have happened (None: nothing tells), `known_by` the last day on which
    it was told.
    """

    id: str
    report: str
    text: str
    number_start: int
    measure: str
    aspect: str | None
    group: str | None
    side: str | None
    low: float | None
    best: float | None
    high: float | None
    precision: str
    vague: str | None
    place: str | None
    place_precision: str | None
    place_from: str | None
    place_to: str | None
    dated: bool
    window: tuple[date, date] | None
    known_by: date | None
    section: str
    party: str | None
    source: str | None
    stance: str | None
    tally: str | None
    part_of: str | None

    @property
    def said(self) -> Said:
        """What is measured, of whom, and the number or word; of attacks the number: the rest is often unsaid.

        >>> from helpers import items, parse
        >>> corpus = parse([("a", "قتل ثلاثة مدنيين. وقتل العشرات. وشنت 12 غارة.")])
        >>> [claim.said for claim in items.told(corpus.claims, corpus.reports, {})]
        [('killed', None, 'civilians', 3.0), ('killed', None, 'people', 'dozens'), ('strikes', 12.0)]
        """
        kind: Said = (self.measure,) if self.measure in BLOWS else (self.measure, self.aspect, self.group)
        return *kind, self.vague or self.point

    @property
    def point(self) -> Point | None:
        """The number named: of a range its two ends; None for a word and where no number is.

        >>> from helpers import items, parse
        >>> corpus = parse([("a", "قتل أكثر من 20. وأصيب 3 إلى 5 أطفال. وجرح العشرات.")])
        >>> [claim.point for claim in items.told(corpus.claims, corpus.reports, {})]
        [20.0, (3.0, 5.0), None]
        """
        if self.precision == "range":
            return (self.low, self.high)
        if self.precision == "vague":
            return None
        return next((value for value in (self.best, self.low, self.high) if value is not None), None)


def window(low: date | None, high: date | None, dated: bool) -> tuple[date, date] | None:
    """The days on which something can have happened: its own, or those it was told on and the days before.

    >>> window(date(2020, 5, 3), date(2020, 5, 3), dated=False)
    (datetime.date(2020, 5, 1), datetime.date(2020, 5, 3))
    """
    if low is None or high is None:
        return None
    return (low, high) if dated else (low - NEWS_WITHIN, high)


def same_matter(a: Told, b: Told) -> bool:
    """Whether two claims that give one number speak of one thing: more must tie them, and nothing part them.

    Within a report the telling itself is the tie, and within a text that two reports print; across other reports, told
    within days, it is a town or a day in common, or a number that is not small. A vague word needs both.

    >>> from helpers import items, parse
    >>> def same(one, other):
    ...     corpus = parse([("a", one), ("b", other)], published={"a": "2020-05-11", "b": "2020-05-12"})
    ...     return same_matter(*items.told(corpus.claims, corpus.reports, {}))
    >>> same("قتل 3 في حلب.", "قتل 3 في حلب."), same("قتل 3.", "مقتل 3."), same("قتل 38.", "مقتل 38.")
    (True, False, True)
    """
    return _are_tied(a, b) and _nothing_parts(a, b)


def _are_tied(a: Told, b: Told) -> bool:
    if a.text == b.text:
        return True
    if a.window is None or b.window is None:
        return False
    if a.vague or a.point is None:
        return a.dated and b.dated and _one_place(a, b)
    return _one_place(a, b) or (a.dated and b.dated) or _is_distinct(a)


def may_be_same(a: Told, b: Told) -> bool:
    """Whether two claims give one number and nothing parts them.

    >>> from helpers import items, parse
    >>> texts = [("a", "قتل 3 جنود في حلب."), ("b", "مقتل 3 جنود في إدلب.")]
    >>> corpus = parse(texts)
    >>> a, b = items.told(corpus.claims, corpus.reports, {})
    >>> may_be_same(a, b)
    False
    """
    return same_number(a, b) and _nothing_parts(a, b)


def _nothing_parts(a: Told, b: Told) -> bool:
    """Whether two have no other kind, town, side or day, and neither is part of the other."""
    return (
        not _differ(a.group, b.group)
        and not _differ(a.aspect, b.aspect)
        and not (a.part_of == b.id or b.part_of == a.id)
        and not _other_place(a, b)
        and not _other_side(a, b)
        and _can_meet(a, b)
    )


def relation(a: Told, b: Told) -> str | None:
    """How two matters may hang together where the reports do not say; None where they do not.

    >>> from helpers import items, parse
    >>> texts = [("a", "قتل 3 جنود."), ("b", "قتل 5 جنود.")]
    >>> corpus = parse(texts, published={"a": "2020-05-11", "b": "2020-05-13"})
    >>> earlier, later = items.told(corpus.claims, corpus.reports, {})
    >>> relation(later, earlier)
    'may_update'
    """
    if a.measure in OVERLAPPING and may_be_same(a, b):
        return "may_overlap"
    if _is_disputed(a, b):
        return "disputed_composition"
    if a.measure == b.measure and a.measure in TOLLS and a.group == b.group:
        return "contested" if _is_contested(a, b) else "may_update" if _may_hold(a, b) else None
    left = a.measure in LEAVING and b.measure in LEAVING and a.part_of is None and b.part_of is None
    return "may_overlap" if left and _can_meet(a, b) else None


def _is_disputed(a: Told, b: Told) -> bool:
    """Whether one tells of fighters with others and another teller of how few fighters were among those who left."""
    crowd, fighters = (a, b) if a.group == "mixed" else (b, a)
    if crowd.group != "mixed" or fighters.group not in FIGHTING or not {a.measure, b.measure} <= LEAVING:
        return False
    few, many = fighters.point, crowd.point
    fewer = isinstance(few, int | float) and isinstance(many, int | float) and few < many
    apart = a.part_of == b.id or b.part_of == a.id or a.source == b.source
    return fewer and not apart and not _other_side(a, b) and _near_in_time(a, b)


def _is_contested(a: Told, b: Told) -> bool:
    """Whether two tellers give one population, place and moment numbers that cannot both be right."""
    moment = _can_meet(a, b) and (a.report == b.report or a.known_by == b.known_by or (a.dated and b.dated))
    tellers = None not in (a.source, b.source) and a.source != b.source
    running = "cumulative" in (a.tally, b.tally) or a.part_of is not None or b.part_of is not None
    return tellers and moment and _one_place(a, b) and not _other_side(a, b) and not running and not _agree(a, b)


def _agree(a: Told, b: Told) -> bool:
    """Whether some number fits both: «12» and «more than 10» do, «12» and «about 30» do not."""
    (low, high), (other_low, other_high) = (_bounds(one) for one in (a, b))
    return max(low, other_low) <= min(high, other_high)


def _bounds(claim: Told) -> tuple[float, float]:
    """The numbers that the words allow; «about» a number allows a tenth more or less."""
    if claim.precision == "approximate" and claim.best is not None:
        return claim.best * 0.9, claim.best * 1.1
    low = claim.best if claim.low is None else claim.low
    high = claim.high
    if high is None:
        is_open = claim.precision in ("more_than", "at_least", "vague")
        high = float("inf") if is_open or claim.best is None else claim.best
    return low or 0.0, high


def same_number(a: Told, b: Told) -> bool:
    """Whether two matters give one number of one kind.

    >>> from helpers import items, parse
    >>> texts = [("a", "قتل 3 جنود في حلب."), ("b", "مقتل 3 جنود في إدلب.")]
    >>> corpus = parse(texts)
    >>> a, b = items.told(corpus.claims, corpus.reports, {})
    >>> same_number(a, b)
    True
    """
    return a.measure == b.measure and a.said == b.said


def _is_distinct(claim: Told) -> bool:
    return isinstance(claim.point, tuple) or (claim.point is not None and claim.point >= DISTINCT)


def _one_place(a: Told, b: Told) -> bool:
    return a.place is not None and a.place == b.place and a.place_precision in SETTLED


def _other_place(a: Told, b: Told) -> bool:
    """Whether each is told of a town or district of its own; a governorate or country may hold the other's town."""
    return a.place != b.place and a.place_precision in SETTLED and b.place_precision in SETTLED


def _differ(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and a != b


def _other_side(a: Told, b: Told) -> bool:
    """Whether those counted are of two sides: two armies' dead are both «government» and yet two tolls."""
    return _differ(a.side, b.side)


def _can_meet(a: Told, b: Told) -> bool:
    """Whether the days can be the same; within a report, a claim without a day can be of any that it names."""
    if a.report == b.report and not (a.dated and b.dated):
        return True
    if a.window is None or b.window is None:
        return True
    return max(a.window[0], b.window[0]) <= min(a.window[1], b.window[1])


def _near_in_time(a: Told, b: Told) -> bool:
    return a.known_by is None or b.known_by is None or abs(a.known_by - b.known_by) <= UPDATE_WITHIN


def _may_hold(a: Told, b: Told) -> bool:
    """Whether the later of two tolls may contain the earlier: not when it is tied to a day or a town of its own.

    A side's losses are one count that goes on; of other people only what is told of one place, or as a running count.
    """
    if a.known_by is None or b.known_by is None or not _near_in_time(a, b):
        return False
    if a.text == b.text or _other_place(a, b) or _other_side(a, b):
        return False
    last = max(a.known_by, b.known_by)
    later = [c for c in (a, b) if c.known_by == last]
    goes_on = a.group in FIGHTING or _one_place(a, b) or any(c.tally == "cumulative" for c in later)
    return goes_on and any(c.tally != "flow" for c in later)
