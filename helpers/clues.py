"""What a report's own words say of the day it was published: clues, each a set of days."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

from helpers.evidence import Told, day_of, month, told, weekday
from helpers.sections import Sentence
from helpers.time_days import is_absolute, resolve
from helpers.time_words import Found, Words

SIDES = {"past", "future"}


class Clue(NamedTuple):
    """A span of days that a clue allows (None: open), which days within it, and the clue in words.

    `weekday` (0: Monday) and `not_month` are what `allows` asks for, where it asks for just that.

    `fits` is false for an event of the record that the report's own words cannot mean, so that nothing follows from it;
    `place` is where the sentence begins that speaks of the event.
    """

    low: date | None
    high: date | None
    allows: Callable[[date], bool]
    says: Told
    basis: str = "text"
    fits: bool = True
    place: int = -1
    weekday: int | None = None
    not_month: int | None = None


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

    def within(self, sentence: Sentence) -> Sequence[Found]:
        """The time expressions that begin in a sentence."""
        first, last = (bisect_left(self.founds, at, key=lambda f: f.start) for at in (sentence.start, sentence.end))
        return self.founds[first:last]


def text_clues(report: Report) -> list[Clue]:
    """What a report's own times say of its day: the weekday of «اليوم الاثنين», the latest date it looks back on.

    >>> from helpers import parse
    >>> corpus = parse([("a", "بدأ القصف اليوم الاثنين بعد هدنة 11 آذار 2019.")])
    >>> corpus.clues["clue"].tolist()
    ['a Monday («اليوم الاثنين»)', 'not before Monday 11 March 2019 («11 آذار 2019»)']
    """
    clues = []
    for found in report.founds:
        quote = f"«{report.quote(found)}»"
        if found.rule == "day_offset" and found.weekday is not None:
            n = (found.weekday - found.value[0]) % 7
            says = told("weekday", day=weekday(n), quote=quote)
            clues.append(Clue(None, None, _on_weekday(n), says, weekday=n))
        elif found.rule == "month" and found.direction in SIDES:
            n = found.value[1]
            says = told("not_month", month=month(n), quote=quote)
            clues.append(Clue(None, None, _outside_month(n), says, not_month=n))
    back = [(low, found) for found in report.founds if (low := _looks_back_to(found, report))]
    if back:
        low, found = max(back, key=lambda pair: pair[0])
        says = told("since", day=day_of(low), quote=f"«{report.quote(found)}»")
        clues.append(Clue(low, None, lambda d: True, says))
    return list({clue.says: clue for clue in clues}.values())


def _on_weekday(n: int) -> Callable[[date], bool]:
    return lambda day: day.weekday() == n


def _outside_month(n: int) -> Callable[[date], bool]:
    return lambda day: day.month != n


def _looks_back_to(found: Found, report: Report) -> date | None:
    if found.base or found.direction == "future" or not is_absolute(found):
        return None
    i = bisect_right(report.sentences, found.start, key=lambda s: s.start) - 1
    sentence = report.sentences[i] if i >= 0 and found.start < report.sentences[i].end else found
    ahead = any(report.words.at(i, "future") for i in report.places(sentence.start, sentence.end))
    return None if ahead else resolve(found, None)[0]


def hints(report: Report) -> list[Clue]:
    """The weekday that «أمس» beside «يوم الأحد» suggests, if one is suggested most often; no proof, so no bound.

    >>> from helpers import parse
    >>> corpus = parse([("a", "توقف القصف أمس بعد هجوم يوم الأحد.")])
    >>> corpus.clues["clue"].tolist(), corpus.reports["dating_evidence"].tolist()
    ([], ['Text alone: perhaps a Monday, if «أمس» and «يوم الأحد» are one day.'])
    """
    votes: dict[int, list[tuple[str, str]]] = {}
    for sentence in report.sentences:
        inside = report.within(sentence)
        offsets = [f for f in inside if f.rule == "day_offset" and f.weekday is None and f.value[0] < 0]
        weekdays = [f for f in inside if f.rule == "weekday" and not f.direction]
        for offset, named in product(offsets, weekdays):
            pair = f"«{report.quote(offset)}»", f"«{report.quote(named)}»"
            votes.setdefault((named.value[0] - offset.value[0]) % 7, []).append(pair)
    ranked = sorted(votes.items(), key=lambda vote: -len(vote[1]))
    if not ranked or (len(ranked) > 1 and len(ranked[1][1]) == len(ranked[0][1])):
        return []
    n, pairs = ranked[0]
    one, other = pairs[-1]
    return [Clue(None, None, lambda d: True, told("perhaps", day=weekday(n), one=one, other=other))]
