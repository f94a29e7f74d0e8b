"""What sentences about the reading say, as values: what reports share or lose, what was made of them, and how well."""

from collections.abc import Mapping
from typing import Protocol

import pandas as pd

from helpers.assemble import Corpus
from helpers.charts.words import briefly, say, within, word
from helpers.tables import (
    by_field,
    by_measure,
    concerns,
    counted,
    disagreements,
    duplicates,
    hedges,
    independence,
    leaving,
    naming,
    nearness,
    outcomes,
    ties,
)
from helpers.tables.base import LINKS
from helpers.wording import SAID, Facts, both, numbered, tallied

WEAKEST = 3  # fields that a sentence names
LOSSES = [f"{lost}_{where}" for lost in ("speaker", "qualifier") for where in ("headline", "link")]


class Field(Protocol):
    """A row of `tables.by_field`."""

    field: str
    right: int
    by_hand: int


def differences(corpus: Corpus) -> Facts:
    """Speakers and media that reports share, whose word each matter rests on, and names and hedges.

    >>> from helpers import parse
    >>> facts = differences(parse([("a", "قال متحدث باسم الجيش إن نحو 12 قتلوا."), ("b", "مقتل 12\\n\\nقتل 12.")]))
    >>> facts["items"], facts["shared"], facts["in_heads"]
    (2, 0, 1)
    """
    matters, shared, lost = independence(corpus), ties(corpus), hedges(corpus)
    loud, in_heads = lost.attrs["said_aloud"], lost.attrs["in_heads"]
    vouched = matters["independence"].value_counts()
    tied = {tie: rows.groupby("name", sort=False)["report"].nunique() for tie, rows in shared.groupby("tie")}
    called, left = naming(corpus), leaving(corpus)
    spelt = called.groupby("entity")["name"].nunique()
    return {
        "reports": len(corpus.readable) or None,
        "items": len(corpus.items) or None,
        "shared": len(tied.get("speaker", ())),
        **both("speakers", lambda lang: numbered(tied.get("speaker", {}), lang)),
        **both("media", lambda lang: numbered(tied.get("medium", {}), lang)),
        "matters": len(matters) or None,
        "shown": int(vouched.get("shown", 0)) if len(matters) else None,
        "not_shown": int(vouched.get("not_shown", 0)) if len(matters) else None,
        "nobody": int(vouched.get("nobody", 0)) if len(matters) else None,
        "loud": loud or None,
        "in_heads": in_heads if loud else None,
        "in_links": loud - in_heads if loud else None,
        "in_headlines": lost[~lost["bare_section"].isin(LINKS)]["bare_claim"].nunique() if loud else None,
        "lost_links": lost[lost["bare_section"].isin(LINKS)]["bare_claim"].nunique() if loud else None,
        **(_losses(lost) if loud else dict.fromkeys(LOSSES)),
        "called": len(spelt) or None,
        "renamed": int(spelt.gt(1).sum()) if len(spelt) else None,
        "own_voice": int(called.loc[called["voice"].eq("outlet"), "mentions"].sum()) if len(called) else None,
        "leaving_words": int(left["word"].nunique()) or None,
        "leaving_mentions": int(left["mentions"].sum()) or None,
        "leaving_own": int(left.loc[left["voice"].eq("outlet"), "mentions"].sum()) if len(left) else None,
        "named": int(called["mentions"].sum()) or None,
    }


def _losses(lost: pd.DataFrame) -> Facts:
    """How often a speaker or a hedge is left out, in headlines apart from links, which may be of another story."""
    where = lost["bare_section"].isin(LINKS).map({True: "link", False: "headline"})
    counted = (lost["lost"] + "_" + where).value_counts()
    return {key: int(counted.get(key, 0)) for key in LOSSES}


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


def parts(corpus: Corpus) -> Facts:
    """How many paragraphs reports have, how many links and captions, and the lines that stand twice in one report.

    >>> from helpers import parse
    >>> parts(parse([("a", "\\n\\n".join(["عاد الهدوء إلى المدينة."] * 2))]))["twice"]
    1
    """
    lines = corpus.sections.assign(words=corpus.sections["quote"].str.strip())
    twice, links = lines[lines.duplicated(["report", "words"])], lines["kind"].isin(LINKS)
    return {
        "links": int(links.sum()),
        "body": int(lines["kind"].eq("body").sum()),
        "twice": len(twice) or None,
        "twice_links": int(links[twice.index].sum()),
    }


