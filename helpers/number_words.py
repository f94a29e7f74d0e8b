"""The atoms of numbers: which tokens can be part of a number, with their values and classes."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.digits import digit_value, is_not_a_quantity, spaced_groups
from helpers.lexicon import Lexicon, Phrases, Seen, Sieve
from helpers.text import Token, readings, tokens

TANWEEN_FATH = "\N{ARABIC FATHATAN}"
JOINING = {"و": "and", "فاصله": "point", "فاصل": "point"}
FIFTHS = {"خمس", "سبع", "تسع"}
RULERS = {"ملك", "ملكه", "بابا", "سلطان", "امبراطور", "قيصر", "شاه", "خديوي", "بطريرك", "بولس", "بنديكتوس"}
PLACES = {"ميدان", "ساحه", "شارع", "حي", "دوار", "جسر", "طريق", "خط", "ملعب"}
WEEKDAY_LIKE = {"احد", "اثنين", "اثنان"}


class Atom(NamedTuple):
    """A token that can be part of a number, and whether «و» stands before it."""

    value: float
    cls: str
    start: int
    end: int
    conj: bool
    article: bool


class Written(NamedTuple):
    """What a written word can be as part of a number: value, class, letters cut off before it, «و» and «ال»."""

    value: float
    cls: str
    skip: int
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
        if traps.begin[token.form] and (trap := traps.at(found, i)):
            skip_until = i + trap.length
        elif token.form in JOINING:
            atoms[i] = Atom(0, JOINING[token.form], token.start, token.end, False, False)
        elif token.kind == "number":
            skip_until = i + spaced_groups(text, found, i)
            atoms[skip_until - 1] = _digits(text, found, i, skip_until)
        elif token.kind == "word" and (written := words[token.form]) and not _is_a_name(found, i, written):
            atoms[i] = _atom(text, found, i, written)
    return atoms


@lru_cache(maxsize=16)
def number_sieve(lexicon: Lexicon) -> Sieve:
    """What tells texts without a number.

    >>> from helpers.lexicon import load
    >>> number_sieve(load()).may_hold("عاد الهدوء إلى البلدة")
    False
    """
    words, _ = _indexes(lexicon)
    return Sieve(words.__getitem__)


@lru_cache(maxsize=16)
def _indexes(lexicon: Lexicon) -> tuple[Seen, Phrases]:
    known = {}
    for row in lexicon["numbers"]:
        known[tokens(row["form"])[0].form] = (tidy(float(row["value"])), row["class"])
    return Seen(lambda form: _written(form, known)), Phrases(lexicon["number_traps"])


def _written(form: str, known: dict[str, tuple[float, str]]) -> Written | None:
    for stem, skip, clitics in readings(form):
        if stem in known:
            article = clitics.endswith("ال")
            if article and stem in WEEKDAY_LIKE:
                return None
            skip -= 2 if article and not clitics.endswith("لال") else 0
            return Written(*known[stem], skip, clitics[:1] == "و", article)
    return None


def _digits(text: str, found: Sequence[Token], i: int, stop: int) -> Atom | None:
    if is_not_a_quantity(found, i):
        return None
    value = digit_value(found[i:stop], _next_form(found, stop))
    if value is None:
        return None
    return Atom(value, "digits", found[i].start, found[stop - 1].end, _joins(text, found, i, False), False)


def _atom(text: str, found: Sequence[Token], i: int, written: Written) -> Atom:
    token = found[i]
    if _is_and_one(text, found, i):
        return Atom(1, "teen_one", token.inner(1), token.end, True, False)
    value, cls, skip, conj, article = written
    if cls == "scale_or_dual":
        value, cls = _scale_or_dual(text, found, i, value)
    if token.form[skip:] in FIFTHS and not article and _is_definite(_next_form(found, i + 1)):
        value, cls = 1 / value, "fraction"
    return Atom(value, cls, token.inner(skip), token.end, _joins(text, found, i, conj), article)


def _is_definite(form: str) -> bool:
    return form.startswith("ال") and not form.startswith(("الف", "الاف"))


def _joins(text: str, found: Sequence[Token], i: int, conj: bool) -> bool:
    """Whether «و», attached or standing alone, joins the token to what is before it on its line."""
    if i == 0 or not (conj or found[i - 1].form == "و"):
        return False
    return "\n" not in text[found[i - 1].end : found[i].start]


def _is_a_name(found: Sequence[Token], i: int, written: Written) -> bool:
    """A ruler's number («الملك عبد الله الثاني») and the tens of a square or street («ميدان السبعين») count nothing."""
    if not written.article:
        return False
    if written.cls == "ordinal":
        return any(token.form.removeprefix("ال") in RULERS for token in found[max(0, i - 4) : i])
    return written.cls == "tens" and i > 0 and found[i - 1].form in PLACES


def _is_and_one(text: str, found: Sequence[Token], i: int) -> bool:
    """«وأحد» («مئة وأحد عشر») folds to the same letters as «واحد»: the hamza or the ten after it tells them apart."""
    token = found[i]
    hamza = token.form == "واحد" and "أ" in text[token.start : token.end]
    return hamza or (token.form == "واحد" and _next_form(found, i + 1) in ("عشر", "عشره"))


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
