"""The written forms of the words that times are made of, and what tells texts that hold none of them."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.lexicon import Beginning, Candidate, Lexicon, Phrases, Row, beginning
from helpers.text import Seen, tokens
from helpers.time_ahead import sides

NO_KINDS: frozenset[str] = frozenset()
ARTICLE, DAY_SIZED = frozenset({"article"}), frozenset({"day_sized"})
SHORTEST_NAME = 3  # letters of names that are common words too: «علي», «ولد»
LONGEST = 9  # digits of a number that counts days or years
# Without a word of one of these kinds, or such digits, nothing is a time: the other kinds only qualify one.
CORES = {
    "deictic", "same_day", "part", "adverb", "unit", "season", "decade_name", "vague", "night_before", "tonight",
    "now", "quarter", "hour_word", "sharp", "minutes", "weekday", "gregorian", "hijri", "feast",
}  # fmt: skip


class TimeWord(NamedTuple):
    """A time word that a written form may begin: its other words, kind and value, the letters before it, and «ال»."""

    rest: tuple[str, ...]
    kind: str
    value: str
    skip: int
    definite: bool


class Form(NamedTuple):
    """What a written form can be in a time: time words by kind, a whole number in digits.

    `alone` are the words that it is by itself, `kinds` their kinds, with "article" for «ال» parted from digits and
    "day_sized" for digits that are no whole number; `before` are those that it may be before another word.
    """

    alone: dict[str, TimeWord]
    before: dict[str, tuple[TimeWord, ...]]
    kinds: frozenset[str]
    value: int | None


@lru_cache(maxsize=16)
def time_forms(lexicon: Lexicon) -> Seen[str, Form | None]:
    """For each written form what it can be in a time, None for most.

    >>> from helpers.lexicon import load
    >>> list(time_forms(load())["والربيع"].alone)
    ['season']
    """
    phrases, side_of = _phrases(lexicon), sides(lexicon)

    def form_of(form: str) -> Form | None:
        begun = _words(form, phrases, ahead=side_of[form] == "future")
        digits = form[0].isdecimal()
        value = int(form) if form.isdecimal() and len(form) <= LONGEST else None
        alone, before = (by_kind(begun.alone), begun.before) if begun else ({}, {})
        apart = ARTICLE if form == "ال" else DAY_SIZED if digits and value is None else NO_KINDS
        return Form(alone, before, apart.union(alone), value) if begun or digits or apart else None

    return Seen(form_of)


def by_kind(listed: Sequence[TimeWord]) -> dict[str, TimeWord]:
    """Time words by their kind, of each kind the first.

    >>> from helpers.lexicon import load
    >>> by_kind(time_forms(load())["اول"].before["امس"])["deictic"].value
    '-2'
    """
    return {word.kind: word for word in reversed(listed)}


def _words(form: str, phrases: Phrases, ahead: bool) -> Beginning[TimeWord] | None:
    """The time words that a form may begin, but for those whose row asks for «ال», for none, or for «و» alone."""
    listed = [_word(form, c) for c in phrases.candidates(form) if _fits(c)]
    return beginning([*listed, TimeWord((), "future", "", 0, False)] if ahead else listed)


def _fits(candidate: Candidate) -> bool:
    needs, clitics = candidate.row["article"], candidate.clitics
    return needs != ("no" if "ال" in clitics else "yes") and (needs != "alone" or clitics in ("", "و"))


def _word(form: str, c: Candidate) -> TimeWord:
    article = 0 if not c.clitics.endswith("ال") else 1 if c.clitics.endswith("لال") else 2
    definite = "ال" in c.clitics or form.startswith("ال")
    return TimeWord(c.rest, c.row["kind"], c.row["value"], max(0, c.skip - article), definite)


@lru_cache(maxsize=16)
def telling_forms(lexicon: Lexicon) -> Seen[str, bool]:
    """For each folded form whether it tells of a time by itself; of a longer phrase one word does.

    >>> from helpers.lexicon import load
    >>> telling_forms(load())["امس"], telling_forms(load())["بعد"]
    (True, False)
    """
    phrases = _phrases(lexicon)
    listed = [(rest, row) for entries in phrases.by_first.values() for rest, row in entries if _tells(row)]
    telling = {max(rest, key=len) for rest, _ in listed if rest}  # the longest later word of each phrase

    def tells(form: str) -> bool:
        begun = phrases.begin[form]
        return form in telling or (begun is not None and any(_tells(c.row) for c in begun.alone))

    return Seen(tells)


@lru_cache(maxsize=16)
def first_names(lexicon: Lexicon) -> frozenset[str]:
    """The folded first names of the persons who are listed: a month after one is a surname («أحمد مايو»).

    >>> from helpers.lexicon import load
    >>> "احمد" in first_names(load())
    True
    """
    persons = (tokens(row["form"]) for row in lexicon["entities"] if row["kind"] == "person")
    first = {found[0].form for found in persons if len(found) > 1}
    return frozenset(name for name in first if len(name) > SHORTEST_NAME and not name.startswith("ال"))


def _tells(row: Row) -> bool:
    return row["kind"] in CORES or (row["kind"], row["value"]) == ("modifier", "present")  # «في 10 الجاري»


@lru_cache(maxsize=16)
def _phrases(lexicon: Lexicon) -> Phrases:
    weekdays = [{"kind": "weekday", "value": r["weekday"], "article": "", **r} for r in lexicon["weekdays"]]
    weekdays += [r | {"form": r["form"].removeprefix("ال"), "article": "yes"} for r in weekdays]
    weekdays += [
        r | {"form": r["form"].removeprefix("ال"), "kind": "weekday_noun", "article": "no"}
        for r in weekdays
        if r["article"] == "yes"
    ]
    months = [
        {"form": r["form"], "kind": r["calendar"], "value": r["month"], "article": "no" if r["sure"] else "alone"}
        for r in lexicon["months"]
    ]
    unsure = [
        {"form": r["form"], "kind": "unsure", "value": "", "article": ""} for r in lexicon["months"] if not r["sure"]
    ]
    return Phrases([*lexicon["timewords"], *weekdays, *months, *unsure])
