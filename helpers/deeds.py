"""Verbs of saying that are deeds with certain objects: «شدد الجيش الحصار», «جدد الطيران غاراته» report nothing."""

from functools import lru_cache

from helpers.lexicon import Lexicon
from helpers.page import Page
from helpers.shapes import is_definite
from helpers.text import fold

FARTHEST = 8  # how far after the verb its object may stand
PRONOUNS = ("هما", "هم", "ها", "ه")


def is_deed(page: Page, i: int, verb: str) -> bool:
    """Whether the verb at token `i`, listed as `verb`, has an object with which it reports nothing.

    The object stands straight after the verb or after a finished subject, before any preposition, أن or mark.

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.sections import Sentence
    >>> from helpers.text import tokens
    >>> t = "شدد الجيش الحصار على المدينة"
    >>> is_deed(lay_out(t, tokens(t), [Sentence(0, len(t), 0)], [], load()), 0, "شدد")
    True
    """
    objects = _objects(page.lexicon).get(verb)
    if not objects:
        return False
    for k in range(i + 1, min(i + FARTHEST, page.sentence_end(i))):
        if page.found[k].kind == "mark" or page.roles(k) & {"that", "halt"} or page.form(k) == "من":
            return False
        if _bare(page.form(k)) & objects and (k == i + 1 or _is_finished(page, k)):
            return True
    return False


def _is_finished(page: Page, k: int) -> bool:
    """Whether the subject may end before token `k`: «الجيش», «المتمردون», «واشنطن», «خمسة», not «لجنة»."""
    last = page.form(k - 1)
    return is_definite(last) or last.endswith("ون") or page.ends_name(k) or page.form(k).endswith(("ا", "ين"))


def _bare(form: str) -> set[str]:
    """The word without its article, its pronoun or the accusative's alif: «الحصار», «هجماتهم», «قبضتها», «تقدما»."""
    bare = form.removeprefix("ال")
    owned = next((bare.removesuffix(p) for p in PRONOUNS if bare.endswith(p)), bare)
    return {bare, owned, owned[:-1] + "ه", bare.removesuffix("ا")}


@lru_cache(maxsize=16)
def _objects(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    return {row["form"]: frozenset(fold(row["objects"]).text.split()) for row in lexicon["deeds"]}
