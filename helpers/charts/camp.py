"""Figures of notebook 05: the estimate and what followed, and the camp against its capacity."""

from collections.abc import Callable, Sequence
from typing import Protocol

import pandas as pd
from matplotlib.axes import Axes

from helpers.charts.base import Looks, Page, empty, mirror, page
from helpers.charts.colours import INK, OUTSIDE, party_colour
from helpers.charts.dates import middle, time_axis, window, within
from helpers.charts.footers import policy_note, source
from helpers.charts.marks import Label, draw_over_days, label_near, outermost, with_numbers
from helpers.charts.rows import Row, draw_rows, height, in_words
from helpers.charts.words import ALT, Amount, Dated, amount, briefly, dated, group, listed, name, number, say, word
from helpers.tables import outgrown

STAGES = ("moved", "left", "estimate", "followed")
INSIDE = {"fighters_present": "", "civilians_present": "civilians"}  # measures that a heading names, and of whom


class Count(Amount, Dated, Protocol):
    """A count of people, or a capacity, with who gives it."""

    measure: str
    source: str


class InCamp(Count, Protocol):
    """A count of a camp, and whether it is from outside the reports."""

    place: str
    layer: str


class InStage(Count, Protocol):
    """A count in one of the stages, of whom, and where it is printed."""

    stage: str
    population: str
    outlet: str
    report: str
    claim: str
    tie: str
    whole: str
    alike: bool


def draw_estimate(
    table: pd.DataFrame,
    *,
    ax: Axes | None = None,
    lang: str = "ar",
    title: str | None = None,
    subtitle: str | None = None,
    footer: str | None = None,
) -> Axes:
    """Rows in stages, on a logarithmic axis: people said to be inside, and those who came out before and after.

    `table` has stage (moved, left, estimate, followed), measure, population, ground, low, best, high, precision,
    words, counted, source, party, outlet, report, date_low, date_high, date_basis, claim, tie, whole. A row keeps its
    own definition; no line joins them, and a row that is part of another stands under it and says so.

    >>> draw_estimate(pd.DataFrame(), lang="en").texts[0].get_text()
    'Nothing to draw: no report here gives such a figure.'
    """
    sources = source(table, lang, named=["source", "outlet"])
    footer = footer or " ".join(filter(None, [sources, policy_note(table, lang)]))
    if table.empty:
        return empty(ax, lang, title or say("estimate_title_plain", lang), footer)
    title = title or say("estimate_title" if outgrown(table) else "estimate_title_plain", lang)
    rows = people_rows(table, lang)
    with page(ax, lang, height(rows)) as sheet:
        draw_rows(sheet, rows, sheet.say("people_log"), log=True)
        alt = sheet.say("estimate_alt", n=len(table), rows=in_words(rows, lang))
        return sheet.finish(title, subtitle or sheet.say("estimate_subtitle"), footer, alt)


def people_rows(table: pd.DataFrame, lang: str) -> list[Row]:
    """The figures of people as rows, stage by stage, and in each by day; what is part of another stands under it.

    >>> people_rows(pd.DataFrame(), "en")
    []
    """
    if table.empty:
        return []
    ordered = table.assign(stage=pd.Categorical(table["stage"], [*STAGES], ordered=True))
    ordered["alike"] = ordered.duplicated(["report", "words"], keep=False)  # told apart by whom they count
    ordered = [*ordered.sort_values(["stage", "date_low", "date_high"], kind="stable").itertuples()]
    color = party_colour(table.get("party", []))
    return [
        _people_row(row, color, lang, part=row is not whole)
        for whole, parts in _with_parts(ordered)
        for row in (whole, *parts)
    ]


