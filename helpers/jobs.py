"""What the notebook runner hands to the kernels, and what it says when one fails."""

from pathlib import Path
from typing import NamedTuple


class NotebookError(Exception):
    """A notebook that could not be run; the message is meant for the person who ran it."""


class Job(NamedTuple):
    """A notebook ready to run, and the path that it is written to."""

    notebook: dict
    target: Path
