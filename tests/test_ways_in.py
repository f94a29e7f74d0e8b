"""The ways in: every kind of file gives its words as they stand, and a hostile one is one report that is not read."""

import codecs
import io
import json
import subprocess
import sys
import time
import zipfile
from datetime import date
from pathlib import Path

import docx
import matplotlib.pyplot as plt
import pandas as pd
import polars
import pytest
from matplotlib import font_manager

from helpers import corpus, files, parse, pdf_files, table_files, web_pages, word_files
from helpers.decoding import decoded
from helpers.extracted import Unreadable

ROOT = Path(__file__).parents[1]
GOOD = "قال متحدث باسم الجيش إن ثلاثة جنود قتلوا أمس في هجوم على نقطة تفتيش شمالي المدينة."
MORE = "وقال سكان إن نحو 40 عائلة غادرت القرية قبل الهجوم بيومين وإن الطريق ما زال مقطوعا."


def problems(read):
    return read.reports.set_index("report")["problem"]


def report(folder, name="a.txt"):
    return parse(folder).reports.set_index("report").loc[name]


# Letters


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1256", "windows-1256"),
        ("iso8859-6", "iso-8859-6"),
    ],
)
@pytest.mark.parametrize("text", [GOOD, MORE, f"{GOOD}\r\n\r\n{MORE}", "مقتل 38 من المسلحين"])
def test_every_encoding_is_told_and_recorded(tmp_path, encoding, told, text):
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    read = parse(tmp_path)
    assert read.text("a.txt") == text
    assert read.reports["encoding"].tolist() == [told]


def test_big_endian_with_its_mark():
    assert decoded(codecs.BOM_UTF16_BE + GOOD.encode("utf-16-be")) == (GOOD, "utf-16-be")


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "koi8-r", "cp1255", "shift_jis"])
def test_another_script_is_never_taken_for_arabic(tmp_path, encoding):
    words = {"koi8-r": "Три солдата погибли вчера в бою у города", "cp1255": "שלושה חיילים נהרגו אתמול"}
    words |= {"shift_jis": "昨日三人の兵士が殺害された"}
    text = words.get(encoding, "Le président a été tué à l'aéroport, où trois soldats sont tombés à côté.")
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert not pd.isna(report(tmp_path)["problem"])


# Web pages

PAGE = """<html lang="ar" dir="rtl"><head><meta charset="{charset}"><title>مقتل ثلاثة جنود</title>
<meta property="article:published_time" content="2020-05-02T22:10:00+03:00">
<meta property="og:site_name" content="جريدة الساحل"><link rel="canonical" href="https://example.org/7"></head>
<body><nav><a href="/">الرئيسية</a> <a href="/s">رياضة 99</a></nav>
<article><h1>مقتل ثلاثة جنود</h1><p>{good}</p><p>{more}</p></article>
<script>var n = "قتل 77 شخصا";</script><footer>جميع الحقوق محفوظة 2024</footer></body></html>"""


@pytest.mark.parametrize(
    ("encoding", "charset", "told"),
    [
        ("utf-8", "utf-8", "html, utf-8"),
        ("cp1256", "windows-1256", "html, windows-1256"),
        ("cp1256", "utf-8", "html, windows-1256"),
        ("utf-8", "windows-1256", "html, utf-8"),
        ("iso8859-6", "ISO-8859-6", "html, iso-8859-6"),
    ],
)
def test_a_web_page_gives_its_article_and_what_it_states(tmp_path, encoding, charset, told):
    (tmp_path / "a.html").write_bytes(PAGE.format(charset=charset, good=GOOD, more=MORE).encode(encoding))
    read = parse(tmp_path)
    assert read.text("a.html").split("\n") == ["مقتل ثلاثة جنود", GOOD, MORE]
    row = read.reports.iloc[0]
    assert (row["outlet"], row["url"], row["encoding"]) == ("جريدة الساحل", "https://example.org/7", told)
    assert str(row["published_low"])[:10] == "2020-05-02"
    assert row["dating_evidence"] == "given in the head of the saved page"
    told = read.claims[read.claims["section"].eq("body")]["date_low"].iloc[0]
    assert str(told)[:10] == "2020-05-01", "«أمس» is the day before the page's"


@pytest.mark.parametrize(
    "nested", ["<div>" * 50_000, "<b>" * 50_000, "<table><tr><td>" * 20_000, "<p>" * 49_000, "<p>" * 200_000]
)
def test_nested_markup_ends_in_time_and_ends_nothing(tmp_path, nested):
    (tmp_path / "bad.html").write_text(f"<html><body>{nested}{GOOD}", encoding="utf-8")
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    began = time.perf_counter()
    found = problems(parse(tmp_path))
    assert found.isna()["a.txt"] and time.perf_counter() - began < 60


