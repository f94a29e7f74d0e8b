"""Countable nouns: their lemma, class and number, with the duals and accusatives that grammar derives."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.lexicon import Lexicon, Row, Seen
from helpers.text import NEW, Token, readings, tokens

TA_MARBUTA, FOLDED_TA_MARBUTA = "ة", "ه"
SHORTEST, LONGEST_ROOT = 3, 5
CONSTRUCT, FEMININE_ENDS = "construct", ("تا", "تي")
CAN_BELONG = {"vehicle", "weapon", "store", "site", "point", "house", "strike", "attack", "casualty"}
NOT_OWNERS = set(
    "في من علي عن الي مع بعد قبل عند منذ امس هنا هناك ثم لم لا قد كانت كان حين عندما حيث التي ان صباح مساء فجر".split()
)
PRONOUNS = ("هم", "هن", "ها", "نا", "ه")


class Noun(NamedTuple):
    """A countable noun among tokens: what it is, its grammatical number, where it starts and how long it is."""

    lemma: str
    cls: str
    measure: str
    group: str
    factor: float
    number: str
    start: int
    length: int
    clitics: str


def noun_at(found: Sequence[Token], i: int, lexicon: Lexicon) -> Noun | None:
    """The countable noun that begins at token `i`, the longest form first; its start leaves out prepositions.

    >>> from helpers.lexicon import load
    >>> noun_at(tokens("لتفجيرين"), 0, load())[:3], noun_at(tokens("كيلومترات مربعة"), 0, load()).lemma
    (('تفجير', 'attack', 'attacks'), 'كيلومتر مربع')
    """
    token = found[i]
    for rest, noun in _openings(lexicon)[token.form]:
        if noun[5] == CONSTRUCT:
            if not _is_owned(found, i) or not (token.form.endswith(FEMININE_ENDS) or _is_object(found, i, lexicon)):
                continue
            noun = noun._replace(number="dual")
        if not rest or tuple([t.form.removeprefix("ال") for t in found[i + 1 : i + 1 + len(rest)]]) == rest:
            lemma, cls, measure, group, factor, number, skip, length, clitics = noun
            return NEW(Noun, (lemma, cls, measure, group, factor, number, token.inner(skip), length, clitics))
    return None


def _is_owned(found: Sequence[Token], i: int) -> bool:
    """Whether an indefinite word follows token `i` that a dual can belong to: «سيارتي إسعاف», not «سيارتي الجديدة»."""
    after = found[i + 1] if i + 1 < len(found) else None
    if after is None or after.kind != "word" or len(after.form) < SHORTEST:
        return False
    return after.form not in NOT_OWNERS and not after.form.startswith(("ال", "و", "ف", "ب", "ل"))


def _is_object(found: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether token `i` is what a word before it takes: «دمر مستودعي ذخيرة», not «قصف مدفعي عنيف»."""
    if i == 0:
        return False
    form = found[i - 1].form
    if found[i].form[0] == "و":  # «ثلاث عربات ومدفعي هاوتزر», not «قصف جوي ومدفعي عنيف»
        return found[i - 1].kind == "word" and not form.endswith("ي")
    return form == "علي" or any(reading.stem in _takers(lexicon) for reading in readings(form))


@lru_cache(maxsize=16)
def _takers(lexicon: Lexicon) -> frozenset[str]:
    """Verbs and verbal nouns of what is done to weapons and vehicles, with their endings: «دمر», «دمرت», «تدمير»."""
    rows = [row for row in lexicon["measures"] if row["measure"] == "weapons" and " " not in row["form"]]
    return frozenset(tokens(row["form"])[0].form + ending for row in rows for ending in ("", "ت", "وا", "نا"))


def possessed_noun(token: Token, lexicon: Lexicon) -> Noun | None:
    """The noun behind a word with a possessive pronoun: «عائلاتهم» is families.

    >>> from helpers.lexicon import load
    >>> possessed_noun(tokens("وعائلاتهم")[0], load()).lemma
    'عائلة'
    """
    noun = _possessed(lexicon)[token.form]
    return noun and noun._replace(start=token.inner(noun.start))


@lru_cache(maxsize=16)
def noun_forms(lexicon: Lexicon) -> Seen[str, tuple[tuple[tuple[str, ...], Row, str, int, str], ...]]:
    """For a written form, the nouns it may begin: other words, row, grammatical number, letters and clitics cut off.

    >>> from helpers.lexicon import load
    >>> noun_forms(load())["والجنود"][0][2:]
    ('plural', 3, 'وال')
    """
    index = _index(lexicon)
    return Seen(
        lambda form: tuple(
            (words[1:], row, number, skip, clitics)
            for stem, skip, clitics in readings(form)
            for words, row, number in index.get(stem, ())
        )
    )