def _with_parts(rows: Sequence[InStage]) -> list[tuple[InStage, list[InStage]]]:
    """Each row with those of its stage that are part of it; what is part of such a part is a row like any."""
    known = {row.claim: row for row in rows if pd.notna(getattr(row, "claim", pd.NA))}

    def whole_of(row: InStage) -> InStage | None:
        whole = known.get(getattr(row, "whole", pd.NA))
        return whole if whole and whole.stage == row.stage else None

    wholes = {id(row): whole for row in rows if (whole := whole_of(row)) and not whole_of(whole)}
    return [(row, [part for part in rows if wholes.get(id(part)) is row]) for row in rows if id(row) not in wholes]


def draw_camp(
    table: pd.DataFrame,
    *,
    ax: Axes | None = None,
    lang: str = "ar",
    title: str | None = None,
    subtitle: str | None = None,
    footer: str | None = None,
) -> Axes:
    """People in the camp over time against the capacity that was named; counts from outside are a hollow layer.

    `table` has measure (camp_population, camp_capacity), low, best, high, precision, words, source, place, date_low,
    date_high, layer (reports, outside). "More than" is a lower bound, open above. Several camps stand apart.

    >>> draw_camp(pd.DataFrame(), lang="en").texts[0].get_text()
    'Nothing to draw: no report here gives such a figure.'
    """
    footer, table = footer or _footer(table, lang), with_numbers(table)
    if table.empty:
        return empty(ax, lang, title or say("camp_title_plain", lang), footer)
    title = title or _camp_title(table[table["layer"] != "outside"], lang)
    subtitle = subtitle or _subtitle(table, lang)
    dated_count = table["measure"].ne("camp_capacity") & table[["date_low", "date_high"]].notna().any(axis=1)
    if not dated_count.any() or _several(table):
        return _camp_rows(table, ax, lang, title, subtitle, footer)
    with page(ax, lang, 3.3) as sheet:
        low, high = window(table["date_low"], table["date_high"], pad=0.16)
        top = max(outermost(row) for row in table.itertuples())
        time_axis(sheet.ax, low, high, lang)
        sheet.ax.set_ylim(0, top * 1.25)
        sheet.ax.grid(axis="y")
        sheet.ax.yaxis.set_major_formatter(lambda value, _: number(value))
        mirror(sheet.ax, lang, time=True)
        sheet.unit(sheet.say("people"))
        capacity = table["measure"] == "camp_capacity"
        for row in table[capacity].itertuples():
            _draw_capacity(sheet, row)
        label_near(sheet, [_draw_count(sheet, row, low, high) for row in table[~capacity].itertuples()])
        said = [_counted(row, lang) for row in table.itertuples()]
        alt = sheet.say("camp_alt", n=len(table), rows=briefly(said, lang, ALT, apart="semicolon"))
        return sheet.finish(title, subtitle, footer, alt)


def _several(table: pd.DataFrame) -> bool:
    """Whether the reports speak of several camps, one of which may have no name."""
    return table.loc[table["layer"] != "outside", "place"].fillna("").nunique() > 1


def _camp_rows(table: pd.DataFrame, ax: Axes | None, lang: str, title: str, subtitle: str, footer: str) -> Axes:
    """Camps of different names, or of no known day, one under the other: there is no time to set them along."""
    rows = [_camp_row(row, lang) for row in table.sort_values("place", kind="stable").itertuples()]
    with page(ax, lang, height(rows)) as sheet:
        draw_rows(sheet, rows, sheet.say("people_log"), log=True)
        return sheet.finish(title, subtitle, footer, sheet.say("camp_rows_alt", n=len(rows), rows=in_words(rows, lang)))


def _camp_row(row: InCamp, lang: str) -> Row:
    outside = row.layer == "outside"
    block = say("stage_camp", lang) if pd.isna(row.place) else name(row.place, lang)
    detail = f"{dated(row, lang)} · {name(row.source, lang)}"
    note, color = (say("outside", lang), OUTSIDE) if outside else ("", INK)
    return Row(block, word("measure", row.measure, lang), detail, row, color, hollow=outside, note=note)


