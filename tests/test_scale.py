"""A corpus read in batches is the corpus read at once; whoever is stopped or killed, every report is there once."""

import csv
import gc
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import weakref
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from pyarrow.parquet import ParquetFile

from helpers import __main__, parse, scale, schema, tables
from helpers import corpus as corpus_files
from helpers.matters import Told
from helpers.near_pairs import NEAREST, near
from helpers.scale import agreed, counting, disk, parts, reading
from helpers.scale.batches import batches
from helpers.scale.reading import read_batch
from tests.bench.varied import reports, write

GOOD = "قال متحدث باسم الجيش إن ثلاثة جنود قتلوا أمس."
SEEDS = Path(__file__).parents[1] / "seeds"
PATIENCE = 400  # seconds: programs are slow to start on a machine that others use too


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Reports of several kinds, some of no use, with everything that may lie beside them."""
    place = write(tmp_path_factory.mktemp("corpus") / "reports", 14, seed=3)
    manifest = place / "manifest.csv"
    manifest.write_text(manifest.read_text() + "gone.txt,2020-05-01\nrows.csv#2,2020-05-02\n", encoding="utf-8")
    (place / "anchors.csv").write_bytes((SEEDS / "anchors.csv").read_bytes())
    (place / "a b.txt").write_text(GOOD, encoding="utf-8")
    for path in SEEDS.glob("00*.txt"):
        (place / path.name).write_bytes(path.read_bytes())
    (place / "empty.txt").write_text("")
    (place / "report.pdf").write_bytes(b"%PDF-1.4\n%%EOF")
    with (place / "rows.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("text", "published"), (GOOD, "2020-05-03"), (GOOD, ""), ("", ""), (GOOD, "May")])
    made = [{"text": report.text, "published": str(report.day)} for report in reports(4, seed=8)]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made)
    (place / "rows.jsonl").write_text(lines + "{\n", encoding="utf-8")
    claims = parse(place).claims["id"]
    rows = [(claims[3], "reject", "", ""), (claims[9], "correct", "best", "7"), ("claim:x:0-1", "accept", "", "")]
    rows += [(claims[5], "reject", "", ""), (claims[5], "withdraw", "", "")]
    with (place / "decisions.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("claim", "decision", "field", "value"), *rows])
    return place


@pytest.fixture(scope="module")
def corpus(folder):
    return parse(folder)


@pytest.fixture(scope="module")
def data(folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("read") / "data"
    read_here(folder, out)
    return out


def read_here(place, out, reports=7, **stated):
    """The data set without a cluster: the same batches, one after the other."""
    done = [read_batch(batch, str(out)) for batch in batches(place, stated.get("lexicons"), reports)]
    parts.clear(out, {one.name for one in done})
    scale.items(out, place, stated.get("lexicons"))
    return done


def frame(out, name):
    return pd.concat([parts.read(out, name, part) for part in parts.listed(out, name)], ignore_index=True)


def held(out):
    """Every file of a data set with its bytes."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file() and path.name != agreed.LOCK)
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


def assert_same(out, corpus):
    """Whether a data set holds the frames of a corpus, the items in the same order."""
    for name in schema.FRAMES:
        wanted = getattr(corpus, name).drop(columns=parts.KEPT_BACK.get(name, []))
        found = frame(out, name)
        if name not in ("items", "decisions"):
            wanted, found = (one.sort_values("id", ignore_index=True) for one in (wanted, found))
        pd.testing.assert_frame_equal(found, wanted, obj=name)


def test_a_data_set_holds_the_frames_of_the_corpus(folder, corpus, data):
    done = read_here(folder, data)
    assert len(done) > 4 and corpus.items["relations"].notna().any()
    assert_same(data, corpus)
    assert sum(one.reports for one in done) == len(corpus.reports)
    assert sum(one.unread for one in done) == len(corpus.reports) - len(corpus.readable)
    told = {line for one in done for line in one.told}
    assert any("gone.txt: listed in manifest.csv" in line for line in told) and any("empty" in line for line in told)


