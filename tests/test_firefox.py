"""The evidence reader and a live chart in the other browser that people have: what they rest on is there too."""

import json
from pathlib import Path

import pytest
from test_browser import HOSTILE, IN_VIEW

from helpers import assets, live, parse, reader
from tests.firefox import firefox
from tests.test_live_browser import PAGE

pytestmark = pytest.mark.slow

SEEDS = Path(__file__).parents[1] / "seeds"
TAB, END = "\ue004", "\ue010"


@pytest.fixture
def page(tmp_path):
    (tmp_path / "profile").mkdir()
    with firefox(tmp_path / "profile") as opened:
        yield opened


def test_a_claim_is_found_picked_and_read(page, tmp_path):
    (tmp_path / "page.html").write_text(reader.page(parse(SEEDS), "en"), encoding="utf-8")
    page.resize(1280, 800)
    page.goto((tmp_path / "page.html").as_uri())
    page.click("input[type=search]")
    page.type("38")
    rows = "document.querySelectorAll('tr[data-claim]').length"
    assert page.evaluate(rows) == 3
    page.click("tr[data-claim]", nth=1)
    told = page.evaluate("document.querySelector('.card').innerText")
    assert "At-Telegraf" in told and "Syrian Democratic Forces" in told and "مقتل 38 من مقاتلي تنظيم" in told
    assert page.evaluate("document.querySelector('.lit.core').textContent") == "38"
    assert page.evaluate(f"({IN_VIEW})()")
    page.click(".text .speaker")
    assert page.evaluate("document.querySelectorAll('tr[aria-selected=true]').length") == 1
    page.click(".language")
    assert page.evaluate("getComputedStyle(document.querySelector('.isnad')).direction") == "rtl"
    assert page.evaluate("document.activeElement.className") == "language"
    page.resize(390, 800)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_hostile_report_neither_runs_nor_breaks_the_layout(page, tmp_path):
    (tmp_path / "page.html").write_text(reader.page(parse(HOSTILE), "en"), encoding="utf-8")
    page.resize(1280, 800)
    page.goto((tmp_path / "page.html").as_uri())
    assert page.evaluate("document.scripts.length") == 2
    for i in range(len(HOSTILE)):
        page.evaluate(
            f"(e => (e.value = '={i}', e.dispatchEvent(new Event('change'))))(document.querySelector('select'))"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280
        assert page.evaluate("document.querySelectorAll('.text :not(p, span)').length") == 0
        page.click("tr[data-claim]")
        assert page.evaluate("document.querySelectorAll('.text .lit').length") > 0


def test_a_live_chart_is_read_by_keyboard(page, tmp_path):
    chart = live.explore(parse(SEEDS), "casualties", "en").chart
    held = json.dumps({"about": chart.about, "drawing": chart.drawing, "chosen": {}}, ensure_ascii=False)
    script = assets.script("live").replace("export default", "const live =")
    text = PAGE.format(style=assets.style("live"), script=script, held=held.replace("<", "\\u003c"))
    (tmp_path / "page.html").write_text(text, encoding="utf-8")
    page.goto((tmp_path / "page.html").as_uri())
    page.type([TAB])
    assert page.evaluate("document.activeElement.matches('.mark[aria-selected=true]')")
    page.type([END])
    assert "مقتل 38" in page.evaluate("document.querySelector('.aside').innerText")
