"""What one file gives: its text, what was decided about its letters, and what it states of itself."""

from typing import NamedTuple

from helpers.text import fold

LINES_SEARCHED = 5


class Unreadable(ValueError):
    """A file or a row that holds no report; the message says why and what to do about it."""


class Stated(NamedTuple):
    """What a column, a page's metadata or a manifest states of a report; `basis` says which (column, page)."""

    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    basis: str | None = None


class Extracted(NamedTuple):
    """The text of a report, how its bytes were read (an encoding, the kind of file before it), and what is stated."""

    text: str
    encoding: str
    stated: Stated = Stated()


def under_title(title: str | None, text: str) -> str:
    """The text with its title as the first line, unless one of its first lines is the title.

    >>> under_title("عنوان", "متن"), under_title("عنوان", "عنوان\\nمتن")
    ('عنوان\\n\\nمتن', 'عنوان\\nمتن')
    """
    title = " ".join((title or "").split())
    first = [fold(" ".join(line.split())).text for line in text.strip().split("\n")[:LINES_SEARCHED]]
    return text if not title or fold(title).text in first else f"{title}\n\n{text}"
