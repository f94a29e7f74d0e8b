"""No page keeps out who reads by ear, by key or enlarged: the rules of axe-core, an independent hand, on every page."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from test_browser import ROW, SEEDS, seeds, written  # noqa: F401
from test_site import PAGES, site  # noqa: F401

from helpers import live
from tests.browser import ANSWERS_LATE, watched
from tests.test_live_browser import MARK
from tests.test_live_browser import written as charted  # noqa: F401

pytestmark = ANSWERS_LATE

NO_PAGE = {"landmark-one-main", "page-has-heading-one", "document-title", "html-has-lang"}  # a cell is none


def faults(page, apart=frozenset()):
    """What breaks a rule: the rule and the elements."""
    found = Axe().run(page, options={"resultTypes": ["violations"], "preload": False}).response["violations"]
    return [
        (fault["id"], [node["html"][:200] for node in fault["nodes"]]) for fault in found if fault["id"] not in apart
    ]


def opened(page):
    """A claim is picked, and its form asks for a number."""
    page.locator(ROW).nth(2).click()
    page.locator(".decide summary").click()
    if page.locator(".decide input[type=radio]").count():
        page.locator(".decide input[type=radio]").last.check()


@pytest.mark.parametrize(("lang", "scheme"), [("ar", "dark"), ("en", "light")])
def test_the_reader_keeps_nobody_out(browser, written, seeds, lang, scheme):  # noqa: F811
    with watched(browser, scheme=scheme) as page:
        page.goto(written(seeds, lang))
        opened(page)
        assert faults(page, NO_PAGE) == []
        for tab in page.get_by_role("tab").all()[1:]:
            tab.click()
            assert faults(page, NO_PAGE) == []


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_live_chart_keeps_nobody_out(browser, charted, seeds, lang):  # noqa: F811
    with watched(browser) as page:
        page.goto(charted(live.explore(seeds, "casualties", lang)))
        page.locator(MARK).nth(6).click()
        assert faults(page, NO_PAGE) == []


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", PAGES)
def test_the_site_keeps_nobody_out(browser, site, name, width):  # noqa: F811
    with watched(browser, width=width) as page:
        page.goto((site / name).as_uri())
        if name.startswith("reader"):
            opened(page)
        assert faults(page) == []
