"""The computed parts of a README: findings, the notebooks with a finding each, how well the reader reads, the codebook.

They stand between `<!-- computed: NAME -->` and `<!-- end -->`; everything else on the page is written by people.
"""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from helpers import comparisons, contact_sheet, data, findings, tables, voices
from helpers.assemble import Corpus
from helpers.lexicon import load
from helpers.prose import say
from helpers.schema import FRAMES

PAGES = {"README.md": "en", "README.ar.md": "ar"}
BLOCK = re.compile(r"(?P<head><!-- computed: (?P<name>\w+) -->\n).*?(?P<end><!-- end -->)", re.S)
PUBLISHED = re.compile(r"publish\([\w.]+, \"(?P<stem>[^\"]+)\"")
TITLE = re.compile(r"^# (?P<title>.+)$", re.M)
LAID_OUT = re.compile(r'<div dir="rtl"><p style="text-align:right">(.*?)</p></div>', re.S)


def filled(page: str, blocks: Mapping[str, str]) -> str:
    """The page with its computed parts written anew. Errors: KeyError for a part that nothing computes.

    >>> filled("A\\n<!-- computed: n -->\\nold\\n<!-- end -->\\n", {"n": "new"})
    'A\\n<!-- computed: n -->\\nnew\\n<!-- end -->\\n'
    """
    return BLOCK.sub(lambda part: f"{part['head']}{blocks[part['name']]}\n{part['end']}", page)


def blocks(
    corpus: Corpus, hand: Mapping[str, pd.DataFrame], notebooks: Path, figures: Path, lang: str
) -> dict[str, str]:
    """The computed parts in `lang` (en, ar), by name, as Markdown.

    `hand` is a reading of the corpus by hand; `notebooks` and `figures` are the folders whose titles and findings are
    listed. Errors: KeyError for a figure without its words beside it.
    """
    return {
        "findings": found(corpus, lang),
        "notebooks": index(corpus, notebooks, figures, lang),
        "accuracy": accuracy(corpus, hand, lang),
        "codebook": codebook(corpus, lang),
    }


def found(corpus: Corpus, lang: str) -> str:
    """What the reports show, in numbers, as a list; a finding that a corpus does not bear out is left out.

    >>> from helpers import parse
    >>> found(parse([("a", "عاد الهدوء.")]), "en")
    ''
    """
    quiet = findings.silence(corpus)
    unsaid = {f"silent_{end}": [] if quiet["civilian_dead_en"] else quiet[f"strikes_{end}"] for end in ("en", "ar")}
    facts = {
        "voice": findings.overall(corpus),
        "tolls": findings.tolls(corpus),
        "silence": unsaid,
        "inside": findings.people(corpus),
        "ground": findings.territory(corpus),
    }
    told = (_plain(_phrases()[f"finding_{key}"][lang], known) for key, known in facts.items())
    return "\n".join(f"{i}. {words}" for i, words in enumerate(filter(None, told), 1))


def index(corpus: Corpus, notebooks: Path, figures: Path, lang: str) -> str:
    """The notebooks, each with its question and a finding, as a table: its own words or those of its first figure."""
    findings_of = {figure.stem: figure.findings for figure in contact_sheet.drawn(figures)}
    facts = {
        "00": findings.overall(corpus),
        "02": voices.speakers(corpus),
        "05": findings.people(corpus),
        "08": comparisons.intake(corpus),
    }
    rows = []
    for path in sorted(notebooks.glob("*.ipynb")):
        cells = ["".join(cell["source"]) for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]
        title = next(match["title"] for cell in cells if (match := TITLE.search(cell)))
        stem = next(match["stem"] for cell in cells if (match := PUBLISHED.search(cell)))
        asked = _phrases().get(f"asks_{path.stem[:2]}", {}).get(lang) or title
        own = _phrases().get(f"finds_{path.stem[:2]}")
        found_there = _plain(own[lang], facts[path.stem[:2]]) if own else findings_of[stem][lang]
        rows.append((f"[{path.stem[:2]}]({notebooks.name}/{path.name})", asked, found_there))
    return _table(_heads("notebook asks finds", lang), rows)


def accuracy(corpus: Corpus, hand: Mapping[str, pd.DataFrame], lang: str) -> str:
    """How many rows of the reading by hand were found and read rightly, field by field, as a table.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قال متحدث أمس إن ثلاثة قتلوا.")])
    >>> acts = corpus.attributions.rename(columns={"source": "canonical_source"})
    >>> claims = corpus.claims.assign(also=None, when=None)
    >>> hand = {"claims": claims, "attributions": acts, "dates": corpus.times}
    >>> print(accuracy(corpus, hand, "en").splitlines()[2])
    | Figures | The number is found | 1 of 1 | 0 |
    """
    counts = tables.worded(corpus, tables.by_field(corpus, hand), lang)
    share = _phrases()["share"][lang]
    rows = [
        (row.frame, row.field, share.format(right=row.right, by_hand=row.by_hand), str(row.extra))
        for row in counts.itertuples()
    ]
    known = comparisons.reading(corpus, hand)
    return "\n\n".join(
        [_table(_heads("frame field right extra", lang), rows), _plain(_phrases()["accuracy"][lang], known)]
    )


def codebook(corpus: Corpus, lang: str) -> str:
    """Every column of every frame and every value of a closed vocabulary, folded up, as Markdown with HTML.

    >>> from helpers import parse
    >>> "| `measure` |" in codebook(parse([("a", "")]), "en")
    True
    """
    parts = []
    for frame, columns in FRAMES.items():
        said = {column: data.columns().get((frame, column)) or data.columns()["", column] for column in columns}
        rows = [
            (f"`{column}`", said[column][lang], dtype, f"`{said[column]['words']}`" if said[column]["words"] else "")
            for column, dtype in columns.items()
        ]
        summary = f"{frame}: {_phrases()[f'frame_{frame}'][lang]}"
        parts.append(_folded(summary, _heads("column means type words", lang), rows))
    book = [row for row in corpus.lexicon["codebook"] if row["column"] not in ("head", "field", "frame")]
    rows = [(f"`{row['column']}`", f"`{row['value']}`", row[lang], row["note"] if lang == "en" else "") for row in book]
    return "\n\n".join([*parts, _folded(_phrases()["values"][lang], _heads("words value means note", lang), rows)])


def _plain(template: str, known: Mapping[str, object]) -> str:
    """The sentences of a template in one line, without what lays them out in a notebook: the page has its own."""
    return " ".join(re.sub(r"<br>|  $", "", LAID_OUT.sub(r"\1", say(template, None, **known)), flags=re.M).splitlines())


def _folded(summary: str, heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    return f"<details><summary>{summary}</summary>\n\n{_table(heads, rows)}\n\n</details>"


def _table(heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _heads(keys: str, lang: str) -> list[str]:
    return [_phrases()[f"head_{key}"][lang] for key in keys.split()]


def _phrases() -> dict[str, dict[str, str]]:
    return {row["key"]: row for row in load()["front_page"]}
