"""Figures told in families, and what one stated ratio of people to a family would make of them: only where asked."""

from typing import NamedTuple

import pandas as pd

from helpers import data
from helpers.assemble import Corpus
from helpers.tables.base import labelled, spoken


class Household(NamedTuple):
    """People counted in households on one day, by the document that gives both counts."""

    people: float
    households: float
    day: pd.Timestamp
    document: str

    @property
    def size(self) -> float:
        """People to a household.

        >>> Household(51.0, 10.0, pd.Timestamp("2020-05-11"), "a letter").size
        5.1
        """
        return self.people / self.households


def household() -> Household:
    """OCHA's count of people and of households in Al-Hol camp, of the last day that has both.

    >>> round(household().size, 2)
    3.44
    """
    counts = data.ocha().pivot_table(values="best", index=["date_high", "document"], columns="measure", sort=True)
    both = counts.dropna(subset=["camp_population", "camp_households"]).iloc[-1]
    return Household(float(both["camp_population"]), float(both["camp_households"]), *both.name)


def families(corpus: Corpus, people_per_family: float | None = None) -> pd.DataFrame:
    """Every figure told in families, as told; with a ratio as people too (`people_low`, `people_best`, `people_high`).

    Errors: ValueError for a ratio that is not above nought.

    >>> from helpers import parse
    >>> corpus = parse([("a", "نزحت 20 عائلة من البلدة.")])
    >>> families(corpus)["people_best"].tolist(), families(corpus, 4.5)["people_best"].tolist()
    ([<NA>], [90.0])
    """
    if people_per_family is not None and not people_per_family > 0:
        raise ValueError(f"people to a family: {people_per_family!r} is not above nought")
    units = {row["lemma"] for row in corpus.lexicon["nouns"] if row["class"] == "family"}
    claims = corpus.claims[corpus.claims["unit"].isin(units)]
    table = labelled(corpus, claims.assign(words=spoken(corpus, claims)))
    ratio = float("nan") if people_per_family is None else people_per_family
    people = {f"people_{end}": (table[end] * ratio).round() for end in ("low", "best", "high")}
    table = table.assign(**people).replace({float("nan"): pd.NA})
    columns = ["report", "words", "measure", "low", "best", "high", *people, "source", "id"]
    return table[columns].astype(dict.fromkeys(people, "Float64")).reset_index(drop=True)
