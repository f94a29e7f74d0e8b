"""Stretches of time among time words: weeks, months and years, «the past four years», «six months ago», durations."""

from helpers.time_dates import YEARS, Step, calendar_of
from helpers.time_words import Atom, Found, Words

OFFSETS = {"past": -1, "past2": -2, "present": 0, "future": 1, "future2": 2}
YEAR_AFTER = {"في", "وفي", "منذ", "ومنذ", "بين", "حتي", "قبل", "بعد"}
FUNCTION_WORDS = {
    "من",
    "الي",
    "علي",
    "في",
    "عن",
    "مع",
    "عندما",
    "حين",
    "حيث",
    "بعد",
    "قبل",
    "كما",
    "ثم",
    "لكن",
    "كان",
    "كانت",
}


def period(w: Words, i: int) -> Step:
    """A calendar week, month or year counted from the report's: «الشهر الجاري», «بداية العام الماضي», «هذا العام»."""
    part = w.at(i, "part_of")
    k = part.stop if part else i
    these = w.at(k, "these")
    k = these.stop if these else k
    atom = w.at(k, "unit")
    if not atom or not atom.definite or w.form(k).startswith("عام"):
        return None
    unit, number = atom.value.split()
    modifier = w.at(atom.stop, "modifier")
    if atom.value == "day one" and modifier and modifier.value == "past":
        return Found(atom.start, modifier.end, "span", (1,), "day", "past"), modifier.stop
    if number != "one" or unit not in ("week", "month", "year", "decade") or _means_general(w, k, unit):
        return None
    start = (part or these or atom).start
    if modifier and modifier.value != "recent":
        found = Found(start, modifier.end, "period", (OFFSETS[modifier.value],), unit, part=part.value if part else "")
        return found, modifier.stop
    if modifier and modifier.value == "recent" and not part:
        return Found(start, modifier.end, "vague"), modifier.stop
    if these or (part and unit in ("month", "year") and not w.numbers.get(atom.stop)):
        return Found(start, atom.end, "period", (0,), unit, part=part.value if part else ""), atom.stop
    return None


def day_of_month(w: Words, i: int) -> Step:
    """A day of a month counted from the report's: «العاشر من الشهر الجاري», «15 الجاري»."""
    number = w.numbers.get(i)
    k = w.after(number.stop, "من") if number and number.value <= 31 else i
    atom = w.at(k, "unit")
    k = atom.stop if atom and atom.definite and atom.value == "month one" else k
    modifier = w.at(k, "modifier")
    if k == i or not modifier or modifier.value not in OFFSETS or (not atom and modifier.value != "present"):
        return None
    return Found(number.start, modifier.end, "day_of_month", (OFFSETS[modifier.value], number.value)), modifier.stop


def _means_general(w: Words, k: int, unit: str) -> bool:
    return unit == "year" and bool(w.at(k - 1, "general"))


def counted(w: Words, i: int) -> Step:
    """So many units back or ahead: «السنوات الأربع الماضية», «آخر 24 ساعة», «الأيام العشرة التي سبقت الهجوم»."""
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
    definite = atom.definite or w.form(i).startswith("ال")
    modifier = w.at(k, "modifier")
    if not definite or (number == "one" and not before):
        return None
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


def year(w: Words, i: int) -> Step:
    """A year named by its number: «في 2014», «العام 2014», «أواخر عام 2018», «بين 2011 و2018»."""
    part = w.at(i, "part_of")
    k = part.stop if part else i
    word = w.at(k, "year_word")
    number = w.numbers.get(word.stop if word else k)
    if not number or not number.digits or len(w.form(number.stop - 1)) != 4:
        return None
    calendar = calendar_of(number.value)
    era = w.at(number.stop, "era")
    if not calendar or (calendar == "hijri" and not era):
        return None
    if not (word or part) and not _stands_as_year(w, k, number.value):
        return None
    stop = era.stop if era else number.stop
    start = (part or word or number).start
    rule = "year" if calendar == "gregorian" else "hijri"
    return Found(start, w.end(stop), rule, (number.value, None, None, None), part=part.value if part else ""), stop


def _stands_as_year(w: Words, k: int, value: int) -> bool:
    second = w.form(k - 1) == "و" and w.numbers.get(k - 2) and w.numbers[k - 2].value in YEARS["gregorian"]
    if not second and w.form(k - 1) not in YEAR_AFTER:
        return False
    following = w.tokens[k + 1] if k + 1 < len(w.tokens) else None
    if following is None or following.kind != "word":
        return True
    counted_noun = following.form.endswith("ا") and following.form not in FUNCTION_WORDS and value % 100 > 10
    round_number = (
        value % 100 == 0 and not following.form.startswith(("و", "ال")) and following.form not in FUNCTION_WORDS
    )
    return not counted_noun and not round_number