def test_a_page_asks_nobody_for_anything(monkeypatch):
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("a page was fetched"))
    page = PAGE.format(charset="utf-8", good=GOOD, more=MORE).replace(
        "<body>", '<body><img src="http://example.org/x">'
    )
    assert GOOD in web_pages.extracted(page.encode()).text


# Word


def word(make=None):
    document, data = docx.Document(), io.BytesIO()
    document.add_heading("مقتل ثلاثة جنود")
    document.add_paragraph(GOOD)
    (make or (lambda _: None))(document)
    document.save(data)
    return data.getvalue()


def test_a_word_file_gives_its_paragraphs():
    assert word_files.extracted(word()).text.split("\n\n") == ["مقتل ثلاثة جنود", GOOD]


def test_a_tables_cells_and_insertions_are_read_and_deletions_are_not():
    def change(document):
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "قتلى", "38"
        space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        for tag, inner in (("ins", "<w:t>اثنان</w:t>"), ("del", "<w:delText>تسعة</w:delText>")):
            xml = f"<w:{tag} {space} w:id='1' w:author='a'><w:r>{inner}</w:r></w:{tag}>"
            document.paragraphs[1]._p.append(docx.oxml.parse_xml(xml))

    text = word_files.extracted(word(change)).text
    assert text.split("\n\n") == ["مقتل ثلاثة جنود", f"{GOOD}اثنان", "قتلى", "38"]


def archive(**parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_rels", "_rels/.rels"), content)
    return data.getvalue()


RELS = '<Relationships><Relationship Type="x/officeDocument" Target="{}"/></Relationships>'
LAUGHS = '<!DOCTYPE d [<!ENTITY a "قتل 9 "><!ENTITY b "{}">]><d xmlns:w="{}"><w:p><w:t>&b;</w:t></w:p></d>'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04", "no .docx file"),
        (archive(a_xml="x"), "no .docx file"),
        (archive(_rels=RELS.format("../../etc/passwd")), "no .docx file"),
        (archive(_rels=RELS.format("d.xml"), d_xml="<open>"), "no .docx file"),
        (archive(_rels=RELS.format("d.xml"), d_xml=b" " * (word_files.LARGEST_PART + 1)), "far larger unpacked"),
        (archive(_rels=RELS.format("d.xml"), d_xml="<x/>", **{f"n{i}": "" for i in range(10_000)}), "far larger"),
        (archive(_rels=RELS.format("d.xml"), d_xml="<x>" * 100_000), "no .docx file"),
    ],
)
def test_what_is_no_word_file_and_what_would_burst_is_refused(data, why):
    with pytest.raises(Unreadable, match=why):
        word_files.extracted(data)


@pytest.mark.parametrize("times", [5, 50_000])
def test_entities_of_a_word_file_are_not_unfolded(times):
    laughs = LAUGHS.format("&a;" * times, word_files.WORD[1:-1])
    try:
        assert word_files.extracted(archive(_rels=RELS.format("d.xml"), d_xml=laughs)).text == ""
    except Unreadable as error:
        assert "amplification" in str(error)


# PDF


def pdf(*lines, right=0.95, size=14):
    """A PDF whose lines are laid out as a page shows them; the file holds the shaped letters from left to right."""
    for path in sorted((ROOT / "helpers" / "fonts").glob("*.ttf")):
        font_manager.fontManager.addfont(str(path))
    with plt.rc_context({"pdf.fonttype": 42, "font.family": "Vazirmatn", "font.weight": 500}):
        figure, data = plt.figure(figsize=(8, 6)), io.BytesIO()
        for i, line in enumerate(lines):
            figure.text(right, 0.95 - 0.05 * i, line, ha="right", fontsize=size)
        figure.savefig(data, format="pdf")
        plt.close(figure)
    return data.getvalue()


@pytest.mark.parametrize(
    "line",
    [
        "مقتل 38 من مسلحي داعش في 12/3/2019",
        "قال المتحدث (مصطفى بالي) إن 3 جنود قتلوا و4 أصيبوا",
        "بين 20-30 شخصا، ونحو 3.5 كيلومتر",
        "قالت شبكة CNN إن 1,250 شخصا نزحوا",
        "قتل ٣٨ شخصا وأصيب ١٢٠ آخرون",
        "أعلنت «قوات سوريا الديمقراطية» مقتل 15%",
    ],
)
def test_a_pdf_gives_its_lines_in_the_order_of_reading(line):
    assert pdf_files.extracted(pdf(line)).text == line


