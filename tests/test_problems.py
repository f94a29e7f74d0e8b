"""Every problem of a report is told in Arabic too, by a sentence of its own."""

import ast
import re
from pathlib import Path

import pytest
from test_bad_input import BAD, GOOD

from helpers import parse, prose, tables
from helpers.dossier import dossier
from helpers.problems import in_arabic
from helpers.scale.reading import DEADLY

HELPERS = Path(__file__).parents[1] / "helpers"
READERS = ("files", "corpus", "table_files", "word_files", "pdf_files", "web_pages", "decoding")
TOLD = {"Unreadable", "refused", "unread"}
ARABIC = re.compile("[\u0621-\u064a]")


def sentence(node):
    """What a message says, with an x for each value in it; None for one that is made elsewhere."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "x" for part in node.values)
    return None


def messages():
    for name in READERS:
        for node in ast.walk(ast.parse((HELPERS / f"{name}.py").read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in TOLD and node.args:
                yield sentence(node.args[-1])
            elif isinstance(node, ast.Return) or (isinstance(node, ast.Assign) and _names_a_fault(node)):
                yield sentence(node.value)


def _names_a_fault(node):
    return getattr(node.targets[0], "id", "") == "fault"


SENTENCES = sorted({told for told in messages() if told and told.count(".") >= 2 and " " in told})


def test_there_are_sentences_to_look_at():
    assert len(SENTENCES) > 30


@pytest.mark.parametrize("told", SENTENCES)
def test_every_sentence_of_the_readers_is_listed(told):
    if told.startswith("x"):
        pytest.skip("begins with what is told before it: looked at whole below")
    assert ARABIC.search(in_arabic(f"a.txt: {told}", "a.txt")), "add it to lexicons/problems.csv"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    (folder / "empty folder.txt").mkdir()
    rows = f"text,published\n{GOOD},May\n{GOOD},4/6/2021\n{GOOD},2020-05-02/2020-05-01\n,\n"
    (folder / "rows.csv").write_text(rows, encoding="utf-8")
    (folder / "rows.jsonl").write_text('[]\n{\n{"text": ""}\n', encoding="utf-8")
    manifest = f"file,sha256\nlost.txt,\n../a.txt,\ngood.txt,{'0' * 64}\n"
    (folder / "manifest.csv").write_text(manifest, encoding="utf-8")
    return parse(folder)


def test_every_problem_has_both_languages(corpus):
    wrong = corpus.reports[corpus.reports["problem"].notna()]
    assert len(wrong) > len(BAD) + 8
    assert wrong["problem_ar"].str.contains(ARABIC).all() and not wrong["problem"].str.contains(ARABIC).any()
    assert corpus.reports.loc[corpus.reports["problem"].isna(), "problem_ar"].isna().all()


def test_values_are_kept(corpus):
    told = corpus.reports.set_index("report")["problem_ar"]
    assert "(السطر \u20682\u2069)" in told["lost.txt"] and told["lost.txt"].startswith("\u200f\u2068lost.txt\u2069: ")
    assert "\u2068'May'\u2069" in told["rows.csv#1"]
    assert "\u20682021-06-04\u2069" in told["rows.csv#2"] and "\u20682021-04-06\u2069" in told["rows.csv#2"]


def test_a_name_that_turns_its_line_is_made_visible():
    told = in_arabic("a\u202eb: empty. Put the report's text in it or take it away.", "a\u202eb")
    assert told.startswith("\u200f\u2068a⟦RLO⟧b\u2069: ") and in_arabic("\u202e", "a") == "⟦RLO⟧"


def test_the_reader_shows_it_in_its_language(corpus):
    shown = dossier(corpus).reports[corpus.reports["report"].tolist().index("empty.txt")]["problem"]
    assert shown[0].startswith("\u200f\u2068empty.txt\u2069: ") and shown[1].startswith("empty.txt: empty")


def test_a_report_that_ends_programs_is_told_in_arabic():
    assert ARABIC.search(in_arabic(f"a: {DEADLY}", "a"))


def test_what_the_list_lacks_stays_as_it_is():
    assert in_arabic("a: of a new kind.", "a") == "a: of a new kind."


def test_a_table_shows_the_problem_in_its_language(corpus):
    came = tables.labelled(corpus, corpus.reports)
    for lang, arabic in (("ar", True), ("en", False)):
        shown = prose.table(came, "report problem", lang).cells.iloc[:, 1].tolist()
        assert {bool(ARABIC.search(cell)) for cell in shown if cell != "—"} == {arabic}
