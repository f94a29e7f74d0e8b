"""A live chart with its controls: what vague words stand for, the language, the parties, the days."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import ipywidgets as widgets
import pandas as pd

from helpers import tables
from helpers.assemble import Corpus
from helpers.charts import words
from helpers.dossier import dossier
from helpers.live.chart import LiveChart, about
from helpers.live.drawing import Drawing, first, panel
from helpers.live.leading import Led
from helpers.live.still import still
from helpers.live.views import VIEWS, WORD
from helpers.telling import phrase

LANGUAGES = {"العربية": "ar", "English": "en"}
DAYS = ["date_low", "date_high"]
NONE = ""
MARKS = 300  # as many as a page can hold and a person look at; the parties and the days choose others


class Explorer(Led):
    """A chart as a cell's output: every control redraws it, and a mark that is picked shows its claim."""

    def __init__(self, corpus: Corpus, view: str, lang: str, policy: str) -> None:
        self.corpus, self.view, self._waiting = corpus, VIEWS[view], False
        self._made = self.view.table(corpus).reset_index(drop=True)
        self._total = sum(len(drawn.rows) for drawn in self.view.panels(self._made, lang))
        self._places = {name: i for i, name in enumerate(corpus.claims["id"])}
        shown = dossier(corpus)
        self.policy = _choice({words.word("policy", name, lang): name for name in tables.POLICIES}, policy)
        self.lang = _choice(LANGUAGES, lang)
        self.parties = {column: self._boxes(column) for column in self.view.parties}
        self.first, self.last = widgets.DatePicker(), widgets.DatePicker()
        self.whole = widgets.Button()
        self._asked = {column: widgets.Label() for column in self.parties}
        self._drawn = self.drawing()
        self.chart = LiveChart(about(shown), self._drawn, self.lead, lambda: None)
        super().__init__(shown, self._laid_out(), self.chart)
        self._label()
        for control in (self.policy, self.first, self.last, *self._ticks()):
            control.observe(lambda _: self.redraw(), "value")
        self.lang.observe(lambda _: self._turn(), "value")
        self.whole.on_click(lambda _: self._undo())

    def drawing(self) -> Drawing:
        """What the chart shows of the choice that the controls make."""
        lang = self.lang.value
        left = self.left()
        drawn = first(self.view.panels(left, lang), MARKS)
        undated = len(left[left[DAYS].isna().all(axis=1)])
        told = [_say("live_shown", lang, n=sum(len(part.rows) for part in drawn), total=self._total)]
        told += [_say("live_undated", lang, n=undated)] if undated else []
        return {
            "title": _say(self.view.title, lang),
            "lang": lang,
            "panels": [panel(part, lang, self._places) for part in drawn],
            "status": ". ".join(told),
            "sums": self.view.sums(self.corpus, left, lang) if self.view.sums else [],
        }

    def redraw(self) -> None:
        """Draws anew what the controls say."""
        if not self._waiting:
            self._drawn = self.drawing()
            self.chart.drawing = {**self._drawn}

    def still(self) -> str:
        return still(self._drawn)

    def __repr__(self) -> str:
        return f"Live chart: {self._drawn['title']}. {self._drawn['status']}"

    def table(self) -> pd.DataFrame:
        """The table under the policy chosen; whatever the policy, it is made once."""
        if not self.view.policies:
            return self._made
        return tables.with_policy(self._made, self.policy.value, self.corpus.lexicon)

    def left(self) -> pd.DataFrame:
        """The rows of the table that the choice of parties and days leaves.

        >>> from helpers import parse
        >>> shown = explore(parse([("a", "قتل العشرات.")]), "casualties", "en")
        >>> shown.policy.value = "acled"
        >>> shown.left()["best"].tolist()
        [10.0]
        """
        table = self.table()
        return table[self._fits(table)]

    def _boxes(self, column: str) -> dict[str, widgets.Checkbox]:
        """A box for each party of a column, those heard most first, none named last."""
        counts = self._made[column].fillna(NONE).value_counts()
        parties = sorted(counts.index, key=lambda party: party == NONE)
        return {party: widgets.Checkbox(value=True, indent=False) for party in parties}

    def _ticks(self) -> list[widgets.Checkbox]:
        return [box for boxes in self.parties.values() for box in boxes.values()]

    def _fits(self, table: pd.DataFrame) -> pd.Series:
        """The rows of the parties that are ticked which may be of the days chosen: an end not known shuts none out."""
        fits = pd.Series(True, table.index)
        for column, boxes in self.parties.items():
            ticked = [party for party, box in boxes.items() if box.value]
            fits &= table[column].fillna(NONE).isin(ticked)
        low, high = (pd.to_datetime(table[column]) for column in DAYS)
        if self.first.value:
            fits &= ~high.lt(pd.Timestamp(self.first.value))
        if self.last.value:
            fits &= ~low.gt(pd.Timestamp(self.last.value))
        return fits.astype(bool)

    def _window(self) -> list[date]:
        known = pd.concat([self._made[column] for column in DAYS]).dropna()
        return [pd.Timestamp(day).date() for day in (known.min(), known.max())] if len(known) else []

    def _laid_out(self) -> list[widgets.Box]:
        window = self._window()
        rows = [[self.policy] * self.view.policies + [self.lang] + [self.first, self.last, self.whole] * bool(window)]
        rows += [[self._asked[column], *boxes.values()] for column, boxes in self.parties.items() if len(boxes) > 1]
        for picker in (self.first, self.last):
            picker.min, picker.max = window or (None, None)
        return [widgets.Box(row).add_class("isnad-bar") for row in rows]

    def _label(self) -> None:
        """Names every control in the language chosen."""
        lang, policy = self.lang.value, self.policy.value
        self.policy.options = [(words.word("policy", name, lang), name) for name in tables.POLICIES]
        self.policy.value = policy
        named = {self.policy: "policy", self.lang: "language", self.first: "from", self.last: "to", self.whole: "whole"}
        for control, key in named.items():
            control.description = _say(f"live_{key}", lang)
        for column, boxes in self.parties.items():
            self._asked[column].value = _say(self.view.parties[column], lang)
            for party, box in boxes.items():
                nobody = "no_party" if self.view.parties[column] == WORD else "live_unsaid"
                box.description = words.name(party, lang) if party else _say(nobody, lang)
        self.face(lang)

    def _turn(self) -> None:
        with self._in_one_step():
            self._label()

    @contextmanager
    def _in_one_step(self) -> Iterator[None]:
        """Changes to controls that the chart follows all at once."""
        self._waiting = True
        try:
            yield
        finally:
            self._waiting = False
        self.redraw()

    def _undo(self) -> None:
        """Every day and every party again."""
        with self._in_one_step():
            self.first.value = self.last.value = None
            for box in self._ticks():
                box.value = True


def explore(corpus: Corpus, view: str = "casualties", lang: str = "ar", policy: str = "interval") -> Explorer:
    """A chart of the corpus that controls move: of `VIEWS` days, mouths, casualties, ground, people or hedges.

    Where no program runs its place is taken by the same marks as a plain table. Errors: ValueError for a view, a
    language or a policy that is not listed.

    >>> from helpers import parse
    >>> explore(parse([("a", "قتل ثلاثة جنود.")]), "casualties", "en")
    Live chart: The dead and the wounded, each matter once. Marks shown: 1 of 1. Without a day, kept in every window: 1
    """
    for value, known in ((view, VIEWS), (lang, LANGUAGES.values()), (policy, tables.POLICIES)):
        if value not in known:
            raise ValueError(f"{value!r}: choose one of {', '.join(known)}")
    return Explorer(corpus, view, lang, policy)


def _choice(options: dict[str, str], value: str) -> widgets.Dropdown:
    return widgets.Dropdown(options=list(options.items()), value=value)


def _say(key: str, lang: str, **values: object) -> str:
    return phrase(key, **{name: [str(value)] * 2 for name, value in values.items()})[0 if lang == "ar" else 1]
