"""Who was counted, who did it, and where: the parties and places that the words around a number name.

A role that the words state is `stated`; one taken from the sentence around, or from a word like «التنظيم» that points
back to a party named before, is `inferred`. Nothing is guessed from who usually does what.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from helpers.lexicon import Lexicon, Phrases
from helpers.mentions import POINTING, Mention, Role, party_groups, state_forces
from helpers.names import Name
from helpers.nouns import PRONOUNS, noun_at, possessed_noun
from helpers.quantities import Found, Quantity
from helpers.text import Token, readings
from helpers.triggers import PEOPLE, Trigger

OPPONENTS = {"مع", "ضد"}
FOUGHT = {"killed", "wounded", "killed_or_wounded", "captured"}
LOCATING = {"في", "داخل", "شرق", "غرب", "شمال", "جنوب", "شرقي", "غربي", "شمالي", "جنوبي", "وسط", "انحاء", "ريف"}
PARTING = {
    "ان",
    "انه",
    "انها",
    "انهم",
    "بانه",
    "بانها",
    "بانهم",
    "لانه",
    "لانها",
    "لانهم",
    "قد",
    "كان",
    "كانت",
    "كانوا",
    '"',
    ",",
    "،",
}
OPENING, LEADING = {"ان", "بان", "لان", "لكن", "ولكن"}, {"علي", "عن", "من", "الي", "ما", '"'}
AGENT_REACH, AGENT_AFTER = 5, 20
DOER_REACH, DOER_WORDS = 2, 3  # «قتلت طائرات التحالف 12»: farther off, the party is another's
ATTACKS = set("قصف قصفت شن شنت نفذ نفذت استهدف استهدفت هاجم هاجمت اطلق اطلقت فجر فجرت اغار اغارت".split())
RESULTS = set("ادي ادت اسفر اسفرت اسفرا خلف خلفت تسبب تسببت اوقع اوقعت مسفرا مسفره مخلفا مخلفه مما ما موقعا".split())
RANKS = {"بصفوف", "لصفوف"}
SEMICLAUSE = {".", "؛", ":", "؟", "!"}


def subject(
    q: Found, verb: Trigger | None, near: Sequence[Mention], found: Sequence[Token], lexicon: Lexicon
) -> Role | None:
    """The party that those counted belong to, or that was hit."""
    by = (i for i in range(q.last, q.phrase_end) if found[i].kind == "word" and _agents(lexicon).at(found, i))
    stop = next(by, q.phrase_end + 1)
    inside = next((m for m in near if q.last <= m.first < stop), None) or in_ranks(q, near, found)
    if inside and _cls(q) not in ("strike", "attack"):
        return inside.role
    if owner := _owner(q, near, found, lexicon):
        return owner.role._replace(basis="stated")
    if verb and verb.last <= q.first and verb.measure in FOUGHT and q.noun is None:
        foe = next((m for m in near if m.first > q.phrase_end and _opposed(found, m)), None)
        return foe.role._replace(basis="inferred") if foe else None
    if _cls(q) in ("strike", "attack"):
        target = next((m for m in near if m.first > q.last and _targeted(found, q.last, m.first)), None)
        return target.role if target else None
    return None


def in_ranks(q: Found, near: Sequence[Mention], found: Sequence[Token]) -> Mention | None:
    """The party in whose ranks the counted are: «15 قتيلا في صفوف الجيش»."""
    i = q.phrase_end
    forms = tuple(token.form for token in found[i : i + 2])
    if not forms or (forms[0] not in RANKS and forms[1:] != ("صفوف",)):
        return None
    return next((m for m in near if i < m.first <= i + 1 + DOER_REACH), None)


def actor(
    q: Found, verb: Trigger | None, near: Sequence[Mention], found: Sequence[Token], lexicon: Lexicon
) -> Role | None:
    """The party that did it: named as an agent after the number, between verb and number, or before an active verb."""
    for i in range(q.last, min(q.last + AGENT_AFTER, len(found))):
        if found[i].form in SEMICLAUSE:
            break
        hit = _agents(lexicon).at(found, i) if found[i].kind == "word" else None
        named = next((m for m in near if hit and 0 <= m.first - i - hit.length < AGENT_REACH), None)
        if named:
            return named.role
    if _cls(q) in ("strike", "attack") and (of := next((m for m in near if q.last <= m.first <= q.phrase_end), None)):
        return of.role
    if verb is None or verb.row["pos"] != "verb" or verb.last > q.first:
        return None
    between = next((m for m in near if verb.last <= m.first < q.first), None)
    if between:
        own = found[verb.last : between.first]
        close = len(own) <= DOER_WORDS and q.first - between.last <= DOER_REACH
        return between.role if close and all(t.kind == "word" and t.form != "من" for t in own) else None
    before = next((m for m in reversed(near) if m.last <= verb.first), None)
    return before.role if before and _does(found, before, verb, q, lexicon) else None


def attacker(q: Found, near: Sequence[Mention], found: Sequence[Token], lexicon: Lexicon) -> Role | None:
    """The party told of as attacking, where the number is told as the result: «قصف الجيش السوق ما أدى إلى مقتل 12»."""
    for m in (m for m in reversed(near) if m.last <= q.first):
        if not RESULTS & {token.form.removeprefix("و") for token in found[m.last : q.first]}:
            continue
        reach = range(max(0, m.first - DOER_REACH), m.first)
        by = any(_agents(lexicon).at(found, i) for i in reach)
        if by or any(_attacks(found[i]) for i in (*reach, m.last)):
            return m.role._replace(basis="inferred")
    return None


def _attacks(token: Token) -> bool:
    return any(r.stem in ATTACKS and "ال" not in r.clitics for r in readings(token.form))


def _does(found: Sequence[Token], m: Mention, verb: Trigger, q: Found, lexicon: Lexicon) -> bool:
    """Whether a party before a verb is its doer: only «أنها», «قد», «قواته» part them, and no other doer follows.

    A verb that may be passive tells by its ending, or by «أن» before the party («أن التنظيم قتل ثلاثة»).
    """
    if any(found[i].form not in LEADING for i in range(verb.last, q.first)):
        return False
    parting = range(m.last, verb.first)
    if not all(found[i].form.removeprefix("و") in PARTING or _is_their_own(found[i], lexicon) for i in parting):
        return False
    plain = m.first > 0 and m.last == verb.first and found[m.first - 1].form in OPENING
    told = found[verb.first].form.endswith(("ت", "وا"))
    return verb.row["voice"] == "active" or (verb.row["voice"] == "either" and (told or plain))


def group(q: Found, party: str, found: Sequence[Token], lexicon: Lexicon) -> str | None:
    """The population counted or hit: a party's own, civilians, people, fighters and others mixed; None for things."""
    phrase = range(q.first, q.phrase_end)
    nouns = [noun_at(found, i, lexicon) or possessed_noun(found[i], lexicon) for i in phrase if found[i].kind == "word"]
    classes = {noun.cls for noun in nouns if noun}
    if (party and classes & {"family"}) or (classes & {"fighter", "soldier"} and classes & {"family", "civilian"}):
        return "mixed"
    if party:
        return party_groups(lexicon).get(party, "armed_group")
    if _cls(q) in PEOPLE and any(state_forces(found, i) for i in range(q.last, q.phrase_end)):
        return "government"
    if q.noun and q.noun.group:
        return q.noun.group
    if _cls(q) not in PEOPLE:
        return None
    return "forces" if _cls(q) in ("fighter", "soldier") else "people"


