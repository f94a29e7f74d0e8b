"""Bare numbers whose people other words name: «قتلى غزة يتخطون 40 ألفا», «شهداء: 12», «قتل الجيش 4 والفصائل ثلاثة»."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.contexts import words
from helpers.illness import illnesses
from helpers.labelled import names_a_thing
from helpers.lexicon import Lexicon
from helpers.nouns import Noun, noun_at, possessed_noun
from helpers.qualifying import PREPOSITIONS, size_words
from helpers.quantities import Found
from helpers.series import opens_part
from helpers.text import Token, readings, tokens
from helpers.triggers import PEOPLE, Trigger

REACH = set(
    "بلغ بلغت بلغوا بلغن يبلغ تبلغ يبلغون وصل وصلت وصلوا وصلن يصل تصل يصلون ارتفع ارتفعوا يرتفع يرتفعون صار صاروا اصبح "
    "اصبحوا بات باتوا كان كانوا".split()
)
THEIR_COUNT = {"عددهم", "عددهن", "مجموعهم", "مجموعهن", "تعدادهم", "اجماليهم"}
NOT, COMMAS = {"لا", "لم", "لن", "قد"}, {"،", ","}
OPENS = set("ان وان بان وبان فان لان لكن ولكن فيما بينما حيث و".split())
SUBJECT_WORDS, VERB_WORDS, ANTECEDENT_REACH, OWNED_WORDS = 8, 6, 25, 3
GAP_WORDS, PLACE_REACH, IN = 6, 3, "في"
MATTER_REACH, VICTIM = 6, "ضحية"
FREED, BEFALLS = "other_people", {"other_people", "killed", "died", "evacuated"}
ARMED, VOLUNTEER = ("fighter", "soldier"), "متطوع"


class Head(NamedTuple):
    """Whom a bare number counts: the token of their noun, the noun, and what is told of them."""

    at: int
    noun: Noun
    measure: str

    @property
    def loose(self) -> bool:
        """Whether their noun tells nothing of what befell them."""
        return not self.noun.measure and self.measure in ("other_people", "fighters_present")


def heads(
    found: Sequence[Token], span: range, free: Sequence[Found], near: Sequence[Trigger], lexicon: Lexicon
) -> dict[Found, Head]:
    """The plural whose number each of a sentence's bare numbers is, where their verb, a colon or «عددهم» says so.

    >>> from helpers import quantities
    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> texts = "قتلى غزة يتخطون 40 ألفا", "شهداء: 12", "القتلى مدنيون وعددهم أربعة", "القتلى نقلوا وكان معهم 12"
    >>> lists = [(tokens(text), quantities.scan(text, tokens(text))) for text in texts]
    >>> [[h.measure for h in heads(t, range(len(t)), free, [], load()).values()] for t, free in lists]
    [['killed'], ['killed'], ['killed'], []]
    """
    able = (q for q in free if _is_open(q) and not names_a_thing(q, found, lexicon))
    listed = ((q, _head(q, free, found, span, near, lexicon)) for q in able)
    return {q: head for q, head in listed if head is not None}


def _is_open(q: Found) -> bool:
    """Whether a number has no noun, or one that tells nothing of what befell those counted."""
    return q.noun is None or (q.noun.cls in PEOPLE and not q.noun.measure)


def _head(
    q: Found, free: Sequence[Found], found: Sequence[Token], span: range, near: Sequence[Trigger], lexicon: Lexicon
) -> Head | None:
    colon = q.first - 1 > span.start and found[q.first - 1].form == ":"
    last = q.first - 2 if colon else _before_verb(q, found, span, lexicon)
    told = colon or last < q.first - 1 or _is_plural_verb(q, found)
    first = _clause_start(last, found, span, lexicon)
    noun = _plural(found, first, lexicon) if first <= last else None
    if noun is not None and _goes_on(first, found, span, free):
        other = (
            _plural(found, first - 1, lexicon) if first - 1 == _clause_start(first - 1, found, span, lexicon) else None
        )
        both = told and other is not None and {noun.measure, other.measure} == {"killed", "wounded"}
        return Head(first - 1, noun, "killed_or_wounded") if both else None
    counted = any(found[i].form.removeprefix("و") in THEIR_COUNT for i in range(last + 1, q.first))
    if noun is None or (counted and not _are_known(noun)):
        return _antecedent(last, found, span, near, lexicon) if counted else None
    if _is_of_another_matter(noun, found[first : q.phrase_end + MATTER_REACH], lexicon):
        return None
    if any(_is_verb(found[i].form) for i in range(first + 1, last + 1)):
        return None
    if any(first < t.first <= last and t.row["pos"] != "participle" for t in near):
        return None
    casualties = noun.cls in ("casualty", "moved") and bool(noun.measure)
    if colon or not told:  # «ضحايا القصف: 12», «قتلى الجيش 12 وجرحاه 30»
        ends = q.noun is None and (colon or not _names_more(q, found))
        return Head(first, noun, noun.measure) if casualties and ends and last - first < OWNED_WORDS else None
    armed = noun.cls in ARMED and noun.lemma != VOLUNTEER
    named = noun.measure or _labels(lexicon).get(noun.lemma)
    return Head(first, noun, named or ("fighters_present" if armed else "other_people"))


@lru_cache(maxsize=16)
def _labels(lexicon: Lexicon) -> dict[str, str]:
    """What «عدد اللاجئين» and the like are headings of, by whom they name."""
    rows = [(tokens(row["form"]), row["measure"]) for row in lexicon["measures"] if row["voice"] == "label"]
    named = ((noun_at(words, 1, lexicon), measure) for words, measure in rows if len(words) == 2)
    return {
        noun.lemma: measure
        for noun, measure in named
        if noun is not None and measure not in ("present", "camp_population")
    }


def _are_known(noun: Noun) -> bool:
    return noun.clitics.endswith("ال") or noun.cls == "casualty"


def _is_of_another_matter(noun: Noun, near: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether those counted are ill, lost money or fell in a game: «المصابون بالسكري بلغوا 4», «ضحايا الاحتيال: 12»."""
    stems = {r.stem for token in near for r in readings(token.form)}
    ill = noun.measure == "wounded" and stems & illnesses(lexicon)
    return bool(ill or stems & words(lexicon, "game") or (noun.lemma == VICTIM and stems & words(lexicon, "fraud")))


