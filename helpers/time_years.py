"""Years among time words: «عام 2014», «بين 2011 و2014», «صيف 2014», «ثمانينيات القرن الماضي», «القرن التاسع عشر»."""

from helpers.time_digits import YEARS, Step, calendar_of
from helpers.time_month_years import DATED_YEARS, FUNCTION_WORDS, closed, counts
from helpers.time_spans import OTHER_YEARS, period
from helpers.time_words import DASHES, Atom, Found, Number, Words

YEAR_AFTER = {
    "في",
    "وفي",
    "منذ",
    "ومنذ",
    "بين",
    "وبين",
    "حتي",
    "وحتي",
    "قبل",
    "بعد",
    "خلال",
    "طوال",
    "طيله",
    "بحلول",
    "وبحلول",
    "حلول",
}
RANGE = ("الي", "حتي", "وحتي", "-", "ـ")
SHORT_YEARS = range(30, 100)  # «حدود عام 67»
OLD = range(101, 1900)  # in words after «سنة», of either calendar
EITHER = range(1343, 1501)  # with no era, years of both calendars
OLDER = range(1501, 1900)
RECENT = range(1900, 2051)  # years that need no word beside them
AMOUNT_WITHIN = 7
AMOUNTS = set("عدد اعداد عددهم بلغ بلغت يبلغ تبلغ حصيله مجموع اجمالي رقم سعر نقطه مستوي وصل وصلت الي".split())
NAME_WORDS = 4  # from «مونديال» to the year that is part of its name
CENTURIES = {"past": 20, "present": 21, "future": 22}


def year(w: Words, i: int) -> Step:
    """A year named by its number: «في 2014», «العام 2014», «أواخر عام 2018», «عام ألفين وخمسة عشر».

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> year(words("عام 2014", tokens("عام 2014")), 0)[0].value
    (2014, 0, 0, 0)
    """
    part = w.at(i, "part_of")
    k = part.stop if part else i
    word = w.at(k, "year_word")
    era = w.at(word.stop, "era") if word else None  # «العام الهجري 1440»
    opened = era.stop if era else word.stop if word else k
    number = w.numbers.get(w.after(opened, "(") if word else opened)
    if not number or (number.kind == "ordinal" and not word):
        return None
    era = w.at(number.stop, "era") or era
    calendar = _calendar(w, word, number, era, w.after(opened, "(") if word else opened)
    if not calendar or not (word or part or era or _stands_as_year(w, k, number)):
        return None
    stop = (
        closed(w, opened, max(era.stop if era else 0, number.stop))
        if word
        else max(era.stop if era else 0, number.stop)
    )
    start = (part or word or number).start
    value = number.value + (1900 if number.value in SHORT_YEARS and calendar == "gregorian" and not era else 0)
    found = Found(start, w.end(stop), "hijri" if calendar == "hijri" else "year", (value, 0, 0, 0))
    unknown = "unknown" if calendar == "either" else ""
    return found._replace(part=part.value if part else "", direction=unknown), stop


def year_range(w: Words, i: int) -> Step:
    """From one year to another: «من 2011 إلى 2014», «بين عامي 2011 و2014», «2011-2014», «2011/2012».

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> year_range(words("2011-2014", tokens("2011-2014")), 0)[0].rule
    'range'
    """
    word = w.at(i, "year_word")
    k = w.after(word.stop, *OTHER_YEARS) if word else i
    first = w.numbers.get(k)
    between = w.form(i - 1) in ("بين", "وبين")
    old = OLDER.start if word or w.form(i - 1) == "(" else YEARS["gregorian"].start  # «بين عامي 1889 و1973»
    if not first or not old <= first.value < YEARS["gregorian"].stop or len(w.form(k)) != 4:
        return None
    over = w.after(first.stop, *RANGE, "/", *(("و",) if between else ()))
    second = w.numbers.get(over)
    if second and second.value == (first.value + 1) % 100 and w.form(first.stop) in DASHES and len(w.form(over)) == 2:
        second = second._replace(value=first.value + 1)  # «موسم 2019/20»
    if not second or second.start == first.stop or not old <= second.value < YEARS["gregorian"].stop:
        return None
    slash, far = w.form(first.stop) == "/", second.value > first.value + 1
    many = word and w.form(i).endswith(("سنوات", "اعوام"))  # «للسنوات 2017/2021»
    if second.value <= first.value or (slash and far and not many) or counts(w, second.stop, second.value):
        return None
    ends = tuple(Found(n.start, n.end, "year", (n.value, 0, 0, 0)) for n in (first, second))
    return Found((word or first).start, w.end(second.stop), "range", of=ends), second.stop


