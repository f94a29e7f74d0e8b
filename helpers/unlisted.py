"""Numbers of what no list knows: «قتلت خمسة من منتجاتها», «تاركا 12 ديوانا», «عادت ثلاثة دببة» are of no people."""

from collections.abc import Sequence

from helpers.contexts import words
from helpers.lexicon import Lexicon
from helpers.nouns import PRONOUNS, noun_at, noun_forms, possessed_noun
from helpers.quantities import Found
from helpers.series import OF_THEM, OF_THINGS, opens_part
from helpers.text import Token, readings
from helpers.triggers import PEOPLE

LONGER, ADVERBS = 4, {"ايضا", "يوميا", "سنويا", "شهريا"}
MOST_PLURAL, SCORED_REACH, GAME_REACH = 10, 5, 12
SPACE_REACH, VICTIM, FRAUD_BEFORE, FRAUD_AFTER = 10, "ضحية", 30, 6
THEIR_NUMBER, OWNERS = "عددها", 3
PERFORMED, OPERATION = ("اجر", "يجري", "تجري"), "عملية"
NO_NOUNS = set(
    "نتيجه ليله عشيه صبيحه ظهيره اضافه علاوه بدايه نهايه دفعه مباشره خاصه كافه غيله طيله حصيله خلاله قربه جراءه ضربه "
    "مره ثانيه تاره غالبا بعده قبله عنده لديه معه عليه اليه اثره امامه داخله حوله وحده جمله هذه اخره".split()
)  # ends like a feminine, but tells how, when or where


def is_unlisted(q: Found, found: Sequence[Token]) -> bool:
    """Whether a noun in the accusative that no list knows is counted.

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "حلق 12 منطادا", "قتل 12 شخصا", "قتل 12 أيضا"
    >>> [is_unlisted(quantities.scan(text, tokens(text))[0], tokens(text)) for text in texts]
    [True, False, False]
    """
    form = found[q.last].form if q.last < len(found) and q.noun is None else ""
    return (
        len(form) >= LONGER
        and form.endswith("ا")
        and form[0] not in "وبلف"
        and form not in ADVERBS
        and not form.endswith(("هما", "ها", "نا"))
    )


