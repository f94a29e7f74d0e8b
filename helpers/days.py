"""A day for every claim: of the event, else of the saying, else of the report, and which of these it is."""

import pandas as pd


def dated(claims: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """The claims with days for all and a column `date_basis`: event, saying or report.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل ثلاثة أمس.")], published={"a": "2020-05-02"})
    >>> dated(corpus.claims, corpus.reports)["date_basis"].tolist()
    ['event']
    """
    published = reports.set_index("report")[["published_low", "published_high"]]
    report = published.loc[claims["report"]].set_axis(claims.index)
    said, own = claims["stated_low"].notna(), claims["date_low"].notna()
    days = {
        f"date_{end}": claims[f"date_{end}"].where(own, claims[f"stated_{end}"].where(said, report[f"published_{end}"]))
        for end in ("low", "high")
    }
    basis = pd.Series("report", claims.index, dtype="string").mask(said, "saying").mask(own, "event")
    return claims.assign(**days, date_basis=basis)
