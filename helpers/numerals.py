"""Arabic numerals in running text, digits and words: their exact spans, values and kinds."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.lexicon import Lexicon, load
from helpers.looks import NUMBERS, look, sight
from helpers.nouns import noun_forms
from helpers.number_grammar import Atoms, Part, conj_at, grown, number_at
from helpers.number_senses import NO_NOUNS
from helpers.number_tails import GOES_BELOW, below_zero, gone_on, is_noun, per_mille, percent_at, with_tenths
from helpers.number_words import Atom, atoms_of, tidy
from helpers.text import NEW, Token

GOES_ON = {"بعد", "الا", "علي"}
MOST_PLURAL = 10  # what is counted is singular beyond
BETWEEN, MINUS = ("بين", "وبين"), ("-", "سالب", "ناقص")
COUNTS_ONCE, HUNDREDS = ("tens", "hundred", "hundreds", "scale"), ("hundred", "hundreds", "scale")
ANNIVERSARIES = tuple(  # with a pronoun: «ذكراها الـ20», «هدفه الخمسين»
    "ذكرا عامه عيده ميلاد دورته نسخته يومه شهره اسبوعه موسمه هدفه لقبه فوزه انتصاره مباراته رحلته بطولته ميداليته"
    " جائزته لوحته روايته كتابه فيلمه ديوانه مسرحيته قصيدته اغنيته البومه حفله حفلته معرضه محاضرته ندوته جلسته اجتماعه"
    " مؤتمره حلقته طبعته زيارته خطابه تقريره".split()
)
PIECES_OF = {"جزء", "جزءا", "بجزء"}
YEAR_WORDS = ("سنه", "عام")
ASIDE = 9
AS_WELL_WITHIN = 3  # tokens from a rank to the next of the same noun
APART_WITHIN = 6  # tokens from the first number after «بين» to the second
SOUND_PLURALS = ("ات", "ون", "ين", "ان")


class Numeral(NamedTuple):
    """A number: its span without clitics, its value, and whether it is cardinal, ordinal, percent or fraction."""

    start: int
    end: int
    value: float
    kind: str


class Place(NamedTuple):
    """A numeral and its tokens [first, last), sign and per cent among them."""

    numeral: Numeral
    first: int
    last: int


def read(text: str, lexicon: Lexicon | None = None) -> list[Numeral]:
    """The numerals of a text, in order.

    >>> [(n.value, n.kind) for n in read("قتل ثلاثة آلاف ومئتان، و45% منهم في اليوم الثاني")]
    [(3200, 'cardinal'), (45, 'percent'), (2, 'ordinal')]
    """
    return [place.numeral for place in placed(text, lexicon or load())]


def scan(text: str, lexicon: Lexicon) -> tuple[Numeral, ...]:
    """The numerals of a text.

    >>> len(scan("قتل ثلاثة", load()))
    1
    """
    return tuple(place.numeral for place in placed(text, lexicon))


@lru_cache(maxsize=4)
def placed(text: str, lexicon: Lexicon) -> tuple[Place, ...]:
    """The numerals of a text with their tokens, kept for the readers that ask for them one after the other.

    >>> placed("قتل ثلاثة آلاف", load())[0][1:]
    (1, 3)
    """
    if not look(text, lexicon) & NUMBERS:
        return ()
    seen = sight(text, lexicon)
    found, atoms = seen.tokens, atoms_of(text, seen, lexicon)
    places: list[Place] = []
    done = 0
    for i in list(atoms):
        part = number_at(atoms, i) if i >= done else None
        if part is None or (atoms[i].cls == "one" and places and _are_people(found, places[-1], atoms[i])):
            continue
        before = found[i - 1].form if i else ""
        if before in BETWEEN:
            part = _one_of_two(found, atoms, i, part)
        if before.endswith(YEAR_WORDS):
            part = grown(atoms, part)
        if part.stop < len(found) and found[part.stop].form in GOES_ON:
            part = gone_on(found, atoms, i, part, lexicon)
        elif part.stop in atoms and part.kind == "cardinal":
            part = with_tenths(found, atoms, part, lexicon)
        if places and places[-1].last == i and _ranks_too(found, atoms, i, part, places[-1], lexicon):
            part = part._replace(kind="ordinal")
        if before == "وال" and places and places[-1].numeral.kind == "ordinal" and part.kind == "cardinal":
            near = i - places[-1].last <= AS_WELL_WITHIN and not is_noun(found, part.stop, lexicon)
            part = part._replace(kind="ordinal") if near else part  # «اللقب الخامس له والـ11 لبلاده»
        places.append(_place(found, atoms, i, part, done, lexicon))
        done = places[-1].last
    return tuple(places)


def _place(found: Sequence[Token], atoms: Atoms, i: int, part: Part, done: int, lexicon: Lexicon) -> Place:
    """The numeral of a part that begins at token `i`, with a sign or per cent from token `done` on before it."""
    value, _, last, kind = part
    first, start = i, atoms[i].start
    before = found[i - 1] if i > done else None
    taken = before and before.form == "ناقص" and done == i - 1 > 0  # «سبعة ناقص اثنين»
    if before and before.form in MINUS and not taken and _is_minus(found, i):
        first, start, value = i - 1, before.start, -value
    elif before and before.form == "+" and _is_minus(found, i):
        first, start = i - 1, before.start
    if percent := percent_at(found, last):
        kind, last = "percent", percent
    elif kind == "cardinal" and (mille := per_mille(found, last, lexicon)):
        kind, last, value = "percent", mille, value / 10
    elif before and before.form == "%" and start - before.end <= 1 and kind in ("cardinal", "fraction"):
        first, start, kind = i - 1, before.start, "percent"
    elif kind == "cardinal" and before and _is_one_part(found, atoms, i, part):
        piece = found[i - 2]
        first, start, value, kind = i - 2, piece.inner(piece.form.startswith("ب")), 1 / value, "fraction"
    elif kind == "cardinal" and before and _is_rank(found, atoms, i, part, lexicon):
        kind = "ordinal"
    elif (
        last < len(found)
        and found[last].form in GOES_BELOW
        and kind == "cardinal"
        and (below := below_zero(found, last))
    ):
        value, last = -abs(value), below
    return NEW(Place, (NEW(Numeral, (start, found[last - 1].end, tidy(value), kind)), first, last))


def _ranks_too(found: Sequence[Token], atoms: Atoms, i: int, part: Part, last: Place, lexicon: Lexicon) -> bool:
    """Whether a definite ten or hundred goes on with ranks: «الدقيقتين الثانية عشرة والثمانين»."""
    goes_on = atoms[i].conj and atoms[i].article and last.numeral.kind == "ordinal"
    return goes_on and part.kind == "cardinal" and not is_noun(found, part.stop, lexicon)


def _are_people(found: Sequence[Token], place: Place, one: Atom) -> bool:
    """Whether «واحد» right after a number is what it counts in the vernacular: «خمستاشر واحد»."""
    in_words = place.last == one.first and found[place.first].kind == "word"
    return in_words and not one.conj and not one.article and place.numeral.value > MOST_PLURAL


def _one_of_two(found: Sequence[Token], atoms: Atoms, i: int, part: Part) -> Part:
    """«بين خمسة وعشرين» names two numbers, where no further one follows: only the first of them is read here."""
    apart = atoms[i].cls == "unit" and (i < 2 or found[i - 2].form != "من")
    second = atoms.get(i + 1) if apart else None
    after = percent_at(found, part.stop) or part.stop
    further = next((j for j in range(after, after + APART_WITHIN) if j in atoms), None)
    later = (
        further is not None and atoms[further].conj and not any(t.kind == "mark" for t in found[part.stop : further])
    )
    if second and second.cls == "tens" and not later:
        return Part(atoms[i].value, 1, i + 1)
    return part


def _is_one_part(found: Sequence[Token], atoms: Atoms, i: int, part: Part) -> bool:
    """Whether «جزء من» parts a round number: «جزء من ألف من الثانية», «جزء من المليون»; not «جزء من مليون دولار»."""
    if i < 2 or found[i - 1].form != "من" or found[i - 2].form not in PIECES_OF or part.stop != atoms[i].stop:
        return False
    goes_on = part.stop < len(found) and found[part.stop].form == "من"
    return atoms[i].cls in HUNDREDS and (goes_on or atoms[i].article)


def _is_rank(found: Sequence[Token], atoms: Atoms, i: int, part: Part, lexicon: Lexicon) -> bool:
    """Whether a definite number is a rank: «الغارة الـ15», «القرن الواحد والعشرين»; «الطلاب الـ15» are counted."""
    atom = atoms[i]
    parted = atom.cls == "digits" and found[i - 1].form == "ال"
    if not parted and not atom.article:
        return False
    one_and_ten = atom.cls == "one" and part.stop == i + 2 and atoms[i + 1].article
    after = conj_at(atoms, atom.stop)
    joined = atom.cls in HUNDREDS and after is not None  # «الحلقة المئة والخمسون»
    if not one_and_ten and ((not parted and atom.cls not in COUNTS_ONCE) or (part.stop != atom.stop and not joined)):
        return False
    named = i - 2 if parted and i > 1 else i - 1
    noun = found[named]
    if _are_many(found, named, lexicon):
        return False
    if noun.form.startswith(ANNIVERSARIES):
        return True
    if noun.kind != "word" or not noun.form.startswith(("ال", "لل", "بال", "وال")) or noun.form in NO_NOUNS:
        return False
    numbers = {number for rest, _, number, _, _ in noun_forms(lexicon)[noun.form] if not rest}
    if numbers:
        return "singular" in numbers and not (parted and _is_owned(found, i - 2, lexicon))
    return not noun.form.endswith(SOUND_PLURALS) if parted else noun.form.endswith("ه")  # «الخليفة العشرون»


def _are_many(found: Sequence[Token], adjective: int, lexicon: Lexicon) -> bool:
    """Whether an adjective follows what is many: «المدن الساحلية الـ11», «الولايات الأمريكية الخمسين»."""
    before = found[adjective - 1].form if adjective > 0 and found[adjective].form.endswith("ه") else ""
    if not before.startswith(("ال", "لل", "بال", "وال")):
        return False
    numbers = {number for rest, _, number, _, _ in noun_forms(lexicon)[before] if not rest}
    return numbers == {"plural"} or (not numbers and before.endswith("ات"))


def _is_owned(found: Sequence[Token], noun: int, lexicon: Lexicon) -> bool:
    """Whether a plural right before a definite noun is what is counted: «محلات السوق الـ19»."""
    before = found[noun - 1].form if noun > 0 else "ال"
    forms = noun_forms(lexicon)[before]
    return (before.endswith("ات") and not before.startswith("ال")) or any(
        number == "plural" and "ال" not in clitics for rest, _, number, _, clitics in forms if not rest
    )


def _is_minus(found: Sequence[Token], i: int) -> bool:
    """Whether the sign or word before token `i` is a minus, or a plus, that belongs to the number."""
    before = found[i - 1]
    if before.form not in ("-", "+"):
        return True
    if before.end != found[i].start or found[i].kind != "number":
        return False
    aside = any(t.form == "-" and t.start > found[i].end for t in found[i + 1 : i + ASIDE])  # «ألفا طالب -45% منهم-»
    if i > 1 and found[i - 2].form == "و":
        return True  # «بين +5 و-4»
    if aside and before.form == "-" and i > 1 and found[i - 2].kind == "word":
        return False
    return i < 2 or found[i - 2].end < before.start or (found[i - 2].kind == "mark" and found[i - 2].form not in ")%")
