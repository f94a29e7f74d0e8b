"""Who speaks: the phrase that names a speaker, whether by name, by office, or as مصادر and شهود."""

from typing import NamedTuple

from helpers import inner_words as inner
from helpers.appositions import may_be_person
from helpers.cues import Cue
from helpers.names import Name
from helpers.page import Page
from helpers.speaker_words import Phrase
from helpers.text import readings
from helpers.titles import Head, head_at


class Speaker(NamedTuple):
    """A phrase that names a speaker: its tokens (end exclusive), type, classes of titles, person's words, names."""

    first: int
    end: int
    start: int
    type: str
    classes: frozenset[str]
    definite: bool
    person: str | None
    names: tuple[Name, ...]
    words: frozenset[str]
    core: int
    owned: bool


def speaker_at(
    page: Page, i: int, cue: Cue | None = None, prefix: str = "", strangers: frozenset[str] | None = None
) -> Speaker | None:
    """The speaker's phrase that begins at token `i`, after the clitics `prefix` are cut off; None when there is none.

    `cue` is the verb it belongs to, whose own preposition ends it. `strangers`, when given, lets words that no list
    knows be a person's name and any place speak («قالت إثيوبيا إن»); those in it may carry the article.

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.sections import Sentence
    >>> from helpers.text import tokens
    >>> t = "قال ضابط في الشرطة إن"
    >>> speaker = speaker_at(lay_out(t, tokens(t), [Sentence(0, len(t), 0)], [], load()), 1)
    >>> speaker.first, speaker.end, speaker.type
    (1, 4, 'unnamed_official')
    """
    head = head_at(page, i, prefix)
    if head is None and strangers is not None and inner.is_place(page, i):
        head = Head(None, page.names[i][0], len(prefix), page.names[i][1] - i, True)
    if head is None and (strangers is None or not may_be_person(page, i, strangers)):
        return None
    return _finished(Phrase(page, i, head, cue, strangers or frozenset()).grown())


def _finished(phrase: Phrase) -> Speaker:
    page, words = phrase.page, range(phrase.first, phrase.end)
    core = phrase.core or phrase.end
    person = phrase.named_person(core)
    return Speaker(
        phrase.first,
        phrase.end,
        page.found[phrase.first].inner(phrase.skip),
        "named_person" if person else phrase.type,
        frozenset(phrase.classes),
        phrase.definite,
        person,
        tuple(phrase.names(phrase.end)),
        frozenset(r.stem for k in words for r in readings(page.form(k)) if len(r.stem) > 2),
        core,
        phrase.owned,
    )
