"""Claims: what each quantity of a report says happened, to whom, by whom, where, when, and on whose word."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from helpers import belonging, counting, mentions, partisan, roles, triggers, when
from helpers.attributions import Attribution
from helpers.belonging import Scene
from helpers.counting import ALL_VICTIMS, Counted, Refusal
from helpers.lexicon import Lexicon
from helpers.measuring import Measured
from helpers.mentions import Mention, Role
from helpers.names import Name
from helpers.nouns import noun_at
from helpers.quantities import Found, Quantity
from helpers.sections import Section, Sentence
from helpers.text import Token
from helpers.times import Found as FoundTime
from helpers.triggers import TOLLS

DONE_BY_SOMEONE = {
    "killed", "wounded", "killed_or_wounded", "captured", "besieged", "evacuated", "area_km2", "positions_taken",
    "attacks", "strikes", "weapons", "other",
}  # fmt: skip
OTHERS = "آخر"
CONVERTED = {"area_km2", "distance_km"}
STRETCH = 500  # letters

Row = TypeVar("Row")


class Claim(NamedTuple):
    """One quantified statement. Times are indexes into the report's times; days follow once the report is dated."""

    start: int
    end: int
    quantity: Quantity
    factor: float
    measured: Measured
    subject: Role | None
    subject_words: str | None
    subject_group: str | None
    actor: Role | None
    place: Name | None
    event_time: int | None
    stated_time: int | None
    since: bool
    tally: str
    part_of: int | None
    section: str
    attribution: int | None
    rule: str
    partisan: str | None


class Report(NamedTuple):
    """What the readers before this one found in a report."""

    text: str
    tokens: Sequence[Token]
    sections: Sequence[Section]
    sentences: Sequence[Sentence]
    quantities: Sequence[Found]
    times: Sequence[FoundTime]
    names: Sequence[Name]
    attributions: Sequence[Attribution]


def find(report: Report, lexicon: Lexicon) -> tuple[list[Claim], list[Refusal]]:
    """The claims of a report in order, and the quantities that are none, each with its reason."""
    mentioned = mentions.mentions(report.tokens, report.names, lexicon)
    near, places, said = triggers.scan(report.tokens, lexicon), _places(report), _Said(report.attributions)
    toll = ALL_VICTIMS
    claims: list[Claim] = []
    refused: list[Refusal] = []
    for sentence in report.sentences:
        kind = report.sections[sentence.section].kind
        inside = _inside(report.quantities, lambda q: q.quantity.number_start, sentence)
        timed = _inside(report.times, lambda time: time.start, sentence)
        free = [q for q in inside if not _overlaps(q.quantity, timed)]
        refused += [Refusal(q.quantity, "time") for q in inside if _overlaps(q.quantity, timed)]
        if kind in ("credit", "furniture"):
            refused += [Refusal(q.quantity, "furniture") for q in free]
            continue
        span = range(
            *(bisect_left(report.tokens, at, key=lambda token: token.start) for at in (sentence.start, sentence.end))
        )
        triggered = _inside(near, lambda t: t.start, sentence)
        counted, others = counting.counted(report.text, report.tokens, span, triggered, free, toll, lexicon)
        refused += others
        first = len(claims)
        for item in counted:
            claims.append(_claim(report, sentence, kind, item, claims, first, mentioned, places, said, lexicon))
        toll = next((c.measured.measure for c in reversed(claims[first:]) if c.measured.measure in TOLLS), toll)
    return claims, refused


def _inside(rows: Sequence[Row], start: Callable[[Row], int], sentence: Sentence) -> Sequence[Row]:
    """The rows, in order of their starts, that begin in a sentence."""
    return rows[bisect_left(rows, sentence.start, key=start) : bisect_left(rows, sentence.end, key=start)]


def _overlaps(quantity: Quantity, timed: Sequence[FoundTime]) -> bool:
    return any(max(time.start, quantity.number_start) < min(time.end, quantity.number_end) for time in timed)


