"""What the last notebooks' sentences say, as values: what reports share or lose, and how well they were read."""

from collections.abc import Mapping

import pandas as pd

from helpers.assemble import Corpus
from helpers.charts.words import name
from helpers.tables import (
    by_field,
    by_measure,
    concerns,
    duplicates,
    hedges,
    independence,
    leaving,
    naming,
    passages,
    ties,
)
from helpers.wording import Facts, both, names


def differences(corpus: Corpus) -> Facts:
    """Passages, speakers and media that reports share, whose word each matter rests on, and names and hedges."""
    matters, shared, lost = independence(corpus), ties(corpus), hedges(corpus)
    vouched = matters["independence"].value_counts()
    tied = {tie: rows["name"].unique().tolist() for tie, rows in shared.groupby("tie")}
    called, left = naming(corpus), leaving(corpus)
    spelt = called.groupby("entity")["name"].nunique()
    many = spelt[spelt > 1].sort_values(ascending=False, kind="stable")
    return {
        "passages": len(passages(corpus)),
        **names("speakers", tied.get("speaker", ())),
        **names("media", tied.get("medium", ())),
        "matters": len(matters) or None,
        "shown": int(vouched.get("shown", 0)) if len(matters) else None,
        "not_shown": int(vouched.get("not_shown", 0)) if len(matters) else None,
        "nobody": int(vouched.get("nobody", 0)) if len(matters) else None,
        "lost_speakers": int(lost["lost"].eq("speaker").sum()) or None,
        "lost_qualifiers": int(lost["lost"].eq("qualifier").sum()) or None,
        "own_voice": int(called.loc[called["voice"].eq("outlet"), "mentions"].sum()) if len(called) else None,
        "leaving_words": int(left["word"].nunique()) or None,
        "leaving_mentions": int(left["mentions"].sum()) or None,
        "leaving_own": int(left.loc[left["voice"].eq("outlet"), "mentions"].sum()) if len(left) else None,
        "named": int(called["mentions"].sum()) or None,
        **both("spelt", lambda lang: [f"{name(entity, lang)} ({n})" for entity, n in many.items()]),
    }


def reading(corpus: Corpus, hand: Mapping[str, pd.DataFrame]) -> Facts:
    """How far the reader's rows agree with those of a reading by hand, as counts."""
    measures, fields = by_measure(corpus, hand), by_field(corpus, hand)
    right = {f"{row.frame}_{row.field}": f"{row.right} of {row.by_hand}" for row in fields.itertuples()}
    return {
        "found": int(measures["found"].sum()),
        "by_hand": int((measures["found"] + measures["missed"]).sum()),
        "missed": int(measures["missed"].sum()),
        "extra": int(measures["extra"].sum()),
        **right,
    }


def intake(corpus: Corpus) -> Facts:
    """What came in and what became of it, as counts: reports read and not, their forms, repetitions, days, numbers."""
    read = corpus.readable
    known = read["published_low"].notna() & read["published_high"].notna()
    forms = read["encoding"].value_counts()
    return {
        "reports": len(read) or None,
        "problems": len(corpus.reports) - len(read),
        "forms": [f"{form} ({n})" for form, n in forms.items()],
        "repeated": len(duplicates(corpus)),
        "dated": int(known.sum()),
        "numerals": len(corpus.ledger),
        "unread": int(corpus.ledger["became"].eq("unread").sum()),
        "claims": len(corpus.claims),
        "concerned": concerns(corpus)["id"].nunique(),
    }


def runs(speed: pd.DataFrame) -> Facts:
    """What the shortest and the longest whole run in a table of costs (see `data.speed`) took: how memory grows.

    >>> table = pd.DataFrame({"what": "whole", "reports": [9, 900], "per_second": [60.2, 66.7], "megabytes": [34, 35]})
    >>> [runs(table)[fact] for fact in ("longest_reports", "longest_rate", "shortest_megabytes")]
    [900, 67, 34]
    """
    whole = speed[speed["what"].eq("whole")].sort_values("reports", kind="stable")
    columns = {"reports": "reports", "rate": "per_second", "megabytes": "megabytes"}
    return {
        f"{end}_{fact}": round(whole[column].iloc[at]) if len(whole) else None
        for end, at in (("shortest", 0), ("longest", -1))
        for fact, column in columns.items()
    }