def test_a_pdfs_letters_are_plain_ones(tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf("مقتل 38 من مسلحي داعش"))
    read = parse(tmp_path)
    assert read.claims[["measure", "best", "quote"]].to_numpy().tolist() == [["killed", 38, "مقتل 38 من مسلحي داعش"]]
    assert read.reports["encoding"].tolist() == ["pdf"]


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        (["ﻞ", "ﺘ", "ﻗ", " ", "ﻻ"], "لا قتل"),
        (["ل", "ت", "قُ"], "قُتل"),
        (list("30-20 نيب"), "بين 20-30"),
        (list("F-16 تارئاط"), "طائرات F-16"),
        (list("The town of ةمود fell"), "The town of دومة fell"),
        (list("SDF: 38"), "SDF: 38"),
    ],
)
def test_what_is_seen_from_the_left_is_read_from_the_right(seen, read):
    assert pdf_files._written(seen, False) == read


def test_lines_that_run_on_are_one_paragraph_and_columns_go_from_the_right():
    def box(page, x0, y0, x1, y1, *lines):
        widths = [(x1 - x0) if whole else (x1 - x0) / 2 for _, whole in lines]
        written = [{"x0": x1 - w, "x1": x1, "units": list(t[::-1])} for (t, _), w in zip(lines, widths, strict=True)]
        return {"page": page, "place": [x0, y0, x1, y1], "lines": written}

    left = box(0, 0, 0, 90, 50, ("خامس", True), ("سادس", True))
    right = box(0, 110, 0, 200, 50, ("ثان", True), ("ثالث", False), ("رابع في آخره", True))
    title, second = box(0, 0, 60, 200, 90, ("أول", True)), box(1, 0, 0, 200, 90, ("سابع", True))
    read = [text for b in pdf_files._in_order([left, second, right, title]) for text in pdf_files._paragraphs(b, False)]
    assert read == ["أول", "ثان ثالث", "رابع في آخره", "خامس سادس", "سابع"]


def test_a_line_of_a_narrow_column_ends_where_a_long_word_has_no_room():
    def line(width, text):
        return {"x0": 100 - width, "x1": 100, "units": list(text[::-1])}

    lines = [
        line(75, "وقتل في المعارك 6"),
        line(95, "آلاف من الجنود"),
        line(55, "الإريتريين أمس"),
        line(60, "وقال آخرون"),
    ]
    box = {"page": 0, "place": [0, 0, 100, 80], "lines": lines}
    assert list(pdf_files._paragraphs(box, False)) == ["وقتل في المعارك 6 آلاف من الجنود الإريتريين أمس", "وقال آخرون"]


def test_a_pdf_whose_letters_are_drawn_backwards_is_refused(tmp_path):
    lines = GOOD[::-1].split()
    (tmp_path / "a.pdf").write_bytes(pdf(*(" ".join(lines[i : i + 5]) for i in range(0, len(lines), 5))))
    assert "reverse order" in report(tmp_path, "a.pdf")["problem"]


def test_a_pdf_without_words_is_told_as_a_scan():
    with pytest.raises(Unreadable, match="without a text layer"):
        pdf_files.extracted(pdf())


def test_a_pdf_that_never_ends_is_ended(monkeypatch):
    monkeypatch.setattr(pdf_files, "SECONDS", 0.01)
    with pytest.raises(Unreadable, match="too long"):
        pdf_files.extracted(pdf(GOOD))


# Tables

ROWS = [
    {"text": GOOD, "title": "مقتل ثلاثة", "outlet": "جريدة", "url": "https://e.org/1", "published": "2020-05-02"},
    {"text": MORE, "title": None, "outlet": None, "url": None, "published": None},
    {"text": "", "title": "لا نص", "outlet": None, "url": None, "published": None},
    {"text": GOOD, "title": None, "outlet": None, "url": None, "published": "May"},
]


