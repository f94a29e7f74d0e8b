"""What a report's readers found before its claims, and what of it may tell one: numbers, verbs and nouns, places."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from helpers import breakdowns, triggers
from helpers.attributions import Attribution
from helpers.counting import Refusal
from helpers.datelines import is_before_colon
from helpers.lexicon import Lexicon
from helpers.names import Name
from helpers.quantities import Found, Quantity
from helpers.sections import Section, Sentence
from helpers.text import Token
from helpers.times import Found as FoundTime
from helpers.triggers import Trigger

Row = TypeVar("Row")


class Report(NamedTuple):
    """What the readers before this one found in a report."""

    text: str
    tokens: Sequence[Token]
    sections: Sequence[Section]
    sentences: Sequence[Sentence]
    quantities: Sequence[Found]
    times: Sequence[FoundTime]
    names: Sequence[Name]
    attributions: Sequence[Attribution]


def within(rows: Sequence[Row], start: Callable[[Row], int], sentence: Sentence) -> Sequence[Row]:
    """The rows, in order of their starts, that begin in a sentence."""
    return rows[bisect_left(rows, sentence.start, key=start) : bisect_left(rows, sentence.end, key=start)]


def numbers(report: Report, sentence: Sentence, span: range, titled: set[int]) -> tuple[list[Found], list[Refusal]]:
    """The numbers of a sentence that may count something; and those of times, of names, and of a line of a list."""
    inside = within(report.quantities, lambda q: q.quantity.number_start, sentence)
    timed = within(report.times, lambda time: time.start, sentence)
    refused = [Refusal(q.quantity, "time") for q in inside if _overlaps(q.quantity, timed)]
    free = [q for q in inside if not _overlaps(q.quantity, timed)]
    refused += [Refusal(q.quantity, "a number that names") for q in free if q.first in titled]
    free = [q for q in free if q.first not in titled]
    if breakdowns.is_numbered(report.tokens, span) and free and free[0].first == span.start:
        refused.append(Refusal(free.pop(0).quantity, "a number that names"))
    return free, refused


def _overlaps(quantity: Quantity, timed: Sequence[FoundTime]) -> bool:
    return any(max(time.start, quantity.number_start) < min(time.end, quantity.number_end) for time in timed)


def naming(report: Report) -> set[int]:
    """The tokens of numbers inside longer names («حركة 23 مارس»), by the first of each.

    >>> from helpers.report import read_report
    >>> [entry.became for entry in read_report("a", "تقدمت حركة 23 مارس.").ledger]
    ['name']
    """
    named = [name for name in report.names if " " in report.text[name.start : name.end]]
    starts = [name.start for name in named]
    return {
        q.first
        for q in report.quantities
        if (k := bisect_right(starts, q.quantity.number_start)) and named[k - 1].end >= q.quantity.number_end
    }


def happenings(report: Report, titled: set[int], lexicon: Lexicon) -> list[Trigger]:
    """The words of what happened, save those in a longer name («هيئة تحرير الشام») or a title.

    >>> from helpers import parse
    >>> parse([("a", "قالت هيئة تحرير الشام إن خمسة من مقاتليها قتلوا.")]).claims["measure"].tolist()
    ['killed']
    """
    named = [name for name in report.names if " " in report.text[name.start : name.end]]
    starts = [name.start for name in named]
    return [
        t
        for t in triggers.scan(report.tokens, lexicon)
        if t.first not in titled and (not (k := bisect_right(starts, t.start)) or t.end > named[k - 1].end)
    ]


def places_of(report: Report) -> list[Name]:
    """The names that can tell where: those of speakers («قالت دمشق») and inside their names cannot.

    >>> from helpers import parse
    >>> parse([("a", "قالت دمشق إن ثلاثة قتلوا. وقتل خمسة في دمشق.")]).claims["place"].tolist()
    [<NA>, 'دمشق']
    """
    spoken: set[int] = set()
    for a in report.attributions:
        if a.source_start is not None and a.source_end is not None:
            spoken.update(range(a.source_start, a.source_end))
        if a.content_start is not None and a.content_end is not None:
            first = min(a.cue_start, a.cue_start if a.source_start is None else a.source_start)
            spoken.update(range(first, a.content_start), range(max(a.cue_start, a.content_end), a.end))
    places = (name for name in report.names if name.kind == "place" and name.start not in spoken)
    return [name for name in places if not is_before_colon(report.text, name.start, name.end)]
