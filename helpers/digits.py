"""Digit runs: their value by the shape of their separators, and those that are dates, times or telephone numbers."""

import re
from collections.abc import Sequence

from helpers.text import Token

LARGE_SCALES = ("مليون", "مليار", "بليون", "ترليون", "تريليون", "ملايين", "ملايير", "بلايين")
PERCENT = ("%", "بالمئه", "بالمائه", "بالميه", "بالمايه")
THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:([.,،٬'])\d{3})(?:\1\d{3})*")
DECIMAL = re.compile(
    r"(?P<whole>\d+(?:٬\d{3})*|\d{1,3}(?:,\d{3})+(?=[.٫])|\d{1,3}(?:\.\d{3})+(?=[,٫]))(?:[.,٫]|[٬،](?!\d{3}$))(?P<part>\d+)"
)
CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.,][0-5]\d")
SHORT, GROUP = re.compile(r"[1-9]\d{0,2}"), re.compile(r"\d{3}")
LAST_GROUP = re.compile(r"\d{3}[,.٫]\d{1,2}")  # «1 234,5»
PHONE_DIGITS, DIALLED_DIGITS = 8, 5
DIALLED_REACH = 16  # tokens: a longer run of digits is a list and no number to dial
MOST_DIGITS = 15  # a float holds every whole number of so many digits exactly
DIALLED = {
    *(name + owner for name in "هاتف هواتف جوال تلفون تليفون موبايل".split() for owner in ("", "ه", "ها", "هم", "نا")),
    *"فاكس واتساب واتس بريدي".split(),
}
CODES = set(  # after «رقم»: what the digits name
    "هويه حساب جواز بطاقه قومي وطني مدني تسلسلي ضريبي تامين عضويه رخصه اقامه ايبان شحنه فاتوره هويته حسابه حسابي"
    " حسابها جوازه جوازها بطاقته بطاقتها هويتها".split()
)
CODE_REACH = 4
LEAD_ON = set("من في علي الي عن او مع بين حتي قبل بعد خلال".split())
SCORE_WORDS = set(
    "فوز فاز فازت يفوز تغلب تغلبت هزم هزمت خسر خسرت خساره هزيمه تعادل تعادلا نتيجه بنتيجه الفوز التعادل الخساره اهداف"
    " مباراه المباراه الشوط هدفين".split()
)
SCORE_REACH = 8
HOURS = {"الساعه", "ساعه", "والساعه", "للساعه", "بالساعه"}
MODELS = {"كوفيد", "اف", "اس", "تي", "جي", "بي", "سي", "ميغ", "ميج", "سوخوي", "فرانس"}  # «كوفيد 19», «إف 35»
CLITICS = {"و", "ب", "ل", "ف", "ك", "ال"}
LEADING = {"ال", "وب", "ول", "لل", "من", "في", "عن", "او", "لك"}
LENGTHS = {"م", "كم", "كلم", "متر", "كيلومتر", "سم"}  # «م2», «كم3»: a power and no number
COUNTED_BEFORE_DASH = ("الف", *LARGE_SCALES, "كيلو", "متر", "كلم", "كم")  # «500 ألف-600 ألف»
UNITS = set(
    "km m cm mm nm kg g gr mg mcg t kt mt ha l ml cl cc lb lbs oz ft inch mph kmh w kw mw gw tw kwh mwh gwh wh v kv kva"
    " ah mah hz khz mhz ghz kb mb gb tb kbps mbps gbps db dpi mp ppm ppb bar psi rpm hp kcal cal kj mj usd eur gbp chf"
    " jpy cny inr rub try ils sar aed qar kwd bhd omr yer iqd jod syp lbp egp sdg lyd tnd dzd mad mru".split()
)
GENERATIONS = ("2", "3", "4", "5", "6")  # «5G»
SCRIPTURE, SCRIPTURE_WITHIN = {"انجيل", "سفر", "مزمور", "مزامير", "اصحاح", "سوره", "ايه", "ايات"}, 4


def stands_alone(found: Sequence[Token], i: int) -> bool:
    """Whether the token is a whole number, a few digits among words, that no mark or other digits can change.

    >>> from helpers.text import tokens
    >>> [stands_alone(tokens(text), 1) for text in ("قتل 18 شخصا", "قتل 1.5", "يوم 12-3", "قتل و18")]
    [True, False, False, False]
    """
    token = found[i]
    if not token.form.isdecimal() or len(token.form) >= DIALLED_DIGITS or token.form[0] == "0":
        return False
    after = found[i + 1] if i + 1 < len(found) else None
    if after and (after.kind == "number" or (after.kind == "mark" and after.form != ".") or after.start == token.end):
        return False
    before = found[i - 1] if i else None
    if before and before.form in MODELS:
        return False
    return before is None or (before.kind == "word" and (before.end < token.start or before.form in CLITICS))


def digit_value(run: Sequence[Token], following: Sequence[str] = ()) -> float | None:
    """The value of digit tokens that stand together, None where the shape is that of no number.

    A comma or point before exactly three digits parts thousands, unless the number counts millions or hundredths;
    any other comma or point is a decimal mark. A run of more than `MOST_DIGITS` is a code, no quantity.

    >>> from helpers.text import tokens
    >>> digit_value(tokens("12,500")), digit_value(tokens("3,5")), digit_value(tokens("1.250"), ["مليون"])
    (12500, 3.5, 1.25)
    """
    form = "".join(token.form for token in run)
    if sum(map(str.isdigit, form)) > MOST_DIGITS:
        return None
    if form.isdecimal():
        return int(form)
    decimal = DECIMAL.fullmatch(form)
    counts_parts = form.count(".") == 1 and "," not in form and _counts_parts(following)
    if THOUSANDS.fullmatch(form) and not counts_parts:
        return int(re.sub(r"\D", "", form))
    if decimal:
        return float(f"{re.sub(r'[^0-9]', '', decimal['whole'])}.{decimal['part']}")
    return None


def _counts_parts(following: Sequence[str]) -> bool:
    """Whether what follows the digits is a scale of millions or more, or per cent."""
    first, second = (*following, "", "")[:2]
    return first.startswith(LARGE_SCALES) or first in PERCENT or (first == "في" and second[2:] in ("مئه", "مائه"))


def run_length(text: str, found: Sequence[Token], i: int) -> int:
    """How many tokens from the digits at `i` on are one number: 20 000 is two, ١،٢٣٤ and «٣،٥ مليون» are three.

    >>> from helpers.text import tokens
    >>> [run_length(text, tokens(text), 0) for text in ("20 000 قتيل", "20 000,5", "20 قتيلا")]
    [2, 2, 1]
    """
    count, form = 1, found[i].form
    groups = SHORT.fullmatch(form) is not None
    last = False
    while groups and not last and i + count < len(found):
        last = LAST_GROUP.fullmatch(found[i + count].form) is not None
        if not last and not GROUP.fullmatch(found[i + count].form):
            break
        gap = text[found[i + count - 1].end : found[i + count].start].strip("\u200e\u200f")
        if len(gap) != 1 or not gap.isspace() or gap == "\n":
            break
        count += 1
    while groups and glued(found, i + count - 1, 1) == "'" and GROUP.fullmatch(found[i + count + 1].form):
        count += 2  # «12'500»
    if count > 1 or glued(found, i, 1) != "،":
        return count
    while groups and glued(found, i + count - 1, 1) == "،" and GROUP.fullmatch(found[i + count + 1].form):
        count += 2
    if count == 1 and glued(found, i, -1) != "،" and glued(found, i + 2, 1) != "،":
        following = [token.form for token in found[i + 3 : i + 5]]
        return 3 if _counts_parts(following) or _is_counted("".join(following[:1])) else 1
    return count


def _is_counted(form: str) -> bool:
    """Whether a word right after digits can be what they count: «٣،٥ طن», and not «المادتان ٣،٥ من القانون»."""
    return form[:1].isalpha() and not form.startswith(("ال", "و")) and form not in LEAD_ON


def is_not_a_quantity(text: str, found: Sequence[Token], i: int) -> bool:
    """Whether the digits are part of a clock time, a date, a version, a score or a telephone number by their shape.

    >>> from helpers.text import tokens
    >>> [is_not_a_quantity(text, tokens(text), 0) for text in ("12/3/2019", "12 قتيلا")]
    [True, False]
    """
    form = found[i].form
    if (form[0] == "0" and len(form) > 2 and form.isdecimal()) or reason(text, found, i):
        return True
    around = glued(found, i, -1), glued(found, i, 1)
    if {"/", ":"} & set(around) or around == ("-", "-") or _dashes_around(found, i) > 1:
        return True
    in_degrees = form_at(found, i + 1) == "°" and form_at(found, i + 2)[:1].isdecimal()
    return in_degrees or (form_at(found, i - 1) in HOURS and CLOCK.fullmatch(form) is not None)


def reason(text: str, found: Sequence[Token], i: int) -> str:
    """Why the digits at `i` count nothing, where their shape tells it; empty where it does not.

    >>> from helpers.text import tokens
    >>> reason("فاز 3-0", tokens("فاز 3-0"), 1), reason("قتل 3", tokens("قتل 3"), 1)
    ('sport', '')
    """
    if _is_a_score(text, found, i):
        return "sport"
    names = _dialled(found, i) or _names_a_model(found, i) or _is_a_verse(found, i)
    return "a number that names" if names else ""


def _is_a_verse(found: Sequence[Token], i: int) -> bool:
    """Whether the digits are in the place of a verse: «إنجيل لوقا 6: 20-23»."""
    for chapter in (i, i - 2, i - 4):
        if chapter > 0 and form_at(found, chapter + 1) == ":" and form_at(found, chapter + 2).isdecimal():
            before = found[max(0, chapter - SCRIPTURE_WITHIN) : chapter]
            tied = chapter > i - 4 or form_at(found, i - 1) == "-"
            return tied and any(token.form.removeprefix("ب").removeprefix("ال") in SCRIPTURE for token in before)
    return False


def _names_a_model(found: Sequence[Token], i: int) -> bool:
    """Whether the digits are in a name of a weapon, a vehicle or an illness: «إف-16», «S-300», «كوفيد-19», «4x4»."""
    form, after = found[i].form, found[i + 1] if i + 1 < len(found) and found[i + 1].start == found[i].end else None
    if after and after.form.isascii() and after.form.isalpha():
        more_digits = form_at(found, i + 2)[:1].isdecimal() and found[i + 2].start == after.end
        if more_digits or (after.form == "G" and form in GENERATIONS) or after.form.lower() not in UNITS:
            return True
    if form_at(found, i - 1) in MODELS:
        return True
    before = found[i - 1] if i and found[i - 1].end == found[i].start else None
    if before is None:
        return False
    if before.form == "-":
        named = i > 1 and found[i - 2].kind == "word" and found[i - 2].form != "و" and found[i - 2].end == before.start
        return named and not found[i - 2].form.startswith(COUNTED_BEFORE_DASH)
    if before.kind != "word":
        return False
    named = len(before.form) == 2 and before.form not in LEADING
    return before.form.isascii() or named or (form in ("2", "3") and before.form in LENGTHS)


def _dialled(found: Sequence[Token], i: int) -> bool:
    """Whether the digits are in a telephone number: after «هاتف», after «+», or in groups that begin with a 0."""
    first = last = i
    while 0 < first > i - DIALLED_REACH and (
        (found[first - 1].kind == "number" and found[first].start - found[first - 1].end <= 1)
        or glued(found, first, -1) == "-"
    ):
        first -= 1 if found[first - 1].kind == "number" else 2
    while last + 1 < min(len(found), i + DIALLED_REACH) and (
        (found[last + 1].kind == "number" and found[last + 1].start - found[last].end <= 1)
        or glued(found, last, 1) == "-"
    ):
        last += 1 if found[last + 1].kind == "number" else 2
    if _is_area_code(found, i) or (form_at(found, first - 1) == ")" and _is_area_code(found, first - 2)):
        return True
    digits = sum(len(token.form) for token in found[first : last + 1])
    opening = found[first].form
    if opening[0] == "0" and opening.isdecimal() and first < last and (digits > 6 or (len(opening) > 2 and first < i)):
        return True
    if digits >= DIALLED_DIGITS and any(
        token.form.removeprefix("و").removeprefix("ال") in DIALLED for token in found[max(0, first - 3) : first]
    ):
        return True
    before = [token.form.removeprefix("ب").removeprefix("ال") for token in found[max(0, first - CODE_REACH) : first]]
    if digits >= DIALLED_DIGITS and "رقم" in before and not CODES.isdisjoint(before):
        return True
    plus = first > 0 and found[first - 1].form == "+" and found[first - 1].end == found[first].start
    return plus and (first < last or digits >= PHONE_DIGITS - 2)


def _is_area_code(found: Sequence[Token], i: int) -> bool:
    """Whether the number at token `i` stands in brackets before a telephone number: «(02) 2456789»."""
    if i < 1 or i + 2 >= len(found) or found[i].form[0] != "0" or found[i + 2].kind != "number":
        return False
    return (found[i - 1].form, found[i + 1].form) == ("(", ")") and found[i + 2].start - found[i + 1].end <= 1


def _is_a_score(text: str, found: Sequence[Token], i: int) -> bool:
    """Whether the digits are one side of a score: «3-2» (no range falls), or «1-3» near a word of winning or losing."""
    for left, right in ((i, i + 2), (i - 2, i)):
        if left < 0 or right >= len(found) or found[left + 1].form != "-" or found[left].kind != found[right].kind:
            continue
        a, b = found[left].form, found[right].form
        if "\n" in text[found[left].end : found[right].start]:
            continue  # the dash opens the next line of a list
        if not (a.isdecimal() and b.isdecimal() and len(a) < 3 and len(b) < 3):
            continue
        near = (token.form for token in found[max(0, left - SCORE_REACH) : left])
        if int(a) >= int(b) or any(form in SCORE_WORDS for form in near):
            return True
    return False


def glued(found: Sequence[Token], i: int, step: int) -> str:
    """The mark that ties the digits at `i` to other digits on one side without a space, or nothing.

    >>> from helpers.text import tokens
    >>> glued(tokens("1/2"), 0, 1), glued(tokens("1 / 2"), 0, 1)
    ('/', '')
    """
    mark, other = i + step, i + 2 * step
    if not (0 <= mark < len(found) and 0 <= other < len(found)) or found[other].kind != "number":
        return ""
    left, middle, right = sorted((found[i], found[mark], found[other]))
    return middle.form if left.end == middle.start and middle.end == right.start else ""


def _dashes_around(found: Sequence[Token], i: int) -> int:
    """How many dashes a run of digits like 2019-03-12 holds, seen from any of its parts."""
    count = 0
    for step in (-1, 1):
        j = i
        while glued(found, j, step) == "-":
            count, j = count + 1, j + 2 * step
    return count


def form_at(found: Sequence[Token], i: int) -> str:
    """The folded form of token `i`, or an empty string outside the text.

    >>> form_at((), 0)
    ''
    """
    return found[i].form if 0 <= i < len(found) else ""
