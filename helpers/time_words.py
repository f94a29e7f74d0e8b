"""The words that times are made of, found once among a text's tokens: weekdays, months, parts of the day, units."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from helpers import numerals
from helpers.lexicon import Hit, Lexicon, Phrases, Row, Seen, load
from helpers.text import Token, tokens

AHEAD_WITHIN = 8
LONGEST = 9  # digits of a number that counts days or years
NUMERIC = re.compile(r"\d{4}|\d\W{1,4}\d")  # what digits alone must be to be a time: 2014, 12/3/2019, 15:30
# Without a word of one of these kinds, or such digits, nothing is a time: the other kinds only qualify one.
CORES = {
    "deictic", "same_day", "part", "adverb", "unit", "season", "decade_name", "vague", "night_before", "tonight",
    "hour_word", "weekday", "gregorian", "hijri", "feast",
}  # fmt: skip


# Words of these kinds can have a number beside them.
COUNTED = {"unit", "gregorian", "hijri", "part", "adverb", "hour_word", "year_word", "last"}


class Found(NamedTuple):
    """A time expression that no day has been put to yet: its span, which rule reads it, and the rule's arguments.

    `value` is (year, month, day, last day) of a date, (first, last) of weekdays, (n,) of an offset or a count;
    `years` a year counted from the report's; `base` the expression that this one is counted from; `of` those that it
    is made of: the ends of a range, the whole of a share.
    """

    start: int
    end: int
    rule: str
    value: tuple[int | None, ...] = ()
    unit: str = ""
    direction: str = ""
    part: str = ""
    weekday: int | None = None
    years: int | None = None
    clock: str | None = None
    base: "Found | None" = None
    of: "tuple[Found, ...]" = ()


class Atom(NamedTuple):
    """A word of some kind at a token: its value, its span, the token after it, and whether «ال» leads it."""

    value: str
    start: int
    end: int
    stop: int
    definite: bool


class Number(NamedTuple):
    """A number at a token: its value, the token after it, its kind, its span, and whether it is in digits."""

    value: int
    stop: int
    kind: str
    start: int
    end: int
    digits: bool


@dataclass(frozen=True)
class Words:
    """A text's tokens, with the time words, by kind, and the numbers that begin at each of them."""

    tokens: Sequence[Token]
    atoms: dict[int, dict[str, Atom]]
    numbers: dict[int, Number]

    def at(self, i: int, kind: str) -> Atom | None:
        """The word of that kind that begins at token `i`."""
        kinds = self.atoms.get(i)
        return kinds.get(kind) if kinds else None

    def openings(self) -> Iterator[tuple[int, frozenset[str]]]:
        """The tokens that a time can begin at, with the kinds of word there; «ال» parted from digits is "article"."""
        places = {
            *self.numbers,
            *self.atoms,
            *(i for i, t in enumerate(self.tokens) if t.kind == "number" or t.form == "ال"),
        }
        for i in sorted(places):
            kinds = frozenset(self.atoms.get(i, ()))
            if i in self.numbers or self.tokens[i].kind == "number":
                kinds |= {"number"}
            yield i, kinds | {"article"} if self.tokens[i].form == "ال" else kinds

    def form(self, i: int) -> str:
        """The folded form of token `i`, or an empty string outside the text."""
        return self.tokens[i].form if 0 <= i < len(self.tokens) else ""

    def after(self, i: int, *forms: str) -> int:
        """The token after `i` when token `i` has one of the forms, otherwise `i`."""
        return i + 1 if self.form(i) in forms else i

    def is_ahead(self, i: int) -> bool:
        """Whether a word shortly before token `i`, no mark between, says that what follows is still to come."""
        for j in range(i - 1, max(-1, i - 1 - AHEAD_WITHIN), -1):
            if self.tokens[j].kind == "mark":
                return False
            if self.at(j, "future"):
                return not any(self.form(j - back).endswith(("كان", "كانت")) for back in (1, 2))
        return False

    def end(self, stop: int) -> int:
        """Where the token before `stop` ends in the text."""
        return self.tokens[stop - 1].end


def words(text: str, found: Sequence[Token], lexicon: Lexicon | None = None) -> Words:
    """The time words and numbers among the tokens of a text.

    >>> w = words("مساء الثلاثاء", tokens("مساء الثلاثاء"))
    >>> w.at(0, "part").value, w.at(1, "weekday").value
    ('evening', '1')
    """
    lexicon = lexicon or load()
    phrases = _phrases(lexicon)
    atoms: dict[int, dict[str, Atom]] = {}
    for i, token in enumerate(found):
        for hit in phrases.all_at(found, i) if phrases.begin[token.form] else ():
            if atom := _atom(found, i, hit):
                atoms.setdefault(i, {}).setdefault(hit.row["kind"], atom)
    return Words(found, atoms, _numbers(text, found, atoms, lexicon))


