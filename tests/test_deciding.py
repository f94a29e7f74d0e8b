"""Deciding on claims: what is written beside the reports, what is refused, and what follows."""

import csv
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from helpers import adding, decisions, parse, reader, snapshots, tables, writing
from helpers.assemble import with_decisions
from helpers.deciding import SHAPES, Refused, checked, decide, join, write
from helpers.decisions import COLUMNS, FIELDS, NEEDED, NUMBERS
from helpers.lexicon import load
from helpers.standing import standing

TEXT = "قال متحدث باسم الجيش السوداني إن 12 مدنيا قتلوا في الخرطوم. وأصيب ثلاثة. ومقتل مسلحين. وقتل العشرات."
TODAY = date(2026, 1, 31)
OVERRIDE = "\N{RIGHT-TO-LEFT OVERRIDE}"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def corpus(folder):
    return parse(folder)


def asked(corpus, decision="reject", n=0, **other):
    return {"claim": corpus.claims["id"].iloc[n], "decision": decision, "coder": "أمل", "reason": "خطأ مطبعي"} | other


def correct(corpus, n=0, **values):
    return asked(corpus, "correct", n, values=values)


def back(corpus, made, **other):
    """What takes back the rows of a decision."""
    fields = [row["field"] for row in made]
    return {"claim": made[0]["claim"], "decision": "withdraw", "coder": made[0]["coder"], "fields": fields} | other


