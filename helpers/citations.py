"""Statements whose source is cited: «…، وفق فلان», «وبحسب فلان، …», «ونقلت وكالة عن فلان أن», and «فلان: …»."""

from typing import NamedTuple

from helpers import contents
from helpers.agreement import voice
from helpers.contents import Opening
from helpers.cues import Cue, may_be_verb
from helpers.page import Page
from helpers.sources import Source, Sources
from helpers.speakers import Speaker, speaker_at
from helpers.text import fold


class Act(NamedTuple):
    """An act of saying while it is read: its cue, where its clause begins, its source, the tokens of its content."""

    cue: Cue
    cue_end: int
    clause: int
    speaker: Speaker | None
    source: Source
    via: str | None
    first: int
    end: int
    nested: bool


def by_preposition(page: Page, cue: Cue, sources: Sources, before: list[Act]) -> Act | None:
    """The act whose source a preposition names, after the content or before it; None when nobody speaks."""
    k = cue.last + 1
    if cue.takes == ["verb"]:
        if not may_be_verb(page, k):
            return None
        k += 1
        cue = cue._replace(last=cue.last + 1)
    prefixes = ("ل", "لل") if cue.takes == ["ل"] else ("",)
    speaker = next((s for p in prefixes if (s := speaker_at(page, k, None, p))), None)
    if speaker is None:
        return None
    if cue.row["role"] == "relays" and (act := _quoting(page, cue, speaker, sources)):
        return act
    start = page.sentence_start(cue.first)
    joined = page.form(cue.first).startswith("و") and not fold(cue.row["form"]).text.startswith("و")
    if cue.first == start or (page.form(cue.first - 1) in ".،" and joined):
        return _fronted(page, cue, speaker, sources)
    inside = _inside(cue, before)
    source = sources.hear(speaker, None, remember=not inside)
    first = _last_topic(page, before[-1].first if inside else start, cue.first)
    clause = cue.first if inside else first
    return Act(cue, cue.last + 1, clause, speaker, source, source.via, first, cue.first, True)


def relayed(page: Page, cue: Cue, sources: Sources) -> Act | None:
    """«نقلت وكالة عن فلان أن»: the medium is the way, the person after عن the source."""
    medium = speaker_after(page, cue)
    k = medium.end if medium else cue.last + 1
    if page.form(k) != "عن" or page.sentence[k] != page.sentence[cue.first]:
        return None
    speaker = speaker_at(page, k + 1) or speaker_at(page, k + 1, strangers=sources.persons)
    if speaker is None:
        return None
    opened = contents.opening(page, cue, speaker.end, True)
    if opened is None:
        opened = Opening(speaker.end, "object", None)
    via = sources.hear(medium, None, heard=voice(page, cue)).canonical if medium else opened.via
    source = sources.hear(speaker, via)
    return Act(cue, k + 1, cue.first, speaker, source, via, opened.first, contents.last_token(page, opened), False)


def labelled(page: Page, cue: Cue, sources: Sources) -> Act | None:
    """«الأمم المتحدة: مقتل …», as headlines have it."""
    start = page.sentence_start(cue.first)
    speaker = speaker_at(page, start) if page.section[start] == 0 else None
    topic = start in page.names and page.names[start][0].kind == "place"
    if speaker is None or speaker.end != cue.first or topic:
        return None
    source = sources.hear(speaker, None, remember=False)
    return Act(cue, cue.last + 1, start, speaker, source, None, cue.last + 1, page.sentence_end(start), False)


def _quoting(page: Page, cue: Cue, speaker: Speaker, sources: Sources) -> Act | None:
    """«وأضافت الصحيفة نقلا عن مسؤول أن …»: what is said follows, and the medium stands before."""
    opened = contents.opening(page, cue, speaker.end, True)
    if opened is None or opened.kind not in ("that", "quote", "colon"):
        return None
    start = page.sentence_start(cue.first)
    media = (speaker_at(page, s) for s in range(start, cue.first))
    medium = next((m for m in media if m and m.end == cue.first), None)
    via = sources.named(medium).canonical if medium else opened.via
    source = sources.hear(speaker, via)
    return Act(
        cue, cue.last + 1, cue.first, speaker, source, via, opened.first, contents.last_token(page, opened), False
    )


def _fronted(page: Page, cue: Cue, speaker: Speaker, sources: Sources) -> Act | None:
    k = speaker.end
    while page.form(k) in ("،", ",", ":"):
        k += 1
    source = sources.hear(speaker, None)
    end = contents.last_token(page, Opening(k, "that", None))
    return Act(cue, cue.last + 1, cue.first, speaker, source, source.via, k, end, False) if k < end else None


def _inside(cue: Cue, before: list[Act]) -> bool:
    return bool(before) and before[-1].first <= cue.first < before[-1].end


def _last_topic(page: Page, first: int, end: int) -> int:
    """Where the clause that a closing source tells begins: after an open bracket, or at «، ومنذ …», «، وفي …»."""
    bracket = open_bracket(page, end)
    if bracket is not None and first < bracket < end - 1:
        return bracket + 1
    for k in range(end - 1, first, -1):
        if page.form(k - 1) in "،," and (
            page.form(k) == "وفي" or (page.form(k)[:1] == "و" and "time" in page.roles(k))
        ):
            return k
    return first


def open_bracket(page: Page, i: int) -> int | None:
    """The bracket of the sentence that is still open at token `i`."""
    for k in range(i - 1, page.sentence_start(i), -1):
        if page.form(k) in "()":
            return k if page.form(k) == "(" else None
    return None


def speaker_after(page: Page, cue: Cue) -> Speaker | None:
    """The speaker after the verb; asides and times may stand between."""
    k, stop = cue.last + 1, page.sentence_end(cue.first)
    while k < stop and (speaker := speaker_at(page, k, cue)) is None:
        step, _ = contents.skipped(page, k)
        if not step and cue.row["role"] == "claims" and k < cue.last + 4:
            step = 1
        if not step or page.form(k) == '"':
            return None
        k += step
    return speaker if k < stop else None
