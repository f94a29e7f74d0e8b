"""What live charts show: the tables that the printed charts draw, as rows of marks."""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from helpers import tables
from helpers.assemble import Corpus
from helpers.charts.camp import people_rows
from helpers.charts.casualties import tally_rows
from helpers.charts.colours import MUTED
from helpers.charts.ground import ground_rows
from helpers.charts.mouths import mouth_rows
from helpers.charts.reports import BASES, possible_days
from helpers.charts.rows import Row, spans_far
from helpers.charts.words import name, say, word
from helpers.days import dated
from helpers.live.drawing import DaysRow, Panel, Sum, bounds
from helpers.telling import phrase

WORD = "live_parties"


class View(NamedTuple):
    """A chart: the table that it draws, that table's rows as panels, and what may be chosen.

    `parties` names the table's columns of parties, each with the phrase that asks for them; `sums` tells what may be
    added, if anything may.
    """

    title: str
    table: Callable[[Corpus], pd.DataFrame]
    panels: Callable[[pd.DataFrame, str], list[Panel]]
    parties: dict[str, str] = {}  # noqa: RUF012  a default that nobody changes
    policies: bool = False
    sums: Callable[[Corpus, pd.DataFrame, str], list[Sum]] | None = None


def _flat(rows: list[Row], axis: str, lang: str) -> list[Panel]:
    """One panel of values, its axis a logarithm where few values would push the rest together."""
    far = spans_far([row.value for row in rows])
    return [Panel(rows, say(f"{axis}_log" if far else f"{axis}_axis", lang), "log" if far else "linear")]


def _tolls(table: pd.DataFrame, lang: str) -> list[Panel]:
    return _flat(tally_rows(table, lang), "casualties", lang)


def _people(table: pd.DataFrame, lang: str) -> list[Panel]:
    return [Panel(people_rows(table, lang), say("people_log", lang), "log")]


def _ground(table: pd.DataFrame, lang: str) -> list[Panel]:
    """Areas and lengths, each on its own axis."""
    far = table["aspect"].eq("distance").fillna(False) if len(table) else pd.Series(dtype=bool)
    parts = ((table[~far], "km2"), (table[far], "km")) if len(table) else ()
    return [Panel(ground_rows(part, lang), say(unit, lang), "linear", f"n_{unit}") for part, unit in parts if len(part)]


def _mouths(claims: pd.DataFrame, lang: str) -> list[Panel]:
    """Counts of the claims that are left."""
    return [Panel(mouth_rows(tables.mouths_of(claims), lang), say("claims_axis", lang), "counts")]


def _days(table: pd.DataFrame, lang: str) -> list[Panel]:
    """The days each report may be of: a row for its text alone, one for the text with the record."""
    rows = []
    for row in table.itertuples():
        key, color, _ = BASES[row.basis]
        named = name(row.report if pd.isna(row.outlet) else row.outlet, lang)
        block = named if pd.isna(row.outlet) else f"{named} · {row.report}"
        rows.append(DaysRow(block, say(key, lang), row, color, possible_days(row, lang)))
    return [Panel(rows, "", "days")]


def _hedges(table: pd.DataFrame, lang: str) -> list[Panel]:
    """Two rows for each pair: what the text says, and, hollow, what stands over it or beside it; no party's colour."""
    rows = []
    for row in table.itertuples():
        block = f"{row.pair}. {name(row.report if pd.isna(row.outlet) else row.outlet, lang)} · "
        block += f"{word('measure', row.measure, lang)} · {say(f'hedges_{row.lost}', lang)}"
        bare = row.section != "body"
        rows.append(Row(block, word("section", row.section, lang), name(row.source, lang), row, MUTED, hollow=bare))
    return [Panel(rows, phrase("live_log")[0 if lang == "ar" else 1], "log")]


def _reports(corpus: Corpus) -> pd.DataFrame:
    """The possible days of the reports, each with the argument for them."""
    table, read = tables.days(corpus), tables.labelled(corpus, corpus.readable).set_index("report")
    told = {column: table["report"].map(read[column]) for column in ("dating_evidence", "dating_evidence_ar")}
    return table.assign(**told)


def _pairs(corpus: Corpus) -> pd.DataFrame:
    """The claims of each pair that `tables.hedges` finds, the text's first."""
    pairs = tables.hedges(corpus)
    claims = dated(corpus.numbered, corpus.reports)
    claims = tables.labelled(corpus, claims.assign(words=tables.spoken(corpus, claims))).set_index("id", drop=False)
    both = [(name, i, row.lost) for i, row in enumerate(pairs.itertuples(), 1) for name in (row.claim, row.bare_claim)]
    names, numbers, lost = zip(*both, strict=True) if both else ((), (), ())
    return claims.loc[list(names)].reset_index(drop=True).assign(pair=list(numbers), lost=list(lost))


def _spoken(corpus: Corpus) -> pd.DataFrame:
    """The claims that give a figure, with days: they are counted once it is known which are left."""
    return dated(corpus.numbered, corpus.reports)


def _added(corpus: Corpus, table: pd.DataFrame, lang: str) -> list[Sum]:
    """Of each measure and side what may be added of the matters left, and why the rest may not."""
    items = corpus.items[corpus.items["id"].isin(table["item"])]
    return [
        {
            "what": " · ".join([word("measure", row.measure, lang), _whose(row, lang)]),
            "sum": told,
            "note": note,
            "added": row.added,
            "left": [f"{word('refused', why, lang)}: {n}" for why, n in row.left_out.items()],
        }
        for row in tables.sums(table, tables.left_out(corpus, items), tables.held(corpus, table))
        for told, note in [_told(row, lang)]
    ]


def _told(row: tables.Sum, lang: str) -> tuple[str, str]:
    """The sum in words, and what its two readings are where it has two."""
    apart = _range(row.low, row.high, row.added, lang)
    held = apart if row.held is None else _range(*row.held, row.added, lang)
    if held == apart:
        return apart, ""
    both = {"held": [held] * 2, "apart": [apart] * 2}
    told, note = (phrase(key, **both)[0 if lang == "ar" else 1] for key in ("live_either", "live_readings"))
    return told, note


def _whose(row: tables.Sum, lang: str) -> str:
    if row.of_party:
        return name(row.of_party, lang)
    group = row.subject_group
    return word("subject_group", group, lang) if group else phrase("live_unsaid")[0 if lang == "ar" else 1]


def _range(low: float | None, high: float | None, added: int, lang: str) -> str:
    if not added:
        return "—"
    return bounds(low, None, high, lang) or say("no_number", lang)


VIEWS = {
    "days": View("live_days", _reports, _days),
    "mouths": View("live_mouths", _spoken, _mouths, {"source_party": WORD}),
    "casualties": View(
        "live_casualties", tables.casualties, _tolls, {"speaker_party": WORD, "of_party": "live_whose"}, True, _added
    ),
    "ground": View("live_ground", tables.ground, _ground, {"party": WORD}),
    "people": View("live_people", tables.estimate, _people, {"party": WORD}, True),
    "hedges": View("live_hedges", _pairs, _hedges, {"source_party": WORD}, True),
}
