"""Tables of those who left: how many were said to be inside, what followed, and the camp, with OCHA's figures apart."""

import pandas as pd

from helpers import data
from helpers.assemble import Corpus
from helpers.days import dated
from helpers.tables.base import DAYS, VALUES, labelled, spoken, told, with_policy

STAGES = {
    "fighters_present": "estimate",
    "civilians_present": "estimate",
    "surrendered": "followed",
    "displaced": "followed",
    "evacuated": "followed",
    "camp_population": "camp",
}
CAMP = ("camp_population", "camp_capacity")


def movements(corpus: Corpus, policy: str = "interval") -> pd.DataFrame:
    """Every figure of people inside, leaving or in a camp, in the order of the reports, with its tally kind."""
    claims = corpus.claims[corpus.claims["measure"].isin([*STAGES, *CAMP])]
    table = labelled(corpus, claims.assign(words=spoken(corpus, claims)))
    table = table.rename(columns={"source_party": "party", "subject_group": "population"})
    columns = ["report", "outlet", "measure", "population", "words", *VALUES, "tally", "part_of", "source", "party"]
    return with_policy(table[[*columns, *DAYS, "section", "id"]], policy, corpus.lexicon).reset_index(drop=True)


def estimate(corpus: Corpus, policy: str = "interval") -> pd.DataFrame:
    """People said to have left before or over a longer time, to be inside, to have come out later, to be in the camp.

    A figure without a day of its own takes the day it was said, else the day of its report.
    """
    table = _figures(corpus, policy, list(STAGES))
    table = table[table["vague"].isna() & table[DAYS].notna().all(axis=1)]
    table.insert(0, "stage", table["measure"].map(STAGES).astype("string"))
    estimated = table.loc[table["stage"].eq("estimate"), "date_high"].max()
    earlier = table["stage"].eq("followed") & ~table["date_low"].gt(estimated)
    table["stage"] = table["stage"].mask(earlier, "left")
    outside = _outside(corpus).assign(stage="camp")
    return _together(table, outside, ["stage", "measure", "population"])


def outgrown(table: pd.DataFrame) -> bool:
    """Whether more were said to come out at once than had been said to be inside, by the rows of `estimate`."""
    inside = table.loc[table["stage"].eq("estimate"), "high"]
    out = table.loc[table["stage"].eq("followed"), "best"].max()
    return bool(len(inside) and inside.notna().all() and pd.notna(out) and out > inside.sum())


def camp(corpus: Corpus) -> pd.DataFrame:
    """The camp's population and capacity, with OCHA's counts of the same camp as a layer of their own."""
    return _together(_figures(corpus, "interval", list(CAMP)), _outside(corpus), ["measure"])


def _figures(corpus: Corpus, policy: str, measures: list[str]) -> pd.DataFrame:
    claims = told(corpus)
    claims = claims[claims["measure"].isin(measures)]
    claims = dated(with_policy(claims, policy, corpus.lexicon), corpus.reports)
    table = labelled(corpus, claims.assign(words=spoken(corpus, claims), layer="reports"))
    return table.rename(columns={"subject_group": "population", "source_party": "party", "id": "claim"})


def _outside(corpus: Corpus) -> pd.DataFrame:
    """OCHA's population counts of the places that the corpus names; no rows for a corpus of elsewhere."""
    table = data.ocha()
    table = table[table["measure"].eq("camp_population") & table["place"].isin(corpus.names["entity"])]
    return table.assign(layer="outside", population="people", date_basis="event")


def _together(inside: pd.DataFrame, outside: pd.DataFrame, first: list[str]) -> pd.DataFrame:
    columns = [*first, *VALUES, "words", "source", "party", "outlet", *DAYS, "date_basis", "layer", "claim"]
    outside = outside.reindex(columns=columns).astype({c: inside[c].dtype for c in columns if c in inside})
    return pd.concat([inside[columns], outside], ignore_index=True).astype({"layer": "string"})
