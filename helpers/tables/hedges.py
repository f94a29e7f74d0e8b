"""A table of doubt that gets lost: what the text hedges or lays in a mouth, and a headline or a link says outright."""

from collections.abc import Iterator
from typing import Protocol

import pandas as pd

from helpers.assemble import Corpus
from helpers.tables.base import labelled, signed, typed

OPEN = ("approximate", "range", "at_least", "at_most", "more_than", "less_than", "vague")
LOUD = ("headline", "standfirst", "teaser", "caption")
COLUMNS = "lost report outlet words speaker bare_words bare_section claim bare_claim"


@signed
def hedges(corpus: Corpus) -> pd.DataFrame:
    """Pairs of claims of one matter in one report: one in the body, one in a headline, link or caption that says more.

    `lost` is `qualifier` where the body says «about» and the other a plain number, `speaker` where the body names who
    says so and the other nobody.

    >>> from helpers import parse
    >>> text = "مقتل 12 شخصا في حلب\\n\\nقال متحدث باسم الجيش إن نحو 12 شخصا قتلوا في حلب."
    >>> hedges(parse([("a", text)]))["lost"].tolist()
    ['qualifier', 'speaker']
    """
    return typed((row for body, bare in _twice(corpus) for row in _lost(body, bare)), COLUMNS)


def said_aloud(corpus: Corpus) -> int:
    """How many figures of a headline, link or caption are told in the body of their report too.

    >>> from helpers import parse
    >>> said_aloud(parse([("a", "مقتل 12 شخصا في حلب\\n\\nقال متحدث باسم الجيش إن 12 شخصا قتلوا في حلب.")]))
    1
    """
    return sum(1 for _ in _twice(corpus))


def _twice(corpus: Corpus) -> Iterator[tuple[pd.DataFrame, "Claim"]]:
    """Each claim of a headline, link or caption with the claims of the same matter in the body of its report."""
    claims = labelled(corpus, corpus.numbered).set_index("id")
    for listed in corpus.items["claims"]:
        members = claims.loc[listed.split()]
        for _, told in members.groupby("report", sort=False):
            body, loud = told[told["section"].eq("body")], told[told["section"].isin(LOUD)]
            yield from ((body, bare) for bare in loud.itertuples() if len(body))


class Claim(Protocol):
    """A row of claims with its outlet, by its id."""

    Index: str
    report: str
    outlet: str
    quote: str
    source: str
    section: str
    precision: str


def _lost(body: pd.DataFrame, bare: Claim) -> list[dict[str, str]]:
    """What a bare claim leaves out of what the body says, each with the first claim of the body that says it."""
    hedged = body[body["precision"].isin(OPEN)] if bare.precision == "exact" else body.iloc[:0]
    spoken = body[body["source"].notna()] if pd.isna(bare.source) else body.iloc[:0]
    return [
        _pair(lost, next(rows.itertuples()), bare)
        for lost, rows in (("qualifier", hedged), ("speaker", spoken))
        if len(rows)
    ]


def _pair(lost: str, said: Claim, bare: Claim) -> dict[str, str]:
    return {
        "lost": lost,
        "report": said.report,
        "outlet": said.outlet,
        "words": said.quote,
        "speaker": said.source,
        "bare_words": bare.quote,
        "bare_section": bare.section,
        "claim": said.Index,
        "bare_claim": bare.Index,
    }
