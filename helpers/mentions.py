"""The parties that a report mentions, named or pointed back to, each at its place among the tokens."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.contexts import words
from helpers.lexicon import Lexicon
from helpers.names import Name, entities
from helpers.text import Seen, Token, readings, tokens

FORCES = {"قوات", "جيش", "عناصر", "جنود"}
OF_STATE = {"الحكومه", "الحكوميه", "حكوميه", "النظام", "النظاميه", "الشرعيه"}


class Role(NamedTuple):
    """A party's name, its key, and whether the words state it."""

    entity: str
    party: str
    basis: str


class Mention(NamedTuple):
    """A party at its place among tokens, named or pointed back to."""

    first: int
    last: int
    entity: str
    party: str
    basis: str

    @property
    def role(self) -> Role:
        return Role(self.entity, self.party, self.basis)


def mentions(found: Sequence[Token], names: Sequence[Name], lexicon: Lexicon) -> list[Mention]:
    """The parties a report mentions, token by token, with «التنظيم», «القوات» led back to who was named before.

    >>> from helpers.lexicon import load
    >>> from helpers.names import find
    >>> found = tokens("هاجم تنظيم الدولة البلدة. وقتل التنظيم ثلاثة.")
    >>> [(m.first, m.basis) for m in mentions(found, find(found, load()), load())]
    [(1, 'stated'), (6, 'inferred')]
    """
    known = entities(lexicon)
    starts = [token.start for token in found]
    own = ((n, party) for n in names if (party := known[n.entity].party) and n.kind != "place")
    by_first = {bisect_right(starts, name.start) - 1: (name, party) for name, party in own}
    points = _points(lexicon)
    heads = {i: stem for i, token in enumerate(found) if (stem := points[token.form])}
    of_state = {i for i, token in enumerate(found, -1) if token.form in OF_STATE}
    listed: list[Mention] = []
    read = 0
    for i in sorted({*by_first, *heads, *of_state} - {-1}):
        if i < read:
            continue
        if i in by_first:
            name, party = by_first[i]
            read = next((j for j in range(i, len(found)) if found[j].end >= name.end), i) + 1
            listed.append(Mention(i, read, name.entity, party, "stated"))
            continue
        back = _pointed_to(i, heads[i], listed, lexicon) if i in heads else None
        back = back or (_government(found, i, listed, lexicon) if i in of_state else None)
        listed += [back] if back else []
        read = back.last if back else i + 1
    return listed


@lru_cache(maxsize=16)
def party_groups(lexicon: Lexicon) -> dict[str, str]:
    """The population that each party's own people belong to.

    >>> from helpers.lexicon import load
    >>> party_groups(load())["isis"]
    'isis'
    """
    return {row["party"]: row["group"] for row in lexicon["parties"] if row.get("group")}


def _pointed_to(i: int, stem: str, listed: Sequence[Mention], lexicon: Lexicon) -> Mention | None:
    """The party that a definite head word points back to: the last named that begins with it."""
    back = next((m for m in reversed(listed) if m.basis == "stated" and stem in _heads(lexicon, m.entity)), None)
    return Mention(i, i + 1, back.entity, back.party, "inferred") if back else None


@lru_cache(maxsize=16)
def _points(lexicon: Lexicon) -> Seen[str, str | None]:
    """For each written form the head word that it has with the article, «والتنظيم»; None for most."""
    known = words(lexicon, "party_head")
    return Seen(lambda form: next((r.stem for r in readings(form) if r.stem in known and "ال" in r.clitics), None))


@lru_cache(maxsize=4096)
def _heads(lexicon: Lexicon, entity: str) -> frozenset[str]:
    """The first words of an entity's names, without the article."""
    forms = (row["form"] for row in lexicon["entities"] if row["entity"] == entity)
    return frozenset(tokens(form)[0].form.removeprefix("ال") for form in (entity, *forms))


def _government(found: Sequence[Token], i: int, listed: Sequence[Mention], lexicon: Lexicon) -> Mention | None:
    """The one side of a state named so far, which «القوات الحكومية», «قوات الحكومة» point back to."""
    last = state_forces(found, i)
    if last is None:
        return None
    groups = party_groups(lexicon)
    named = [m for m in listed if m.basis == "stated" and groups.get(m.party) == "government"]
    if len({m.party for m in named}) != 1:
        return None
    return Mention(i, last, named[-1].entity, named[-1].party, "inferred")


def state_forces(found: Sequence[Token], i: int) -> int | None:
    """The token after words for a state's own forces that name no state: «القوات الحكومية», «قوات الحكومة»; else None.

    >>> from helpers.text import tokens
    >>> state_forces(tokens("من قوات الحكومة في"), 1)
    3
    """
    if i + 1 >= len(found) or found[i + 1].form not in OF_STATE:
        return None
    return i + 2 if any(r.stem in FORCES for r in readings(found[i].form)) else None
