"""A report laid out for reading who says what: tokens with their sentence, names and quotation marks paired.

Quotation marks come in any shape, swapped and unclosed; they are paired by what stands around them, inside one section.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache, wraps
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

from helpers.lexicon import Lexicon
from helpers.names import Entity, Name, entities
from helpers.nouns import noun_at
from helpers.sections import Sentence
from helpers.text import Token, fold, readings

UTTERANCE_WORDS, LONGEST_NAME, MOST_PARAGRAPHS = 4, 12, 4
TATWEEL = "\N{ARABIC TATWEEL}"
GLUE = TATWEEL + ".؟!)"  # what a closing mark may stand behind, besides a letter or digit
AFTER_VAN = ("دير", "دن", "دين", "در", "دي", "دام")  # «فان دير بيلن», not فإن
BRACKETS = "\"'("  # signs that belong to the words after them
MOST_PLURAL = 10  # up to which a number counts plurals
Read = TypeVar("Read")


class Page(NamedTuple):
    """The tokens of a report; what each stands in; names by first token; paired quotation marks."""

    text: str
    found: Sequence[Token]
    sentence: list[int]
    section: list[int]
    names: dict[int, tuple[Name, int]]
    quotes: dict[int, int]
    lexicon: Lexicon
    bounds: dict[int, tuple[int, int]]
    inside: dict[int, int]
    forms: list[str]
    kept: dict[tuple[object, ...], Any]  # what was read of a place, by reader and place (see `once`)

    def form(self, i: int) -> str:
        """The folded form of token `i`, empty outside the text."""
        return self.forms[i] if 0 <= i < len(self.forms) else ""

    def roles(self, i: int) -> frozenset[str]:
        """What the particle list says of token `i`, after و or ف if need be; the article is kept."""
        kept = self.kept.get((i,))
        if kept is None:
            kept = self.kept[(i,)] = self._roles(i)
        return kept

    def _roles(self, i: int) -> frozenset[str]:
        if not 0 <= i < len(self.found) or self.is_name_ali(i):
            return frozenset()
        if self.form(i - 1) == "." and self.sentence[i - 1] == self.sentence[i] and self.is_glued(i):
            return frozenset()
        if self.form(i) == "الا" and self.text[self.found[i].start] == "أ":
            return frozenset({"that"})  # ألا, not إلا
        if self.form(i) == "انا" and self.text[self.found[i].start] == "آ":
            return frozenset()  # «آنا», not أنا
        if self.form(i) == "بان" and self.form(i + 1) == "كي":
            return frozenset()  # «بان كي مون», not بأن
        if self.form(i) == "فان" and self.form(i + 1) in AFTER_VAN:
            return frozenset()
        return _particle(particles(self.lexicon), self.form(i))

    def counts(self, i: int) -> bool:
        """Whether digits at token `i` count what is told («12 قتيلا»), not days, and number nothing («اللواء 47»)."""
        noun = noun_at(self.found, i + 1, self.lexicon) if self.form(i).isdecimal() and self.form(i + 1) else None
        if noun is None or noun.clitics or noun.cls in ("time", "distance"):
            return False
        return noun.number == ("singular" if int(self.form(i)) > MOST_PLURAL else "plural")

    def leads_over(self, i: int) -> bool:
        """Whether «من جهته», «في المقابل» and the like begin at token `i`."""
        return "boundary" in particles(self.lexicon).get(f"{self.form(i)} {self.form(i + 1)}", ())

    def is_name_ali(self, i: int) -> bool:
        """Whether token `i` is the name علي, not the preposition على, which fold to one form."""
        return self.form(i) == "علي" and self.text[self.found[i].end - 1] == "ي"

    def is_clock(self, i: int) -> bool:
        """Whether the colon at token `i` stands between numbers: «الساعة 08:40»."""
        return 0 < i < len(self.found) - 1 and self.found[i - 1].kind == self.found[i + 1].kind == "number"

    def is_glued(self, i: int) -> bool:
        """Whether token `i` begins where the one before it ends, as in an abbreviation's «أ.ف.ب»."""
        return 0 < i < len(self.found) and self.found[i - 1].end == self.found[i].start

    def sentence_end(self, i: int) -> int:
        """The token after the last one of the sentence of token `i`."""
        if i < len(self.found) and self.sentence[i] in self.bounds:
            return self.bounds[self.sentence[i]][1]
        return min(i + 1, len(self.found))

    def sentence_start(self, i: int) -> int:
        """The first token of the sentence of token `i`."""
        return self.bounds[self.sentence[i]][0] if self.sentence[i] in self.bounds else i

    def first_word(self, i: int) -> int:
        """The first token of the sentence of token `i` after the signs that decorate it: «🔴 عاجل | …», «▪️ …»."""
        k, end = self.sentence_start(i), self.sentence_end(i)
        while k < end and self.found[k].kind == "mark" and self.form(k) not in BRACKETS:
            k += 1
        return k if k < end else self.sentence_start(i)

    def entity(self, name: Name) -> Entity:
        """What the list knows of a name."""
        return entities(self.lexicon)[name.entity]

    def ends_name(self, i: int) -> bool:
        """Whether a name ends just before token `i`."""
        return any(self.names[k][1] == i for k in range(i - LONGEST_NAME, i) if k in self.names)

    def quotation_around(self, i: int) -> int | None:
        """The mark that opens the quotation token `i` stands in."""
        return self.inside.get(i)

    def bracket_end(self, i: int) -> int | None:
        """The mark that closes the short bracket that opens at token `i`."""
        return next((k for k in range(i + 1, min(i + 6, len(self.found))) if self.form(k) == ")"), None)

    def is_utterance(self, i: int) -> bool:
        """Whether the quotation that opens at token `i` is long enough to be speech rather than a name or a word."""
        return i in self.quotes and self.quotes[i] - i - 1 > UTTERANCE_WORDS


