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
LONGEST = 31  # days of a window that is looked up day by day
ANY_DAY, MANY_DAYS, NO_DAY = "any", "many", "none"

Day = int | str  # its ordinal, or one of the three words
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
        yield from ((None, day) for day in (ANY_DAY, *_days(window)))
    if of_text:
        yield from ((claim.text, day) for day in (ANY_DAY, *(_days(window) if claim.dated and window else (NO_DAY,))))


def _looked_up(claim: Told) -> Iterator[Key]:
    """The keys that every group that may take the claim is listed under, by its text or by its days."""
    window = claim.window
    if window:
        yield from ((None, day) for day in _meeting(window))
    days = (*_meeting(window), NO_DAY) if claim.dated and window else (ANY_DAY,)
    yield from ((claim.text, day) for day in days)


def _days(window: Window) -> tuple[Day, ...]:
    low, high = (day.toordinal() for day in window)
    return tuple(range(low, high + 1)) if high - low < LONGEST else (MANY_DAYS,)


def _meeting(window: Window) -> tuple[Day, ...]:
    days = _days(window)
    return (ANY_DAY,) if days == (MANY_DAYS,) else (*days, MANY_DAYS)
