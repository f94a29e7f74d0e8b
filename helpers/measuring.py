"""What a quantity measures: the trigger or the noun that governs it, chosen by distance and by what may be counted.

Each candidate costs the words between it and the number, and more for every mark, number or clause between. The
noun counted decides alone where it names the thing itself (a strike, a rocket, a square kilometre).
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.lexicon import Lexicon
from helpers.nouns import noun_at
from helpers.quantities import Found
from helpers.text import Token, fold, readings
from helpers.triggers import PEOPLE, Trigger

REACH, AREA_REACH, CLOSE, FARTHEST = 9, 24, 2, 60
MARK_COST, NUMBER_COST, RELATIVE_COST = 4, 3, 2
SELF_NAMED = {"strike", "attack", "weapon", "store", "area", "distance"}
BY_TRIGGER_ONLY = {"site": "positions_taken", "place": "positions_taken", "vehicle": "weapons"}
MEASURES = dict.fromkeys(("mass", "volume", "measure"), "a measure of something else")
NOT_COUNTED = {"time": "duration or age", "money": "money", "sport": "sport"} | MEASURES
ASIDE_AFTER = 5
SUBSETS = {"بينهم", "بينها", "بينهن", "منهم", "منها", "منهن", "ضمنهم", "ضمنها", "بينهما", "فيهم", "معظمهم"}
RELATIVES = {"الذي", "التي", "الذين", "حيث", "فيما", "بينما"}
ARMED = {"تنظيم", "التنظيم", "جماعه", "الجماعه", "ميليشيا", "ميليشيات", "فصيل", "فصائل", "قوات", "القوات", "مسلحي"}


class Measured(NamedTuple):
    """What a quantity measures: measure, aspect and status, the trigger if any, and the rule used."""

    measure: str
    aspect: str
    status: str
    trigger: Trigger | None
    rule: str


class Verdict(NamedTuple):
    """Either what a quantity measures or why it is no claim (an empty reason: nothing was recognised)."""

    measured: Measured | None
    reason: str


def verdict(
    q: Found, near: Sequence[Trigger], others: Sequence[Found], found: Sequence[Token], lexicon: Lexicon
) -> Verdict:
    """What the quantity `q` of a sentence measures, given the sentence's triggers and its other quantities."""
    cls = q.noun.cls if q.noun else ""
    if q.quantity.unit == "%":
        return Verdict(None, "per cent")
    if _names_a_thing(q, found, lexicon):
        return Verdict(None, "a number that names")
    if cls in NOT_COUNTED:
        return Verdict(None, NOT_COUNTED[cls])
    if cls == "thing" and q.noun.number == "dual" and "ال" in q.noun.clitics:
        return Verdict(None, "two known things")
    reach = AREA_REACH if cls == "area" else REACH
    near = [t for t in near if abs(t.first - q.first) <= FARTHEST]
    others = [other for other in others if abs(other.first - q.first) <= FARTHEST]
    cost, trigger = _governing(q, [t for t in near if cls in t.takes], others, found, reach)
    if cls in PEOPLE:
        return _people(q, cost, trigger, near, others, found, lexicon)
    return _things(q, cls, trigger)


