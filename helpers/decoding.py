"""Bytes as text: UTF-8, UTF-16, Windows-1256 or ISO-8859-6, told apart, or refused where they cannot be.

UTF-8 and marked UTF-16 prove themselves. The two old Arabic encodings share the letters from «ا» to «ض» and no others:
`charset-normalizer` weighs them, and a word in which Arabic and Latin letters meet speaks against a reading.
"""

import re
from collections.abc import Sequence

from helpers.extracted import Unreadable

MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
OLD = {"cp1256": "windows-1256", "iso8859_6": "iso-8859-6"}
DECOYS = (
    "cp1252",
    "cp720",
    "cp864",
    "mac_arabic",
    "koi8_r",
    "cp1251",
    "cp1255",
)  # what is none of ours shall not be taken for it
SURE = 40  # bytes: in fewer, two readings without a fault cannot be told apart
TOO_SHORT = f"not UTF-8 and too short to tell {' from '.join(OLD.values())}. Save it again as UTF-8."
HIGH_BYTES = (0x00, 0x06)  # of Latin and Arabic letters in UTF-16
HIGH_SHARE = 0.7
SAMPLE = 2000
ARABIC, LATIN = "\u0620-\u064a\u066e-\u06d3", "A-Za-z\u00c0-\u00ff\u0152\u0153\u0192"
MIXED = re.compile(f"[{ARABIC}][{LATIN}]|[{LATIN}][{ARABIC}]")


def decoded(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding, byte order marks left out.

    Errors: Unreadable for bytes that are no text in one of the four, and for too few bytes to tell two apart.

    >>> decoded("قتل ثلاثة".encode()), decoded("مقتل 38 من المسلحين في القرية".encode("cp1256"))[1]
    (('قتل ثلاثة', 'utf-8'), 'windows-1256')
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding), encoding
    if unmarked := _unmarked_utf_16(data):
        return _strictly(data, unmarked), unmarked
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise Unreadable("not a text file. Save its text as a UTF-8 .txt file.") from None
        return _old(data, error.start)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper()[: len("UTF-16")].removesuffix("-")
        raise Unreadable(f"marked as {name}, which it is not (byte {error.start}). Save it again as UTF-8.") from None


def _unmarked_utf_16(data: bytes) -> str | None:
    """UTF-16 without a mark shows by every second byte, which is that of the Arabic or the Latin block.

    Its bytes are those of UTF-8 too, as control characters that no text holds.
    """
    if not any(byte in data[:SAMPLE] for byte in HIGH_BYTES):
        return None
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = data[first::2]
        if len(data) % 2 == 0 and sum(high.count(byte) for byte in HIGH_BYTES) > HIGH_SHARE * len(high):
            return encoding
    return None


def _old(data: bytes, place: int) -> tuple[str, str]:
    """The text in the old encoding that fits best."""
    from charset_normalizer import from_bytes  # for such a file alone

    likely = [match.encoding for match in from_bytes(data, cp_isolation=[*OLD, *DECOYS])]
    readings = [(name, text) for name in likely if name in OLD for text in [_or_none(data, name)] if text]
    unknown = not readings or likely[0] in DECOYS
    if unknown and len(data) >= SURE:
        raise Unreadable(f"not UTF-8 (byte {place} is no letter) and nothing known. Save it again as UTF-8.")
    if unknown:
        raise Unreadable(TOO_SHORT)
    name, text = min(readings, key=lambda reading: len(MIXED.findall(reading[1])))
    if len(data) < SURE and _rivals(data, text):
        raise Unreadable(TOO_SHORT)
    return text, OLD[name]


def _rivals(data: bytes, text: str) -> Sequence[str]:
    """Other readings of the bytes that have no more faults than this one."""
    others = [other for name in OLD if (other := _or_none(data, name)) not in (None, text)]
    return [other for other in others if len(MIXED.findall(other)) <= len(MIXED.findall(text))]


def _or_none(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None
