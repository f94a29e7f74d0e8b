"""Ones that no numeral says: «قتل ضابط», «عثرت على مستودع», «وفاة رضيع» each count one."""

from collections.abc import Iterator, Sequence

from helpers.lexicon import Lexicon
from helpers.nouns import Noun, noun_at
from helpers.quantities import Found, Quantity
from helpers.text import Token
from helpers.triggers import PEOPLE, Trigger

LOSSES = {"killed", "wounded", "died", "captured", "missing", "weapons"}
LINKS = {"علي", "ب", '"'}


def counted_ones(
    found: Sequence[Token], triggers: Sequence[Trigger], known: Sequence[Found], lexicon: Lexicon
) -> Iterator[tuple[Found, Trigger | None]]:
    """Indefinite singular nouns right after a word of loss, or on its list, or on a number's list («أطفال وامرأة»)."""
    taken = {i for q in known for i in range(q.first, q.last)} | {i for t in triggers for i in range(t.first, t.last)}
    for trigger in triggers:
        if trigger.measure not in LOSSES or trigger.row["voice"] == "label":
            continue
        for i in (*_objects(found, trigger, known, lexicon), *_sufferer(found, trigger)):
            noun = noun_at(found, i, lexicon)
            if i not in taken and noun and noun.cls in trigger.takes and _is_one(found, i, noun):
                yield _one(found, i, noun), trigger
    for q in known:
        noun = noun_at(found, q.phrase_end, lexicon) if _ends_before_a_word(found, q) else None
        if q.noun and noun and noun.clitics == "و" and noun.cls in PEOPLE and _is_one(found, q.phrase_end, noun):
            yield _one(found, q.phrase_end, noun), None


def _objects(found: Sequence[Token], trigger: Trigger, known: Sequence[Found], lexicon: Lexicon) -> Iterator[int]:
    """Where the trigger's object may stand: right after it, then after each «و» of the list that follows it."""
    i = trigger.last
    while i < len(found) and found[i].form in LINKS:
        i += 1
    if i >= len(found) or found[i].kind != "word":
        return
    if _subject_of_a_number(found, i, known):
        return
    if noun_at(found, i, lexicon):
        yield i
    for j in range(i + 1, len(found)):
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


def _ends_before_a_word(found: Sequence[Token], q: Found) -> bool:
    return q.phrase_end < len(found) and found[q.phrase_end].kind == "word"


def _subject_of_a_number(found: Sequence[Token], i: int, known: Sequence[Found]) -> bool:
    """«قتل مسلح خمسة أشخاص»: the singular did it, the number suffered it."""
    return any(q.first in (i + 1, i + 2) and found[q.first].form[0] != "و" for q in known)


def _is_one(found: Sequence[Token], i: int, noun: Noun) -> bool:
    following = found[i + noun.length].form if i + noun.length < len(found) else ""
    return noun.number == "singular" and "ال" not in noun.clitics and following not in ("من", "واحد", "واحده")


def _one(found: Sequence[Token], i: int, noun: Noun) -> Found:
    end = found[i + noun.length - 1].end
    quantity = Quantity(noun.start, end, noun.start, end, 1, 1, 1, "exact", None, noun.lemma, None)
    return Found(quantity, i, i + noun.length, noun, i + noun.length)
