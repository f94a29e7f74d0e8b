"""Countable nouns: their lemma, class and number, with the duals and accusatives that grammar derives."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.lexicon import Lexicon, Row
from helpers.text import Token, readings, tokens

TA_MARBUTA = "ه"
PRONOUNS = ("هم", "هن", "ها", "نا", "ه")


class Noun(NamedTuple):
    """A countable noun among tokens: what it is, its grammatical number, where it starts and how long it is."""

    lemma: str
    cls: str
    measure: str
    group: str
    factor: float
    number: str
    start: int
    length: int
    clitics: str


def noun_at(found: Sequence[Token], i: int, lexicon: Lexicon) -> Noun | None:
    """The countable noun that begins at token `i`, the longest form first; its start leaves out prepositions.

    >>> from helpers.lexicon import load
    >>> noun_at(tokens("لتفجيرين"), 0, load())[:3], noun_at(tokens("كيلومترات مربعة"), 0, load()).lemma
    (('تفجير', 'attack', 'attacks'), 'كيلومتر مربع')
    """
    index = _index(lexicon)
    for stem, skip, clitics in readings(found[i].form):
        for words, row, number in index.get(stem, ()):
            n = len(words)
            if all(i + k < len(found) and found[i + k].form.removeprefix("ال") == words[k] for k in range(1, n)):
                article = 2 if clitics.endswith("ال") and not clitics.endswith("لال") else 0
                factor = float(row["factor"] or 1)
                start = found[i].inner(skip - article)
                return Noun(row["lemma"], row["class"], row["measure"], row["group"], factor, number, start, n, clitics)
    return None


def possessed_noun(token: Token, lexicon: Lexicon) -> Noun | None:
    """The noun behind a word with a possessive pronoun: «عائلاتهم» is families.

    >>> from helpers.lexicon import load
    >>> possessed_noun(tokens("وعائلاتهم")[0], load()).lemma
    'عائلة'
    """
    for pronoun in PRONOUNS:
        for stem, skip, clitics in readings(token.form.removesuffix(pronoun)) if token.form.endswith(pronoun) else ():
            for base in (stem, stem[:-1] + TA_MARBUTA if stem.endswith("ت") else stem):
                for words, row, number in _index(lexicon).get(base, ()):
                    if len(words) == 1:
                        start = token.inner(skip)
                        return Noun(
                            row["lemma"], row["class"], row["measure"], row["group"], 1.0, number, start, 1, clitics
                        )
    return None


@lru_cache(maxsize=16)
def _index(lexicon: Lexicon) -> dict[str, list[tuple[tuple[str, ...], Row, str]]]:
    index: dict[str, list[tuple[tuple[str, ...], Row, str]]] = {}
    listed = {tuple(t.form for t in tokens(row["form"])) for table in ("nouns", "entities") for row in lexicon[table]}
    for row in lexicon["nouns"]:
        words = tuple(t.form for t in tokens(row["form"]))
        index.setdefault(words[0], []).append((words, row, row["number"]))
        for derived, number in _derived(words) if row["number"] == "singular" else ():
            if derived not in listed:
                index.setdefault(derived[0], []).append((derived, row, number))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def _derived(words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The accusative and the duals of a singular; the caller leaves out plurals and names («سوريا»)."""
    stems = [word[:-1] + "ت" if word.endswith(TA_MARBUTA) else word for word in words]
    if not words[0].endswith((TA_MARBUTA, "ا")):
        yield tuple(word + "ا" for word in words), "singular"
    for ending in ("ان", "ين"):
        yield tuple(stem + ending for stem in stems), "dual"
