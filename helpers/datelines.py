"""The dateline that a report's running text opens with: a place, perhaps a date or an agency, and a dash.

A dash also opens an aside («قتل 12 شخصا - بينهم أطفال - في قصف»), and words taken for a dateline are read no further:
what is not listed as a place counts as one only where nothing speaks against it.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from helpers.lexicon import Lexicon, Phrases, load
from helpers.text import readings, tokens

DATELINE = re.compile(r"(?P<place>\w+(?: \w+){0,3}(?: ?\([^()\n]{2,20}\))?(?: ?[/,،] ?\w+(?: \w+)?)?) ?[-:] ?(?=\S)")
OUTLET = re.compile(r'"[^"\n]{2,24}" ?: ?(?=\S)')  # «غزة - «الأناضول»: …»
GLUED_DASH = re.compile(r"\S-\S")
BRACKET = re.compile(r"\([^()]*\)")
ASIDE_CLOSES = re.compile(r"[^.؟!\n]{0,120}? - ?\S")
UNLISTED_WORDS = 2
NO_PLACES = ("numbers", "vague", "measures", "cues", "particles", "qualifiers", "nouns")


class Openings(NamedTuple):
    """What a dateline may open with: places and media, parties and people, and words that are no name."""

    places: Phrases
    others: Phrases
    words: frozenset[str]


def dateline_at_start(folded: str, lexicon: Lexicon | None = None) -> str:
    """The dateline that a folded paragraph opens with, dash included, or an empty string.

    >>> dateline_at_start("بيروت - قال متحدث"), dateline_at_start("قتل 12 شخصا - بينهم أطفال - في قصف")
    ('بيروت - ', '')
    """
    lead = len(folded) - len(folded.lstrip())
    match = DATELINE.match(folded, lead)
    if not match or "-" not in match[0] or not _is_dateline(match, folded, _openings(lexicon or load())):
        return ""
    outlet = OUTLET.match(folded, match.end())
    return folded[: outlet.end() if outlet else match.end()]


def is_before_colon(text: str, start: int, end: int) -> bool:
    """Whether a place is where a story was sent from: it opens a line under the headline, before a colon.

    A number after the colon is told of the place itself: «حلب: 12 قتيلا».

    >>> is_before_colon("تقرير\\nجنيف: قالت منظمة", 6, 10), is_before_colon("حصيلة\\nحلب: 12 قتيلا", 6, 9)
    (True, False)
    """
    before, after = text[:start].rstrip(" "), text[end:].lstrip(" ")
    opens = before.endswith("\n") and before.strip() != "" and after.startswith(":")
    return opens and not after[1:].lstrip()[:1].isdecimal()


def _is_dateline(match: re.Match[str], folded: str, known: Openings) -> bool:
    found = tokens(BRACKET.sub(" ", match["place"]))
    dated = any(token.kind == "number" for token in found)
    if known.places.at(found, 0):
        return not dated or "(" in match["place"]
    named = any(reading.stem in known.words for token in found for reading in readings(token.form))
    if dated or named or known.others.at(found, 0) or len(found) > UNLISTED_WORDS + ("/" in match["place"]) * 2:
        return False
    return not GLUED_DASH.search(folded[match.start() : match.end() + 1]) and not ASIDE_CLOSES.match(
        folded, match.end()
    )


@lru_cache(maxsize=16)
def _openings(lexicon: Lexicon) -> Openings:
    listed = lexicon["entities"]
    words = {tokens(row["form"])[0].form for table in NO_PLACES for row in lexicon[table]}
    places = Phrases(row for row in listed if row["kind"] in ("place", "media"))
    return Openings(places, Phrases(row for row in listed if row["kind"] not in ("place", "media")), frozenset(words))
