"""What the notebooks and charts show: small tables drawn from a corpus's frames."""

from helpers.tables.base import POLICIES, labelled, short_names, spoken, typed, with_policy, worded
from helpers.tables.ground import areas, ground, places
from helpers.tables.people import camp, estimate, misfit, movements, outgrown
from helpers.tables.sources import chains, counted, days, mouths, outcomes
from helpers.tables.tally import Tally, left_out, tally, tied
from helpers.tables.tolls import casualties, one_toll, vague_words

__all__ = [
    "POLICIES", "Tally", "areas", "camp", "casualties", "chains", "counted", "days", "estimate", "ground", "labelled",
    "left_out", "misfit", "mouths", "movements", "one_toll", "outcomes", "outgrown", "places", "short_names", "spoken",
    "tally", "tied", "typed", "vague_words", "with_policy", "worded",
]  # fmt: skip
