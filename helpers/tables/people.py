"""Tables of those who left: how many were said to be inside, what followed; the camp, with OCHA's figures apart."""

from collections.abc import Iterable, Iterator

import pandas as pd

from helpers import data
from helpers.assemble import Corpus
from helpers.days import dated
from helpers.tables.base import (
    DAYS,
    MAPPED,
    VALUES,
    counted_noun,
    labelled,
    short_names,
    signed,
    spoken,
    told,
    with_policy,
)
from helpers.tables.tally import TIED, ties
from helpers.triggers import MOVES

STAGES = {
    "fighters_present": "estimate",
    "civilians_present": "estimate",
    "besieged": "estimate",
    **dict.fromkeys(MOVES, "followed"),
}
CAMP = ("camp_population", "camp_capacity")
PARTS = ("part_of", "disputed_composition")  # of the ties of matters those of a part and a whole, told so or disputed
SHOWN = [*VALUES, "words", "source", "party", "outlet", "report", "place", *DAYS, "date_basis", "part_of", "claim"]


def movements(corpus: Corpus, policy: str = "interval") -> pd.DataFrame:
    """Every figure of people inside, leaving or in a camp, in the order of the reports, with its tally kind.

    >>> from helpers import parse
    >>> table = movements(parse([("a", "فر مئات المدنيين من حلب إلى إدلب، بينهم 30 طفلا.")]))
    >>> table[["population", "words", "low", "high", "place_from", "place_to"]].head(1).values.tolist()
    [['civilians', 'مئات', 200.0, 999.0, 'حلب', 'إدلب']]
    """
    claims = corpus.numbered[corpus.numbered["measure"].isin([*STAGES, *CAMP])]
    table = labelled(corpus, claims.assign(words=spoken(corpus, claims)))
    table = table.rename(columns={"source_party": "party", "subject_group": "population"})
    columns = ["report", "outlet", "measure", "population", "words", *VALUES, "tally", "part_of", "source", "party"]
    columns += ["place_from", "place_to", *DAYS, "section", "id"]
    return with_policy(table[columns], policy, corpus.lexicon).reset_index(drop=True)


@signed
def estimate(corpus: Corpus, policy: str = "interval") -> pd.DataFrame:
    """People said to have left before or over a longer time, to be inside, to have come out later.

    A figure without a day of its own takes the day it was said, else the day of its report. Earlier and later go by an
    estimate of those inside, told of the same ground: the place that a report names most. Without one, or without a
    day, people `moved`. A word said twice by one teller in one report is one row. `whole` is the claim that a row is
    part of, `tie` whether the words say so (part_of) or another teller, of what the others were (disputed_composition);
    `counted` are the words for whom its number counts.

    >>> from helpers import parse
    >>> days = {"a": "2020-05-11", "b": "2020-05-14"}
    >>> texts = [("a", "لا يزال 500 مدني محاصرين في حلب."), ("b", "خرج أمس 700 مدني من حلب.")]
    >>> estimate(parse(texts, published=days))[["stage", "ground", "words"]].values.tolist()
    [['estimate', 'حلب', '500'], ['followed', 'حلب', '700']]
    """
    table = _figures(corpus, policy, list(STAGES))
    table.insert(0, "stage", table["measure"].map(STAGES).astype("string"))
    inside, moving = table[table["stage"].eq("estimate")], table["stage"].eq("followed")
    table["ground"] = table["report"].map(_grounds(corpus, inside["report"])).astype("string")
    last = table[table["stage"].eq("estimate")].groupby("ground")["date_high"].max().to_dict()
    estimated = pd.to_datetime(table["ground"].map(lambda ground: last.get(ground, pd.NaT)))
    table["stage"] = table["stage"].mask(moving & ~table["date_low"].gt(estimated), "left")
    unknown = estimated.isna() | table[DAYS].isna().any(axis=1)
    table["stage"] = table["stage"].mask(moving & unknown, "moved")
    table = table.drop_duplicates(["stage", "measure", "population", "words", "source", "report"])
    table = table.join(_wholes(corpus, table["claim"]), on="claim")
    shown = table[["stage", "measure", "population", "ground", *SHOWN, "counted", "tie", "whole"]].reset_index(
        drop=True
    )
    shown.attrs["policy"] = policy
    return shown


