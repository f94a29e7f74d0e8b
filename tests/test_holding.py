"""Two readings of tolls of which a later one may hold an earlier: as in print, and nowhere else."""

import pandas as pd
import pytest

from helpers import parse, tables
from tests import wars


def told(*tolls, of="من جنوده"):
    """The table and the sums of tolls that an army gives, each in a report of its own: (day, words)."""
    texts = [(f"r{i}", f"أعلن الجيش السوري {words.format(of=of)}.") for i, (_, words) in enumerate(tolls)]
    corpus = parse(texts, published={f"r{i}": day for i, (day, _) in enumerate(tolls)})
    return corpus, tables.casualties(corpus)


def read(corpus, table):
    items = corpus.items[corpus.items["id"].isin(table["item"])]
    return tables.sums(table, tables.left_out(corpus, items), tables.held(corpus, table))


@pytest.mark.parametrize(
    ("tolls", "held", "apart", "added"),
    [
        ((("2019-03-11", "مقتل 3 {of}"), ("2019-03-12", "مقتل 5 {of}")), (5, 5), (8, 8), 2),
        ((("2019-03-12", "مقتل 5 {of}"), ("2019-03-11", "مقتل 3 {of}")), (5, 5), (8, 8), 2),  # days, not places, count
        (
            (("2019-03-11", "مقتل 3 {of}"), ("2019-03-12", "مقتل 5 {of}"), ("2019-03-13", "مقتل 9 {of}")),
            (9, 9),
            (17, 17),
            3,
        ),
        ((("2019-03-11", "مقتل 3 {of}"), ("2019-03-12", "مقتل العشرات {of}")), (20, 99), (23, 102), 2),
        ((("2019-03-11", "مقتل 3 {of}"), ("2019-03-12", "مقتل أكثر من 5 {of}")), (5, None), (8, None), 2),
    ],
)
def test_a_later_toll_holds_the_earlier_ones_or_none(tolls, held, apart, added):
    (row,) = read(*told(*tolls))
    assert row.held == held and (row.low, row.high) == apart
    assert row.added == added and row.left_out == {}


@pytest.mark.parametrize(
    "tolls",
    [
        (("2019-03-11", "مقتل 5 {of}"), ("2019-03-12", "مقتل 3 {of}")),  # 3 hold no 5
        (("2019-03-11", "مقتل 3 {of}"), ("2019-03-12", "مقتل 50 {of} حتى الآن")),  # a running total
    ],
)
def test_other_doubts_leave_no_readings(tolls):
    corpus, table = told(*tolls)
    assert len(table) == 2 and tables.held(corpus, table) == {}
    assert [row.held for row in read(corpus, table)] == [None] and read(corpus, table)[0].left_out


def test_a_toll_whose_earlier_one_is_out_of_sight_stays_left_out():
    corpus, table = told(("2019-03-11", "مقتل 3 {of}"), ("2019-03-12", "مقتل 5 {of}"))
    (late,) = read(corpus, table[table["best"].eq(5)])
    assert late.held is None and late.left_out == {"may_update": 1}
    (early,) = read(corpus, table[table["best"].eq(3)])
    assert early.held is None and (early.low, early.high) == (3, 3)


def test_the_readings_are_those_in_print(request):
    corpus = parse(request.config.rootpath / "seeds")
    run = tables.one_toll(corpus)
    (row,) = [
        row
        for row in read(corpus, tables.casualties(corpus))
        if (row.measure, row.of_party) == ("killed", run["of_party"].iloc[0])
    ]
    assert (row.held[0], row.low) == (run.attrs["readings"]["contained"], run.attrs["readings"]["separate"])
    assert row.held[0] < row.low and row.added == len(run)


def test_only_that_doubt_is_lifted():
    corpus = parse(list((wars.SUDAN | wars.GAZA | wars.CAMPS).items()))
    table = tables.casualties(corpus)
    held, why = tables.held(corpus, table), tables.left_out(corpus, corpus.items)
    assert {why[item] for item in held} <= {"may_update"}
    totals = corpus.claims.set_index("id")["tally"]
    for claims in corpus.items.set_index("id")["claims"].reindex(list(held)):
        assert not totals[claims.split()].eq("cumulative").any()
    for row in read(corpus, table):
        if row.held is not None and row.low is not None:
            assert row.held[0] < row.low and (pd.isna(row.high) or row.held[1] is None or row.held[1] < row.high)
