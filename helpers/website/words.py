"""The words of the pages, in both languages."""

from functools import lru_cache

from helpers.lexicon import load

LANGUAGES = ("en", "ar")


def say(key: str, lang: str, **values: object) -> str:
    """The phrase `key` of `lexicons/site.csv` with its values in it. Errors: KeyError for one that is not listed.

    >>> say("to_figures", "en"), say("to_figures", "ar")
    ('Figures', 'الأشكال')
    """
    return _phrases()[key][lang].format_map(values)


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
