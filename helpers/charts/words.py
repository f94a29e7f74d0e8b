"""The words, numbers and days that charts write, in Arabic and English."""

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

import pandas as pd

from helpers.glossing import APART, gloss
from helpers.lexicon import Lexicon, joined, load

IN_TITLE = 4  # quantities that a title names
ALT = 12  # statements that an alt text names; it gives the number of the rest
VERBS = {"event": "happened", "saying": "told", "report": "reported"}  # what happened on a figure's day, by its basis
BOUNDS = {"more_than": "low", "at_least": "low", "less_than": "high", "at_most": "high", "approximate": "best"}
Key = TypeVar("Key")


class Values(Protocol):
    """A row of numbers, each `NA` where the report gives none."""

    low: float
    best: float
    high: float
    precision: str


class Amount(Values, Protocol):
    """A row of numbers with the report's own words for them; it may have `vague`, the class of a vague word."""

    words: str


class Dated(Protocol):
    """A row with days, `NaT` where they are open; it may have `date_basis`, what they are the days of."""

    date_low: pd.Timestamp
    date_high: pd.Timestamp


def say(key: str, lang: str, **values: object) -> str:
    """The chart's own phrase `key` of `lexicons/charts.csv`, filled in.

    Errors: KeyError for a phrase that is not listed, ValueError for a language that the charts don't speak.

    >>> say("claims", "en", n=3), say("claims", "ar", n=3)
    ('Statements: 3', 'الإفادات: 3')
    """
    if lang not in ("ar", "en"):
        raise ValueError(f"charts speak ar and en, not {lang!r}")
    return _phrases(load())[key][lang].format(**values)


def word(column: str, value: str, lang: str) -> str:
    """What the codebook calls a value of a column; the value itself where the codebook has none.

    >>> word("measure", "killed", "ar"), word("measure", "xyz_abc", "en")
    ('قتلى', 'xyz abc')
    """
    row = _found(_codebook, (column, value))
    return row[lang] if row else str(value).replace("_", " ")


def group(key: str, lang: str) -> str:
    """Whom a figure counts: a party by its short name, others as the codebook calls them.

    >>> group("isis", "ar"), group("civilians", "en")
    ('تنظيم الدولة', 'Civilians')
    """
    row = _phrases(load()).get(f"short_{key}")
    return row[lang] if row else word("subject_group", key, lang)


def name(key: str, lang: str) -> str:
    """A party, outlet or person as the word lists spell it in `lang`, short where they can; the key where they don't.

    A speaker whom words only describe is described in English too, where all of them are known.

    >>> name(pd.NA, "en"), name("somebody", "en"), name("مصادر محلية", "en")
    ('Nobody named', 'somebody', 'Local sources')
    """
    if pd.isna(key):
        return say("nobody_named", lang)
    row = _phrases(load()).get(f"short_{key}") or _found(_names, key)
    spelled = (row[lang] if row else gloss(str(key), load()) if lang == "en" else "") or str(key)
    if APART in spelled:  # «مصادر · الجزيرة»: whose sources
        spelled = APART.join(name(part, lang) for part in spelled.split(APART))
    return say("report_name", lang, name=spelled) if spelled.isdecimal() else spelled


def number(value: float) -> str:
    """A number in Western digits, thousands apart.

    >>> number(71500), number(2.5)
    ('71,500', '2.5')
    """
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.6g}"


def amount(row: Amount, lang: str) -> str:
    """A quantity (anything with low, best, high, precision, vague, words) as one would say it.

    A vague word stays the word: in Arabic as the report has it, in English as the codebook translates it.

    >>> from types import SimpleNamespace as Row
    >>> amount(Row(low=71500.0, best=pd.NA, high=pd.NA, precision="more_than", vague=pd.NA, words=pd.NA), "ar")
    'أكثر من 71,500'
    """
    if row.precision == "vague":
        named = word("vague", getattr(row, "vague", pd.NA), lang).lower()
        return str(row.words) if lang == "ar" and pd.notna(row.words) else f"“{named}”"
    if row.precision in BOUNDS and pd.notna(value := getattr(row, BOUNDS[row.precision])):
        key = "about" if row.precision == "approximate" else row.precision
        return say(key, lang, n=number(value))
    if pd.notna(row.low) and pd.notna(row.high) and row.low != row.high:
        return say("range", lang, low=number(row.low), high=number(row.high))
    stated = [value for value in (row.best, row.low, row.high) if pd.notna(value)]
    return number(stated[0]) if stated else str(row.words)


def each_once(rows: pd.DataFrame, lang: str, unit: str = "") -> str:
    """The quantities of a table's rows as a title says them, each once; nothing where they are too many for one.

    `unit` is a phrase of the charts' own that takes the number as `n`.

    >>> row = {"low": 2.0, "best": 2.0, "high": 2.0, "precision": "exact", "vague": pd.NA, "words": "2"}
    >>> each_once(pd.DataFrame([row, row]), "en", "n_km2")
    '2 km²'
    """
    said = list(dict.fromkeys(amount(row, lang) for row in rows.itertuples()))
    told = [say(unit, lang, n=words) if unit else words for words in said]
    return listed(told, lang) if len(told) <= IN_TITLE else ""


