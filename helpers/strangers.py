"""Persons no list knows: straight after a strong verb and before what they say, or at the head of the verb's clause."""

from helpers import contents
from helpers.appositions import may_be_person, may_be_surname
from helpers.cues import PRONOUNS, Cue, cue_at
from helpers.inner_words import BINDING
from helpers.page import Page, months
from helpers.speakers import Speaker, speaker_at
from helpers.subjects import FARTHEST_BEFORE, LABEL_WORDS, PLAIN_ROLES, ends_quotation, reaches
from helpers.titles import PEOPLE, head_at, is_given_name, is_kunya

FATHER_OF = "ابو"
OTHERS = ("اخر", "اخري", "اخرون")


def unknown_speaker(page: Page, cue: Cue, strangers: frozenset[str]) -> Speaker | None:
    """A person whom no list knows, straight after a strong verb and straight before what he says.

    >>> from helpers.report import read_report
    >>> text = "وقال دبرصيون فلاني إن الهدنة انتهت. وأكد التجار أن السوق مغلق."
    >>> [a.source for a in read_report("a", text).attributions]
    ['دبرصيون فلاني', 'التجار']
    """
    known = page.form(cue.last + 1) in strangers or is_kunya(page, cue.last + 1)
    plain = cue.row["role"] in PLAIN_ROLES
    if not known and not (plain or cue.row["role"] in contents.LED_BY_OBJECT):
        return None
    if contents.opens_at(page, cue, cue.last + 1):
        return None
    k = cue.last + 1
    while k < page.sentence_end(cue.first) and page.roles(k) & {"aside", "time"}:
        k += 1
    if page.form(k) in months(page.lexicon):
        return None  # «وثق خلال مارس: …»
    surname = {page.form(k)} if may_be_surname(page, k) else set()
    other = page.form(k) in OTHERS and page.found[min(k + 1, len(page.found) - 1)].form in (":", '"')
    surname |= {page.form(k)} if other else set()  # «وقال آخر: …»
    surname |= {page.form(k)} if page.form(k + 1) in strangers and page.form(k) in BINDING else set()
    surname |= {page.form(k), page.form(k + 1)} if is_kunya(page, k) else set()
    many = page.form(k).endswith("ون") and len(page.form(k)) > 5 and not page.roles(k) and head_at(page, k) is None
    many = many and contents.opens_at(page, cue, k + 1) is not None  # «قال دبرصيون فلان إن»
    surname |= {page.form(k)} if many else set()  # «وصفها متعاملون بأنها»
    known = known or page.form(k + 1) in strangers
    speaker = speaker_at(page, k, cue, strangers=strangers | surname) if k < len(page.found) else None
    if speaker is None or (ends_quotation(page, cue, speaker.end) and _is_manner(page, speaker, strangers)):
        return None
    cried = is_given_name(page, k) and contents.opens_at(page, cue, speaker.end)  # «وصرخت سعاد: «…»»
    if cue.weak and not (known or cried) and (speaker.core == speaker.end or not speaker.classes):
        return None  # «وطالب سالم ناصر، عضو المجلس، بمحاسبة المتورطين»
    if surname and speaker.end == k + 1 and (other or page.form(k).endswith(("ون", "ين"))):
        speaker = speaker._replace(type="witness", person=None)  # «وقال الفارون إن»
    owned = head_at(page, k + 1) if not surname and speaker.end > k + 1 else None
    if owned and owned.row and owned.row["type"] not in PEOPLE and owned.definite:
        return None  # «وأعلن سحب القوات»
    if not speaker.classes and any(i in page.names for i in range(k + 1, speaker.core)):
        return None
    if not (known or plain or speaker.classes or (many and speaker.type == "witness")):
        return None  # «واتهم مارك إيلونغو المتحدث باسم الجيش المتمردين بقتل …»
    if speaker.classes or page.form(k) in strangers or ends_quotation(page, cue, speaker.end):
        return speaker
    opened = contents.opening(page, cue, speaker.end, known)
    sure = cue.row["role"] == "says" and not {"np", "ه"} & set(cue.takes)
    if opened and known and opened.kind != "that":
        return speaker  # «نفى عبد الجليل تقديم دعم»
    return speaker if opened and (opened.kind in contents.STATED or (sure and opened.kind == "preposition")) else None


