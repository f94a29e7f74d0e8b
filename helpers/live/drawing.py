"""Rows of quantities as a browser draws them: places between 0 and 1 on an axis, and everything in words."""

import math
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple, TypedDict

import pandas as pd
from matplotlib.ticker import MaxNLocator

from helpers.charts.dates import DAY, time_ticks, window
from helpers.charts.reports import Dating
from helpers.charts.rows import Row
from helpers.charts.words import Amount, amount, finite, number, say
from helpers.pieces import visible
from helpers.telling import UNITS

ROOM = 1.12  # how far an axis goes on beyond its largest value: room for an arrow
BESIDE = 0.1  # on an axis of days: room for an arrow at either end
TICKS, DAY_TICKS = 5, 6
ENDS = ["low", "high"]
LEADS = ("claims", "claim", "ids", "id")
Place = Callable[[float], float]
Tick = tuple[float, str]


class Mark(TypedDict):
    """Where a quantity lies between 0 and 1, whether it goes on at its ends, whether it is loose."""

    low: float | None
    best: float | None
    high: float | None
    up: bool
    down: bool
    loose: bool


class Bar(TypedDict):
    """A count, from nought to where it ends."""

    bar: float | None


class DrawnRow(TypedDict):
    """A row as a browser shows it; `claims` are those that it leads to, by their places."""

    key: str
    name: str
    detail: str
    words: str
    note: str
    color: str
    hollow: bool
    claims: list[int]
    about: list[str] | None
    mark: Mark | Bar


class DrawnPanel(TypedDict):
    """A panel as a browser shows it: its ticks, and its rows in blocks with a heading each."""

    axis: str
    ticks: list[Tick]
    blocks: list[tuple[str, list[DrawnRow]]]
    mirrored: bool


class Sum(TypedDict):
    """What is added, its sum with a note on it, of how many matters, and why others are left out."""

    what: str
    sum: str
    note: str
    added: int
    left: list[str]


class Drawing(TypedDict):
    """A live chart as a browser shows it."""

    title: str
    lang: str
    panels: list[DrawnPanel]
    status: str
    sums: list[Sum]


class DaysRow(NamedTuple):
    """The possible days of a report, their names and looks."""

    block: str
    name: str
    value: Dating
    color: str
    note: str
    detail: str = ""
    hollow: bool = False


class Panel(NamedTuple):
    """Rows on one axis: what it measures, its scale (linear, log, counts, days), the phrase that adds its unit."""

    rows: Sequence[Row | DaysRow]
    axis: str
    scale: str
    unit: str = ""


def first(panels: list[Panel], most: int) -> list[Panel]:
    """The panels with at most so many rows in all, the first ones.

    >>> [len(part.rows) for part in first([Panel([None] * 3, "", "log"), Panel([None] * 3, "", "log")], 4)]
    [3, 1]
    """
    kept: list[Panel] = []
    for part in panels:
        kept.append(part._replace(rows=part.rows[: most - sum(len(before.rows) for before in kept)]))
    return [part for part in kept if part.rows]


def panel(drawn: Panel, lang: str, places: dict[str, int]) -> DrawnPanel:
    """The panel as JSON: blocks of rows, each row with its mark, and ticks as (place, words).

    `places` gives each claim's place in the list of claims, by its id. Values mirror in Arabic, time does not.

    >>> from types import SimpleNamespace
    >>> value = SimpleNamespace(low=3.0, best=3.0, high=3.0, precision="exact", vague=None, claims="c")
    >>> shown = panel(Panel([Row("a", "b", "", value, "#000")], "People", "linear"), "en", {"c": 7})
    >>> [(block, row["name"], row["words"], row["claims"]) for block, (row,) in shown["blocks"]]
    [('a', 'b', '3', [7])]
    """
    values = [row.value for row in drawn.rows if isinstance(row, Row)]
    days = [row.value for row in drawn.rows if isinstance(row, DaysRow)]
    marks, ticks = _days(days, lang) if drawn.scale == "days" else _values(values, drawn.scale == "log")
    told = [_row(row, mark, drawn, places, lang) for row, mark in zip(drawn.rows, marks, strict=True)]
    blocks = [
        (visible(name), [row for _, row in rows])
        for name, rows in groupby(zip(drawn.rows, told, strict=True), key=lambda pair: pair[0].block)
    ]
    mirrored = lang == "ar" and drawn.scale != "days"
    return {"axis": drawn.axis, "ticks": ticks, "blocks": blocks, "mirrored": mirrored}


def spelled(value: Amount, lang: str) -> str:
    """A quantity in words, with what a vague word stands for: its interval, or the number that the policy puts there.

    >>> from types import SimpleNamespace as Row
    >>> row = Row(low=20.0, best=None, high=99.0, precision="vague", vague="dozens", words="عشرات")
    >>> spelled(row, "en"), spelled(Row(**vars(row) | {"low": 10.0, "best": 10.0, "high": 10.0}), "en")
    ('“dozens” (20–99)', '“dozens” (10)')
    """
    words = amount(value, lang)
    if getattr(value, "precision", None) != "vague":
        return words
    meant = bounds(value.low, value.best, value.high, lang)
    return f"{words} ({meant})" if meant else words


