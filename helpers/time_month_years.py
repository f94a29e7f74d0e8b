"""The year that stands after a month, and what tells a year from a number that counts."""

from helpers.time_digits import YEARS
from helpers.time_hijri import hijri_days, hijri_year
from helpers.time_words import DASHES, Number, Words

DATED_YEARS = {"gregorian": range(1501, 2101), "hijri": range(1, 1501)}  # after a month or with an era
OLD_YEARS = range(1001, 1501)
COUNTED_SELDOM = {"person", "thing"}
FUNCTION_WORDS = set("من الي علي في عن مع عندما حين حيث بعد قبل كما ثم لكن كان كانت حتي وحتي".split())


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


def year_of(w: Words, k: int, calendar: str, after_day: bool = False) -> tuple[int, int | None, str, int]:
    """The year after a month: in numbers (0: in none), counted from the report's, or only «الماضي»; the token after.

    >>> from helpers import times
    >>> from helpers.text import tokens
    >>> found = [times.find(text, tokens(text))[0] for text in ("آذار 2019", "آذار الماضي", "آذار من العام نفسه")]
    >>> [(time.value[0], time.years, time.direction) for time in found]
    [(2019, None, ''), (0, None, 'past'), (0, 0, 'told')]
    """
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


def gregorian_year(w: Words, k: int, month: int, day: int) -> tuple[int, int]:
    """The Hijri year of a feast or month that is of a Gregorian one («رمضان 2023»), 0 for none; the token after.

    >>> from datetime import date
    >>> from helpers import times
    >>> [(t.date_low.isoformat(), t.date_high.isoformat()) for t in times.read("رمضان 2023", date(2024, 1, 1))]
    [('2023-03-23', '2023-04-20')]
    """
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
