"""Dates in digits among time words: «12/3/2019», «2019-03-12», «12.3.2019», «25/1», «5/2020»."""

from helpers.time_words import DASHES, Found, Words

Step = tuple[Found, int] | None
YEARS = {"gregorian": range(1900, 2101), "hijri": range(1300, 1501)}
CENTURY_TURN = 50  # of a year in two digits: 12/3/19 is of 2019, 12/3/75 of 1975
BARE_MONTH_AFTER = {"في", "منذ", "خلال", "حتي", "بحلول", "حلول", "وفي", "ومنذ", "قبل", "بعد", "بين", "وبين"}
MARKS = (*DASHES, "\\")
LABELS = set("فصل بند ماده فقره قسم باب جزء ملحق اصدار نسخه رقم رقمه جدول شكل مبحث".split())  # «الفصل 5.2.2020»
BEFORE_POINTS = {*BARE_MONTH_AFTER, "يوم", "بتاريخ", "تاريخ"}  # «في 03.05.24»


def calendar_of(year: int) -> str | None:
    """The calendar that a year is of by its size, None where it is no year of our time.

    >>> calendar_of(2019), calendar_of(1440), calendar_of(12)
    ('gregorian', 'hijri', None)
    """
    return next((name for name, span in YEARS.items() if year in span), None)


def numeric(w: Words, i: int) -> Step:
    """12/3/2019, 2019-03-12, 12.3.2019, 12/3/19; day before month unless only the other order is a date.

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> numeric(words("12/3/2019", tokens("12/3/2019")), 0)[0].value
    (2019, 3, 12, 12)
    """
    if not w.form(i)[:1].isdecimal():
        return None
    whole = w.form(i).split(".")
    forms, k = (whole, i + 1) if len(whole) == 3 else ([w.form(i), w.form(i + 2), w.form(i + 4)], i + 5)
    if len(whole) != 3 and not (w.form(i + 1) == w.form(i + 3) and w.form(i + 1) in MARKS):
        return None
    if not all(form.isdecimal() and len(form) <= 4 for form in forms):
        return None
    if len(whole) == 3 and w.form(i - 1).removeprefix("ال") in LABELS:
        return None
    a, b, c = map(int, forms)
    pointed = len(whole) == 3 and len(forms[1]) == 2 and w.form(i - 1) in BEFORE_POINTS
    if len(forms[2]) == 2 and len(forms[0]) < 3 and (pointed or w.form(i + 1) in ("/", "\\")):
        c += 2000 if c < CENTURY_TURN else 1900
    if len(forms[0]) == 4:
        year, number, dom = a, b, c
    else:
        year, number, dom = (c, b, a) if b <= 12 else (c, a, b)
    calendar = calendar_of(year)
    if not calendar or not 1 <= number <= 12 or not 1 <= dom <= 31:
        return None
    era = w.at(k, "era")
    k = era.stop if era else k
    rule = "date" if calendar == "gregorian" else "hijri"
    return Found(w.tokens[i].start, w.end(k), rule, (year, number, dom, dom)), k


def month_and_year(w: Words, i: int) -> Step:
    """A month in digits after a preposition of time: «في 5/2020», «منذ 2020-02»; «القانون 5/2020» is none.

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> month_and_year(words("في 5/2020", tokens("في 5/2020")), 1)[0].value
    (2020, 5, 0, 0)
    """
    if (mark := w.form(i + 1)) not in DASHES:
        return None
    first, second = w.form(i), w.form(i + 2)
    if not first.isdecimal() or not second.isdecimal() or w.form(i + 3) in DASHES:
        return None
    if w.form(i - 1) not in BARE_MONTH_AFTER and not w.at(i - 1, "month_word"):
        return None
    number, year = (first, second) if mark == "/" else (second, first)
    if len(number) > 2 or len(year) != 4 or not 1 <= int(number) <= 12 or calendar_of(int(year)) != "gregorian":
        return None
    return Found(w.tokens[i].start, w.end(i + 3), "month", (int(year), int(number), 0, 0)), i + 3


def day_and_month(w: Words, k: int) -> Step:
    """«25/1»: the day, then the month.

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> day_and_month(words("25/1", tokens("25/1")), 0)[0].value
    (0, 1, 25, 25)
    """
    forms = w.form(k), w.form(k + 2)
    if w.form(k + 1) != "/" or w.form(k + 3) == "/" or not all(f.isdecimal() and len(f) <= 2 for f in forms):
        return None
    dom, number = map(int, forms)
    if not 1 <= number <= 12 or not 1 <= dom <= 31:
        return None
    return Found(w.tokens[k].start, w.end(k + 3), "date", (0, number, dom, dom)), k + 3


def numbered_month(w: Words, i: int) -> Step:
    """A month by its number: «شهر 5 من عام 2024», «شهر 5 الماضي», «شهر 5/2024».

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> text = "في شهر 5 من عام 2024"
    >>> numbered_month(words(text, tokens(text)), 1)[0].value
    (2024, 5, 0, 0)
    """
    word, number = w.at(i, "month_word"), w.numbers.get(i + 1)
    if not word or not number or not number.digits or not 1 <= number.value <= 12:
        return None
    found = Found(word.start, number.end, "month", (0, number.value, 0, 0))
    if (modifier := w.at(number.stop, "modifier")) and modifier.value != "recent":
        return found._replace(end=modifier.end, direction=modifier.value), modifier.stop
    year_word = w.at(w.after(number.stop, "من"), "year_word")
    year = w.numbers.get(year_word.stop if year_word else w.after(number.stop, *MARKS))
    if not year or not year.digits or year.value not in YEARS["gregorian"]:
        return None
    return found._replace(end=year.end, value=(year.value, number.value, 0, 0)), year.stop
