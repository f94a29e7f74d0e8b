"""Whom a sentence is about before anybody speaks: the subject of its first verb, a person introduced, who is silent."""

from helpers.agreement import MANY, WOMAN
from helpers.cues import cue_at
from helpers.inner_words import BINDING
from helpers.introducing import NEVER, SHORTEST_VERB, imperfect_voice, person_at, text_of
from helpers.page import Page
from helpers.shapes import is_definite
from helpers.speakers import Speaker, speaker_at
from helpers.text import fold
from helpers.titles import PERSONAL, head_at

FARTHEST_SUBJECT = 16
WHOM = ("ه", "ها", "هم", "نا")
OF_WHOM = set("منه منها منهم عليه عليها عليهم اليه اليها اليهم به بها عنه عنها له لها".split())
TELLERS = (*PERSONAL, "named_person", "organisation")
NOT, YET = ("لم", "ولم"), ("لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها")


def opening_subject(page: Page, i: int, voice: str) -> Speaker | None:
    """The subject of the verb that opens the sentence of token `i`, when a verb of this voice there can go on with it.

    «قضت المحكمة ببراءته، وقالت إن …»; «تعمل سلوى ممرضة، وتقول إن …», a person whom no list knows.

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.sections import Sentence
    >>> from helpers.text import tokens
    >>> t = "تعمل سلوى في المستشفى، وتقول إن الدواء نفد"
    >>> subject = opening_subject(lay_out(t, tokens(t), [Sentence(0, len(t), 0)], [], load()), 5, "f")
    >>> subject.person
    'سلوى'
    """
    start = page.first_word(i)
    start += page.form(start) == "هذا" and page.form(start + 1).startswith("و")  # «هذا وأدلى شاهد بشهادة»
    form = page.form(start).removeprefix("و")
    if start + 1 >= i or not voice or page.roles(start) - {"anonymous"} or head_at(page, start):
        return None
    if voice == MANY:  # «وخرج عشرات المتظاهرين …، وقالوا إن»
        many = speaker_at(page, start + 1)
        return _crowd(many) if many and many.end <= i and many.type in PERSONAL and _is_many(page, many) else None
    imperfect = imperfect_voice(form) == voice and imperfect_voice(page.form(i).removeprefix("و")) == voice
    if imperfect and (person := person_at(page, start + 1)) and person.end <= i:
        return person
    subject = speaker_at(page, start + 1)
    woman = form.endswith("ت") or (voice == WOMAN and imperfect_voice(form) == WOMAN)
    if subject is None or subject.end > i or woman != (voice == WOMAN):
        return None
    if "of" in subject.classes and not subject.person:
        return None  # «ارتفع عدد الجرحى …، مشيرا إلى»
    verb = page.text[page.found[start].end - 1] == "ى" and subject.type in PERSONAL  # «أدلى موظف سابق بشهادته»
    if not (verb or subject.person or subject.definite or is_definite(page.form(start + 2)) or subject.names):
        return None
    return _bare(page, subject)


def silent_before(page: Page, i: int, since: int) -> Speaker | None:
    """Who kept silent before token `i`, after sentence `since`: «ولم ترد القوات على طلب. وكانت قد نفت …».

    >>> from helpers.report import read_report
    >>> text = "قال ناشطون إن القصف استمر. ولم ترد القوات على طلب للتعليق. وكانت قد نفت ذلك."
    >>> [(a.source, a.commitment) for a in read_report("a", text).attributions]
    [('ناشطون', 'reports'), ('القوات', 'denies')]
    """
    here = page.sentence_start(i)
    for start in (here, page.sentence_start(here - 1)) if here else (here,):
        if page.form(start) in NOT and "silent" in page.roles(start + 1) and page.sentence[start] > since:
            places = (n for n in range(start + 2, start + 6) if n == start + 2 or page.form(n - 1) in ("عن", "من"))
            speaker = next((s for n in places if (s := speaker_at(page, n))), None)
            return speaker if speaker and speaker.end <= i else None
    return None


def denying(page: Page, i: int) -> Speaker | None:
    """Who did not do what his sentence tells before «لكنه» at token `i - 1`: «لم ينف الضابط ذلك، لكنه قال إن».

    >>> from helpers.report import read_report
    >>> [a.source for a in read_report("a", "لم ينف الضابط ذلك، لكنه قال إن الهدنة انتهت.").attributions]
    ['الضابط']
    """
    if page.form(i - 1) not in YET:
        return None
    nots = (k for k in range(i - 2, page.sentence_start(i) - 1, -1) if page.form(k) in NEVER)
    speaker = speaker_at(page, k + 2) if (k := next(nots, None)) is not None else None
    return speaker if speaker and speaker.end < i and speaker.type in TELLERS else None