@pytest.mark.parametrize("at_once", [20, disk.AT_ONCE])
def test_what_is_contested_or_part_of_a_whole_is_so_in_a_data_set(tmp_path, monkeypatch, at_once):
    monkeypatch.setattr(disk, "AT_ONCE", at_once)
    texts = [
        f"قال المرصد السوري إن {10 + n} مدنيا قتلوا في الباغوز يوم 3 آذار 2019، بينهم {2 + n % 3} أطفال.\n"
        f"وقال متحدث باسم قوات سوريا الديمقراطية إن {20 + n} مدنيا قتلوا في الباغوز يوم 3 آذار 2019.\n"
        f"ونزح {300 + n} مدني من بلدة الباغوز. وقتل {5 + n % 2} من قوات سوريا الديمقراطية."
        for n in range(12)
    ]
    place = tmp_path / "reports"
    place.mkdir()
    for n, text in enumerate(texts):
        (place / f"{n:02}.txt").write_text(text, encoding="utf-8")
    (place / "manifest.csv").write_text("file,published\n" + "".join(f"{n:02}.txt,2019-03-05\n" for n in range(12)))
    read_here(place, tmp_path / "data", 5)
    corpus = parse(place)
    kinds = set(corpus.items["relations"].dropna().str.split().explode().str.split(":").str[0])
    assert {"contested", "part_of", "may_overlap", "may_update"} <= kinds
    assert_same(tmp_path / "data", corpus)


def test_no_more_matters_are_held_than_are_near():
    day = date(2020, 5, 1)
    told = Told(*[""] * len(Told._fields))._replace(window=(day, day), report="a")
    listed = (("said", told._replace(number_start=n), ("pile", f"item {n}")) for n in range(400))
    pairs = (pair for n, pair in enumerate(near(counting._noted(listed))) if n % 10_000 == 9_999)
    held = [sum(isinstance(one, counting.Matter) for one in gc.get_objects()) for _ in pairs]
    assert len(held) == 3 and NEAREST <= max(held) <= NEAREST + 4


def test_sums_of_a_data_set_are_those_of_the_corpus(corpus, data):
    found = scale.tallies(data)
    wanted = []
    for (measure, group), listed in corpus.items.groupby(["measure", "subject_group"], dropna=False):
        tally = tables.tally(listed)
        wanted.append((measure, group, len(listed), len(tally.added), tally.low, tally.high))
    known = [tuple(None if pd.isna(value) else value for value in row) for row in found.itertuples(index=False)]
    assert sorted(known, key=str) == sorted((tuple(None if pd.isna(v) else v for v in row) for row in wanted), key=str)
    assert found["added"].gt(0).any() and found["added"].lt(found["items"]).any()


def test_nothing_is_done_twice_and_what_changed_is_done_anew(folder, tmp_path, monkeypatch):
    folder, out, calls = shutil.copytree(folder, tmp_path / "reports"), tmp_path / "data", []
    read_here(folder, out)
    before = held(out)
    monkeypatch.setattr("helpers.scale.reading.as_read", lambda *rest: calls.append(rest) or 1 / 0)
    read_here(folder, out)
    assert held(out) == before and not calls
    monkeypatch.undo()
    (folder / "a b.txt").write_text(GOOD + " وجرح 5 جنود.", encoding="utf-8")
    read_here(folder, out)
    assert_same(out, parse(folder))
    assert len(set(held(out)) & set(before)) > len(before) / 2, "the other batches are left as they are"


def test_a_report_added_anywhere_leaves_most_batches_as_they_are(tmp_path):
    place = write(tmp_path / "reports", 300)
    before = {batch.name for batch in batches(place, None, 20)}
    assert len(before) > 20
    changed = []
    for name in ("0000/0000000a.txt", "0000/0000033a.txt", "0000/0000150a.txt", "a.txt"):
        (place / name).write_text(GOOD, encoding="utf-8")
        changed.append(len({batch.name for batch in batches(place, None, 20)} - before))
        (place / name).unlink()
    assert max(changed) <= 3 and {batch.name for batch in batches(place, None, 20)} == before


def test_a_batch_holds_no_more_than_it_may(tmp_path):
    place = write(tmp_path / "reports", 60)
    for most in (1, 2, 9):
        held = [len(batch.held) for batch in batches(place, None, most)]
        assert sum(held) == 60 and max(held) <= most