def _before_verb(q: Found, found: Sequence[Token], span: range, lexicon: Lexicon) -> int:
    """The token before the words that lead to a number: «بلغوا», «لا يتجاوز عددهم», «وصلوا إلى»."""
    sizes, i = size_words(lexicon), q.first - 1
    while i >= span.start and q.first - i <= VERB_WORDS:
        form = found[i].form
        bare = form.removeprefix("و")
        if not (bare in REACH | THEIR_COUNT or form in PREPOSITIONS | NOT or form in sizes):
            break
        i -= 1
    while i + 1 < q.first and found[i + 1].form in PREPOSITIONS:  # «من حلب 12»: what leads to no number
        i += 1
    return i


def _is_plural_verb(q: Found, found: Sequence[Token]) -> bool:
    """Whether the number's qualifier is a verb in the plural: «لا يزيدون على», «تجاوزوا»."""
    first = q.first + (found[q.first].form in NOT)
    return _is_verb(found[first].form) or (found[first].form.endswith("ن") and found[first].form[0] == "ي")


def _is_verb(form: str) -> bool:
    return form.endswith("وا") or (form[0] == "ي" and form.endswith("ون") and not form.endswith("يون"))


def _clause_start(last: int, found: Sequence[Token], span: range, lexicon: Lexicon) -> int:
    """The token that opens the clause of token `last`; one past it where nothing opens near enough."""
    for i in range(last, max(span.start - 1, last - SUBJECT_WORDS), -1):
        if (found[i].kind != "word" and found[i].form != '"') or found[i].form in OPENS:
            return i + 1
        joined = found[i].form[0] == "و" and _plural(found, i, lexicon) is not None
        if i == span.start or joined:
            return i
    return last + 1