def _subtitle(table: pd.DataFrame, lang: str) -> str:
    """What the marks mean, the hollow ones where there are some."""
    hollow = table["layer"].eq("outside").any()
    return " ".join([say("camp_subtitle", lang), *([say("camp_hollow", lang)] if hollow else [])])


def _counted(row: InCamp, lang: str) -> str:
    told = f"{word('measure', row.measure, lang)}: {amount(row, lang)}"
    return f"{told} ({listed([name(row.source, lang), dated(row, lang)], lang)})"


def _footer(table: pd.DataFrame, lang: str) -> str:
    parts = [source(table, lang, named=["source", "place"])]
    if len(table) and (outside := table.loc[table["layer"] == "outside", "source"].dropna().unique()).size:
        parts.append(say("source_outside", lang, source=listed([name(key, lang) for key in outside], lang)))
    return " ".join(parts)


def _people_row(row: InStage, color: Callable[[str], str], lang: str, *, part: bool) -> Row:
    unsaid = pd.isna(row.population) or row.population in ("people", INSIDE.get(row.measure))
    what = say(f"inside_{row.measure}", lang) if row.measure in INSIDE else word("measure", row.measure, lang)
    whom = "" if unsaid else group(row.population, lang)
    names = say(f"row_{row.tie}", lang, who=whom or what) if part else " · ".join(filter(None, [what, whom]))
    who = next((key for key in (row.source, row.outlet, row.report) if pd.notna(key)), pd.NA)
    noun = getattr(row, "counted", pd.NA)
    said = [f"«{row.words} {noun}»"] if row.alike and row.precision == "vague" and pd.notna(noun) else []
    detail = " · ".join([dated(row, lang), name(who, lang), *said])
    return Row(say(f"stage_{row.stage}", lang), names, detail, row, color(getattr(row, "party", pd.NA)))


def _draw_capacity(sheet: Page, row: Count) -> None:
    """A level right across: what the camp was made for, with who says so."""
    value = outermost(row)
    sheet.ax.axhline(value, color=INK, lw=1.1, ls=(0, (5, 3)))
    words = f"{word('measure', row.measure, sheet.lang)}: {amount(row, sheet.lang)} ({name(row.source, sheet.lang)})"
    place: Looks = {"coords": ("axes fraction", "data"), "dx": 6 * sheet.forward, "dy": -8, "ha": sheet.start}
    sheet.text(sheet.edge, value, words, size=8, **place)


def _draw_count(sheet: Page, row: InCamp, first: pd.Timestamp, last: pd.Timestamp) -> Label:
    outside = row.layer == "outside"
    color, value = (OUTSIDE if outside else INK), outermost(row)
    low, high = within(row, first, last)
    x = middle(row.date_low, row.date_high) if pd.notna(row.date_low) or pd.notna(row.date_high) else middle(low, high)
    draw_over_days(sheet.ax, low, high, row, color, hollow=outside, marker="s" if outside else "o")
    words = f"{amount(row, sheet.lang)}\n{name(row.source, sheet.lang)}"
    return Label(x, value, words, {"size": 8, "color": color, "weight": "normal" if outside else "bold"})


def _camp_title(reported: pd.DataFrame, lang: str) -> str:
    """The capacity and the last number of people that the reports give, of one camp with one capacity."""
    if _several(reported) or reported["measure"].eq("camp_capacity").sum() > 1:
        return say("camp_title_plain", lang)
    last = {row.measure: amount(row, lang) for row in reported.sort_values("date_low", kind="stable").itertuples()}
    if not {"camp_capacity", "camp_population"} <= set(last):
        return say("camp_title_plain", lang)
    told = {"capacity": last["camp_capacity"], "population": last["camp_population"]}
    places = [*reported["place"].dropna().unique()]
    return (
        say("camp_title_of", lang, place=name(places[0], lang), **told) if places else say("camp_title", lang, **told)
    )
