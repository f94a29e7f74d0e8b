"""Ratios of times on a machine that others use too: a disturbance passes, a growth stays."""

from collections.abc import Callable

ROUNDS = 5


def smallest(ratio: Callable[[], float], bound: float) -> float:
    """The smallest of some ratios, or the first under the bound."""
    found = float("inf")
    for _ in range(ROUNDS):
        found = min(found, ratio())
        if found < bound:
            break
    return found
