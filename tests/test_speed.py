"""What the readers cost, in cuts of the same sentences into tokens: the same on a fast, a slow or a busy machine."""

from helpers import numerals, quantities
from helpers.text import cut
from tests.bench.speed import rate, sentences


def cost(texts: list[str]) -> float:
    """How many times as long numerals and quantities take as one cut; the best of five, since others disturb."""
    rate(texts, numerals.read, quantities.read)
    return min(rate(texts, cut) / rate(texts, numerals.read, quantities.read) for _ in range(5))


def test_a_sentence_without_numbers_costs_one_look():
    assert cost(sentences(400, 0.0)) < 0.4


def test_a_sentence_with_numbers_costs_no_more_than_a_few_cuts():
    assert cost(sentences(400, 1.0)) < 6
