"""Every frame as Parquet, with its types: what programs read, nothing changed."""

import io

import pandas as pd

from helpers.assemble import Corpus
from helpers.export.flat import frame
from helpers.schema import FRAMES


def files(corpus: Corpus) -> dict[str, bytes]:
    """A file for each frame, such as `claims.parquet`; texts are exact here, formulas and all.

    >>> from helpers import parse
    >>> "claims.parquet" in files(parse([("a", "قتل ثلاثة.")]))
    True
    """
    return {f"{name}.parquet": _bytes(frame(corpus, name)) for name in FRAMES}


def _bytes(table: pd.DataFrame) -> bytes:
    file = io.BytesIO()
    table.to_parquet(file, index=False)
    return file.getvalue()