def _is_older(w: Words, k: int, number: Number) -> bool:
    """Whether a number is a year before the last century: «منذ 1864», «(1798)»; «في 1750 مدرسة» is none."""
    led = w.form(k - 1) in YEAR_AFTER or (w.form(k - 1) == "(" and w.form(number.stop) == ")")
    return number.value in OLDER and led and not w.nouns(number.stop)


def _calendar(w: Words, word: Atom | None, number: Number, era: Atom | None, k: int) -> str | None:
    """The calendar of a year; «either» where a year word but neither era nor size tells it."""
    if era and era.value == "bc":
        return "either"
    if era and w.form(era.stop - 1) == "م" and number.value not in RECENT and not (word or _is_led(w, k)):
        return None  # «برج ارتفاعه 310م»
    if era:
        return era.value if number.value in DATED_YEARS[era.value] or era.value == "gregorian" else None
    if not number.digits:
        if not word or (word.definite and number.value % 100 == 0):
            return None
        told = not word.definite and number.value in OLD and not _noun_follows(w, number.stop)
        return "gregorian" if number.value in YEARS["gregorian"] else "either" if told else None
    digits = len(w.form(number.stop - 1))
    if digits == 4 and (calendar_of(number.value) == "gregorian" or _is_older(w, k, number)):
        return "gregorian"
    if word and digits == 4 and not counts(w, number.stop, number.value):
        return "either" if number.value in EITHER else "gregorian" if number.value < 1900 else None
    short = word and not word.definite and digits == 2 and number.value in SHORT_YEARS
    return "gregorian" if short and not _noun_follows(w, number.stop) else None


def _is_led(w: Words, k: int) -> bool:
    """Whether what stands before a number of years or metres makes it years: «في 870م», «256هـ/870م», «(870م»."""
    return w.form(k - 1) in YEAR_AFTER or w.form(k - 1) == "(" or (w.form(k - 1) in DASHES and bool(w.at(k - 2, "era")))


def _noun_follows(w: Words, k: int) -> bool:
    form = w.form(k)
    return bool(form) and w.tokens[k].kind == "word" and form not in FUNCTION_WORDS and not form.startswith(("و", "ال"))


def _stands_as_year(w: Words, k: int, number: Number) -> bool:
    second = w.form(k - 1) == "و" and w.numbers.get(k - 2) and w.numbers[k - 2].value in YEARS["gregorian"]
    led = w.form(k - 1) in YEAR_AFTER or _is_compared(w, k)
    named = led or (number.digits and (_named_by_year(w, k) or _is_added(w, k, number)))
    return bool(second or named) and not counts(w, number.stop, number.value, led)


def _is_compared(w: Words, k: int) -> bool:
    """Whether a year tells what is compared: «الفترة ذاتها من 2020», «مقارنة مع 2019», «مقارنة بـ2019»."""
    before = w.form(k - 1)
    if before in ("مع", "ب"):
        return w.form(k - 2).removeprefix("بال").removeprefix("ال") == "مقارنه"
    return before == "من" and bool(w.at(k - 2, "told") or w.at(k - 3, "those"))


def _is_added(w: Words, k: int, number: Number) -> bool:
    """Whether a number in brackets, after a title or a definite name is its year: «(1987)», «جائزة القصة 2016»."""
    before, after = w.form(k - 1), w.form(number.stop)
    if before == "(":
        return after == ")" and (number.value in RECENT or number.value in OLDER)
    if number.value not in RECENT:
        return False
    closes = number.stop >= len(w.tokens) or (w.tokens[number.stop].kind == "mark" and after not in "%/-")
    if not closes and after not in FUNCTION_WORDS and not after.startswith("و"):
        return False
    if before == '"':
        return True
    told = any(w.form(j) in AMOUNTS or w.at(j, "bound") for j in range(max(0, k - AMOUNT_WITHIN), k))
    plural = any(grammatical == "plural" for _, grammatical in w.nouns(k - 1))
    placed = w.form(k - 2) in ("في", "ب") and w.tokens[k - 1].kind == "word"  # «درس في وهران 1961»
    definite = before.startswith(("ال", "لل", "بال", "وال"))
    return (definite or placed) and not told and not plural and k - 1 not in w.numbers


def _named_by_year(w: Words, k: int) -> bool:
    """Whether a name that may end with its year stands before token `k`: «الانتخابات الرئاسية 2020»."""
    for j in range(k - 1, max(-1, k - 1 - NAME_WORDS), -1):
        if w.at(j, "known_by_year"):
            return True
        if w.tokens[j].kind != "word" or w.form(j) in FUNCTION_WORDS or j in w.numbers:
            return False
    return False


