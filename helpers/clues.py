"""What a report's own words say of the day it was published: clues, each a set of days."""

from bisect import bisect_left
from calendar import day_name, month_name
from collections.abc import Callable, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

from helpers.sections import Sentence
from helpers.time_days import is_absolute, resolve
from helpers.time_words import Found, Words

SIDES = {"past", "future"}


class Clue(NamedTuple):
    """A span of days that a clue allows (None: open), which days within it, and the clue in words.

    `fits` is false for an event of the record that the report's own words cannot mean, so that nothing follows from it;
    `place` is where the sentence begins that speaks of the event.
    """

    low: date | None
    high: date | None
    allows: Callable[[date], bool]
    says: str
    basis: str = "text"
    fits: bool = True
    place: int = -1


class Report(NamedTuple):
    """What is known of a report: its text, time words, time expressions and sentences."""

    text: str
    words: Words
    founds: Sequence[Found]
    sentences: Sequence[Sentence]

    def quote(self, found: Found) -> str:
        """The words of a time expression."""
        return self.text[found.start : found.end]

    def places(self, start: int, end: int) -> range:
        """The indexes of the tokens that begin in a span."""
        found = self.words.tokens
        return range(*(bisect_left(found, place, key=lambda token: token.start) for place in (start, end)))


def text_clues(report: Report) -> list[Clue]:
    """What a report's own times say of its day: the weekday of «اليوم الاثنين», the latest date it looks back on."""
    clues = []
    for found in report.founds:
        quote = f"«{report.quote(found)}»"
        if found.rule == "day_offset" and found.weekday is not None:
            weekday = (found.weekday - found.value[0]) % 7
            clues.append(Clue(None, None, lambda d, w=weekday: d.weekday() == w, f"a {day_name[weekday]} ({quote})"))
        elif found.rule == "month" and found.direction in SIDES:
            month = found.value[1]
            clues.append(Clue(None, None, lambda d, m=month: d.month != m, f"not in {month_name[month]} ({quote})"))
    back = [(low, found) for found in report.founds if (low := _looks_back_to(found, report))]
    if back:
        low, found = max(back, key=lambda pair: pair[0])
        clues.append(Clue(low, None, lambda d: True, f"not before {day_of(low)} («{report.quote(found)}»)"))
    return list({clue.says: clue for clue in clues}.values())


def _looks_back_to(found: Found, report: Report) -> date | None:
    if found.base or found.direction == "future" or not is_absolute(found):
        return None
    sentence = next((s for s in report.sentences if s.start <= found.start < s.end), found)
    ahead = any(report.words.at(i, "future") for i in report.places(sentence.start, sentence.end))
    return None if ahead else resolve(found, None)[0]


def hints(report: Report) -> list[Clue]:
    """The weekday that «أمس» beside «يوم الأحد» suggests, if one is suggested most often; no proof, so no bound."""
    votes: dict[int, list[str]] = {}
    for sentence in report.sentences:
        inside = [f for f in report.founds if sentence.start <= f.start < sentence.end]
        offsets = [f for f in inside if f.rule == "day_offset" and f.weekday is None and f.value[0] < 0]
        weekdays = [f for f in inside if f.rule == "weekday" and not f.direction]
        for offset, weekday in product(offsets, weekdays):
            says = f"«{report.quote(offset)}» and «{report.quote(weekday)}»"
            votes.setdefault((weekday.weekday - offset.value[0]) % 7, []).append(says)
    ranked = sorted(votes.items(), key=lambda vote: -len(vote[1]))
    if not ranked or (len(ranked) > 1 and len(ranked[1][1]) == len(ranked[0][1])):
        return []
    weekday, pairs = ranked[0]
    return [Clue(None, None, lambda d: True, f"perhaps a {day_name[weekday]}, if {pairs[-1]} are one day")]


def span_of(low: date | None, high: date | None) -> str:
    """A span of days in words, an end that is open said so.

    >>> span_of(date(2019, 3, 10), None)
    'Sunday 10 March 2019 or later'
    """
    if low and high:
        return day_of(low) if low == high else f"{day_of(low)} to {day_of(high)}"
    return f"{day_of(low)} or later" if low else f"{day_of(high)} or earlier" if high else "any day"


def day_of(day: date) -> str:
    """A day in words."""
    return f"{day_name[day.weekday()]} {day.day} {month_name[day.month]} {day.year}"
