"""A person over a claim: decisions are applied, shown, and reported when their claim is gone; doubts are queued."""

import pytest

from helpers import parse, tables

TEXT = "قال متحدث باسم الجيش السوداني إن 12 مدنيا قتلوا في الخرطوم. وأصيب ثلاثة."
HEAD = "claim,decision,field,value,coder,day,reason\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def decide(folder, *rows):
    (folder / "decisions.csv").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return parse(folder)


def first(folder):
    return parse(folder).claims["id"].iloc[0]


def test_a_rejected_claim_is_listed_and_counts_nowhere(folder):
    told = decide(folder, f"{first(folder)},reject,,,amal,2020-05-11,another war")
    assert told.claims[["status", "decided"]].iloc[0].tolist() == ["rejected", "reject"]
    assert told.items["measure"].tolist() == ["wounded"]


def test_a_correction_changes_one_field_and_what_follows_from_it(folder):
    told = decide(folder, f"{first(folder)},correct,best,21,amal,2020-05-11,misprint")
    assert told.claims[["best", "decided"]].iloc[0].tolist() == [21, "correct"]
    assert told.items["best"].iloc[0] == 21


def test_a_correction_can_take_a_field_away(folder):
    told = decide(folder, f"{first(folder)},correct,place,,amal,2020-05-11,")
    assert told.claims["place"].isna().iloc[0]


def test_an_accepted_claim_only_says_so(folder):
    plain, told = parse(folder).claims, decide(folder, f"{first(folder)},accept,,,amal,2020-05-11,").claims
    assert told["decided"].iloc[0] == "accept"
    assert told.drop(columns="decided").equals(plain.drop(columns="decided"))


def test_a_decision_whose_claim_is_gone_is_reported(folder):
    told = decide(folder, f"{first(folder)},accept,,,amal,,", "claim:b.txt:0-2,reject,,,amal,,")
    assert tables.decided(told)[["outcome"]].to_numpy().ravel().tolist() == ["applied", "gone"]
    assert tables.decided(told)["quote"].isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("claim:a.txt:0-2,forget,,,,,", "decision is 'forget'"),
        ("claim:a.txt:0-2,correct,colour,red,,,", "field is 'colour'"),
        ("claim:a.txt:0-2,correct,measure,murdered,,,", "measure cannot be 'murdered'"),
        ("claim:a.txt:0-2,correct,best,many,,,", "best cannot be 'many'"),
        ("claim:a.txt:0-2,correct,best,-3,,,", "best cannot be '-3'"),
        ("claim:a.txt:0-2,correct,high,inf,,,", "high cannot be 'inf'"),
        ("claim:a.txt:0-2,correct,measure,,,,", "measure cannot be ''"),
        ("claim:a.txt:0-2,correct,source_party,martians,,,", "source_party cannot be 'martians'"),
        (",reject,,,,,", "has nothing in its column 'claim'"),
    ],
)
def test_what_is_no_decision_is_refused_with_its_row(folder, row, told):
    with pytest.raises(ValueError, match=r"decisions\.csv, row 2: ") as error:
        decide(folder, row)
    assert told in str(error.value)


def test_the_most_doubtful_stand_first():
    told = parse([("a", "قتل ثلاثة بينهم خمسة أطفال. ومقتل مسلحين.")])
    queue = tables.review(told)
    assert queue["weight"].is_monotonic_decreasing
    assert "exceeds_whole" in queue["signs"].iloc[0]
    assert "no_number" in queue["signs"].iloc[1]


def test_every_sign_has_its_words():
    from helpers.tables.review import SIGNS

    book = {row["value"] for row in parse([("a", "نص")]).lexicon["codebook"] if row["column"] == "sign" and row["ar"]}
    assert book == set(SIGNS)


def test_what_is_told_without_a_number_is_a_claim_and_no_item():
    told = parse([("a", "مقتل وإصابة مسلحين.")])
    assert told.claims["measure"].tolist() == ["killed_or_wounded"]
    assert told.claims[["number_text", "low", "best", "high"]].isna().all(axis=None)
    assert told.items.empty and tables.unnumbered(told)["measure"].tolist() == ["killed_or_wounded"]


def test_a_policy_moves_only_what_is_told_in_a_vague_word():
    table = tables.policies(parse([("a", "قتل العشرات من الجنود. وأصيب ثلاثة مدنيين.")])).set_index(
        ["measure", "policy"]
    )
    assert table.loc[("killed", "interval"), ["low", "high"]].tolist() == [20, 99]
    assert table.loc[("killed", "acled"), ["low", "high"]].tolist() == [10, 10]
    assert table.loc["wounded", "low"].nunique() == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("استشهد ثلاثة مدنيين.", "استشهد"),
        ("تحييد 12 من فلول النظام.", "تحييد، فلول"),
        ("مقتل ثلاثة مدنيين.", None),
    ],
)
def test_words_that_take_a_side_are_marked(text, words):
    claim = parse([("a", text)]).claims.iloc[0]
    assert (None if claim.isna()["partisan"] else claim["partisan"]) == words


def test_a_carried_place_is_a_sign_of_doubt():
    table = tables.review(parse([("a", "قتل خمسة مدنيين في حلب. وأصيب 12 جنديا.")])).set_index("quote")
    signs = table["signs"].str.contains("carried_place")
    assert signs.sum() == 1 and signs[signs].index[0].endswith("12 جنديا")