def stranger_before(page: Page, cue: Cue) -> Speaker | None:
    """A person no list knows who heads the clause of the verb: «لكن سيرهي دوبنكو المتحدث باسم الجيش نفى ذلك».

    A first name, an office after the name, or words said in full must tell that it is one.

    >>> from helpers import parse
    >>> parse([("a", "لكن سيرهي دوبنكو المتحدث باسم الجيش نفى ذلك.")]).attributions["source_text"].tolist()
    ['سيرهي دوبنكو المتحدث باسم الجيش']
    """
    if cue.tense not in ("perfect", "imperfect") or cue.weak or page.roles(cue.first - 1) & {"that", "relative"}:
        return None
    start = page.first_word(cue.first)
    heads = (k for k in range(max(start, cue.first - FARTHEST_BEFORE), cue.first) if k == start or _leads(page, k - 1))
    for s in heads:
        first_name = is_given_name(page, s)
        kunya = is_kunya(page, s) or page.form(s) == FATHER_OF
        if not kunya and (not (first_name or may_be_person(page, s)) or cue_at(page, s) or head_at(page, s)):
            continue
        strangers = frozenset(() if may_be_person(page, s) else {page.form(s)})
        strangers |= {page.form(s), page.form(s + 1)} if kunya else set()
        speaker = speaker_at(page, s, cue, strangers=strangers)
        if speaker is None or not speaker.person or not reaches(page, speaker, cue):
            continue
        if (
            first_name
            or kunya
            or (speaker.classes and _is_named(page, s))
            or (s == start and _is_told_of(page, speaker, cue))
        ):
            return speaker
    return None


def _leads(page: Page, k: int) -> bool:
    """Whether token `k` opens the clause of a subject: «لكن», «بينما», «أما», a comma with a connective."""
    return "clause" in page.roles(k) and "that" not in page.roles(k)


def _is_named(page: Page, s: int) -> bool:
    """Two words of a name at token `s`, not a verb and its subject: «عقدت الوزيرة», «استقبل محمود»."""
    verb = page.form(s).endswith("ت") or is_given_name(page, s + 1)
    return not verb and head_at(page, s + 1) is None and may_be_person(page, s + 1)


def _is_told_of(page: Page, speaker: Speaker, cue: Cue) -> bool:
    """Whether one to three words that head a sentence stand straight before a verb that opens with أن or a quote."""
    if (after := head_at(page, speaker.first + 1)) and after.row:
        return False  # «ابتسم الشيخ سالم وقال إن …», «تداول ناشطون صورا قالوا إنها …»
    opened = contents.opens_at(page, cue, cue.last + 1)
    plain = cue.row["role"] in PLAIN_ROLES or page.form(cue.first).endswith(PRONOUNS)
    words = speaker.end - speaker.first
    straight = speaker.end == cue.first and words <= LABEL_WORDS
    straight &= words > 1 or cue.tense == "perfect"  # not «وقف يقول إن»
    return straight and plain and opened is not None and opened[1] in contents.STATED


def _is_manner(page: Page, speaker: Speaker, strangers: frozenset[str]) -> bool:
    """«يضيف بحسرة», «تقول باكية» tell how, not who."""
    form = page.form(speaker.first)
    how = page.form(speaker.first + 1)[:1] in "بوك"  # «تقول ضاحكة بمرارة»
    alone = speaker.end - speaker.first <= 1 + how and form[-1] in "اه"
    return not speaker.classes and form not in strangers and (form[0] in "بلك" or alone)
