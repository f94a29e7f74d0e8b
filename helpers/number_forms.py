"""The written forms that can be part of a number: words, joining words and digits, each with what it can be."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.lexicon import Beginning, Candidate, Lexicon, Phrases
from helpers.text import Reading, Seen, readings, tokens

JOINING = {"و": "and", "فاصله": "point", "فاصل": "point", "نقطه": "spoken_point"}
PRONOUNS = ("هما", "هم", "هن", "ها", "نا", "كم", "ه")
POSSESSED = {"unit": "possessed", "fraction": "possessed_fraction", "ordinal": "possessed_ordinal"}
FIFTHS = {"خمس", "سبع", "تسع", "عشر", "تلت"}  # five or a fifth; «تلت» is three in the vernacular
TWO_FIFTHS = {"خمسا", "سبعا", "تسعا"}  # five, or two fifths of what is definite
TENS = ("عشر", "عشره")
WEEKDAY_LIKE = {"احد", "اثنين", "ثلاثا", "اربعا"}
OTHER_WORDS = {
    "واحد",
    "صفر",
    "الف",
    "ست",
    "ثانيه",
    "اولي",
    *FIFTHS,
    *TWO_FIFTHS,
    *TENS,
    *WEEKDAY_LIKE,
}  # may be no number
OTHER_CLASSES = {"eighth", "scale_or_dual", "dual_fraction", "hundred_after_unit", "half_of_unit"}


class Written(NamedTuple):
    """What a written word can be as part of a number: value, class, letters cut off before it, «و» and «ال».

    It is `sure` when no neighbour can make another word or another number of it.
    """

    value: float
    cls: str
    stem: str
    skip: int
    conj: bool
    article: bool
    sure: bool


class Word(NamedTuple):
    """What a form can be: a part of a number, what joins two parts, the first word of idioms that are no numbers."""

    written: Written | None
    joins: str | None
    idioms: Beginning[Candidate] | None


@lru_cache(maxsize=16)
def number_forms(lexicon: Lexicon) -> Seen[str, Word | None]:
    """For each folded form what it can be in a number, None for most.

    >>> from helpers.lexicon import load
    >>> number_forms(load())["وخمسون"].written[:2], number_forms(load())["كتاب"]
    ((50, 'tens'), None)
    """
    known = {}
    for row in lexicon["numbers"]:
        known[tokens(row["form"])[0].form] = (_number(row["value"]), row["class"])
    traps = Phrases(lexicon["number_traps"])

    def word(form: str) -> Word | None:
        what = Word(_written(form, known), JOINING.get(form), traps.begin[form])
        return what if any(what) or form[0].isdecimal() else None

    return Seen(word)


def _number(digits: str) -> float:
    return int(digits) if digits.isdecimal() else float(digits)


def _written(form: str, known: dict[str, tuple[float, str]]) -> Written | None:
    cuts = readings(form)
    for stem, skip, clitics in cuts:
        if stem in known:
            article = clitics.endswith("ال")
            skip -= 2 if article and not clitics.endswith("لال") else 0
            value, cls = known[stem]
            return Written(value, cls, stem, skip, clitics[:1] == "و", article, _is_sure(stem, cls, article))
    for stem, skip, clitics in cuts:
        if not clitics.endswith("ال") and (owned := _possessed(stem, known)):
            return Written(*owned, stem, skip, clitics[:1] == "و", False, _is_sure(stem, "", False))
    return _run_together(cuts, known) if form.endswith(("ون", "ين")) else None


def _run_together(cuts: Sequence[Reading], known: dict[str, tuple[float, str]]) -> Written | None:
    """A unit and its ten without the space between them: «خمسةوعشرين»."""
    for stem, skip, clitics in cuts:
        for k in (k for k, letter in enumerate(stem) if letter == "و"):
            (unit, cls), (ten, tens) = known.get(stem[:k], (0, "")), known.get(stem[k + 1 :], (0, ""))
            if cls in ("unit", "one") and tens == "tens" and "ال" not in clitics:
                return Written(unit + ten, tens, stem, skip, clitics[:1] == "و", False, True)
    return None


def _is_sure(stem: str, cls: str, article: bool) -> bool:
    return not (stem in OTHER_WORDS or cls in OTHER_CLASSES or (article and cls in ("ordinal", "tens", "unit")))


def _possessed(stem: str, known: dict[str, tuple[float, str]]) -> tuple[float, str] | None:
    """A number word with a pronoun: «ثلاثتهم» all three of them, «نصفها» half of it, «ثانيهم» the second of them."""
    pronoun = next((p for p in PRONOUNS if stem.endswith(p)), None)
    if pronoun is None:
        return None
    base = stem.removesuffix(pronoun)
    group = pronoun != "ه" and base.endswith("ت")
    value, cls = known.get(base[:-1] + "ه" if group else base, (0, ""))
    none = cls not in POSSESSED or base == "اولي"  # «أولية» is preliminary
    if none or (cls == "unit") != group or (pronoun in ("نا", "كم") and not group):
        return None
    return value, POSSESSED[cls]
