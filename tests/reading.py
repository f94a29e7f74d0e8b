"""The reading by hand, as rows, and how a row of the project's reading matches one of it."""

import csv
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"
GOLD = Path(__file__).parent / "gold" / "seeds"


def rows(table: str) -> list[dict[str, str]]:
    """The rows of one table of the reading: claims, attributions, dates, published."""
    with (GOLD / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number_span(row: dict[str, str]) -> tuple[int, int]:
    """Where the number of a claim stands in the report; the tables hold a plain space for U+00A0."""
    text = (SEEDS / row["report"]).read_bytes().decode("utf-8").replace("\u00a0", " ")
    start = text.index(row["number_text"], int(row["start"]))
    return start, start + len(row["number_text"])


def value(cell: str) -> float | None:
    """A number of the tables; empty is missing."""
    return float(cell) if cell else None
