"""What a chart's footer says: where its figures come from, of which days, what is not counted or not spelt."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from helpers.arabic import ARABIC
from helpers.charts.words import days, name, say, within, word


def source(table: pd.DataFrame, lang: str, key: str = "source_reports", *, named: Sequence[str] = ()) -> str:
    """What a footer says of where a table comes from, and the days of its reports where the table knows them.

    `named` are the columns whose names are drawn: an English chart says that some are left in Arabic letters.

    >>> table = pd.DataFrame()
    >>> table.attrs["written"] = {"low": "2020-05-11", "high": "2020-05-12", "undated": 1}
    >>> source(table, "en").split(". ")[1]
    'Reports of 11–12 May 2020; undated: 1.'
    """
    drawn = [name(key, lang) for column in named if column in table for key in table[column].dropna().unique()]
    parts = [say(key, lang), _written(table.attrs.get("written"), lang), unspelt(drawn, lang)]
    return " ".join(filter(None, parts))


def unspelt(names: Iterable[str], lang: str) -> str:
    """What a footer says where an English chart writes some of the names in Arabic letters.

    >>> unspelt(["رضا", "Aleppo"], "en"), unspelt(["Aleppo"], "en")
    ('Left in Arabic letters: names that the word lists do not spell in English.', '')
    """
    return say("unspelt", lang) if lang == "en" and any(map(ARABIC.search, names)) else ""


def policy_note(table: pd.DataFrame, lang: str) -> str:
    """What a footer says of a table's vague words that have numbers: the policy that gave them these.

    >>> table = pd.DataFrame({"precision": ["vague"], "low": [20.0], "best": [None]})
    >>> table.attrs["policy"] = "interval"
    >>> policy_note(table, "en"), policy_note(table[:0], "en")
    ("Policy on vague words: the word's whole range.", '')
    """
    vague = table["precision"].eq("vague") & table[["low", "best"]].notna().any(axis=1) if len(table) else pd.Series()
    policy = table.attrs.get("policy")
    return say("policy_note", lang, policy=within(word("policy", policy, lang))) if policy and vague.any() else ""


def figures_only(table: pd.DataFrame, lang: str) -> str:
    """What a footer says of claims that give no number, where the table's reports hold some and figures are counted.

    >>> table = pd.DataFrame(); table.attrs["unnumbered"] = 5
    >>> figures_only(table, "en")
    'A figure is a claim with a number; claims without one: 5.'
    """
    n = table.attrs.get("unnumbered", 0)
    return say("figures_are", lang, n=n) if n else ""


def _written(written: dict[str, Any] | None, lang: str) -> str:
    """The days of the reports, and how many are not dated."""
    if written is None:
        return ""
    undated = say("written_undated", lang, n=written["undated"]) if written["undated"] else ""
    if written["low"] is None:
        return say("written_never", lang) if undated else ""
    when = days(pd.Timestamp(written["low"]), pd.Timestamp(written["high"]), lang)
    return say("written", lang, days=when, undated=undated)
