"""Input that cannot be read is listed with what to do; the good reports beside it are read."""

import pytest

from helpers import parse

GOOD = "قال متحدث باسم الجيش إن ثلاثة جنود قتلوا أمس."
BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n ", "empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text file"),
    "controls.txt": ("نص\0نص".encode(), "not a text file"),
    "legacy.txt": ("قتل ثلاثة".encode("cp1256"), "not UTF-8"),
    "english.txt": (b"Three soldiers were killed.", "holds no Arabic"),
    "report.docx": (b"PK\x03\x04", "not a .txt file"),
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    for name, (data, _) in BAD.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_every_bad_file_is_listed_by_name_with_what_to_do(folder):
    problems = parse(folder).reports.set_index("report")["problem"]
    assert problems.isna()["good.txt"]
    for name, (_, why) in BAD.items():
        assert problems[name].startswith(f"{name}: ") and why in problems[name]
        assert problems[name].count(".") >= 2, "says what to do"


def test_the_good_report_is_read_as_if_alone(folder):
    beside, alone = parse(folder), parse(folder / "good.txt")
    assert beside.claims["quote"].tolist() == alone.claims["quote"].tolist() == ["ثلاثة جنود قتلوا"]
    assert set(beside.claims["report"]) == {"good.txt"}


def test_an_empty_folder(tmp_path):
    with pytest.raises(ValueError, match="holds no reports. Put them there".replace(".", r"\.")):
        parse(tmp_path)


def test_a_folder_with_nothing_but_tables(tmp_path):
    (tmp_path / "manifest.csv").write_text("file\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("about", encoding="utf-8")
    with pytest.raises(ValueError, match="holds no reports"):
        parse(tmp_path)


def test_no_such_place(tmp_path):
    with pytest.raises(FileNotFoundError, match="no such file or folder"):
        parse(tmp_path / "nowhere")


def test_a_manifest_without_its_column(tmp_path):
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "manifest.csv").write_text("name\na.txt\n", encoding="utf-8")
    with pytest.raises(ValueError, match="has no column 'file'"):
        parse(tmp_path)


def test_a_manifest_day_is_used(tmp_path):
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "manifest.csv").write_text("file,published,outlet\na.txt,2020-05-02,جريدة\n", encoding="utf-8")
    corpus = parse(tmp_path)
    assert str(corpus.claims["date_low"].iloc[0])[:10] == "2020-05-01"
    assert corpus.reports["outlet"].tolist() == ["جريدة"]


def test_folders_inside_are_searched_and_names_are_relative(tmp_path):
    (tmp_path / "2020" / "may").mkdir(parents=True)
    (tmp_path / "2020" / "may" / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "b.txt").write_text(GOOD, encoding="utf-8")
    assert parse(tmp_path).reports["report"].tolist() == ["2020/may/a.txt"]


def test_a_byte_order_mark_is_no_letter(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert parse(tmp_path).text("a.txt") == GOOD


def test_pairs_of_name_and_text():
    corpus = parse((name, text) for name, text in [("a", GOOD), ("b", "")])
    assert corpus.reports["problem"].notna().tolist() == [False, True]
