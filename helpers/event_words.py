"""Whether a stretch of text speaks of an event that is described in a few words.

Arabic builds many words on one root: «استأنفت» and «استئناف», «هجوم» and «هجومها». Two words count as one notion when,
clitics and endings cut off, their consonants are the same.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from helpers.text import Token, readings, tokens

Notion = frozenset[str]
WEAK = re.compile("[ايءئؤ]|(?<!^)و")
ENDINGS = ("هما", "هم", "ها", "كم", "نا", "تها", "ته", "تهم", "ات", "وا", "ون", "ين", "ه", "ت", "ا")
SHORTEST, FEW, SHARE = 3, 3, 0.75


def notions(phrase: str) -> list[Notion]:
    """What a phrase names, one set of consonant keys each; words of one root («استئناف استأنفت») are one notion.

    >>> len(notions("استئناف استأنفت الهجوم"))
    2
    """
    found: list[Notion] = []
    for token in tokens(phrase):
        if token.kind != "word" or len(token.form) < SHORTEST:
            continue
        keys = keys_of(token.form)
        same = next((i for i, notion in enumerate(found) if notion & keys), None)
        if same is None:
            found.append(keys)
        else:
            found[same] |= keys
    return found


def enough(matched: int, of: int) -> bool:
    """Whether so many notions of an event are enough to speak of it: all of up to three, three quarters of more.

    >>> enough(2, 3), enough(3, 4)
    (False, True)
    """
    return of > 0 and matched >= (of if of <= FEW else SHARE * of)


def matching(found: Sequence[Token], wanted: Iterable[Notion]) -> dict[int, list[int]]:
    """For each notion, by its place in `wanted`, the tokens that name it; a notion that nothing names is left out.

    >>> matching(tokens("سقطت البلدة أمس"), notions("سقوط البلدة"))
    {0: [0], 1: [1]}
    """
    wanted = list(wanted)
    hits: dict[int, list[int]] = {}
    for i, token in enumerate(found):
        if token.kind == "word":
            keys = keys_of(token.form)
            for j, notion in enumerate(wanted):
                if keys & notion:
                    hits.setdefault(j, []).append(i)
    return hits


@lru_cache(maxsize=50_000)
def keys_of(form: str) -> Notion:
    """The consonants of a folded word under every way to cut it; a short one keeps its article and first letters.

    >>> keys_of("استئناف") & keys_of("واستانفت")
    frozenset({'ستنف'})
    """
    keys = set()
    for reading in readings(form):
        definite = "ال" in reading.clitics or reading.stem.startswith("ال")
        if len(reading.stem) < SHORTEST or ("ال" not in reading.clitics and reading.stem.startswith("ال")):
            continue
        for stem in _stems(reading.stem):
            consonants = WEAK.sub("", stem)
            if len(consonants) >= SHORTEST:
                keys.add(consonants)
            elif len(consonants) == SHORTEST - 1:
                keys.add(f"{'ال' if definite else ''}{stem[:2]}:{consonants}")
    return frozenset(keys)


def _stems(stem: str) -> set[str]:
    return {stem} | {stem.removesuffix(end) for end in ENDINGS if stem.endswith(end) and len(stem) - len(end) >= 2}
