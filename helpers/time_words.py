"""The words that times are made of, found once among a text's tokens: weekdays, months, parts of the day, units."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from helpers import numerals
from helpers.lexicon import Lexicon, load, standing
from helpers.looks import sight
from helpers.nouns import noun_forms
from helpers.text import NEW, Token
from helpers.time_forms import Form, TimeWord, by_kind

COMMAS, ASIDE_WITHIN = ("،", ","), 16
AHEAD_WITHIN, PLANNED_WITHIN = 8, 4  # words from a verb to its day, and from «كان» to what was planned
LINKS = {"او", "من", "و", "الي", "حتي", "وحتي", "علي", "الا"}  # what stands between a number and the rest of a time
NO_KINDS, NUMBER, ARTICLE = frozenset(), frozenset({"number"}), frozenset({"article"})
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


@dataclass(slots=True, eq=False)
class Words:
    """A text's tokens, with the time words, by kind, and the numbers that begin at each of them."""

    tokens: Sequence[Token]
    forms: dict[int, Form]
    kinds: dict[int, dict[str, TimeWord]]
    numbers: dict[int, Number]
    lexicon: Lexicon

    def at(self, i: int, kind: str) -> Atom | None:
        """The word of that kind that begins at token `i`."""
        here = self.kinds.get(i)
        if here is None or kind not in here:
            return None
        rest, _, value, skip, definite = here[kind]
        start, end, _, _, offsets = self.tokens[i]
        if rest:
            end = self.tokens[i + len(rest)].end
        return NEW(Atom, (value, start + offsets[skip], end, i + 1 + len(rest), definite))

    def openings(self) -> Iterator[tuple[int, frozenset[str]]]:
        """The tokens that a time can begin at, with the kinds of word there; «ال» parted from digits is "article"."""
        for i in sorted({*self.forms, *self.numbers}):
            form = self.forms.get(i)
            kinds = frozenset(self.kinds[i]) if i in self.kinds else NO_KINDS
            if i in self.numbers or form.digits:
                kinds |= NUMBER
                if kinds == NUMBER and self._only_counts(i):
                    continue
            if form and form.article:
                kinds |= ARTICLE
            if kinds:
                yield i, kinds

    def _only_counts(self, i: int) -> bool:
        """Whether the number at token `i` is too small for a year, and the word after it begins nothing of a time."""
        number = self.numbers.get(i)
        return number is not None and number.value < 1000 and all(map(self._is_plain, {i + 1, number.stop}))

    def _is_plain(self, i: int) -> bool:
        if i in self.forms or i in self.numbers:
            return False
        return i >= len(self.tokens) or (self.tokens[i].kind == "word" and self.tokens[i].form not in LINKS)

    def form(self, i: int) -> str:
        """The folded form of token `i`, or an empty string outside the text."""
        return self.tokens[i].form if 0 <= i < len(self.tokens) else ""

    def after(self, i: int, *forms: str) -> int:
        """The token after `i` when token `i` has one of the forms, otherwise `i`."""
        return i + 1 if 0 <= i < len(self.tokens) and self.tokens[i].form in forms else i

    def is_ahead(self, i: int) -> bool:
        """Whether the last telling word shortly before token `i`, no mark between, speaks of what is ahead."""
        aside = self.form(i - 1) in COMMAS  # «ستزور روما، الشهر المقبل أو الأحد، …»: the day of a verb further off
        for j in range(i - 1, max(-1, i - 1 - (ASIDE_WITHIN if aside else AHEAD_WITHIN)), -1):
            closes = self.tokens[j].kind == "mark" and not (aside and self.form(j) in COMMAS)
            if closes or self.at(j, "done"):
                return False
            if self.at(j, "future") or (self.at(j, "plans") and not self.form(j - 1).endswith("لم")):
                return not any(self.form(k).endswith(("كان", "كانت")) for k in range(j - PLANNED_WITHIN, j))
        return False

    def nouns(self, i: int) -> list[tuple[str, str]]:
        """The class and grammatical number of each noun that token `i` can be."""
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
    forms = {
        i: known.time for i, known in sight(text, lexicon).marks if known.time and not _is_the_two(found, i, lexicon)
    }
    kinds = {i: here for i, form in forms.items() if (here := _kinds(form, found, i))}
    return Words(found, forms, kinds, _numbers(text, found, forms, kinds, lexicon), lexicon)


def _is_the_two(found: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """«القتيلين» before «الاثنين» makes them the two, no Monday; «المتظاهرين» is a plural."""
    if found[i].form != "الاثنين" or not i:
        return False
    form = found[i - 1].form
    numbers = {number for rest, _, number, _, _ in noun_forms(lexicon)[form] if not rest}
    return form.startswith("ال") and form.endswith("ين") and numbers == {"dual"}


def _kinds(form: Form, found: Sequence[Token], i: int) -> dict[str, TimeWord]:
    """The time words that begin at token `i`, by kind."""
    if not form.before or i + 1 == len(found) or found[i + 1].form not in form.before:
        return form.alone
    return by_kind(standing((form.alone.values(), form.before), found, i))


def _numbers(
    text: str,
    found: Sequence[Token],
    forms: dict[int, Form],
    kinds: dict[int, dict[str, TimeWord]],
    lexicon: Lexicon,
) -> dict[int, Number]:
    numbers = {
        i: NEW(Number, (form.value, i + 1, "cardinal", found[i].start, found[i].end, True))
        for i, form in forms.items()
        if form.value is not None
    }
    if not numbers and all(map(COUNTED.isdisjoint, kinds.values())):
        return numbers
    for n, first, last in numerals.placed(text, lexicon):
        in_words = found[first].kind == "word" or (last - first > 1 and found[last - 1].kind == "word")
        if in_words and n.kind in ("cardinal", "ordinal") and n.value == int(n.value):
            numbers[first] = Number(int(n.value), last, n.kind, n.start, n.end, False)
    return numbers
