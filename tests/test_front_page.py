"""The READMEs: what is computed in them still holds, and the codebook is whole."""

import re
from pathlib import Path

import pytest

from helpers import data, front_page, parse
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


def test_links_of_the_pages_lead_somewhere():
    for name in front_page.PAGES:
        for link in re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text(encoding="utf-8")):
            assert (ROOT / link).exists(), f"{name}: {link}"
