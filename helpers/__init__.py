"""Isnad: Arabic reports of an armed conflict, read so that no number loses its chain of tellers."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from helpers import corpus as _corpus
from helpers import numerals, quantities, times
from helpers.assemble import Corpus, assemble
from helpers.lexicon import load
from helpers.report import read_report

__all__ = ["Corpus", "numerals", "parse", "quantities", "times"]


def parse(
    corpus: str | Path | Iterable[tuple[str, str]],
    lexicons: str | Path | None = None,
    published: Mapping[str, object] | None = None,
) -> Corpus:
    """The frames of a corpus: a folder, one file, or (name, text) pairs.

    `lexicons` is a folder with word lists of the user's own, `published` the day of a report by its name (a date, or
    a pair of dates), used instead of what the text suggests.

    Errors: FileNotFoundError when nothing lies at the path; ValueError when a folder holds no reports. A report that
    cannot be read raises nothing: `reports.problem` says what is wrong with it and what to do.

    >>> parse([("a.txt", "قال متحدث باسم الجيش إن ثلاثة جنود قتلوا أمس.")]).claims["best"].tolist()
    [3.0]
    """
    lexicon = load(None if lexicons is None else str(lexicons))
    found = corpus if isinstance(corpus, str | Path) else list(corpus)
    read = (
        (source, None if source.problem else read_report(source.report, source.text, lexicon))
        for source in _corpus.sources(found)
    )
    return assemble(read, lexicon, _corpus.beside(found), published)
