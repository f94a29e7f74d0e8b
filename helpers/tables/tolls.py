"""Tables of the dead and the wounded: each reported matter once, and nothing added that may overlap."""

import pandas as pd

from helpers.assemble import Corpus
from helpers.tables.base import DAYS, VALUES, labelled, spoken, typed, with_policy

CASUALTIES = ("killed", "wounded", "killed_or_wounded")


def casualties(corpus: Corpus, policy: str = "interval") -> pd.DataFrame:
    """The dead and the wounded, each reported matter once; days of the report where no day of the event is given."""
    items = corpus.items[corpus.items["measure"].isin(CASUALTIES)]
    rows = [_item_row(item, corpus) for item in items.to_dict("records")]
    table = typed(rows, "item measure subject_group speaker_party stance", DAYS, VALUES, "words mentions reports")
    return with_policy(table, policy, corpus.lexicon).sort_values(DAYS, kind="stable", ignore_index=True)


def _item_row(item: dict, corpus: Corpus) -> dict:
    members = corpus.claims[corpus.claims["id"].isin(item["claims"].split())]
    attributed = members[members["source"].notna()]
    first = (attributed if len(attributed) else members).iloc[0]
    published = corpus.reports.set_index("report").loc[first["report"]]
    dated = not pd.isna(item["date_low"])
    return {
        **{key: first[key] for key in (*VALUES, "stance")},
        "item": item["id"],
        "measure": item["measure"],
        "subject_group": item["subject_group"],
        "speaker_party": first["source_party"],
        "date_low": item["date_low"] if dated else published["published_low"],
        "date_high": item["date_high"] if dated else published["published_high"],
        "words": spoken(corpus, members.loc[[first.name]]).iloc[0],
        "mentions": item["mentions"],
        "reports": item["reports"],
    }


def one_toll(corpus: Corpus) -> pd.DataFrame:
    """The longest run of exact tolls of one side's dead that may be the same growing toll, with its two readings.

    `attrs["readings"]` holds `latest` (each toll contains the one before) and `sum` (none does); `attrs["group"]` and
    `attrs["measure"]` say whose toll it is.
    """
    items = casualties(corpus)
    exact = items[items["precision"].eq("exact") & items["measure"].eq("killed") & items["subject_group"].notna()]
    runs = [run for _, run in exact.groupby("subject_group") if run["date_low"].nunique() > 1]
    run = max(runs, key=len, default=exact.iloc[:0])
    claims = corpus.claims.set_index("id")
    firsts = [claims.loc[_members(corpus, item)[0]] for item in run["item"]]
    sources = typed([{"report": c["report"], "source": c["source"]} for c in firsts], "report source")
    table = labelled(corpus, run.reset_index(drop=True).assign(**sources))
    table = table[[*DAYS, *VALUES[:3], "words", "outlet", "source", "report", "measure", "subject_group"]]
    if len(table):
        table.attrs["readings"] = {"latest": float(table["best"].iloc[-1]), "sum": float(table["best"].sum())}
        table.attrs |= {"group": table["subject_group"].iloc[0], "measure": table["measure"].iloc[0]}
    return table


def _members(corpus: Corpus, item: str) -> list[str]:
    return corpus.items.set_index("id").loc[item, "claims"].split()
