"""The grammar of numbers: which atoms that stand together are one number, and what it comes to.

A number in words is a sum of groups, each below a thousand and each times a scale (ألف، مليون …), with the scales
falling; «و» joins the parts, and the unit comes before the ten. What the grammar does not allow to be one number is
read as two.
"""

from typing import NamedTuple

from helpers.number_words import Atom
from helpers.text import NEW

Atoms = dict[int, Atom]
LARGEST = 10**18
MOST_BEFORE_POINT = 10  # more than ten points are counted as «نقطة» too
# What an atom is when no other stands right after it.
ALONE = (
    dict.fromkeys("digits zero one unit ten ten_alone teen tens hundred hundreds possessed".split(), "cardinal")
    | dict.fromkeys(("ordinal", "possessed_ordinal"), "ordinal")
    | dict.fromkeys(("fraction", "sign", "possessed_fraction"), "fraction")
)


class Part(NamedTuple):
    """A piece of a number read so far: its value, its smallest scale, the token after it, where it began."""

    value: float
    scale: float
    stop: int
    kind: str = "cardinal"


def number_at(atoms: Atoms, i: int) -> Part | None:
    """The longest number that begins at the atom of token `i`.

    >>> from helpers.lexicon import load
    >>> from helpers.looks import sight
    >>> from helpers.number_words import atoms_of
    >>> text = "ثلاثة آلاف ومئتان وخمسة"
    >>> number_at(atoms_of(text, sight(text, load()), load()), 0)[:3]
    (3205, 1, 4)
    """
    atom = atoms[i]
    if atom.stop not in atoms and atom.cls in ALONE:
        return NEW(Part, (atom.value, 1, atom.stop, ALONE[atom.cls]))
    if ordinal := _ordinal(atoms, i):
        return ordinal
    whole = _group(atoms, i)
    part = (_decimal(atoms, whole) or _scaled(atoms, whole)) if whole else _term(atoms, i)
    while part is not None:
        longer = _joined(atoms, part)
        if longer is None:
            return part
        part = longer
    return _fraction_alone(atoms, i)


def _decimal(atoms: Atoms, whole: Part) -> Part | None:
    """A decimal in words: «ثلاثة فاصلة خمسة», «صفر فاصلة صفر خمسة», with any scale after it."""
    spoken = whole.value <= MOST_BEFORE_POINT and _is(atoms, whole.stop, "spoken_point")  # «ثلاثة نقطة خمسة»
    if whole.value % 1 or not (spoken or _is(atoms, whole.stop, "point")):
        return None
    digits, stop = "", whole.stop + 1
    while (atom := atoms.get(stop)) and not atom.conj and not atom.fresh and (part := _group(atoms, stop)):
        digits, stop = digits + f"{part.value:g}", part.stop
    if not digits.isdecimal():
        return None
    return _scaled(atoms, Part(float(f"{int(whole.value)}.{digits}"), 1, stop))


def _joined(atoms: Atoms, part: Part) -> Part | None:
    """The number with one more term after «و»: a smaller one, or a fraction of the last scale."""
    j = conj_at(atoms, part.stop)
    if j is None:
        return _with_hundreds(atoms, part) if part.scale > 1 else None
    if atoms[j].cls in ("fraction", "sign"):
        return _with_fraction(atoms, part, j)
    if atoms[j].article and part.value >= 100 and part.value % 100 == 0 and (nth := _ordinal(atoms, j)):
        return Part(part.value + nth.value, 1, nth.stop, "ordinal")  # «الذكرى المئة والخامسة»
    more = _term(atoms, j)
    if more and more.kind == "fraction" and part.kind == "cardinal":
        return Part(part.value + more.value * part.scale, 1, more.stop)
    if more and part.scale > 1 and (more.value < part.scale or _one_more(atoms[j], part)):
        return Part(part.value + more.value, more.scale, more.stop)
    return None


def _with_hundreds(atoms: Atoms, part: Part) -> Part | None:
    """The number with hundreds that follow a scale without «و»: «ألف مئة وعشرون», «ألفين خمسمية»."""
    atom = atoms.get(part.stop)
    if atom is None or atom.conj or atom.fresh or atom.article or _hundreds(atoms, part.stop) is None:
        return None
    more = _term(atoms, part.stop)
    return Part(part.value + more.value, more.scale, more.stop) if more and more.value < part.scale else None


