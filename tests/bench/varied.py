"""Any number of reports made from those in `seeds`: other numbers, places, persons, weekdays, months, day for day.

The same number and seed give the same reports. They are made to measure with, and tell nothing.
"""

import csv
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from helpers import parse
from helpers.lexicon import load
from helpers.text import tokens

SEEDS = Path(__file__).parents[2] / "seeds"
FIRST_DAY, DAYS = date(2012, 1, 1), 3_650
IN_A_FOLDER = 1_000


class Piece(NamedTuple):
    """Words of a report, and what they can be exchanged for: number, weekday, month, place, person or nothing."""

    words: str
    kind: str


class Report(NamedTuple):
    """A report that was made, with the day it is said to be of."""

    name: str
    text: str
    day: date


def reports(count: int, seed: int = 1) -> Iterator[Report]:
    """So many reports."""
    dice, templates, others = random.Random(seed), _templates(), _others()
    for number in range(count):
        text = "".join(_exchanged(piece, dice, others) for piece in templates[number % len(templates)])
        yield Report(f"{number:07d}.txt", text, FIRST_DAY + timedelta(dice.randrange(DAYS)))


def write(folder: Path, count: int, seed: int = 1) -> Path:
    """Writes so many reports and their manifest into a folder, a thousand to a folder in it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "manifest.csv").open("w", encoding="utf-8", newline="") as file:
        manifest = csv.writer(file)
        manifest.writerow(("file", "published"))
        for number, report in enumerate(reports(count, seed)):
            inner = f"{number // IN_A_FOLDER:04d}"
            (folder / inner).mkdir(exist_ok=True)
            (folder / inner / report.name).write_text(report.text, encoding="utf-8", newline="")
            manifest.writerow((f"{inner}/{report.name}", report.day))
    return folder


def _exchanged(piece: Piece, dice: random.Random, others: dict[str, list[str]]) -> str:
    if piece.kind == "number":
        return str(dice.randrange(10 ** (len(piece.words) - 1), 10 ** len(piece.words)))
    return dice.choice(others[piece.kind]) if piece.kind in others else piece.words


@lru_cache(maxsize=1)
def _templates() -> list[list[Piece]]:
    corpus = parse(SEEDS)
    names = corpus.names[corpus.names["kind"].isin(["place", "person"])]
    made = []
    for report, text in corpus.texts.items():
        kinds = {(row.start, row.end): row.kind for row in names[names["report"].eq(report)].itertuples()}
        inside = {at for start, end in kinds for at in range(start, end)}
        for token in tokens(text):
            if token.start not in inside and (kind := _kind(token.form)):
                kinds[token.start, token.end] = kind
        made.append(list(_pieces(text, kinds)))
    return made


def _pieces(text: str, kinds: dict[tuple[int, int], str]) -> Iterator[Piece]:
    last = 0
    for (start, end), kind in sorted(kinds.items()):
        yield Piece(text[last:start], "")
        yield Piece(text[start:end], kind)
        last = end
    yield Piece(text[last:], "")


def _kind(form: str) -> str:
    if form.isdigit() and form.isascii() and len(form) < 4:
        return "number"
    return next((kind for kind in ("weekday", "month") if form in _forms(kind)), "")


@lru_cache(maxsize=2)
def _forms(kind: str) -> frozenset[str]:
    return frozenset(tokens(form)[0].form for form in _others()[kind])


@lru_cache(maxsize=1)
def _others() -> dict[str, list[str]]:
    lists = load()
    named = {kind: [row["form"] for row in lists["entities"] if row["kind"] == kind] for kind in ("place", "person")}
    single = {kind: [row["form"] for row in lists[f"{kind}s"]] for kind in ("weekday", "month")}
    return named | {kind: [form for form in forms if " " not in form] for kind, forms in single.items()}


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