def test_rings_made_while_a_batch_is_read_are_freed_after_it():
    class Ring:
        def __init__(self):
            self.itself = self

    with reading._uncollected():
        ring = weakref.ref(Ring())
        assert not gc.isenabled() and ring() is not None
    assert gc.isenabled() and ring() is None


def test_the_bytes_are_the_same_on_every_run(folder, data, tmp_path):
    read_here(folder, tmp_path)
    assert held(tmp_path) == held(data)


def test_word_lists_decide_what_a_batch_is_called(folder, tmp_path):
    lists = tmp_path / "lists"
    lists.mkdir()
    names = {lexicons: {batch.name for batch in batches(folder, lexicons, 7)} for lexicons in (None, str(lists))}
    assert names[None] == names[str(lists)]
    (lists / "entities.csv").write_text("form,entity,kind\nكتيبة النهر,كتيبة النهر,party\n", encoding="utf-8")
    assert not names[None] & {batch.name for batch in batches(folder, str(lists), 7)}


def test_every_file_of_a_frame_has_one_schema(corpus, data):
    for name in schema.FRAMES:
        assert len({str(ParquetFile(path).schema_arrow) for path in (data / name).glob("*.parquet")}) == 1, name
    assert len(pd.read_parquet(data / "reports")) == len(corpus.reports)


def test_a_report_known_to_end_programs_is_listed_and_passed_over(folder, corpus, tmp_path):
    for batch in batches(folder, None, 7):
        read_batch(replace(batch, deadly=frozenset(["a b.txt", "rows.jsonl#2"])), str(tmp_path))
    found = frame(tmp_path, "reports").set_index("report")["problem"].dropna()
    assert all("ended the program" in found[name] for name in ("a b.txt", "rows.jsonl#2"))
    assert len(found) == 2 + corpus.reports["problem"].notna().sum()


def test_a_data_set_never_lies_among_the_reports(folder):
    with pytest.raises(ValueError, match="would be read with them"):
        scale.parse(folder, folder / "data")


def test_where_there_is_no_data_set(tmp_path, capsys):
    assert __main__.main(["tally", str(tmp_path)]) == 1
    assert "no data set" in capsys.readouterr().err


def test_reports_without_a_figure_make_a_data_set_too(tmp_path):
    quiet = tmp_path / "reports"
    quiet.mkdir()
    (quiet / "a.txt").write_text("عاد الهدوء إلى المدينة أمس.", encoding="utf-8")
    read_here(quiet, tmp_path / "data")
    assert_same(tmp_path / "data", parse(quiet))
    assert scale.tallies(tmp_path / "data").empty


def test_one_run_at_a_time_writes_a_data_set(folder, tmp_path):
    for left in (".counting-1", "claims"):
        (tmp_path / left).mkdir()
    (tmp_path / "claims" / ".a.parquet.1.part").touch()
    with agreed.alone(tmp_path) as run:
        assert [path.name for path in tmp_path.rglob("*")].count(run) == 1
        assert not list(tmp_path.rglob("*.part")) and not list(tmp_path.glob(".counting-*"))
        with pytest.raises(BlockingIOError, match="another run is at work"):
            scale.parse(folder, tmp_path)
    with agreed.alone(tmp_path):
        assert not (tmp_path / run).exists()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"reader": "another"}, "another version of this project or other word lists"),
        ({"beside": corpus_files.Beside({}, [], Path("nowhere"))}, "nowhere: .* does not see the reports there"),
        ({}, "does not see the data set there"),
    ],
)
def test_a_program_that_sees_or_reads_something_else_writes_nothing(folder, tmp_path, change, told):
    batch = replace(next(batches(folder, None, 7)), **change)
    (tmp_path / ".run-1").touch()
    with pytest.raises((OSError, ValueError), match=told):
        read_batch(batch, str(tmp_path), ".run-1" if change else ".run-2")
    assert done_in(tmp_path) == 0


