"""Deciding in the evidence reader in a real browser: with Python behind it, on a page alone, and in JupyterLab."""

import csv
import io
import shutil
from datetime import date

import nbformat
import pytest
from test_browser import CONTRAST, ROW, SEEDS, lab, laid  # noqa: F401

from helpers import assets, parse, reader
from helpers.assemble import with_decisions
from helpers.deciding import decide, join
from tests.browser import ANSWERS_LATE, watched

pytestmark = ANSWERS_LATE

HOSTILE = "<img src=x onerror=alert(1)>"
TEXT = f"قال متحدث باسم الجيش السوداني {HOSTILE} إن 12 مدنيا قتلوا في الخرطوم. وأصيب ثلاثة. وقتل العشرات."
LIVE = """held => {
  const hear = {};
  const send = async (asked) => {
    const { data, sent } = await window.python(asked);
    if (data) { held.data = data; hear['change:data'](); }
    sent.forEach((message) => hear['msg:custom'](message));
  };
  const model = { get: (name) => held[name], set: (name, value) => (held[name] = value), send,
    off() {}, save_changes() {}, on: (name, hears) => (hear[name] = hears) };
  window.reader.render({ el: document.querySelector('main'), model });
}"""

LEAVING = "!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"  # whether the reader objects


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "reports"


@pytest.fixture
def live(browser, folder, tmp_path):
    """The widget in a page, its messages carried to Python and back; gives the page and the widget."""
    view = reader.show(parse(folder), "en")
    script = assets.script().replace("export default", "window.reader =")
    page_of = f"<style>{assets.style()}</style><main></main><script type=module>{script}</script>"
    (tmp_path / "live.html").write_text(f"<!DOCTYPE html><meta charset=utf-8>{page_of}", encoding="utf-8")

    def python(asked):
        before, sent = view.data, []
        view.send = sent.append
        view._heard(view, asked, [])
        return {"data": None if view.data is before else view.data, "sent": sent}

    with watched(browser) as page:
        page.expose_function("python", python)
        page.goto((tmp_path / "live.html").as_uri())
        held = {name: getattr(view, name) for name in ("data", "texts", "lang", "picked", "deciding")}
        page.evaluate(LIVE, held)
        yield page, view


@pytest.fixture
def alone(browser, folder, tmp_path):
    """The page that needs no Python."""
    corpus = parse(folder)
    (tmp_path / "page.html").write_text(reader.page(corpus, "en"), encoding="utf-8")
    with watched(browser) as page:
        page.goto((tmp_path / "page.html").as_uri())
        yield page, corpus


def rows(folder):
    path = folder / "decisions.csv"
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")))) if path.exists() else []


def begin(page, claim, decision, coder="أمل", reason="misprint"):
    page.locator(f"{ROW}[data-claim='{claim}']").click()
    if not page.locator(".decide").evaluate("e => e.open"):
        page.locator(".decide summary").click()
    page.get_by_role("radio", name=decision).check()
    page.get_by_label("Your name").fill(coder)
    page.get_by_label("Reason").fill(reason)


def write(page):
    page.get_by_role("button", name="Write the decision").click()


def test_a_rejected_claim_is_written_and_the_tables_follow(live, folder):
    page, view = live
    seen = []
    view.observe(lambda change: seen.append(len(change["new"].items)), "corpus")
    before = len(view.corpus.items)
    begin(page, 0, "Reject")
    write(page)
    page.get_by_text("Written into decisions.csv").wait_for()
    assert [(row["decision"], row["coder"], row["reason"]) for row in rows(folder)] == [("reject", "أمل", "misprint")]
    assert seen == [before - 1] and parse(folder).items.equals(view.corpus.items)
    assert page.locator(f"{ROW}[data-claim='0'] .decided").inner_text() == "Rejected by a person"
    assert "misprint" in page.locator(".history").inner_text()
    assert page.locator(".correct").is_hidden()
    assert page.get_by_label("Reason").input_value() == "" and page.get_by_label("Your name").input_value() == "أمل"
    assert page.locator(".text .lit.core").inner_text() == "12"


