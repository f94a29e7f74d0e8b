"""The charts: `draw_x(table, *, ax=None, lang="ar") -> Axes`, one module for each notebook's figures, and `save`."""

from helpers.charts.base import style
from helpers.charts.camp import draw_camp, draw_estimate
from helpers.charts.casualties import draw_casualties, draw_one_toll
from helpers.charts.chains import draw_chains
from helpers.charts.clues import draw_clues
from helpers.charts.ground import draw_ground
from helpers.charts.hits import draw_hits
from helpers.charts.losses import draw_hedges
from helpers.charts.maps import draw_map
from helpers.charts.mouths import draw_mouths
from helpers.charts.publishing import draw_concerns
from helpers.charts.reports import draw_days
from helpers.charts.saving import alt_text, save
from helpers.charts.sharing import draw_leaving, draw_naming, draw_ties
from helpers.charts.speed import draw_speed
from helpers.charts.start import draw_counted

__all__ = [
    "alt_text",
    "draw_camp",
    "draw_casualties",
    "draw_chains",
    "draw_clues",
    "draw_concerns",
    "draw_counted",
    "draw_days",
    "draw_estimate",
    "draw_ground",
    "draw_hedges",
    "draw_hits",
    "draw_leaving",
    "draw_map",
    "draw_mouths",
    "draw_naming",
    "draw_one_toll",
    "draw_speed",
    "draw_ties",
    "save",
    "style",
]
