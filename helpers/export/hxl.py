"""Tables as CSV with a row of hashtags below their heads (HXL, the Humanitarian Exchange Language, 1.1)."""

from helpers.assemble import Corpus
from helpers.export.dictionary import meaning
from helpers.export.flat import as_csv, source_of, tables


def files(corpus: Corpus) -> dict[str, bytes]:
    """`claims.csv`, `items.csv`, `attributions.csv` and `reports.csv`, the second row of each its tags.

    >>> from helpers import parse
    >>> list(files(parse([("a", "قتل ثلاثة.")])))
    ['claims.csv', 'items.csv', 'attributions.csv', 'reports.csv']
    """
    return {
        f"{name}.csv": as_csv(frame, [meaning(source_of(name, column), column)["hxl"] for column in frame])
        for name, frame in tables(corpus).items()
    }
