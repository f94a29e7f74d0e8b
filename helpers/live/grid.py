"""A table that sorts and searches, from right to left where its words do, and leads from its rows to their claims."""

from functools import partial
from typing import Any, TypedDict

import pandas as pd
from itables.widget import ITable

from helpers.arabic import ARABIC
from helpers.assemble import Corpus
from helpers.charts import words
from helpers.dossier import dossier
from helpers.live.chart import LiveChart, about
from helpers.live.drawing import LEADS, spelled
from helpers.live.drawing import bounds as in_bounds
from helpers.live.leading import Led
from helpers.pieces import visible
from helpers.prose import Table
from helpers.prose import table as plain
from helpers.tables import short_names, spoken, worded
from helpers.telling import phrase
from helpers.text import fold

ROWS, AT_REST, PAGE = 5_000, 40, 10  # rows that go to the browser, that a page at rest holds, that one sees at once
FIGURE, NAMED = "figure", {"source", "outlet", "via"}
Options = dict[str, Any]  # DataTables takes more than the library's types know of, such as texts within texts
WORDS = ("info", "infoEmpty", "infoFiltered", "lengthMenu", "zeroRecords", "emptyTable")
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PAGES, ARIA = ("first", "previous", "next", "last"), ("orderable", "orderableReverse", "orderableRemove")


class Lead(TypedDict, total=False):
    """What a row leads to: claims, or an act of saying, by their places; nothing for a row that leads nowhere."""

    claims: list[int]
    act: int


class Grid(Led):
    """A sortable table as a cell's output; a picked row shows its claim, where rows lead to claims."""

    def __init__(self, corpus: Corpus, frame: pd.DataFrame, columns: list[str], lang: str) -> None:
        held = dossier(corpus)
        kept = frame.head(ROWS).reset_index(drop=True)
        self.cells = _cells(corpus, kept, columns, lang)
        self._leads, self._lang, self._total = _leads(corpus, kept), lang, len(frame)
        leading = any(self._leads)
        self.options = partial(_options, corpus, self.cells, kept, columns, lang, leading)
        self.grid = ITable(**self.options())
        self.card = LiveChart(about(held), {"lang": lang}, self.lead, self._let_go) if leading else None
        super().__init__(held, [], *filter(None, (self.grid, self.card)))
        self.face(lang)
        if leading:
            self.grid.observe(lambda _: self._show(), "selected_rows")

    def still(self) -> str:
        """The first rows as plain HTML, for where no program runs; it tells how many more there are.

        >>> from helpers import parse
        >>> corpus = parse([("a", "قتل أكثر من 20 جنديا.")])
        >>> "more than 20" in table(corpus, corpus.claims, "figure measure", "en").still()
        True
        """
        first = Table(self.cells.cells.head(AT_REST), self.cells.arabic, self.cells.glosses)
        notes = [phrase("grid_static")]
        if self._total > AT_REST:
            notes.append(phrase("grid_cut", n=[f"{AT_REST:,}"] * 2, total=[f"{self._total:,}"] * 2))
        side, way = ("right", "rtl") if self._lang == "ar" else ("left", "ltr")
        told = " ".join(note[0 if self._lang == "ar" else 1] for note in notes)
        return f'<p dir="{way}" style="text-align:{side}">{told}</p>\n{first._repr_html_()}'

    def __repr__(self) -> str:
        return f"Sortable table. Rows: {self._total}"

    def _show(self) -> None:
        picked = [self._leads[row] for row in self.grid.selected_rows if row < len(self._leads)]
        self._choose(picked[0] if picked else {})

    def _let_go(self) -> None:
        self.grid.selected_rows = []
        self._choose({})

    def _choose(self, lead: Lead) -> None:
        if self.card is not None:
            self.card.chosen = {**lead}


def table(corpus: Corpus, frame: pd.DataFrame, columns: str | None = None, lang: str = "ar") -> Grid:
    """A frame of the corpus as a table that sorts and searches; codes are put into words, and bounds into one cell.

    `columns` picks columns by name, spaces between; `figure` among them stands for low, best and high as one phrase
    (or wording_low and wording_high), sorted by number. A row that names its claims (columns claims, claim, ids, id)
    or its act of saying leads to them. Where no program runs its place is taken by its first rows as plain HTML.
    Errors: KeyError for an unknown column, ValueError for another language.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل أكثر من 20 جنديا.")])
    >>> table(corpus, corpus.claims, "figure measure", "en").cells.cells.to_numpy().tolist()
    [['more than 20', 'Killed']]
    """
    if lang not in ("ar", "en"):
        raise ValueError(f"tables speak ar and en, not {lang!r}")
    return Grid(corpus, frame, list(frame.columns) if columns is None else columns.split(), lang)


def _cells(corpus: Corpus, frame: pd.DataFrame, columns: list[str], lang: str) -> Table:
    told = worded(corpus, frame, lang).replace({"report": short_names(corpus)} if "report" in frame else {})
    for column in NAMED.intersection(columns):
        told[column] = [value if pd.isna(value) else words.name(value, lang) for value in told[column]]
    if FIGURE in columns:
        told = told.assign(figure=pd.array(_figures(corpus, frame, lang), dtype="string"))
    said = plain(told[columns], lang=lang, whole=True)
    return Table(said.cells.map(visible), said.arabic, said.glosses)


