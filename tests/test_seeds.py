"""The five reports are as they were found, and their text can be cut and joined without a loss."""

import csv
import hashlib

import pytest
from reading import SEEDS

from helpers import sections
from helpers.text import fold, tokens

SHA256 = {
    "000_84c25274644ec9a6.txt": "5c065d5377675c621395abc93184eb3a9484c4e0e48c1b5abf7b68009ec0e4f4",
    "001_4b11c290a04950d6.txt": "1bc76573dbb5b8a3aca2cf667910f8d6cd8f62f9daa292347a5d4c47b2ab757d",
    "002_eb165dc4831d5914.txt": "71430615bd6396521e7f65b4ceb557452ae07b6476238aeea8f5ae54640c4081",
    "003_bd2a12fb5366b90c.txt": "9af042698c97440ed5e6e31f9ec4864a3368fd597dc0b1600571c3cc88f29b97",
    "004_b22ea21daaa5c8aa.txt": "5ea8d5dc0746275b5f000314c9e2d7bef6f3ce0f7cf04fe6baf245177fbb63e0",
}


def test_the_reports_are_untouched():
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in SEEDS.glob("*.txt")} == SHA256


def test_the_manifest_gives_the_sums_and_no_day():
    with (SEEDS / "manifest.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["file"]: row["sha256"] for row in rows} == SHA256
    assert {row["published"] for row in rows} == {""}, "the days are to be inferred"


@pytest.mark.parametrize("name", SHA256)
def test_sections_join_to_the_text(name):
    text = (SEEDS / name).read_bytes().decode("utf-8")
    assert "".join(text[s.start : s.end] for s in sections.sections(text)) == text


@pytest.mark.parametrize("name", SHA256)
def test_every_folded_letter_leads_back(name):
    text = (SEEDS / name).read_bytes().decode("utf-8")
    folded = fold(text)
    assert len(folded.origin) == len(folded.text) + 1
    assert all(
        fold(text[folded.origin[i] : folded.origin[i + 1]]).text == folded.text[i] for i in range(len(folded.text))
    )
    assert all(fold(text[token.start : token.end]).text == token.form for token in tokens(text))