@lru_cache(maxsize=16)
def _openings(lexicon: Lexicon) -> Seen[str, tuple[tuple[tuple[str, ...], Noun], ...]]:
    """For a written form the nouns it may begin, each after its other words and starting so far into the form."""
    forms = noun_forms(lexicon)

    def openings(form: str) -> tuple[tuple[tuple[str, ...], Noun], ...]:
        found = []
        for rest, row, number, skip, clitics in forms[form]:
            article = 2 if clitics.endswith("ال") and not clitics.endswith("لال") else 0
            found.append((rest, _noun(row, number, skip - article, len(rest) + 1, clitics)))
        return tuple(found)

    return Seen(openings)


@lru_cache(maxsize=16)
def _possessed(lexicon: Lexicon) -> Seen[str, Noun | None]:
    """For a written form the noun before its possessive pronoun, starting so far into the form."""
    forms = noun_forms(lexicon)

    def possessed(form: str) -> Noun | None:
        for pronoun in (pronoun for pronoun in PRONOUNS if form.endswith(pronoun)):
            word = form.removesuffix(pronoun)
            for base in (word, _before_pronoun(word)):
                for rest, row, number, skip, clitics in forms[base]:
                    alone = base == word or word.endswith("ا")
                    taken = pronoun == FOLDED_TA_MARBUTA and number == "singular" and alone  # not «مسلحه», «فتاه»
                    if not rest and "ال" not in clitics and not taken:
                        return _noun(row, "dual" if number == CONSTRUCT else number, skip, 1, clitics)
        return None

    return Seen(possessed)


def _noun(row: Row, number: str, start: int, length: int, clitics: str) -> Noun:
    factor = float(row["factor"]) if row["factor"] else 1.0  # most have none
    return Noun(row["lemma"], row["class"], row["measure"], row["group"], factor, number, start, length, clitics)


def _before_pronoun(word: str) -> str:
    """A noun as it is without its pronoun: «عائلتـ» is «عائلة», «أبنائـ» is «أبناء»."""
    if word.endswith("ت"):
        return word[:-1] + FOLDED_TA_MARBUTA
    if word.endswith("ا"):
        return word[:-1] + "ي"  # «جرحاهم» is «جرحى»
    return word[:-1] + "ء" if word.endswith(("ئ", "ؤ")) else word


@lru_cache(maxsize=16)
def _index(lexicon: Lexicon) -> dict[str, list[tuple[tuple[str, ...], Row, str]]]:
    index: dict[str, list[tuple[tuple[str, ...], Row, str]]] = {}
    tables = ("nouns", "entities", "months")  # «شعبان» is no two peoples
    listed = {tuple(t.form for t in tokens(row["form"])) for table in tables for row in lexicon[table]}
    for row in lexicon["nouns"]:
        words = tuple(t.form for t in tokens(row["form"]))
        index.setdefault(words[0], []).append((words, row, row["number"]))
        owned = _owned_plural(words, row) if row["number"] == "plural" else ""
        if owned and (owned,) not in listed:
            index.setdefault(owned, []).append(((owned,), row, "plural"))
        for derived, number in _derived(words, row["form"].split()) if row["number"] == "singular" else ():
            belongs = number != CONSTRUCT or row["class"] in CAN_BELONG
            if belongs and derived not in listed:
                index.setdefault(derived[0], []).append((derived, row, number))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def _owned_plural(words: tuple[str, ...], row: Row) -> str:
    """A sound plural as it stands before its owner: «موظفي», «موظفو»; empty where that is too short to tell apart."""
    base = tokens(row["lemma"])[0].form if row["lemma"] else ""
    sound = len(words) == 1 and len(words[0]) > LONGEST_ROOT and words[0] in (base + "ين", base + "ون")
    return words[0][:-1] if sound else ""


def _derived(words: tuple[str, ...], written: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The accusative and the duals of a singular, those before an owner too («سيارتي إسعاف»).

    The caller leaves out plurals and names («سوريا»), and takes a masculine («مدفعي هاوتزر») for no adjective.
    """
    if min(map(len, words)) < SHORTEST or len(written) != len(words):  # abbreviations are not inflected: كم, م
        return
    feminine = [form.endswith(TA_MARBUTA) for form in written]
    stems = [word[:-1] + "ت" if fem else word for word, fem in zip(words, feminine, strict=True)]
    if not feminine[0] and not words[0].endswith("ا"):
        yield tuple(word + "ا" for word in words), "singular"
    for ending in ("ان", "ين"):
        yield tuple(stem + ending for stem in stems), "dual"
    if len(words) == 1:
        yield from (((stems[0] + ending,), CONSTRUCT) for ending in (("ا", "ي") if feminine[0] else ("ي",)))
