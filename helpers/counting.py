"""What the quantities of a sentence measure, one after the other: lists and parts lean on the one before."""

from collections.abc import Sequence
from typing import NamedTuple

from helpers import bare, governing, leaning, measuring, proportions, retelling, series, singulars, unnumbered
from helpers.bare import Head
from helpers.breakdowns import Breakdown
from helpers.leaning import ALL_VICTIMS, Counted
from helpers.lexicon import Lexicon
from helpers.measuring import Measured, Verdict
from helpers.phrases import counted_phrase
from helpers.quantities import Found, Quantity
from helpers.text import Token
from helpers.triggers import PEOPLE, TOLLS, Trigger

DUAL = "\N{ARABIC FATHA}ين"
OPENING_REACH, OF_PEOPLE = 4, ("هم", "هن")
ASIDE = {")", "فقط"}  # what may part a number from what it counts


class Refusal(NamedTuple):
    """A quantity that is no claim, and why."""

    quantity: Quantity
    why: str


class Told(NamedTuple):
    """What a report told before a sentence.

    `toll` is the kind of toll told last, which «من بين الضحايا» points to, `dead` that of the dead where they were told
    («الحصيلة»), `listing` the breakdown that the sentence is a line of, `last` the one thing that the sentence before
    counted, which «بينهم» at the head of this one points to: its `like` counts back from this sentence's list.
    """

    toll: str
    dead: str
    listing: Breakdown | None
    last: Counted | None


def counted(
    text: str,
    found: Sequence[Token],
    span: range,
    near: Sequence[Trigger],
    free: Sequence[Found],
    told: Told,
    lexicon: Lexicon,
) -> tuple[list[Counted], list[Refusal]]:
    """The quantities of a sentence that measure something, singular ones included, and those that do not.

    `span` are the tokens of the sentence, `near` its words of what happened, `free` its numbers.
    """
    parts = {*unnumbered.parts(found, span, free, lexicon)}
    heads = bare.heads(found, span, free, near, lexicon)
    named_at = {head.at for head in heads.values()}
    without = _without_number(text, found, span, near, free, lexicon) | dict.fromkeys(parts)
    ones = {one: word for one, word in without.items() if one.first not in named_at}
    listed: list[Counted] = []
    refused: list[Refusal] = []
    for q in sorted({q.first: q for q in (*free, *ones)}.values(), key=lambda q: q.first):
        if listed and retelling.says_again(q, listed[-1].q, found):
            refused.append(Refusal(q.quantity, "part_of"))
            continue
        able = near if q not in ones else _with_pair(ones[q], near)
        before, like = _before(q, listed, found) if listed else _opening(q, span, told.last, found)
        head = heads.get(q)
        q = _with_noun(_of_those_after(q, span, text, found, lexicon), before, near, free, found, lexicon)
        verdict = measuring.verdict(q, able, [*free, *ones], found, lexicon)
        part = before is not None and (series.is_subset(q, before.q, found) or series.is_more_of(q, before.q, found))
        inherits = (
            before is not None and not verdict.reason and leaning.inherits(q, before, part, verdict.measured, found)
        )
        held = before and inherits and (before.q in parts or unnumbered.can_hold(before.q, before.measured.measure))
        if q in parts and not held:
            continue
        if before and _is_with(ones.get(q), before, verdict):
            listed.append(Counted(q, before.measured, like, before.whole))
        elif (one := _pointed_at(q, head, before, like, verdict, told, found, lexicon)) is not None:
            listed.append(one)
        elif before and inherits:
            whole = like if part else before.whole if series.may_be_part(q, before.q, found) else None
            listed.append(Counted(q, before.measured._replace(rule="subset" if part else "list"), like, whole))
        elif (one := _going_on(q, before, like, verdict, told, able, found, lexicon)) is not None:
            listed.append(one)
        else:
            refused.append(Refusal(q.quantity, verdict.reason or _why_not(q, free, refused, found)))
    return leaning.with_former_tolls(listed, found), refused


def _is_with(word: Trigger | None, before: Counted, verdict: Verdict) -> bool:
    """Whether one of the family stands under the word of the one before it: «مقتل قيادي مع زوجته»."""
    alone = verdict.measured is not None and verdict.measured.trigger is None
    return alone and word is not None and before.measured.trigger is word


