"""The parts of a report: headline, standfirst, teasers, captions, body, credit, furniture; and its sentences.

Sections cut the text into pieces that join up to the whole again, character for character; `lines` says what each is.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from helpers.datelines import dateline_at_start
from helpers.lexicon import Lexicon, load
from helpers.lines import kinds
from helpers.text import BIDI, fold, folded_part

LINE = re.compile(rf"[^\n\r\u2028\u2029]*[^\s\u200c\u200d{BIDI}][^\n\r\u2028\u2029]*")  # that shows something
AFTER_INITIAL = r"\D[\s(\"][^\W\d_]"  # «د. سالم ناصر», «أ.د.», «س. ح.»; not «5.» nor «1440 هـ.»
SENTENCE_END = re.compile(
    rf"(?:(?<!{AFTER_INITIAL})(?<!ا\.د)\.|[؟?!…])(?=[\s\"')\]]|$)|(?<={AFTER_INITIAL})\.(?=\s+و\w)"
    r"|(?<=\w{4})\.(?=\w{2})|(?<=\s)\.(?=\w{2})|\n"
)
LONGEST_SENTENCE = 1500  # letters: three times the longest of ordinary news, so that only text without stops is cut
CUTS = ("؛ ", "، ", ", ", " و", " ")
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
    """The parts of a text, in order; joined they give the text back. A text that shows nothing has none.

    >>> [s.kind for s in sections("مقتل 3 في حلب\\n\\nحلب - قال متحدث إن ثلاثة قتلوا.\\n\\nالمصدر : رويترز")]
    ['headline', 'body', 'credit']
    """
    found = [match.span() for match in LINE.finditer(text)]
    if not found:
        return []
    starts = [0, *(a for a, _ in found[1:])]
    told = kinds(text, found, lexicon or load())
    return [Section(a, b, kind) for a, b, kind in zip(starts, [*starts[1:], len(text)], told, strict=True)]


def sentences(text: str, parts: list[Section], lexicon: Lexicon | None = None) -> list[Sentence]:
    """The sentences of each section, without the dateline and the white space around them.

    >>> t = "بيروت - قال متحدث. وأضاف آخر."
    >>> [t[s.start:s.end] for s in sentences(t, sections(t))]
    ['قال متحدث.', 'وأضاف آخر.']
    """
    found, opening = [], _dateline(text, parts, lexicon)
    for index, part in enumerate(parts):
        folded = fold(text[part.start : part.end])
        start = len(opening[1]) if opening and index == opening[0] else 0
        for end in _ends(folded.text, start):
            a, b = folded.span(start, end)
            quote = text[part.start + a : part.start + b]
            if any(char.isalnum() for char in quote):
                lead = len(quote) - len(quote.lstrip())
                found.append(Sentence(part.start + a + lead, part.start + a + len(quote.rstrip()), index))
            start = end
    return found


def _ends(folded: str, start: int) -> Iterator[int]:
    """Where the sentences of a folded section end; one that goes on for too long is cut at a comma, «و» or a space."""
    for end in [*(m.end() for m in SENTENCE_END.finditer(folded, start)), len(folded)]:
        while end - start > LONGEST_SENTENCE:
            first, last = start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE
            start = next((at + 1 for mark in CUTS if (at := folded.rfind(mark, first, last)) >= 0), last)
            yield start
        yield end
        start = end


def dateline(text: str, parts: list[Section], lexicon: Lexicon | None = None) -> str | None:
    """The place that the first body paragraph opens with, as written.

    >>> t = "السوسة (سوريا) - بات التنظيم محاصرا."
    >>> dateline(t, sections(t))
    'السوسة (سوريا)'
    """
    opening = _dateline(text, parts, lexicon)
    if opening is None:
        return None
    part, words = parts[opening[0]], DATELINE_DASH.sub("", opening[1].rstrip(": "))
    a, b = fold(text[part.start : part.end]).span(0, len(words))
    return text[part.start + a : part.start + b].strip()


def _dateline(text: str, parts: list[Section], lexicon: Lexicon | None) -> tuple[int, str] | None:
    """The index of the first body paragraph and the folded dateline that it opens with."""
    index = next((i for i, part in enumerate(parts) if part.kind == "body"), None)
    if index is None:
        return None
    opening = dateline_at_start(folded_part(text, parts[index].start, parts[index].end), lexicon)
    return (index, opening) if opening else None
