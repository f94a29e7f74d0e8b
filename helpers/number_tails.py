"""What follows a number and belongs to it: «بعد المئة», «إلا ربعا», «على ستة», «من عشرة», per cent, «تحت الصفر»."""

from collections.abc import Sequence

from helpers.lexicon import Lexicon
from helpers.nouns import noun_forms
from helpers.number_grammar import Atoms, Part, beyond, conj_at, lessened, number_at
from helpers.text import Token

HUNDRED = ("مئه", "مائه", "ميه", "مايه")
PERCENT_WORDS = {*(f"بال{word}" for word in HUNDRED), *(f"في ال{word}" for word in HUNDRED), "%"}
MILLE = {"‰", "بالالف", "في"}
TENTHS = ("ten", "hundred", "scale")
DEGREES, CELSIUS, BELOW_ZERO = {"درجه", "درجات"}, "مئويه", ("تحت", "الصفر")
GOES_BELOW = {*DEGREES, BELOW_ZERO[0]}


def gone_on(found: Sequence[Token], atoms: Atoms, i: int, part: Part, lexicon: Lexicon) -> Part:
    """What a word after a number adds, takes or divides: «الثالثة بعد المئة», «خمسة إلا ربعا», «واحد على ستة».

    >>> from helpers import numerals
    >>> numerals.read("واحد على عشرة")[0].value
    0.1
    """
    after = found[part.stop].form
    if is_noun(found, part.stop + 2, lexicon):
        return part
    if after == "بعد":
        return beyond(atoms, part) if part.kind == "ordinal" else part
    if after == "الا":
        return lessened(atoms, part) if part.kind == "cardinal" else part
    over = _is_over(atoms, i, part)
    return Part(part.value / atoms[part.stop + 1].value, 1, part.stop + 2, "fraction") if over else part


def with_tenths(found: Sequence[Token], atoms: Atoms, part: Part, lexicon: Lexicon) -> Part:
    """A decimal told in tenths or hundredths: «خمسة وسبعة من عشرة» is 5.7.

    >>> from helpers import numerals
    >>> numerals.read("خمسة وسبعة من عشرة")[0].value
    5.7
    """
    j = conj_at(atoms, part.stop)
    pieces = number_at(atoms, j) if j is not None and part.value % 1 == 0 else None
    if pieces is None or pieces.stop + 1 >= len(found) or found[pieces.stop].form != "من":
        return part
    whole = atoms.get(pieces.stop + 1)
    if whole is None or whole.cls not in TENTHS or whole.article or whole.conj or whole.stop in atoms:
        return part
    plain = pieces.kind == "cardinal" and pieces.value < whole.value and not is_noun(found, whole.stop, lexicon)
    return Part(part.value + pieces.value / whole.value, 1, whole.stop) if plain else part


def below_zero(found: Sequence[Token], i: int) -> int | None:
    """The token after the number and «تحت الصفر», where that follows token `i` or its degrees: «5 درجات تحت الصفر».

    The degrees are what is counted, so a number with them keeps its own end.

    >>> from helpers.text import tokens
    >>> below_zero(tokens("5 تحت الصفر"), 1), below_zero(tokens("5 درجات"), 1)
    (3, None)
    """
    k = i
    if k < len(found) and found[k].form in DEGREES:
        k += 1 + (k + 1 < len(found) and found[k + 1].form == CELSIUS)
    if tuple(token.form for token in found[k : k + 2]) != BELOW_ZERO:
        return None
    return k + 2 if k == i else i


def is_noun(found: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a countable noun without the article stands at token `i`.

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> is_noun(tokens("جندي"), 0, load()), is_noun(tokens("الجندي"), 0, load())
    (True, False)
    """
    return i < len(found) and any("ال" not in clitics for *_, clitics in noun_forms(lexicon)[found[i].form])


def _is_over(atoms: Atoms, i: int, part: Part) -> bool:
    """Whether «على» parts a small number by a larger one: «واحد على ثمانية»; marks are given out of ten or more.

    One of them is no mark: «واحد على عشرة».
    """
    over = atoms.get(part.stop + 1)
    if over is None or atoms[i].cls not in ("one", "unit") or atoms[i].stop != part.stop:
        return False
    if over.cls != "unit" and not (over.cls in TENTHS and part.value == 1):
        return False
    plain = not (over.conj or over.article or atoms[i].article or over.stop in atoms)
    return plain and part.value < over.value


def per_mille(found: Sequence[Token], i: int, lexicon: Lexicon) -> int | None:
    """The token after the sign or words of a thousandth that stand at token `i`: «3‰», «ثلاثة في الألف».

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> per_mille(tokens("3‰"), 1, load())
    2
    """
    if i >= len(found) or found[i].form not in MILLE:
        return None
    apart = found[i].form == "في"
    if apart and (i + 1 == len(found) or found[i + 1].form != "الالف"):
        return None
    stop = i + 1 + apart
    return None if is_noun(found, stop, lexicon) else stop


def percent_at(found: Sequence[Token], i: int) -> int | None:
    """The token after the sign or words of per cent that stand at token `i`.

    >>> from helpers.text import tokens
    >>> percent_at(tokens("خمسة في المئة"), 1), percent_at(tokens("خمسة في البيت"), 1)
    (3, None)
    """
    form = found[i].form if i < len(found) else ""
    if form in PERCENT_WORDS:
        return i + 1
    if form == "في" and i + 1 < len(found) and f"في {found[i + 1].form}" in PERCENT_WORDS:
        return i + 2
    return None
