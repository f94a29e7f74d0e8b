"""Notebooks read in this process, cell by cell, on a corpus of the test's own: fast, and seen as a reader sees them."""

import ast
import html
import json
import re
from pathlib import Path
from typing import NamedTuple

import helpers
from helpers import live

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


class Shown(NamedTuple):
    """What a cell shows: `prose`, a `table`, a `picture` (its alt text), a `reader`, a `live` part, `words`."""

    kind: str
    text: str
    value: object


def read_through(corpus, out: Path, lang: str, monkeypatch) -> dict[str, list[Shown]]:
    """Every notebook's outputs and Markdown on a corpus that is not the committed one, by the notebook's number."""
    monkeypatch.setattr(helpers, "parse", lambda *_, **__: corpus)
    monkeypatch.setattr("helpers.figures.save", lambda *_: None)
    monkeypatch.setattr("helpers.figures.LANGUAGES", (lang,))
    setting = {"corpus": "", "out": str(out), "policy": "interval", "lang": lang}
    return {path.name[:2]: _read(path, setting) for path in sorted(NOTEBOOKS.glob("[0-9][0-9]-*.ipynb"))}


def _read(path: Path, setting: dict) -> list[Shown]:
    shown: list[Shown] = []
    names = {"display": lambda *values: shown.extend(map(_seen, values))}
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        tags, source = cell["metadata"].get("tags", []), "".join(cell["source"])
        if "seeds-only" in tags:
            continue
        if cell["cell_type"] == "markdown":
            shown.append(Shown("words", source, None))
        elif "parameters" in tags:
            names |= setting
        else:
            value = _run(source, names, path.name)
            shown += [] if value is None else [_seen(value)]
    return shown


def _run(source: str, names: dict, name: str) -> object:
    """The value of the cell's last line, if it is an expression."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, name, "exec"), names)
    return eval(compile(ast.Expression(last.value), name, "eval"), names) if last else None


def _seen(value: object) -> Shown:
    kinds = {"Prose": "prose", "Table": "table", "Picture": "picture", "EvidenceReader": "reader"}
    if isinstance(value, live.Led):
        return Shown("live", html.unescape(re.sub(r"<[^>]*>", "\n", value.still())), value)
    return Shown(kinds[type(value).__name__], repr(value), value)
