"""Whom a sentence is about before anybody speaks: the subject of its first verb, a person introduced, who is silent."""

from collections.abc import Iterator
from functools import lru_cache

from helpers.agreement import MAN, MANY, WOMAN
from helpers.appositions import may_be_person, may_be_surname
from helpers.cues import cue_at
from helpers.inner_words import BINDING
from helpers.lexicon import Lexicon
from helpers.page import Page
from helpers.shapes import is_definite, is_masdar
from helpers.speakers import Speaker, speaker_at
from helpers.text import Seen, fold, readings
from helpers.titles import PEOPLE, PERSONAL, head_at, titles

NAME_WORDS, SHORTEST_VERB, FARTHEST_SUBJECT = 4, 3, 16
WHOM = ("ه", "ها", "هم", "نا")
OF_WHOM = (
    "منه",
    "منها",
    "منهم",
    "عليه",
    "عليها",
    "عليهم",
    "اليه",
    "اليها",
    "اليهم",
    "به",
    "بها",
    "عنه",
    "عنها",
    "له",
    "لها",
)
NO_VERBS = ("تحت", "تلك", "يوم", "بيت", "وقت", "بنت", "اخت")
TELLING = ("وهي", "وهو", "البالغ", "البالغه", "ابن", "ابنه")  # «تجلس سعاد المهدي، وهي معلمة …»
NEVER = ("لم", "ولم", "لا", "ولا", "لن", "ولن", "ما", "وما")
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
    imperfect = _imperfect_voice(form) == voice and _imperfect_voice(page.form(i).removeprefix("و")) == voice
    if imperfect and (person := _person_at(page, start + 1)) and person.end <= i:
        return person
    subject = speaker_at(page, start + 1)
    woman = form.endswith("ت") or (voice == WOMAN and _imperfect_voice(form) == WOMAN)
    if subject is None or subject.end > i or woman != (voice == WOMAN):
        return None
    if "of" in subject.classes and not subject.person:
        return None  # «ارتفع عدد الجرحى …، مشيرا إلى»
    verb = page.text[page.found[start].end - 1] == "ى" and subject.type in PERSONAL  # «أدلى موظف سابق بشهادته»
    if not (verb or subject.person or subject.definite or is_definite(page.form(start + 2)) or subject.names):
        return None
    return _bare(page, subject)


def introduced(page: Page) -> Iterator[tuple[Speaker, str]]:
    """The persons no list knows whom the first verb of a sentence introduces, and the voice of that verb.

    A word that tells who they are must follow: «تجلس سعاد المهدي، وهي معلمة …», «يقف سالم (40 عاما) …».

    >>> from helpers.report import read_report
    >>> text = "تجلس سعاد المهدي، وهي معلمة، أمام خيمتها. وتقول إن الدواء نفد."
    >>> [a.source for a in read_report("a", text).attributions]
    ['سعاد المهدي']
    """
    for start, end in page.bounds.values():
        form = page.form(start).removeprefix("و")
        voice = _imperfect_voice(form) or (WOMAN if form.endswith("ت") and len(form) > SHORTEST_VERB else "")
        if not voice or page.roles(start) or head_at(page, start) or cue_at(page, start):
            continue
        person = _person_at(page, start + 1)
        if person and person.end < end and _is_told(page, person.end):
            yield person, voice


def officials(page: Page) -> list[Speaker]:
    """Everybody whom the report names with an office, whether he speaks or not: «استقبل الوزير سالم ناصر وفدا»."""
    found, offices = [], _offices(page.lexicon)
    for i, token in enumerate(page.found):
        if page.sentence[i] >= 0 and offices[token.form]:
            speaker = speaker_at(page, i) or speaker_at(page, i, None, token.form[0])
            found += [speaker._replace(person=_first_names(speaker.person))] if speaker and speaker.person else []
    return found


