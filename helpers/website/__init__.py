"""The collection as a folder of web pages that need neither Jupyter nor a network: `build` writes it."""

from helpers.website.building import build

__all__ = ["build"]
