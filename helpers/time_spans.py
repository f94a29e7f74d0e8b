"""Stretches of time among time words: weeks, months and years, «the past four years»."""

from helpers.time_dates import Step
from helpers.time_digits import YEARS
from helpers.time_words import Atom, Found, Words

OFFSETS = {"past": -1, "past2": -2, "present": 0, "future": 1, "future2": 2}
OTHER_YEARS = {  # that begin on days of their own
    f"ال{form}{ending}" for form in ("مالي", "دراسي", "جامعي", "تشريعي", "قضائي", "زراعي") for ending in ("", "ه")
}
MOST_DAYS = 31
OF_A_MONTH = {"في", "وفي", "يوم", "ويوم", "حتي", "منذ", "فجر", "صباح", "مساء", "ليل", "الي"}
NOT_NOW = {"الي", "بعد", "قبل"}  # «إلى الآن», «لن يعود بعد الآن»
PERIODS = {"week", "month", "year", "decade"}


def period(w: Words, i: int) -> Step:
    """A calendar week, month or year counted from the report's: «الشهر الجاري», «بداية العام الماضي», «هذا العام».

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> period(words("الشهر الماضي", tokens("الشهر الماضي")), 0)[0].value
    (-1,)
    """
    part = w.at(i, "part_of") or _first_of(w, i)
    k = part.stop if part else i
    these, those = w.at(k, "these"), w.at(k, "those")
    k = these.stop if these else those.stop if those else k
    atom = w.at(k, "unit")
    if not atom or not atom.definite or w.form(k).startswith("عام"):
        return None
    unit, number = atom.value.split()
    modifier = w.at(atom.stop, "modifier")
    if unit == "year" and w.form(atom.stop) in OTHER_YEARS and (said := w.at(atom.stop + 1, "modifier")):
        return Found((part or these or atom).start, said.end, "vague"), said.stop
    if atom.value == "day one" and modifier and modifier.value == "past":
        return Found(atom.start, modifier.end, "span", (1,), "day", "past"), modifier.stop
    if number != "one" or unit not in PERIODS or _means_general(w, k, unit):
        return None
    found = Found(
        (_holiday(w, i) or part or these or those or atom).start,
        atom.end,
        "period",
        (0,),
        unit,
        part=part.value if part else "",
    )
    if modifier and modifier.value != "recent":
        named = w.numbers.get(modifier.stop) if unit == "year" else None
        if named and named.digits and named.value in YEARS["gregorian"]:  # «العام الماضي 2020»
            return found._replace(end=named.end, rule="year", value=(named.value, 0, 0, 0)), named.stop
        return found._replace(end=modifier.end, value=(OFFSETS[modifier.value],)), modifier.stop
    if modifier and not part:
        return Found(found.start, modifier.end, "vague"), modifier.stop
    if told := w.at(atom.stop, "told"):
        return found._replace(end=w.end(told.stop), value=(int(told.value or 0),), direction="told"), told.stop
    if those:
        return found._replace(end=w.end(atom.stop), direction="told"), atom.stop
    if these or (part and _stands_alone(w, atom.stop)):
        weekend = not these and part and (unit, part.value) == ("week", "end")  # of the last week or of this
        return found._replace(rule="vague") if weekend else found, atom.stop
    return None


def _holiday(w: Words, i: int) -> Atom | None:
    """The «عطلة» or «إجازة» that stands before «نهاية الأسبوع» and is one with it."""
    part = w.at(i, "part_of")
    return w.at(i - 1, "days_off") if part and part.value == "end" else None


def _first_of(w: Words, i: int) -> Atom | None:
    """«أول الشهر», «أول السنة», which begin it as «مطلع» does; «أول شهر» counts months."""
    nth = w.at(i, "nth")
    unit = w.at(nth.stop, "unit") if nth and nth.value == "1" else None
    return nth._replace(value="start") if nth and unit and unit.definite else None


def quarter(w: Words, i: int) -> Step:
    """A quarter that no year follows, where business is told of: «خلال الربع الأول», «أرباح الربع الثاني».

    >>> from datetime import date
    >>> from helpers import times
    >>> [t.date_high.isoformat() for t in times.read("زادت الأرباح خلال الربع الأول", date(2020, 5, 1))]
    ['2020-03-31']
    """
    atom = w.at(i, "quarter")
    if (
        not atom
        or w.form(atom.stop) == "من"
        or not (w.at(i - 1, "of_quarter") or (w.form(i - 1) == "في" and w.at(i - 2, "of_quarter")))
    ):
        return None
    modifier = w.at(atom.stop, "modifier")
    direction = modifier.value if modifier and modifier.value != "recent" else "ahead" if w.is_ahead(i) else ""
    stop = modifier.stop if modifier else atom.stop
    return Found(atom.start, w.end(stop), "quarter", (int(atom.value),), direction=direction), stop


