"""What the three readers cost, in passes of one regex: much the same on a fast, a slow or a busy machine."""

from helpers import numerals, quantities, times
from tests.bench.speed import WORD, rate, sentences

READERS = (numerals.read, quantities.read, times.read)


def cost(texts: list[str]) -> float:
    """How many times as long the readers take as finding the words by a regex; the best of seven: others disturb."""
    rate(texts, *READERS)
    return min(rate(texts, WORD.findall) / rate(texts, *READERS) for _ in range(7))


def test_a_sentence_without_numbers_costs_one_look():
    assert cost(sentences(400, 0.0)) < 3


def test_a_sentence_with_numbers_costs_no_more_than_some_looks():
    assert cost(sentences(400, 1.0)) < 65
