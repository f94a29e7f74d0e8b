"""Dates and months among time words, in words and in digits, and the feasts that have a date."""

from helpers.text import Token
from helpers.time_digits import BARE_MONTH_AFTER, YEARS, Step, day_and_month, month_and_year, numbered_month, numeric
from helpers.time_forms import first_names
from helpers.time_month_years import closed, counts, gregorian_year, year_of
from helpers.time_words import DASHES, Atom, Found, Number, Words

GOES_ON = {verb + stem for verb in ("ي", "ت") for stem in ("ستمر", "تواصل", "متد", "بقي", "ظل", "سري")}
LASTS_WITHIN = 6
TO = {"الي", "حتي", "وحتي", "-"}


def date(w: Words, i: int) -> Step:
    """A date or a month: «10 سبتمبر/أيلول 2018», «مطلع آذار الماضي», «12/3/2019», «25 شوال 1436 هـ».

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> date(words("10 آذار 2019", tokens("10 آذار 2019")), 0)[0].value
    (2019, 3, 10, 10)
    """
    in_digits = numeric(w, i) or month_and_year(w, i) or numbered_month(w, i)
    return in_digits or _feast(w, i) or _year_first(w, i) or _written(w, i)


def full_date(w: Words, k: int) -> Step:
    """A date with its day; after a weekday or «يوم», which stand before it, «25/1» is one too.

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> full_date(words("آذار 2019", tokens("آذار 2019")), 0) is None
    True
    """
    found = date(w, k) or day_and_month(w, k)
    return found if found and found[0].rule in ("date", "hijri") and found[0].value[2] else None


def matching_date(w: Words, k: int) -> Step:
    """The date after a weekday: «(10 آذار)», «الموافق 12/3/2019».

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> matching_date(words("الأحد (10 آذار)", tokens("الأحد (10 آذار)")), 1)[0].value
    (0, 3, 10, 10)
    """
    opened = k
    k = w.after(k, "(", "،", ",")
    if matching := w.at(k, "matching"):
        k = matching.stop
    found = full_date(w, k)
    return (found[0], closed(w, opened, found[1])) if found else None


def month(w: Words, k: int) -> Step:
    """A month without a day, wherever it stands.

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> month(words("آذار 2019", tokens("آذار 2019")), 0)[0].value
    (2019, 3, 0, 0)
    """
    found = _written(w, k, sure=True)
    return found if found and not found[0].value[2] and not found[0].part else None


def _feast(w: Words, i: int) -> Step:
    """A feast with a date of its own: «عيد الأضحى الماضي», «ثاني أيام عيد الفطر», «رأس السنة»."""
    nth = w.at(i, "nth")
    k = w.after(w.after(nth.stop, "يوم"), "ايام") if nth else i
    feast = w.at(w.after(k, "من"), "feast")
    if not feast or (nth and k == nth.stop):
        return None
    calendar, *of_month = feast.value.split()
    number, first, last = map(int, of_month)
    if nth:
        first = last = first + int(nth.value) - 1 if int(nth.value) > 0 else last
    year, years, direction, stop = year_of(w, feast.stop, calendar)
    if calendar == "hijri" and not year and not direction and years is None:
        year, stop = gregorian_year(w, stop, number, first)
    found = Found((nth or feast).start, w.end(stop), "date" if calendar == "gregorian" else "hijri")
    direction = direction or ("ahead" if w.is_ahead(i) else "")
    return found._replace(value=(year, number, first, last), direction=direction, years=years), stop


def _year_first(w: Words, i: int) -> Step:
    """«2020 أيار 3», a table's order: the year, the month, the day."""
    number = w.numbers.get(i)
    month = _month(w, number.stop) if number and number.digits and number.value in YEARS["gregorian"] else None
    day = w.numbers.get(month[4]) if month else None
    if not number or not month or not day or not day.digits or not 1 <= day.value <= 31 or w.nouns(day.stop):
        return None
    if month[0] != "gregorian" or day.stop in w.numbers:
        return None
    return Found(number.start, day.end, "date", (number.value, month[1], day.value, day.value)), day.stop


def _written(w: Words, i: int, sure: bool = False) -> Step:
    """A month in words with its day, its part or neither; a name that is also a word needs more, or to be `sure`."""
    part = w.at(i, "part_of")
    middle = int(part.value) if part and part.value.isdecimal() else 0  # «النصف من شعبان»
    first, last, k = (middle, middle, part.stop) if part else _days_of_month(w, i)
    word = w.at(k, "month_word")
    k = word.stop if word else k
    month = _month(w, k)
    if not month:
        return None
    calendar, number, paired, name, stop = month
    opening = part or _with_article(w, i if i in w.numbers else None) or word or name
    if not first and not part and (after := _day_after(w, stop)):
        first, last, stop = after
    year, years, direction, stop = year_of(w, stop, calendar, bool(first))
    if calendar == "hijri" and not year and not direction and years is None:
        year, stop = gregorian_year(w, stop, number, first or 1)
    named = year or years is not None or direction
    if not named and _in_a_name(w, i):
        return None
    if not (named or first or part or word or paired or sure) and not _bare_month(w, k):
        return None
    if w.form(stop) == "من" and w.form(stop + 1) == "كل":
        return None
    ahead = w.is_ahead(i) or w.at(i - 1, "delivery") or _lasts_until(w, i)
    direction = direction or ("ahead" if ahead else "")
    rule = "hijri" if calendar == "hijri" else "date" if first else "month"
    value = (year, number, first, last)
    if w.at(i - 1, "event_day") and first and not named:
        direction = "unknown"  # «أحداث 11 أيلول» names a day of some year
    within = part.value if part and not first else ""
    return Found(opening.start, w.end(stop), rule, value, "", direction, within, None, years), stop


