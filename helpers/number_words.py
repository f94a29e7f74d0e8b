"""The atoms of numbers: which tokens can be part of a number, with their values and classes."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.digits import digit_value, is_not_a_quantity, spaced_groups
from helpers.lexicon import Lexicon, Phrases
from helpers.text import Token, readings, tokens

TANWEEN_FATH = "\N{ARABIC FATHATAN}"


class Atom(NamedTuple):
    """A token that can be part of a number, and whether «و» stands before it."""

    value: float
    cls: str
    start: int
    end: int
    conj: bool
    article: bool


def atoms_of(text: str, found: Sequence[Token], lexicon: Lexicon) -> list[Atom | None]:
    """One atom or None for each token; idioms that only look like numbers («دفعة واحدة») have none.

    >>> from helpers.lexicon import load
    >>> [a and a.value for a in atoms_of("مئة وخمسون قتيلا", tokens("مئة وخمسون قتيلا"), load())]
    [100, 50, None]
    """
    words, traps = _indexes(lexicon)
    atoms: list[Atom | None] = [None] * len(found)
    skip_until = 0
    for i, token in enumerate(found):
        if i < skip_until:
            continue
        conj = i > 0 and found[i - 1].form == "و"
        if trap := traps.at(found, i):
            skip_until = i + trap.length
        elif token.kind == "number":
            count = spaced_groups(text, found, i)
            value = (
                None if is_not_a_quantity(found, i) else digit_value(found[i : i + count], _next_form(found, i + count))
            )
            skip_until = i + count
            if value is not None:
                atoms[i + count - 1] = Atom(value, "digits", token.start, found[i + count - 1].end, conj, False)
        elif token.kind == "word":
            atoms[i] = _word_atom(text, found, i, words, conj)
    return atoms


@lru_cache(maxsize=16)
def _indexes(lexicon: Lexicon) -> tuple[dict[str, tuple[float, str]], Phrases]:
    words = {}
    for row in lexicon["numbers"]:
        value = float(row["value"])
        words[tokens(row["form"])[0].form] = (tidy(value), row["class"])
    return words, Phrases(lexicon["number_traps"])


def _and_one(text: str, found: Sequence[Token], i: int) -> bool:
    """«وأحد» («مئة وأحد عشر») folds to the same letters as «واحد»: the hamza or the ten after it tells them apart."""
    token = found[i]
    return token.form == "واحد" and (
        "أ" in text[token.start : token.end] or _next_form(found, i + 1) in ("عشر", "عشره")
    )


def _word_atom(
    text: str, found: Sequence[Token], i: int, words: dict[str, tuple[float, str]], conj: bool
) -> Atom | None:
    token = found[i]
    if _and_one(text, found, i):
        return Atom(1, "teen_one", token.inner(1), token.end, True, False)
    for stem, skip, clitics in readings(token.form):
        if stem not in words:
            continue
        value, cls = words[stem]
        if cls == "scale_or_dual":
            value, cls = _scale_or_dual(text, found, i, value)
        article = clitics.endswith("ال")
        if article and stem in WEEKDAY_LIKE:
            return None
        start = token.inner(skip - 2 if article and not clitics.endswith("لال") else skip)
        return Atom(value, cls, start, token.end, conj or clitics[:1] == "و", article)
    return None


WEEKDAY_LIKE = {"احد", "اثنين", "اثنان"}


def _scale_or_dual(text: str, found: Sequence[Token], i: int, value: float) -> tuple[float, str]:
    """«ألفا» is the scale after a number or with tanween or before «و»; before a noun it is the dual: two thousand."""
    token, following = found[i], found[i + 1] if i + 1 < len(found) else None
    if TANWEEN_FATH in text[token.start : token.end]:
        return value, "scale"
    if (
        following is None
        or following.kind != "word"
        or following.form[0] == "و"
        or following.form in ("من", "علي", "في")
    ):
        return value, "scale"
    return value, "scale_or_dual"


def _next_form(found: Sequence[Token], i: int) -> str:
    return found[i].form if i < len(found) else ""


def tidy(value: float) -> float:
    """Whole values as whole numbers, others without the dust of binary fractions."""
    rounded = round(value, 9)
    return int(rounded) if float(rounded).is_integer() else rounded
