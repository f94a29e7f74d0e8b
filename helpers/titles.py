"""What opens a speaker's phrase: a name that can speak, or a title such as قائد, مصدر, بيان, وزارة."""

from functools import lru_cache
from typing import NamedTuple

from helpers.lexicon import Lexicon, Row
from helpers.names import Name
from helpers.page import Page
from helpers.text import fold

AUDIENCES = ("media", "reporter", "soldier")


class Head(NamedTuple):
    """What opens a speaker's phrase: its row (of a title), its name, how many letters are cut, its length."""

    row: Row | None
    name: Name | None
    skip: int
    length: int
    definite: bool
    owned: bool = False


def head_at(page: Page, i: int, prefix: str = "") -> Head | None:
    """The name or title that opens a speaker's phrase at token `i`, with exactly the clitics `prefix` before it."""
    if i >= len(page.found) or page.found[i].kind != "word":
        return None
    skip = len(prefix)
    if not page.form(i).startswith(prefix):
        return None
    if i in page.names:
        name, end = page.names[i]
        cut = sum(letter < name.start for letter in page.found[i].letters)
        cut = cut - 1 if prefix in ("لل",) and cut == 1 else cut
        if cut <= skip and _can_speak(page, name) and (cut == skip or prefix == "لل"):
            return Head(None, name, cut, end - i, True)
    form, known = page.form(i), titles(page.lexicon)
    if "statement" in page.roles(i) and "statement" in page.roles(i - 1):
        return None
    rest = form[skip:]
    if prefix == "لل":
        return Head(known[rest], None, 1, 1, True) if rest in known else None
    if rest in known and not rest.startswith("ال"):
        return Head(known[rest], None, skip, 1, False)
    if rest.startswith("ال") and rest[2:] in known:
        return Head(known[rest[2:]], None, skip, 1, True)
    owned = next((rest.removesuffix(p) for p in ("ها", "هم", "ه", "نا") if rest.removesuffix(p) in known), None)
    if owned and owned != rest:
        return Head(known[owned], None, skip, 1, False, True)
    if rest.endswith(("تها", "ته", "تهم")) and (base := rest[: rest.rindex("ت")] + "ه") in known:
        return Head(known[base], None, skip, 1, False, True)
    return None


def audience_at(page: Page, i: int) -> Head | None:
    """Those told («للصحفيين», «لوكالة»), after «ل» at token `i`."""
    head = head_at(page, i, "ل") or head_at(page, i, "لل")
    return head if head and head.row and head.row["class"] in AUDIENCES else None


@lru_cache(maxsize=16)
def titles(lexicon: Lexicon) -> dict[str, Row]:
    """The titles by folded form."""
    return {fold(row["form"]).text: row for row in lexicon["titles"]}


@lru_cache(maxsize=16)
def event_nouns(lexicon: Lexicon) -> frozenset[str]:
    """Nouns that open what is announced."""
    return frozenset(fold(row["form"]).text for row in lexicon["event_nouns"])


@lru_cache(maxsize=16)
def nationalities(lexicon: Lexicon) -> dict[str, str]:
    """Whom an office holder of a nationality speaks for, by the adjective's folded form."""
    return {fold(row["form"]).text: row["party"] for row in lexicon["nationalities"]}


def _can_speak(page: Page, name: Name) -> bool:
    return (name.kind != "place" and name.kind != "group") or page.entity(name).party is not None
