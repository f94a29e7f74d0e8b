"""Figures of notebook 03: tallies of killed and wounded, and two readings of one toll."""

from typing import Protocol

import pandas as pd
from matplotlib.axes import Axes

from helpers.charts.base import Looks, Page, empty, page
from helpers.charts.colours import MUTED, party_colour
from helpers.charts.footers import source
from helpers.charts.rows import Row, draw_rows, height, in_words, spans_far
from helpers.charts.words import (
    ALT,
    IN_TITLE,
    Amount,
    Dated,
    Values,
    briefly,
    dated,
    days,
    each_once,
    finite,
    name,
    number,
    say,
    within,
    word,
)

STANCES = ("own_loss", "enemy_loss")
UNKNOWN = "side_unknown"  # somebody speaks, but the words do not say for which side, or of whose losses
READINGS = ("contained", "separate")


class Matter(Amount, Dated, Protocol):
    """A matter: what is counted of whom, who speaks, and how often and in how many reports it is told."""

    measure: str
    subject_group: str
    of_party: str
    speaker_party: str
    source: str
    mentions: int
    reports: int


class Telling(Dated, Protocol):
    """A telling of a toll: where it is printed, and who says so; it may have its `report`."""

    outlet: str
    source: str


def draw_casualties(
    table: pd.DataFrame,
    policy: str = "interval",
    *,
    ax: Axes | None = None,
    lang: str = "ar",
    title: str | None = None,
    subtitle: str | None = None,
    footer: str | None = None,
) -> Axes:
    """Tallies as points and intervals, own losses in one panel and losses claimed of the enemy in another.

    `table` has item, measure, subject_group, of_party, speaker_party, source, stance, date_low, date_high, low, best,
    high, precision, vague, words, mentions, reports; one row for each matter.

    >>> draw_casualties(pd.DataFrame(), lang="en").texts[0].get_text()
    'Nothing to draw: no report here gives such a figure.'
    """
    title = title or _casualties_title(table, lang)
    policy_note = say("policy_note", lang, policy=within(word("policy", policy, lang)))
    footer = footer or f"{_source(table, lang)} {policy_note}"
    if table.empty:
        return empty(ax, lang, title, footer)
    rows = tally_rows(table, lang)
    wide = spans_far([row.value for row in rows])
    with page(ax, lang, height(rows)) as sheet:
        draw_rows(sheet, rows, sheet.say("casualties_log" if wide else "casualties_axis"), log=wide)
        alt = sheet.say("casualties_alt", n=len(table), rows=in_words(rows, lang))
        return sheet.finish(title, subtitle or sheet.say("casualties_subtitle"), footer, alt)


def draw_one_toll(
    table: pd.DataFrame,
    *,
    ax: Axes | None = None,
    lang: str = "ar",
    title: str | None = None,
    subtitle: str | None = None,
    footer: str | None = None,
) -> Axes:
    """Two readings of one toll side by side: later counts contain the earlier ones, or every count stands apart.

    `table` has date_low, date_high, low, best, high, words, outlet, source, tally, of_party, in the order of telling;
    its `attrs["readings"]` say what `contained` and `separate` come to. A tally that is a `flow` adds in both readings.

    >>> draw_one_toll(pd.DataFrame(), lang="en").texts[0].get_text()
    'Nothing to draw: no side gives its own dead as stated numbers on several days.'
    """
    readings = {key: number(value) for key, value in table.attrs.get("readings", {}).items()}
    full = set(READINGS) <= set(readings)
    group = next(iter(table.get("of_party", ())), "")
    whose = name(group, lang) if pd.notna(group) and group else ""
    full_title = say("one_toll_title", lang, group=whose, **readings) if full and whose else ""
    title = title or full_title or say("one_toll_title_plain", lang)
    footer = footer or source(table, lang, named=["outlet"])
    if table.empty:
        return empty(ax, lang, title, footer, why="nothing_toll")
    with page(ax, lang, 2.3) as sheet:
        n = len(table)
        place: Looks = {"coords": ("data", "axes fraction")}
        for reading, start in zip(READINGS, (n + 1, 0) if lang == "ar" else (0, n + 1), strict=True):
            _draw_reading(sheet, table, start, party_colour([group])(group), contained=reading == "contained")
            middle = start + n / 2 - 0.5
            sheet.text(middle, 1.0, sheet.say(f"one_toll_{reading}"), dy=8, weight="bold", **place)
            if reading in readings:
                result = sheet.say("one_toll_result", n=readings[reading])
                sheet.text(middle, 0.0, result, dy=-42, weight="bold", **place)
            for i, row in enumerate(table.itertuples()):
                sheet.text(start + i, 0.0, _telling(row, lang), dy=-4, va="top", size=7, color=MUTED, **place)
        top = sum(_count(row) for row in table.itertuples())
        sheet.ax.set(xlim=(-0.6, 2 * n + 0.6), ylim=(0, top * 1.12 or 1), xticks=[], yticks=[])
        told = [
            f"{_telling(row, lang)}: {_said(row, lang)}".replace("\n", say("comma", lang)) for row in table.itertuples()
        ]
        counts = briefly(told, lang, ALT, apart="semicolon")
        alt = sheet.say("one_toll_alt", counts=counts, **(dict.fromkeys(READINGS, "") | readings))
        return sheet.finish(title, subtitle or sheet.say("one_toll_subtitle"), footer, alt)


