"""Folded text and tokens that remember where they came from.

Arabic is written with many spellings of one word. Matching works on a *folded* copy; every position in the copy
leads back to a code point of the untouched text, so a quote is always cut from the original.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Sequence, Sized
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import NamedTuple, TypeVar

TATWEEL = "\N{ARABIC TATWEEL}"
HARAKAT = "".join(map(chr, (*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD), 0x06DF)))
BIDI = "".join(map(chr, (0x061C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)))
DROPPED = dict.fromkeys(TATWEEL + HARAKAT + BIDI, "")

SAME_LETTER = {"أإآٱ": "ا", "ىی": "ي", "ة": "ه", "ک": "ك"}
SAME_MARK = {"“”„‟«»": '"', "‘’‚": "'", "٪": "%", "\u2010\u2011\u2012\u2013\u2014\u2212": "-"}
SPACES = {"\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\t\r": " "}
DIGITS = {chr(base + d): str(d) for base in (0x0660, 0x06F0) for d in range(10)}
LETTERS = {char: to for table in (SAME_LETTER, SAME_MARK, SPACES) for chars, to in table.items() for char in chars}
MADE_ONE = {ord(char): to for char, to in (DROPPED | LETTERS).items()}
SHAPES = [
    chr(code) for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)) if unicodedata.decomposition(chr(code))
]
SPELT = {
    shape: unicodedata.normalize("NFKC", shape).translate(MADE_ONE).strip()
    for shape in SHAPES
    if " " not in unicodedata.normalize("NFKC", shape).strip()  # a whole phrase in one sign stays a sign
}  # letters in the shape they have in a word, as PDF files give them, and ligatures
FOLDS = LETTERS | DIGITS | {shape: spelt for shape, spelt in SPELT.items() if len(spelt) == 1}
FOLDED_AWAY = frozenset(FOLDS)
UNEVEN = DROPPED | {shape: spelt for shape, spelt in SPELT.items() if len(spelt) != 1}  # not one letter for one
UNEVEN_LETTER = re.compile(f"[{''.join(UNEVEN)}]")
ENDS = {shape for shape in SHAPES if unicodedata.decomposition(shape).startswith(("<final>", "<medial>"))}
SHAPED_WORD = re.compile(f"(?<![^\\W\\d_])[{''.join(SHAPES)}]{{2,}}")
TA_FIRST, TA_LAST = re.compile(r"ة(?<!\wة)(?=\w)"), re.compile(r"ة(?<=\wة)(?!\w)")  # found by the letter: faster
TOKEN = re.compile(r"([^\W\d_]+)|(\d+(?:[.,٬٫]\d+)*)|([^\w\s]|_)")
TATWEEL_DASH = re.compile(rf"(?<=\d){TATWEEL}(?=\d)")  # «2011ـ2013»
LINE_END = re.compile("\n+")
KINDS = ("", "word", "number", "mark")  # by the group of `TOKEN` that matched
FORMS_KEPT, LONGEST_KEPT = 100_000, 60
PHRASE = 40  # letters; what is shorter is cut anew, and pushes no text out of memory
NEW = tuple.__new__  # makes a named tuple at half the price of calling its class


Cut = tuple[int, int, str, str, Sequence[int]]  # what makes a token; a plain tuple is taken apart faster
Written = TypeVar("Written", bound=Sized)
Known = TypeVar("Known")


class Seen(dict[Written, Known]):
    """What a function finds for each written form, found once: most words of a text cost one look-up.

    >>> lengths = Seen(len)
    >>> lengths["قتل"], list(lengths)
    (3, ['قتل'])
    """

    def __init__(self, find: Callable[[Written], Known]):
        super().__init__()
        self.find = find

    def __missing__(self, form: Written) -> Known:
        value = self.find(form)
        if len(form) <= LONGEST_KEPT:
            if len(self) >= FORMS_KEPT:
                self.clear()
            self[form] = value
        return value


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `origin[i]` is the code point of the untouched text that folded position `i` stands for.

    >>> fold("مُصْطَفَى").span(0, 2)
    (0, 4)
    """

    text: str
    origin: list[int] | range

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the untouched text behind a folded span, marks on its last letter included."""
        return self.origin[start], (self.origin[end] if end > start else self.origin[start])


class Token(NamedTuple):
    """A word, number or mark: its span in the untouched text, its folded form, how far in each letter began.

    >>> (token,) = tokens("والقَصف")
    >>> token.form, token.inner(3), token.letters
    ('والقصف', 3, [0, 1, 2, 3, 5, 6])
    """

    start: int
    end: int
    form: str
    kind: str
    offsets: Sequence[int]

    @property
    def letters(self) -> list[int]:
        """Where each folded letter began in the untouched text."""
        return [self.start + offset for offset in self.offsets]

    def inner(self, skip: int) -> int:
        """Where the word begins in the untouched text when its first `skip` folded letters are clitics."""
        return self.start + self.offsets[skip]


class Reading(NamedTuple):
    """One way to cut a written word: what is left, how many letters were cut off before it, and which clitics."""

    stem: str
    skip: int
    clitics: str


def fold(text: str) -> Folded:
    """The text with alef, ya, ta marbuta, digit, quote and space variants made one and vowel signs dropped.

    Letters in the shapes of PDF text are spelt out; those of a ligature lead back to the one place where it stands.

    >>> fold("مُصْطَفَىٰ ١٢").text
    'مصطفي 12'
    """
    if not UNEVEN_LETTER.search(text):
        return Folded(_made_one(text), range(len(text) + 1))
    spelt: list[str] = []
    origin: list[int] = []
    last = 0
    for match in UNEVEN_LETTER.finditer(text):
        at = match.start()
        letters = UNEVEN[match[0]]
        spelt += text[last:at], letters
        origin += range(last, at)
        origin += [at] * len(letters)
        last = at + 1
    return Folded(_made_one("".join([*spelt, text[last:]])), [*origin, *range(last, len(text) + 1)])


def folded_part(text: str, start: int, end: int) -> str:
    """A part of a text as `fold` gives it, cut out of the whole, which is folded once and kept as its tokens are.

    >>> folded_part("قال مُصْطَفَى", 4, 13)
    'مصطفي'
    """
    whole = _folded(text)
    return whole.text[bisect_left(whole.origin, start) : bisect_left(whole.origin, end)]


@lru_cache(maxsize=4)
def _folded(text: str) -> Folded:
    return fold(text)


def is_reversed(text: str) -> bool:
    """Whether the letters of words run backwards, as some PDF files give them.

    No word begins with a ta marbuta, nor with a letter in the shape that it has inside or at the end of a word.

    >>> is_reversed("\ufed7\ufe98\ufede"), is_reversed("\ufede\ufe98\ufed7"), is_reversed("ةنيدملا يف")
    (False, True, True)
    """
    shapes = [word[0] in ENDS for word in SHAPED_WORD.findall(text)]
    return sum(shapes) * 4 > len(shapes) or len(TA_FIRST.findall(text)) > len(TA_LAST.findall(text))


def _made_one(text: str) -> str:
    """The text with its variants replaced: few kinds occur in one text, so this beats translating each letter."""
    for char in FOLDED_AWAY.intersection(text):
        text = text.replace(char, FOLDS[char])
    return text


def tokens(text: str) -> tuple[Token, ...]:
    """The words, numbers and marks of a text, kept for the readers that ask for them one after the other.

    >>> [t.form for t in tokens("قُتل 18شخصًا،")]
    ['قتل', '18', 'شخصا', '،']
    """
    return cut(text) if len(text) < PHRASE else _kept(text)


@lru_cache(maxsize=4)
def _kept(text: str) -> tuple[Token, ...]:
    return cut(text)


def cut(text: str) -> tuple[Token, ...]:
    """The words, numbers and marks of a text, in order, with spans in the untouched text.

    >>> [(t.start, t.end) for t in cut("قُتل 18شخصًا،")]
    [(0, 4), (5, 7), (7, 12), (12, 13)]
    """
    placed: list[Token] = []
    begins = 0
    for written in text.split(" "):
        for start, end, form, kind, offsets in CUT[written]:
            placed.append(NEW(Token, (begins + start, begins + end, form, kind, offsets)))
        begins += len(written) + 1
    return tuple(placed)


def _cut(written: str) -> tuple[Cut, ...]:
    """The tokens of a text without spaces."""
    folded, placed = fold(TATWEEL_DASH.sub("-", written) if TATWEEL in written else written), []
    for match in TOKEN.finditer(folded.text):
        start, end = folded.span(*match.span())
        while written[end - 1] in BIDI:  # marks of direction after a token are not its own
            end -= 1
        offsets = OFFSETS[tuple(folded.origin[i] - start for i in range(*match.span()))]
        placed.append((start, end, intern(match[0]), KINDS[match.lastindex or 0], offsets))
    return tuple(placed)


CUT = Seen(_cut)  # no token holds a space, and most of a text's words were met before
# Words of one length share theirs: what is kept should fit into the processor's own memory.
OFFSETS: Seen[tuple[int, ...], tuple[int, ...]] = Seen(tuple)


def line_starts(text: str, found: Sequence[Token]) -> frozenset[int]:
    """The tokens that begin a line, the first apart.

    >>> line_starts("قتل ثلاثة\\nفي حلب", tokens("قتل ثلاثة\\nفي حلب"))
    frozenset({2})
    """
    starts = [token.start for token in found]
    ends = (match.start() for match in LINE_END.finditer(text))
    return frozenset({bisect_left(starts, end) for end in ends} - {0, len(starts)})


@lru_cache(maxsize=30_000)  # a new form is asked for by many readers one after the other, and then by few
def readings(form: str) -> tuple[Reading, ...]:
    """The ways to cut conjunctions, prepositions and the article off a folded word, the whole word first.

    >>> [(r.stem, r.clitics) for r in readings("وبالفين")]
    [('وبالفين', ''), ('بالفين', 'و'), ('الفين', 'وب'), ('فين', 'وبال')]
    """
    cuts = [Reading(form, 0, "")]
    for clitics in ("وف", "بلك"):
        cuts += [cut for cut in (_without(r, r.stem[:1]) for r in cuts if r.stem[:1] in clitics) if cut]
    cuts += [cut for cut in (_without(r, "ال") for r in cuts) if cut]
    fused = [Reading(r.stem[2:], r.skip + 2, r.clitics + "لال") for r in cuts if r.stem[:2] == "لل" and len(r.stem) > 3]
    return tuple(sorted({*cuts, *fused}, key=lambda r: (len(r.clitics), r.skip)))


def _without(reading: Reading, clitic: str) -> Reading | None:
    stem = reading.stem.removeprefix(clitic)
    if stem == reading.stem or len(stem) < 2:
        return None
    return Reading(stem, reading.skip + len(clitic), reading.clitics + clitic)
