"""The words that outlets and speakers choose for leaving: people flee, come out, are evacuated, surrender."""

from typing import Protocol

import pandas as pd

from helpers.assemble import Corpus
from helpers.tables.base import labelled, signed
from helpers.tables.naming import voices
from helpers.text import fold, tokens
from helpers.triggers import scan


@signed
def leaving(corpus: Corpus) -> pd.DataFrame:
    """How often each report uses which word for the leaving of whom: `mentions` of the `of` that it makes of them.

    Counted are the words, once each where they stand beside a number of people or a word for one. `voice` is `outlet`,
    `reported` or `quoted`, as for names; `claims` the first that each word tells of.

    >>> from helpers import parse
    >>> table = leaving(parse([("a", "فر مئات المدنيين من البلدة.")]))
    >>> table[["subject_group", "word", "en", "mentions"]].values.tolist()
    [['civilians', 'فرّ', 'fled', 1]]
    """
    listed = {fold(row["form"]).text: row for row in corpus.lexicon["leaving"]}
    told = corpus.numbered[corpus.numbered["status"].eq("event")].sort_values(["report", "number_start"], kind="stable")
    rows = [_word(claim, listed, corpus) for claim in told.itertuples()]
    claims = told.assign(**{key: [row[key] if row else pd.NA for row in rows] for key in ("word", "en", "at")})
    claims = claims.astype({"word": "string", "en": "string"}).dropna(subset="word")
    claims = claims.drop_duplicates(["report", "at"])
    table = labelled(corpus, claims.assign(voice=voices(corpus, claims)))
    keys = ["subject_group", "outlet", "report", "voice", "word", "en"]
    grouped = table.groupby(keys, dropna=False, sort=False)["id"]
    counts = grouped.agg(mentions="size", claims=" ".join).reset_index()
    counts["of"] = counts.groupby(["subject_group", "report"], dropna=False)["mentions"].transform("sum")
    counts["order"] = -counts.groupby("subject_group", dropna=False)["mentions"].transform("sum")
    counts = counts.sort_values(["order", "subject_group", "word", "report"], kind="stable", ignore_index=True)
    return counts.drop(columns="order").astype({"mentions": "Int64", "of": "Int64", "claims": "string"})


class Claim(Protocol):
    """A row of claims."""

    start: int
    quote: str
    measure: str


def _word(claim: Claim, listed: dict[str, dict[str, str]], corpus: Corpus) -> dict[str, str | int] | None:
    """The first listed word in the claim that can mean what it measures, and where in the report it stands."""
    for trigger in scan(tokens(claim.quote), corpus.lexicon):
        row = listed.get(fold(trigger.row["base"]).text)
        if row and trigger.measure == claim.measure:
            return {"word": row["word"], "en": row["en"], "at": claim.start + trigger.start}
    return None
