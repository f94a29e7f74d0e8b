"""Figures of notebook 06: what the parties are called, the words for leaving, and what ties the reports together."""

from collections.abc import Callable

import pandas as pd
from matplotlib.axes import Axes

from helpers.charts.base import WIDTH, Looks, Page, empty, fitted, mirror, page
from helpers.charts.colours import INK, MUTED, ink_on, party_colour
from helpers.charts.footers import source
from helpers.charts.words import ALT, IN_TITLE, briefly, group, listed, name, say

ROW, HEAD, LINE = 0.31, 0.36, 0.17  # inches: a row, a block's heading, a further line of a row's name
NAMES = 2.1  # inches for the names of rows
LARGEST, SMALL = 13, 9  # points: a dot where there is room, and one too small for a number
MOST = 7  # columns that are named; with more, reports have short names only
HEADS = 13  # points: a name that stands upright over its column
FOLD = 12  # reports whose words have columns of their own; those of more are counted together
TIES = 20  # rows of ties, those of most reports first


def draw_naming(
    table: pd.DataFrame,
    *,
    ax: Axes | None = None,
    lang: str = "ar",
    title: str | None = None,
    subtitle: str | None = None,
    footer: str | None = None,
) -> Axes:
    """How often each report uses which name for each party, the outlet's voice apart from words it passes on.

    `table` has entity, outlet, report, voice (outlet, reported, quoted), name, mentions, of.

    >>> draw_naming(pd.DataFrame(), lang="en").texts[0].get_text()
    'Nothing to draw: no party is named often enough here.'
    """
    footer = footer or source(table, lang)
    if table.empty:
        return empty(ax, lang, title or say("naming_title_plain", lang), footer, why="nothing_named")
    heads = {entity: name(entity, lang) for entity in table["entity"].unique()}
    with page(ax, lang, 1) as sheet:
        _draw_words(sheet, _folded(table, lang), heads)
        spelt = table.groupby("entity", sort=False)["name"].nunique()
        names = [f"{heads[entity]}: {n}" for entity, n in spelt.items()]
        alt = sheet.say("naming_alt", names=briefly(names, lang, ALT), reports=table["report"].nunique())
        title, fewest = title or _naming_title(spelt, lang), table.attrs.get("fewest", 1)
        few = [sheet.say("naming_fewest", fewest=fewest, n=table.attrs["left_out"])] if fewest > 1 else []
        return sheet.finish(title, subtitle or " ".join([sheet.say("naming_subtitle"), *few]), footer, alt)


def draw_leaving(
    table: pd.DataFrame,
    *,
    ax: Axes | None = None,
    lang: str = "ar",
    title: str | None = None,
    subtitle: str | None = None,
    footer: str | None = None,
) -> Axes:
    """How often each report uses which word for people's leaving, the outlet's voice apart from words it passes on.

    `table` has subject_group, outlet, report, voice (outlet, reported, quoted), word, en, mentions, of.

    >>> draw_leaving(pd.DataFrame(), lang="en").texts[0].get_text()
    'Nothing to draw: no report here gives such a figure.'
    """
    footer = footer or source(table, lang)
    if table.empty:
        return empty(ax, lang, title or say("leaving_title_plain", lang), footer)
    spelt = table["word"] if lang == "ar" else table["en"] + " (" + table["word"] + ")"
    table = table.assign(name=spelt, entity=table["subject_group"].fillna("people"))
    heads = {entity: group(entity, lang) for entity in table["entity"].unique()}
    with page(ax, lang, 1) as sheet:
        _draw_words(sheet, _folded(table, lang), heads)
        used = table.groupby("name")["mentions"].sum().sort_values(ascending=False, kind="stable")
        words = briefly([f"{spelled}: {n}" for spelled, n in used.items()], lang, ALT)
        alt = sheet.say("leaving_alt", words=words, reports=table["report"].nunique())
        title = title or _leaving_title(used, lang)
        return sheet.finish(title, subtitle or sheet.say("leaving_subtitle"), footer, alt)


