"""Statements whose source stands at the front: «وبحسب الوزارة، قتل …», «وكما ذكرت الوزارة، قتل …»."""

from helpers import contents
from helpers.agreement import voice
from helpers.asides import skipped
from helpers.contents import STATED, Opening
from helpers.contexts import words
from helpers.cues import BEFORE_NOUNS, Cue, cue_at, may_be_verb
from helpers.page import Page
from helpers.sources import Sources
from helpers.speakers import Speaker
from helpers.statement import Act
from helpers.subjects import speaker_after


def fronted(page: Page, cue: Cue, speaker: Speaker, via: str | None, sources: Sources) -> Act | None:
    """«وبحسب الوزارة، قتل …»: what follows the source; else the sentence before, which it closes.

    >>> from helpers.report import read_report
    >>> text = "وبحسب وزارة الصحة، قتل ثلاثة في القصف."
    >>> [(a.source, text[a.content_start : a.content_end]) for a in read_report("a", text).attributions]
    [('وزارة الصحة', 'قتل ثلاثة في القصف')]
    """
    k = speaker.end
    if speaker.type == "document" and page.form(k) in words(page.lexicon, "rests"):
        k = next((n for n in range(k, page.sentence_end(k)) if page.form(n) in ("،", ",")), k)
    while (step := skipped(page, k))[1] or page.form(k) in ("،", ",", ":", "("):
        k += max(step[0], 1)
    if cue.row["role"] == "relays" and (medium := _medium_at(page, k)):
        k, via = medium[1].first, sources.named(medium[0]).canonical
    source = sources.hear(speaker, via)
    end = contents.last_token(page, Opening(k, "that", None))
    if k < page.sentence_end(cue.first) - 1:
        return Act(cue, cue.last + 1, cue.first, speaker, source, source.via, k, end, False) if k < end else None
    last = page.sentence_start(cue.first) - 1
    if last < 0 or page.section[last] != page.section[cue.first]:
        return None
    first = page.sentence_start(last)  # «… حيث توفي. بحسب المتحدث باسم الجيش.»
    return Act(cue, cue.last + 1, cue.first, speaker, source, source.via, first, cue.first, True)


def _medium_at(page: Page, k: int) -> tuple[Speaker, Opening] | None:
    """The medium whose verb begins at token `k` and what it passes on: «ونقلا عن شهود، أوردت الوكالة أن …»."""
    verb = cue_at(page, k) if may_be_verb(page, k) else None
    medium = speaker_after(page, verb) if verb else None
    if verb is None or medium is None or medium.type != "media_agency":
        return None
    opened = contents.opening(page, verb, medium.end, True)
    return (medium, opened) if opened and opened.kind in STATED else None


def fronted_as(page: Page, cue: Cue, speaker: Speaker, opened: Opening | None, sources: Sources) -> Act | None:
    """«وكما ذكرت الوزارة، قتل …»: the clause after the comma is what the speaker at the front told.

    >>> from helpers.report import read_report
    >>> text = "وكما ذكرت وزارة الصحة، قتل ثلاثة في القصف."
    >>> [(a.source, text[a.content_start : a.content_end]) for a in read_report("a", text).attributions]
    [('وزارة الصحة', 'قتل ثلاثة في القصف')]
    """
    k = speaker.end + 1
    as_told = page.form(cue.first - 1) in ("كما", "وكما") and page.sentence_start(cue.first) == cue.first - 1
    leads = page.form(speaker.end) in ("،", ",") and page.form(k) not in BEFORE_NOUNS and k < page.sentence_end(k)
    if not (as_told and leads and speaker.first > cue.first) or (opened is not None and opened.kind in STATED):
        return None
    source = sources.hear(speaker, None, heard=voice(page, cue))
    end = contents.last_token(page, Opening(k, "that", None))
    return Act(cue, cue.last + 1, cue.first, speaker, source, source.via, k, end, False)
