"""What qualifies a number: «أكثر من», «ما لا يقل عددهم عن», «تجاوز حاجز» before it, «على الأقل», «فما فوق» after it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.lexicon import Lexicon, Phrases, Row, Seen, standing
from helpers.text import NEW, Token, readings

LONGEST = 4
SUBJECT_WORDS, INSIDE = 5, {"في", "داخل"}  # «عدد المسلحين المتحصنين في الحي»
SIGNS = {">", "<", "≥", "≤", "~", "≈"}
PREPOSITIONS = {"علي", "عن", "من", "الي", "ب"}
SIZES = {"more_than", "less_than", "approximate", "at_least"}  # what may stand before a unit: «أكثر من عام»
NO_SIZES = ("حتي", "دون", "فوق", "تحت")  # these stand before a time or a place rather than an amount
COMMON = PREPOSITIONS | {*NO_SIZES} | {"ما", "لا", "لم", "لن", "ليس", "في"}
BARRIERS = {"حاجز", "عتبه", "سقف", "مستوي"}
AMOUNTS = set(
    "عدد اعداد حصيله نسبه قيمه وزن طول مساحه عمر اعمار سن مبلغ ثمن سعر كميه مسافه عرض ارتفاع عمق مده سرعه كلفه تكلفه"
    " حجم مجموع اجمالي تعداد قوام خسائر ميزانيه موازنه راتب".split()
)
PRONOUNS = ("هم", "هن", "ها", "هما", "ه")


class Qualifier(NamedTuple):
    """A qualifier: its row, its span, its tokens [first, stop), and whether a subject parts it from the number."""

    row: Row
    start: int
    end: int
    first: int
    stop: int
    parted: bool = False


def qualifier_before(
    found: Sequence[Token], i: int, lexicon: Lexicon, number_start: int | None = None
) -> Qualifier | None:
    """The qualifier that ends right before token `i`: «أكثر من», «نحو», «يزيد عددهم على».

    `number_start` is where the number begins in token `i`, when «ب» may be cut off before it: «قدر عددهم بخمسين».

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> qualifier_before(tokens("ما لا يقل عددهم عن مئة"), 5, load()).row["precision"]
    'at_least'
    """
    last = i - 1 if i > 1 and found[i - 1].form in BARRIERS else i
    if last < 1 or (found[last - 1].kind != "word" and not is_a_sign(found, last - 1)):
        return None
    words, before = _indexes(lexicon), found[last - 1].form
    attached = number_start is not None and found[i].start < number_start and found[i].form.removeprefix("و")[0] == "ب"
    near = words.near[before]
    if not near and not attached:
        return None
    if near == "end" and (close := _ending_at(found, last, words.phrases)):
        return close
    preposition = "ب" if attached else before if before in PREPOSITIONS else ""
    stop, verbs = last - (preposition != "" and not attached), words.governing.get(preposition)
    if attached and (close := _ending_at(found, stop, verbs)):
        return close
    head = _subject(found, stop) if verbs else None
    hit = _ending_at(found, head, verbs) if head else None
    return hit._replace(parted=True) if hit else None


def qualifier_after(found: Sequence[Token], i: int, reach: int, lexicon: Lexicon) -> Qualifier | None:
    """The qualifier that begins at one of the tokens from `i` to `reach`: «على الأقل», «فأكثر», «ونيف».

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> qualifier_after(tokens("مئة شخص على الأقل"), 1, 2, load()).row["precision"]
    'at_least'
    """
    phrases = _indexes(lexicon).phrases
    for j in range(i, min(reach, len(found) - 1) + 1):
        begun = phrases.begin[found[j].form]
        for rest, row, skip, _ in standing(begun, found, j) if begun else ():
            stop = j + 1 + len(rest)
            if (
                row["side"] == "after"
                and not _compares(found, stop)
                and (found[j].kind == "word" or is_a_sign(found, j))
            ):
                return NEW(Qualifier, (row, found[j].inner(skip), found[stop - 1].end, j, stop, False))
    return None


def is_a_sign(found: Sequence[Token], i: int) -> bool:
    """Whether a mark qualifies the number that it is written onto: «>100», «50+», but not «<b>5», «5+1» or «7 + 2».

    >>> from helpers.text import tokens
    >>> [is_a_sign(tokens(text), i) for text, i in ((">100", 0), ("50+", 1), ("5+1", 1), ("<b>5", 2))]
    [True, True, False, False]
    """
    mark = found[i].form
    before, after = found[i - 1] if i else None, found[i + 1] if i + 1 < len(found) else None
    leads, trails = before and before.end == found[i].start, after and after.start == found[i].end
    if mark == "+":
        return bool(leads and before and before.kind == "number" and not trails)
    return mark in SIGNS and not leads


@lru_cache(maxsize=16)
def size_words(lexicon: Lexicon) -> frozenset[str]:
    """The most telling word of each qualifier that may stand before a unit without a number: «أكثر», «نحو», «يزيد».

    >>> from helpers.lexicon import load
    >>> "اكثر" in size_words(load()), "من" in size_words(load())
    (True, False)
    """
    entries = _indexes(lexicon).phrases.by_first.items()
    rows = [((first, *rest), row) for first, listed in entries for rest, row in listed if row["side"] == "before"]
    sized = (words for words, row in rows if row["precision"] in SIZES)
    return frozenset(max(words, key=lambda word: (word not in COMMON, len(word))) for words in sized) - COMMON


def _compares(found: Sequence[Token], stop: int) -> bool:
    """Whether the words before token `stop` open a comparison of their own: «وأكثر من عشرة»."""
    opens = found[stop - 1].form.endswith(("اكثر", "اقل", "زيد")) and not found[stop - 1].form.startswith("ال")
    return opens and stop < len(found) and found[stop].form in PREPOSITIONS


def _ending_at(found: Sequence[Token], stop: int, phrases: Phrases | None) -> Qualifier | None:
    """The longest qualifier for what follows it that ends before token `stop`."""
    if phrases is None:
        return None
    for i in range(max(0, stop - LONGEST), stop):
        begun = phrases.begin[found[i].form]
        for rest, row, skip, clitics in standing(begun, found, i) if begun else ():
            reached = row["kind"] == "reach" and ("ل" in clitics or _is_of_a_toll(found, i))  # «زاد ليصل إلى 40»
            if i + 1 + len(rest) == stop and row["side"] == "before" and not reached:
                return NEW(Qualifier, (row, found[i].inner(skip), found[stop - 1].end, i, stop, False))
    return None


def _is_of_a_toll(found: Sequence[Token], i: int) -> bool:
    """Whether a toll is what reaches the number, so that this tells where it stands: «حصيلة التفجير تصل إلى 20»."""
    before = [token.form for token in found[max(0, i - SUBJECT_WORDS) : i]]
    return before[-1:] != ["قد"] and any(form.endswith("حصيله") for form in before)


def _subject(found: Sequence[Token], stop: int) -> int | None:
    """The first token of what is counted before token `stop`: «عددهم», «العدد», «عدد القتلى المدنيين»."""
    for i in range(stop - 1, max(0, stop - 1 - SUBJECT_WORDS), -1):
        form = found[i].form
        amount = AMOUNT[form]
        if amount and (amount != "bare" or i + 1 < stop):
            return i
        if not form.startswith("ال") and form not in INSIDE:
            return None
    return None


def _amount(form: str) -> str | None:
    """How a word names an amount, if it does: definite («العدد»), owned («عددهم») or bare («عدد القتلى»)."""
    if form in AMOUNTS:
        return "bare"
    if form.startswith("ال"):
        return "definite" if form[2:] in AMOUNTS else None
    base = next((form.removesuffix(pronoun) for pronoun in PRONOUNS if form.endswith(pronoun)), "")
    return "owned" if base in AMOUNTS or (base.endswith("ت") and base[:-1] + "ه" in AMOUNTS) else None


AMOUNT = Seen(_amount)


class _Words(NamedTuple):
    """The qualifiers, what a word before a number can be of one, and the verbs that govern each preposition.

    A word can be its "end", or what a verb governs: a preposition or the subject.
    """

    phrases: Phrases
    near: Seen[str, str]
    governing: dict[str, Phrases]


@lru_cache(maxsize=16)
def _indexes(lexicon: Lexicon) -> _Words:
    phrases = Phrases(lexicon["qualifiers"])
    entries = [((first, *rest), row) for first, listed in phrases.by_first.items() for rest, row in listed]
    before = [(words, row) for words, row in entries if row["side"] == "before"]
    endings = {words[-1] for words, _ in before}
    governing: dict[str, list[Row]] = {}
    for words, row in before:
        preposition = words[-1] if words[-1] in PREPOSITIONS else ""
        if row["kind"] == "verb":
            verb = " ".join(words[:-1] if preposition else words)
            governing.setdefault(preposition, []).append(row | {"form": verb})

    def near(form: str) -> str:
        if any(cut.stem in endings for cut in readings(form)):
            return "end"
        return "governed" if form in PREPOSITIONS or form.startswith("ال") or AMOUNT[form] else ""

    return _Words(phrases, Seen(near), {preposition: Phrases(rows) for preposition, rows in governing.items()})