def draw_ties(
    table: pd.DataFrame,
    *,
    ax: Axes | None = None,
    lang: str = "ar",
    title: str | None = None,
    subtitle: str | None = None,
    footer: str | None = None,
) -> Axes:
    """The speakers, media and passages that more than one report has, as rows of dots joined across the reports.

    `table` has tie (speaker, medium, passage), name, party, report, outlet, claims; a dot is filled where figures came
    by the tie and hollow where only words did.

    >>> draw_ties(pd.DataFrame(), lang="en").texts[0].get_text()
    'Nothing to draw: no speaker, agency or passage stands in more than one report here.'
    """
    tellers = table[table["tie"].ne("passage")] if len(table) else table
    footer = footer or source(tellers, lang, named=["name", "outlet"])
    if table.empty:
        return empty(ax, lang, title or say("ties_title_plain", lang), footer, why="nothing_tied")
    title, (table, left_out) = title or _ties_title(table, lang), _widest(table)
    more = [say("ties_left_out", lang, n=left_out)] if left_out else []
    color = party_colour(table["party"].unique())
    with page(ax, lang, 1) as sheet:
        columns = _columns(sheet, table)
        y = 0.0
        for tie, rows in table.groupby("tie", sort=False):
            sheet.heading(y + HEAD / 2, sheet.say(f"tie_{tie}"))
            y += HEAD
            for named, members in rows.groupby("name", sort=False):
                y = _draw_tie(sheet, named, members, columns, color, y)
        sheet.ax.set_ylim(y, 0)
        sheet.set_height(y)
        spread = table.groupby(["tie", "name"], sort=False)["report"].nunique()
        ties = [f"{name(named, lang)}: {n}" for (_, named), n in spread.items()]
        alt = sheet.say("ties_alt", ties=briefly(ties, lang, ALT, apart="semicolon"), reports=len(columns))
        return sheet.finish(title, subtitle or " ".join([sheet.say("ties_subtitle"), *more]), footer, alt)


def _folded(table: pd.DataFrame, lang: str) -> pd.DataFrame:
    """The table, or that of all reports together where they are too many for a column each."""
    n = table["report"].nunique()
    if n <= FOLD:
        return table
    of = table.drop_duplicates(["entity", "report"]).groupby("entity")["of"].sum()
    return table.assign(report="", outlet=say("reports", lang, n=n), of=table["entity"].map(of))


