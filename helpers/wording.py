"""Amounts, sides and tellers in the words of a sentence, in English and in Arabic; hedges stay with their numbers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

import pandas as pd

from helpers.charts.words import Amount, Dated, amount, briefly, dated, days, name, say, within, word
from helpers.charts.words import listed as in_line
from helpers.lexicon import load
from helpers.prose import shown
from helpers.tables.links import Teller

LANGUAGES = ("en", "ar")
Facts = dict[str, object]  # what a template is filled in with, by its names
SAID = 8  # amounts in a sentence; what goes beyond is a number of its own


class Published(Amount, Dated, Protocol):
    """A row with an amount, its days, who tells of it and where it was printed."""

    source: str
    outlet: str
    report: str


def both(key: str, value: Callable[[str], object]) -> Facts:
    """A value in both languages, under `key_en` and `key_ar`.

    >>> both("word", {"en": "dead", "ar": "قتلى"}.get)
    {'word_en': 'dead', 'word_ar': 'قتلى'}
    """
    return {f"{key}_{lang}": value(lang) for lang in LANGUAGES}


def names(key: str, keys: Iterable[str]) -> Facts:
    """Parties, bodies or persons by their names.

    >>> names("who", ["un", pd.NA])["who_en"]
    ['UN']
    """
    return both(key, lambda lang: [name(one, lang) for one in keys if pd.notna(one)])


def said(key: str, rows: pd.DataFrame, unit: str | None = None) -> Facts:
    """The amounts of a table's rows in words, once each, with a unit where one is named.

    >>> row = {"low": 2.0, "best": 2.0, "high": 2.0, "precision": "exact", "vague": pd.NA, "words": "2"}
    >>> said("held", pd.DataFrame([row, row]), "n_km2")["held_en"]
    ['2 km²']
    """
    return both(key, lambda lang: amounts_of(rows, lang, unit))


def by_side(key: str, rows: pd.DataFrame) -> Facts:
    """Tolls in words, each side's dead apart, and apart by the party that tells of them; None for no rows.

    >>> from helpers import parse, tables
    >>> corpus = parse([("a", "أعلن الجيش التركي مقتل ثلاثة من جنوده.")])
    >>> by_side("dead", tables.casualties(corpus))["dead_en"]
    'Turkey: 3'
    """
    whose = rows["of_party"].fillna(rows["subject_group"]).fillna("people").astype(object)
    teller = rows["speaker_party"].fillna("").astype(object)

    def words(lang: str) -> str | None:
        sides = rows.groupby([whose, teller], sort=False)
        told = [_side(side, group, party, lang) for (group, party), side in sides]
        return briefly(told, lang, SAID, apart="semicolon") or None

    return both(key, words)


def _side(side: pd.DataFrame, group: str, party: str, lang: str) -> str:
    known, amounts = pd.notna(side["of_party"].iloc[0]), shown(amounts_of(side, lang), lang)
    who = name(group, lang) if known else word("subject_group", group, lang)
    if party and party != group:
        return say("toll_by", lang, group=who, party=name(party, lang), amounts=amounts)
    return say("toll_of", lang, group=who, amounts=amounts)


def chain_line(chain: Sequence[Teller], lang: str) -> str:
    """A chain of tellers on one line, the outlet first, each with its party in brackets where its name does not say it.

    >>> chain_line([Teller("a", "outlet", None), Teller("رويترز", "medium", None)], "en")
    'a ← Reuters'
    """
    return say("chain_link", lang).join(_teller(teller, lang) for teller in chain)


def _teller(teller: Teller, lang: str) -> str:
    words, party = name(teller.name, lang), _side_of(teller, lang)
    return say("teller_of", lang, who=words, party=party) if party else words


def _side_of(teller: Teller, lang: str) -> str:
    """The party that a teller speaks for, where its name does not say it."""
    if not teller.party:
        return ""
    party = name(teller.party, lang)
    own = [row for row in load()["entities"] if row["kind"] == "party" and row["party"] == teller.party]
    whole = [row[lang] for row in load()["parties"] if row["party"] == teller.party]
    named = {party, *whole, *(row["entity_en" if lang == "en" else "form"] for row in own)}
    return "" if any(one in name(teller.name, lang) for one in named) else party


def numbered(counts: Mapping[str, int] | pd.Series, lang: str) -> list[str]:
    """Names, each with its number in brackets behind it.

    >>> numbered({"un": 2}, "en")
    ['UN (2)']
    """
    return [f"{name(key, lang)} ({n})" for key, n in counts.items()]


def listed(key: str, values: list[str]) -> Facts:
    """Names that are the same in both languages, the first of many and the number of the rest.

    >>> listed("open", [str(n) for n in range(10)])["open_en"][-1]
    'and 2 more'
    """
    return both(key, lambda lang: _first(values, lang))


def tallied(key: str, column: str, counts: Mapping[str, object]) -> Facts:
    """The values of one of the codebook's columns, each with its number in brackets behind it.

    >>> tallied("became", "became", {"claim": 3, "time": "2 of 5"})["became_en"]
    ['part of a claim (3)', 'a time (2 of 5)']
    """

    def words(lang: str) -> list[str]:
        return [say("n_of_whom", lang, n=within(word(column, v, lang)), who=n) for v, n in counts.items()]

    return both(key, words)


def said_when(key: str, rows: pd.DataFrame, unit: str) -> Facts:
    """The amounts of a table's rows as `said` has them, and with who tells of them and when under `key_told`."""
    return said(key, rows, unit) | told_when(f"{key}_told", rows, unit)


