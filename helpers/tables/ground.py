"""Tables of territory: what each report says of the ground, and the places it names."""

from math import asin, cos, radians, sin, sqrt

import pandas as pd

from helpers.assemble import Corpus
from helpers.days import dated
from helpers.lexicon import Lexicon
from helpers.names import entities
from helpers.tables.base import DAYS, LINKS, MAPPED, VALUES, labelled, signed, spoken

EARTH_KM = 6371.0


@signed
def ground(corpus: Corpus) -> pd.DataFrame:
    """Every area and distance told, links to other stories included: they are other words for the same pocket.

    `whose` is who holds, took or lost the ground, where that is told: a party's key, or the name of one without a key.

    >>> from helpers import parse
    >>> ground(parse([("a", "استولت قوات الدعم السريع على 12 كيلومترا مربعا.")]))["whose"].tolist()
    ['rsf']
    """
    claims = corpus.numbered[corpus.numbered["measure"].isin(["area_km2", "distance_km"])]
    table = labelled(corpus, dated(claims.assign(words=spoken(corpus, claims)), corpus.reports))
    table["aspect"] = table["aspect"].mask(table["measure"].eq("distance_km"), "distance")
    table = table.rename(columns={"source_party": "party", "id": "claim"})
    table = table.assign(whose=_whose(table, corpus.lexicon))
    columns = [
        "aspect",
        "whose",
        *VALUES,
        "unit",
        "words",
        "source",
        "party",
        "outlet",
        *DAYS,
        "date_basis",
        "report",
        "section",
        "claim",
    ]
    return table[columns].reset_index(drop=True)


def _whose(claims: pd.DataFrame, lexicon: Lexicon) -> pd.Series:
    """Who holds the ground is whom the figure is of; who took or lost it is who did it. Things are nobody."""
    parties = {
        name: known.party or name for name, known in entities(lexicon).items() if known.party or known.kind == "party"
    }
    whom, doer = (claims[column].map(parties).astype("string") for column in ("subject", "actor"))
    aspect = claims["aspect"]
    whose = whom.fillna(doer).where(aspect.eq("held"), doer.where(aspect.eq("taken"), doer.fillna(whom)))
    return whose.where(aspect.isin(["held", "taken", "lost"]))


@signed
def places(corpus: Corpus, within_km: float | None = None) -> pd.DataFrame:
    """The named places that have coordinates, once each, with how often they are named and the ids of the mentions.

    With `within_km` only those so near to the place named most often: the ground that the reports speak of.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قصف الجيش حلب وإدلب والخرطوم. وعادت حلب هادئة.")])
    >>> places(corpus)[["entity_en", "mentions"]].values.tolist()
    [['Aleppo', 2], ['Idlib', 1], ['Khartoum', 1]]
    >>> places(corpus, within_km=100)["entity_en"].tolist()
    ['Aleppo', 'Idlib']
    """
    named = corpus.names[corpus.names["kind"].eq("place") & corpus.names["lat"].notna()]
    named = named[named["precision"].isin(MAPPED)]
    table = named.groupby("entity", sort=False).agg(
        lat=("lat", "first"), lon=("lon", "first"), precision=("precision", "first"), mentions=("id", "size"),
        ids=("id", " ".join),
    )  # fmt: skip
    english = {entity: known.english for entity, known in entities(corpus.lexicon).items()}
    table = table.reset_index().astype({"mentions": "Int64", "ids": "string"})
    table.insert(1, "entity_en", table["entity"].map(english).astype("string"))
    if within_km is None or table.empty:
        return table
    centre = table.loc[table["mentions"].astype(int).idxmax()]
    far = [
        distance_km(centre["lat"], centre["lon"], lat, lon) for lat, lon in zip(table["lat"], table["lon"], strict=True)
    ]
    return table[[km <= within_km for km in far]].reset_index(drop=True)


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The distance between two points in kilometres, on a sphere.

    >>> round(distance_km(0, 0, 0, 1))
    111
    """
    a, b = radians(lat), radians(other_lat)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


@signed
def areas(corpus: Corpus) -> pd.DataFrame:
    """The different areas said to be still held, hedges kept, largest first, and who tells of them.

    >>> from helpers import parse
    >>> table = areas(parse([("a", "يسيطر تنظيم الدولة على نحو أربعة كيلومترات مربعة.")]))
    >>> table[["km2", "precision", "whose"]].values.tolist()
    [[4.0, 'approximate', 'isis']]
    """
    table = ground(corpus)
    held = table[table["aspect"].eq("held") & ~table["section"].isin(LINKS)]
    held = held.assign(km2=held["best"].fillna(held["high"]).fillna(held["low"]))
    held = held.dropna(subset="km2").sort_values("km2", ascending=False, kind="stable")
    held = held.assign(teller=held["outlet"].fillna(held["report"]))
    columns = ["km2", *VALUES, "words", "whose", "teller", "claim"]
    return held.drop_duplicates(["km2", "precision", "whose", "teller"])[columns].reset_index(drop=True)
