"""A figure of notebook 04: where the places are, and what a square kilometre looks like beside them."""

from functools import partial
from itertools import pairwise
from math import cos, radians
from typing import Protocol

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from helpers import data
from helpers.charts.base import MARGIN, WIDTH, Looks, Page, empty, page
from helpers.charts.base_map import HALO, KM_PER_DEGREE, LAND, LOCATOR, PALE, Frame, draw_base, draw_locator, give_way
from helpers.charts.colours import INK, MUTED
from helpers.charts.footers import source, unspelt
from helpers.charts.marks import Label, label_near
from helpers.charts.words import ALT, IN_TITLE, Amount, amount, briefly, listed, name, number, say

TALL, KEY = 5.0, 0.95  # inches: the map with its key, and the key alone
LEAST = 40.0  # km across: nearer, the base map would claim to know more than it does
SQUARE = 1 / 14  # of the map's width: the largest square's side
RING = 0.035  # inches: the pale edge of an area that is told as "about"
SQUARES = 3  # that there is room for under the map
SURE = ("town", "exact")  # a place whose position is no rough one
EUPHRATES = ("Euphrates", "Al Furat")  # as the base map names its course, down and up stream
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def draw_map(
    places: pd.DataFrame,
    areas: pd.DataFrame,
    *,
    ax: Axes | None = None,
    lang: str = "ar",
    title: str | None = None,
    subtitle: str | None = None,
    footer: str | None = None,
) -> Axes:
    """Places on the base map, and beside the map, at its scale, a square for each area that was named.

    `places` has entity, entity_en, lat, lon, precision, mentions; `areas` has km2, low, best, high, precision, vague,
    words, whose (who holds it), teller. No outline is drawn; a square whose area is only a bound has a broken edge,
    that of "about" a pale one.

    >>> draw_map(pd.DataFrame(), pd.DataFrame(), lang="en").texts[0].get_text()
    'Nothing to draw: no place with known coordinates is named on the base map.'
    """
    title = title or _title(places, areas, lang)
    subtitle = subtitle or (say("map_subtitle", lang) if len(areas) else "")
    places, off = _on_the_base_map(places)
    footer = footer or _footer(places, areas, off, lang)
    if places.empty or places["precision"].eq("country").all():
        return empty(ax, lang, title, footer, why="nothing_places")
    with page(ax, lang, TALL) as sheet:
        countries, places = (places[places["precision"].eq("country") == is_one] for is_one in (True, False))
        least = max([LEAST, *(float(km2) ** 0.5 / SQUARE for km2 in areas.get("km2", ()))])
        frame = _frame(places, (WIDTH - 2 * MARGIN) / (TALL - KEY), least)
        key_top = _set_up(sheet.ax, frame)
        if not sheet.own:  # our own page has the shape of the frame
            sheet.ax.set_aspect(frame.lon_per_km * KM_PER_DEGREE)
        draw_base(sheet.ax, frame)
        labels = [_draw_place(sheet, row) for row in places.itertuples()]
        label_near(sheet, [*labels, *_river_label(sheet, frame)], clear_of=_along_lines(frame))
        _name_countries(sheet, countries, frame)
        _draw_key(sheet, areas, frame, key_top)
        corner = _free_corner(places, frame)
        draw_locator(sheet, frame, corner)
        alt = _alt(places, areas, lang)
        return sheet.finish(title, subtitle, footer, alt)


def _title(places: pd.DataFrame, areas: pd.DataFrame, lang: str) -> str:
    """The areas drawn to scale beside the map, and who is said to hold them where it is one party."""
    if areas.empty or places.empty:
        return say("map_title_plain", lang)
    most = places.sort_values("mentions", ascending=False, kind="stable") if "mentions" in places else places
    place, sizes = _spelling(next(most.itertuples()), lang), [_size(row, lang) for row in areas.itertuples()]
    if len(sizes) > IN_TITLE:
        return say("map_title_many", lang, place=place)
    holders = list(areas.get("whose", pd.Series([pd.NA])).unique())
    if len(holders) == 1 and pd.notna(holders[0]):
        return say("map_title", lang, who=name(holders[0], lang), areas=listed(sizes, lang))
    return say("map_title_whose", lang, areas=listed(sizes, lang))


def _alt(places: pd.DataFrame, areas: pd.DataFrame, lang: str) -> str:
    """The places, and the areas drawn beside them."""
    told = say("map_alt", lang, names=briefly([_spelling(row, lang) for row in places.itertuples()], lang, ALT))
    sizes = [say("n_of_whom", lang, n=_size(row, lang), who=_held(row, lang)) for row in areas.itertuples()]
    return " ".join([told, *([say("map_areas_alt", lang, areas=briefly(sizes, lang, ALT))] if sizes else [])])


