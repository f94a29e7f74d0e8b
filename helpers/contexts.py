"""Words that tell how to read what stands beside them, by their role: «أسفر عن», «تمكن من», «اشتباكات مع»."""

from collections.abc import Iterator
from functools import lru_cache

from helpers.lexicon import Lexicon
from helpers.text import fold

PAST, PRESENT = ("", "ت", "وا", "ا", "تا"), ("", "ون", "ان")


def words(lexicon: Lexicon, role: str) -> frozenset[str]:
    """The words of a role in the list `contexts`, folded, verbs in the third person; none where the user took them off.

    >>> from helpers.lexicon import load
    >>> "هاجموا" in words(load(), "attacks"), "ادت" in words(load(), "results"), "هاجم" in words(load(), "results")
    (True, True, False)
    """
    return _by_role(lexicon).get(role, frozenset())


@lru_cache(maxsize=16)
def _by_role(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    known: dict[str, set[str]] = {}
    for row in lexicon["contexts"]:
        forms = _persons(row["form"]) if row["pos"] == "verb" else [row["form"]]
        folded = {fold(form).text for form in forms}
        for role in row["roles"].split():
            known.setdefault(role, set()).update(folded)
    return {role: frozenset(forms) for role, forms in known.items()}


def _persons(verb: str) -> Iterator[str]:
    """«هاجم، هاجمت، هاجموا …» of «he did», «يسيطر، تسيطر، يسيطرون …» of «he does»."""
    if verb[0] == "ي":
        bare = verb[1:]
        root = bare[:-1] if bare[-1] in "يى" else bare
        yield from (person + (root if end == "ون" else bare) + end for person in "يت" for end in PRESENT)
    elif verb[-1] == "ى":
        yield from (verb, *(verb[:-1] + end for end in ("ت", "وا", "يا", "تا")))
    else:
        yield from (verb + end for end in PAST)
