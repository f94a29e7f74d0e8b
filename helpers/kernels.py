"""Executes notebooks, several at a time, and gives their text with nothing in it of this machine or this minute."""

import atexit
import errno
import logging
import os
import re
import signal
import sys
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from pathlib import Path
from tempfile import TemporaryDirectory

import matplotlib.font_manager  # noqa: F401  builds its cache here: in a kernel, its notice would enter a notebook
import nbformat
import zmq
from jupyter_client.provisioning import LocalProvisioner
from nbclient import NotebookClient
from nbclient.exceptions import CellControlSignal

from helpers.jobs import Job, NotebookError

SECONDS_A_CELL, LAST_LINES = 600, 6
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
KEPT = ("jupyter", "tags")
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
LOOP = logging.getLogger("tornado.general")
FAILED_LINE = re.compile(r"Cell In\[\d+\], line (\d+)")


def _is_news(record: logging.LogRecord) -> bool:
    """Whether a message of the event loop tells more than that a kernel that ended had closed its socket."""
    error = record.exc_info[1] if record.exc_info else None
    return not (isinstance(error, zmq.ZMQError) and error.errno == errno.ENOTSOCK)


LOOP.addFilter(_is_news)


def executed(jobs: Sequence[Job], environment: dict[str, str]) -> list[str]:
    """The text of each job's notebook after a run in a fresh kernel, as many at once as there are cores.

    A kernel's folder is its target's. Errors: NotebookError, naming every notebook that failed, its cell and line.
    """
    _tell(f"Running {len(jobs)} notebooks …")
    with TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        kernel = {**os.environ, **environment, "IPYTHONDIR": folder}
        kernel.pop("MPLBACKEND", None)  # a kernel that is told a backend shows no pictures
        clients = [_client(job, Path(folder, f"{number}.json")) for number, job in enumerate(jobs)]
        logs = [Path(folder, f"{number}.log") for number in range(len(jobs))]
        runs = [pool.submit(_executed, *one, kernel) for one in zip(jobs, clients, logs, strict=True)]
        try:
            for number, done in enumerate(as_completed(runs), 1):
                _tell(f"  {number} of {len(jobs)}  {jobs[runs.index(done)].target.stem}  {_outcome(done)}")
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            _kill(clients)
            raise
    if failures := [str(run.exception()) for run in runs if isinstance(run.exception(), NotebookError)]:
        raise NotebookError("\n\n".join(failures))
    return [run.result()[0] for run in runs]


def read(path: Path) -> nbformat.NotebookNode:
    """The notebook in the file; a cell without an id gets its number for one. Errors: NotebookError.

    >>> from tempfile import TemporaryDirectory
    >>> from nbformat import v4
    >>> made = v4.new_notebook(cells=[v4.new_markdown_cell("# Why?")])
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "00-a.ipynb")
    ...     nbformat.write(made, path)
    ...     read(path).cells[0].source
    '# Why?'
    """
    try:
        notebook = nbformat.read(path, as_version=4)
    except (nbformat.reader.NotJSONError, nbformat.ValidationError) as error:
        raise NotebookError(f"{path.name} is not a notebook: {str(error).splitlines()[0]}") from error
    notebook.nbformat_minor = max(notebook.nbformat_minor, 5)
    for number, cell in enumerate(notebook.cells):
        cell.setdefault("id", f"cell-{number:02}")
    return notebook


def _client(job: Job, connection: Path) -> NotebookClient:
    """A client for a kernel that talks through files: of two that start together, both may pick one network port."""
    client = NotebookClient(
        job.notebook,
        timeout=SECONDS_A_CELL,
        kernel_name="python3",
        record_timing=False,
        store_widget_state=False,
        coalesce_streams=True,
    )
    manager = client.create_kernel_manager()
    manager.transport, manager.connection_file = "ipc", str(connection)
    return client


def _executed(job: Job, client: NotebookClient, log: Path, environment: dict[str, str]) -> tuple[str, float]:
    """The notebook's text and the seconds it took.

    What the kernel itself complains of goes into `log`: as it ends, it may close a socket that it still listens to.
    """
    began, started = time.perf_counter(), []
    client.on_cell_start = lambda cell, cell_index: started.append(cell_index)
    job.target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with log.open("wb") as complaints:
            client.execute(cwd=str(job.target.parent), env=environment, stderr=complaints)
    except (CellControlSignal, RuntimeError) as error:
        raise NotebookError(_failure(job, started, error, log)) from error
    finally:
        atexit.unregister(client._cleanup_kernel)  # nbclient leaves it behind when a kernel dies as it starts
    return nbformat.writes(_normal(job.notebook)).rstrip("\n") + "\n", time.perf_counter() - began


def _outcome(done: "Future[tuple[str, float]]") -> str:
    return "failed" if done.exception() else f"{done.result()[1]:.1f} s"


def _kill(clients: list[NotebookClient]) -> None:
    """Ends the kernels at work (one that is only interrupted may leave its notebook waiting)."""
    for client in clients:
        kernel = client.km.provisioner if client.km and client.km.has_kernel else None
        if isinstance(kernel, LocalProvisioner) and kernel.pid:
            os.kill(kernel.pid, signal.SIGKILL)


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _failure(job: Job, started: list[int], error: Exception, log: Path) -> str:
    """What failed where: the notebook, the cell by place and count, the line, the traceback's end."""
    if not started:
        complaints = log.read_text(encoding="utf-8", errors="replace").splitlines()[-LAST_LINES:]
        return "\n".join(
            [f"{job.target.name}: its kernel did not start. {error}", *(f"  {line}" for line in complaints)]
        )
    cell = job.notebook.cells[started[-1]]
    traceback = _traceback(cell) or str(error).strip().splitlines()
    place = f"{job.target.name}, cell {started[-1] + 1} (code cell [{cell.execution_count}])"
    if found := FAILED_LINE.search("\n".join(traceback)):
        line = int(found[1])
        place += f", line {line}:\n    {cell.source.splitlines()[line - 1].strip()}"
    return "\n".join([place, *(f"  {end}" for end in traceback[-LAST_LINES:])])


def _traceback(cell: nbformat.NotebookNode) -> list[str]:
    parts = [part for output in cell.outputs if output.output_type == "error" for part in output.traceback]
    return [line.rstrip() for line in COLOUR.sub("", "\n".join(parts)).splitlines() if line.strip()]


def _normal(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook less what another machine, another minute or another editor would have put in it."""
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({key: cell.metadata[key] for key in KEPT if key in cell.metadata})
        if cell.cell_type == "code":
            for output in cell.outputs:
                output.get("data", {}).pop(WIDGET_VIEW, None)
    return notebook
