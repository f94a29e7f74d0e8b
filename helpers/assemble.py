"""Reports put together: the frames, and everything that looks across reports or needs the calendar."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from helpers import dating, items, left_over, schema
from helpers.corpus import Beside, Source
from helpers.dating import Dating
from helpers.lexicon import Lexicon
from helpers.records import Dated, record_rows
from helpers.report import Rows
from helpers.schema import row_id


@dataclass(frozen=True)
class Corpus:
    """A corpus as frames; the columns of each are stated in `schema.FRAMES`."""

    reports: pd.DataFrame
    sections: pd.DataFrame
    sentences: pd.DataFrame
    quantities: pd.DataFrame
    times: pd.DataFrame
    names: pd.DataFrame
    attributions: pd.DataFrame
    claims: pd.DataFrame
    items: pd.DataFrame
    clues: pd.DataFrame
    ledger: pd.DataFrame
    texts: dict[str, str]
    lexicon: Lexicon

    def text(self, report: str) -> str:
        """The untouched text that all offsets of a report index.

        Errors: KeyError for a report that the corpus does not hold.
        """
        return self.texts[report]


def assemble(
    read: Iterable[tuple[Source, Rows | None]],
    lexicon: Lexicon,
    beside: Beside,
    published: Mapping[str, object] | None = None,
) -> Corpus:
    """The frames of all reports; those that could not be read are listed in `reports.problem`."""
    listed: dict[str, list[dict]] = {name: [] for name in schema.FRAMES}
    texts = {}
    for source, rows in read:
        if rows is None:
            listed["reports"].append(_source_row(source))
            continue
        texts[source.report] = rows.text
        given = beside.manifest.get(source.report, {})
        dated = _dated(rows, (published or {}).get(source.report) or given.get("published"), beside, lexicon)
        listed["reports"].append(_report_row(source, rows, dated, given, lexicon))
        listed["clues"] += left_over.clue_rows(source.report, dated.published)
        for name, more in record_rows(rows, dated, lexicon).items():
            listed[name] += more
    frames = {name: schema.frame(name, rows) for name, rows in listed.items()}
    frames["items"] = schema.frame("items", items.rows(frames["claims"], frames["reports"]))
    return Corpus(**frames, texts=texts, lexicon=lexicon)


def _dated(rows: Rows, given: object, beside: Beside, lexicon: Lexicon) -> Dated:
    """The day of a report: as given, or from its text and the dated public events; and what the text alone allows."""
    text_alone = dating.published(rows.text, rows.times, rows.sentences, [], lexicon)
    if given:
        low, high = dating.from_manifest(given)
        return Dated(Dating(low, high, "given in the manifest", text_alone.clues), text_alone)
    return Dated(dating.published(rows.text, rows.times, rows.sentences, beside.anchors, lexicon), text_alone)


def _source_row(source: Source) -> dict:
    return {
        "id": row_id("report", source.report, 0, len(source.text)),
        "report": source.report,
        "path": source.path,
        "sha256": source.sha256,
        "encoding": source.encoding,
        "chars": len(source.text),
        "problem": source.problem,
    }


def _report_row(source: Source, rows: Rows, dated: Dated, given: Mapping[str, str], lexicon: Lexicon) -> dict:
    def first(kind: str) -> str | None:
        return next((rows.text[s.start : s.end].strip() for s in rows.sections if s.kind == kind), None)

    return _source_row(source) | {
        "headline": first("headline"),
        "outlet": given.get("outlet") or outlet(rows),
        "dateline": rows.dateline,
        "credit": first("credit"),
        "published_low": dated.published.low,
        "published_high": dated.published.high,
        "text_low": dated.text_alone.low,
        "text_high": dated.text_alone.high,
        "dating_evidence": dated.published.evidence,
    }


def outlet(rows: Rows) -> str | None:
    """The medium named first in the credit line, which is as far as a text tells who published it."""
    credits = [s for s in rows.sections if s.kind == "credit"]
    media = (n for n in rows.names if n.kind == "media" and any(s.start <= n.start < s.end for s in credits))
    return next((name.entity for name in media), None)