def bounds(low: float | None, best: float | None, high: float | None, lang: str) -> str:
    """The ends of a quantity in one phrase, what is stated between them in brackets; nothing where no end is known.

    >>> bounds(20, None, 99, "en"), bounds(20, None, None, "en"), bounds(9, 12, 15, "en"), bounds(*[None] * 3, "en")
    ('20–99', 'at least 20', '9–15 (12)', '')
    """
    low, best, high = (finite(value)[0] if finite(value) else None for value in (low, best, high))
    if low is not None and high is not None and low < high:
        both = say("range", lang, low=number(low), high=number(high))
        return both if best is None or best in (low, high) else f"{both} ({number(best)})"
    if best is not None:
        return number(best)
    if high is None:
        return "" if low is None else say("at_least", lang, n=number(low))
    return number(high) if low == high else say("at_most", lang, n=number(high))


def _words(row: Row | DaysRow, unit: str, lang: str) -> str:
    """The quantity in words with its unit; nothing for a row of days."""
    if isinstance(row, DaysRow):
        return ""
    words, unit = spelled(row.value, lang), unit or UNITS.get(getattr(row.value, "measure", ""), "")
    return say(unit, lang, n=words) if unit else words


def _row(row: Row | DaysRow, mark: Mark, drawn: Panel, places: dict[str, int], lang: str) -> DrawnRow:
    value, words = row.value, _words(row, drawn.unit, lang)
    nowhere = mark["low"] is mark["best"] is mark["high"] is None
    claims = _leads(value, places)
    evidence = [getattr(value, f"dating_evidence{end}", None) for end in ("_ar", "")]
    known = [visible(words) for words in evidence if isinstance(words, str)]
    return {
        "key": f"{getattr(value, 'Index', '')}/{claims}",
        "name": visible(row.name),
        "detail": visible(row.detail),
        "words": visible(words),
        "note": visible(" · ".join(filter(None, [say("no_number", lang) if nowhere else "", row.note]))),
        "color": row.color,
        "hollow": row.hollow,
        "claims": claims,
        "about": known if len(known) == len(evidence) else None,
        "mark": {"bar": mark["best"]} if drawn.scale == "counts" else mark,
    }


def _leads(value: object, places: dict[str, int]) -> list[int]:
    """The claims that a table's row stands for, in whichever column it names them."""
    for listed in (getattr(value, column, None) for column in LEADS):
        found = [places[name] for name in listed.split() if name in places] if isinstance(listed, str) else []
        if found:
            return found
    return []


def _values(rows: list[Amount], log: bool) -> tuple[list[Mark], list[Tick]]:
    """Marks on an axis of values from nought, or of powers of ten from the one below the least value."""
    known = [value for row in rows for value in finite(row.low, row.best, row.high)]
    top = max(known, default=1.0) or 1.0
    if log:
        first = math.floor(math.log10(max(min((value for value in known if value > 0), default=1.0), 1.0)))
        far = math.log10(max(top, 10.0 ** (first + 1))) - first
        ticks = [float(10**k) for k in range(first, first + int(far * ROOM) + 1)]
        marks = [_mark(row, lambda x: _share((math.log10(x) - first) / far) if x > 0 else 0.0) for row in rows]
        return marks, [(_share(k / far), number(tick)) for k, tick in enumerate(ticks)]
    whole = all(float(value).is_integer() for value in known)
    ticks = [tick for tick in MaxNLocator(TICKS, integer=whole).tick_values(0, top) if 0 <= tick <= top * ROOM]
    marks = [_mark(row, lambda x: _share(x / top)) for row in rows]
    return marks, [(_share(tick / top), number(round(tick, 6))) for tick in ticks]


def _share(x: float) -> float:
    return max(0.0, float(x)) / ROOM


def _mark(value: Amount, place: Place) -> Mark:
    """Where a quantity lies, and at which of its ends it goes on."""
    low, best, high = (place(finite(end)[0]) if finite(end) else None for end in (value.low, value.best, value.high))
    return {
        "low": low,
        "best": best,
        "high": high,
        "up": low is not None and high is None,
        "down": high is not None and low is None,
        "loose": value.precision in ("vague", "approximate"),
    }


def _days(rows: list[Dating], lang: str) -> tuple[list[Mark], list[Tick]]:
    """Marks on an axis of the days that the record leaves, where it leaves any; what lies beyond goes past the end."""
    known = pd.DataFrame([(row.basis, row.date_low, row.date_high) for row in rows], columns=["basis", *ENDS]).astype(
        dict.fromkeys(ENDS, "datetime64[s]")
    )
    record = known[known["basis"].eq("record")]
    drawn = record if record[ENDS].notna().any(axis=None) else known
    if not drawn[ENDS].notna().any(axis=None):
        open_ended: Mark = {"low": BESIDE, "best": None, "high": 1 - BESIDE, "up": True, "down": True, "loose": True}
        return [open_ended] * len(rows), []
    first, last = window(drawn["low"], drawn["high"], pad=0.25)

    def place(day: pd.Timestamp) -> float:
        share = float((day - first) / (last - first))
        return BESIDE + (1 - 2 * BESIDE) * min(1.0, max(0.0, share))

    def mark(value: Dating) -> Mark:
        low, high = value.date_low, value.date_high
        return {
            "low": place(first if pd.isna(low) else low),
            "best": None,
            "high": place(last if pd.isna(high) else high + DAY),
            "down": bool(pd.isna(low) or low < first),
            "up": bool(pd.isna(high) or high + DAY > last),
            "loose": value.basis == "text",
        }

    return [mark(row) for row in rows], [(place(day), words) for day, words in time_ticks(first, last, lang, DAY_TICKS)]
