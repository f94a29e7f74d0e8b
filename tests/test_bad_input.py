"""Input that cannot be read is listed with what to do; the good reports beside it are read."""

import hashlib
import os
import sys
from datetime import date, datetime

import pandas as pd
import pytest

import helpers
from helpers import findings, parse, tables

GOOD = "قال متحدث باسم الجيش إن ثلاثة جنود قتلوا أمس."
SHAPED = "ﻗﺘﻞ ﺛﻼﺛﺔ ﺟﻨﻮﺩ ﻓﻲ ﺍﻟﻤﺪﻳﻨﺔ."  # letters in the shapes that PDF files give
BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n ", "empty"),
    "mark.txt": (b"\xef\xbb\xbf", "empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text file"),
    "controls.txt": ("نص\0نص".encode(), "U+0000 at character 2"),
    "unknown.txt": (b"\x81\xfd\x8d\xff\x90" * 9, "not UTF-8"),
    "legacy.txt": ("من".encode("cp1256"), "too short to tell"),
    "notepad.txt": (b"\xff\xfe\x00\xd8\x41", "marked as UTF-16, which it is not"),
    "english.txt": (b"Three soldiers were killed.", "holds no Arabic"),
    "shapes.txt": (SHAPED[::-1].encode(), "reverse order"),
    "backwards.txt": ("قتل ثلاثة جنود في المدينة."[::-1].encode(), "reverse order"),
    "report.docx": (b"PK\x03\x04", "no .docx file"),
    "report.pdf": (b"%PDF-1.4\n%%EOF", "no PDF that can be opened"),
    "report.html": (b"<html><body></body></html>", "no article was found"),
    "report.doc": (b"\xd0\xcf\x11\xe0", "not a kind of file that is read"),
    "report.xlsx": (b"PK\x03\x04", "not a kind of file that is read"),
    "table.csv": (b"name,body\na,b\n", "a table without a column 'text'"),
    "twice.csv": (b"text,title,Text\na,b,c\n", "two columns 'text'"),
    "days.csv": (b"text,published,published \na,b,c\n", "two columns 'published'"),
    "table.jsonl": (b"", "a table without rows"),
    "table.parquet": (b"PAR1", "no Parquet file that can be read"),
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    for name, (data, _) in BAD.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


@pytest.fixture
def one(tmp_path):
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


