"""Who was counted and who did it: the parties that the words around a number name.

A role that the words state is `stated`; one taken from the sentence around, or from a word like «التنظيم» that points
back to a party named before, is `inferred`. Nothing is guessed from who usually does what.
"""

from collections.abc import Sequence
from functools import lru_cache

from helpers.lexicon import Lexicon, Phrases
from helpers.mentions import Mention, Role, party_groups, state_forces
from helpers.nouns import noun_at, possessed_noun
from helpers.quantities import Found
from helpers.text import Token
from helpers.triggers import INFLICTED, PEOPLE, Trigger

OPPONENTS = {"مع", "ضد"}
DOER_REACH = 2  # «قتلت طائرات التحالف 12»: farther off, the party is another's
RANKS = {"بصفوف", "لصفوف"}


def subject(
    q: Found, verb: Trigger | None, near: Sequence[Mention], found: Sequence[Token], lexicon: Lexicon
) -> Role | None:
    """The party that those counted belong to, or that was hit.

    >>> from helpers import parse
    >>> texts = "قتل ثلاثة من مقاتلي داعش.", "شن الجيش غارتين على مواقع داعش.", "قتل ثلاثة من السكان."
    >>> parse([(t, t) for t in texts]).claims["subject"].tolist()
    ['تنظيم الدولة الإسلامية', 'تنظيم الدولة الإسلامية', 'من السكان']
    """
    by = (i for i in range(q.last, q.phrase_end) if found[i].kind == "word" and agents(lexicon).at(found, i))
    stop = next(by, q.phrase_end + 1)
    inside = next((m for m in near if q.last <= m.first < stop), None) or in_ranks(q, near, found)
    if inside and _cls(q) not in ("strike", "attack"):
        return inside.role
    if owner := _owner(q, near, found, lexicon):
        return owner.role._replace(basis="stated")
    if verb and verb.last <= q.first and verb.measure in INFLICTED and q.noun is None:
        foe = next((m for m in near if m.first > q.phrase_end and _opposed(found, m)), None)
        return foe.role._replace(basis="inferred") if foe else None
    if _cls(q) in ("strike", "attack"):
        target = next((m for m in near if m.first > q.last and _targeted(found, q.last, m.first)), None)
        return target.role if target else None
    return None


def in_ranks(q: Found, near: Sequence[Mention], found: Sequence[Token]) -> Mention | None:
    """The party in whose ranks the counted are: «15 قتيلا في صفوف الجيش».

    >>> from helpers import parse
    >>> parse([("a", "سقط 15 قتيلا في صفوف الجيش السوري.")]).claims[["subject", "subject_group"]].values.tolist()
    [['الجيش السوري', 'government']]
    """
    i = q.phrase_end
    forms = tuple(token.form for token in found[i : i + 2])
    if not forms or (forms[0] not in RANKS and forms[1:] != ("صفوف",)):
        return None
    return next((m for m in near if i < m.first <= i + 1 + DOER_REACH), None)


def group(q: Found, party: str, found: Sequence[Token], lexicon: Lexicon) -> str | None:
    """The population counted or hit: a party's own, civilians, people, fighters and others mixed; None for things.

    >>> from helpers import parse
    >>> texts = "قتل 14 مدنيا.", "قتل 14 من مقاتلي داعش.", "استسلم 300 من المسلحين وعائلاتهم.", "دمرت 14 دبابة."
    >>> parse([(t, t) for t in texts]).claims["subject_group"].tolist()
    ['civilians', 'isis', 'mixed', <NA>]
    """
    by = (i for i in range(q.last, q.phrase_end) if agents(lexicon).at(found, i))
    phrase = range(q.first, next(by, q.phrase_end))  # «14 مدنيا بأيدي مسلحين»
    nouns = [noun_at(found, i, lexicon) or possessed_noun(found[i], lexicon) for i in phrase if found[i].kind == "word"]
    classes = {noun.cls for noun in nouns if noun}
    if (party and classes & {"family"}) or (classes & {"fighter", "soldier"} and classes & {"family", "civilian"}):
        return "mixed"
    own = party_groups(lexicon).get(party) or ("armed_group" if party and party not in allies(lexicon) else "")
    if own:
        return own
    if party and q.noun and not q.noun.group:
        return "people"  # of a body without fighters: «متطوعان من الهلال الأحمر»
    if _cls(q) in PEOPLE and any(state_forces(found, i) for i in range(q.last, q.phrase_end)):
        return "government"
    if q.noun and q.noun.group:
        return q.noun.group
    if _cls(q) not in PEOPLE:
        return None
    return "forces" if _cls(q) in ("fighter", "soldier") else "people"


@lru_cache(maxsize=16)
def allies(lexicon: Lexicon) -> dict[str, list[str]]:
    """The parties that each party fights beside.

    >>> from helpers.lexicon import load
    >>> "sdf" in allies(load())["coalition"], "isis" in allies(load())["coalition"]
    (True, False)
    """
    return {row["party"]: row["allies"].split() for row in lexicon["parties"]}


@lru_cache(maxsize=16)
def agents(lexicon: Lexicon) -> Phrases:
    """The words behind which a doer stands: «على يد», «في غارة شنتها».

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> agents(load()).at(tokens("قتلوا على يد مسلحين"), 1).length
    2
    """
    return Phrases(lexicon["agents"])


def _cls(q: Found) -> str:
    return q.noun.cls if q.noun else ""


def _owner(q: Found, near: Sequence[Mention], found: Sequence[Token], lexicon: Lexicon) -> Mention | None:
    """The party behind the pronoun of «من عناصرها», «جنوده»: the last one named before."""
    nouns = [possessed_noun(found[i], lexicon) for i in range(q.last, q.phrase_end)]
    if any(noun and noun.cls in ("fighter", "soldier", "person") for noun in nouns):
        return next((m for m in reversed(near) if m.last <= q.first), None)
    return None


def _opposed(found: Sequence[Token], m: Mention) -> bool:
    """Whether «مع», «ضد» or «مع مقاتلي» stands before the party."""
    return any(token.form in OPPONENTS for token in found[max(0, m.first - 2) : m.first])


def _targeted(found: Sequence[Token], first: int, last: int) -> bool:
    forms = [token.form for token in found[first:last]]
    return any(form in ("علي", "ضد") or form.startswith("استهدف") for form in forms)
