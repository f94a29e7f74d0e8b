"""The atoms of numbers: which tokens can be part of a number, with their values and classes."""

from collections.abc import Sequence
from typing import NamedTuple

from helpers.digits import digit_value, is_not_a_quantity, ra_decimal, run_length, slash_fraction, stands_alone
from helpers.lexicon import Lexicon, standing
from helpers.looks import Sight
from helpers.number_forms import FIFTHS, TENS, WEEKDAY_LIKE, Word, Written, number_forms
from helpers.text import NEW, Seen, Token, line_starts

TANWEEN_FATH, DAMMA = "\N{ARABIC FATHATAN}", "\N{ARABIC DAMMA}"
TEEN_ORDINALS = set("حادي ثاني ثالث رابع خامس سادس سابع ثامن تاسع".split())
BEFORE_TEN = ("ه", "اثنا", "اثني", "احد", *TEEN_ORDINALS)  # how what stands before «عشر» in 11 to 19 ends
RULERS = {"ملك", "ملكه", "بابا", "سلطان", "امبراطور", "قيصر", "شاه", "خديوي", "بطريرك", "بولس", "بنديكتوس"}
REGNAL = set(
    "لويس نابليون نابوليون فريدريك فيليب تشارلز كارل كارلوس هنري جورج وليام ويليام ريتشارد ايفان بطرس نيقولا نيكولاي"
    " الكسندر الاسكندر ليوبولد البرت رمسيس تحتمس امنحتب بطليموس سنوسرت سليم بايزيد مراد محمد فرنسيس بيوس غريغوريوس"
    " كليمنت اوربان يوحنا تواضروس شنوده اغناطيوس اليزابيث اليزابث كاترين كاثرين كليوباترا ماري بياتريكس".split()
)  # names that rulers bear with a number: «لويس الرابع عشر»
PLACES = {"ميدان", "ساحه", "شارع", "حي", "دوار", "جسر", "طريق", "خط", "ملعب", "مدرسه", "مسجد", "جامع"}
ENDS_ALONE = set("من علي في الي عن بعد قبل خلال منذ حتي او ثم كما لكن ان".split())
NO_ARTICLE = ("الف", "الاف", "اليات", "البومات")  # «ألف», «آلاف», «آليات» only look definite
NO_NOUNS = {"ال", "الي", "الا", "الان", "التي", "الذي", "الذين", "اللذين", "اللتين", "اللواتي"}
SHARES, SHARES_WITHIN = {"سدس", "ثلثان", "ثلثين", "ثلثا", "ثلثي", "فرضا"}, 8
WHO_WROTE = {"كما", "قد", "وقد", "الذي"}  # «كما ألف مسرحية»: he wrote it
EACH_SECOND = {"كل", "لكل", "اي", "نصف", "ربع"}


class Atom(NamedTuple):
    """Tokens [first, stop) that can be part of a number; whether «و», «ال» or a new line stands before them."""

    value: float
    cls: str
    start: int
    end: int
    first: int
    stop: int
    conj: bool = False
    article: bool = False
    fresh: bool = False


def atoms_of(text: str, seen: Sight, lexicon: Lexicon) -> dict[int, Atom]:
    """The atoms among the tokens, by their first; idioms that only look like numbers («دفعة واحدة») have none.

    >>> from helpers.lexicon import load
    >>> from helpers.looks import sight
    >>> {i: a.value for i, a in atoms_of("مئة وخمسون قتيلا", sight("مئة وخمسون قتيلا", load()), load()).items()}
    {0: 100, 1: 50}
    """
    found = seen.tokens
    lines = line_starts(text, found) if "\n" in text else ()
    atoms, done = {}, 0
    for i, known in seen.marks:
        word = known.number
        if word is None or i < done:
            continue
        written, joins, idioms = word
        token = found[i]
        if token.kind == "number":
            done, atom = _digits(text, found, i, i in lines)
            if atom and i and found[i - 1].form == "(":
                atom = _with_brackets(found, number_forms(lexicon), atom)
        elif idioms and (listed := standing(idioms, found, i)):
            done, atom = i + 1 + len(listed[0].rest), None
        elif joins:
            atom = NEW(Atom, (0, joins, token.start, token.end, i, i + 1, False, False, False))
        elif written:
            atom = _sure(found, i, written, i in lines) if written.sure else _atom(text, found, i, written, i in lines)
        else:
            atom = None
        if atom:
            atoms[atom.first] = atom
    return atoms