def season(w: Words, i: int) -> Step:
    """A season of a year: «الصيف الماضي», «أواخر صيف عام 2014», «خريف العام الماضي».

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> season(words("صيف 2014", tokens("صيف 2014")), 0)[0].value
    (2014,)
    """
    part = w.at(i, "part_of")
    atom = w.at(part.stop if part else i, "season")
    if not atom:
        return None
    start, within = (part or atom).start, part.value if part else ""
    modifier = w.at(atom.stop, "modifier") if atom.definite else None
    found = Found(start, atom.end, "season", (0,), unit=atom.value, part=within)
    if atom.definite and not part and (this := w.at(i - 1, "these")):
        return found._replace(start=this.start, direction="this"), atom.stop
    if modifier and modifier.value != "recent":
        return found._replace(end=modifier.end, direction=modifier.value), modifier.stop
    of = w.after(atom.stop, "من")
    if spanned := year_range(w, of):  # «شتاء 2015-2016» begins in the first of its years
        ends = spanned[0].of
        return found._replace(end=spanned[0].end, value=ends[0].value[:1], direction="begins"), spanned[1]
    if named := year(w, of) or numbered(w, of):
        return found._replace(end=named[0].end, value=named[0].value[:1]), named[1]
    if relative := period(w, of):
        counted, stop = relative
        return found._replace(end=counted.end, years=counted.value[0], direction=counted.direction), stop
    return None


def numbered(w: Words, k: int) -> Step:
    """A year in four digits where a year must stand: «صيف 2014», «الربع الأول من 2014»."""
    number = w.numbers.get(k)
    if number and number.digits and number.value in YEARS["gregorian"]:
        return Found(number.start, number.end, "year", (number.value, 0, 0, 0)), number.stop
    return None


def decade(w: Words, i: int) -> Step:
    """A decade: «ثمانينيات القرن الماضي», «أوائل التسعينيات»; but no age («في الثمانينيات من عمره»).

    >>> from helpers import parse
    >>> parse([("a", "في تسعينيات القرن الماضي، وهو في التسعينيات من عمره.")]).times["date_low"].dt.year.tolist()
    [1990]
    """
    part = w.at(i, "part_of")
    atom = w.at(part.stop if part else i, "decade_name")
    if not atom:
        return None
    named = century(w, w.after(atom.stop, "من"))
    if not named and (not atom.definite or (w.form(atom.stop) == "من" and w.at(atom.stop + 1, "age"))):
        return None
    hundreds = (named[0].value[0] or 20) * 100 - 100 if named else 1900
    stop = named[1] if named else atom.stop
    found = Found((part or atom).start, w.end(stop), "decade", (hundreds + int(atom.value),))
    return found._replace(part=part.value if part else ""), stop


def century(w: Words, i: int) -> Step:
    """A century: «القرن التاسع عشر», «القرن الـ19», «مطلع القرن الماضي», «القرن الرابع الهجري/العاشر الميلادي».

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> century(words("القرن الماضي", tokens("القرن الماضي")), 0)[0].value
    (20,)
    """
    part = w.at(i, "part_of")
    k = part.stop if part else i
    these = w.at(k, "these")
    atom = w.at(these.stop if these else k, "unit")
    if not atom or atom.value != "century one" or not atom.definite:
        return None
    if these:  # «عشرينيات هذا القرن»
        found = Found((part or these).start, atom.end, "century", (CENTURIES["present"],))
        return found._replace(part=part.value if part else ""), atom.stop
    modifier, number = w.at(atom.stop, "modifier"), w.numbers.get(w.after(atom.stop, "ال"))
    if number and 1 <= number.value <= 22:
        n, stop = number.value, number.stop
    elif modifier and modifier.value in CENTURIES:
        n, stop = CENTURIES[modifier.value], modifier.stop
    else:
        return None
    era = w.at(stop, "era")
    if era and era.value == "hijri" and (twin := _other_century(w, era.stop)):
        n, era, stop = twin
    else:
        stop = era.stop if era else stop
    found = Found((part or atom).start, w.end(stop), "century", (n,), part=part.value if part else "")
    return found._replace(unit=era.value if era else "", direction="unknown" if era and era.value == "bc" else ""), stop


def _other_century(w: Words, k: int) -> tuple[int, Atom, int] | None:
    """The same century of the other calendar: «/العاشر الميلادي», «(العاشر الميلادي)»."""
    over = w.after(k, *DASHES, "(")
    number = w.numbers.get(w.after(over, "ال")) if over > k else None
    if not number or not (number.kind == "ordinal" or w.form(over) == "ال"):
        return None
    era = w.at(number.stop, "era")
    return (number.value, era, closed(w, k, era.stop)) if era and era.value == "gregorian" else None