def place(names: Sequence[Name], quantity: Quantity, found: Sequence[Token]) -> Name | None:
    """Of the places the first after the number, else the last before it; a country only where it is a place."""
    places = [name for name in names if name.precision != "country" or _located(name, found)]
    after = (name for name in places if name.start >= quantity.end)
    before = (name for name in reversed(places) if name.end <= quantity.start)
    return next(after, None) or next(before, None)


def _located(name: Name, found: Sequence[Token]) -> bool:
    """Whether «في», «بشرق» or the like says that the country is where it happened."""
    i = bisect_left(found, name.start, key=lambda token: token.end)
    stems = {r.stem for token in found[max(0, i - 1) : i] for r in readings(token.form)}
    glued = found[i].start < name.start and found[i].form[0] == "ب"
    return glued or bool(stems & LOCATING)


@lru_cache(maxsize=16)
def allies(lexicon: Lexicon) -> dict[str, list[str]]:
    """The parties that each party fights beside."""
    return {row["party"]: row["allies"].split() for row in lexicon["parties"]}


@lru_cache(maxsize=16)
def _agents(lexicon: Lexicon) -> Phrases:
    return Phrases(lexicon["agents"])


def _cls(q: Found) -> str:
    return q.noun.cls if q.noun else ""


def _owner(q: Found, near: Sequence[Mention], found: Sequence[Token], lexicon: Lexicon) -> Mention | None:
    """The party behind the pronoun of «من عناصرها», «جنوده»: the last one named before."""
    nouns = [possessed_noun(found[i], lexicon) for i in range(q.last, q.phrase_end)]
    if any(noun and noun.cls in ("fighter", "soldier", "person") for noun in nouns):
        return next((m for m in reversed(near) if m.last <= q.first), None)
    return None


def _is_their_own(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is a party's men or arms with a pronoun: «قواته», «مقاتلوها», «طائراتها»."""
    bare = (token.form.removesuffix(pronoun) for pronoun in PRONOUNS if token.form.endswith(pronoun))
    return any(word in POINTING for word in bare) or possessed_noun(token, lexicon) is not None


def _opposed(found: Sequence[Token], m: Mention) -> bool:
    """Whether «مع», «ضد» or «مع مقاتلي» stands before the party."""
    return any(token.form in OPPONENTS for token in found[max(0, m.first - 2) : m.first])


def _targeted(found: Sequence[Token], first: int, last: int) -> bool:
    forms = [token.form for token in found[first:last]]
    return any(form in ("علي", "ضد") or form.startswith("استهدف") for form in forms)
