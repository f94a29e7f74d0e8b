"""The words among those of numbers that mean something else where they stand: a lion, a lady, a king's number."""

from collections.abc import Sequence

from helpers.contexts import words
from helpers.lexicon import Lexicon
from helpers.nouns import noun_forms
from helpers.number_forms import TENS, WEEKDAY_LIKE, Written
from helpers.text import Token

TEEN_ORDINALS = set("حادي ثاني ثالث رابع خامس سادس سابع ثامن تاسع".split())
ENDS_ALONE = set("من علي في الي عن بعد قبل خلال منذ حتي او ثم كما لكن ان".split())
NO_ARTICLE = ("الف", "الاف", "اليات", "البومات")  # «ألف», «آلاف», «آليات» only look definite
NO_NOUNS = {"ال", "الي", "الا", "الان", "التي", "الذي", "الذين", "اللذين", "اللتين", "اللواتي"}
SHARES, SHARES_WITHIN = {"سدس", "ثلثان", "ثلثين", "ثلثا", "ثلثي", "فرضا"}, 8
WHO_WROTE = {"كما", "قد", "وقد", "الذي"}  # «كما ألف مسرحية»: he wrote it
EACH_SECOND = {"كل", "لكل", "اي", "نصف", "ربع", "بعد", "قبل", "خلال"}
PIECES = {"جزء", "اجزاء", "عشر", "اعشار", "المئه", "المائه"}
OWNED_PLURALS = ("اته", "اتها", "اتهم", "اتنا")
OWNERS = ("هما", "هم", "ها", "نا", "ه")


def is_another_word(found: Sequence[Token], i: int, written: Written, lexicon: Lexicon) -> bool:
    """A weekday, a lady, a ruler's number («الملك عبد الله الثاني»), a square («ميدان السبعين»), a second of time.

    >>> from helpers.lexicon import load
    >>> from helpers.looks import sight
    >>> seen = sight("ميدان السبعين", load())
    >>> is_another_word(seen.tokens, 1, seen.marks[-1][1].number.written, load())
    True
    """
    before, following = _form(found, i - 1), _form(found, i + 1)
    if written.article and written.stem in WEEKDAY_LIKE:
        return following not in TENS and not (following[:1] == "و" and following.endswith(("ون", "ين")))
    if written.stem == "صفر" and (before == "شهر" or following in ("سنه", "عام") or _is_dated(found, i)):
        return True
    if written.stem == "صفر" and not written.article and is_definite(following) and following != "المئويه":
        return True  # «صفر الحكم»: he blew his whistle
    if found[i].form == "تسع" and before in ("لا", "لم", "لن"):
        return True  # «لا تسع القاعة أحدا»: it does not hold
    if found[i].form in ("الف", "والف", "فالف") and _is_he_wrote(found, i, lexicon):
        return True
    if written.stem in ("ست", "سبع") and written.article:
        return not _is_six_of_them(before, following, lexicon)
    if found[i].form == "لست":  # «لستُ»: I am not
        return not _is_for_six(following, lexicon)
    if written.stem == "ست":
        return is_definite(following)
    if written.stem == "ثانيه" and not written.article:
        counted = before[:1].isdecimal() or before.endswith(("ون", "ين", "عشر", "عشره", "مئه", "مائه"))
        of_time = following == "من" and not before.endswith("ه")  # «ثانية من وقتك»; «مرة ثانية من» is an ordinal
        return counted or of_time or before in EACH_SECOND or following == "واحده"
    if written.stem == "ثانيه" and (before == "اعشار" or (before == "من" and _form(found, i - 2) in PIECES)):
        return True  # «ثلاثة أعشار الثانية»
    if written.cls == "ordinal" and written.article:
        return _names_a_place(found, i, lexicon) or _names_a_ruler(found, i, lexicon)
    if written.stem in TENS and before.startswith("ال") and before[2:].removesuffix("ه") in TEEN_ORDINALS:
        return _names_a_place(found, i - 1, lexicon) or _names_a_ruler(found, i - 1, lexicon)
    return written.article and written.cls in ("tens", "unit", "ten") and before in words(lexicon, "numbered_place")


