"""Isnad: Arabic reports of an armed conflict, read so that no number loses its chain of tellers."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from helpers import corpus as _corpus
from helpers import given, numerals, quantities, times
from helpers.assemble import Corpus, assemble, read
from helpers.lexicon import load

__all__ = ["Corpus", "numerals", "parse", "quantities", "times"]


def parse(
    corpus: str | Path | Iterable[tuple[str, str]],
    lexicons: str | Path | None = None,
    published: Mapping[str, object] | None = None,
) -> Corpus:
    """The frames of a corpus: a folder, one file, or (name, text) pairs.

    `lexicons` is a folder with word lists of the user's own, else the one called so beside the reports. `published` is
    the day of a report by its name (a date, a pair of dates, or text such as 2019-01-25), used instead of what the
    manifest or the text says.

    Errors: FileNotFoundError when nothing lies at the path; ValueError when a folder holds no reports, for two pairs of
    one name, for a report in `published` that is not there, and for what a person states wrongly in a table beside the
    reports or a word list, with its file and row. A report that cannot be read raises nothing: `reports.problem` says
    what is wrong with it and what to do.

    >>> parse([("a.txt", "قال متحدث باسم الجيش إن ثلاثة جنود قتلوا أمس.")]).claims["best"].tolist()
    [3.0]
    """
    lexicon = load(_corpus.word_lists(corpus) if lexicons is None else str(lexicons))
    beside = _corpus.beside(corpus)
    found = _corpus.sources(corpus, beside.manifest)
    given.check_names(published, [source.report for source in found])
    return assemble((read(source, lexicon) for source in found), lexicon, beside, published)
