"""Tables about the reports and their speakers: what each counts, when it was written, who gives the figures."""

import pandas as pd

from helpers.assemble import Corpus
from helpers.tables.base import DAYS, labelled, spoken

LEFT_OUT = ("other", "other_people")


def counted(corpus: Corpus) -> pd.DataFrame:
    """How often each report gives a figure of each measure, with the words of the figures."""
    claims = corpus.claims[~corpus.claims["measure"].isin(LEFT_OUT)]
    claims = labelled(corpus, claims.assign(words=spoken(corpus, claims)))
    grouped = claims.groupby(["report", "outlet", "measure"], dropna=False, sort=False)
    table = grouped.agg(claims=("id", "size"), words=("words", lambda words: "، ".join(dict.fromkeys(words))))
    table = table.reset_index().astype({"claims": "Int64", "words": "string"})
    order = [row["value"] for row in corpus.lexicon["codebook"] if row["column"] == "measure"]
    return table.sort_values(
        ["report", "measure"], key=lambda c: c.map(order.index) if c.name == "measure" else c, ignore_index=True
    )


def days(corpus: Corpus) -> pd.DataFrame:
    """The days each report can be of: by its text alone, and with the table of public events."""
    readable = corpus.reports[corpus.reports["problem"].isna()]
    rows = labelled(corpus, readable)
    text = rows.assign(basis="text", date_low=rows["text_low"], date_high=rows["text_high"])
    record = rows.assign(basis="record", date_low=rows["published_low"], date_high=rows["published_high"])
    table = pd.concat([text, record]).sort_values(["report", "basis"], ascending=[True, False], kind="stable")
    one_day = record.set_index("report").query("date_low == date_high")["date_low"].dt.day_name()
    table["weekday"] = table["report"].map(one_day).astype("string")
    table["basis"] = table["basis"].astype("string")
    return table[["report", "outlet", "basis", *DAYS, "weekday"]].reset_index(drop=True)


def mouths(corpus: Corpus) -> pd.DataFrame:
    """Figures by the party of who gives them and the kind of source; nobody named is a row of its own."""
    grouped = corpus.claims.groupby(["source_party", "source_type"], dropna=False, sort=False).size()
    table = grouped.rename("claims").reset_index().rename(columns={"source_party": "party"})
    return table.sort_values("claims", ascending=False, kind="stable", ignore_index=True).astype({"claims": "Int64"})


def chains(corpus: Corpus) -> pd.DataFrame:
    """The ways figures came: from a speaker, through a medium, to an outlet (its report's name where it is unknown)."""
    claims = labelled(corpus, corpus.claims)
    claims["outlet"] = claims["outlet"].fillna(claims["report"])
    keys = ["outlet", "via", "source", "source_party"]
    table = claims.groupby(keys, dropna=False, sort=False).size().rename("claims").reset_index()
    return table.rename(columns={"source_party": "party"}).astype({"claims": "Int64"})
