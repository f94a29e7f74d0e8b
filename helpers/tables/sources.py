"""Tables about the reports and their speakers: what each counts, when it was written, who gives the figures."""

import pandas as pd

from helpers.assemble import Corpus
from helpers.tables.base import DAYS, VALUES, dtype_of, labelled, signed, spoken, typed

LEFT = [*DAYS, "days", "weekday", "not_months"]
LEFT_OUT = ("other", "other_people")


@signed
def counted(corpus: Corpus) -> pd.DataFrame:
    """How often each report gives a figure of each measure, a row for each wording, with what it says in numbers.

    `doubt` are the words that give it no teller («يُعتقد أن»), `unit` is what it counts.
    Figures of other people and things are left out; `attrs["left_out"]` says how many.

    >>> from helpers import parse
    >>> table = counted(parse([("a", "قتل ثلاثة. وقتل ثلاثة آخرون. وأصيب العشرات.")]))
    >>> table[["measure", "words", "best", "claims"]].values.tolist()
    [['killed', 'ثلاثة', 3.0, 2], ['wounded', 'العشرات', <NA>, 1]]
    """
    others = corpus.numbered["measure"].isin(LEFT_OUT)
    claims = corpus.numbered[~others]
    claims = labelled(corpus, claims.assign(words=spoken(corpus, claims)))
    grouped = claims.groupby(["report", "outlet", "measure", "words"], dropna=False, sort=False)
    said = {column: (column, lambda values: values.iloc[0]) for column in VALUES}
    table = grouped.agg(
        claims=("id", "size"), ids=("id", " ".join), doubt=("doubt", "first"), unit=("unit", "first"), **said
    ).reset_index()
    table = table.astype({column: dtype_of(column) for column in table} | {"claims": "Int64"})
    table.attrs["left_out"] = int(others.sum())
    order = [row["value"] for row in corpus.lexicon["codebook"] if row["column"] == "measure"]
    return table.sort_values(
        ["report", "measure"], key=lambda c: c.map(order.index) if c.name == "measure" else c, ignore_index=True
    )


@signed
def days(corpus: Corpus) -> pd.DataFrame:
    """The days each report can be of: by its text alone, and with the table of public events.

    >>> from helpers import parse
    >>> table = days(parse([("a", "لم يتوقف القصف منذ أمس.")], published={"a": "2020-05-11"}))
    >>> table[["basis", "date_low", "weekday"]].astype(str).values.tolist()
    [['text', nan, 'Monday'], ['record', '2020-05-11', 'Monday']]
    """
    rows = labelled(corpus, corpus.readable)
    text = rows.assign(basis="text", date_low=rows["text_low"], date_high=rows["text_high"])
    record = rows.assign(basis="record", date_low=rows["published_low"], date_high=rows["published_high"])
    table = pd.concat([text, record]).sort_values(["report", "basis"], ascending=[True, False], kind="stable")
    one_day = record.set_index("report").query("date_low == date_high")["date_low"].dt.day_name()
    table["weekday"] = table["report"].map(one_day).astype("string")
    elsewhere = (
        table["basis"].eq("text") & table["date_low"].notna() & table["date_low"].dt.day_name().ne(table["weekday"])
    )
    table["weekday"] = table["weekday"].mask(elsewhere)  # the text leaves the weekday open
    table["basis"] = table["basis"].astype("string")
    return table[["report", "outlet", "basis", *DAYS, "weekday"]].reset_index(drop=True)


@signed
def clues(corpus: Corpus) -> pd.DataFrame:
    """Clue by clue the days left for each report, then what it is dated to: basis `left`, or `stated` by a person.

    `narrows` says whether a clue takes days away that those before it left.

    >>> from helpers import parse
    >>> clues(parse([("a", "قال متحدث اليوم الاثنين إن القصف توقف.")]))[["basis", "narrows", "weekday"]].values.tolist()
    [['text', True, 'monday'], ['left', False, 'monday']]
    """
    rows = labelled(corpus, corpus.clues)
    before = rows.groupby("report", sort=False)[LEFT].shift()
    same = rows[LEFT].eq(before) | (rows[LEFT].isna() & before.isna())
    rows["narrows"] = ~same.fillna(False).all(axis=1)
    read = labelled(corpus, corpus.readable)
    last = read[["report"]].merge(rows.groupby("report", sort=False).tail(1)[["report", "step", *LEFT]], how="left")
    low, high = (read[f"published_{end}"].reset_index(drop=True) for end in ("low", "high"))
    agree = (last["date_low"].eq(low) | (last["date_low"].isna() & low.isna())) & (
        last["date_high"].eq(high) | (last["date_high"].isna() & high.isna())
    )
    result = last.assign(
        outlet=read["outlet"].to_numpy(),
        step=last["step"].fillna(0) + 1,
        basis=agree.map({True: "left", False: "stated"}),
        kept=True,
        narrows=False,
        date_low=low,
        date_high=high,
        days=last["days"].where(agree, (high - low).dt.days + 1),
        **{column: last[column].where(agree) for column in ("weekday", "not_months")},
    )
    records = pd.concat([rows, result]).sort_values(["report", "step"], kind="stable").to_dict("records")
    return typed(records, "report outlet step basis clue clue_ar kept narrows", LEFT)


