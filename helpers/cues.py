"""Words that report speech: verbs in every person and tense, participles, prepositions, and what looks like them.

The list gives a verb's perfect, imperfect and participle; the endings are added here.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from helpers.deeds import is_deed
from helpers.lexicon import Lexicon, Phrases, Row, marked
from helpers.page import Page, once
from helpers.text import Seen, fold

SHADDA, DAMMA = "\N{ARABIC SHADDA}", "\N{ARABIC DAMMA}"
PRONOUNS = ("ه", "ها", "هم", "هما", "نا", "ني")
WITHHELD = {"عدم", "الكشف", "كشف", "ذكر", "نشر", "الافصاح", "حجب", "اخفاء"}
BEFORE_NOUNS = set(
    fold(
        "في من إلى على عن بعد قبل دون بدون بسبب إثر عدم كل أي بعض مع ضد حول نحو عبر لدى بين خلال منذ عقب أثناء"
    ).text.split()
)  # what follows these is a noun: عدم ذكر اسمه، القبض على متهمين


class Cue(NamedTuple):
    """A cue: its tokens, its row, and its tense: perfect, imperfect, participle; or `preposition`, `colon`.

    A verb with the pronoun of what is said («أعلنته») is `relative`: it opens no statement of its own.
    """

    first: int
    last: int
    row: Row
    tense: str

    @property
    def takes(self) -> list[str]:
        """What may open the content besides أن, a quotation and a colon, folded."""
        return _folded(self.row["takes"])

    @property
    def base(self) -> str:
        """The form that the list gives, folded."""
        return " ".join(_folded(self.row["form"]))

    @property
    def weak(self) -> bool:
        """Whether the word is more often something else, so that أن or a quotation must follow."""
        return marked(self.row, "weak")


@lru_cache(maxsize=4096)
def _folded(cell: str) -> list[str]:
    """The words of a list's cell, folded."""
    return fold(cell).text.split()


def cues(page: Page) -> list[Cue]:
    """Every word of a page that may report speech, in order; most still need a speaker.

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.sections import Sentence
    >>> from helpers.text import tokens
    >>> t = "وأكدت مصادر ذلك، مشيرة إلى الخسائر، بحسب الصحيفة"
    >>> [c.tense for c in cues(lay_out(t, tokens(t), [Sentence(0, len(t), 0)], [], load()))]
    ['perfect', 'participle', 'preposition']
    """
    telling, read = _telling(page.lexicon), 0
    found = []
    for i in [i for i, form in enumerate(page.forms) if telling[form]]:
        if i >= read:
            cue, read = _read(page, i)
            found += [cue] if cue else []
    return found


def cue_at(page: Page, i: int) -> Cue | None:
    """The cue that begins at token `i`.

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.sections import Sentence
    >>> from helpers.text import tokens
    >>> page = lay_out("ما أعلنته", tokens("ما أعلنته"), [Sentence(0, 9, 0)], [], load())
    >>> cue_at(page, 0), cue_at(page, 1).tense, may_be_verb(page, 1), is_verb(page, 1)
    (None, 'relative', True, False)
    """
    form = page.form(i)
    return _read(page, i)[0] if form and _telling(page.lexicon)[form] else None


def may_be_verb(page: Page, i: int) -> bool:
    """Whether token `i` may be a verb of saying, weak ones and those with a pronoun included («ما أعلنته»).

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.text import tokens
    >>> texts = "أعلنته", "أعلن", "البيت"
    >>> pages = [lay_out(text, tokens(text), [], [], load()) for text in texts]
    >>> [may_be_verb(page, 0) for page in pages]
    [True, True, False]
    """
    cue = cue_at(page, i)
    return cue is not None and cue.tense in ("perfect", "imperfect", "relative")


def is_verb(page: Page, i: int) -> bool:
    """Whether token `i` is a verb of saying beyond doubt, or a preposition of source.

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.text import tokens
    >>> texts = "أعلنته", "أعلن", "البيت"
    >>> pages = [lay_out(text, tokens(text), [], [], load()) for text in texts]
    >>> [is_verb(page, 0) for page in pages]
    [False, True, False]
    """
    cue = cue_at(page, i)
    return cue is not None and not cue.weak and cue.tense != "relative"


@once
def _read(page: Page, i: int) -> tuple[Cue | None, int]:
    """The cue that begins at token `i`, with a word that may be one, and the token after what was read."""
    verbs, phrases = _verbs(page.lexicon), _phrases(page.lexicon)
    if page.form(i) in phrases.by_first and page.found[i].kind == "mark":
        if page.is_clock(i):
            return None, i + 1
        return Cue(i, i, phrases.by_first[page.form(i)][0][1], "colon"), i + 1
    if page.found[i].kind != "word":
        return None, i + 1
    hit = next((h for h in phrases.all_at(page.found, i) if h.clitics in ("", "و", "ف")), None)
    if hit and marked(hit.row, "apart") and not _stands_apart(page, i):
        return None, i + 1
    if hit:
        role = hit.row["role"]
        return (None if role == "none" else Cue(i, i + hit.length - 1, hit.row, "preposition")), i + hit.length
    form = page.form(i)
    for word in (form, form[1:] if form[:1] in "وف" else ""):
        if word in verbs and not (_is_noun(page, i, word, verbs[word][0]) or _is_no_saying(page, i, word, verbs)):
            return Cue(i, i, *verbs[word]), i + 1
    return None, i + 1


def _stands_apart(page: Page, i: int) -> bool:
    """«، في حصيلة أولية للوزارة،», «وفي إحصاء للوزارة، …», not «بلغ في إحصاء للوزارة ألفا» nor «حظي باعتراف الأمم»."""
    return page.sentence_start(i) == i or page.form(i - 1) in ("،", ",", "-")


