"""Reports put together: the frames, and everything that looks across reports or needs the calendar."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import pandas as pd

from helpers import dating, decisions, given, items, left_over, names, problems, schema
from helpers.corpus import Beside, Source, failed
from helpers.dating import Dating
from helpers.lexicon import Lexicon
from helpers.names import entities
from helpers.records import Dated, record_rows
from helpers.report import Rows, read_report
from helpers.roles import allies
from helpers.schema import Record, row_id
from helpers.shared import FEWEST_WORDS
from helpers.sheets import Row
from helpers.text import tokens


@dataclass(frozen=True, repr=False)
class Corpus:
    """A corpus as frames; the columns of each are stated in `schema.FRAMES`.

    `as_read` is `claims` before anybody decided; `folder` is where the reports and the tables beside them lie, if any.
    """

    reports: pd.DataFrame
    sections: pd.DataFrame
    sentences: pd.DataFrame
    quantities: pd.DataFrame
    times: pd.DataFrame
    names: pd.DataFrame
    attributions: pd.DataFrame
    claims: pd.DataFrame
    items: pd.DataFrame
    decisions: pd.DataFrame
    clues: pd.DataFrame
    ledger: pd.DataFrame
    texts: dict[str, str]
    lexicon: Lexicon
    as_read: pd.DataFrame
    folder: Path | None = None

    def text(self, report: str) -> str:
        """The untouched text that all offsets of a report index.

        Errors: KeyError for a report that the corpus does not hold.

        >>> from helpers import parse
        >>> corpus = parse([("a", "قتل ثلاثة جنود.")])
        >>> claim = corpus.claims.iloc[0]
        >>> corpus.text("a")[claim.start : claim.end] == claim.quote
        True
        """
        return self.texts[report]

    def __repr__(self) -> str:
        """How much it holds, in a line.

        >>> from helpers import parse
        >>> parse([("a", "قتل ثلاثة.")])
        Corpus: 1 report, 1 claim
        """
        counted = ((len(self.reports), "report"), (len(self.claims), "claim"))
        return "Corpus: " + ", ".join(f"{n} {noun}{'' if n == 1 else 's'}" for n, noun in counted)

    @property
    def numbered(self) -> pd.DataFrame:
        """The claims that give a number or a word for one; the others only say that there were some («مقتل مسلحين»).

        >>> from helpers import parse
        >>> corpus = parse([("a", "مقتل مسلحين في غارة. وأصيب خمسة.")])
        >>> len(corpus.claims), corpus.numbered["quote"].tolist()
        (2, ['أصيب خمسة'])
        """
        return self.claims[self.claims["number_text"].notna()]

    @property
    def readable(self) -> pd.DataFrame:
        """The rows of `reports` that were read, those with a problem that lost nothing included.

        >>> from helpers import parse
        >>> corpus = parse([("a", "قتل ثلاثة."), ("b", "Three were killed.")])
        >>> corpus.reports["report"].tolist(), corpus.readable["report"].tolist()
        (['a', 'b'], ['a'])
        """
        return self.reports[self.reports["report"].isin(list(self.texts))]


def assemble(
    read: Iterable[tuple[Source, Rows | None]],
    lexicon: Lexicon,
    beside: Beside,
    published: Mapping[str, object] | None = None,
) -> Corpus:
    """The frames of all reports; those that could not be read are listed in `reports.problem`.

    Errors: ValueError for a day or an event that a person states and that is none (see `given`).

    >>> from helpers.corpus import each
    >>> from helpers.lexicon import load
    >>> lexicon, sources = load(), each([("a", "قتل ثلاثة."), ("b", "Three were killed.")])
    >>> corpus = assemble((read(source, lexicon) for source in sources), lexicon, Beside({}, []))
    >>> corpus, corpus.reports["problem"].notna().tolist()
    (Corpus: 2 reports, 1 claim, [False, True])
    """
    frames, texts = as_read(read, lexicon, beside, published)
    none_yet = schema.frame("items", [])
    claims, folder = frames["claims"], beside.folder
    corpus = Corpus(**frames, items=none_yet, texts=texts, lexicon=lexicon, as_read=claims, folder=folder)
    return with_decisions(corpus, given.decisions(beside, lexicon))


def as_read(
    read: Iterable[tuple[Source, Rows | None]],
    lexicon: Lexicon,
    beside: Beside,
    published: Mapping[str, object] | None = None,
) -> tuple[dict[str, pd.DataFrame], dict[str, str]]:
    """The frames that reports fill one by one, as they were read, which are all but the items; the texts by report.

    Errors: as `assemble`.

    >>> from helpers.corpus import each
    >>> from helpers.lexicon import load
    >>> sources = each([("a", "قتل ثلاثة.")])
    >>> frames, texts = as_read((read(source, load()) for source in sources), load(), Beside({}, []))
    >>> "items" in frames, frames["claims"]["quote"].tolist(), texts
    (False, ['قتل ثلاثة'], {'a': 'قتل ثلاثة.'})
    """
    stated, anchors = given.days(beside, published), given.anchors(beside)
    listed: dict[str, list[Record]] = {name: [] for name in schema.FRAMES if name != "items"}
    texts = {}
    for source, rows in read:
        try:
            more = _records(source, rows, given.day_of(source, stated), anchors, lexicon) if rows else {}
        except Exception as error:  # one report ends no run: what went wrong stands in its problem
            source, more = failed(source, error), {}
        if more:
            texts[source.report] = source.text
        for name, records in (more or {"reports": [_source_row(source)]}).items():
            listed[name] += records
    frames = {name: schema.frame(name, rows) for name, rows in listed.items()}
    return frames, texts


def with_decisions(corpus: Corpus, decided: list[Row]) -> Corpus:
    """The corpus with these decisions and no others, applied to its claims as they were read; no text is read again.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل ثلاثة.")])
    >>> rejected = with_decisions(corpus, [{"claim": corpus.claims["id"][0], "decision": "reject"}])
    >>> len(corpus.items), len(rejected.items), len(with_decisions(rejected, []).items)
    (1, 0, 1)
    """
    claims, listed = decisions.applied(corpus.as_read, decided)
    found = items.rows(claims, corpus.reports, parties(corpus.lexicon), allies(corpus.lexicon))
    return replace(corpus, claims=claims, decisions=listed, items=schema.frame("items", found))


def read(source: Source, lexicon: Lexicon) -> tuple[Source, Rows | None]:
    """A report with its rows, none where it cannot be read or the reading fails, which its problem then tells.

    >>> from helpers.corpus import each
    >>> from helpers.lexicon import load
    >>> (source,) = each([("a", "قتل ثلاثة.")])
    >>> len(read(source, load())[1].claims)
    1
    """
    try:
        return source, read_report(source.report, source.text, lexicon) if source.readable else None
    except Exception as error:  # one report ends no run: what went wrong stands in its problem
        return failed(source, error), None


def parties(lexicon: Lexicon) -> dict[str, str]:
    """The party of each entity that has one.

    >>> from helpers.lexicon import load
    >>> parties(load())["تنظيم الدولة الإسلامية"]
    'isis'
    """
    return {entity: known.party for entity, known in entities(lexicon).items() if known.party}


def _records(
    source: Source, rows: Rows, stated: Dating | None, anchors: list[Row], lexicon: Lexicon
) -> dict[str, list[Record]]:
    """The records of every frame that a report alone fills, its row of `reports` among them."""
    text_alone = dating.published(rows.text, rows.times, rows.sentences, [], lexicon)
    known = stated or (
        dating.published(rows.text, rows.times, rows.sentences, anchors, lexicon) if anchors else text_alone
    )
    dated = Dated(known, text_alone)
    report = _report_row(source, rows, dated)
    return {
        "reports": [report],
        "clues": list(left_over.clue_rows(source.report, known if known.clues else text_alone)),
        **_through_others(record_rows(rows, dated, lexicon), report["outlet"], lexicon),
    }


def _through_others(records: dict[str, list[Record]], outlet: str | None, lexicon: Lexicon) -> dict[str, list[Record]]:
    """The records without the outlet itself as the medium that a statement came through: «قالت مصادر للجزيرة»."""
    known = names.find(tokens(outlet), lexicon) if outlet else []
    itself = {outlet, *(name.entity for name in known if name.kind == "media")}
    for row in (row for frame in ("attributions", "claims") for row in records[frame] if row["via"] in itself):
        row["via"] = None
    return records


def _source_row(source: Source) -> Record:
    return {
        "id": row_id("report", source.report, 0, len(source.text)),
        "report": source.report,
        "path": source.path,
        "sha256": source.sha256,
        "text_sha256": _sum_of_words(source.text.split()),
        "encoding": source.encoding,
        "chars": len(source.text),
        "url": source.stated.url,
        "problem": source.problem,
        "problem_ar": source.problem and problems.in_arabic(source.problem, source.report),
    }


def _sum_of_words(words: list[str]) -> str | None:
    return sha256(" ".join(words).encode()).hexdigest() if len(words) >= FEWEST_WORDS else None


def _report_row(source: Source, rows: Rows, dated: Dated) -> Record:
    def first(kind: str) -> str | None:
        quotes = (rows.text[s.start : s.end].strip() for s in rows.sections if s.kind == kind)
        return next((" ".join(map(str.strip, quote.splitlines())) for quote in quotes), None)

    return _source_row(source) | {
        "headline": first("headline"),
        "outlet": source.stated.outlet or outlet(rows),
        "dateline": rows.dateline,
        "credit": first("credit"),
        "published_low": dated.published.low,
        "published_high": dated.published.high,
        "text_low": dated.text_alone.low,
        "text_high": dated.text_alone.high,
        "dating_evidence": dated.published.why.en,
        "dating_evidence_ar": dated.published.why.ar,
    }


def outlet(rows: Rows) -> str | None:
    """The medium named first in the credit line, which is as far as a text tells who published it.

    >>> from helpers.lexicon import load
    >>> outlet(read_report("a", "مقتل ثلاثة\\n\\nقتل ثلاثة في حلب.\\n\\nالمصدر: وكالة الأناضول", load()))
    'وكالة الأناضول'
    """
    credits = [s for s in rows.sections if s.kind == "credit"]
    media = (n for n in rows.names if n.kind == "media" and any(s.start <= n.start < s.end for s in credits))
    return next((name.entity for name in media), None)