@lru_cache(maxsize=16)
def _offices(lexicon: Lexicon) -> Seen[str, bool]:
    """For each written form whether it may be an office, with the article and ل or ب cut off."""
    known = {
        form for form, row in titles(lexicon).items() if row["type"] == "unnamed_official" and row["class"] != "of"
    }
    return Seen(lambda form: any(reading.stem in known for reading in readings(form)))


def _first_names(person: str) -> str:
    """The first name and the next, «عبد» and the like not counted: what follows may no longer be of the name."""
    words = person.split()
    bound = sum(fold(word).text in BINDING for word in words[:3])
    return " ".join(words[: 2 + bound])


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


def _imperfect_voice(form: str) -> str:
    if len(form) < SHORTEST_VERB or form.endswith(("ون", "ه", "ات")) or form in NO_VERBS:
        return ""
    return {"ت": WOMAN, "ي": MAN}.get(form[0], "")


def _person_at(page: Page, k: int) -> Speaker | None:
    """A person whom no list knows, with a name of at most four words, at token `k`."""
    if not may_be_person(page, k) or head_at(page, k) or is_masdar(page.form(k)) or page.form(k).endswith("ا"):
        return None
    end = k + 1
    while end < min(k + NAME_WORDS, page.sentence_end(k)) and head_at(page, end) is None:
        if not (page.form(end - 1) in BINDING or may_be_surname(page, end)):
            break
        end += 1
    speaker = speaker_at(page, k, strangers=frozenset(page.form(n) for n in range(k, end)))
    return speaker._replace(end=end, core=end, person=_text(page, k, end)) if speaker else None


def _without_object(page: Page, subject: Speaker) -> Speaker:
    """«عقد الوزير سالم ناصر مؤتمرا», «أجرى سالم بن ناصر اتصالا»: the person with two names at most."""
    words = (subject.person or "").split()
    within = range(subject.first, subject.end)
    first = next((k for k in within if page.text.startswith(words[0], page.found[k].start)), subject.first)
    bound = sum(fold(word).text in BINDING for word in words[:3])
    stop = min(first + 2 + bound, first + len(words), subject.end)
    end = next((k for k in range(first + 1, stop) if page.form(k).endswith("ا") or page.form(k)[0] == "ب"), stop)
    return subject._replace(end=end, core=end, person=_text(page, first, end))


def _is_many(page: Page, speaker: Speaker) -> bool:
    return "of" in speaker.classes or page.form(speaker.first).endswith(("ون", "ين"))


def _crowd(speaker: Speaker) -> Speaker:
    """«ثلاثة نواب», «عشرات المتظاهرين», «المحتجون», without what they did or to whom."""
    end = speaker.first + 1 + ("of" in speaker.classes)
    return speaker._replace(end=end, core=end, names=())


def _text(page: Page, first: int, end: int) -> str:
    return page.text[page.found[first].start : page.found[end - 1].end]


def _is_told(page: Page, k: int) -> bool:
    """Whether what follows a name at token `k` tells who that is: «، وهي معلمة», «، الذي فقد ساقه،», «(40 عاما)»."""
    if page.form(k) == "(":
        return page.found[k + 1].kind == "number"
    if page.form(k) not in ("،", ","):
        return page.form(k) in TELLING[2:4]
    head = head_at(page, k + 1)
    titled = bool(head and head.row and head.row["type"] in PEOPLE)
    return titled or page.form(k + 1) in TELLING or "relative" in page.roles(k + 1)


def _bare(page: Page, subject: Speaker) -> Speaker:
    """The subject of a verb that is not one of saying, without what the verb is said of."""
    if subject.person and not any(name.kind == "person" for name in subject.names):
        return _without_object(page, subject)
    words = range(subject.first + 1, subject.end)
    named = page.names[subject.first][1] if subject.first in page.names else subject.first
    end = next((k for k in words if k >= named and not is_definite(page.form(k))), subject.end)
    names = tuple(name for name in subject.names if name.end <= page.found[end - 1].end)
    return subject._replace(end=end, core=end, names=names)
