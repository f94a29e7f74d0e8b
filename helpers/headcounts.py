"""How many people, of whom and on whose word, as a sentence has it, in English and in Arabic."""

from typing import Protocol

import pandas as pd

from helpers.charts.camp import INSIDE
from helpers.charts.words import amount, briefly, group, name, say, within, word
from helpers.prose import shown
from helpers.wording import SAID, Facts, Published, amounts_of, both, by_whom

UNSAID = ("people", "forces")  # populations that the words leave open


class Counted(Published, Protocol):
    """A row with an amount, what it measures, whom it counts, its days, who tells of it and where it was printed."""

    measure: str
    population: str


def measured(key: str, rows: pd.DataFrame) -> Facts:
    """The amounts of each measure, with what it measures before them.

    >>> row = {"measure": "killed", "low": 2.0, "best": 2.0, "high": 2.0, "precision": "exact"}
    >>> measured("dead", pd.DataFrame([row, row | {"best": 3.0}]))["dead_en"]
    ['killed: 2 and 3']
    """
    kinds = [*rows.groupby("measure", sort=False)]
    return both(
        key, lambda lang: [_what(measure, shown(amounts_of(kind, lang), lang), lang) for measure, kind in kinds]
    )


def told_by(key: str, rows: pd.DataFrame, *, bare: bool = False) -> Facts:
    """Each amount with what it counts, of whom, and in brackets who tells of it and when; None for no rows.

    What one speaker told at one time is told together. `bare` leaves out what is counted.

    >>> day = pd.Timestamp("2020-05-11")
    >>> row = {"measure": "surrendered", "low": 9.0, "best": 9.0, "high": 9.0, "precision": "exact", "party": pd.NA}
    >>> row |= {"date_low": day, "date_high": day, "date_basis": "report", "population": "isis", "report": "a"}
    >>> told_by("out", pd.DataFrame([row | {"source": "رويترز", "outlet": pd.NA}]))["out_en"]
    'surrendered: 9 (ISIS; Reuters, in a report of 11 May 2020)'
    """

    def words(lang: str) -> str | None:
        by_teller: dict[str, list[Counted]] = {}
        for row in rows.itertuples():
            by_teller.setdefault(by_whom(row, lang), []).append(row)
        told = [_together(of_one, teller, lang, bare) for teller, of_one in by_teller.items()]
        return briefly(told, lang, SAID, apart="semicolon") or None

    return both(key, words)


def _together(rows: list[Counted], teller: str, lang: str, bare: bool) -> str:
    """What one speaker told at one time, the speaker in the bracket of a single amount or behind them all."""
    amounts = [amount(row, lang) if bare else _what(row.measure, amount(row, lang), lang) for row in rows]
    whom = [_of_whom(row, lang) for row in rows]
    if len(rows) == 1:
        return say("n_of_whom", lang, n=amounts[0], who=say("semicolon", lang).join(filter(None, [whom[0], teller])))
    told = [say("n_of_whom", lang, n=n, who=who) if who else n for n, who in zip(amounts, whom, strict=True)]
    return say("n_of_whom", lang, n=shown(list(dict.fromkeys(told)), lang), who=teller)


def _of_whom(row: Counted, lang: str) -> str:
    unsaid = pd.isna(row.population) or row.population in (*UNSAID, INSIDE.get(row.measure))
    return "" if unsaid else within(group(row.population, lang))


def _what(measure: str, amounts: str, lang: str) -> str:
    """Amounts with what they measure; of those inside without a colon, for one stands before them."""
    if measure in INSIDE:
        return say(f"estimated_{measure}", lang, n=amounts)
    return f"{within(word('measure', measure, lang))}: {amounts}"


def in_camps(key: str, rows: pd.DataFrame) -> Facts:
    """What each camp holds and what it was made for, never one camp's people beside another's capacity.

    >>> from helpers import parse, tables
    >>> corpus = parse([("a", "يعيش 40 ألف نازح في مخيم الهول.")])
    >>> camps = tables.camp(corpus)
    >>> in_camps("camps", camps[camps["layer"].eq("reports")])["camps_en"]
    'Al-Hol (people: 40,000; nobody named; a, undated)'
    """
    which = rows["place"].fillna(rows["report"]).astype(object)

    def words(lang: str) -> str | None:
        told = [_camp(camp, one, lang) for camp, one in rows.groupby(which, sort=False)]
        return briefly(told, lang, SAID, apart="semicolon") or None

    return both(key, words)


def _camp(camp: str, rows: pd.DataFrame, lang: str) -> str:
    """What is told of one camp, or of those of one report that do not say where they are."""
    kinds = rows.sort_values("measure", ascending=False, kind="stable").groupby("measure", sort=False)
    told = [say(f"in_{measure}", lang, n=shown(amounts_of(kind, lang), lang)) for measure, kind in kinds]
    tellers = list(dict.fromkeys(by_whom(row, lang) for row in rows.itertuples()))
    what = briefly([*told, *tellers], lang, SAID, apart="semicolon")
    return say("in_place", lang, what=what, place=name(camp, lang))


def with_parts(key: str, rows: pd.DataFrame) -> Facts:
    """The amounts of a table's rows, once each, after who tells of them and before their parts; None for no rows.

    «Commanders: 60,000 (of whom 3,000)».

    >>> from helpers import parse, tables
    >>> corpus = parse([("a", "خرج أمس 700 شخص من حلب بينهم 200 طفل.")], published={"a": "2020-05-11"})
    >>> with_parts("out", tables.estimate(corpus))["out_en"]
    'nobody named: 700 (of whom 200 – Civilians)'
    """

    def words(lang: str) -> str | None:
        wholes = rows["whole"].where(rows["whole"].isin(rows["claim"]))
        told = [
            _parted(row, rows[wholes.eq(row.claim).fillna(False)], lang) for row in rows[wholes.isna()].itertuples()
        ]
        return briefly(list(dict.fromkeys(told)), lang, SAID, apart="semicolon") or None

    return both(key, words)


def _parted(row: Counted, parts: pd.DataFrame, lang: str) -> str:
    told, teller = amount(row, lang), name(row.source, lang)
    for part in parts.itertuples():
        of_them = amount(part, lang)
        if pd.notna(part.population):
            of_them = say("told_by", lang, what=of_them, by=group(part.population, lang))
        told = say(f"amount_{part.tie}", lang, n=told, part=of_them)
    return say("toll_of", lang, group=within(teller) if pd.isna(row.source) else teller, amounts=told)