def _digits(text: str, found: Sequence[Token], i: int, fresh: bool) -> tuple[int, Atom | None]:
    """The token after the digits at token `i`, and their atom when they are a number."""
    stop, value, cls = (i + 1, int(found[i].form), "digits") if stands_alone(found, i) else _run(text, found, i)
    if value is None:
        return stop, None
    conj = i > 0 and not fresh and found[i - 1].form == "و"
    return stop, NEW(Atom, (value, cls, found[i].start, found[stop - 1].end, i, stop, conj, False, fresh))


def _with_brackets(found: Sequence[Token], words: Seen[str, Word | None], atom: Atom) -> Atom:
    """«(31) ألفا و(450)»: the brackets around digits belong to a number that goes on after or came before them."""
    first, stop = atom.first, atom.stop
    if _form(found, stop) != ")":
        return atom
    joined = _form(found, first - 2) == "و"
    if not any(_is_scale(words, _form(found, j)) for j in (stop + 1, *((first - 3,) if joined else ()))):
        return atom
    return atom._replace(start=found[first - 1].start, end=found[stop].end, first=first - 1, stop=stop + 1, conj=joined)


def _is_scale(words: Seen[str, Word | None], form: str) -> bool:
    word = words[form] if form else None
    return bool(word and word.written and word.written.cls.startswith("scale"))


def _run(text: str, found: Sequence[Token], i: int) -> tuple[int, float | None, str]:
    """The token after the digits at token `i` and others that belong to them, their value and class."""
    stop = i + run_length(text, found, i)
    if (value := ra_decimal(found, i)) is not None:
        return i + 3, value, "digits"
    if (value := slash_fraction(found, i)) is not None:
        return i + 3, value, "sign"
    if is_not_a_quantity(text, found, i):
        return stop, None, ""
    return stop, digit_value(found[i:stop], [token.form for token in found[stop : stop + 2]]), "digits"


def _sure(found: Sequence[Token], i: int, written: Written, fresh: bool) -> Atom:
    value, cls, _, skip, conj, article, _ = written
    start, end, _, _, offsets = found[i]
    fresh = fresh or skip > conj  # a preposition begins another number: «في شهر واحد بألفين»
    joined = i > 0 and not fresh and (conj or found[i - 1].form == "و")
    return NEW(Atom, (value, cls, start + offsets[skip], end, i, i + 1, joined, article, fresh))


def _atom(text: str, found: Sequence[Token], i: int, written: Written, fresh: bool) -> Atom | None:
    token, following = found[i], _form(found, i + 1)
    if _is_and_one(text, token, following):
        return Atom(1, "teen_one", token.inner(1), token.end, i, i + 1, True, False, fresh)
    value, cls, stem, _, _, article, _ = written
    opening = len(token.form) - len(stem)  # past «ال», which belongs to the number's span
    damma = DAMMA in text[token.inner(opening) : token.inner(opening + 1)] if len(stem) > 1 else False
    if _is_another_word(found, i, written) or (cls == "eighth" and not damma and not _is_a_share(found, i)):
        return None
    if cls == "scale_or_dual":
        value, cls = _scale_or_dual(text, found, i, value)
    after_a_unit = stem == "عشر" and i > 0 and found[i - 1].form.endswith(BEFORE_TEN)
    if stem in FIFTHS and not article and not after_a_unit and (damma or _is_definite(following)):
        value, cls = 1 / value, "fraction"
    if cls == "dual_fraction" and not _is_definite(following):
        return None
    cls = "fraction" if cls in ("eighth", "dual_fraction") else cls
    return _sure(found, i, written, fresh)._replace(value=value, cls=cls)


def _is_a_share(found: Sequence[Token], i: int) -> bool:
    """Whether «الثمن» is an eighth rather than a price: shares of an estate are named near it."""
    near = (*found[max(0, i - SHARES_WITHIN) : i], *found[i + 1 : i + 1 + SHARES_WITHIN])
    return any(token.form.removeprefix("و").removeprefix("ال") in SHARES for token in near)


