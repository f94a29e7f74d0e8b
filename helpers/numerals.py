"""Arabic numerals in running text: digits and words, read to values.

A number in words is a sum of groups, each below a thousand and each times a scale (ألف، مليون …), with the scales
falling; «و» joins the parts, and the unit comes before the ten. What the grammar does not allow to be one number is
read as two.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.digits import MOST_DIGITS
from helpers.lexicon import Lexicon, load
from helpers.number_words import Atom, atoms_of, number_sieve, tidy
from helpers.text import Token, tokens

PERCENT_WORDS = {"مئه", "مائه", "المئه", "المائه"}


class Numeral(NamedTuple):
    """A number: its span without clitics, its value, and whether it is cardinal, ordinal, percent or fraction."""

    start: int
    end: int
    value: float
    kind: str


class Part(NamedTuple):
    """A piece of a number read so far: its value, its smallest scale, the token after it, where it began."""

    value: float
    scale: float
    stop: int
    kind: str = "cardinal"


def read(text: str, lexicon: Lexicon | None = None) -> list[Numeral]:
    """The numerals of a text, in order.

    >>> [(n.value, n.kind) for n in read("قتل ثلاثة آلاف ومئتان، و45% منهم في اليوم الثاني")]
    [(3200, 'cardinal'), (45, 'percent'), (2, 'ordinal')]
    """
    return list(scan(text, lexicon or load()))


@lru_cache(maxsize=4)
def scan(text: str, lexicon: Lexicon) -> tuple[Numeral, ...]:
    """The numerals of a text, kept for the readers that ask for them one after the other.

    >>> len(scan("قتل ثلاثة", load()))
    1
    """
    if not number_sieve(lexicon).may_hold(text):
        return ()
    found = tokens(text)
    atoms = atoms_of(text, found, lexicon)
    numerals, i = [], 0
    while i < len(atoms):
        part = _number(atoms, i) if atoms[i] else None
        if part is None:
            i += 1
            continue
        start, end, value = atoms[i].start, _last(atoms, i, part.stop).end, part.value
        if (sign := _sign(found, i)) is not None:
            start, value = sign, -value
        kind, stop, end = _percent(found, part, end)
        free = i > 0 and not (numerals and numerals[-1].end >= found[i - 1].end)
        if kind == "cardinal" and free and found[i - 1].form == "%" and found[i - 1].end == start:
            kind, start = "percent", found[i - 1].start
        if kind == "cardinal" and i > 0 and found[i - 1].form == "ال" and found[i].kind == "number":
            kind = "ordinal"  # «الغارة الـ15»
        numerals.append(Numeral(start, end, tidy(value), kind))
        i = stop
    return tuple(numerals)


def _number(atoms: list[Atom | None], i: int) -> Part | None:
    """The longest number that begins at atom `i`."""
    if ordinal := _ordinal(atoms, i):
        return ordinal
    part = _decimal(atoms, i) or _term(atoms, i)
    while part is not None:
        longer = _joined(atoms, part)
        if longer is None:
            return part
        part = longer
    return _fraction_alone(atoms, i)


def _decimal(atoms: list[Atom | None], i: int) -> Part | None:
    """A decimal in words: «ثلاثة فاصلة خمسة», «صفر فاصلة صفر خمسة», with any scale after it."""
    whole = _group(atoms, i)
    if not whole or not _is(atoms, whole.stop, "point"):
        return None
    digits, stop = "", whole.stop + 1
    while stop < len(atoms) and atoms[stop] and not atoms[stop].conj and (part := _group(atoms, stop)):
        digits, stop = digits + f"{part.value:g}", part.stop
    if not digits.isdecimal():
        return None
    return _scaled(atoms, Part(float(f"{whole.value:g}.{digits}"), 1, stop))


def _joined(atoms: list[Atom | None], part: Part) -> Part | None:
    """The number with one more term after «و»: a smaller one, or a fraction of the last scale."""
    j = _conj_at(atoms, part.stop)
    if j is None:
        return None
    if atoms[j].cls == "fraction":
        return _with_fraction(atoms, part, j)
    more = _term(atoms, j) if part.scale > 1 else None
    if more and (more.value < part.scale or _one_more(atoms[j], part)):
        return Part(part.value + more.value, more.scale, more.stop)
    return None


def _one_more(atom: Atom, part: Part) -> bool:
    """«مئة ألف وألف», «مئتا مليون ومليونان»: hundreds of a scale may go on with one or two of the same scale."""
    same = atom.cls in ("scale", "dual") and part.scale in (atom.value, atom.value / 2)
    return same and part.value / part.scale % 100 == 0


def _with_fraction(atoms: list[Atom | None], part: Part, j: int) -> Part:
    value, stop, scale = part.value + atoms[j].value * part.scale, j + 1, part.scale
    if _is(atoms, stop, "scale") and (part.scale == 1 or atoms[stop].article or atoms[stop].value == part.scale):
        scale = atoms[stop].value if part.scale == 1 else 1
        value, stop = value * scale, stop + 1
    return Part(value, 1, stop)


def _term(atoms: list[Atom | None], i: int) -> Part | None:
    """A group with its scale: «خمسة وعشرون ألفا», «ألفان», «مليون», «نصف مليون»."""
    atom = atoms[i]
    if atom.cls == "dual":
        return Part(atom.value, atom.value / 2, i + 1)
    if atom.cls in ("scale", "scale_or_dual"):
        twice = 2 if atom.cls == "scale_or_dual" else 1
        return _scaled(atoms, Part(atom.value * twice, atom.value, i + 1))
    if atom.cls == "fraction":
        return _scaled(atoms, Part(atom.value, 1, i + 1), needed=True)
    group = _group(atoms, i)
    return _scaled(atoms, group) if group else None


def _scaled(atoms: list[Atom | None], part: Part, needed: bool = False) -> Part | None:
    scaled = part
    while _is(atoms, scaled.stop, "scale", "scale_plural", "scale_or_dual") and not atoms[scaled.stop].conj:
        factor = atoms[scaled.stop].value
        if scaled.value * factor >= 10**MOST_DIGITS:
            break
        base = scaled.scale if scaled.scale > 1 else 1
        scaled = Part(scaled.value * factor, base * factor, scaled.stop + 1)
    if _is(atoms, scaled.stop, "fraction_plural") and not atoms[scaled.stop].conj and scaled.value < 10:
        scaled = _scaled(atoms, Part(scaled.value * atoms[scaled.stop].value, 1, scaled.stop + 1, "fraction"))
    return None if needed and scaled is part else scaled


def _group(atoms: list[Atom | None], i: int) -> Part | None:
    """A number below a thousand, in words, or one in digits."""
    atom = atoms[i]
    if atom.cls == "digits" or atom.cls == "zero":
        return Part(atom.value, 1, i + 1)
    hundreds = _hundreds(atoms, i)
    if hundreds is None:
        return _below_hundred(atoms, i)
    j = _conj_at(atoms, hundreds.stop)
    below = _below_hundred(atoms, j) if j is not None else None
    return Part(hundreds.value + below.value, 1, below.stop) if below else hundreds


def _hundreds(atoms: list[Atom | None], i: int) -> Part | None:
    atom = atoms[i]
    if atom.cls in ("hundred", "hundreds"):
        return Part(atom.value, 1, i + 1)
    if atom.cls == "unit" and atom.value > 2 and _is(atoms, i + 1, "hundred") and not atoms[i + 1].conj:
        return Part(atom.value * 100, 1, i + 2)
    return None


def _below_hundred(atoms: list[Atom | None], i: int) -> Part | None:
    atom = atoms[i]
    if atom.cls in ("unit", "one", "teen_one", "teen_unit") and _is(atoms, i + 1, "ten") and not atoms[i + 1].conj:
        return Part(atom.value + 10, 1, i + 2)
    if atom.cls in ("unit", "one", "teen_one"):
        j = _conj_at(atoms, i + 1)
        if j is not None and atoms[j].cls == "tens":
            return Part(atom.value + atoms[j].value, 1, j + 1)
    if atom.cls in ("unit", "one", "ten", "tens"):
        return Part(atom.value, 1, i + 1)
    return None


def _ordinal(atoms: list[Atom | None], i: int) -> Part | None:
    atom = atoms[i]
    if atom.cls not in ("ordinal", "ordinal_one"):
        return None
    j = _conj_at(atoms, i + 1)
    if _is(atoms, i + 1, "ten") and not atoms[i + 1].conj and not atoms[i + 1].article:
        return Part(atom.value + 10, 1, i + 2, "ordinal")
    if j is not None and atoms[j].cls == "tens" and atoms[j].article == atom.article:
        return Part(atom.value + atoms[j].value, 1, j + 1, "ordinal")
    return Part(atom.value, 1, i + 1, "ordinal") if atom.cls == "ordinal" else None


def _fraction_alone(atoms: list[Atom | None], i: int) -> Part | None:
    return Part(atoms[i].value, 1, i + 1, "fraction") if atoms[i].cls == "fraction" else None


def _conj_at(atoms: list[Atom | None], i: int) -> int | None:
    """The atom joined by «و» at or right after position `i` (a «و» may stand alone)."""
    if _is(atoms, i, "and"):
        i += 1
    return i if i < len(atoms) and atoms[i] is not None and atoms[i].conj else None


def _is(atoms: list[Atom | None], i: int, *classes: str) -> bool:
    return i < len(atoms) and atoms[i] is not None and atoms[i].cls in classes


def _last(atoms: list[Atom | None], i: int, stop: int) -> Atom:
    return next(atom for atom in reversed(atoms[i:stop]) if atom and atom.cls != "and")


def _sign(found: Sequence[Token], i: int) -> int | None:
    """Where a minus sign or word before token `i` begins."""
    if i > 0 and found[i - 1].form in ("سالب", "ناقص"):
        return found[i - 1].start
    glued = i > 0 and found[i - 1].form in ("-", "−") and found[i - 1].end == found[i].start
    before = found[i - 2] if glued and i > 1 else None
    if glued and found[i].kind == "number" and (before is None or before.end < found[i - 1].start):
        return found[i - 1].start if before is None or before.kind != "number" else None
    return None


def _percent(found: Sequence[Token], part: Part, end: int) -> tuple[str, int, int]:
    """The kind, the token after, and the end of a number once a sign or words of per cent are taken in."""
    i = part.stop
    forms = [token.form for token in found[i : i + 2]]
    if forms[:1] == ["%"]:
        return "percent", i + 1, found[i].end
    if forms[:1] and forms[0].startswith("بال") and forms[0][1:] in PERCENT_WORDS:
        return "percent", i + 1, found[i].end
    if len(forms) == 2 and forms[0] == "في" and forms[1] in PERCENT_WORDS and forms[1].startswith("ال"):
        return "percent", i + 2, found[i + 1].end
    return part.kind, i, end