@signed
def mouths(corpus: Corpus) -> pd.DataFrame:
    """Figures by the party of who gives them and the kind of source, with the speakers; nobody named is a row.

    >>> from helpers import parse
    >>> table = mouths(parse([("a", "قال متحدث باسم قسد إن ثلاثة قتلوا. وأصيب خمسة مدنيين في مكان آخر.")]))
    >>> table[["party", "source_type", "claims", "speakers"]].values.tolist()
    [['sdf', 'unnamed_official', 1, 'متحدث باسم قسد'], [<NA>, <NA>, 1, <NA>]]
    """
    return mouths_of(corpus.numbered)


def mouths_of(claims: pd.DataFrame) -> pd.DataFrame:
    """The same of some claims only.

    >>> from helpers import parse
    >>> mouths_of(parse([("a", "قتل ثلاثة.")]).claims)["claims"].tolist()
    [1]
    """
    keys = ["source_party", "source_type"]
    heard = claims.groupby(keys, dropna=False, sort=False)["source"]
    speakers = heard.agg(lambda names: "، ".join(names.value_counts().index)).rename("speakers")
    table = _by(claims, keys).merge(speakers.replace("", pd.NA).astype("string").reset_index(), on=keys)
    table = table.rename(columns={"source_party": "party"})
    return table.sort_values("claims", ascending=False, kind="stable", ignore_index=True)


@signed
def chains(corpus: Corpus) -> pd.DataFrame:
    """The ways figures came: from a speaker, through a medium, to an outlet (its report's name where it is unknown).

    >>> from helpers import parse
    >>> table = chains(parse([("a", "قال متحدث باسم الجيش لرويترز إن ثلاثة قتلوا.")]))
    >>> table[["outlet", "via", "source", "claims"]].values.tolist()
    [['a', 'رويترز', 'متحدث باسم الجيش', 1]]
    """
    claims = labelled(corpus, corpus.numbered)
    claims["outlet"] = claims["outlet"].fillna(claims["report"])
    claims["via"] = claims["via"].mask(claims["via"].eq(claims["outlet"]))
    unknown = claims["source_type"].eq("anonymous_sources")
    claims["source"] = claims["source"].mask(unknown, claims["source"] + " · " + claims["outlet"])
    table = _by(claims, ["outlet", "via", "source", "source_party"])
    return table.rename(columns={"source_party": "party"})


def _by(claims: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """How many claims each combination has, and their ids."""
    grouped = claims.groupby(keys, dropna=False, sort=False)["id"]
    return grouped.agg(claims="size", ids=" ".join).reset_index().astype({"claims": "Int64", "ids": "string"})


def outcomes(corpus: Corpus) -> pd.DataFrame:
    """What became of the numerals of the texts, and how many of each.

    >>> from helpers import parse
    >>> outcomes(parse([("a", "قتل ثلاثة جنود في 11 مايو 2020.")])).values.tolist()
    [['time', 2], ['claim', 1]]
    """
    counts = corpus.ledger["became"].value_counts()
    return counts.rename_axis("became").reset_index(name="numerals").astype({"became": "string", "numerals": "Int64"})


def reasons(corpus: Corpus) -> pd.DataFrame:
    """Why numerals of the texts are no claims, and how many of each; an idiom is named.

    >>> from helpers import parse
    >>> reasons(parse([("a", "من جهة ثانية قتل ثلاثة.")])).values.tolist()
    [['an idiom: جهة ثانية', 1]]
    """
    why = corpus.ledger.loc[corpus.ledger["became"].eq("not_a_claim"), "why"].value_counts()
    return why.rename_axis("why").reset_index(name="numerals").astype({"why": "string", "numerals": "Int64"})
