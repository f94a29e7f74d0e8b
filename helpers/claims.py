"""Claims: what each quantity of a report says happened, to whom, by whom, where, when, and on whose word."""

from bisect import bisect_left
from collections.abc import Sequence

from helpers import (
    breakdowns,
    casting,
    counting,
    journeys,
    leaning,
    locations,
    mentions,
    partisan,
    topics,
    triggers,
    when,
    works,
)
from helpers.attributions import Attribution
from helpers.belonging import Scene
from helpers.breakdowns import Breakdown
from helpers.breaks import Breaks
from helpers.claim import Claim
from helpers.counting import Refusal, Told
from helpers.leaning import ALL_VICTIMS, Counted
from helpers.lexicon import Lexicon
from helpers.material import Report, happenings, naming, numbers, places_of, within
from helpers.measuring import Measured
from helpers.mentions import Mention
from helpers.names import Name
from helpers.quantities import Found
from helpers.sections import Sentence
from helpers.text import Token
from helpers.triggers import MOVES, TOLLS, Trigger
from helpers.where import Grounds

CONVERTED = {"area_km2", "distance_km"}
STRETCH = 500  # letters
ALL, DEATH = "ضحايا", {"وفاه", "مقتل", "استشهاد", "مصرع"}  # «ارتفعت إلى ثمانية بعد وفاة سيدة»


def find(report: Report, lexicon: Lexicon) -> tuple[list[Claim], list[Refusal]]:
    """The claims of a report in order, and the quantities that are none, each with its reason.

    >>> from helpers.report import read_report
    >>> found = read_report("a", "قتل ثلاثة في حلب وزادت الأسعار 20 بالمئة.")
    >>> [(c.measured.measure, c.quantity.best) for c in found.claims], [e.why for e in found.ledger]
    ([('killed', 3)], [None, 'per cent', 'per cent'])
    """
    mentioned = mentions.mentions(report.tokens, report.names, lexicon)
    titled = {i for title in works.titles(report.tokens, lexicon) for i in title} | naming(report)
    near, places, said = happenings(report, titled, lexicon), places_of(report), _Said(report.attributions)
    grounds, starts = _grounds(report, places, near, lexicon), [token.start for token in report.tokens]
    toll, told, largest = ALL_VICTIMS, set[str](), dict[str, tuple[float, int]]()
    claims: list[Claim] = []
    refused: list[Refusal] = []
    listing, teller, last = None, None, None
    for sentence in report.sentences:
        kind = report.sections[sentence.section].kind
        span = range(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end))
        free, others = numbers(report, sentence, span, titled)
        refused += others
        if kind in ("credit", "furniture"):
            refused += [Refusal(q.quantity, "furniture") for q in free]
            continue
        if works.tells_a_plot(report.tokens, span, lexicon):
            refused += [Refusal(q.quantity, "another matter") for q in free]
            continue
        grounds.enter(span)
        triggered = within(near, lambda t: t.start, sentence)
        if listing and not (breakdowns.is_line(report.tokens, span) or breakdowns.is_entry(report.tokens, span)):
            listing = None
        dead = next((measure for measure in ("killed", "died") if measure in told), "")
        before = Told(toll, dead, listing, last)
        counted, others = counting.counted(report.text, report.tokens, span, triggered, free, before, lexicon)
        refused, last = refused + others, leaning.to_go_on_with(counted)
        first = len(claims)
        for item in counted:
            item = item._replace(measured=_of_victims(item, told, report.tokens))
            claim = _claim(report, sentence, kind, item, claims, first, mentioned, places, said, lexicon)
            claim = _placed(claim, item, claims[-1] if len(claims) > first else None, grounds, span)
            claims.append(_in_list(claim, listing, teller, span, largest, mentioned, report) if listing else claim)
            told.add(claim.measured.measure)
            if listing is None:  # no line of a list is part of another
                breakdowns.grown(largest, claim.measured.measure, claim.quantity.best, len(claims) - 1)
        grounds.read(span, kind)
        toll = next((c.measured.measure for c in reversed(claims[first:]) if c.measured.measure in TOLLS), toll)
        here = [claim.measured.measure for claim in claims[first:]]
        if listing is None and (listing := breakdowns.announced(report.tokens, span, told, here, lexicon)):
            teller = next((c.attribution for c in reversed(claims) if c.measured.measure == listing.measure), None)
    about = topics.topic(report.tokens, claims, lexicon)
    if about is None:
        return claims, refused
    kept, dropped = topics.kept(claims, about)
    return kept, refused + [Refusal(claim.quantity, topics.reason(about, claim)) for claim in dropped]


def _of_victims(item: Counted, told: set[str], found: Sequence[Token]) -> Measured:
    """A toll of «الضحايا», by its heading, as of the dead: where these alone were told, or a death has raised it."""
    q, measured, word = item.q, item.measured, item.measured.trigger
    if measured.measure != ALL_VICTIMS or word is None or word.row["voice"] != "label" or ALL not in word.row["base"]:
        return measured
    raised = (
        len(found) > q.phrase_end + 1 and found[q.phrase_end].form == "بعد" and found[q.phrase_end + 1].form in DEATH
    )
    return measured._replace(measure="killed" if raised else breakdowns.victims(told))


