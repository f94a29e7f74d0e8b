"""The atoms of numbers: which tokens can be part of a number, with their values and classes."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.digits import digit_value, is_not_a_quantity, run_length, slash_fraction, stands_alone
from helpers.lexicon import Lexicon, Phrases
from helpers.text import Seen, Token, readings, tokens

TANWEEN_FATH, DAMMA = "\N{ARABIC FATHATAN}", "\N{ARABIC DAMMA}"
JOINING = {"و": "and", "فاصله": "point", "فاصل": "point"}
FIFTHS = {"خمس", "سبع", "تسع", "عشر"}
TENS = ("عشر", "عشره")
TEEN_ORDINALS = set("حادي ثاني ثالث رابع خامس سادس سابع ثامن تاسع".split())
BEFORE_TEN = ("ه", "اثنا", "اثني", "احد", *TEEN_ORDINALS)  # how what stands before «عشر» in 11 to 19 ends
RULERS = {"ملك", "ملكه", "بابا", "سلطان", "امبراطور", "قيصر", "شاه", "خديوي", "بطريرك", "بولس", "بنديكتوس"}
PLACES = {"ميدان", "ساحه", "شارع", "حي", "دوار", "جسر", "طريق", "خط", "ملعب", "مدرسه", "مسجد", "جامع"}
WEEKDAY_LIKE = {"احد", "اثنين", "ثلاثا", "اربعا"}
ENDS_ALONE = set("من علي في الي عن بعد قبل خلال منذ حتي او ثم كما لكن ان".split())
NO_ARTICLE = ("الف", "الاف", "اليات", "البومات")  # «ألف», «آلاف», «آليات» only look definite
NO_NOUNS = {"ال", "الي", "الا", "الان", "التي", "الذي", "الذين", "اللذين", "اللتين", "اللواتي"}
EACH_SECOND = {"كل", "لكل", "نصف", "ربع"}
PRONOUNS = ("هما", "هم", "هن", "ها", "نا", "كم", "ه")
POSSESSED = {"unit": "possessed", "fraction": "possessed_fraction", "ordinal": "possessed_ordinal"}


class Atom(NamedTuple):
    """Tokens [first, stop) that can be part of a number; whether «و», «ال» or a new line stands before them."""

    value: float
    cls: str
    start: int
    end: int
    first: int
    stop: int
    conj: bool = False
    article: bool = False
    fresh: bool = False


class Written(NamedTuple):
    """What a written word can be as part of a number: value, class, letters cut off before it, «و» and «ال»."""

    value: float
    cls: str
    stem: str
    skip: int
    conj: bool
    article: bool


class Word(NamedTuple):
    """What a written form can be: a part of a number, the opening of an idiom that only looks like one, or both."""

    written: Written | None
    opens_idiom: bool


def atoms_of(text: str, found: Sequence[Token], lexicon: Lexicon) -> dict[int, Atom]:
    """The atoms among the tokens, by their first; idioms that only look like numbers («دفعة واحدة») have none.

    >>> from helpers.lexicon import load
    >>> {i: a.value for i, a in atoms_of("مئة وخمسون قتيلا", tokens("مئة وخمسون قتيلا"), load()).items()}
    {0: 100, 1: 50}
    """
    words, traps = _indexes(lexicon)
    atoms, done = {}, 0
    for i, token in enumerate(found):
        word = words[token.form]
        if word is None or i < done:
            continue
        if token.kind == "number":
            done, atom = _digits(text, found, i)
        elif word.opens_idiom and (trap := traps.at(found, i)):
            done, atom = i + trap.length, None
        elif token.form in JOINING:
            atom = Atom(0, JOINING[token.form], token.start, token.end, i, i + 1)
        else:
            atom = _atom(text, found, i, word.written) if word.written else None
        if atom:
            atoms[i] = atom
    return atoms


def is_number_word(form: str, lexicon: Lexicon) -> bool:
    """Whether a folded form can be part of a number and is no mere joining word.

    >>> from helpers.lexicon import load
    >>> is_number_word("وخمسون", load()), is_number_word("و", load())
    (True, False)
    """
    word = _indexes(lexicon)[0][form]
    return form not in JOINING and word is not None and word.written is not None


@lru_cache(maxsize=16)
def _indexes(lexicon: Lexicon) -> tuple[Seen, Phrases]:
    known = {}
    for row in lexicon["numbers"]:
        known[tokens(row["form"])[0].form] = (_number(row["value"]), row["class"])
    traps = Phrases(lexicon["number_traps"])

    def word(form: str) -> Word | None:
        written, idiom = _written(form, known), bool(traps.begin[form])
        return Word(written, idiom) if written or idiom or form in JOINING or form[0].isdigit() else None

    return Seen(word), traps


def _number(digits: str) -> float:
    return int(digits) if digits.isdecimal() else float(digits)


def _written(form: str, known: dict[str, tuple[float, str]]) -> Written | None:
    cuts = readings(form)
    for stem, skip, clitics in cuts:
        if stem in known:
            article = clitics.endswith("ال")
            skip -= 2 if article and not clitics.endswith("لال") else 0
            return Written(*known[stem], stem, skip, clitics[:1] == "و", article)
    for stem, skip, clitics in cuts:
        if not clitics.endswith("ال") and (owned := _possessed(stem, known)):
            return Written(*owned, stem, skip, clitics[:1] == "و", False)
    return None


def _possessed(stem: str, known: dict[str, tuple[float, str]]) -> tuple[float, str] | None:
    """A number word with a pronoun: «ثلاثتهم» all three of them, «نصفها» half of it, «ثانيهم» the second of them."""
    pronoun = next((p for p in PRONOUNS if stem.endswith(p)), None)
    if pronoun is None:
        return None
    base = stem.removesuffix(pronoun)
    group = pronoun != "ه" and base.endswith("ت")
    value, cls = known.get(base[:-1] + "ه" if group else base, (0, ""))
    if cls not in POSSESSED or (cls == "unit") != group or (pronoun in ("نا", "كم") and not group):
        return None
    return value, POSSESSED[cls]


def _digits(text: str, found: Sequence[Token], i: int) -> tuple[int, Atom | None]:
    """The token after the digits at token `i`, and their atom when they are a number."""
    if stands_alone(found, i):
        stop, value, cls = i + 1, int(found[i].form), "digits"
    else:
        stop, value, cls = _run(text, found, i)
    if value is None:
        return stop, None
    fresh = _begins_a_line(text, found, i)
    conj = i > 0 and found[i - 1].form == "و" and not fresh
    return stop, Atom(value, cls, found[i].start, found[stop - 1].end, i, stop, conj, False, fresh)


def _run(text: str, found: Sequence[Token], i: int) -> tuple[int, float | None, str]:
    """The token after the digits at token `i` and others that belong to them, their value and class."""
    stop = i + run_length(text, found, i)
    if (value := slash_fraction(found, i)) is not None:
        return i + 3, value, "sign"
    if is_not_a_quantity(found, i):
        return stop, None, ""
    return stop, digit_value(found[i:stop], [token.form for token in found[stop : stop + 2]]), "digits"


def _atom(text: str, found: Sequence[Token], i: int, written: Written) -> Atom | None:
    token, following = found[i], _form(found, i + 1)
    fresh = _begins_a_line(text, found, i)
    if _is_and_one(text, token, following):
        return Atom(1, "teen_one", token.inner(1), token.end, i, i + 1, True, False, fresh)
    value, cls, stem, skip, conj, article = written
    joined = i > 0 and (conj or found[i - 1].form == "و")
    damma = DAMMA in text[token.inner(skip) : token.inner(skip + 1)] if len(stem) > 1 else False
    if _is_another_word(found, i, written) or (cls == "eighth" and not damma):
        return None
    if cls == "scale_or_dual":
        value, cls = _scale_or_dual(text, found, i, value)
    after_a_unit = stem == "عشر" and i > 0 and found[i - 1].form.endswith(BEFORE_TEN)
    if stem in FIFTHS and not article and not after_a_unit and (damma or _is_definite(following)):
        value, cls = 1 / value, "fraction"
    if cls == "dual_fraction" and not _is_definite(following):
        return None
    cls = "fraction" if cls in ("eighth", "dual_fraction") else cls
    return Atom(value, cls, token.inner(skip), token.end, i, i + 1, joined and not fresh, article, fresh)


def _is_definite(form: str) -> bool:
    return form.startswith("ال") and not form.startswith(NO_ARTICLE) and form not in NO_NOUNS


def _begins_a_line(text: str, found: Sequence[Token], i: int) -> bool:
    return i > 0 and "\n" in text[found[i - 1].end : found[i].start]


def _is_another_word(found: Sequence[Token], i: int, written: Written) -> bool:
    """A weekday, a lady, a ruler's number («الملك عبد الله الثاني»), a square («ميدان السبعين»), a second of time."""
    before, following = _form(found, i - 1), _form(found, i + 1)
    if written.article and written.stem in WEEKDAY_LIKE:
        return following not in TENS and not (following[:1] == "و" and following.endswith(("ون", "ين")))
    if written.stem == "ست" and written.article:
        return not (_is_definite(before) or following.endswith("ات") or following in ("مئه", "مائه", "الاف"))
    if found[i].form == "لست":  # «لستُ»: I am not
        return not following.endswith("ات") and following not in ("اشهر", "ايام", "مئه", "مائه")
    if written.stem == "ست":
        return _is_definite(following)
    if written.stem == "ثانيه" and not written.article:
        counted = before[:1].isdigit() or before.endswith(("ون", "ين", "عشر", "عشره", "مئه", "مائه"))
        return counted or before in EACH_SECOND or following == "واحده"
    if written.cls == "ordinal" and written.article:
        return _names_a_ruler(found, i)
    if written.stem in TENS and before.startswith("ال") and before[2:].removesuffix("ه") in TEEN_ORDINALS:
        return _names_a_ruler(found, i - 1)
    return written.article and written.cls == "tens" and before in PLACES


