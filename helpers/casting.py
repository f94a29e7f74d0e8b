"""Who plays which part in a claim: those counted and who did it, leaning on claims before where words point back."""

from collections.abc import Sequence

from helpers import belonging, doers, roles
from helpers.belonging import Scene
from helpers.claim import Claim
from helpers.lexicon import Lexicon
from helpers.measuring import Measured
from helpers.mentions import Role
from helpers.nouns import noun_at
from helpers.quantities import Found
from helpers.text import Token
from helpers.triggers import BLOWS, GROUND, INFLICTED, TOLLS

DONE_BY_SOMEONE = INFLICTED | BLOWS | GROUND - {"distance_km"} | {"besieged", "evacuated", "weapons", "other"}
OTHERS, AGAINST = "آخر", "مقابل"


def parts(
    q: Found,
    measured: Measured,
    scene: Scene,
    before: Claim | None,
    whole: Claim | None,
    earlier: Sequence[Claim],
) -> tuple[Role | None, str | None, Role | None]:
    """Who was counted, of which population, who did it; `before` is the claim before, `whole` what that is part of.

    >>> from helpers import parse
    >>> claims = parse([("a", "قتل تنظيم داعش ثلاثة جنود من الجيش السوري وأصاب خمسة.")]).claims
    >>> claims[["measure", "subject", "subject_group"]].values.tolist(), claims["actor"].nunique()
    ([['killed', 'الجيش السوري', 'government'], ['wounded', 'الجيش السوري', 'government']], 1)
    """
    doer = _actor(q, measured, before, scene)
    subject = belonging.whose(q, measured, doer, scene)
    group = roles.group(q, subject.party if subject else "", scene.found, scene.lexicon)
    against = scene.found[q.first - 1].form == AGAINST  # «26 قتيلا من قوات النظام مقابل 31»: of another side
    if subject is None and whole is not None and not against and _goes_on_with(q, measured, whole):
        subject, group = _inferred(whole.subject), whole.subject_group
    told = earlier[-1].subject if earlier else None
    if subject is None and told is not None and _are_of(q, scene.found, earlier[-1], scene.lexicon):
        subject = told._replace(basis="inferred")
        group = roles.group(q, subject.party, scene.found, scene.lexicon)
    if known := _known_blows(q, measured, earlier):
        subject, group = (subject, group) if subject else (_inferred(known.subject), known.subject_group)
        doer = doer or _inferred(known.actor)
    return subject, group, doer or doers.foe(q, measured, subject, scene)


def _inferred(role: Role | None) -> Role | None:
    return role and role._replace(basis="inferred")


def _goes_on_with(q: Found, measured: Measured, before: Claim) -> bool:
    """Whether a number without a noun, or «آخرون», is of those counted before: «قتل 12 جنديا وأصيب 30 آخرون»."""
    if q.noun is not None and q.noun.lemma != OTHERS:
        return False
    verb = measured.trigger
    total = verb is not None and verb.row["voice"] == "label"  # «ليرتفع عدد القتلى إلى 10»
    tolls = {measured.measure, before.measured.measure} <= TOLLS
    return not total and (tolls or measured.measure == before.measured.measure)


def _are_of(q: Found, found: Sequence[Token], before: Claim, lexicon: Lexicon) -> bool:
    """Whether «200 من المقاتلين» are of the fighters told of just before, with others: «مقاتليه وعائلاتهم»."""
    nouns = (noun_at(found, i, lexicon) for i in range(q.last, q.phrase_end) if found[i].kind == "word")
    known = any(noun and noun.cls == "fighter" and "ال" in noun.clitics for noun in nouns)
    return known and before.subject_group == "mixed"


def _known_blows(q: Found, measured: Measured, earlier: Sequence[Claim]) -> Claim | None:
    """The claim that «الهجومين» points back to: the last of as many blows of the kind."""
    if measured.measure not in BLOWS or q.noun is None or "ال" not in q.noun.clitics or q.noun.number != "dual":
        return None
    same = (c for c in reversed(earlier) if c.measured.measure == measured.measure)
    return next((c for c in same if c.quantity.best == q.quantity.best), None)


def _actor(q: Found, measured: Measured, before: Claim | None, scene: Scene) -> Role | None:
    """Who did it; a verb joined by «و» keeps the doer of the verb before it."""
    verb = measured.trigger
    if measured.measure not in DONE_BY_SOMEONE:
        return None
    other = before.measured.trigger if before else None
    joined = verb and verb.row["pos"] == "verb" and verb.clitics[:1] == "و"
    if before and before.actor and joined and other and other.row["pos"] == "verb" and other is not verb:
        return before.actor
    return doers.actor(q, measured, scene)
