"""A small PDF writer for tests: pieces of text at any place of a page, in a font that says what its letters are."""

from collections.abc import Iterable
from typing import NamedTuple

MAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /All def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{count} beginbfchar
{letters}
endbfchar
endcmap end end"""


class Piece(NamedTuple):
    """Some text and where it begins on the page, in points; `turned` are the first four numbers of its matrix."""

    text: str
    x: float = 500
    y: float = 700
    size: float = 12
    turned: tuple[float, float, float, float] = (1, 0, 0, 1)


def pdf(pages: Iterable[Iterable[Piece]], unmapped: str = "") -> bytes:
    """A PDF of pages of pieces; the letters of `unmapped` are those whose meaning the font does not tell."""
    pages = [list(page) for page in pages]
    streams = [_stream(page) for page in pages]
    used = {sign for page in pages for piece in page for sign in _signs(piece.text)} - set(_signs(unmapped))
    letters = "\n".join(f"<{sign:04X}> <{sign:04X}>" for sign in sorted(used))
    meaning = MAP.format(count=len(used), letters=letters).encode()
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(streams)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(streams)}>>".encode(),
        b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0"
        b">>/DW 500/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 -200 1000 800]/Ascent 800"
        b"/Descent -200/CapHeight 700/ItalicAngle 0/StemV 80>>>>",
        _as_stream(meaning),
    ]
    for n, stream in enumerate(streams):
        place = b"/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>"
        objects += [b"<</Type/Page/Parent 2 0 R%s/Contents %d 0 R>>" % (place, 7 + 2 * n), _as_stream(stream)]
    return _file(objects)


def _signs(text: str) -> list[int]:
    data = text.encode("utf-16-be", "surrogatepass")
    return [high << 8 | low for high, low in zip(data[::2], data[1::2], strict=True)]


def _stream(page: Iterable[Piece]) -> bytes:
    return b"\n".join(
        b"BT /F %.4f Tf %s %.4f %.4f Tm <%s> Tj ET"
        % (
            piece.size,
            " ".join(f"{one:.4f}" for one in piece.turned).encode(),
            piece.x,
            piece.y,
            piece.text.encode("utf-16-be", "surrogatepass").hex().encode(),
        )
        for piece in page
    )


def _as_stream(data: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(data), data)


def _file(objects: list[bytes]) -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    ends = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table) + ends