def lay_out(
    text: str, found: Sequence[Token], sentences: Sequence[Sentence], names: Sequence[Name], lexicon: Lexicon
) -> Page:
    """The page of a report; tokens outside every sentence get sentence -1.

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> t = "قال «نعم» ثم مضى"
    >>> lay_out(t, tokens(t), [Sentence(0, len(t), 0)], [], load()).quotes
    {1: 3}
    """
    found = _with_plain_quotes(text, found)
    sentence, section = [-1] * len(found), [-1] * len(found)
    k = 0
    for i, token in enumerate(found):
        while k < len(sentences) and token.start >= sentences[k].end:
            k += 1
        if k < len(sentences) and token.start >= sentences[k].start:
            sentence[i], section[i] = k, sentences[k].section
    named, quoted = _name_tokens(found, names), _quotes(text, found, section)
    inside = {i: start for start, close in quoted.items() for i in range(start + 1, close)}
    forms = [token.form for token in found]
    return Page(text, found, sentence, section, named, quoted, lexicon, _bounds(sentence), inside, forms, {})


def once(read: Callable[..., Read]) -> Callable[..., Read]:
    """A function of a page and a place that reads each place of a page once, however many ask.

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> reads = []
    >>> read = once(lambda page, i: reads.append(i))
    >>> page = lay_out("نعم", tokens("نعم"), [], [], load())
    >>> read(page, 0), read(page, 0), reads
    (None, None, [0])
    """

    @wraps(read)
    def kept(page: Page, *place: object) -> Read:
        key = (read, *place)
        if key not in page.kept:
            page.kept[key] = read(page, *place)
        return page.kept[key]

    return kept


def _bounds(sentence: Sequence[int]) -> dict[int, tuple[int, int]]:
    """The first token of each sentence and the one after its last."""
    bounds: dict[int, tuple[int, int]] = {}
    for i, k in enumerate(sentence):
        if k >= 0:
            bounds[k] = (bounds[k][0] if k in bounds else i, i + 1)
    return bounds