def test_what_could_not_be_opened_is_tried_again(tmp_path, monkeypatch):
    place, out = write(tmp_path / "reports", 3), tmp_path / "data"
    (place / "rows.csv").write_text(f"text\n{GOOD}\n", encoding="utf-8")
    data = Path.open

    def refuse(path, *rest, **named):
        if path.name in ("0000001.txt", "rows.csv") and path.is_relative_to(place):
            raise OSError(5, "Input/output error", str(path))
        return data(path, *rest, **named)

    monkeypatch.setattr("pathlib.Path.open", refuse)
    read_here(place, out)
    assert frame(out, "reports")["problem"].notna().sum() == 2
    held_then = held(out)
    read_here(place, out)
    assert held(out) == held_then
    monkeypatch.undo()
    read_here(place, out)
    assert_same(out, parse(place))


def test_a_data_set_that_is_half_made_is_not_counted_up(folder, tmp_path):
    read_here(folder, tmp_path)
    (batch,) = batches(next(SEEDS.glob("001*")), None)
    read_batch(batch, str(tmp_path))
    with pytest.raises(ValueError, match="has not ended"):
        scale.tallies(tmp_path)


def test_what_is_stated_wrongly_is_told_before_a_report_is_read(tmp_path):
    place = write(tmp_path / "reports", 3)
    (place / "decisions.csv").write_text("claim,decision\nclaim:gone.txt:0-1,perhaps\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"decisions\.csv, row 2"):
        scale.parse(place, tmp_path / "data")
    assert not (tmp_path / "data").exists()


def test_a_full_disk_is_told_in_a_line(tmp_path):
    with pytest.raises(OSError, match="heads"), disk.database(tmp_path) as database:
        database.execute("SELECT * FROM heads")


def test_what_a_run_prints_steers_no_terminal(tmp_path, capsys, monkeypatch):
    summary = scale.Summary(1, 1, ("\x1b[2J.txt: empty. Put the report's text in it or take it away.",), 0)
    monkeypatch.setattr(scale, "parse", lambda *_: summary)
    assert __main__.main(["parse", "reports", "--out", "data"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("1 report and no items: in data.\n1 could not be read") and "⟦U+001B⟧[2J.txt" in told
    monkeypatch.setattr(scale, "parse", lambda *_: _raise("\x1b[2J"))
    assert __main__.main(["parse", "reports", "--out", "data"]) == 1 and "\x1b" not in capsys.readouterr().err


def _raise(told):
    raise OSError(told)


@pytest.mark.parametrize("number", ["0", "-1", "x"])
def test_how_many_reports_a_file_may_hold(number, capsys):
    with pytest.raises(SystemExit):
        __main__.main(["parse", "reports", "--out", "data", f"--batch={number}"])
    assert "is no number of reports. Write 1 or more." in capsys.readouterr().err


# On a cluster: a real scheduler and two programs on loopback


@contextmanager
def running(*arguments, **more):
    """A program, ended when it is no more needed."""
    program = subprocess.Popen(
        [sys.executable, "-m", *arguments], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, **more
    )
    try:
        yield program
    finally:
        program.kill()
        program.wait()


@contextmanager
def cluster(tmp_path, *preload):
    """The address of a scheduler, its two workers, and itself."""
    known = tmp_path / "scheduler.json"
    workers = ("dask", "worker", "--scheduler-file", str(known), "--no-nanny", "--nthreads", "1", "--no-dashboard")
    workers += ("--host", "127.0.0.1", "--local-directory", str(tmp_path), "--death-timeout", "60", *preload)
    at = ("dask", "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(known))
    with running(*at) as head, running(*workers) as one, running(*workers) as two:
        wait_for(known.exists)
        yield json.loads(known.read_text())["address"], (one, two, head)


def wait_for(met, seconds=PATIENCE):
    until = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < until, "it took too long"
        time.sleep(0.05)


def done_in(out):
    return len(parts.listed(out, "reports"))


@pytest.mark.slow
def test_a_worker_is_killed_and_every_report_is_there_once(tmp_path):
    place, out = write(tmp_path / "reports", 120), tmp_path / "data"
    with cluster(tmp_path) as (address, (one, *_)):
        command = ("helpers", "parse", str(place), "--out", str(out), "--scheduler", address, "--batch", "4")
        with running(*command) as program:
            wait_for(lambda: done_in(out) > 3)
            one.send_signal(signal.SIGKILL)
            assert done_in(out) < len(list(batches(place, None, 4))) - 2, "killed in the middle"
            assert program.wait(PATIENCE) == 0
    found = frame(out, "reports")["report"]
    assert found.is_unique and len(found) == 120
    assert_same(out, parse(place))


@pytest.mark.slow
def test_a_scheduler_that_ends_is_told_in_a_line_and_the_rest_is_read_later(tmp_path):
    place, out = write(tmp_path / "reports", 80), tmp_path / "data"
    with cluster(tmp_path) as (address, (*_, head)):
        command = [sys.executable, "-m", "helpers", "parse", str(place), "--out", str(out), "--batch", "4"]
        with subprocess.Popen([*command, "--scheduler", address], stderr=subprocess.PIPE, text=True) as program:
            wait_for(lambda: done_in(out) > 3)
            head.send_signal(signal.SIGKILL)
            told = program.communicate(timeout=PATIENCE)[1]
    assert program.returncode == 1 and told.count("\n") == 1 and "What is read is kept" in told
    assert not list(out.glob(".run-*"))
    read_here(place, out, 4)
    assert_same(out, parse(place))


@pytest.mark.slow
def test_a_run_that_is_ended_from_outside_leaves_nothing_half_done(tmp_path):
    place, out = write(tmp_path / "reports", 40), tmp_path / "data"
    command = [sys.executable, "-m", "helpers", "parse", str(place), "--out", str(out), "--batch", "4"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as program:
        wait_for(lambda: done_in(out) > 1)
        program.terminate()
        told = program.communicate(timeout=PATIENCE)[1]
    assert (program.returncode, told) == (130, "Stopped.\n")
    assert [path.name for path in out.glob(".*")] == [agreed.LOCK] and not list(out.rglob("*.part"))


@pytest.mark.slow
def test_a_run_that_is_killed_goes_on_to_the_same_bytes(tmp_path):
    place = write(tmp_path / "reports", 80)
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    read_here(place, whole, 4)
    command = ("helpers", "parse", str(place), "--out", str(broken), "--batch", "4")
    with running(*command, start_new_session=True) as program:
        wait_for(lambda: done_in(broken) > 3)
        os.killpg(program.pid, signal.SIGKILL)
    assert 0 < (done := done_in(broken)) < done_in(whole) and list(broken.glob(".run-*"))
    kept = {path: path.stat().st_mtime_ns for path in broken.glob("reports/*.parquet")}
    with running(*command) as program:
        assert program.wait(PATIENCE) == 0
    assert held(broken) == held(whole)
    assert len(kept) == done and all(path.stat().st_mtime_ns == at for path, at in kept.items())


DEADLY = """
import os
from helpers.assemble import read
from helpers.scale import reading

deadly = "0000/0000009.txt"
reading.read = lambda one, lists: os._exit(9) if one.report == deadly and one.readable else read(one, lists)
"""


@pytest.mark.slow
def test_a_report_that_ends_its_program_is_found_and_listed(tmp_path):
    place, out = write(tmp_path / "reports", 24), tmp_path / "data"
    (tmp_path / "deadly.py").write_text(DEADLY)
    workers = ("dask", "worker", "--nworkers", "2", "--nthreads", "1", "--host", "127.0.0.1", "--no-dashboard")
    workers += ("--local-directory", str(tmp_path), "--preload", str(tmp_path / "deadly.py"))
    with cluster(tmp_path) as (address, (*pair, _)):
        for worker in pair:
            worker.kill()
        with running(*workers, address, start_new_session=True) as nannies:
            done = scale.parse(place, out, address, batch=6)
            os.killpg(nannies.pid, signal.SIGTERM)
            nannies.wait(30)
    assert (done.reports, done.unread) == (24, 1) and "ended the program" in done.told[0]
    found = frame(out, "reports").set_index("report")["problem"].dropna()
    assert found.index.tolist() == ["0000/0000009.txt"]