def beside(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def problems(corpus):
    return corpus.reports.set_index("report")["problem"]


def test_every_bad_file_is_listed_by_name_with_what_to_do(folder):
    found = problems(parse(folder))
    assert found.isna()["good.txt"]
    for name, (_, why) in BAD.items():
        assert found[name].startswith(f"{name}: ") and why in found[name]
        assert found[name].count(".") >= 2, "says what to do"


def test_the_good_report_is_read_as_if_alone(folder):
    beside, alone = parse(folder), parse(folder / "good.txt")
    assert beside.claims["quote"].tolist() == alone.claims["quote"].tolist() == ["ثلاثة جنود قتلوا"]
    assert set(beside.claims["report"]) == {"good.txt"}


def test_an_empty_folder(tmp_path):
    with pytest.raises(ValueError, match="holds no reports. Put them there".replace(".", r"\.")):
        parse(tmp_path)


def test_a_folder_with_nothing_but_tables(tmp_path):
    beside(tmp_path, "manifest.csv", "file\n")
    beside(tmp_path, "README.md", "about")
    with pytest.raises(ValueError, match="holds no reports"):
        parse(tmp_path)


def test_no_such_place(tmp_path):
    with pytest.raises(FileNotFoundError, match="no such file or folder"):
        parse(tmp_path / "nowhere")


def test_what_is_no_file_is_listed_too(one):
    (one / "inner.txt").mkdir()
    (one / "gone.txt").symlink_to(one / "nowhere")
    (one / "loop.txt").symlink_to("loop.txt")
    (one / "linked").symlink_to(one / "inner.txt")
    os.mkfifo(one / "pipe.txt")
    found = problems(parse(one))
    assert found.isna()["a.txt"]
    assert "an empty folder" in found["inner.txt"] and "neither a file" in found["pipe.txt"]
    assert all("a link to no report" in found[name] for name in ("gone.txt", "loop.txt", "linked"))


@pytest.mark.parametrize("name", ["locked.txt", "locked"])
def test_what_may_not_be_opened_is_listed(one, monkeypatch, name):
    """As root, every file may be opened: the refusal of the system is put in its place."""

    def refuse(path, *_, **__):
        if str(path).endswith(name):
            raise PermissionError(13, "Permission denied", str(path))
        return data(path) if isinstance(path, helpers.Path) else scan(path)

    data, scan = helpers.Path.read_bytes, os.scandir
    if name.endswith(".txt"):
        (one / name).write_text(GOOD, encoding="utf-8")
        monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    else:
        (one / name).mkdir()
        monkeypatch.setattr("os.scandir", refuse)
    found = problems(parse(one))
    assert found[name].startswith(f"{name}: ") and "cannot be opened (Permission denied)" in found[name]
    assert found.isna()["a.txt"]


@pytest.mark.parametrize(
    "name",
    ["two words", "new\nline", "a,b", "a#b", "a:b", "100%", "a%20b", "a b:1-2", "تقرير الأحد", "wide\u3000space"],
)
def test_any_file_name_will_do(tmp_path, name):
    for i in range(2):
        (tmp_path / f"{name}{i}.txt").write_text(GOOD, encoding="utf-8")
    corpus = parse(tmp_path)
    assert tables.casualties(corpus)["mentions"].tolist() == [2]  # one text printed twice
    assert {identity for claims in corpus.items["claims"] for identity in claims.split()} == set(corpus.claims["id"])
    assert corpus.claims["id"].is_unique and set(corpus.claims["report"]) == {f"{name}0.txt", f"{name}1.txt"}


def test_a_file_name_that_is_no_text(tmp_path):
    try:
        (tmp_path / os.fsdecode(b"\xc7\xe1.txt")).write_text(GOOD, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    corpus = parse(tmp_path)
    assert corpus.reports["report"].tolist() == [r"\xc7\xe1.txt"]
    assert corpus.claims.to_csv().encode("utf-8") and len(corpus.claims) == 1


def test_names_that_differ_have_ids_that_differ():
    names = ["a b", "a%20b", "a\tb", "a:b", "a%3Ab"]
    assert parse([(name, GOOD) for name in names]).reports["id"].is_unique


def test_folders_inside_are_searched_and_names_are_relative(tmp_path):
    for place in ("2020/may/a.txt", ".hidden/b.txt", "__MACOSX/c.txt", "_drafts/d.txt"):
        (tmp_path / place).parent.mkdir(parents=True)
        (tmp_path / place).write_text(GOOD, encoding="utf-8")
    assert parse(tmp_path).reports["report"].tolist() == ["2020/may/a.txt", "_drafts/d.txt"]


def test_what_systems_leave_in_a_folder_is_passed_over_and_a_picture_is_told(one):
    for name in ("Thumbs.db", "Desktop.ini", ".DS_Store", "~$report.docx", "._a.txt", "Icon\r", "$RECYCLE.BIN/a.txt"):
        (one / name).parent.mkdir(exist_ok=True)
        (one / name).write_bytes(b"\0\1")
    for name in ("picture.jpg", "~report.txt", "thumbs.db.txt"):
        (one / name).write_text(GOOD, encoding="utf-8")
    found = problems(parse(one))
    assert set(found.index) == {"a.txt", "picture.jpg", "~report.txt", "thumbs.db.txt"}
    assert found.notna().sum() == 1 and "not a kind of file that is read" in found["picture.jpg"]


def test_a_byte_order_mark_is_no_letter(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert parse(tmp_path).text("a.txt") == GOOD


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2029"])
def test_any_line_end_parts_lines_and_stays(tmp_path, newline):
    text = f"هجوم على نقطة تفتيش{newline}{newline}{GOOD}{newline}"
    (tmp_path / "a.txt").write_bytes(text.encode())
    corpus = parse(tmp_path)
    assert corpus.text("a.txt") == text
    assert corpus.sections["kind"].tolist() == ["headline", "body"]
    assert corpus.claims["best"].tolist() == [3]


def test_pairs_of_name_and_text():
    corpus = parse((name, text) for name, text in [("a", GOOD), ("b", ""), ("c", "قتل \ud800 ثلاثة")])
    assert corpus.reports["problem"].notna().tolist() == [False, True, True]
    with pytest.raises(ValueError, match="Two reports are called 'a'"):
        parse([("a", GOOD), ("a", GOOD)])


@pytest.mark.parametrize("pairs", [[("a", None)], [(1, GOOD)], ["a.txt"], [("a", GOOD, "b")], {"ab": GOOD}])
def test_what_is_no_pair(pairs):
    with pytest.raises(TypeError, match="not a pair of texts"):
        parse(pairs)


def test_letters_in_the_shapes_of_pdf_text_are_read():
    corpus = parse([("a", SHAPED)])
    assert corpus.claims[["measure", "best", "number_text"]].to_numpy().tolist() == [["killed", 3, "ﺛﻼﺛﺔ"]]


@pytest.mark.parametrize(
    "text",
    [
        "قتل " + "9" * 400 + " شخصا.",
        "قتل " + "9" * 5_000 + ",5 شخصا.",
        "مليون " * 120 + "قتيل.",
        "ثلاثة " + "مليار " * 60 + "قتيل.",
        "صفر فاصلة " + "خمسة " * 400,
        "قبل 99999999999999 سنة، وفي 1/1/99999999",
    ],
)
def test_numbers_too_long_to_be_quantities_end_nothing(text):
    corpus = parse([("a", text), ("b", GOOD)])
    assert corpus.reports["problem"].isna().all()
    assert len(corpus.ledger[corpus.ledger["report"] == "a"]) > 0
    assert corpus.claims["report"].tolist().count("b") == 1


@pytest.mark.parametrize(("module", "name"), [("helpers.assemble", "read_report"), ("helpers.assemble", "record_rows")])
def test_a_report_that_the_reader_fails_on_is_told_with_the_fault(monkeypatch, module, name):
    whole = getattr(sys.modules[module], name)

    def fail(first, *rest):
        if "a" in (first, getattr(first, "report", None)):
            raise ZeroDivisionError("of all things")
        return whole(first, *rest)

    monkeypatch.setattr(sys.modules[module], name, fail)
    corpus = parse([("a", GOOD), ("b", GOOD)])
    assert "a: reading it failed (ZeroDivisionError: of all things, test_bad_input.py line" in problems(corpus)["a"]
    assert corpus.claims["report"].tolist() == ["b"]
    assert findings.overall(corpus)["problems"] == 1


# The tables beside the reports


def test_a_manifest_day_is_used(one):
    corpus = parse(beside(one, "manifest.csv", "File, published ,outlet\n a.txt,2020-05-02,جريدة\n"))
    assert str(corpus.claims["date_low"].iloc[0])[:10] == "2020-05-01"
    assert corpus.reports["outlet"].tolist() == ["جريدة"]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("name\na.txt\n", "has no column 'file'"),
        ("file|published\na.txt|2020-05-02\n", "parted by commas"),
        ("file,published\na.txt,May\n", "row 2: published: 'May' is no day. Write 2019-01-25"),
        ("file,published\na.txt,2020-05-02/\n", "row 2: published: '2020-05-02/' is no day"),
        ("file,published\n\na.txt,2020-05-02/2020-05-01\n", "row 3: published: .* second day is before the first"),
        ("file,sha256\na.txt,abc\n", "row 2: sha256 'abc' is not 64"),
        ("file\na.txt\na.txt\n", r"row 3: lists a.txt again \(see row 2\)"),
        ("file,url\na.txt,http://x,y\n", "row 2: has more cells than there are columns"),
        ("file,url\n,http://x\n", "row 2: has nothing in its column 'file'"),
        ('file,url\na.txt,"http://x\n', "no CSV"),
        ("file,file\na.txt,b\n", "two columns 'file'"),
    ],
)
def test_a_manifest_that_cannot_be_followed_is_told_with_its_row(one, table, told):
    with pytest.raises(ValueError, match=rf"manifest\.csv.*{told}"):
        parse(beside(one, "manifest.csv", table))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("2019-03-23,,near,سقوط القرية,x", "row 2: relation is 'near'. Write on, after or before"),
        ("March,,on,سقوط القرية,x", "row 2: 'March/March' is no day"),
        (",,on,سقوط القرية,x", "row 2: date_low is empty"),
        ("2019-03-23,2019-03-22,on,سقوط القرية,x", "row 2: .* second day is before the first"),
        ("2019-03-23,,on,,x", "row 2: no words tell the event"),
        ("2019-03-23,,on,سقوط القرية,x\n2019-03-23,,in,سقوط,x", "row 3: relation is 'in'"),
    ],
)
def test_an_event_that_cannot_be_followed_is_told_with_its_row(one, rows, told):
    with pytest.raises(ValueError, match=rf"anchors\.csv, {told}"):
        parse(beside(one, "anchors.csv", f"date_low,date_high,relation,words,event_en\n{rows}\n"))


