"""Whose those are that nothing beside the number names: a speaker's own soldiers, the other side, who holds the ground.

All of it is inferred from words farther off and marked so, save a nationality («12 جنديا تركيا»), which is stated.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers import roles
from helpers.lexicon import Lexicon
from helpers.measuring import Measured
from helpers.mentions import Mention, Role, party_groups
from helpers.names import entities
from helpers.phrases import CLAUSE_ENDS
from helpers.quantities import Found
from helpers.roles import allies
from helpers.text import Token, fold, readings, tokens
from helpers.triggers import PEOPLE, TOLLS

TAKEN_FROM = {"positions_taken", "area_km2", "strikes", "weapons"}
OWNED = {"تابع", "تابعه", "تابعين", "تابعا", "تابعان", "تابعتين", "التابعه", "التابع"}
OWNED_TOGETHER = {"تابعين", "تابعان", "تابعتين", "التابعين"}  # of several things: «مستودعين وموقع قيادة تابعين للتنظيم»
OWNER_REACH, LIST_REACH = 2, 8
ARMY = "الجيش "
SHUT_IN = ("محاصر", "محصور", "يتحصن", "متحصن")  # by the enemy, who tells of it


class Scene(NamedTuple):
    """What is known around a number: the tokens, the parties of its sentence and of the report, who speaks."""

    found: Sequence[Token]
    near: Sequence[Mention]
    mentioned: Sequence[Mention]
    speaker: str | None
    lexicon: Lexicon


def whose(q: Found, measured: Measured, doer: Role | None, scene: Scene) -> Role | None:
    """The party of those counted: named beside the number, else told by a nation, the speaker or the ground.

    >>> from helpers import parse
    >>> text = "أعلن الجيش السوري مقتل ثلاثة من جنوده. وقال إنه قتل خمسة من مقاتلي داعش."
    >>> parse([("a", text)]).claims[["subject", "subject_basis"]].values.tolist()
    [['الجيش السوري', 'stated'], ['تنظيم الدولة الإسلامية', 'stated']]
    """
    return (
        roles.subject(q, measured.trigger, scene.near, scene.found, scene.lexicon)
        or _owned(q, scene)
        or _army_of_nation(q, measured, scene)
        or _enemy(q, scene)
        or _own_soldiers(q, measured, doer, scene)
        or _held_by(q, measured, doer, scene)
        or _holder(q, measured, doer, scene)
    )


def _owned(q: Found, scene: Scene) -> Role | None:
    """The party that things are told to belong to: «مستودع تابع للتنظيم»."""
    if q.noun is None or q.noun.cls in PEOPLE:
        return None
    found = scene.found
    for i in range(q.last, min(q.last + LIST_REACH, len(found))):
        if found[i].form in CLAUSE_ENDS:
            return None
        if found[i].form in OWNED_TOGETHER or (found[i].form in OWNED and i <= q.phrase_end):
            owner = next((m for m in scene.near if i < m.first <= i + OWNER_REACH), None)
            return owner.role if owner else None
    return None


def _enemy(q: Found, scene: Scene) -> Role | None:
    """The party that a side's word for its enemy («المتشددين») can only mean: the other one named so far."""
    owned = OWNED & {token.form for token in scene.found[q.last : q.phrase_end + 1]}
    phrase = scene.found[q.last : q.phrase_end + (OWNER_REACH if owned else 0)]
    return other_side(q, scene.speaker, scene) if is_enemy(phrase, scene.lexicon) else None


