"""What the three readers cost, in passes of one regex: much the same on a fast, a slow or a busy machine."""

import csv
import re
from pathlib import Path

import pytest

from helpers import contents, cues, ledger, looks, numerals, quantities, text, times, titles, triggers
from helpers.lexicon import load
from helpers.report import read_report
from tests.bench.speed import SEEDS, WORD, rate, real_sentences, sentences
from tests.timed import smallest

GOLD = Path(__file__).parent / "gold"
READERS = (numerals.read, quantities.read, times.read)


def cost(texts: list[str]) -> float:
    """How many times as long the readers take as finding the words by a regex."""
    return rate(texts, WORD.findall) / rate(texts, *READERS)


def test_a_sentence_without_numbers_costs_one_look():
    assert smallest(lambda: cost(sentences(400, 0.0)), 3) < 3


def test_a_sentence_with_numbers_costs_no_more_than_some_looks():
    assert smallest(lambda: cost(sentences(400, 1.0)), 40) < 40


def test_a_sentence_of_a_report_costs_no_more_than_some_looks():
    assert smallest(lambda: cost(real_sentences()), 25) < 25


def cut_by(read, texts: list[str]) -> int:
    """How many of the texts a reader cuts into tokens."""
    looks.sight.cache_clear()
    for sentence in texts:
        read(sentence)
    return looks.sight.cache_info().misses


@pytest.mark.parametrize("read", READERS)
def test_a_sentence_that_can_hold_nothing_is_never_cut(read):
    assert cut_by(read, sentences(50, 0.0, seed=9)) == 0
    assert cut_by(read, ["وصل 12 جريحا مساء أمس", "نزح نحو ألف شخص يوم الأحد"]) == 2


def test_a_sentence_is_cut_once_for_all_readers():
    texts = sentences(50, 1.0, seed=9)
    looks.sight.cache_clear()
    rate(texts, *READERS)
    assert looks.sight.cache_info().misses == len(texts)


def gold_texts() -> list[str]:
    rows = (csv.DictReader(path.open(encoding="utf-8", newline="")) for path in sorted(GOLD.glob("*.csv")))
    return [re.sub(r"[\[\]]", "", row["text"]) for table in rows for row in table if row.get("text")]


def test_the_words_passed_by_begin_nothing(monkeypatch):
    texts = gold_texts()
    passed_by = [[read(sentence) for read in READERS] for sentence in texts]
    monkeypatch.setattr(looks, "_is_followed", lambda *_: True)
    assert [[read(sentence) for read in READERS] for sentence in texts] == passed_by


class Every(dict):
    """What may be anything, whatever it is asked about."""

    def __missing__(self, form: str) -> bool:
        return True

    def __contains__(self, form: object) -> bool:
        return True


EVERY = Every()
GATES = {
    "numerals": (ledger, "_may_be_any", lambda lexicon: EVERY),
    "speakers": (titles, "_may_open", lambda lexicon: EVERY),
    "sayings": (cues, "_telling", lambda lexicon: EVERY),
    "verbs": (triggers, "_may_lead", lambda lexicon: EVERY),
    "silences": (contents, "BEFORE_SILENCE", EVERY),
    "objects": (contents, "LEAVING", EVERY),
}


@pytest.fixture(scope="module")
def whole_texts() -> list[str]:
    seeds = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    return [*seeds, "\n".join(gold_texts()[::8])]


@pytest.fixture(scope="module")
def read_before(whole_texts) -> list:
    return [read_report("a", one) for one in whole_texts]


@pytest.mark.parametrize("gate", GATES)
def test_the_words_that_a_reader_passes_by_tell_nothing(gate, whole_texts, read_before, monkeypatch):
    monkeypatch.setattr(*GATES[gate])
    assert [read_report("a", one) for one in whole_texts] == read_before


def test_the_memory_of_words_is_bounded(monkeypatch):
    monkeypatch.setattr(text, "FORMS_KEPT", 3)
    lengths = text.Seen(len)
    assert [lengths[word] for word in ("ا", "اب", "ابت", "ابتث", "ا")] == [1, 2, 3, 4, 1]
    assert list(lengths) == ["ابتث", "ا"], "a full memory is emptied, then filled anew"
    assert lengths["ا" * 61] == 61 and len(lengths) == 2, "a word that no text repeats is not kept"


def test_readings_are_the_same_when_the_memory_is_full(monkeypatch):
    texts = sentences(40, 1.0, seed=5)
    known = [[read(sentence) for read in READERS] for sentence in texts]
    monkeypatch.setattr(text, "FORMS_KEPT", 2)
    looks._words(load()).clear()
    assert [[read(sentence) for read in READERS] for sentence in texts] == known
