"""What sentences about the reading say, as values: what reports share or lose, what was made of them, and how well."""

from collections.abc import Mapping

import pandas as pd

from helpers.assemble import Corpus
from helpers.charts.words import briefly, name, word
from helpers.tables import (
    by_field,
    by_measure,
    concerns,
    counted,
    duplicates,
    hedges,
    independence,
    leaving,
    naming,
    passages,
    ties,
)
from helpers.wording import SAID, Facts, both, names


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


def bookkeeping(corpus: Corpus) -> Facts:
    """How claims, figures and numerals differ in number, with a word of each kind from the reports.

    >>> from helpers import parse
    >>> facts = bookkeeping(parse([("a", "قتل 20 ألف شخص. مقتل مسلحين في غارة.")]))
    >>> facts["claims"], facts["figures"], facts["unnumbered"], facts["of_figures"], facts["twofold"]
    (2, 1, 1, 2, 1)
    """
    figures, ledger = corpus.numbered, corpus.ledger
    others = corpus.claims[corpus.claims["number_text"].isna()]
    numerals = figures["id"].map(ledger["row"].value_counts()).fillna(0)
    twofold, bare = figures[numerals.gt(1)], figures[numerals.eq(0)]
    return {
        "claims": len(corpus.claims) or None,
        "figures": len(figures),
        "unnumbered": len(others) or None,
        "some": min(others["quote"], key=len, default=None),
        "numerals": len(ledger),
        "of_figures": int(ledger["became"].eq("claim").sum()) or None,
        "twofold": len(twofold) or None,
        "twofold_words": twofold["number_text"].head(1).tolist(),
        "bare": len(bare) or None,
        "bare_words": bare["number_text"].head(1).tolist(),
    }


def kinds(corpus: Corpus) -> Facts:
    """How many kinds of figure there are, and which of them more than one report gives."""
    reports = counted(corpus).groupby("measure", sort=False)["report"].nunique()
    shared = reports[reports.gt(1)].index
    return {
        "kinds": len(reports) or None,
        "alone": int(reports.eq(1).sum()),
        **both(
            "shared", lambda lang: briefly([word("measure", measure, lang) for measure in shared], lang, SAID) or None
        ),
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