def test_a_misclick_is_taken_back_by_a_row_of_its_own(live, folder):
    page, view = live
    claims = view.corpus.claims
    begin(page, 0, "Reject")
    write(page)
    page.get_by_text("Written into decisions.csv").wait_for()
    page.locator(f"{ROW}[data-claim='1']").click()
    assert page.get_by_role("button", name="Take this decision back").count() == 0
    page.locator(f"{ROW}[data-claim='0']").click()
    page.get_by_label("Reason").fill("a misclick")
    page.get_by_role("button", name="Take this decision back").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Taken back by a row more").wait_for()
    assert [(row["decision"], row["coder"]) for row in rows(folder)] == [("reject", "أمل"), ("withdraw", "أمل")]
    assert rows(folder)[1]["reason"] == "a misclick"
    told = page.locator(".history li").all_inner_texts()
    assert [line.split("\n")[0] for line in told] == ["Rejected by a person (taken back)", "Taken back by a person"]
    assert "a misclick" in told[1]
    assert page.locator(f"{ROW}[data-claim='0'] .decided").count() == 0 and view.corpus.claims.equals(claims)
    assert page.get_by_role("button", name="Take this decision back").count() == 0
    assert page.evaluate("document.activeElement.matches('.decide summary')")


@pytest.fixture
def earlier(folder):
    """A decision of an earlier session and of another person."""
    corpus = parse(folder)
    asked = {"claim": corpus.claims["id"][0], "decision": "correct", "coder": "بدر", "reason": "misread"}
    decide(corpus, asked | {"values": {"place": "", "low": "21", "best": "21", "high": "21"}}, date(2026, 1, 31))


def test_a_decision_of_an_earlier_session_is_shown_and_taken_back_by_who_made_it(earlier, live, folder):
    page, view = live
    before = view.corpus.claims
    page.locator(f"{ROW}[data-claim='0']").click()
    told = page.locator(".history li")
    assert told.count() == 1 and told.is_visible()
    for words in ("Place = —", "Stated = 21", "2026-01-31", "misread", "بدر"):
        assert words in told.inner_text()
    assert "Corrected by a person" in page.locator(".heading").inner_text()
    assert page.locator(ROW).evaluate_all("rows => rows.every(row => getComputedStyle(row).display === 'table-row')")
    button = page.get_by_role("button", name="Take this decision back")
    button.click()
    assert page.get_by_role("alert").inner_text() == "Write your name."
    assert page.evaluate("document.activeElement.autocomplete") == "name"
    page.get_by_label("Your name").fill("أمل")
    button.click()
    assert "No such decision of أمل stands here" in page.get_by_role("alert").inner_text()
    assert len(rows(folder)) == 4 and view.corpus.claims is before
    page.get_by_label("Your name").fill("بدر")
    button.click()
    page.get_by_text("Taken back by a row more").wait_for()
    assert [row["decision"] for row in rows(folder)] == ["correct"] * 4 + ["withdraw"] * 4
    assert view.corpus.claims["best"][0] == 12 and page.locator(f"{ROW}[data-claim='0'] .decided").count() == 0
    assert button.count() == 0 and "= 21" not in page.locator(".heading").inner_text()


def test_a_page_alone_takes_back_a_decision_of_an_earlier_session(earlier, alone, folder):
    page, corpus = alone
    page.locator(f"{ROW}[data-claim='0']").click()
    button = page.get_by_role("button", name="Take this decision back")
    page.locator(".decide summary").click()
    page.get_by_label("Your name").fill("أمل")
    button.click()
    assert "No such decision of أمل" in page.get_by_role("alert").inner_text()
    page.get_by_label("Your name").fill("بدر")
    button.click()
    assert page.locator(f"{ROW}[data-claim='0'] .decided").count() == button.count() == 0
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download decisions.csv (4)").click()
    assert join(corpus, caught.value.path()).claims["decided"].isna().all() and len(rows(folder)) == 8


