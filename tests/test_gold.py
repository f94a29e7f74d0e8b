"""The reading by hand against the project's own, row by row."""

import pandas as pd
import pytest
from reading import SEEDS, number_span, rows, value

from helpers import data, parse, tables

HARD = {
    "killed",
    "wounded",
    "surrendered",
    "displaced",
    "evacuated",
    "camp_population",
    "camp_capacity",
    "area_km2",
    "positions_taken",
}
GOLD = [row for row in rows("claims") if row["measure"] in HARD]


@pytest.fixture(scope="module")
def corpus():
    return parse(SEEDS)


def found(corpus, row):
    start, end = number_span(row)
    claims = corpus.claims[corpus.claims["report"].eq(row["report"])]
    return claims[(claims["number_start"] < end) & (claims["number_end"] > start)]


@pytest.mark.parametrize("row", GOLD, ids=lambda row: f"{row['report'][:3]}-{row['start']}")
def test_every_hard_figure_is_found(corpus, row):
    hits = found(corpus, row)
    assert len(hits) == 1, f"«{row['number_text']}» in «{row['quote']}»"
    hit = hits.iloc[0]
    assert hit["measure"] in {row["measure"], row["also"]}
    vague = row["precision"].startswith("vague")
    assert (hit["precision"] == "vague") == vague
    if vague and not row["low"]:
        assert hit["low"] < hit["high"] and pd.isna(hit["best"])
    else:
        assert [None if pd.isna(hit[key]) else hit[key] for key in ("low", "best", "high")] == [
            value(row[key]) for key in ("low", "best", "high")
        ]


@pytest.mark.parametrize("row", GOLD, ids=lambda row: f"{row['report'][:3]}-{row['start']}")
def test_the_words_are_the_right_ones(corpus, row):
    hit = found(corpus, row).iloc[0]
    number = row["number_text"].split()
    assert set(hit["number_text"].replace("\u00a0", " ").split()) & set(number)
    assert int(hit["start"]) < int(row["end"]) and int(row["start"]) < int(hit["end"])


@pytest.mark.parametrize("row", rows("published"), ids=lambda row: row["report"][:3])
def test_the_days_of_the_reports(corpus, row):
    report = corpus.reports.set_index("report").loc[row["report"]]
    assert [str(report[f"published_{end}"].date()) for end in ("low", "high")] == [row["date_low"], row["date_high"]]


def test_the_whole_of_a_part(corpus):
    claims = corpus.claims.set_index("id")
    for row in (row for row in GOLD if row["part_of"]):
        whole = claims.loc[found(corpus, row).iloc[0]["part_of"]]
        start, end = map(int, row["part_of"].split("-"))
        assert start <= whole["number_start"] < end


def test_few_figures_are_read_that_the_hand_did_not_read(corpus):
    known = {report: [number_span(row) for row in rows("claims") if row["report"] == report] for report in corpus.texts}
    extra = [
        claim["quote"]
        for claim in corpus.numbered.to_dict("records")
        if claim["measure"] in HARD
        and not any(a < claim["number_end"] and claim["number_start"] < b for a, b in known[claim["report"]])
    ]
    assert extra == []


def test_figures_acts_and_times_are_found_beside_the_hand(corpus, record_property):
    """The counts go to the closing lines of the run."""
    found = tables.by_field(corpus, data.by_hand(SEEDS.parent / "tests/gold/seeds")).set_index(["frame", "field"])
    for frame, field in (("claims", "measure"), ("attributions", "speaker"), ("times", "days")):
        row = found.loc[(frame, field)]
        precision, recall = row["reader_precision"], row["reader_recall"]
        share = f"precision {precision:.2f}, recall {recall:.2f} ({field}; rows by hand: {row['by_hand']:.0f})"
        record_property("by hand", f"{frame} {share}")
        assert min(precision, recall) >= 0.95, share