def season(w: Words, i: int) -> Step:
    """A season of a year: «الصيف الماضي», «صيف عام 2014», «خريف العام الماضي»."""
    atom = w.at(i, "season")
    if not atom:
        return None
    modifier = w.at(atom.stop, "modifier") if atom.definite else None
    if modifier and modifier.value != "recent":
        return Found(
            atom.start, modifier.end, "season", (None,), direction=modifier.value, part=atom.value
        ), modifier.stop
    of = w.after(atom.stop, "من")
    if named := year(w, of) or _numbered(w, of):
        found, stop = named
        return Found(atom.start, found.end, "season", found.value[:1], part=atom.value), stop
    if relative := period(w, of):
        found, stop = relative
        return Found(atom.start, found.end, "season", (None,), part=atom.value, years=found.value[0]), stop
    return None


def _numbered(w: Words, k: int) -> Step:
    number = w.numbers.get(k)
    if number and number.digits and number.value in YEARS["gregorian"]:
        return Found(number.start, number.end, "year", (number.value,)), number.stop
    return None


def decade(w: Words, i: int) -> Step:
    """A decade of the twentieth century: «ثمانينيات القرن الماضي»."""
    atom = w.at(i, "decade_name")
    if not atom:
        return None
    k = w.after(atom.stop, "الماضي", "العشرين", "المنصرم")
    return Found(atom.start, w.end(k), "decade", (int(atom.value),)), k


def ago(w: Words, i: int) -> Step:
    """So long before the report: «منذ ستة أشهر», «قبل يومين», «قبل أيام»; before an event, it dates nothing."""
    atom = w.at(i, "ago")
    length = _length(w, atom.stop) if atom else None
    if not length or length[3]:
        return None
    n, unit, stop, _ = length
    if (w.form(stop) == "من" and w.form(i).endswith("قبل")) or w.at(stop, "event"):
        return Found(atom.start, w.end(stop), "duration"), stop
    if not n:
        return Found(atom.start, w.end(stop), "vague"), stop
    return Found(atom.start, w.end(stop), "ago", (n,), unit), stop


def duration(w: Words, i: int) -> Step:
    """A length of time that dates nothing: «أكثر من أسبوع», «استمر أسابيع», «خلال ثلاثة أيام», «مهلة أقصاها شهر»."""
    lasting, bound = w.at(i, "lasting"), w.at(i, "bound")
    opening = lasting or bound
    k = opening.stop if opening else i
    length = _length(w, k)
    if not length or w.at(i - 1, "age") or w.at(i - 2, "age"):
        return None
    n, unit, stop, _ = length
    if not opening and unit == "decade":
        return None
    if not opening and (
        not n or not (w.numbers.get(k) or w.at(k, "counting") or w.at(k, "unit").value.endswith("two"))
    ):
        return None
    start = opening.start if opening else w.numbers[k].start if k in w.numbers else w.tokens[k].start
    return Found(start, w.end(stop), "duration"), stop


def _length(w: Words, k: int) -> tuple[int | None, str, int, bool] | None:
    """How many of which unit, the token after, and whether it is only a bound: «ستة أشهر», «يومين», «أكثر من شهر»."""
    bound = w.at(k, "bound")
    k = bound.stop if bound else k
    counting = w.at(k, "counting")
    number = None if counting else w.numbers.get(k)
    k = counting.stop if counting else number.stop if number else k
    atom = w.at(k, "unit")
    if not atom or atom.definite or (number and number.kind != "cardinal") or w.at(k, "adverb") or w.at(k, "lead"):
        return None
    unit, size = atom.value.split()
    if not number and _names_its_unit(w, atom.stop):
        return None
    n = number.value if number else {"one": 1, "two": 2}.get(size)
    return n, unit, atom.stop, bool(bound)


def _names_its_unit(w: Words, stop: int) -> bool:
    """Whether the unit is the class of a name that follows: «يوم الأحد», «شهر مارس», «عام 2011»."""
    number = w.numbers.get(stop)
    kinds = ("weekday", "deictic", "gregorian", "hijri")
    return bool(number and number.digits) or any(w.at(stop, kind) for kind in kinds)


def vague(w: Words, i: int) -> Step:
    """A time that no day can be put to («الفترة الأخيرة»), or the night around the report («الليلة الماضية»)."""
    if atom := w.at(i, "night_before"):
        return Found(atom.start, atom.end, "night_before", clock="night"), atom.stop
    if atom := w.at(i, "tonight"):
        return Found(atom.start, atom.end, "day_offset", (0,), clock="night"), atom.stop
    atom: Atom | None = w.at(i, "vague")
    return (Found(atom.start, atom.end, "vague"), atom.stop) if atom else None
