"""Tables of the dead and the wounded: each reported matter once, and nothing added that may overlap."""

import pandas as pd

from helpers.assemble import Corpus
from helpers.days import dated
from helpers.tables.base import DAYS, POLICIES, VALUES, labelled, spoken, typed, with_policy

CASUALTIES = ("killed", "wounded", "killed_or_wounded")


def casualties(corpus: Corpus, policy: str = "interval") -> pd.DataFrame:
    """The dead and the wounded, each reported matter once, with the days of the event, the saying or the report."""
    items = corpus.items[corpus.items["measure"].isin(CASUALTIES)]
    claims = dated(corpus.claims, corpus.reports)
    claims = claims.assign(words=spoken(corpus, claims)).set_index("id")
    rows = [_item_row(item, claims) for item in items.to_dict("records")]
    names = (
        "item measure subject_group speaker_party stance tally date_basis words mentions reports report source claims"
    )
    table = with_policy(typed(rows, names, DAYS, VALUES), policy, corpus.lexicon)
    return table.sort_values([*DAYS, "item"], kind="stable", ignore_index=True)


def _item_row(item: dict, claims: pd.DataFrame) -> dict:
    """An item as its first attributed claim words it; its days are those that its claims agree on."""
    members = claims.loc[item["claims"].split()]
    attributed = members[members["source"].notna()]
    first = (attributed if len(attributed) else members).iloc[0]
    known = not pd.isna(item["date_low"])
    return {
        **{key: first[key] for key in (*VALUES, *DAYS, "stance", "tally", "date_basis", "words", "report", "source")},
        **{key: item[key] for key in ("measure", "subject_group", "mentions", "reports")},
        **({key: item[key] for key in DAYS} if known else {}),
        "item": item["id"],
        "claims": item["claims"],
        "speaker_party": first["source_party"],
    }


def vague_words(corpus: Corpus) -> pd.DataFrame:
    """The vague words that tolls are told in, and the number that each policy puts in their place (missing: none)."""
    words = casualties(corpus)
    words = words[words["vague"].notna()]
    numbers = [policy for policy in POLICIES if policy != "interval"]
    points = {policy: with_policy(words, policy, corpus.lexicon)["best"] for policy in numbers}
    return words[["words", "low", "high"]].assign(**points).drop_duplicates("words", ignore_index=True)


def one_toll(corpus: Corpus) -> pd.DataFrame:
    """The longest run of exact tolls of one side's dead over several days, with its two readings.

    Whether a toll contains the one before is not said, unless it is tied to a day of its own (tally `flow`).
    `attrs["readings"]` holds `contained` (each such toll contains those before it) and `separate` (none does).
    """
    items = casualties(corpus)
    exact = items[items["precision"].eq("exact") & items["measure"].eq("killed") & items["subject_group"].notna()]
    runs = [run for _, run in exact.groupby("subject_group") if run["date_low"].nunique() > 1]
    run = max(runs, key=len, default=exact.iloc[:0])
    table = labelled(corpus, run)[[*DAYS, *VALUES, "words", "tally", "outlet", "source", "report", "subject_group"]]
    table = table.reset_index(drop=True)
    if len(table):
        table.attrs["readings"] = readings(table)
    return table


def readings(tolls: pd.DataFrame) -> dict[str, float]:
    """The two sums a run of tolls allows: later ones containing earlier ones, or all apart.

    >>> readings(pd.DataFrame({"best": [1.0, 3.0, 4.0], "tally": ["unclear", "unclear", "flow"]}))
    {'contained': 7.0, 'separate': 8.0}
    """
    own_day = tolls["tally"].eq("flow")
    running = tolls.loc[~own_day, "best"]
    contained = (running.iloc[-1] if len(running) else 0) + tolls.loc[own_day, "best"].sum()
    return {"contained": float(contained), "separate": float(tolls["best"].sum())}
