"""The notebook runner on notebooks of its own making."""

import errno
import json
import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import zmq
from nbformat import v4

from helpers import kernels
from helpers.notebooks import NotebookError, out_folder, run
from helpers.writing import write_whole

ROOT = Path(__file__).parents[1]
PARAMETERS = 'corpus = "../seeds"\nout = "../figures"  # pictures\npolicy = "interval"\nlang = "ar"'
DRAW = 'from helpers.notebooks import out_folder\n(out_folder(out) / "a.csv").write_text("1", encoding="utf-8");'


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A folder with two reports, one notebook, and another corpus, as the current folder."""
    for folder in ("seeds", "my reports"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("قتل ثلاثة.", encoding="utf-8")
    write(tmp_path, code("print(corpus, out, policy, lang)"), code(DRAW), words("Five.", "seeds-only"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def code(source, *tags):
    return v4.new_code_cell(source, metadata={"tags": list(tags)} if tags else {})


def words(source, *tags):
    return v4.new_markdown_cell(source, metadata={"tags": list(tags)} if tags else {})


def write(project, *cells, name="00-a.ipynb"):
    notebook = v4.new_notebook(cells=[code(PARAMETERS, "parameters"), *cells])
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"id-{number}"
    (project / "notebooks").mkdir(exist_ok=True)
    nbformat.write(notebook, project / "notebooks" / name)


def read(path):
    return nbformat.read(path, as_version=4)


def printed(path):
    return "".join(
        out.text for cell in read(path).cells for out in cell.get("outputs", []) if out.output_type == "stream"
    )


def files(folder):
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_rerun_leaves_every_byte_as_it_was(project):
    assert run() == [project / "notebooks" / "00-a.ipynb"]
    once = files(project)
    run()
    assert files(project) == once
    assert Path("figures/a.csv") in once


def test_what_is_written_says_nothing_of_this_machine_or_minute(project):
    write(project, code("import getpass\n1"), words("w"), code("2"))
    run()
    notebook = read("notebooks/00-a.ipynb")
    assert [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"] == [1, 2, 3]
    assert [cell.id for cell in notebook.cells] == ["id-0", "id-1", "id-2", "id-3"]
    assert notebook.metadata == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    assert [cell.metadata for cell in notebook.cells] == [{"tags": ["parameters"]}, {}, {}, {}]
    assert Path("notebooks/00-a.ipynb").read_text(encoding="utf-8").endswith("}\n")


def test_a_widget_leaves_only_its_static_form(project):
    view = "application/vnd.jupyter.widget-view+json"
    write(project, code(f"display({{'text/plain': 'three', {view!r}: {{'model_id': 'random'}}}}, raw=True)"))
    run()
    assert read("notebooks/00-a.ipynb").cells[1].outputs[0].data == {"text/plain": "three"}


def test_another_corpus_runs_copies_and_touches_nothing_else(project):
    before = files(project)
    copies = run("my reports", project / "my out", policy="acled", lang="en")
    assert copies == [project / "my out" / "notebooks" / "00-a.ipynb"]
    assert printed(copies[0]) == "../../my reports .. acled en\n"
    after = files(project)
    assert {path: after[path] for path in before} == before
    assert Path("my out/a.csv") in after and not Path("figures").exists()


def test_parameters_keep_their_comments(project):
    (copy,) = run("my reports", "o")
    assert 'out = ".."  # pictures' in read(copy).cells[0].source


@pytest.mark.parametrize(("corpus", "kept"), [("my reports", False), ("seeds", True)])
def test_sentences_about_the_seeds_stay_with_the_seeds(project, corpus, kept):
    (copy,) = run(corpus, "o")
    assert any(cell.source == "Five." for cell in read(copy).cells) is kept


def test_links_of_a_copy_lead_where_they_led(project):
    write(project, words("[codebook](../README.md#codebook) ![chart](../figures/a.png) [next](01-b.ipynb)"))
    (copy,) = run("my reports", "deep/er")
    assert read(copy).cells[1].source == (
        "[codebook](../../../README.md#codebook) ![chart](../a.png) [next](01-b.ipynb)"
    )


def test_paths_in_the_code_of_a_copy_lead_where_they_led(project):
    (project / "by hand").mkdir()
    (project / "by hand" / "a.csv").write_text("read by hand")
    write(project, code("print(open('../by hand/a.csv').read())", "seeds-only"), code('print("and so on ../..")'))
    (copy,) = run("seeds", "deep/er")
    assert printed(copy) == "read by hand\nand so on ../..\n"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"corpus": "my reports"}, "00-a.ipynb has another corpus"),
        ({"lang": "en"}, "00-a.ipynb has another lang"),
        ({"corpus": "my reports", "out": "."}, "corpus and out"),
        ({"corpus": "nowhere", "out": "o"}, "There is no folder or file nowhere."),
        ({"notebooks": "seeds"}, "There is no numbered notebook in"),
    ],
)
def test_a_wrong_call_is_told_and_writes_nothing(project, asked, said):
    before = files(project)
    with pytest.raises(NotebookError, match=said):
        run(**asked)
    assert files(project) == before


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            'PARTIES = {}\n\nPARTIES["sdf"]',
            ["00-a.ipynb, cell 3 (code cell [2]), line 3:", 'PARTIES["sdf"]', "KeyError"],
        ),
        ("x = (1,\n  2 3)", ["cell 3 (code cell [2]), line 2:", "2 3)", "SyntaxError"]),
        ("import os\nos._exit(3)", ["cell 3", "Kernel died"]),
    ],
)
def test_a_failing_cell_is_named_and_nothing_is_half_written(project, source, said):
    write(project, words("w"), code(source))
    write(project, code(DRAW), name="01-b.ipynb")
    before = files(project)
    with pytest.raises(NotebookError) as told:
        run()
    assert [part for part in said if part not in str(told.value)] == []
    assert "\x1b" not in str(told.value)
    assert files(project) == before


def test_every_failing_notebook_is_told(project):
    write(project, code("1 / 0"))
    write(project, code("[][1]"), name="01-b.ipynb")
    with pytest.raises(NotebookError, match=r"(?s)00-a.*ZeroDivisionError.*01-b.*IndexError"):
        run()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<html>", "00-a.ipynb is not a notebook"),
        (json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), "no cell tagged parameters"),
    ],
)
def test_a_file_that_is_no_notebook_of_ours_is_named(project, text, said):
    Path("notebooks/00-a.ipynb").write_text(text, encoding="utf-8")
    with pytest.raises(NotebookError, match=said):
        run()


def test_a_parameters_cell_must_set_all_four(project):
    write(project)
    path = Path("notebooks/00-a.ipynb")
    path.write_text(path.read_text(encoding="utf-8").replace("policy =", "rule ="), encoding="utf-8")
    with pytest.raises(NotebookError, match="does not set policy"):
        run()


def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "a"
    write_whole(path, b"old")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        write_whole(path, b"new")
    assert files(tmp_path) == {Path("a"): b"old"}


def test_under_pytest_pictures_go_to_a_temporary_folder():
    assert out_folder("figures") == Path(os.environ["ISNAD_OUT"])
    assert not out_folder("figures").is_relative_to(ROOT)


def test_elsewhere_pictures_go_where_they_are_asked_to(tmp_path, monkeypatch):
    monkeypatch.delenv("ISNAD_OUT")
    assert out_folder(tmp_path / "new" / "o") == tmp_path / "new" / "o"
    assert (tmp_path / "new" / "o").is_dir()


def call(*arguments, cwd=ROOT):
    command = [sys.executable, "-m", "helpers", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", timeout=600)


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--help"], 0, "figures"),
        (["--help"], 0, "claims"),
        ([], 2, "COMMAND"),
        (["figures", "--lang", "fr"], 2, "'fr'"),
        (["figures", "nowhere"], 1, "There is no folder or file nowhere."),
        (["claims", "nowhere"], 1, "There is no folder or file nowhere."),
    ],
)
def test_commands_answer_clearly(arguments, status, said):
    done = call(*arguments)
    assert done.returncode == status
    assert said in done.stdout + done.stderr and "Traceback" not in done.stderr


def test_the_figures_command_tells_how_far_it_is(project):
    done = call("figures", cwd=project)
    assert (done.returncode, done.stdout) == (0, "Notebooks are in notebooks, pictures in figures.\n")
    assert "1 of 1  00-a" in done.stderr and "Error" not in done.stderr


def test_the_claims_command_gives_every_claim(tmp_path):
    from helpers import parse

    claims = parse(ROOT / "seeds").claims
    expected = claims.to_csv(index=False)
    assert len(claims) and call("claims", "seeds").stdout == expected
    assert call("claims", "seeds", "--to", str(tmp_path / "c.csv")).stdout == ""
    assert (tmp_path / "c.csv").read_text(encoding="utf-8-sig") == expected


@pytest.mark.slow
def test_figures_made_twice_in_a_copy_of_the_project_are_the_same_bytes(tmp_path):
    copy = tmp_path / "isnad"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "__pycache__", "*.egg-info"))
    made = []
    for _ in range(2):
        done = call("figures", cwd=copy)
        assert done.returncode == 0, done.stderr
        made.append({**files(copy / "notebooks"), **files(copy / "figures")})
    assert made[0] == made[1]


def test_a_socket_that_an_ended_kernel_closed_is_no_news():
    for number, told in ((errno.ENOTSOCK, False), (errno.EIO, True)):
        record = logging.makeLogRecord({"exc_info": (zmq.ZMQError, zmq.ZMQError(number), None)})
        assert bool(kernels.LOOP.filter(record)) is told
    assert kernels.LOOP.filter(logging.makeLogRecord({"msg": "plain"}))


def test_what_a_kernel_complains_of_reaches_nobody_unless_it_does_not_start(project):
    complain = "import os\nos.write(2, b'a socket was closed');"
    write(project, code(complain))
    done = call("figures", cwd=project)
    assert done.returncode == 0 and "1 of 1  00-a" in done.stderr and "socket" not in done.stderr
    job = kernels.Job(read(project / "notebooks" / "00-a.ipynb"), project / "00-a.ipynb")
    with pytest.raises(NotebookError, match=r"(?s)its kernel did not start.*PYTHONHASHSEED must be"):
        kernels.executed([job], {"PYTHONHASHSEED": "none"})