def _is_definite(form: str) -> bool:
    return form.startswith("ال") and not form.startswith(NO_ARTICLE) and form not in NO_NOUNS


def _is_another_word(found: Sequence[Token], i: int, written: Written) -> bool:
    """A weekday, a lady, a ruler's number («الملك عبد الله الثاني»), a square («ميدان السبعين»), a second of time."""
    before, following = _form(found, i - 1), _form(found, i + 1)
    if written.article and written.stem in WEEKDAY_LIKE:
        return following not in TENS and not (following[:1] == "و" and following.endswith(("ون", "ين")))
    if written.stem == "صفر" and (before == "شهر" or following in ("سنه", "عام") or _is_dated(found, i)):
        return True
    if found[i].form in ("الف", "والف") and (before in WHO_WROTE or _is_definite(following)):
        return i == 0 or found[i - 1].kind == "mark" or before in WHO_WROTE  # «وألف الأديب كتبا»: he wrote them
    if written.stem == "ست" and written.article:
        return not (_is_definite(before) or following.endswith("ات") or following in ("مئه", "مائه", "الاف"))
    if found[i].form == "لست":  # «لستُ»: I am not
        return not following.endswith("ات") and following not in ("اشهر", "ايام", "مئه", "مائه")
    if written.stem == "ست":
        return _is_definite(following)
    if written.stem == "ثانيه" and not written.article:
        counted = before[:1].isdecimal() or before.endswith(("ون", "ين", "عشر", "عشره", "مئه", "مائه"))
        of_time = following == "من" and not before.endswith("ه")  # «ثانية من وقتك»; «مرة ثانية من» is an ordinal
        return counted or of_time or before in EACH_SECOND or following == "واحده"
    if written.cls == "ordinal" and written.article:
        return _names_a_ruler(found, i)
    if written.stem in TENS and before.startswith("ال") and before[2:].removesuffix("ه") in TEEN_ORDINALS:
        return _names_a_ruler(found, i - 1)
    return written.article and written.cls == "tens" and before in PLACES


def _is_dated(found: Sequence[Token], i: int) -> bool:
    """Whether «صفر» is the month: «15 صفر 1440», «صفر في عام 95»."""
    following, year = _form(found, i + 1), _form(found, i + 2)
    return (following[:2] in ("13", "14") and len(following) == 4) or (following == "في" and year in ("سنه", "عام"))


def _names_a_ruler(found: Sequence[Token], i: int) -> bool:
    """Whether the ordinal at token `i` ends a ruler's name: «الملك عبد الله الثاني», «الملكة إليزابيث الثانية»."""
    gender = found[i].form.endswith("ه")
    name = _form(found, i - 1)
    if name in REGNAL or name.removeprefix("و") in REGNAL:
        return True
    for token in reversed(found[max(0, i - 4) : i]):
        if token.form in ENDS_ALONE or token.kind != "word":
            return False
        if token.form.removeprefix("ال") in RULERS:
            return gender == token.form.endswith("ه")
    return False


def _is_and_one(text: str, token: Token, following: str) -> bool:
    """«وأحد» («مئة وأحد عشر») folds to the same letters as «واحد»: the hamza or the ten after it tells them apart."""
    return token.form == "واحد" and ("أ" in text[token.start : token.end] or following in TENS)


def _scale_or_dual(text: str, found: Sequence[Token], i: int, value: float) -> tuple[float, str]:
    """«ألفا» is the scale after a number or with tanween or before «و»; before a noun it is the dual: two thousand."""
    token, following = found[i], found[i + 1] if i + 1 < len(found) else None
    if TANWEEN_FATH in text[token.start : token.end]:
        return value, "scale"
    alone = following is None or following.kind != "word" or following.form[0] == "و" or following.form in ENDS_ALONE
    return value, "scale" if alone else "scale_or_dual"


def _form(found: Sequence[Token], i: int) -> str:
    return found[i].form if 0 <= i < len(found) else ""


def tidy(value: float) -> float:
    """Whole values as whole numbers, others without the dust of binary fractions."""
    if type(value) is int:
        return value
    rounded = round(value, 9)
    return int(rounded) if float(rounded).is_integer() else rounded
