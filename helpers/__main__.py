"""The commands: `python -m helpers --help` lists them."""

import argparse
import os
import signal
import sys
from pathlib import Path

from helpers import notebooks
from helpers.cells import neutral_frame
from helpers.pieces import visible
from helpers.writing import write_whole

EXPORTS = ("csv", "parquet", "ucdp", "annotations", "xlsx")


def main(arguments: list[str] | None = None) -> int:
    """The exit status of the command that the arguments name: 0, 1 for a failure that was told, 2 for a wrong call.

    >>> main(["figures", "no such folder"])
    1
    """
    asked = _parser().parse_args(arguments)
    try:
        asked.command(asked)
    except BrokenPipeError:  # the reader, `head` say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (notebooks.NotebookError, OSError, ValueError) as error:
        print(visible(f"{error}"), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m helpers", description="Arabic reports, read claim by claim.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    figures = commands.add_parser(
        "figures",
        help="run the notebooks and draw every figure (what `make figures` does)",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    figures.add_argument("corpus", nargs="?", default="seeds", metavar="CORPUS", help="a folder of reports or one file")
    figures.add_argument("--out", default="figures", metavar="FOLDER", help="where pictures go")
    figures.add_argument("--policy", default="interval", help="how a vague word such as «عشرات» is read")
    figures.add_argument("--lang", default="ar", choices=("ar", "en"), help="the language that notebooks show")
    figures.set_defaults(command=_figures)

    site = commands.add_parser(
        "site", help="notebooks, figures and evidence reader as a folder of web pages (what `make site` does)"
    )
    site.add_argument("corpus", nargs="?", default="seeds", metavar="CORPUS", help="what `figures` was called with")
    site.add_argument("--out", default="figures", metavar="FOLDER", help="where its pictures went")
    site.add_argument("--to", metavar="FOLDER", help="where the pages go: `site`, or FOLDER/site for your own reports")
    site.set_defaults(command=_site)

    claims = commands.add_parser("claims", help="every claim of a folder of reports, or of one report, as CSV")
    claims.add_argument("corpus", metavar="CORPUS", help="a folder of reports, or one file")
    claims.add_argument("--to", type=Path, metavar="FILE", help="write a file, which spreadsheets open too, instead")
    claims.set_defaults(command=_claims)

    export = commands.add_parser("export", help="claims and what they rest on, as files for other programs")
    export.add_argument("corpus", metavar="CORPUS", help="a folder of reports, or one file")
    export.add_argument("--to", type=Path, metavar="FOLDER", required=True, help="where the files go")
    export.add_argument(
        "--format", nargs="+", choices=EXPORTS, default=EXPORTS, metavar="FORMAT", help=f"some of {', '.join(EXPORTS)}"
    )
    export.set_defaults(command=_export)

    readme = commands.add_parser("readme", help="compute the findings, counts and codebook of the READMEs anew")
    readme.set_defaults(command=_readme)

    parse = commands.add_parser("parse", help="read a corpus of any size into Parquet files, on all cores")
    parse.add_argument("corpus", metavar="CORPUS", help="a folder of reports, or one file")
    parse.add_argument("--out", metavar="FOLDER", required=True, help="where they go; what was begun there goes on")
    parse.add_argument("--scheduler", metavar="ADDRESS", help="a running Dask cluster, such as tcp://10.0.0.1:8786")
    parse.add_argument("--lexicons", metavar="FOLDER", help="word lists of your own, else CORPUS/lexicons")
    parse.add_argument("--batch", type=_positive, default=256, metavar="N", help="reports a file holds at most (256)")
    parse.set_defaults(command=_parse)

    tally = commands.add_parser("tally", help="what may be added up in a data set, by measure and group, as CSV")
    tally.add_argument("data", metavar="FOLDER", help="the data set that `parse` has made")
    tally.set_defaults(command=_tally)
    return parser


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of reports. Write 1 or more.")
    return int(text)


def _figures(asked: argparse.Namespace) -> None:
    written = notebooks.run(asked.corpus, asked.out, asked.policy, asked.lang)
    print(f"Notebooks are in {os.path.relpath(written[0].parent)}, pictures in {asked.out}.")


def _site(asked: argparse.Namespace) -> None:
    from helpers import export, website  # slow to import

    folder, reports = website.build(asked.corpus, asked.out, asked.to)
    print(export.warning(reports))
    print("The pages hold the reports whole; `python -m helpers export` lists all of these claims.")
    print(f"Open {folder / 'index.html'} in a browser, or {folder / 'index.ar.html'} for Arabic.")


def _claims(asked: argparse.Namespace) -> None:
    from helpers import parse  # reading the word lists is for this command alone

    corpus = Path(asked.corpus).expanduser()
    if not corpus.exists():
        raise FileNotFoundError(f"There is no folder or file {asked.corpus}.")
    text = neutral_frame(parse(corpus).claims).to_csv(index=False)
    if asked.to:
        write_whole(asked.to.expanduser(), text.encode("utf-8-sig"))
    else:
        print(text, end="", flush=True)


def _export(asked: argparse.Namespace) -> None:
    from helpers import export, parse  # reading the word lists is for these commands alone

    corpus, folder = Path(asked.corpus).expanduser(), asked.to.expanduser()
    if not corpus.exists():
        raise FileNotFoundError(f"There is no folder or file {asked.corpus}.")
    if corpus.is_dir() and folder.resolve().is_relative_to(corpus.resolve()):
        raise ValueError(f"{asked.to} lies in the folder of reports, and would be read with them. Name another folder.")
    reports = parse(corpus)
    print(export.warning(reports))
    written = export.export(reports, folder, asked.format)
    print(f"Written to {folder}: {', '.join(path.name for path in written)}.")


def _readme(asked: argparse.Namespace) -> None:
    from helpers import data, front_page, parse

    corpus, hand = parse("seeds"), data.by_hand("tests/gold/seeds")
    for name, lang in front_page.PAGES.items():
        path = Path(name)
        parts = front_page.blocks(corpus, hand, Path("notebooks"), Path("figures"), lang)
        write_whole(path, front_page.filled(path.read_text(encoding="utf-8"), parts).encode())
    print(f"Written: {', '.join(front_page.PAGES)}.")


def _parse(asked: argparse.Namespace) -> None:
    from helpers import scale  # Dask and DuckDB are for these commands alone
    from helpers.prose import count

    done = scale.parse(asked.corpus, asked.out, asked.scheduler, asked.lexicons, asked.batch)
    print(f"{count(done.reports, 'report', 'reports')} and {count(done.items, 'item', 'items')}: in {asked.out}.")
    if done.unread:
        print(f"{done.unread:,} could not be read, which `problem` in {asked.out}/reports tells; the first:")
        print("\n".join(f"  {visible(told)}" for told in done.told))  # a name may hold what steers a terminal


def _tally(asked: argparse.Namespace) -> None:
    from helpers import scale

    print(neutral_frame(scale.tallies(Path(asked.data).expanduser())).to_csv(index=False), end="", flush=True)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # who ends it from outside stops it as Ctrl-C does
    sys.exit(main())