def _source(table: pd.DataFrame, lang: str) -> str:
    """Where the tolls come from; a speaker is named where no party of the speaker's is known."""
    if table.empty:
        return source(table, lang)
    named = table.assign(source=table["source"].where(table["speaker_party"].isna()))
    return source(named, lang, named=["source"])


def _casualties_title(table: pd.DataFrame, lang: str) -> str:
    """Which sides' dead are acknowledged and claimed, in figures, where these are few enough to be named."""
    dead = table[table["measure"].eq("killed") & table["of_party"].notna()] if len(table) else table
    by_stance = {stance: dead[dead["stance"].eq(stance)] for stance in STANCES if len(dead)}
    told = {stance: _of_sides(rows, lang) for stance, rows in by_stance.items() if len(rows)}
    if not (told and all(told.values())):
        return say("casualties_title", lang)
    return ". ".join(say(f"casualties_{stance}", lang, dead=sides) for stance, sides in told.items())


def _of_sides(dead: pd.DataFrame, lang: str) -> str:
    """The dead of each side, its name before them; nothing where they are too many for a title."""
    told = {name(party, lang): each_once(rows, lang) for party, rows in dead.groupby("of_party", sort=False)}
    if not all(told.values()) or len(dead.drop_duplicates(["of_party", "words"])) > IN_TITLE:
        return ""
    return say("semicolon", lang).join(say("toll_of", lang, group=side, amounts=said) for side, said in told.items())


def _whose(row: Matter, lang: str) -> str:
    return name(row.of_party, lang) if pd.notna(row.of_party) else word("subject_group", row.subject_group, lang)


def tally_rows(table: pd.DataFrame, lang: str) -> list[Row]:
    """The matters as rows: each side's own losses, those it claims of its enemy, then the rest.

    >>> tally_rows(pd.DataFrame(), "en")
    []
    """
    if table.empty:
        return []
    color = party_colour(table["speaker_party"])
    stances = [*STANCES, *sorted(set(table["stance"].dropna()) - {*STANCES, "unattributed"})]
    unattributed = table["source"].isna() & table["speaker_party"].isna()
    table = table.assign(stance=table["stance"].fillna(UNKNOWN).mask(unattributed, "unattributed"))
    rows = []
    for stance in [*stances, UNKNOWN, "unattributed"]:
        block = table[table["stance"] == stance].sort_values(["date_low", "subject_group", "measure"], kind="stable")
        rows += [_tally_row(row, stance, color(row.speaker_party), lang) for row in block.itertuples()]
    return rows


def _tally_row(row: Matter, stance: str, color: str, lang: str) -> Row:
    who = f"{word('measure', row.measure, lang)} · {_whose(row, lang)}"
    told = " · ".join([say("mentions", lang, n=row.mentions), say("reports", lang, n=row.reports)])
    note = told if max(row.mentions, row.reports) > 1 else ""
    when = dated(row, lang)
    speaker = say("said_by", lang, party=name(row.source if pd.isna(row.speaker_party) else row.speaker_party, lang))
    block = say(UNKNOWN, lang) if stance == UNKNOWN else word("stance", stance, lang)
    return Row(block, who, f"{when} · {speaker}", row, color, note=note)


def _said(row: Amount, lang: str) -> str:
    """The count as it was given, its open end in words."""
    if pd.notna(row.best):
        return number(row.best)
    if pd.notna(row.low) and pd.notna(row.high):
        return say("range", lang, low=number(row.low), high=number(row.high))
    if pd.notna(row.low):
        return say("at_least", lang, n=number(row.low))
    return say("at_most", lang, n=number(row.high)) if pd.notna(row.high) else str(row.words)


def _telling(row: Telling, lang: str) -> str:
    when = days(row.date_low, row.date_high, lang, year=False)
    where = next((key for key in (row.outlet, getattr(row, "report", pd.NA), row.source) if pd.notna(key)), pd.NA)
    return f"{when}\n{name(where, lang)}"


def _draw_reading(page: Page, table: pd.DataFrame, start: int, color: str, *, contained: bool) -> None:
    """A bar for each count: on top of those it adds to, or hollow once a later count contains it."""
    tallies = table["tally"].fillna("") if "tally" in table else pd.Series("", table.index)
    adds = [tally == "flow" or not contained for tally in tallies]
    apart, running = 0.0, 0.0  # what stands whatever comes later, and the latest count that a later one may contain
    for i, (row, added) in enumerate(zip(table.itertuples(), adds, strict=True)):
        count, below = _count(row), apart + (running if added else 0)
        hollow = not added and not all(adds[i + 1 :])
        look = {"color": "white", "ec": MUTED, "ls": (0, (2, 2))} if hollow else {"color": color}
        page.ax.bar(start + i, count, bottom=below, width=0.62, **look)
        words = f"+{_said(row, page.lang)}" if added and i else _said(row, page.lang)
        page.text(start + i, below + count, words, dy=7, weight="normal" if hollow else "bold")
        apart, running = (apart + count, running) if added else (apart, count)
        if i + 1 < len(adds) and adds[i + 1]:
            top, x = apart + running, start + i
            page.ax.plot([x + 0.31, x + 0.69], [top, top], color=MUTED, lw=0.7, ls=(0, (2, 2)))


def _count(row: Values) -> float:
    return (finite(row.best, row.low, row.high) or [0.0])[0]
