"""The words that times are made of, found once among a text's tokens: weekdays, months, parts of the day, units."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from helpers import numerals
from helpers.lexicon import Lexicon, load, standing
from helpers.looks import sight
from helpers.nouns import noun_forms
from helpers.text import NEW, Token
from helpers.time_ahead import sides
from helpers.time_forms import ARTICLE, DAY_SIZED, NO_KINDS, TimeWord, by_kind

COMMAS, ASIDE_WITHIN = ("،", ","), 16
SINCE = {"منذ", "ومنذ"}
AHEAD_WITHIN, PLANNED_WITHIN = 8, 4  # words from a verb to its day, and from «كان» to what was planned
LINKS = set("او من و الي حتي وحتي علي الا منه h H".split())  # what stands between a number and the rest of a time
APART = ARTICLE | DAY_SIZED
YEAR_SIZED, OF_UNITS = frozenset({"year_sized"}), frozenset({"of_units"})
RANGES = {"او", "الي", "-", "و"}
DASHES, THE_TWO = ("-", "/"), "الاثنين"
# Words of these kinds can have a number beside them.
COUNTED = {"unit", "gregorian", "hijri", "part", "adverb", "hour_word", "sharp", "minutes", "year_word", "last"}


class Found(NamedTuple):
    """A time expression that no day has been put to yet: its span, which rule reads it, and the rule's arguments.

    `value` is (year, month, day, last day) of a date, 0 for what it does not name, (first, last) of weekdays, (n,) of
    an offset or a count; `years` a year counted from the report's; `base` the expression that this one is counted from;
    `of` those that it is made of: the ends of a range, the whole of a share.
    """

    start: int
    end: int
    rule: str
    value: tuple[int, ...] = ()
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


@dataclass(slots=True, eq=False)
class Words:
    """A text's tokens, with the time words that may begin at each, by kind, their kinds, and the numbers."""

    tokens: Sequence[Token]
    words: dict[int, dict[str, TimeWord]]
    kinds: dict[int, frozenset[str]]
    numbers: dict[int, Number]
    lexicon: Lexicon
    parted: dict[int, tuple[int, int]] = field(default_factory=dict)  # hours with a half or quarter: minutes, the end

    def at(self, i: int, kind: str) -> Atom | None:
        """The word of that kind that begins at token `i`."""
        here = self.words.get(i)
        if here is None or kind not in here:
            return None
        rest, _, value, skip, definite = here[kind]
        end = self.tokens[i + len(rest)].end
        return NEW(Atom, (value, self.tokens[i].inner(skip), end, i + 1 + len(rest), definite))

    def openings(self) -> Iterator[tuple[int, frozenset[str]]]:
        """The tokens that a time can begin at, with the kinds of word there; «ال» parted from digits is "article"."""
        for i in sorted({*self.kinds, *self.numbers, *self.parted}):
            kinds = self.kinds.get(i, DAY_SIZED if i in self.parted else NO_KINDS)
            if i in self.numbers:
                kinds = self._with_number(i, kinds)
            if kinds:
                yield i, kinds

    def _with_number(self, i: int, kinds: frozenset[str]) -> frozenset[str]:
        """The kinds of word at token `i` and what the number there can be by its size and by what follows it."""
        value, stop, _, _, _, _ = number = self.numbers[i]
        if not kinds and self._only_counts(number, i) and "sharp" not in self.kinds.get(i - 1, NO_KINDS):
            return kinds
        after = self.kinds.get(stop, NO_KINDS)
        if value <= 31 or self.form(i + 1) in DASHES:
            kinds |= DAY_SIZED
        if value >= 1000 or "era" in after:
            kinds |= YEAR_SIZED
        further = self.numbers.get(stop + 1) if self.form(stop) in RANGES else None  # «4 إلى 6 ساعات»
        other = further or (self.numbers.get(stop) if self.form(i - 1).endswith("بين") else None)
        counted = "unit" in after or (other and "unit" in self.kinds.get(other.stop, NO_KINDS))
        return kinds | OF_UNITS if counted else kinds

    def _only_counts(self, number: Number, i: int) -> bool:
        """Whether the number at token `i` is too small for a year, and the word after it begins nothing of a time."""
        return number.value < 1000 and self._is_plain(number.stop) and (number.stop == i + 1 or self._is_plain(i + 1))

    def _is_plain(self, i: int) -> bool:
        if i in self.kinds or i in self.numbers:
            return False
        return i >= len(self.tokens) or (self.tokens[i].kind == "word" and self.tokens[i].form not in LINKS)

    def form(self, i: int) -> str:
        """The folded form of token `i`, or an empty string outside the text."""
        return self.tokens[i].form if 0 <= i < len(self.tokens) else ""

    def after(self, i: int, *forms: str) -> int:
        """The token after `i` when token `i` has one of the forms, otherwise `i`."""
        return i + 1 if 0 <= i < len(self.tokens) and self.tokens[i].form in forms else i

    def is_ahead(self, i: int, planned: bool = True) -> bool:
        """Whether the last telling word shortly before token `i`, no mark between, speaks of what is ahead.

        A verb in the present does where it is of what is `planned`.

        >>> from helpers.text import tokens
        >>> [words(t, tokens(t)).is_ahead(1) for t in ("سيعقد الأحد", "عقد الأحد")]
        [True, False]
        """
        side_of = sides(self.lexicon)
        if self.form(i - 1 - ("part" in self.kinds.get(i - 1, NO_KINDS))) in SINCE:
            return False  # «تواجه المدينة منذ مساء الأحد قصفا»
        weather = False
        aside = self.form(i - 1) in COMMAS  # «ستزور روما، الشهر المقبل أو الأحد، …»: the day of a verb further off
        for j in range(i - 1, max(-1, i - 1 - (ASIDE_WITHIN if aside else AHEAD_WITHIN)), -1):
            kinds = self.kinds.get(j, NO_KINDS)
            weather = weather or "weather" in kinds
            if weather and "warns" in kinds:
                return True
            closes = self.tokens[j].kind == "mark" and not (aside and self.form(j) in COMMAS)
            done = side_of[self.tokens[j].form] == "done" and "pair" not in kinds  # «بين الثلاثاء والخميس» is no «بيّن»
            if closes or (done and "future" not in kinds):
                return False
            if "future" in kinds or (planned and "plans" in kinds and not self.form(j - 1).endswith("لم")):
                return not any(self.form(k).endswith(("كان", "كانت")) for k in range(j - PLANNED_WITHIN, j))
        return False

    def nouns(self, i: int) -> list[tuple[str, str]]:
        """The class and grammatical number of each noun that token `i` can be.

        >>> from helpers.text import tokens
        >>> words("صاروخان", tokens("صاروخان")).nouns(0)
        [('weapon', 'dual')]
        """
        rows = noun_forms(self.lexicon)[self.form(i)] if self.form(i) else ()
        return [(row["class"], number) for rest, row, number, _, _ in rows if not rest]

    def end(self, stop: int) -> int:
        """Where the token before `stop` ends in the text."""
        return self.tokens[stop - 1].end


