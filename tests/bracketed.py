"""Tables of cases in `tests/gold/`: a text with the expected spans in square brackets, and what stands in each."""

import csv
from pathlib import Path

GOLD = Path(__file__).parent / "gold"


def cases(name: str) -> list[tuple[str, list[tuple[int, int]], list[str]]]:
    """The rows of a table: the text without its brackets, the spans they held, and the readings between bars."""
    with (GOLD / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return [(*unbracketed(text), read.split(" | ") if read else []) for text, read in rows]


def unbracketed(marked: str) -> tuple[str, list[tuple[int, int]]]:
    text, spans, begun = "", [], 0
    for char in marked:
        if char == "[":
            begun = len(text)
        elif char == "]":
            spans.append((begun, len(text)))
        else:
            text += char
    return text, spans
