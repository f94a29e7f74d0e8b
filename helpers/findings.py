"""What the notebooks' sentences say, as values: every number in the prose comes from here and from the frames.

Values that are words come in pairs, `x_en` and `x_ar`; hedges stay with their numbers («about 4 km²»).
"""

from collections.abc import Iterable

import pandas as pd

from helpers.assemble import Corpus
from helpers.charts.words import amount, name, say, word
from helpers.roles import party_groups
from helpers.tables import casualties, days, estimate, ground, one_toll, outgrown, spoken
from helpers.tables.base import LINKS, told

LANGUAGES = ("en", "ar")


def overall(corpus: Corpus) -> dict:
    """How much was read, who gives the figures, and how many numerals were left unread."""
    claims, ledger = corpus.claims, corpus.ledger
    named = claims[claims["source"].notna()]
    by_party = named["source_party"].value_counts()
    return {
        "reports": len(corpus.readable),
        "problems": len(corpus.reports) - len(corpus.readable),
        "claims": len(claims),
        "attributed": len(named),
        "nobody": len(claims) - len(named),
        "unidentified": int(claims["source_type"].eq("anonymous_sources").sum()),
        "numerals": len(ledger),
        "unread": int(ledger["became"].eq("unread").sum()),
        "party_claims": int(by_party.iloc[0]) if len(by_party) else 0,
        **_both("party", lambda lang: name(by_party.index[0], lang) if len(by_party) else None),
    }


def silence(corpus: Corpus) -> dict:
    """Whether any report counts civilians killed in fighting, beside the strikes that the reports count."""
    claims = told(corpus)
    civilian = claims[claims["measure"].eq("killed") & claims["subject_group"].eq("civilians")]
    strikes = claims[claims["measure"].eq("strikes")]
    return {
        "civilian_dead": len(civilian),
        "other_deaths": int(claims["measure"].eq("died").sum()),
        **_amounts("strikes", corpus, strikes),
    }


def dating(corpus: Corpus) -> dict:
    """How exactly the reports can be dated, by their text alone and with the record."""
    table = days(corpus)
    exact = table[table["date_low"].eq(table["date_high"])]["basis"].value_counts()
    record = table[table["basis"].eq("record")]
    return {
        "reports": int(table["report"].nunique()),
        "by_text": int(exact.get("text", 0)),
        "by_record": int(exact.get("record", 0)),
        "first": record["date_low"].min(),
        "last": record["date_high"].max(),
        "spans": record[~record["date_low"].eq(record["date_high"])]["report"].tolist(),
    }


def speakers(corpus: Corpus) -> dict:
    """Acts of saying, and which sides of the fighting are heard with a figure or without one."""
    acts, sides = corpus.attributions, party_groups(corpus.lexicon)
    with_figures = corpus.claims["source_party"].dropna().value_counts()
    heard = [party for party in with_figures.index if party in sides]
    quoted = [party for party in acts["source_party"].dropna().unique() if party in sides and party not in heard]
    others = [party for party in with_figures.index if party not in sides]
    return {
        "acts": len(acts),
        "sources": int(acts["source"].nunique()),
        "anonymous": int(acts["source_type"].eq("anonymous_sources").sum()),
        "via": int(acts["via"].notna().sum()),
        "carried": int(acts["carried_over"].fillna(False).sum()),
        "nested": int(acts["parent"].notna().sum()),
        **_names("heard", heard),
        **_names("quoted", quoted),
        **_names("others", others),
    }


def spread(corpus: Corpus) -> dict:
    """The identified speakers whose figures stand in more than one report."""
    known = corpus.claims[~corpus.claims["source_type"].isin(["anonymous_sources", "witness"])]
    reports = known.groupby("source")["report"].nunique()
    return _names("shared", reports[reports > 1].index)


def tolls(corpus: Corpus, policy: str = "interval") -> dict:
    """The dead and wounded told of, own losses apart from an enemy's, and the two readings of the longest run."""
    table, run = casualties(corpus, policy), one_toll(corpus)
    readings = run.attrs.get("readings", {})
    values = {
        f"{key}_{measure}": table[table["stance"].eq(stance) & table["measure"].eq(measure)]
        for key, stance in (("own", "own_loss"), ("enemy", "enemy_loss"))
        for measure in ("killed", "wounded", "killed_or_wounded")
    }
    return {
        "matters": len(table),
        "mentions": int(table["mentions"].sum()),
        "contained": readings.get("contained"),
        "separate": readings.get("separate"),
        "run": run["best"].tolist(),
        **_names("group", run["subject_group"].unique().tolist()),
        **{key: value for name_, rows in values.items() for key, value in _said(name_, rows).items()},
    }


def territory(corpus: Corpus) -> dict:
    """The areas said to be held and taken and the lengths told, hedges kept, outside links to other stories."""
    table = ground(corpus)
    own = table[~table["section"].isin(LINKS)]
    return {
        "figures": len(table),
        "undated": int(table["date_basis"].ne("event").sum()),
        "places": int(corpus.names.loc[corpus.names["kind"].eq("place"), "entity"].nunique()),
        **_said("held", own[own["aspect"].eq("held")], "n_km2"),
        **_said("taken", own[own["aspect"].eq("taken")], "n_km2"),
        **_said("lengths", own[own["aspect"].eq("distance")], "n_km"),
    }


def people(corpus: Corpus) -> dict:
    """Who was said to have left, to be inside, to have come out after that, and to be in the camp."""
    table = estimate(corpus)
    table = table[table["layer"].eq("reports")]
    stages = {stage: table[table["stage"].eq(stage)] for stage in ("left", "estimate", "followed", "camp")}
    inside, out = stages["estimate"]["high"], stages["followed"]["best"].dropna().max()
    out = None if pd.isna(out) else float(out)
    claims = told(corpus)
    moving = claims[claims["measure"].isin(["displaced", "evacuated", "surrendered", "arrived"])]
    return {
        "mentions": len(moving),
        "inside_high": inside.sum() if len(inside) and inside.notna().all() else None,
        "out": out,
        "too_many": outgrown(table),
        **_measured("inside", stages["estimate"]),
        **_said("left", stages["left"]),
        **_said("followed", stages["followed"]),
        **_said("camp", stages["camp"]),
        **_amounts("capacity", corpus, claims[claims["measure"].eq("camp_capacity")]),
    }


def _both(key: str, value) -> dict:
    return {f"{key}_{lang}": value(lang) for lang in LANGUAGES}


def _names(key: str, keys: Iterable) -> dict:
    return _both(key, lambda lang: [name(one, lang) for one in keys if pd.notna(one)])


def _said(key: str, rows: pd.DataFrame, unit: str | None = None) -> dict:
    """The amounts of a table's rows in words, once each, with a unit where one is named."""

    def words(lang: str) -> list[str]:
        amounts = dict.fromkeys(amount(row, lang) for row in rows.itertuples())
        return [say(unit, lang, n=one) if unit else one for one in amounts]

    return _both(key, words)


def _measured(key: str, rows: pd.DataFrame) -> dict:
    """The amounts with what they measure before them."""
    return _both(
        key, lambda lang: [f"{word('measure', row.measure, lang)}: {amount(row, lang)}" for row in rows.itertuples()]
    )


def _amounts(key: str, corpus: Corpus, claims: pd.DataFrame) -> dict:
    return _said(key, claims.assign(words=spoken(corpus, claims)))
