"""Batches handed to the programs of a Dask cluster, a few at a time, until every one of them is written.

What a batch holds decides the names of its files, and they are written whole: whoever is stopped, killed or started
twice finds the batches that are done, and does the others.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import dask
from distributed import Client, Future, LocalCluster, as_completed
from distributed.scheduler import KilledWorker
from tqdm import tqdm

from helpers import corpus as _corpus
from helpers import given
from helpers.corpus import places
from helpers.files import TABLES
from helpers.lexicon import load
from helpers.scale import parts
from helpers.scale.agreed import alone
from helpers.scale.batches import REPORTS, Batch, batches
from helpers.scale.counting import items
from helpers.scale.reading import TOLD, Done, attempt, read_batch, summed

PATIENCE = 60  # seconds for the first program of a cluster to come
TRIES = 3  # of a batch whose programs were ended; other batches may have ended them
AHEAD = 2  # batches handed out for each program at once: one at work, one waiting
SETTINGS = {
    "distributed.scheduler.allowed-failures": 2,  # programs that a batch may end before its reports are tried singly
    "distributed.diagnostics.nvml": False,
    "distributed.admin.large-graph-warning-threshold": "100MB",
}

AtWork = dict["Future[Done]", Batch]
To = tuple[str, str]  # the folder of the data set, and the file in it by which the run is known


class Summary(NamedTuple):
    """How many reports the data set holds, how many of them are not read, the first of these, and its items."""

    reports: int
    unread: int
    told: tuple[str, ...]
    items: int


def parse(
    corpus: str | Path, to: str | Path, scheduler: str | None = None, lexicons: str | None = None, batch: int = REPORTS
) -> Summary:
    """Reads a corpus into a data set of Parquet files in the folder `to`: a folder for each frame, read as one table.

    `scheduler` is the address of a Dask cluster whose programs see both folders under the same paths; without it, one
    is started here with a program for each core. `batch` is how many reports a file holds at most.

    Errors: ValueError and FileNotFoundError as `helpers.parse`; OSError where the data set cannot be written, another
    run is writing it, or the cluster ends or sees other files.

    >>> parse(".", "out")
    Traceback (most recent call last):
    ValueError: out lies in the folder of reports, and would be read with them. Name another folder.
    """
    source, folder = Path(corpus).expanduser().resolve(), Path(to).expanduser().resolve()
    if source.is_dir() and folder.is_relative_to(source):
        raise ValueError(f"{to} lies in the folder of reports, and would be read with them. Name another folder.")
    lexicons = lexicons or _corpus.word_lists(source)
    lexicons = None if lexicons is None else str(Path(lexicons).expanduser().resolve())
    _check_stated(source, lexicons)
    planned = batches(source, lexicons, batch)
    first = next(planned)  # what is wrong with the corpus is told before any program starts
    names: set[str] = set()
    told: list[str] = []
    total = unread = 0
    with alone(folder) as run, _bar(source) as bar, ExitStack() as open_:
        client = cache(lambda: open_.enter_context(_cluster(scheduler)))  # started when there is something to read
        for done in _each_done(client, _chained(first, planned), folder, run):
            names.add(done.name)
            total, unread = total + done.reports, unread + done.unread
            told += done.told[: TOLD - len(told)]
            bar.update(done.reports)
        if lost := names - set(parts.listed(folder, parts.LAST)):
            raise FileNotFoundError(f"{folder}: {len(lost)} files that were written are not there. Start it again.")
        parts.clear(folder, names)
        open_.close()  # the programs have nothing more to do
        return Summary(total, unread, tuple(told), items(folder, source, lexicons))


def _check_stated(source: Path, lexicons: str | None) -> None:
    """Nothing, where all that lies beside the reports can be followed. Errors: ValueError with file and row."""
    beside = _corpus.beside(source)
    given.days(beside)
    given.anchors(beside)
    given.decisions(beside, load(lexicons))


def _chained(first: Batch, others: Iterator[Batch]) -> Iterator[Batch]:
    yield first
    yield from others


def _bar(source: Path) -> tqdm:
    """A progress bar on a terminal; how many reports there are is known where no table holds them."""
    return tqdm(total=_count(source), unit="report", disable=None, dynamic_ncols=True)


def _count(source: Path) -> int | None:
    count = 0
    for place in places(source):
        if place.path.suffix.lower() in TABLES:
            return None
        count += 1
    return count


@contextmanager
def _cluster(scheduler: str | None) -> Iterator[Client]:
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # what ends the run is told in a line
    with dask.config.set(SETTINGS):
        if scheduler:
            with Client(scheduler, timeout=30) as client:
                _wait(client, scheduler)
                yield client
        else:
            local = LocalCluster(
                threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address="127.0.0.1:0", silence_logs=50
            )
            with local, Client(local) as client:
                yield client


def _wait(client: Client, scheduler: str) -> None:
    """Waits until the cluster has a program that works. Errors: ConnectionError where none comes."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError:
        told = f"this cluster has no worker, and none came for {PATIENCE} seconds. Start some: dask worker {scheduler}"
        raise ConnectionError(f"{scheduler}: {told}") from None


def _each_done(cluster: Callable[[], Client], planned: Iterator[Batch], folder: Path, run: str) -> Iterator[Done]:
    """The batches as they are done, those of an earlier run first met among them."""
    running: as_completed | None = None
    at_work: AtWork = {}
    for batch in planned:
        if parts.is_done(folder, batch.name):
            yield summed(folder, batch.name)
            continue
        client = cluster()
        running = running or as_completed(loop=client.loop)
        _hand_out(client, batch, (str(folder), run), running, at_work)
        if len(at_work) >= AHEAD * max(1, sum(client.nthreads().values())):
            yield from _next_done(client, (str(folder), run), running, at_work)
    while running is not None and at_work:
        yield from _next_done(cluster(), (str(folder), run), running, at_work)


def _hand_out(client: Client, batch: Batch, to: To, running: as_completed, at_work: AtWork) -> None:
    key = f"{batch.name}-{batch.tried}{to[1]}"  # of this run alone: a cluster may serve others at once
    future = client.submit(read_batch, batch, *to, key=key, pure=False)
    at_work[future] = batch
    running.add(future)


def _next_done(client: Client, to: To, running: as_completed, at_work: AtWork) -> Iterator[Done]:
    """The next batch that is done; one that ended its programs is handed out again without the report that does."""
    future = next(running)
    batch = at_work.pop(future)
    if future.cancelled():
        raise ConnectionError("The cluster ended, or the way to it. What is read is kept: start it and read again.")
    if isinstance(error := future.exception(), KilledWorker):
        if batch.tried == TRIES:
            raise ConnectionError(f"Programs of the cluster end again and again: {error}") from error
        again = replace(batch, deadly=batch.deadly | _deadly(client, batch), tried=batch.tried + 1)
        _hand_out(client, again, to, running, at_work)
    elif error:
        raise error
    else:
        yield future.result()


def _deadly(client: Client, batch: Batch) -> set[str]:
    """The reports of a batch that end the program that reads them: tried one by one, that none suffers by another."""
    found = set()
    for name, held in zip(batch.names, batch.held, strict=True):
        if name not in batch.deadly:
            run = client.submit(attempt, replace(batch, held=(held,)), pure=False)
            found |= {name} if isinstance(run.exception(), KilledWorker) else set()
    return found