def before_comma(page: Page, i: int) -> Speaker | None:
    """The person whose phrase ends at the comma before a participle at token `i`.

    >>> from helpers.report import read_report
    >>> text = "وتوافقه الخبيرة سلمى ناصر، مشددة على أن الحرب طويلة."
    >>> [a.source for a in read_report("a", text).attributions]
    ['سلمى ناصر']
    """
    if page.form(i - 1) not in ("،", ","):
        return None
    found = (speaker_at(page, k) for k in range(page.sentence_start(i), i))
    return next((s for s in found if s and s.person and i - 2 <= s.end <= i - 1), None)


def straight_before(page: Page, i: int) -> Speaker | None:
    """The subject of a verb with a pronoun, or with «منه», just before a participle at token `i`.

    >>> from helpers.report import read_report
    >>> text = "قال الجيش إن القتلى مئة، وهو رقم سخر منه النائب سالم ناصر قائلا إن القتلى عشرة."
    >>> [a.source for a in read_report("a", text).attributions]
    ['الجيش', 'سالم ناصر']
    """
    end = i - (page.form(i - 1) in ("،", ","))
    for k in range(max(page.sentence_start(i) + 1, end - FARTHEST_SUBJECT), end):
        speaker = speaker_at(page, k) if _whom(page, k - 1) else None
        if speaker and speaker.end == end and speaker.type in (*PERSONAL, "named_person") and not page.roles(k):
            return speaker
    return None


def _whom(page: Page, k: int) -> bool:
    """Whether token `k` is «منه», «عليه» or a verb with a pronoun that opens its clause: «وقاطعه النائب قائلا»."""
    if page.form(k) in OF_WHOM:
        return True
    opens = k == page.first_word(k) or page.form(k - 1) in ("،", ",") or bool(page.roles(k - 1) & {"clause"})
    last = page.text[page.found[k].end - 1]
    return opens and page.form(k).endswith(WHOM) and last != "ة" and len(page.form(k)) > SHORTEST_VERB + 1


def goes_on(page: Page, i: int) -> bool:
    """Whether the verb at token `i` goes on with one who has spoken: «وأضافت».

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.text import tokens
    >>> texts = "وأضافت", "وقالت"
    >>> pages = [lay_out(text, tokens(text), [], [], load()) for text in texts]
    >>> [goes_on(page, 0) for page in pages]
    [True, False]
    """
    cue = cue_at(page, i)
    return cue is not None and cue.row["role"] == "carries_over"


def _without_object(page: Page, subject: Speaker) -> Speaker:
    """«عقد الوزير سالم ناصر مؤتمرا», «أجرى سالم بن ناصر اتصالا»: the person with two names at most."""
    words = (subject.person or "").split()
    within = range(subject.first, subject.end)
    first = next((k for k in within if page.text.startswith(words[0], page.found[k].start)), subject.first)
    bound = sum(fold(word).text in BINDING for word in words[:3])
    stop = min(first + 2 + bound, first + len(words), subject.end)
    end = next((k for k in range(first + 1, stop) if page.form(k).endswith("ا") or page.form(k)[0] == "ب"), stop)
    return subject._replace(end=end, core=end, person=text_of(page, first, end))


def _is_many(page: Page, speaker: Speaker) -> bool:
    return "of" in speaker.classes or page.form(speaker.first).endswith(("ون", "ين"))


def _crowd(speaker: Speaker) -> Speaker:
    """«ثلاثة نواب», «عشرات المتظاهرين», «المحتجون», without what they did or to whom."""
    end = speaker.first + 1 + ("of" in speaker.classes)
    return speaker._replace(end=end, core=end, names=())


def _bare(page: Page, subject: Speaker) -> Speaker:
    """The subject of a verb that is not one of saying, without what the verb is said of."""
    if subject.person and not any(name.kind == "person" for name in subject.names):
        return _without_object(page, subject)
    words = range(subject.first + 1, subject.end)
    named = page.names[subject.first][1] if subject.first in page.names else subject.first
    end = next((k for k in words if k >= named and not is_definite(page.form(k))), subject.end)
    names = tuple(name for name in subject.names if name.end <= page.found[end - 1].end)
    return subject._replace(end=end, core=end, names=names)