def _figures(corpus: Corpus, frame: pd.DataFrame, lang: str) -> list[str | None]:
    """Each row's quantity in words: as the report has them where that is known, else by its ends.

    A matter that all of its claims tell alike has their words, so that «about 60,000» and «more than» are kept.
    """
    said = dict(zip(corpus.claims["id"], spoken(corpus, corpus.claims), strict=True))
    if "precision" in frame:
        own = frame["words"] if "words" in frame else frame["id"].map(said)
        return [spelled(row, lang) for row in frame.assign(words=own).itertuples()]
    ends = [column for column in ("wording_low", "wording_high") if column in frame] or ["low", "high"]
    told = [in_bounds(low, None, high, lang) or None for low, high in frame[ends].itertuples(index=False)]
    if "claims" not in frame:
        return told
    rows = corpus.claims.assign(words=corpus.claims["id"].map(said)).itertuples()
    claims = {row.id: spelled(row, lang) for row in rows}
    alike = [{claims[one] for one in listed.split()} for listed in frame["claims"]]
    return [words.pop() if len(words) == 1 else ends for words, ends in zip(alike, told, strict=True)]


def _leads(corpus: Corpus, frame: pd.DataFrame) -> list[Lead]:
    """What each row leads to: its claims, else its act of saying, else nothing."""
    claims = {name: i for i, name in enumerate(corpus.claims["id"])}
    acts = {name: i for i, name in enumerate(corpus.attributions["id"])}
    found: list[Lead] = []
    for row in frame.to_dict("records"):
        names = [name for column in LEADS if isinstance(row.get(column), str) for name in row[column].split()]
        places = list(dict.fromkeys(claims[name] for name in names if name in claims))
        said = next((acts[name] for name in names if name in acts), None)
        found.append({"claims": places} if places else {"claims": [], "act": said} if said is not None else {})
    return found


def _options(
    corpus: Corpus, cells: Table, frame: pd.DataFrame, columns: list[str], lang: str, leading: bool
) -> Options:
    """What the library needs: words as they are; hidden, the numbers to sort by and what is searched besides."""
    drawn = cells.cells.copy()
    rules: list[dict[str, object]] = []
    for i, name in enumerate(columns):
        if any(ARABIC.search(text) for text in drawn.iloc[:, i]):
            rules.append({"targets": [i], "className": "isnad-arabic"})
        by = _number(corpus, frame, name)
        if by is not None:
            drawn[f"\N{ZERO WIDTH SPACE}{i}"] = by
            rules.append({"targets": [i], "orderData": [drawn.shape[1] - 1], "className": "isnad-number"})
            rules.append({"targets": [drawn.shape[1] - 1], "visible": False, "searchable": False})
        elif name in frame and pd.api.types.is_datetime64_any_dtype(frame[name]):
            rules.append({"targets": [i], "className": "isnad-number"})
    drawn["\N{ZERO WIDTH SPACE}"] = [_sought(row) for row in cells.cells.itertuples(index=False)]
    rules.append({"targets": [drawn.shape[1] - 1], "visible": False})
    many = len(drawn) > PAGE
    return {
        "df": drawn,
        "columnDefs": rules,
        "language": _language(lang),
        "classes": "display compact isnad-grid" + (" isnad-grid-rtl" if cells.arabic else ""),
        "style": "width:100%",
        "select": {"style": "single", "keys": True, "info": False} if leading else False,
        "pageLength": PAGE,
        "paging": many,
        "layout": {"topStart": "pageLength" if many else None, "topEnd": "search", "bottomStart": "info"},
        "maxBytes": 0,
        "showIndex": False,
        "allow_html": False,
        "text_in_header_can_be_selected": False,  # else a press on a head sorts nothing
    }


def _sought(row: tuple[str, ...]) -> str:
    """A row as one may type it: without vowel signs and hamzas, its numbers in the digits of either script too."""
    folded = fold(" ".join(row)).text
    return f"{folded} {folded.translate(EASTERN)} {folded.replace(',', '')}"


def _number(corpus: Corpus, frame: pd.DataFrame, column: str) -> list[float | None] | None:
    """What a column sorts by where that is a number: a figure by what is stated, else by its lower or its upper end.

    A matter without any of these sorts by what its first claim states.
    """
    if column == FIGURE:
        ends = [name for name in ("best", "low", "high", "wording_low", "wording_high") if name in frame]
        value = frame[ends].astype("Float64").bfill(axis=1).iloc[:, 0]
        if "claims" in frame:
            stated = corpus.claims.set_index("id")["best"]
            value = value.fillna(frame["claims"].str.split().str[0].map(stated))
    elif column in frame and pd.api.types.is_numeric_dtype(frame[column]):
        value = frame[column].astype("Float64")
    else:
        return None
    return [-1.0 if pd.isna(number) else float(number) for number in value]


def _language(lang: str) -> dict[str, object]:
    said = {key: phrase(f"grid_{key}")[0 if lang == "ar" else 1] for key in (*WORDS, *PAGES, *ARIA)}
    search = phrase("search")[0 if lang == "ar" else 1]
    return {
        **{key: said[key] for key in WORDS},
        "search": search,
        "searchPlaceholder": phrase("search_hint")[0 if lang == "ar" else 1],
        "thousands": ",",
        "paginate": {key: said[key] for key in PAGES},
        "aria": {key: said[key] for key in ARIA},
    }
