"""A figure of notebook 02: whose mouth the figures come from."""

from typing import Protocol

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from helpers.charts.base import Looks, Page, empty, fitted, mirror, page
from helpers.charts.colours import MUTED, party_colour
from helpers.charts.footers import figures_only, source, unspelt
from helpers.charts.rows import Row
from helpers.charts.words import ALT, briefly, listed, name, say, within, word

ROW, LINE, HEAD, AIR = 0.25, 0.14, 0.24, 0.1  # inches: a bar, a line of names under it, a party's name, air
THICK = 0.16  # inches
WIDE = 4.0  # inches for the names under a bar
NAMED = 6  # speakers under a bar
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

    `table` has party (missing: nobody is named), source_type, claims, and speakers, whose names stand under the bar.

    >>> rows = [("sdf", "named_person", 3, "مصطفى بالي"), (None, None, 1, None)]
    >>> table = pd.DataFrame(rows, columns=["party", "source_type", "claims", "speakers"])
    >>> draw_mouths(table, lang="en").get_figure().texts[0].get_text()
    'Party behind the most figures: SDF, 3 of 4'
    """
    footer = footer or _footer(table, lang)
    if table.empty:
        return empty(ax, lang, title or say("mouths_title_plain", lang), footer)
    table = _spoken_for(table)
    totals = table.groupby("party", sort=False)["claims"].sum().sort_values(ascending=False, kind="stable")
    parties = sorted(totals.index, key=_last)
    with page(ax, lang, 1) as sheet:
        y, color = 0.0, party_colour([party for party in parties if party != UNLISTED])
        for party in parties:
            rows = table[table["party"] == party].sort_values("claims", ascending=False, kind="stable")
            y = _draw_party(sheet, party, rows, int(totals[party]), color(NOBODY if party == UNLISTED else party), y)
        _claims_axis(sheet, int(table["claims"].max()), y)
        sheet.set_height(y)
        title = title or _mouths_title(totals, lang)
        heads = [_told(party, table[table["party"].eq(party)], lang) for party in parties]
        alt = sheet.say("mouths_alt", total=int(totals.sum()), parties=briefly(heads, lang, ALT, apart="semicolon"))
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
            _kind(row.source_type, lang),
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


class Mouth(Protocol):
    """A row of the table."""

    source_type: str
    claims: int
    speakers: str


def _footer(table: pd.DataFrame, lang: str) -> str:
    """Where the figures come from, what counts as one, and whether a speaker's name is left in Arabic."""
    return " ".join(filter(None, [source(table, lang), unspelt(_heard(table, lang), lang), figures_only(table, lang)]))


def _told(party: str, rows: pd.DataFrame, lang: str) -> str:
    """A party's figures as an alt text tells them: how many, and of them each kind of source."""
    rows = rows.sort_values("claims", ascending=False, kind="stable")
    kinds = [f"{within(_kind(row.source_type, lang))}: {row.claims}" for row in rows.itertuples()]
    return f"{_party(party, lang)}: {rows['claims'].sum()} ({listed(kinds, lang)})"


def _kind(source_type: str, lang: str) -> str:
    return word("source_type", source_type, lang) if source_type else say("no_source", lang)


def _heard(table: pd.DataFrame, lang: str) -> list[str]:
    """The speakers of some rows by their names."""
    return [
        name(key, lang) for keys in table.get("speakers", pd.Series(dtype=object)).dropna() for key in keys.split("، ")
    ]


def _draw_party(sheet: Page, party: str, rows: pd.DataFrame, total: int, color: str, y: float) -> float:
    """The party's name and sum, then a bar for each kind of source; returns where the next party begins."""
    sheet.heading(y + HEAD / 2, f"{_party(party, sheet.lang)}: {total}")
    y += HEAD
    for i, row in enumerate(rows.itertuples()):
        y = _draw_bar(sheet, row, _heard(rows.iloc[[i]], sheet.lang), color, y)
    return y + AIR


def _draw_bar(sheet: Page, row: Mouth, speakers: list[str], color: str, y: float) -> float:
    """A bar with its count behind it, and who speaks below it."""
    middle = y + ROW / 2
    sheet.ax.barh(middle, row.claims, height=THICK, color=color, zorder=2)
    sheet.text(row.claims, middle, str(row.claims), dx=5 * sheet.forward, ha=sheet.start)
    sheet.row_name(middle, _kind(row.source_type, sheet.lang))
    if not speakers:
        return y + ROW
    names = briefly([sheet.apart(speaker) for speaker in speakers], sheet.lang, NAMED, apart="semicolon")
    names = fitted(names, WIDE, sheet, size=7)
    tall = LINE * (1 + names.count("\n"))
    place: Looks = {"dx": 3 * sheet.forward, "ha": sheet.start, "size": 7, "color": MUTED}
    sheet.text(0, y + ROW + tall / 2 - 0.02, names, **place)
    return y + ROW + tall


def _claims_axis(sheet: Page, most: int, bottom: float) -> None:
    sheet.ax.set(xlim=(0, most * 1.04), ylim=(bottom, 0), yticks=[])
    sheet.ax.xaxis.set_major_locator(MaxNLocator(6, integer=True))
    sheet.ax.set_xlabel(sheet.label(sheet.say("claims_axis")), loc=sheet.start)
    mirror(sheet.ax, sheet.lang)
