"""What a person states of the reports, checked before anything is read: their days, and the dated public events."""

from collections.abc import Collection, Iterator, Mapping

from helpers import dating, sheets
from helpers import decisions as _decisions
from helpers.corpus import Beside
from helpers.dating import Dating
from helpers.evidence import told
from helpers.files import Source
from helpers.lexicon import Lexicon
from helpers.sheets import Line, Row
from helpers.stated import from_manifest, stated_days

NAMES_TOLD = 5


def days(beside: Beside, published: Mapping[str, object] | None = None) -> dict[str, Dating]:
    """The days of publication that a person states, by report: those of `published`, else those of the manifest.

    Errors: ValueError that names the file and the row, or the report of `published`, for what is no day.

    >>> from datetime import date
    >>> days(Beside({}, []), {"a.txt": date(2019, 3, 11)})["a.txt"].high
    datetime.date(2019, 3, 11)
    """
    stated: dict[str, Dating] = {}
    faults: list[tuple[int, str]] = []
    for name, line in beside.manifest.items():
        try:
            low, high = from_manifest(line.row.get("published", ""))
        except ValueError as error:
            faults.append((line.number, f"published: {error}"))
        else:
            stated |= {name: Dating(low, high, told("manifest"))} if low else {}
    sheets.raise_for(_path(beside, "manifest.csv"), faults)
    for name, value in (published or {}).items():
        try:
            stated[name] = Dating(*stated_days(value), told("caller"))
        except ValueError as error:
            raise ValueError(f"published[{name!r}]: {error}") from None
    return stated


def day_of(source: Source, stated: Mapping[str, Dating]) -> Dating | None:
    """The day that is stated of a report: by the caller or the manifest, for it or its file, or by its column or page.

    >>> day_of(Source("a", None, "", None, "", None), {}) is None
    True
    """
    if known := stated.get(source.report) or stated.get(source.file or ""):
        return known
    low, high = from_manifest(source.stated.published or "")
    return Dating(low, high, told(source.stated.basis or "column")) if low else None


def anchors(beside: Beside) -> list[Row]:
    """The dated public events beside the reports.

    Errors: ValueError that names the file and the row of an event without a day, a relation or words to know it by.

    >>> row = {"date_low": "2020-05-11", "relation": "near", "words": "سقوط المدينة"}
    >>> anchors(Beside({}, [sheets.Line(2, row)]))
    Traceback (most recent call last):
    ValueError: anchors.csv, row 2: relation is 'near'. Write on, after or before.
    """
    sheets.raise_for(_path(beside, "anchors.csv"), _anchor_faults(beside.anchors))
    return [line.row for line in beside.anchors]


def decisions(beside: Beside, lexicon: Lexicon) -> list[Row]:
    """What a person decided about claims.

    Errors: ValueError that names the file and the row of what is no decision (see `decisions.check`).

    >>> from helpers.lexicon import load
    >>> row = {"claim": "claim:a:4-9", "decision": "reject"}
    >>> decisions(Beside({}, [], None, [sheets.Line(2, row)]), load()) == [row]
    True
    """
    return _decisions.check(beside.decisions, _path(beside, "decisions.csv"), lexicon)


def check_names(published: Mapping[str, object] | None, reports: Collection[str]) -> None:
    """Nothing, if every report that `published` names is there.

    Errors: ValueError that names those that are not.

    >>> check_names({"b": "2019-03-12"}, ["a"])
    Traceback (most recent call last):
    ValueError: published: no report is called 'b'. The reports are a.
    """
    if unknown := [name for name in published or () if name not in reports]:
        there = ", ".join([*list(reports)[:NAMES_TOLD], *(["…"] if len(reports) > NAMES_TOLD else [])])
        raise ValueError(f"published: no report is called {', '.join(map(repr, unknown))}. The reports are {there}.")


def _anchor_faults(listed: list[Line]) -> Iterator[tuple[int, str]]:
    for number, row in listed:
        try:
            dating.check_anchor(row)
        except ValueError as error:
            yield number, str(error)


def _path(beside: Beside, name: str) -> str:
    return name if beside.folder is None else str(beside.folder / name)
