"""Claims of people killed under the column names of the UCDP Georeferenced Event Dataset.

These rows are *claims*, not events: one death told by three is three rows, a toll and its update are two. Nothing
here may be added up or taken for UCDP's coding. Codes of precision follow the UCDP GED codebook (Sundberg and Melander
2013, *Introducing the UCDP Georeferenced Event Dataset*).
"""

import pandas as pd

from helpers import data
from helpers.assemble import Corpus
from helpers.export.flat import as_csv, claims

LEVEL = "claim"
WHERE = {"town": "1", "district": "3", "governorate": "4", "area": "5", "country": "6"}
DAY, DAYS, WEEK, MONTH = 1, 6, 7, 31
UNKNOWN = ("people", "mixed")


def files(corpus: Corpus) -> dict[str, bytes]:
    """`claims-ucdp-names.csv`, its first column saying in every row what it is.

    >>> from helpers import parse
    >>> list(files(parse([("a", "قتل ثلاثة.")])))
    ['claims-ucdp-names.csv']
    """
    return {"claims-ucdp-names.csv": as_csv(table(corpus))}


def table(corpus: Corpus) -> pd.DataFrame:
    """The claims of people killed, told as having happened, in UCDP's columns and some of our own (`isnad_…`).

    What UCDP puts as 0 where nothing is known stays empty.

    >>> from helpers import parse
    >>> told = table(parse([("a", "قتل ثلاثة مدنيين.")])).iloc[0]
    >>> told["isnad_level"], float(told["deaths_civilians"]), told["deaths_unknown"]
    ('claim', 3.0, <NA>)
    """
    told = claims(corpus)
    told = told[told["measure"].eq("killed") & told["status"].eq("event")]
    headlines = corpus.reports.set_index("report")["headline"]
    group = told["subject_group"]
    civilians, unknown = group.eq("civilians").fillna(False), (group.isna() | group.isin(UNKNOWN)).fillna(True)
    one_day = told["published_low"].eq(told["published_high"])
    return told.assign(
        isnad_level=LEVEL,
        year=told["date_low"].dt.year.astype("Int64").where(told["date_low"].dt.year == told["date_high"].dt.year),
        side_a=group.mask(civilians | unknown),
        side_b=told["actor"],
        number_of_sources=1,
        source_article=told["report"],
        source_office=told["outlet"],
        source_date=told["published_low"].where(one_day),
        source_headline=told["report"].map(headlines),
        source_original=told["source"],
        where_prec=told["place_precision"].map(WHERE),
        where_description=told["place"],
        latitude=told["lat"],
        longitude=told["lon"],
        date_prec=_date_prec(told),
        date_start=told["date_low"],
        date_end=told["date_high"],
        deaths_a=told["best"].mask(civilians | unknown),
        deaths_b=pd.NA,
        deaths_civilians=told["best"].where(civilians),
        deaths_unknown=told["best"].where(unknown),
        isnad_quote=told["quote"],
        isnad_tally=told["tally"],
        isnad_part_of=told["part_of"],
        isnad_stance=told["stance"],
    )[[column for frame, column in data.columns() if frame == "ucdp"]].reset_index(drop=True)


def _date_prec(told: pd.DataFrame) -> pd.Series:
    days = (told["date_high"] - told["date_low"]).dt.days + 1
    codes = pd.cut(days, [0, DAY, DAYS, WEEK, MONTH, float("inf")], labels=list("12345"))
    return codes.astype("string")
