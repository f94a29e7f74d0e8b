"""Days and dates among time words: weekdays, yesterday, parts of the day, dates and months."""

from helpers.time_clock import clock_time
from helpers.time_words import Atom, Found, Words

Step = tuple[Found, int] | None
YEARS = {"gregorian": range(1900, 2101), "hijri": range(1300, 1501)}
BARE_MONTH_AFTER = {"في", "منذ", "خلال", "حتي", "بحلول", "حلول", "وفي", "ومنذ", "قبل", "بعد"}


def day(w: Words, i: int) -> Step:
    """A day, with what part of it, at token `i`: «مساء اليوم (السبت)», «في وقت متأخر يوم الأحد», «فجر 11 آذار»."""
    start, clock, k = _lead(w, i)
    core = _deictic(w, k) or _weekday(w, k) or (_full_date(w, k) if k > i else None)
    if not core:
        return None
    found, k = core
    tail, k = _tail(w, k)
    both = "; ".join(dict.fromkeys(filter(None, (clock, tail))))
    return found._replace(start=min(start, found.start), end=w.end(k), clock=both or None), k


def same_day(w: Words, i: int) -> Step:
    """A day counted from one named before it: «في اليوم نفسه», «مساء اليوم التالي»."""
    start, clock, k = _lead(w, i)
    atom = w.at(k, "same_day")
    if not atom:
        return None
    start = min(start, atom.start)
    return Found(start, atom.end, "same_day", (int(atom.value),), clock=clock), atom.stop


def time_of_day(w: Words, i: int) -> Step:
    """A part of the day or a clock time on its own: «صباحا», «في الصباح», «الساعة الخامسة مساء»."""
    if hour := clock_time(w, i):
        start, text, k = hour
        return Found(start, w.end(k), "clock", clock=text), k
    start, clock, k = _lead(w, i, parts=False)
    atom = w.at(k, "adverb")
    if not atom or w.at(atom.stop, "not_after_adverb"):
        return None
    return Found(min(start, atom.start), atom.end, "time_of_day", clock=_joined(clock, atom.value)), atom.stop


def date(w: Words, i: int) -> Step:
    """A date or a month: «10 سبتمبر/أيلول 2018», «مطلع آذار الماضي», «12/3/2019», «25 شوال 1436 هـ»."""
    return _numeric(w, i) or _written(w, i)


def calendar_of(year: int) -> str | None:
    """The calendar that a year is of by its size, None where it is no year of our time."""
    return next((name for name, span in YEARS.items() if year in span), None)


def _lead(w: Words, i: int, parts: bool = True) -> tuple[int, str | None, int]:
    """What stands before a day: early or late, the hour, the part of the day."""
    start, clock, k = w.tokens[i].start, None, i
    if lead := w.at(k, "lead"):
        start, clock, k = lead.start, lead.value, lead.stop
    elif hour := clock_time(w, k):
        start, clock, k = hour
        k = w.after(k, "من")
    if parts and (part := w.at(k, "part")):
        start = min(start, part.start)
        clock, k = _joined(clock, part.value), w.after(part.stop, "من")
    return (start if k > i else 10**12), clock, k


def _tail(w: Words, k: int) -> tuple[str | None, int]:
    """What stands after a day: «صباحا», «في الصباح والظهر», «الساعة الثالثة»."""
    if hour := clock_time(w, k):
        return hour[1], hour[2]
    after_in = w.after(k, "في", "عند")
    atom = w.at(after_in, "adverb")
    if not atom or _deictic(w, atom.stop) or _weekday(w, atom.stop):
        return None, k
    clock, k = atom.value, atom.stop
    while joined := w.at(k, "joined"):
        clock, k = _joined(clock, joined.value), joined.stop
    return clock, k


def _joined(*clocks: str | None) -> str | None:
    return "; ".join(dict.fromkeys(filter(None, clocks))) or None


