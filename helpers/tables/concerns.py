"""What to think over before publishing: claims about minors and detainees, and claims that lead to an exact place."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from operator import itemgetter

import pandas as pd

from helpers.assemble import Corpus
from helpers.lexicon import Phrases
from helpers.schema import Record
from helpers.tables.base import signed, typed
from helpers.text import cut

EXACT = ("town",)
HELD = ("captured",)
CONCERNS = ("minor", "detainee", "exact_place")
START = itemgetter("start")
COLUMNS = "concern id report start end quote because persons"


def concerns(corpus: Corpus) -> pd.DataFrame:
    """Claims that may harm somebody when they are published: one row for each claim and concern, minors first.

    Of towns and villages those stand first that fewest claims name: what all reports name gives nothing away.
    `concern` is minor, detainee or exact_place; `because` the words or the place that say so. `persons` are named in
    the same sentence or said it, as far as the reader knows names, whether or not the claim is about them. Words are
    those of `lexicons/sensitive.csv`, looked for in the whole sentence: better to look at one claim too many.

    >>> from helpers import parse
    >>> concerns(parse([("a", "قتل ثلاثة أطفال في الباغوز.")]))[["concern", "because"]].to_numpy().tolist()
    [['minor', 'أطفال'], ['exact_place', 'الباغوز']]
    """
    phrases = Phrases(corpus.lexicon["sensitive"])
    sentences = _by_report(corpus.sentences)
    persons = _by_report(corpus.names[corpus.names["kind"].eq("person")])
    rows = []
    for claim in corpus.claims.to_dict("records"):
        around = _around(claim, sentences.get(claim["report"], []))
        listed = persons.get(claim["report"], [])
        first, last = (bisect_left(listed, place, key=START) for place in around)
        who = [row["quote"] for row in listed[first:last]]
        who += [claim["source"]] if claim["source_type"] == "named_person" else []
        for concern, because in _reasons(claim, corpus.text(claim["report"])[slice(*around)], phrases):
            rows.append(
                {**claim, "concern": concern, "because": because, "persons": "، ".join(dict.fromkeys(who)) or None}
            )
    named = Counter(row["because"] for row in rows if row["concern"] == "exact_place")
    rows.sort(key=lambda row: (CONCERNS.index(row["concern"]), named[row["because"]]))
    return typed(({name: row[name] for name in COLUMNS.split()} for row in rows), COLUMNS)


@signed
def concern_counts(corpus: Corpus) -> pd.DataFrame:
    """How many claims each concern is about, of all, in how many reports, and their ids; a claim may count twice.

    >>> from helpers import parse
    >>> concern_counts(parse([("a", "قتل ثلاثة أطفال.")]))[["concern", "claims", "of"]].to_numpy().tolist()
    [['minor', 1, 1]]
    """
    found = (
        concerns(corpus)
        .groupby("concern")
        .agg(claims=("id", "nunique"), reports=("report", "nunique"), ids=("id", lambda ids: " ".join(ids.unique())))
    )
    rows = [
        {"concern": concern, **found.loc[concern].to_dict(), "of": len(corpus.claims)}
        for concern in CONCERNS
        if concern in found.index
    ]
    return typed(rows, "concern claims of reports ids").astype(dict.fromkeys(("claims", "of", "reports"), "Int64"))


def _by_report(frame: pd.DataFrame) -> dict[str, list[Record]]:
    """The rows of each report, in the order of the text."""
    return {report: rows.sort_values("start").to_dict("records") for report, rows in frame.groupby("report")}


def _around(claim: Record, sentences: list[Record]) -> tuple[int, int]:
    """The span of the sentence that the claim begins in, and of the claim where it reaches beyond."""
    held = sentences[max(bisect_right(sentences, claim["start"], key=START) - 1, 0) :][:1]
    held = [row for row in held if row["start"] <= claim["start"] < row["end"]]
    return min([claim["start"], *map(START, held)]), max([claim["end"], *(row["end"] for row in held)])


def _reasons(claim: Record, sentence: str, phrases: Phrases) -> Iterator[tuple[str, str]]:
    words: dict[str, list[str]] = {}
    found = cut(sentence)
    for hit in filter(None, (phrases.at(found, i) for i in range(len(found)))):
        words.setdefault(hit.row["concern"], []).append(sentence[hit.start : hit.end])
    if claim["measure"] in HELD and "detainee" not in words:
        words["detainee"] = [claim["quote"]]
    for concern in ("minor", "detainee"):
        if concern in words:
            yield concern, "، ".join(dict.fromkeys(words[concern]))
    if not pd.isna(claim["place"]) and claim["place_precision"] in EXACT:
        yield "exact_place", claim["place"]