@lru_cache(maxsize=16)
def _telling(lexicon: Lexicon) -> Seen[str, bool]:
    """For each written form whether a cue may begin with it: most words are none."""
    verbs, phrases = _verbs(lexicon), _phrases(lexicon)
    return Seen(lambda form: form in verbs or form[1:] in verbs or phrases.begin[form] is not None)


def _is_no_saying(page: Page, i: int, word: str, verbs: Mapping[str, tuple[Row, str]]) -> bool:
    """A deed («شدد الجيش الحصار»), a noun in ة, or a perfect marked as passive («سُجل», «وذُكر»): nobody speaks."""
    row, tense = verbs[word]
    token, skip = page.found[i], len(page.form(i)) - len(word)
    marked = page.text[token.inner(skip) + 1 : token.end].startswith(DAMMA)
    passive = marked and tense == "perfect" and row["role"] != "relays"  # «ونُقل عن فلان» has its source
    if page.text[token.end - 1] == "ة" and tense != "participle":
        return True  # «حملة», not «حمله»
    return passive or (tense != "relative" and is_deed(page, i, row["form"]))


def withholds_name(page: Page, k: int) -> bool:
    """Whether «فضل عدم الكشف عن هويته», «طالبا عدم ذكر اسمه» begins at token `k`.

    >>> from helpers.report import read_report
    >>> text = "قال مسؤول في الوزارة، فضل عدم الكشف عن هويته، إن الهدنة انتهت."
    >>> [a.source_text for a in read_report("a", text).attributions]
    ['مسؤول في الوزارة، فضل عدم الكشف عن هويته']
    """
    return "anonymous" in page.roles(k) and bool({page.form(k + 1), page.form(k + 2)} & WITHHELD)


def _is_noun(page: Page, i: int, word: str, row: Row) -> bool:
    """Whether what looks like a cue is a noun («عدم ذكر», «على متهمين») or tells who speaks («يدعى»)."""
    if "named" in page.roles(i) and page.text[page.found[i].end - 1] == "ى":
        return True
    if (
        "anonymous" in page.roles(i - 1)
        or withholds_name(page, i)
        or withholds_name(page, i + 1)
        or (page.form(i) == "ورد" and page.sentence_start(i) != i)
    ):
        return True
    if word != page.form(i) or page.sentence_start(i) == i:
        return False
    if _follows_inna(page, i, row):
        return True
    if word == "بين":  # بيّن, not بين
        return SHADDA not in page.text[page.found[i].start : page.found[i].end]
    if row["role"] == "expresses" and word == fold(row["form"]).text:
        return page.form(i - 1) != "قد"
    return page.form(i - 1).removeprefix("و") in BEFORE_NOUNS and not page.is_name_ali(i - 1)


def _follows_inna(page: Page, i: int, row: Row) -> bool:
    """«إن رد الجيش», «أن علق السفن»: no verb in the perfect follows إن; after أن one does when بعد or سبق leads it."""
    if "that" not in page.roles(i - 1) or page.form(i)[0] in "يت":
        return False
    inna = page.text[page.found[i - 1].start : page.found[i - 1].end].lstrip("وف").startswith("إ")
    return inna or (marked(row, "weak") and "time" not in page.roles(i - 2) and page.form(i - 2) != "سبق")


@lru_cache(maxsize=16)
def _phrases(lexicon: Lexicon) -> Phrases:
    return Phrases(row for row in lexicon["cues"] if row["pos"] != "verb")


@lru_cache(maxsize=16)
def _verbs(lexicon: Lexicon) -> dict[str, tuple[Row, str]]:
    known: dict[str, tuple[Row, str]] = {}
    for row in lexicon["cues"]:
        if row["pos"] == "verb":
            for form, tense in _forms(row):
                if form not in known or known[form][1] == "relative":
                    known[form] = row, tense
    return known


def _forms(row: Row) -> Iterator[tuple[str, str]]:
    perfect, imperfect, participle = (fold(row[key]).text for key in ("form", "imperfect", "participle"))
    stem = perfect[:-1] if row["form"][-1] in "ىا" else perfect  # not of «تنبأ», «خشي»
    dual = stem + "يا" if perfect[-1] == "ي" else perfect + "ا"
    addressed = row["role"] in ("describes", "accuses", "asks") or "ه" in row["takes"].split()
    addressed |= marked(row, "addressed")
    women = () if perfect[-1] == "ي" else (_of_women(perfect),)  # «تمنين» is a town
    for form in (perfect, stem + "ت", stem + "وا", dual, stem + "تا", *women):
        yield form, "perfect"
        bare = form.removesuffix("ا")
        yield from ((bare + pronoun, "perfect" if addressed else "relative") for pronoun in PRONOUNS)
    if perfect[-1] == "ي":  # «نفاه», «تبنتها»
        yield from ((stem + "ا" + pronoun, "perfect" if addressed else "relative") for pronoun in PRONOUNS)
    if imperfect:
        root = imperfect[1:-1] if imperfect[-1] in "يو" else imperfect[1:]
        for prefix in "يت":
            for form in (imperfect[1:], root + "ون", imperfect[1:] + "ان"):
                yield prefix + form, "imperfect"
            told = "imperfect" if addressed else "relative"
            yield from ((prefix + imperfect[1:] + pronoun, told) for pronoun in PRONOUNS)
    if participle:
        base = participle[:-1]
        for form in (participle, base + "ه", base.removesuffix("ي") + "ين"):  # «مهددون» is no circumstance
            yield form, "participle"


def _of_women(perfect: str) -> str:
    """«أكدن», «قلن»: the long vowel of a hollow verb is dropped."""
    return (perfect[:-2] + perfect[-1] if perfect[-2] == "ا" else perfect) + "ن"
