"""What the notebooks' sentences say, as values: every number in the prose comes from here and from the frames.

A value with nothing to tell of is None or empty, so that `prose.say` leaves its sentence out; nought is a count.

Values that are words come in pairs, `x_en` and `x_ar`; hedges stay with their numbers («about 4 km²»).
"""

import pandas as pd

from helpers.assemble import Corpus
from helpers.charts.words import briefly, days, name, word
from helpers.mentions import party_groups
from helpers.tables import casualties, chains_of, one_toll, spoken
from helpers.tables import clues as clue_strips
from helpers.tables import days as report_days
from helpers.tables.base import told
from helpers.whereabouts import people as people
from helpers.whereabouts import territory as territory
from helpers.wording import (
    SAID,
    Facts,
    both,
    by_side,
    chain_line,
    listed,
    names,
    said,
)


def overall(corpus: Corpus) -> Facts:
    """How much was read, who gives the figures, and how many numerals were left unread."""
    claims, ledger = corpus.numbered, corpus.ledger
    named = claims[claims["source"].notna()]
    unknown = claims["source_party"].isna() & claims["source_type"].fillna("").isin(["", "anonymous_sources"])
    by_party = named["source_party"].value_counts()
    return {
        "reports": len(corpus.readable),
        "problems": len(corpus.reports) - len(corpus.readable),
        "claims": len(claims) or None,
        "attributed": len(named) or None,
        "nobody": len(claims) - len(named) if len(claims) else None,
        "unknown": int(unknown.sum()) if len(claims) else None,
        "of_sources": int((unknown & claims["source"].notna()).sum()) if len(claims) else None,
        "unidentified": int(claims["source_type"].eq("anonymous_sources").sum()) if len(claims) else None,
        "numerals": len(ledger),
        "unread": int(ledger["became"].eq("unread").sum()),
        **_one_side(by_party, len(named)),
        **both("most", lambda lang: _first_of(by_party, lang)),
    }


def _first_of(by_party: pd.Series, lang: str) -> list[str]:
    return _counted(by_party[by_party.eq(by_party.max())], lang)


def _counted(figures: pd.Series, lang: str) -> list[str]:
    return [f"{name(key, lang)} ({n})" for key, n in figures.items()]


def _one_side(by_party: pd.Series, named: int) -> Facts:
    """Which side gives most of the figures that have a teller, and how many; where none does, `leading` is empty."""
    most = int(by_party.max()) if len(by_party) else 0
    alone = 2 * most > named
    return {
        "one_side": f"{most} of {named}" if alone else None,
        "one_side_ar": f"{most} من {named}" if alone else None,
        **names("leading", by_party.index[:1] if alone else ()),
        **both("ahead", lambda lang: None if alone else _first_of(by_party, lang)),
    }


def silence(corpus: Corpus) -> Facts:
    """Whether any report counts civilians killed in fighting, beside the strikes that the reports count."""
    claims = told(corpus)
    killed = claims[claims["measure"].eq("killed")]
    strikes = claims[claims["measure"].eq("strikes")]
    return {
        "reports": len(corpus.readable),
        **said("civilian_dead", _spoken(corpus, killed[killed["subject_group"].eq("civilians")])),
        "unsaid_dead": int(killed["subject_group"].fillna("people").isin(["people", "mixed"]).sum()) or None,
        "other_deaths": int(claims["measure"].eq("died").sum()) or None,
        **said("strikes", _spoken(corpus, strikes)),
    }


def dating(corpus: Corpus) -> Facts:
    """How exactly the reports can be dated, by their text alone and with the record, and the days of them all."""
    table = report_days(corpus)
    exact = table[table["date_low"].eq(table["date_high"])]["basis"].value_counts()
    record = table[table["basis"].eq("record")]
    low, high = record["date_low"], record["date_high"]
    bounded = low.notna() & high.notna()
    first, last = (low.min(), high.max()) if len(record) and bounded.all() else (pd.NaT, pd.NaT)
    leaning = corpus.reports["dating_evidence"].str.contains("perhaps").fillna(False)
    outlets = corpus.readable["outlet"]
    return {
        "reports": int(table["report"].nunique()),
        "unpublished": int(outlets.isna().sum()),
        **names("outlets", outlets.dropna().unique()),
        "by_text": int(exact.get("text", 0)),
        "by_record": int(exact.get("record", 0)),
        **listed("spans", record[bounded & low.ne(high)]["report"].tolist()),
        **listed("open", record[~bounded]["report"].tolist()),
        **both("period", lambda lang: None if pd.isna(first) else days(first, last, lang)),
        **both(
            "span_ends",
            lambda lang: [
                days(row.date_low, row.date_high, lang) for row in record[bounded & low.ne(high)].itertuples()
            ],
        ),
        **both(
            "leaning",
            lambda lang: [
                days(row.published_low, row.published_high, lang) for row in corpus.reports[leaning].itertuples()
            ],
        ),
    }