def beyond(atoms: Atoms, part: Part) -> Part:
    """A rank past a hundred or a thousand told after «بعد»: «الحلقة الثالثة بعد المئة», «الليلة الثانية بعد الألف».

    >>> from helpers.lexicon import load
    >>> from helpers.looks import sight
    >>> from helpers.number_words import atoms_of
    >>> atoms = atoms_of("الثالثة بعد المئة", sight("الثالثة بعد المئة", load()), load())
    >>> beyond(atoms, number_at(atoms, 0)).value
    103
    """
    base = atoms.get(part.stop + 1)
    if base is None or not base.article or base.cls not in ("hundred", "hundreds", "scale") or part.value >= 100:
        return part
    return Part(part.value + base.value, 1, base.stop, "ordinal") if base.stop not in atoms else part


def lessened(atoms: Atoms, part: Part) -> Part:
    """A number with «إلا» and a fraction after it: «خمسة إلا ربعا».

    >>> from helpers.lexicon import load
    >>> from helpers.looks import sight
    >>> from helpers.number_words import atoms_of
    >>> atoms = atoms_of("خمسة إلا ربعا", sight("خمسة إلا ربعا", load()), load())
    >>> lessened(atoms, number_at(atoms, 0)).value
    4.75
    """
    less = atoms.get(part.stop + 1)
    if less is None or less.cls != "fraction" or less.article or less.conj or less.stop in atoms:
        return part
    return Part(part.value - less.value * part.scale, 1, less.stop)


def grown(atoms: Atoms, part: Part) -> Part:
    """The number of a year told from its units up: «سنة ست وخمسين وستمئة», «عام ثمانية وأربعين وتسعمئة وألف».

    >>> from helpers.lexicon import load
    >>> from helpers.looks import sight
    >>> from helpers.number_words import atoms_of
    >>> atoms = atoms_of("ست وخمسين وستمئة", sight("ست وخمسين وستمئة", load()), load())
    >>> grown(atoms, number_at(atoms, 0)).value
    656
    """
    while (j := conj_at(atoms, part.stop)) is not None:
        more = _hundreds(atoms, j) if part.value < 100 else None
        if more is None and atoms[j].cls in ("scale", "dual") and part.value < 1000 <= atoms[j].value < 3000:
            more = Part(atoms[j].value, 1, j + 1)
        if more is None:
            return part
        part = Part(part.value + more.value, 1, more.stop)
    return part


def _one_more(atom: Atom, part: Part) -> bool:
    """«مئة ألف وألف», «مئتا مليون ومليونان»: hundreds of a scale may go on with one or two of the same scale."""
    same = atom.cls in ("scale", "dual") and part.scale in (atom.value, atom.value / 2)
    return same and part.value / part.scale % 100 == 0


def _with_fraction(atoms: Atoms, part: Part, j: int) -> Part:
    value, stop, scale = part.value + atoms[j].value * part.scale, atoms[j].stop, part.scale
    if _is(atoms, stop, "scale") and (part.scale == 1 or atoms[stop].article or atoms[stop].value == part.scale):
        value, stop = value * (atoms[stop].value if scale == 1 else 1), stop + 1
    return Part(value, 1, stop)


def _term(atoms: Atoms, i: int) -> Part | None:
    """A group with its scale: «خمسة وعشرون ألفا», «ألفان», «مليون», «نصف مليون»."""
    atom = atoms[i]
    if atom.cls == "dual":
        return Part(atom.value, atom.value / 2, i + 1)
    if atom.cls == "thousands":
        return Part(atom.value, 1000, i + 1)
    if atom.cls in ("scale", "scale_or_dual"):
        twice = 2 if atom.cls == "scale_or_dual" else 1
        return _scaled(atoms, Part(atom.value * twice, atom.value, i + 1))
    if atom.cls in ("fraction", "sign"):
        scaled = _scaled(atoms, Part(atom.value, 1, atom.stop))
        return scaled if scaled.stop > atom.stop else None
    if atom.cls == "possessed":
        return Part(atom.value, 1, i + 1)
    if atom.cls == "scale_plural" and atom.article and _goes_on(atoms, i + 1, "unit", "ten") and atoms[i + 1].article:
        return Part(atoms[i + 1].value * atom.value, atom.value, i + 2)  # «الملايين الثلاثة»
    group = _group(atoms, i)
    return _scaled(atoms, group) if group else None


def _scaled(atoms: Atoms, part: Part) -> Part:
    """The number times the scales after it, itself where there are none."""
    scaled = part
    while _goes_on(atoms, scaled.stop, "scale", "scale_plural", "scale_or_dual"):
        factor = atoms[scaled.stop].value
        if scaled.value * factor >= LARGEST:
            break
        base = scaled.scale if scaled.scale > 1 else 1
        scaled = Part(scaled.value * factor, base * factor, scaled.stop + 1)
    if _goes_on(atoms, scaled.stop, "plural_fraction") and scaled.value < 10:
        piece = Part(scaled.value * atoms[scaled.stop].value, 1, scaled.stop + 1, "fraction")
        scaled = _scaled(atoms, piece)
        scaled = scaled._replace(kind="cardinal") if scaled.scale > 1 else scaled
    return scaled


