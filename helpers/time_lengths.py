"""Lengths of time among time words: «منذ ستة أشهر», «قبل عامين ونصف», «بعد يومين», «استمر أسابيع»."""

from typing import NamedTuple

from helpers.time_dates import Step
from helpers.time_words import Atom, Found, Number, Words

HALF = {
    "minute": (30, "second"), "hour": (30, "minute"), "day": (12, "hour"), "week": (3, "day"), "month": (15, "day"),
    "year": (6, "month"), "decade": (5, "year"), "century": (50, "year"),
}  # fmt: skip
PARTS = {
    "نصف": HALF,
    "ربع": {"hour": (15, "minute"), "year": (3, "month"), "century": (25, "year")},
    "ثلث": {"hour": (20, "minute"), "year": (4, "month")},
    "ثلثي": {"hour": (40, "minute"), "year": (8, "month")},
    "ارباع": {"hour": (45, "minute"), "year": (9, "month"), "century": (75, "year")},
}
AGE_WITHIN = 4  # of a range of years: «أعمار اللاعبين بين 15 و24 سنة»
NUMBER_TOKENS, HOURS = 6, {"hour", "minute", "second"}
WHOLE, HOW_LONG = {"كاملا", "كامله", "كامل", "باكمله", "باكملها"}, {"اسبوعا", "شهرا", "قرنا"}
OR = ("او", "الي", "-")
ONES = {"one": ("واحد", "واحده", "واحدا"), "two": ("اثنين", "اثنتين", "اثنان", "اثنتان")}


class Length(NamedTuple):
    """How many of which unit (None: a few), what of a smaller one (whether its half), the token after, its bound.

    `upto` is the other end of «4 إلى 6 ساعات», «يومين أو ثلاثة».
    """

    n: int | None
    unit: str
    more: tuple[int, str] | None
    half: bool
    stop: int
    bound: str
    upto: int | None = None


def ago(w: Words, i: int) -> Step:
    """So long before the report: «منذ ستة أشهر», «قبل يومين», «قبل أيام»; before an event, it dates nothing.

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> ago(words("قبل يومين", tokens("قبل يومين")), 0)[0].rule
    'ago'
    """
    if told := w.at(i, "shift"):
        return _shifted(w, told)
    atom = w.at(i, "ago")
    length = _length(w, atom.stop) if atom else None
    if not atom or not length:
        return None
    found = Found(atom.start, w.end(length.stop), "ago")
    before_event = w.form(length.stop) == "من" and w.form(i).endswith("قبل")
    if before_event or w.at(length.stop, "event") or length.bound == "limit":
        return found._replace(rule="duration"), length.stop
    if length.n is not None and length.upto:
        ends = (_counted(found, length, length.upto), _counted(found, length, length.n))
        return found._replace(rule="range", of=ends), length.stop
    return (_counted(found, length, length.n) if length.n else found._replace(rule="vague")), length.stop


def _shifted(w: Words, told: Atom) -> Step:
    """So long before or after a time named already: «بعد ذلك بيومين», «قبلها بأسبوع»."""
    length = _length(w, told.stop, "ب")
    if not length or not length.n or length.upto:
        return None
    found = _counted(Found(told.start, w.end(length.stop), "ago"), length, length.n)
    sign = int(told.value)
    return found._replace(value=tuple(sign * n for n in found.value), direction="told"), length.stop


def duration(w: Words, i: int) -> Step:
    """A length of time that dates nothing: «أكثر من أسبوع», «استمر أسابيع», «خلال ثلاثة أيام», «مهلة أقصاها شهر».

    After a word that speaks of the future, «بعد يومين» is counted from the report.

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> duration(words("خلال ثلاثة أيام", tokens("خلال ثلاثة أيام")), 0)[0].rule
    'duration'
    """
    opening = w.at(i, "lasting") or w.at(i, "bound")
    k = opening.stop if opening else i
    length = _length(w, k)
    if (
        not length
        or w.at(length.stop, "initial")
        or (w.at(i - 1, "age") and not _is_spent(w, i))
        or w.at(i - 2, "age")
        or (w.at(i - 3, "age") and w.form(i - 1) == "ال")
        or w.at(length.stop, "modifier")
        or (length.upto and any(w.at(j, "age") for j in range(i - AGE_WITHIN, i)))
        or (not opening and w.form(i - 1) in (*OR, "و") and i - 2 in w.numbers)
    ):
        return None
    n, stop = length.n, length.stop
    if not opening and length.unit == "decade":
        return None
    told = bool(k in w.numbers or w.at(k, "counting") or n == 2 or _part(w, k, None) or length.upto)
    told = told or (n == 1 and bool(length.more or _is_whole(w, i, stop)))
    if not opening and not (n and told):
        return None
    led = opening if opening and opening.value != "outside" else None  # «لمدة أربع ساعات»
    start = (led or w.at(k, "bound") or w.numbers.get(k) or w.at(k, "unit") or w.tokens[k]).start
    if length.upto and w.form(i - 1) in ("بين", "من"):
        start = w.tokens[i - 1].start
    found = Found(start, w.end(stop), "duration")
    if n and opening and opening.value == "within" and not length.upto and w.is_ahead(i, planned=False):
        soon = _counted(found, length, n)._replace(direction="future")
        return (soon if length.unit in HOURS else soon._replace(rule="span")), stop
    if n and opening and opening.value == "after" and (end := _hence(w, i, stop)):
        stop = end
        near = _counted(found._replace(end=w.end(stop)), length, n)._replace(direction="future")
        if not length.upto:
            return near, stop
        far = _counted(found, length, length.upto)._replace(direction="future")
        return found._replace(rule="range", of=(near, far)), stop
    return found, stop


