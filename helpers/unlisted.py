"""Numbers of what no list knows: «قتلت خمسة من منتجاتها», «تاركا 12 ديوانا», «عادت ثلاثة دببة» are of no people."""

from collections.abc import Sequence
from functools import lru_cache

from helpers.lexicon import Lexicon
from helpers.nouns import PRONOUNS, noun_at, noun_forms, possessed_noun
from helpers.quantities import Found
from helpers.series import OF_THEM
from helpers.text import Token, tokens

LONGER, ADVERBS = 4, {"ايضا", "يوميا", "سنويا", "شهريا"}
MOST_PLURAL = 10
NO_NOUNS = set(
    "نتيجه ليله عشيه صبيحه ظهيره اضافه علاوه بدايه نهايه دفعه مباشره خاصه كافه غيله طيله حصيله خلاله قربه جراءه ضربه "
    "مره ثانيه تاره غالبا بعده قبله عنده لديه معه عليه اليه اثره امامه داخله حوله وحده جمله هذه اخره".split()
)  # ends like a feminine, but tells how, when or where
FORCES = {"قوات", "ميليشيات", "مليشيات", "جماعات", "تشكيلات", "مخابرات", "استخبارات", "تنظيمات", "سلطات"}


def is_unlisted(q: Found, found: Sequence[Token]) -> bool:
    """Whether a noun in the accusative that no list knows is counted."""
    form = found[q.last].form if q.last < len(found) and q.noun is None else ""
    return len(form) >= LONGER and form.endswith("ا") and form[0] not in "وبلف" and form not in ADVERBS


def are_things(q: Found, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a bare number is of what no list knows and ends like things: «خمسة من منتجاتها», «قضت على 400 بؤرة»."""
    i = q.last + 1
    if q.noun is None and i <= len(found) and _is_feminine_thing(q, found, lexicon):
        return True
    if q.noun is not None or i >= len(found) or found[q.last].form != "من":
        return False
    bare = next((found[i].form.removesuffix(p) for p in PRONOUNS if found[i].form.endswith(p)), found[i].form)
    known = noun_at(found, i, lexicon) or possessed_noun(found[i], lexicon)
    return len(bare) > LONGER and bare.endswith("ات") and not FORCES & {bare, bare.removeprefix("ال")} and known is None


def _is_feminine_thing(q: Found, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a feminine that no list knows, nor its masculine, is counted after 11 or more: «400 بؤرة»."""
    form, n = found[q.last].form if q.last < len(found) else "", q.quantity.best or q.quantity.low or 0
    if n <= MOST_PLURAL or len(form) < LONGER or form[-1] != "ه" or form[0] in "وبلف" or form in NO_NOUNS:
        return False
    return not noun_forms(lexicon)[form] and not noun_forms(lexicon)[form[:-1]]


def is_day_in_a_name(q: Found, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a bare number before a month, which no time has, is of a name: «ثورة 25 يناير»."""
    after = found[q.last].form if q.last < len(found) and found[q.first].kind == "number" else ""
    return q.noun is None and after in _months(lexicon)


@lru_cache(maxsize=16)
def _months(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(tokens(row["form"])[0].form for row in lexicon["months"] if row["sure"])


def names_something(q: Found, found: Sequence[Token]) -> bool:
    """Whether a word that no list knows follows the number as what it counts."""
    if q.noun is not None or q.phrase_end <= q.last:
        return False
    after = found[q.last]
    return after.kind == "word" and after.form not in OF_THEM and after.form != "من" and after.form[0] not in "وبل"
