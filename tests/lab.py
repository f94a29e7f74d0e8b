"""A JupyterLab on loopback for the tests that look at notebooks as people do."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

QUIET = (
    "--no-browser",
    "--ip=127.0.0.1",
    "--allow-root",
    "--IdentityProvider.token=",
    "--LabApp.extension_manager=readonly",
    "--ServerApp.port_retries=0",
)


@contextmanager
def laboratory(folder):
    """The address of a JupyterLab over a folder; what it keeps for itself, it keeps there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    own = {f"JUPYTER_{name}_DIR": str(folder / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    own |= {"JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"), "ISNAD_OUT": str(folder / "out")}
    options = [f"--port={address.split(':')[1]}", f"--ServerApp.root_dir={folder}"]
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *QUIET, *options],
        env={**os.environ, **own},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://{address}/api")
        yield address
    finally:
        server.terminate()
        server.wait(30)


def run_all(page, address, notebook):
    """Opens a notebook and runs it from top to bottom; it may still be at work."""
    page.goto(f"http://{address}/lab/tree/{notebook}?reset", timeout=120_000)
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=120_000)
    page.get_by_text("| Idle").wait_for(timeout=120_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()


def _wait_for(url, seconds=60):
    until = time.monotonic() + seconds
    while True:
        try:
            return urllib.request.urlopen(url).read()
        except OSError:
            assert time.monotonic() < until, f"{url} does not answer"
            time.sleep(0.2)