def day(when: pd.Timestamp, lang: str, *, year: bool = True) -> str:
    """A day, with Arabic months under both their names.

    >>> day(pd.Timestamp("2019-03-12"), "ar")
    '12 آذار/مارس 2019'
    """
    return f"{when.day} {say(f'month_{when.month}', lang)}" + (f" {when.year}" if year else "")


def days(low: pd.Timestamp, high: pd.Timestamp, lang: str, *, year: bool = True) -> str:
    """A span of days; an end that is not known is said to be open.

    >>> days(pd.Timestamp("2019-03-10"), pd.Timestamp("2019-03-12"), "en"), days(pd.NaT, pd.NaT, "en")
    ('10–12 March 2019', 'Undated')
    """
    if pd.isna(low) and pd.isna(high):
        return say("undated", lang)
    if pd.isna(high):
        return say("from_day", lang, day=day(low, lang, year=year))
    if pd.isna(low):
        return say("until_day", lang, day=day(high, lang, year=year))
    if low == high:
        return day(low, lang, year=year)
    if (low.year, low.month) == (high.year, high.month):
        return say("day_range", lang, low=low.day, high=day(high, lang, year=year))
    return say("span", lang, low=day(low, lang, year=year and low.year != high.year), high=day(high, lang, year=year))


def dated(row: Dated, lang: str) -> str:
    """When a figure is of (its event), or else when it was told or the report of it written, as `date_basis` says.

    A running total with no known end is of the days since its start.

    >>> from types import SimpleNamespace as Row
    >>> day = pd.Timestamp("2020-05-11")
    >>> dated(Row(date_low=day, date_high=day, date_basis="saying"), "en")
    'told 11 May 2020'
    >>> dated(Row(date_low=day, date_high=pd.NaT, date_basis="event"), "en")
    'from 11 May 2020'
    >>> dated(Row(date_low=day, date_high=day, date_basis="report"), "en")
    'in a report of 11 May 2020'
    """
    when = days(row.date_low, row.date_high, lang)
    basis = getattr(row, "date_basis", pd.NA)
    if pd.isna(basis) or (pd.isna(row.date_low) and pd.isna(row.date_high)):
        return when
    if pd.isna(row.date_low) or pd.isna(row.date_high):
        return when if basis == "event" else say(f"{VERBS.get(basis, 'told')}_open", lang, day=when)
    return say(f"{VERBS.get(basis, 'told')}_{'on' if row.date_low == row.date_high else 'within'}", lang, day=when)


def within(words: str) -> str:
    """Words that begin with a capital, for the middle of a sentence; abbreviations stay.

    >>> within("The word's whole range"), within("ACLED's estimate")
    ("the word's whole range", "ACLED's estimate")
    """
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def listed(parts: Sequence[str], lang: str) -> str:
    """Phrases in a row.

    >>> listed(["a", "b"], "ar")
    'a، b'
    """
    return say("comma", lang).join(part for part in parts if part)


def briefly(parts: Sequence[str], lang: str, most: int, *, apart: str = "comma") -> str:
    """Phrases in a row, as many as are wanted, then how many there are besides.

    >>> briefly(["a", "b", "c"], "en", 2), briefly(["a", "b"], "en", 2)
    ('a, b, and 1 more', 'a, b')
    """
    more = len(parts) - most
    kept = [*parts[:most], *([say("counted_more", lang, n=more)] if more > 0 else [])]
    return say(apart, lang).join(kept)


def finite(*values: float | None) -> list[float]:
    """The values that are numbers.

    >>> finite(1, pd.NA, 3.5)
    [1.0, 3.5]
    """
    return [float(value) for value in values if value is not None and pd.notna(value) and math.isfinite(value)]


def _found(index: Callable[[Lexicon], dict[Key, dict[str, str]]], key: Key) -> dict[str, str] | None:
    """What our lists say of a key, or else those of a user: nobody but these knows a party that the user has added."""
    return next((row for lexicon in (load(), *joined()) if (row := index(lexicon).get(key))), None)


@lru_cache(maxsize=16)
def _phrases(lexicon: Lexicon) -> dict[str, dict[str, str]]:
    return {row["key"]: row for row in lexicon["charts"]}


@lru_cache(maxsize=16)
def _codebook(lexicon: Lexicon) -> dict[tuple[str, str], dict[str, str]]:
    return {(row["column"], row["value"]): row for row in lexicon["codebook"]}


@lru_cache(maxsize=16)
def _names(lexicon: Lexicon) -> dict[str, dict[str, str]]:
    """Spellings of parties under their keys, and of everyone else under their Arabic name."""
    known = {row["entity"]: {"ar": row["entity"], "en": row["entity_en"]} for row in lexicon["entities"]}
    return known | {row["party"]: row for row in lexicon.tables.get("parties", ())}