def _is_he_wrote(found: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether «ألف» at token `i` is «ألّف», he wrote: «كما ألف مسرحية», «وألف الأديب كتبا», «ثم ألف كتابا»."""
    before, following = _form(found, i - 1), _form(found, i + 1)
    if before in WHO_WROTE:
        return True
    if following in words(lexicon, "written"):
        return not before[:1].isdecimal() and not before.endswith(("ون", "ين", "عشر", "عشره", "مئه", "مائه"))
    return is_definite(following) and (i == 0 or found[i - 1].kind == "mark")


def _is_six_of_them(before: str, following: str, lexicon: Lexicon) -> bool:
    """Whether «الست», «السبع» count: «الدول الست», «بواباته الست», «السبع سنوات»; else a lady or a lion."""
    if before in words(lexicon, "numbered_place"):
        return False
    definite = is_definite(before) or before.startswith(("وال", "فال", "بال", "كال", "لل"))
    if definite or before.endswith(OWNED_PLURALS) or before[:1].isdecimal():
        return True
    if following.endswith("ات") or following in ("مئه", "مائه", "الاف"):
        return True
    joined = following[:1] == "و" and following.endswith(("ون", "ين"))
    return joined or any(
        number == "plural" and not clitics for *_, number, _, clitics in noun_forms(lexicon)[following or " "]
    )


def _is_for_six(following: str, lexicon: Lexicon) -> bool:
    """Whether «لست» is for six of them, a plural or a hundred following: «لست مدن»; «لستُ» is I am not."""
    if following.endswith("ات") or following in ("مئه", "مائه"):
        return True
    return any(number == "plural" and not clitics for _, _, number, _, clitics in noun_forms(lexicon)[following])


def _is_dated(found: Sequence[Token], i: int) -> bool:
    """Whether «صفر» is the month: «15 صفر 1440», «صفر في عام 95»."""
    following, year = _form(found, i + 1), _form(found, i + 2)
    return (following[:2] in ("13", "14") and len(following) == 4) or (following == "في" and year in ("سنه", "عام"))


def _names_a_place(found: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether the ordinal at token `i` opens the date that a place is named by: «مدينة السادس من أكتوبر»."""
    after = _form(found, i + 1 + (_form(found, i + 1) in TENS))
    return _form(found, i - 1) in words(lexicon, "numbered_place") and after == "من"


def _names_a_ruler(found: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether the ordinal at token `i` ends a ruler's name: «الملك عبد الله الثاني», «الملكة إليزابيث الثانية»."""
    gender = found[i].form.endswith("ه")
    name = _form(found, i - 1)
    if words(lexicon, "regnal") & {name, name.removeprefix("و")}:
        return True
    for token in reversed(found[max(0, i - 4) : i]):
        if token.form in ENDS_ALONE or token.kind != "word":
            return False
        if token.form.removeprefix("ال") in words(lexicon, "ruler"):
            return gender == token.form.endswith("ه")
    return False


def is_eighth(found: Sequence[Token], i: int) -> bool:
    """Whether «الثمن» is an eighth rather than a price: shares of an estate are named near it.

    >>> from helpers.text import tokens
    >>> is_eighth(tokens("لأمه السدس ولأرملته الثمن"), 3), is_eighth(tokens("دفع الثمن"), 1)
    (True, False)
    """
    near = (*found[max(0, i - SHARES_WITHIN) : i], *found[i + 1 : i + 1 + SHARES_WITHIN])
    return any(token.form.removeprefix("و").removeprefix("ال") in SHARES for token in near)


def is_a_fifth(found: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether «خمس» is a fifth: of a definite noun, or of what is parted rather than counted («خمس سكان العالم»).

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> texts = "خمس المحصول", "خمس قيمته", "خمس مساحة البلاد", "خمس مدن"
    >>> [is_a_fifth(tokens(text), 0, load()) for text in texts]
    [True, True, True, False]
    """
    following, owner = _form(found, i + 1), _form(found, i + 2)
    if is_definite(following):
        return True
    parted = words(lexicon, "parted")
    if following in parted:
        owned = i + 2 < len(found) and found[i + 2].kind == "word" and owner not in ENDS_ALONE
        return owned and not owner.endswith(("ين", "ون"))
    bases = (following.removesuffix(pronoun) for pronoun in OWNERS if following.endswith(pronoun))
    return any(base in parted or (base.endswith("ت") and f"{base[:-1]}ه" in parted) for base in bases)


def is_definite(form: str) -> bool:
    """Whether a word is a noun with the article.

    >>> is_definite("المحصول"), is_definite("الذي"), is_definite("الاف")
    (True, False, False)
    """
    return form.startswith("ال") and not form.startswith(NO_ARTICLE) and form not in NO_NOUNS


def _form(found: Sequence[Token], i: int) -> str:
    return found[i].form if 0 <= i < len(found) else ""