def _goes_on(first: int, found: Sequence[Token], span: range, free: Sequence[Found]) -> bool:
    """Whether «و» joins the subject to one before it, so that the number is of both: «القتلى والجرحى بلغوا 40»."""
    if first == span.start or found[first].form[0] != "و" or found[first - 1].kind == "mark":
        return False
    return not any(other.first <= first - 1 < max(other.last, other.phrase_end) for other in free)


def _plural(found: Sequence[Token], i: int, lexicon: Lexicon) -> Noun | None:
    """The plural of people at token `i`, with its article, its owner or a pronoun: «القتلى», «قتلى الجيش», «قتلاها»."""
    noun = noun_at(found, i, lexicon) or possessed_noun(found[i], lexicon)
    led = noun is not None and noun.clitics.removesuffix("ال") in ("", "و")
    return noun if noun and led and noun.number == "plural" and noun.cls in PEOPLE else None


def _names_more(q: Found, found: Sequence[Token]) -> bool:
    """Whether a word that may be what is counted follows the number: «قتلى الحادث 12 طالبا», «شهداء الكتيبة 12 هم»."""
    return (
        q.last < len(found)
        and found[q.last].kind == "word"
        and not (
            found[q.last].form[0] in "وب" or found[q.last].form in PREPOSITIONS | {IN} or opens_part(found, q.last)
        )
    )


def _antecedent(
    last: int, found: Sequence[Token], span: range, near: Sequence[Trigger], lexicon: Lexicon
) -> Head | None:
    """The people told of last, whom «عددهم» points to: «نقل الجرحى إلى المستشفى، وقال طبيب إن عددهم بلغ 23»."""
    for i in range(last, max(span.start - 1, last - ANTECEDENT_REACH), -1):
        noun = _plural(found, i, lexicon) if found[i].kind == "word" else None
        if noun is None or not _are_known(noun):
            continue
        befell = (t.measure for t in near if 0 <= i - t.last < (OWNED_WORDS if t.measure == FREED else 1))
        told = next((measure for measure in befell if measure in BEFALLS), noun.measure)  # «أجهزوا على الجرحى وعددهم 6»
        return Head(i, noun, told) if noun.measure else None
    return None


def is_gapped(q: Found, before: Found, word: Trigger | None, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a bare number has a doer or a place of its own and the verb `word` of the one before.

    >>> from helpers import parse
    >>> texts = "قتل الجيش أربعة مدنيين، والفصائل ثلاثة.", "قتل الجيش أربعة مدنيين، ودرجة الحرارة 40."
    >>> parse([(t, t) for t in texts]).claims["best"].tolist()
    [4.0, 3.0, 4.0]
    """
    gap = [
        token
        for token in found[before.phrase_end if before.noun else before.last : q.first]
        if token.form not in COMMAS
    ]
    if q.noun is not None or word is None or not 1 < len(gap) + 1 <= GAP_WORDS or any(t.kind != "word" for t in gap):
        return False
    first = gap[0].form
    if first[0] != "و" or not _ends(q, found):
        return False
    there = found[max(0, before.first - PLACE_REACH) : before.first]
    if first[1:] == IN and len(gap) > 1:
        return any(token.form.removeprefix("و") == IN for token in there)  # «في إدلب 12 وفي حلب 7»
    done = word.row["pos"] == "verb" and word.last < before.first
    return done and first[1:].removeprefix("ال") in words(lexicon, "doer")


def _ends(q: Found, found: Sequence[Token]) -> bool:
    """Whether nothing that the number might count follows it."""
    after = found[q.last] if q.last < len(found) else None
    return after is None or after.kind == "mark" or after.form[0] == "و" or opens_part(found, q.last)
