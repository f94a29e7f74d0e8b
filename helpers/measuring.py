"""What a quantity measures: the trigger or the noun that governs it, chosen by distance and by what may be counted.

Each candidate costs the words between it and the number, and more for every mark, number or clause between. The
noun counted decides alone where it names the thing itself (a strike, a rocket, a square kilometre).
"""

from collections.abc import Sequence
from typing import NamedTuple

from helpers import casualties, presence, sport
from helpers.contexts import words
from helpers.governing import CLOSE, governing
from helpers.illness import is_figure, is_illness
from helpers.labelled import is_family, is_one_of, names_a_thing
from helpers.lexicon import Lexicon
from helpers.losing import FELL, LOSING, OF_THINGS, are_own_men, fallen, is_left_behind, loses_a_measure, lost
from helpers.nouns import PRONOUNS
from helpers.proportions import is_whole, share
from helpers.quantities import YEAR_WORDS, Found
from helpers.series import forms
from helpers.text import Token
from helpers.triggers import MOVEMENTS, PEOPLE, TOLLS, Trigger
from helpers.unlisted import (
    are_defrauded,
    are_of_things,
    are_things,
    is_civil,
    is_of_a_game,
    is_of_animals,
    is_of_space,
    is_surgery,
    is_unlisted,
    names_something,
)

REACH, AREA_REACH, FARTHEST = 9, 24, 60
BOTH = {"killed", "wounded"}
SELF_NAMED = {"strike", "attack", "weapon", "store", "area", "distance"}
BY_TRIGGER_ONLY = {
    "site": "positions_taken",
    "point": "positions_taken",
    "place": "positions_taken",
    "vehicle": "weapons",
}
FLOOR, AREA = "متر مربع", "مساح"
STRETCHES, STRETCH_REACH = (AREA, "رقع", "بقع"), 2
POWER, UNKNOWN_FATE = {"طاقته", "طاقتها", "طاقتهما"}, ("مصيرهم", "نعرف", "يعرف", "نعلم", "معرفة")
MEASURES = dict.fromkeys(("mass", "volume", "measure"), "a measure of something else")
NOT_COUNTED = {"time": "duration or age", "money": "money", "sport": "sport"} | MEASURES
SAVE = {"سوي", "الا", "غير", "اكثر"}
MOVED = MOVEMENTS | {"returned", "camp_population", "camp_capacity", "present"}
OF_FAMILY, WHITHER = set("من افراد ابناء افرادا".split()), {"الي", "من"}
HOURLY = {"الساعه", "بالساعه", "ساعه"}
SPENDS, SPENT_REACH = "قض", 2
SPENT = set(
    "ليلتهم ليله ليالي ايام ايامهم يومهم ساعات اسبوعا اسابيع شهرا شهورا اشهر سنه سنوات "
    "عاما اعواما اعوام وقتا وقتهم عطله عطلتهم اجازه اجازتهم".split()
)
KNOWN_PAIRS = {"thing", "site", "place", "house", "point"}  # «البلدين», «القاعدتين»: two that are known
TRAVEL, HOUSED = {"arrived", "returned", "evacuated", "present"}, {"camp_population", "camp_capacity", "besieged"}


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
    """What the quantity `q` of a sentence measures, given the sentence's triggers and its other quantities.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل ثلاثة. وارتفعت الأسعار 20 في المئة. ووقع قرضا قيمته أربعة مليارات.")])
    >>> corpus.claims["measure"].tolist(), corpus.ledger["why"].dropna().unique().tolist()
    (['killed'], ['per cent', 'money'])
    """
    cls = q.noun.cls if q.noun else ""
    if q.quantity.unit == "%":
        return Verdict(None, "per cent")
    if cls == "weapon" and is_whole(q, found):
        return Verdict(Measured("weapons", "", "event", None, "noun"), "")  # «أسقط 12 من أصل 20 صاروخا»
    if names_a_thing(q, found, lexicon):
        return Verdict(None, "a number that names")
    if reason := share(q, found):
        return Verdict(None, reason)
    if cls == "animal":
        if forms(found, q.last, q.last + 1) != ("من",):
            return Verdict(None, "a count of something else")
        q, cls = q._replace(noun=None), ""  # «قتل 12 من صقور الشام»: a force may be called after them
    if cls == "sport" and (word := sport.killing(q, near, others, found)):
        return Verdict(Measured(word.measure, "", _status(q, word, found), word, "trigger"), "")
    if q.noun and sport.is_target(q, found, lexicon):
        q, cls = q._replace(noun=q.noun._replace(cls="site")), "site"
    if cls in NOT_COUNTED:
        return Verdict(None, NOT_COUNTED[cls])
    if cls == "distance" and HOURLY & set(forms(found, q.last, q.phrase_end + 2)):
        return Verdict(None, "a measure of something else")  # «140 كيلومترا في الساعة»
    if q.noun is None and words(lexicon, "worth") & set(forms(found, q.first - 2, q.first)):
        return Verdict(None, "money")  # «قرض قيمته أربعة مليارات»
    if q.noun is None and found[q.first - 1].form.endswith(YEAR_WORDS):
        return Verdict(None, "time")  # «توفي عام 1520 تاركا ديوانا»
    if q.noun and cls in KNOWN_PAIRS and q.noun.number == "dual" and "ال" in q.noun.clitics:
        return Verdict(None, "two known things")
    if q.quantity.best == 1 and OF_FAMILY & {*forms(found, q.first - 2, q.first - 1)} and is_family(q, found, lexicon):
        return Verdict(None, "a whole that others are part of")  # «سبعة من أفراد أسرة واحدة»
    one_of = q.quantity.best == 1 and is_one_of(q, found)
    if one_of and cls not in PEOPLE:
        return Verdict(None, "one of several")
    reach = AREA_REACH if cls == "area" else REACH
    near = [t for t in near if abs(t.first - q.first) <= FARTHEST]
    others = [other for other in others if abs(other.first - q.first) <= FARTHEST]
    cost, trigger = governing(q, [t for t in near if cls in t.takes or are_own_men(q, t.row)], others, found, reach)
    if one_of and cost > CLOSE:
        return Verdict(None, "one of several")
    if cls == "area" and trigger:
        trigger = _what_befell(trigger, near)
    if cls in PEOPLE:
        return _people(q, cost, trigger, near, others, found, lexicon)
    return _things(q, cls, trigger, near, found, lexicon)