def test_a_number_is_corrected_with_one_value(live, folder):
    page, view = live
    begin(page, 0, "Correct")
    page.get_by_label("The number", exact=True).fill("٢١")
    write(page)
    page.get_by_text("Written into decisions.csv").wait_for()
    assert [(row["field"], row["value"]) for row in rows(folder)] == [("low", "21"), ("best", "21"), ("high", "21")]
    assert view.corpus.claims["best"][0] == 21
    assert "= 21" in page.locator(".heading").inner_text()


def test_the_values_asked_for_are_those_of_the_kind_of_number(live):
    page, view = live
    begin(page, 0, "Correct")
    page.get_by_role("combobox", name="Kind of number", exact=True).select_option("range")
    assert page.locator(".fields input[name]").evaluate_all("all => all.map(e => e.name)") == ["low", "high"]
    page.get_by_label("Lowest").fill("10")
    page.get_by_label("Highest").fill("20")
    write(page)
    page.get_by_text("Written into decisions.csv").wait_for()
    claim = view.corpus.claims.iloc[0]
    assert (claim["low"], claim["high"], claim["precision"]) == (10, 20, "range") and claim.isna()["best"]


def test_the_whole_is_chosen_among_the_claims_of_the_report(live, folder):
    page, view = live
    begin(page, 1, "Correct")
    page.get_by_role("combobox", name="What is to be corrected").select_option("part_of")
    first = view.data["claims"][0]
    page.get_by_role("combobox", name="Part of another claim").select_option(first["id"])
    write(page)
    page.get_by_text("Written into decisions.csv").wait_for()
    assert view.corpus.claims["part_of"][1] == first["id"] == rows(folder)[0]["value"]


def test_a_kernel_that_does_not_answer_is_spoken_of(live, monkeypatch):
    page, view = live
    monkeypatch.setattr(view, "_heard", lambda *_: None)
    page.clock.install()
    begin(page, 0, "Reject")
    write(page)
    assert page.get_by_role("button", name="Write the decision").is_disabled()
    page.clock.fast_forward(31_000)
    assert "No answer from Python" in page.locator(".told").inner_text()
    assert page.get_by_role("button", name="Write the decision").is_enabled()


def test_what_is_wrong_is_said_in_the_language_chosen_and_nothing_is_lost(live, folder):
    page, _ = live
    begin(page, 0, "Correct", reason="because")
    page.get_by_label("The number", exact=True).fill("many")
    write(page)
    alert = page.get_by_role("alert")
    assert "many is not a number" in alert.inner_text()
    page.locator(".language").click()
    assert "ليس «many» عددًا" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("السبب").input_value() == "because"
    assert page.get_by_role("radio", name="تصحيح").is_checked() and rows(folder) == []
    assert laid(page, ".decide form")[0] == "rtl"


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", HOSTILE, "=cmd|'/c calc'!A0"])
def test_hostile_words_are_shown_and_do_nothing(live, folder, words):
    page, _ = live
    begin(page, 0, "Accept", coder=words, reason=words)
    write(page)
    page.get_by_text("Written into decisions.csv").wait_for()
    shown = page.locator(".history").inner_text()
    assert shown.count(words) == 2 and page.locator(".history script, .history img").count() == 0
    assert rows(folder)[0]["reason"].lstrip("'") == words


def test_signs_that_turn_text_are_refused(live, folder):
    page, _ = live
    begin(page, 0, "Reject", reason="\N{RIGHT-TO-LEFT OVERRIDE}abc")
    write(page)
    assert "holds signs that turn or hide text" in page.get_by_role("alert").inner_text() and rows(folder) == []


