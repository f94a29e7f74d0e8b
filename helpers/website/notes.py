"""A notebook as the inside of a page: converted by nbconvert, its links turned, nothing left in it that could run."""

from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import lxml.html
import nh3
from nbconvert import HTMLExporter
from nbformat import NotebookNode
from traitlets.config import Config

from helpers.website.gallery import FOLDER, Gallery
from helpers.website.words import say

TEMPLATES = Path(__file__).parent / "templates"
KINDS = ["text/html", "text/markdown", "image/png", "image/jpeg", "text/plain"]
TAGS = set(
    "a abbr article b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure"
    " h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small span strong sub summary sup"
    " table tbody td tfoot th thead time tr u ul var wbr".split()
)
ATTRIBUTES = {
    "*": {"aria-label", "class", "dir", "id", "lang", "role", "style", "tabindex", "title"},
    "a": {"href"},
    "img": {"alt", "height", "loading", "src", "width"},
    "details": {"open"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
STYLES = {"background-color", "border-bottom", "color", "font-weight", "text-align"}


class Note(NamedTuple):
    """A notebook's first heading, its other headings with their anchors, and its HTML."""

    title: str
    contents: list[tuple[str, str]]
    html: str


def note(notebook: NotebookNode, gallery: Gallery) -> Note:
    """What a page shows of an executed notebook. Pictures of the gallery are linked to, others held inside.

    >>> from nbformat import v4
    >>> cells = [v4.new_markdown_cell("# Why?\\n[next](01-b.ipynb)<script>alert(1)</script>")]
    >>> note(v4.new_notebook(cells=cells), Gallery({}, {})).html
    '<div class="words">\\n<h1 id="Why?">Why?</h1><p><a href="01-b.html">next</a></p>\\n</div>'
    """
    exporter = HTMLExporter(
        config=Config({"NbConvertBase": {"display_data_priority": KINDS}}),
        extra_template_basedirs=[str(TEMPLATES)],
        template_name="notebook",
        exclude_anchor_links=True,
        filters={"known_picture": gallery.known},
    )
    html, _ = exporter.from_notebook_node(notebook, {"words": {k: say(k, "en") for k in ("code", "large", "numbers")}})
    body = lxml.html.fragment_fromstring(html, create_parent="div")
    for link in body.iter("a", "img"):
        _turn(link)
    for table in list(body.iter("table")):
        _box(table)
    headings = [(head.get("id", ""), head.text_content().strip()) for head in body.iter("h2")]
    title = next((head.text_content().strip() for head in body.iter("h1")), "")
    return Note(title, [head for head in headings if head[0]], _clean(body))


def _turn(element: lxml.html.HtmlElement) -> None:
    """Leads a link to another notebook to its page, drops one to a file that the site lacks, and all pictures from afar."""
    name = "href" if element.tag == "a" else "src"
    link = urlsplit(element.get(name, ""))
    if element.tag == "img":
        kept = link.scheme == "data" or link.path.startswith(f"{FOLDER}/")
    else:
        kept = bool(link.scheme) or not link.path or link.path.startswith(FOLDER) or "/" not in link.path
    if not kept:
        element.attrib.pop(name, None)
    elif not link.scheme and link.path.endswith(".ipynb"):
        element.set(name, link._replace(path=link.path.removesuffix(".ipynb") + ".html").geturl())


def _box(table: lxml.html.HtmlElement) -> None:
    """Puts a table into a box of its own, in which it scrolls where it is wider than the page."""
    label = say("table", "en")
    box = lxml.html.Element("div", {"class": "wide", "role": "region", "tabindex": "0", "aria-label": label})
    box.tail, table.tail = table.tail, None
    table.getparent().replace(table, box)
    box.append(table)


def _clean(body: lxml.html.HtmlElement) -> str:
    """The HTML with what is listed above and nothing else: no script, frame or form, whatever an output held."""
    inside = "".join(lxml.html.tostring(part, encoding="unicode") for part in body)
    return nh3.clean(
        inside,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto", "data"},
        attribute_filter=_listed,
        filter_style_properties=STYLES,
        link_rel="noreferrer",
    ).strip()


def _listed(tag: str, name: str, value: str) -> str | None:
    """The value of an attribute; of addresses that hold their own data, those of pictures alone."""
    held = value.strip().lower().startswith("data:")
    return None if held and not (tag == "img" and value.startswith("data:image/")) else value
