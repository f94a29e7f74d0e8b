"""Statements that one passes on for another: «نقلت وكالة عن فلان أن», «وأضافت الصحيفة نقلا عن مسؤول أن»."""

from helpers import contents
from helpers.agreement import voice
from helpers.asides import COMMAS, LONGEST_ASIDE, skipped
from helpers.contents import STATED, Opening
from helpers.cues import Cue, cue_at, may_be_verb
from helpers.page import Page
from helpers.quoted import quoted_at
from helpers.sources import Sources
from helpers.speakers import Speaker, speaker_at
from helpers.statement import CARRY_SENTENCES, Act
from helpers.subjects import speaker_after
from helpers.titles import PERSONAL

PEOPLE = ("named_person", *PERSONAL)  # who reports another's words is no medium
ABOUT_HIM = {"عنه": "m", "عنها": "f", "عنهم": "p"}


def relayed(page: Page, cue: Cue, sources: Sources) -> Act | None:
    """«نقلت وكالة عن فلان أن»: the medium is the way, the person after عن the source.

    >>> from helpers.report import read_report
    >>> acts = read_report("a", "نقلت وكالة رويترز عن مصدر طبي أن ثلاثة قتلوا.").attributions
    >>> [(a.source, a.via) for a in acts]
    [('مصدر طبي', 'رويترز')]
    """
    medium = speaker_after(page, cue)
    if medium is None and cue.takes[0] != "عن":
        return None  # «نسب إلى جهاديين» cites nobody
    if cue.weak and (medium is None or medium.type not in ("media_agency", "organisation")):
        return None  # «علمت الصحيفة من مصادر أن», not «علم الوزير أن»
    k = medium.end if medium else cue.last + 1
    k += page.form(k) == '"' and k not in page.quotes
    stop = page.sentence_end(cue.first)
    while medium and k < stop and page.form(k) not in (cue.takes[0], *ABOUT_HIM) and (step := skipped(page, k)[0]):
        k += step  # «ونقلت القناة عبر حسابها على «تويتر»، عن المصدر قوله»
    k = _after_aside(page, k, cue.takes[0]) if medium else k
    if page.form(k) in ABOUT_HIM and medium and (act := _of_the_last(page, cue, k, medium, sources)):
        return act
    if page.form(k) != cue.takes[0] or page.sentence[k] != page.sentence[cue.first]:
        return _of_the_medium(page, cue, medium, sources) if medium else None
    speaker = (
        quoted_at(page, k + 1, cue) or speaker_at(page, k + 1) or speaker_at(page, k + 1, strangers=sources.persons)
    )
    unnamed = speaker is not None and speaker.type in ("anonymous_sources", "witness")
    if speaker is None or (cue.weak and medium and medium.type == "organisation" and not unnamed):
        return None
    opened = contents.opening(page, cue, speaker.end, True)
    if opened is None:
        opened = Opening(speaker.end, "object", None)
    relay = sources.hear(medium, None, heard=voice(page, cue)) if medium else None
    via = relay.canonical if relay and relay.type not in PEOPLE else opened.via
    source = sources.hear(speaker, via)
    return Act(cue, k + 1, cue.first, speaker, source, via, opened.first, contents.last_token(page, opened), False)


def _after_aside(page: Page, k: int, by: str) -> int:
    """«نقل ضابط سابق، التقته الصحيفة في بيروت، عن قائده قوله»: past what stands between commas before «عن»."""
    if page.form(k - 1) not in COMMAS and page.form(k) not in COMMAS:
        return k
    within = range(k + 1, min(k + LONGEST_ASIDE, page.sentence_end(k)))
    close = next((n for n in within if page.form(n) in COMMAS), None)
    return close + 1 if close is not None and page.form(close + 1) == by else k


def _of_the_last(page: Page, cue: Cue, k: int, medium: Speaker, sources: Sources) -> Act | None:
    """«ونقلت وكالة عنه قوله»: the last speaker, through another medium."""
    opened = contents.opening(page, cue, k + 1, False)
    source, _ = sources.last(cue.first, ABOUT_HIM[page.form(k)], CARRY_SENTENCES)
    if opened is None or source is None:
        return None
    via = sources.named(medium).canonical
    return Act(cue, k + 1, cue.first, None, source, via, opened.first, contents.last_token(page, opened), False)


def _of_the_medium(page: Page, cue: Cue, medium: Speaker, sources: Sources) -> Act | None:
    """«ونقلت الوكالة أن …»: nobody else is named, so the medium tells it."""
    opened = contents.opening(page, cue, medium.end, True)
    if opened is None or opened.kind not in STATED:
        return None
    source = sources.hear(medium, opened.via, heard=voice(page, cue))
    end = contents.last_token(page, opened)
    return Act(cue, cue.last + 1, cue.first, medium, source, source.via, opened.first, end, False)


def quoting(page: Page, cue: Cue, speaker: Speaker, sources: Sources) -> Act | None:
    """«وأضافت الصحيفة نقلا عن مسؤول أن …»: what is said follows, and the medium stands before.

    >>> from helpers.report import read_report
    >>> acts = read_report("a", "وأضافت الصحيفة نقلا عن مسؤول أن الهدنة انتهت.").attributions
    >>> [(a.source, a.via) for a in acts]
    [('مسؤول', 'الصحيفة')]
    """
    start = page.sentence_start(cue.first)
    media = (speaker_at(page, s) for s in range(start, cue.first))
    comma = page.form(cue.first - 1) in ("،", ",")
    medium = next(
        (m for m in media if m and (m.end + comma == cue.first or page.quotes.get(m.first - 1) == cue.first - 1)), None
    )
    verb = _verb_before(page, medium.first) if medium else None
    opened = contents.opening(page, verb or cue, speaker.end, True)
    if opened is None or opened.kind not in (*STATED, "preposition"):
        return None
    via = sources.named(medium).canonical if medium else opened.via
    source, end = sources.hear(speaker, via), contents.last_token(page, opened)
    return Act(verb or cue, cue.last + 1, cue.first, speaker, source, via, opened.first, end, False)


def _verb_before(page: Page, first: int) -> Cue | None:
    """The verb of saying whose subject begins at token `first`: «أفادت وكالة نقلا عن شهود بمقتل …»."""
    k = first - 1 - (page.form(first - 1) == '"')
    return cue_at(page, k) if k >= 0 and may_be_verb(page, k) else None
