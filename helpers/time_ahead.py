"""Verbs that tell on which side of its report a day lies: «سيعقد» and «يعقد» ahead of it, «أعلن» behind."""

from functools import lru_cache

from helpers.lexicon import Lexicon
from helpers.text import Seen, fold

SHORTEST = 4
PERFECT_ENDINGS = ("", "ت", "وا")


@lru_cache(maxsize=16)
def sides(lexicon: Lexicon) -> Seen[str, str | None]:
    """For each folded form "future" for a verb with «س», "done" for the perfect of a verb of saying or happening.

    >>> from helpers.lexicon import load
    >>> [sides(load())[form] for form in ("وسيعقد", "سيارات", "واعلنت", "اندلع", "كتاب")]
    ['future', None, 'done', 'done', None]
    """
    said = {
        fold(row["form"]).text + ending for row in lexicon["cues"] if row["pos"] == "verb" for ending in PERFECT_ENDINGS
    }
    said |= {fold(row["form"]).text for row in lexicon["timewords"] if row["kind"] == "done"}
    nouns = {fold(row["form"]).text: row["value"] for row in lexicon["timewords"] if row["kind"] == "no_future"}
    beginnings = tuple(noun for noun, value in nouns.items() if value == "begins")

    def side(form: str) -> str | None:
        bare = form[1:] if form[:1] in "وف" and form not in said else form
        if bare in said:
            return "done"
        led = len(bare) >= SHORTEST and bare.startswith(("سي", "ست")) and not bare.endswith("ه")
        return "future" if led and bare not in nouns and not bare.startswith(beginnings) else None

    return Seen(side)
