"""What each clue to a report's day leaves over, one clue after another: first the text alone, then the record."""

from collections.abc import Iterator, Sequence

from helpers.clues import Clue
from helpers.dating import Dating, allowed_days, candidates, contradict
from helpers.evidence import WEEKDAYS
from helpers.schema import Record, row_id


def clue_rows(report: str, dating: Dating) -> Iterator[Record]:
    """A row for each clue: in words, its basis, and the days that it and the clues before it leave over.

    `kept` is false for what was laid aside: a record that contradicts the text, clues of a text that contradict one
    another, an event that the report's words cannot mean. `days` is how many are left, missing where an end is open;
    `weekday` is the only one left, `not_months` lists the numbers of months that are out.

    >>> from datetime import date
    >>> from helpers.evidence import told, weekday
    >>> monday = Clue(None, None, lambda d: d.weekday() == 0, weekday(0), weekday=0)
    >>> march = Clue(date(2019, 3, 10), date(2019, 3, 20), lambda d: True, told("any_day"), "record")
    >>> [(row["clue"], row["days"]) for row in clue_rows("a", Dating(None, None, told("any_day"), (monday, march)))]
    [('Monday', None), ('any day', 2)]
    """
    kept = _kept(dating.clues)
    before = []
    for n, clue in enumerate(dating.clues):
        before += [clue] if n in kept else []
        low, high = candidates(before)
        days = len(allowed_days(low, high, before)) if low and high else None
        yield {
            "id": row_id("clue", report, n, n + 1),
            "report": report,
            "step": n + 1,
            "basis": clue.basis,
            "clue": clue.says.en,
            "clue_ar": clue.says.ar,
            "kept": n in kept,
            "date_low": low,
            "date_high": high,
            "days": days,
            "weekday": next((WEEKDAYS[c.weekday] for c in before if c.weekday is not None), None),
            "not_months": " ".join(str(c.not_month) for c in before if c.not_month) or None,
        }


def _kept(clues: Sequence[Clue]) -> set[int]:
    """The places of the clues that count."""
    text = {n for n, clue in enumerate(clues) if clue.basis == "text"}
    record = {n for n, clue in enumerate(clues) if clue.basis == "record" and clue.fits}
    if contradict([clues[n] for n in text]):
        text = {n for n in text if clues[n].low}
    return text if contradict([clues[n] for n in text | record]) else text | record
