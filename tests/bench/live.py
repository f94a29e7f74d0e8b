"""How long a live chart takes from a control's move to what the browser is given.

python -m tests.bench.live [FOLDER]
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta

from helpers import live, parse, tables


def moves(chart: live.Explorer) -> Iterator[tuple[str, Callable[[], None]]]:
    """What a person can do to a chart, one control after another."""
    for policy in tables.POLICIES[::-1]:
        yield "policy", lambda policy=policy: setattr(chart.policy, "value", policy)
    for lang in ("en", "ar"):
        yield "language", lambda lang=lang: setattr(chart.lang, "value", lang)
    for box in [box for boxes in chart.parties.values() for box in boxes.values()][:4]:
        for value in (False, True):
            yield "party", lambda box=box, value=value: setattr(box, "value", value)
    if chart.first.min:
        yield "day", lambda: setattr(chart.first, "value", chart.first.min + timedelta(days=1))
        yield "all", chart.whole.click


def timed(corpus, view: str, rounds: int = 5) -> dict[str, float]:
    """The median milliseconds of each kind of move, which is what a person feels."""
    chart, taken = live.explore(corpus, view), {}
    for _ in range(rounds):
        for name, act in moves(chart):
            began = time.perf_counter()
            act()
            taken.setdefault(name, []).append(1000 * (time.perf_counter() - began))
    return {name: statistics.median(times) for name, times in taken.items()}


if __name__ == "__main__":
    reports = parse(*sys.argv[1:2] or ["seeds"])
    for view in live.VIEWS:
        print(f"{view:12}", "  ".join(f"{name} {ms:6.1f} ms" for name, ms in timed(reports, view).items()))
