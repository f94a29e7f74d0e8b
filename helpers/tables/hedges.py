"""A table of doubt that gets lost: what the text hedges or lays in a mouth, and a headline or a link says outright."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from helpers.assemble import Corpus
from helpers.schema import Record
from helpers.tables.base import LINKS, labelled, signed, typed

OPEN = ("approximate", "range", "at_least", "at_most", "more_than", "less_than", "vague")
HEADS = ("headline", "standfirst")
AMOUNT = ("measure", "low", "best", "high", "precision", "vague")
COLUMNS = "lost report outlet words speaker bare_words bare_section claim bare_claim"
BARE = [f"bare_{column}" for column in AMOUNT]


class Claim(NamedTuple):
    """A claim with its outlet; None for what is missing."""

    id: str
    report: str
    outlet: str | None
    quote: str
    source: str | None
    section: str
    measure: str
    low: float | None
    best: float | None
    high: float | None
    precision: str
    vague: str | None


@signed
def hedges(corpus: Corpus) -> pd.DataFrame:
    """Pairs of claims of one matter in one report: one in the body, one in a headline, link or caption that says more.

    `lost` is `qualifier` where the body says «about» and the other a plain number, `speaker` where the body names who
    says so and the other nobody. `attrs["said_aloud"]` is how many figures of a headline, link or caption the body of
    their report tells too, whether or not anything is lost; `attrs["in_heads"]` those of headlines and standfirsts
    alone: a link or a caption (`bare_section`) may announce another story, and then nothing was lost from this text.

    >>> from helpers import parse
    >>> text = "مقتل 12 شخصا في حلب\\n\\nقال متحدث باسم الجيش إن نحو 12 شخصا قتلوا في حلب."
    >>> table = hedges(parse([("a", text)]))
    >>> table["lost"].tolist(), table.attrs["said_aloud"], table.attrs["in_heads"]
    (['qualifier', 'speaker'], 1, 1)
    """
    twice = list(_twice(corpus))
    table = typed((row for body, bare in twice for row in _lost(body, bare)), COLUMNS, [*AMOUNT, *BARE])
    table = table.astype({f"bare_{column}": table[column].dtype for column in AMOUNT})
    in_heads = sum(bare.section in HEADS for _, bare in twice)
    table.attrs |= {"said_aloud": len(twice), "in_heads": in_heads}
    return table


def _twice(corpus: Corpus) -> Iterator[tuple[list[Claim], Claim]]:
    """Each claim of a headline, link or caption with the claims of the same matter in the body of its report."""
    plain = labelled(corpus, corpus.numbered)[list(Claim._fields)].astype(object)
    claims = {row.id: row for row in map(Claim._make, plain.where(plain.notna(), None).to_numpy())}
    for listed in corpus.items["claims"]:
        told: dict[str, list[Claim]] = {}
        for claim in map(claims.__getitem__, listed.split()):
            told.setdefault(claim.report, []).append(claim)
        for members in told.values():
            body = [claim for claim in members if claim.section == "body"]
            yield from ((body, bare) for bare in members if bare.section in (*HEADS, *LINKS) and body)


def _lost(body: list[Claim], bare: Claim) -> list[Record]:
    """What a bare claim leaves out of what the body says, each with the first claim of the body that says it.

    No speaker is lost where the body tells the figure in the outlet's own voice too.
    """
    hedged = (claim for claim in body if claim.precision in OPEN and bare.precision == "exact")
    spoken = iter(body if bare.source is None and all(claim.source is not None for claim in body) else ())
    said = (("qualifier", next(hedged, None)), ("speaker", next(spoken, None)))
    return [_pair(lost, claim, bare) for lost, claim in said if claim is not None]


def _pair(lost: str, said: Claim, bare: Claim) -> Record:
    return {
        "lost": lost,
        "report": said.report,
        "outlet": said.outlet,
        "words": said.quote,
        "speaker": said.source,
        "bare_words": bare.quote,
        "bare_section": bare.section,
        "claim": said.id,
        "bare_claim": bare.id,
        **{column: getattr(said, column) for column in AMOUNT},
        **{f"bare_{column}": getattr(bare, column) for column in AMOUNT},
    }
