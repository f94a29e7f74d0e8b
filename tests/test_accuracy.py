"""The comparison with a reading by hand, on a reading by hand that is wrong on purpose."""

import pandas as pd
import pytest
from reading import GOLD, SEEDS

from helpers import data, parse, tables

WRONG = {
    "best": lambda rows: rows["best"] + 1,
    "source": lambda rows: "شخص آخر",
    "cue_end": lambda rows: rows["cue_end"] + 1,
    "content_start": lambda rows: rows["content_end"] - 1,
    "date_high": lambda rows: rows["date_high"] + pd.Timedelta(days=40),
    "place": lambda rows: "حمص",
    "when": lambda rows: "1999",
}


@pytest.fixture(scope="module")
def corpus():
    return parse(SEEDS)


@pytest.fixture
def hand():
    return data.by_hand(GOLD)


def field(table: pd.DataFrame, kind: str, name: str) -> pd.Series:
    return table[table["frame"].eq(kind) & table["field"].eq(name)].iloc[0]


def test_precision_and_recall_come_from_the_counts(corpus, hand):
    table = tables.by_field(corpus, hand)
    assert (table["right"] <= table["found"]).all()
    assert (table["found"] + table["missed"] == table["by_hand"]).all()
    recall = (table["right"] / table["by_hand"]).round(3)
    pd.testing.assert_series_equal(table["reader_recall"], recall, check_names=False)


def test_a_figure_that_only_the_hand_has_is_missed(corpus, hand):
    text = corpus.text(hand["claims"]["report"].iloc[0])
    row = hand["claims"].iloc[0].copy()
    row["start"], row["number_text"] = 0, text.split()[0]
    hand["claims"] = pd.concat([hand["claims"], row.to_frame().T.astype(hand["claims"].dtypes)], ignore_index=True)
    before = tables.by_field(corpus, data.by_hand(GOLD))
    after = tables.by_field(corpus, hand)
    gap = field(after, "claims", "number")["missed"] - field(before, "claims", "number")["missed"]
    assert gap == 1
    assert text.split()[0] in set(tables.missed(corpus, hand)["words"])


def test_a_figure_that_the_hand_lacks_is_extra(corpus, hand):
    row = hand["claims"].iloc[0]
    less = hand | {"claims": hand["claims"].iloc[1:]}
    before, after = (tables.by_measure(corpus, h).set_index("measure")["extra"] for h in (hand, less))
    assert after[row["measure"]] == before[row["measure"]] + 1


@pytest.mark.parametrize(
    ("kind", "table", "column", "name"),
    [
        ("claims", "claims", "best", "value"),
        ("claims", "claims", "source", "speaker"),
        ("claims", "claims", "place", "place"),
        ("claims", "claims", "when", "event_days"),
        ("attributions", "attributions", "cue_end", "cue"),
        ("attributions", "attributions", "content_start", "content_most"),
        ("times", "dates", "date_high", "days"),
    ],
)
def test_wrong_cells_are_not_right(corpus, hand, kind, table, column, name):
    """With every given cell wrong, only rows whose cell is empty by hand and in the reader's row can be right."""
    worse = hand[table].copy()
    given = worse[column].notna()
    worse.loc[given, column] = WRONG[column](worse[given])
    right = field(tables.by_field(corpus, hand | {table: worse}), kind, name)["right"]
    assert right <= (~given).sum() < field(tables.by_field(corpus, hand), kind, name)["right"]


def test_reports_that_the_hand_leaves_out_are_not_counted_against_the_reader(corpus, hand):
    one = hand["claims"]["report"].iloc[0]
    part = {name: table[table["report"].eq(one)].reset_index(drop=True) for name, table in hand.items()}
    assert field(tables.by_field(corpus, part), "claims", "number")["extra"] <= 1


def test_each_difference_is_listed_with_both_readings(corpus, hand):
    """As many as the fields count as wrong, each content that differs once, and none where the hand is the reader's."""
    listed = tables.disagreements(corpus, hand)
    fields = tables.by_field(corpus, hand)
    wrong = (fields["found"] - fields["right"]).groupby([fields["frame"], fields["field"]]).sum()
    counted = listed.groupby(["frame", "field"]).size()
    for kind, name in counted.index.drop(("attributions", "content_most"), errors="ignore"):
        assert counted[kind, name] == wrong[kind, name]
    assert counted["attributions"].filter(like="content").sum() == wrong["attributions", "content_most"]


def test_a_difference_is_told_in_words(corpus, hand):
    row = hand["claims"].iloc[:1].assign(subject_group="civilians", best=77.0, low=77.0, high=pd.NA)
    told = tables.disagreements(corpus, hand | {"claims": row}).query("frame == 'claims'").set_index("field")
    assert told.loc["population", "hand"] == "Civilians"
    assert told.loc["value", "hand"] == "77 – 77 – –"


NEAR = [
    # the place and the day by hand, of 12 killed in Aleppo on 12 May 2020
    ("حلب", "2020-05-12", "same", "same"),
    ("مدينة حلب", "2020-05-11/2020-05-13", "same", "narrower"),
    ("سوريا", "2020", "narrower", "narrower"),
    ("حمص", "2020-05-01", "other", "other"),
    ("الجيب", "2020-05-13/2020-05-20", "other", "other"),
    (pd.NA, pd.NA, "added", "added"),
]


@pytest.mark.parametrize(("place", "when", "where", "day"), NEAR)
def test_a_wider_place_or_day_is_told_from_another(hand, place, when, where, day):
    text = "مقتل 12 شخصا في حلب أمس الثلاثاء. وعاد الهدوء إلى سوريا وحمص."
    told = parse([("a", text)], published={"a": "2020-05-13"})
    row = hand["claims"].iloc[:1].assign(report="a", start=0, number_text="12", place=place, when=when)
    row = row.astype({"place": "string", "when": "string"})
    table = tables.nearness(told, {"claims": row}).set_index("field")
    kinds = table[tables.NEARNESS].astype(int).idxmax(axis=1).to_dict()
    assert kinds == {"place": where, "event_days": day}
    assert table[tables.NEARNESS].sum(axis=1).tolist() == [1, 1]


def test_a_place_that_only_the_hand_has_is_none_and_no_other(hand):
    told = parse([("a", "قتل 12 شخصا.")])
    row = hand["claims"].iloc[:1].assign(report="a", start=0, number_text="12", place="حلب", when="2020-05-12")
    table = tables.nearness(told, {"claims": row.astype({"place": "string", "when": "string"})})
    assert table["none"].tolist() == [1, 1]


@pytest.mark.parametrize("measures", [None, tables.CASUALTIES])
def test_policies_tell_which_number_lies_outside_the_word(measures):
    """ACLED's ten for «dozens» lies below its twenty; six for «a few» lies inside; «many» has no interval."""
    table = tables.vague_words(parse([("a", "قتل العشرات وأصيب الكثير ونزح بضعة أشخاص.")]), measures).set_index("words")
    assert table["outside"].to_dict()["العشرات"] == "acled"
    assert ("بضعة" in table.index) == (measures is None)
    assert table["outside"].isna().sum() == len(table) - 1
