"""Time expressions of a text, and the days they mean once the day of the report is known.

`find` reads the words and knows no calendar; `resolve` puts days to what was found. They are apart because a report's
own day is inferred from its time expressions.
"""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from helpers import (
    event_words,
    time_lengths,
    time_ranges,
    time_shares,
    time_spans,
    time_weekdays,
    time_years,
)
from helpers.lexicon import Lexicon, Seen, load
from helpers.looks import TIMES, look, sight
from helpers.text import NEW, Token
from helpers.time_clock import clock_time
from helpers.time_dates import Step
from helpers.time_days import Published, is_absolute, resolve
from helpers.time_words import Found, Words, words

HOURS, CLOCK = {"hour_word", "day_sized"}, frozenset({"clock"})
Rule = Callable[[Words, int], Step]
RULES: dict[Rule, set[str]] = {  # each with the kinds of word that it can begin with, the first to fit taken
    time_weekdays.same_day: {"clock", "lead", "part", "adverb", "same_day"},
    time_shares.share: {"weekday", "unit", "nth", "of_units", "article"},
    time_weekdays.day: {"clock", "lead", "part", "adverb", "day_word", "deictic", "weekday"},
    time_spans.vague: {"vague", "night_before", "tonight", "now"},
    time_spans.counted: {"last", "unit", "of_units", "article"},
    time_spans.period: {"part_of", "these", "those", "unit", "nth"},
    time_spans.quarter: {"quarter"},
    time_spans.day_of_month: {"day_sized"},
    time_weekdays.dated: {"day_sized", "year_sized", "part_of", "month_word", "gregorian", "hijri", "nth", "feast"},
    time_years.season: {"part_of", "season"},
    time_years.year_range: {"year_word", "year_sized"},
    time_years.year: {"part_of", "year_word", "year_sized"},
    time_years.decade: {"part_of", "decade_name"},
    time_years.century: {"part_of", "unit"},
    time_lengths.ago: {"shift", "ago"},
    time_lengths.duration: {"lasting", "bound", "counting", "unit", "of_units", "piece"},
    time_weekdays.time_of_day: {"clock", "lead", "adverb"},
}
RULES_AT: Seen[frozenset[str], tuple[Rule, ...]] = Seen(
    lambda kinds: tuple(rule for rule, opening in RULES.items() if opening & kinds)
)
DAYS = {"day_offset", "weekday", "same_day", "date"}
DATED = DAYS | {"month", "year", "period", "season", "hijri", "share", "range", "ago"}
COUNTED_BACK = {"same_day", "time_of_day", "clock"}
PRINT_DELAY = 2
CLAUSE_MARKS = {",", "،", "؛", ";", ":", ".", "؟", "?", "!", "…"}


class Time(NamedTuple):
    """A time expression: span, inclusive days (None: it gives none), rule, part of the day, what it counts from."""

    start: int
    end: int
    date_low: date | None
    date_high: date | None
    rule: str
    clock: str | None = None
    anchor: str | None = None


def read(text: str, published: Published = None, lexicon: Lexicon | None = None) -> list[Time]:
    """The time expressions of a text, in order; `published` is a day, an interval of days, or None.

    >>> [t.date_low.isoformat() for t in read("مساء الثلاثاء", date(2019, 3, 13))]
    ['2019-03-12']
    """
    lexicon = lexicon or load()
    if not look(text, lexicon) & TIMES:
        return []
    founds = find(text, sight(text, lexicon).tokens, lexicon)
    day = speaking_day(founds, published)
    return [NEW(Time, (f.start, f.end, *resolve(f, day), f.rule, f.clock, anchor(f))) for f in founds]


def find(text: str, found: Sequence[Token], lexicon: Lexicon | None = None) -> list[Found]:
    """The time expressions among the tokens of a text, none overlapping, no days put to them.

    >>> from helpers.text import tokens
    >>> [f.rule for f in find("أمس", tokens("أمس"))]
    ['day_offset']
    """
    w = words(text, found, lexicon)
    founds: list[Found] = []
    stop = 0
    for i, kinds in w.openings():
        if i < stop:
            continue
        if title := w.at(i, "title") if "title" in kinds else None:
            stop = title.stop
        elif hit := _begun(w, i, kinds):
            found_here, stop = hit
            taken = founds and found_here.start < founds[-1].end  # «مئة يوم 12 الجاري»: the day word is the first one's
            founds.append(found_here._replace(start=w.tokens[i].start) if taken else found_here)
    return _based(text, w, founds) if founds else []