def _pointed_at(
    q: Found,
    head: Head | None,
    before: Counted | None,
    like: int | None,
    verdict: Verdict,
    told: Told,
    found: Sequence[Token],
    lexicon: Lexicon,
) -> Counted | None:
    """A number whose people a plural names: «من بين الضحايا 12», «والجرحى 90», «قتلى غزة يتخطون 40 ألفا»."""
    victims = series.among(q, found, lexicon)
    if victims and not verdict.reason and (q.noun is None or q.noun.cls in PEOPLE):
        kind = told.toll if victims.measure == ALL_VICTIMS else victims.measure
        whole = like if before and before.measured.measure == kind else None
        return Counted(q, Measured(kind, "", "event", None, "subset"), like, whole)
    if named := series.named_before(q, before is None, found, lexicon):
        status = before.measured.status if before else "event"
        return Counted(q, Measured(named.measure, "", status, None, "list"), like, None)
    word = verdict.measured.trigger if verdict.measured else None
    headed = word is not None and word.row["voice"] == "label"  # «وصل عدد القتلى والجرحى إلى 40»
    told_more = head is not None and head.loose and word is not None  # «المدنيون الفارون يتجاوزون 300»
    if head and not (headed or told_more or verdict.reason) and not (before and head.at < before.q.first):
        return Counted(
            q if q.noun else q._replace(noun=head.noun), Measured(head.measure, "", "event", None, "noun"), like, None
        )
    return None


def _going_on(
    q: Found,
    before: Counted | None,
    like: int | None,
    verdict: Verdict,
    told: Told,
    able: Sequence[Trigger],
    found: Sequence[Token],
    lexicon: Lexicon,
) -> Counted | None:
    """A number that goes on with a list, a verb or a toll told before, else what its own words say."""
    as_before = before and (
        retelling.is_revised(q, before.q, found, lexicon)
        or (verdict.measured is None and bare.is_gapped(q, before.q, before.measured.trigger, found, lexicon))
    )
    if told.listing and before is None and not verdict.reason and _is_listed_toll(q, verdict.measured):
        return Counted(q, Measured(told.listing.measure, "", "event", None, "list"), None, None)
    if before and as_before:
        return Counted(q, before.measured._replace(rule="list"), like, None)
    if before and (again := leaning.taken_too(q, before, verdict.measured, able, found)):
        return Counted(q, again, like, None)
    loose = verdict.measured is None or verdict.measured.measure == "other_people"
    if told.dead and loose and not verdict.reason and retelling.is_new_toll(q, found):
        return Counted(q, Measured(told.dead, "", "event", None, "list"), like, None)
    return Counted(q, verdict.measured, like, None) if verdict.measured else None


def _before(q: Found, listed: Sequence[Counted], found: Sequence[Token]) -> tuple[Counted, int]:
    """The number before, past things where «بينهم» says that people are meant: «47 جثمانا في ثلاث مقابر، بينهم 8»."""
    k = len(listed) - 1
    if series.opens_part(found, q.first - 1) and found[q.first - 1].form.endswith(OF_PEOPLE):
        k = next((n for n in range(k, -1, -1) if _counts_people(listed[n].q)), k)
    return listed[k], k


def _counts_people(q: Found) -> bool:
    return q.noun is None or q.noun.cls in PEOPLE


def _opening(
    q: Found, span: range, last: Counted | None, found: Sequence[Token]
) -> tuple[Counted, int] | tuple[None, None]:
    """What the first number of a sentence is some of where «بينهم» heads it: «مقتل 12 ¶ بينهم 4 أطفال»."""
    if last is None or last.like is None or q.first - span.start > OPENING_REACH:
        return None, None
    heads = any(series.opens_part(found, i) for i in range(span.start, q.first))
    return (last, last.like) if heads and series.is_subset(q, last.q, found) else (None, None)


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
    otherwise = any(t.first == q.last and t.row["pos"] == "participle" for t in near)  # «150 في عداد المختطفين»
    alike = other and not otherwise and series.is_parallel(q, other, found)
    if other and q.noun is None and (alike or series.is_more_of(q, other, found)):
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


def _of_those_after(q: Found, span: range, text: str, found: Sequence[Token], lexicon: Lexicon) -> Found:
    """A number with what it counts after its qualifier or bracket: «تسعة على الأقل من عناصر الحركة», «(23) جريحا»."""
    if q.noun or q.last >= span.stop or not (found[q.last].form in ASIDE or _ends_in_qualifier(q, found)):
        return q
    last = q.last + (found[q.last].form in ASIDE)
    noun, end = counted_phrase(text, found, q.first, last, False, lexicon)
    if noun is None:
        return q
    counted = text[found[last].start : found[end - 1].end]
    return q._replace(noun=noun, phrase_end=end, quantity=q.quantity._replace(counted=counted))


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
