"""Who did it: the party that the words around a number name as the doer of what is counted.

`stated` is the doer that grammar names: the subject of the verb, the owner of a strike, whoever stands behind «on the
part of». `inferred` is one that is told as attacking before, or as the foe in the fighting where people fell. Nothing
is guessed from who usually does what.
"""

from helpers.belonging import Scene, is_enemy, other_side
from helpers.contexts import words
from helpers.lexicon import Lexicon
from helpers.measuring import Measured
from helpers.mentions import Mention, Role, party_groups
from helpers.nouns import PRONOUNS, possessed_noun
from helpers.phrases import CLAUSE_ENDS
from helpers.quantities import Found
from helpers.roles import agents, allies
from helpers.text import Token, readings
from helpers.triggers import BLOWS, TOLLS, Trigger

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
}
MARKS = {'"', ",", "،"}
OPENING = {"ان", "بان", "لان", "لكن", "ولكن", "وان", "وبان", "فان"}
THEIR = {"انه", "انها", "انهم", "بانه", "بانها", "بانهم", "وانه", "وانها", "وانهم"}
LEADING = {"علي", "عن", "من", "الي", "ما", '"', "حتي", "الان"}
RELATIVE = ("الذي", "التي", "الذين", "المدعوم", "الموالي", "التابع")
ONTO = {"علي", "ضد", "في", "قرب", "داخل"}
AGENT_REACH, AGENT_AFTER = 5, 20
ADJECTIVES = 2  # «هجومان مضادان عنيفان لتنظيم الدولة»
DOER_REACH, DOER_WORDS = 2, 3  # «قتلت طائرات التحالف 12»: farther off, the party is another's
OWNED_WORDS = 5  # «طائرات مقاتلة تابعة للتحالف»
TOPIC_WORDS = 2  # «إن مقاتلي التنظيم», «إن قيادة القوات»
FOE_REACH, MANAGE_REACH = 12, 6
CLAUSE = 60  # words between «إن» and a verb that goes on from its topic
WHICH = {"مما", "ما"}  # «ما أدى إلى»
WITH = {"مع", "بين", "ضد"}
TOLD_BY_ENDING = ("ت", "وا")


def actor(q: Found, measured: Measured, scene: Scene) -> Role | None:
    """The party that did what is counted, None where the words name none.

    >>> from helpers import parse
    >>> texts = "قتل تنظيم داعش ثلاثة.", "قتل ثلاثة على يد داعش.", "قتل ثلاثة في انفجار قرب مقر داعش."
    >>> parse([(t, t) for t in texts]).claims["actor"].tolist()
    ['تنظيم الدولة الإسلامية', 'تنظيم الدولة الإسلامية', <NA>]
    """
    verb = measured.trigger
    told = _behind(q, scene) or (_of_blow(q, scene) if measured.measure in BLOWS else None)
    if told or verb is None or verb.last > q.first:
        return told or _attacker(q, measured, scene)
    subject = _subject(q, measured, verb, scene) if verb.row["pos"] == "verb" else None
    return subject or _managing(verb, scene) or _attacker(q, measured, scene)


def foe(q: Found, measured: Measured, subject: Role | None, scene: Scene) -> Role | None:
    """The side that those counted fell fighting: «قتل ثلاثة جنود في اشتباكات مع التنظيم»; inferred.

    «في الاشتباكات» points back to the only other side that the sentence names.

    >>> from helpers import parse
    >>> claims = parse([("a", "قتل ثلاثة جنود من الجيش السوري في اشتباكات مع داعش.")]).claims
    >>> claims[["actor", "actor_basis"]].values.tolist()
    [['تنظيم الدولة الإسلامية', 'inferred']]
    """
    if subject is None or measured.measure not in TOLLS:
        return None
    found, sides = scene.found, party_groups(scene.lexicon)
    end = min(len(found), q.last + 2 * FOE_REACH)
    stop = next((i for i in range(q.last, end) if found[i].form in CLAUSE_ENDS), end)
    at = next((i for i in range(q.last, min(q.last + FOE_REACH, stop)) if _is_fight(found[i], scene.lexicon)), None)
    if at is None:
        return None
    friends = {subject.party, *allies(scene.lexicon).get(subject.party, ())}
    behind = [m for m in scene.near if at < m.first <= at + FOE_REACH and m.first < stop and m.party in sides]
    if behind and WITH & {token.form for token in found[at + 1 : behind[0].first]}:
        foes = [m for m in behind if m.party not in friends]
        if foes and foes[0] is behind[0] and found[foes[0].first].form.startswith("و"):
            return None  # «مع المقاومة والجيش»: of two foes the first is not known
    else:
        known = found[at].form.startswith("ال") and not behind
        foes = [m for m in scene.near if known and m.last <= q.first and m.party in sides and m.party not in friends]
    return foes[-1].role._replace(basis="inferred") if len({m.party for m in foes}) == 1 else None