def _widest(table: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """The rows of the ties of most reports, passages after speakers and media, and how many ties are left out."""
    spread = table.groupby(["tie", "name"], sort=False)["report"].nunique().sort_values(ascending=False, kind="stable")
    kept = spread.sort_index(level="tie", key=lambda ties: ties == "passage", sort_remaining=False, kind="stable").head(
        TIES
    )
    return table[table.set_index(["tie", "name"]).index.isin(kept.index)], len(spread) - len(kept)


def _draw_words(sheet: Page, table: pd.DataFrame, heads: dict[str, str]) -> None:
    """A block for each entity (its heading in `heads`), a row for each word for it, a column for each report."""
    table = table.assign(own=table["mentions"].where(table["voice"].eq("outlet"), 0))
    cells = table.groupby(["entity", "name", "report"], sort=False)[["mentions", "own"]].sum().reset_index()
    totals = table.drop_duplicates(["entity", "report"]).set_index(["entity", "report"])["of"]
    columns = _columns(sheet, table)
    y = 0.0
    for entity, rows in cells.groupby("entity", sort=False):
        y = _draw_block(sheet, entity, heads[entity], list(rows.groupby("name", sort=False)), totals, columns, y)
    sheet.ax.set_ylim(y, 0)
    sheet.set_height(y)


def _naming_title(spelt: pd.Series, lang: str) -> str:
    """The party of the most names, where one has several, or the parties of as many."""
    most = [name(entity, lang) for entity in spelt[spelt.eq(spelt.max())].index]
    if spelt.max() < 2 or len(most) > IN_TITLE:
        return say("naming_title_plain", lang)
    key = "naming_title" if len(most) == 1 else "naming_title_several"
    return say(key, lang, names=int(spelt.max()), party=listed(most, lang))


def _leaving_title(used: pd.Series, lang: str) -> str:
    """How many words there are (most used first), and the one that stands out."""
    if len(used) < 2 or used.iloc[0] == used.iloc[1]:
        return say("leaving_title", lang, n=len(used))
    counts = {"n": len(used), "most": int(used.iloc[0]), "total": int(used.sum())}
    return say("leaving_title_most", lang, word=used.index[0], **counts)


def _ties_title(table: pd.DataFrame, lang: str) -> str:
    """The speaker of the most reports; a medium or a passage is nobody's voice."""
    speakers = table[table["tie"].eq("speaker")]
    if speakers.empty:
        return say("ties_title_plain", lang)
    widest = speakers.groupby("name")["report"].nunique().sort_values(ascending=False, kind="stable")
    return say("ties_title", lang, name=name(widest.index[0], lang), n=int(widest.iloc[0]))


def _columns(sheet: Page, table: pd.DataFrame) -> dict[str, int]:
    """The place of each report along the axis, its outlet or short name over it, or over every so many of a crowd."""
    outlets = dict(zip(table["report"], table["outlet"], strict=True))
    columns = {report: i for i, report in enumerate(sorted(outlets))}
    many = len(columns) > MOST
    every = -(-HEADS * len(columns) // int(72 * (WIDTH - NAMES - 0.5)))
    for report, i in [*columns.items()][::every]:
        head = report if many or pd.isna(outlets[report]) else outlets[report]
        words = fitted(name(head, sheet.lang), 0.8, sheet, size=8, weight="bold")
        sheet.text(i, 0, words, dy=4, va="bottom", size=8, weight="bold", rotation=90 if many else 0)
    sheet.ax.set(xlim=(-0.5, len(columns) - 0.5), xticks=[], yticks=[])
    sheet.ax.spines["bottom"].set_visible(False)
    mirror(sheet.ax, sheet.lang)
    return columns


def _row(sheet: Page, words: str, y: float, *, ruled: bool) -> float:
    """A row's name, in as many lines as it takes, and a line over or through it; gives back the row's middle."""
    words = fitted(words, NAMES, sheet, size=8.5)
    tall = ROW + LINE * words.count("\n")
    middle = y + tall / 2
    place: Looks = {"coords": ("axes fraction", "data"), "dx": -8 * sheet.forward, "ha": sheet.end}
    sheet.text(sheet.edge, middle, words, size=8.5, multialignment="right", **place)
    sheet.ax.axhline(y if ruled else middle, color="#eaeef2", lw=0.8, zorder=0)
    return middle


def _draw_block(
    sheet: Page,
    entity: str,
    head: str,
    names: list[tuple[str, pd.DataFrame]],
    totals: pd.Series,
    columns: dict[str, int],
    y: float,
) -> float:
    """An entity's block: how often each report speaks of it, then each word for it."""
    sheet.heading(y + HEAD / 2, head)
    for report, i in columns.items():
        of = totals.get((entity, report), 0)
        sheet.text(i, y + HEAD / 2, sheet.say("naming_of", n=of) if of else "–", size=7, color=MUTED)
    y += HEAD
    for words, cells in names:
        middle = _row(sheet, words, y, ruled=True)
        for cell in cells.itertuples():
            passed_on = int(cell.mentions - cell.own)
            own = str(cell.own) if cell.own else ""
            said = sheet.say("naming_said", n=passed_on) if passed_on else ""
            words_at = columns[cell.report]
            sheet.text(words_at, middle, own or said, dy=2.5 if own and said else 0, weight="bold" if own else "normal",
                       size=9 if own else 7, color=INK if own else MUTED)  # fmt: skip
            if own and said:
                sheet.text(words_at, middle, said, dy=-6.5, size=7, color=MUTED)
        y = middle + (middle - y) + 0.06
    return y + 0.1


def _draw_tie(
    sheet: Page, named: str, members: pd.DataFrame, columns: dict[str, int], color: Callable[[str], str], y: float
) -> float:
    middle = _row(sheet, name(named, sheet.lang), y, ruled=False)
    at = sorted(columns[report] for report in members["report"])
    look, dot = color(members["party"].iloc[0]), min(LARGEST, 72 * (WIDTH - NAMES - 0.5) / len(columns))
    sheet.ax.plot([at[0], at[-1]], [middle] * 2, color=look, lw=2, zorder=2, solid_capstyle="butt")
    for row in members.itertuples():
        face = look if row.claims else "white"
        sheet.ax.plot([columns[row.report]], [middle], "o", ms=dot, mfc=face, mec=look, mew=1.6, zorder=3)
        if row.claims and dot > SMALL:
            sheet.text(columns[row.report], middle, str(row.claims), size=7, weight="bold", color=ink_on(face))
    return middle + (middle - y) + 0.06