def test_anchors_need_only_their_day_relation_and_words(one):
    corpus = parse(beside(one, "anchors.csv", "date_low,relation,words\n2019-03-23,before,\n"))
    assert str(corpus.reports["published_high"].iloc[0])[:10] == "2019-03-22"


def test_tables_in_another_encoding_are_told(one):
    (one / "anchors.csv").write_bytes("date_low,relation,words\n2019-03-23,on,سقوط\n".encode("cp1256"))
    with pytest.raises(ValueError, match=r"anchors\.csv: not UTF-8"):
        parse(one)


def test_every_wrong_row_is_told_at_once(one):
    rows = "".join(f"{i}.txt,May\n" for i in range(7))
    with pytest.raises(ValueError) as told:
        parse(beside(one, "manifest.csv", f"file,published\n{rows}"))
    assert str(told.value).count("is no day") == 5 and "and 2 more rows" in str(told.value)


@pytest.mark.parametrize("mark", [";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_tables_may_be_parted_as_spreadsheets_of_many_countries_do(one, mark, end):
    rows = (("file", "published", "outlet"), ("a.txt", "2020-05-02", "جريدة، يومية, مستقلة"))
    row = parse(beside(one, "manifest.csv", end.join(map(mark.join, rows)) + end)).reports.iloc[0]
    assert (str(row["published_low"])[:10], row["outlet"]) == ("2020-05-02", "جريدة، يومية, مستقلة")


def test_a_report_that_the_manifest_lists_and_the_folder_lacks(one):
    corpus = parse(beside(one, "manifest.csv", "file\nb.txt\na.txt\n"))
    assert "listed in manifest.csv (row 2), but there is no such report" in problems(corpus)["b.txt"]
    assert problems(corpus).isna()["a.txt"]
    assert parse(one / "a.txt").reports["report"].tolist() == ["a.txt"], "asked for alone, it misses nobody"


def test_bytes_that_are_not_those_of_the_manifest_are_told_and_read(one):
    right = hashlib.sha256(GOOD.encode()).hexdigest()
    assert problems(parse(beside(one, "manifest.csv", f"file,sha256\na.txt,{right.upper()}\n"))).isna().all()
    corpus = parse(beside(one, "manifest.csv", f"file,sha256\na.txt,{'0' * 64}\n"))
    assert "its bytes are not those of manifest.csv (row 2)" in problems(corpus)["a.txt"]
    assert corpus.text("a.txt") == GOOD and corpus.claims["best"].tolist() == [3]
    assert tables.days(corpus)["report"].unique().tolist() == ["a"]
    assert {key: findings.overall(corpus)[key] for key in ("reports", "problems")} == {"reports": 1, "problems": 0}


# Days that the caller states


@pytest.mark.parametrize(
    ("stated", "low", "high"),
    [
        (date(2020, 5, 2), "2020-05-02", "2020-05-02"),
        (datetime(2020, 5, 2, 14), "2020-05-02", "2020-05-02"),
        (pd.Timestamp("2020-05-02"), "2020-05-02", "2020-05-02"),
        ("2020-05-02", "2020-05-02", "2020-05-02"),
        ("2020-05-02/2020-05-04", "2020-05-02", "2020-05-04"),
        ((date(2020, 5, 2), date(2020, 5, 4)), "2020-05-02", "2020-05-04"),
        (["2020-05-02", date(2020, 5, 4)], "2020-05-02", "2020-05-04"),
    ],
)
def test_stated_days_are_used(one, stated, low, high):
    beside(one, "manifest.csv", "file,published\na.txt,2019-01-01\n")
    report = parse(one, published={"a.txt": stated}).reports.iloc[0]
    assert [str(report[f"published_{end}"])[:10] for end in ("low", "high")] == [low, high]
    assert report["dating_evidence"] == "given by the caller"


@pytest.mark.parametrize("stated", [None, "", "May", 2020, pd.NaT, (date(2020, 5, 2),), ("2020-05-04", "2020-05-02")])
def test_what_is_no_day_is_told_with_its_report(stated):
    with pytest.raises(ValueError, match=r"published\['a'\]: .*day"):
        parse([("a", GOOD)], published={"a": stated})


def test_a_day_for_a_report_that_is_not_there():
    with pytest.raises(ValueError, match=r"no report is called 'b'. The reports are a\."):
        parse([("a", GOOD)], published={"b": date(2020, 5, 2)})
