"""A figure of notebook 02: through whom the figures reach the page."""

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from helpers.charts.base import Page, empty, fitted, mirror, page
from helpers.charts.colours import INK, MUTED, party_colour
from helpers.charts.footers import figures_only, source
from helpers.charts.words import ALT, briefly, name, say

MOST, OTHERS = 14, "*"  # nodes in a column that have a name; the key of the rest
TALLEST = 4.5  # inches for all the claims together
THICK, GAP = 0.075, 0.27  # inches: a claim's share of a band, the air between nodes
LINE, HEADS = 0.175, 0.25  # inches: a line of words, the heads of the columns
ENDS = ("source", "outlet")  # the columns whose words stand beside their nodes
COLUMNS = {"source": 0.0, "via": 0.5, "outlet": 1.0}
HALO = [withStroke(linewidth=2.2, foreground="white")]
NODE, NAMES = 0.012, 1.6  # the width of a node on the axis; of its name, in inches


class Band(NamedTuple):
    """Claims that one speaker made through one medium (or none) in one outlet."""

    source: str
    via: str
    outlet: str
    party: str
    claims: int


def draw_chains(
    table: pd.DataFrame,
    *,
    ax: Axes | None = None,
    lang: str = "ar",
    title: str | None = None,
    subtitle: str | None = None,
    footer: str | None = None,
) -> Axes:
    """Bands from each speaker through agency or medium to the outlet, as wide as the claims they carry.

    `table` has outlet, via (missing: no medium), source (missing: nobody is named), party, claims. The bands run the
    way one reads: from the right in Arabic.

    >>> draw_chains(pd.DataFrame(), lang="en").texts[0].get_text()
    'Nothing to draw: no report here gives such a figure.'
    """
    footer = footer or " ".join([source(table, lang, named=[*COLUMNS]), figures_only(table, lang)]).strip()
    if table.empty:
        return empty(ax, lang, title or say("chains_title", lang), footer)
    title = title or _chains_title(table, lang)
    named = table.fillna(dict.fromkeys(("source", "via", "outlet"), ""))
    bands = [Band(*row) for row in named[list(Band._fields)].itertuples(index=False)]
    for column in COLUMNS:
        bands = _gathered(bands, column)
    sources = _ordered(bands, "source")
    before = {key: i for i, key in enumerate(sources)}
    order = {"source": sources} | {column: _ordered(bands, column, before) for column in ("via", "outlet")}
    total, nameless = sum(b.claims for b in bands), sum(b.claims for b in bands if not b.source)
    with page(ax, lang, 1) as sheet:
        _draw_flow(sheet, bands, order)
        sums = named.groupby("source")["claims"].sum().sort_values(ascending=False, kind="stable")
        speakers = [f"{name(source or pd.NA, lang)}: {n}" for source, n in sums.items()]
        alt = sheet.say("chains_alt", total=total, speakers=briefly(speakers, lang, ALT, apart="semicolon"))
        return sheet.finish(title, subtitle or sheet.say("chains_subtitle", n=nameless, total=total), footer, alt)


def _chains_title(table: pd.DataFrame, lang: str) -> str:
    """The speaker behind most statements, where one stands out."""
    by_source = table.groupby("source")["claims"].sum().sort_values(ascending=False, kind="stable")
    if len(by_source) < 2 or by_source.iloc[0] == by_source.iloc[1]:
        return say("chains_title", lang)
    who, total = name(by_source.index[0], lang), int(table["claims"].sum())
    return say("chains_title_one", lang, who=who, n=int(by_source.iloc[0]), total=total)


def _gathered(bands: list[Band], column: str) -> list[Band]:
    """The bands with all but the fullest nodes of a column taken together as one."""
    sums: Counter[str] = Counter()
    for band in bands:
        sums[getattr(band, column)] += band.claims
    kept = {"", *(key for key, _ in sums.most_common(MOST))}
    together: Counter[Band] = Counter()
    for band in bands:
        key = getattr(band, column)
        together[band._replace(**{column: key if key in kept else OTHERS}, claims=0)] += band.claims
    return [band._replace(claims=claims) for band, claims in together.items()]


def _ordered(bands: list[Band], column: str, before: dict[str, int] | None = None) -> list[str]:
    """The nodes of a column: most claims first, or, after another column, as its bands arrive; nameless ones last."""
    weights: dict[str, Counter[int]] = {}
    for band in bands:
        where = before[band.source] if before else 0
        weights.setdefault(getattr(band, column), Counter())[where] += band.claims

    def place(key: str) -> tuple[bool, bool, float, int, str]:
        counts = weights[key]
        arrival = sum(where * n for where, n in counts.items()) / counts.total()
        return (not key, key == OTHERS, arrival, -counts.total(), key)

    return sorted(weights, key=place)