def _names_a_ruler(found: Sequence[Token], i: int) -> bool:
    """Whether the ordinal at token `i` ends a ruler's name: «الملك عبد الله الثاني», «الملكة إليزابيث الثانية»."""
    gender = found[i].form.endswith("ه")
    for token in reversed(found[max(0, i - 4) : i]):
        if token.form in ENDS_ALONE or token.kind != "word":
            return False
        if token.form.removeprefix("ال") in RULERS:
            return gender == token.form.endswith("ه")
    return False


def _is_and_one(text: str, token: Token, following: str) -> bool:
    """«وأحد» («مئة وأحد عشر») folds to the same letters as «واحد»: the hamza or the ten after it tells them apart."""
    return token.form == "واحد" and ("أ" in text[token.start : token.end] or following in TENS)


def _scale_or_dual(text: str, found: Sequence[Token], i: int, value: float) -> tuple[float, str]:
    """«ألفا» is the scale after a number or with tanween or before «و»; before a noun it is the dual: two thousand."""
    token, following = found[i], found[i + 1] if i + 1 < len(found) else None
    if TANWEEN_FATH in text[token.start : token.end]:
        return value, "scale"
    alone = following is None or following.kind != "word" or following.form[0] == "و" or following.form in ENDS_ALONE
    return value, "scale" if alone else "scale_or_dual"


def _form(found: Sequence[Token], i: int) -> str:
    return found[i].form if 0 <= i < len(found) else ""


def tidy(value: float) -> float:
    """Whole values as whole numbers, others without the dust of binary fractions."""
    rounded = round(value, 9)
    return int(rounded) if float(rounded).is_integer() else rounded
