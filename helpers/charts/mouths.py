"""A figure of notebook 02: whose mouth the figures come from."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from helpers.charts.base import Page, empty, mirror, page, party_colour
from helpers.charts.rows import Row
from helpers.charts.words import ALT, briefly, name, say, source, word

ROW = 0.27  # inches
NOBODY, UNLISTED = "none", "unlisted"  # no identified speaker; one whose party the word lists do not know
UNIDENTIFIED = ("", "anonymous_sources")


def draw_mouths(
    table: pd.DataFrame,
    *,
    ax: Axes | None = None,
    lang: str = "ar",
    title: str | None = None,
    subtitle: str | None = None,
    footer: str | None = None,
) -> Axes:
    """Bars of the number of claims by the speaker's party and the kind of source; claims of nobody come last.

    `table` has party (missing: nobody is named), source_type, claims.

    >>> table = pd.DataFrame({"party": ["sdf", None], "source_type": ["named_person", None], "claims": [3, 1]})
    >>> draw_mouths(table, lang="en").get_figure().texts[0].get_text()
    'Figures that come from SDF: 3 of 4'
    """
    footer = footer or source(table, lang)
    if table.empty:
        return empty(ax, lang, title or say("mouths_title_plain", lang), footer)
    table = _spoken_for(table)
    totals = table.groupby("party", sort=False)["claims"].sum().sort_values(ascending=False, kind="stable")
    parties = sorted(totals.index, key=_last)
    with page(ax, lang, ROW * (len(table) + 1.15 * len(parties))) as sheet:
        y, color = 0.0, party_colour([party for party in parties if party != UNLISTED])
        for party in parties:
            rows = table[table["party"] == party].sort_values("claims", ascending=False, kind="stable")
            y = _draw_party(sheet, party, rows, int(totals[party]), color(NOBODY if party == UNLISTED else party), y)
        _claims_axis(sheet, int(table["claims"].max()), y)
        title = title or _mouths_title(totals, lang)
        heads = [f"{_party(party, lang)}: {totals[party]}" for party in parties]
        alt = sheet.say("mouths_alt", total=int(totals.sum()), parties=briefly(heads, lang, ALT))
        return sheet.finish(title, subtitle or sheet.say("mouths_subtitle"), footer, alt)


def mouth_rows(table: pd.DataFrame, lang: str) -> list[Row]:
    """The counts as rows, the party heard most first, nobody last.

    >>> table = pd.DataFrame({"party": ["sdf", None], "source_type": ["named_person", None], "claims": [3, 1]})
    >>> [(row.block, row.value.best) for row in mouth_rows(table, "en")]
    [('SDF: 3', 3), ('No identified speaker: 1', 1)]
    """
    if table.empty:
        return []
    table = _spoken_for(table)
    table = table.assign(
        low=table["claims"], best=table["claims"], high=table["claims"], precision="exact", vague=pd.NA
    )
    totals = table.groupby("party", sort=False)["claims"].sum()
    color = party_colour([party for party in totals.index if party != UNLISTED])
    ordered = sorted(
        table.itertuples(), key=lambda row: (*_last(row.party), -totals[row.party], row.party, -row.claims)
    )
    return [
        Row(
            f"{_party(row.party, lang)}: {totals[row.party]}",
            word("source_type", row.source_type, lang) if row.source_type else say("no_source", lang),
            "",
            row,
            color(NOBODY if row.party == UNLISTED else row.party),
        )
        for row in ordered
    ]


def _spoken_for(table: pd.DataFrame) -> pd.DataFrame:
    """The table with a word for those whose party is not known, and another for nobody."""
    kind = table["source_type"].fillna("")
    party = table["party"].fillna(UNLISTED).mask(table["party"].isna() & kind.isin(UNIDENTIFIED), NOBODY)
    return table.assign(party=party, source_type=kind)


def _last(party: str) -> tuple[bool, bool]:
    return party == NOBODY, party == UNLISTED


def _mouths_title(totals: pd.Series, lang: str) -> str:
    """The party, or the kind of speaker, behind most statements."""
    first = max(totals.index, key=lambda party: (totals[party], party not in (NOBODY, UNLISTED)))
    key = {NOBODY: "mouths_title_nobody", UNLISTED: "mouths_title_unlisted"}.get(first, "mouths_title")
    return say(key, lang, party=name(first, lang), n=int(totals[first]), total=int(totals.sum()))


def _party(party: str, lang: str) -> str:
    key = {NOBODY: "no_speaker", UNLISTED: "unlisted_party"}.get(party)
    return say(key, lang) if key else name(party, lang)


def _draw_party(sheet: Page, party: str, rows: pd.DataFrame, total: int, color: str, y: float) -> float:
    """The party's name and sum, then a bar for each kind of source; returns where the next party begins."""
    sheet.heading(y, f"{_party(party, sheet.lang)}: {total}")
    nobody = sheet.say("no_source")
    for row in rows.itertuples():
        y += 1
        sheet.ax.barh(y, row.claims, height=0.62, color=color)
        sheet.text(row.claims, y, str(row.claims), dx=5 * sheet.forward, ha=sheet.start)
        sheet.row_name(y, word("source_type", row.source_type, sheet.lang) if row.source_type else nobody)
    return y + 1.15


def _claims_axis(sheet: Page, most: int, bottom: float) -> None:
    sheet.ax.set(xlim=(0, most * 1.04), ylim=(bottom - 0.5, -0.6), yticks=[])
    sheet.ax.xaxis.set_major_locator(MaxNLocator(6, integer=True))
    sheet.ax.set_xlabel(sheet.label(sheet.say("claims_axis")), loc=sheet.start)
    sheet.ax.grid(axis="x")
    mirror(sheet.ax, sheet.lang)