def _group(atoms: Atoms, i: int) -> Part | None:
    """A number below a thousand, in words, or one in digits, a fraction sign after it taken in: 3½."""
    atom = atoms[i]
    if atom.cls == "digits" or atom.cls == "zero":
        sign = atoms.get(atom.stop)
        if sign and sign.cls == "sign" and not sign.conj and sign.start - atom.end <= 1:
            return Part(atom.value + sign.value, 1, sign.stop)
        return Part(atom.value, 1, atom.stop)
    hundreds = _hundreds(atoms, i)
    if hundreds is None:
        return _below_hundred(atoms, i)
    j = conj_at(atoms, hundreds.stop)
    if j is not None and atoms[j].cls == "digits" and atoms[j].value < 100:
        return Part(hundreds.value + atoms[j].value, 1, atoms[j].stop)
    below = _below_hundred(atoms, j) if j is not None else None
    return Part(hundreds.value + below.value, 1, below.stop) if below else hundreds


def _hundreds(atoms: Atoms, i: int) -> Part | None:
    atom = atoms[i]
    if atom.cls in ("hundred", "hundreds"):
        return Part(atom.value, 1, i + 1)
    if atom.cls == "unit" and atom.value > 2 and _goes_on(atoms, i + 1, "hundred", "hundred_after_unit"):
        return Part(atom.value * 100, 1, i + 2)
    return None


def _below_hundred(atoms: Atoms, i: int) -> Part | None:
    atom = atoms[i]
    one_of_ten = _is(atoms, i + 1, "ten") and atoms[i + 1].article and not atom.article  # «أحد العشرة»
    if atom.cls in ("unit", "one", "teen_one", "teen_unit") and _goes_on(atoms, i + 1, "ten") and not one_of_ten:
        return Part(atom.value + 10, 1, i + 2)
    if atom.cls in ("unit", "one", "teen_one", "unit_of_tens"):
        j = conj_at(atoms, i + 1)
        if j is not None and atoms[j].cls == "tens":
            return Part(atom.value + atoms[j].value, 1, j + 1)
    if atom.cls in ("unit", "one", "teen", "ten", "ten_alone", "tens"):
        return Part(atom.value, 1, i + 1)
    return None


def _ordinal(atoms: Atoms, i: int) -> Part | None:
    atom = atoms[i]
    if atom.cls not in ("ordinal", "ordinal_one", "possessed_ordinal"):
        return None
    j = conj_at(atoms, i + 1)
    eleventh = atom.value > 1 or atom.cls == "ordinal_one"  # «الحادي عشر»; in «الأول عشرة» there are two numbers
    if eleventh and _goes_on(atoms, i + 1, "ten") and not atoms[i + 1].article:
        return Part(atom.value + 10, 1, i + 2, "ordinal")
    if j is not None and atoms[j].cls == "tens" and atoms[j].article == atom.article:
        return Part(atom.value + atoms[j].value, 1, j + 1, "ordinal")
    return Part(atom.value, 1, i + 1, "ordinal") if atom.cls != "ordinal_one" else None


def _fraction_alone(atoms: Atoms, i: int) -> Part | None:
    alone = atoms[i].cls in ("fraction", "sign", "possessed_fraction")
    return Part(atoms[i].value, 1, atoms[i].stop, "fraction") if alone else None


def conj_at(atoms: Atoms, i: int) -> int | None:
    """The atom joined by «و» at or right after token `i` (a «و» may stand alone).

    >>> from helpers.lexicon import load
    >>> from helpers.looks import sight
    >>> from helpers.number_words import atoms_of
    >>> conj_at(atoms_of("مئة وعشرون", sight("مئة وعشرون", load()), load()), 1)
    1
    """
    if _is(atoms, i, "and"):
        i += 1
    return i if i in atoms and atoms[i].conj else None


def _is(atoms: Atoms, i: int, *classes: str) -> bool:
    return i in atoms and atoms[i].cls in classes


def _goes_on(atoms: Atoms, i: int, *classes: str) -> bool:
    """Whether the atom of one of these classes stands at token `i`, on the same line and without «و»."""
    return _is(atoms, i, *classes) and not atoms[i].conj and not atoms[i].fresh
