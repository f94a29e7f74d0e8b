"""A batch of reports read and written: what each program of a cluster does, alone and in any order."""

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from helpers import corpus as _corpus
from helpers import decisions, given
from helpers.assemble import as_read, read
from helpers.files import Source, unread
from helpers.scale import parts
from helpers.scale.agreed import check
from helpers.scale.batches import Batch, word_lists

DEADLY = (
    "reading it ended the program that read it (it ran out of memory, or crashed). Part it into shorter reports or "
    "take it away."
)


TOLD = 5


class Done(NamedTuple):
    """A batch that was read: its name, how many reports it holds, how many are not read, and the first of these."""

    name: str
    reports: int
    unread: int
    told: tuple[str, ...]


def read_batch(batch: Batch, folder: str, run: str | None = None) -> Done:
    """Reads the batch and writes its part of every frame, unless they are there; `run` is told by `agreed.alone`.

    Where a report could not be opened, the parts have a name of their own, so that the next run tries the batch again.
    """
    place = Path(folder)
    if run:
        check(batch, place, run)
    if parts.is_done(place, batch.name):
        return summed(place, batch.name)
    with _uncollected():
        name = _write(place, batch)
    return summed(place, name)


def _write(place: Path, batch: Batch) -> str:
    lexicon = word_lists(batch.lexicons)
    closed: list[str] = []
    opened = _noting(_sources(batch), closed)
    frames, _ = as_read((read(one, lexicon) for one in opened), lexicon, batch.beside)
    frames["claims"], _ = decisions.applied(frames["claims"], given.decisions(batch.beside, lexicon))
    del frames["decisions"]
    name = hashlib.sha256(" ".join([batch.name, *closed]).encode()).hexdigest()[:16] if closed else batch.name
    parts.write(place, name, frames)
    return name


def _noting(sources: Iterator[Source], closed: list[str]) -> Iterator[Source]:
    """The sources; the problems of those that could not be opened are put into the list."""
    for source in sources:
        if source.unopened:
            closed.append(source.problem or "")
        yield source


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for rings of objects, a sixth of the time: reading hardly makes any. They are freed after it.

    All that was made meanwhile is young; what is older (word lists, the memory of words) need not be looked through.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect(1)


def summed(folder: Path, name: str) -> Done:
    """What became of the reports of a batch that is done."""
    reports = parts.read(folder, parts.LAST, name)
    left = reports.loc[reports["dating_evidence"].isna(), "problem"]  # every report that was read has its days told
    return Done(name, len(reports), len(left), tuple(left.head(TOLD)))


def attempt(batch: Batch) -> None:
    """Reads the batch for nothing, to see whether the program survives it."""
    lexicon = word_lists(batch.lexicons)
    as_read((read(one, lexicon) for one in _sources(batch)), lexicon, batch.beside)


def _sources(batch: Batch) -> Iterator[Source]:
    for one, name in zip(batch.held, batch.names, strict=True):
        if name in batch.deadly:
            yield unread(name, None, DEADLY)
        elif isinstance(one, Source):
            yield one
        else:
            yield from _corpus.held(one, batch.beside.manifest)
