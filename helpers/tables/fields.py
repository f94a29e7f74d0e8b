"""What of a row is compared with a reading by hand: each field with its test, and what either side has there."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd

from helpers.glossing import APART

HALF, MOST = 0.5, 0.9
KEPT = 4  # words at either end of a long piece
VALUE = ("low", "best", "high")
Row = Any  # a row of one of several frames, by hand or by the reader: the field names the columns that it has


class Field(NamedTuple):
    """A field: whether a row by hand and one by the reader agree on it, and the columns that hold it in each."""

    name: str
    agree: Callable[[Row, Row], bool]
    by_hand: tuple[str, ...]
    by_reader: tuple[str, ...]
    open: bool = False  # left empty by hand where it does not apply: then not compared
    span: bool = False  # the columns are the two ends of a piece of the report

    def compared(self, row: Row) -> bool:
        return not self.open or pd.notna(getattr(row, self.by_hand[0]))


def told(row: Row, columns: tuple[str, ...]) -> str:
    """What a row has in columns, as words; nothing where all of them are empty.

    >>> from types import SimpleNamespace as Row
    >>> told(Row(low=3, best=pd.NA, high=9.5), VALUE)
    '3 – – – 9.5'
    """
    values = [getattr(row, column) for column in columns]
    return "" if all(map(pd.isna, values)) else " – ".join("–" if pd.isna(value) else _shown(value) for value in values)


def quoted(row: Row, columns: tuple[str, ...], text: str) -> str:
    """The piece of a report that a row marks, its middle left out where it is long; nothing where it marks none.

    >>> from types import SimpleNamespace as Row
    >>> quoted(Row(a=4, b=9), ("a", "b"), "قال إنهم عادوا")
    'إنهم'
    """
    start, end = (getattr(row, column) for column in columns)
    if pd.isna(start):
        return ""
    words = text[start:end].split()
    return " ".join(words if len(words) <= 2 * KEPT else [*words[:KEPT], "…", *words[-KEPT:]])


def same(a: object, b: object) -> bool:
    """Whether two cells are equal, or both missing.

    >>> same(pd.NA, pd.NA), same(3, 3), same(3, pd.NA)
    (True, True, False)
    """
    return bool(pd.isna(a) and pd.isna(b)) or bool(pd.notna(a) and pd.notna(b) and a == b)


def named_alike(a: str, b: str) -> bool:
    """Whether two names are of one speaker: nobody in both, or one holds the words of the other.

    >>> named_alike("مصطفى بالي", "بالي"), named_alike("بالي", pd.NA)
    (True, False)
    """
    if pd.isna(a) or pd.isna(b):
        return bool(pd.isna(a) and pd.isna(b))
    left, right = set(a.split()), set(b.split())
    return left <= right or right <= left


def _shown(value: object) -> str:
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _cells(*columns: str) -> Callable[[Row, Row], bool]:
    return lambda a, b: all(same(getattr(a, column), getattr(b, column)) for column in columns)


def _same_value(a: Row, b: Row) -> bool:
    if a.precision.startswith("vague") and pd.isna(a.low):
        return b.precision == "vague" and pd.isna(b.best)
    return _cells(*VALUE)(a, b)


def _one_party(a: Row, b: Row) -> bool:
    """Whether the doer by hand, a party's key in any case, is that of the reader; nobody in both agrees too."""
    return same(a.actor if pd.isna(a.actor) else a.actor.casefold(), b.actor_party)


def one_place(a: Row, b: Row) -> bool:
    """Whether the places by hand are those of the reader; none in both agrees too.

    >>> from types import SimpleNamespace as Row
    >>> one_place(Row(places="حلب"), Row(place="حلب")), one_place(Row(places="حلب"), Row(place=None))
    (True, False)
    """
    if pd.isna(a.places) or pd.isna(b.place):
        return bool(pd.isna(a.places) and pd.isna(b.place))
    return set(a.places.split(APART)) == set(b.place.split(APART))


def _one_time(a: Row, b: Row) -> bool:
    return same(a.when_low, b.date_low) and same(a.when_high, b.date_high)


def _overlap(a: Row, b: Row) -> float:
    """The share that two contents have in common (Dice)."""
    if pd.isna(b.content_start):
        return 0.0
    inner = max(0, min(a.content_end, b.content_end) - max(a.content_start, b.content_start))
    return 2 * inner / ((a.content_end - a.content_start) + (b.content_end - b.content_start))


def _exact(name: str, *ends: str) -> Field:
    """A field of exact words."""
    return Field(name, _cells(*ends), ends, ends, span=True)


def _content(name: str, share: float) -> Field:
    ends = ("content_start", "content_end")
    return Field(name, lambda a, b: _overlap(a, b) >= share, ends, ends, span=True)


FIELDS = {
    "claims": (
        Field("number", lambda a, b: True, ("number_text",), ("number_text",)),
        Field("value", _same_value, VALUE, VALUE),
        Field("measure", lambda a, b: b.measure in (a.measure, a.also), ("measure",), ("measure",)),
        Field("population", _cells("subject_group"), ("subject_group",), ("subject_group",), open=True),
        Field("doer", _one_party, ("actor",), ("actor_party",)),
        Field("place", one_place, ("place",), ("place",)),
        Field("event_days", _one_time, ("when_low", "when_high"), ("date_low", "date_high")),
        Field("tally", _cells("tally"), ("tally",), ("tally",), open=True),
        Field("speaker", lambda a, b: named_alike(a.source, b.source), ("source",), ("source",)),
    ),
    "attributions": (
        _exact("cue", "cue_start", "cue_end"),
        _exact("source_span", "source_start", "source_end"),
        Field("speaker", lambda a, b: named_alike(a.canonical_source, b.source), ("canonical_source",), ("source",)),
        Field("source_type", _cells("source_type"), ("source_type",), ("source_type",)),
        _content("content_half", HALF),
        _content("content_most", MOST),
    ),
    "times": (
        Field("time", lambda a, b: True, ("expression",), ("quote",)),
        _exact("time_span", "start", "end"),
        Field("days", _cells("date_low", "date_high"), ("date_low", "date_high"), ("date_low", "date_high")),
    ),
}