def _hence(w: Words, i: int, stop: int) -> int | None:
    """The token after «بعد يومين» where that is counted from the report: ahead, «من الآن», or all that is said."""
    following = w.form(stop)
    if following == "من" and (w.at(stop + 1, "now") or w.form(stop + 1) == "اليوم"):
        return stop + 2
    alone = i == 0 and stop == len(w.tokens)
    return stop if alone or (following not in ("من", "علي") and w.is_ahead(i)) else None


def _is_whole(w: Words, i: int, stop: int) -> bool:
    """Whether one unit is told for how long something went on: «أسبوعا», «يوما كاملا»; «20 عاما» is no year."""
    if any(j in w.numbers and w.numbers[j].stop == i for j in range(max(0, i - NUMBER_TOKENS), i)):
        return False
    one = w.form(stop - 1) in ONES["one"] and stop > i + 1  # «أمهلهم يوما واحدا»
    return one or w.form(stop) in WHOLE or (w.form(i) in HOW_LONG and not w.at(i - 1, "counting"))


def _is_spent(w: Words, i: int) -> bool:
    """Whether prison is where a time was spent, and no sentence: «قضى في السجن عامين», «سجن شهرين»."""
    return w.form(i - 1) == "السجن" and w.form(i - 2) == "في"


def _counted(found: Found, length: Length, n: int) -> Found:
    """So many of the length's unit, and what it has of a smaller one."""
    more, smaller = length.more or (0, "")
    units, part = f"{length.unit} {smaller}".strip(), "half" if length.half else ""
    return found._replace(rule="ago", value=(n, more), unit=units, part=part)


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
    first = number = None if counting else w.numbers.get(k)
    number = _other_end(w, k, first) or first if first else None
    k = counting.stop if counting else number.stop if number else k
    atom = w.at(k, "unit")
    if not atom or (number and number.kind != "cardinal") or w.at(k, "adverb") or w.at(k, "lead"):
        return None
    unit, size = atom.value.split()
    clitic = number and atom.start > w.tokens[k].start  # «القرار 10 لسنة 2018»
    if clitic or w.form(atom.stop).startswith("ضوئي") or (atom.definite and (not bound or number or size == "many")):
        return None
    if _names_its_unit(w, atom.stop) if not number else _names_its_day(w, atom):
        return None
    n = first.value if first else {"one": 1, "two": 2}.get(size)
    stop = w.after(atom.stop, *ONES.get(size, ())) if not number else atom.stop
    upto, stop = (number.value if number is not first else None, stop) if number else _or_more(w, stop, unit, n)
    half = w.form(stop) == "ونصف"
    more, stop = _more(w, stop, unit)
    if n is None and (few := w.at(stop, "few")):
        stop = few.stop
    return Length(n, unit, more, half, stop, bound.value or "limit" if bound else "", upto)


def _other_end(w: Words, k: int, first: Number) -> Number | None:
    """The number that a count of units goes up to: «4 إلى 6 ساعات», «بين 15 و24 سنة»."""
    between = w.form(k - 1) in ("بين", "وبين")
    over = w.after(first.stop, *OR, *(("و",) if between else ()))
    number = w.numbers.get(over)
    if not number or not (over > first.stop or (between and w.form(over).startswith("و"))):
        return None
    plain = first.kind == number.kind == "cardinal" and first.value < number.value
    return number if plain and w.at(number.stop, "unit") else None


def _or_more(w: Words, k: int, unit: str, n: int | None) -> tuple[int | None, int]:
    """What one or two units may come to and the token after: «ساعة أو ساعتين», «شهرين إلى ثلاثة أشهر»."""
    over = w.after(k, *OR)
    number = w.numbers.get(over)
    if over == k or not n:
        return None, k
    atom = w.at(number.stop if number else over, "unit")
    same = atom if atom and atom.value.split()[0] == unit and not atom.definite else None
    if number and n < number.value <= 10 and (same or not (atom or w.nouns(number.stop))):
        return number.value, atom.stop if atom else number.stop
    return (2, same.stop) if same and not number and n == 1 and same.value.endswith(" two") else (None, k)


def _part(w: Words, k: int, bound: Atom | None) -> Length | None:
    """A part of one unit as so many of a smaller one: «نصف ساعة», «ربع قرن», «ثلاثة أرباع الساعة»."""
    several = w.form(k) == "ثلاثه" and w.form(k + 1) == "ارباع"
    parts = PARTS.get("ارباع" if several else w.form(k))
    atom = w.at(k + 1 + several, "unit") if parts else None
    if not parts or not atom or (atom.definite and not several):
        return None
    unit, size = atom.value.split()
    if size != "one" or unit not in parts:
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


def _names_its_day(w: Words, atom: Atom) -> bool:
    """Whether «يوم» after a number begins a day of its own: «قتل خمسة يوم الأحد»."""
    return atom.value == "day one" and any(w.at(atom.stop, kind) for kind in ("weekday", "deictic"))


def _names_its_unit(w: Words, stop: int) -> bool:
    """Whether the unit is the class of a name that follows: «يوم الأحد», «شهر مارس», «عام 2011»."""
    number = w.numbers.get(stop)
    kinds = ("weekday", "deictic", "gregorian", "hijri")
    return bool(number and number.digits) or any(w.at(stop, kind) for kind in kinds)