def _deictic(w: Words, i: int) -> Step:
    bare = w.at(i, "day_word")
    atom = w.at(i, "deictic") or (w.at(bare.stop, "deictic") if bare else None)
    if not atom or w.at(i, "same_day") or _in_short_quotation(w, i, atom.stop):
        return None
    n, start = int(atom.value), min(atom.start, bare.start if bare else atom.start)
    named = _named_day(w, atom.stop)
    weekday, k = (int(named.value), _closed(w, atom.stop, named.stop)) if named else (None, atom.stop)
    today_alone = n == 0 and not named and not w.at(i - 1, "part")
    if n == 0 and not named and (w.at(atom.stop, "not_today") or w.at(atom.stop, "modifier")):
        return None
    if today_alone and (w.form(i - 1) == "في" or w.at(i - 1, "until")):
        return None
    dated = _matching_date(w, k) if named else None
    if dated:
        return dated[0]._replace(start=start, weekday=weekday), dated[1]
    return Found(start, w.end(k), "day_offset", (n,), weekday=weekday), k


def _in_short_quotation(w: Words, i: int, stop: int) -> bool:
    """Whether the word closes a quotation of two or three words: the name of a newspaper or a programme."""
    return w.form(stop) == '"' and '"' in (w.form(i - 1), w.form(i - 2))


def _named_day(w: Words, k: int) -> Atom | None:
    k = w.after(w.after(k, "("), "يوم")
    return w.at(k, "weekday")


def _closed(w: Words, opened: int, k: int) -> int:
    return w.after(k, ")") if w.form(opened) == "(" else k


def _weekday(w: Words, i: int) -> Step:
    word = w.at(i, "day_word")
    atom = w.at(word.stop if word else i, "weekday")
    if not atom or w.at(i - 1, "not_a_day"):
        return None
    start, first, k = (word or atom).start, int(atom.value), atom.stop
    second = w.at(w.after(k, "-", "/", "الي"), "weekday")
    if second and int(second.value) == (first + 1) % 7 and w.at(i - 1, "part"):
        return Found(start, second.end, "weekday", (first, int(second.value)), weekday=first), second.stop
    modifier = w.at(k, "modifier")
    if modifier and modifier.value != "recent":
        return Found(
            start, modifier.end, "weekday", (first, first), direction=modifier.value, weekday=first
        ), modifier.stop
    if dated := _matching_date(w, k):
        return dated[0]._replace(start=start, weekday=first), dated[1]
    if not word and w.at(i - 1, "pair") and not w.at(i - 1, "part"):
        return None
    direction = "future" if w.is_ahead(i) else ""
    return Found(start, atom.end, "weekday", (first, first), direction=direction, weekday=first), k


def _matching_date(w: Words, k: int) -> Step:
    opened = k
    k = w.after(k, "(", "،", ",")
    if matching := w.at(k, "matching"):
        k = matching.stop
    found = _full_date(w, k)
    return (found[0], _closed(w, opened, found[1])) if found else None


def _full_date(w: Words, k: int) -> Step:
    found = date(w, k)
    return found if found and found[0].rule in ("date", "hijri") and found[0].value[2] else None


def _numeric(w: Words, i: int) -> Step:
    """12/3/2019, 2019-03-12, 12.3.2019; day before month unless only the other order is a date."""
    whole = w.form(i).split(".")
    forms, k = (whole, i + 1) if len(whole) == 3 else ([w.form(i), w.form(i + 2), w.form(i + 4)], i + 5)
    if len(whole) != 3 and not (w.form(i + 1) == w.form(i + 3) and w.form(i + 1) in ("/", "-")):
        return None
    if not all(form.isdecimal() and len(form) <= 4 for form in forms):
        return None
    a, b, c = map(int, forms)
    if len(forms[0]) == 4:
        year, month, dom = a, b, c
    else:
        year, month, dom = (c, b, a) if b <= 12 else (c, a, b)
    calendar = calendar_of(year)
    if not calendar or not 1 <= month <= 12 or not 1 <= dom <= 31:
        return None
    era = w.at(k, "era")
    k = era.stop if era else k
    rule = "date" if calendar == "gregorian" else "hijri"
    return Found(w.tokens[i].start, w.end(k), rule, (year, month, dom, dom)), k


