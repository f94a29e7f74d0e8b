"""Ones that no numeral says: «قتل ضابط», «عثرت على مستودع», «وفاة رضيع» each count one."""

from collections.abc import Iterator, Sequence

from helpers.lexicon import Lexicon
from helpers.nouns import noun_at
from helpers.phrases import STOPS
from helpers.quantities import Found, Quantity
from helpers.text import Token
from helpers.triggers import PEOPLE, Trigger

LOSSES = {"killed", "wounded", "died", "captured", "missing", "weapons"}
LINKS = {"علي", "ب", '"'}
OTHERS = {"اخر": 1, "اخري": 1, "اخران": 2, "اخريان": 2}


def counted_ones(
    found: Sequence[Token], stop: int, triggers: Sequence[Trigger], known: Sequence[Found], lexicon: Lexicon
) -> Iterator[tuple[Found, Trigger | None]]:
    """Indefinite singular nouns right after a word of loss, or on its list, or on a number's list («أطفال وامرأة»).

    `stop` is the token that the sentence ends before.
    """
    taken = {i for q in known for i in range(q.first, q.last)} | {i for t in triggers for i in range(t.first, t.last)}
    counted = taken | {i for q in known if q.noun for i in range(q.last, q.phrase_end)}
    for trigger in triggers:
        if trigger.measure not in LOSSES or trigger.row["voice"] == "label":
            continue
        objects = [i for i in _objects(found, stop, trigger, known, lexicon) if i not in taken]
        ones = [one for i in objects if (one := _one(found, i, stop, trigger.takes, lexicon))]
        if not ones and not _governs_a_number(found, trigger, known):
            before = (i for i in _sufferer(found, trigger) if i not in counted)
            ones = [one for i in before if (one := _one(found, i, stop, trigger.takes, lexicon))]
        yield from ((one, trigger) for one in ones)
        yield from ((other, trigger) for i in objects[:1] if (other := _other(found, i, stop, trigger)))
    for q in known:
        i = q.phrase_end
        joined = (
            i < stop
            and i not in taken
            and found[i].kind == "word"
            and found[i].form[0] == "و"
            and not _shares(found, q)
        )
        if q.noun and joined and (one := _one(found, i, stop, PEOPLE, lexicon)) and one.noun.clitics == "و":
            yield one, None


def _objects(
    found: Sequence[Token], stop: int, trigger: Trigger, known: Sequence[Found], lexicon: Lexicon
) -> Iterator[int]:
    """Where the trigger's object may stand: right after it, then after each «و» of the list that follows it."""
    i = trigger.last
    while i < stop and found[i].form in LINKS:
        i += 1
    if i >= stop or found[i].kind != "word":
        return
    if _subject_of_a_number(found, i, known):
        return
    yield i
    for j in range(i + 1, stop):
        if found[j].kind == "mark" and found[j].form not in '،"':
            return
        noun = noun_at(found, j, lexicon) if found[j].kind == "word" else None
        if noun and noun.clitics == "و":
            yield j
        elif found[j].form in ("ان", "الذي", "التي", "في", "خلال"):
            return


def _sufferer(found: Sequence[Token], trigger: Trigger) -> Iterator[int]:
    """Where the noun before a passive stands: «إن جنديا قتل»."""
    passive = trigger.row["pos"] == "verb" and trigger.row["voice"] != "active" and not trigger.clitics
    before = trigger.first - 1
    if passive and before >= 0 and found[before].kind == "word" and not found[trigger.first].form.endswith("وا"):
        yield before


def _governs_a_number(found: Sequence[Token], trigger: Trigger, known: Sequence[Found]) -> bool:
    """«إن انتحاريا قتل ثلاثة»: the one before the verb did it."""
    return any(q.first == trigger.last and found[q.first].form[0] != "و" for q in known)


def _shares(found: Sequence[Token], q: Found) -> bool:
    """Whether «بين قتيل وجريح» says what the number's people are."""
    return any(token.form == "بين" for token in found[q.last : q.phrase_end])


def _subject_of_a_number(found: Sequence[Token], i: int, known: Sequence[Found]) -> bool:
    """«قتل مسلح خمسة أشخاص»: the singular did it, the number suffered it."""
    return any(q.first in (i + 1, i + 2) and found[q.first].form[0] != "و" for q in known)


def _one(found: Sequence[Token], i: int, stop: int, classes: frozenset[str], lexicon: Lexicon) -> Found | None:
    """The one that an indefinite singular noun at token `i` counts."""
    noun = noun_at(found, i, lexicon) if found[i].kind == "word" else None
    last = i + noun.length if noun else i
    following = found[last].form if last < stop else ""
    if not noun or noun.cls not in classes or noun.number != "singular" or "ال" in noun.clitics:
        return None
    if following in ("من", "واحد", "واحده"):
        return None
    end = found[last - 1].end
    quantity = Quantity(noun.start, end, noun.start, end, 1, 1, 1, "exact", None, noun.lemma, None)
    return Found(quantity, i, last, noun, last)


def _other(found: Sequence[Token], i: int, stop: int, trigger: Trigger) -> Found | None:
    """«وأصيب آخر», «وأصيب آخران بجروح»: one or two more; «آخر» before a noun is the last of its kind."""
    n = OTHERS.get(found[i].form)
    following = found[i + 1] if i + 1 < stop else None
    ends = following is None or following.kind == "mark" or following.form in STOPS or following.form[0] == "ب"
    if n is None or i != trigger.last or trigger.clitics != "و" or trigger.takes != PEOPLE or not ends:
        return None
    start, end = found[i].start, found[i].end
    return Found(Quantity(start, end, start, end, n, n, n, "exact", None, None, None), i, i + 1, None, i + 1)