def _what_befell(trigger: Trigger, near: Sequence[Trigger]) -> Trigger:
    """The verb that tells what befell a stretch of ground: «انسحب الجيش من مساحة 20 كيلومترا», «خسر مساحة»."""
    if not trigger.row["base"].removeprefix("ال").startswith(STRETCHES):
        return trigger
    verbs = (t for t in near if t.measure == trigger.measure and 0 <= trigger.first - t.last <= STRETCH_REACH)
    return next((t for t in verbs if not t.row["base"].removeprefix("ال").startswith(STRETCHES)), trigger)


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
    if own == "displaced" and trigger and (trigger.measure in HOUSED or _comes_back(trigger, found)):
        own = ""  # «يؤوي المخيم نحو 450 ألف نازح», «عاد إلى البلدة 300 نازح»
    close = trigger if cost <= CLOSE else None
    if own == "died" and is_of_animals(q, found, lexicon):
        return Verdict(None, "a count of something else")  # «40 جثة لفيلة»
    if own == "wounded" and close and close.measure in ("killed", "died", "evacuated"):
        own = ""  # «جريحان توفيا», «وفاة خمسة جرحى», «إجلاء 400 جريح»
    if both := casualties.joined(q, others, found, lexicon):
        return Verdict(Measured(both, "", _status(q, close, found), close, "noun"), "")
    if own == "wounded" and is_illness(q, None, found, lexicon):
        return Verdict(None, "people taken ill")
    if own == "killed" and is_of_a_game(q, found, lexicon):
        return Verdict(None, "sport")
    if are_defrauded(q, found, lexicon):
        return Verdict(None, "a count of something else")
    if own in ("killed", "wounded", "died") or (own and close is None):
        return Verdict(Measured(own, "", _status(q, close, found), close, "noun"), "")
    if trigger is None:
        known = q.noun is not None and q.noun.cls != "official"  # «اجتمع ستة وزراء» tells of nothing done to them
        return Verdict(Measured("other_people", "", "event", None, "noun") if known else None, "")
    measure = trigger.measure
    if reason := _hits_no_people(q, trigger, others, found, lexicon):
        return Verdict(None, reason)
    besides = {**dict.fromkeys(LOSING, lost), FELL: fallen}.get(trigger.row["base"])
    if besides and (told := besides(q, found)):
        if told == OF_THINGS:
            return Verdict(None, "a count of something else")  # «فقد 250 ألف عامل وظائفهم»
        measure = told
    if (trigger.last < q.first and cost > CLOSE and is_unlisted(q, found)) or are_things(q, found, lexicon):
        return Verdict(None, "a count of something else")  # «توفي الشاعر تاركا 12 ديوانا»
    if trigger.row["base"] in POWER and q.noun is None and not any(o.noun and o.noun.cls in PEOPLE for o in others):
        return Verdict(None, "a count of something else")  # «محطة كهرباء طاقتها 1500»
    if measure in MOVED and presence.are_visitors(q, others):
        measure = "other_people"  # pilgrims, travellers and spectators who come and go
    if measure in TRAVEL and trigger.first != q.last and names_something(q, found):
        return Verdict(None, "a count of something else")  # «عادت ثلاثة دببة»
    measure = presence.no_flight(q, trigger, found, lexicon) or measure
    if measure == "present":
        measure = presence.measure(q, trigger, found, lexicon)
        measure = own if measure == "other_people" and own else measure  # «تقيم 40 عائلة نازحة في المدرسة»
    if paired := _paired(trigger, near, others, found):
        measure, trigger = "killed_or_wounded", trigger._replace(first=paired.first, start=paired.start)
    return Verdict(Measured(measure, trigger.row["aspect"], _status(q, trigger, found), trigger, "trigger"), "")


