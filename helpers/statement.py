"""An act of saying while it is read, before its content is cut where the next one begins."""

from typing import NamedTuple

from helpers.cues import Cue
from helpers.sources import Source
from helpers.speakers import Speaker

CARRY_SENTENCES = 4  # how far a verb without a speaker may stand from the last one


class Act(NamedTuple):
    """An act of saying while it is read: its cue, where its clause begins, its source, the tokens of its content."""

    cue: Cue
    cue_end: int
    clause: int
    speaker: Speaker | None
    source: Source
    via: str | None
    first: int
    end: int
    nested: bool
