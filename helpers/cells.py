"""Cells that a spreadsheet would run are made text: people open these files with programs that calculate."""

from typing import overload

import pandas as pd

RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
MADE_TEXT = "'"


@overload
def neutral(value: str) -> str: ...
@overload
def neutral(value: object) -> object: ...
def neutral(value: object) -> object:
    """The value; a text that begins as a formula does, spaces and marks of direction aside, gets an apostrophe before.

    After OWASP, *CSV Injection*. Numbers are no texts and stay.

    >>> neutral('=HYPERLINK("http://x")'), neutral("38 قتيلا"), neutral(-1.5)
    ('\\'=HYPERLINK("http://x")', '38 قتيلا', -1.5)
    """
    if not isinstance(value, str) or not value:
        return value
    first = value.lstrip(" \u00a0\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff")[:1]
    return MADE_TEXT + value if first in RUNS and first else value


def neutral_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with every text cell, and every column's name, neutral.

    >>> neutral_frame(pd.DataFrame({"a": ["+1", "1"], "b": [-1, 1]})).to_numpy().tolist()
    [["'+1", -1], ['1', 1]]
    """
    texts = [name for name in frame if frame[name].dtype == object or pd.api.types.is_string_dtype(frame[name])]
    return frame.assign(**{name: frame[name].map(neutral, na_action="ignore") for name in texts}).rename(
        columns=neutral
    )
