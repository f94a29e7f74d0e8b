"""Words that tell how to read what stands beside them, by their role: «أسفر عن», «تمكن من», «اشتباكات مع»."""

from functools import lru_cache

from helpers.lexicon import Lexicon
from helpers.text import fold


@lru_cache(maxsize=1024)
def words(lexicon: Lexicon, role: str) -> frozenset[str]:
    """The words of a role in the list `contexts`, folded, each verb as he and as she does it.

    >>> from helpers.lexicon import load
    >>> "هاجمت" in words(load(), "attacks"), "ادت" in words(load(), "results"), "هاجم" in words(load(), "results")
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


def _persons(verb: str) -> tuple[str, str]:
    """A verb as he and as she does it: «هاجم، هاجمت», «أدى، أدت», «يسفر، تسفر»."""
    she = "ت" + verb[1:] if verb[0] == "ي" else verb.removesuffix("ى") + "ت"
    return verb, she
