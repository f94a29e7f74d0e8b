"""Gender and number of a verb of saying, and which verbs a speaker can go on with: «قالت الوزارة … وأضافت»."""

from helpers.cues import Cue
from helpers.page import Page
from helpers.shapes import is_feminine

MAN, WOMAN, MANY = "m", "f", "p"
PLURALS = ("ون", "ين", "وا", "ان", "تا")
WHOM = ("هما", "هم", "ها", "ه")
MEN = ("والد", "ابن", "نجل", "شقيق", "زوج", "شاب", "رجل", "شاهد", "مواطن", "سائق", "طفل")
CROWDS = ("witness", "unnamed_official", "anonymous_sources")


def voice(page: Page, cue: Cue) -> str:
    """Whether a verb or participle speaks for a man or body (m), a woman, body or things (f), or many (p); "" for none.

    >>> from helpers.cues import cues
    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.sections import Sentence
    >>> from helpers.text import tokens
    >>> t = "قالت قال قالوا تقول مشيرا"
    >>> page = lay_out(t, tokens(t), [Sentence(0, len(t), 0)], [], load())
    >>> [voice(page, cue) for cue in cues(page)]
    ['f', 'm', 'p', 'f', 'm']
    """
    form = page.form(cue.first)
    if cue.tense == "perfect":
        base = cue.base
        ending = form[form.rindex(base[:2]) + len(base) - 1 :] if base[:2] in form else ""
        ending = next((ending.removesuffix(p) for p in WHOM if ending.endswith(p)), ending)  # «ووصفتها»
        return MANY if ending.endswith(PLURALS) else WOMAN if ending.endswith("تت" if base[-1] == "ت" else "ت") else MAN
    if cue.tense == "imperfect":
        bare = form[1:] if form[0] in "وف" else form
        return MANY if form.endswith(PLURALS) and len(bare) > 5 else WOMAN if bare[0] == "ت" else MAN
    if cue.tense == "participle":
        return MANY if form.endswith(("ون", "ين")) else WOMAN if form.endswith("ه") else MAN
    return ""


def voices(head: str, type_: str, heard: str, joined: bool) -> frozenset[str]:
    """The verbs that a speaker can go on with; every one where nothing tells.

    `head` is the first word of his phrase, `heard` the voice of the verb he was introduced with, `joined` whether the
    phrase names two.

    >>> sorted(voices("ناطقه", "unnamed_official", "f", False)), sorted(voices("سكان", "witness", "m", False))
    (['f', 'p'], ['m', 'p'])
    """
    if not heard and type_ != "named_person":
        man = type_ == "unnamed_official" or head in MEN
        heard = WOMAN if is_feminine(head) else MAN if man else ""
    if not heard:
        return frozenset((MAN, WOMAN, MANY))
    many = joined or type_ in CROWDS or heard == MANY
    return frozenset((heard, MANY)) if many else frozenset(heard)
