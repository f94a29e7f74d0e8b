"""The colours: ink and paper, a colour for each party, what is from outside the reports."""

from collections.abc import Callable, Iterable

import pandas as pd
from matplotlib.colors import to_rgb

INK, MUTED = "#1f2328", "#57606a"
# Told apart by the common kinds of colour blindness and, by lightness, in grey print.
PARTIES = {"isis": "#1c1c1c", "coalition": "#24539b", "sdf": "#cc781d", "un": "#53acd8", "none": "#b3b8bd"}
OTHERS = ("#8a3b8f", "#277d5e", "#d9a5c9", "#6b5b2e", "#a8c686")
OUTSIDE = "#2b7a78"


def colours(parties: Iterable[str]) -> dict[str, str]:
    """A colour for each party key; a missing party is `none`, an unknown one takes the next spare colour.

    >>> colours(["sdf", pd.NA])
    {'sdf': '#cc781d', 'none': '#b3b8bd'}
    """
    keys = list(dict.fromkeys("none" if pd.isna(party) else party for party in parties))
    spare = iter(OTHERS * (1 + len(keys) // len(OTHERS)))
    return {key: PARTIES.get(key) or next(spare) for key in keys}


def party_colour(parties: Iterable[str]) -> Callable[[str], str]:
    """What to look a party's colour up with, missing ones included.

    >>> party_colour(["sdf"])("sdf")
    '#cc781d'
    """
    table = colours(parties) | {"none": PARTIES["none"]}
    return lambda party: table["none" if pd.isna(party) else party]


def ink_on(color: str) -> str:
    """The ink, dark or white, that stands out more from a ground of this colour.

    >>> ink_on("#1c1c1c"), ink_on("#b3b8bd") == INK
    ('white', True)
    """
    ground = _lightness(color)
    return "white" if _lightness("white") / ground > ground / _lightness(INK) else INK


def _lightness(color: str) -> float:
    """Relative luminance as WCAG 2 defines it, with the flare of a screen added."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(color)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05
