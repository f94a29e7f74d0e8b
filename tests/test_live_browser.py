"""Live charts and tables in a real browser: by themselves on a page, and in a JupyterLab on loopback."""

import json
from pathlib import Path

import pytest

from helpers import assets, live, parse
from tests.browser import ANSWERS_LATE, watched
from tests.lab import laboratory, run_all
from tests.test_browser import CONTRAST

pytestmark = ANSWERS_LATE

ROOT = Path(__file__).parents[1]
MARK = ".isnad .mark"
PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ background: light-dark(#fff, #111); color-scheme: light dark }}
{style}</style><div id="at" class="isnad-live"></div><script type="module">
{script}
const held = {held};
window.sent = [];
window.heard = {{}};
window.model = {{ get: (name) => held[name], set() {{}}, save_changes() {{}}, off() {{}},
  on: (name, hear) => (heard[name] = hear), send: (said) => sent.push(said) }};
live.render({{ model, el: document.getElementById("at") }});
window.redraw = (drawing) => {{ held.drawing = drawing; heard["change:drawing"](); }};
</script>"""
HOSTILE = [
    ("tags", "قال متحدث باسم الجيش <img src=x onerror=alert(1)> إن ثلاثة جنود قتلوا."),
    ("</script><script>alert(2)</script>", "قتل \N{RIGHT-TO-LEFT OVERRIDE}83\N{POP DIRECTIONAL FORMATTING} مدنيا."),
    ("long", f"قال {'ا' * 300_000} إن 5 جنود قتلوا."),
]


@pytest.fixture(scope="module")
def seeds():
    return parse(ROOT / "seeds")


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Writes a chart as a page of its own; it hears nothing from Python."""
    folder, made = tmp_path_factory.mktemp("charts"), []

    def write(chart):
        held = json.dumps(
            {"about": chart.chart.about, "drawing": chart.chart.drawing, "chosen": {}}, ensure_ascii=False
        )
        script = assets.script("live").replace("export default", "const live =")
        path = folder / f"{len(made)}.html"
        text = PAGE.format(style=assets.style("live"), script=script, held=held.replace("<", "\\u003c"))
        path.write_text(text, encoding="utf-8")
        made.append(path)
        return path.as_uri()

    return write


def laid(page, name):
    return page.locator(name).first.evaluate("e => [getComputedStyle(e).direction, getComputedStyle(e).textAlign]")


def test_a_mark_is_picked_by_mouse_and_shows_its_claim(browser, written, seeds):
    chart = live.explore(seeds, "casualties", "en")
    with watched(browser) as page:
        page.goto(written(chart))
        for i in range(page.locator(MARK).count()):
            mark = page.locator(MARK).nth(i)
            mark.click()
            assert mark.get_attribute("aria-selected") == "true"
            assert page.locator(f"{MARK}[aria-selected=true]").count() == 1
            assert page.locator(".aside blockquote").inner_text().strip()
        page.locator(MARK, has_text="38").click()
        told = page.get_by_role("region", name="The mark that is picked").inner_text()
        assert (
            "مقتل 38 من مقاتلي" in told and "Syrian Democratic Forces" in told and "Claims behind this mark: 3" in told
        )
        page.locator(".others button").first.click()
        assert page.locator(".others button").first.get_attribute("aria-pressed") == "true"
        page.get_by_role("button", name="Show it in the report").click()
        headline = seeds.claims.query("best == 38 and section == 'headline'").index[0]
        assert page.evaluate("sent") == [{"open": seeds.claims.index.get_loc(headline)}]


def test_a_mark_is_picked_by_keyboard_alone(browser, written, seeds):
    with watched(browser) as page:
        page.goto(written(live.explore(seeds, "casualties", "en")))
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.mark[aria-selected=true]')")
        first = page.locator(".aside").inner_text()
        page.keyboard.press("End")
        assert "38" in page.evaluate("document.activeElement.innerText")
        assert page.locator(".aside").inner_text() != first and "مقتل 38" in page.locator(".aside").inner_text()
        page.keyboard.press("ArrowUp")
        assert "dozens" in page.evaluate("document.activeElement.innerText")
        page.keyboard.press("Escape")
        assert page.locator(f"{MARK}[aria-selected=true]").count() == 0
        assert page.evaluate("document.activeElement.matches('.mark')")
        assert page.evaluate("document.querySelectorAll('.mark[tabindex=\"0\"]').length") == 1


def test_what_is_picked_outlives_a_change(browser, written, seeds):
    chart = live.explore(seeds, "casualties", "en")
    with watched(browser) as page:
        page.goto(written(chart))
        page.locator(MARK, has_text="dozens").click()
        chart.lang.value, chart.policy.value = "ar", "acled"
        page.evaluate("redraw", chart.chart.drawing)
        assert page.locator(f"{MARK}[aria-selected=true]").inner_text().startswith("قتلى · تنظيم الدولة")
        assert "العشرات (10)" in page.locator(f"{MARK}[aria-selected=true]").inner_text()
        assert page.evaluate("document.activeElement.matches('.mark[aria-selected=true]')")
        assert "مصطفى بالي" in page.locator(".aside").inner_text()
        chart.parties["of_party"]["isis"].value = False
        page.evaluate("redraw", chart.chart.drawing)
        assert page.locator(f"{MARK}[aria-selected=true]").count() == 0
        assert "اختر علامة" in page.locator(".aside").inner_text()


@pytest.mark.parametrize("width", [1280, 700])
def test_the_words_stand_where_the_mark_is(browser, written, seeds, width):
    with watched(browser, width=width, height=700) as page:
        page.goto(written(live.explore(seeds, "people", "en")))
        for i in (0, 4, 10, 0):
            page.locator(MARK).nth(i).click()
            box = page.locator(".aside blockquote").bounding_box()
            assert box["y"] >= 0 and box["y"] + box["height"] <= 700
            if width == 1280:  # side by side
                assert abs(box["y"] - page.locator(MARK).nth(i).bounding_box()["y"]) < 250


def test_screen_readers_get_names_and_roles(browser, written, seeds):
    with watched(browser) as page:
        page.goto(written(live.explore(seeds, "casualties", "en")))
        assert page.get_by_role("listbox", name="The dead and the wounded, each matter once").count() == 1
        assert page.get_by_role("group", name="A side on its own losses").get_by_role("option").count() == 5
        option = page.get_by_role("option").nth(6)
        assert "Killed · ISIS" in option.aria_snapshot() and "“dozens” (20–99)" in option.aria_snapshot()
        assert page.get_by_role("table", name="Sums of what may be added").get_by_role("row").count() == 5


@pytest.mark.parametrize("view", live.VIEWS)
@pytest.mark.parametrize(("lang", "way"), [("en", "ltr"), ("ar", "rtl")])
def test_values_grow_from_the_side_where_reading_starts(browser, written, seeds, view, lang, way):
    with watched(browser) as page:
        page.goto(written(live.explore(seeds, view, lang)))
        assert laid(page, ".isnad")[0] == laid(page, ".mark .named")[0] == way
        name, told = (page.locator(f".mark {part}").first.bounding_box()["x"] for part in (".named", ".told"))
        assert (name < told) == (way == "ltr")
        ticks = (
            page.locator(".axis")
            .first.locator(".tick")
            .evaluate_all("all => all.map(e => e.getBoundingClientRect().x)")
        )
        assert ticks == sorted(ticks, reverse=way == "rtl" and view != "days")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_number_lies_on_its_tick(browser, written, seeds, lang, width):
    centre = "e => { const box = e.getBoundingClientRect(); return box.x + box.width / 2; }"
    with watched(browser, width=width) as page:
        page.goto(written(live.explore(seeds, "ground", lang)))
        tick = page.locator(".panel").first.locator(".tick", has_text="2").evaluate(centre)
        dot = page.locator(".mark", has_text="2 k" if lang == "en" else "2 ك").last.locator(".dot").evaluate(centre)
        assert abs(tick - dot) < 1.5
        assert page.locator(".track").evaluate_all("all => Math.min(...all.map(e => e.offsetWidth))") > width / 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_words_stand_out_from_their_ground(browser, written, seeds, scheme, lang):
    with watched(browser, scheme=scheme) as page:
        page.goto(written(live.explore(seeds, "casualties", lang)))
        page.locator(MARK).nth(6).click()
        assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("width", [1280, 800, 390, 320])
@pytest.mark.parametrize("view", ["casualties", "people", "days"])
def test_nothing_spills_over_the_side(browser, written, seeds, width, view):
    with watched(browser, width=width) as page:
        page.goto(written(live.explore(seeds, view, "ar")))
        page.locator(MARK).nth(2).click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_hostile_report_neither_runs_nor_breaks_the_layout(browser, written, lang):
    chart = live.explore(parse(HOSTILE), "casualties", lang)
    with watched(browser) as page:
        page.goto(written(chart))
        told = ""
        for i in range(page.locator(MARK).count()):
            page.locator(MARK).nth(i).click()
            assert page.locator(".isnad :is(img, script)").count() == 0
            assert page.evaluate("document.documentElement.scrollWidth") <= 1280
            told += page.locator(".isnad").inner_text()
        assert "⟦RLO⟧" in told and "onerror=alert(1)" in told
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in told


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """The address of a JupyterLab, and a way to put a notebook of these cells, or a committed one, into it."""
    folder = tmp_path_factory.mktemp("lab")
    for name in ("notebooks", "seeds"):
        (folder / name).mkdir()
        for path in (ROOT / name).iterdir():
            if path.is_file():
                (folder / name / path.name).write_bytes(path.read_bytes())
    with laboratory(folder) as address:
        yield address


def down(page):
    """To the end of the notebook: cells out of sight are not on the page."""
    page.locator(".jp-WindowedPanel-outer").evaluate("e => (e.scrollTop = e.scrollHeight)")
    page.wait_for_timeout(500)


def in_lab(browser, lab, scheme="light"):
    return watched(browser, width=1500, height=950, scheme=scheme, at_home=(f"http://{lab}/", f"ws://{lab}/"))


TOOK = """async ([choose, value, says]) => {
  const box = [...document.querySelectorAll('.isnad-live')].find((e) => e.querySelector('.drawn'));
  const select = [...box.querySelectorAll('select')][choose];
  const before = performance.now();
  select.selectedIndex = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  while (!box.querySelector('.drawn').innerText.includes(says)) {
    if (performance.now() - before > 5000) return Infinity;
    await new Promise((done) => requestAnimationFrame(done));
  }
  return performance.now() - before;
}"""


@pytest.mark.slow
def test_a_chart_is_explored_in_jupyterlab(browser, lab):
    with in_lab(browser, lab) as page:
        run_all(page, lab, "notebooks/03-the-dead-and-the-wounded.ipynb")
        box = page.locator(".isnad-live", has=page.locator(".drawn"))
        box.locator(".mark").first.wait_for(state="attached", timeout=120_000)
        page.get_by_text("| Idle").wait_for(timeout=120_000)
        down(page)
        box.scroll_into_view_if_needed()
        assert box.evaluate("e => getComputedStyle(e).direction") == "rtl"
        cells = page.locator(".jp-Notebook .jp-Cell").count()
        assert box.get_by_role("group", name="خسائر أي طرف").get_by_role("checkbox").count() == 2
        # the window ends before the later toll: the dozens may be added, and the policy says what they are
        box.locator("input[type=date]").nth(1).fill("2019-03-11")
        sums = box.locator(".sums")
        sums.get_by_text("من 20 إلى 99").wait_for()
        turns = [[0, 1, "العشرات (10)"], [0, 0, "العشرات (من 20 إلى 99)"]] * 2 + [
            [0, 1, "(10)"],
            [1, 1, "“dozens” (10)"],
        ]
        took = [page.evaluate(TOOK, turn) for turn in turns]
        sums.get_by_role("row", name="Killed · ISIS 10").wait_for()
        assert box.evaluate("e => getComputedStyle(e).direction") == "ltr"
        assert "Vague words stand for" in box.inner_text() and min(took) < 200 and max(took) < 1_000, took
        box.get_by_role("button", name="All days and parties").click()
        box.locator(".mark", has_text="38").wait_for()
        box.get_by_label("ISIS", exact=True).uncheck()
        box.locator(".mark", has_text="38").wait_for(state="detached")
        box.get_by_label("ISIS", exact=True).check()
        box.locator(".mark", has_text="38").click()
        assert "مقتل 38 من مقاتلي تنظيم" in box.locator(".aside").inner_text()
        page.keyboard.press("ArrowUp")
        page.keyboard.type("dd")  # what would delete the cell, were the notebook to hear it
        assert page.locator(".jp-Notebook .jp-Cell").count() == cells
        assert "العشرات" in box.locator(".aside").inner_text()
        box.get_by_role("button", name="Show it in the report").click()
        reader = box.locator(".isnad", has=page.locator(".report"))
        reader.locator(".text .lit.core").first.wait_for()
        assert "العشرات" in "".join(reader.locator(".text .lit.core").all_inner_texts())
        assert reader.locator(".text p").first.evaluate("e => getComputedStyle(e).textAlign") == "right"


@pytest.mark.slow
def test_a_table_is_sorted_searched_and_picked_from_in_jupyterlab(browser, lab):
    with in_lab(browser, lab) as page:
        run_all(page, lab, "notebooks/00-start-here.ipynb")
        box = page.locator(".isnad-live", has=page.locator("table.isnad-grid"))
        rows = box.locator("table.isnad-grid tbody tr")
        rows.first.wait_for(state="attached", timeout=120_000)
        page.get_by_text("| Idle").wait_for(timeout=120_000)
        down(page)
        box.scroll_into_view_if_needed()
        cell = box.locator("td.isnad-arabic").first
        assert cell.evaluate("e => [getComputedStyle(e).direction, getComputedStyle(e).textAlign]") == ["rtl", "right"]
        head = box.get_by_role("columnheader", name="الرقم", exact=False).first
        head.click()
        head.click()
        rows.first.get_by_text("66,000").wait_for()
        assert "60,000" in rows.nth(1).inner_text()
        box.get_by_role("searchbox").fill("٣٨")
        page.wait_for_function("document.querySelectorAll('table.isnad-grid tbody tr').length === 3")
        cells = page.locator(".jp-Notebook .jp-Cell").count()
        rows.first.focus()
        page.keyboard.press("Enter")
        box.locator(".card blockquote").wait_for()
        page.keyboard.type("dd")  # what would delete the cell, were the notebook to hear it
        assert page.locator(".jp-Notebook .jp-Cell").count() == cells
        assert "مقتل 38" in box.locator(".card").inner_text()
        rows.nth(2).click()
        page.wait_for_function("document.querySelectorAll('.isnad-grid tr.selected').length === 1")
        box.locator("button.open").click()
        box.locator(".text .lit.core").first.wait_for()
        assert box.locator(".text .lit.core").first.inner_text() == "38"