def _begun(w: Words, i: int, kinds: frozenset[str]) -> tuple[Found, int] | None:
    """What the first rule to fit reads at token `i`, and the token after it."""
    if not kinds.isdisjoint(HOURS) and clock_time(w, i):
        kinds |= CLOCK
    for rule in RULES_AT[kinds]:
        if hit := rule(w, i):
            return hit
    return None


def speaking_day(founds: Sequence[Found], published: Published) -> Published:
    """The day a report speaks from: its own, or up to two days before it where «اليوم الاثنين» appears on a Tuesday.

    >>> speaking_day([Found(0, 4, "day_offset", (0,), weekday=0)], date(2019, 3, 12))
    datetime.date(2019, 3, 11)
    """
    if not isinstance(published, date):
        return published
    named = {(f.value[0], f.weekday) for f in founds if f.rule == "day_offset" and f.weekday is not None}
    today = published.toordinal()
    days = (date.fromordinal(n) for n in range(today, max(today - PRINT_DELAY - 1, 0), -1))
    return next((d for d in days if all((d.weekday() + n) % 7 == weekday for n, weekday in named)), published)


def anchor(found: Found) -> str | None:
    """What an expression is counted from: published, absolute, previous (a time before it), event, or None.

    >>> anchor(Found(0, 4, "day_offset", (-1,))), anchor(Found(0, 4, "vague"))
    ('published', None)
    """
    if found.rule in ("vague", "duration"):
        return None
    if found.rule == "before_event":
        return "event"
    if found.base or found.rule == "same_day" or found.direction == "told":
        return "previous"
    return "absolute" if is_absolute(found) else "published"


def _based(text: str, w: Words, founds: list[Found]) -> list[Found]:
    """The expressions with those that are counted from another tied to it."""
    based: list[Found] = []
    for found in founds:
        if found.rule == "same_day" or (found.rule in COUNTED_BACK and based):
            line = text.rfind("\n", 0, found.start) if found.rule != "same_day" else -1
            found = found._replace(base=_last(text, based, DAYS, line))
        elif found.direction == "told":
            found = found._replace(base=_last(text, based, DATED))
        elif found.rule == "before_event":
            found = found._replace(base=_dated_event(text, w, found, founds))
        based.append(found)
    return time_ranges.joined(w.tokens, time_ranges.matched(w.tokens, based))


def _last(text: str, before: list[Found], rules: set[str], line: int = -1) -> Found | None:
    """The last of the times before that dates what is told: one after «منذ» only says since when."""
    dated = (f for f in reversed(before) if f.rule in rules and f.start > line)
    return next((f for f in dated if not text[: f.start].rstrip().endswith("منذ")), None)


def _dated_event(text: str, w: Words, found: Found, founds: list[Found]) -> Found | None:
    """The day of the event that a length of time comes before, where a clause of the same report dates it."""
    wanted = event_words.notions(" ".join(text[found.start : found.end].split()[-2:]))
    for clause in clauses(w.tokens):
        a, b = clause[0].start, clause[-1].end
        days = [f for f in founds if f.rule in DAYS and a <= f.start < b]
        if days and len(event_words.matching(clause, wanted)) == len(wanted) > 0 and not a <= found.start < b:
            return days[0]
    return None


def clauses(found: Sequence[Token]) -> list[Sequence[Token]]:
    """The runs of tokens between commas, colons, stops and line ends.

    >>> from helpers.text import tokens
    >>> [len(c) for c in clauses(tokens("قال أمس، إن قتلى سقطوا."))]
    [2, 3]
    """
    cuts = [-1, *(i for i, t in enumerate(found) if t.form in CLAUSE_MARKS), len(found)]
    return [found[a + 1 : b] for a, b in pairwise(cuts) if b > a + 1]