def _behind(q: Found, scene: Scene) -> Role | None:
    """The party that words like «على يد», «برصاص», «في غارة شنتها» after the number name."""
    found = scene.found
    for i in range(q.last, min(q.last + AGENT_AFTER, len(found))):
        if found[i].form in CLAUSE_ENDS:
            break
        hit = agents(scene.lexicon).at(found, i) if found[i].kind == "word" else None
        after = i + hit.length if hit else 0
        named = next((m for m in scene.near if hit and 0 <= m.first - after < AGENT_REACH), None)
        if named and not _onto(scene.lexicon) & {token.form for token in found[after : named.first]}:
            return named.role
    return None


def _of_blow(q: Found, scene: Scene) -> Role | None:
    """Whose strike or attack it is: «غارات التحالف», «هجومان مضادان لتنظيم الدولة»."""
    found, end = scene.found, q.phrase_end
    owner = next((m for m in scene.near if q.last <= m.first <= end + ADJECTIVES), None)
    if owner is None or _onto(scene.lexicon) & {token.form for token in found[q.last : owner.first]}:
        return None
    return owner.role if owner.first <= end or found[owner.first].form.startswith("ل") else None


def _subject(q: Found, measured: Measured, verb: Trigger, scene: Scene) -> Role | None:
    """The subject of the verb that governs the number: behind it, right before it, or the topic of its clause."""
    found, near = scene.found, scene.near
    between = next((m for m in near if verb.last <= m.first < q.first), None)
    if between:
        return between.role if _is_behind(between, verb, q, scene) else None
    if verb.clitics == "ل" and measured.measure in BLOWS:
        sides = {m.party: m for m in near if m.last <= verb.first}
        return next(iter(sides.values())).role._replace(basis="inferred") if len(sides) == 1 else None
    direct = measured.measure in BLOWS or all(found[i].form in LEADING for i in range(verb.last, q.first))
    before = next((m for m in reversed(near) if m.last <= verb.first), None)
    if before and direct and _does(before, verb, scene):
        return before.role
    if verb.row["voice"] == "active" and verb.first and is_enemy(found[verb.first - 1 : verb.first], scene.lexicon):
        return other_side(q, scene.speaker, scene)
    return _of_clause(verb, scene) if direct or verb.row["voice"] == "active" else None


def _is_behind(m: Mention, verb: Trigger, q: Found, scene: Scene) -> bool:
    own = scene.found[verb.last : m.first]
    belongs = any(token.form.startswith("تابع") for token in own)
    parting = _onto(scene.lexicon) | {"من"}
    close = len(own) <= (OWNED_WORDS if belongs else DOER_WORDS) and q.first - m.last <= DOER_REACH
    return close and all(token.kind == "word" and token.form not in parting for token in own)


def _does(m: Mention, verb: Trigger, scene: Scene) -> bool:
    """Whether a party before a verb is its doer: only «أنها», «قد», «قواته» part them.

    A verb that may be passive tells by its ending, or by «أن» before the party («أن التنظيم قتل ثلاثة»).
    """
    found = scene.found
    if m.last == verb.first and not _agree(m, verb, scene):
        return False
    parting = (found[i] for i in range(m.last, verb.first))
    if not all(
        t.form.removeprefix("و") in PARTING or t.form in MARKS or _is_their_own(t, scene.lexicon) for t in parting
    ):
        return False
    plain = m.first > 0 and m.last == verb.first and found[m.first - 1].form in OPENING
    told = found[verb.first].form.endswith(TOLD_BY_ENDING)
    return verb.row["voice"] == "active" or (verb.row["voice"] == "either" and (told or plain))


