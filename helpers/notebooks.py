"""Runs the numbered notebooks and writes what they made: all of it, or nothing.

A notebook starts with two code cells. The first is tagged `parameters`; its paths are seen from the notebook's folder:

    corpus = "../seeds"
    out = "../figures"
    policy = "interval"
    lang = "ar"

The second gives the setup; pictures go where `out_folder` says, a temporary folder under pytest:

    from helpers import charts, notebooks, parse, tables
    reports, out = parse(corpus), notebooks.out_folder(out)

Cells tagged `seeds-only` hold sentences that are true of the committed corpus alone: copies for others leave them out.
"""

import json
import os
import re
from ast import literal_eval
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from helpers.corpus import places
from helpers.jobs import Job, NotebookError
from helpers.writing import write_whole

if TYPE_CHECKING:
    from nbformat import NotebookNode

Part = dict[str, Any]  # a notebook or a cell, as its JSON has it
OUT_VARIABLE = "ISNAD_OUT"
NUMBERED = "[0-9][0-9]-*.ipynb"
PARAMETER = re.compile(r"""^(\w+)(\s*=\s*)("[^"\n]*"|'[^'\n]*')""", re.MULTILINE)
LINK_UPWARD = re.compile(r"(?<=\]\()\.\./[^)\s#]+(?=[)#])")
PATH_UPWARD = re.compile(r"""(?<=["'])\.\./[^"'\n]+(?=["'])""")  # of a code cell


class Run(NamedTuple):
    """What a run asks for, its paths as the caller sees them."""

    corpus: Path
    out: Path
    policy: str
    lang: str


def out_folder(out: str | Path) -> Path:
    """The folder that pictures go to, made if need be: `out`, or what the environment variable ISNAD_OUT says.

    >>> out_folder(".").is_dir()
    True
    """
    folder = Path(os.environ.get(OUT_VARIABLE) or out)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def run(
    corpus: str | Path = "seeds",
    out: str | Path = "figures",
    policy: str = "interval",
    lang: str = "ar",
    notebooks: str | Path = "notebooks",
) -> list[Path]:
    """The paths of the notebooks run: the committed ones in place where they ask for just this, else copies in OUT.

    Copies go to OUT/notebooks, pictures to OUT, where README.md shows them all. Errors: NotebookError, and then
    nothing was written.

    >>> run("no such folder")
    Traceback (most recent call last):
    helpers.jobs.NotebookError: There is no folder or file no such folder.
    """
    from helpers import contact_sheet, kernels  # slow to import (nbformat, matplotlib): for running alone

    wanted = Run(Path(corpus).expanduser().resolve(), Path(out).expanduser().resolve(), policy, lang)
    if not wanted.corpus.exists():
        raise NotebookError(f"There is no folder or file {corpus}.")
    try:
        next(places(corpus))
    except ValueError as error:
        raise NotebookError(str(error)) from error
    jobs = _jobs({path: kernels.read(path) for path in _numbered(Path(notebooks).resolve())}, wanted)
    with TemporaryDirectory() as drawn:
        texts = kernels.executed(jobs, {OUT_VARIABLE: drawn})
        if contact_sheet.may_write(wanted.out / "README.md"):
            (Path(drawn) / "README.md").write_text(contact_sheet.page(drawn), encoding="utf-8", newline="\n")
        for picture in sorted(path for path in Path(drawn).rglob("*") if path.is_file()):
            write_whole(wanted.out / picture.relative_to(drawn), picture.read_bytes())
    for job, text in zip(jobs, texts, strict=True):
        write_whole(job.target, text.encode())
    return [job.target for job in jobs]


def executed(corpus: str | Path, out: str | Path, notebooks: str | Path = "notebooks") -> list[Path]:
    """The notebooks that `run` left for this corpus and OUT: the committed ones, or the copies in OUT/notebooks.

    Errors: NotebookError where there are none, or one of them was not run or asks for something else.

    >>> executed("seeds", "drawn")
    Traceback (most recent call last):
    helpers.jobs.NotebookError: No notebooks were run on seeds with their pictures in drawn. Run this first:
      make figures CORPUS="seeds" OUT="drawn"
    """
    wanted = (Path(corpus).expanduser().resolve(), Path(out).expanduser().resolve())
    if found := _run_for(Path(notebooks).resolve(), wanted) or _run_for(wanted[1] / "notebooks", wanted):
        return found
    raise NotebookError(
        f"No notebooks were run on {corpus} with their pictures in {out}. Run this first:\n"
        f'  make figures CORPUS="{corpus}" OUT="{out}"'
    )


def _run_for(folder: Path, wanted: tuple[Path, Path]) -> list[Path]:
    """The folder's notebooks if all of them were run for a corpus and OUT, else none."""
    from helpers import kernels  # slow to import

    found = {path: kernels.read(path) for path in sorted(folder.glob(NUMBERED))}
    right = all(_committed(notebook, path)[:2] == wanted and _was_run(notebook) for path, notebook in found.items())
    return [*found] if right else []