def _draw_flow(sheet: Page, bands: list[Band], order: dict[str, list[str]]) -> None:
    ax, color = sheet.ax, party_colour([band.party for band in bands])
    tall, unit = _tall(sheet, bands, order), _unit(bands)
    sheet.set_height(tall + HEADS)
    ax.set(xlim=(0, 1), ylim=(tall, -HEADS))
    ax.set_axis_off()
    mirror(ax, sheet.lang)
    rank = {column: {key: i for i, key in enumerate(keys)} for column, keys in order.items()}
    tops = {column: _stack(bands, column, order[column], tall) for column in COLUMNS}
    leaving = _spots(bands, "source", unit, tops, rank, ("via", "outlet"))
    entering = _spots(bands, "via", unit, tops, rank, ("source", "outlet"))
    going_on = entering | _spots([band for band in bands if band.via], "via", unit, tops, rank, ("outlet", "source"))
    arriving = _spots(bands, "outlet", unit, tops, rank, ("via", "source"))
    for band in bands:
        first, last = (COLUMNS["source"], leaving[band]), (COLUMNS["outlet"], arriving[band])
        into, out_of = (COLUMNS["via"], entering[band]), (COLUMNS["via"], going_on[band])
        for spots in [[first, into], [out_of, last]] if band.via else [[first, into, last]]:
            _draw_band(ax, spots, unit * band.claims, color(band.party))
    for column, x in COLUMNS.items():
        _draw_nodes(sheet, bands, column, x, tops[column])


def _unit(bands: list[Band]) -> float:
    """A claim's share of a band, in inches: less where there are many."""
    return min(THICK, TALLEST / sum(band.claims for band in bands))


def _tall(sheet: Page, bands: list[Band], order: dict[str, list[str]]) -> float:
    """Inches for all nodes of the fullest column, with room between them for the lines of their words."""
    words = [_node_words(sheet, column, key, _own(bands, column, key)) for column in ENDS for key in order[column]]
    gap = max(GAP, max(1 + line.count("\n") for line in words) * LINE - _unit(bands))
    return _unit(bands) * sum(band.claims for band in bands) + gap * max(len(keys) for keys in order.values())


def _own(bands: list[Band], column: str, key: str) -> list[Band]:
    return [band for band in bands if getattr(band, column) == key]


def _spots(
    bands: list[Band],
    column: str,
    unit: float,
    tops: dict[str, dict[str, float]],
    rank: dict[str, dict[str, int]],
    others: tuple[str, str],
) -> dict[Band, float]:
    """Where each band meets its node in a column, stacked in the order of the nodes that it comes from or goes to."""
    filled, spots = dict(tops[column]), {}
    for band in sorted(bands, key=lambda band: tuple(rank[other][getattr(band, other)] for other in others)):
        key = getattr(band, column)
        spots[band] = filled[key]
        filled[key] += unit * band.claims
    return spots


def _stack(bands: list[Band], column: str, keys: list[str], tall: float) -> dict[str, float]:
    """Where each node begins, the column centred on the page."""
    sizes = {key: _unit(bands) * sum(b.claims for b in bands if getattr(b, column) == key) for key in keys}
    gap = (tall - sum(sizes.values())) / len(keys)
    tops, y = {}, gap / 2
    for key in keys:
        tops[key] = y
        y += sizes[key] + gap
    return tops


def _draw_band(ax: Axes, spots: list[tuple[float, float]], width: float, color: str) -> None:
    """A band whose upper edge runs through the spots."""
    points, codes = [spots[0]], [Path.MOVETO]
    lower = [(x, y + width) for x, y in reversed(spots)]
    for side in (spots, lower):
        if side is lower:
            points.append(lower[0])
            codes.append(Path.LINETO)
        for (x0, y0), (x1, y1) in pairwise(side):
            points += [((x0 + x1) / 2, y0), ((x0 + x1) / 2, y1), (x1, y1)]
            codes += [Path.CURVE4] * 3
    path = Path([*points, spots[0]], [*codes, Path.CLOSEPOLY])
    ax.add_patch(PathPatch(path, fc=color, ec="white", lw=0.4, alpha=0.55))


def _draw_nodes(sheet: Page, bands: list[Band], column: str, x: float, tops: dict[str, float]) -> None:
    way = {"source": -1, "via": 0, "outlet": 1}[column] * sheet.forward
    ha = {-1: "right", 0: "center", 1: "left"}[way]
    head = sheet.say(f"column_{'speaker' if column == 'source' else column}")
    sheet.text(x, -0.2, head, size=7.5, color=MUTED, dx=9 * way, ha=ha)
    for key, top in tops.items():
        own = _own(bands, column, key)
        tall = _unit(bands) * sum(band.claims for band in own)
        if column == "via" and not key:
            sheet.text(x, top + tall, sheet.say("directly"), dy=-7, size=7.5, color=MUTED, path_effects=HALO)
            continue
        face = INK if key else "white"
        sheet.ax.add_patch(Rectangle((x - NODE / 2, top), NODE, tall, fc=face, ec=INK, lw=0.8, zorder=3))
        if column == "via":
            words = sheet.say("others") if key == OTHERS else name(key, sheet.lang)
            words = fitted(words, NAMES, sheet, size=8, weight="bold")
            sheet.text(x, top, words, dy=3, va="bottom", size=8, weight="bold", path_effects=HALO)
        else:
            words = _node_words(sheet, column, key, own)
            sheet.text(x, top + tall / 2, words, dx=9 * way, ha=ha, size=8, multialignment=ha)


def _node_words(sheet: Page, column: str, key: str, own: list[Band]) -> str:
    """A speaker or outlet with its number of claims, and for a speaker the party."""
    words, party = name(key or pd.NA, sheet.lang), own[0].party
    if key == OTHERS or (column == "outlet" and not key):
        words = sheet.say("others" if key else "outlet_unknown")
    if column == "source" and key not in ("", OTHERS) and pd.notna(party) and name(party, sheet.lang) not in words:
        words = f"{words} ({name(party, sheet.lang)})"
    counted = f"{sheet.apart(words)}:\N{NO-BREAK SPACE}{sum(band.claims for band in own)}"
    return fitted(counted, NAMES, sheet, size=8)