def _agree(m: Mention, verb: Trigger, scene: Scene) -> bool:
    """Whether a feminine verb can have the party as its subject: not «الجيش», yet «طائرات الجيش»."""
    found = scene.found
    feminine, head = found[verb.first].form.endswith("ت"), found[m.first].form.removeprefix("و").removeprefix("ال")
    return (
        not feminine
        or head not in words(scene.lexicon, "masculine")
        or (m.first > 0 and found[m.first - 1].form.endswith(("ات", "ه")))
    )


def _of_clause(verb: Trigger, scene: Scene) -> Role | None:
    """The topic after «إن», where the verb goes on from it: joined by «و», or behind a clause of its own.

    «إن القوات التي دربها التحالف، قتلت 12», «إن القوات تقدمت ودمرت 12 آلية»; of «إنهم استولوا» it is the speaker.
    """
    found = scene.found
    at = next(
        (
            i
            for i in range(verb.first - 1, max(-1, verb.first - 1 - CLAUSE), -1)
            if found[i].form in OPENING | THEIR | CLAUSE_ENDS
        ),
        None,
    )
    told = found[verb.first].form.endswith(TOLD_BY_ENDING)
    if at is None or found[at].form in CLAUSE_ENDS or not (verb.row["voice"] == "active" or told):
        return None
    joined = verb.clitics[:1] in ("و", "ف") and verb.clitics
    if found[at].form in THEIR:
        return _speaking(scene) if joined or at + 1 == verb.first else None
    topic = next((m for m in scene.near if at < m.first <= at + 1 + TOPIC_WORDS), None)
    if topic is None or topic.last > verb.first or any(t.kind != "word" for t in found[at + 1 : topic.first]):
        return None
    relative = any(token.form.startswith(RELATIVE) for token in found[topic.last : topic.last + 2])
    aside = found[verb.first - 1].form in MARKS and relative
    return topic.role if joined or aside else None


def _speaking(scene: Scene) -> Role | None:
    """The party for which the speaker tells what «they» did, as the report last names it."""
    if scene.speaker not in party_groups(scene.lexicon):
        return None
    own = next((m for m in reversed(scene.mentioned) if m.party == scene.speaker), None)
    return own.role if own else None


def _managing(verb: Trigger, scene: Scene) -> Role | None:
    """The subject of «managed to» before a verbal noun: «تمكنت المقاومة من أسر 11»."""
    found, reach = scene.found, range(verb.first - 1, max(-1, verb.first - 1 - MANAGE_REACH), -1)
    manages = words(scene.lexicon, "manages")
    at = next((i for i in reach if any(r.stem in manages for r in readings(found[i].form))), None)
    if at is None or found[verb.first - 1].form not in ("من", "في"):
        return None
    behind = next((m for m in scene.near if at < m.first <= at + TOPIC_WORDS and m.last <= verb.first), None)
    return behind.role if behind else next((m.role for m in scene.near if m.last == at), None)


def _attacker(q: Found, measured: Measured, scene: Scene) -> Role | None:
    """The party told of as attacking, where the number is told as the result: «قصف الجيش السوق ما أدى إلى مقتل 12»."""
    if measured.measure not in TOLLS:
        return None
    found, results = scene.found, WHICH | words(scene.lexicon, "results")
    for m in (m for m in reversed(scene.near) if m.last <= q.first):
        if not results & {token.form.removeprefix("و") for token in found[m.last : q.first]}:
            continue
        reach = range(max(0, m.first - DOER_REACH), m.first)
        by = any(agents(scene.lexicon).at(found, i) for i in reach)
        if by or any(_attacks(found[i], scene.lexicon) for i in (*reach, m.last)):
            return m.role._replace(basis="inferred")
    return None


def _onto(lexicon: Lexicon) -> frozenset[str]:
    """What parts a doer from the one that was struck: «غارات استهدفت التنظيم», «قصف على التنظيم»."""
    return words(lexicon, "onto") | ONTO


def _attacks(token: Token, lexicon: Lexicon) -> bool:
    return any(r.stem in words(lexicon, "attacks") and "ال" not in r.clitics for r in readings(token.form))


def _is_fight(token: Token, lexicon: Lexicon) -> bool:
    return any(r.stem in words(lexicon, "fights") for r in readings(token.form))


def _is_their_own(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is a party's men or arms with a pronoun: «قواته», «مقاتلوها», «طائراتها»."""
    bare = (token.form.removesuffix(pronoun) for pronoun in PRONOUNS if token.form.endswith(pronoun))
    return any(word in words(lexicon, "party_head") for word in bare) or possessed_noun(token, lexicon) is not None
