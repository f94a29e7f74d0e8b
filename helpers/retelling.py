"""Numbers that tell again what another one told: «اثنين» after a dual, another unit, a toll that has come to more."""

from collections.abc import Sequence

from helpers.contexts import words
from helpers.lexicon import Lexicon
from helpers.quantities import Found
from helpers.ranges import tells_a_change
from helpers.series import COUNT_REACH, TO, TWO, forms
from helpers.text import Token
from helpers.triggers import PEOPLE

EQUALLING = {("ما", "يعادل"), ("ما", "يساوي"), ("ما", "يقارب")}
FARTHEST_TOLL, COME_TO = 8, {"بلغت", "تبلغ", "الي", "تجاوزت", "كانت"}  # «الحصيلة منذ بداية العام بلغت 2574 مدنيا»
TOLL = {"الحصيله", "حصيله", "بحصيله", "والحصيله", "وحصيله"}
PRECEDED = {"سبقوهم", "سبقوه", "سبقوها", "سبقنهم", "سبقنهن", "سبقتهم", "قبلهم", "مثلهم"}
TO_REACH, REVISED_REACH, ITS, THE_NUMBER = 4, 10, ("ه", "ها", "هم"), {"العدد", "الرقم", "الحصيله"}
THEIR_COUNT = {"العدد", "عددهم", "عددهن", "مجموعهم", "اجماليهم"}


def says_again(q: Found, before: Found, found: Sequence[Token]) -> bool:
    """Whether «اثنين» only repeats the dual before it («شخصين اثنين», «جثتي رجلين»), not «بتفجيرين بسيارتين».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "شخصين اثنين", "بتفجيرين بسيارتين"
    >>> [says_again(*reversed(quantities.scan(text, tokens(text))), tokens(text)) for text in texts]
    [True, False]
    """
    toll = before.noun is not None and before.noun.cls == "casualty"
    twice = before.noun is not None and before.quantity.best == q.quantity.best == 2
    if twice and toll and before.last == q.first - 1 and found[q.first].form in TWO:
        return True  # «جثتي مقاتلين اثنين»
    twice = twice and before.last == q.first
    return twice and (found[q.first].form in TWO or (toll and found[q.first].form[0] != "و"))


def restates(q: Found, found: Sequence[Token]) -> bool:
    """Whether the number says again, in another unit, what the one before said: «530 عائلة، أي 2650 شخصا».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "530 عائلة، أي 2650 شخصا", "530 عائلة، ثم 2650 شخصا"
    >>> [restates(quantities.scan(text, tokens(text))[1], tokens(text)) for text in texts]
    [True, False]
    """
    i = q.first - 2 if forms(found, q.first - 2, q.first) in EQUALLING else q.first
    return i > 1 and found[i - 1].form == "اي" and found[i - 2].kind == "mark"


def is_new_toll(q: Found, found: Sequence[Token]) -> bool:
    """Whether a bare number is what the toll has come to: «ارتفعت الحصيلة إلى 30», «إن الحصيلة المؤكدة خمسة».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "ارتفعت الحصيلة إلى 30", "ارتفعت الأسعار إلى 30"
    >>> [is_new_toll(quantities.scan(text, tokens(text))[0], tokens(text)) for text in texts]
    [True, False]
    """
    told = q.noun is not None and (q.noun.cls not in PEOPLE or bool(q.noun.measure))
    if told or q.quantity.vague:
        return False
    reach = COUNT_REACH if q.noun is None else FARTHEST_TOLL
    for i in range(q.first - 1, max(-1, q.first - 1 - reach), -1):
        if found[i].form in TOLL:
            reached = found[q.first - 1].form, found[i - 1].form.removeprefix("و")
            return q.noun is None or bool(COME_TO & {*reached})
        if found[i].kind != "word":
            return False
    return False


def counts_again(q: Found, before: Found, found: Sequence[Token]) -> bool:
    """Whether a bare number is what their number has come to: «نزح 43 ألفا، ليصل العدد الإجمالي إلى 300 ألف».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "نزح 43 ألفا، ليصل العدد إلى 300 ألف", "نزح 43 ألفا، وعاد إلى حلب 300 ألف"
    >>> [counts_again(*reversed(quantities.scan(text, tokens(text))), tokens(text)) for text in texts]
    [True, False]
    """
    near = found[max(before.phrase_end, q.first - COUNT_REACH) : q.first]
    return q.noun is None and any(token.form in THEIR_COUNT for token in near)


def came_before(q: Found, found: Sequence[Token]) -> bool:
    """Whether a bare number is of others who did the same before: «لجأ 8 آلاف، لينضموا إلى 450 ألفا سبقوهم».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "450 ألفا سبقوهم", "450 ألفا رحبوا بهم"
    >>> [came_before(quantities.scan(text, tokens(text))[0], tokens(text)) for text in texts]
    [True, False]
    """
    return q.noun is None and q.last < len(found) and found[q.last].form in PRECEDED


def is_revised(q: Found, before: Found, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether others raise or lower what was just told to this number: «قدر القتلى بـ40، فيما رفعهم شهود إلى 100».

    >>> from helpers import parse
    >>> parse([("a", "سقط 40 قتيلا، فيما رفعهم شهود إلى 100.")]).claims["measure"].tolist()
    ['killed', 'killed']
    """
    bare = q.noun is None or q.noun.cls in PEOPLE
    if not bare or not any(found[i].form == TO for i in range(max(0, q.first - TO_REACH), q.first)):
        return False
    revising, within = words(lexicon, "revises"), range(max(before.last, q.first - REVISED_REACH), q.first)
    verbs = (found[i].form.removeprefix("و") for i in within)
    owned = any(
        form.endswith(ITS) and form.removesuffix("هم").removesuffix("ها").removesuffix("ه") in revising
        for form in verbs
    )
    told = any(found[i].form in revising and {t.form for t in found[i + 1 : q.first]} & THE_NUMBER for i in within)
    return owned or told


def has_risen(a: Found, b: Found, found: Sequence[Token]) -> bool:
    """Whether two numbers are one count before and after it rose: «ارتفع عدد القتلى من 12 إلى 19».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "ارتفع عدد القتلى من 12 إلى 19", "ارتفع عدد القتلى من 19 إلى 12"
    >>> [has_risen(*quantities.scan(text, tokens(text)), tokens(text)) for text in texts]
    [True, False]
    """
    low, high = a.quantity.best, b.quantity.best
    parted = a.first > 0 and found[a.first - 1].form == "من" and forms(found, a.phrase_end, b.first) == ("الي",)
    rose = low is not None and high is not None and low < high
    return parted and rose and tells_a_change(found, a.first - 1)
