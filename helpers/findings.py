"""What the notebooks' sentences say, as values: every number in the prose comes from here and from the frames.

Values that are words come in pairs, `x_en` and `x_ar`; hedges stay with their numbers («about 4 km²»).
"""

from collections.abc import Iterable

import pandas as pd

from helpers.assemble import Corpus
from helpers.charts.words import amount, briefly, dated, days, name, say, word
from helpers.prose import shown
from helpers.roles import party_groups
from helpers.tables import camp, casualties, estimate, ground, misfit, one_toll, spoken
from helpers.tables import days as report_days
from helpers.tables.base import LINKS, told

LANGUAGES = ("en", "ar")
MOVING = ("displaced", "evacuated", "surrendered", "arrived", "returned")
SAID = 8  # amounts in a sentence; what goes beyond is a number of its own


def overall(corpus: Corpus) -> dict:
    """How much was read, who gives the figures, and how many numerals were left unread."""
    claims, ledger = corpus.claims, corpus.ledger
    named = claims[claims["source"].notna()]
    by_party = named["source_party"].value_counts()
    most = by_party[by_party.eq(by_party.max())]
    return {
        "reports": int(corpus.reports["problem"].isna().sum()),
        "problems": int(corpus.reports["problem"].notna().sum()),
        "claims": len(claims),
        "attributed": len(named),
        "nobody": len(claims) - len(named),
        "unidentified": int(claims["source_type"].eq("anonymous_sources").sum()),
        "numerals": len(ledger),
        "unread": int(ledger["became"].eq("unread").sum()),
        **_both("most", lambda lang: [f"{name(party, lang)}: {n}" for party, n in most.items()]),
    }


def silence(corpus: Corpus) -> dict:
    """Whether any report counts civilians killed in fighting, beside the strikes that the reports count."""
    claims = told(corpus)
    killed = claims[claims["measure"].eq("killed")]
    strikes = claims[claims["measure"].eq("strikes")]
    return {
        "reports": int(corpus.reports["problem"].isna().sum()),
        "killed": len(killed),
        "civilian_dead": int(killed["subject_group"].eq("civilians").sum()) or None,
        "unsaid_dead": int(
            killed["subject_group"].isin(["people", "mixed"]).sum() + killed["subject_group"].isna().sum()
        ),
        "other_deaths": int(claims["measure"].eq("died").sum()),
        **_amounts("strikes", corpus, strikes),
    }