def kinds(corpus: Corpus) -> Facts:
    """How many kinds of figure there are, and which of them more than one report gives.

    >>> from helpers import parse
    >>> kinds(parse([("a", "قتل ثلاثة وأصيب خمسة."), ("b", "قتل أربعة.")]))
    {'kinds': 2, 'alone': 1, 'shared_en': 'Killed', 'shared_ar': 'قتلى'}
    """
    reports = counted(corpus).groupby("measure", sort=False)["report"].nunique()
    shared = reports[reports.gt(1)].index
    return {
        "kinds": len(reports) or None,
        "alone": int(reports.eq(1).sum()),
        **both(
            "shared", lambda lang: briefly([word("measure", measure, lang) for measure in shared], lang, SAID) or None
        ),
    }


def became(corpus: Corpus) -> Facts:
    """What the numerals of the texts became, each kind with its number.

    >>> from helpers import parse
    >>> became(parse([("a", "قتل ثلاثة جنود أمس.")]))["became_en"]
    ['part of a claim (1)']
    """
    return tallied("became", "became", dict(outcomes(corpus).itertuples(index=False)))


def reading(corpus: Corpus, hand: Mapping[str, pd.DataFrame]) -> Facts:
    """How far the reader's rows agree with those of a reading by hand, as counts.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قال متحدث أمس إن ثلاثة قتلوا. وأصيب خمسة.")])
    >>> claims = corpus.claims.head(1).assign(best=4.0, also=None, when=None)
    >>> acts = corpus.attributions.rename(columns={"source": "canonical_source"})
    >>> facts = reading(corpus, {"claims": claims, "attributions": acts, "dates": corpus.times})
    >>> facts["found"], facts["missed"], facts["extra"], facts["differences"]
    (1, 0, 1, 1)
    """
    measures, fields, differ = by_measure(corpus, hand), by_field(corpus, hand), disagreements(corpus, hand)
    speakers = differ[differ["frame"].eq("claims") & differ["field"].eq("speaker")]
    days = nearness(corpus, hand).set_index("field").loc["event_days"]
    weakest = fields.sort_values("reader_recall", kind="stable").head(WEAKEST)
    gone = measures[measures["missed"].gt(0)].set_index("measure")["missed"]
    return {
        "found": int(measures["found"].sum()),
        "by_hand": int((measures["found"] + measures["missed"]).sum()),
        "missed": int(measures["missed"].sum()),
        "extra": int(measures["extra"].sum()),
        "differences": len(differ),
        "given": int((speakers["hand"].isna() & speakers["reader"].notna()).sum()) or None,
        "unnumbered": len(corpus.claims) - len(corpus.numbered) or None,
        "days_same": int(days["same"]),
        "days_given": int(days[["same", "wider", "narrower", "other", "added"]].sum()),
        **tallied("missed_kinds", "measure", gone),
        **both("weakest", lambda lang: [_share(row, lang) for row in weakest.itertuples()]),
    }


def _share(row: Field, lang: str) -> str:
    """A field and how often the reader has it right, of the rows that the hand gives."""
    of = say("naming_of", lang, n=row.by_hand)
    return say("n_of_whom", lang, n=within(word("field", row.field, lang)), who=f"{row.right} {of}")


def intake(corpus: Corpus) -> Facts:
    """What came in and what became of it, as counts: reports read and not, repetitions, days, numbers.

    >>> from helpers import parse
    >>> facts = intake(parse([("a", "قتل ثلاثة أطفال."), ("b", "No Arabic.")]))
    >>> facts["reports"], facts["problems"], facts["claims"], facts["concerned_en"]
    (1, 1, 1, ['about minors (1)'])
    """
    read = corpus.readable
    again, warned = duplicates(corpus), concerns(corpus)
    return {
        "reports": len(read) or None,
        "problems": len(corpus.reports) - len(read),
        "repeated": len(again),
        "to_the_day": int(read["published_low"].eq(read["published_high"]).fillna(False).sum()),
        "numerals": len(corpus.ledger),
        "unread": int(corpus.ledger["became"].eq("unread").sum()),
        "claims": len(corpus.claims),
        **_by_concern(warned),
        "with_persons": warned[warned["persons"].notna()]["id"].nunique() if len(warned) else None,
    }


def _by_concern(warned: pd.DataFrame) -> Facts:
    """How many claims there are of each concern, minors first: they differ in weight, so no number is of them all."""
    counts = warned.groupby("concern", sort=False)["id"].nunique()
    return tallied("concerned", "concern", counts)


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
