"""How well the reader reads: its rows beside a reading by hand of the same reports, as counts and row by row.

The tables of a reading by hand are described in `tests/gold/README.md`; `data.by_hand` reads them.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from helpers.assemble import Corpus
from helpers.glossing import APART
from helpers.names import entities, find
from helpers.schema import Record
from helpers.tables.base import VOCABULARY, codebook, short_names, signed, typed
from helpers.tables.fields import FIELDS, Field, Row, quoted, told
from helpers.text import tokens

NO_BREAK_SPACE = "\u00a0"
YEAR = r"^(\d{4})$"
COUNTS = ("by_hand", "found", "missed", "extra", "right")
BY_HAND = {"claims": "claims", "attributions": "attributions", "times": "dates"}  # a frame's table by hand
SPANS = {"attributions": ("cue_start", "cue_end"), "times": ("start", "end"), "claims": ("number_start", "number_end")}
Spans = Sequence[tuple[str, int, int]]


class Beside(NamedTuple):
    """A frame's rows by hand with their spans, the reader's rows of these reports, and which belong together."""

    theirs: pd.DataFrame
    spans: Spans
    ours: pd.DataFrame
    pairs: dict[int, int]


@signed
def by_measure(corpus: Corpus, hand: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Of each measure the figures found, missed, and read where the hand read none, in the reports that the hand read.

    A figure is found when the words of its number overlap and the measure is the hand's, or its other defensible one.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل ثلاثة وأصيب خمسة.")])
    >>> hand = {"claims": corpus.claims.head(1).assign(also=None, when=None)}
    >>> by_measure(corpus, hand)[["measure", "found", "missed", "extra"]].values.tolist()
    [['killed', 1, 0, 0], ['wounded', 0, 0, 1]]
    """
    theirs, _, ours, pairs = beside(corpus, hand, "claims")
    same = {
        i: j for i, j in pairs.items() if ours["measure"].iloc[j] in (theirs["measure"].iloc[i], theirs["also"].iloc[i])
    }
    extra = ours.drop(ours.index[list(same.values())])
    counted = theirs["measure"].value_counts(sort=False)
    found = theirs["measure"].iloc[list(same)].value_counts()
    read = extra["measure"].value_counts()
    order = list(dict.fromkeys([*counted.index, *read.index]))
    rows = [
        {"measure": m, "found": found.get(m, 0), "missed": counted.get(m, 0) - found.get(m, 0), "extra": read.get(m, 0)}
        for m in order
    ]
    return _counts(rows, "measure")


