"""Whom a report introduces before he speaks: persons no list knows, told of in a word, and whoever has an office."""

from collections.abc import Iterator
from functools import lru_cache

from helpers.agreement import MAN, WOMAN
from helpers.appositions import may_be_person, may_be_surname
from helpers.cues import cue_at
from helpers.inner_words import BINDING
from helpers.lexicon import Lexicon
from helpers.page import Page
from helpers.shapes import is_masdar
from helpers.speakers import Speaker, speaker_at
from helpers.text import Seen, fold, readings
from helpers.titles import PEOPLE, head_at, is_given_name, is_kunya, titles

NAME_WORDS, SHORTEST_VERB = 4, 3
NO_VERBS = ("تحت", "تلك", "يوم", "بيت", "وقت", "بنت", "اخت")
TELLING = ("وهي", "وهو", "البالغ", "البالغه", "ابن", "ابنه")  # «تجلس سعاد المهدي، وهي معلمة …»
NEVER = ("لم", "ولم", "لا", "ولا", "لن", "ولن", "ما", "وما")
AUXILIARIES = set("كان كانت زال زالت يزال تزال يكد تكد بات باتت ظل ظلت صار صارت اصبح اصبحت".split())


def introduced(page: Page) -> Iterator[tuple[Speaker, str]]:
    """The persons no list knows whom the first verb of a sentence introduces, and the voice of that verb.

    A word that tells who they are must follow: «تجلس سعاد المهدي، وهي معلمة …», «يقف سالم (40 عاما) …».

    >>> from helpers.report import read_report
    >>> text = "تجلس سعاد المهدي، وهي معلمة، أمام خيمتها. وتقول إن الدواء نفد."
    >>> [a.source for a in read_report("a", text).attributions]
    ['سعاد المهدي']
    """
    for start, end in page.bounds.values():
        verb = _after_auxiliary(page, start)
        form = page.form(verb).removeprefix("و")
        imperfect = imperfect_voice(form)
        voice = imperfect or (WOMAN if form.endswith("ت") and len(form) > SHORTEST_VERB else "")
        voice = voice or (MAN if form in AUXILIARIES else "")
        led = verb > start or form in AUXILIARIES
        if not voice or (page.roles(verb) and not led) or head_at(page, verb) or cue_at(page, verb):
            continue
        person = person_at(page, verb + 1)
        whole = person is not None and person.end - person.first > 1
        named = led and person and whole and (is_given_name(page, person.first) or is_kunya(page, person.first))
        if person and person.end < end and (named or _is_told(page, person.end)):
            yield person, voice


def _after_auxiliary(page: Page, start: int) -> int:
    """The verb after «لم», «ما زالت», «لا»: «لم يكد سالم (43 عاما) يفتح الباب», «لا يعرف محمود الحسن متى …»."""
    return start + 1 if page.form(start) in NEVER else start


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


def imperfect_voice(form: str) -> str:
    """Whom a folded word is a verb in the imperfect of, as far as its shape tells: a man, a woman; "" for neither.

    >>> imperfect_voice("تجلس"), imperfect_voice("يجلس"), imperfect_voice("بيت")
    ('f', 'm', '')
    """
    if len(form) < SHORTEST_VERB or form.endswith(("ون", "ه", "ات")) or form in NO_VERBS:
        return ""
    return {"ت": WOMAN, "ي": MAN}.get(form[0], "")


def person_at(page: Page, k: int) -> Speaker | None:
    """A person whom no list knows, with a name of at most four words, at token `k`.

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.sections import Sentence
    >>> from helpers.text import tokens
    >>> t = "تجلس سعاد المهدي أمام خيمتها"
    >>> person_at(lay_out(t, tokens(t), [Sentence(0, len(t), 0)], [], load()), 1).person
    'سعاد المهدي'
    """
    if not may_be_person(page, k) or head_at(page, k) or is_masdar(page.form(k)) or page.form(k).endswith("ا"):
        return None
    end = k + 1 + is_kunya(page, k)
    while end < min(k + NAME_WORDS, page.sentence_end(k)) and head_at(page, end) is None:
        last = may_be_person(page, end) and _is_told(page, end + 1)  # «سالم مقبول (43 عاما)»
        if not (page.form(end - 1) in BINDING or may_be_surname(page, end) or last):
            break
        end += 1
    speaker = speaker_at(page, k, strangers=frozenset(page.form(n) for n in range(k, end)))
    return speaker._replace(end=end, core=end, person=text_of(page, k, end)) if speaker else None


def text_of(page: Page, first: int, end: int) -> str:
    """The text of tokens first..end, end exclusive.

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.text import tokens
    >>> text_of(lay_out("تجلس سعاد هنا", tokens("تجلس سعاد هنا"), [], [], load()), 0, 2)
    'تجلس سعاد'
    """
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
