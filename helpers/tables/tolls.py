"""Tables of the dead and the wounded: each reported matter once, and nothing added that may overlap."""

import pandas as pd

from helpers.assemble import Corpus
from helpers.days import dated
from helpers.matters import UPDATE_WITHIN
from helpers.names import entities
from helpers.schema import Record
from helpers.tables.base import DAYS, VALUES, labelled, signed, spoken, typed, with_policy

CASUALTIES = ("killed", "wounded", "killed_or_wounded")
NO_SIDE = ("civilians", "people", "mixed")  # those a side may have harmed, or that nobody's word places
OF_CLAIM = ("of_party", "stance", "tally", "date_basis", "words", "report", "source", "part_of")
OF_ITEM = ("measure", "subject_group", "place", "mentions", "reports", "independent_parties", "claims")


@signed
def casualties(corpus: Corpus, policy: str = "interval") -> pd.DataFrame:
    """The dead and the wounded, each reported matter once, with the days of the event, the saying or the report.

    `of_party` is the side that they belong to, where the words name one.

    >>> from helpers import parse
    >>> casualties(parse([("a", "قتل ثلاثة وأصيب خمسة.")]))["measure"].tolist()
    ['wounded', 'killed']
    """
    items = corpus.items[corpus.items["measure"].isin(CASUALTIES)]
    claims = dated(corpus.numbered, corpus.reports)
    known = entities(corpus.lexicon)
    party = {entity: row.party for entity, row in known.items() if row.party}
    own = claims["stance"].eq("own_loss").fillna(False) & ~claims["subject_group"].isin(NO_SIDE)
    whose = claims["subject"].map(party).mask(own, claims["source_party"])
    claims = claims.assign(words=spoken(corpus, claims), of_party=whose).set_index("id")
    rows = [_item_row(item, claims) for item in items.to_dict("records")]
    columns = (
        "item measure subject_group of_party place speaker_party stance tally date_basis words mentions reports "
        "independent_parties report source part_of claims"
    )
    table = with_policy(typed(rows, columns, DAYS, VALUES), policy, corpus.lexicon)
    return table.sort_values([*DAYS, "item"], kind="stable", ignore_index=True)


def _item_row(item: Record, claims: pd.DataFrame) -> Record:
    """An item as its first attributed claim words it; its days are those that its claims agree on."""
    members = claims.loc[item["claims"].split()]
    attributed = members[members["source"].notna()]
    first = (attributed if len(attributed) else members).iloc[0]
    known = not pd.isna(item["date_low"])
    return {
        **{key: first[key] for key in (*VALUES, *DAYS, *OF_CLAIM)},
        **{key: item[key] for key in OF_ITEM},
        **({key: item[key] for key in DAYS} if known else {}),
        "item": item["id"],
        "speaker_party": first["source_party"],
    }


@signed
def one_toll(corpus: Corpus) -> pd.DataFrame:
    """The longest run of exact tolls of its own dead that one side gives over several days, with its two readings.

    Whether a toll contains the one before is not said, unless it is tied to a day of its own (tally `flow`). A running
    total is no part of a run, for it says what it contains; nor are tolls of different places, or of days far apart.
    `attrs["readings"]` holds `contained` (each such toll contains those before it) and `separate` (none does).

    >>> from helpers import parse
    >>> texts = [("a", "أعلن الجيش السوري أمس مقتل 3 من جنوده."), ("b", "أعلن الجيش السوري أمس مقتل 5 من جنوده.")]
    >>> run = one_toll(parse(texts, published={"a": "2019-03-11", "b": "2019-03-13"}))
    >>> run["best"].tolist(), run.attrs["readings"]
    ([3.0, 5.0], {'contained': 5.0, 'separate': 8.0})
    """
    tolls = casualties(corpus)
    own = tolls["measure"].eq("killed") & tolls["stance"].eq("own_loss") & tolls["of_party"].notna()
    exact = tolls["precision"].eq("exact") & tolls["tally"].ne("cumulative") & tolls["date_low"].notna()
    sides = tolls[own & exact].groupby("of_party", sort=False)
    run = max((run for _, side in sides for run in _runs(side)), key=len, default=tolls.iloc[:0])
    columns = [*DAYS, *VALUES, "words", "tally", "outlet", "source", "report", "subject_group", "of_party", "claims"]
    table = labelled(corpus, run)[columns].reset_index(drop=True)
    if len(table):
        table.attrs["readings"] = readings(table)
    return table


def _runs(side: pd.DataFrame) -> list[pd.DataFrame]:
    """One side's tolls of one place (or of none that is named), each told soon after the last, on several days.

    A toll smaller than the one before cannot contain it: another run begins.
    """
    places = side["place"].dropna().unique()
    parts = [side[side["place"].isna() | side["place"].eq(place)] for place in places] or [side]
    runs = [run for part in parts for _, run in part.groupby(_breaks(part).cumsum())]
    return [run for run in runs if run["date_low"].nunique() > 1]


def _breaks(tolls: pd.DataFrame) -> pd.Series:
    """Where a toll cannot go on from the one before."""
    running = tolls["best"].where(tolls["tally"].ne("flow"))
    falls = running.lt(running.ffill().shift()).fillna(False)
    return falls | tolls["date_low"].diff().gt(UPDATE_WITHIN)


def readings(tolls: pd.DataFrame) -> dict[str, float]:
    """The two sums a run of tolls allows: later ones containing earlier ones, or all apart.

    >>> readings(pd.DataFrame({"best": [1.0, 3.0, 4.0], "tally": ["unclear", "unclear", "flow"]}))
    {'contained': 7.0, 'separate': 8.0}
    """
    own_day = tolls["tally"].eq("flow")
    running = tolls.loc[~own_day, "best"]
    contained = (running.iloc[-1] if len(running) else 0) + tolls.loc[own_day, "best"].sum()
    return {"contained": float(contained), "separate": float(tolls["best"].sum())}
