"""The marks that the evidence reader lays on reports, and a report's text cut into paragraphs of marked pieces."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from helpers.arabic import ARABIC
from helpers.assemble import Corpus
from helpers.browser_data import Cut, Pair, Paragraph
from helpers.charts import words
from helpers.pieces import pieces, visible
from helpers.schema import row_id
from helpers.telling import both, phrase, rows

LONGEST = 5_000  # letters of a paragraph: a browser's time for one grows with the square of its length
KINDS = ("quantity", "speaker", "cue", "date", "place")  # what one can switch off; clause and content show when picked


class Mark(NamedTuple):
    """A stretch of a report: what it is, and the claim or act of saying that it leads to, or else a note."""

    report: int
    start: int
    end: int
    kind: str
    claim: int | None = None
    act: int | None = None
    note: Pair | None = None


def marks(corpus: Corpus) -> list[Mark]:
    """All marks, a claim's own before the rest; places in lists are those of the frames.

    >>> from helpers import parse
    >>> sorted(mark.kind for mark in marks(parse([("a", "قال متحدث باسم الجيش إن ثلاثة جنود قتلوا.")])))
    ['clause', 'content', 'cue', 'quantity', 'speaker']
    """
    place = {report: i for i, report in enumerate(corpus.reports["report"])}
    return [mark for make in (_figures, _tellings, _dates, _places) for mark in make(corpus, place)]


def paragraphs(
    text: str, sections: Iterable[tuple[int, int, str]], spans: list[tuple[int, int, int]]
) -> list[Paragraph]:
    """A text as paragraphs, each of a section's kind and of pieces (words, mark, mark …); spans are (start, end, mark).

    What no section covers is a paragraph of no kind; line ends at a paragraph's end are left out.

    >>> [part["pieces"] for part in paragraphs("قتل 3\\nثم", [(0, 6, "body"), (6, 8, "body")], [(4, 5, 9)])]
    [[('قتل ',), ('3', 9)], [('ثم',)]]
    """
    found: list[Paragraph] = []
    waiting = sorted(spans, reverse=True)
    running: list[tuple[int, int, int]] = []
    for start, end, kind in _short(text, _covering(sections, len(text))):
        while waiting and waiting[-1][0] < end:
            running.append(waiting.pop())
        running = [span for span in running if span[1] > start]
        last = start + len(text[start:end].rstrip())
        cut: list[Cut] = [(visible(text[p.start : p.end]), *p.marks) for p in pieces(start, last, running)]
        if cut:
            way = "rtl" if ARABIC.search(text, start, last) else "auto"
            found.append({"kind": kind, "dir": way, "pieces": cut})
    return found


def _covering(sections: Iterable[tuple[int, int, str]], length: int) -> Iterator[tuple[int, int, str]]:
    """The sections in order, and what lies between them."""
    done = 0
    for start, end, kind in sections:
        if done < start:
            yield done, start, ""
        yield max(start, done), end, kind
        done = max(done, end)
    if done < length:
        yield done, length, ""


def _short(text: str, stretches: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The stretches, those that no page can lay out in one go cut, between words where there are words."""
    for start, end, kind in stretches:
        while end - start > LONGEST:
            space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            cut = start + LONGEST if space < 0 else space + 1
            yield start, cut, kind
            start = cut
        yield start, end, kind


def _figures(corpus: Corpus, place: dict[str, int]) -> Iterator[Mark]:
    """A claim's number and clause; a number that is no claim and stands in no date."""
    claimed = {}
    dated = {report: list(zip(own["start"], own["end"], strict=True)) for report, own in corpus.times.groupby("report")}
    for i, row in enumerate(rows(corpus.claims)):
        yield Mark(place[row.report], row.start, row.end, "clause", claim=i)
        if row.number_text is None:  # told of without a number: the words are all there is
            yield Mark(place[row.report], row.start, row.end, "quantity", claim=i)
        else:
            claimed[row_id("quantity", row.report, row.number_start, row.number_end)] = i
    for row in rows(corpus.quantities):
        claim = claimed.get(row.id)
        if claim is None and any(start <= row.start and row.end <= end for start, end in dated.get(row.report, ())):
            continue  # «السنوات الأربع الماضية» is a date
        note = phrase("no_claim") if claim is None else None
        yield Mark(place[row.report], row.start, row.end, "quantity", claim=claim, note=note)


def _tellings(corpus: Corpus, place: dict[str, int]) -> Iterator[Mark]:
    """The speaker, the verb and the content of each act of saying."""
    for i, row in enumerate(rows(corpus.attributions)):
        for kind in ("source", "cue", "content"):
            start, end = getattr(row, f"{kind}_start"), getattr(row, f"{kind}_end")
            if start is not None:
                yield Mark(place[row.report], start, end, "speaker" if kind == "source" else kind, act=i)


def _dates(corpus: Corpus, place: dict[str, int]) -> Iterator[Mark]:
    for row in corpus.times.itertuples(index=False):
        known = pd.notna(row.date_low) or pd.notna(row.date_high)
        day = both(words.days, row.date_low, row.date_high)
        note = phrase("is_date", value=day) if known else phrase("is_span")
        yield Mark(place[row.report], row.start, row.end, "date", note=note)


def _places(corpus: Corpus, place: dict[str, int]) -> Iterator[Mark]:
    for row in rows(corpus.names[corpus.names["kind"].eq("place")]):
        yield Mark(
            place[row.report], row.start, row.end, "place", note=phrase("is_place", value=both(words.name, row.entity))
        )