def _in_list(
    claim: Claim,
    listing: Breakdown,
    teller: int | None,
    span: range,
    largest: dict[str, tuple[float, int]],
    near: Sequence[Mention],
    report: Report,
) -> Claim:
    """A claim of a line of a list: part of the toll that it breaks down, by whom the line opens with.

    Where the outlet lays out what somebody told, he tells the lines too: `teller` is the act that told the toll.
    """
    claim = claim._replace(attribution=teller if claim.attribution is None else claim.attribution)
    if claim.measured.measure != listing.measure:
        return claim
    part = breakdowns.whole(largest, listing.measure, claim.quantity.best) if claim.part_of is None else claim.part_of
    doer = breakdowns.line_doer(report.tokens, span, near) if listing.by_doer else None
    return claim._replace(part_of=part, actor=doer or claim.actor)


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
    near = within(mentioned, lambda m: found[m.first].start, sentence)
    verb = measured.trigger
    said = acts.innermost(q.quantity.number_start)
    at = None if item.like is None else offset + item.like
    before = None if at is None else earlier[at]
    a = None if said is None else report.attributions[said]
    measured = measured._replace(status=_told_as(q, measured, a, found, lexicon))
    speaker = a.source_party if a else None
    scene = Scene(found, near, mentioned, speaker, lexicon)
    whole = before
    if at is not None and item.whole is None and (held := earlier[at].part_of) is not None and held < at:
        whole = earlier[held]  # «12 جنديا بينهم ضابط، وأصيب 30 آخرون»
    subject, group, doer = casting.parts(q, measured, scene, before, whole, earlier)
    start = min(q.quantity.start, verb.start if verb else q.quantity.start)
    end = max(q.quantity.end, found[q.phrase_end - 1].end, verb.end if verb else 0)
    here = within(places, lambda name: name.start, sentence)
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
        None,
        None,
        *(journeys.ends(here, q, verb, found) if measured.measure in MOVES else (None, None)),
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


def _grounds(report: Report, places: Sequence[Name], near: Sequence[Trigger], lexicon: Lexicon) -> Grounds:
    """Where the figures of a report can have been counted."""
    found = report.tokens
    begun = sorted({a.content_start for a in report.attributions if a.cue_start < (a.content_start or 0)})
    tellings = [bisect_left(found, at, key=lambda token: token.start) for at in begun]
    joins = {t.first for t in near if t.measure in TOLLS} | {q.first for q in report.quantities}
    named = [name for name in report.names if name.kind == "place" and name.precision != "country"]
    breaks = Breaks(found, tellings, joins, locations.roles_of(lexicon))
    return Grounds(found, locations.spots(report.text, found, places, lexicon), named, breaks, lexicon)


def _placed(claim: Claim, item: Counted, before: Claim | None, grounds: Grounds, span: range) -> Claim:
    """A claim with its place; the next thing of a list under one verb has that of the one before."""
    running = claim.tally == "cumulative" or claim.since
    place = grounds.of(item.q, claim.measured, span, claim.section, running)
    if place is None and before and before.place and _is_next(claim, before):
        return claim._replace(place=before.place, place_basis="carried")
    return claim if place is None else claim._replace(place=place.name, place_basis=place.basis)


def _is_next(claim: Claim, before: Claim) -> bool:
    verb = claim.measured.trigger
    return verb is not None and before.measured.trigger is verb


def _told_as(q: Found, measured: Measured, a: Attribution | None, found: Sequence[Token], lexicon: Lexicon) -> str:
    """Whether it happened by the words of the speaker: not what is denied, nor what is warned of or foreseen."""
    if a is None or measured.status != "event":
        return measured.status
    if a.commitment == "denies":
        return "negated"
    word = measured.trigger and measured.trigger.row
    if word is None:
        is_so = any(_is_present(token.form) for token in found[q.last : q.phrase_end + 1])
    else:
        is_so = word["tense"] == "past" or word["pos"] == "participle"
    return "planned" if triggers.looks_ahead(a.cue, lexicon) and not is_so else "event"


def _is_present(form: str) -> bool:
    """Whether a word is a verb of what many do now: «ستة ملايين شخص يواجهون الجوع»."""
    return form[0] == "ي" and form.endswith("ون") and not form.endswith("يون")


class _Said:
    """The acts of saying by the places that their contents cover, so that a place asks few of them."""

    def __init__(self, attributions: Sequence[Attribution]):
        self.near: dict[int, list[tuple[int, int, int]]] = {}
        for i, a in enumerate(attributions):
            start, end = a.content_start, a.content_end
            if start is not None and end is not None:
                for part in range(start // STRETCH, end // STRETCH + 1):
                    self.near.setdefault(part, []).append((start, end, i))

    def innermost(self, at: int) -> int | None:
        """The innermost act of saying whose content holds the position."""
        around = ((end - start, i) for start, end, i in self.near.get(at // STRETCH, ()) if start <= at < end)
        return min(around, default=(0, None))[1]