def _atom(found: Sequence[Token], i: int, hit: Hit) -> Atom | None:
    """A word as it stands; None where its row asks for the article, for none, or for no clitic but «و»."""
    needs, clitics = hit.row["article"], hit.clitics
    if needs == ("no" if "ال" in clitics else "yes") or (needs == "alone" and clitics not in ("", "و")):
        return None
    definite = "ال" in clitics or found[i].form.startswith("ال")
    return Atom(hit.row["value"], _with_article(found[i], hit), hit.end, i + hit.length, definite)


class TimeSieve:
    """Tells texts that hold no time at the price of one look-up a word; digits are a time only in some shapes.

    >>> sieve = time_sieve(load())
    >>> sieve.may_hold("مساء (أمس)"), sieve.may_hold("عاد الهدوء بعد مقتل 18"), sieve.may_hold("12/3/2019")
    (True, False, True)
    """

    def __init__(self, wanted: Callable[[str], bool]):
        self.wanted = Seen(lambda written: any(wanted(token.form) for token in tokens(written)))

    def may_hold(self, text: str) -> bool:
        """Whether the text, cut at its spaces, has a wanted word or digits of such a shape."""
        return any(map(self.wanted.__getitem__, text.split())) or NUMERIC.search(text) is not None


@lru_cache(maxsize=16)
def time_sieve(lexicon: Lexicon) -> TimeSieve:
    """What tells texts without a time expression."""
    phrases = _phrases(lexicon)
    listed = [(rest, row) for entries in phrases.by_first.values() for rest, row in entries if _tells(row)]
    telling = {max(rest, key=len) for rest, _ in listed if rest}  # of a phrase its longest later word tells enough

    def wanted(form: str) -> bool:
        return form in telling or any(not c.rest and _tells(c.row) for c in phrases.begin[form])

    return TimeSieve(wanted)


def _tells(row: Row) -> bool:
    return row["kind"] in CORES or (row["kind"], row["value"]) == ("modifier", "present")  # «في 10 الجاري»


def _with_article(token: Token, hit: Hit) -> int:
    if not hit.clitics.endswith("ال"):
        return hit.start
    return token.letters[max(0, token.letters.index(hit.start) - (1 if hit.clitics.endswith("لال") else 2))]


@lru_cache(maxsize=16)
def _phrases(lexicon: Lexicon) -> Phrases:
    weekdays = [{"kind": "weekday", "value": r["weekday"], "article": "", **r} for r in lexicon["weekdays"]]
    weekdays += [r | {"form": r["form"].removeprefix("ال"), "article": "yes"} for r in weekdays]
    weekdays += [
        r | {"form": r["form"].removeprefix("ال"), "kind": "weekday_noun", "article": "no"}
        for r in weekdays
        if r["article"] == "yes"
    ]
    months = [
        {"form": r["form"], "kind": r["calendar"], "value": r["month"], "article": "no" if r["sure"] else "alone"}
        for r in lexicon["months"]
    ]
    unsure = [
        {"form": r["form"], "kind": "unsure", "value": "", "article": ""} for r in lexicon["months"] if not r["sure"]
    ]
    return Phrases([*lexicon["timewords"], *weekdays, *months, *unsure])


def _numbers(
    text: str, found: Sequence[Token], atoms: dict[int, dict[str, Atom]], lexicon: Lexicon
) -> dict[int, Number]:
    numbers = {
        i: Number(int(t.form), i + 1, "cardinal", t.start, t.end, True)
        for i, t in enumerate(found)
        if t.kind == "number" and t.form.isdecimal() and len(t.form) <= LONGEST
    }
    if not numbers and all(COUNTED.isdisjoint(kinds) for kinds in atoms.values()):
        return numbers
    for n in numerals.scan(text, lexicon):
        first, last = (bisect_right(found, at, key=lambda t: t.start) - 1 for at in (n.start, n.end - 1))
        in_words = found[first].kind == "word" or (last > first and found[last].kind == "word")
        if in_words and n.kind in ("cardinal", "ordinal") and n.value == int(n.value):
            numbers[first] = Number(int(n.value), last + 1, n.kind, n.start, n.end, False)
    return numbers
