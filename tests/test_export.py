"""Every export, read again by a library that did not write it: the same rows, the same words, and nothing that runs."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import hxl
import openpyxl
import pandas as pd
import polars
import pytest
from pyld import jsonld
from reading import SEEDS

from helpers import __main__, comparisons, data, export, parse, schema, tables
from helpers.cells import neutral
from helpers.export import annotations, dictionary, flat, spreadsheet, ucdp
from helpers.writing import write_all

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "\u200f=1", " =1", '=HYPERLINK("http://x","y")']
HARMLESS = ["38 قتيلا", "", "a=b", "قتل", "٣", "«=»", "—", "'=1"]
WAR = [
    ("a.txt", "=مقتل ثلاثة أطفال\n\nقال متحدث باسم الجيش إن ثلاثة أطفال قتلوا في الباغوز، واعتقل خمسة رجال."),
    ("b.txt", "قال أحمد العلي إن رضيعا قتل وإن 40 أسيرا في الرقة."),
    ("c.txt", "قتل عشرات المدنيين، وأصيب أكثر من 20."),
]
TERMS = {
    "oa": "http://www.w3.org/ns/oa#", "as": "https://www.w3.org/ns/activitystreams#", "dc": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": {"@type": "@id", "@id": "@id"}, "type": {"@type": "@id", "@id": "@type"},
    "Annotation": "oa:Annotation", "TextualBody": "oa:TextualBody", "AnnotationPage": "as:OrderedCollectionPage",
    "TextPositionSelector": "oa:TextPositionSelector", "TextQuoteSelector": "oa:TextQuoteSelector",
    "body": {"@type": "@id", "@id": "oa:hasBody"}, "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"}, "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"}, "describing": "oa:describing",
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"},
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
    "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix", "value": "rdf:value", "format": "dc:format",
    "language": "dc:language",
}  # fmt: skip  # the terms of http://www.w3.org/ns/anno.jsonld that occur here


@pytest.fixture(scope="module")
def corpus():
    return parse(SEEDS)


@pytest.fixture(scope="module")
def war():
    return parse(WAR)


@pytest.fixture(scope="module")
def written(corpus, tmp_path_factory):
    folder = tmp_path_factory.mktemp("exported")
    export.export(corpus, folder)
    return folder


def cells(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


# Cells


@pytest.mark.parametrize("text", HOSTILE)
def test_a_cell_that_would_run_is_made_text(text):
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize("value", [*HARMLESS, -1, 2.5, None])
def test_other_cells_stay(value):
    assert neutral(value) == value


@pytest.mark.parametrize("text", HOSTILE)
def test_no_export_holds_a_cell_that_runs(tmp_path, text):
    reports = parse([("a.txt", f"قتل ثلاثة جنود في القرية.\n\n{text}"), (f"{text}.txt", "قتل ثلاثة جنود.")])
    claims = reports.claims.assign(quote=text, source=text)
    export.export(type(reports)(**{**vars(reports), "claims": claims}), tmp_path, ["csv", "ucdp", "xlsx"])
    for path in tmp_path.glob("*.csv"):
        for row in cells(path):
            assert [cell for cell in row if cell[:1] in set("=+-@\t\r\n")] == []
    book = openpyxl.load_workbook(tmp_path / "isnad.xlsx")
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert [cell.value for cell in found if cell.data_type == "f" or cell.value[:1] in set("=+-@\t\r\n")] == []
    assert any(text.strip() in cell.value for cell in found)


def test_the_claims_command_makes_cells_text_too(tmp_path, capsys):
    (tmp_path / "=a.txt").write_text("قتل ثلاثة.", encoding="utf-8")
    assert __main__.main(["claims", str(tmp_path / "=a.txt")]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row["report"] == "'=a.txt"


# CSV with hashtags


@pytest.mark.parametrize("name", flat.TABLES)
def test_a_library_of_hxl_reads_every_table(written, corpus, name):
    frame = flat.tables(corpus)[name]
    source = hxl.data(str(written / f"{name}.csv"), hxl.InputOptions(allow_local=True))
    assert [column.header.lstrip("\ufeff") for column in source.columns] == list(frame.columns)
    assert [column.display_tag for column in source.columns] == [
        dictionary.meaning(flat.source_of(name, column), column)["hxl"] for column in frame
    ]
    rows = [row.values for row in source]
    assert len(rows) == len(frame)
    assert rows == flat.as_text(frame).to_numpy().tolist()


def test_numbers_are_found_by_their_tags(written, corpus):
    source = hxl.data(str(written / "claims.csv"), hxl.InputOptions(allow_local=True))
    killed = source.with_rows("#indicator+code=killed")
    stated = [float(row.get("#indicator+value+stated")) for row in killed if row.get("#indicator+value+stated")]
    assert stated == corpus.claims.query("measure == 'killed'")["best"].dropna().tolist() and stated


def test_every_tag_is_one():
    tags = [row["hxl"] for row in data.columns().values()]
    assert [tag for tag in tags if not re.fullmatch(r"#[a-z]\w*(\+[a-z]\w*)*", tag)] == []
    assert [tag for tag in tags if not hxl.model.TagPattern.parse(tag)] == []


# Parquet


@pytest.mark.parametrize("name", schema.FRAMES)
def test_another_program_reads_every_frame(written, corpus, name):
    frame, read = flat.frame(corpus, name), polars.read_parquet(written / f"{name}.parquet")
    assert read.columns == list(frame.columns) and len(read) == len(frame)
    for column in frame:
        values = [None if pd.isna(value) else value for value in frame[column]]
        values = [value.to_pydatetime() if isinstance(value, pd.Timestamp) else value for value in values]
        assert read[column].to_list() == values, column


def test_texts_are_exact_in_parquet(tmp_path):
    export.export(parse([("=a.txt", "قتل ثلاثة.")]), tmp_path, ["parquet"])
    assert polars.read_parquet(tmp_path / "claims.parquet")["report"].to_list() == ["=a.txt"]


# UCDP's names


def test_rows_under_ucdps_names_say_that_they_are_claims(written, corpus):
    head, *rows = cells(written / "claims-ucdp-names.csv")
    assert head[0] == "isnad_level" and {row[0] for row in rows} == {"claim"}
    killed = corpus.claims.query("measure == 'killed' and status == 'event'")
    assert [row[head.index("id")] for row in rows] == killed["id"].tolist()
    for row, best in zip(rows, killed["best"], strict=True):
        assert row[head.index("best")] == ("" if pd.isna(best) else f"{best:g}"), "missing is empty, never 0"


UCDP = [
    ("قتل ثلاثة مدنيين.", "deaths_civilians", 3),
    ("قتل ثلاثة أشخاص.", "deaths_unknown", 3),
    ("قتل ثلاثة من عناصر تنظيم داعش.", "deaths_a", 3),
    ("قتل عشرات المدنيين.", "deaths_civilians", None),
]


@pytest.mark.parametrize(("text", "column", "value"), UCDP)
def test_the_dead_stand_in_one_column(text, column, value):
    row = ucdp.table(parse([("a", text)])).iloc[0]
    dead = {name: row[name] for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")}
    assert {name for name, n in dead.items() if not pd.isna(n)} == ({column} if value else set())
    assert pd.isna(row["best"]) if value is None else row[column] == row["best"] == value
    assert pd.isna(row["side_a"]) == (column != "deaths_a")


@pytest.mark.parametrize(
    ("low", "high", "code"),
    [
        ("2020-05-01", "2020-05-01", "1"),
        ("2020-05-01", "2020-05-06", "2"),
        ("2020-05-01", "2020-05-07", "3"),
        ("2020-05-01", "2020-05-31", "4"),
        ("2020-05-01", "2020-06-01", "5"),
        (None, "2020-05-01", None),
    ],
)
def test_days_have_ucdps_codes(low, high, code):
    days = pd.DataFrame({"date_low": [pd.Timestamp(low)], "date_high": [pd.Timestamp(high)]})
    assert ucdp._date_prec(days).astype(object).where(lambda c: c.notna(), None).tolist() == [code]


def test_every_precision_of_a_place_has_a_code(corpus):
    assert set(ucdp.WHERE) == {row["value"] for row in corpus.lexicon["codebook"] if row["column"] == "place_precision"}


# Annotations


def test_every_claim_is_an_annotation_that_finds_its_words(written, corpus):
    page = json.loads((written / "annotations.jsonld").read_text(encoding="utf-8"))
    assert [item["isnad:report"] for item in page["items"]] == corpus.claims["report"].tolist()
    for item, claim in zip(page["items"], corpus.claims.to_dict("records"), strict=True):
        text, (place, words) = corpus.text(item["isnad:report"]), item["target"]["selector"]
        assert text[place["start"] : place["end"]] == words["exact"] == claim["quote"]
        around = words["prefix"] + words["exact"] + words["suffix"]
        assert text.find(around) == place["start"] - len(words["prefix"]) and text.count(around) == 1


def test_a_processor_of_json_ld_finds_the_terms_of_the_recommendation(written, monkeypatch):
    page = json.loads((written / "annotations.jsonld").read_text(encoding="utf-8"))

    def load(url, _):
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"documentUrl": url, "document": {"@context": TERMS}, "contextUrl": None, "contentType": None}

    (found,) = jsonld.expand(page, {"documentLoader": load})
    oa = TERMS["oa"]
    items = found["https://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert len(items) == len(page["items"])
    for item, given in zip(items, page["items"], strict=True):
        assert item["@type"] == [f"{oa}Annotation"] and re.fullmatch(r"urn:isnad:[^\s<>\"]+", item["@id"])
        (target,) = item[f"{oa}hasTarget"]
        assert re.fullmatch(r"urn:sha256:[0-9a-f]{64}#\S+", target[f"{oa}hasSource"][0]["@id"])
        kinds = [selector["@type"] for selector in target[f"{oa}hasSelector"]]
        assert kinds == [[f"{oa}TextPositionSelector"], [f"{oa}TextQuoteSelector"]]
        assert all(set(s) <= {"@type", *(oa + t for t in "start end exact prefix suffix".split())} for s in
                   target[f"{oa}hasSelector"])  # fmt: skip
        assert {body[f"{TERMS['dc']}language"][0]["@value"] for body in item[f"{oa}hasBody"]} == {"en", "ar"}
        own = [key for key in given if key.startswith("isnad:")]
        assert all(f"urn:isnad:term:{key.removeprefix('isnad:')}" in item for key in own)


def test_a_report_with_an_address_is_annotated_there():
    assert annotations.source_of("a", "https://e.org/a b", "0") == "https://e.org/a%20b"


# The workbook


def test_a_workbook_reads_from_right_to_left_with_its_heads_in_place(written, corpus):
    book = openpyxl.load_workbook(written / "isnad.xlsx")
    assert book.sheetnames == [*flat.TABLES, "dictionary", "codebook"]
    for sheet in book:
        assert sheet.sheet_view.rightToLeft and sheet.freeze_panes == "B3"
        widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
        assert all(8 <= width <= 63 for width in widths)
    for name, frame in flat.tables(corpus).items():
        sheet = book[name]
        assert [cell.value for cell in sheet[1]] == list(frame.columns)
        assert all(re.search("[\u0620-\u064a]", cell.value) for cell in sheet[2])
        values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3, max_col=len(frame.columns))]
        wanted = [[None if pd.isna(v) else v.to_pydatetime() if isinstance(v, pd.Timestamp) else v for v in row]
                  for row in frame.astype(object).itertuples(index=False)]  # fmt: skip
        assert values == wanted


def test_arabic_cells_read_from_the_right_and_ids_from_the_left(written):
    sheet = openpyxl.load_workbook(written / "isnad.xlsx")["claims"]
    head = [cell.value for cell in sheet[1]]
    quote, identity = (sheet.cell(3, head.index(name) + 1) for name in ("quote", "id"))
    assert (quote.alignment.readingOrder, identity.alignment.readingOrder) == (2, 1)


def test_a_workbook_holds_no_link_no_macro_and_no_hour(written):
    with zipfile.ZipFile(written / "isnad.xlsx") as archive:
        assert [name for name in archive.namelist() if "vba" in name or "external" in name] == []
        assert "2000-01-01T00:00:00Z" in archive.read("docProps/core.xml").decode()


@pytest.mark.parametrize(("length", "kept"), [(32_767, 32_767), (32_768, 32_767), (100_000, 32_767)])
def test_a_text_too_long_for_a_cell_is_cut_with_a_sign(length, kept):
    text = spreadsheet._fitting("ا" * length)
    assert len(text) == kept and text.endswith(" […]") == (length > kept)


def test_more_rows_than_a_sheet_holds_are_refused(war, tmp_path, monkeypatch):
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", 4)
    with pytest.raises(ValueError, match="claims: 7 rows are more than a sheet can hold"):
        export.export(war, tmp_path, ["xlsx"])
    assert list(tmp_path.iterdir()) == []


# The dictionary


def test_every_column_is_explained_in_both_languages(written, corpus):
    head, *rows = cells(written / "dictionary.csv")
    listed = {(row[0], row[1]): dict(zip(head, row, strict=True)) for row in rows}
    for name in schema.FRAMES:
        assert [column for table, column in listed if table == name] == list(flat.frame(corpus, name).columns)
    assert [column for table, column in listed if table == "ucdp"] == list(ucdp.table(corpus).columns)
    for row in listed.values():
        assert re.search("[A-Za-z]{2}", row["en"]) and re.search("[\u0620-\u064a]{2}", row["ar"]), row
        assert row["hxl"] and row["type"]


def test_the_types_of_ucdps_columns_are_right(corpus):
    types = dictionary.columns().query("table == 'ucdp'").set_index("column")["type"]
    for column, dtype in ucdp.table(corpus).dtypes.items():
        number = pd.api.types.is_numeric_dtype(dtype)
        assert number == (types[column] in ("Int64", "Float64")) or column == "deaths_b", column


def test_every_value_is_explained_in_both_languages(written, corpus):
    head, *rows = cells(written / "codebook.csv")
    assert head == ["column", "value", "en", "ar", "note"] and all(row[2] and row[3] for row in rows)
    known = {(row[0], row[1]) for row in rows}
    closed = dictionary.columns().query("words != ''")
    assert len(closed) > 30
    for table, column, words in closed[["table", "column", "words"]].itertuples(index=False):
        frame = ucdp.table(corpus) if table == "ucdp" else getattr(corpus, table)
        values = {str(value).partition(":")[0] for value in frame[column].dropna()}
        assert {(words, value) for value in values} <= known, (table, column)


# Before publishing


def test_claims_about_minors_detainees_and_exact_places_are_named(war):
    found = tables.concerns(war)
    told = found[["report", "concern", "because"]].drop_duplicates().to_numpy().tolist()
    assert ["a.txt", "minor", "أطفال"] in told and ["a.txt", "detainee", "اعتقل"] in told
    assert ["a.txt", "exact_place", "الباغوز"] in told and ["b.txt", "exact_place", "الرقة"] in told
    assert ["b.txt", "minor", "رضيعا"] in told and ["b.txt", "detainee", "أسيرا"] in told
    assert "c.txt" not in set(found["report"])
    assert set(found["id"]) <= set(war.claims["id"])
    assert "أحمد العلي" in found.query("report == 'b.txt'")["persons"].iloc[0]


def test_towns_that_fewest_claims_name_come_first():
    text = "قتل ثلاثة في الرقة. وقتل أربعة في الرقة. وقتل خمسة في الباغوز. وأصيب ستة أطفال في الرقة."
    found = tables.concerns(parse([("a", text)]))
    assert found["concern"].iloc[0] == "minor", "minors before any town"
    assert found[found["concern"].eq("exact_place")]["because"].iloc[0] == "الباغوز"


def test_concerns_are_counted_apart():
    facts = comparisons.intake(parse([("a", "قتل ثلاثة أطفال في الباغوز. وقتل أربعة في الباغوز.")]))
    assert facts["concerned_en"] == ["about minors (1)", "a named town or village (2)"]
    assert comparisons.intake(parse([("a", "عاد الهدوء.")]))["concerned_en"] == []


@pytest.mark.parametrize(
    "text",
    ["قتل ثلاثة من الأطفال.", "قتل ثلاثة وبينهم فتاة.", "قتل ثلاثة بينهم أطفالٌ.", "مقتل ثلاثة للأطفال."],
)
def test_clitics_and_vowels_hide_nothing(text):
    assert tables.concerns(parse([("a", text)]))["concern"].unique().tolist() == ["minor"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("نزح 300 من زوجات وأبناء المقاتلين.", True),
        ("قتل رجل وأبناؤه الثلاثة.", True),
        ("قتل ثلاثة من أولاده.", True),
        ("قتل خمسة من أبناء العشائر.", False),
        ("قتل خمسة من أبناء المنطقة.", False),
        ("قتل خمسة في جنين.", False),
    ],
)
def test_children_of_people_are_minors_and_sons_of_a_place_are_not(text, told):
    assert ("minor" in set(tables.concerns(parse([("a", text)]))["concern"])) == told


def test_a_user_adds_words(tmp_path):
    (tmp_path / "sensitive.csv").write_text("form,concern\nيافع,minor\n", encoding="utf-8")
    text = [("a", "قتل ثلاثة بينهم يافع.")]
    assert tables.concerns(parse(text)).empty
    assert tables.concerns(parse(text, lexicons=tmp_path))["because"].tolist() == ["يافع"]


def test_the_warning_counts_and_shows_the_first(war):
    told = export.warning(war)
    assert re.search(r"About minors: \d\n    a\.txt \d+–\d+: أطفال", told) and "named beside it: أحمد العلي" in told
    assert told.index("About minors") < told.index("About detainees") < told.index("A named town or village")
    assert export.warning(parse([WAR[2]])).startswith("No claim about minors")


# The command


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(WAR[0][1], encoding="utf-8")
    return tmp_path


def test_the_command_warns_and_writes(folder, capsys):
    assert __main__.main(["export", str(folder / "in"), "--to", str(folder / "out"), "--format", "csv", "xlsx"]) == 0
    told = capsys.readouterr().out
    assert told.index("Before publishing") < told.index("Written to")
    made = {path.name for path in (folder / "out").iterdir()}
    always = {"dictionary.csv", "codebook.csv", "before-publishing.csv"}
    assert made == always | {"isnad.xlsx"} | {f"{name}.csv" for name in flat.TABLES}
    assert tuple(export.FORMATS) == __main__.EXPORTS


def test_no_export_tells_where_the_reports_lay(folder):
    __main__.main(["export", str(folder / "in"), "--to", str(folder / "out")])
    for path in (folder / "out").iterdir():
        content = path.read_bytes()
        packed = [content]
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as archive:
                packed = [archive.read(name) for name in archive.namelist()]
        assert not any(str(folder).encode() in part for part in packed), path.name


@pytest.mark.parametrize("to", ["in", "in/out"])
def test_the_folder_of_reports_is_no_place_for_exports(folder, capsys, to):
    assert __main__.main(["export", str(folder / "in"), "--to", str(folder / to)]) == 1
    assert "Name another folder" in capsys.readouterr().err
    assert [path.name for path in (folder / "in").iterdir()] == ["a.txt"]


def test_an_unknown_format_is_told_and_nothing_written(war, tmp_path):
    with pytest.raises(ValueError, match="no format is called pdf; there are csv"):
        export.export(war, tmp_path, ["csv", "pdf"])
    assert list(tmp_path.iterdir()) == []


def test_an_export_that_fails_leaves_what_was_there(war, tmp_path, monkeypatch):
    export.export(parse([WAR[2]]), tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    monkeypatch.setattr(Path, "write_bytes", full_after(3, Path.write_bytes))
    with pytest.raises(OSError, match="No space left"):
        export.export(war, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def full_after(times, write):
    """A disk that is full after some files."""
    count = iter(range(times))

    def write_bytes(path, content):
        if next(count, None) is None:
            raise OSError(28, "No space left on device")
        return write(path, content)

    return write_bytes


def test_the_same_corpus_makes_the_same_bytes(war, tmp_path):
    for name in ("one", "two"):
        export.export(war, tmp_path / name)
    assert {p.name: p.read_bytes() for p in (tmp_path / "one").iterdir()} == {
        p.name: p.read_bytes() for p in (tmp_path / "two").iterdir()
    }


def test_files_that_are_as_they_should_be_are_left_alone(tmp_path):
    write_all(tmp_path, {"a": b"1"})
    stamp = (tmp_path / "a").stat().st_mtime_ns
    write_all(tmp_path, {"a": b"1", "b": b"2"})
    assert (tmp_path / "a").stat().st_mtime_ns == stamp and (tmp_path / "b").read_bytes() == b"2"


@pytest.mark.parametrize("text", ["", "no Arabic"])
def test_a_corpus_without_claims_is_exported_too(tmp_path, text):
    export.export(parse([("a", text)]), tmp_path)
    assert len(cells(tmp_path / "claims.csv")) == 2 and len(polars.read_parquet(tmp_path / "claims.parquet")) == 0
