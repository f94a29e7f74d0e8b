"""Numbers of what no list knows: «قتلت خمسة من منتجاتها», «تاركا 12 ديوانا», «عادت ثلاثة دببة» are of no people."""

from collections.abc import Sequence

from helpers.contexts import words
from helpers.lexicon import Lexicon
from helpers.nouns import PRONOUNS, noun_at, possessed_noun
from helpers.quantities import Found
from helpers.series import OF_THEM
from helpers.text import Token

LONGER, ADVERBS = 4, {"ايضا", "يوميا", "سنويا", "شهريا"}


def is_unlisted(q: Found, found: Sequence[Token]) -> bool:
    """Whether a noun in the accusative that no list knows is counted."""
    form = found[q.last].form if q.last < len(found) and q.noun is None else ""
    return len(form) >= LONGER and form.endswith("ا") and form[0] not in "وبلف" and form not in ADVERBS


def are_things(q: Found, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a bare number is of what no list knows and ends like things: «قتلت خمسة من منتجاتها», «من المنتجات»."""
    i = q.last + 1
    if q.noun is not None or i >= len(found) or found[q.last].form != "من":
        return False
    bare = next((found[i].form.removesuffix(p) for p in PRONOUNS if found[i].form.endswith(p)), found[i].form)
    known = noun_at(found, i, lexicon) or possessed_noun(found[i], lexicon)
    bodies = words(lexicon, "bodies") & {bare, bare.removeprefix("ال")}
    return len(bare) > LONGER and bare.endswith("ات") and not bodies and known is None


def names_something(q: Found, found: Sequence[Token]) -> bool:
    """Whether a word that no list knows follows the number as what it counts."""
    after = found[q.last]
    return after.kind == "word" and after.form not in OF_THEM and after.form != "من" and after.form[0] not in "وبل"
