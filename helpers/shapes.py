"""What the ending of a folded word tells: whether it is definite, an adjective of origin, feminine or plural."""

RELATIONAL = ("ي", "يه", "يون", "يين", "يتان")
LONG_ENOUGH = 4  # shorter words in ي are names and particles


def is_definite(form: str) -> bool:
    """Whether a word carries the article, also behind ل.

    >>> is_definite("الوزاره"), is_definite("للوزاره"), is_definite("وزاره")
    (True, True, False)
    """
    return form.startswith(("ال", "لل"))


def is_relational(form: str) -> bool:
    """Whether a word looks like an adjective in -ي: أمني, السودانية, أمريكيون.

    >>> is_relational("امني"), is_relational("الصوماليه"), is_relational("كبير")
    (True, True, False)
    """
    bare = form.removeprefix("ال")
    return len(bare) >= LONG_ENOUGH and bare.endswith(RELATIONAL)


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
