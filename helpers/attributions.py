"""Who says what: each act of saying with its source, cue and content, its medium, and the statement it stands in."""

from collections.abc import Sequence
from typing import NamedTuple

from helpers import contents
from helpers.acts import acts
from helpers.breakdowns import is_line
from helpers.lexicon import Lexicon, load
from helpers.names import Name
from helpers.page import Page, lay_out
from helpers.sections import Sentence
from helpers.statement import Act
from helpers.text import Token

FIRST_TO_LAST = set("اولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا".split())
OURS = (
    "قواتنا",
    "جيشنا",
    "مقاتلينا",
    "مقاتلونا",
    "مجاهدينا",
    "مجاهدونا",
    "جنودنا",
    "ابطالنا",
    "وحداتنا",
    "شعبنا",
    "شهدائنا",
)
NEAR = 50  # acts looked at around one; a sentence holds far fewer


class Attribution(NamedTuple):
    """One act of saying; `parent` is an index in the list.

    When the speaker is carried over, `source_start` is None and `source_text` the words that named him last.
    """

    start: int
    end: int
    cue: str
    cue_start: int
    cue_end: int
    source: str
    source_text: str
    source_start: int | None
    source_end: int | None
    source_type: str
    source_party: str | None
    via: str | None
    mode: str
    commitment: str
    parent: int | None
    carried_over: bool
    content_start: int
    content_end: int


def find(
    text: str,
    found: Sequence[Token],
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    lexicon: Lexicon | None = None,
) -> list[Attribution]:
    """The acts of saying in a report, in the order of their cues.

    >>> from helpers import names, sections
    >>> from helpers.text import tokens
    >>> t = "قال مصدر أمني إن ثلاثة قتلوا، مضيفا أن خمسة جرحوا."
    >>> f = tokens(t)
    >>> [(a.source, a.carried_over) for a in find(t, f, sections.sentences(t, sections.sections(t)), names.find(f))]
    [('مصدر أمني', False), ('مصدر أمني', True)]
    """
    page = lay_out(text, found, sentences, names, lexicon or load())
    rows = [row for act in _trimmed(page, acts(page)) if (row := _row(page, act))]
    return [row._replace(parent=_parent(rows, i)) for i, row in enumerate(rows)]


def _trimmed(page: Page, read: list[Act]) -> list[Act]:
    """Each content cut where the next act of the same level begins."""
    cut: list[Act] = []
    for i, act in enumerate(read):
        own_line = act.cue.tense == "colon" and _is_item(page, act.cue.first)  # «- وزارة الصحة: …»
        act = act if own_line else act._replace(end=_with_its_list(page, act.end))
        act = act._replace(end=_up_to_the_next(page, act, read[i + 1])) if i + 1 < len(read) else act
        later = [b.clause for b in read[i + 1 : i + NEAR] if not b.nested and b.clause > act.first]
        cited = [b.cue.first for b in read[i + 1 : i + NEAR] if _closes(page, act, b)]
        end = min([act.end, *later, *cited])
        outer = [a.end for a in cut[-NEAR:] if a.first <= act.clause < a.end]
        if act.nested and act.cue.tense != "preposition" and outer:
            end = min(end, outer[-1])
        cut.append(act._replace(end=end))
    return cut


def _with_its_list(page: Page, end: int) -> int:
    """Where a content ends that ends at token `end`: with the lines of the list that its colon announces, if any."""
    if page.sentence_end(end - 1) != end or not (page.form(end - 1) == ":" or _is_item(page, end - 1)):
        return end
    while end < len(page.found) and (_is_item(page, end) or _says_we(page, end)):
        end = page.sentence_end(end)
    return end


def _up_to_the_next(page: Page, act: Act, later: Act) -> int:
    """Where the content of a citation at the front ends that its own document takes up again.

    «وبحسب التقرير، اعتقل ستة. وألقى الطيران براميل. ¶ وأشار التقرير إلى …»: what stands between is of the report too.
    Where another speaks next, or nobody, the text does not decide, and such a sentence has no teller.
    """
    end, cited = act.end, act.cue.tense == "preposition" and act.cue.first < act.first
    if not cited or act.source.canonical != later.source.canonical:
        return end
    while end < later.clause and page.form(end)[:1] == "و" and page.section[end] == page.section[act.first]:
        end = page.sentence_end(end)
    return end


def _says_we(page: Page, i: int) -> bool:
    """Whether the sentence of token `i` opens a paragraph and speaks of «قواتنا»: a communique goes on."""
    first = page.sentence_start(i)
    opens = page.section[first - 1] != page.section[first]
    return opens and any(page.form(k).endswith(OURS) for k in range(first, page.sentence_end(i)))


def _is_item(page: Page, i: int) -> bool:
    """Whether token `i` stands in a line of a list: «- الشرطة: 12», «2) إصابة 12», «ثانيا: تحرير القرية»."""
    start = page.sentence_start(i)
    numbered = page.form(start) in FIRST_TO_LAST and page.form(start + 1) in (":", "-", "–", ".", "،")
    return numbered or is_line(page.found, range(start, page.sentence_end(i)))


def _closes(page: Page, act: Act, later: Act) -> bool:
    """Whether a source cited at the end tells all of what `act` tells: «أعلن متحدث مقتل …، وفقا لقناة …»."""
    same = later.cue.tense == "preposition" and later.first <= act.first < later.cue.first <= later.end
    return same and page.form(later.cue.first - 1) in ("،", ",")


def _row(page: Page, act: Act) -> Attribution | None:
    content = contents.span(page, act.first, act.end)
    if content is None:
        return None
    found, speaker = page.found, act.speaker
    cue_start, cue_end = found[act.cue.first].start, found[act.cue_end - 1].end
    source_start, source_end = (speaker.start, found[speaker.end - 1].end) if speaker else (None, None)
    edges = [x for x in (cue_start, cue_end, source_start, source_end, *content) if x is not None]
    return Attribution(
        min(edges),
        max(edges),
        page.text[cue_start:cue_end],
        cue_start,
        cue_end,
        act.source.canonical,
        page.text[source_start:source_end] if speaker else act.source.wording,
        source_start,
        source_end,
        act.source.type,
        act.source.party,
        act.via,
        contents.mode(page, range(act.first, act.end), *content),
        act.cue.row["commitment"],
        None,
        speaker is None,
        *content,
    )


def _parent(rows: list[Attribution], i: int) -> int | None:
    start, end = rows[i].cue_start, rows[i].cue_end
    near = [k for k in range(max(i - NEAR, 0), min(i + NEAR, len(rows))) if k != i]
    around = [k for k in near if rows[k].content_start <= start and end <= rows[k].content_end]
    return min(around, key=lambda k: rows[k].content_end - rows[k].content_start, default=None)
