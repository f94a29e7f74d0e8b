"""What the notebooks and charts show: small tables drawn from a corpus's frames."""

from helpers.tables.accuracy import by_field, by_measure, disagreements, missed
from helpers.tables.base import POLICIES, alike, labelled, short_names, spoken, typed, with_policy, worded
from helpers.tables.changes import changed
from helpers.tables.coders import agreement, disputes, two_coders
from helpers.tables.concerns import CONCERNS, concern_counts, concerns
from helpers.tables.families import Household, families, household
from helpers.tables.ground import areas, ground, places
from helpers.tables.hedges import hedges
from helpers.tables.holding import held
from helpers.tables.independence import duplicates, independence, passages, ties
from helpers.tables.leaving import leaving
from helpers.tables.links import chains_of, links
from helpers.tables.naming import naming
from helpers.tables.nearness import KINDS as NEARNESS
from helpers.tables.nearness import nearness
from helpers.tables.pairs import pairs, related
from helpers.tables.people import camp, estimate, misfit, movements, outgrown
from helpers.tables.review import decided, moved, policies, review, unnumbered
from helpers.tables.sources import chains, clues, counted, days, mouths, mouths_of, outcomes, reasons
from helpers.tables.tally import Sum, Tally, left_out, sums, tally, tied
from helpers.tables.tolls import CASUALTIES, casualties, one_toll
from helpers.tables.vague import vague_words

__all__ = [
    "CASUALTIES", "CONCERNS", "NEARNESS", "POLICIES", "Household", "Sum", "Tally", "agreement", "alike", "areas",
    "by_field", "by_measure", "camp", "casualties", "chains", "chains_of", "changed", "clues", "concern_counts",
    "concerns", "counted", "days", "decided", "disagreements", "disputes", "duplicates", "estimate", "families",
    "ground", "hedges", "held", "household", "independence", "labelled", "leaving", "left_out", "links", "misfit",
    "missed", "mouths", "mouths_of", "moved", "movements", "naming", "nearness", "one_toll", "outcomes", "outgrown",
    "pairs", "passages", "places", "policies", "reasons", "related", "review", "short_names", "spoken",
    "sums", "tally", "tied", "ties", "two_coders", "typed", "unnumbered", "vague_words", "with_policy", "worded",
]  # fmt: skip