def _wholes(corpus: Corpus, claims: pd.Series) -> pd.DataFrame:
    """By claim: another of the claims that it is told or disputed to be part of, and the tie of their matters."""
    listed = {item: [*filter(set(claims).__contains__, of.split())] for item, of in _claims_of(corpus)}
    found = [
        (part, kind, listed[other][0])
        for item, kind, other in ties(corpus.items[TIED].itertuples(index=False, name=None))
        if kind in PARTS and listed.get(other)
        for part in listed[item]
    ]
    table = pd.DataFrame(found, columns=["claim", "tie", "whole"], dtype="string")
    return table.drop_duplicates("claim").set_index("claim")


def _claims_of(corpus: Corpus) -> Iterator[tuple[str, str]]:
    return zip(corpus.items["id"], corpus.items["claims"], strict=True)


def outgrown(table: pd.DataFrame) -> bool:
    """Whether more were said to come out at once than had been said to be inside there, by the rows of `estimate`.

    >>> row = {"stage": "estimate", "ground": "حلب", "best": 500.0, "high": 500.0}
    >>> outgrown(pd.DataFrame([row, row | {"stage": "followed", "best": 700.0}])), outgrown(pd.DataFrame([row]))
    (True, False)
    """
    return bool(len(misfit(table)))


def misfit(table: pd.DataFrame) -> pd.DataFrame:
    """Of each ground where they do not fit: most said to come out at once, and most said to be inside (a sum).

    >>> row = {"stage": "estimate", "ground": "حلب", "best": 5.0, "high": 5.0}
    >>> table = pd.DataFrame([row, row | {"stage": "followed", "best": 9.0}])
    >>> misfit(table)[["out", "inside"]].to_numpy().tolist()
    [[9.0, 5.0]]
    """
    inside, out = table[table["stage"].eq("estimate")], table[table["stage"].eq("followed")]
    bounded = inside.groupby("ground")["high"].agg(inside=lambda high: high.sum(skipna=False), n="size")
    pairs = bounded.join(out.groupby("ground")["best"].max().rename("out"), how="inner")
    return pairs[pairs["out"].gt(pairs["inside"]).fillna(False)].reset_index()


@signed
def camp(corpus: Corpus) -> pd.DataFrame:
    """The camp's population and capacity, with OCHA's counts of the same camp as a layer of their own.

    >>> from helpers import parse
    >>> table = camp(parse([("a", "يضم مخيم الركبان أكثر من 40 ألف نازح.")]))
    >>> table[["measure", "place", "low", "layer"]].values.tolist()
    [['camp_population', 'الركبان', 40000.0, 'reports']]
    """
    columns = ["measure", *SHOWN[:-2], "layer", *SHOWN[-2:]]
    inside = _figures(corpus, "interval", list(CAMP)).assign(layer="reports")[columns]
    outside = _outside(corpus).reindex(columns=columns).astype({column: inside[column].dtype for column in columns})
    return pd.concat([inside, outside], ignore_index=True).astype({"layer": "string"})


def _figures(corpus: Corpus, policy: str, measures: list[str]) -> pd.DataFrame:
    claims = told(corpus)
    claims = claims[claims["measure"].isin(measures)]
    claims = dated(with_policy(claims, policy, corpus.lexicon), corpus.reports)
    table = labelled(corpus, claims.assign(words=spoken(corpus, claims), counted=counted_noun(corpus, claims)))
    return table.rename(columns={"subject_group": "population", "source_party": "party", "id": "claim"})


def _grounds(corpus: Corpus, estimating: Iterable[str]) -> dict[str, str]:
    """What each report mainly speaks of: a place that a report with an estimate names most, else what it names most."""
    named = corpus.names[corpus.names["kind"].eq("place") & corpus.names["precision"].isin(MAPPED)]
    named = named.assign(report=named["report"].map(short_names(corpus)))
    by_report = {report: list(places.value_counts().index) for report, places in named.groupby("report")["entity"]}
    estimated = {by_report[report][0] for report in estimating if report in by_report}
    return {r: next((place for place in places if place in estimated), places[0]) for r, places in by_report.items()}


def _outside(corpus: Corpus) -> pd.DataFrame:
    """OCHA's population counts of the places that the corpus names; no rows for a corpus of elsewhere."""
    table = data.ocha()
    table = table[table["measure"].eq("camp_population") & table["place"].isin(corpus.names["entity"])]
    return table.assign(layer="outside", date_basis="event")
