"""Tables of territory: what each report says of the ground, and the places it names."""

import pandas as pd

from helpers.assemble import Corpus
from helpers.names import entities
from helpers.tables.base import DAYS, VALUES, labelled, spoken, told

MAPPED = ("town", "area")


def ground(corpus: Corpus) -> pd.DataFrame:
    """Every area and distance told, links to other stories included: they are other words for the same pocket."""
    claims = corpus.claims[corpus.claims["measure"].isin(["area_km2", "distance_km"])]
    table = labelled(corpus, claims.assign(words=spoken(corpus, claims)))
    table["aspect"] = table["aspect"].mask(table["measure"].eq("distance_km"), "distance")
    table = table.rename(columns={"source_party": "party"})
    columns = ["aspect", *VALUES, "unit", "words", "source", "party", "outlet", *DAYS, "report", "section"]
    return table[columns].reset_index(drop=True)


def places(corpus: Corpus) -> pd.DataFrame:
    """The named places that have coordinates, once each, with how often they are named."""
    named = corpus.names[corpus.names["kind"].eq("place") & corpus.names["lat"].notna()]
    named = named[named["precision"].isin(MAPPED)]
    table = named.groupby("entity", sort=False).agg(
        lat=("lat", "first"), lon=("lon", "first"), precision=("precision", "first"), mentions=("id", "size")
    )
    english = {entity: known.english for entity, known in entities(corpus.lexicon).items()}
    table = table.reset_index().astype({"mentions": "Int64"})
    table.insert(1, "entity_en", table["entity"].map(english).astype("string"))
    return table


def areas(corpus: Corpus) -> pd.DataFrame:
    """The different areas said to be still held, in square kilometres, largest first."""
    claims = told(corpus)
    held = claims[claims["measure"].eq("area_km2") & claims["aspect"].eq("held")]
    km2 = held["best"].fillna(held["high"]).fillna(held["low"]).dropna().drop_duplicates().sort_values(ascending=False)
    table = pd.DataFrame({"km2": km2.reset_index(drop=True)})
    return table.assign(
        label_ar=("المساحة: " + table["km2"].map("{:g} كم²".format)).astype("string"),
        label_en=table["km2"].map("{:g} km²".format).astype("string"),
    )
