"""The rows of one dated report as records for the frames: ids from spans, quotes cut from the text, days resolved."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from helpers import doubts, times
from helpers.attributions import Attribution
from helpers.claim import Claim
from helpers.dating import Dating
from helpers.lexicon import Lexicon
from helpers.mentions import party_groups
from helpers.quantities import Quantity
from helpers.report import Rows
from helpers.schema import NUMBER, Record, row_id
from helpers.time_calendar import date_precision
from helpers.triggers import TOLLS
from helpers.unnumbered import UNNUMBERED

LOSSES = TOLLS | {"surrendered"}
Days = tuple[date, date] | tuple[None, None]


class Dated(NamedTuple):
    """When a report was published, and what its text alone allows."""

    published: Dating
    text_alone: Dating


def record_rows(rows: Rows, dated: Dated, lexicon: Lexicon) -> dict[str, list[Record]]:
    """The records of every frame that a report alone fills.

    >>> from helpers import dating
    >>> from helpers.lexicon import load
    >>> from helpers.report import read_report
    >>> rows, lexicon = read_report("a", "قال متحدث أمس إن ثلاثة قتلوا."), load()
    >>> day = dating.published(rows.text, rows.times, rows.sentences, [], lexicon)
    >>> records = record_rows(rows, Dated(day, day), lexicon)
    >>> records["claims"][0]["attribution"] == records["attributions"][0]["id"], records["times"][0]["quote"]
    (True, 'أمس')
    """
    day = _one_day(dated.published)
    speaking = times.speaking_day(rows.times, day)
    days = [times.resolve(found, speaking) for found in rows.times]
    section_ids = [row_id("section", rows.report, s.start, s.end) for s in rows.sections]
    said_ids = [row_id("attribution", rows.report, a.cue_start, a.cue_end) for a in rows.attributions]
    claim_ids = [row_id("claim", rows.report, c.quantity.number_start, c.quantity.number_end) for c in rows.claims]
    time_ids = [row_id("time", rows.report, t.start, t.end) for t in rows.times]
    name_ids = [row_id("name", rows.report, n.start, n.end) for n in rows.names]
    row_ids = {"claim": claim_ids, "time": time_ids, "name": name_ids}
    return {
        "sections": [
            _span(rows, i, s.start, s.end) | {"kind": s.kind} for i, s in zip(section_ids, rows.sections, strict=True)
        ],
        "sentences": [
            _span(rows, row_id("sentence", rows.report, s.start, s.end), s.start, s.end)
            | {"section": section_ids[s.section], "doubt": _doubt(rows, s.start, s.end)}
            for s in rows.sentences
        ],
        "quantities": [_quantity_row(rows, quantity) for quantity in rows.quantities],
        "times": list(_time_rows(rows, time_ids, days)),
        "names": [
            _span(rows, i, n.start, n.end) | _fields(n, "start", "end")
            for i, n in zip(name_ids, rows.names, strict=True)
        ],
        "attributions": [_attribution_row(rows, i, said_ids) for i in range(len(rows.attributions))],
        "claims": [
            _claim_row(rows, i, claim_ids, said_ids, days, lexicon) | _happened(rows.claims[i], days, dated.published)
            for i in range(len(rows.claims))
        ],
        "ledger": [
            _span(rows, row_id("numeral", rows.report, e.start, e.end), e.start, e.end)
            | {"became": e.became, "why": e.why, "row": None if e.row is None else row_ids[e.became][e.row]}
            for e in rows.ledger
        ],
    }


def stance(
    source_party: str | None, subject_party: str | None, actor_party: str | None, measure: str, sides: set[str]
) -> str | None:
    """How the speaker stands to those counted, None where the speaker's side is not known.

    >>> stance("a", "b", None, "killed", {"a", "b"})
    'enemy_loss'
    """
    if source_party is None:
        return None
    if measure in LOSSES and subject_party == source_party:
        return "own_loss"
    if source_party not in sides:
        return "third_party"
    if measure in LOSSES and subject_party in sides:
        return "enemy_loss"
    return "own_claim" if source_party in (actor_party, subject_party) else None


def _one_day(dating: Dating) -> times.Published:
    if dating.low is None or dating.high is None:
        return None
    return dating.low if dating.low == dating.high else (dating.low, dating.high)


def _span(rows: Rows, identity: str, start: int, end: int) -> Record:
    return {"id": identity, "report": rows.report, "start": start, "end": end, "quote": rows.text[start:end]}


def _fields(row: NamedTuple, *without: str) -> Record:
    fields = row._asdict()
    for name in without:
        del fields[name]
    return fields


def _value_fields(rows: Rows, q: Quantity) -> Record:
    fields = _fields(q, "start", "end", "counted")
    return fields | {"number_text": rows.text[q.number_start : q.number_end]}


def _quantity_row(rows: Rows, q: Quantity) -> Record:
    identity = row_id("quantity", rows.report, q.number_start, q.number_end)
    return _span(rows, identity, q.start, q.end) | _value_fields(rows, q) | {"counted": q.counted}


def _time_rows(rows: Rows, ids: list[str], days: list[Days]) -> Iterator[Record]:
    for identity, found, (low, high) in zip(ids, rows.times, days, strict=True):
        yield _span(rows, identity, found.start, found.end) | {
            "date_low": low,
            "date_high": high,
            "clock": found.clock,
            "rule": found.rule,
            "anchor": times.anchor(found),
        }


def _attribution_row(rows: Rows, i: int, ids: list[str]) -> Record:
    a: Attribution = rows.attributions[i]
    return (
        _span(rows, ids[i], a.start, a.end)
        | _fields(a, "start", "end")
        | {"parent": None if a.parent is None else ids[a.parent]}
    )


def _claim_row(rows: Rows, i: int, ids: list[str], said_ids: list[str], days: list[Days], lexicon: Lexicon) -> Record:
    c: Claim = rows.claims[i]
    a = None if c.attribution is None else rows.attributions[c.attribution]
    said_low, said_high = days[c.stated_time] if c.stated_time is not None else (None, None)
    source_party = a.source_party if a else None
    subject_party = c.subject.party if c.subject else None
    actor_party = c.actor.party if c.actor else None
    unnumbered = dict.fromkeys(NUMBER) if c.quantity.vague == UNNUMBERED else {}
    return _span(rows, ids[i], c.start, c.end) | _scaled(_value_fields(rows, c.quantity), c.factor) | unnumbered | {
        "measure": c.measured.measure,
        "aspect": c.measured.aspect or None,
        "status": c.measured.status,
        "subject": c.subject.entity if c.subject else c.subject_words,
        "subject_group": c.subject_group,
        "subject_basis": c.subject.basis if c.subject else "stated" if c.subject_words else None,
        "actor": c.actor.entity if c.actor else None,
        "actor_basis": c.actor.basis if c.actor else None,
        "place": c.place.entity if c.place else None,
        "place_precision": c.place.precision if c.place else None,
        "place_basis": c.place_basis,
        "place_from": c.left.entity if c.left else None,
        "place_to": c.reached.entity if c.reached else None,
        "stated_low": said_low,
        "stated_high": said_high,
        "tally": c.tally,
        "part_of": None if c.part_of is None else ids[c.part_of],
        "section": c.section,
        "attribution": None if c.attribution is None else said_ids[c.attribution],
        "source_text": a.source_text if a else None,
        "source": a.source if a else None,
        "source_type": a.source_type if a else None,
        "source_party": source_party,
        "via": _via(rows, a),
        "doubt": _doubt(rows, c.quantity.number_start, c.quantity.number_end),
        "stance": "unattributed" if a is None else _stance_of(c, source_party, subject_party, actor_party, lexicon),
        "rule": c.rule,
        "partisan": c.partisan,
    }  # fmt: skip


def _doubt(rows: Rows, start: int, end: int) -> str | None:
    """The words without a teller that cover a span: «يعتقد أن»."""
    cue = doubts.over(rows.doubts, start, end)
    return cue.cue if cue else None


def _happened(c: Claim, days: list[Days], published: Dating) -> Record:
    """The days of the event; «منذ» opens a span that lasts until it is told, and is open where nobody knows when."""
    low, high = days[c.event_time] if c.event_time is not None else (None, None)
    if c.since and low is not None:
        told = (days[c.stated_time][1] if c.stated_time is not None else None) or published.high
        high = None if told is None or high is None else max(told, high)
    return {"date_low": low, "date_high": high, "date_precision": date_precision(low, high)}


def _via(rows: Rows, a: Attribution | None) -> str | None:
    """The medium a statement came through, or the speaker who reports what another said."""
    if a is None or a.via or a.parent is None:
        return a.via if a else None
    return rows.attributions[a.parent].source


def _stance_of(c: Claim, source: str | None, subject: str | None, actor: str | None, lexicon: Lexicon) -> str | None:
    return stance(source, subject, actor, c.measured.measure, set(party_groups(lexicon)))


def _scaled(fields: Record, factor: float) -> Record:
    """Values in square kilometres or kilometres; the unit stays as spoken."""
    known = {key: fields[key] for key in ("low", "best", "high") if fields[key] is not None}
    return fields | {key: value * factor for key, value in known.items()}