def told_when(key: str, rows: pd.DataFrame, unit: str | None = None) -> Facts:
    """Each amount, with a unit where one is named, and in brackets who tells of it and when, by day; None for no rows.

    Where no speaker is named, that is said, and the outlet, or else the report, with its days.

    >>> day = pd.Timestamp("2020-05-11")
    >>> row = {"low": 2.0, "best": 2.0, "high": 2.0, "precision": "exact", "date_low": day, "date_high": day}
    >>> row |= {"source": pd.NA, "outlet": "رويترز", "report": "a", "date_basis": "report"}
    >>> told_when("held", pd.DataFrame([row]), "n_km2")["held_en"]
    '2 km² (nobody named; Reuters, 11 May 2020)'
    """

    def words(row: Published, lang: str) -> str:
        n = amount(row, lang)
        return say("n_of_whom", lang, n=say(unit, lang, n=n) if unit else n, who=by_whom(row, lang))

    return _in_a_row(key, rows.sort_values(["date_low", "date_high"], kind="stable"), words)


def by_whom(row: Published, lang: str) -> str:
    """The speaker with the party, and when; or that nobody is named, and where and when it stands."""
    if pd.notna(row.source):
        party = getattr(row, "party", pd.NA)
        side = _side_of(Teller(row.source, "speaker", None if pd.isna(party) else party), lang)
        return in_line([name(row.source, lang), side, within(dated(row, lang))], lang)
    printed = row.outlet if pd.notna(row.outlet) else row.report
    of_report = getattr(row, "date_basis", "report") == "report"
    when = within(days(row.date_low, row.date_high, lang) if of_report else dated(row, lang))
    nobody = within(name(pd.NA, lang))
    return briefly([nobody, in_line([name(printed, lang), when], lang)], lang, SAID, apart="semicolon")


def _in_a_row(key: str, rows: pd.DataFrame, words: Callable[[Any, str], str]) -> Facts:
    """Each row in words, once each, the first of many and the number of the rest; None for no rows."""

    def told(lang: str) -> str | None:
        each = list(dict.fromkeys(words(row, lang) for row in rows.itertuples()))
        return briefly(each, lang, SAID, apart="semicolon") or None

    return both(key, told)


def amounts_of(rows: pd.DataFrame, lang: str, unit: str | None = None) -> list[str]:
    amounts = _first(list(dict.fromkeys(_one_amount(row, lang) for row in rows.itertuples())), lang)
    return [say(unit, lang, n=one) for one in amounts] if unit else amounts


def _one_amount(row: Amount, lang: str) -> str:
    """An amount; one that is part of another says so, so that nobody reads «7 and 2» where two of seven are meant."""
    words = amount(row, lang)
    return words if pd.isna(getattr(row, "part_of", pd.NA)) else say("part_amount", lang, n=words)


def _first(words: list[str], lang: str) -> list[str]:
    more = len(words) - SAID
    return [*words[:SAID], *([say("counted_more", lang, n=more)] if more > 0 else [])]
