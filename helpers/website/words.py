"""The words of the pages, in both languages."""

import re
from functools import lru_cache

from helpers.lexicon import load
from helpers.prose import ISOLATE

QUOTED = re.compile("«[^»]*»")  # Arabic words in an English sentence: each keeps its own order and its marks
LANGUAGES = ("en", "ar")
PAGES = ("index", "figures", "reader")  # what there is in both languages


def say(key: str, lang: str, **values: object) -> str:
    """The phrase `key` of `lexicons/site.csv` with its values in it. Errors: KeyError for one that is not listed.

    >>> say("to_figures", "en"), say("to_figures", "ar")
    ('Charts', 'الأشكال')
    """
    told = _phrases()[key][lang]
    if lang != "ar":
        told = QUOTED.sub(lambda found: ISOLATE % found[0], told)
    return told.format_map(values)


def address(name: str, lang: str) -> str:
    """The file of a page: English ones bear the plain name.

    >>> address("index", "en"), address("index", "ar")
    ('index.html', 'index.ar.html')
    """
    return f"{name}.html" if lang == "en" else f"{name}.{lang}.html"


def question(stem: str, lang: str, title: str) -> str:
    """What a notebook asks; its own title where it is nobody's but the user's.

    >>> question("02-who-said-it", "ar", "Who is speaking?"), question("09-mine", "ar", "Mine?")
    ('من المتحدث؟', 'Mine?')
    """
    row = _phrases().get(f"ask_{stem}")
    return row[lang] if row and row["en"] == title else title


@lru_cache(maxsize=1)
def _phrases() -> dict[str, dict[str, str]]:
    return {row["key"]: row for row in load()["site"]}
