"""What each line of a report is: headline, standfirst, a link to another story, body, credit or furniture.

What a site left inside the text (links, pictures' captions, buttons) is told from the report by its words and by its
shape: a short line without a stop at its end, in a report whose paragraphs do end with stops. Where they do not, a
short line is as good as any: text that may be the report's is not taken away from it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.datelines import dateline_at_start
from helpers.lexicon import Hit, Lexicon, Phrases
from helpers.text import Token, folded_part, readings, tokens

HEADLINE_WORDS, LINK_WORDS, CREDIT_WORDS, STANDFIRST_LINES = 25, 18, 9, 2
LABEL_WORDS, NAME_WORDS, ENTRY_WORDS = 5, 3, 3
STOP = re.compile(r"[.؟?!:،,…؛][\"')\]\s]*$")
HEADLINE_STOP = re.compile(r"[.:،,…؛][\"')\]\s]*$")
LIST_ENTRY = re.compile(r"\s*(?:[-•*▪●◾◦·]\s|\d{1,2}[.)-]\s|\d{1,2}[:.]\d{2}\b)")
PARTING = frozenset("-/|+،,")
LABEL_ENDS = (":", "-", "|", "/")


class Line(NamedTuple):
    """A line as it is looked at: folded, its tokens, its words and numbers, and whether it ends with a stop."""

    folded: str
    tokens: Sequence[Token]
    words: Sequence[Token]
    stops: bool


class Lists(NamedTuple):
    """The word lists that lines are known by."""

    credits: Phrases
    furniture: Phrases
    sayings: frozenset[str]


def kinds(text: str, spans: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[str]:
    """The kind of each line of a text, of at least one; `spans` say where the lines stand.

    >>> from helpers.lexicon import load
    >>> kinds("مقتل 3 في حلب\\nقال متحدث إن ثلاثة قتلوا.\\nشارك", [(0, 13), (14, 40), (41, 45)], load())
    ['headline', 'body', 'furniture']
    """
    lists = _lists(lexicon)
    lines = list(_lines(text, spans))
    found = _by_words(lines, lists)
    own = [i for i, kind in enumerate(found) if not kind]
    opening = next((i for i in own if _runs(lines[i]) and dateline_at_start(lines[i].folded, lexicon)), 0)
    if not found[0] and _is_headline(lines):
        found[0] = "headline"
    stopped = _ends_with_stops([line for line, kind in zip(lines[opening:], found[opening:], strict=True) if not kind])
    shaped = [kind or _by_shape(line, stopped, lists) for line, kind in zip(lines, found, strict=True)]
    if shaped[0] == "headline" and shaped[:opening].count("body") <= STANDFIRST_LINES:
        shaped[:opening] = ["standfirst" if kind == "body" else kind for kind in shaped[:opening]]
    first = shaped.index("body") if "body" in shaped else len(shaped)
    return [("teaser" if i < first else "caption") if kind == "link" else kind for i, kind in enumerate(shaped)]


def _lines(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Line]:
    found = tokens(text)
    for start, end in spans:
        first, last = (bisect_left(found, at, key=lambda token: token.start) for at in (start, end))
        folded = folded_part(text, start, end)
        words = [token for token in found[first:last] if token.kind != "mark"]
        yield Line(folded, found[first:last], words, bool(STOP.search(folded)))


@lru_cache(maxsize=16)
def _lists(lexicon: Lexicon) -> Lists:
    sayings = frozenset(tokens(row["form"])[0].form for row in lexicon["cues"] if row["pos"] == "verb")
    return Lists(Phrases(lexicon["credits"]), Phrases(lexicon["furniture"]), sayings)


def _by_words(lines: Sequence[Line], lists: Lists) -> list[str | None]:
    """The kinds that words alone tell: furniture, links under a label for links, credit; None for the others."""
    found: list[str | None] = []
    label_alone = False
    for line in lines:
        if label := _furniture(line, lists.furniture):
            found.append("furniture")
        elif label_alone and len(line.words) <= LINK_WORDS and not line.stops:
            found.append("link")
        else:
            found.append("credit" if _is_credit(line, lists.credits) else None)
        label_alone = label == "link"
    return found


def _furniture(line: Line, furniture: Phrases) -> str | None:
    """What a line of page furniture lets follow («link»: other stories, on the next line), None for another line."""
    if not line.words:
        return "nothing"
    if last := _last_of(line.words, furniture):
        return last.row["follows"] or "nothing"
    hit = furniture.at(line.words, 0)
    if hit is None or line.stops:
        return None
    room = {"words": LABEL_WORDS, "link": LINK_WORDS}.get(hit.row["follows"], 0)
    return "nothing" if len(line.words) - hit.length <= room else None


def _last_of(words: Sequence[Token], phrases: Phrases) -> Hit | None:
    """The last of the phrases that the words are, one after the other; None where some word is of none."""
    i, hit = 0, None
    while i < len(words):
        hit = phrases.at(words, i)
        if hit is None:
            return None
        i += hit.length
    return hit


def _is_credit(line: Line, credits: Phrases) -> bool:
    """Whether a line names who the report is from: «المصدر : …», «كتب: …», or outlets and names parted by dashes."""
    if not line.words or len(line.words) > CREDIT_WORDS or line.stops:
        return False
    hit = credits.at(line.words, 0)
    if hit and hit.row["role"] == "label":
        after = next((token for token in line.tokens if token.start >= hit.end), None)
        return after is None or after.form in LABEL_ENDS
    outlets = [_last_of(part, credits) is not None for part in _parts(line)]
    names = (part for part, outlet in zip(_parts(line), outlets, strict=True) if not outlet)
    return any(outlets) and ":" not in line.folded and all(_is_short_name(part) for part in names)


def _parts(line: Line) -> list[list[Token]]:
    """The words of a line between its dashes and the like."""
    parts: list[list[Token]] = [[]]
    for token in line.tokens:
        if token.form in PARTING:
            parts.append([])
        elif token.kind != "mark":
            parts[-1].append(token)
    return [part for part in parts if part]


def _is_short_name(words: Sequence[Token]) -> bool:
    return len(words) <= NAME_WORDS and all(token.kind == "word" for token in words)


def _is_headline(lines: Sequence[Line]) -> bool:
    short = len(lines[0].words) <= HEADLINE_WORDS
    return short and len(lines) > 1 and not HEADLINE_STOP.search(lines[0].folded)


def _runs(line: Line) -> bool:
    """Whether a line is running text by its stop or its length."""
    return line.stops or len(line.words) > LINK_WORDS


def _ends_with_stops(lines: Sequence[Line]) -> bool:
    """Whether the paragraphs of a report end with stops: most of the long ones, or of all where none is long."""
    long = [line for line in lines if len(line.words) > LINK_WORDS] or lines
    return sum(line.stops for line in long) * 2 > len(long)


def _by_shape(line: Line, stopped: bool, lists: Lists) -> str:
    short = ENTRY_WORDS - 1 < len(line.words) <= LINK_WORDS
    told = LIST_ENTRY.match(line.folded) or _goes_on(line.words[0], lists.sayings)
    return "link" if stopped and short and not line.stops and not told else "body"


def _goes_on(word: Token, sayings: frozenset[str]) -> bool:
    """Whether a line goes on from the one before it: «وقال»."""
    return any(reading.clitics in ("و", "ف") and reading.stem in sayings for reading in readings(word.form))