def jsonl(path, rows, encoding="utf-8"):
    path.write_bytes("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode(encoding))


def commas(path, rows, encoding="utf-8", sep=","):
    path.write_bytes(pd.DataFrame(rows).to_csv(index=False, sep=sep).encode(encoding))


WRITERS = {
    "t.jsonl": jsonl,
    "marked.jsonl": lambda path, rows: jsonl(path, rows, "utf-8-sig"),
    "wide.jsonl": lambda path, rows: jsonl(path, rows, "utf-16"),
    "wide-unmarked.jsonl": lambda path, rows: jsonl(path, rows, "utf-16-le"),
    "old.jsonl": lambda path, rows: jsonl(path, rows, "cp1256"),
    "t.csv": commas,
    "t.tsv": lambda path, rows: commas(path, rows, "utf-16", "\t"),
    "semicolons.csv": lambda path, rows: commas(path, rows, "cp1256", ";"),
    "t.parquet": lambda path, rows: polars.DataFrame(rows).write_parquet(path),
}


@pytest.mark.parametrize("name", WRITERS)
def test_every_row_of_a_table_is_a_report(tmp_path, name):
    WRITERS[name](tmp_path / name, ROWS)
    read = parse(tmp_path)
    rows = read.reports.set_index("report")
    assert rows.index.tolist() == [f"{name}#{n}" for n in (1, 2, 3, 4)]
    assert read.text(f"{name}#1") == f"مقتل ثلاثة\n\n{GOOD}"
    assert rows.loc[f"{name}#1", ["outlet", "url", "headline"]].tolist() == ["جريدة", "https://e.org/1", "مقتل ثلاثة"]
    assert str(rows.loc[f"{name}#1", "published_low"])[:10] == "2020-05-02"
    assert rows.loc[f"{name}#1", "dating_evidence"] == "given in the table of reports"
    assert rows["problem"].isna().tolist() == [True, True, False, False]
    assert "has no text" in rows.loc[f"{name}#3", "problem"]
    assert "published: 'May' is no day" in rows.loc[f"{name}#4", "problem"]
    assert read.claims["report"].value_counts().to_dict()[f"{name}#4"] == 1, "read as one that states no day"
    assert rows["sha256"].nunique() == 1


@pytest.mark.parametrize(
    ("value", "low"),
    [
        ("2020-05-02T23:59:00Z", "2020-05-02"),
        ("2020-05-02 10:00", "2020-05-02"),
        ("2020-05-02/2020-05-04", "2020-05-02"),
        ("24/05/2020", "2020-05-24"),
        ("5/24/2020", "2020-05-24"),
        ("٢٤.٥.٢٠٢٠", "2020-05-24"),
        ("05-05-2020", "2020-05-05"),
    ],
)
def test_moments_give_their_day(tmp_path, value, low):
    jsonl(tmp_path / "t.jsonl", [{"text": GOOD, "published": value}])
    assert str(report(tmp_path, "t.jsonl#1")["published_low"])[:10] == low


@pytest.mark.parametrize(
    ("value", "told"),
    [("04/06/2021", "may be 2021-06-04 or 2021-04-06"), ("31/31/2021", "is no day"), ("24/06-2021", "is no day")],
)
def test_a_day_that_may_be_two_is_told_and_not_chosen(tmp_path, value, told):
    jsonl(tmp_path / "t.jsonl", [{"text": GOOD, "published": value}])
    row = report(tmp_path, "t.jsonl#1")
    assert told in row["problem"] and pd.isna(row["published_low"])


def test_a_line_in_other_bytes_is_told_and_the_lines_after_it_are_read(tmp_path):
    lines = [json.dumps({"text": text}, ensure_ascii=False) for text in (GOOD, MORE, GOOD)]
    data = b"\n".join([lines[0].encode(), lines[1].encode("cp1256"), lines[2].encode()])
    (tmp_path / "t.jsonl").write_bytes(data)
    found = problems(parse(tmp_path))
    assert "bytes that are no letters" in found["t.jsonl#2"]
    assert found[["t.jsonl#1", "t.jsonl#3"]].isna().all()


def test_parquet_days_and_moments(tmp_path):
    for name, value in (("a", date(2020, 5, 2)), ("b", pd.Timestamp("2020-05-02 22:00"))):
        pd.DataFrame({"Text": [GOOD], "published": [value]}).to_parquet(tmp_path / f"{name}.parquet")
    assert parse(tmp_path).reports["published_high"].astype(str).str[:10].tolist() == ["2020-05-02"] * 2


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("t.jsonl", '{"text": 3}\n[1]\n{bad\n', {"#1": "has no text", "#2": "no JSON object", "#3": "no JSON"}),
        ("t.jsonl", "[" * 100_000, {"#1": "no JSON"}),
        ("t.csv", f"text\n{GOOD},x\n{GOOD}\n", {"#1": "more cells than there are columns"}),
        ("t.csv", f'text\n{GOOD}\n"open', {"": "no table from here on"}),
        ("t.csv", "", {"": "without a column 'text'"}),
        ("t.csv", "text\n", {"": "without rows"}),
    ],
)
def test_a_bad_row_is_told_with_its_number(tmp_path, name, data, told):
    (tmp_path / name).write_text(data, encoding="utf-8")
    found = problems(parse(tmp_path)).dropna()
    assert set(found.index) == {f"{name}{number}" for number in told}
    assert all(why in found[f"{name}{number}"] for number, why in told.items())


