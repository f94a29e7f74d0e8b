"""A live chart where no program runs (GitHub, nbviewer, print): its rows as a plain table, and its sums."""

from html import escape

from helpers.live.drawing import Drawing, DrawnRow
from helpers.telling import Pair, phrase

ROWS = 200  # as many as a page that nobody can search should hold


def still(drawing: Drawing) -> str:
    """The drawing as HTML, block by block.

    >>> row = {"name": "killed", "detail": "SDF", "words": "<4>", "note": ""}
    >>> shown = {"title": "The dead", "status": "", "lang": "en", "sums": [], "panels": [{"blocks": [["own", [row]]]}]}
    >>> "&lt;4&gt;" in still(shown), "<4>" in still(shown)
    (True, False)
    """
    lang = drawing["lang"]
    side, way = ("right", "rtl") if lang == "ar" else ("left", "ltr")
    rows = [(block, row) for panel in drawing["panels"] for block, listed in panel["blocks"] for row in listed]
    parts = [f"<p><strong>{escape(drawing['title'])}</strong></p>", f"<p>{_in(phrase('live_static'), lang)}</p>"]
    if rows:
        parts.append(_table([_cells(row, block) for block, row in rows[:ROWS]], side))
    else:
        parts.append(f"<p>{_in(phrase('grid_emptyTable'), lang)}</p>")
    parts.append(f"<p>{escape(drawing['status'])}</p>")
    if drawing["sums"]:
        heads = [_in(phrase(f"live_{head}"), lang) for head in ("what", "sum", "added", "left")]
        sums = [
            [row["what"], _noted(row["sum"], row["note"]), str(row["added"]), "; ".join(row["left"])]
            for row in drawing["sums"]
        ]
        parts += [f"<p>{_in(phrase('live_sums'), lang)}</p>", _table(sums, side, heads)]
    return f'<div dir="{way}" style="text-align:{side}">\n' + "\n".join(parts) + "\n</div>"


def _cells(row: DrawnRow, block: str) -> list[str]:
    return [block, row["name"], row["detail"], _noted(row["words"], row["note"])]


def _noted(words: str, note: str) -> str:
    return " · ".join(filter(None, (words, note)))


def _table(rows: list[list[str]], side: str, heads: list[str] | None = None) -> str:
    head = "".join(f'<th style="text-align:{side}">{escape(words)}</th>' for words in heads or ())
    body = "\n".join(
        "<tr>" + "".join(f'<td dir="auto" style="text-align:{side}">{escape(cell)}</td>' for cell in row) + "</tr>"
        for row in rows
    )
    return f"<table>\n{f'<thead><tr>{head}</tr></thead>' if head else ''}<tbody>\n{body}\n</tbody>\n</table>"


def _in(pair: Pair, lang: str) -> str:
    return pair[0 if lang == "ar" else 1]