def _written(w: Words, i: int) -> Step:
    part = w.at(i, "part_of")
    first, last, k = (None, None, part.stop) if part else _days_of_month(w, i)
    word = w.at(k, "month_word")
    k = word.stop if word else k
    month = _month(w, k)
    if not month:
        return None
    calendar, number, paired, stop = month
    opening = part or (w.numbers[i] if first else None) or word or _month_atom(w, k)[1]
    year, years, direction, stop = _year_of(w, stop, calendar)
    named = year or years is not None or direction
    if not named and (w.at(i - 1, "name") or (i - 1 in w.numbers and w.at(i - 2, "name"))):
        return None
    if not (named or first or part or word or paired) and not _bare_month(w, k):
        return None
    direction = direction or ("future" if w.is_ahead(i) else "")
    rule = "hijri" if calendar == "hijri" else "date" if first else "month"
    value = (year, number, first, last)
    found = Found(opening.start, w.end(stop), rule, value, direction=direction, years=years)
    return found._replace(part=part.value if part else ""), stop


def _days_of_month(w: Words, i: int) -> tuple[int | None, int | None, int]:
    """The first and last day before a month's name, and the token after: «10», «الأول من», «10 و11», «10-12»."""
    number = w.numbers.get(i)
    if not number or not 1 <= number.value <= 31:
        return None, None, i
    k = w.after(number.stop, "-", "و", "الي", "حتي")
    second = w.numbers.get(k) if k > number.stop else None
    if second and number.value < second.value <= 31:
        return number.value, second.value, w.after(second.stop, "من")
    after_of = w.after(number.stop, "من")
    if not number.digits and after_of == number.stop:
        return None, None, i
    return number.value, number.value, after_of


def _month_atom(w: Words, k: int) -> tuple[str, Atom] | None:
    found = [(calendar, atom) for calendar in YEARS if (atom := w.at(k, calendar))]
    return max(found, key=lambda pair: pair[1].stop, default=None)


def _month(w: Words, k: int) -> tuple[str, int, bool, int] | None:
    """A month's calendar and number, whether its other name stands beside it, and the token after."""
    first = _month_atom(w, k)
    if not first:
        return None
    calendar, atom = first
    between = w.after(atom.stop, "/", "(", "-")
    second = _month_atom(w, between)
    if second and second[0] == calendar and second[1].value == atom.value:
        return calendar, int(atom.value), True, _closed(w, atom.stop, second[1].stop)
    return calendar, int(atom.value), False, atom.stop


def _bare_month(w: Words, k: int) -> bool:
    return not w.at(k, "unsure") or w.form(k - 1) in BARE_MONTH_AFTER or bool(w.at(k - 1, "month_word"))


def _year_of(w: Words, k: int, calendar: str) -> tuple[int | None, int | None, str, int]:
    """The year after a month: in digits, counted from the report's, or only «الماضي»; and the token after it."""
    modifier = w.at(k, "modifier")
    if modifier and modifier.value != "recent":
        return None, None, modifier.value, modifier.stop
    word = w.at(w.after(k, "من"), "year_word")
    number = w.numbers.get(word.stop if word else k)
    if number and number.digits and number.value in YEARS[calendar]:
        era = w.at(number.stop, "era")
        return number.value, None, "", era.stop if era else number.stop
    if word and word.definite and (modifier := w.at(word.stop, "modifier")):
        return None, {"past": -1, "past2": -2, "future": 1}.get(modifier.value, 0), "", modifier.stop
    if word and w.at(word.stop, "unmodified"):
        return None, None, "unknown", word.stop + 1
    return None, None, "", k
