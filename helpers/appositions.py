"""What stands between commas after a speaker: «، الذي زار المخيم،», «، نائب المدير:», «، طالبا عدم ذكر اسمه،»."""

from typing import NamedTuple

from helpers.cues import BEFORE_NOUNS, cue_at, is_verb, may_be_verb, withholds_name
from helpers.objects import announces
from helpers.page import Page
from helpers.shapes import is_definite, is_relational
from helpers.titles import PEOPLE, head_at, is_given_name, is_standard

DIRECTIONS = ("شمال", "جنوب", "شرق", "غرب", "وسط")
ARMS = (
    "الجناح",
    "الذراع",
    "جناح",
    "ذراع",
    "احد",
    "احدي",
    "اكبر",
    "كبري",
    "ابرز",
    "اقدم",
    "التابع",
    "التابعه",
    "الموالي",
    "المواليه",
)
ONE_OF = ("احد", "احدي", "كبير", "كبيره")
CLAUSE_WORDS, NAME_WORDS, FEWEST = 16, 5, 2


class Apposition(NamedTuple):
    """An apposition: the token after it, its kind (clause, office, name), and the tokens of a person's name in it."""

    end: int
    kind: str
    person: range


def apposition_at(page: Page, k: int, has_words: bool, has_person: bool, may_stop: bool) -> Apposition | None:
    """The apposition after the comma at token `k`, closed by the next comma, أن, a colon or a quotation.

    `has_words` says whether the speaker so far has words of a name, `has_person` whether he has a whole name,
    `may_stop` whether the sentence may end with it («…، بحسب الناطق باسم الجيش، العميد سالم ناصر.»).

    >>> from helpers.report import read_report
    >>> [a.source for a in read_report("a", "قال سالم ناصر، مدير المشفى، إن الدواء نفد.").attributions]
    ['سالم ناصر']
    """
    n = k + 1
    if n in page.quotes and page.form(page.quotes[n] + 1) in ("،", ",", ":") and may_be_person(page, n + 1):
        close = page.quotes[n]  # «، "مصطفى فلان"،»
        return (
            Apposition(close + 1, "name", range(n + 1, close)) if close - n <= NAME_WORDS and not has_person else None
        )
    kind = _kind(page, n, has_words, has_person)
    if kind is None:
        return None
    end = _end(page, n, kind, may_stop)
    if end is None or (end - n < FEWEST and kind != "office"):
        return None
    withheld = withholds_name(page, n) or withholds_name(page, n + 1)
    names = (i for i in range(n, end) if "named" in page.roles(i) and not page.form(i - 1).endswith("ذكر"))
    named = None if withheld else next(names, None)  # not «الذي اكتفى بذكر اسمه الأول»
    if named is not None:
        return Apposition(end, kind, range(named + 1, end))
    first = n + _is_nationality(page, n)
    return Apposition(end, kind, range(first, end) if kind == "name" and not page.roles(n) else range(0))


def may_be_person(page: Page, i: int, strangers: frozenset[str] = frozenset()) -> bool:
    """Whether a word that no list knows may be a person's name; those in `strangers` are.

    >>> from helpers.report import read_report
    >>> [a.source for a in read_report("a", "قال برهان فلاني إن الدواء نفد.").attributions]
    ['برهان فلاني']
    """
    if i >= len(page.found):
        return False
    token = page.found[i]
    if token.form in strangers:
        return True
    called = not page.roles(i) or (page.roles(i) == {"anonymous"} and not withholds_name(page, i))  # «فضل عبد الغني»
    if token.kind != "word" or len(token.form) < 2 or not called or i in page.names or i in page.quotes:
        return False
    ruling = {token.form, *(token.form.removesuffix(p) for p in ("ها", "هم", "ه"))}  # «خلال», «خلاله»
    if (ruling & BEFORE_NOUNS and not page.is_name_ali(i)) or is_definite(token.form) or is_standard(page, i):
        return False
    if (cue := cue_at(page, i)) and cue.tense == "participle":
        return False  # «وأضافت قائلة: …»
    return not announces(page, token.form)


