"""Particles among the words of a report: what the list of them says of each word, as it is written where it stands."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from helpers.lexicon import Lexicon
from helpers.text import Seen, Token, fold, readings

NO_ROLES: frozenset[str] = frozenset()
ELSE, THAT = "الا", frozenset({"that"})  # إلا, and ألا too
WRITTEN_ON = ("", "و", "ف", "ب", "وب")
AFTER_VAN = ("دير", "دن", "دين", "در", "دي", "دام")  # «فان دير بيلن», not فإن


def roles_of(text: str, found: Sequence[Token], sentence: Sequence[int], lexicon: Lexicon) -> Iterator[frozenset[str]]:
    """What the list says of each token, after و or ف if need be, the article kept; nothing for most.

    `sentence` are the sentences that the tokens stand in.

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> text = "ألا يعود، إلا أن فان دير بيلن عاد"
    >>> ["that" in roles for roles in roles_of(text, tokens(text), [0] * 9, load())]
    [True, False, False, False, True, False, False, False, False]
    """
    known = _by_form(lexicon)
    for i, token in enumerate(found):
        roles = known[token.form]
        yield _as_written(text, found, sentence, i, roles) if roles or token.form == ELSE else roles


@lru_cache(maxsize=16)
def particles(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The roles of each particle by folded form.

    >>> from helpers.lexicon import load
    >>> "that" in particles(load())["ان"]
    True
    """
    return {fold(row["form"]).text: frozenset(row["roles"].split()) for row in lexicon["particles"]}


@lru_cache(maxsize=16)
def boundaries(lexicon: Lexicon) -> frozenset[tuple[str, ...]]:
    """The words that lead over to another speaker, folded: «من جهته».

    >>> from helpers.lexicon import load
    >>> ("من", "جهته") in boundaries(load())
    True
    """
    return frozenset(tuple(form.split()) for form, roles in particles(lexicon).items() if "boundary" in roles)


def is_ali(text: str, token: Token) -> bool:
    """Whether a token of the folded form «علي» is the name, not the preposition على.

    >>> from helpers.text import tokens
    >>> [is_ali(text, tokens(text)[0]) for text in ("علي", "على")]
    [True, False]
    """
    return text[token.end - 1] == "ي"


@lru_cache(maxsize=16)
def _by_form(lexicon: Lexicon) -> Seen[str, frozenset[str]]:
    """For each written form the roles of the particle that it is, with what may be written onto it."""
    known = particles(lexicon)

    def roles(form: str) -> frozenset[str]:
        stems = (r.stem for r in readings(form) if r.clitics in WRITTEN_ON)
        return next((known[stem] for stem in stems if stem in known), NO_ROLES)

    return Seen(roles)


def _as_written(
    text: str, found: Sequence[Token], sentence: Sequence[int], i: int, roles: frozenset[str]
) -> frozenset[str]:
    """The roles of token `i`, where those of its form are these: words that are no particles fold to the same form."""
    start, _, form, _, _ = token = found[i]
    if form == "علي" and is_ali(text, token):
        return NO_ROLES
    if i and found[i - 1].form == "." and sentence[i - 1] == sentence[i] and found[i - 1].end == start:
        return NO_ROLES  # «أ.ف.ب»
    if form == ELSE and text[start] == "أ":
        return THAT  # ألا, not إلا
    if form == "انا" and text[start] == "آ":
        return NO_ROLES  # «آنا», not أنا
    if form == "بان" and i + 1 < len(found) and found[i + 1].form == "كي":
        return NO_ROLES  # «بان كي مون», not بأن
    if form == "فان" and i + 1 < len(found) and found[i + 1].form in AFTER_VAN:
        return NO_ROLES
    return roles
