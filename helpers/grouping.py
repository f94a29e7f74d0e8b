"""Claims of one matter put together: each goes to the first group all of whose members it is one matter with.

Only groups of the same number and kind can take a claim. Where these are many, they are looked up by text and by day,
so that ten thousand tellings of one number cost little more each than ten.
"""

from bisect import insort
from collections.abc import Iterable, Iterator
from datetime import date
from heapq import merge
from typing import NamedTuple

from helpers.matters import Said, Told, same_matter

FEW = 8
SPANS = (1, 32, 1024, 32768)  # days of a stretch of time; a window is looked up by stretches of which it meets few
ANY_DAY, NO_DAY = "any", "none"

Day = str | tuple[str, int, int]  # one of the two words; or windows of their own or any span, the span, the stretch
Key = tuple[str | None, Day]  # the text of a claim, or None for any
Window = tuple[date, date]
Telling = tuple[str, str, str | None, str | None, str | None, str | None, bool, Window | None]


class Group(NamedTuple):
    """Claims of one matter; of those that tell alike, one stands for all when another is compared."""

    kinds: dict[Telling, Told]
    members: list[Told]

    def takes(self, claim: Told) -> bool:
        """Whether the claim is of one matter with every member, the parts and wholes of it apart."""
        return all(same_matter(claim, other) for other in self.kinds.values())

    def add(self, claim: Told) -> None:
        told = (claim.text, claim.report, claim.place, claim.side, claim.group, claim.aspect, claim.dated, claim.window)
        self.kinds.setdefault(told, claim)
        self.members.append(claim)


def groups(told: Iterable[Told]) -> list[list[Told]]:
    """The claims, those of one matter together, in the order of their first tellings.

    Those of a report come one after the other: a claim is part of another of its own report.

    >>> from helpers import items, parse
    >>> corpus = parse([("a", "مقتل 38 في حلب\\n\\nقتل 38 في حلب. وأصيب خمسة.")])
    >>> [len(group) for group in groups(items.told(corpus.claims, corpus.reports, {}))]
    [2, 1]
    """
    found: list[list[Told]] = []
    alike: dict[Said, Alike] = {}
    for claim in told:
        near = alike.setdefault(claim.said, Alike())
        home = near.home(claim)
        if home is None:
            home = near.new()
            found.append(home.members)
        near.add(home, claim)
    return found


class Alike:
    """The groups of one number and kind, and where to look for those that may take a claim."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.numbers: dict[int, int] = {}
        self.places: dict[Key, list[int]] = {}
        self.report = ""  # that the last claim is of
        self.homes: dict[str, int] = {}  # the group of each of its claims
        self.parted: dict[str, set[int]] = {}  # and those that hold a part of it

    def new(self) -> Group:
        """A new group, still without a claim."""
        group = Group({}, [])
        self.numbers[id(group)] = len(self.groups)
        self.groups.append(group)
        return group

    def home(self, claim: Told) -> Group | None:
        """The first group that takes the claim."""
        if claim.report != self.report:
            self.report, self.homes, self.parted = claim.report, {}, {}
        whole, parts = self.homes.get(claim.part_of or ""), self.parted.get(claim.id, ())
        for group in self._near(claim):
            number = self.numbers[id(group)]
            if number != whole and number not in parts and group.takes(claim):
                return group
        return None

    def add(self, group: Group, claim: Told) -> None:
        """Puts the claim into the group."""
        for key in _listed_under(claim, first=not group.members, of_text=claim.text not in _texts(group)):
            insort(self.places.setdefault(key, []), self.numbers[id(group)])
        group.add(claim)
        number = self.homes[claim.id] = self.numbers[id(group)]
        if claim.part_of:
            self.parted.setdefault(claim.part_of, set()).add(number)

    def _near(self, claim: Told) -> Iterator[Group]:
        if len(self.groups) <= FEW:
            return iter(self.groups)
        listed = (self.places[key] for key in _looked_up(claim) if key in self.places)
        return (self.groups[number] for number in merge(*listed))


def _texts(group: Group) -> Iterator[str]:
    return (kind[0] for kind in group.kinds)


def _listed_under(claim: Told, first: bool, of_text: bool) -> Iterator[Key]:
    """The keys of a group that the claim adds: the days of its first, and those of the first of each text."""
    window = claim.window
    if first and window:
        yield from ((None, day) for day in _stretches(window))
    if of_text:
        days = _stretches(window) if claim.dated and window else [NO_DAY]
        yield from ((claim.text, day) for day in (ANY_DAY, *days))


def _looked_up(claim: Told) -> Iterator[Key]:
    """The keys that every group that may take the claim is listed under, by its text or by its days."""
    window = claim.window
    if window:
        yield from ((None, day) for day in _meeting(window))
    days = (*_meeting(window), NO_DAY) if claim.dated and window else (ANY_DAY,)
    yield from ((claim.text, day) for day in days)


def _stretches(window: Window) -> Iterator[Day]:
    """Where a window is listed: among those of its own span, and among all of that span or shorter ones."""
    own = _span(window)
    yield from (("own", own, stretch) for stretch in _met(window, own))
    yield from (("any", span, stretch) for span in SPANS if span >= own for stretch in _met(window, span))


def _meeting(window: Window) -> Iterator[Day]:
    """Where all windows that meet this one are listed, and some that only come near."""
    own = _span(window)
    yield from (("any", own, stretch) for stretch in _met(window, own))
    yield from (("own", span, stretch) for span in SPANS if span > own for stretch in _met(window, span))


def _met(window: Window, span: int) -> range:
    """The stretches of so many days that a window meets."""
    low, high = (day.toordinal() // span for day in window)
    return range(low, high + 1)


def _span(window: Window) -> int:
    """The shortest span of which a window meets few stretches, or the longest."""
    return next((span for span in SPANS if len(_met(window, span)) <= SPANS[1]), SPANS[-1])
