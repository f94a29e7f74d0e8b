"""What the ending of a folded word tells: whether it is definite, an adjective of origin, feminine or plural."""

import re

MASDAR = re.compile("(?:ا[^ا]{2}ا[^ا]|است[^ا]{2}ا[^ا]|ان[^ا]{2}ا[^ا]|ت[^ا]{2}ي[^ا]|ا[^ا]{2,3}ا[^ا])ه?")
MASDAR_NAMES = {"احسان", "ايمان", "انتصار", "تيسير", "ابتسام", "اسلام", "انعام", "انسام", "الهام", "تحسين", "اجلال"}
RELATIONAL = ("ي", "يه", "يون", "يين", "يتان")
NO_ARTICLE = set(
    "الماني المانيه المانيا الاف الف الغاء القاء الزام الحاق "
    "الكسندر الكساندر الكسي اليكسي اليكسندر الياس الفريد البرت البير اليزابيث الينا الهام".split()
)
LONG_ENOUGH = 4  # shorter words in ي are names and particles


def is_definite(form: str) -> bool:
    """Whether a word carries the article, also behind ل.

    >>> is_definite("الوزاره"), is_definite("للوزاره"), is_definite("وزاره")
    (True, True, False)
    """
    return form.startswith(("ال", "لل")) and form not in NO_ARTICLE


def is_relational(form: str) -> bool:
    """Whether a word looks like an adjective in -ي: أمني, السودانية, أمريكيون.

    >>> is_relational("امني"), is_relational("الصوماليه"), is_relational("كبير")
    (True, True, False)
    """
    bare = form.removeprefix("ال")
    return (len(bare) >= LONG_ENOUGH and bare.endswith(RELATIONAL)) or (len(bare) >= 6 and bare.endswith("يان"))


def is_feminine(form: str) -> bool:
    """Whether a noun or adjective is marked as feminine, plurals of things included.

    >>> is_feminine("مصريه"), is_feminine("سلطات"), is_feminine("وزير")
    (True, True, False)
    """
    return form.endswith(("ه", "ات", "تان"))


def agrees(adjective: str, noun: str) -> bool:
    """Whether a definite word can be the adjective of the one before it, as far as endings tell.

    >>> agrees("الامريكيه", "الخارجيه"), agrees("التفجير", "الصوماليه"), agrees("التحالف", "الحوثيون")
    (True, False, False)
    """
    if noun.endswith(("ون", "يين")) and len(noun) > LONG_ENOUGH + 1:
        return adjective.endswith(("ون", "ين", "ه"))
    return is_feminine(adjective) == is_feminine(noun) and not adjective.endswith(("ون", "يين"))


def is_masdar(form: str) -> bool:
    """Whether a word has the shape of an infinitive of the derived verbs: إحباط, ارتكاب, استعادة, تدمير.

    >>> is_masdar("ارتكاب"), is_masdar("استعاده"), is_masdar("تدمير"), is_masdar("سالم"), is_masdar("احسان")
    (True, True, True, False, False)
    """
    return form not in MASDAR_NAMES and bool(MASDAR.fullmatch(form))