def _on_the_base_map(places: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The places that have a position, on the base map and off it."""
    if places.empty:
        return places, places
    known = places.dropna(subset=["lat", "lon"])
    west, south, east, north = data.BOUNDS
    on = known["lon"].between(west, east) & known["lat"].between(south, north)
    return known[on], known[~on]


def _footer(places: pd.DataFrame, areas: pd.DataFrame, off: pd.DataFrame, lang: str) -> str:
    """Where all comes from, and the places that lie off the base map."""
    beyond = [_spelling(row, lang) for row in off.itertuples()]
    tellers = [name(teller, lang) for teller in areas.get("teller", ())]
    names = [*beyond, *tellers, *(_spelling(row, lang) for row in places.itertuples())]
    elsewhere = say("map_off", lang, names=listed(beyond, lang)) if beyond else ""
    hollow = "" if places.empty or places["precision"].isin(SURE).all() else say("map_hollow", lang)
    parts = [source(places, lang), hollow, unspelt(names, lang), say("map_credit", lang), elsewhere]
    return " ".join(filter(None, parts))


def _frame(places: pd.DataFrame, shape: float, least: float) -> Frame:
    """Edges round the places with air for names, in the shape of the page: a kilometre is one length both ways."""
    lat, lon = (places["lat"].min() + places["lat"].max()) / 2, (places["lon"].min() + places["lon"].max()) / 2
    lon_per_km = 1 / (KM_PER_DEGREE * cos(radians(lat)))
    wide = max((places["lon"].max() - places["lon"].min()) / lon_per_km * 1.5, least)
    tall = max((places["lat"].max() - places["lat"].min()) * KM_PER_DEGREE * 1.3, wide / shape)
    half_lon, half_lat = tall * shape * lon_per_km / 2, tall / KM_PER_DEGREE / 2
    return Frame(lon - half_lon, lon + half_lon, lat - half_lat, lat + half_lat)


def _set_up(ax: Axes, frame: Frame) -> float:
    """Limits with a strip for the key under the map; returns the strip's height as a share of the axes."""
    strip = (frame.north - frame.south) * KEY / (TALL - KEY)
    ax.set(xlim=(frame.west, frame.east), ylim=(frame.south - strip, frame.north), xticks=[], yticks=[])
    ax.set_facecolor("white")
    for spine in ax.spines.values():
        spine.set_visible(False)
    size = (frame.east - frame.west, frame.north - frame.south)
    ax.add_patch(Rectangle((frame.west, frame.south), *size, fc=LAND, ec="#c9c2b4", lw=0.8, zorder=0, clip_on=False))
    return KEY / TALL


class Place(Protocol):
    """A place of the table, or a country."""

    entity: str
    entity_en: str
    lat: float
    lon: float
    precision: str


class Area(Amount, Protocol):
    """An area of the table; one of a plain number of square kilometres has no `precision`."""

    km2: float
    teller: str


def _draw_place(sheet: Page, row: Place) -> Label:
    sure = row.precision in SURE
    sheet.ax.plot([row.lon], [row.lat], "o", ms=4.5, color=INK, mfc=INK if sure else "white", mew=1, zorder=5)
    return Label(row.lon, row.lat, _spelling(row, sheet.lang), {"size": 8.5, "path_effects": HALO})


def _name_countries(sheet: Page, countries: pd.DataFrame, frame: Frame) -> None:
    """Countries have a name in pale letters where their point lies on the map, and no mark; places come first."""
    places = list(sheet.ax.texts)
    for row in countries.itertuples():
        if frame.west < row.lon < frame.east and frame.south < row.lat < frame.north:
            label = sheet.text(row.lon, row.lat, _spelling(row, sheet.lang), size=12, color=PALE, zorder=2)
            sheet.later.append(partial(give_way, label, places))


def _spelling(row: Place, lang: str) -> str:
    return row.entity if lang == "ar" or pd.isna(row.entity_en) else row.entity_en


def _along_lines(frame: Frame) -> list[tuple[float, float]]:
    """Points along the borders and rivers that the map shows, so close that no name fits between two."""
    step = (frame.east - frame.west) / 200
    pairs = [pair for layer in ("borders", "rivers") for line in data.lines(layer) for pair in pairwise(line.points)]
    points: list[tuple[float, float]] = []
    for (x0, y0), (x1, y1) in pairs:
        beside = max(x0, x1) < frame.west or min(x0, x1) > frame.east
        if beside or max(y0, y1) < frame.south or min(y0, y1) > frame.north:
            continue
        n = max(1, int(max(abs(x1 - x0), abs(y1 - y0)) / step))
        points += [(x0 + (x1 - x0) * i / n, y0 + (y1 - y0) * i / n) for i in range(n + 1)]
    return [(x, y) for x, y in points if frame.west < x < frame.east and frame.south < y < frame.north]


def _river_label(sheet: Page, frame: Frame) -> list[Label]:
    """The Euphrates' name at the point of it that lies nearest the middle of the map, where the map shows it."""

    def inside(point: tuple[float, float]) -> bool:
        return frame.west < point[0] < frame.east and frame.south < point[1] < frame.north

    middle = ((frame.west + frame.east) / 2, (frame.south + frame.north) / 2)
    river = [point for line in data.lines("rivers") if line.name in EUPHRATES for point in line.points]
    points = [point for point in river if inside(point)]
    points.sort(key=lambda point: abs(point[0] - middle[0]) + abs(point[1] - middle[1]))
    looks = {"size": 8, "color": "#3a76a8", "path_effects": HALO}
    return [Label(*point, sheet.say("map_river"), looks) for point in points[:1]]


def _draw_key(sheet: Page, areas: pd.DataFrame, frame: Frame, height: float) -> None:
    """The strip under the map: squares as large as the areas, then a scale bar, from the reader's side."""
    x, y = sheet.edge, height * 0.37
    place: Looks = {"coords": "axes fraction", "size": 8, "color": INK}
    share = frame.lon_per_km / (frame.east - frame.west)  # of the axes' width, for a kilometre
    if len(areas):
        sheet.text(x, height * 0.87, sheet.say("map_squares"), ha=sheet.start, **place | {"size": 7.5, "color": MUTED})
    rise = share * (WIDTH - 2 * MARGIN) / TALL
    for row in areas.head(SQUARES).itertuples():
        side, about = float(row.km2) ** 0.5, getattr(row, "precision", "exact") == "approximate"
        x += sheet.forward * about * RING / (WIDTH - 2 * MARGIN)
        left = x if sheet.forward > 0 else x - side * share
        corner = (left, y - side * rise / 2)
        open_ended = getattr(row, "precision", "exact") in ("less_than", "at_most", "more_than", "at_least")
        look: Looks = {"transform": sheet.ax.transAxes, "fc": "#e3ddd0", "ec": INK, "lw": 0.7, "clip_on": False}
        look["ls"] = (0, (2, 2)) if open_ended else "-"
        if about:
            air, tall = RING / (WIDTH - 2 * MARGIN), RING / TALL
            ring = (corner[0] - air, corner[1] - tall), side * share + 2 * air, side * rise + 2 * tall
            sheet.ax.add_patch(Rectangle(*ring, **(look | {"fc": INK, "ec": "none", "alpha": 0.12})))
            look["lw"] = 0.0
        sheet.ax.add_patch(Rectangle(corner, side * share, side * rise, **look))
        x += sheet.forward * side * share
        who = sheet.say("told_in", teller=name(row.teller, sheet.lang))
        words = f"{_size(row, sheet.lang)}\n{_held(row, sheet.lang)}\n{who}"
        sheet.text(x, y, words, dx=(5 + 72 * RING * about) * sheet.forward, ha=sheet.start, **place)
        x += sheet.forward * 0.27
    if len(areas) > SQUARES:
        sheet.text(x, y, sheet.say("counted_more", n=len(areas) - SQUARES), ha=sheet.start, **place)
    length, y = max(step for step in STEPS if step == STEPS[0] or step * share < 0.22), height * 0.7
    x = 0.0 if sheet.lang == "ar" else 1 - length * share
    sheet.ax.plot([x, x + length * share], [y, y], color=INK, lw=2, transform=sheet.ax.transAxes)
    sheet.text(x + length * share / 2, y, sheet.say("n_km", n=length), dy=8, **place)


def _size(row: Area, lang: str) -> str:
    return say("n_km2", lang, n=amount(row, lang) if hasattr(row, "precision") else number(float(row.km2)))


def _held(row: Area, lang: str) -> str:
    """Who is said to hold the area, or that this is not said."""
    whose = getattr(row, "whose", pd.NA)
    return say("mark_held", lang) if pd.isna(whose) else say("mark_held_by", lang, who=name(whose, lang))


def _free_corner(places: pd.DataFrame, frame: Frame) -> tuple[float, float]:
    """The corner of the map, as a share of the axes, that a small map leaves farthest from the places."""
    wide = tall = LOCATOR
    bottom = KEY / TALL
    corners = [(x, y) for y in (bottom + 0.012, 0.985 - tall) for x in (0.012, 0.988 - wide)]

    def room(corner: tuple[float, float]) -> float:
        u = (places["lon"] - frame.west) / (frame.east - frame.west)
        v = bottom + (places["lat"] - frame.south) / (frame.north - frame.south) * (1 - bottom)
        return float(((u - corner[0] - wide / 2) ** 2 + (v - corner[1] - tall / 2) ** 2).min())

    return max(corners, key=room)
