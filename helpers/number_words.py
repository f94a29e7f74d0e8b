"""The atoms of numbers: which tokens can be part of a number, with their values and classes."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from helpers.digit_signs import has_point_before, power, ra_decimal, slash_fraction
from helpers.digits import digit_value, is_not_a_quantity, run_length, stands_alone
from helpers.lexicon import Lexicon, standing
from helpers.looks import Sight
from helpers.nouns import noun_forms
from helpers.number_forms import FIFTHS, TENS, TWO_FIFTHS, Word, Written, number_forms
from helpers.number_senses import ENDS_ALONE, TEEN_ORDINALS, is_a_fifth, is_another_word, is_definite, is_eighth
from helpers.text import NEW, Seen, Token, line_starts

TANWEEN_FATH, DAMMA = "\N{ARABIC FATHATAN}", "\N{ARABIC DAMMA}"
BEFORE_TEN = ("ه", "اثنا", "اثني", "احد", *TEEN_ORDINALS)  # how what stands before «عشر» in 11 to 19 ends
COUNTING = {"one", "unit", "ten", "teen", "tens", "hundred", "scale"}
PARTS_OF_DAY = set("الصبح الفجر الظهر العصر المغرب العشا المسا بالليل صباحا مساء ليلا عصرا ظهرا فجرا".split())
FEW, ON_A_LONG_LINE = (3, 10), 3  # these numbers have «آلاف» after them, others «ألف»; words before such a number
UNITS = {"money", "distance", "area", "mass", "volume", "time", "unit", "measure"}


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


def atoms_of(text: str, seen: Sight, lexicon: Lexicon) -> dict[int, Atom]:
    """The atoms among the tokens, by their first; idioms that only look like numbers («دفعة واحدة») have none.

    >>> from helpers.lexicon import load
    >>> from helpers.looks import sight
    >>> {i: a.value for i, a in atoms_of("مئة وخمسون قتيلا", sight("مئة وخمسون قتيلا", load()), load()).items()}
    {0: 100, 1: 50}
    """
    found = seen.tokens
    lines = line_starts(text, found) if "\n" in text else ()
    atoms: dict[int, Atom] = {}
    done = 0
    for i, known in seen.marks:
        word = known.number
        if word is None or i < done:
            continue
        written, joins, idioms = word
        token = found[i]
        if token.kind == "number":
            done, atom = _digits(text, found, i, i in lines)
            if atom and i and found[i - 1].form == "(":
                atom = _with_brackets(found, number_forms(lexicon), atom)
        elif idioms and (listed := standing(idioms, found, i)):
            done, atom = i + 1 + len(listed[0].rest), None
        elif joins:
            atom = NEW(Atom, (0, joins, token.start, token.end, i, i + 1, False, False, False))
        elif written:
            fresh = i in lines and not _is_cut_off(found, lines, atoms, i, written)
            atom = _sure(found, i, written, fresh) if written.sure else _atom(text, found, i, written, fresh, lexicon)
        else:
            atom = None
        if atom:
            atoms[atom.first] = atom
    return atoms


def _is_cut_off(
    found: Sequence[Token], lines: Collection[int], atoms: Mapping[int, Atom], i: int, written: Written
) -> bool:
    """Whether a scale at the head of a line goes on with the number that a long line ends with: «أسر أكثر من 6 / آلاف».

    It has the form that this number asks for. Lines of a list are short, have a colon or name what the number is of.
    """
    last = next((atoms[j] for j in range(i - 1, max(-1, i - 3), -1) if j in atoms), None)
    if last is None or last.stop != i or written.skip or written.article:
        return False
    before = range(last.first - 1, max(-1, last.first - 1 - ON_A_LONG_LINE), -1)
    if (
        len(before) < ON_A_LONG_LINE
        or found[before[0]].form.startswith("ال")
        or any(found[j].kind != "word" or j + 1 in lines for j in before)
    ):
        return False
    few = FEW[0] <= last.value <= FEW[1] and last.value % 1 == 0
    return written.cls == "scale_plural" if few else last.value > 1 and written.cls in ("scale", "scale_or_dual")


def _digits(text: str, found: Sequence[Token], i: int, fresh: bool) -> tuple[int, Atom | None]:
    """The token after the digits at token `i`, and their atom when they are a number."""
    stop, value, cls = (i + 1, int(found[i].form), "digits") if stands_alone(found, i) else _run(text, found, i)
    if value is None:
        return stop, None
    first = i
    if stop == i + 1 and has_point_before(found, i):
        first, value = i - 1, float(f"0.{found[i].form}")
    conj = first > 0 and not fresh and found[first - 1].form == "و"
    return stop, NEW(Atom, (value, cls, found[first].start, found[stop - 1].end, first, stop, conj, False, fresh))


def _with_brackets(found: Sequence[Token], words: Seen[str, Word | None], atom: Atom) -> Atom:
    """«(31) ألفا و(450)»: the brackets around digits belong to a number that goes on after or came before them."""
    first, stop = atom.first, atom.stop
    if _form(found, stop) != ")":
        return atom
    joined = _form(found, first - 2) == "و"
    if not any(_is_scale(words, _form(found, j)) for j in (stop + 1, *((first - 3,) if joined else ()))):
        return atom
    return atom._replace(start=found[first - 1].start, end=found[stop].end, first=first - 1, stop=stop + 1, conj=joined)


def _is_scale(words: Seen[str, Word | None], form: str) -> bool:
    word = words[form] if form else None
    return bool(word and word.written and word.written.cls.startswith("scale"))


def _run(text: str, found: Sequence[Token], i: int) -> tuple[int, float | None, str]:
    """The token after the digits at token `i` and others that belong to them, their value and class."""
    stop = i + run_length(text, found, i)
    if (value := ra_decimal(found, i)) is not None:
        return i + 3, value, "digits"
    if (value := slash_fraction(found, i)) is not None:
        return i + 3, value, "sign"
    if raised := power(found, i):
        return raised[1], raised[0], "digits"
    if is_not_a_quantity(text, found, i):
        return stop, None, ""
    return stop, digit_value(found[i:stop], [token.form for token in found[stop : stop + 2]]), "digits"


def _sure(found: Sequence[Token], i: int, written: Written, fresh: bool) -> Atom:
    value, cls, _, skip, conj, article, _ = written
    start, end, _, _, offsets = found[i]
    fresh = fresh or skip > conj  # a preposition begins another number: «في شهر واحد بألفين»
    joined = i > 0 and not fresh and (conj or found[i - 1].form == "و")
    return NEW(Atom, (value, cls, start + offsets[skip], end, i, i + 1, joined, article, fresh))


def _atom(text: str, found: Sequence[Token], i: int, written: Written, fresh: bool, lexicon: Lexicon) -> Atom | None:
    token, following = found[i], _form(found, i + 1)
    if _is_and_one(text, token, following):
        return Atom(1, "teen_one", token.inner(1), token.end, i, i + 1, True, False, fresh)
    value, cls, stem, _, _, article, _ = written
    opening = len(token.form) - len(stem)  # past «ال», which belongs to the number's span
    damma = DAMMA in text[token.inner(opening) : token.inner(opening + 1)] if len(stem) > 1 else False
    if is_another_word(found, i, written, lexicon) or (cls == "eighth" and not damma and not is_eighth(found, i)):
        return None
    added = cls == "hundred_after_unit" and written.conj and i > 0 and number_forms(lexicon)[found[i - 1].form]
    if cls == "hundred_after_unit" and (added or _is_a_hundred(stem, following, lexicon)):
        cls = "hundred"
    if cls == "scale_or_dual":
        value, cls = _scale_or_dual(text, found, i, value)
    after_a_unit = stem == "عشر" and i > 0 and found[i - 1].form.endswith(BEFORE_TEN)
    closes = written.conj and _closes_a_number(found, i, lexicon)
    third = stem == "تلت" and closes
    if stem in FIFTHS and not article and not after_a_unit and (damma or third or is_a_fifth(found, i, lexicon)):
        value, cls = 1 / value, "fraction"
    if stem in TWO_FIFTHS and not article and is_definite(following):
        value, cls = 2 / value, "fraction"
    if stem == "اولي" and _is_preliminary(text, found, i):
        return None
    if cls == "dual_fraction" and not is_definite(following):
        return None
    if cls == "half_of_unit" and (article or not (closes or _is_halved(following, lexicon))):
        return None
    cls = "fraction" if cls in ("eighth", "dual_fraction", "half_of_unit") else cls
    return _sure(found, i, written, fresh)._replace(value=value, cls=cls)


def _is_preliminary(text: str, found: Sequence[Token], i: int) -> bool:
    """Whether «أولي» is preliminary, its ya with dots: «تقرير أولي»; «المرة الأولي» is how some write «الأولى»."""
    before = _form(found, i - 1)
    dotted = text.rfind("ي", *found[i][:2]) > text.rfind("ى", *found[i][:2])
    return dotted and not before.endswith(("ه", "ات")) and not is_definite(_form(found, i + 1))


def _is_a_hundred(stem: str, following: str, lexicon: Lexicon) -> bool:
    """Whether «مية» counts: before «وعشرين», per cent or a singular («مية ليرة»); «ميت» is dead but before a unit."""
    nouns = [
        row["class"] for rest, row, number, _, _ in noun_forms(lexicon)[following] if number == "singular" and not rest
    ]
    if stem == "ميت":
        return following in ("الف", "مليون", "مليار") or any(cls in UNITS for cls in nouns)
    word = number_forms(lexicon)[following] if following else None
    joined = bool(word and word.written and word.written.conj)
    return (
        joined or bool(nouns and not following.startswith("ال")) or following in ("بالميه", "بالمئه", "في", "%", "الف")
    )


def _is_halved(following: str, lexicon: Lexicon) -> bool:
    """Whether «نص» is a half, before a unit or a scale: «نص كيلو», «نص مليون»; alone or with «ال» it is a text."""
    word = number_forms(lexicon)[following] if following else None
    if word and word.written and word.written.cls == "scale" and not word.written.article:
        return True
    nouns = noun_forms(lexicon)[following]
    return any(number == "singular" and row["class"] in UNITS and not clitics for _, row, number, _, clitics in nouns)


def _closes_a_number(found: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether «ونص», «وتلت» end a number in words: «خمسة ونص», «مليون ونص»; «ونص على» is a verb."""
    before, following = number_forms(lexicon)[_form(found, i - 1) or " "], found[i + 1 : i + 2]
    if not before or not before.written or before.written.article or before.written.cls not in COUNTING:
        return False
    if not following or following[0].kind == "mark" or following[0].form in PARTS_OF_DAY:
        return True
    nouns = noun_forms(lexicon)[following[0].form]
    return any(number == "singular" and not clitics for _, _, number, _, clitics in nouns)


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
    """Whole values as whole numbers, others without the dust of binary fractions.

    >>> tidy(0.1 + 0.2), tidy(3.0)
    (0.3, 3)
    """
    if type(value) is int:
        return value
    rounded = round(value, 9)
    return int(rounded) if float(rounded).is_integer() else rounded
