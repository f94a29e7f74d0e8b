"""How fast a corpus is read into a data set, from a thousand reports on; the results go into a table for notebook 08.

    python -m tests.bench.scale 1000 10000 100000

The reports are those of `seeds`, varied (see `varied`). Rates are articles a second of processor time, so that other
work on the machine counts less; two programs on one core's two threads still slow each other by a third. `seconds` is
time by the clock. Memory is the most that any one program held. The stages are measured in one program, on three
hundred reports; `items` is the last step of the longest run. Two workers are measured against one by the clock, on the
smallest corpus, the one run right after the other. The table is written after every run, so that one that is stopped
keeps those before it. A hundred thousand reports take up 1 GB of the temporary folder (TMPDIR) while they are read.
"""

import csv
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import NamedTuple
from unittest.mock import patch

import psutil
from distributed import LocalCluster

from helpers import attributions, claims, ledger, names, quantities, report, scale, sections, times
from helpers.assemble import as_read
from helpers.corpus import Beside
from helpers.files import Source, from_text
from helpers.lexicon import Lexicon, load
from helpers.material import Report
from helpers.scale import running
from helpers.text import line_starts, tokens
from tests.bench.varied import reports, write

RESULTS = Path(__file__).parents[2] / "helpers" / "data" / "speed.csv"
WARM, MEASURED = 100, 300
EVERY = 0.2  # seconds between two looks at the programs' memory


class Row(NamedTuple):
    """A row of the results: a whole run, or a stage of it; megabytes are those of one program at its largest."""

    what: str
    reports: int
    workers: int
    seconds: float
    per_second: float
    megabytes: float | None


class Watched:
    """This program and those it started: how much memory the largest held, and their processor time."""

    def __init__(self) -> None:
        self.largest, self.spent, self.begun = {}, {}, {}

    def look(self) -> None:
        for program in [psutil.Process(), *psutil.Process().children(recursive=True)]:
            try:
                self.largest[program.pid] = max(self.largest.get(program.pid, 0), program.memory_info().rss / 2**20)
                spent = sum(program.cpu_times()[:2])
            except psutil.NoSuchProcess:
                continue
            self.begun.setdefault(program.pid, spent)
            self.spent[program.pid] = spent - self.begun[program.pid]


@contextmanager
def watching() -> Iterator[Watched]:
    """Looks at the programs again and again."""
    watched, over = Watched(), Event()
    watched.look()

    def look() -> None:
        while not over.wait(EVERY):
            watched.look()

    thread = Thread(target=look)
    thread.start()
    try:
        yield watched
    finally:
        over.set()
        thread.join()
        watched.look()


@contextmanager
def timing() -> Iterator[list[float]]:
    """The processor time of the last step, for each run."""
    spent = []

    def items(*given: object) -> int:
        begun = time.process_time()
        made = scale.items(*given)
        spent.append(time.process_time() - begun)
        return made

    with patch.object(running, "items", items):
        yield spent


def run(corpus: Path, count: int, workers: int, counted_up: bool) -> list[Row]:
    """A whole run on so many programs, which were started and warm before; its last step by itself where asked for."""
    settings = {"processes": True, "threads_per_worker": 1, "dashboard_address": "127.0.0.1:0", "host": "127.0.0.1"}
    with TemporaryDirectory() as out, LocalCluster(n_workers=workers, silence_logs=50, **settings) as cluster:
        with TemporaryDirectory() as warm:
            few = aside(write, Path(warm, "in"), 20 * workers)
            scale.parse(few, Path(warm, "out"), cluster.scheduler_address, batch=10)
        with watching() as watched, timing() as counting:
            begun = time.perf_counter()
            scale.parse(corpus, out, cluster.scheduler_address, batch=min(256, max(1, count // (8 * workers))))
            seconds = time.perf_counter() - begun
        spent = sum(watched.spent.values())
        rows = [Row("whole", count, workers, seconds, count / spent, max(watched.largest.values()))]
        if counted_up:
            rows.append(Row("items", count, 1, counting[0], count / counting[0], watched.largest[os.getpid()]))
        sys.stderr.write(f"{rows}, megabytes of each program: {sorted(map(round, watched.largest.values()))}\n")
        return rows


def stages() -> list[Row]:
    """The parts of reading a report, each by itself."""
    lexicon, spent = load(), {}

    def timed(name: str, find: Callable, *rest: object) -> object:
        begun = time.process_time()
        found = find(*rest)
        spent[name] = spent.get(name, 0.0) + time.process_time() - begun
        return found

    texts = [made.text for made in reports(WARM + MEASURED, seed=2)]
    for text in texts[:WARM]:
        report.read_report("a", text, lexicon)
    for text in texts[WARM:]:
        found = timed("words", tokens, text)
        parts = timed("sections", sections.sections, text, lexicon)
        spoken = timed("sections", sections.sentences, text, parts, lexicon)
        counted = timed("quantities", quantities.scan, text, found, lexicon)
        when = timed("times", times.find, text, found, lexicon)
        named = timed("names", names.find, found, lexicon, line_starts(text, found))
        said = timed("attributions", attributions.find, text, found, spoken, named, lexicon)
        read = Report(text, found, parts, spoken, counted, when, named, said)
        timed("claims", claims.find, read, lexicon)
        timed("ledger", ledger.entries, found, [], lexicon)
    read: dict[str, float] = {}
    begun = time.process_time()
    as_read(_read(texts[WARM:], lexicon, read), lexicon, Beside({}, []))
    spent["frames"] = time.process_time() - begun - read["reading"]
    return [Row(name, MEASURED, 1, seconds, MEASURED / seconds, None) for name, seconds in spent.items()]


def _read(texts: list[str], lexicon: Lexicon, spent: dict[str, float]) -> Iterator[tuple[Source, report.Rows]]:
    """The reports read one after the other, as those of a batch; `spent` adds up what reading took."""
    for n, text in enumerate(texts):
        begun = time.process_time()
        found = from_text(str(n), text), report.read_report(str(n), text, lexicon)
        spent["reading"] = spent.get("reading", 0.0) + time.process_time() - begun
        yield found


def keep(rows: list[Row]) -> None:
    """Writes the table."""
    with RESULTS.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(Row._fields)
        for row in rows:
            table.writerow(
                "" if value is None else f"{value:.4g}" if isinstance(value, float) else value for value in row
            )


def aside(make: Callable, *given: object) -> object:
    """What a function gives in a program of its own, so that this one holds no more than the command would."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as program:
        return program.submit(make, *given).result()


def main(counts: list[int]) -> None:
    rows = aside(stages)
    with TemporaryDirectory() as folder:
        for count in counts:
            corpus = aside(write, Path(folder, str(count)), count)
            for workers in (1, 2) if count == min(counts) else (2,):
                rows += run(corpus, count, workers, counted_up=count == max(counts) and workers == 2)
                keep(rows)
    sys.stdout.write(f"{RESULTS}\nPython {platform.python_version()}, {psutil.cpu_count()} cores\n")


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [1_000, 10_000])