def words(text: str, found: Sequence[Token], lexicon: Lexicon | None = None) -> Words:
    """The time words and numbers among the tokens of a text.

    >>> from helpers.text import tokens
    >>> w = words("مساء الثلاثاء", tokens("مساء الثلاثاء"))
    >>> w.at(0, "part").value, w.at(1, "weekday").value
    ('evening', '1')
    """
    lexicon = lexicon or load()
    listed: dict[int, dict[str, TimeWord]] = {}
    kinds: dict[int, frozenset[str]] = {}
    numbers: dict[int, Number] = {}
    for i, known in sight(text, lexicon).marks:
        if known.time is None:
            continue
        alone, before, here, value = known.time
        if before and i + 1 < len(found) and found[i + 1].form in before:
            alone = by_kind(standing((tuple(alone.values()), before), found, i))
            here = here.intersection(APART).union(alone)
        if "weekday" in here and i and found[i].form == THE_TWO and _is_the_two(found[i - 1].form, lexicon):
            continue
        listed[i], kinds[i] = alone, here
        if value is not None:
            start, end, _, _, _ = found[i]
            numbers[i] = NEW(Number, (value, i + 1, "cardinal", start, end, True))
    if not numbers and all(map(COUNTED.isdisjoint, kinds.values())):
        return Words(found, listed, kinds, numbers, lexicon)
    places = numerals.placed(text, lexicon)
    return Words(found, listed, kinds, numbers | _in_words(found, places), lexicon, _parted(found, places))


def _is_the_two(before: str, lexicon: Lexicon) -> bool:
    """«القتيلين» before «الاثنين» makes them the two, no Monday; «المتظاهرين» is a plural."""
    if not before.startswith("ال") or not before.endswith("ين"):
        return False
    return {number for rest, _, number, _, _ in noun_forms(lexicon)[before] if not rest} == {"dual"}


def _parted(found: Sequence[Token], places: Sequence[numerals.Place]) -> dict[int, tuple[int, int]]:
    """The numbers in words that can be an hour and part of one («سبعة ونص»), by their first token."""
    parts = ((n, first, last) for n, first, last in places if 1 < n.value < 13 and n.value % 1)
    return {first: (round(n.value * 60), last) for n, first, last in parts if n.kind in ("cardinal", "ordinal")}


def _in_words(found: Sequence[Token], places: Sequence[numerals.Place]) -> dict[int, Number]:
    """The whole numbers that are not in digits alone, by their first token."""
    numbers: dict[int, Number] = {}
    for n, first, last in places:
        in_words = found[first].kind == "word" or (last - first > 1 and found[last - 1].kind == "word")
        if in_words and n.kind in ("cardinal", "ordinal") and n.value == int(n.value):
            numbers[first] = NEW(Number, (int(n.value), last, n.kind, n.start, n.end, False))
    return numbers