def day_of_month(w: Words, i: int) -> Step:
    """A day of a month counted from the report's: «العاشر من الشهر الجاري», «15 الجاري».

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> day_of_month(words("15 الجاري", tokens("15 الجاري")), 0)[0].value
    (0, 15)
    """
    number = w.numbers.get(i)
    if not number or number.value > MOST_DAYS:
        return None
    over = w.after(number.stop, "الي", "حتي", "وحتي", "-")
    last = w.numbers.get(over) if over > number.stop else None
    if last and number.value < last.value <= MOST_DAYS and (ends := day_of_month(w, over)):  # «من 11 حتى 13 الجاري»
        first = ends[0]._replace(start=number.start, value=(ends[0].value[0], number.value))
        return Found(number.start, ends[0].end, "range", of=(first, ends[0])), ends[1]
    if w.form(number.stop) == "منه" and w.form(i - 1) in OF_A_MONTH:  # «في 29 منه»
        return Found(number.start, w.end(number.stop + 1), "day_of_month", (0, number.value), direction="told"), (
            number.stop + 1
        )
    k = w.after(number.stop, "من")
    led = w.tokens[i - 1] if w.form(i - 1) == "ال" else w.at(i - 1, "day_word")
    start = (led or number).start
    these, those = w.at(k, "these"), w.at(k, "those")
    atom = w.at(these.stop if these else those.stop if those else k, "unit")
    if atom and atom.definite and atom.value == "month one":
        if these:
            return Found(start, atom.end, "day_of_month", (0, number.value)), atom.stop
        if those:
            return Found(start, atom.end, "day_of_month", (0, number.value), direction="told"), atom.stop
        if told := w.at(atom.stop, "told"):
            return Found(start, told.end, "day_of_month", (int(told.value), number.value), direction="told"), told.stop
        k = atom.stop
    modifier = w.at(k, "modifier")
    this_month = atom and k == atom.stop and w.form(number.stop) == "من" and _stands_alone(w, k)
    if this_month and not modifier and (led or number.kind == "ordinal"):
        return Found(start, w.end(k), "day_of_month", (0, number.value)), k  # «الـ20 من الشهر»
    if not modifier or modifier.value not in OFFSETS or (not atom and modifier.value != "present"):
        return None
    return Found(start, modifier.end, "day_of_month", (OFFSETS[modifier.value], number.value)), modifier.stop


def _stands_alone(w: Words, k: int) -> bool:
    """Whether neither a number nor an adjective says which year is meant: «بداية العام الدراسي» is no January.

    What a number in words counts is no year: «في النصف الأول من السنة ألفي قتيل».
    """
    form, number = w.form(k), w.numbers.get(k)
    if number:
        return not number.digits and number.kind == "cardinal" and bool(w.nouns(number.stop))
    return not (form.startswith("ال") and form.endswith(("ي", "يه", "جديد", "جديده")))


def _means_general(w: Words, k: int, unit: str) -> bool:
    return unit == "year" and bool(w.at(k - 1, "general"))


def counted(w: Words, i: int) -> Step:
    """So many units back or ahead: «السنوات الأربع الماضية», «آخر 24 ساعة», «الأيام العشرة التي سبقت الهجوم».

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> counted(words("آخر 24 ساعة", tokens("آخر 24 ساعة")), 0)[0].value
    (24,)
    """
    last = w.at(i, "last")
    k = w.after(last.stop if last else i, "ال")
    before = w.numbers.get(k)
    atom = w.at(before.stop if before else k, "unit")
    if not atom or (before and atom.definite):
        return None
    unit, number = atom.value.split()
    k, after = atom.stop, w.numbers.get(w.after(atom.stop, "ال"))
    if after and not before:
        k = after.stop
    few = w.at(k, "few")
    k = few.stop if few else k
    count = before or after
    n = 2 if number == "two" else count.value if count and count.kind == "cardinal" else None
    start = last.start if last else w.tokens[i].start if before else atom.start
    if last:
        return (Found(start, w.end(k), "span", (n,), unit, "past"), k) if n else None
    modifier = w.at(k, "modifier")
    definite = atom.definite or w.form(i).startswith("ال") or (before and modifier)
    if not definite or (number == "one" and not before):
        return None
    if not last and (told := w.at(k, "told")) and told.value == "1" and (n or number == "many"):
        found = Found(start, told.end, "following", (n,) if n else (), unit, "told")
        return (found if n and not few else found._replace(rule="vague", direction="")), told.stop
    if modifier:
        direction = {"past2": "past", "recent": "past", "future2": "future"}.get(modifier.value, modifier.value)
        if not n or few:
            return Found(start, modifier.end, "vague"), modifier.stop
        return Found(start, modifier.end, "span", (n,), unit, direction), modifier.stop
    event = w.at(w.after(k, "التي", "الذي", "اللذين"), "event")
    if event and n:
        stop = min(event.stop + 2, len(w.tokens))
        return Found(start, w.end(stop), "before_event", (n,), unit, "past"), stop
    return None


def _is_now(w: Words, i: int, stop: int) -> bool:
    """Whether «الآن» closes its clause, as a time does; «يؤوي الآن ألفا» and «حتى الآن» say no day."""
    closes = stop >= len(w.tokens) or w.tokens[stop].kind == "mark"
    return closes and not w.at(i - 1, "until") and w.form(i - 1).removeprefix("و") not in NOT_NOW


def vague(w: Words, i: int) -> Step:
    """A time that no day can be put to («الفترة الأخيرة»), or the night around the report («الليلة الماضية»).

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> vague(words("الليلة الماضية", tokens("الليلة الماضية")), 0)[0].rule
    'night_before'
    """
    if atom := w.at(i, "night_before"):
        return Found(atom.start, atom.end, "night_before", (int(atom.value),), clock="night"), atom.stop
    if atom := w.at(i, "tonight"):
        return Found(atom.start, atom.end, "day_offset", (0,), clock="night"), atom.stop
    if (atom := w.at(i, "now")) and _is_now(w, i, atom.stop):
        return Found(atom.start, atom.end, "day_offset", (0,)), atom.stop
    atom = w.at(i, "vague")
    return (Found(atom.start, atom.end, "vague"), atom.stop) if atom else None
