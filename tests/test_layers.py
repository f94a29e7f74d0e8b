"""Data flows one way: who may import whom, who may open files, and that every module stays small."""

import ast
from pathlib import Path

import pytest

HELPERS = Path(__file__).parents[1] / "helpers"
LAYERS = [
    {"text", "schema", "sheets", "shapes", "stated", "pdf_glyphs", "cells", "writing", "pieces", "assets"},
    {"extracted", "browser_data", "own_words"},
    {"decoding"},
    {"web_pages", "word_files", "pdf_files", "table_files"},
    {"files"},
    {"corpus", "lexicon", "arabic", "data", "digits", "days", "event_words"},
    {"evidence", "gazetteer", "digit_signs", "contexts", "particles", "problems"},
    {"datelines"},
    {"lines"},
    {"time_ahead"},
    {"names", "nouns", "number_forms", "qualifying", "sections", "time_forms", "triggers", "wrapping"},
    {"openings", "mentions", "glossing", "works", "locations"},
    {"looks", "number_senses"},
    {"number_words"},
    {"number_grammar"},
    {"number_tails"},
    {"numerals", "page", "phrases", "ledger"},
    {"deeds"},
    {"cores", "time_words", "time_calendar", "titles", "cues"},
    {"time_hijri", "time_digits"},
    {"ranges"},
    {"quantities", "objects"},
    {"series"},
    {"retelling", "proportions"},
    {"gaps", "sufferers", "journeys", "breaks", "kin"},
    {"heads"},
    {"governing"},
    {"presence", "illness", "losing", "unlisted", "labelled", "casualties", "sport"},
    {"time_month_years"},
    {"measuring", "roles", "singulars", "units", "time_clock", "time_days", "time_dates", "time_ranges"},
    {"asides", "appositions", "agreement", "inner_words", "belonging", "unnumbered", "partisan", "breakdowns"},
    {"contents", "speaker_state", "doers", "claim", "leaning", "bare"},
    {"speaker_attributes"},
    {"speaker_words", "counting", "casting"},
    {"time_spans", "time_lengths", "time_weekdays", "speakers"},
    {"introducing", "quoted"},
    {"openers"},
    {"sources", "subjects"},
    {"time_years", "statement", "strangers"},
    {"time_shares", "closing", "labels", "fronting", "relays", "pointing", "interrupting"},
    {"citations", "carrying"},
    {"times", "acts", "clues"},
    {"dating", "attributions", "shared", "decisions"},
    {"when", "where", "material", "matters", "given", "left_over", "doubts", "topics", "adding"},
    {"claims", "grouping"},
    {"report", "near_pairs"},
    {"records", "items"},
    {"assemble"},
    {"snapshots"},
    {"__init__"},
    {"tables"},
    {"charts", "prose", "export"},
    {"wording", "telling"},
    {"marking", "deciding", "headcounts"},
    {"reviewing"},
    {"dossier"},
    {"standing"},
    {"reader"},
    {"live", "whereabouts"},
    {"findings", "comparisons", "voices", "figures", "jobs", "contact_sheet"},
    {"front_page"},
    {"kernels", "scale"},
    {"notebooks"},
    {"website"},
    {"__main__"},
]
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
READERS = {"corpus", "files", "table_files", "sheets", "data", "assets", "front_page"}
WRITERS = {"charts", "contact_sheet", "notebooks", "figures", "__main__", "kernels", "writing", "scale", "website"}
PANDAS_FREE = {
    "text", "lexicon", "sections", "digits", "digit_signs", "nouns", "number_forms", "number_senses",
    "number_words", "number_grammar", "number_tails", "numerals",
    "phrases", "cores", "qualifying", "ranges", "quantities", "singulars", "series", "retelling", "proportions",
    "units", "shapes", "agreement",
    "appositions", "objects", "inner_words", "speaker_words", "subjects", "mentions", "partisan", "belonging",
    "doers", "journeys", "glossing", "claim", "casting", "topics", "counting", "governing", "unnumbered",
    "breakdowns", "speaker_state", "asides", "doubts", "sufferers", "measuring", "triggers", "roles", "when",
    "claims", "ledger", "names", "attributions", "acts", "cues", "speakers", "sources", "contents", "citations",
    "relays", "fronting", "statement", "carrying", "labels", "closing", "openers", "strangers", "quoted",
    "pointing", "interrupting", "introducing",
    "page", "titles", "times", "time_words", "time_dates", "time_spans", "time_days", "time_clock", "time_calendar",
    "time_lengths", "time_weekdays", "time_years", "time_month_years", "time_ahead", "time_hijri",
    "time_digits", "time_forms", "looks",
    "openings", "time_shares", "time_ranges", "event_words", "clues", "dating", "evidence", "left_over", "report",
    "corpus", "records", "sheets", "given", "stated", "datelines", "lines", "shared", "pieces", "extracted",
    "decoding", "web_pages", "word_files", "pdf_files", "pdf_glyphs", "table_files", "files", "gazetteer", "presence",
    "illness", "works", "losing", "unlisted", "contexts", "locations", "where", "breaks", "gaps", "heads", "labelled",
    "material", "particles", "bare", "kin", "leaning", "casualties", "sport", "own_words", "problems",
}  # fmt: skip
FILE_CALLS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "read_csv", "to_csv", "savefig"}
MODULES = sorted(HELPERS.rglob("*.py"))


def unit(path: Path) -> str:
    """The module's name, or the package's for one inside a package."""
    inner = path.relative_to(HELPERS)
    return inner.parts[0] if len(inner.parts) > 1 else inner.stem


def imported(path: Path) -> set[str]:
    """The project's own units that a module imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "helpers":
            names |= {"__init__" if alias.name in {"parse", "Corpus"} else alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("helpers."):
            names.add(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            names |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("helpers.")}
    return names - {unit(path)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HELPERS)))
def test_imports_point_down(path):
    assert unit(path) in RANK, f"{unit(path)} stands in no layer: put it in one"
    for name in imported(path):
        assert RANK[name] < RANK[unit(path)], f"{unit(path)} imports {name}, which is not below it"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HELPERS)))
def test_files_are_touched_at_the_edges_only(path):
    calls = {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    if unit(path) not in READERS | WRITERS:
        assert not calls & FILE_CALLS


@pytest.mark.parametrize("name", sorted(PANDAS_FREE))
def test_readers_use_no_pandas(name):
    assert "import pandas" not in (HELPERS / f"{name}.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HELPERS)))
def test_modules_stay_small(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 280
    for node in ast.walk(ast.parse("\n".join(lines))):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < 60, f"{node.name} does not fit a screen"


def test_every_layer_is_a_module():
    assert set(RANK) == {unit(path) for path in MODULES}
