"""Every frame keeps to its schema, every row to its words, every id to its row."""

import pandas as pd
import pytest
from reading import SEEDS

from helpers import parse, schema
from helpers.lexicon import load

WITH_SPAN = [name for name, columns in schema.FRAMES.items() if "quote" in columns]
POINTERS = {
    "sentences": {"section": "sections"},
    "attributions": {"parent": "attributions"},
    "claims": {"part_of": "claims", "attribution": "attributions"},
}
CLOSED = {
    "sections": {"kind": "section"},
    "names": {"kind": "name", "precision": "place_precision"},
    "quantities": {"precision": "precision", "vague": "vague"},
    "attributions": {"source_type": "source_type", "mode": "mode", "commitment": "commitment"},
    "claims": {
        "measure": "measure", "aspect": "aspect", "status": "status", "subject_group": "subject_group",
        "stance": "stance", "subject_basis": "basis", "actor_basis": "basis", "precision": "precision",
        "vague": "vague", "tally": "tally", "section": "section",
        "source_type": "source_type", "place_precision": "place_precision",
        "date_precision": "date_precision", "decided": "decision",
    },
    "items": {"measure": "measure", "subject_group": "subject_group", "grade": "grade"},
    "ledger": {"became": "became"},
}  # fmt: skip
HARD = [
    "",
    "قُتل ثلاثةٌ، وأُصيب «أربعة».",
    "مقتـــل 38\u200f من المسلحين في\u00a0القرية",
    "\r\n\r\nقال متحدث: قتل ٣٨ شخصا\r\n\r\nشكرا للتعليق",
]


@pytest.fixture(scope="module")
def corpus():
    return parse(SEEDS)


@pytest.fixture(scope="module")
def hard():
    return parse([(f"{i}.txt", text) for i, text in enumerate(HARD)])


@pytest.mark.parametrize("name", schema.FRAMES)
def test_columns_and_dtypes(corpus, name):
    frame = getattr(corpus, name)
    assert {column: str(dtype) for column, dtype in frame.dtypes.items()} == schema.FRAMES[name]
    assert len(frame) > 0 or name == "decisions"  # nobody decided anything on these


@pytest.mark.parametrize("name", schema.FRAMES)
def test_an_empty_corpus_has_the_same_frames(name):
    frame = getattr(parse([("a", "Nothing in Arabic.")]), name)
    assert list(frame.columns) == list(schema.FRAMES[name])


@pytest.mark.parametrize("name", WITH_SPAN)
@pytest.mark.parametrize("which", ["corpus", "hard"])
def test_quotes_are_cut_from_the_text(request, which, name):
    corpus = request.getfixturevalue(which)
    for row in getattr(corpus, name).to_dict("records"):
        assert corpus.text(row["report"])[row["start"] : row["end"]] == row["quote"]
        for part in ("number", "cue", "source", "content"):
            if part == "number" and not pd.isna(row.get("number_text", pd.NA)):
                assert corpus.text(row["report"])[row["number_start"] : row["number_end"]] == row["number_text"]
            if part == "source" and "source_text" in row and not pd.isna(row.get("source_start")):
                assert corpus.text(row["report"])[row["source_start"] : row["source_end"]] == row["source_text"]
            if part == "cue" and "cue_start" in row:
                assert corpus.text(row["report"])[row["cue_start"] : row["cue_end"]] == row["cue"]


@pytest.mark.parametrize("name", schema.FRAMES)
def test_ids_are_unique(corpus, name):
    assert getattr(corpus, name)["id"].is_unique


def test_ids_are_the_same_in_any_order(corpus):
    texts = [(report, corpus.text(report)) for report in corpus.texts]
    again = parse(texts[::-1])
    for name in ("claims", "attributions", "sections"):
        assert set(getattr(again, name)["id"]) == set(getattr(corpus, name)["id"])


@pytest.mark.parametrize(("name", "columns"), POINTERS.items())
def test_pointers_lead_somewhere(corpus, name, columns):
    for column, to in columns.items():
        assert set(getattr(corpus, name)[column].dropna()) <= set(getattr(corpus, to)["id"])


def test_items_and_ledger_lead_to_rows(corpus):
    assert {claim for claims in corpus.items["claims"] for claim in claims.split()} <= set(corpus.claims["id"])
    ids = {row for name in ("claims", "times", "names") for row in getattr(corpus, name)["id"]}
    assert set(corpus.ledger["row"].dropna()) <= ids


@pytest.mark.parametrize(("name", "columns"), CLOSED.items())
def test_closed_words_stand_in_the_codebook(corpus, name, columns):
    book = load()["codebook"]
    for column, vocabulary in columns.items():
        allowed = {row["value"] for row in book if row["column"] == vocabulary}
        assert allowed and set(getattr(corpus, name)[column].dropna()) <= allowed, column


def test_missing_is_never_zero(corpus):
    values = corpus.claims[["low", "best", "high"]]
    assert not values.eq(0).any(axis=None)
    vague = corpus.claims[corpus.claims["precision"].eq("vague")]
    assert vague["best"].isna().all()


def test_nothing_is_mutated(corpus):
    before = corpus.claims.copy()
    from helpers import findings, tables

    for make in (tables.casualties, tables.ground, tables.camp, tables.chains, findings.people):
        make(corpus)
    pd.testing.assert_frame_equal(corpus.claims, before)
