"""Where the one stands who suffered a loss, when it is not right after the word that tells of it."""

from collections.abc import Iterator, Sequence

from helpers.lexicon import Lexicon
from helpers.nouns import noun_at
from helpers.phrases import STOPS
from helpers.text import Token
from helpers.triggers import PEOPLE, Trigger

MET, DEATHS, MET_REACH = {"لقي", "لقيت", "يلقي"}, {"مصرعه", "مصرعها", "حتفه", "حتفها"}, 8
OBJECT_REACH = 4


def sufferers(found: Sequence[Token], trigger: Trigger, stop: int, lexicon: Lexicon) -> Iterator[int]:
    """The tokens at which one may stand whom the trigger tells of: before a passive, inside «لقي … مصرعه», past a doer.

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> from helpers.triggers import scan
    >>> found = tokens("إن جنديا قتل")
    >>> list(sufferers(found, scan(found, load())[0], 3, load()))
    [1]
    """
    yield from _before_passive(found, trigger, lexicon)
    yield from _met_death(found, trigger)
    yield from _object_of(found, trigger, stop, lexicon)


def _before_passive(found: Sequence[Token], trigger: Trigger, lexicon: Lexicon) -> Iterator[int]:
    """Where those before a passive stand: «إن جنديا قتل», «إن شابا وطفلا قتلا»."""
    passive = trigger.row["pos"] == "verb" and trigger.row["voice"] != "active" and not trigger.clitics
    i = trigger.first - 1
    if not passive or i < 0 or found[i].kind != "word" or found[trigger.first].form.endswith("وا"):
        return
    if found[i].form[0] not in "وبل" and i > 0 and _is_singular(found, i - 1, lexicon) and _may_describe(found[i]):
        i -= 1  # «موظفا عراقيا», «موظفا أمميا»: the second is its adjective
    yield i
    while i > 0 and found[i].form[0] == "و" and (noun := noun_at(found, i, lexicon)) and noun.clitics == "و":
        i -= 1
        yield i


def _met_death(found: Sequence[Token], trigger: Trigger) -> Iterator[int]:
    """Where the one stands who «met his death»: «لقي جندي مصرعه»."""
    if found[trigger.first].form not in DEATHS:
        return
    for i in range(trigger.first - 1, max(0, trigger.first - MET_REACH) - 1, -1):
        if found[i].form.removeprefix("و") in MET:
            yield i + 1
            return


def _object_of(found: Sequence[Token], trigger: Trigger, stop: int, lexicon: Lexicon) -> Iterator[int]:
    """Where the one stands whom a plural did it to: «خطف مسلحون مجهولون مهندسا»."""
    i = trigger.last
    if trigger.row["pos"] != "verb" or i >= stop or not is_plural_doer(found, i, lexicon):
        return
    for j in range(i + 1, min(i + OBJECT_REACH, stop)):
        if found[j].kind != "word" or found[j].form in STOPS:
            return
        if found[j].form.endswith("ا") and _is_singular(found, j, lexicon) and found[j].form[0] != "و":
            yield j
            return


def is_plural_doer(found: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a plural in the nominative stands at token `i`: «مسلحون», «مسلحو التنظيم».

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> [is_plural_doer(tokens(text), 0, load()) for text in ("مسلحو التنظيم", "مسلحي التنظيم", "عضو")]
    [True, False, False]
    """
    form = found[i].form
    noun = noun_at(found, i, lexicon) if form.endswith("و") else None
    return form.endswith("ون") or (noun is not None and noun.number == "plural")


def _may_describe(token: Token) -> bool:
    return token.form.endswith(("ا", "ي", "يه")) and token.form not in STOPS


def _is_singular(found: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    noun = noun_at(found, i, lexicon) if found[i].kind == "word" else None
    return noun is not None and noun.cls in PEOPLE and noun.number == "singular" and "ال" not in noun.clitics