def _lasts_until(w: Words, i: int) -> bool:
    """Whether what goes on now lasts until the month at token `i`: «تستمر حتى نهاية أكتوبر»."""
    return w.form(i - 1) in ("حتي", "لغايه") and any(w.form(j) in GOES_ON for j in range(i - LASTS_WITHIN, i - 1))


def _days_of_month(w: Words, i: int) -> tuple[int, int, int]:
    """The first and last day before a month's name, and the token after: «10», «أول», «الأول من», «10 و11», «10-12».

    The days are 0 where there are none.
    """
    number = w.numbers.get(i)
    if not number or not 1 <= number.value <= 31:
        return 0, 0, i
    over = ("علي",) if w.at(i - 1, "part") else ()  # «ليلة 15 على 16 تموز»
    last, k = number, w.after(number.stop, "-", "او", "و", "الي", "حتي", "وحتي", *over)
    while (more := w.numbers.get(k)) and last.value < more.value <= 31 and (k > last.stop or w.form(k)[0] == "و"):
        last, k = more, w.after(more.stop, "و")
    if last is not number:
        return number.value, last.value, w.after(last.stop, "من")
    after_of = w.after(number.stop, "من", *(DASHES if number.digits else ()))
    if not number.digits and after_of == number.stop and w.form(i).removeprefix("و") != "اول":
        nth = number.kind == "ordinal" and w.at(i - 1, "weekday") and w.at(after_of, "hijri")  # «الخميس ثالث شوال»
        return (number.value, number.value, after_of) if nth else (0, 0, i)
    dashed = after_of > number.stop and w.form(number.stop) in DASHES
    if dashed and w.at(after_of, "unsure") and w.form(after_of + 1) not in DASHES:
        return 0, 0, i  # «3 / صفر» is a score
    return number.value, number.value, after_of


def _day_after(w: Words, k: int) -> tuple[int, int, int] | None:
    """The day between a month and its year: «آذار 12، 2019»."""
    number = w.numbers.get(k)
    if not number or not number.digits or not 1 <= number.value <= 31:
        return None
    comma = w.after(number.stop, "،", ",")
    year = w.numbers.get(comma) if comma > number.stop else None
    if year and year.value in YEARS["gregorian"] and not counts(w, year.stop, year.value):
        return number.value, number.value, number.stop
    return None


def _with_article(w: Words, i: int | None) -> Number | Token | None:
    """Where a day in digits begins: at the «الـ» before it, where there is one."""
    if i is None:
        return None
    return w.tokens[i - 1] if w.form(i - 1) == "ال" else w.numbers[i]


def _month_atom(w: Words, k: int) -> tuple[str, Atom] | None:
    if k not in w.words:
        return None
    found = [(calendar, atom) for calendar in YEARS if (atom := w.at(k, calendar))]
    return max(found, key=lambda pair: pair[1].stop, default=None)


def _month(w: Words, k: int) -> tuple[str, int, bool, Atom, int] | None:
    """A month's calendar and number, whether its other name stands beside it, its name, and the token after."""
    first = _month_atom(w, k)
    if not first:
        return None
    calendar, atom = first
    between = w.after(atom.stop, "/", "(", "-")
    second = _month_atom(w, between)
    if second and second[0] == calendar and second[1].value == atom.value:
        return calendar, int(atom.value), True, atom, closed(w, atom.stop, second[1].stop)
    return calendar, int(atom.value), False, atom, atom.stop


def _in_a_name(w: Words, i: int) -> bool:
    """«حركة 14 آذار», «مدينة السادس من أكتوبر»."""
    before = i - 2 if w.form(i - 1) == "من" else i - 1
    if w.at(i - 1, "person") or w.form(i - 1) in first_names(w.lexicon):
        return i not in w.numbers  # «الممثلة أيلول حداد»
    return bool(w.at(i - 1, "name") or (before in w.numbers and w.at(before - 1, "name")))


def _bare_month(w: Words, k: int) -> bool:
    listed = w.at(k - 1, "gregorian") and w.form(k).startswith("و")  # «أفريل وماي»
    ranged = w.form(k - 1) in ("من", "ومن") and w.form(k + 1) in TO and w.at(k + 2, "gregorian")  # «من مارس إلى مايو»
    told = w.form(k - 1) in BARE_MONTH_AFTER or w.at(k - 1, "month_word") or listed or ranged
    return not w.at(k, "unsure") or bool(told)
