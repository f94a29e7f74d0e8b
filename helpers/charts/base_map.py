"""The base map: rivers and borders in the frame of a map, and a small map of the country round about."""

from functools import lru_cache, partial
from itertools import product
from math import cos, radians
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.patches import Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.text import Annotation, Text

from helpers import data
from helpers.charts.base import Looks, Page
from helpers.lexicon import load

KM_PER_DEGREE = 111.32
WATER, BORDER, LAND = "#8fb8de", "#8c7b6b", "#faf8f3"
HALO = [withStroke(linewidth=2.2, foreground=LAND)]
LAYERS: dict[str, Looks] = {
    "coastline": {"colors": WATER, "linewidths": 0.9},
    "lakes": {"colors": WATER, "linewidths": 0.9},
    "rivers": {"colors": WATER, "linewidths": 1.1},
    "borders": {"colors": BORDER, "linewidths": 0.9, "linestyles": [(0, (6, 2, 1, 2))]},
}
LOCATOR = 0.24  # a side of the small map, as a share of the axes
ASIDE = (-20, -10, 0, 10, 20)  # points that a country's name may step aside, each way
PALE = "#766d5e"  # the names of countries


class Frame(NamedTuple):
    """What a map shows: its edges in degrees and how many degrees of longitude a kilometre takes."""

    west: float
    east: float
    south: float
    north: float

    @property
    def lon_per_km(self) -> float:
        """Degrees of longitude that a kilometre takes in the middle of the frame.

        >>> round(1 / Frame(40, 41, 0, 0).lon_per_km), round(1 / Frame(40, 41, 59, 61).lon_per_km)
        (111, 56)
        """
        return 1 / (KM_PER_DEGREE * cos(radians((self.south + self.north) / 2)))


class Country(NamedTuple):
    """A country's names and the point of it that its name is written at."""

    entity: str
    entity_en: str
    lat: float
    lon: float


def draw_base(ax: Axes, frame: Frame) -> None:
    """Coasts, lakes, rivers and borders, inside the frame."""
    clip = Rectangle((frame.west, frame.south), frame.east - frame.west, frame.north - frame.south)
    clip.set_transform(ax.transData)
    for layer, looks in LAYERS.items():
        drawn = LineCollection([line.points for line in data.lines(layer)], zorder=1, **looks)
        ax.add_collection(drawn, autolim=False)
        drawn.set_clip_path(clip)


def draw_locator(sheet: Page, frame: Frame, corner: tuple[float, float]) -> None:
    """A small map of the country round about in a corner of the axes, with the frame marked on it."""
    small = sheet.ax.inset_axes((*corner, LOCATOR, LOCATOR), zorder=8)
    lon, lat = (frame.west + frame.east) / 2, (frame.south + frame.north) / 2
    half = max(4.0, (frame.east - frame.west) * 2)
    small.set(xlim=(lon - half, lon + half), ylim=(lat - half * 0.62, lat + half * 0.62), xticks=[], yticks=[])
    small.set_facecolor(LAND)
    for spine in small.spines.values():
        spine.set(visible=True, color="#c9c2b4")
    for layer, looks in LAYERS.items():
        thin = looks | {"linewidths": 0.5, "linestyles": "-"}
        small.add_collection(LineCollection([line.points for line in data.lines(layer)], **thin), autolim=False)
    size = (frame.east - frame.west, frame.north - frame.south)
    small.add_patch(Rectangle((frame.west, frame.south), *size, fc="none", ec="#b3261e", lw=1.4, zorder=5))
    _name_countries(sheet, small)


def _name_countries(sheet: Page, small: Axes) -> None:
    """The countries whose points lie on the small map."""
    (west, east), (south, north) = small.get_xlim(), small.get_ylim()
    air = (east - west) / 10
    for row in _countries():
        if west + air < row.lon < east - air and south + air / 2 < row.lat < north - air / 2:
            looks: Looks = {"size": 7, "color": PALE, "path_effects": HALO, "zorder": 4}
            earlier = list(small.texts)
            label = sheet.text(row.lon, row.lat, row.entity if sheet.lang == "ar" else row.entity_en, ax=small, **looks)
            sheet.later.extend([partial(step_aside, label, small), partial(give_way, label, earlier)])


@lru_cache(maxsize=1)
def _countries() -> list[Country]:
    """The countries of the word lists that have a point, once each."""
    rows = {row["entity"]: row for row in load()["entities"] if row["precision"] == "country" and row["lat"]}
    return [Country(name, row["entity_en"], float(row["lat"]), float(row["lon"])) for name, row in rows.items()]


def step_aside(label: Annotation, ax: Axes) -> None:
    """Moves a name a little, to the nearest place that the fewest lines of the map run through."""
    lines = [path.transformed(ax.transData) for drawn in ax.collections for path in drawn.get_paths()]
    tried: list[tuple[int, int, tuple[int, int]]] = []
    for move in product(ASIDE, ASIDE):
        label.set_position(move)
        box = Text.get_window_extent(label).padded(2)
        tried.append(
            (sum(path.intersects_bbox(box, filled=False) for path in lines), move[0] ** 2 + move[1] ** 2, move)
        )
    label.set_position(min(tried)[2])


def give_way(label: Text, others: list[Text]) -> None:
    """Hides a name that lies over another."""
    box = label.get_window_extent()
    label.set_visible(not any(box.overlaps(Text.get_window_extent(other)) for other in others if other.get_visible()))
