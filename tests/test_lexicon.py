"""Word lists are data: a user's lines join ours, win over them, or take them away."""

import csv
import re
from pathlib import Path

import pytest

from helpers import findings, lexicon, parse, triggers
from helpers.charts import words
from helpers.lexicon import HERE, Phrases, load
from helpers.text import tokens


@pytest.mark.parametrize("path", sorted(HERE.glob("*.csv")), ids=lambda path: path.stem)
def test_every_list_is_tidy(path):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows and all(None not in row and None not in row.values() for row in rows), (
        "a line has too many or few cells"
    )
    assert "note" in rows[0], "a list says something about its lines"
    assert all(row[next(iter(row))].strip() for row in rows), "a line without a form"


def user(tmp_path, name, text):
    tmp_path.mkdir(exist_ok=True)
    (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_users_form_is_added(tmp_path):
    folder = user(tmp_path, "measures", "form,measure,pos,voice\nفطس,killed,verb,passive\n")
    text = [("a", "فطس ثلاثة جنود.")]
    assert parse(text).claims["measure"].tolist() == ["other_people"]
    assert parse(text, lexicons=folder).claims["measure"].tolist() == ["killed"]


def test_a_users_row_wins(tmp_path):
    folder = user(tmp_path, "vague", "form,class,low,high\nعشرات,dozens,30,90\n")
    assert parse([("a", "قتل عشرات.")], lexicons=folder).claims[["low", "high"]].to_numpy().tolist() == [[30, 90]]


def test_off_removes_a_form(tmp_path):
    folder = user(tmp_path, "vague", "form,off\nعشرات,x\n")
    assert parse([("a", "قتل عشرات.")], lexicons=folder).claims.empty


@pytest.mark.parametrize(
    ("note", "marks", "sides"), [("partisan word", "", [True]), ("", "partisan", [False]), ("x", "partisan", [False])]
)
def test_marks_steer_the_reader_and_notes_do_not(tmp_path, note, marks, sides):
    folder = user(tmp_path, "measures", f"form,measure,pos,voice,marks,note\nفطس,killed,verb,passive,{marks},{note}\n")
    assert parse([("a", "فطس ثلاثة جنود.")], lexicons=folder).claims["partisan"].isna().tolist() == sides


@pytest.mark.parametrize(
    ("form", "roles", "text"),
    [
        ("أفضى", "results", "قصفت قوات سوريا الديمقراطية السوق قصفا أفضى إلى مقتل 12 مدنيا."),
        ("أفلح", "manages", "أفلحت قوات سوريا الديمقراطية في أسر 12 مسلحا."),
        ("نزال", "fights", "مقتل 12 مسلحا من تنظيم الدولة في نزال مع قوات سوريا الديمقراطية."),
    ],
)
def test_a_users_word_tells_who_did_it(tmp_path, form, roles, text):
    folder = user(tmp_path, "contexts", f"form,pos,roles\n{form},{'noun' if roles == 'fights' else 'verb'},{roles}\n")
    assert parse([("a", text)]).claims["actor"].isna().all()
    assert parse([("a", text)], lexicons=folder).claims["actor"].notna().all()


@pytest.mark.parametrize(
    ("row", "text", "before", "after"),
    [
        ("يستعرض,verb,plot", "تستعرض الرواية كيف قتل 12.", ["killed"], []),
        ("الدراما,noun,invented", "تحكي الدراما كيف قتل 12.", ["killed"], []),
        ("الروسية,adjective,factual", "تحكي الرواية الروسية كيف قتل 12.", [], ["killed"]),
    ],
)
def test_a_users_word_tells_a_plot_or_that_it_is_none(tmp_path, row, text, before, after):
    folder = user(tmp_path, "contexts", f"form,pos,roles\n{row}\n")
    assert parse([("a", text)]).claims["measure"].tolist() == before
    assert parse([("a", text)], lexicons=folder).claims["measure"].tolist() == after


@pytest.mark.parametrize(
    ("row", "text", "before", "after"),
    [
        ("مظلي,adjective,rank", "قال العميد مظلي سالم ناصر إن الهدنة انتهت.", "مظلي سالم ناصر", "سالم ناصر"),
        ("خطاب,noun,own_words", "قتل خمسة، وفق خطابه.", "خطابه", None),
    ],
)
def test_a_users_word_tells_who_speaks(tmp_path, row, text, before, after):
    folder = user(tmp_path, "contexts", f"form,pos,roles\n{row}\n")
    said = [parse([("a", text)], lexicons=lists).attributions for lists in (None, folder)]
    assert [next(iter(acts["source"]), None) for acts in said] == [before, after]


def test_a_users_word_tells_what_a_document_rests_on(tmp_path):
    folder = user(tmp_path, "contexts", "form,pos,roles\nوزع,verb,rests\n")
    text = "وبحسب تقرير وزع أمس، قتل ثلاثة."
    (before,), (after,) = (parse([("a", text)], lexicons=lists).attributions.itertuples() for lists in (None, folder))
    assert text[before.content_start : before.content_end] == "وزع أمس، قتل ثلاثة"
    assert text[after.content_start : after.content_end] == "قتل ثلاثة"


def test_a_mark_tells_who_is_armed(tmp_path):
    head, row = "form,measure,pos,takes,voice,marks", "تحت رايته,present,noun,person,either"
    for marks, measure in (("", "other_people"), ("armed", "fighters_present")):
        folder = user(tmp_path / f"of{marks}", "measures", f"{head}\n{row},{marks}\n")
        assert parse([("a", "كان تحت رايته 600 رجل.")], lexicons=folder).claims["measure"].tolist() == [measure]


def test_a_users_party_may_be_named_in_the_users_other_lists(tmp_path):
    folder = user(tmp_path, "parties", "party,en,ar,group\nriver,River Brigade,كتيبة النهر,armed_group\n")
    user(tmp_path, "entities", "form,entity,kind,party\nكتيبة النهر,كتيبة النهر,party,river\n")
    claims = parse([("a", "قالت كتيبة النهر إن خمسة مدنيين قتلوا.")], lexicons=folder).claims
    assert claims["source_party"].tolist() == ["river"]


def test_a_users_word_of_the_codebook_takes_no_other_away(tmp_path):
    ours = load()["codebook"]
    known = load(str(user(tmp_path, "codebook", "column,value,en,ar\nmeasure,killed,Dead,موتى\n")))["codebook"]
    assert len(known) == len(ours) and [row["en"] for row in known if row["value"] == "killed"] == ["Dead"]


def test_a_list_that_was_changed_is_read_again(tmp_path):
    text = [("a", "فطس ثلاثة جنود.")]
    for measure in ("killed", "wounded"):
        folder = user(tmp_path, "measures", f"form,measure,pos,voice\nفطس,{measure},verb,passive\n")
        assert parse(text, lexicons=folder).claims["measure"].tolist() == [measure]


def test_an_unknown_list_is_named(tmp_path):
    with pytest.raises(ValueError, match="no word list is called 'verbs'"):
        load(str(user(tmp_path, "verbs", "form\nقال\n")))


def test_no_such_folder(tmp_path):
    with pytest.raises(FileNotFoundError, match="no such folder of word lists"):
        load(str(tmp_path / "nowhere"))


@pytest.mark.parametrize(
    ("name", "table", "told"),
    [
        ("measures", "measure,pos\nkilled,verb\n", "has no column 'form'"),
        (
            "measures",
            "form,measure,pos,voice,kind\nفطس,killed,verb,either,x\n",
            "no column 'kind'. Its columns are form",
        ),
        ("measures", "form,measure,pos,voice\nفطس,,verb,either\n", "row 2: has nothing in its column 'measure'"),
        ("measures", "form,measure,pos,voice\n,killed,verb,either\n", "row 2: has nothing in its column 'form'"),
        ("measures", "form,measure,pos,voice\nَ,killed,verb,either\n", "row 2: .* holds no word"),
        ("vague", "form,class,low\nعشرات,dozens,twenty\n", "row 2: low is 'twenty', no number"),
        ("vague", "form,class\nعشرات,dozens,20\n", "row 2: has more cells"),
        ("vague", "form,class\n\nعشرات,\n", "row 3: has nothing in its column 'class'"),
        (
            "titles",
            "form,type,marks\nنجار,witness,plural\n",
            "row 2: 'plural' is nothing that the column 'marks' of this list holds: definite",
        ),
        (
            "contexts",
            "form,pos,roles\nداهم,verb,atacks\n",
            "row 2: 'atacks' is nothing that the column 'roles' of this list holds: armed, attacks",
        ),
        (
            "measures",
            "form,measure,pos,voice\nفطس,kiled,verb,either\n",
            "row 2: 'kiled' is nothing that the column 'measure' of this list holds: area_km2, arrived",
        ),
        (
            "nouns",
            "form,lemma,number,class,group\nمرتزق,مرتزق,singular,person,armee\n",
            "row 2: 'armee' is nothing that the column 'group' of this list holds: armed_group",
        ),
        (
            "entities",
            "form,entity,kind,party\nفاغنر,فاغنر,party,wagners\n",
            "row 2: 'wagners' is nothing that the column 'party' of this list holds: ",
        ),
        (
            "entities",
            "form,entity,kind,lat,lon,precision\nزرزور,زرزور,place,360,36,town\n",
            "row 2: lat is 360, on no map",
        ),
        ("vague", "form,class,low,high\nعشرات,dozens,90,20\n", "row 2: low is 90, above high, 20"),
    ],
)
def test_a_users_list_that_cannot_be_read_is_told_with_its_row(tmp_path, name, table, told):
    with pytest.raises(ValueError, match=rf"{name}\.csv.*{told}"):
        load(str(user(tmp_path, name, table)))


def test_a_users_list_in_another_encoding_is_told(tmp_path):
    (tmp_path / "vague.csv").write_bytes("form,class\nعشرات,dozens\n".encode("cp1256"))
    with pytest.raises(ValueError, match=r"vague\.csv: not UTF-8 \(byte 11"):
        load(str(tmp_path))


def test_cells_are_as_written():
    assert {row["key"]: row["en"] for row in load()["charts"]}["comma"] == ", ", "its space is kept"


def test_the_longest_phrase_wins():
    rows = Phrases([{"form": "أكثر"}, {"form": "أكثر من"}])
    assert rows.at(tokens("أكثر من مئة"), 0).length == 2


def test_the_default_is_loaded_once():
    assert load() is load() is lexicon.load()


def test_every_list_and_column_is_described():
    described = (HERE / "README.md").read_text(encoding="utf-8").split("\n## ", 1)[1]
    for path in sorted(HERE.glob("*.csv")):
        columns = set(path.read_text(encoding="utf-8").split("\n", 1)[0].split(",")) - {"note", "key"}
        about = re.search(rf"^.*`{path.stem}`.*$", described, re.M)
        assert about, f"{path.name} is not described"
        own_words = described.index(about[0]) > described.index("## Words of the project itself")
        assert own_words or columns <= set(re.findall(r"`(\w+)`", about[0])), f"{path.name}: a column is not described"


def test_every_role_of_a_context_is_described_and_read():
    described = (HERE / "README.md").read_text(encoding="utf-8").split("The roles of `contexts`:")[1].split("\n\n")[1]
    named = {role for line in described.splitlines()[2:] for role in line.split("|")[1].replace(",", " ").split()}
    source = "".join(path.read_text(encoding="utf-8") for path in HERE.parent.glob("*.py"))
    assert named == {role for row in load()["contexts"] for role in row["roles"].split()}
    assert all(f'"{role}"' in source for role in named), "no reader asks for it"


def test_every_measure_is_of_one_kind():
    kinds = (triggers.TOLLS, triggers.BLOWS, triggers.MOVES, triggers.STOCKS, triggers.GROUND, triggers.OTHERS)
    measures = {row["value"] for row in load()["codebook"] if row["column"] == "measure"}
    assert sorted(measure for kind in kinds for measure in kind) == sorted(measures)


GUIDE = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
SHOWN = {
    "cues": ("باح القائد سالم بأن الطريق مقطوع.", lambda corpus: corpus.attributions["source"].tolist(), ["سالم"]),
    "nouns": ("تقدم الجيش 12 شبرا.", lambda corpus: corpus.claims["measure"].tolist(), ["distance_km"]),
    "contexts": (
        "داهمت قوات سوريا الديمقراطية السوق ما أدى إلى مقتل 12 مدنيا.",
        lambda corpus: corpus.claims["actor"].dropna().tolist(),
        ["قوات سوريا الديمقراطية"],
    ),
    "measures": ("شُنق 12 شخصا.", lambda corpus: corpus.claims["measure"].tolist(), ["killed"]),
}


@pytest.mark.parametrize("name", SHOWN)
def test_what_the_guide_adds_is_read_then_and_not_before(tmp_path, name):
    line = re.search(rf"`{name}\.csv`[^|`]*`([^`]*)`", GUIDE)[1]
    text, seen, wanted = SHOWN[name]
    head = (HERE / f"{name}.csv").read_text(encoding="utf-8").split("\n", 1)[0]
    assert line.count(",") == head.count(",")
    off = user(tmp_path / "off", name, f"form,off\n{line.split(',')[0]},x\n")  # somebody may have added it by the guide
    assert seen(parse([("a", text)], lexicons=off)) != wanted
    assert seen(parse([("a", text)], lexicons=user(tmp_path / "on", name, f"{head}\n{line}\n"))) == wanted


def test_word_lists_beside_the_reports_are_joined_and_are_no_reports(tmp_path):
    (tmp_path / "a.txt").write_text("فطس ثلاثة جنود.", encoding="utf-8")
    user(tmp_path / "lexicons", "measures", "form,measure,pos,voice\nفطس,killed,verb,passive\n")
    (tmp_path / "2020" / "lexicons").mkdir(parents=True)
    (tmp_path / "2020" / "lexicons" / "b.txt").write_text("فطس خمسة جنود.", encoding="utf-8")
    corpus = parse(tmp_path)
    assert corpus.reports["report"].tolist() == ["2020/lexicons/b.txt", "a.txt"]
    assert corpus.claims["measure"].tolist() == ["killed", "killed"]
    assert parse(tmp_path / "a.txt").claims["measure"].tolist() == ["killed"]
    other = user(tmp_path / "other", "measures", "form,measure,pos,voice\nفطس,wounded,verb,passive\n")
    assert parse(tmp_path, lexicons=other).claims["measure"].tolist() == ["wounded", "wounded"]


def test_what_a_user_adds_is_called_by_its_name_in_sentences_and_charts(tmp_path):
    user(tmp_path, "parties", "party,en,ar,group\nriver9,River Front,جبهة النهر,armed_group\n")
    user(tmp_path, "entities", "form,entity,entity_en,kind,party\nجبهة النهر,جبهة النهر,River Front,party,river9\n")
    user(tmp_path, "measures", "form,measure,pos,voice\nزج,jailed,verb,passive\n")
    user(tmp_path, "codebook", "column,value,en,ar\nmeasure,jailed,Jailed,مسجونون\n")
    corpus = parse([("a", "قالت جبهة النهر إن 7 من مقاتليها قتلوا. وزُج 9 أشخاص في السجن.")], lexicons=tmp_path)
    assert corpus.claims["measure"].tolist() == ["killed", "jailed"]
    facts = findings.tolls(corpus)
    assert (facts["own_killed_en"], facts["own_killed_ar"]) == ("River Front: 7", "جبهة النهر: 7")
    assert [words.word("measure", "jailed", lang) for lang in ("en", "ar")] == ["Jailed", "مسجونون"]
