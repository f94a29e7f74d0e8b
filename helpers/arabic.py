"""Arabic as matplotlib must be given it, so that it reads from the right in every version.

From 3.11 on matplotlib shapes and orders Arabic itself; before, a line must come shaped and in the order of the eye.
What is right for one is drawn backwards by the other, without an error (matplotlib issue 32262), so no other module
may shape or order a label.
"""

import re
import textwrap
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import mirrored

import matplotlib

from helpers.text import BIDI

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

RLM, LRM = "\N{RIGHT-TO-LEFT MARK}", "\N{LEFT-TO-RIGHT MARK}"
ARABIC = re.compile(
    "[\u0600-\u0605\u0608\u060b\u060d\u061b-\u064a\u066d-\u066f\u0671-\u06d5\u06e5-\u06ef\u06fa-\u08c9]"
)
RESHAPED = re.compile("[\ufb50-\ufd3d\ufd50-\ufdcf\ufe70-\ufefc]")
LATIN = re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u024f\u0370-\u052f]")  # and Greek and Cyrillic
VOWELS = "[\u0610-\u061a\u064b-\u065f\u0670]*"  # what stands over a word's last letter is part of the word
ARABIC_WORDS = re.compile(rf"{ARABIC.pattern}(?:[^{LATIN.pattern[1:]}*{ARABIC.pattern})?{VOWELS}")
QUOTED = re.compile(f"(?<=«)([^«»{LATIN.pattern[1:-1]}]*{ARABIC.pattern}[^«»{LATIN.pattern[1:-1]}]*)(?=»)")
PASSAGE = re.compile(rf"{ARABIC.pattern}{VOWELS}(?: ?{ARABIC.pattern}{VOWELS})*")
FIRST_STRONG, POP = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
FROM_RIGHT = "\N{RIGHT-TO-LEFT ISOLATE}"
LEFT_TO_RIGHT = re.compile(f"[{FIRST_STRONG}{POP}{LATIN.pattern[1:]}")
APART = re.compile(f"{FIRST_STRONG}[^{POP}]*{POP}|({PASSAGE.pattern})")
STRONG = re.compile(f"(?P<arabic>{ARABIC.pattern})|(?P<latin>{LATIN.pattern})")
DIGITS = r"\d+(?:[.,٫٬:/]\d+)*"
DASH = "[-\u2010-\u2015\u2212]"
NUMBER = re.compile(rf"[-+\u2212±~≈$€£]?{DIGITS}(?:{DASH}{DIGITS})*(?:\s?[%٪‰$€£]|[+°])?")
PLAIN = re.compile(r"\d+(?:[.,٫٬:]\d+)*")
TAG = "\N{COMBINING ACUTE ACCENT}"  # set after a bracket, it comes before it where the line runs backwards
MIRROR = {pair[i]: pair[1 - i] for pair in ("()", "[]", "{}", "<>", "«»", "‹›", "≤≥") for i in (0, 1)}
TAGGED = re.compile("({0}){1}|{1}({0})".format(f"[{re.escape(''.join(MIRROR))}]", TAG))
SHAPES_ITSELF = matplotlib.__version_info__ >= (3, 11)


def label(text: str, *, pdf: bool = False, latin: bool = False) -> str:
    """The string to hand to matplotlib so that `text`, in reading order, is drawn right; `pdf` when saving as PDF.

    Lines that hold Arabic read from the right (where `latin` is true, only those without a Latin letter or a word set
    `apart`); signed numbers, ranges and percents stay whole; `$` is no mathematics. Source: measured with matplotlib
    3.11.2 and 3.10.9.
    Errors: ValueError for text that was reshaped before.

    >>> label("ISIS"), label("5 $")
    ('ISIS', '5 \\\\$')
    """
    if RESHAPED.search(text):
        raise ValueError(f"already reshaped, give the text as it is typed: {text!r}")
    drawn = _marked if SHAPES_ITSELF else _in_order_of_the_eye
    lines = [(line.translate(CONTROLS), latin and bool(LEFT_TO_RIGHT.search(line))) for line in text.split("\n")]
    return "\n".join(drawn(line, pdf, way) if ARABIC.search(line) else line for line, way in lines).replace("$", r"\$")


def wrap(text: str, width: int) -> str:
    """The text, in reading order, broken into lines of at most `width` characters; hand the result to `label`.

    >>> wrap("one two three\\nfour", 8)
    'one two\\nthree\\nfour'
    """
    lines = (textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))
    return "\n".join("\n".join(line) for line in lines)


def isolated(text: str) -> str:
    """Latin text as it is to be stored, each passage of Arabic words apart, lest it pull numbers after it to its left.

    >>> isolated("رويترز: 3").encode("ascii", "backslashreplace").decode()[:6], isolated("Reuters: 3")
    ('\\\\u2068', 'Reuters: 3')
    """
    return APART.sub(lambda found: apart(found[1]) if found[1] else found[0], text)


def apart(words: str) -> str:
    """Words as they are to be stored inside a text of the other direction: read in their own, whatever they hold.

    >>> ascii(apart("38 x"))
    "'\\\\u206838 x\\\\u2069'"
    """
    return f"{FIRST_STRONG}{words}{POP}"


def _marked(line: str, pdf: bool, latin: bool) -> str:
    """The line with invisible marks: its direction, numbers kept whole, Arabic set apart in a Latin line."""
    if latin:
        return LRM + (line if pdf else QUOTED.sub(_quoted, _words_apart(line)))
    return RLM + (line if pdf else _numbers_kept_whole(line))


def _words_apart(line: str) -> str:
    """The Latin line with marks round its Arabic words, lest they pull what follows to their left."""
    return ARABIC_WORDS.sub(rf"{LRM}\g<0>{LRM}", line)


def _quoted(words: re.Match[str]) -> str:
    """What stands between «» in a Latin line: it reads from the right, numbers at its ends included."""
    return f"{FROM_RIGHT}{_numbers_kept_whole(words.group().replace(LRM, ''))}{POP}"


def _numbers_kept_whole(line: str) -> str:
    """Marks round the numbers that follow Arabic and would come apart there; after Latin they hold by themselves."""

    def whole(number: re.Match[str]) -> str:
        strong = [found.lastgroup for found in STRONG.finditer(line, 0, number.start())]
        if PLAIN.fullmatch(number.group()) or strong[-1:] == ["latin"]:
            return number.group()
        return f"{LRM}{number.group()}{LRM}{RLM}"

    return NUMBER.sub(whole, line)


def _in_order_of_the_eye(line: str, _pdf: bool, latin: bool) -> str:
    """The line shaped letter by letter, its first letter last, brackets mirrored: for matplotlib before 3.11."""
    from bidi import get_display

    shaped = _reshaper().reshape(_marked(line, False, latin))
    tagged = "".join(char + TAG if mirrored(char) else char for char in shaped)
    seen = get_display(tagged, base_dir="L" if shaped.startswith(LRM) else "R")
    seen = TAGGED.sub(lambda found: found.group(1) or MIRROR[found.group(2)], seen)
    return seen.replace(TAG, "").translate(CONTROLS)


@lru_cache(maxsize=1)
def _reshaper() -> "ArabicReshaper":
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper({"delete_harakat": False, "support_ligatures": True, "ARABIC LIGATURE ALLAH": False})


CONTROLS = str.maketrans("", "", BIDI)
