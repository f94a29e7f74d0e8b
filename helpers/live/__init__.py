"""Live charts and tables for notebooks: controls that move them at once, and from every mark a way to its words."""

from helpers.live.explorer import Explorer, explore
from helpers.live.grid import Grid, table
from helpers.live.leading import Led
from helpers.live.views import VIEWS

__all__ = ["VIEWS", "Explorer", "Grid", "Led", "explore", "table"]
