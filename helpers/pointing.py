"""Verbs whose object points back to what was told and stands before their speaker: «ونفى ذلك مصدر في الحركة»."""

from helpers import contents
from helpers.agreement import voice, voices
from helpers.asides import skipped
from helpers.contexts import words
from helpers.cues import Cue, cue_at
from helpers.objects import announces
from helpers.page import Page
from helpers.shapes import agrees, is_definite
from helpers.sources import Sources
from helpers.speakers import Speaker, speaker_at
from helpers.statement import Act
from helpers.titles import head_at

THAT = ("ذلك", "ذاك", "بذلك", "هذا")
WHETHER = ("صحه", "حدوث", "وقوع", "حصول", "وجود")  # «نفى صحة ذلك»


def pointing_back(page: Page, cue: Cue, sources: Sources) -> Act | None:
    """«ونفى ذلك مصدر في الحركة قائلا إن …»: whose verb it is, and that he takes up what was told.

    >>> from helpers.report import read_report
    >>> text = "قال الجيش إن ثلاثة قتلوا. ونفى ذلك مصدر في الحركة قائلا إن القتلى مدنيون."
    >>> acts = read_report("a", text).attributions
    >>> [(a.cue, a.source, text[a.content_start : a.content_end]) for a in acts][1:]
    [('ونفى', 'مصدر في الحركة', 'ذلك'), ('قائلا', 'مصدر في الحركة', 'إن القتلى مدنيون')]
    """
    if cue.tense not in ("perfect", "imperfect") or cue.row["role"] != "says":
        return None
    end = _object_end(page, cue)
    speaker = _speaker_after(page, cue, end) if end else None
    if end is None or speaker is None:
        return None
    source = sources.hear(speaker, None, heard=voice(page, cue))
    opened = contents.opening(page, cue, speaker.end, True)
    said_anew = opened and any(_says_anew(page, n) for n in range(speaker.end, opened.first))  # «نفى ذلك مصدر قائلا إن»
    if opened and opened.kind in contents.STATED and not said_anew:  # «أكد ذلك مدير المشفى بالقول إن …»
        last = contents.last_token(page, opened)
        return Act(cue, cue.last + 1, cue.first, speaker, source, opened.via, opened.first, last, False)
    return Act(cue, cue.last + 1, cue.first, speaker, source, source.via, cue.last + 1, end, False)


def _says_anew(page: Page, k: int) -> bool:
    cue = cue_at(page, k)
    return cue is not None and cue.tense != "colon"


def _object_end(page: Page, cue: Cue) -> int | None:
    """The token after an object that points back, straight after the verb: «ذلك», «هذه الاتهامات», «الأمر نفسه»."""
    k = cue.last + 1
    takes = "np" in cue.takes
    if takes and page.form(k) in WHETHER and "demonstrative" in page.roles(k + 1):
        k += 1
    if "demonstrative" in page.roles(k) and page.form(k) in THAT and not is_definite(page.form(k + 1)):
        return k + 1
    if page.form(k) in THAT[:3]:
        return k + 1
    if not takes:
        return None
    if "demonstrative" in page.roles(k) and is_definite(page.form(k + 1)):
        return _with_adjectives(page, k + 2)
    told = page.form(k).removeprefix("ال") in words(page.lexicon, "told")
    return _with_adjectives(page, k + 1) if told and is_definite(page.form(k)) else None


def _with_adjectives(page: Page, k: int) -> int:
    """The token after the adjectives of a definite noun that ends before token `k`: «الاتهامات الأمريكية نفسها»."""
    noun = page.form(k - 1)
    while "self_reference" in page.roles(k) or _is_adjective(page, k, noun):
        k += 1
    return k


def _is_adjective(page: Page, k: int, noun: str) -> bool:
    form = page.form(k)
    return is_definite(form) and not form.startswith("لل") and agrees(form, noun) and head_at(page, k) is None


def _speaker_after(page: Page, cue: Cue, k: int) -> Speaker | None:
    stop, speaker = page.sentence_end(cue.first), None
    while k < stop and (speaker := speaker_at(page, k, cue)) is None:
        step, _ = skipped(page, k)
        if not step:
            return None
        k += step
    if speaker is None or (speaker.first in page.names and page.names[speaker.first][0].kind == "place"):
        return None
    head = page.form(speaker.first)
    agrees_with = voices(head, speaker.type, "", False)
    if announces(page, head) or not (voice(page, cue) in agrees_with or "of" in speaker.classes):
        return None
    return speaker
