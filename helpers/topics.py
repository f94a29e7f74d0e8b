"""What a report is about where it is not about war: sport, markets, illness …, whose numbers are no victims of one.

The words of each matter are counted against those of war. In some matters war is a figure of speech («قصف المرمى»,
«نزيف الأسهم»): its words prove nothing there, and of its dead only those count that are called so in plain words.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from helpers import contexts, works
from helpers.claim import Claim
from helpers.lexicon import Lexicon
from helpers.text import Seen, Token, fold, readings

WAR, BLOW = "war", "blow"
FEWEST, KINDS, DENSITY, OUTWEIGHS, TOLD_OF_WAR = 5, 3, 60, 6, 2
BRIEF, ENOUGH = 40, 2  # of a report of so few words, sport is told by so many, and then nothing may speak of war
FIGURATIVE = {"sport", "market", "election", "cyber", "kitchen", "screen"}  # they bombard, attack and fall
DEATHS = frozenset({"killed", "died"})
VICTIMS = DEATHS | {"wounded", "killed_or_wounded", "missing"}
KEPT = {
    **dict.fromkeys(("sport", "market", "election", "cyber", "school"), DEATHS),
    **dict.fromkeys(("kitchen", "screen", "heritage"), frozenset()),  # figures, fiction, the long dead
    **dict.fromkeys(("court", "pilgrimage", "nature"), VICTIMS),
    "health": VICTIMS - {"wounded"},
    **dict.fromkeys(("weather", "traffic"), VICTIMS | {"evacuated", "displaced"}),
}
LEAD = 25  # words of a headline and what it opens
KILLING = {"قتل", "قتلوا", "يقتل"}
PLAIN = ("مصرع", "حتف", "مقتل", "نحب", "استشه", "وفا", "توفي", "توفو", "بحيا", "ارواح", "جث")


def topic(found: Sequence[Token], claims: Sequence[Claim], lexicon: Lexicon) -> str | None:
    """The matter, other than war, that the words of a report are plainly about; None where they are of none.

    A report that opens with people killed, and speaks of war or a blow, is of that blow, wherever it fell.

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> topic(tokens("أصيب اللاعب في الشوط الأول من المباراة أمام جماهير ملعب النادي"), [], load())
    'sport'
    """
    topics = _topics(lexicon)
    titled = {i for title in works.titles(found, lexicon) for i in title}
    told = [(topic, t.form) for i, t in enumerate(found) if i not in titled and (topic := topics[t.form])]
    count, kinds = Counter(topic for topic, _ in told), Counter(topic for topic, _ in {*told})
    best = max((t for t in KEPT if kinds[t] >= KINDS), key=lambda t: count[t], default=None)
    violent = count[WAR] + count[BLOW] > 0
    if len(found) < BRIEF and kinds["sport"] >= ENOUGH and best in (None, "sport") and not violent:
        return "sport"
    if best is None or count[best] < max(FEWEST, len(found) / DENSITY):
        return None
    if violent and not KEPT[best] >= VICTIMS and _opens_with_dead(found, claims, lexicon):
        return None
    against = count[WAR] + (0 if best in FIGURATIVE else count[BLOW])
    weight = TOLD_OF_WAR if best in ("screen", "heritage") else OUTWEIGHS  # films and histories tell of war too
    return None if against * weight > count[best] else best


def _opens_with_dead(found: Sequence[Token], claims: Sequence[Claim], lexicon: Lexicon) -> bool:
    """Whether the first words of a report tell of people killed, and tell no story of a film or a book."""
    lead = found[min(LEAD, len(found)) - 1].end
    if contexts.words(lexicon, "story") & {token.form for token in found[:LEAD]}:
        return False
    return any(claim.start < lead and claim.measured.measure == "killed" and is_plain_death(claim) for claim in claims)


def _is_kept(claim: Claim, about: str, grave: bool) -> bool:
    """Whether a claim tells of victims in a report about `about`; `grave`: somebody is plainly said to have died."""
    measured = claim.measured
    if measured.status != "event":
        return False  # «حكم بإعدام متهم»: nobody has died
    if measured.measure in DEATHS and about in KEPT and KEPT[about] == DEATHS:
        return is_plain_death(claim)
    return measured.measure in KEPT[about] or (grave and measured.measure == "wounded" and KEPT[about] == DEATHS)


def is_plain_death(claim: Claim) -> bool:
    """Whether a claim is of dead who are called so in words that are no figure of speech.

    «لقي 12 مشجعا مصرعهم», «12 قتيلا», «قتل 12 مشجعا», not «قتل المباراة», «سقط 12 طالبا».

    >>> from helpers.report import read_report
    >>> [is_plain_death(claim) for claim in read_report("a", "قتل 12 مشجعا. وسقط 12 طالبا.").claims]
    [True, False]
    """
    measured = claim.measured
    if measured.measure not in DEATHS:
        return False
    if measured.rule == "noun" or measured.trigger is None:
        return measured.rule == "noun"
    word = measured.trigger.row["base"]
    return _is_plain(word) or (word in KILLING and claim.quantity.unit is not None)


def _is_plain(form: str) -> bool:
    return any(word in fold(form).text for word in PLAIN)


def kept(claims: Sequence[Claim], about: str) -> tuple[list[Claim], list[Claim]]:
    """The claims that tell of victims, their parts pointing to their places among them, and the others.

    >>> from helpers.report import read_report
    >>> victims, others = kept(read_report("a", "قتل 12 مشجعا. ونزح 300 شخص.").claims, "sport")
    >>> [claim.measured.measure for claim in victims], [claim.measured.measure for claim in others]
    (['killed'], ['displaced'])
    """
    grave = any(is_plain_death(claim) for claim in claims)
    places = [i for i, claim in enumerate(claims) if _is_kept(claim, about, grave)]
    new: dict[int | None, int] = {old: place for place, old in enumerate(places)}
    return (
        [claims[i]._replace(part_of=new.get(claims[i].part_of)) for i in places],
        [claim for i, claim in enumerate(claims) if i not in new],
    )


def reason(about: str, claim: Claim) -> str:
    """Why a number of a report about `about` is no claim.

    >>> from helpers.report import read_report
    >>> (claim,) = read_report("a", "أصيب 12 شخصا.").claims
    >>> reason("health", claim), reason("sport", claim), reason("market", claim)
    ('people taken ill', 'sport', 'another matter')
    """
    if about == "health" and claim.measured.measure == "wounded":
        return "people taken ill"
    return "sport" if about == "sport" else "another matter"


@lru_cache(maxsize=16)
def _topics(lexicon: Lexicon) -> Seen[str, str | None]:
    """The matter that a written word speaks of, None for most."""
    words = {fold(row["form"]).text: row["topic"] for row in lexicon["topics"]}
    return Seen(lambda form: next((words[r.stem] for r in readings(form) if r.stem in words), None))
