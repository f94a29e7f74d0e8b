"""A .docx file as a report: its paragraphs as they stand, deletions left out, nothing else opened or run."""

import io
import posixpath
import zipfile
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from helpers.extracted import Extracted, Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_PARTS, LARGEST_PART = 10_000, 64 * 2**20  # files in the archive; bytes of one unpacked
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MAIN = "/officeDocument"
PARAGRAPH, TEXT = f"{WORD}p", f"{WORD}t"
LEFT_OUT = {f"{WORD}del", f"{WORD}moveFrom", f"{WORD}pPr", f"{WORD}rPr", f"{COMPATIBLE}Fallback"}
SPACE = {f"{WORD}tab": "\t", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-"}


def extracted(data: bytes) -> Extracted:
    """The text of the document's body, a paragraph a line: insertions are read, deletions and headers are not.

    Errors: Unreadable for what is no .docx file, is locked, or would unpack to more than a report can be.

    >>> extracted(b"no archive")
    Traceback (most recent call last):
    helpers.extracted.Unreadable: no .docx file (File is not a zip file). Save it again, or its text as UTF-8 .txt.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            main = _main_part(etree.fromstring(_part(archive, "_rels/.rels"), parser))
            body = etree.fromstring(_part(archive, main), parser)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, NotImplementedError, EOFError, OSError) as error:
        raise Unreadable(f"no .docx file ({_told(error)}). Save it again, or its text as UTF-8 .txt.") from None
    except RuntimeError:  # how zipfile tells of a password
        raise Unreadable("locked with a password. Save it without one.") from None
    paragraphs = ("".join(_said(paragraph)).strip() for paragraph in body.iter(PARAGRAPH))
    return Extracted("\n\n".join(filter(None, paragraphs)), "docx")


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a part; no more is unpacked than its entry says, and one that says too much is left."""
    if len(archive.infolist()) > MOST_PARTS or archive.getinfo(name).file_size > LARGEST_PART:
        raise Unreadable("far larger unpacked than a report can be. Save its text as a UTF-8 .txt file.")
    return archive.read(name)


def _main_part(relations: "Iterable[_Element]") -> str:
    """The name of the part that holds the text. Errors: KeyError where there is none."""
    for relation in relations:
        if relation.get("Type", "").endswith(MAIN):
            return posixpath.normpath(relation.get("Target", "").lstrip("/"))
    raise KeyError("no document in it")


def _said(element: "_Element") -> Iterator[str]:
    """The words of a paragraph; a paragraph inside it, as in a text box, is one of its own."""
    for child in element:
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in SPACE:
            yield SPACE[child.tag]
        elif child.tag != PARAGRAPH and child.tag not in LEFT_OUT:
            yield from _said(child)


def _told(error: Exception) -> str:
    return " ".join(str(error).strip("'").split())[:80] or type(error).__name__
