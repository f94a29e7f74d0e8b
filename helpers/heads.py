"""Words that say whose number follows or came before: «عدد من قتلوا», «ارتفع إلى 338 عدد القتلى»."""

from collections.abc import Sequence

from helpers.gaps import ASIDES, after_numbers
from helpers.quantities import Found
from helpers.series import TO
from helpers.text import Token
from helpers.triggers import TOLLS, Trigger

REACHED = set("بلغ بلغت يبلغ تبلغ وصل وصلت تصل يصل ارتفع ارتفعت يرتفع ترتفع تجاوز تجاوزت زاد زادت".split())
COUNTS, WHOM, HEAD_REACH = ("عدد", "اعداد", "حصيله"), {"الذين", "اللواتي", "اللاتي", "ممن"}, 5
COMMAS = {"،", ","}


def is_said_of(t: Trigger, verbs: set[int], found: Sequence[Token]) -> bool:
    """Whether a verb tells of those that a label names what befell them: «عدد الجنود الذين أسروا».

    >>> from helpers import parse
    >>> parse([("a", "بلغ عدد الجنود الذين أسروا 40.")]).claims["measure"].tolist()
    ['captured']
    """
    label = t.row["voice"] == "label" and t.measure not in TOLLS
    return label and t.last + 1 in verbs and found[t.last].form in WHOM


def heads_a_count(t: Trigger, found: Sequence[Token]) -> bool:
    """Whether a verb says whose number follows: «عدد من قتلتهم القوات», «عدد الذين نزحوا».

    >>> from helpers import parse
    >>> parse([("a", "بلغ عدد الذين نزحوا 4000.")]).claims["measure"].tolist()
    ['displaced']
    """
    return _count_head(t, found) is not None


def _count_head(t: Trigger, found: Sequence[Token]) -> int | None:
    """Where «عدد» stands that a verb belongs to: «عدد من قتلوا», «عدد الأطفال الذين أصيبوا»."""
    who = found[t.first - 1].form if t.first > 1 and t.row["pos"] == "verb" else ""
    farthest = t.first - (HEAD_REACH if who in WHOM else 2 if who == "من" else 1)
    for i in range(t.first - 2, max(-1, farthest - 1), -1):
        if found[i].kind != "word":
            return None
        if found[i].form.endswith(COUNTS):
            return i
    return None


def comes_to(q: Found, t: Trigger, able: Sequence[Trigger], others: Sequence[Found], found: Sequence[Token]) -> bool:
    """Whether what a number comes to is named after it: «ارتفع إلى 338، بينهم 83 طفلا، عدد من قتلوا».

    >>> from helpers import parse
    >>> parse([("a", "ارتفع إلى 338، بينهم 83 طفلا، عدد من قتلوا.")]).claims[["best", "measure"]].values.tolist()
    [[338.0, 'killed'], [83.0, 'killed']]
    """
    head = t.first if t.row["voice"] == "label" else _count_head(t, found)
    if head is None or head < q.last or found[head].form[0] in "وف":
        return False
    first = q.first - (found[q.first - 1].form == TO)
    reach = next((i for i in range(first - 1, max(-1, first - 3), -1) if _is_reach(found[i].form)), None)
    if reach is None or any(reach < other.first < q.first for other in able):
        return False
    return head <= q.phrase_end or _past_parts(q, others, found) == head


def _past_parts(q: Found, others: Sequence[Found], found: Sequence[Token]) -> int:
    """The token after a number, its parts and the commas around them."""
    i = min(q.phrase_end, q.last + 1) if q.noun is None else q.phrase_end
    i = q.last if q.noun is None and found[q.last].form in ASIDES | COMMAS else i
    i += found[i].form in COMMAS
    if found[i].form in ASIDES:
        i = after_numbers(i + 1, others, found)
        i += i < len(found) and found[i].form in COMMAS
    return i


def _is_reach(form: str) -> bool:
    return form.lstrip("وفل") in REACHED or form in REACHED


def reached_by(first: int, label: int, found: Sequence[Token]) -> bool:
    """Whether what a label names is said to have come to the number: «حصيلة القتلى منذ اندلاع النزاع بلغت 350».

    >>> from helpers import parse
    >>> parse([("a", "حصيلة القتلى منذ اندلاع النزاع بلغت 350.")]).claims[["best", "measure"]].values.tolist()
    [[350.0, 'killed']]
    """
    before = (token.form.lstrip("و") for token in found[max(label, first - 3) : first])
    return any(form in REACHED for form in before)


def is_reaching(t: Trigger, found: Sequence[Token]) -> bool:
    """Whether a label follows the verb that says it came to a number: «ليبلغ عدد القتلى منذ بداية العام 80 قتيلا».

    >>> from helpers import parse
    >>> parse([("a", "ليبلغ عدد القتلى منذ بداية العام 80 قتيلا.")]).claims[["best", "measure"]].values.tolist()
    [[80.0, 'killed']]
    """
    return t.first > 0 and found[t.first - 1].form.lstrip("وفل") in REACHED
