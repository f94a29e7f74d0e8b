"""The places where a report's words say that something is or happens, apart from places that are only named.

A place is told as one by the words before it: «في أطراف قرية س», «بشرق س», «قصف س». In «خريطة الشرق الأوسط», «تعتقد
واشنطن» or «40 كيلومترا شمال س» nothing happens there.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.gazetteer import listed_words
from helpers.lexicon import Lexicon
from helpers.names import Name
from helpers.text import Seen, Token, fold, readings

SETTLED = {"town", "district"}
WIDTH = {"town": 0, "district": 1, "area": 2, "governorate": 3, "country": 4}
BEFORE = 5  # words that can stand between what leads to a place and its name: «في محيط أطراف مدينة س»
CAMP_REACH = 3  # «مخيم للنازحين في س»
INSIDE = {"في", "وفي"}
BEGINNINGS = set("ابو ام بني تل عين دير بيت خان كفر ود سد جبل وادي باب".split())  # of names: «مخيم أبو شوك»
ADJECTIVE = ("يه", "يين", "ها", "هم", "ه")
HEADS = (":", "..", " ..", "…")  # «س.. مقتل 12»
NONE: frozenset[str] = frozenset()

Roles = Seen[str, frozenset[str]]


class Spot(NamedTuple):
    """A place where something is: its name, the token its phrase begins with, the tokens [first, last) of the name.

    `joined` is set where «و» ties it to the name right before; `camp` where it is told of as a camp; `posted` where it
    only tells which people are meant: «المجموعات المنتشرة في س».
    """

    name: Name
    lead: int
    first: int
    last: int
    joined: bool
    camp: bool
    posted: bool


def spots(text: str, found: Sequence[Token], places: Sequence[Name], lexicon: Lexicon) -> list[Spot]:
    """The places among the names of a report where its words say that something is, in order.

    >>> from helpers.lexicon import load
    >>> from helpers.names import find
    >>> from helpers.text import tokens
    >>> text = "خريطة سوريا: قتلى في أطراف الباغوز"
    >>> [spot.name.entity for spot in spots(text, tokens(text), find(tokens(text)), load())]
    ['الباغوز']
    """
    told: list[Spot] = []
    roles, last = roles_of(lexicon), -1
    for name in places:
        i = bisect_left(found, name.start, key=lambda token: token.end)
        end = bisect_left(found, name.end, i, key=lambda token: token.start)
        joined = i == last and found[i].start < name.start and found[i].form[0] == "و"
        lead = i if joined else _lead(text, found, i, name, roles)
        if lead is not None:
            camp = any("camp" in roles[token.form] for token in found[max(lead - CAMP_REACH, 0) : i + 1])
            posted = any("posted" in roles[token.form] for token in found[max(lead - 1, 0) : lead + 1])
            told.append(Spot(name, lead, i, end, joined, camp, posted))
        last = -1 if lead is None else end
    return told


def unlisted(
    found: Sequence[Token], span: range, listed: Sequence[Spot], lexicon: Lexicon, sure: bool = False
) -> list[int]:
    """The tokens of a span that seem to name places which no list knows: «ناحية العظيم», «في العبدية».

    With `sure` a word after «في» counts only where it opens the sentence, and no adjective does: «منطقة محاصرة».

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> found = tokens("قتلوا في ناحية كبيسة في الهجوم")
    >>> [found[i].form for i in unlisted(found, range(len(found)), [], load())]
    ['كبيسه']
    """
    roles, words = roles_of(lexicon), listed_words(lexicon)
    known = {i for spot in listed for i in range(spot.first, spot.last)}
    named = []
    for i in [i for i in range(span.start + 1, span.stop) if roles[found[i - 1].form]]:
        form, before = found[i].form, roles[found[i - 1].form]
        if found[i].kind != "word" or i in known or (form in words and not ("kind" in before and form in BEGINNINGS)):
            continue
        inside = found[i - 1].form in INSIDE and (i - 1 == span.start or (form.startswith("ال") and not sure))
        if inside or ("kind" in before and not (sure and form.endswith(ADJECTIVE))):
            named.append(i)
    return named


def holds(wide: Name, narrow: Name) -> bool:
    """Whether one place lies in another, as far as their kinds and codes tell.

    >>> def named(precision, pcode):
    ...     return Name(0, 1, "", "place", None, None, precision, pcode)
    >>> holds(named("country", "SY"), named("town", "SY09")), holds(named("country", "IQ"), named("town", "SY09"))
    (True, False)
    """
    if not wide.pcode or not narrow.pcode or _width(wide) <= _width(narrow):
        return False
    return narrow.pcode.startswith(wide.pcode)


def is_settled(name: Name) -> bool:
    """Whether a place is a town or a district.

    >>> from helpers.names import find
    >>> from helpers.text import tokens
    >>> [is_settled(name) for name in find(tokens("من حلب إلى سوريا"))]
    [True, False]
    """
    return name.precision in SETTLED


@lru_cache(maxsize=16)
def roles_of(lexicon: Lexicon) -> Roles:
    """What each written word can do beside a place, by the list of such words; nothing for most.

    >>> from helpers.lexicon import load
    >>> sorted(roles_of(load())["بشرق"])
    ['kind', 'side']
    """
    listed = {fold(row["form"]).text: frozenset(row["roles"].split()) for row in lexicon["locating"]}

    def roles(form: str) -> frozenset[str]:
        cuts = (cut for cut in readings(form) if cut.stem in listed and "ال" not in cut.clitics)
        return next(
            (listed[cut.stem] for cut in cuts if "kind" in listed[cut.stem] or cut.clitics in ("", "و", "ف")), NONE
        )

    return Seen(roles)


def _width(name: Name) -> int:
    return WIDTH.get(name.precision or "", 0)


def _lead(text: str, found: Sequence[Token], i: int, name: Name, roles: Roles) -> int | None:
    """The token that the phrase of a place begins with, None where nothing is said to be there."""
    glued = found[i].form[0] if found[i].start < name.start else ""
    j, side, leads = i - 1, "side" in roles[found[i].form], glued == "ب"
    is_kind = "kind" in roles[found[i].form]
    while not leads and not glued and j >= 0 and i - j <= BEFORE and _goes_on(found[j], roles):
        is_kind, side = True, side or "side" in roles[found[j].form]
        leads = _is_led(found[j], roles)
        j -= 1
    before = roles[found[j].form] if j >= 0 else NONE
    if side and "measures" in before:
        return None
    if leads or (is_kind and not before & {"leads"}):
        return j + 1
    if j < 0 or "\n" in text[found[j].end : found[j + 1].start]:
        return i if text.startswith(HEADS, name.end) else None
    return j if not glued and before & {"leads", "struck"} else None


def _goes_on(token: Token, roles: Roles) -> bool:
    """Whether the phrase of a place may begin before this word: «أطراف», «قرية», a quotation mark."""
    return token.form == '"' or "kind" in roles[token.form]


def _is_led(token: Token, roles: Roles) -> bool:
    """Whether «ب» or «ل» stands in the word: «بريف», «لمدينة»; not in «بلدة»."""
    return token.form[0] in "بل" and "kind" in roles[token.form[1:]]
