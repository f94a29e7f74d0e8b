"""A notebook as the inside of a page: converted by nbconvert, its links turned, nothing left in it that could run."""

import re
from collections.abc import Container
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import lxml.html
import nh3
from nbconvert import HTMLExporter
from nbformat import NotebookNode
from traitlets.config import Config

from helpers.website.gallery import Gallery
from helpers.website.words import LANGUAGES, PAGES, address, say

TEMPLATES = Path(__file__).parent / "templates"
NO_WORD = re.compile(r"\W+")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
KINDS = ["text/html", "text/markdown", "image/png", "image/jpeg", "text/plain"]
TAGS = set(
    "a abbr article b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption"
    " figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small span strong sub summary sup"
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
WAYS = {"rtl": "ar", "ltr": "en"}  # the notebooks give a direction to what they print in one language
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
    >>> note(v4.new_notebook(cells=cells), Gallery({}, {}, {})).html
    '<div class="words">\\n<h1>Why?</h1>\\n<p><a href="01-b.html">next</a></p>\\n</div>'
    """
    exporter = HTMLExporter(
        config=Config({"NbConvertBase": {"display_data_priority": KINDS}}),
        extra_template_basedirs=[str(TEMPLATES)],
        template_name="notebook",
        exclude_anchor_links=True,
        filters={"known_picture": gallery.known},
    )
    words = {key: say(key, "en") for key in ("code", "large", "numbers", "to_reader")}
    words["to_reader_ar"] = say("to_reader", "ar")
    html, _ = exporter.from_notebook_node(notebook, {"words": words})
    body = lxml.html.fragment_fromstring(html, create_parent="div")
    beside = {*gallery.files, *(address(name, lang) for name in PAGES for lang in LANGUAGES)}
    for link in body.iter("a", "img"):
        _turn(link, beside)
    for number, table in enumerate(list(body.iter("table")), 1):
        _box(table, number)
    for code in body.iter("pre"):
        code.set("tabindex", "0")  # who has no mouse scrolls what is too wide by keys
    for element in body.iterfind(".//*[@dir]"):
        if element.get("dir") in WAYS and not element.get("lang"):
            element.set("lang", WAYS[element.get("dir")])
    title = next((head.text_content().strip() for head in body.iter("h1")), "")
    return Note(title, _contents(body), _clean(body))


def _contents(body: lxml.html.HtmlElement) -> list[tuple[str, str]]:
    """The second-level headings, each with the anchor that it is given here."""
    found: dict[str, str] = {}
    for head in body.iter("h2"):
        heading = head.text_content().strip()
        anchor = NO_WORD.sub("-", heading).strip("-").lower() or "part"
        anchor = anchor if anchor not in found else f"{anchor}-{len(found)}"
        head.set("id", anchor)
        found[anchor] = heading
    return [*found.items()]


def _turn(element: lxml.html.HtmlElement, beside: Container[str]) -> None:
    """Leads a link to another notebook to its page; drops one to a file that the site lacks, and pictures from afar."""
    name = "src" if element.tag == "img" else "href"
    link = urlsplit(element.get(name, ""))
    if unquote(link.path) in beside or link.scheme == "data":
        return
    if name == "href" and link.path.endswith(".ipynb") and "/" not in link.path:
        element.set(name, link._replace(path=link.path.removesuffix(".ipynb") + ".html").geturl())
    elif name == "src" or (link.path and not link.scheme):
        element.attrib.pop(name, None)


def _box(table: lxml.html.HtmlElement, number: int) -> None:
    """Puts a table into a box of its own, in which it scrolls where it is too wide, and keeps days on one line."""
    for cell in table.iter("td"):
        if DAY.fullmatch(cell.text_content().strip()):
            cell.set("class", "day")
    label = f"{say('table', 'en')} {number}"
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
        link_rel=None,
    ).strip()


def _listed(tag: str, name: str, value: str) -> str | None:
    """The value of an attribute; of addresses that hold their own data, those of pictures alone."""
    held = value.strip().lower().startswith("data:")
    return None if held and not (tag == "img" and value.startswith("data:image/")) else value
