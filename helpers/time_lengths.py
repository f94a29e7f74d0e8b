"""Lengths of time among time words: «منذ ستة أشهر», «قبل عامين ونصف», «بعد يومين», «استمر أسابيع»."""

from typing import NamedTuple

from helpers.time_dates import Step
from helpers.time_words import Atom, Found, Words

HALF = {
    "minute": (30, "second"), "hour": (30, "minute"), "day": (12, "hour"), "week": (3, "day"), "month": (15, "day"),
    "year": (6, "month"), "decade": (5, "year"), "century": (50, "year"),
}  # fmt: skip
PARTS = {
    "نصف": HALF,
    "ربع": {"hour": (15, "minute"), "year": (3, "month"), "century": (25, "year")},
    "ثلث": {"hour": (20, "minute"), "year": (4, "month")},
    "ثلثي": {"hour": (40, "minute"), "year": (8, "month")},
}
ONES = {"one": ("واحد", "واحده"), "two": ("اثنين", "اثنتين", "اثنان", "اثنتان")}


class Length(NamedTuple):
    """How many of which unit (None: a few), what of a smaller one (whether its half), the token after, its bound."""

    n: int | None
    unit: str
    more: tuple[int, str] | None
    half: bool
    stop: int
    bound: str


def ago(w: Words, i: int) -> Step:
    """So long before the report: «منذ ستة أشهر», «قبل يومين», «قبل أيام»; before an event, it dates nothing."""
    if told := w.at(i, "shift"):
        return _shifted(w, told)
    atom = w.at(i, "ago")
    length = _length(w, atom.stop) if atom else None
    if not length:
        return None
    found = Found(atom.start, w.end(length.stop), "ago")
    before_event = w.form(length.stop) == "من" and w.form(i).endswith("قبل")
    if before_event or w.at(length.stop, "event") or length.bound == "limit":
        return found._replace(rule="duration"), length.stop
    return (_counted(found, length) if length.n else found._replace(rule="vague")), length.stop


def _shifted(w: Words, told: Atom) -> Step:
    """So long before or after a time named already: «بعد ذلك بيومين», «قبلها بأسبوع»."""
    length = _length(w, told.stop, "ب")
    if not length or not length.n:
        return None
    found = _counted(Found(told.start, w.end(length.stop), "ago"), length)
    sign = int(told.value)
    return found._replace(value=tuple(sign * n for n in found.value), direction="told"), length.stop


def duration(w: Words, i: int) -> Step:
    """A length of time that dates nothing: «أكثر من أسبوع», «استمر أسابيع», «خلال ثلاثة أيام», «مهلة أقصاها شهر».

    After a word that speaks of the future, «بعد يومين» is counted from the report.
    """
    opening = w.at(i, "lasting") or w.at(i, "bound")
    k = opening.stop if opening else i
    length = _length(w, k)
    if (
        not length
        or w.at(length.stop, "initial")
        or w.at(i - 1, "age")
        or w.at(i - 2, "age")
        or (w.at(i - 3, "age") and w.form(i - 1) == "ال")
        or w.at(length.stop, "modifier")
    ):
        return None
    n, stop = length.n, length.stop
    if not opening and length.unit == "decade":
        return None
    if not opening and not (n and (k in w.numbers or w.at(k, "counting") or n == 2 or w.form(k) in PARTS)):
        return None
    start = opening.start if opening else w.numbers[k].start if k in w.numbers else w.tokens[k].start
    found = Found(start, w.end(stop), "duration")
    if n and opening and opening.value == "after" and w.is_ahead(i) and w.form(stop) not in ("من", "علي"):
        return _counted(found, length)._replace(direction="future"), stop
    return found, stop


def _counted(found: Found, length: Length) -> Found:
    (n, unit) = length.more or (0, "")
    found = found._replace(rule="ago", value=(length.n, n), unit=f"{length.unit} {unit}".strip())
    return found._replace(part="half" if length.half else "")


def _length(w: Words, k: int, led: str = "") -> Length | None:
    """The length of time at a token: «ستة أشهر», «يومين», «أكثر من شهر», «عام ونصف العام», «سنة وثلاثة أشهر».

    `led` is a preposition that must be written onto it or stand before it.
    """
    if led and not w.form(k).startswith(led):
        return None
    k = w.after(k, led)
    if k not in w.kinds and k not in w.numbers and w.form(k) not in PARTS:
        return None
    bound = w.at(k, "bound")
    k = bound.stop if bound else k
    if part := _part(w, k, bound):
        return part
    counting = w.at(k, "counting")
    number = None if counting else w.numbers.get(k)
    k = counting.stop if counting else number.stop if number else k
    atom = w.at(k, "unit")
    if not atom or (number and number.kind != "cardinal") or w.at(k, "adverb") or w.at(k, "lead"):
        return None
    unit, size = atom.value.split()
    clitic = number and atom.start > w.tokens[k].start  # «القرار 10 لسنة 2018»
    if clitic or w.form(atom.stop).startswith("ضوئي") or (atom.definite and (not bound or number or size == "many")):
        return None
    if not number and _names_its_unit(w, atom.stop):
        return None
    n = number.value if number else {"one": 1, "two": 2}.get(size)
    stop = w.after(atom.stop, *ONES.get(size, ())) if not number else atom.stop
    half = w.form(stop) == "ونصف"
    more, stop = _more(w, stop, unit)
    if n is None and (few := w.at(stop, "few")):
        stop = few.stop
    return Length(n, unit, more, half, stop, bound.value or "limit" if bound else "")


def _part(w: Words, k: int, bound: Atom | None) -> Length | None:
    """A part of one unit as so many of a smaller one: «نصف ساعة», «ربع قرن»."""
    parts, atom = PARTS.get(w.form(k)), w.at(k + 1, "unit")
    unit, size = atom.value.split() if atom else ("", "")
    if not parts or size != "one" or unit not in parts or atom.definite:
        return None
    return Length(*parts[unit], None, False, atom.stop, bound.value or "limit" if bound else "")


def _more(w: Words, k: int, unit: str) -> tuple[tuple[int, str] | None, int]:
    """What «و» adds in a smaller unit, and the token after: «ونصف», «ونصف العام», «و3 أشهر»."""
    if w.form(k) == "ونصف" and unit in HALF:
        again = w.at(k + 1, "unit")
        return HALF[unit], again.stop if again and again.definite else k + 1
    after = w.after(k, "و")
    number = w.numbers.get(after)
    atom = w.at(number.stop if number else after, "unit")
    joined = after > k or w.form(k).startswith("و")
    if not joined or not atom or atom.definite or list(HALF).index(atom.value.split()[0]) >= list(HALF).index(unit):
        return None, k
    unit, size = atom.value.split()
    n = number.value if number else {"one": 1, "two": 2}.get(size)
    return ((n, unit), atom.stop) if n else (None, k)


def _names_its_unit(w: Words, stop: int) -> bool:
    """Whether the unit is the class of a name that follows: «يوم الأحد», «شهر مارس», «عام 2011»."""
    number = w.numbers.get(stop)
    kinds = ("weekday", "deictic", "gregorian", "hijri")
    return bool(number and number.digits) or any(w.at(stop, kind) for kind in kinds)
