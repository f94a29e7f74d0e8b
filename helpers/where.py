"""Where a figure was counted: the place that its clause tells, or the one that the report has named before.

A place holds for what is told next until another is named. What is not told of its own place is `carried`: only to
what happens in a place (deaths, strikes, departures), and only from a town that was named a few sentences ago. «الجيب»,
«المنطقة» or «هناك» point back to it too. Where two places could be meant, there is none.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.breaks import AROUND, Breaks
from helpers.glossing import APART
from helpers.journeys import way
from helpers.lexicon import Lexicon, Phrases
from helpers.locations import Spot, holds, is_settled, unlisted
from helpers.measuring import Measured
from helpers.names import Name
from helpers.quantities import Found
from helpers.text import Token
from helpers.triggers import BLOWS, DEPARTURES, MOVES, TOLLS

TIED = TOLLS - {"died"} | BLOWS | DEPARTURES
TOLD_IN = {"headline", "standfirst", "body"}
MANY = 1000  # so many dead are seldom those of one town
FAR = 6  # sentences that a place is carried over
REACH = 60  # words between a number and its place
CHAIN = 8  # words between a place and the wider one it lies in: «الباغوز آخر جيب تحت سيطرة التنظيم بشرق سوريا»
NESTED = 3  # «في محافظة س ببلدة ص»
QUOTING = {'"', "'", "(", "[", "…", "."}
BESIDE = 3  # «12 من المسلحين المتمركزين في س»
FEW = 8  # places before and after
UNPLACED = {"other_people", "distance_km"}
ARRIVING = {"arrived", "returned"}


class Place(NamedTuple):
    """A place, two of them as one name with « · », and whether the words state it or it is carried over."""

    name: Name
    basis: str


class Grounds:
    """The places of a report in order, and the one that its telling has come to.

    `spots` are those where something is, `named` all that are named but countries.

    >>> from helpers import parse
    >>> claims = parse([("a", "قصف الطيران مدينة حلب أمس. وقتل ثلاثة مدنيين. وأصيب خمسة في إدلب.")]).claims
    >>> claims[["place", "place_basis"]].values.tolist()
    [['حلب', 'carried'], ['إدلب', 'stated']]
    """

    def __init__(
        self,
        found: Sequence[Token],
        spots: Sequence[Spot],
        named: Sequence[Name],
        breaks: Breaks,
        lexicon: Lexicon,
    ):
        self.found, self.spots, self.breaks, self.lexicon = found, spots, breaks, lexicon
        self.named = named
        self.firsts = [spot.first for spot in spots]
        self.back, self.another, self.wide = (_phrases(lexicon, role) for role in ("back", "another", "wide"))
        self.here: Name | None = None
        self.camp: Name | None = None
        self.head: Name | None = None
        self.age = 0
        self.towns: set[str] = set()

    def of(self, q: Found, measured: Measured, span: range, kind: str, running: bool) -> Place | None:
        """The place of a number in the sentence of the tokens `span`, in a section of this kind.

        A `running` count is of more than the last events: no place is carried to it.
        """
        at = self._stated(q, measured, span)
        stated = None if at is None else self._joined(at, span)
        if at is not None and stated is not None and (is_settled(self.spots[at].name) or kind not in TOLD_IN):
            return Place(stated, "stated")
        if stated is None and self.head is not None:
            return Place(self.head, "stated")
        back = None if measured.measure in UNPLACED else self._pointed_at(q, span, at)
        if back is not None and kind in TOLD_IN:
            return Place(back, "carried")
        if stated is not None:
            return Place(stated, "stated")
        tied = measured.measure in TIED or (measured.measure == "weapons" and measured.aspect)
        many = measured.measure in TOLLS and (q.quantity.low or q.quantity.best or 0) >= MANY
        told_on = kind == "body" or (kind == "headline" and self.age == 0)
        if not tied or not told_on or running or many or len(self.towns) != 1 or self._is_wide(span):
            return None
        name = self._recent()
        return None if name is None else Place(name, "carried")

    def _is_wide(self, span: range) -> bool:
        """Whether a sentence tells of more than a town, names another place, or one that no list knows."""
        start, end = self.found[span.start].start, self.found[span.stop - 1].end
        near = self.named[bisect_left(self.named, start, key=_start) : bisect_left(self.named, end, key=_start)]
        if any(self.here and name.entity != self.here.entity and not holds(name, self.here) for name in near):
            return True
        wide = any(self.wide.at(self.found, i) for i in span if self.found[i].kind == "word")
        return wide or bool(unlisted(self.found, span, self._within(span), self.lexicon))

    def enter(self, span: range) -> None:
        """Begins a sentence: no place is carried on to another matter, nor to a post of its own."""
        first = self.found[span.start] if span else None
        bullet = first is not None and first.kind == "mark" and first.form not in QUOTING
        if first is not None and (bullet or self.another.at(self.found, span.start)):
            self.here = None

    def read(self, span: range, kind: str) -> None:
        """Goes on past a sentence: what it names is where the telling has come to."""
        self.head = self._alone(span) if kind == "headline" else None
        if kind not in TOLD_IN or not span:
            return
        self.age += 1
        spots = self._within(span)
        self.camp = next((spot.name for spot in reversed(spots) if spot.camp), self.camp)
        listed = [spot.name for spot in spots if not spot.posted and way(self.found, spot.first) != "to"]
        towns = {name.entity: name for name in listed if is_settled(name)}
        others = unlisted(self.found, span, spots, self.lexicon, sure=True)
        self.towns |= {*towns}
        if others:
            self.here = None
        elif len(towns) == 1:
            self.here, self.age = next(iter(towns.values())), 0
        elif len(towns) > 1 or (self.here and self._is_elsewhere(listed)):
            self.here = None

    def _alone(self, span: range) -> Name | None:
        """The place that a sentence is no more than: «غزة.. 19 قتيلا»."""
        spots = self._within(span)
        named = {i for spot in spots for i in range(spot.lead, spot.last)}
        if not spots or any(self.found[i].kind == "word" and i not in named for i in span):
            return None
        return self._joined(bisect_left(self.firsts, spots[0].first), span)

    def _is_elsewhere(self, listed: Sequence[Name]) -> bool:
        """Whether a sentence that names no town names wider places, none of which the town lies in."""
        known = [name for name in listed if name.pcode]
        return bool(known) and not any(self.here and holds(name, self.here) for name in known)

    def _within(self, span: range) -> Sequence[Spot]:
        return self.spots[bisect_left(self.firsts, span.start) : bisect_left(self.firsts, span.stop)]

    def _stated(self, q: Found, measured: Measured, span: range) -> int | None:
        """The first place after the number in its clause, else the last before it; of nested ones the narrowest."""
        after = self._after(q, measured, span)
        frame = self._frame(span)
        if after is not None and frame is not None and frame < after and self._is_apart(frame, after):
            after = None  # «وفي س خرج 12 نحو ص»
        if after is None:
            before = self._before(q, measured, span)
            return before if before is None else self._narrowed(before, before - 1, CHAIN, span)
        return self._narrowed(after, after + 1, NESTED, span)

    def _after(self, q: Found, measured: Measured, span: range) -> int | None:
        stop = min(span.stop, q.last + REACH)
        for k in range(bisect_left(self.firsts, q.last), bisect_left(self.firsts, stop)):
            if self.breaks.parted(q.last, self.spots[k].lead):
                return None
            beside = self.spots[k].lead <= q.last + BESIDE
            if (beside or not self.spots[k].posted) and not self._is_other_end(self.spots[k], measured):
                return k
        return None

    def _before(self, q: Found, measured: Measured, span: range) -> int | None:
        start = max(span.start, q.first - REACH)
        for k in range(bisect_left(self.firsts, q.first) - 1, bisect_left(self.firsts, start) - 1, -1):
            if self.breaks.told_apart(self.spots[k].last, q.first):
                return self._frame_of_news(span)
            if not self._is_other_end(self.spots[k], measured):
                return k
        return None

    def _frame(self, span: range) -> int | None:
        """The place that a sentence opens with: «وفي س قتل 12»."""
        k = bisect_left(self.firsts, span.start)
        return k if k < len(self.spots) and self.spots[k].lead == span.start else None

    def _frame_of_news(self, span: range) -> int | None:
        """The place that a sentence opens with before what somebody says, where the report tells of it elsewhere too.

        Of a town alone it may be where he speaks: «وفي واشنطن قال متحدث إن 12 قتلوا».
        """
        k = self._frame(span)
        if k is None or self.spots[k].name.precision == "country":
            return None
        name = self.spots[k].name
        others = [spot.name for i, spot in enumerate(self.spots[max(k - FEW, 0) : k + FEW], max(k - FEW, 0)) if i != k]
        again = (o.entity == name.entity or (o.precision != "country" and holds(o, name)) for o in others)
        return k if not is_settled(name) or any(again) else None

    def _is_apart(self, frame: int, other: int) -> bool:
        a, b = self.spots[frame].name, self.spots[other].name
        return bool(a.pcode and b.pcode) and a.entity != b.entity and not holds(a, b) and not holds(b, a)

    def _is_other_end(self, spot: Spot, measured: Measured) -> bool:
        """Whether those who left are told to have gone to the place, or those who arrived to have come from it."""
        if measured.measure not in MOVES:
            return False
        return way(self.found, spot.first) == ("from" if measured.measure in ARRIVING else "to")

    def _narrowed(self, k: int, neighbour: int, reach: int, span: range) -> int:
        """The place beside a wider one that it lies in, else the place itself."""
        if is_settled(self.spots[k].name) or not 0 <= neighbour < len(self.spots):
            return k
        a, b = sorted((self.spots[k], self.spots[neighbour]), key=lambda spot: spot.first)
        near = b.lead - a.last <= reach and a.first >= span.start and b.first < span.stop and not b.joined
        return neighbour if near and holds(self.spots[k].name, self.spots[neighbour].name) else k

    def _joined(self, k: int, span: range) -> Name:
        """The place with those tied to it by «و», as one name: «في س وص»."""
        first, last = k, k + 1
        while first > 0 and self.spots[first].joined and self.spots[first - 1].first >= span.start:
            first -= 1
        while last < len(self.spots) and (self.spots[last].joined or self._is_around(last)):
            last += 1
        name = self.spots[k].name
        alike = [spot.name for spot in self.spots[first:last] if spot.name.precision == name.precision]
        entities = list(dict.fromkeys(one.entity for one in alike))
        return name if len(entities) == 1 else Name(name.start, name.end, APART.join(entities), "place", *[None] * 4)

    def _is_around(self, k: int) -> bool:
        """Whether a place is where the one right before it lies: «الرقة في سوريا»."""
        before, spot = self.spots[k - 1], self.spots[k]
        return spot.lead == before.last and holds(spot.name, before.name)

    def _pointed_at(self, q: Found, span: range, stated: int | None) -> Name | None:
        """The place that «الجيب» or «المخيم» in the number's clause points back to, a wider one behind it or none."""
        near = range(max(span.start, q.first - AROUND), min(span.stop, q.phrase_end + AROUND))
        if not any([self.back.begin[self.found[i].form] for i in near]):
            return None
        for i in self.breaks.clause(q, span):
            hit = self.back.at(self.found, i) if self.found[i].kind == "word" else None
            name = None if hit is None else self.camp if "camp" in hit.row["roles"] else self._last(i, span)
            if name is None:
                continue
            if stated is None or (i < self.spots[stated].lead and holds(self.spots[stated].name, name)):
                return name
        return None

    def _last(self, i: int, span: range) -> Name | None:
        """The town named last before a token, in its sentence or in those before."""
        if unlisted(self.found, range(span.start, i), self._within(span), self.lexicon, sure=True):
            return None
        k = bisect_left(self.firsts, i) - 1
        if k < 0 or self.spots[k].first < span.start:
            return self._recent()
        near, here = self.spots[k], self._recent()
        if is_settled(near.name):
            return None if near.joined else near.name
        return here if here and holds(near.name, here) else None

    def _recent(self) -> Name | None:
        return self.here if self.age <= FAR else None


def _start(name: Name) -> int:
    return name.start


@lru_cache(maxsize=32)
def _phrases(lexicon: Lexicon, role: str) -> Phrases:
    return Phrases(row for row in lexicon["locating"] if role in row["roles"].split())
