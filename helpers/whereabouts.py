"""What the sentences of notebooks 04 and 05 say, as values: the ground, the people inside, those who left, the camp."""

from collections.abc import Callable
from itertools import product

import pandas as pd

from helpers.assemble import Corpus
from helpers.charts.ground import in_hands
from helpers.charts.words import amount, briefly, name, say
from helpers.headcounts import in_camps, measured, told_by, with_parts
from helpers.prose import shown
from helpers.tables import camp, estimate, ground, misfit, short_names, spoken
from helpers.tables.base import LINKS, told
from helpers.triggers import MOVES
from helpers.wording import (
    LANGUAGES,
    Facts,
    both,
    listed,
    said,
    said_when,
    told_when,
)

QUOTED = 3  # sentences that a paragraph quotes
STOPS = " .,،"  # what ends a sentence and is not quoted with it
HEDGED = ("approximate", "less_than", "more_than", "at_least", "at_most")


def territory(corpus: Corpus) -> Facts:
    """The areas said to be held, taken and lost, by whom, and the lengths told, outside links to other stories.

    >>> from helpers import parse
    >>> facts = territory(parse([("a", "يسيطر تنظيم الدولة على نحو أربعة كيلومترات مربعة.")]))
    >>> facts["held_en"], facts["hedged"], facts["dated"], facts["hedges_en"]
    (['about 4 km²'], 1, 0, ['«نحو أربعة»'])
    """
    table = ground(corpus)
    own = table[~table["section"].isin(LINKS)].sort_values(["date_low", "date_high"], kind="stable")
    bare = table["section"].isin([*LINKS, "headline"]) & table["precision"].eq("exact")
    return {
        "figures": len(table) or None,
        "dated": int(table["date_basis"].eq("event").sum()),
        "hedged": int(table["precision"].isin(HEDGED).sum()),
        **listed("hedges", [f"«{words}»" for words in table[table["precision"].isin(HEDGED)]["words"].unique()]),
        "bare": int(bare.sum()) if len(table) else None,
        "places": int(corpus.names.loc[corpus.names["kind"].eq("place"), "entity"].nunique()) or None,
        **said("held", own[own["aspect"].eq("held")], "n_km2"),
        **said("taken", own[own["aspect"].eq("taken")], "n_km2"),
        **_in_hands(own),
        **said_when("lengths", own[own["aspect"].eq("distance")], "n_km"),
    }


def _in_hands(rows: pd.DataFrame) -> Facts:
    """What is said to be held, taken and lost, by whom, by day; under `_by_told` with who tells of it and when.

    >>> day = pd.Timestamp("2020-05-11")
    >>> row = {"low": 2.0, "best": 2.0, "high": 2.0, "precision": "exact", "date_low": day, "date_high": day}
    >>> row |= {"source": pd.NA, "outlet": "رويترز", "report": "a", "date_basis": "report", "whose": "isis"}
    >>> _in_hands(pd.DataFrame([row | {"aspect": "held"}]))["held_by_en"]
    'Said to be still held by ISIS: 2 km²'
    """
    by_day = rows.sort_values(["date_low", "date_high"], kind="stable")

    def plain(those: pd.DataFrame, lang: str) -> str:
        return shown(said("areas", those, "n_km2")[f"areas_{lang}"], lang)

    def full(those: pd.DataFrame, lang: str) -> str:
        return shown(told_when("areas", those, "n_km2")[f"areas_{lang}"], lang)

    def words(aspect: str, told: Callable[[pd.DataFrame, str], str], lang: str) -> str | None:
        return ". ".join(in_hands(by_day, aspect, lang, lambda those: told(those, lang))) or None

    return {
        f"{aspect}_{key}_{lang}": words(aspect, told, lang)
        for aspect, lang in product(("held", "taken", "lost"), LANGUAGES)
        for key, told in (("by", plain), ("by_told", full))
    }


def people(corpus: Corpus, policy: str = "interval") -> Facts:
    """Who was said to have left, and for where, to be inside, to have come out after that, and to be in the camp.

    >>> from helpers import parse
    >>> texts = [("a", "لا يزال 500 مدني محاصرين في حلب."), ("b", "خرج أمس 700 مدني من حلب.")]
    >>> facts = people(parse(texts, published={"a": "2020-05-11", "b": "2020-05-14"}))
    >>> facts["out"], facts["inside_high"]
    ([700.0], [500.0])
    """
    table, camps = estimate(corpus, policy), camp(corpus)
    stages = {stage: table[table["stage"].eq(stage)] for stage in ("moved", "left", "estimate", "followed")}
    unfit = misfit(table)
    claims = told(corpus)
    moving = claims[claims["measure"].isin(MOVES)]
    return {
        "mentions": len(moving) or None,
        "vague": int(moving["precision"].eq("vague").sum()),
        "inside_high": unfit["inside"].tolist(),
        "out": unfit["out"].tolist(),
        "pairs": int(bool(len(stages["estimate"])) and bool(len(stages["followed"]))),
        **_bound_for(corpus, moving, camps),
        **told_by("inside_by", stages["estimate"]),
        **_most_out(stages["followed"], unfit),
        **{
            key: value
            for stage in ("moved", "left", "followed")
            for key, value in with_parts(stage, stages[stage]).items()
        },
        **in_camps("camps", camps[camps["layer"].eq("reports")]),
    }


def _bound_for(corpus: Corpus, moving: pd.DataFrame, camps: pd.DataFrame) -> Facts:
    """Which figures of people leaving name a place they went to; and the sentences that name the place of a camp."""
    bound = moving[moving["place_to"].notna()]
    bound = bound.assign(words=spoken(corpus, bound))
    places = camps["place"].dropna().unique()
    short = short_names(corpus)

    def where(lang: str) -> list[str]:
        return [
            say("bound_for", lang, n=amount(row, lang), place=name(row.place_to, lang)) for row in bound.itertuples()
        ]

    named = corpus.names[corpus.names["entity"].isin(places)]
    inside = [
        (row.report, row.quote)
        for place in named.itertuples()
        for row in corpus.sentences[corpus.sentences["report"].eq(place.report)].itertuples()
        if row.start <= place.start < row.end
    ]
    quoted = [(f"«{quote.rstrip(STOPS)}»", name(short[report], "ar")) for report, quote in dict.fromkeys(inside)]
    sentences = [say("n_of_whom", "ar", n=quote, who=report) for quote, report in quoted]
    return {
        "bound": len(bound),
        **both("bound_for", where),
        "of_camps_en": [name(short[report], "en") for report in dict.fromkeys(report for report, _ in inside)],
        "of_camps_ar": briefly(sentences, "ar", QUOTED, apart="semicolon") or None,
    }


def _most_out(followed: pd.DataFrame, unfit: pd.DataFrame) -> Facts:
    """What one figure tells of as coming out, where that is more than were said to be inside, and what disputes it."""
    most = followed.merge(unfit[["ground", "out"]], left_on=["ground", "best"], right_on=["ground", "out"])
    disputed = followed[followed["whole"].isin(most["claim"]) & followed["tie"].eq("disputed_composition")]
    return measured("out_what", most) | told_by("out_by", most) | told_by("disputed_by", disputed, bare=True)
