"""A box of widgets from which a claim leads to its report: the evidence reader opens below, at that claim."""

import anywidget
import ipywidgets as widgets
import traitlets

from helpers import assets
from helpers.dossier import Dossier
from helpers.reader import EvidenceReader


class Look(anywidget.AnyWidget):
    """The style sheet of what stands beside it; and keys pressed there are no commands to the notebook («d d»)."""

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        super().__init__(_esm=assets.script("look"), _css=assets.style("live"))


class Led(widgets.VBox):
    """Widgets in a column, and below them the evidence reader once a claim is to be seen in its report."""

    def __init__(self, shown: Dossier, controls: list[widgets.Widget], *parts: widgets.Widget) -> None:
        self._parts = (*controls, *parts, Look())
        super().__init__(self._parts)
        self.add_class("isnad-live")
        self._shown = shown
        self.reader: EvidenceReader | None = None

    def lead(self, claim: int) -> None:
        """Shows a claim, by its place among the corpus's claims, in the reader below.

        >>> from helpers import parse
        >>> from helpers.live.explorer import explore
        >>> corpus = parse([("a", "قتل ثلاثة.")])
        >>> shown = explore(corpus, "casualties", "en")
        >>> shown.lead(0)
        >>> shown.reader.picked == corpus.claims["id"][0]
        True
        """
        wanted = self._shown.claims[claim]["id"]
        if self.reader is None:
            self.reader = EvidenceReader(self._shown, self._lang)
            self.reader.picked = wanted
            self.children = (*self._parts, self.reader)
        else:
            self.reader.send({"lead": wanted})

    def face(self, lang: str) -> None:
        """Turns the whole to a language."""
        self._lang = lang
        if lang == "ar":
            self.add_class("isnad-rtl")
        else:
            self.remove_class("isnad-rtl")
        if self.reader is not None:
            self.reader.lang = lang

    def still(self) -> str:
        """The same as plain HTML, for where no program runs."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, object]:
        return super()._repr_mimebundle_(**kwargs) | {"text/html": self.still()}
