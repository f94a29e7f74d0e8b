"""Corpora of any size: read by many programs at once into a data set of Parquet files, and counted up there."""

from helpers.scale.counting import items, tallies
from helpers.scale.running import Summary, parse

__all__ = ["Summary", "items", "parse", "tallies"]