def speakers(corpus: Corpus) -> Facts:
    """Acts of saying, and which sides of the fighting are heard with a figure or without one."""
    acts, sides = corpus.attributions, party_groups(corpus.lexicon)
    with_figures = corpus.numbered["source_party"].dropna().value_counts()
    heard = [party for party in with_figures.index if party in sides]
    quoted = [party for party in acts["source_party"].dropna().unique() if party in sides and party not in heard]
    others = [party for party in with_figures.index if party not in sides]
    return {
        "acts": len(acts) or None,
        "sources": int(acts["source"].nunique()) or None,
        "sides": len(heard) + len(quoted) or None,
        "sides_heard": len(heard),
        "anonymous": int(acts["source_type"].eq("anonymous_sources").sum()),
        "via": int(acts["via"].notna().sum()),
        "carried": int(acts["carried_over"].fillna(False).sum()) if len(acts) else None,
        "nested": int(acts["parent"].notna().sum()) if len(acts) else None,
        **names("heard", heard),
        **names("quoted", quoted),
        **names("others", others),
        **_voices(corpus.numbered),
    }


def _voices(claims: pd.DataFrame) -> Facts:
    """Who speaks for the party that gives most figures, and how many each of them gives; nobody where two are first."""
    parties = claims["source_party"].value_counts()
    most = parties[parties.eq(parties.max())].index
    party = most if len(most) == 1 else most[:0]
    voices = claims[claims["source_party"].isin(party)]["source"].value_counts()
    return {
        **names("voices_of", party),
        **both("voices", lambda lang: briefly(_counted(voices, lang), lang, SAID, apart="semicolon") or None),
    }


def told_through(corpus: Corpus, lang: str = "en") -> pd.DataFrame:
    """Each chain of tellers as one line, with the acts of saying and the figures that came by it, most figures first.

    >>> from helpers import parse
    >>> told_through(parse([("a", "قال متحدث لرويترز إن ثلاثة جنود قتلوا.")]))[["chain", "figures"]].values.tolist()
    [['a ← Reuters ← Spokesperson', 1]]
    """
    chains, figures = chains_of(corpus), corpus.numbered["attribution"].value_counts()
    rows = [(chain_line(chain, lang), 1, int(figures.get(act, 0))) for act, chain in chains.items()]
    table = pd.DataFrame(rows, columns=["chain", "acts", "figures"])
    table = table.astype({"chain": "string", "acts": "Int64", "figures": "Int64"})
    table = table.groupby("chain", sort=False, as_index=False).sum()
    return table.sort_values(["figures", "acts"], ascending=False, kind="stable", ignore_index=True)


def handed_on(corpus: Corpus) -> Facts:
    """How many chains there are, how many have a medium or a second speaker in them, and what they carry."""
    chains = {tuple(chain) for chain in chains_of(corpus).values()}
    carried = told_through(corpus)
    return {
        "chains": len(chains) or None,
        "longer": sum(len(chain) > 2 for chain in chains),
        "with_figures": int(carried["figures"].gt(0).sum()),
        "carried": int(carried["figures"].sum()),
        "claims": len(corpus.numbered) or None,
        "uncarried": len(corpus.numbered) - int(carried["figures"].sum()),
    }


def clues(corpus: Corpus) -> Facts:
    """How many clues to the reports' days there are, of which kind, and how many took days away."""
    table = clue_strips(corpus)
    told_clues = table[~table["basis"].isin(["left", "stated"])]
    return {
        "clues": len(told_clues) or None,
        "of_text": int(told_clues["basis"].eq("text").sum()),
        "of_record": int(told_clues["basis"].eq("record").sum()),
        "narrowing": int(told_clues["narrows"].sum()) if len(told_clues) else None,
        "agreeing": int((~told_clues["narrows"] & told_clues["kept"]).sum()) if len(told_clues) else None,
        "aside": int((~told_clues["kept"]).sum()) or None,
    }


def spread(corpus: Corpus) -> Facts:
    """The identified speakers whose figures stand in more than one report."""
    known = corpus.numbered[~corpus.numbered["source_type"].isin(["anonymous_sources", "witness"])]
    reports = known.groupby("source")["report"].nunique()
    return names("shared", reports[reports > 1].index)


def tolls(corpus: Corpus, policy: str = "interval") -> Facts:
    """The dead and wounded told of, own losses apart from an enemy's, and the two readings of the longest run."""
    table, run = casualties(corpus, policy), one_toll(corpus)
    readings = run.attrs.get("readings", {})
    own, enemy = (table["stance"].eq(stance).fillna(False) for stance in ("own_loss", "enemy_loss"))
    most = table[table["mentions"].gt(1) & table["mentions"].eq(table["mentions"].max())].head(1)
    values = {
        f"{key}_{measure}": table[rows & table["measure"].eq(measure)]
        for key, rows in (("own", own), ("enemy", enemy), ("other", ~own & ~enemy))
        for measure in ("killed", "wounded")
    }
    return {
        "matters": len(table) or None,
        "mentions": int(table["mentions"].sum()) if len(table) else None,
        "contained": readings.get("contained"),
        "separate": readings.get("separate"),
        "run": run["best"].tolist(),
        "most_mentions": most["mentions"].tolist(),
        "most_reports": most["reports"].tolist(),
        "most_parties": most["independent_parties"].tolist(),
        **both("most_what", lambda lang: [word("measure", measure, lang) for measure in most["measure"]]),
        **by_side("most", most),
        **by_side("together", table[table["measure"].eq("killed_or_wounded")]),
        **names("group", run["of_party"].unique().tolist()),
        **{key: value for name_, rows in values.items() for key, value in by_side(name_, rows).items()},
    }


def _spoken(corpus: Corpus, claims: pd.DataFrame) -> pd.DataFrame:
    return claims.assign(words=spoken(corpus, claims))
