"""Builds the site: reads notebooks and pictures, and writes the pages with all that they need beside them."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import jinja2
from markupsafe import Markup

from helpers import assets, kernels, notebooks, reader
from helpers.assemble import Corpus
from helpers.dossier import dossier
from helpers.website.front import caveats, counts
from helpers.website.gallery import FOLDER, Figure, Gallery, gallery
from helpers.website.notes import TEMPLATES, Note, note
from helpers.website.words import LANGUAGES, PAGES, address, question, say
from helpers.writing import write_all

HERE = Path(__file__).parent
GENERATOR = "Isnad"  # marks a folder as ours: only such a one is written into again
ACCURACY = re.compile(r"07-")  # the notebook that tells of the reader's mistakes


class Listed(NamedTuple):
    """A notebook in the list of them, in one language."""

    number: str
    address: str
    question: str
    figures: list[Figure]


class Site(NamedTuple):
    """The folder that was written, and the corpus as it was read for it."""

    folder: Path
    corpus: Corpus


def build(corpus: str | Path = "seeds", out: str | Path = "figures", to: str | Path | None = None) -> Site:
    """Writes the site to the folder `to`, else to `site` for the committed notebooks and OUT/site for copies in OUT.

    Takes the notebooks as they were last run for this corpus and OUT. Errors: NotebookError where they were not;
    ValueError for a folder that holds something else, or that would be read as reports.
    """
    from helpers import parse  # reading the word lists is for this alone

    paths = notebooks.executed(corpus, out)
    source, out = Path(corpus).expanduser(), Path(out).expanduser()
    committed = paths[0].parent != out.resolve() / "notebooks"
    folder = Path(to).expanduser() if to else Path("site") if committed else out / "site"
    _check(folder, source)
    shown = gallery(out)
    notes = {path.stem: note(kernels.read(path), shown) for path in paths}
    reports = parse(source)
    write(folder, pages(reports, notes, shown) | shown.files)
    return Site(folder, reports)


def pages(corpus: Corpus, notes: Mapping[str, Note], shown: Gallery) -> dict[str, bytes]:
    """Every page, and the data of the reader, by its place in the site."""
    rendered, held = {}, dossier(corpus)
    for lang in LANGUAGES:
        listed = [_listed(stem, one.title, lang, shown) for stem, one in notes.items()]
        mistakes = next((one for one in listed if ACCURACY.match(one.address)), None)
        told = caveats(corpus, lang)
        values: dict[str, dict[str, object]] = {
            "index": {
                "title": say("name", lang),
                "counts": counts(corpus, lang),
                "caveats": [*((caveat, None) for caveat in told[:-1]), (told[-1], mistakes)],
            },
            "figures": {"title": say("to_figures", lang), "figures": shown.figures[lang]},
            "reader": {"title": say("to_reader", lang), "still": Markup(reader.still(held, lang))},
        }
        for name, own in values.items():
            rendered[address(name, lang)] = _page(name, name, lang, notebooks=listed, **own)
    for stem, one in notes.items():
        own = {"title": one.title or stem, "contents": one.contents, "body": Markup(one.html)}
        rendered[f"{stem}.html"] = _page("notebook", stem, "en", asked=question(stem, "ar", one.title), **own)
    texts = {place: text.encode() for place, text in rendered.items()}
    return texts | {"assets/reader-data.js": f"const held = {reader.held(held)};\n".encode()}


def _listed(stem: str, title: str, lang: str, shown: Gallery) -> Listed:
    number = stem.split("-")[0]
    figures = [figure for figure in shown.figures[lang] if figure.stem.split("-")[0] == number]
    return Listed(number, f"{stem}.html", question(stem, lang, title or stem), figures)


def _page(template: str, here: str, lang: str, **values: object) -> str:
    return (
        _templates()
        .get_template(f"{template}.html.j2")
        .render(
            here=here,
            lang=lang,
            other="ar" if lang == "en" else "en",
            in_both=PAGES,
            generator=GENERATOR,
            say=lambda key, language=lang: say(key, language),
            address=lambda name, language=lang: address(name, language),
            **values,
        )
    )


@lru_cache(maxsize=1)
def _templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )


def _fixed() -> dict[str, bytes]:
    """What is the same for every corpus: style sheets, the reader's program, the font with its licence."""
    files = {
        "site.css": (HERE / "site.css").read_bytes(),
        "reader.css": assets.sheet().encode(),
        "reader.js": reader.alone().encode(),
    }
    fonts = {path.name: path.read_bytes() for path in assets.fonts()}
    return {f"assets/{name}": data for name, data in (files | fonts).items()}


def _check(folder: Path, corpus: Path) -> None:
    """Raises ValueError where writing into the folder would harm something."""
    if corpus.is_dir() and folder.resolve().is_relative_to(corpus.resolve()):
        raise ValueError(f"{folder} lies in the folder of reports, and would be read with them. Name another folder.")
    index = folder / "index.html"
    ours = index.is_file() and f'name="generator" content="{GENERATOR}"' in index.read_text(encoding="utf-8")
    if folder.exists() and not ours and any(folder.iterdir()):
        raise ValueError(f"{folder} holds something else than a site. Name another folder, or an empty one.")


def write(folder: Path, own: Mapping[str, bytes]) -> None:
    """Writes the files, with what every site has, and takes away what an earlier site had and this one lacks."""
    files = {**own, **_fixed()}
    for part in sorted({str(Path(place).parent) for place in files}, reverse=True):  # the pages last
        inside = {Path(place).name: data for place, data in files.items() if str(Path(place).parent) == part}
        write_all(folder / part, inside)
    for path in [*folder.glob("*.html"), *folder.glob("assets/*"), *folder.glob(f"{FOLDER}/*")]:
        if path.relative_to(folder).as_posix() not in files:
            path.unlink()
