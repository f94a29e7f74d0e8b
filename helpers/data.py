"""The reader of tables that are no reports: the base map, the outside figures, a reading by hand."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from helpers import schema

HERE = Path(__file__).parent / "data"
BOUNDS = (-13.0, 8.0, 64.0, 43.0)  # west, south, east, north: where the base map ends
LAYERS = ("rivers", "borders", "lakes", "coastline")

Points = tuple[tuple[float, float], ...]


class Line(NamedTuple):
    """A line of the base map: what it is called and its longitudes and latitudes."""

    name: str
    points: Points


@lru_cache(maxsize=len(LAYERS))
def lines(layer: str) -> tuple[Line, ...]:
    """The lines of a layer of the base map (rivers, borders, lakes, coastline), in degrees. Made with Natural Earth.

    Errors: ValueError for another layer.

    >>> {line.name for line in lines("rivers")} >= {"Euphrates", "Tigris"}
    True
    """
    if layer not in LAYERS:
        raise ValueError(f"no layer {layer!r} in the base map; there are {', '.join(LAYERS)}")
    features = json.loads((HERE / f"{layer}.geojson").read_text(encoding="utf-8"))["features"]
    return tuple(
        Line(feature["properties"].get("name") or "", tuple((lon, lat) for lon, lat, *_ in part))
        for feature in features
        for part in _parts(feature["geometry"])
    )


@lru_cache(maxsize=1)
def columns() -> dict[tuple[str, str], dict[str, str]]:
    """What each column of a frame means, by (frame, column); the frame "" stands for all without a row of their own.

    `en` and `ar` say it, `hxl` is its tag, `words` the vocabulary of the codebook that closes it, if one does.

    >>> columns()["", "low"]["hxl"]
    '#indicator+value+min'
    """
    table = pd.read_csv(HERE / "columns.csv", dtype=str, keep_default_na=False)
    return {(row["frame"], row["column"]): row for row in table.to_dict("records")}


def ocha() -> pd.DataFrame:
    """OCHA's counts of Al-Hol camp, with date_low, date_high, place, fact, measure, low, best, high, source, document.

    >>> ocha().loc[0, "measure"], float(ocha().loc[0, "best"])
    ('camp_population', 47000.0)
    """
    table = pd.read_csv(HERE / "ocha_al_hol.csv", dtype="string")
    dtypes = schema.VALUE | schema.DAYS
    return table.assign(**{column: table[column].astype(dtypes[column]) for column in table if column in dtypes})


def by_hand(folder: str | Path) -> dict[str, pd.DataFrame]:
    """A reading by hand: its tables claims, attributions, dates and published, with the schema's dtypes.

    Errors: FileNotFoundError where a table is missing.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     for name in ("claims", "attributions", "dates", "published"):
    ...         _ = Path(folder, f"{name}.csv").write_text("report,low,note\\na,3,\\n", encoding="utf-8")
    ...     by_hand(folder)["claims"].values.tolist()
    [['a', 3.0, <NA>]]
    """
    return {name: _typed(Path(folder) / f"{name}.csv") for name in ("claims", "attributions", "dates", "published")}


def speed() -> pd.DataFrame:
    """What reading cost when it was last measured (`tests/bench/scale.py`): what, reports, workers, seconds, per_second
    (articles a second of one core), megabytes (of the largest program; missing for a stage).

    >>> speed()["what"].iloc[0]
    'words'
    """
    dtypes = dict.fromkeys(("reports", "workers"), "Int64") | dict.fromkeys(
        ("seconds", "per_second", "megabytes"), "Float64"
    )
    return pd.read_csv(HERE / "speed.csv", dtype={"what": "string"} | dtypes)


def _typed(path: Path) -> pd.DataFrame:
    dtypes = {column: dtype for frame in schema.FRAMES.values() for column, dtype in frame.items()}
    table = pd.read_csv(path, dtype="string")
    return table.assign(**{column: table[column].astype(dtypes.get(column, "string")) for column in table})


def _parts(geometry: dict[str, Any]) -> list[list[list[float]]]:
    """The lines of a geometry, of whatever kind; a surface gives its outlines."""
    coordinates = geometry["coordinates"]
    match geometry["type"]:
        case "LineString":
            return [coordinates]
        case "MultiLineString" | "Polygon":
            return coordinates
        case "MultiPolygon":
            return [ring for polygon in coordinates for ring in polygon]
    raise ValueError(f"a base map of lines has no {geometry['type']}")