def dating(corpus: Corpus) -> dict:
    """How exactly the reports can be dated, by their text alone and with the record, and the days of them all."""
    table = report_days(corpus)
    exact = table[table["date_low"].eq(table["date_high"])]["basis"].value_counts()
    record = table[table["basis"].eq("record")]
    low, high = record["date_low"], record["date_high"]
    bounded = low.notna() & high.notna()
    first, last = (low.min(), high.max()) if len(record) and bounded.all() else (pd.NaT, pd.NaT)
    leaning = corpus.reports["dating_evidence"].str.contains("perhaps").fillna(False)
    return {
        "reports": int(table["report"].nunique()),
        "by_text": int(exact.get("text", 0)),
        "by_record": int(exact.get("record", 0)),
        "spans": record[bounded & low.ne(high)]["report"].tolist(),
        "open": record[~bounded]["report"].tolist(),
        **_both("period", lambda lang: None if pd.isna(first) else days(first, last, lang)),
        **_both(
            "span_ends",
            lambda lang: [
                days(row.date_low, row.date_high, lang) for row in record[bounded & low.ne(high)].itertuples()
            ],
        ),
        **_both(
            "leaning",
            lambda lang: [
                days(row.published_low, row.published_high, lang) for row in corpus.reports[leaning].itertuples()
            ],
        ),
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
    own, enemy = table["stance"].eq("own_loss"), table["stance"].eq("enemy_loss")
    most = table[table["mentions"].gt(1) & table["mentions"].eq(table["mentions"].max())].head(1)
    values = {
        f"{key}_{measure}": table[rows & table["measure"].eq(measure)]
        for key, rows in (("own", own), ("enemy", enemy), ("other", ~own & ~enemy))
        for measure in ("killed", "wounded", "killed_or_wounded")
    }
    return {
        "matters": len(table),
        "mentions": int(table["mentions"].sum()),
        "contained": readings.get("contained"),
        "separate": readings.get("separate"),
        "run": run["best"].tolist(),
        "most_mentions": most["mentions"].tolist(),
        "most_reports": most["reports"].tolist(),
        "most_parties": most["independent_parties"].tolist(),
        **_said("most", most),
        **_names("group", run["of_party"].unique().tolist()),
        **{key: value for name_, rows in values.items() for key, value in _by_side(name_, rows).items()},
    }


def territory(corpus: Corpus) -> dict:
    """The areas said to be held and taken and the lengths told, hedges kept, outside links to other stories."""
    table = ground(corpus)
    own = table[~table["section"].isin(LINKS)]
    return {
        "figures": len(table),
        "undated": int(table["date_basis"].ne("event").sum()),
        "hedged": int(table["precision"].isin(["approximate", "less_than", "more_than", "at_least", "at_most"]).sum()),
        "bare": int((table["section"].isin([*LINKS, "headline"]) & table["precision"].eq("exact")).sum()),
        "units": table["unit"].dropna().unique().tolist(),
        "places": int(corpus.names.loc[corpus.names["kind"].eq("place"), "entity"].nunique()),
        **{key: value for aspect in ("held", "taken", "lost") for key, value in _areas(own, aspect).items()},
        **_said("lengths", own[own["aspect"].eq("distance")], "n_km"),
    }


def people(corpus: Corpus, policy: str = "interval") -> dict:
    """Who was said to have left, to be inside, to have come out after that, and to be in the camp."""
    table = estimate(corpus, policy)
    table = table[table["layer"].eq("reports")]
    stages = {stage: table[table["stage"].eq(stage)] for stage in ("moved", "left", "estimate", "followed")}
    unfit = misfit(table)
    claims = told(corpus)
    moving = claims[claims["measure"].isin(MOVING)]
    return {
        "figures": len(table),
        "mentions": len(moving),
        "vague": int(moving["precision"].eq("vague").sum()),
        "inside_high": unfit["inside"].tolist(),
        "out": unfit["out"].tolist(),
        "pairs": int(bool(len(stages["estimate"])) and bool(len(stages["followed"]))),
        **_measured("inside", stages["estimate"]),
        **_both("inside_by", lambda lang: [_told_by(row, lang) for row in stages["estimate"].itertuples()]),
        **_both("followed_by", lambda lang: [_told_by(row, lang) for row in stages["followed"].itertuples()]),
        **{key: value for stage in ("moved", "left", "followed") for key, value in _said(stage, stages[stage]).items()},
        **camps(corpus),
    }


def camps(corpus: Corpus) -> dict:
    """What each camp holds and what it was made for, never one camp's people beside another's capacity."""
    table = camp(corpus)
    table = table[table["layer"].eq("reports")]
    named = table["place"].fillna(table["report"]).astype(object)

    def words(lang: str) -> list[str]:
        return [_camp(rows, lang, several=named.nunique() > 1) for _, rows in table.groupby(named, sort=False)]

    return _both("camps", words)


def _camp(rows: pd.DataFrame, lang: str, several: bool) -> str:
    kinds = rows.groupby("measure", sort=False)
    parts = [
        f"{word('measure', measure, lang)}: {briefly([amount(row, lang) for row in kind.itertuples()], lang, SAID)}"
        for measure, kind in kinds
    ]
    place = rows["place"].iloc[0]
    return (
        say("in_place", lang, what=briefly(parts, lang, SAID), place=name(place, lang))
        if several and pd.notna(place)
        else briefly(parts, lang, SAID)
    )


def _both(key: str, value) -> dict:
    return {f"{key}_{lang}": value(lang) for lang in LANGUAGES}


def _names(key: str, keys: Iterable) -> dict:
    return _both(key, lambda lang: [name(one, lang) for one in keys if pd.notna(one)])


def _said(key: str, rows: pd.DataFrame, unit: str | None = None) -> dict:
    """The amounts of a table's rows in words, once each, with a unit where one is named."""
    return _both(key, lambda lang: _amount_words(rows, lang, unit))


def _areas(rows: pd.DataFrame, aspect: str) -> dict:
    return _said(aspect, rows[rows["aspect"].eq(aspect)], "n_km2")


def _amount_words(rows: pd.DataFrame, lang: str, unit: str | None = None) -> list[str]:
    amounts = list(dict.fromkeys(amount(row, lang) for row in rows.itertuples()))
    words = [say(unit, lang, n=one) if unit else one for one in amounts[:SAID]]
    more = len(amounts) - SAID
    return [*words, say("counted_more", lang, n=more)] if more > 0 else words


def _by_side(key: str, rows: pd.DataFrame) -> dict:
    """Tolls in words, each side's dead apart, and apart by who tells of them."""
    whose = rows["of_party"].fillna(rows["subject_group"]).fillna("people").astype(object)
    teller = rows["speaker_party"].fillna("").astype(object)

    def words(lang: str) -> str | None:
        said = []
        for (group, party), side in rows.groupby([whose, teller], sort=False):
            own = pd.notna(side["of_party"].iloc[0])
            who = name(group, lang) if own else word("subject_group", group, lang)
            amounts = shown(_amount_words(side, lang), lang)
            told_by = party and party != group
            said.append(
                say("toll_by", lang, group=who, party=name(party, lang), amounts=amounts)
                if told_by
                else f"{who}: {amounts}"
            )
        return briefly(said, lang, SAID, apart="semicolon") or None

    return _both(key, words)


def _measured(key: str, rows: pd.DataFrame) -> dict:
    """The amounts with what they measure before them."""
    return _both(
        key, lambda lang: [f"{word('measure', row.measure, lang)}: {amount(row, lang)}" for row in rows.itertuples()]
    )


def _told_by(row, lang: str) -> str:
    """An amount with what it measures, of whom, who says so, and when."""
    known = pd.notna(row.population) and row.population != "people"
    group = [word("subject_group", row.population, lang)] if known else []
    teller = [] if pd.isna(row.source) else [name(row.source, lang)]
    detail = briefly([*group, *teller, dated(row, lang)], lang, SAID)
    return f"{word('measure', row.measure, lang)}: {amount(row, lang)} ({detail})"


def _amounts(key: str, corpus: Corpus, claims: pd.DataFrame) -> dict:
    return _said(key, claims.assign(words=spoken(corpus, claims)))
