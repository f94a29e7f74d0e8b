"""The evidence reader: a widget that shows claims beside their reports, leads from either to the other, and decides."""

import json
from html import escape

import anywidget
import traitlets

from helpers import assets, snapshots
from helpers.assemble import Corpus
from helpers.browser_data import Paragraph
from helpers.deciding import Refused, decide, reason
from helpers.decisions import WITHDRAW
from helpers.dossier import Dossier, decided, dossier
from helpers.standing import standing
from helpers.telling import phrase

Bundle = dict[str, object]  # an output of a cell by its MIME type, and what is said of it
AT_ONCE = 1_000_000  # letters of text that go to the browser with the claims; more are sent when they are asked for
PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ margin: 0; padding: 12px; color-scheme: light dark; background: light-dark(#ffffff, #0f1215); }}
{style}
</style>
</head>
<body>
<main><noscript>{still}</noscript><div id="reader"></div></main>
<script id="data" type="application/json">{data}</script>
<script type="module">
{script}
const held = JSON.parse(document.getElementById("data").textContent);
{start}
</script>
</body>
</html>
"""
START = """const nothing = () => {};
const kept = { get: (name) => held[name], set: (name, value) => (held[name] = value) };
const model = { ...kept, on: nothing, off: nothing, send: nothing, save_changes: nothing };
reader.render({ model, el: document.getElementById("reader") });"""


class EvidenceReader(anywidget.AnyWidget):
    """The reader as a cell's output; `picked` is the id of the claim that is picked in it, empty for none.

    `corpus` is the corpus with all that was decided in the reader; `view.observe(draw, "corpus")` has `draw` called
    with each change, in which the corpus is `change["new"]`.
    """

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    data = traitlets.Dict().tag(sync=True)
    texts = traitlets.Dict().tag(sync=True)
    lang = traitlets.Unicode().tag(sync=True)
    picked = traitlets.Unicode().tag(sync=True)
    deciding = traitlets.Unicode("kernel", read_only=True).tag(sync=True)
    corpus = traitlets.Instance(Corpus, read_only=True)

    def __init__(self, shown: Dossier, lang: str) -> None:
        self._shown = shown
        super().__init__(
            _esm=assets.script(), _css=assets.style(), data=shown.overview(), texts=_texts(shown, AT_ONCE), lang=lang
        )
        self.set_trait("corpus", shown.corpus)
        self.on_msg(self._heard)

    def _follow(self, corpus: Corpus) -> None:
        self._shown = decided(self._shown, corpus)
        self.data = self._shown.overview()
        self.set_trait("corpus", corpus)

    def _heard(self, _widget: object, asked: object, _buffers: object) -> None:
        match asked:
            case {"decide": decision}:
                self._decide(decision)
            case {"keep": True}:
                self._keep()
            case {"want": report}:
                self._send_text(report)

    def _send_text(self, report: object) -> None:
        if isinstance(report, int) and 0 <= report < len(self._shown.reports):
            self.send({"report": report, "paragraphs": self._shown.paragraphs(report)})

    def _decide(self, asked: object) -> None:
        """Decides, and says that it was done or why it was not."""
        try:
            self._follow(decide(self.corpus, asked))
        except Refused as fault:
            if fault.corpus is not None:
                self._follow(fault.corpus)
            self.send({"told": fault.told, "done": False})
        else:
            back = isinstance(asked, dict) and asked.get("decision") == WITHDRAW
            self.send({"told": phrase("undo_written" if back else "decide_written"), "done": True})

    def _keep(self) -> None:
        try:
            snapshots.save(self.corpus)
        except (OSError, ValueError) as error:
            self.send({"kept": phrase("not_kept", why=[reason(error, self.corpus)] * 2)})
        else:
            self._follow(self.corpus)
            self.send({"kept": phrase("kept")})

    def _repr_mimebundle_(self, **kwargs: dict[str, object]) -> tuple[Bundle, Bundle]:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return data | {"text/html": standing(self._shown, self.lang)}, metadata

    def __repr__(self) -> str:
        return f"Evidence reader. {self._shown.corpus!r}"


def show(corpus: Corpus, lang: str = "ar") -> EvidenceReader:
    """The evidence reader over a corpus, its interface in Arabic (`ar`) or English (`en`); both are a button apart.

    Where no program runs its place is taken by the same claims and marked reports as plain HTML. What is decided in it
    is written into `decisions.csv` beside the reports, and `corpus` of what is returned follows. Errors: ValueError
    for another language.

    >>> from helpers import parse
    >>> show(parse([("a", "قتل ثلاثة.")]))
    Evidence reader. Corpus: 1 report, 1 claim
    """
    if lang not in ("ar", "en"):
        raise ValueError(f"the reader speaks ar and en, not {lang!r}")
    return EvidenceReader(dossier(corpus), lang)


def page(corpus: Corpus, lang: str = "ar", title: str = "Isnad") -> str:
    """The reader over a corpus as one HTML page that needs neither Jupyter nor a network.

    What is decided in it can be downloaded as `decisions.csv`.

    >>> from helpers import parse
    >>> "<script>alert" in page(parse([("a", "قتل ثلاثة <script>alert(1)</script>.")]))
    False
    """
    shown = dossier(corpus)
    filled = {"lang": lang, "title": escape(title), "style": assets.style(), "still": still(shown, lang)}
    data = held(shown, lang).replace("<", "\\u003c")
    return PAGE.format(**filled, data=data, script=_script(), start=START)


def still(shown: Dossier, lang: str) -> str:
    """The claims and the marked reports as plain HTML, for a browser that runs no program.

    >>> from helpers import parse
    >>> from helpers.dossier import dossier
    >>> "قتل ثلاثة" in still(dossier(parse([("a", "قتل ثلاثة.")])), "ar")
    True
    """
    return standing(shown, lang, "static_page")


def held(shown: Dossier, lang: str = "ar") -> str:
    """All that the reader shows, as JSON.

    >>> from helpers import parse
    >>> list(json.loads(held(dossier(parse([("a", "قتل ثلاثة.")])))))
    ['data', 'texts', 'lang', 'picked', 'deciding']
    """
    whole = {"data": shown.overview(), "texts": _texts(shown, None), "lang": lang, "picked": "", "deciding": "page"}
    return json.dumps(whole, ensure_ascii=False)


def alone() -> str:
    """The reader's program for a page that has `held` in a script before it, and speaks the page's language.

    >>> "import " in alone()
    False
    """
    return f"{_script()}\nheld.lang = document.documentElement.lang;\n{START}\n"


def _script() -> str:
    return assets.script().replace("export default", "const reader =")


def _texts(shown: Dossier, most: int | None) -> dict[str, list[Paragraph]]:
    """The reports' texts by their places, those left out that would make more than `most` letters in all."""
    texts: dict[str, list[Paragraph]] = {}
    letters = 0
    for i, report in enumerate(shown.reports):
        if most is None or letters + report["size"] <= most:
            letters += report["size"]
            texts[str(i)] = shown.paragraphs(i)
    return texts