def test_the_keyboard_alone_decides(live, folder):
    page, _ = live

    def tab_to(selector):
        for _ in range(60):
            if page.evaluate(f"document.activeElement.matches({selector!r})"):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reaches {selector}")

    page.get_by_label("Search").focus()
    tab_to("[role=tab]")
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("tab", selected=True).inner_text() == "Look at first"
    tab_to("tr[data-leads]")
    page.keyboard.press("Enter")
    tab_to(".decide summary")
    page.keyboard.press("Enter")
    tab_to("input[type=radio]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    tab_to("input[autocomplete=name]")
    page.keyboard.type("amal")
    page.keyboard.press("Tab")
    page.keyboard.type("misread")
    page.keyboard.press("Enter")
    page.get_by_text("Written into decisions.csv").wait_for()
    assert [(row["decision"], row["coder"], row["reason"]) for row in rows(folder)] == [("reject", "amal", "misread")]
    assert page.evaluate("document.activeElement.matches('.decide summary')")
    page.keyboard.press("Escape")
    assert not page.locator(".decide").evaluate("e => e.open")
    page.keyboard.press("Escape")
    assert page.locator(".lit").count() == 0


def test_the_queue_leads_to_its_claims_and_follows(live):
    page, view = live
    page.get_by_role("tab", name="Look at first").click()
    listed = page.locator("tr[data-leads]")
    places = [view.data["claims"].index(claim) for claim in view.data["claims"]]
    assert sorted(map(int, listed.evaluate_all("all => all.map(e => e.dataset.leads)"))) == places
    assert [item["weight"] for item in view.data["queue"]] == sorted(
        (i["weight"] for i in view.data["queue"]), reverse=True
    )
    listed.first.click()
    first = view.data["queue"][0]
    assert page.locator(".heading .words").inner_text() == view.data["claims"][first["claim"]]["words"]
    assert listed.first.locator(".signs li").all_inner_texts() == [
        view.data["shared"]["signs"][sign][1] for sign in first["signs"]
    ]
    n = len(places)
    assert page.get_by_role("status").first.inner_text() == f"Still to decide: {n} of {n}"
    page.get_by_label("Search").fill("12")
    assert page.locator("tr[data-leads]").count() == 1


def test_what_changed_is_shown_once_a_snapshot_was_kept(live, folder):
    page, _ = live
    page.get_by_role("tab", name="What changed").click()
    assert "no snapshot" in page.get_by_role("tabpanel").inner_text()
    page.get_by_role("button", name="Keep the claims as they are now").click()
    page.get_by_text("Kept in last-run.csv").wait_for()
    assert (folder / "last-run.csv").exists() and "Nothing changed" in page.get_by_role("tabpanel").inner_text()
    page.get_by_role("tab", name="Claims").click()
    begin(page, 0, "Correct")
    page.get_by_label("The number", exact=True).fill("21")
    write(page)
    page.get_by_text("Written into decisions.csv").wait_for()
    page.get_by_role("tab", name="What changed").click()
    told = page.get_by_role("grid", name="What changed").inner_text()
    assert "Stated" in told and "Before: 12" in told and "21" in told


def test_roles_and_names_are_there_for_screen_readers(live):
    page, _ = live
    assert page.get_by_role("tablist", name="What to look at").get_by_role("tab").count() == 3
    assert page.get_by_role("tabpanel", name="Claims").count() == 1
    begin(page, 0, "Correct")
    assert page.get_by_role("group", name="Decision").get_by_role("radio").count() == 3
    named = "e => e.labels?.length || e.ariaLabel || e.textContent"
    assert page.evaluate(
        f"[...document.querySelectorAll('.decide :is(input, select, button, summary)')].every({named})"
    )
    assert page.locator("[role=tab]").evaluate_all(
        "all => all.every(e => document.getElementById(e.getAttribute('aria-controls')).role === 'tabpanel')"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_words_stand_out_from_their_ground(browser, folder, tmp_path, scheme, lang):
    (tmp_path / "page.html").write_text(reader.page(parse(folder), lang), encoding="utf-8")
    with watched(browser, scheme=scheme) as page:
        page.goto((tmp_path / "page.html").as_uri())
        page.locator(ROW).first.click()
        page.locator(".decide summary").click()
        page.locator("input[type=radio]").first.check()
        page.locator(".write").click()
        assert page.get_by_role("alert").count() == 1
        for tab in page.locator("[role=tab]").all():
            tab.click()
            assert (
                page.evaluate(CONTRAST.replace("e.checkVisibility()", "e.checkVisibility() || e.matches(':disabled')"))
                == []
            )


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_nothing_spills_over_the_side(browser, folder, tmp_path, width):
    (tmp_path / "page.html").write_text(reader.page(parse(folder), "en"), encoding="utf-8")
    with watched(browser, width=width) as page:
        page.goto((tmp_path / "page.html").as_uri())
        begin(page, 0, "Correct")
        spilled = "all => all.filter(e => e.scrollWidth > e.clientWidth + 1).length"
        for tab in page.locator("[role=tab]").all():
            tab.click()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.locator(".isnad .pane:not([hidden]), .isnad .card").evaluate_all(spilled) == 0


def test_a_page_alone_gives_its_decisions_as_a_file(alone, folder):
    page, _ = alone
    begin(page, 0, "Correct", coder="=amal", reason='a, "b"')
    assert "works without Python" in page.locator(".download").inner_text()
    page.get_by_label("The number", exact=True).fill("٢١")
    write(page)
    page.get_by_text("Noted in this page").wait_for()
    begin(page, 1, "Reject", coder="بدر", reason="مكرر")
    write(page)
    told = page.locator(".history li").all_inner_texts()
    assert len(told) == 1 and told[0].startswith("Rejected by a person") and "مكرر" in told[0]
    page.locator(f"{ROW}[data-claim='0']").click()
    assert "Corrected by a person: Stated = 21" in page.locator(".history").inner_text()
    assert page.locator(f"{ROW}[data-claim='1'] .decided").inner_text() == "Rejected by a person"
    assert page.evaluate("document.activeElement.closest('[data-claim]') !== null")
    assert page.evaluate(LEAVING)
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download decisions.csv (4)").click()
    assert not page.evaluate(LEAVING)
    assert caught.value.suggested_filename == "decisions.csv" and not (folder / "decisions.csv").exists()
    shutil.copy(caught.value.path(), folder / "decisions.csv")
    told = parse(folder)
    assert told.decisions["coder"].tolist() == ["'=amal"] * 3 + ["بدر"] and told.decisions["reason"][0] == 'a, "b"'
    assert told.decisions["outcome"].eq("applied").all()
    assert told.claims["decided"].tolist()[:2] == ["correct", "reject"]
    assert told.claims.loc[0, ["low", "best", "high"]].tolist() == [21, 21, 21]


def test_a_page_alone_takes_back_what_it_noted_last(alone, folder):
    page, _ = alone
    begin(page, 0, "Accept")
    write(page)
    begin(page, 0, "Correct")
    page.get_by_label("The number", exact=True).fill("21")
    write(page)
    assert page.evaluate("document.activeElement.matches('.decide summary')")
    page.get_by_role("button", name="Take this decision back").last.click()
    assert "Taken back by a row more in this page" in page.locator(".told").inner_text()
    assert page.locator(f"{ROW}[data-claim='0'] .decided").inner_text() == "Accepted by a person"
    told = page.locator(".history li").all_inner_texts()
    assert "Corrected by a person: Stated = 21 (taken back)" in told[1] and len(told) == 3
    assert "Taken back by a person: Stated" in told[2]
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download decisions.csv (7)").click()
    shutil.copy(caught.value.path(), folder / "decisions.csv")
    told = parse(folder)
    assert told.decisions["outcome"].tolist() == ["applied", *["withdrawn"] * 3, *["applied"] * 3]
    assert told.claims["decided"][0] == "accept" and told.claims["best"][0] == 12


@pytest.mark.parametrize(
    ("decision", "fields", "why"),
    [
        ("Reject", {"Reason": ""}, "Write a reason"),
        ("Accept", {"Your name": " "}, "Write your name"),
        ("Reject", {"Reason": "\N{RIGHT-TO-LEFT OVERRIDE}"}, "holds signs"),
        ("Correct", {"The number": "1e9"}, "1e9 is not a number"),
        ("Correct", {"The number": ""}, "is not a number"),
        ("Correct", {}, "Nothing differs"),
    ],
)
def test_a_page_alone_says_what_is_wrong(alone, decision, fields, why):
    page, _ = alone
    begin(page, 0, decision)
    for name, value in fields.items():
        page.get_by_label(name, exact=True).fill(value)
    write(page)
    assert why in page.get_by_role("alert").inner_text()
    assert page.get_by_role("button", name="Download decisions.csv (0)").is_disabled()


def test_texts_without_a_folder_say_why_nothing_can_be_decided(browser, tmp_path):
    (tmp_path / "page.html").write_text(reader.page(parse([("a", TEXT)]), "en"), encoding="utf-8")
    with watched(browser) as page:
        page.goto((tmp_path / "page.html").as_uri())
        page.locator(ROW).first.click()
        page.locator(".decide summary").click()
        assert "lie in no folder" in page.locator(".decide").inner_text() and page.locator(".decide form").count() == 0


@pytest.mark.slow
def test_what_is_decided_in_jupyterlab_stands_in_the_next_cell(browser, lab, tmp_path):  # noqa: F811
    cells = [
        "from helpers import parse, reader, tables\nview = reader.show(parse('../seeds'), 'en')\nview",
        "print('items', len(view.corpus.items), view.corpus.claims['decided'].count(), 'decided')",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, tmp_path / "notebooks" / "decide.ipynb")
    seeds = parse(SEEDS)
    n = seeds.claims.index[seeds.claims["measure"].eq("strikes")][0]  # told once: its item goes with it
    after = len(with_decisions(seeds, [{"claim": seeds.claims["id"][n], "decision": "reject"}]).items)
    assert after < len(seeds.items)
    with watched(browser, width=1500, height=950, at_home=(f"http://{lab}/", f"ws://{lab}/")) as page:
        page.goto(f"http://{lab}/lab/tree/notebooks/decide.ipynb", timeout=120_000)
        page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=120_000)
        page.get_by_text("| Idle").wait_for(timeout=120_000)
        run_all(page)
        page.locator(ROW).first.wait_for(state="attached", timeout=120_000)
        begin(page, n, "Reject", reason="dd xab")  # letters that would delete cells, were the notebook to hear them
        write(page)
        page.get_by_text("Written into decisions.csv").wait_for()
        page.locator(".jp-Notebook .jp-Cell").last.locator(".cm-content").click()
        page.keyboard.press("Control+Enter")
        page.get_by_text(f"items {after} 1 decided").wait_for(timeout=60_000)
        assert page.locator(".jp-Notebook .jp-Cell").count() == 2
        page.get_by_role("button", name="Take this decision back").click()
        page.get_by_text("Taken back by a row more").wait_for()
        page.locator(".jp-Notebook .jp-Cell").last.locator(".cm-content").click()
        page.keyboard.press("Control+Enter")
        page.get_by_text(f"items {len(seeds.items)} 0 decided").wait_for(timeout=60_000)
    assert [row["decision"] for row in rows(tmp_path / "seeds")] == ["reject", "withdraw"]
    assert not (SEEDS / "decisions.csv").exists()


def run_all(page):
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
