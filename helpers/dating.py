"""The day a report was published, from what it says of time and from a table of dated public events.

Every clue is a set of days that it allows; the report's day lies where all sets meet. What the text alone allows and
what the record of events adds are told apart, and where the record contradicts the text, the text is kept.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from helpers import event_words
from helpers.clues import Clue, Report, hints, text_clues
from helpers.evidence import NOTHING, Told, joined, paragraph, span_of, told
from helpers.lexicon import Lexicon
from helpers.sections import Sentence
from helpers.stated import written_days
from helpers.text import Token, tokens
from helpers.time_days import is_absolute, resolve
from helpers.time_words import Found, words
from helpers.times import clauses

TIED = {"weekday", "day_offset"}
NEAR_WORDS = 2
AWAY = {"بعد", "قبل", "منذ", "حتى", "عقب"}
ONE_DAY, YEAR = timedelta(days=1), 366
ANY_DAY = date(2000, 1, 1)
RELATIONS = ("on", "after", "before")


class Dating(NamedTuple):
    """The first and last day a report can have been published on (None: open), why, and the clues one by one."""

    low: date | None
    high: date | None
    why: Told
    clues: tuple[Clue, ...] = ()

    @property
    def evidence(self) -> str:
        """Why, in English."""
        return self.why.en


def published(
    text: str,
    founds: Sequence[Found],
    sentences: Sequence[Sentence],
    anchors: Iterable[dict[str, str]],
    lexicon: Lexicon | None = None,
) -> Dating:
    """The days a report can be of; `anchors` are rows with date_low, date_high, relation, words, event_en.

    Relations: on, after, before (see `anchor_clues`). Errors: ValueError for an anchor with no such day or relation.

    >>> rows = [dict(date_low="2019-03-23", date_high="2019-03-23", relation="before", words="", event_en="The end")]
    >>> published("سقطت القرية.", [], [], rows).high
    datetime.date(2019, 3, 22)
    """
    report = Report(text, words(text, tokens(text), lexicon), founds, sentences)
    own, public = text_clues(report), [clue for row in anchors for clue in anchor_clues(row, report)]
    record = [clue for clue in public if clue.fits]
    explained = {clue.place for clue in record}
    misfits = [clue for clue in public if not clue.fits and clue.place not in explained]
    hinted = [*own, *hints(report)]
    text_alone = told("text_alone", clues=_list(hinted) if hinted else told("no_clue"))
    if contradict(own):
        own = [clue for clue in own if clue.low]
        text_alone = told("contradicting")
    alone, clues = candidates(own), (*own, *record, *misfits)
    aside = told("aside", clues=_list(misfits)) if misfits else NOTHING
    if not record:
        return Dating(*alone, paragraph(text_alone, aside), clues)
    if contradict([*own, *record]):
        contradicted = told("record_aside", clues=_list(record))
        return Dating(*alone, paragraph(text_alone, contradicted, aside), clues)
    both = candidates([*own, *record])
    recorded = told("record", clues=_list(record), days=span_of(*both))
    return Dating(*both, paragraph(text_alone, recorded, aside), clues)


def candidates(clues: Sequence[Clue]) -> tuple[date | None, date | None]:
    """The first and last day that all clues allow; None for an end that none of them bounds, or when they contradict.

    >>> monday = Clue(date(2019, 3, 12), date(2019, 3, 20), lambda d: d.weekday() == 0, "a Monday")
    >>> candidates([monday])
    (datetime.date(2019, 3, 18), datetime.date(2019, 3, 18))
    """
    low = max((c.low for c in clues if c.low), default=None)
    high = min((c.high for c in clues if c.high), default=None)
    if low and high:
        days = allowed_days(low, high, clues)
        return (days[0], days[-1]) if days else (None, None)
    if low:
        return next((day for n in range(YEAR) if _allowed(day := low + n * ONE_DAY, clues)), None), None
    if high:
        return None, next((day for n in range(YEAR) if _allowed(day := high - n * ONE_DAY, clues)), None)
    return None, None


def allowed_days(low: date, high: date, clues: Sequence[Clue]) -> list[date]:
    """The days from one to another that all clues allow.

    >>> from helpers.evidence import told
    >>> clue = Clue(date(2019, 3, 12), None, lambda day: day.weekday() == 1, told("event", event="", days=""))
    >>> allowed_days(date(2019, 3, 1), date(2019, 3, 20), [clue])
    [datetime.date(2019, 3, 5), datetime.date(2019, 3, 12), datetime.date(2019, 3, 19)]
    """
    return [day for n in range((high - low).days + 1) if _allowed(day := low + n * ONE_DAY, clues)]


def check_anchor(row: dict[str, str]) -> tuple[date, date, str, list[event_words.Notion]]:
    """The days, relation and notions of a row of anchors.

    Errors: ValueError for a day, a relation or words that are none.

    >>> check_anchor({"date_low": "2019-03-23", "relation": "before", "words": ""})[2:]
    ('before', [])
    """
    if not row["date_low"].strip():
        raise ValueError("date_low is empty. Write the day of the event, such as 2019-03-23.")
    low, high = written_days(f"{row['date_low']}/{row.get('date_high') or row['date_low']}")
    relation, wanted = row["relation"].strip(), event_words.notions(row["words"])
    if relation not in RELATIONS:
        raise ValueError(f"relation is {relation!r}. Write on, after or before.")
    if not wanted and relation != "before":
        raise ValueError(f"no words tell the event. Name it in a few words: {relation!r} holds for reports that do.")
    return low, high, relation, wanted


def anchor_clues(row: dict[str, str], report: Report) -> list[Clue]:
    """What a dated event says of a report's day.

    A report that speaks of it is from that day or later (`on`), later (`after`) or earlier (`before`; a row without
    words holds for every report). A report speaks of it when one sentence names enough of its words.

    >>> from helpers.report import read_report
    >>> row = dict(date_low="2020-05-11", date_high="2020-05-11", relation="after", words="سقوط المدينة")
    >>> rows = read_report("a", "عاد السكان بعد سقوط المدينة.")
    >>> published(rows.text, rows.times, rows.sentences, [row | {"event_en": "The fall of the town"}]).low
    datetime.date(2020, 5, 12)
    """
    low, high, relation, wanted = check_anchor(row)
    event = told("event", event=_name(row), days=span_of(low, high))
    if relation == "before" and not wanted:
        return [Clue(None, low - ONE_DAY, lambda d: True, told("before_any", event=event), "record")]
    clues = []
    for sentence in report.sentences:
        spoken = [report.words.tokens[i] for i in report.places(sentence.start, sentence.end)]
        hits = event_words.matching(spoken, wanted)
        if not event_words.enough(len(hits), len(wanted)):
            continue
        quote = " … ".join(report.text[spoken[i].start : spoken[i].end] for i in sorted({h[0] for h in hits.values()}))
        says = told(relation, quote=f"«{quote}»", event=event)
        if relation == "before":
            clues.append(Clue(None, low - ONE_DAY, lambda d: True, says, "record"))
        elif relation == "after":
            clues.append(Clue(high + ONE_DAY, None, lambda d: True, says, "record"))
        else:
            named = {spoken[i].start for places in hits.values() for i in places}
            ties = _ties(low, high, report, spoken, named)
            speaks = Clue(low, None, lambda d: True, says, "record", place=sentence.start)
            wrong = [tie.says for tie in ties if not tie.fits]
            doubted = told("but", speaks=says, wrong=joined("and", wrong))
            clues += [speaks._replace(says=doubted, fits=False)] if wrong else [speaks, *ties]
    return clues


def _name(row: dict[str, str]) -> Told:
    """The event in both languages, as far as the row names it, else by its words."""
    english, arabic = (row.get(f"event_{lang}") for lang in Told._fields)
    return Told(english or arabic or row["words"], arabic or english or row["words"])


def _ties(low: date, high: date, report: Report, spoken: Sequence[Token], named: set[int]) -> list[Clue]:
    """The relative times in the clauses that name an event, as the days from which they mean the event's day.

    What no day allows («السبت» of an event on a Monday, or the sentence's one full date when it is another day) does
    not fit: another event is meant, or the row is wrong.
    """
    ties = []
    for clause in clauses(spoken):
        times = [f for f in report.founds if f.rule in TIED and clause[0].start <= f.start < clause[-1].end]
        if not times or sum(token.start in named for token in clause) < NEAR_WORDS:
            continue
        window = (low + n * ONE_DAY for n in range((high - low).days + YEAR))
        days = {day for day in window if any(_means(found, day, low, high) for found in times)}
        quotes = joined("or", [f"«{report.quote(found)}»" for found in times])
        says = told("is" if days else "is_not", quotes=quotes, days=span_of(low, high))
        bounds = min(days, default=None), max(days, default=None)
        ties.append(Clue(*bounds, days.__contains__, says, "record", bool(days)))
    inside = [f for f in report.founds if spoken[0].start <= f.start < spoken[-1].end]
    dates = [f for f in inside if f.rule == "date" and is_absolute(f) and not _is_away(f, report)]
    if len(dates) == 1 and not _means(dates[0], low, low, high):
        says = told("is_not", quotes=f"«{report.quote(dates[0])}»", days=span_of(low, high))
        ties.append(Clue(None, None, lambda d: True, says, "record", False))
    return ties


def _is_away(found: Found, report: Report) -> bool:
    """Whether the word before a time parts it from the event: «بعد 3 أيار»."""
    before = report.text[: found.start].split()[-1:]
    return bool(before) and before[0].removeprefix("و") in AWAY


def _means(found: Found, day: date, low: date, high: date) -> bool:
    first, last = resolve(found, day)
    return first is not None and last is not None and first <= high and low <= last


def _allowed(day: date, clues: Iterable[Clue]) -> bool:
    return all(clue.allows(day) for clue in clues)


def contradict(clues: Sequence[Clue]) -> bool:
    """Whether no day is allowed by all clues.

    >>> from helpers.evidence import told
    >>> event = told("event", event="", days="")
    >>> contradict([Clue(date(2019, 3, 12), date(2019, 3, 1), lambda day: True, event)])
    True
    """
    if any(clue.low or clue.high for clue in clues):
        return candidates(clues) == (None, None)
    return not any(_allowed(ANY_DAY + n * ONE_DAY, clues) for n in range(YEAR))


def _list(clues: Sequence[Clue]) -> Told:
    return joined("next", [clue.says for clue in clues])
