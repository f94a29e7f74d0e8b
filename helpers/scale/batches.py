"""A corpus parted into batches of reports, with names that stay the same as long as what they hold does.

Where a batch ends is said by the name of the report after it, not by a count from the first one: a report that is added
or taken away changes its own batch and hardly ever more than the next.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from helpers import corpus as _corpus
from helpers import lexicon, schema
from helpers.corpus import Beside, Place
from helpers.files import TABLES, Source
from helpers.sheets import Line

REPORTS, BYTES = 256, 8 * 2**20  # of a batch at most, except that a larger report is one alone
CODE = Path(__file__).parents[1]
READ_BY, DRAWN = {".py", ".csv"}, {"ocha_al_hol.csv", "speed.csv"}


@dataclass(frozen=True)
class Batch:
    """Reports to be read together: files to open, or sources that were read already, with what is stated of them.

    `name` tells what it holds: it is another when a report, a row about it, a word list or the reader has changed.
    `reader` tells by which code and word lists it is to be read. `deadly` are reports that end the program that reads
    them, and are not read; `tried` counts how often they did.
    """

    name: str
    held: tuple[Place | Source, ...]
    beside: Beside
    lexicons: str | None
    reader: str
    deadly: frozenset[str] = frozenset()
    tried: int = 0

    @property
    def names(self) -> list[str]:
        """The names of the reports, or of the files that hold them."""
        return [one.report if isinstance(one, Source) else one.name for one in self.held]


class Part(NamedTuple):
    """A report or file with what tells it from a changed one, and how long it is."""

    held: Place | Source
    mark: str
    size: int


def batches(corpus: str | Path, lexicons: str | None, reports: int = REPORTS) -> Iterator[Batch]:
    """The batches of a folder or of one file, each made when it is asked for.

    Errors: as `corpus.places` and `corpus.beside`.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     for name in "ab":
    ...         _ = Path(folder, f"{name}.txt").write_text("قتل ثلاثة.", encoding="utf-8")
    ...     [batch.names for batch in batches(folder, None)]
    [['a.txt', 'b.txt']]
    """
    beside = _corpus.beside(corpus)
    stated = _Stated(beside, lexicons)
    for parts in _together(_parts(corpus, beside.manifest), reports):
        yield stated.batch(parts)


def _together(parts: Iterable[Part], reports: int) -> Iterator[list[Part]]:
    """The parts in their order, at most so many and so large together, about half of that in the middle."""
    together: list[Part] = []
    size = 0
    for part in parts:
        other = together and isinstance(part.held, Source) != isinstance(together[-1].held, Source)
        begins = crc32(_names(part.held)[0].encode("utf-8", "surrogateescape")) % max(1, reports // 2) == 0
        if together and (other or begins or len(together) == reports or size + part.size > BYTES):
            yield together
            together, size = [], 0
        together.append(part)
        size += part.size
    if together:
        yield together


def _parts(corpus: str | Path, manifest: dict[str, Line]) -> Iterator[Part]:
    """The files and the rows of tables, then the reports that only the manifest knows."""
    missing = dict(manifest) if Path(corpus).expanduser().is_dir() else {}
    for place in _corpus.places(corpus):
        missing.pop(place.name, None)
        mark, size = _mark(place.path)
        if place.fault or place.path.suffix.lower() not in TABLES:
            yield Part(place, mark, size)
            continue
        for source in _corpus.held(place, manifest):
            missing.pop(source.report, None)
            yield Part(source, f"{mark} unopened" if source.unopened else mark, 2 * len(source.text))
    yield from (Part(_corpus.missing(name, line), "", 0) for name, line in missing.items())


def _mark(path: Path) -> tuple[str, int]:
    try:
        known = path.stat()
    except OSError as error:
        return f"{error.errno}", 0
    return f"{known.st_size} {known.st_mtime_ns}", known.st_size


class _Stated:
    """What a person states beside the reports, looked up for some of them."""

    def __init__(self, beside: Beside, lexicons: str | None):
        self.beside, self.lexicons, self.reader = beside, lexicons, reader(lexicons)
        self.decisions: dict[str, list[Line]] = {}
        for line in beside.decisions:
            self.decisions.setdefault(line.row["claim"].rpartition(":")[0], []).append(line)
        self.always = repr((beside.anchors, self.reader))

    def batch(self, parts: list[Part]) -> Batch:
        files = {name for part in parts for name in _names(part.held)}
        manifest = {name: self.beside.manifest[name] for name in sorted(files) if name in self.beside.manifest}
        claims = (schema.row_id("claim", name, 0, 0).rpartition(":")[0] for name in sorted(files))
        decided = [line for claim in claims for line in self.decisions.get(claim, ())]
        told = repr([(_names(part.held), part.mark) for part in parts]) + repr((manifest, decided)) + self.always
        name = hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()[:16]
        beside = self.beside._replace(manifest=manifest, decisions=decided)
        return Batch(name, tuple(part.held for part in parts), beside, self.lexicons, self.reader)


def _names(held: Place | Source) -> tuple[str, ...]:
    return (held.report, held.file or held.report) if isinstance(held, Source) else (held.name,)


def reader(lexicons: str | None) -> str:
    """A sum over this project's own files and the user's word lists: what is read by another reader is read anew.

    >>> reader(None) == reader(None)
    True
    """
    theirs = [] if lexicons is None else sorted(Path(lexicons).expanduser().glob("*.csv"))
    return _sum(theirs, _own()).hexdigest()


@cache
def _own() -> bytes:
    """The sum over the project's files when this program first read: it goes on by these, also where they change."""
    return _sum(own_files()).digest()


def own_files() -> list[Path]:
    """The project's files that reading goes by, in order: what figures alone are drawn from is none.

    >>> sorted({path.name for path in own_files()} & {"nouns.csv", "batches.py", "columns.csv", "speed.csv"})
    ['batches.py', 'columns.csv', 'nouns.csv']
    """
    return [path for path in sorted(CODE.rglob("*")) if path.suffix in READ_BY and path.name not in DRAWN]


def _sum(paths: Iterable[Path], before: bytes = b"") -> "hashlib._Hash":
    total = hashlib.sha256(before)
    for path in paths:
        total.update(f"{path.name} {path.stat().st_size} ".encode())
        total.update(path.read_bytes())
    return total


def word_lists(lexicons: str | None) -> lexicon.Lexicon:
    """The word lists that a batch is read with.

    >>> word_lists(None) is lexicon.load()
    True
    """
    return lexicon.load(lexicons)
