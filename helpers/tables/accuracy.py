"""How well the reader reads: its rows beside a reading by hand of the same reports, as counts.

The tables of a reading by hand are described in `tests/gold/README.md`; `data.by_hand` reads them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

import pandas as pd

from helpers.assemble import Corpus
from helpers.tables.base import short_names, typed

HALF, MOST = 0.5, 0.9
NO_BREAK_SPACE = "\u00a0"
VALUE = ("low", "best", "high")
COUNTS = ("by_hand", "found", "missed", "extra", "right")
OPEN = {"population": "subject_group", "tally": "tally"}  # left empty by hand where it does not apply: not compared
Spans = Sequence[tuple[str, int, int]]


def by_measure(corpus: Corpus, hand: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Of each measure the figures found, missed, and read where the hand read none, in the reports that the hand read.

    A figure is found when the words of its number overlap and the measure is the hand's, or its other defensible one.
    """
    theirs, ours = hand["claims"], _read(corpus, "claims", hand["claims"])
    pairs = matches(_numbers(corpus, theirs), _spans(ours, "number_start", "number_end"))
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


def by_field(corpus: Corpus, hand: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """For each field how many rows the hand gives, how many the reader found and how many of its own it adds.

    `right` of the `found` agree with the hand. `reader_precision` is the share of the reader's rows that are right,
    `reader_recall` that of the hand's that the reader gets right.
    """
    return _counts([*_claims(corpus, hand), *_acts(corpus, hand), *_times(corpus, hand)], "frame", "field")


def missed(corpus: Corpus, hand: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The figures and acts of saying that the hand read and the reader did not, in the words of the reports."""
    rows = []
    for frame, spans, columns in (
        ("claims", _numbers(corpus, hand["claims"]), ("number_start", "number_end")),
        ("attributions", _spans(hand["attributions"], "cue_start", "cue_end"), ("cue_start", "cue_end")),
        ("times", _spans(hand["dates"], "start", "end"), ("start", "end")),
    ):
        known = hand["dates" if frame == "times" else frame]
        found = matches(spans, _spans(_read(corpus, frame, known), *columns))
        rows += [
            {"frame": frame, "report": report, "words": corpus.text(report)[start:end]}
            for i, (report, start, end) in enumerate(spans)
            if i not in found
        ]
    table = typed(rows, "frame report words")
    return table.assign(report=table["report"].map(short_names(corpus)).astype("string"))


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


def _claims(corpus: Corpus, hand: Mapping[str, pd.DataFrame]) -> Iterator[dict]:
    theirs, ours = hand["claims"], _read(corpus, "claims", hand["claims"])
    pairs = matches(_numbers(corpus, theirs), _spans(ours, "number_start", "number_end"))
    fields = {
        "number": lambda a, b: True,
        "value": _same_value,
        "measure": lambda a, b: b.measure in (a.measure, a.also),
        "population": lambda a, b: _same(a.subject_group, b.subject_group),
        "tally": lambda a, b: _same(a.tally, b.tally),
        "speaker": lambda a, b: _named_alike(a.source, b.source),
    }
    return _compared("claims", theirs, ours, pairs, fields)


def _acts(corpus: Corpus, hand: Mapping[str, pd.DataFrame]) -> Iterator[dict]:
    theirs, ours = hand["attributions"], _read(corpus, "attributions", hand["attributions"])
    pairs = matches(_spans(theirs, "cue_start", "cue_end"), _spans(ours, "cue_start", "cue_end"))
    fields = {
        "cue": lambda a, b: (a.cue_start, a.cue_end) == (b.cue_start, b.cue_end),
        "source_span": lambda a, b: _same(a.source_start, b.source_start) and _same(a.source_end, b.source_end),
        "speaker": lambda a, b: _named_alike(a.canonical_source, b.source),
        "source_type": lambda a, b: _same(a.source_type, b.source_type),
        "content_half": lambda a, b: _overlap(a, b) >= HALF,
        "content_most": lambda a, b: _overlap(a, b) >= MOST,
    }
    return _compared("attributions", theirs, ours, pairs, fields)


def _times(corpus: Corpus, hand: Mapping[str, pd.DataFrame]) -> Iterator[dict]:
    theirs, ours = hand["dates"], _read(corpus, "times", hand["dates"])
    pairs = matches(_spans(theirs, "start", "end"), _spans(ours, "start", "end"))
    fields = {
        "time": lambda a, b: True,
        "time_span": lambda a, b: (a.start, a.end) == (b.start, b.end),
        "days": lambda a, b: _same(a.date_low, b.date_low) and _same(a.date_high, b.date_high),
    }
    return _compared("times", theirs, ours, pairs, fields)


def _compared(
    frame: str, theirs: pd.DataFrame, ours: pd.DataFrame, pairs: dict[int, int], fields: dict[str, Callable]
) -> Iterator[dict]:
    left, right = list(theirs.itertuples()), list(ours.itertuples())
    for field, agree in fields.items():
        said = [i for i, row in enumerate(left) if field not in OPEN or pd.notna(getattr(row, OPEN[field]))]
        found = [i for i in said if i in pairs]
        yield {
            "frame": frame,
            "field": field,
            "by_hand": len(said),
            "found": len(found),
            "missed": len(said) - len(found),
            "extra": len(right) - len(pairs),
            "right": sum(bool(agree(left[i], right[pairs[i]])) for i in found),
        }


def _counts(rows: list[dict], *names: str) -> pd.DataFrame:
    columns = [name for name in COUNTS if any(name in row for row in rows)]
    table = typed(rows, list(names), columns).astype(dict.fromkeys(columns, "Int64"))
    if "right" not in columns:
        return table
    right, read = table["right"].astype("Float64"), table["found"] + table["extra"]
    shares = {"reader_precision": read, "reader_recall": table["by_hand"]}
    return table.assign(**{name: (right / of.where(of > 0)).round(3) for name, of in shares.items()})


def _read(corpus: Corpus, frame: str, known: pd.DataFrame) -> pd.DataFrame:
    """The reader's rows of the reports that the hand read."""
    rows = corpus.numbered if frame == "claims" else getattr(corpus, frame)
    return rows[rows["report"].isin(known["report"])]


def _spans(frame: pd.DataFrame, start: str, end: str) -> list[tuple[str, int, int]]:
    return list(zip(frame["report"], frame[start].astype(int), frame[end].astype(int), strict=True))


def _numbers(corpus: Corpus, claims: pd.DataFrame) -> list[tuple[str, int, int]]:
    """Where the number words of the hand's claims stand; its tables hold a plain space for U+00A0."""
    spans = []
    for row in claims.itertuples():
        at = corpus.text(row.report).replace(NO_BREAK_SPACE, " ").index(row.number_text, row.start)
        spans.append((row.report, at, at + len(row.number_text)))
    return spans


def _same_value(a, b) -> bool:
    if a.precision.startswith("vague") and pd.isna(a.low):
        return b.precision == "vague" and pd.isna(b.best)
    return all(_same(getattr(a, key), getattr(b, key)) for key in VALUE)


def _same(a: object, b: object) -> bool:
    return bool(pd.isna(a) and pd.isna(b)) or bool(pd.notna(a) and pd.notna(b) and a == b)


def _named_alike(a: object, b: object) -> bool:
    """Whether two names are of one speaker: nobody in both, or one holds the words of the other."""
    if pd.isna(a) or pd.isna(b):
        return bool(pd.isna(a) and pd.isna(b))
    left, right = set(a.split()), set(b.split())
    return left <= right or right <= left


def _overlap(a, b) -> float:
    """The share that two contents have in common (Dice)."""
    if pd.isna(b.content_start):
        return 0.0
    inner = max(0, min(a.content_end, b.content_end) - max(a.content_start, b.content_start))
    return 2 * inner / ((a.content_end - a.content_start) + (b.content_end - b.content_start))
