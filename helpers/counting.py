"""What the quantities of a sentence measure, one after the other: lists and parts lean on the one before."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from helpers import governing, measuring, proportions, retelling, series, singulars, unnumbered
from helpers.breakdowns import Breakdown
from helpers.contexts import words
from helpers.lexicon import Lexicon
from helpers.measuring import Measured
from helpers.phrases import counted_phrase
from helpers.quantities import Found, Quantity
from helpers.text import Token
from helpers.triggers import PEOPLE, TOLLS, Trigger

ALL_VICTIMS = "killed_or_wounded"
DUAL = "\N{ARABIC FATHA}ين"
TO_REACH, REVISED_REACH, ITS, THE_NUMBER = 4, 10, ("ه", "ها", "هم"), {"العدد", "الرقم", "الحصيله"}
ASIDE = {")", "فقط"}  # what may part a number from what it counts


class Refusal(NamedTuple):
    """A quantity that is no claim, and why."""

    quantity: Quantity
    why: str


class Counted(NamedTuple):
    """A quantity with its measure, before its roles are read.

    `like` is the place, in the sentence's list, of the quantity before it, `whole` of the one that contains it.
    """

    q: Found
    measured: Measured
    like: int | None
    whole: int | None


def counted(
    text: str,
    found: Sequence[Token],
    span: range,
    near: Sequence[Trigger],
    free: Sequence[Found],
    toll: str,
    dead: str,
    listing: Breakdown | None,
    lexicon: Lexicon,
) -> tuple[list[Counted], list[Refusal]]:
    """The quantities of a sentence that measure something, singular ones included, and those that do not.

    `span` are the tokens of the sentence, `toll` is the kind of toll told before, which «من بين الضحايا» points to,
    `dead` that of the dead where they were told («الحصيلة»); `listing` is the breakdown that the sentence is a line of.
    """
    parts = {*unnumbered.parts(found, span, free, lexicon)}
    ones = _without_number(text, found, span, near, free, lexicon) | dict.fromkeys(parts)
    listed: list[Counted] = []
    refused: list[Refusal] = []
    for q in sorted({q.first: q for q in (*free, *ones)}.values(), key=lambda q: q.first):
        if listed and retelling.says_again(q, listed[-1].q, found):
            refused.append(Refusal(q.quantity, "part_of"))
            continue
        able = near if q not in ones else _with_pair(ones[q], near)
        before, like = (listed[-1], len(listed) - 1) if listed else (None, None)
        if q.noun is None and q.last < span.stop and (found[q.last].form in ASIDE or _ends_in_qualifier(q, found)):
            q = _of_those_after(q, text, found, lexicon)
        q = _with_noun(q, before, near, free, found, lexicon)
        verdict = measuring.verdict(q, able, [*free, *ones], found, lexicon)
        part = before is not None and (series.is_subset(q, before.q, found) or series.is_more_of(q, before.q, found))
        inherits = before is not None and not verdict.reason and _inherits(q, before, part, verdict.measured, found)
        held = before and inherits and (before.q in parts or unnumbered.can_hold(before.q, before.measured.measure))
        if q in parts and not held:
            continue
        victims = series.among(q, found, lexicon)
        if victims and not verdict.reason and (q.noun is None or q.noun.cls in PEOPLE):
            kind = toll if victims.measure == ALL_VICTIMS else victims.measure
            whole = like if before and before.measured.measure == kind else None
            listed.append(Counted(q, Measured(kind, "", "event", None, "subset"), like, whole))
        elif named := series.named_before(q, before is None, found, lexicon):
            status = before.measured.status if before else "event"
            listed.append(Counted(q, Measured(named.measure, "", status, None, "list"), like, None))
        elif before and inherits:
            whole = like if part else before.whole if series.may_be_part(q, before.q, found) else None
            listed.append(Counted(q, before.measured._replace(rule="subset" if part else "list"), like, whole))
        elif listing and before is None and not verdict.reason and _is_listed_toll(q, verdict.measured):
            listed.append(Counted(q, Measured(listing.measure, "", "event", None, "list"), None, None))
        elif before and _is_revised(q, before, found, lexicon):
            listed.append(Counted(q, before.measured._replace(rule="list"), like, None))
        elif before and (again := _taken_too(q, before, verdict.measured, able, found)):
            listed.append(Counted(q, again, like, None))
        elif verdict.measured:
            listed.append(Counted(q, verdict.measured, like, None))
        elif dead and not verdict.reason and retelling.is_new_toll(q, found):
            listed.append(Counted(q, Measured(dead, "", "event", None, "list"), like, None))
        else:
            refused.append(Refusal(q.quantity, verdict.reason or _why_not(q, free, refused, found)))
    return _with_former_tolls(listed, found), refused


def _without_number(
    text: str, found: Sequence[Token], span: range, near: Sequence[Trigger], free: Sequence[Found], lexicon: Lexicon
) -> dict[Found, Trigger | None]:
    """The people and things told of without a number, or one of each, with the word of what happened to them."""
    ones = {_vocalised(q, text): word for q, word in unnumbered.plurals(found, span, near, free, lexicon)}
    return ones | dict(singulars.counted_ones(found, span, near, free, lexicon))


def _vocalised(q: Found, text: str) -> Found:
    """A plural whose vowel sign tells that it is a dual: «مقتل مدنيَين»."""
    quantity = q.quantity
    if quantity.vague is None or DUAL not in text[quantity.start : quantity.end]:
        return q
    return q._replace(quantity=quantity._replace(low=2, best=2, high=2, precision="exact", vague=None))


def _with_pair(trigger: Trigger | None, near: Sequence[Trigger]) -> list[Trigger]:
    """The word that a noun without a numeral stands under, with the one joined to it: «مقتل وإصابة مسلحين»."""
    return [t for t in near if trigger and (t is trigger or (t.last == trigger.first and trigger.clitics == "و"))]


def _ends_in_qualifier(q: Found, found: Sequence[Token]) -> bool:
    return q.last > q.first + 1 and found[q.last].form == "من"


def _with_noun(
    q: Found,
    before: Counted | None,
    near: Sequence[Trigger],
    free: Sequence[Found],
    found: Sequence[Token],
    lexicon: Lexicon,
) -> Found:
    """A number with what other words tell that it counts: its whole, the number before it, the men of units."""
    if whole := proportions.whole_after(q, free, found):
        q = q._replace(noun=whole.noun)
    if q.noun is None and (noun := series.numbered_noun(q, found, lexicon)):
        q = q._replace(noun=noun)
    near_one = next((other for other in reversed(free) if other.last <= q.first), None)
    other = before.q if before else near_one if near_one and near_one.noun else None  # «15 حوتا، نفق اثنان منها»
    if other and q.noun is None and (series.is_more_of(q, other, found) or series.is_parallel(q, other, found)):
        q = q._replace(noun=other.noun)
    if q.noun is None and before and before.q.noun and before.q.noun.cls == "weapon" and proportions.is_whole(q, found):
        q = q._replace(noun=before.q.noun)  # «أسقط سبعة صواريخ من أصل 13»
    return q._replace(noun=None) if _is_of_units(q, before, near, found) else q


def _is_of_units(q: Found, before: Counted | None, near: Sequence[Trigger], found: Sequence[Token]) -> bool:
    """Whether a toll is of the men of units, or of a body: «قتل 31 من الفصائل», «مقتل 25 من تنظيم «الدولة»»."""
    if series.are_men_of_one(q, found) and any(t.last == q.first and t.measure in TOLLS for t in near):
        return True
    units = q.noun is not None and q.noun.cls == "unit" and q.noun.number == "plural" and "ال" in q.noun.clitics
    lost = (before is not None and before.measured.measure in TOLLS) or any(t.measure in TOLLS for t in near)
    return units and lost and found[q.last].form == "من"


def _of_those_after(q: Found, text: str, found: Sequence[Token], lexicon: Lexicon) -> Found:
    """A number with what it counts after its qualifier or bracket: «تسعة على الأقل من عناصر الحركة», «(23) جريحا»."""
    last = q.last + (found[q.last].form in ASIDE)
    noun, end = counted_phrase(text, found, q.first, last, False, lexicon)
    if noun is None:
        return q
    counted = text[found[last].start : found[end - 1].end]
    return q._replace(noun=noun, phrase_end=end, quantity=q.quantity._replace(counted=counted))


def _with_former_tolls(listed: list[Counted], found: Sequence[Token]) -> list[Counted]:
    """The quantities with a toll that has risen («من 12 إلى 19») made part of what it has risen to, or of its whole."""
    return [
        a._replace(whole=i + 1, measured=b.measured)
        if b and _one_toll(a.measured, b.measured) and retelling.has_risen(a.q, b.q, found)
        else a._replace(whole=i + 1)
        if b and a.measured.measure == b.measured.measure and proportions.is_whole(b.q, found)
        else a
        for i, (a, b) in enumerate(zip_longest(listed, listed[1:]))
    ]


def _one_toll(a: Measured, b: Measured) -> bool:
    alike = a.measure in (b.measure, ALL_VICTIMS)  # «عدد الضحايا من 12 إلى 19 قتيلا»
    return alike and b.measure in TOLLS and a.status == b.status


def _inherits(q: Found, before: Counted, part: bool, own: Measured | None, found: Sequence[Token]) -> bool:
    """Whether a subset or the next of a list takes the measure of the quantity before it."""
    people = all((x.noun.cls if x.noun else "") in PEOPLE for x in (q, before.q))
    told = own is not None and own.rule == "noun" and own.measure != "other_people"
    freed = before.measured.measure == "other_people" and before.measured.trigger is not None
    told = told and not (freed and own and own.measure == "captured")  # «أفرج عن ثلاث رهينات مقابل 90 أسيرا»
    if not people or (own and told and (own.measure in TOLLS or before.measured.trigger is None)):
        return False
    if (
        retelling.restates(q, found)
        or retelling.counts_again(q, before.q, found)
        or (series.says_of_them(q, found) and before.measured.measure in TOLLS)
    ):
        return True
    word = own.trigger if own else None
    direct = word is not None and word.first >= before.q.last and word is not before.measured.trigger
    if (
        word
        and direct
        and (series.is_more_of(q, before.q, found) or governing.parted_from(word, q, found))
        and governing.is_beside(word, q)
    ):
        return False  # «في القرية ألف شخص، قتل 12 منهم», «قتل منهم 12»
    if word and direct and word.first >= q.last and word.row["form"].endswith(governing.THEIR):
        return False  # «خطف 251 شخصا، بينهم 34 أعلن الجيش مقتلهم»
    if part and direct and governing.ends_otherwise(word, q, before.measured.measure):
        return False  # «أصيب 30، بينهم 18 استشهدوا»
    return part or (not direct and series.is_listed(q, before.q, found))


def _taken_too(
    q: Found, before: Counted, own: Measured | None, near: Sequence[Trigger], found: Sequence[Token]
) -> Measured | None:
    """What the next of a list of places measures, its preposition said again: «سيطر على قرية … وعلى ثلاثة مطارات».

    Things that go on with people stand under the same word: «خسر 500 جندي بين قتيل وجريح ودبابتين».
    """
    verb = before.measured.trigger
    if own is None or own.measure != "other" or own.trigger is not None or q.noun is None:
        return None
    above = (t for t in near if (t.first == verb.first if verb else t.last <= before.q.first))
    alike = [t for t in above if q.noun.cls in t.takes]
    goes_on = series.goes_on(q, before.q, found) and _in_one_breath(q, before.q, found)
    if alike and (goes_on or series.is_listed(q, before.q, found)):
        return Measured(alike[-1].measure, alike[-1].row["aspect"], before.measured.status, alike[-1], "list")
    if verb is None:
        return None
    again = found[q.first - 1].form == "و" + found[before.q.first - 1].form
    return before.measured._replace(rule="list") if again and q.noun.cls in verb.takes else None


def _is_revised(q: Found, before: Counted, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether others raise or lower what was just told to this number: «قدر القتلى بـ40، فيما رفعهم شهود إلى 100»."""
    bare = q.noun is None or q.noun.cls in PEOPLE
    if not bare or not any(found[i].form == series.TO for i in range(max(0, q.first - TO_REACH), q.first)):
        return False
    revising, within = words(lexicon, "revises"), range(max(before.q.last, q.first - REVISED_REACH), q.first)
    verbs = (found[i].form.removeprefix("و") for i in within)
    owned = any(
        form.endswith(ITS) and form.removesuffix("هم").removesuffix("ها").removesuffix("ه") in revising
        for form in verbs
    )
    told = any(found[i].form in revising and {t.form for t in found[i + 1 : q.first]} & THE_NUMBER for i in within)
    return owned or told


def _in_one_breath(q: Found, before: Found, found: Sequence[Token]) -> bool:
    return all(token.kind == "word" or token.form == '"' for token in found[before.last : q.first])


def _why_not(q: Found, free: Sequence[Found], refused: Sequence[Refusal], found: Sequence[Token]) -> str:
    """Why a bare number is none, where it goes on with one before: «17 تسديدة، منها تسع», «برصاصتين وواحدة»."""
    before = next((other for other in reversed(free) if other.last <= q.first), None)
    if q.noun is not None or before is None or not series.goes_on(q, before, found):
        return ""
    if governing.is_one_more_thing(q, free, found):
        return "a count of something else"
    known = (r.why for r in refused if r.quantity == before.quantity)
    return next((why for why in known if why not in ("time", "part_of")), "")


def _is_listed_toll(q: Found, own: Measured | None) -> bool:
    """Whether the first number of a line counts what its list does, as nothing else is told of it: «- الشرطة: 12»."""
    return (q.noun is None or q.noun.cls in PEOPLE) and (own is None or own.measure == "other_people")