def may_be_surname(page: Page, i: int) -> bool:
    """Whether a definite word that no list knows stands where a person may: «وقال الحداد إن», «وأكد التجار أن».

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.text import tokens
    >>> texts = "الحداد", "حداد"
    >>> pages = [lay_out(text, tokens(text), [], [], load()) for text in texts]
    >>> [may_be_surname(page, 0) for page in pages]
    [True, False]
    """
    if not page.form(i).startswith("ال") or page.roles(i) or i in page.names:
        return False
    return not (is_standard(page, i) or announces(page, page.form(i)[2:]))


def may_be_second(page: Page, k: int) -> bool:
    """«سالم ونادر»: whether token `k`, a word with و, is a second name; what he said or an aside must follow.

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.text import tokens
    >>> texts = "سالم ونادر، أن", "سالم والجيش، أن"
    >>> pages = [lay_out(text, tokens(text), [], [], load()) for text in texts]
    >>> [may_be_second(page, 1) for page in pages]
    [True, False]
    """
    rest = page.form(k)[1:]
    follows = page.form(k + 1) in ("،", ",", ":", "في") or bool(page.roles(k + 1) & {"that", "time"})
    return follows and len(rest) > 2 and not (is_verb(page, k) or page.roles(k) or is_definite(rest))


def _kind(page: Page, n: int, has_words: bool, has_person: bool) -> str | None:
    if page.form(n) in ("وهو", "وهي") and page.form(n + 1) == "ما":
        return None  # «…، وهو ما نفته الوزارة»
    if (
        page.roles(n) & {"relative", "office", "home", "named"}
        or withholds_name(page, n)
        or withholds_name(page, n + 1)
    ):
        return "clause"
    head = head_at(page, n)
    counted = head and head.row and head.row["class"] == "of" and page.form(n) not in ONE_OF
    if counted or (page.form(n) and page.found[n].kind == "number"):
        return None  # «وقتل، وفقا لمصادر طبية، ستة أشخاص»
    if head and head.row and (head.row["class"] != "media" if has_words else head.row["type"] in PEOPLE):
        return "office"
    person = n in page.names and page.names[n][0].kind == "person"
    person = person or (is_given_name(page, n) and may_be_person(page, n + 1))  # «، الفاتح قرشي،»
    nisba = _is_nationality(page, n) and may_be_person(page, n + 1)  # «، التونسي لسعد الدردير،»
    if page.form(n) in ARMS and not has_words:
        return "clause"  # «كتائب القسام، الجناح العسكري لحركة حماس،»
    if page.form(n).removesuffix("ي") in DIRECTIONS:
        return "clause"  # «مدير الإسعاف في حماة، شمال البلاد، إن»
    did = page.form(n).endswith("ت") and not is_given_name(page, n)  # «وبحسب المسؤول، انسحبت القوات.»
    unknown = may_be_person(page, n) and not (may_be_verb(page, n) or did)  # «بحسب وسطاء عرب، أبلغ الوزير …»
    return "name" if not has_person and (person or nisba or unknown) else None


def _is_nationality(page: Page, n: int) -> bool:
    return page.form(n).startswith("ال") and is_relational(page.form(n)) and head_at(page, n) is None


def _end(page: Page, n: int, kind: str, may_stop: bool) -> int | None:
    longest = NAME_WORDS if kind == "name" else CLAUSE_WORDS
    for i in range(n, min(n + longest, len(page.found))):
        if (
            page.form(i) in ("،", ",", ":")
            or ("that" in page.roles(i) and page.form(i)[:3] != "لان")
            or page.is_utterance(i)
        ):
            return i
        if page.found[i].kind == "mark" and page.form(i) not in '"()':
            return i if may_stop and i + 1 >= page.sentence_end(i) else None
        if kind == "name" and not may_stop and i - n >= FEWEST and page.roles(i) & {"halt", "statement"}:
            return i  # «كتب الرئيس، سالم ناصر على حسابه»
        if kind != "clause" and (is_verb(page, i) or (kind == "name" and page.roles(i))):
            return None
    return None
