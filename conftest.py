"""Pictures that notebooks draw under pytest go to a temporary folder, never to figures/.

Here and not in tests/, so that `pytest --nbval notebooks` obeys it too.
"""

import os
import shutil
import sys
import tempfile

import hypothesis
import matplotlib.font_manager  # noqa: F401  builds its cache here: in a kernel, its notice would fail a notebook

from helpers.notebooks import OUT_VARIABLE

FIGURE_TEST = "test_a_picture_drawn_now_is_the_committed_one"


# no deadlines: a busy machine is no failure; the same cases on every run of CI, others look further
hypothesis.settings.register_profile("isnad", deadline=None, derandomize=bool(os.environ.get("CI")))


def pytest_configure(config):
    hypothesis.settings.load_profile("isnad")
    os.environ[OUT_VARIABLE] = tempfile.mkdtemp(prefix="isnad-")
    os.environ.pop("MPLBACKEND", None)  # a kernel that is told a backend shows no pictures


def pytest_unconfigure(config):
    shutil.rmtree(os.environ.pop(OUT_VARIABLE), ignore_errors=True)


def pytest_runtest_teardown():
    if plots := sys.modules.get("matplotlib.pyplot"):
        plots.close("all")


def pytest_terminal_summary(terminalreporter):
    """What a person wants to know at the end: what was run, and how the reader does beside a reading by hand."""
    done = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, ())]
    done = [report for report in done if getattr(report, "when", "call") == "call"]
    books = {report.nodeid.split("::")[0] for report in done if ".ipynb::" in report.nodeid}
    figures = [report for report in done if FIGURE_TEST in report.nodeid]
    by_hand = [words for report in done for key, words in getattr(report, "user_properties", ()) if key == "by hand"]
    lines = [
        f"tests run: {len(done):,}",
        *([f"notebooks run, every cell compared: {len(books)}"] if books else []),
        *([f"figures drawn anew and compared: {len(figures)}"] if figures else []),
        *(f"beside the reading by hand: {words}" for words in by_hand),
    ]
    terminalreporter.section("isnad")
    for line in lines:
        terminalreporter.write_line(line)
