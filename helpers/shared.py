"""What two reports have in common, word for word or nearly: one text printed twice, not two tellers.

Clauses and sentences are compared by the letters they share (Jaccard similarity of five-letter shingles of the folded
words), and only those that MinHash signatures put near each other (Leskovec, Rajaraman, Ullman, *Mining of Massive
Datasets*, ch. 3; the `datasketch` library), so that many reports cost little more each than few.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from helpers.text import Token, cut, tokens
from helpers.times import clauses

SHINGLE, PERMUTATIONS = 5, 128
SIMILAR, NEARLY_ONE = 0.6, 0.75  # of passages, of whole reports
FEWEST_WORDS = 6  # shorter clauses recur in all news: «قوات سوريا الديمقراطية المدعومة من واشنطن»


if TYPE_CHECKING:
    from datasketch import MinHash


class Passage(NamedTuple):
    """A clause or a sentence of a report, with its shingles."""

    report: str
    start: int
    end: int
    shingles: frozenset[str]


class Pair(NamedTuple):
    """Two passages of different reports and the share of their shingles that they have in common, 0 to 1."""

    a: Passage
    b: Passage
    similarity: float


class Repeat(NamedTuple):
    """A report that gives an earlier one again: `kind` is same_words or near, `similarity` 0 to 1.

    `numbers` are those in figures that this report has and the earlier one lacks, `other_numbers` the other way round.
    """

    report: str
    other: str
    kind: str
    similarity: float
    numbers: list[str]
    other_numbers: list[str]


def pairs(sentences: Iterable[tuple[str, int, int]], texts: dict[str, str]) -> list[Pair]:
    """The passages that reports share, longest first where one lies within another.

    `sentences` are (report, start, end) in the untouched `texts`.

    >>> text = "قالت مصادر محلية في البلدة إن الجسر القديم انهار فجر اليوم"
    >>> [round(p.similarity, 1) for p in pairs([("a", 0, len(text)), ("b", 0, len(text))], {"a": text, "b": text})]
    [1.0]
    """
    from datasketch import (
        MinHashLSH,
    )  # it imports half of scipy, which a notebook that looks for no passage shall not pay

    index = MinHashLSH(threshold=SIMILAR, num_perm=PERMUTATIONS)
    known: list[Passage] = []
    found: list[Pair] = []
    for passage in _passages(sentences, texts):
        signature = _signature(passage)
        for i in index.query(signature):
            similarity = _jaccard(known[i], passage)
            if known[i].report != passage.report and similarity >= SIMILAR:
                found.append(Pair(known[i], passage, similarity))
        index.insert(len(known), signature)
        known.append(passage)
    return _without_inner(found)


def repeats(texts: dict[str, str]) -> list[Repeat]:
    """The reports that give an earlier one again, each with the one that it is most like; marks and vowels aside.

    >>> [(r.report, r.other, r.kind) for r in repeats({"a": "قُتل ثلاثة.", "b": "قتل ثلاثة", "c": "عاد الهدوء"})]
    [('b', 'a', 'same_words')]
    """
    from datasketch import MinHashLSH

    index = MinHashLSH(threshold=NEARLY_ONE, num_perm=PERMUTATIONS)
    known: dict[str, Passage] = {}
    whole: dict[str, str] = {}
    found = []
    for report, text in texts.items():
        words = cut(text)
        line = " ".join(token.form for token in words if token.kind != "mark")
        passage = Passage(report, 0, len(text), _shingles(words))
        if not passage.shingles:
            continue
        signature = _signature(passage)
        alike = [(_jaccard(known[other], passage), other) for other in index.query(signature)]
        similarity, other = (1.0, whole[line]) if line in whole else max(alike, default=(0.0, ""))
        if similarity >= NEARLY_ONE:
            numbers = _numbers(text), _numbers(texts[other])
            kind = "same_words" if line in whole else "near"
            differing = [sorted((mine - theirs).elements()) for mine, theirs in (numbers, numbers[::-1])]
            found.append(Repeat(report, other, kind, similarity, *differing))
        else:
            index.insert(report, signature)
            known[report] = passage
        whole.setdefault(line, report)
    return found


def _numbers(text: str) -> Counter[str]:
    return Counter(token.form for token in cut(text) if token.kind == "number")


def _passages(sentences: Iterable[tuple[str, int, int]], texts: dict[str, str]) -> Iterator[Passage]:
    for report, start, end in sentences:
        words = tokens(texts[report][start:end])
        parts = clauses(words)
        for part in parts if len(parts) == 1 else (words, *parts):
            if sum(token.kind == "word" for token in part) >= FEWEST_WORDS:
                yield Passage(report, start + part[0].start, start + part[-1].end, _shingles(part))


def _shingles(part: Iterable[Token]) -> frozenset[str]:
    line = " ".join(token.form for token in part if token.kind != "mark")
    return frozenset(line[i : i + SHINGLE] for i in range(len(line) - SHINGLE + 1))


def _signature(passage: Passage) -> "MinHash":
    from datasketch import MinHash

    signature = MinHash(num_perm=PERMUTATIONS)
    signature.update_batch([shingle.encode() for shingle in sorted(passage.shingles)])
    return signature


def _jaccard(a: Passage, b: Passage) -> float:
    return len(a.shingles & b.shingles) / len(a.shingles | b.shingles)


def _without_inner(found: Iterable[Pair]) -> list[Pair]:
    """The pairs, without those that lie within a longer pair of the same two reports."""
    kept: dict[tuple[str, str], list[Pair]] = {}
    for pair in sorted(found, key=lambda pair: (pair.a.start - pair.a.end, pair.a.report, pair.a.start)):
        longer = kept.setdefault((pair.a.report, pair.b.report), [])
        if not any(_lies_in(pair.a, other.a) and _lies_in(pair.b, other.b) for other in longer):
            longer.append(pair)
    return [pair for listed in kept.values() for pair in listed]


def _lies_in(a: Passage, b: Passage) -> bool:
    return b.start <= a.start and a.end <= b.end
