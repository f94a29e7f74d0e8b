"""A corpus as files for other people's programs, with a dictionary of what every column means."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pandas as pd

from helpers.assemble import Corpus
from helpers.export import annotations, dictionary, hxl, parquet, spreadsheet, ucdp
from helpers.export.flat import as_csv
from helpers.pieces import visible
from helpers.tables import CONCERNS, concerns, worded
from helpers.writing import write_all

__all__ = ["FORMATS", "concerns", "export", "warning"]

Files = dict[str, bytes]
FORMATS: dict[str, Callable[[Corpus], Files]] = {
    "csv": hxl.files,
    "parquet": parquet.files,
    "ucdp": ucdp.files,
    "annotations": annotations.files,
    "xlsx": spreadsheet.files,
}
BEFORE_PUBLISHING = "before-publishing.csv"
ROWS_TOLD = 5


def export(corpus: Corpus, to: str | Path, formats: Iterable[str] = tuple(FORMATS)) -> list[Path]:
    """The paths of the files written into the folder `to`: those of each format, and what goes with all of them.

    `dictionary.csv` and `codebook.csv` explain columns and values in English and Arabic; `before-publishing.csv` lists
    the claims about minors, detainees and named towns or villages. All files are written, or none.

    Errors: ValueError for a format that there is none of, and for a folder that holds reports.

    >>> from tempfile import TemporaryDirectory
    >>> from helpers import parse
    >>> with TemporaryDirectory() as folder:
    ...     written = export(parse([("a", "قتل ثلاثة.")]), folder, ["ucdp"])
    >>> [path.name for path in written]
    ['claims-ucdp-names.csv', 'dictionary.csv', 'codebook.csv', 'before-publishing.csv']
    """
    formats, folder = list(dict.fromkeys(formats)), Path(to).expanduser()
    if unknown := [name for name in formats if name not in FORMATS]:
        raise ValueError(f"no format is called {', '.join(unknown)}; there are {', '.join(FORMATS)}")
    if folder.resolve() in {Path(path).resolve().parent for path in corpus.reports["path"].dropna()}:
        raise ValueError(f"{folder}: holds reports, and would hold tables that are none. Name another folder.")
    files: Files = {}
    for name in formats:
        files |= FORMATS[name](corpus)
    files |= dictionary.files(corpus)
    return write_all(folder, files | {BEFORE_PUBLISHING: as_csv(worded(corpus, concerns(corpus)))})


def warning(corpus: Corpus) -> str:
    """What to think over before the claims are published: how many of each concern, and the first of them.

    >>> from helpers import parse
    >>> print(warning(parse([("a", "قتل ثلاثة أطفال.")])))
    Before publishing, think over:
      About minors: 1
        a 0–15: أطفال
    All are listed in before-publishing.csv; words that the list lacks are not found.
    """
    found = concerns(corpus)
    if found.empty:
        return "No claim about minors, detainees or named towns was found; words that the list lacks are not."
    lines = ["Before publishing, think over:"]
    for concern in CONCERNS:
        rows = found[found["concern"].eq(concern)]
        if len(rows):
            lines.append(f"  {worded(corpus, rows)['concern'].iloc[0]}: {len(rows)}")
        for row in rows.head(ROWS_TOLD).itertuples():
            persons = "" if pd.isna(row.persons) else f"; named beside it: {row.persons}"
            lines.append(f"    {visible(row.report)} {row.start}–{row.end}: {row.because}{persons}")
        if len(rows) > ROWS_TOLD:
            lines.append(f"    and {len(rows) - ROWS_TOLD} more")
    return "\n".join([*lines, f"All are listed in {BEFORE_PUBLISHING}; words that the list lacks are not found."])
