"""The tables as sheets of one workbook, laid out from right to left, heads frozen and in Arabic."""

import io
from datetime import datetime
from typing import TYPE_CHECKING

import pandas as pd

from helpers.arabic import ARABIC
from helpers.assemble import Corpus
from helpers.cells import neutral
from helpers.export.dictionary import columns, meaning, values
from helpers.export.flat import source_of, tables

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MADE = datetime(2000, 1, 1)  # a workbook says when it was made: not the minute, so that it stays the same
LONGEST_CELL, MOST_ROWS = 32_767, 1_048_576  # Excel's
CUT = " […]"
NARROWEST, WIDEST, SAMPLE = 8, 60, 200
HEADS = 2


def files(corpus: Corpus) -> dict[str, bytes]:
    """`isnad.xlsx`: claims, items, attributions and reports, then what their columns and values mean.

    Each sheet has two frozen heads, the columns' names and what they mean in Arabic. Errors: ValueError for more rows
    than a sheet can hold.

    >>> from helpers import parse
    >>> files(parse([("a", "قتل ثلاثة.")]))["isnad.xlsx"][:2]
    b'PK'
    """
    import xlsxwriter  # for a workbook alone

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": MADE, "title": "Isnad · إسناد"})
        for name, frame in tables(corpus).items():
            _sheet(book, name, frame, [meaning(source_of(name, column), column)["ar"] for column in frame])
        _sheet(
            book, "dictionary", columns(), ["الجدول", "العمود", "النوع", "بالإنجليزية", "بالعربية", "HXL", "المفردات"]
        )
        _sheet(book, "codebook", values(corpus), ["العمود", "القيمة", "بالإنجليزية", "بالعربية", "ملاحظة"])
    return {"isnad.xlsx": file.getvalue()}


def _sheet(book: "Workbook", name: str, frame: pd.DataFrame, labels: list[str]) -> None:
    if len(frame) + HEADS > MOST_ROWS:
        raise ValueError(f"{name}: {len(frame):,} rows are more than a sheet can hold. Export csv or parquet instead.")
    sheet = book.add_worksheet(name)
    sheet.right_to_left()
    sheet.freeze_panes(HEADS, 1)
    head = book.add_format({"bold": True, "text_wrap": True, "align": "center", "valign": "top", "bottom": 1})
    formats = {
        "arabic": book.add_format({"reading_order": 2, "align": "right", "valign": "top", "text_wrap": True}),
        "latin": book.add_format({"reading_order": 1, "align": "left", "valign": "top"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
        "number": book.add_format({"valign": "top"}),
    }
    for i, column in enumerate(frame):
        sheet.write_string(0, i, neutral(column), head)
        sheet.write_string(1, i, neutral(labels[i]), head)
        sheet.set_column(i, i, _width(column, frame[column]))
        for row, value in enumerate(frame[column], HEADS):
            _write(sheet, row, i, value, formats)
    sheet.autofilter(1, 0, max(len(frame) + HEADS - 1, 1), len(frame.columns) - 1)


def _write(
    sheet: "Worksheet", row: int, column: int, value: str | float | pd.Timestamp, formats: dict[str, "Format"]
) -> None:
    """A cell of its own kind; nothing where a value is missing."""
    if pd.isna(value):
        return
    if isinstance(value, pd.Timestamp):
        sheet.write_datetime(row, column, value.to_pydatetime(), formats["day"])
    elif isinstance(value, str):
        text = _fitting(neutral(value))
        sheet.write_string(row, column, text, formats["arabic" if ARABIC.search(value) else "latin"])
    elif pd.api.types.is_bool(value):
        sheet.write_boolean(row, column, bool(value), formats["number"])
    else:
        sheet.write_number(row, column, float(value), formats["number"])


def _width(name: str, column: pd.Series) -> int:
    """The width for most of a column's cells, in characters."""
    lengths = column.head(SAMPLE).dropna().map(lambda value: 10 if isinstance(value, pd.Timestamp) else len(str(value)))
    wide = int(lengths.quantile(0.9)) if len(lengths) else 0
    return min(WIDEST, max(NARROWEST, len(name), wide) + 2)


def _fitting(text: str) -> str:
    """A text that a cell can hold; a longer one ends in a sign that it was cut."""
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(CUT)] + CUT
