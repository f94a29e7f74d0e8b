"""Lists that break a toll down, one line each: «توزع القتلى كما يلي:», then «- الشرطة: 12», «- 9 مدنيين»."""

from collections.abc import Sequence
from typing import NamedTuple

from helpers.contexts import words
from helpers.lexicon import Lexicon
from helpers.mentions import Mention, Role
from helpers.nouns import noun_at
from helpers.text import Token
from helpers.triggers import MOVES, TOLLS

BULLETS, COLON = ("-", "–", "—", "•", "*", "·", "▪", "●"), ":"
AFTER_NUMBER = ("-", "–", "—", ")")
ENTRY_MARKS, LONGEST_NAME, LONGEST_COUNT = (":", "-", "–", "—"), 4, 5
VICTIMS, DEATHS, ALL_VICTIMS = (
    {"killed", "died", "wounded", "killed_or_wounded"},
    {"killed", "died"},
    "killed_or_wounded",
)
COUNTED = TOLLS | MOVES - {"surrendered"}
LONGEST_HEADING, ORDER_WORDS, BY = 9, 3, {"بحسب", "حسب", "وفق", "تبعا"}
SHARING = {"الحصيله", "حصيله", "التوزع", "توزعوا", "يتوزعون", "وتوزعوا"}
FOLLOWING, LAST_WORDS = set("التالي الاتي التاليه الاتيه كالتالي كالاتي يلي يأتي ياتي".split()), 3


class Breakdown(NamedTuple):
    """What the lines of a list count: the casualties named before it, and whether each line opens with who did it."""

    measure: str
    by_doer: bool


def is_line(found: Sequence[Token], span: range) -> bool:
    """Whether a sentence, by its tokens, is a line of a list.

    >>> from helpers.text import tokens
    >>> is_line(tokens("- الشرطة: 12"), range(4)), is_line(tokens("2) الشرطة: 12"), range(5))
    (True, True)
    """
    return len(span) > 1 and (found[span[0]].form in BULLETS or is_numbered(found, span))


def is_entry(found: Sequence[Token], span: range) -> bool:
    """Whether a short line gives a name and its number, with no bullet: «إدلب: 71», «ريف دمشق – 20 مدنيا».

    >>> from helpers.text import tokens
    >>> is_entry(tokens("ريف دمشق: 20"), range(4)), is_entry(tokens("وقال: 20 من الجنود قتلوا في الحي"), range(8))
    (True, False)
    """
    parts = [k for k, i in enumerate(span) if found[i].form in ENTRY_MARKS]
    if len(parts) != 1 or not 0 < parts[0] <= LONGEST_NAME or parts[0] + 1 >= len(span):
        return False
    return found[span[parts[0] + 1]].kind == "number" and len(span) - parts[0] <= LONGEST_COUNT


def is_numbered(found: Sequence[Token], span: range) -> bool:
    """Whether a line of a list opens with its number: «2- إصابة 12», «2) إصابة 12».

    >>> from helpers.text import tokens
    >>> is_numbered(tokens("2- إصابة 12"), range(4)), is_numbered(tokens("2-3 قتلى"), range(4))
    (True, False)
    """
    opens = len(span) > 2 and found[span[0]].kind == "number" and found[span[1]].form in AFTER_NUMBER
    return opens and found[span[2]].kind == "word"


def announced(
    found: Sequence[Token], span: range, told: set[str], here: Sequence[str], lexicon: Lexicon
) -> Breakdown | None:
    """The breakdown that a sentence says will follow, of what it names or else of the last people it counts.

    `told` are the measures of all claims so far, `here` those of the sentence.

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> announced(tokens("وتوزع الضحايا كما يلي:"), range(5), {"killed"}, [], load())
    Breakdown(measure='killed', by_doer=False)
    """
    if not len(span) or not (found[span[-1]].form == COLON or _is_heading(found, span)):
        return None
    nouns = (noun_at(found, i, lexicon) for i in span if found[i].kind == "word")
    named = next((n for n in nouns if n and n.cls == "casualty" and n.number == "plural" and "ال" in n.clitics), None)
    by_doer = any(found[i].form in words(lexicon, "doer_heading") for i in span)
    if named is None and told & VICTIMS and _parts_a_toll(found, span):
        return Breakdown(victims(told), by_doer)
    if named is None:
        follows = any(found[i].form in FOLLOWING for i in span[-LAST_WORDS:]) or _heads_bullets(found, span)
        return Breakdown(here[-1], False) if follows and here and here[-1] in COUNTED else None
    measure = victims(told) if named.measure == ALL_VICTIMS else named.measure
    return Breakdown(measure, by_doer)


