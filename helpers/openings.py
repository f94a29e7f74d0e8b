"""What a word that is no numeral can open: a vague phrase, a noun that carries a number, «one of» several."""

from functools import lru_cache
from typing import NamedTuple

from helpers.lexicon import Lexicon, Phrases
from helpers.nouns import CONSTRUCT, noun_forms
from helpers.text import Seen, readings

ONE_OF = {"احد", "احدي"}
HOW_LONG, WHOLE = {"اسبوعا", "شهرا", "قرنا"}, {"كاملا", "كامله"}  # that make one unit of time a length: «يوما كاملا»
MEASURED = ("area", "distance", "time", "money", "mass", "volume", "measure")


class Opening(NamedTuple):
    """What a written word can open: a vague phrase, a noun that carries a number, «one of» after so many letters.

    With `unit_only` it is a unit, which is one of it only near a qualifier or a fraction.
    """

    vague: bool
    noun: bool
    one_of: int | None
    unit_only: bool


@lru_cache(maxsize=16)
def openings_of(lexicon: Lexicon) -> Seen[str, Opening | None]:
    """For each folded form what it can open, None for most.

    >>> from helpers.lexicon import load
    >>> openings_of(load())["صاروخان"].noun, openings_of(load())["مدينه"]
    (True, None)
    """
    return Seen(lambda form: _opening(form, lexicon))


def _opening(form: str, lexicon: Lexicon) -> Opening | None:
    vague = bool(vague_phrases(lexicon).begin[form])
    nouns = [(row["class"], number) for _, row, number, _, _ in noun_forms(lexicon)[form]]
    dual = any(number in ("dual", CONSTRUCT) for _, number in nouns)
    unit = any(cls in MEASURED and number == "singular" for cls, number in nouns)
    one_of = next((r.skip for r in readings(form) if r.stem in ONE_OF and "ال" not in r.clitics), None)
    told = vague or dual or one_of is not None
    return Opening(vague, dual or unit, one_of, not told) if told or unit else None


@lru_cache(maxsize=16)
def vague_phrases(lexicon: Lexicon) -> Phrases:
    """The vague words and phrases.

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> vague_phrases(load()).at(tokens("عشرات القتلى"), 0).row["class"]
    'dozens'
    """
    return Phrases(lexicon["vague"])
