"""Quantities of one kind in one unit: kilometres, square kilometres, days, kilograms, litres; money stays as spoken."""

from functools import lru_cache
from typing import NamedTuple

from helpers.lexicon import Lexicon, load
from helpers.quantities import Quantity

BASES = {"distance": "km", "area": "km²", "time": "day", "mass": "kg", "volume": "l"}


class Converted(NamedTuple):
    """The values of a quantity in the base unit of its kind; what the words leave open stays open."""

    low: float | None
    best: float | None
    high: float | None
    unit: str


def converted(quantity: Quantity, lexicon: Lexicon | None = None) -> Converted | None:
    """A quantity in the base unit of its kind (`factor` in `nouns.csv`), None where its unit has none.

    A month is 30.44 days and a year 365.24, the means of the Gregorian calendar: for comparing, not for dating.

    >>> from helpers import quantities
    >>> converted(quantities.read("أكثر من 300 متر")[0])
    Converted(low=0.3, best=None, high=None, unit='km')
    """
    known = _factors(lexicon or load()).get(quantity.unit) if quantity.unit else None
    if known is None:
        return None
    factor, base = known
    low, best, high = (
        None if v is None else round(v * factor, 9) for v in (quantity.low, quantity.best, quantity.high)
    )
    return Converted(low, best, high, base)


@lru_cache(maxsize=16)
def _factors(lexicon: Lexicon) -> dict[str, tuple[float, str]]:
    rows = [row for row in lexicon["nouns"] if row["class"] in BASES and row["factor"]]
    money = {row["lemma"]: (1.0, row["lemma"]) for row in lexicon["nouns"] if row["class"] == "money"}
    return {"%": (1.0, "%")} | money | {row["lemma"]: (float(row["factor"]), BASES[row["class"]]) for row in rows}
