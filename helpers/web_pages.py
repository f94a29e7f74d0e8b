"""A saved web page as a report: the article without menus and comments, and what the page states of itself."""

import logging
import re

from helpers.decoding import decoded
from helpers.extracted import Extracted, Stated, Unreadable, under_title

DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{3,40})""", re.IGNORECASE)
DECLARED_WITHIN = 4096
MOST_TAGS = 50_000  # a page of one article has some thousands; time grows with their square
ARABIC_NAMES = {"windows-1256": "windows-1256", "cp1256": "windows-1256", "iso-8859-6": "iso-8859-6"}
ONLY_STATED = {"extensive_search": False, "original_date": True}  # a day that the page's head states, no guess


def extracted(data: bytes) -> Extracted:
    """The article in a page (`trafilatura`), its title first; its site, address and day where its head states them.

    Errors: Unreadable for a page in which no article is found.

    >>> page = "<html><head><title>خبر</title></head><body><p>قتل ثلاثة جنود في الهجوم.</p></body></html>"
    >>> extracted(page.encode()).text
    'خبر\\n\\nقتل ثلاثة جنود في الهجوم.'
    """
    from trafilatura import bare_extraction  # half a second: for a page alone
    from trafilatura.settings import Document

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it discards is told as a report's problem
    html, encoding = _decoded(data)
    if html.count("<") > MOST_TAGS:
        raise Unreadable("more markup than a page of one article has. Save its text as a UTF-8 .txt file.")
    article = bare_extraction(html, with_metadata=True, include_comments=False, date_extraction_params=ONLY_STATED)
    if not isinstance(article, Document) or not article.text or not article.text.strip():
        raise Unreadable("no article was found in this page. Save its text as a UTF-8 .txt file.")
    stated = Stated(article.sitename or None, article.url or None, article.date or None, "page")
    return Extracted(under_title(article.title, article.text), f"html, {encoding}", stated)


def _decoded(data: bytes) -> tuple[str, str]:
    """The page's letters: an old Arabic encoding that the page declares is believed where its bytes allow it."""
    declared = DECLARED.search(data[:DECLARED_WITHIN])
    name = ARABIC_NAMES.get(declared[1].decode("ascii", "replace").lower()) if declared else None
    try:
        return (data.decode(name), name) if name and not _is_utf_8(data) else decoded(data)
    except UnicodeDecodeError:
        return decoded(data)


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
