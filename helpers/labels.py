"""Headlines and lines that a speaker's name and a colon open: «الأمم المتحدة: مقتل …», «الصحة اللبنانية: …»."""

from helpers.asides import skipped
from helpers.cues import Cue
from helpers.page import Page
from helpers.sources import Sources
from helpers.speakers import Speaker, speaker_at
from helpers.statement import Act
from helpers.subjects import named_later

LABEL_WORDS, HEADLINE = 3, 40
LEADS = ("|", "-", "–", ":")
MATTERS = ("صحه", "عدل", "اوقاف", "تعليم", "تربيه")  # what a ministry sees to


def labelled(page: Page, cue: Cue, sources: Sources) -> Act | None:
    """«الأمم المتحدة: مقتل …», as headlines have it, and the lines of a live page: «08:40 - وزارة الصحة: …»."""
    start = page.sentence_start(cue.first)
    label = start + _lead(page, start)
    quoted = label in page.quotes
    first = label + quoted
    speaker = _labelling(page, start, first, cue)
    if speaker is None or _tells_where(page, first, cue) or _tells_what(speaker):
        return None
    k, via = speaker.end + quoted, None
    while k < cue.first and (step := skipped(page, k))[0]:
        k, via = k + step[0], step[1] or via
    if k != cue.first:
        return None
    source = sources.hear(speaker, via, remember=False)
    return Act(cue, cue.last + 1, start, speaker, source, via, cue.last + 1, page.sentence_end(start), False)


def _labelling(page: Page, start: int, first: int, cue: Cue) -> Speaker | None:
    """The speaker that a label names, where one may stand: at the head of a headline or of a line with its hour."""
    if start == 0:
        return speaker_at(page, first) or named_later(page, first, cue) or _ministry(page, first, cue)
    if page.section[start - 1] == page.section[start] == page.section[0] and page.sentence_end(start) < HEADLINE:
        return speaker_at(page, first, None, "و") or speaker_at(page, first)  # «قصف على إدلب.. والدفاع المدني: …»
    if first > start and page.section[start - 1] != page.section[start]:
        return speaker_at(page, first) or _ministry(page, first, cue)
    return None


def _lead(page: Page, start: int) -> int:
    """How many tokens «عاجل |» or «08:40 -» take before a label at token `start`."""
    k = start + (page.form(start) == "عاجل")
    if page.found[k].kind == "number" and page.form(k + 1) == ":":
        k += 3
    leads = k > start and page.form(k) in LEADS
    return k + 1 - start if leads else 0


def _ministry(page: Page, first: int, cue: Cue) -> Speaker | None:
    """«الصحة اللبنانية: …», «صحة غزة: …»: a ministry called by its matter, as only a label does."""
    if page.form(first).removeprefix("ال") not in MATTERS or cue.first - first > LABEL_WORDS:
        return None
    speaker = speaker_at(page, first, strangers=frozenset({page.form(first)}))
    if speaker is None:
        return None
    speaker = speaker._replace(end=cue.first, core=cue.first, person=None)
    return speaker._replace(type="organisation", classes=frozenset({"ministry"}), definite=True)


def _tells_where(page: Page, first: int, cue: Cue) -> bool:
    """Whether the label is where it happened («بغداد: مقتل …») and no government («طهران: سنرد …»)."""
    name = page.names[first][0] if first in page.names else None
    if name is None or name.kind != "place":
        return False
    words = [page.form(k) for k in range(cue.last + 1, cue.last + 1 + LABEL_WORDS)]
    we = any(
        word.endswith("نا") or word == "لن" or (word.startswith("سن") and len(word) > LABEL_WORDS) for word in words
    )
    return page.entity(name).party is None or not we or page.names[first][1] != cue.first


def _tells_what(speaker: Speaker) -> bool:
    """Whether the label only says what follows: «فيديو: …», «حصيلة سبع سنوات من الحرب: …»."""
    return "picture" in speaker.classes or (speaker.type == "document" and speaker.end - speaker.first > LABEL_WORDS)