def are_things(q: Found, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a bare number is of what no list knows and ends like things: «خمسة من منتجاتها», «قضت على 400 بؤرة».

    >>> from helpers import quantities
    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> texts = "خمسة من منتجاتها", "خمسة من الميليشيات"
    >>> [are_things(quantities.scan(text, tokens(text))[0], tokens(text), load()) for text in texts]
    [True, False]
    """
    i = q.last + 1
    if q.noun is None and i <= len(found) and _is_feminine_thing(q, found, lexicon):
        return True
    if q.noun is not None or i >= len(found) or found[q.last].form != "من":
        return False
    bare = next((found[i].form.removesuffix(p) for p in PRONOUNS if found[i].form.endswith(p)), found[i].form)
    known = noun_at(found, i, lexicon) or possessed_noun(found[i], lexicon)
    bodies = words(lexicon, "bodies") & {bare, bare.removeprefix("ال")}
    return len(bare) > LONGER and bare.endswith("ات") and not bodies and known is None


def _is_feminine_thing(q: Found, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a feminine that no list knows, nor its masculine, is counted: «400 بؤرة», «خمس علامات»."""
    form, n = found[q.last].form if q.last < len(found) else "", q.quantity.best or q.quantity.low or 0
    bare = form.removeprefix("ال") if q.quantity.vague else form
    no_thing = NO_NOUNS | words(lexicon, "bodies")
    if opens_part(found, q.first - 1) or len(bare) < LONGER or form[0] in "وبلف" or bare in no_thing:
        return False  # «100 إصابة، بينها 20 خطيرة»
    one, many = bare[-1] == "ه" and n > MOST_PLURAL, bare.endswith("ات") and (n <= MOST_PLURAL or form != bare)
    stems = (bare[:-1],) if one else (bare[:-2], bare[:-2] + "ه") if many else ()
    return bool(stems) and not any(noun_forms(lexicon)[stem] for stem in (bare, *stems))


def are_of_things(q: Found, others: Sequence[Found], found: Sequence[Token]) -> bool:
    """Whether a bare number is of things that «ها» points to: «الحيوانات وعددها ستة», «60 قمرا، فقد اثنان منها».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "60 قمرا، فقد اثنان منها", "60 أسرة، فقدت اثنتان منها"
    >>> lists = [(quantities.scan(text, tokens(text)), tokens(text)) for text in texts]
    >>> [are_of_things(counted[1], counted, found) for counted, found in lists]
    [True, False]
    """
    if q.noun is not None:
        return False
    if found[q.first - 1].form.endswith(THEIR_NUMBER):
        return any(token.form.endswith("ات") for token in found[max(0, q.first - 1 - OWNERS) : q.first - 1])
    before = next((other for other in reversed(others) if other.last <= q.first), None)
    theirs = q.last < len(found) and found[q.last].form == OF_THINGS
    return theirs and before is not None and (before.noun is None or before.noun.cls not in PEOPLE)


def is_of_animals(q: Found, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether bodies counted are those of animals: «40 جثة لفيلة», «عشر جثث دلافين».

    >>> from helpers import quantities
    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> texts = "40 جثة لفيلة", "40 جثة لجنود"
    >>> [is_of_animals(quantities.scan(text, tokens(text))[0], tokens(text), load()) for text in texts]
    [True, False]
    """
    after = noun_at(found, q.last + 1, lexicon) if q.last + 1 < len(found) else None
    return after is not None and after.cls == "animal"


def is_of_a_game(q: Found, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a player scored them, near the name of a game: «أنهى اللاعب المباراة بـ18 قتيلا في بطولة اللعبة».

    >>> from helpers import quantities
    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> texts = "سجل اللاعب 18 قتيلا في لعبة إلكترونية", "سجلت المحافظة 18 قتيلا"
    >>> [is_of_a_game(quantities.scan(text, tokens(text))[0], tokens(text), load()) for text in texts]
    [True, False]
    """
    before = (token.form.lstrip("و") for token in found[max(0, q.first - SCORED_REACH) : q.first])
    if not words(lexicon, "scores") & {*before}:
        return False
    near = found[max(0, q.first - GAME_REACH) : q.phrase_end + GAME_REACH]
    bare = (token.form.removeprefix("لل").removeprefix("ب").removeprefix("ال") for token in near)
    return bool(words(lexicon, "game") & {*bare})


def is_surgery(q: Found, found: Sequence[Token]) -> bool:
    """Whether «عملية» is what a surgeon does: «أجرى 3200 عملية», «إجراء ست عمليات».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "إجراء ست عمليات", "شن ست عمليات"
    >>> [is_surgery(quantities.scan(text, tokens(text))[0], tokens(text)) for text in texts]
    [True, False]
    """
    done = any(token.form.lstrip("و").startswith(PERFORMED) for token in found[max(0, q.first - 3) : q.first])
    return done and q.noun is not None and q.noun.lemma == OPERATION


def is_of_space(q: Found, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether rockets carry what flies in space: «أطلقت أربعة صواريخ تحمل 60 قمرا».

    >>> from helpers import quantities
    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> texts = "أطلقت أربعة صواريخ تحمل أقمارا", "أطلقت أربعة صواريخ على البلدة"
    >>> [is_of_space(quantities.scan(text, tokens(text))[0], tokens(text), load()) for text in texts]
    [True, False]
    """
    near = found[max(0, q.first - SPACE_REACH) : q.phrase_end + SPACE_REACH]
    return any(r.stem in words(lexicon, "space") for token in near for r in readings(token.form))


def is_civil(q: Found, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether vehicles are of peace: «12 سيارة مسروقة», «ست طائرات رش».

    >>> from helpers import quantities
    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> texts = "ضبط 12 سيارة مسروقة", "ضبط 12 سيارة مفخخة"
    >>> [is_civil(quantities.scan(text, tokens(text))[0], tokens(text), load()) for text in texts]
    [True, False]
    """
    after = found[q.last : max(q.phrase_end, q.last + 2)]
    return any(token.form in words(lexicon, "civil") for token in after)


def are_defrauded(q: Found, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether «ضحايا» lost money or peace, and no life: «شبكة احتيال استهدفت 300 ضحية».

    >>> from helpers import quantities
    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> texts = "شبكة احتيال استهدفت 300 ضحية", "سقط 300 ضحية في القصف"
    >>> [are_defrauded(quantities.scan(text, tokens(text))[0], tokens(text), load()) for text in texts]
    [True, False]
    """
    near = found[max(0, q.first - FRAUD_BEFORE) : q.phrase_end + FRAUD_AFTER]
    victims = q.noun is not None and q.noun.lemma == VICTIM
    return victims and any(r.stem in words(lexicon, "fraud") for token in near for r in readings(token.form))


def names_something(q: Found, found: Sequence[Token]) -> bool:
    """Whether a word that no list knows follows the number as what it counts.

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "12 فرضاخا", "12 منهم"
    >>> [names_something(quantities.scan(text, tokens(text))[0], tokens(text)) for text in texts]
    [True, False]
    """
    if q.noun is not None or q.phrase_end <= q.last:
        return False
    after = found[q.last]
    return after.kind == "word" and after.form not in OF_THEM and after.form != "من" and after.form[0] not in "وبل"
