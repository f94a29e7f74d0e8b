"""Where people came from and where they went: the places behind «من» and «إلى» where people are told to have moved."""

from bisect import bisect_left
from collections.abc import Sequence

from helpers.names import Name
from helpers.phrases import CLAUSE_ENDS
from helpers.quantities import Found
from helpers.text import Token, readings
from helpers.triggers import Trigger

OUT_OF, TOWARDS = {"من"}, {"الي", "نحو", "باتجاه", "صوب", "تجاه", "وصولا"}
REACH, BEFORE_NAME = 25, 3  # «إلى مخيم الهول», «من آخر جيوب التنظيم في الباغوز» is out of the words' reach


def ends(
    places: Sequence[Name], q: Found, verb: Trigger | None, found: Sequence[Token]
) -> tuple[Name | None, Name | None]:
    """The places that those counted left and went to, each None where the words name none.

    `places` are those of the sentence, `verb` what tells of the move.

    >>> from helpers import parse
    >>> parse([("a", "فر مئات المدنيين من حلب إلى إدلب.")]).claims[["place_from", "place_to"]].values.tolist()
    [['حلب', 'إدلب']]
    """
    first = min(q.first, verb.first if verb else q.first)
    after = range(max(q.last, verb.last if verb else 0), min(len(found), first + REACH))
    stop = next((i for i in after if found[i].form in CLAUSE_ENDS), after.stop)
    left = reached = None
    for name in places:
        i = bisect_left(found, name.start, key=lambda token: token.end)
        if first <= i < stop:
            side = way(found, i)
            left, reached = (left or name, reached) if side == "from" else (left, reached)
            reached = reached or name if side == "to" else reached
    return left, reached


def way(found: Sequence[Token], i: int) -> str:
    """Whether the nearest preposition before a name, or one glued to it, leads away from it or to it.

    >>> from helpers.text import tokens
    >>> found = tokens("خرجوا من مدينة حلب إلى إدلب عبر سراقب")
    >>> way(found, 3), way(found, 5), way(found, 7)
    ('from', 'to', 'to')
    """
    for j in range(i, max(-1, i - 1 - BEFORE_NAME), -1):
        if found[j].kind != "word":
            return ""
        if j < i and found[j].form.removeprefix("و") in OUT_OF:
            return "from"
        if j < i and found[j].form.removeprefix("و") in TOWARDS:
            return "to"
        if any(r.clitics in ("ل", "لال") and r.skip for r in readings(found[j].form)) and _is_glued(found, j):
            return "to"
    return ""


def _is_glued(found: Sequence[Token], j: int) -> bool:
    return found[j].form.startswith(("لل", "لمخيم", "لمدينه", "لبلده", "لقريه", "لمنطقه", "لمناطق"))