def _names_a_thing(q: Found, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """«اللواء 15», «القرار 2254», «الدقيقة 27»: digits after a singular are its name."""
    if q.first == 0 or found[q.first].kind != "number" or q.quantity.precision != "exact":
        return False
    return any(r.stem in _labels(lexicon) for r in readings(found[q.first - 1].form))


@lru_cache(maxsize=16)
def _labels(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(fold(row["form"]).text for row in lexicon["labels"])


def is_subset(q: Found, found: Sequence[Token]) -> bool:
    """Whether «بينهم», «منها» or the like stands right before the quantity."""
    return any(found[i].form.removeprefix("و") in SUBSETS for i in range(max(0, q.first - 2), q.first))


def is_listed(q: Found, before: Found, found: Sequence[Token]) -> bool:
    """Whether the quantity goes on a list after another one: «قتل ضابط وثلاثة جنود», «دبابتان، وثلاث عربات»."""
    gap = [token.form for token in found[before.phrase_end : q.first]]
    joined = found[q.first].form[0] == "و" or gap[-1:] == ["و"]
    return joined and len([form for form in gap if form not in ("،", ",", "و", '"')]) <= 1


def _people(
    q: Found,
    cost: int,
    trigger: Trigger | None,
    near: Sequence[Trigger],
    others: Sequence[Found],
    found: Sequence[Token],
    lexicon: Lexicon,
) -> Verdict:
    own = q.noun.measure if q.noun else ""
    if own == "displaced" and q.quantity.low is None and q.quantity.vague:
        own = ""  # «الكثير من الفارين» speaks of people who fled, and tells of no flight
    close = trigger if cost <= CLOSE else None
    if own in ("killed", "wounded") or (own and close is None):
        both = _joined_casualties(q, found, lexicon)
        return Verdict(Measured("killed_or_wounded" if both else own, "", _status(close), close, "noun"), "")
    if trigger is None:
        known = q.noun is not None
        return Verdict(Measured("other_people", "", "event", None, "noun") if known else None, "")
    measure = trigger.measure
    if measure == "present":
        measure = _presence(q, found)
    if paired := _paired(trigger, near, others, found):
        measure, trigger = "killed_or_wounded", trigger._replace(first=paired.first, start=paired.start)
    return Verdict(Measured(measure, trigger.row["aspect"], trigger.status, trigger, "trigger"), "")


def _things(q: Found, cls: str, trigger: Trigger | None) -> Verdict:
    if cls in SELF_NAMED:
        aspect = trigger.row["aspect"] if trigger else ""
        return Verdict(Measured(q.noun.measure, aspect, _status(trigger), trigger, "noun"), "")
    if trigger and trigger.measure == BY_TRIGGER_ONLY.get(cls):
        return Verdict(Measured(trigger.measure, trigger.row["aspect"], trigger.status, trigger, "trigger"), "")
    if cls == "thing" and trigger is None:
        return Verdict(None, "a count of something else")
    aspect = trigger.row["aspect"] if trigger else ""
    return Verdict(Measured("other", aspect, _status(trigger), trigger, "noun"), "")


def _status(trigger: Trigger | None) -> str:
    return trigger.status if trigger else "event"


def _governing(
    q: Found, able: Sequence[Trigger], others: Sequence[Found], found: Sequence[Token], reach: int
) -> tuple[int, Trigger | None]:
    """The cheapest trigger within reach and its cost; of two at one cost, the one before the number."""
    costed = [(cost, t.first > q.first, t) for t in able if (cost := _cost(q, t, others, found)) is not None]
    cost, _, trigger = min(costed, key=lambda c: c[:2], default=(reach + 1, False, None))
    return (cost, trigger) if cost <= reach else (reach + 1, None)


def _cost(q: Found, t: Trigger, others: Sequence[Found], found: Sequence[Token]) -> int | None:
    if t.last <= q.first:
        return _between(t.last, q.first, others, found)
    if t.first < q.last or t.clitics[:1] in ("و", "ف"):
        return None
    verbal = t.row["pos"] == "verb" or "ل" in t.clitics or t.row["form"].endswith(("هم", "ها", "ه"))
    if not verbal and t.row["pos"] != "participle":
        return None
    return 1 + _between(_after_aside(q, t.first, found), t.first, others, found)


def _after_aside(q: Found, stop: int, found: Sequence[Token]) -> int:
    """Where the clause goes on after the quantity: past an aside («17 مدنيا، بينهم خمسة أطفال، قتلوا»)."""
    first = min(max(q.phrase_end, q.last), stop)
    for i in range(first, min(first + ASIDE_AFTER, stop)):
        if found[i].form in SUBSETS:
            return next((k + 1 for k in range(i + 1, stop) if found[k].form in ("،", ",")), first)
    return first


def _between(first: int, last: int, others: Sequence[Found], found: Sequence[Token]) -> int:
    cost = sum(1 for token in found[first:last] if token.form != '"')
    for token in found[first:last]:
        cost += MARK_COST * (token.kind == "mark" and token.form not in '"()') + RELATIVE_COST * (
            token.form in RELATIVES
        )
    return cost + NUMBER_COST * sum(first <= other.first < last for other in others)


def _paired(
    trigger: Trigger, near: Sequence[Trigger], others: Sequence[Found], found: Sequence[Token]
) -> Trigger | None:
    """«مقتل وإصابة 45», «استشهد وجرح عشرات»: the word before, when both share one number."""
    for t in near:
        own_number = found[t.first].form.endswith("وا") or any(
            0 <= t.first - other.phrase_end <= 1 or other.last <= t.first < other.phrase_end for other in others
        )
        joined = t.last == trigger.first and trigger.clitics[:1] == "و"
        if joined and {t.measure, trigger.measure} == {"killed", "wounded"} and not own_number:
            return t
    return None


def _joined_casualties(q: Found, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """«عشرات القتلى والجرحى»: the next noun joins the other kind of casualty to the same number."""
    measures, i = set(), q.last
    while i < min(len(found), q.last + 3) and (noun := noun_at(found, i, lexicon)) and noun.cls == "casualty":
        measures.add(noun.measure)
        i += noun.length
    return measures >= {"killed", "wounded"}


def _presence(q: Found, found: Sequence[Token]) -> str:
    cls = q.noun.cls if q.noun else ""
    if cls == "civilian":
        return "civilians_present"
    armed = any(token.form.lstrip("ل") in ARMED for token in found[q.last : q.phrase_end])
    return "fighters_present" if cls in ("fighter", "soldier") or (cls == "person" and armed) else "other_people"
