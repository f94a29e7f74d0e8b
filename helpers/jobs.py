"""What the notebook runner hands to the kernels, and what it says when one fails."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from nbformat import NotebookNode


class NotebookError(Exception):
    """A notebook that could not be run; the message is meant for the person who ran it."""


class Job(NamedTuple):
    """A notebook ready to run, and the path that it is written to."""

    notebook: "NotebookNode"
    target: Path
