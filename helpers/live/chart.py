"""The part of a live chart that runs in the browser: it draws what it is given, and tells what is picked."""

from collections.abc import Callable, Mapping

import anywidget
import traitlets

from helpers import assets
from helpers.assemble import Corpus
from helpers.dossier import Dossier
from helpers.pieces import visible


class LiveChart(anywidget.AnyWidget):
    """Marks, sums, and the card of the claim that is picked; without a drawing the card alone, for what is `chosen`.

    `opened` is called with the place of a claim that somebody wants to see in its report.
    """

    _esm = traitlets.Unicode().tag(sync=True)
    about = traitlets.Dict().tag(sync=True)
    drawing = traitlets.Dict().tag(sync=True)
    chosen = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        about: Mapping[str, object],
        drawing: Mapping[str, object],
        opened: Callable[[int], None],
        let_go: Callable[[], None],
    ) -> None:
        super().__init__(_esm=assets.script("live"), about=about, drawing=drawing)
        self._opened, self._let_go = opened, let_go
        self.on_msg(self._heard)

    def _heard(self, _widget: object, said: dict[str, object], _buffers: object) -> None:
        claim = said.get("open")
        if isinstance(claim, int) and 0 <= claim < len(self.about["claims"]):
            self._opened(claim)
        elif said.get("let") == "go":
            self._let_go()


def about(shown: Dossier) -> dict[str, object]:
    """What the cards of all claims need, each claim with its sentence where no act of saying holds its words.

    >>> from helpers import parse
    >>> from helpers.dossier import dossier
    >>> about(dossier(parse([("a", "أمس قتل ثلاثة في قصف.")])))["claims"][0]["sentence"]
    ['أمس ', 'قتل ثلاثة', ' في قصف.']
    """
    whole = shown.overview()
    told = zip(whole["claims"], sentences(shown.corpus), strict=True)
    claims = [{**claim, "sentence": sentence} for claim, sentence in told]
    return {**whole, "marks": [], "claims": claims}


def sentences(corpus: Corpus) -> list[list[str]]:
    """Of each claim its sentence: what stands before it, the claim's own words, what stands after.

    >>> from helpers import parse
    >>> sentences(parse([("a", "أمس قتل ثلاثة في قصف. وعاد الهدوء.")]))
    [['أمس ', 'قتل ثلاثة', ' في قصف.']]
    """
    spans = {
        report: list(zip(own["start"], own["end"], strict=True)) for report, own in corpus.sentences.groupby("report")
    }
    found = []
    for claim in corpus.claims[["report", "start", "end"]].itertuples(index=False):
        around = [span for span in spans.get(claim.report, ()) if span[0] <= claim.start < span[1]]
        start, end = min([claim.start, *(low for low, _ in around)]), max([claim.end, *(high for _, high in around)])
        cuts = (start, claim.start), (claim.start, claim.end), (claim.end, end)
        text = corpus.text(claim.report)
        found.append([visible(text[low:high]) for low, high in cuts])
    return found
