"""What the notebooks' sentences say, as values: every number in the prose comes from here and from the frames."""

import pandas as pd

from helpers.assemble import Corpus
from helpers.tables import casualties, days, ground, one_toll
from helpers.tables.base import told

FATAL = ("killed", "died")


def overall(corpus: Corpus) -> dict:
    """How much was read, who gives the figures, and what no report says."""
    claims, ledger = corpus.claims, corpus.ledger
    named = claims[claims["source"].notna()]
    by_party = named["source_party"].value_counts()
    return {
        "reports": int(corpus.reports["problem"].isna().sum()),
        "problems": int(corpus.reports["problem"].notna().sum()),
        "claims": len(claims),
        "attributed": len(named),
        "nobody": len(claims) - len(named),
        "unidentified": int(claims["source_type"].eq("anonymous_sources").sum()),
        "numerals": len(ledger),
        "unread": int(ledger["became"].eq("unread").sum()),
        **_main_party(corpus, by_party),
    }


def _main_party(corpus: Corpus, counts: pd.Series) -> dict:
    if counts.empty:
        return {"party_en": None, "party_ar": None, "party_claims": 0}
    row = next(row for row in corpus.lexicon["parties"] if row["party"] == counts.index[0])
    return {"party_en": row["en"], "party_ar": row["ar"], "party_claims": int(counts.iloc[0])}


def silence(corpus: Corpus) -> dict:
    """Whether any report counts civilians killed in fighting, beside the strikes that the reports count."""
    claims = told(corpus)
    civilian = claims[claims["measure"].eq("killed") & claims["subject_group"].eq("civilians")]
    strikes = claims[claims["measure"].eq("strikes")]
    apart = claims[claims["measure"].eq("died")]
    return {"civilian_dead": len(civilian), "strike_figures": len(strikes), "other_deaths": len(apart)}


def dating(corpus: Corpus) -> dict:
    """How exactly the reports can be dated, by their text alone and with the record."""
    table = days(corpus)
    exact = table[table["date_low"].eq(table["date_high"])]
    by_basis = exact["basis"].value_counts()
    record = table[table["basis"].eq("record")]
    return {
        "reports": int(table["report"].nunique()),
        "by_text": int(by_basis.get("text", 0)),
        "by_record": int(by_basis.get("record", 0)),
        "first": record["date_low"].min(),
        "last": record["date_high"].max(),
        "spans": record[~record["date_low"].eq(record["date_high"])]["report"].tolist(),
    }


def speakers(corpus: Corpus) -> dict:
    """Acts of saying: how many, how many different speakers, how many go through a medium or are carried over."""
    acts = corpus.attributions
    return {
        "acts": len(acts),
        "sources": int(acts["source"].nunique()),
        "anonymous": int(acts["source_type"].eq("anonymous_sources").sum()),
        "via": int(acts["via"].notna().sum()),
        "carried": int(acts["carried_over"].fillna(False).sum()),
        "nested": int(acts["parent"].notna().sum()),
        "hedged": int(acts["commitment"].isin(["doubts", "expects", "denies"]).sum()),
    }


def tolls(corpus: Corpus, policy: str = "interval") -> dict:
    """The dead and wounded told of, and the two readings of the longest run of tolls."""
    table, run = casualties(corpus, policy), one_toll(corpus)
    dead = table[table["measure"].eq("killed")]
    readings = run.attrs.get("readings", {})
    return {
        "matters": len(table),
        "claims": int(table["mentions"].sum()),
        "own": int(table["stance"].eq("own_loss").sum()),
        "enemy": int(table["stance"].eq("enemy_loss").sum()),
        "vague": int(dead["vague"].notna().sum()),
        "run": run["words"].tolist(),
        "group": run["subject_group"].iloc[0] if len(run) else None,
        "contained": readings.get("contained"),
        "separate": readings.get("separate"),
    }


def territory(corpus: Corpus) -> dict:
    """The areas said to be held, the units they are told in, and how many carry a day."""
    table = ground(corpus)
    held = table[table["aspect"].eq("held")]
    values = held["best"].fillna(held["high"]).fillna(held["low"]).dropna()
    return {
        "figures": len(table),
        "held": len(held),
        "largest": values.max() if len(values) else None,
        "smallest": values.min() if len(values) else None,
        "units": table["unit"].dropna().unique().tolist(),
        "undated": int(table["date_basis"].ne("event").sum()),
        "places": int(corpus.names.loc[corpus.names["kind"].eq("place"), "entity"].nunique()),
    }


def spread(corpus: Corpus) -> list[str]:
    """The identified speakers whose figures stand in more than one report."""
    known = corpus.claims[~corpus.claims["source_type"].isin(["anonymous_sources", "witness"])]
    reports = known.groupby("source")["report"].nunique()
    return reports[reports > 1].index.tolist()


def people(corpus: Corpus) -> dict:
    """The estimate of those inside, what came out after it, and the camp against its capacity."""
    claims = told(corpus)

    def figures(*measures: str) -> pd.DataFrame:
        return claims[claims["measure"].isin(measures)]

    inside, capacity, held = (
        figures("fighters_present", "civilians_present"),
        figures("camp_capacity"),
        figures("camp_population"),
    )
    out = figures("displaced", "evacuated", "surrendered", "arrived")
    low, high = (inside[end].sum() if len(inside) and inside[end].notna().all() else None for end in ("low", "high"))
    surrendered = figures("surrendered")["best"].max()
    return {
        "inside_low": low,
        "inside_high": high,
        "surrendered": surrendered,
        "too_many": high is not None and not pd.isna(surrendered) and bool(surrendered > high),
        "capacity": capacity["best"].max(),
        "camp": held["low"].max(),
        "movements": len(out),
        "numberless": int(out["vague"].notna().sum()),
        "verbs": int(out["measure"].nunique()),
    }