def is_enemy(phrase: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a side's word for its enemy is in a phrase, made definite: «المتشددين».

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> is_enemy(tokens("المتشددين"), load()), is_enemy(tokens("متشددين"), load())
    (True, False)
    """
    known = _epithets(lexicon)
    return any(r.stem in known and r.clitics.endswith("ال") for token in phrase for r in readings(token.form))


def other_side(q: Found, own: str | None, scene: Scene) -> Role | None:
    """The last named of the sides that are neither one's own nor allied with it, where they are one.

    >>> from helpers import parse
    >>> claims = parse([("a", "اشتبك الجيش السوري مع داعش. وقال الجيش السوري إنه قتل 20 من الإرهابيين.")]).claims
    >>> claims[["subject", "subject_basis"]].values.tolist()
    [['تنظيم الدولة الإسلامية', 'inferred']]
    """
    sides, friends = party_groups(scene.lexicon), {own, *allies(scene.lexicon).get(own or "", ())}
    others = [m for m in scene.mentioned if m.first < q.first and m.party in sides and m.party not in friends]
    if len({m.party for m in others}) != 1:
        return None
    return others[-1].role._replace(basis="inferred")


def _army_of_nation(q: Found, measured: Measured, scene: Scene) -> Role | None:
    """The army of the nation that soldiers are told to be of: «12 جنديا تركيا», «جنديان إسرائيليان»."""
    if not q.noun or q.noun.cls != "soldier" or measured.measure not in TOLLS:
        return None
    armies = _armies(scene.lexicon)
    adjectives = (_adjective(token.form) for token in scene.found[q.last : q.phrase_end + 1])
    return next((Role(*armies[word], "stated") for word in adjectives if word in armies), None)


def _own_soldiers(q: Found, measured: Measured, doer: Role | None, scene: Scene) -> Role | None:
    """The speaker's army, where it tells of soldiers of no other nation who were lost: «12 جنديا قتلوا»."""
    side = party_groups(scene.lexicon).get(scene.speaker or "")
    if not q.noun or q.noun.cls != "soldier" or measured.measure not in TOLLS or side != "government":
        return None
    foreign = any(_adjective(t.form) in _nations(scene.lexicon) for t in scene.found[q.last : q.phrase_end + 1])
    if foreign or (doer and doer.party in {scene.speaker, *allies(scene.lexicon).get(scene.speaker or "", ())}):
        return None
    army = next((name for name, party in _armies(scene.lexicon).values() if party == scene.speaker), None)
    named = (m.entity for m in reversed(scene.mentioned) if m.party == scene.speaker and m.first < q.first)
    own = army or next(named, None)
    return Role(own, scene.speaker, "inferred") if own and scene.speaker else None


def _held_by(q: Found, measured: Measured, doer: Role | None, scene: Scene) -> Role | None:
    """Who held the ground or the arms that a party took, struck or destroyed: the only other side named so far."""
    if doer is None or measured.measure not in TAKEN_FROM or measured.aspect in ("held", "lost", "fired", "laid"):
        return None
    return other_side(q, doer.party, scene)


def _holder(q: Found, measured: Measured, doer: Role | None, scene: Scene) -> Role | None:
    """Who still holds an area: the doer, or the last one named before it («التنظيم محاصر في 4 كيلومترات»)."""
    if measured.measure != "area_km2" or measured.aspect != "held":
        return None
    if doer:
        return doer
    shut_in = measured.trigger is not None and measured.trigger.row["base"].startswith(SHUT_IN)
    before = (m for m in reversed(scene.near) if m.last <= q.first)
    holder = next((m.role for m in before if not shut_in or m.party is None or m.party != scene.speaker), None)
    return holder or (other_side(q, scene.speaker, scene) if shut_in else None)


@lru_cache(maxsize=16)
def _epithets(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(tokens(row["form"])[0].form for row in lexicon["epithets"])


@lru_cache(maxsize=16)
def _armies(lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    """The army and party behind each nation's adjective: «تركي» → «الجيش التركي»."""
    named = [(name, known.party) for name, known in entities(lexicon).items() if known.party]
    pairs = [(name.split(), party) for name, party in named if name.startswith(ARMY) and len(name.split()) == 2]
    return {_adjective(fold(words[1]).text.removeprefix("ال")): (" ".join(words), party) for words, party in pairs}


def _adjective(form: str) -> str:
    """The singular of a nation's adjective: «سعوديا», «سعوديين» → «سعودي»."""
    for ending in ("يين", "يون", "يان", "يا"):
        if form.endswith(ending):
            return form.removesuffix(ending) + "ي"
    return form


@lru_cache(maxsize=16)
def _nations(lexicon: Lexicon) -> frozenset[str]:
    return frozenset({_adjective(fold(row["form"]).text) for row in lexicon["nationalities"]} | set(_armies(lexicon)))