def _is_heading(found: Sequence[Token], span: range) -> bool:
    """Whether a short line without a colon heads bullets: «ثانيا: الحصيلة بحسب المحافظات», «توزع القتلى حسب الجهة»."""
    bullets = span.stop < len(found) and found[span.stop].form in BULLETS
    return bullets and len(span) <= LONGEST_HEADING and any(found[i].form in BY for i in span)


def _parts_a_toll(found: Sequence[Token], span: range) -> bool:
    """Whether a heading parts the toll told before by place or doer: «الحصيلة بحسب المحافظات», «حسب الجهة الفاعلة:»."""
    forms = [found[i].form for i in span]
    if COLON in forms[:ORDER_WORDS]:
        forms = forms[forms.index(COLON) + 1 :]  # «ثانيا: الحصيلة …»
    forms = forms[forms[:1] != [] and forms[0] in SHARING :]
    return forms[:1] != [] and forms[0] in BY


def _heads_bullets(found: Sequence[Token], span: range) -> bool:
    """Whether bullets follow, and no mark parts the last number from the colon: «قتل 120 مدنيا خلال الشهر:»."""
    last = next((i for i in reversed(span) if found[i].kind == "number"), span.start)
    bullets = span.stop < len(found) and found[span.stop].form in BULLETS
    return bullets and all(found[i].kind != "mark" for i in range(last, span[-1]))


def victims(told: set[str]) -> str:
    """What «الضحايا» are where the tolls told before are of one kind.

    >>> victims({"killed", "displaced"}), victims({"killed", "wounded"})
    ('killed', 'killed_or_wounded')
    """
    kinds = told & VICTIMS
    if kinds and kinds <= DEATHS:
        return "killed"
    return kinds.pop() if len(kinds) == 1 else ALL_VICTIMS


def line_doer(found: Sequence[Token], span: range, near: Sequence[Mention]) -> Role | None:
    """The party that opens a line before its colon: «- الجيش: 12 مدنيا».

    >>> from helpers import parse
    >>> text = "قتل 21 مدنيا، وتوزع القتلى بحسب الجهات المسؤولة:\\n- قوات النظام: 12\\n- تنظيم داعش: 9"
    >>> parse([("a", text)]).claims[["best", "actor"]].values.tolist()
    [[21.0, <NA>], [12.0, 'الجيش السوري'], [9.0, 'تنظيم الدولة الإسلامية']]
    """
    colon = next((i for i in span if found[i].form == COLON), span.start)
    return next((mention.role for mention in near if span.start <= mention.first < colon), None)


def grown(largest: dict[str, tuple[float, int]], measure: str, n: float | None, place: int) -> None:
    """Keeps the largest toll of each measure, with the place of its claim; of equal ones the first.

    >>> largest = {}
    >>> for place, n in enumerate([90, 200, None, 200]):
    ...     grown(largest, "killed", n, place)
    >>> largest
    {'killed': (200, 1)}
    """
    if n is not None and (measure not in largest or n > largest[measure][0]):
        largest[measure] = (n, place)


def whole(largest: dict[str, tuple[float, int]], measure: str, n: float | None) -> int | None:
    """The place of the largest toll of the measure, if it can hold `n`.

    >>> whole({"killed": (90, 0), "wounded": (200, 1)}, "killed", 30)
    0
    """
    best, place = largest.get(measure, (0, 0))
    return place if n is not None and best > n else None
