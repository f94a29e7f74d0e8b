"""Words of sport that war has too: «لاعب», who may be among the dead, and «هدف», a goal or a target."""

from collections.abc import Sequence

from helpers.contexts import words
from helpers.governing import CLOSE, governing
from helpers.lexicon import Lexicon
from helpers.quantities import Found
from helpers.text import Token, readings
from helpers.triggers import PEOPLE, Trigger

PLAYERS, TARGET, AIMED = {"لاعب", "متسابق"}, "هدف", 3
SCORES = {"مقابل", "نظيفه", "دون", "رد", "لهدف", "شباك", "مرمي"}  # «سحق ضيفه بستة أهداف مقابل هدف»


def killing(q: Found, near: Sequence[Trigger], others: Sequence[Found], found: Sequence[Token]) -> Trigger | None:
    """The word by which players died, who are otherwise counted as sport: «قتل ستة لاعبين», not «أصيب لاعبان».

    >>> from helpers import parse
    >>> texts = "قتل ستة لاعبين في القصف.", "أصيب ستة لاعبين."
    >>> [parse([("a", text)]).claims["measure"].tolist() for text in texts]
    [['killed'], []]
    """
    deadly = [t for t in near if t.measure in ("killed", "died") and t.takes == PEOPLE]
    return governing(q, deadly, others, found, CLOSE)[1] if q.noun and q.noun.lemma in PLAYERS else None


def is_target(q: Found, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether «هدف» is what was struck, and no goal: «دمرت الطائرات ستة أهداف», not «فاز بستة أهداف».

    >>> from helpers import quantities
    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> texts = "دمرت الطائرات ستة أهداف", "سجل المهاجم ستة أهداف", "دمر ضيفه بستة أهداف"
    >>> [is_target(quantities.scan(text, tokens(text))[0], tokens(text), load()) for text in texts]
    [True, False, False]
    """
    if q.noun is None or q.noun.lemma != TARGET or found[q.first].form[0] == "ب" or found[q.first - 1].form == "ب":
        return False
    if SCORES & {token.form for token in found[q.last : q.phrase_end + AIMED]}:
        return False
    for token in reversed(found[max(0, q.first - AIMED) : q.first]):
        if any(r.stem in words(lexicon, "strikes_target") for r in readings(token.form)):
            return True
        if token.kind != "word" or token.form[0] == "و":  # «هاجم الفريق وسجل ثلاثة أهداف»
            return False
    return False
