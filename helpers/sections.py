"""The parts of a report: headline, standfirst, teasers, captions, body, credit, furniture; and its sentences.

Sections cut the text into pieces that join up to the whole again, character for character. What a site left
inside the text (links to other stories, pictures' captions, buttons) is told from the report by its shape: a short
line that ends without a full stop where paragraphs end with one.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from helpers.lexicon import Lexicon, Phrases, load
from helpers.text import Token, fold, tokens

HEADLINE_WORDS, LINK_WORDS, CREDIT_WORDS, STANDFIRST_LINES = 25, 18, 9, 2
SENTENCE_END = re.compile(r"[.؟?!…](?=[\s\"')\]]|$)|(?<=\w{4})\.(?=\w{2})|(?<=\s)\.(?=\w{2})|\n")
FULL_STOP = re.compile(r"[.؟?!:،,][\"')\]\s]*$")
DATELINE = re.compile(r"(?P<place>\w+(?: \w+){0,3}(?: ?\([^()\n]{2,20}\))?(?: ?[/,،] ?\w+(?: \w+)?)?) ?[-:] ?(?=\S)")
DATELINE_DASH = re.compile(r" ?- ?$")


class Section(NamedTuple):
    """A part of a report with its kind."""

    start: int
    end: int
    kind: str


class Sentence(NamedTuple):
    """A sentence and the index of the section it stands in."""

    start: int
    end: int
    section: int


def sections(text: str, lexicon: Lexicon | None = None) -> list[Section]:
    """The parts of a text, in order; joined they give the text back.

    >>> [s.kind for s in sections("مقتل 3 في حلب\\n\\nحلب - قال متحدث إن ثلاثة قتلوا.\\n\\nالمصدر : رويترز")]
    ['headline', 'body', 'credit']
    """
    lines = [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
    if not lines:
        return []
    kinds = _kinds([text[a:b] for a, b in lines], lexicon or load())
    starts = [0, *(a for a, _ in lines[1:])]
    return [Section(a, b, kind) for a, b, kind in zip(starts, [*starts[1:], len(text)], kinds, strict=True)]


def sentences(text: str, parts: list[Section]) -> list[Sentence]:
    """The sentences of each section, without the dateline and the white space around them.

    >>> t = "بيروت - قال متحدث. وأضاف آخر."
    >>> [t[s.start:s.end] for s in sentences(t, sections(t))]
    ['قال متحدث.', 'وأضاف آخر.']
    """
    found = []
    for index, part in enumerate(parts):
        folded = fold(text[part.start : part.end])
        start = len(dateline_match(folded.text)) if part.kind == "body" else 0
        ends = [m.end() for m in SENTENCE_END.finditer(folded.text, start)] + [len(folded.text)]
        for end in ends:
            a, b = folded.span(start, end)
            quote = text[part.start + a : part.start + b]
            if any(char.isalnum() for char in quote):
                lead = len(quote) - len(quote.lstrip())
                found.append(Sentence(part.start + a + lead, part.start + a + len(quote.rstrip()), index))
            start = end
    return found


def dateline(text: str, parts: list[Section]) -> str | None:
    """The place that the first body paragraph opens with, as written.

    >>> t = "السوسة (سوريا) - بات التنظيم محاصرا."
    >>> dateline(t, sections(t))
    'السوسة (سوريا)'
    """
    for part in (p for p in parts if p.kind == "body"):
        folded = fold(text[part.start : part.end])
        if opening := dateline_match(folded.text):
            a, b = folded.span(0, len(DATELINE_DASH.sub("", opening.rstrip(": "))))
            return text[part.start + a : part.start + b].strip()
    return None


def dateline_match(folded: str) -> str:
    """The dateline that a folded paragraph opens with, dash included, or an empty string."""
    lead = len(folded) - len(folded.lstrip())
    match = DATELINE.match(folded, lead)
    if not match or (":" in match.group() and "-" not in match.group()):
        return ""
    return folded[: match.end()]


def _kinds(lines: list[str], lexicon: Lexicon) -> list[str]:
    credit_words, furniture = _indexes(lexicon)
    words = [tokens(line) for line in lines]
    kinds = [
        "furniture" if _is_furniture(found, furniture)
        else "credit" if _is_credit(found, line, credit_words)
        else "link" if _is_link(found, line)
        else "body"
        for line, found in zip(lines, words, strict=True)
    ]  # fmt: skip
    if kinds[0] in ("link", "body") and _is_headline(lines, words):
        kinds[0] = "headline"
    opening = next((i for i, kind in enumerate(kinds) if kind == "body" and dateline_match(fold(lines[i]).text)), 0)
    if kinds[0] == "headline" and kinds[:opening].count("body") <= STANDFIRST_LINES:
        kinds = ["standfirst" if kind == "body" and i < opening else kind for i, kind in enumerate(kinds)]
    first = kinds.index("body") if "body" in kinds else len(kinds)
    return [("teaser" if i < first else "caption") if kind == "link" else kind for i, kind in enumerate(kinds)]


@lru_cache(maxsize=16)
def _indexes(lexicon: Lexicon) -> tuple[Phrases, Phrases]:
    return Phrases(lexicon["credits"]), Phrases(lexicon["furniture"])


def _is_furniture(found: list[Token], furniture: Phrases) -> bool:
    words = [t for t in found if t.kind != "mark"]
    return not words or (len(words) <= LINK_WORDS and furniture.at(words, 0) is not None)


def _is_credit(found: list[Token], line: str, credit_words: Phrases) -> bool:
    words = [t for t in found if t.kind == "word"]
    if len(words) > CREDIT_WORDS or not words or line.rstrip().endswith((".", "؟", "!")):
        return False
    covered, i = 0, 0
    while i < len(words):
        hit = credit_words.at(words, i)
        covered, i = (covered + hit.length, i + hit.length) if hit else (covered, i + 1)
    labelled = fold(line).text.lstrip().startswith("المصدر")
    return covered > 0 and (labelled or covered * 2 >= len(words))


def _is_link(found: list[Token], line: str) -> bool:
    return 2 < sum(t.kind != "mark" for t in found) <= LINK_WORDS and not FULL_STOP.search(fold(line).text)


def _is_headline(lines: list[str], words: list[list[Token]]) -> bool:
    short = sum(t.kind != "mark" for t in words[0]) <= HEADLINE_WORDS
    return short and len(lines) > 1 and not FULL_STOP.search(fold(lines[0]).text)
