"""What opens a speaker's phrase: a name that can speak, or a title such as قائد, مصدر, بيان, وزارة."""

from functools import lru_cache
from typing import NamedTuple

from helpers.lexicon import Lexicon, Row, marked
from helpers.names import Name
from helpers.page import Page, once
from helpers.text import Seen, fold

AUDIENCES, STANDARD = ("media", "reporter", "soldier"), "standard"
PEOPLE = ("unnamed_official", "witness")
PERSONAL = {*PEOPLE, "anonymous_sources"}
NAMED_TYPES = {*PEOPLE, "named_person"}
SAME = ("ذات", "نفس")
OUT_OF = ("اصل", "بين", "كل", "مجموع")
SHORTENED = {"د": "دكتور", "م": "مهندس", "ا": "استاذ", "ب": "استاذ"}
KUNYA, NUMBERED = ("ام", "اب"), ("army", "media", "officer")


class Head(NamedTuple):
    """What opens a speaker's phrase: its row (of a title), its name, how many letters are cut, its length."""

    row: Row | None
    name: Name | None
    skip: int
    length: int
    definite: bool
    owned: bool = False


def head_at(page: Page, i: int, prefix: str = "") -> Head | None:
    """The name or title that opens a speaker's phrase at token `i`, with exactly the clitics `prefix` before it.

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.text import tokens
    >>> texts = "القائد", "لمصدر", "كتاب"
    >>> heads = [head_at(lay_out(t, tokens(t), [], [], load()), 0, "ل" * t.startswith("ل")) for t in texts]
    >>> [head and (head.row["type"], head.definite) for head in heads]
    [('unnamed_official', True), ('anonymous_sources', False), None]
    """
    opens = i in page.names or _may_open(page.lexicon)[page.form(i)[len(prefix) :]]
    return _head_at(page, i, prefix) if opens else None


@lru_cache(maxsize=16)
def _may_open(lexicon: Lexicon) -> Seen[str, bool]:
    """For each written form, what stands before it cut off, whether a speaker's phrase may open with it, if no name."""
    known = titles(lexicon)

    def may_open(form: str) -> bool:
        bare = {form, form.removeprefix("ال"), form.removesuffix("ا")}
        short = form in SHORTENED or form in SAME or form[:1].isdecimal()
        return short or not bare.isdisjoint(known) or _owned(form, known) is not None

    return Seen(may_open)


@once
def _head_at(page: Page, i: int, prefix: str) -> Head | None:
    if i < len(page.found) and page.found[i].kind == "number" and not prefix:
        return _counted(page, i)
    if i >= len(page.found) or page.found[i].kind != "word":
        return None
    skip = len(prefix)
    if not page.form(i).startswith(prefix):
        return None
    if i in page.names:
        name, end = page.names[i]
        cut = sum(letter < name.start for letter in page.found[i].letters)
        cut = cut - 1 if prefix in ("لل",) and cut == 1 else cut
        if cut <= skip and _can_speak(page, name) and (cut == skip or prefix == "لل"):
            return Head(None, name, cut, end - i, True)
    form, known = page.form(i), titles(page.lexicon)
    if short := _abbreviated(page, i, skip):
        return short
    if form in SAME and not prefix and (after := head_at(page, i + 1)) and after.row and after.definite:
        return after._replace(length=after.length + 1)  # «ذات المصدر»
    if form == "امام" and page.text[page.found[i].start] == "أ":
        return None  # أمام, not إمام
    if _names_by_child(page, i, form[skip:]):
        return None
    if "statement" in page.roles(i) and "statement" in page.roles(i - 1):
        return None
    rest = form[skip:]
    if prefix == "لل":
        return _titled(known.get(rest), 1, True)
    if rest.endswith("ه") and page.text[page.found[i].end - 1] == "ه" and (owned := _owned(rest, known)):
        return _titled(owned, skip, False, True)
    if rest in known and not (rest.startswith("ال") or marked(known[rest], "definite")):
        return _titled(known[rest], skip, False)
    if rest.startswith("ال") and rest[2:] in known and "time" not in page.roles(i):  # «الأحد»
        return _titled(known[rest[2:]], skip, True)
    if (page.text[page.found[i].end - 1] != "ة") and (owned := _owned(rest, known)) is not None:
        return _titled(owned, skip, False, True)
    accusative = rest.endswith("ا") and not page.roles(i)
    return _titled(known.get(rest.removesuffix("ا")), skip, False) if accusative else None


def _abbreviated(page: Page, i: int, skip: int) -> Head | None:
    """«د. سالم ناصر», «أ.د. سعاد المهدي», «م. نادر حداد»: a title of one letter before a name."""
    k, letter = i, page.form(i)[skip:]
    while page.form(k)[skip * (k == i) :] in SHORTENED and page.form(k + 1) == ".":
        k += 2
    row = titles(page.lexicon).get(SHORTENED.get(letter, ""))
    named = k > i and len(page.form(k)) > 1 and page.found[k].kind == "word" and not page.roles(k)
    return Head(row, None, skip, k - i, True) if named and row else None


def _counted(page: Page, i: int) -> Head | None:
    """«12 شاهدا», «12 من أفراد الأسرة», «7 من أصل 12 محللا»."""
    k = i + 1 + (page.form(i + 1) == "من")
    shared = k == i + 2 and page.form(k) in OUT_OF and page.found[k + 1].kind == "number" if page.form(k + 1) else False
    k += 2 * shared
    after = head_at(page, k)
    return after._replace(length=after.length + k - i) if after and after.row else None


