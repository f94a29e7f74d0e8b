"""What the programs of a run must agree on: one run at a time on a data set, the files they see, the code they read by.

Reports that a program far away does not see, or reads by other rules, would stand in the data set as if they were read.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import gethostname
from uuid import uuid4

from filelock import FileLock, Timeout

from helpers.scale import disk, parts
from helpers.scale.batches import Batch, reader

LOCK, RUN = ".lock", ".run-"


@contextmanager
def alone(folder: Path) -> Iterator[str]:
    """Keeps others from a data set, and takes away what broken-off runs left half done in it.

    Yields the name of a file that lies in it meanwhile: who sees it sees this folder.

    Errors: OSError where another run is at work in the folder, or nothing can be written there.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as place, alone(Path(place)) as run:
    ...     Path(place, run).exists()
    True
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        told = "another run is at work on this data set. Wait until it has ended, or name another folder."
        raise BlockingIOError(f"{folder}: {told}") from None
    run = folder / f"{RUN}{uuid4().hex}"
    try:
        _sweep(folder)
        run.touch()
        yield run.name
    finally:
        run.unlink(missing_ok=True)
        lock.release()


def _sweep(folder: Path) -> None:
    for path in folder.glob(f"{RUN}*"):
        path.unlink(missing_ok=True)
    for path in folder.glob(f"{disk.PREFIX}*"):
        shutil.rmtree(path, ignore_errors=True)
    parts.clear_begun(folder)


def check(batch: Batch, folder: Path, run: str) -> None:
    """Nothing, where this program sees the data set and the reports, and reads as the one that planned the batch.

    Errors: OSError and ValueError that name this machine and say what differs.

    >>> from helpers.scale.batches import batches
    >>> check(next(batches("seeds", None)), Path("no such folder"), ".run-1")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    FileNotFoundError: no such folder: ... does not see the data set there. Every program must see it under one path.
    """
    here = f"a program of the cluster (on {gethostname()})"
    if not Path(folder, run).exists():
        told = f"{here} does not see the data set there. Every program must see it under one path."
        raise FileNotFoundError(f"{folder}: {told}")
    if batch.beside.folder is not None and not batch.beside.folder.exists():
        told = f"{here} does not see the reports there. Every program must see them under one path."
        raise FileNotFoundError(f"{batch.beside.folder}: {told}")
    if batch.reader != reader(batch.lexicons):
        told = "has another version of this project or other word lists than the one that was started here"
        raise ValueError(f"{here[0].upper()}{here[1:]} {told}. Give it the same and start it anew.")