def test_a_manifest_speaks_of_a_whole_table_or_of_one_row(tmp_path):
    jsonl(tmp_path / "t.jsonl", [{"text": GOOD, "outlet": "جريدة", "published": "2020-01-01"}, {"text": MORE}])
    manifest = "file,outlet,published,url\nt.jsonl,وكالة,2020-05-02,\nt.jsonl#2,قناة,2020-05-03,https://e.org\n"
    (tmp_path / "manifest.csv").write_text(manifest, encoding="utf-8")
    rows = parse(tmp_path).reports
    assert rows["problem"].isna().all()
    assert rows["outlet"].tolist() == ["وكالة", "قناة"] and rows["url"].tolist() == [pd.NA, "https://e.org"]
    assert rows["published_low"].astype(str).str[:10].tolist() == ["2020-05-02", "2020-05-03"]


def test_a_table_is_read_row_by_row(tmp_path):
    jsonl(tmp_path / "t.jsonl", [{"text": GOOD}] * 50)
    read = corpus.each(tmp_path)
    assert next(read).report == "t.jsonl#1"
    read.close()


# Hostile places


@pytest.mark.parametrize(
    "name", ["../secret.txt", "/etc/hostname", "..\\secret.txt", "C:\\a.txt", "a/../../secret.txt"]
)
def test_a_manifest_leads_nowhere_outside(tmp_path, name):
    folder = tmp_path / "reports"
    folder.mkdir()
    for path in (tmp_path / "secret.txt", folder / "a.txt"):
        path.write_text(GOOD, encoding="utf-8")
    (folder / "manifest.csv").write_text(f"file\n{name}\n", encoding="utf-8")
    read = parse(folder)
    assert "leads out of this folder" in problems(read)[name]
    assert list(read.texts) == ["a.txt"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for path in (tmp_path / "secret.txt", folder / "a.txt"):
        path.write_text(GOOD, encoding="utf-8")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "in.txt").symlink_to(folder / "a.txt")
    read = parse(folder)
    assert "leads out of this folder" in problems(read)["out.txt"]
    assert set(read.texts) == {"a.txt", "in.txt"}


def test_a_file_larger_than_a_report_can_be_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 100)
    (tmp_path / "b.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "a.txt").write_text("قتل ثلاثة.", encoding="utf-8")
    found = problems(parse(tmp_path))
    assert found.isna()["a.txt"] and "no report" in found["b.txt"]


def test_a_library_that_fails_on_a_file_ends_nothing(tmp_path, monkeypatch):
    def fail(data):
        raise RecursionError("too deep")

    monkeypatch.setattr(web_pages, "extracted", fail)
    for name in ("a.txt", "b.html"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    found = problems(parse(tmp_path))
    assert found.isna()["a.txt"] and "could not be taken out (RecursionError: too deep)" in found["b.html"]


def test_plain_text_needs_none_of_the_heavy_libraries(tmp_path):
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    heavy = "trafilatura lxml pdfminer charset_normalizer xlsxwriter docx openpyxl polars".split()
    code = f"import sys; from helpers import corpus; corpus.sources({str(tmp_path)!r}); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not set(heavy) & set(loaded)


def test_a_library_that_fails_in_a_table_ends_nothing(tmp_path, monkeypatch):
    def fail(path):
        yield {"text": GOOD}, ""
        raise OverflowError("a day beyond all days")

    monkeypatch.setattr(table_files, "_parquet", fail)
    (tmp_path / "a.parquet").write_bytes(b"")
    found = problems(parse(tmp_path))
    assert found.isna()["a.parquet#1"] and "could not be read from here on (OverflowError" in found["a.parquet"]


def test_a_row_larger_than_a_report_can_be_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(table_files, "LONGEST_CELL", 100)
    jsonl(tmp_path / "t.jsonl", [{"text": GOOD * 9}, {"text": GOOD[:60]}])
    assert problems(parse(tmp_path)).notna().tolist() == [True, False]