@signed
def by_field(corpus: Corpus, hand: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """For each field how many rows the hand gives, how many the reader found and how many of its own it adds.

    `right` of the `found` agree with the hand. `reader_precision` is the share of the reader's rows that are right,
    `reader_recall` that of the hand's that the reader gets right.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قال متحدث أمس إن ثلاثة قتلوا.")])
    >>> acts = corpus.attributions.rename(columns={"source": "canonical_source"})
    >>> claims = corpus.claims.assign(best=4.0, also=None, when=None)
    >>> table = by_field(corpus, {"claims": claims, "attributions": acts, "dates": corpus.times})
    >>> table[["field", "by_hand", "found", "right", "reader_recall"]].head(2).values.tolist()
    [['number', 1, 1, 1, 1.0], ['value', 1, 1, 0, 0.0]]
    """
    rows = []
    for frame, fields in FIELDS.items():
        both = beside(corpus, hand, frame)
        rows += [{"frame": frame, "field": field.name} | _agreement(both, field) for field in fields]
    return _counts(rows, "frame", "field")


def missed(corpus: Corpus, hand: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The figures, acts of saying and times that the hand read and the reader did not, in the words of the reports.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قال متحدث أمس إن ثلاثة قتلوا.")])
    >>> claims, times = corpus.claims.assign(also=None, when=None), corpus.times.assign(start=0, end=3)
    >>> hand = {"claims": claims, "attributions": corpus.attributions, "dates": times}
    >>> missed(corpus, hand).values.tolist()
    [['times', 'a', 'قال']]
    """
    rows = []
    for frame in BY_HAND:
        both = beside(corpus, hand, frame)
        lost = [span for i, span in enumerate(both.spans) if i not in both.pairs]
        rows += [{"frame": frame, "report": report, "words": corpus.text(report)[a:b]} for report, a, b in lost]
    return _short(corpus, typed(rows, "frame report words"))


def disagreements(corpus: Corpus, hand: Mapping[str, pd.DataFrame], lang: str = "en") -> pd.DataFrame:
    """Each field of each row on which the reader and the hand differ: the words read, and what either makes of them.

    Codes of closed vocabularies are put into words of `lang`.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قال متحدث أمس إن ثلاثة قتلوا.")])
    >>> acts = corpus.attributions.rename(columns={"source": "canonical_source"})
    >>> claims = corpus.claims.assign(measure="wounded", also=None, when=None)
    >>> table = disagreements(corpus, {"claims": claims, "attributions": acts, "dates": corpus.times})
    >>> table[["words", "field", "hand", "reader"]].values.tolist()
    [['ثلاثة', 'measure', 'Wounded', 'Killed']]
    """
    rows, book = [], codebook(corpus, lang)
    for frame, fields in FIELDS.items():
        theirs, spans, ours, pairs = beside(corpus, hand, frame)
        left, right = list(theirs.itertuples()), list(ours.itertuples())
        for i, j in sorted(pairs.items()):
            report, start, end = spans[i]
            words = {"frame": frame, "report": report, "words": corpus.text(report)[start:end]}
            differ = [field for field in fields if field.compared(left[i]) and not field.agree(left[i], right[j])]
            once = {field.by_hand: field for field in reversed(differ)}  # of two looks at one thing, the laxer
            rows += [
                words | _both(field, left[i], right[j], corpus.text(report), book) for field in reversed(once.values())
            ]
    return _short(corpus, typed(rows, "frame report words field hand reader"))


def matches(theirs: Spans, ours: Spans) -> dict[int, int]:
    """For each of their spans the place of the first of ours that overlaps it; each of ours is used once.

    >>> matches([("a", 0, 4), ("a", 9, 12), ("b", 0, 4)], [("a", 10, 11), ("a", 3, 5)])
    {0: 1, 1: 0}
    """
    by_report: dict[str, list[int]] = {}
    for j, (report, _, _) in enumerate(ours):
        by_report.setdefault(report, []).append(j)
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for i, (report, start, end) in enumerate(theirs):
        for j in by_report.get(report, ()):
            if j not in used and ours[j][1] < end and start < ours[j][2]:
                pairs[i] = j
                used.add(j)
                break
    return pairs


def beside(corpus: Corpus, hand: Mapping[str, pd.DataFrame], frame: str) -> Beside:
    """A frame's rows beside those by hand of the same reports.

    Figures by hand get `places`, the names that the words for their place are known by, and the days `when_low` and
    `when_high`; those of the reader get `actor_party`.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل ثلاثة وأصيب خمسة.")])
    >>> both = beside(corpus, {"claims": corpus.claims.tail(1).assign(also=None, when=None)}, "claims")
    >>> both.spans, len(both.ours), both.pairs
    ([('a', 16, 20)], 2, {0: 1})
    """
    theirs, rows = hand[BY_HAND[frame]], getattr(corpus, "numbered" if frame == "claims" else frame)
    ours = rows[rows["report"].isin(theirs["report"])]
    if frame == "claims":
        known = entities(corpus.lexicon)
        ours = ours.assign(
            actor_party=[known[name].party if name in known else None for name in ours["actor"].fillna("")]
        )
        theirs = theirs.assign(places=theirs["place"].map(lambda words: _places(words, corpus)).astype("string"))
        theirs = theirs.assign(**_days(theirs["when"]))
    spans = _numbers(corpus, theirs) if frame == "claims" else _spans(theirs, *SPANS[frame])
    return Beside(theirs, spans, ours, matches(spans, _spans(ours, *SPANS[frame])))


def _places(words: str | None, corpus: Corpus) -> str | None:
    """The places that words name, else the words: «من الباغوز إلى الحدود», «الجيب»."""
    if not isinstance(words, str):
        return None
    named = [name.entity for name in find(tokens(words), corpus.lexicon) if name.kind == "place"]
    return APART.join(dict.fromkeys(named)) or words


def _days(when: pd.Series) -> dict[str, pd.Series]:
    """The first and last day of «2019-03-11», «2019-03-10/2019-03-12» or «2017»."""
    ends = when.str.replace(YEAR, r"\1-01-01/\1-12-31", regex=True).str.split("/")
    low, high = (pd.to_datetime(ends.str[end]).astype("datetime64[s]") for end in (0, -1))
    return {"when_low": low, "when_high": high}


def _agreement(both: Beside, field: Field) -> dict[str, int]:
    left, right, pairs = list(both.theirs.itertuples()), list(both.ours.itertuples()), both.pairs
    said = [i for i, row in enumerate(left) if field.compared(row)]
    found = [i for i in said if i in pairs]
    return {
        "by_hand": len(said),
        "found": len(found),
        "missed": len(said) - len(found),
        "extra": len(right) - len(pairs),
        "right": sum(bool(field.agree(left[i], right[pairs[i]])) for i in found),
    }


def _both(field: Field, theirs: Row, ours: Row, text: str, book: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    said = [
        quoted(row, columns, text) if field.span else told(row, columns)
        for row, columns in ((theirs, field.by_hand), (ours, field.by_reader))
    ]
    column = field.by_reader[0]
    known = book.get(VOCABULARY.get(column, column), {})
    in_words = (known.get(words.casefold(), words) for words in said)
    return {"field": field.name} | dict(zip(("hand", "reader"), in_words, strict=True))


def _counts(rows: list[Record], *names: str) -> pd.DataFrame:
    columns = [name for name in COUNTS if any(name in row for row in rows)]
    table = typed(rows, list(names), columns).astype(dict.fromkeys(columns, "Int64"))
    if "right" not in columns:
        return table
    right, read = table["right"].astype("Float64"), table["found"] + table["extra"]
    shares = {"reader_precision": read, "reader_recall": table["by_hand"]}
    return table.assign(**{name: (right / of.where(of > 0)).round(3) for name, of in shares.items()})


def _short(corpus: Corpus, table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(report=table["report"].map(short_names(corpus)).astype("string"))


def _spans(frame: pd.DataFrame, start: str, end: str) -> list[tuple[str, int, int]]:
    return list(zip(frame["report"], frame[start].astype(int), frame[end].astype(int), strict=True))


def _numbers(corpus: Corpus, claims: pd.DataFrame) -> list[tuple[str, int, int]]:
    """Where the number words of the hand's claims stand; its tables hold a plain space for U+00A0."""
    spans = []
    for row in claims.itertuples():
        at = corpus.text(row.report).replace(NO_BREAK_SPACE, " ").index(row.number_text, row.start)
        spans.append((row.report, at, at + len(row.number_text)))
    return spans
