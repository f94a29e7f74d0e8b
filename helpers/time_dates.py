"""Dates and months among time words, in words and in digits, and the feasts that have a date."""

from helpers.text import Token
from helpers.time_digits import BARE_MONTH_AFTER, YEARS, Step, day_and_month, month_and_year, numbered_month, numeric
from helpers.time_forms import first_names
from helpers.time_hijri import hijri_days, hijri_year
from helpers.time_words import DASHES, Atom, Found, Number, Words

DATED_YEARS = {"gregorian": range(1501, 2101), "hijri": range(1, 1501)}  # after a month or with an era
GOES_ON = {verb + stem for verb in ("ي", "ت") for stem in ("ستمر", "تواصل", "متد", "بقي", "ظل", "سري")}
LASTS_WITHIN = 6
OLD_YEARS = range(1001, 1501)
COUNTED_SELDOM = {"person", "thing"}
TO = {"الي", "حتي", "وحتي", "-"}
FUNCTION_WORDS = set("من الي علي في عن مع عندما حين حيث بعد قبل كما ثم لكن كان كانت حتي وحتي".split())


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


def closed(w: Words, opened: int, k: int) -> int:
    """The token after the bracket that closes what token `opened` opened.

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> closed(words("(10 آذار)", tokens("(10 آذار)")), 0, 3)
    4
    """
    return w.after(k, ")") if w.form(opened) == "(" else k


def counts(w: Words, k: int, value: int, led: bool = False) -> bool:
    """Whether the word after a number is what it counts, so that the number is no year: «2014 لغما», «2000 مقاتل».

    After a preposition of time (`led`) only the name of a thing that is measured or built is: «انتخب في 2014 رئيسا».

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> counts(words("2014 لغما", tokens("2014 لغما")), 1, 2014)
    True
    """
    following = w.tokens[k] if k < len(w.tokens) else None
    if following is None or following.kind != "word" or following.form in FUNCTION_WORDS or w.at(k, "era"):
        return False
    if value % 100 == 0:
        return not following.form.startswith(("و", "ال"))
    if led and all(cls in COUNTED_SELDOM for cls, _ in w.nouns(k)):
        return False
    return following.form.endswith("ا") and value % 100 > 10


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
    year, years, direction, stop = _year_of(w, feast.stop, calendar)
    if calendar == "hijri" and not year and not direction and years is None:
        year, stop = _gregorian_year(w, stop, number, first)
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
    year, years, direction, stop = _year_of(w, stop, calendar, bool(first))
    if calendar == "hijri" and not year and not direction and years is None:
        year, stop = _gregorian_year(w, stop, number, first or 1)
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


def _year_of(w: Words, k: int, calendar: str, after_day: bool = False) -> tuple[int, int | None, str, int]:
    """The year after a month: in numbers (0: in none), counted from the report's, or only «الماضي»; the token after."""
    if calendar == "hijri" and (praised := w.at(k, "praise")):
        k = praised.stop
    modifier = w.at(k, "modifier")
    if modifier and modifier.value != "recent":
        return 0, None, modifier.value, modifier.stop
    word = w.at(w.after(k, "من", "في", "("), "year_word")
    comma = k if word or not after_day else w.after(k, "،", ",", *DASHES)
    opened = w.after(word.stop, "(") if word else comma
    number = w.numbers.get(opened)
    old = after_day and calendar == "gregorian"  # «29 مايو 1453»
    of_a_day = old and number and number.value in OLD_YEARS and not counts(w, number.stop, number.value)
    if number and (of_a_day or number.value in DATED_YEARS[calendar]) and (word or _is_year(w, number, comma > k)):
        era = w.at(number.stop, "era")
        stop = era.stop if era else number.stop
        if word and w.form(k) == "(":  # «رجب (سنة 700هـ/1301م)»
            return number.value, None, "", closed(w, k, _after_twin(w, stop))
        return number.value, None, "", closed(w, word.stop, stop) if word else stop
    if word and word.definite and (modifier := w.at(word.stop, "modifier")):
        return 0, {"past": -1, "past2": -2, "future": 1}.get(modifier.value, 0), "", modifier.stop
    if word and (told := w.at(word.stop, "told")):
        return 0, int(told.value), "told", told.stop
    same = w.at(w.after(k, "من", "في"), "those")  # «سبتمبر من نفس العام»
    if same and (unit := w.at(same.stop, "unit")) and unit.value == "year one" and unit.definite:
        return 0, 0, "told", unit.stop
    return 0, None, "", k


def _gregorian_year(w: Words, k: int, month: int, day: int) -> tuple[int, int]:
    """The Hijri year of a feast or month that is of a Gregorian one («رمضان 2023»), 0 for none; the token after."""
    word = w.at(w.after(k, "من"), "year_word")
    number = w.numbers.get(word.stop if word else k)
    if not number or number.value not in YEARS["gregorian"] or counts(w, number.stop, number.value):
        return 0, k
    if not (word or _is_year(w, number, after_comma=False)):
        return 0, k
    near = hijri_year(number.value)
    spans = ((y, hijri_days(y, month, day, day, "")) for y in (near - 1, near, near + 1))
    return next(((y, number.stop) for y, days in spans if days and days[0].year == number.value), (0, k))


def _after_twin(w: Words, k: int) -> int:
    """The token after a year of the other calendar: «/1301م»."""
    number = w.numbers.get(w.after(k, *DASHES))
    era = w.at(number.stop, "era") if number and w.form(k) in DASHES else None
    return era.stop if era else k


def _is_year(w: Words, number: Number, after_comma: bool) -> bool:
    """Whether a number right after a month is its year: in four digits, or in words that count nothing."""
    if not number.digits:
        return number.value in YEARS["gregorian"] and not counts(w, number.stop, number.value)
    four = len(w.form(number.stop - 1)) == 4
    return four and not (after_comma and counts(w, number.stop, number.value))