def _titled(row: Row | None, skip: int, definite: bool, owned: bool = False) -> Head | None:
    """The head of one word; plans, laws and the like are no speakers."""
    return Head(row, None, skip, 1, definite, owned) if row and row["class"] != STANDARD else None


def _owned(word: str, known: dict[str, Row]) -> Row | None:
    """The title in «محاميه», «زوجته»."""
    for pronoun in ("ها", "هم", "ه", "نا"):
        base = word.removesuffix(pronoun)
        if base != word and base in known:
            return known[base]
        if base != word and base.endswith("ت") and base[:-1] + "ه" in known:
            return known[base[:-1] + "ه"]
    return None


def is_kunya(page: Page, i: int) -> bool:
    """Whether a person called by a child, «أم سلمان», «أبو علي», is named at token `i`.

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.text import tokens
    >>> texts = "أم سلمان", "عم سلمان"
    >>> pages = [lay_out(text, tokens(text), [], [], load()) for text in texts]
    >>> [is_kunya(page, 0) for page in pages]
    [True, False]
    """
    return _names_by_child(page, i, page.form(i))


def _names_by_child(page: Page, i: int, form: str) -> bool:
    """«أم سلمان», «أبو علي» are names of people; «أم الطفل», «أم لخمسة أطفال» are not."""
    after = page.form(i + 1)
    return form in KUNYA and bool(after) and not page.roles(i + 1) and not after.startswith(("ال", "ل", "ب"))


def is_numbered(page: Page, i: int) -> bool:
    """Whether token `i` is a unit or a channel that bears a number: «اللواء 47», «القناة 12».

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.text import tokens
    >>> texts = "اللواء 47", "الوزير 47"
    >>> pages = [lay_out(text, tokens(text), [], [], load()) for text in texts]
    >>> [is_numbered(page, 0) for page in pages]
    [True, False]
    """
    head = head_at(page, i)
    return bool(head and head.row and head.row["class"] in NUMBERED)


def is_standard(page: Page, i: int) -> bool:
    """Whether token `i` is a plan, a law or another thing that one goes by without its saying anything.

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.text import tokens
    >>> [is_standard(lay_out(text, tokens(text), [], [], load()), 0) for text in ("القانون", "القائد")]
    [True, False]
    """
    row = titles(page.lexicon).get(page.form(i).removeprefix("ال").removeprefix("لل"))
    return row is not None and row["class"] == STANDARD


def audience_at(page: Page, i: int) -> Head | None:
    """Those told («للصحفيين», «لوكالة»), after «ل» at token `i`.

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.text import tokens
    >>> texts = "للصحفيين", "للحرب"
    >>> pages = [lay_out(text, tokens(text), [], [], load()) for text in texts]
    >>> [audience_at(page, 0) is not None for page in pages]
    [True, False]
    """
    head = head_at(page, i, "ل") or head_at(page, i, "لل")
    return head if head and head.row and head.row["class"] in AUDIENCES else None


@lru_cache(maxsize=16)
def titles(lexicon: Lexicon) -> dict[str, Row]:
    """The titles by folded form, with the duals and sound plurals of people's.

    >>> from helpers.lexicon import load
    >>> [title in titles(load()) for title in ("متحدث", "متحدثان", "متحدثون", "شجرة")]
    [True, True, True, False]
    """
    known = {fold(row["form"]).text: row for row in lexicon["titles"]}
    for form, row in list(known.items()):
        if row["type"] in PEOPLE:
            stem, ends = (form[:-1] + "ت", ("ان", "ين")) if form.endswith("ه") else (form, ("ان", "ين", "ون"))
            ends = (*ends, "و") if len(form) > len("ابن") and stem == form else ends  # «مسؤولو المخيم», not «أبو»
            for ending in ends:
                known.setdefault(stem + ending, row)
    return known


def is_given_name(page: Page, i: int) -> bool:
    """Whether token `i` is a first name that is hardly any other word: «عمر», «لورانس», «الطاهر».

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.text import tokens
    >>> texts = "عمر", "أمل"
    >>> pages = [lay_out(text, tokens(text), [], [], load()) for text in texts]
    >>> [is_given_name(page, 0) for page in pages]
    [True, False]
    """
    return i not in page.quotes and page.form(i) in _given_names(page.lexicon)


@lru_cache(maxsize=16)
def _given_names(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(fold(row["form"]).text for row in lexicon["given_names"])


@lru_cache(maxsize=16)
def event_nouns(lexicon: Lexicon) -> frozenset[str]:
    """Nouns that open what is announced.

    >>> from helpers.lexicon import load
    >>> "انطلاق" in event_nouns(load()), "كتاب" in event_nouns(load())
    (True, False)
    """
    return frozenset(fold(row["form"]).text for row in lexicon["event_nouns"])


@lru_cache(maxsize=16)
def nationalities(lexicon: Lexicon) -> dict[str, str]:
    """Whom an office holder of a nationality speaks for, by the adjective's folded form.

    >>> from helpers.lexicon import load
    >>> nationalities(load())["سوري"]
    'syrian_government'
    """
    return {fold(row["form"]).text: row["party"] for row in lexicon["nationalities"]}


def _can_speak(page: Page, name: Name) -> bool:
    return (name.kind != "place" and name.kind != "group") or page.entity(name).party is not None
