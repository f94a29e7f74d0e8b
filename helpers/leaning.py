"""What a number takes from the one before it: the measure of a list, of a whole, of a toll that has risen."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from helpers import proportions, retelling, series
from helpers.governing import THEIR
from helpers.measuring import Measured
from helpers.quantities import Found
from helpers.series import OF_THEM
from helpers.text import Token
from helpers.triggers import MOVES, PEOPLE, STOCKS, TOLLS, Trigger

ALL_VICTIMS = "killed_or_wounded"
FOUND = {"عثر", "وعثر", "العثور", "والعثور", "عاد", "وعاد", "ظهر", "وظهر"}
PARTING = {"عن", "علي", "الي", "سوي", "الا", "غير"}
PEOPLED = TOLLS | MOVES | STOCKS


class Counted(NamedTuple):
    """A quantity with its measure, before its roles are read.

    `like` is the place, in the sentence's list, of the quantity before it, `whole` of the one that contains it.
    """

    q: Found
    measured: Measured
    like: int | None
    whole: int | None


def to_go_on_with(listed: Sequence[Counted]) -> Counted | None:
    """What «بينهم» at the head of the next sentence points to: the last number, where all counted are of one kind.

    >>> from helpers import parse
    >>> texts = "قتل 12 مدنيا.\\nبينهم 4 أطفال.", "قتل 12 مدنيا وأصيب 30.\\nبينهم 4 أطفال."
    >>> [parse([("a", text)]).claims["measure"].tolist() for text in texts]
    [['killed', 'killed'], ['killed', 'wounded', 'other_people']]
    """
    wholes = [(k, item) for k, item in enumerate(listed) if item.whole is None and item.measured.measure in PEOPLED]
    if not wholes or len({item.measured.measure for _, item in wholes}) > 1:
        return None
    k, item = wholes[-1]
    own = item.measured._replace(trigger=None)  # its word stands in another sentence
    return item._replace(measured=own, like=k - len(listed), whole=None)


def inherits(q: Found, before: Counted, part: bool, own: Measured | None, found: Sequence[Token]) -> bool:
    """Whether a subset or the next of a list takes the measure of the quantity before it.

    >>> from helpers import parse
    >>> parse([("a", "قتل 12 مدنيا بينهم 4 أطفال و3 نساء.")]).claims["measure"].tolist()
    ['killed', 'killed', 'killed']
    """
    people = all((x.noun.cls if x.noun else "") in PEOPLE for x in (q, before.q))
    told = own is not None and own.rule == "noun" and own.measure != "other_people"
    freed = before.measured.measure == "other_people" and before.measured.trigger is not None
    told = told and not (freed and own and own.measure == "captured")  # «أفرج عن ثلاث رهينات مقابل 90 أسيرا»
    if not people or (own and told and (own.measure in TOLLS or before.measured.trigger is None)):
        return False
    if (
        retelling.restates(q, found)
        or retelling.counts_again(q, before.q, found)
        or (retelling.came_before(q, found) and before.measured.measure in MOVES)
        or (series.says_of_them(q, found) and before.measured.measure in TOLLS)
    ):
        return True
    word = own.trigger if own else None
    direct = word is not None and word.first >= before.q.last and word is not before.measured.trigger
    if before.measured.measure == "missing" and FOUND & {t.form for t in found[before.q.last : q.first]}:
        return False  # «فقد 30، عثر على خمسة منهم»
    if word and direct and series.is_more_of(q, before.q, found) and _is_beside(word, q):
        return False  # «في القرية ألف شخص، قتل 12 منهم»
    if word and direct and _parted_from(word, q, found):
        return False  # «قتل منهم 12», «أفرج منهم عن 12»
    if word and direct and word.first == q.last and word.measure in TOLLS - {before.measured.measure}:
        return False  # «61 قتيلا و150 في عداد المختطفين»
    if word and direct and word.first >= q.last and word.row["form"].endswith(THEIR):
        return False  # «خطف 251 شخصا، بينهم 34 أعلن الجيش مقتلهم»
    if part and direct and _ends_otherwise(word, q, before.measured.measure):
        return False  # «أصيب 30، بينهم 18 استشهدوا»
    return part or (not direct and series.is_listed(q, before.q, found))


def taken_too(
    q: Found, before: Counted, own: Measured | None, near: Sequence[Trigger], found: Sequence[Token]
) -> Measured | None:
    """What the next of a list of places measures, its preposition said again: «سيطر على قرية … وعلى ثلاثة مطارات».

    Things that go on with people stand under the same word: «خسر 500 جندي بين قتيل وجريح ودبابتين».

    >>> from helpers import parse
    >>> parse([("a", "سيطر على قرية الباغوز وعلى ثلاثة مطارات.")]).claims["measure"].tolist()
    ['positions_taken']
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


def with_former_tolls(listed: list[Counted], found: Sequence[Token]) -> list[Counted]:
    """The quantities with a toll that has risen («من 12 إلى 19») made part of what it has risen to, or of its whole.

    >>> from helpers import parse
    >>> parse([("a", "ارتفع عدد القتلى من 12 إلى 19.")]).claims[["best", "measure"]].values.tolist()
    [[12.0, 'killed'], [19.0, 'killed']]
    """
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


def _in_one_breath(q: Found, before: Found, found: Sequence[Token]) -> bool:
    return all(token.kind == "word" or token.form == '"' for token in found[before.last : q.first])


def _parted_from(trigger: Trigger, q: Found, found: Sequence[Token]) -> bool:
    """Whether «منهم», with a preposition or «سوى», parts the word that governs a number from it.

    «قتل منهم 12», «أفرج منهم عن 12», «لم يعد منها سوى 30».
    """
    gap = [token.form for token in found[trigger.first + 1 : q.first]]
    return len(gap) <= 2 and any(form in OF_THEM for form in gap) and all(form in OF_THEM | PARTING for form in gap)


def _is_beside(trigger: Trigger, q: Found) -> bool:
    """Whether the word that governs a number stands right before or after its phrase."""
    return 0 <= q.first - trigger.last <= 1 or 0 <= trigger.first - q.phrase_end <= 1


def _ends_otherwise(word: Trigger | None, q: Found, before: str) -> bool:
    """Whether a verb right after those of a part says that they died or were lost, unlike the whole."""
    verb = word is not None and word.row["pos"] == "verb" and word.first >= q.last and _is_beside(word, q)
    return verb and word is not None and word.measure in TOLLS - {before}
