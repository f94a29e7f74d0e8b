"""Claims: what each quantity of a report says happened, to whom, by whom, where, when, and on whose word."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import NamedTuple, TypeVar

from helpers import measuring, roles, series, singulars, triggers, when
from helpers.attributions import Attribution
from helpers.lexicon import Lexicon
from helpers.measuring import Measured
from helpers.names import Name
from helpers.quantities import Found, Quantity
from helpers.roles import Mention, Role
from helpers.sections import Section, Sentence
from helpers.text import Token
from helpers.times import Found as FoundTime
from helpers.triggers import PEOPLE, TOLLS, Trigger

DONE_BY_SOMEONE = {
    "killed", "wounded", "killed_or_wounded", "captured", "besieged", "evacuated", "area_km2", "positions_taken",
    "attacks", "strikes", "weapons", "other",
}  # fmt: skip
CONVERTED = {"area_km2", "distance_km"}

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


class Refusal(NamedTuple):
    """A quantity that is no claim, and why."""

    quantity: Quantity
    why: str


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


class Counted(NamedTuple):
    """A quantity with its measure, before its roles are read.

    `like` is the place, in the sentence's list, of the quantity before it, `whole` of the one that contains it.
    """

    q: Found
    measured: Measured
    like: int | None
    whole: int | None


def find(report: Report, lexicon: Lexicon) -> tuple[list[Claim], list[Refusal]]:
    """The claims of a report in order, and the quantities that are none, each with its reason."""
    mentioned = roles.mentions(report.tokens, report.names, lexicon)
    near, places = triggers.scan(report.tokens, lexicon), _places(report)
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
        counted, others = _counted(report, sentence, _inside(near, lambda t: t.start, sentence), free, lexicon)
        refused += others
        first = len(claims)
        for item in counted:
            claims.append(_claim(report, sentence, kind, item, claims[first:], first, mentioned, places, lexicon))
    return claims, refused


def _inside(rows: Sequence[Row], start: Callable[[Row], int], sentence: Sentence) -> Sequence[Row]:
    """The rows, in order of their starts, that begin in a sentence."""
    return rows[bisect_left(rows, sentence.start, key=start) : bisect_left(rows, sentence.end, key=start)]


def _overlaps(quantity: Quantity, timed: Sequence[FoundTime]) -> bool:
    return any(max(time.start, quantity.number_start) < min(time.end, quantity.number_end) for time in timed)


def _counted(
    report: Report, sentence: Sentence, near: Sequence[Trigger], free: Sequence[Found], lexicon: Lexicon
) -> tuple[list[Counted], list[Refusal]]:
    """The quantities of a sentence that measure something, singular ones included, and those that do not."""
    found = report.tokens
    stop = bisect_left(found, sentence.end, key=lambda token: token.start)
    ones = dict(singulars.counted_ones(found, stop, near, free, lexicon))
    counted: list[Counted] = []
    refused: list[Refusal] = []
    for q in sorted({q.first: q for q in (*free, *ones)}.values(), key=lambda q: q.first):
        governing = near if q not in ones else [ones[q]] if ones[q] else []
        like = len(counted) - 1 if counted else None
        before = counted[like] if counted else None
        if before and q.noun is None and series.is_more_of(q, before.q, found):
            q = q._replace(noun=before.q.noun)
        verdict = measuring.verdict(q, governing, free, found, lexicon)
        part = before is not None and series.is_subset(q, found)
        if before and not verdict.reason and _inherits(q, before, part, verdict.measured, found):
            whole = like if part else before.whole if series.may_be_part(q, before.q) else None
            counted.append(Counted(q, before.measured._replace(rule="subset" if part else "list"), like, whole))
        elif verdict.measured:
            counted.append(Counted(q, verdict.measured, like, None))
        else:
            refused.append(Refusal(q.quantity, verdict.reason))
    return _with_former_tolls(counted, found), refused


def _with_former_tolls(counted: list[Counted], found: Sequence[Token]) -> list[Counted]:
    """The quantities with a toll that has risen («من 12 إلى 19») made part of what it has risen to."""
    return [
        a._replace(whole=i + 1) if b and _one_toll(a.measured, b.measured) and series.has_risen(a.q, b.q, found) else a
        for i, (a, b) in enumerate(zip_longest(counted, counted[1:]))
    ]


def _one_toll(a: Measured, b: Measured) -> bool:
    return a.measure == b.measure and a.measure in TOLLS and a.status == b.status


def _inherits(q: Found, before: Counted, part: bool, own: Measured | None, found: Sequence[Token]) -> bool:
    """Whether a subset or the next of a list takes the measure of the quantity before it."""
    people = all((x.noun.cls if x.noun else "") in PEOPLE for x in (q, before.q))
    if not people or (own and own.rule == "noun" and own.measure in TOLLS):
        return False
    direct = own and own.trigger and own.trigger.first >= before.q.last
    return part or (not direct and series.is_listed(q, before.q, found))


def _claim(
    report: Report,
    sentence: Sentence,
    kind: str,
    item: Counted,
    earlier: Sequence[Claim],
    offset: int,
    mentioned: Sequence[Mention],
    places: Sequence[Name],
    lexicon: Lexicon,
) -> Claim:
    q, measured, found = item.q, item.measured, report.tokens
    near = _inside(mentioned, lambda m: found[m.first].start, sentence)
    verb = measured.trigger
    said = _attribution(report.attributions, q.quantity.number_start)
    before = earlier[item.like] if item.like is not None else None
    a = None if said is None else report.attributions[said]
    measured = measured._replace(status=_told_as(measured, a, lexicon))
    speaker = a.source_party if a else None
    subject = roles.subject(q, verb, near, found, lexicon) or roles.enemy(q, found, mentioned, speaker, lexicon)
    if subject is None and q.noun is None and before:
        subject = before.subject and before.subject._replace(basis="inferred")
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
        roles.group(q, subject.party if subject else "", found, lexicon),
        _actor(q, measured, near, found, before, lexicon),
        roles.place(_inside(places, lambda name: name.start, sentence), q.quantity, found),
        event_time,
        stated_time,
        when.since(found, event),
        when.tally(measured, found, sentence, q, event),
        None if item.whole is None else offset + item.whole,
        kind,
        said,
        measured.rule,
    )


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
    past = measured.trigger is not None and measured.trigger.row["tense"] == "past"
    return "planned" if triggers.looks_ahead(a.cue, lexicon) and not past else "event"


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
    return roles.actor(q, verb, near, found, lexicon)


def _attribution(attributions: Sequence[Attribution], at: int) -> int | None:
    """The innermost act of saying whose content holds the position."""
    around = [
        i for i, a in enumerate(attributions) if a.content_start is not None and a.content_start <= at < a.content_end
    ]
    return min(around, key=lambda i: attributions[i].content_end - attributions[i].content_start, default=None)
