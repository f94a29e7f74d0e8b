"""Nothing phones home: everything runs where no network is, and no program so much as asks for another machine."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GUARD = """
import os, sys

WATCHED = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg"}
HERE = ("127.", "::1", "localhost", "0.0.0.0")


def note(line):
    with open(os.environ["ISNAD_CALLS"], "a", encoding="utf-8") as file:
        file.write(line + "\\n")


def refuse(event, arguments):
    if event in WATCHED:
        address = arguments[0] if event.startswith("socket.get") else arguments[1]
        host = address[0] if isinstance(address, tuple) else address
        if isinstance(address, tuple) or event.startswith("socket.get"):
            if host and not str(host).startswith(HERE):
                note(f"called {event} {address}")
                raise OSError(f"no network here: {address}")


sys.addaudithook(refuse)
note("began " + " ".join(sys.orig_argv[1:4]))
"""


@pytest.fixture
def run(tmp_path):
    """Runs a program without a network; gives its exit status and error, and what it and its own programs called."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD)
    calls = tmp_path / "calls"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "guard"), "ISNAD_CALLS": str(calls)}

    def run(*arguments: str, where: Path = ROOT) -> tuple[int, str, list[str]]:
        command = [*_without_network(), sys.executable, *arguments]
        done = subprocess.run(command, cwd=where, env=environment, capture_output=True, text=True, timeout=1500)
        return done.returncode, done.stderr, calls.read_text(encoding="utf-8").splitlines()

    return run


def _without_network() -> list[str]:
    """What starts a program in a network of its own that has itself alone, where the system lets us."""
    if not shutil.which("unshare") or not shutil.which("ip"):
        return []
    command = ["unshare", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]
    works = subprocess.run([*command, "true"], capture_output=True).returncode == 0
    return command if works else []


def test_the_guard_sees_a_call_and_stops_it(run):
    code = "import urllib.request; urllib.request.urlopen('http://192.0.2.1/', timeout=5)"
    status, error, calls = run("-c", code)
    assert status != 0 and "no network here" in error
    assert [call for call in calls if call.startswith("called")] == ["called socket.getaddrinfo 192.0.2.1"]


def test_the_guard_lets_a_program_speak_to_itself(run):
    code = "import socket; s = socket.create_server(('127.0.0.1', 0)); socket.create_connection(s.getsockname())"
    status, error, calls = run("-c", code)
    assert status == 0, error
    assert not [call for call in calls if call.startswith("called")]


@pytest.mark.slow
def test_all_figures_are_drawn_without_a_network(run, tmp_path):
    for name in ("notebooks", "seeds", "tests/gold"):
        shutil.copytree(ROOT / name, tmp_path / name)
    status, error, calls = run("-m", "helpers", "figures", where=tmp_path)  # what `make figures` runs
    assert status == 0, error
    assert not [call for call in calls if call.startswith("called")]
    kernels = sum(call.startswith("began -m ipykernel") for call in calls)
    assert kernels == len(list((ROOT / "notebooks").glob("0*.ipynb")))
    drawn, committed = ({path.name for path in folder.glob("figures/*.png")} for folder in (tmp_path, ROOT))
    assert drawn == committed


@pytest.mark.slow
def test_a_data_set_is_made_without_a_network(run, tmp_path):
    status, error, calls = run("-m", "helpers", "parse", "seeds", "--out", str(tmp_path / "data"))
    assert status == 0, error
    assert not [call for call in calls if call.startswith("called")]
    assert len(list((tmp_path / "data" / "items").glob("*.parquet"))) == 1
