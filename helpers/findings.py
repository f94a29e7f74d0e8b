"""What the notebooks' sentences say, as values: every number in the prose comes from here and from the frames.

A value with nothing to tell of is None or empty, so that `prose.say` leaves its sentence out; nought is a count.

Values that are words come in pairs, `x_en` and `x_ar`; hedges stay with their numbers («about 4 km²»).
"""

import pandas as pd

from helpers.assemble import Corpus
from helpers.charts.words import days, word
from helpers.tables import CASUALTIES, casualties, one_toll, spoken
from helpers.tables import clues as clue_strips
from helpers.tables import days as report_days
from helpers.tables.base import LINKS, told
from helpers.whereabouts import people as people
from helpers.whereabouts import territory as territory
from helpers.wording import (
    Facts,
    both,
    by_side,
    listed,
    names,
    numbered,
    said,
)


def overall(corpus: Corpus) -> Facts:
    """How much was read, who gives the figures, and how many numerals were left unread.

    >>> from helpers import parse
    >>> facts = overall(parse([("a", "قال متحدث باسم قسد إن ثلاثة قتلوا. وأصيب خمسة.")]))
    >>> facts["claims"], facts["attributed"], facts["nobody"], facts["unread"]
    (2, 1, 1, 0)
    """
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
        "nobody_body": int((claims["source"].isna() & claims["section"].eq("body")).sum()),
        "unknown": int(unknown.sum()) if len(claims) else None,
        "of_sources": int((unknown & claims["source"].notna()).sum()) if len(claims) else None,
        "numerals": len(ledger),
        "unread": int(ledger["became"].eq("unread").sum()),
        **_one_side(by_party),
    }


def _one_side(by_party: pd.Series) -> Facts:
    """Which party gives most of the figures whose speaker's party is known; where none does, `leading` is empty."""
    most, known = int(by_party.max()) if len(by_party) else 0, int(by_party.sum())
    alone = 2 * most > known
    return {
        "one_side": f"{most} of {known}" if alone else None,
        "one_side_ar": f"{most} من {known}" if alone else None,
        **names("leading", by_party.index[:1] if alone else ()),
        **both("ahead", lambda lang: None if alone else numbered(by_party[by_party.eq(most)], lang)),
    }


def silence(corpus: Corpus) -> Facts:
    """Whether any report counts civilians killed in fighting, each matter once, beside the strikes they count.

    >>> from helpers import parse
    >>> facts = silence(parse([("a", "قتل ثلاثة جنود في 12 غارة جوية. وتوفي طفلان من البرد.")]))
    >>> facts["civilian_dead_en"], facts["strikes_en"], facts["other_deaths"]
    ([], ['12'], 1)
    """
    claims = told(corpus)
    killed = claims[claims["measure"].eq("killed")]
    strikes = claims[claims["measure"].eq("strikes")]
    tolls = casualties(corpus)
    civilians = tolls["measure"].eq("killed") & tolls["subject_group"].eq("civilians") & tolls["mentions"].gt(0)
    return {
        "reports": len(corpus.readable),
        **said("civilian_dead", tolls[civilians.fillna(False)]),
        "unsaid_dead": int(killed["subject_group"].fillna("people").isin(["people", "mixed"]).sum()) or None,
        "other_deaths": int(claims["measure"].eq("died").sum()) or None,
        **said("strikes", _spoken(corpus, strikes)),
    }


def dating(corpus: Corpus) -> Facts:
    """How exactly the reports can be dated, by their text alone and with the record, and the days of them all.

    >>> from helpers import parse
    >>> texts = [("a", "لم يتوقف القصف منذ أمس."), ("b", "عاد الهدوء.")]
    >>> facts = dating(parse(texts, published={"a": "2020-05-11"}))
    >>> facts["by_text"], facts["by_record"], facts["open_en"]
    (0, 1, ['b'])
    """
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


def clues(corpus: Corpus) -> Facts:
    """How many clues to the reports' days there are, of which kind, and how many took days away.

    >>> from helpers import parse
    >>> clues(parse([("a", "قال متحدث اليوم الاثنين إن القصف توقف.")]))
    {'clues': 1, 'of_text': 1, 'of_record': 0, 'narrowing': 1, 'agreeing': 0, 'aside': None}
    """
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


def tolls(corpus: Corpus, policy: str = "interval") -> Facts:
    """The dead and wounded told of, own losses apart from an enemy's, and the two readings of the longest run.

    >>> from helpers import parse
    >>> facts = tolls(parse([("a", "أعلن الجيش السوري مقتل 3 من جنوده. وقال إنه قتل 20 من مقاتلي داعش.")]))
    >>> facts["own_killed_en"], facts["enemy_killed_en"]
    ('Syrian government: 3', 'ISIS, told by Syrian government: 20')
    """
    table, run, claims = casualties(corpus, policy), one_toll(corpus), corpus.numbered
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
        "linked": int((claims["measure"].isin(CASUALTIES) & claims["section"].isin(LINKS)).sum()) or None,
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
