"""Reported matters that may update, overlap, hold or dispute one another, each pair with both sentences."""

from bisect import bisect_right
from collections.abc import Collection, Iterator
from itertools import product

import pandas as pd

from helpers.assemble import Corpus
from helpers.schema import Record
from helpers.tables.base import short_names, typed

KINDS = ("contested", "disputed_composition", "may_update", "may_overlap", "part_of")
SAID = ("report", "words", "source", "sentence")
OTHER = ("other", "other_words", "other_source", "other_sentence")


def pairs(corpus: Corpus, kinds: Collection[str] = KINDS) -> pd.DataFrame:
    """A row for each relation of these kinds, the weightier first: what was said of the earlier matter, then the later.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل سبعة مدنيين بينهم طفلان في قصف.")])
    >>> pairs(corpus)[["relation", "words", "other_words"]].values.tolist()
    [['part_of', 'سبعة', 'طفلان']]
    """
    table = typed(_rows(corpus, kinds), ["relation", "measure", *SAID, *OTHER])
    order = table["relation"].map({kind: rank for rank, kind in enumerate(KINDS)})
    return table.iloc[order.argsort(kind="stable")].reset_index(drop=True)


def related(corpus: Corpus) -> dict[str, int | None]:
    """How many pairs there are of each kind; nothing for any kind where no matter is tied to another.

    >>> from helpers import parse
    >>> related(parse([("a", "قتل سبعة مدنيين بينهم طفلان في قصف.")]))["part_of"]
    1
    """
    ties = corpus.items["relations"].dropna().str.split().explode().str.split(":").str[0].value_counts()
    return {kind: int(ties.get(kind, 0)) if len(ties) else None for kind in KINDS}


def _rows(corpus: Corpus, kinds: Collection[str]) -> Iterator[Record]:
    items = corpus.items.set_index("id")
    said = _first_claims(corpus)
    for later, relations in items["relations"].dropna().items():
        for kind, (relation, earlier) in product(kinds, (tie.split(":", 1) for tie in relations.split())):
            if relation == kind:
                both = dict(zip((*SAID, *OTHER), (*said[earlier], *said[later]), strict=True))
                yield {"relation": kind, "measure": items.at[earlier, "measure"]} | both


def _first_claims(corpus: Corpus) -> dict[str, tuple[str, str, str, str]]:
    """For each item the report, number words, speaker and sentence of its first claim, one with a speaker if any."""
    claims, short = corpus.claims.set_index("id"), short_names(corpus)
    sentences = {report: rows for report, rows in corpus.sentences.groupby("report", sort=False)}
    said: dict[str, tuple[str, str, str, str]] = {}
    for item in corpus.items.itertuples():
        told = claims.loc[item.claims.split()].sort_values("source", key=pd.isna, kind="stable").iloc[0]
        rows = sentences[told["report"]]
        at = bisect_right(rows["start"].tolist(), told["start"]) - 1
        said[item.id] = (short[told["report"]], told["number_text"], told["source"], rows["quote"].iloc[at])
    return said
