"""Speakers whose name stands in quotation marks or brackets, or who are but initials: «قال «صوت الفرات» إن»."""

from helpers import contents
from helpers.appositions import may_be_surname
from helpers.cues import Cue, may_be_verb
from helpers.objects import announces
from helpers.page import UTTERANCE_WORDS, Page
from helpers.speakers import Speaker, speaker_at
from helpers.titles import head_at, is_given_name, is_kunya, is_standard

LONGEST_QUOTED = 9
BODIES = ("organisation", "media_agency", "document")


def quoted_at(page: Page, k: int, cue: Cue, strangers: frozenset[str] = frozenset()) -> Speaker | None:
    """The speaker whose name alone fills the quotation at `k`: «قالت «الحياة» إن», «أعلنت «كتائب الفجر»، في بيان:».

    >>> from helpers.report import read_report
    >>> texts = "أعلنت «كتائب الفجر»، في بيان، أن الهدنة انتهت.", "قال «مؤتمر الشمال» إن الهدنة انتهت."
    >>> [a.source for text in texts for a in read_report("a", text).attributions]
    ['كتائب الفجر', 'مؤتمر الشمال']
    """
    close = page.quotes.get(k, 0)
    if page.form(k) == "(":
        return _bracketed(page, k) if k == cue.last + 1 else None
    if not 0 < close - k <= LONGEST_QUOTED:
        return None
    if k + 1 in page.names and close <= page.names[k + 1][1] <= close + 2:  # «"حزب الله" اللبناني»
        return speaker_at(page, k + 1, cue)
    if any("that" in page.roles(n) for n in range(k, close)):
        return None
    surname = {page.form(k + 1)} if may_be_surname(page, k + 1) and close == k + 2 else set()
    speaker = initials_at(page, k + 1) or speaker_at(page, k + 1, strangers=strangers | surname)
    if speaker is None or speaker.end > close or (speaker.end < close and speaker.type not in BODIES):
        return called(page, k + 1, close) if _is_called(page, k, close, cue) else None
    tells = cue.tense != "preposition" and cue.row["role"] != "introduces"
    if tells and contents.opening(page, cue, close + 1, True) is None:
        return None
    if speaker.person and not speaker.classes and _names_a_body(page, k + 1, close, speaker):
        return called(page, k + 1, close)
    return speaker._replace(end=close, core=close)


def quoted_body(page: Page, s: int) -> Speaker | None:
    """The body whose name fills the quotation at token `s`, before its verb.

    >>> from helpers.report import read_report
    >>> text = "وكان «المرصد السوري لحقوق الإنسان» ذكر أن ثلاثة قتلوا."
    >>> [a.source for a in read_report("a", text).attributions]
    ['المرصد السوري لحقوق الإنسان']
    """
    close = page.quotes.get(s, 0)
    speaker = speaker_at(page, s + 1) if 0 < close - s <= LONGEST_QUOTED else None
    return speaker if speaker and speaker.end == close and speaker.type in BODIES else None


def called(page: Page, first: int, end: int) -> Speaker:
    """A body that no list knows, by the words of its name.

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.text import tokens
    >>> called(lay_out("صوت الفرات", tokens("صوت الفرات"), [], [], load()), 0, 2).type
    'organisation'
    """
    words = frozenset(page.form(n) for n in range(first, end) if page.found[n].kind == "word")
    return Speaker(first, end, page.found[first].start, "organisation", frozenset(), True, None, (), words, end, False)


def initials_at(page: Page, k: int) -> Speaker | None:
    """Who is named by initials alone, so that nobody knows him: «س. ح.», «ن.ك», «ع. (27 عاما)», «(م ر)».

    >>> from helpers.report import read_report
    >>> text = "وروى (س. ح.)، وهو مزارع، أن القصف دمر بيته. وقال إن ابنه جرح."
    >>> [(a.source, a.source_type) for a in read_report("a", text).attributions]
    [('س. ح.', 'witness'), ('س. ح.', 'witness')]
    """
    end, dots, letters = k, 0, 0
    while _is_letter(page, end) or (letters and page.form(end) == "." and _is_letter(page, end - 1)):
        letters += page.form(end) != "."
        dots += page.form(end) == "."
        end += 1
    enclosed = page.form(k - 1) in ("(", '"') and page.form(end) in (")", '"') and letters > 1
    if not (letters and (dots or enclosed)) or head_at(page, k):
        return None
    speaker = called(page, k, end)
    return speaker._replace(type="witness")


def _is_letter(page: Page, k: int) -> bool:
    return len(page.form(k)) == 1 and page.form(k).isalpha()


def _bracketed(page: Page, k: int) -> Speaker | None:
    """Who alone fills the bracket at `k`, straight after the verb: «وقدرت (أفريكوم) عدد القتلى», «وروى (س. ح.)»."""
    close = page.bracket_end(k)
    if close and (person := initials_at(page, k + 1)) and person.end == close:
        return person
    speaker = speaker_at(page, k + 1) if close else None
    named = speaker is not None and speaker.end == close and speaker.names and speaker.type in BODIES
    return speaker if named else None


def _is_called(page: Page, k: int, close: int, cue: Cue) -> bool:
    """Whether the quotation at `k` names a body that no list knows, and is not what is said or what one goes by."""
    words = range(k + 1, close)
    if not 0 < len(words) <= UTTERANCE_WORDS or any(
        page.found[n].kind == "mark" or "negation" in page.roles(n) for n in words
    ):
        return False
    if is_standard(page, k + 1) or may_be_verb(page, k + 1) or announces(page, page.form(k + 1)):
        return False
    if cue.tense == "preposition":
        return True
    opened = contents.opening(page, cue, close + 1, True)
    if opened is None or cue.row["role"] in contents.LED_BY_OBJECT:
        return False
    announced = opened.kind == "object" and announces(page, page.form(opened.first))
    return opened.kind in (*contents.STATED, "preposition") or announced


def _names_a_body(page: Page, first: int, end: int, read: Speaker) -> bool:
    """Two words or more of which the first is no first name: «صوت الفرات», not «أبو خالد» nor «سعاد المهدي»."""
    person = is_given_name(page, first) or is_kunya(page, first) or page.form(first) == "ابو"
    return end - first > 1 and not person and all(name.kind == "place" for name in read.names)
