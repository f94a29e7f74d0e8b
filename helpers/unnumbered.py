"""People that a word of loss or flight tells of without a number: «مقتل وإصابة مسلحين», «سقوط قتلى وجرحى».

Each is a claim whose numbers are missing: it says that there were some. A definite plural («مقتل المدنيين») speaks of
people already told of, or of all such people, and is none.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from helpers import series
from helpers.contexts import words
from helpers.illness import illnesses
from helpers.lexicon import Lexicon
from helpers.nouns import Noun, noun_at
from helpers.quantities import Found, Quantity
from helpers.singulars import is_cognate, objects, one_at, whose_end
from helpers.text import Seen, Token, readings
from helpers.triggers import DEPARTURES, PEOPLE, TOLLS, Trigger

UNNUMBERED = "unquantified"
TOLD_OF = TOLLS - {"killed_or_wounded"} | DEPARTURES
VICTIMS = {"killed", "wounded", "died", "killed_or_wounded"}
DOER_REACH, DENIED_REACH = 4, 5
NOMINATIVE, NAMED_REACH = ("ون", "و"), 8  # «مسلحون», «مسلحو التنظيم»
DENIED = {"لم", "ولم", "لن", "دون", "بدون", "عدم", "بلا"}


def plurals(
    found: Sequence[Token], span: range, triggers: Sequence[Trigger], known: Sequence[Found], lexicon: Lexicon
) -> Iterator[tuple[Found, Trigger | None]]:
    """Indefinite plurals right after a word of loss or flight, or on its list, each with that word.

    `span` are the tokens of the sentence, `known` its numbers.

    >>> from helpers import parse
    >>> parse([("a", "مقتل وإصابة مسلحين. وسقوط قتلى.")]).claims[["measure", "quote", "best"]].values.tolist()
    [['killed_or_wounded', 'مقتل وإصابة مسلحين', <NA>], ['killed', 'قتلى', <NA>]]
    """
    start, stop = span.start, span.stop
    taken = {i for q in known for i in range(q.first, max(q.last, q.phrase_end))}
    opened = {q.first for q in known if found[q.first].form[0] != "و"}  # «وأسر 11»: captured, no families
    for trigger in triggers:
        if trigger.measure in TOLD_OF and trigger.row["voice"] != "label" and trigger.takes == PEOPLE:
            for i in objects(found, stop, trigger, known, lexicon):
                free = i not in taken and i + 1 not in opened and not is_cognate(found, i, trigger, lexicon)
                noun = _plural(found, i, lexicon) if free else None
                i, noun = _sufferers(found, i, noun, trigger, known, lexicon) if noun else (i, None)
                if noun:
                    yield _unnumbered(found, i, noun, stop), trigger
    fallen, used, falls = start - 1, taken | {trigger.first for trigger in triggers}, _falls(lexicon)
    opens = {start, *(i for i in range(start + 1, stop) if falls[found[i - 1].form])}
    for i in range(start, stop):
        joined = fallen == i - 1 and found[i].form[0] == "و"
        if not (i in opens or joined) or _is_denied(found, start, i):
            continue
        if i not in taken and (noun := _victims(found, i, lexicon)):
            fallen = i
            yield _unnumbered(found, i, noun, stop), None
        elif i not in used and (one := _one_victim(found, i, stop, lexicon)):
            fallen = i
            yield one, None


def parts(found: Sequence[Token], span: range, known: Sequence[Found], lexicon: Lexicon) -> Iterator[Found]:
    """Plurals that say who some or most of those counted were: «بينهم نساء وأطفال», «معظمهم من الجنود».

    >>> from helpers import parse
    >>> claims = parse([("a", "قتل 12 شخصا بينهم نساء وأطفال.")]).claims
    >>> claims["quote"].tolist(), claims["part_of"].notna().tolist()
    (['قتل 12 شخصا', 'قتل 12 شخصا بينهم نساء', 'قتل 12 شخصا بينهم نساء وأطفال'], [False, True, True])
    """
    taken = {i for q in known for i in range(q.first, max(q.last, q.phrase_end))}
    counted = {q.last for q in known}  # «اثنان منهم ضباط» has its number
    for i in [i for i in span if found[i].form in series.OPENING and i not in counted]:
        k = i + 1
        led = k < span.stop and found[k].form == "من"
        k += led
        while k < span.stop and k not in taken and (noun := _of_them(found, k, led, lexicon)):
            yield _unnumbered(found, k, noun, span.stop)
            k += noun.length
            if k >= span.stop or found[k].kind != "word" or found[k].form[0] != "و":
                break


def can_hold(whole: Found, measure: str) -> bool:
    """Whether a part without a number can be some of those counted: of a number of people lost or gone."""
    return measure in TOLD_OF | VICTIMS and whole.quantity.vague != UNNUMBERED


def _of_them(found: Sequence[Token], i: int, led: bool, lexicon: Lexicon) -> Noun | None:
    """The plural at token `i`, definite after «من»."""
    noun = noun_at(found, i, lexicon) if found[i].kind == "word" else None
    if noun is None or noun.number != "plural" or noun.cls not in PEOPLE:
        return None
    return noun if noun.clitics in (("ال", "وال") if led else ("", "و")) else None


def _plural(found: Sequence[Token], i: int, lexicon: Lexicon) -> Noun | None:
    noun = noun_at(found, i, lexicon) if found[i].kind == "word" else None
    after = found[i + noun.length].form if noun and i + noun.length < len(found) else ""
    if (
        noun is None
        or after in series.TWO
        or noun.number != "plural"
        or noun.cls not in PEOPLE
        or noun.clitics not in ("", "و", "ب", "ل")
    ):
        return None
    return noun


def _sufferers(
    found: Sequence[Token], i: int, noun: Noun, trigger: Trigger, known: Sequence[Found], lexicon: Lexicon
) -> tuple[int, Noun | None]:
    """Those who suffered it: the noun at `i`, or those after it where it did it («قتل مسلحون مدنيين»)."""
    if not found[i].form.endswith(NOMINATIVE):
        return i, noun
    if trigger.row["pos"] != "verb":  # after a verbal noun it would be «مسلحين»
        return i, None
    doers = trigger.row["voice"] == "active"  # «اغتال مسلحون شيخ القبيلة»
    far = NAMED_REACH if found[i].form.endswith("و") else DOER_REACH
    reach = range(i + noun.length, min(i + noun.length + far, len(found)))
    if any(q.first in reach and found[q.first].form[0] != "و" for q in known):
        return i, None
    after = ((j, _plural(found, j, lexicon)) for j in reach if found[j].kind == "word" and found[j].form[0] != "و")
    if any(_is_object(found, j, lexicon) for j in reach):
        return i, None
    return next(((j, other) for j, other in after if other), (i, None if doers else noun))


def _is_object(found: Sequence[Token], j: int, lexicon: Lexicon) -> bool:
    """Whether a singular in the accusative suffers it: «خطف مسلحون مهندسا»."""
    noun = noun_at(found, j, lexicon) if found[j].kind == "word" and found[j].form.endswith("ا") else None
    return noun is not None and noun.cls in PEOPLE and noun.number == "singular" and noun.clitics == ""


@lru_cache(maxsize=16)
def _falls(lexicon: Lexicon) -> Seen[str, bool]:
    """For each written form whether it, with what is written onto it, tells that victims fell: «وسقوط», «بوقوع»."""
    known = words(lexicon, "falls")
    return Seen(lambda form: any(reading.stem in known for reading in readings(form)))


def _is_denied(found: Sequence[Token], start: int, i: int) -> bool:
    """Whether the clause of token `i` denies it: «لم يبلغ عن سقوط قتلى», «دون سقوط ضحايا»."""
    for j in range(i - 1, max(start, i - DENIED_REACH) - 1, -1):
        if found[j].kind == "mark":
            return False
        if found[j].form in DENIED:
            return True
    return False


def _victims(found: Sequence[Token], i: int, lexicon: Lexicon) -> Noun | None:
    """«قتلى», which is told of after a word of falling, where a headline opens, and in «سقوط قتلى وجرحى»."""
    noun = _plural(found, i, lexicon)
    after = found[i + noun.length].form if noun and i + noun.length < len(found) else ""
    if noun is None or (noun.measure == "wounded" and {r.stem for r in readings(after)} & illnesses(lexicon)):
        return None  # «إصابات السرطان»
    return noun if noun.cls == "casualty" and noun.measure in VICTIMS else None


def _one_victim(found: Sequence[Token], i: int, stop: int, lexicon: Lexicon) -> Found | None:
    """«سقوط شهيد وجريحين», «قتيل و5 جرحى»: one, where nobody says whose («شهيد الوطن» is known)."""
    one = one_at(found, i, stop, frozenset({"casualty"}), lexicon)
    following = found[one.last].form if one and one.last < stop else ""
    return one if one and one.noun and one.noun.measure in VICTIMS and not following.startswith("ال") else None


def _unnumbered(found: Sequence[Token], i: int, noun: Noun, stop: int) -> Found:
    last = i + noun.length
    end = found[last - 1].end
    quantity = Quantity(noun.start, end, noun.start, end, None, None, None, "vague", UNNUMBERED, noun.lemma, None)
    return Found(quantity, i, last, noun, whose_end(found, last, stop))