def _claim(
    report: Report,
    sentence: Sentence,
    kind: str,
    item: Counted,
    earlier: list[Claim],
    offset: int,
    mentioned: Sequence[Mention],
    places: Sequence[Name],
    acts: "_Said",
    lexicon: Lexicon,
) -> Claim:
    q, measured, found = item.q, item.measured, report.tokens
    near = _inside(mentioned, lambda m: found[m.first].start, sentence)
    verb = measured.trigger
    said = acts.innermost(q.quantity.number_start)
    before = earlier[offset + item.like] if item.like is not None else None
    a = None if said is None else report.attributions[said]
    measured = measured._replace(status=_told_as(measured, a, lexicon))
    speaker = a.source_party if a else None
    doer = _actor(q, measured, near, found, before, lexicon)
    subject = belonging.whose(q, measured, doer, Scene(found, near, mentioned, speaker, lexicon))
    group = roles.group(q, subject.party if subject else "", found, lexicon)
    if before and before.part_of is not None and before.part_of < offset + item.like and item.whole is None:
        before = earlier[before.part_of]  # «12 جنديا بينهم ضابط، وأصيب 30 آخرون»
    if subject is None and _goes_on_with(q, measured, before):
        subject, group = before.subject and before.subject._replace(basis="inferred"), before.subject_group
    if subject is None and earlier and _are_of(q, found, earlier[-1], lexicon):
        subject = earlier[-1].subject._replace(basis="inferred")
        group = roles.group(q, subject.party, found, lexicon)
    start = min(q.quantity.start, verb.start if verb else q.quantity.start)
    end = max(q.quantity.end, found[q.phrase_end - 1].end, verb.end if verb else 0)
    event_time, stated_time = when.event_and_saying(report.times, sentence, q, a, found)
    event = None if event_time is None else report.times[event_time]
    return Claim(
        start,
        end,
        q.quantity,
        q.noun.factor if q.noun and measured.measure in CONVERTED else 1.0,
        measured,
        subject,
        q.quantity.counted or (q.noun.lemma if q.noun else None),
        group,
        doer,
        roles.place(_inside(places, lambda name: name.start, sentence), q.quantity, found),
        event_time,
        stated_time,
        when.since(found, event),
        when.tally(measured, found, sentence, q, event),
        None if item.whole is None else offset + item.whole,
        kind,
        said,
        measured.rule,
        partisan.words(report.text, found, q.first, q.phrase_end, verb, lexicon),
    )


def _goes_on_with(q: Found, measured: Measured, before: Claim | None) -> bool:
    """Whether a number without a noun, or «آخرون», is of those counted before: «قتل 12 جنديا وأصيب 30 آخرون»."""
    if before is None or (q.noun is not None and q.noun.lemma != OTHERS):
        return False
    verb = measured.trigger
    total = verb is not None and verb.row["voice"] == "label"  # «ليرتفع عدد القتلى إلى 10»
    tolls = {measured.measure, before.measured.measure} <= TOLLS
    return not total and (tolls or measured.measure == before.measured.measure)


def _are_of(q: Found, found: Sequence[Token], before: Claim, lexicon: Lexicon) -> bool:
    """Whether «200 من المقاتلين» are of the fighters told of just before, with others: «مقاتليه وعائلاتهم»."""
    nouns = (noun_at(found, i, lexicon) for i in range(q.last, q.phrase_end) if found[i].kind == "word")
    known = any(noun and noun.cls == "fighter" and "ال" in noun.clitics for noun in nouns)
    return known and before.subject is not None and before.subject_group == "mixed"


def _places(report: Report) -> list[Name]:
    """The names that can tell where: those of speakers («قالت دمشق») and inside their names cannot."""
    spoken = {
        at for a in report.attributions if a.source_start is not None for at in range(a.source_start, a.source_end)
    }
    return [name for name in report.names if name.kind == "place" and name.start not in spoken]


def _told_as(measured: Measured, a: Attribution | None, lexicon: Lexicon) -> str:
    """Whether it happened by the words of the speaker: not what is denied, nor what is warned of or foreseen."""
    if a is None or measured.status != "event":
        return measured.status
    if a.commitment == "denies":
        return "negated"
    word = measured.trigger and measured.trigger.row
    is_so = word is not None and (word["tense"] == "past" or word["pos"] == "participle")
    return "planned" if triggers.looks_ahead(a.cue, lexicon) and not is_so else "event"


def _actor(
    q: Found,
    measured: Measured,
    near: Sequence[Mention],
    found: Sequence[Token],
    before: Claim | None,
    lexicon: Lexicon,
) -> Role | None:
    """Who did it; a verb joined by «و» keeps the doer of the verb before it."""
    verb = measured.trigger
    if measured.measure not in DONE_BY_SOMEONE:
        return None
    joined = verb and verb.row["pos"] == "verb" and verb.clitics[:1] == "و" and before and before.measured.trigger
    if joined and before.actor and before.measured.trigger.row["pos"] == "verb" and before.measured.trigger is not verb:
        return before.actor
    told = roles.actor(q, verb, near, found, lexicon)
    return told or (roles.attacker(q, near, found, lexicon) if measured.measure in TOLLS else None)


class _Said:
    """The acts of saying by the places that their contents cover, so that a place asks few of them."""

    def __init__(self, attributions: Sequence[Attribution]):
        self.attributions = attributions
        self.near: dict[int, list[int]] = {}
        for i, a in enumerate(attributions):
            if a.content_start is not None:
                for part in range(a.content_start // STRETCH, a.content_end // STRETCH + 1):
                    self.near.setdefault(part, []).append(i)

    def innermost(self, at: int) -> int | None:
        """The innermost act of saying whose content holds the position."""
        near = ((i, self.attributions[i]) for i in self.near.get(at // STRETCH, ()))
        lengths = {i: a.content_end - a.content_start for i, a in near if a.content_start <= at < a.content_end}
        return min(lengths, key=lengths.get, default=None)
