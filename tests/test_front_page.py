"""The READMEs: what is computed in them still holds, and the codebook is whole."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from helpers import __main__, data, decisions, front_page, parse, reader
from helpers.schema import FRAMES

ROOT = Path(__file__).parents[1]
page = pytest.mark.parametrize(("name", "lang"), front_page.PAGES.items())


@pytest.fixture(scope="module")
def read():
    return parse(ROOT / "seeds"), data.by_hand(ROOT / "tests/gold/seeds")


@page
def test_what_the_page_computes_still_holds(name, lang, read):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert {part["name"] for part in front_page.BLOCK.finditer(text)} == {
        "findings",
        "notebooks",
        "accuracy",
        "codebook",
    }
    assert front_page.filled(text, front_page.blocks(*read, ROOT / "notebooks", ROOT / "figures", lang)) == text


@page
def test_the_codebook_explains_every_column(name, lang, read):
    told = front_page.codebook(read[0], lang)
    for frame, columns in FRAMES.items():
        own = told.split(f"<summary>{frame}: ")[1].split("</details>")[0]
        assert [line.split("`")[1] for line in own.splitlines() if line.startswith("| `")] == list(columns)
        assert "|  |" not in own.replace("|  |\n", "|\n")


@page
def test_there_are_five_findings_and_each_has_a_number(name, lang, read):
    told = front_page.found(read[0], lang).splitlines()
    assert len(told) == 5 and all(any(c.isdigit() for c in line[2:]) for line in told)


def test_a_finding_that_a_corpus_does_not_bear_out_is_left_out():
    told = front_page.found(parse([("a", "قال متحدث إن ثلاثة مدنيين قتلوا في القصف.")]), "en")
    assert "civilians" not in told and "Ground" not in told


CODE = re.compile(r"^```(?P<lang>sh|python)\n(?P<code>.*?)^```", re.M | re.S)
COMMAND = re.compile(r"python -m helpers (?P<arguments>[^#`\n]+)")
MAKE = re.compile(r"(?:^|`)make (?P<target>[a-z-]+)", re.M)


@page
def test_the_python_on_the_page_runs(name, lang, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for folder in ("seeds", "my-reports"):
        (tmp_path / folder).mkdir()
        shutil.copy(next((ROOT / "seeds").glob("000_*.txt")), tmp_path / folder)
    for file in ("mine.csv", "theirs.csv"):
        (tmp_path / file).write_text(",".join(decisions.COLUMNS) + "\n", encoding="utf-8")
    corpus = parse("seeds")
    names = {"corpus": corpus, "report": corpus.reports["report"].iloc[0], "parse": parse, "reader": reader}
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = [part["code"] for part in CODE.finditer(text) if part["lang"] == "python"]
    assert len(blocks) >= 4
    for code in blocks:
        exec(code, names)


@page
def test_the_commands_on_the_page_are_known(name, lang):
    text = (ROOT / name).read_text(encoding="utf-8")
    asked = [part["arguments"] for part in COMMAND.finditer(text)]
    assert asked and all(__main__._parser().parse_args(shlex.split(line)).command for line in asked)
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert {part["target"] for part in MAKE.finditer(text)} <= targets


def test_links_of_the_pages_lead_somewhere():
    for name in front_page.PAGES:
        for link in re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text(encoding="utf-8")):
            assert (ROOT / link).exists(), f"{name}: {link}"