def parameters(notebook: Part, name: str) -> dict[str, str]:
    """What a notebook's parameters cell sets; paths are relative to the notebook's folder.

    Errors: NotebookError where there is no such cell, or it lacks one of the parameters.

    >>> cell = {"metadata": {"tags": ["parameters"]}, "source": 'corpus = "a"\\nout = "b"\\npolicy = "c"\\nlang = "en"'}
    >>> parameters({"cells": [cell]}, "00")["lang"]
    'en'
    """
    source = _parameters_cell(notebook, name)["source"]
    values = {key: literal_eval(value) for key, _, value in PARAMETER.findall(source)}
    if missing := [field for field in Run._fields if field not in values]:
        raise NotebookError(f"{name}: its cell tagged parameters does not set {', '.join(missing)}.")
    return {field: values[field] for field in Run._fields}


def _numbered(folder: Path) -> list[Path]:
    if paths := sorted(folder.glob(NUMBERED)):
        return paths
    raise NotebookError(f"There is no numbered notebook in {folder}. Call this from the project's folder.")


def _jobs(notebooks: dict[Path, "NotebookNode"], wanted: Run) -> list[Job]:
    """The jobs, in place when every notebook's own parameters are the wanted ones."""
    committed = {path: _committed(notebook, path) for path, notebook in notebooks.items()}
    if all(own == wanted for own in committed.values()):
        return [Job(notebook, path) for path, notebook in notebooks.items()]
    folder = wanted.out / "notebooks"
    for path, own in committed.items():
        if wanted.out == own.out or folder == path.parent:
            differ = [field for field in Run._fields if getattr(own, field) != getattr(wanted, field)]
            raise NotebookError(
                f"This would overwrite what the committed notebooks made: {path.name} has another "
                f"{' and '.join(differ) or 'setting than its neighbours'}. Name another folder for it: "
                "make figures OUT=~/my-figures, or --out ~/my-figures."
            )
    return [
        Job(_copy(notebook, path, folder, committed[path], wanted), folder / path.name)
        for path, notebook in notebooks.items()
    ]


def _committed(notebook: Part, path: Path) -> Run:
    own = parameters(notebook, path.name)
    corpus, out = ((path.parent / own[field]).resolve() for field in ("corpus", "out"))
    return Run(corpus, out, own["policy"], own["lang"])


def _was_run(notebook: Part) -> bool:
    return all(cell.get("execution_count") for cell in notebook["cells"] if cell["cell_type"] == "code")


def _copy(notebook: "NotebookNode", path: Path, folder: Path, own: Run, wanted: Run) -> "NotebookNode":
    """The notebook for other values: these set, no sentence true of the committed corpus alone, every path right."""
    values = {**wanted._asdict(), "corpus": _seen_from(folder, wanted.corpus), "out": _seen_from(folder, wanted.out)}
    cell = _parameters_cell(notebook, path.name)
    cell["source"] = PARAMETER.sub(lambda found: _assignment(found, values), cell["source"])
    if own.corpus != wanted.corpus:
        notebook["cells"] = [cell for cell in notebook["cells"] if "seeds-only" not in _tags(cell)]
    for other in notebook["cells"]:
        if other is not cell:
            _lead_right(other, lambda led: _seen_from(folder, _moved(path.parent / led, own, wanted)))
    return notebook


def _lead_right(cell: Part, seen: Callable[[str], str]) -> None:
    """Makes the links of a cell, or the paths in its code, lead where they led."""
    if cell["cell_type"] == "markdown":
        cell["source"] = LINK_UPWARD.sub(lambda found: quote(seen(found[0])), cell["source"])
    elif cell["cell_type"] == "code":
        cell["source"] = PATH_UPWARD.sub(lambda found: seen(found[0]), cell["source"])


def _assignment(found: re.Match[str], values: dict[str, str]) -> str:
    name, sign, value = found.groups()
    return name + sign + (json.dumps(values[name], ensure_ascii=False) if name in values else value)


def _moved(linked: Path, own: Run, wanted: Run) -> Path:
    """Where the linked file is for a copy: the same place, unless it is a picture, which the run draws anew."""
    linked = linked.resolve()
    return wanted.out / linked.relative_to(own.out) if linked.is_relative_to(own.out) else linked


def _seen_from(folder: Path, path: Path) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()


def _parameters_cell(notebook: Part, name: str) -> Part:
    for cell in notebook["cells"]:
        if "parameters" in _tags(cell):
            return cell
    raise NotebookError(f"{name} has no cell tagged parameters.")


def _tags(cell: Part) -> list[str]:
    return cell["metadata"].get("tags", [])