def _hits_no_people(
    q: Found, trigger: Trigger, others: Sequence[Found], found: Sequence[Token], lexicon: Lexicon
) -> str:
    """Why a word of loss tells of no people hurt or lost, though it governs the number; empty where it does."""
    measure = trigger.measure
    if measure == "wounded" and is_illness(q, trigger, found, lexicon):
        return "people taken ill"
    spends = trigger.row["form"].startswith(SPENDS)
    loses = trigger.row["base"] in (*LOSING, FELL) and trigger.last <= q.first
    dies = measure in ("killed", "died") and trigger.last <= q.first
    besides = (
        (measure in ("wounded", "killed") and is_figure(q, found, lexicon))
        or (spends and SPENT & {t.form for t in found[q.last : q.phrase_end + SPENT_REACH]})  # «قضى 300 شخص ليلتهم»
        or (dies and is_left_behind(q, trigger.last, found))  # «توفي تاركا ثلاثة أولاد»
        or (loses and loses_a_measure(q, others, {*NOT_COUNTED}))
        or (measure in TOLLS and are_of_things(q, others, found))
    )
    return "a count of something else" if besides else ""


def _comes_back(trigger: Trigger, found: Sequence[Token]) -> bool:
    """Whether a word of return is followed by whither, so that those counted after that came back."""
    return trigger.measure == "returned" and found[trigger.last].form in WHITHER


def _things(
    q: Found, cls: str, trigger: Trigger | None, near: Sequence[Trigger], found: Sequence[Token], lexicon: Lexicon
) -> Verdict:
    if (
        q.noun
        and q.noun.lemma == FLOOR
        and (trigger is None or trigger.row["base"].removeprefix("ال").startswith(AREA))
        and not any(t.measure == "besieged" for t in near)
    ):
        return Verdict(None, "a measure of something else")  # «معرض مساحته 80 ألف متر مربع»: a floor, no territory
    if (cls == "attack" and is_surgery(q, found)) or (cls == "weapon" and is_of_space(q, found, lexicon)):
        return Verdict(None, "a count of something else")
    if cls == "vehicle" and is_civil(q, found, lexicon):
        return Verdict(Measured("other", "", "event", None, "noun"), "")
    if q.noun and cls in SELF_NAMED:
        aspect = trigger.row["aspect"] if trigger else ""
        return Verdict(Measured(q.noun.measure, aspect, _status(q, trigger, found), trigger, "noun"), "")
    if trigger and trigger.measure == BY_TRIGGER_ONLY.get(cls):
        return Verdict(
            Measured(trigger.measure, trigger.row["aspect"], _status(q, trigger, found), trigger, "trigger"), ""
        )
    if cls == "point" or (cls == "thing" and trigger is None):
        return Verdict(None, "a count of something else")
    aspect = trigger.row["aspect"] if trigger else ""
    return Verdict(Measured("other", aspect, _status(q, trigger, found), trigger, "noun"), "")


def _status(q: Found, trigger: Trigger | None, found: Sequence[Token]) -> str:
    """Whether it happened; «لم يقتل سوى ثلاثة» tells of three."""
    if trigger is None:
        return "event"
    if trigger.measure == "missing" and trigger.row["base"].startswith(UNKNOWN_FATE):
        return "event"  # «لا نعرف مصيرهم»
    stop = q.last if trigger.measure in ("present", "camp_capacity") else q.first  # «لا يملك أكثر من ألف مقاتل»
    between = {token.form.removeprefix("ل").removeprefix("ب") for token in found[trigger.last : stop]}
    excepted = trigger.status == "negated" and SAVE & {*between, *(t.form for t in found[trigger.last : stop])}
    return "event" if excepted else trigger.status


def _paired(
    trigger: Trigger, near: Sequence[Trigger], others: Sequence[Found], found: Sequence[Token]
) -> Trigger | None:
    """«مقتل وإصابة 45», «استشهد وجرح عشرات»: the word before, when both share one number."""
    for t in near:
        own_number = (
            found[t.first].form.endswith("وا")
            or t.row["form"].endswith(PRONOUNS)
            or any(0 <= t.first - other.phrase_end <= 1 or other.last <= t.first < other.phrase_end for other in others)
        )
        joined = t.last == trigger.first and trigger.clitics[:1] == "و"
        joined = joined or (t.last + 1 == trigger.first and found[t.last].form == "او")
        if t.first == trigger.last + 1 and found[trigger.last].form == "او" and {t.measure, trigger.measure} == BOTH:
            return trigger  # «قتلوا أو أصيبوا»
        if joined and {t.measure, trigger.measure} == BOTH and not own_number:
            return t
    return None
