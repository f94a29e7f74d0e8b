"""Pictures that notebooks draw under pytest go to a temporary folder, never to figures/.

Here and not in tests/, so that `pytest --nbval notebooks` obeys it too.
"""

import os
import shutil
import tempfile

import matplotlib.font_manager  # noqa: F401  builds its cache here: in a kernel, its notice would fail a notebook

from helpers.notebooks import OUT_VARIABLE


def pytest_configure(config):
    os.environ[OUT_VARIABLE] = tempfile.mkdtemp(prefix="isnad-")
    os.environ.pop("MPLBACKEND", None)  # a kernel that is told a backend shows no pictures


def pytest_unconfigure(config):
    shutil.rmtree(os.environ.pop(OUT_VARIABLE), ignore_errors=True)