def rows(folder):
    with (folder / "decisions.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def exact(number):
    return dict.fromkeys(NUMBERS, str(number))


def test_a_decision_is_written_and_everything_follows(folder, corpus):
    told = decide(corpus, asked(corpus), TODAY)
    row = dict(zip(COLUMNS, (corpus.claims["id"][0], "reject", "", "", "أمل", "2026-01-31", "خطأ مطبعي"), strict=True))
    assert rows(folder) == [row]
    assert told.claims["status"][0] == "rejected" and told.decisions["outcome"].tolist() == ["applied"]
    assert [len(tables.casualties(one)) for one in (corpus, told)] == [3, 2]


@pytest.mark.parametrize("decision", ["accept", "reject", "correct"])
def test_what_follows_at_once_is_what_a_new_reading_gives(folder, corpus, decision):
    told, again = decide(corpus, asked(corpus, decision, values=exact(21))), parse(folder)
    for name in ("claims", "items", "decisions", "ledger"):
        assert getattr(told, name).equals(getattr(again, name)), name
    assert not told.claims.equals(corpus.claims)


def test_a_corrected_number_is_corrected_whole(folder, corpus):
    told = decide(corpus, correct(corpus, **exact("٢١"), precision="exact"))
    assert told.claims.loc[0, list(NUMBERS)].tolist() == [21, 21, 21]
    assert [(row["field"], row["value"]) for row in rows(folder)] == [(field, "21") for field in NUMBERS]
    assert told.items[["wording_low", "best", "wording_high"]].iloc[0].tolist() == [21, 21, 21]


def test_no_policy_moves_a_number_that_was_corrected(corpus):
    n = corpus.claims.index[corpus.claims["vague"].notna() & corpus.claims["number_text"].notna()][0]
    told = decide(corpus, correct(corpus, n, **exact(40), precision="exact"))
    for policy in tables.POLICIES:
        assert tables.with_policy(told.claims, policy).loc[n, "best"] == 40


def test_how_exact_the_days_are_follows_from_the_days(corpus):
    told = decide(corpus, correct(corpus, date_low="2020-05-11", date_high="2020-05-11"))
    assert told.claims["date_precision"][0] == "day"


def test_an_emptied_field_is_missing(corpus):
    assert corpus.claims["place"].notna()[0]
    assert decide(corpus, correct(corpus, place="")).claims["place"].isna()[0]


def test_a_place_that_a_person_gives_is_carried_no_more():
    carried = parse([("a", "قتل خمسة مدنيين في حلب. وأصيب 12 جنديا.")])
    row = {"claim": carried.claims["id"][1], "decision": "correct", "field": "place", "value": "حمص"}
    told = with_decisions(carried, [row])
    assert carried.claims["place_basis"][1] == "carried" and told.claims["place_basis"].isna()[1]
    assert told.items["place"].tolist() == ["حلب", "حمص"]


def test_a_rejected_claim_can_be_taken_back(corpus):
    told = decide(decide(corpus, asked(corpus)), asked(corpus, "accept"))
    assert told.claims[["status", "decided"]].iloc[0].tolist() == ["event", "accept"]
    assert told.items.equals(corpus.items)


@pytest.mark.parametrize("decision", ["accept", "reject", "correct"])
def test_a_decision_is_taken_back_by_rows_of_its_own(folder, corpus, decision):
    before = decide(corpus, asked(corpus, "accept", coder="بدر"))
    made = checked(before, asked(corpus, decision, values=exact(21)), TODAY)
    told = decide(write(before, made), back(before, made, reason="misclick"), TODAY)
    assert {row["reason"] for row in rows(folder) if row["decision"] == "withdraw"} == {"misclick"}
    kinds = ["accept", *[decision] * len(made), *["withdraw"] * len(made)]
    assert [row["decision"] for row in rows(folder)] == kinds
    assert told.decisions["outcome"].tolist() == ["applied", *["withdrawn"] * len(made), *["applied"] * len(made)]
    assert told.claims.equals(before.claims) and told.items.equals(before.items)
    again = parse(folder)
    assert again.claims.equals(told.claims) and again.decisions.equals(told.decisions)


def test_nobody_takes_back_what_another_decided(folder, corpus):
    told = decide(corpus, asked(corpus))
    path, (row,) = folder / "decisions.csv", rows(folder)
    held = path.read_bytes()
    for other in (
        {"coder": "بدر"},
        {"fields": ["place"]},
        {"fields": ["", "place"]},
        {"claim": corpus.claims["id"][1]},
    ):
        with pytest.raises(Refused, match="No such decision of"):
            decide(told, back(told, [row], **other))
    for fields in ([], "", None, [1], {"": ""}):
        with pytest.raises(Refused, match="did not arrive whole"):
            decide(told, back(told, [row], fields=fields))
    assert path.read_bytes() == held
    taken = decide(told, back(told, [row]))
    with pytest.raises(Refused, match="No such decision of"):
        decide(taken, back(taken, [row]))
    with pytest.raises(Refused, match="this one was taken back"):
        decide(told, back(told, [row]))  # somebody took it back meanwhile
    assert [made["decision"] for made in rows(folder)] == ["reject", "withdraw"]
    path.write_bytes(held + f"{row['claim']},withdraw,place,,أمل,,\n".encode())
    with pytest.raises(ValueError, match="row 3: takes back nothing"):
        parse(folder)


def test_to_accept_keeps_what_was_corrected(corpus):
    told = decide(decide(corpus, correct(corpus, place="")), asked(corpus, "accept"))
    assert told.claims["place"].isna()[0] and told.claims["decided"][0] == "accept"


def test_what_others_wrote_meanwhile_stays_and_counts(folder, corpus):
    head = "Day,coder,claim,decision,note, field,value\n"
    kept = f'2020-05-11,"بدر, م.",{corpus.claims["id"][1]},reject,"two\nlines",,\n'
    (folder / "decisions.csv").write_text(head + kept, encoding="utf-8")
    told = decide(corpus, asked(corpus))
    assert told.claims["status"].eq("rejected").sum() == 2
    first, second = rows(folder)
    assert (first["Day"], first["coder"], first["note"], first["reason"]) == (
        "2020-05-11",
        "بدر, م.",
        "two\nlines",
        None,
    )
    assert (second["coder"], second["note"], second["reason"]) == ("أمل", "", "خطأ مطبعي")
    assert parse(folder).claims.equals(told.claims)


def test_a_file_that_cannot_be_followed_is_left_as_it_is(folder, corpus):
    path = folder / "decisions.csv"
    path.write_text("claim,decision\nclaim:a:0-2,forget\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"Not written: decisions\.csv, row 2: decision is 'forget'") as fault:
        decide(corpus, asked(corpus))
    assert path.read_text() == "claim,decision\nclaim:a:0-2,forget\n"
    assert str(folder) not in "".join(fault.value.told)


@pytest.mark.parametrize("step", ["write_bytes", "replace"])
def test_a_write_that_breaks_off_leaves_the_old_file_whole(folder, corpus, monkeypatch, step):
    decide(corpus, asked(corpus))
    before = (folder / "decisions.csv").read_bytes()
    whole = Path.write_bytes

    def broken(path, data):
        if step == "write_bytes":
            whole(path, data[: len(data) // 2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.Path, step, broken)
    with pytest.raises(Refused, match="No space left"):
        decide(corpus, asked(corpus, n=1))
    monkeypatch.undo()
    assert (folder / "decisions.csv").read_bytes() == before
    assert [path.name for path in folder.iterdir() if path.name.endswith(".part")] == []
    assert parse(folder).decisions["outcome"].tolist() == ["applied"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_says_so(folder, corpus):
    folder.chmod(0o500)
    with pytest.raises(Refused, match="Not written"):
        decide(corpus, asked(corpus))


def test_of_two_who_decide_at_once_neither_is_lost(folder, corpus):
    with ThreadPoolExecutor(2) as people:
        list(people.map(lambda n: decide(corpus, asked(corpus, coder=f"{n % 2}")), range(10)))
    assert sorted(row["coder"] for row in rows(folder)) == ["0"] * 5 + ["1"] * 5


@pytest.mark.parametrize("other", ["reject", "accept", "withdraw"])
def test_nobody_takes_back_what_another_window_decided(folder, corpus, other):
    """Two windows of one person: what the first would take back is no more the last decision, or gone."""
    first = decide(corpus, asked(corpus, "accept", reason="أول"), TODAY)
    made = rows(folder)
    second = back(first, made) if other == "withdraw" else asked(first, other, reason="ثان")
    decide(parse(folder), second, TODAY)
    held = (folder / "decisions.csv").read_bytes()
    with pytest.raises(Refused, match="another window") as refused:
        decide(first, back(first, made), TODAY)
    assert (folder / "decisions.csv").read_bytes() == held
    assert refused.value.corpus.decisions.equals(parse(folder).decisions)


def test_what_others_decide_meanwhile_hinders_no_taking_back(folder, corpus):
    first = decide(corpus, asked(corpus, "accept"), TODAY)
    decide(parse(folder), asked(corpus, coder="بدر"), TODAY)
    decide(first, back(first, rows(folder)[:1]), TODAY)
    assert [row["decision"] for row in rows(folder)] == ["accept", "reject", "withdraw"]


def test_the_reader_shows_what_was_decided_in_another_window(folder, corpus):
    view = reader.show(decide(corpus, asked(corpus, "accept"), TODAY))
    made = rows(folder)
    decide(parse(folder), asked(corpus), TODAY)
    view._heard(view, {"decide": back(corpus, made)}, [])
    assert view.corpus.decisions["decision"].tolist() == ["accept", "reject"]


def test_whom_somebody_keeps_waiting_is_told(folder, corpus, monkeypatch):
    monkeypatch.setattr(adding, "SECONDS", 0)
    with FileLock(folder / ".decisions.csv.lock"), pytest.raises(Refused, match="somebody else"):
        decide(corpus, asked(corpus))


HOSTILE = ["<script>alert(1)</script>", "=cmd|'/c calc'!A0", "@SUM(1)", 'a,"b"\n=1+1', "سطر\nثان", "x" * 80]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_in_their_cell(folder, corpus, text):
    told = decide(corpus, asked(corpus, coder=text, reason=text))
    (row,) = rows(folder)
    for cell in (row["coder"], row["reason"]):
        assert cell.lstrip("'") == " ".join(text.split()) and cell[0] not in "=+-@"
    assert told.decisions.equals(parse(folder).decisions)
    assert "<script>" not in standing(reader.dossier(told), "en")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"coder": "  \n "}, "Write your name."),
        ({"reason": ""}, "Write a reason."),
        ({"reason": f"{OVERRIDE}abc"}, "Reason: holds signs that turn or hide text"),
        ({"coder": "a\0"}, "Your name: holds signs"),
        ({"coder": "a\ud800"}, "Your name: holds signs"),
        ({"coder": "x" * 81}, "longer than 80"),
        ({"reason": "x" * 1001}, "longer than 1000"),
        ({"reason": ["x"]}, "did not arrive whole"),
        ({"claim": "claim:a.txt:0-2"}, "no such claim"),
        ({"decision": "forget"}, "Choose: accept"),
        ({"decision": "correct"}, "did not arrive whole"),
        ({"decision": "correct", "values": {"colour": "red"}}, "colour: no field"),
        ({"decision": "correct", "values": {"__class__": "red"}}, "no field"),
        ({"decision": "correct", "values": {1: "red"}}, "did not arrive whole"),
        ({"decision": "correct", "values": {"place": 3}}, "did not arrive whole"),
        ({"decision": "correct", "values": {}}, "Nothing differs"),
        ({"decision": "correct", "values": {"measure": "killed"}}, "Nothing differs"),
        ({"decision": "correct", "values": {"measure": "murdered"}}, "cannot be murdered"),
        ({"decision": "correct", "values": {"measure": ""}}, "Measure: cannot be —"),
        ({"decision": "correct", "values": {"status": "rejected"}}, "cannot be rejected"),
        ({"decision": "correct", "values": {"source_party": "martians"}}, "cannot be martians"),
        ({"decision": "correct", "values": exact("inf")}, "inf is not a number"),
        ({"decision": "correct", "values": exact("nan")}, "nan is not a number"),
        ({"decision": "correct", "values": exact("-3")}, "-3 is not a number"),
        ({"decision": "correct", "values": exact("1e9")}, "1e9 is not a number"),
        ({"decision": "correct", "values": exact("1_000")}, "1_000 is not a number"),
        ({"decision": "correct", "values": exact("9" * 400)}, "longer than 200"),
        ({"decision": "correct", "values": {"best": "21"}}, "exact number is one value"),
        ({"decision": "correct", "values": {"low": ""}}, "«Stated number» has these values"),
        ({"decision": "correct", "values": {"precision": "range", "low": "9", "best": "", "high": "3"}}, "above the"),
        ({"decision": "correct", "values": {"precision": "at_least", "low": "9"}}, "«At least» has these values"),
        ({"decision": "correct", "values": {"date_low": "2020-02-30"}}, "2020-02-30 is not a day"),
        ({"decision": "correct", "values": {"date_low": "2020-05-11", "date_high": "2020-05-10"}}, "after the last"),
        ({"decision": "correct", "values": {"place": "=cmd"}}, "begins like a formula"),
        ({"decision": "correct", "values": {"place": f"{OVERRIDE}a"}}, "Place: holds signs"),
        ({"decision": "correct", "values": {"part_of": "claim:b:0-2"}}, "part of another claim alone"),
    ],
)  # fmt: skip
def test_what_is_no_decision_is_refused_in_both_languages(folder, corpus, change, why):
    with pytest.raises(Refused) as fault:
        decide(corpus, asked(corpus, **change))
    assert why in fault.value.told[1] and fault.value.told[0] != fault.value.told[1]
    assert not (folder / "decisions.csv").exists() and OVERRIDE not in "".join(fault.value.told)


@pytest.mark.parametrize("form", [None, "reject", ["claim"], {}])
def test_what_is_no_form_is_refused(corpus, form):
    with pytest.raises(Refused):
        decide(corpus, form)


def test_a_claim_is_no_part_of_itself_nor_of_its_own_part(corpus):
    first, second = corpus.claims["id"].iloc[:2]
    told = decide(corpus, correct(corpus, 1, part_of=first))
    assert told.claims["part_of"][1] == first
    for n, whole in ((0, first), (0, second)):
        with pytest.raises(Refused, match="part of another"):
            decide(told, correct(told, n, part_of=whole))


def test_what_names_no_number_has_none_to_correct(corpus):
    n = corpus.claims.index[corpus.claims["number_text"].isna()][0]
    with pytest.raises(Refused, match="names no number"):
        decide(corpus, correct(corpus, n, **exact(2), precision="exact"))


def test_texts_without_a_folder_cannot_be_decided_about():
    pairs = parse([("a.txt", TEXT)])
    with pytest.raises(Refused) as fault:
        decide(pairs, asked(pairs))
    assert "lie in no folder" in fault.value.told[1] and "لا مجلد" in fault.value.told[0]


def test_every_way_to_tell_a_number_has_its_values():
    closed = decisions.vocabularies(load())
    assert set(SHAPES) == set(closed["precision"])
    assert all(closed[field] for field in NEEDED) and set(closed) <= set(FIELDS)


def test_read_claims_keep_to_the_values_of_their_precision():
    claims = parse(Path(__file__).parents[1] / "seeds").numbered
    for precision, *had in claims[["precision", *NUMBERS]].assign(**claims[[*NUMBERS]].notna()).itertuples(index=False):
        assert {field for field, there in zip(NUMBERS, had, strict=True) if there} <= set(SHAPES[precision])


def view_of(corpus, monkeypatch):
    view, sent = reader.show(corpus), []
    monkeypatch.setattr(view, "send", sent.append)
    return view, sent


def test_the_widget_follows_and_tells_who_watches(folder, corpus, monkeypatch):
    (view, sent), seen = view_of(corpus, monkeypatch), []
    view.observe(lambda change: seen.append(change["new"]), "corpus")
    view._heard(view, {"decide": asked(corpus)}, [])
    assert [message["done"] for message in sent] == [True]
    assert seen == [view.corpus] and view.corpus.claims["status"][0] == "rejected"
    assert view.data["claims"][0]["decided"] == "reject" and view.data["history"][0][0]["reason"] == "خطأ مطبعي"
    assert "Rejected by a person" in standing(view._shown, "en")
    view._heard(view, {"decide": {"claim": "x"}}, [])
    assert sent[-1]["done"] is False and "no such claim" in sent[-1]["told"][1] and len(seen) == 1


def test_what_was_decided_is_told_by_decisions_and_the_last_of_each_person_can_be_taken_back(corpus):
    told = decide(corpus, correct(corpus, **exact(21)), TODAY)
    told = decide(told, asked(told, "accept", coder="بدر", reason=""), TODAY)
    told = decide(told, correct(told, place="") | {"reason": "آخر"}, TODAY)
    told = decide(told, correct(told, low="", best="", high="5", precision="at_most"), TODAY)
    listed = reader.dossier(told).review["history"][0]
    assert [made["decision"] for made in listed] == ["correct", "accept", "correct", "correct"]
    assert [made["last"] for made in listed] == [False, True, True, True]  # its numbers were corrected again
    assert [made["fields"] for made in listed] == [[*NUMBERS], [""], ["place"], [*NUMBERS, "precision"]]
    assert [len(made["what"]) for made in listed] == [3, 1, 1, 4]
    last = listed[-1]
    told = decide(told, asked(told, "withdraw", coder=last["coder"], fields=last["fields"]), TODAY)
    listed = reader.dossier(told).review["history"][0]
    assert [made["last"] for made in listed] == [True, True, True, False, False]
    assert [made["stands"] for made in listed] == [True, True, True, False, False] and told.claims["best"][0] == 21


def test_a_page_s_file_may_take_back_what_stands_here(folder, corpus, tmp_path_factory):
    made = checked(corpus, asked(corpus), TODAY)
    told = write(corpus, made)
    other = tmp_path_factory.mktemp("other") / "decisions.csv"
    other.write_text(f"claim,decision,coder\n{made[0]['claim']},withdraw,أمل\n", encoding="utf-8")
    joined = join(join(told, other), other)
    assert [row["decision"] for row in rows(folder)] == ["reject", "withdraw"] and joined.claims.equals(corpus.claims)


def test_a_snapshot_is_kept_and_what_changed_is_told(folder, corpus, monkeypatch):
    view, sent = view_of(corpus, monkeypatch)
    assert view.data["changes"]["rows"] == [] and "no snapshot" in view.data["changes"]["note"][1]
    view._heard(view, {"keep": True}, [])
    assert "Kept in last-run.csv" in sent[-1]["kept"][1] and "Nothing changed" in view.data["changes"]["note"][1]
    view._heard(view, {"decide": correct(corpus, place="")}, [])
    told = {(row["field"][1], *(value[1] for value in row["values"])) for row in view.data["changes"]["rows"]}
    assert told == {("Place", "Khartoum", "—"), ("Decided", "—", "Corrected by a person")}
    assert len(parse(folder).reports) == 1


def test_claims_that_came_and_went_are_told(tmp_path):
    old = parse([("a", "قتل 3 مدنيين."), ("b", "وأصيب 4 جنود.")]).claims
    new = parse([("a", "قتل 3 مدنيين."), ("c", "=1 قتل 5 مدنيين.")])
    table = tables.changed(old, new.claims)
    assert table[["change", "report"]].to_numpy().tolist() == [["added", "c"], ["gone", "b"]]
    kept = snapshots.load(snapshots.save(new, tmp_path / "kept.csv"))
    assert len(tables.changed(kept, new.claims)) == 0 and len(tables.changed(kept, old)) == 2


def test_a_snapshot_that_is_none_stops_no_reader(folder, corpus):
    (folder / "last-run.csv").write_text("id\n1\n", encoding="utf-8")
    note = reader.show(corpus).data["changes"]["note"]
    assert "cannot be read: last-run.csv: has no column 'report'" in note[1] and str(folder) not in note[1]


def test_a_file_from_elsewhere_is_joined_once(folder, corpus, tmp_path_factory):
    decide(corpus, asked(corpus))
    other = tmp_path_factory.mktemp("other") / "decisions.csv"
    other.write_text(f"claim,decision,coder\n{corpus.claims['id'][1]},reject,=بدر\n", encoding="utf-8")
    told = join(join(corpus, other), other)
    assert [row["coder"] for row in rows(folder)] == ["أمل", "'=بدر"]
    assert told.claims["decided"].tolist()[:2] == ["reject", "reject"]
    other.write_text("claim,decision\nx,forget\n", encoding="utf-8")
    with pytest.raises(ValueError, match="decision is 'forget'"):
        join(corpus, other)
    assert len(rows(folder)) == 2


def test_a_decision_taken_back_and_taken_anew_is_joined_whole(folder, corpus, tmp_path_factory):
    lines, other = [], tmp_path_factory.mktemp("other") / "decisions.csv"
    for decision in ("accept", "withdraw", "accept"):  # each time the page's file is longer
        lines.append(f"{corpus.claims['id'][0]},{decision},amal\n")
        other.write_text("claim,decision,coder\n" + "".join(lines), encoding="utf-8")
        corpus = join(corpus, other)
    assert [row["decision"] for row in rows(folder)] == ["accept", "withdraw", "accept"]
    assert corpus.claims["decided"][0] == "accept" and join(corpus, other).claims.equals(corpus.claims)


def two(corpus, first, second):
    """Decisions of two people by their letters, a claim each."""
    names = {"a": "accept", "r": "reject", "k": "correct"}
    ids = corpus.claims["id"].tolist()
    listed = [
        [{"claim": ids[i], "decision": names[c]} for i, c in enumerate(row) if c != " "] for row in (first, second)
    ]
    return [decisions.applied(corpus.as_read, [r | {"field": "best", "value": "9"} for r in row])[1] for row in listed]


@pytest.mark.parametrize(
    ("first", "second", "claims", "same", "kappa", "why"),
    [
        ("arar", "arar", 4, 4, 1.0, None),
        ("aarr", "arar", 4, 2, 0.0, None),
        ("aaar", "aarr", 4, 3, 0.5, None),  # 3/4 seen, 1/2 by chance
        ("ar  ", "ra  ", 2, 0, -1.0, None),
        ("aaaa", "aaaa", 4, 4, None, "no_variation"),
        ("aa  ", "  aa", 0, 0, None, "no_claim"),
    ],
)
def test_agreement_beyond_chance(corpus, first, second, claims, same, kappa, why):
    row = tables.agreement(corpus, *two(corpus, first, second)).iloc[0]
    assert row["field"] == "decision" and (row["claims"], row["same"]) == (claims, same)
    assert (None if row.isna()["kappa"] else round(row["kappa"], 9)) == kappa
    assert (None if row.isna()["not_computed"] else row["not_computed"]) == why


def test_two_people_in_one_file_are_compared_field_by_field(folder, corpus):
    for coder, n, values in (
        ("amal", 0, exact(21)),
        ("badr", 0, exact(22)),
        ("amal", 1, {"status": "planned"}),
        ("badr", 1, None),
    ):
        form = correct(corpus, n, **values) if values else asked(corpus, "accept", n)
        corpus = decide(corpus, form | {"coder": coder, "reason": f"{coder} {n}"})
    first, second = tables.two_coders(corpus)
    table = tables.agreement(corpus, first, second).set_index("field")
    assert table.loc["best", ["claims", "same"]].tolist() == [2, 1]
    assert table["claims"].eq(2).all() and table.loc["decision", "same"] == 1
    listed = tables.disputes(corpus, first, second).set_index("field")
    assert listed.loc["best", ["first", "second", "first_reason"]].tolist() == ["21", "22", "amal 0"]
    assert listed.loc["decision", ["first", "second"]].tolist() == ["correct", "accept"]
    worded = tables.worded(corpus, listed.reset_index(), "en").set_index("field")
    assert worded.loc["Decision", "second"] == "Accepted by a person"
    own = decisions.read(folder / "decisions.csv")
    assert own["coder"].nunique() == 2 and len(own) == len(corpus.decisions)


def test_what_a_person_took_back_is_not_compared(corpus):
    told = decide(corpus, asked(corpus, "accept"))
    told = decide(told, asked(told, "correct", coder="بدر", reason="so", values={"place": ""}))
    made = checked(told, asked(told, coder="بدر", reason="misclick"), TODAY)
    told = write(told, made)
    assert [row["second"] for row in disputed(told)] == ["reject"]
    told = decide(told, back(told, made))
    assert [(row["field"], row["second_reason"]) for row in disputed(told)] == [("decision", "so"), ("place", "so")]


def disputed(corpus):
    return tables.disputes(corpus, *tables.two_coders(corpus)).to_dict("records")


def test_a_claim_that_one_rejects_counts_for_no_field(corpus):
    table = tables.agreement(corpus, *two(corpus, "kra", "rka")).set_index("field")
    assert table["claims"].to_dict() == {"decision": 3, "best": 1}


def test_of_one_coder_no_agreement_is_told(corpus):
    told = decide(corpus, asked(corpus))
    assert tables.agreement(told, *tables.two_coders(told))["claims"].tolist() == [0]
    assert tables.disputes(told, *tables.two_coders(told)).empty


def test_what_the_widget_shows_after_a_decision_is_what_a_new_reading_shows(folder, corpus, monkeypatch):
    view, _ = view_of(corpus, monkeypatch)
    view._heard(view, {"decide": asked(corpus, "correct", values=exact(21))}, [])
    assert view.data == reader.dossier(parse(folder)).overview() != reader.dossier(corpus).overview()


def test_claims_as_they_were_read_stay_so(corpus):
    before = corpus.as_read.copy()
    told = decide(corpus, correct(corpus, **exact(21)))
    told.claims.loc[1, "best"] = 99
    assert told.as_read.equals(before) and corpus.claims.equals(before)