@lru_cache(maxsize=16)
def particles(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The roles of each particle by folded form."""
    return {fold(row["form"]).text: frozenset(row["roles"].split()) for row in lexicon["particles"]}


@lru_cache(maxsize=16)
def months(lexicon: Lexicon) -> frozenset[str]:
    """The first words of the months' names, folded."""
    return frozenset(fold(row["form"]).text.split()[0] for row in lexicon["months"])


def _particle(known: dict[str, frozenset[str]], form: str) -> frozenset[str]:
    for reading in readings(form):
        if reading.clitics in ("", "و", "ف", "ب", "وب") and reading.stem in known:
            return known[reading.stem]
    return frozenset()


def _name_tokens(found: Sequence[Token], names: Sequence[Name]) -> dict[int, tuple[Name, int]]:
    by_first, i = {}, 0
    for name in names:
        while found[i].end <= name.start:
            i += 1
        first = i
        while i + 1 < len(found) and found[i + 1].start < name.end:
            i += 1
        by_first[first] = (name, i + 1)
    return by_first


def _with_plain_quotes(text: str, found: Sequence[Token]) -> Sequence[Token]:
    """The tokens with single marks around a few words read as quotation marks: «وكالة 'أ ف ب'»."""
    single = [i for i, token in enumerate(found) if token.form == "'"]
    pairs = [
        pair
        for pair in pairwise(single)
        if 1 < pair[1] - pair[0] <= LONGEST_NAME
        and not text[found[pair[0]].start - 1 : found[pair[0]].start].isalnum()
        and text[found[pair[1]].start - 1].isalnum()
        and not any(found[k].form == '"' for k in range(*pair))
    ]
    if not pairs:
        return found
    plain = list(found)
    for i in {i for pair in pairs for i in pair}:
        plain[i] = plain[i]._replace(form='"')
    return plain


def _quotes(text: str, found: Sequence[Token], section: list[int]) -> dict[int, int]:
    """Opening mark -> closing mark, by token; an unclosed quotation runs to the end of its section."""
    pairs: dict[int, int] = {}
    opened, spoken = None, -1  # the mark still open, and the last section it is seen to go on into
    for i, token in enumerate(found):
        if opened is not None and section[i] not in (section[opened], spoken, -1):
            goes_on = _goes_on(text, found, section, i)
            spoken = section[i] if goes_on else -1
            if not goes_on:
                pairs[opened], opened = i - 1, None
            elif token.form == '"':
                continue  # each paragraph of a long speech may open with a mark of its own
        if token.form != '"':
            continue
        before, after = text[token.start - 1 : token.start], text[token.end : token.end + 1]
        glued_before, glued_after = before.isalnum() or before in GLUE, after.isalnum()
        if opened is None:
            if not (before and glued_before and not glued_after and before != TATWEEL):
                opened = i
        elif glued_after and not glued_before and found[i - 1].form != ":" and i - opened > 1:
            opened = i
        else:
            pairs[opened], opened = i, None
    if opened is not None:
        pairs[opened] = len(found) - 1
    return {start: close for start, close in pairs.items() if close > start}


def _goes_on(text: str, found: Sequence[Token], section: list[int], i: int) -> bool:
    """Whether a quotation left open before the paragraph that token `i` opens is closed in it or soon after.

    The next mark must close one: glued to what stands before it alone. A mark that opens the paragraph opens it anew.
    """
    first = i + (found[i].form == '"')
    for k in range(first, len(found)):
        if section[k] > section[i] + MOST_PARAGRAPHS:
            return False
        opens_anew = found[k].form == '"' and section[k - 1] != section[k]
        if found[k].form == '"' and not opens_anew:
            before, after = text[found[k].start - 1 : found[k].start], text[found[k].end : found[k].end + 1]
            return (before.isalnum() or before in GLUE) and not after.isalnum()
    return False
