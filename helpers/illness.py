"""People who fell ill, whom the words for the wounded may tell of too: «300 إصابة بالكوليرا», «أصابت كورونا 40»."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from helpers.contexts import words
from helpers.lexicon import Lexicon
from helpers.quantities import Found
from helpers.text import Token, fold, readings
from helpers.triggers import Trigger

FEELINGS = set("مللا ضحكا عشقا حبا غيظا شوقا ضجرا فضولا خجلا".split())
ILL_REACH, ILLNESS_REACH, STRUCK = 2, 6, ("أصاب", "يصيب")


def is_illness(q: Found, verb: Trigger | None, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether people fell ill: «300 إصابة بالكوليرا», «إصابة جديدة بفيروس كورونا», «قتل الوباء 40 وأصاب 900».

    >>> from helpers import quantities
    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> texts = "300 إصابة بالكوليرا", "300 إصابة بالرصاص"
    >>> [is_illness(quantities.scan(text, tokens(text))[0], None, tokens(text), load()) for text in texts]
    [True, False]
    """
    if verb is not None and verb.row["form"].startswith(STRUCK):
        near = found[max(0, verb.first - ILLNESS_REACH) : q.first]
        if any(token.form.removeprefix("ال") in illnesses(lexicon) for token in near):
            return True
    inside = [
        *found[q.last : max(q.last, q.phrase_end) + ILL_REACH],
        *(found[verb.last : verb.last + 1] if verb else ()),
    ]
    by = {r.stem for token in inside for r in readings(token.form) if r.clitics in ("ب", "بال")}
    ill_of = {b.form for a, b in pairwise(inside) if a.form in ("من", "بمرض", "بفيروس")}
    return bool((by | ill_of) & illnesses(lexicon))


@lru_cache(maxsize=16)
def illnesses(lexicon: Lexicon) -> frozenset[str]:
    """What people fall ill of, folded.

    >>> from helpers.lexicon import load
    >>> "كوليرا" in illnesses(load())
    True
    """
    return frozenset(fold(row["form"]).text for row in lexicon["illnesses"])


def is_figure(q: Found, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether people were struck by no wound: «أصيب 60 مزارعا بخسائر فادحة», «بخيبة أمل», «قتل النقاش 12 نائبا مللا».

    >>> from helpers import quantities
    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> text = "أصيب 60 مزارعا بخسائر فادحة"
    >>> is_figure(quantities.scan(text, tokens(text))[0], tokens(text), load())
    True
    """
    inside = found[q.last : max(q.last, q.phrase_end) + ILL_REACH]
    blows = words(lexicon, "fate")
    if FEELINGS & {token.form for token in inside}:
        return True
    return any(r.stem in blows for token in inside for r in readings(token.form) if r.clitics in ("ب", "بال"))
