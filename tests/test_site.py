"""The collection as web pages: links lead somewhere, nothing runs or is fetched, and it reads in a real browser."""

import csv
import os
import re
import subprocess
import sys
from base64 import b64decode
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import nbformat
import pytest
from nbformat import v4

from helpers import notebooks, parse, prose, website
from helpers.jobs import NotebookError
from helpers.website import building, front
from helpers.website.gallery import Gallery, gallery
from helpers.website.notes import note
from tests.browser import ANSWERS_LATE, watched
from tests.legible import dark_sheets, faint, from_the_left, too_wide

pytestmark = ANSWERS_LATE

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
BOTH = ("index", "figures", "reader")
PAGES = sorted([f"{name}{lang}.html" for name in BOTH for lang in ("", ".ar")] + [f"{name}.html" for name in NOTEBOOKS])
PHRASES = list(csv.DictReader((ROOT / "helpers/lexicons/site.csv").open(encoding="utf-8")))
HOSTILE = [
    (
        "<img src=x onerror=alert(0)>",
        "قال متحدث باسم الجيش <script>alert(1)</script><img src=x onerror=alert(2)> إن 3 جنود قتلوا.",
    ),
    (
        "b",
        "</script><script>alert(3)</script> قتل 7 جنود \N{RIGHT-TO-LEFT OVERRIDE}83\N{POP DIRECTIONAL FORMATTING} `x`.",
    ),
]
DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg=="

page_name = pytest.mark.parametrize("name", PAGES)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The site of the committed notebooks."""
    return website.build(ROOT / "seeds", ROOT / "figures", tmp_path_factory.mktemp("site")).folder


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A small project as the current folder: reports, one notebook that was run on them, no figures."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("قتل ثلاثة.", encoding="utf-8")
    (tmp_path / "notebooks").mkdir()
    nbformat.write(ran("# Why?"), tmp_path / "notebooks" / "00-a.ipynb")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ran(*words, outputs=(), out="../figures", count=1):
    source = f'corpus = "../seeds"\nout = "{out}"\npolicy = "interval"\nlang = "ar"'
    code = v4.new_code_cell(source, execution_count=count, outputs=[*outputs], metadata={"tags": ["parameters"]})
    return v4.new_notebook(cells=[*map(v4.new_markdown_cell, words), code])


def shown(**data):
    return v4.new_output("display_data", {key.replace("_", "/"): value for key, value in data.items()})


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def parsed(site, name):
    return lxml.html.fromstring((site / name).read_text(encoding="utf-8"))


def test_the_site_is_these_pages(site):
    assert sorted(path.name for path in site.glob("*.html")) == PAGES


@page_name
def test_every_link_leads_somewhere(site, name):
    page = parsed(site, name)
    ids = [element.get("id") for element in page.iterfind(".//*[@id]")]
    assert len(ids) == len(set(ids))
    links = [link for _, attribute, link, _ in page.iterlinks() if attribute in ("href", "src")]
    assert len(links) > 5
    for link in map(urlsplit, links):
        if link.scheme == "data":
            continue
        assert not link.scheme and not link.netloc, link
        target = site / unquote(link.path) if link.path else site / name
        assert target.is_file(), link
        if link.fragment:
            assert parsed(site, target.name).get_element_by_id(unquote(link.fragment)) is not None


@page_name
def test_pictures_have_their_words_and_pages_their_language(site, name):
    page = parsed(site, name)
    arabic = ".ar." in name
    assert (page.get("lang"), page.get("dir")) == (("ar", "rtl") if arabic else ("en", "ltr"))
    assert len(page.findall(".//h1")) == 1
    for picture in page.iter("img"):
        assert picture.get("alt") or picture.getnext().text_content().strip()  # a link's picture, its words below
        assert picture.get("src").startswith("figures/")


def test_pages_in_both_languages_lead_to_each_other(site):
    for name in BOTH:
        there, back = (parsed(site, f"{name}{lang}.html").find(".//a[@class='language']") for lang in ("", ".ar"))
        assert (there.get("href"), back.get("href")) == (f"{name}.ar.html", f"{name}.html")


def test_every_notebook_and_every_finding_stands_on_the_first_page(site):
    for lang, suffix in (("en", ""), ("ar", ".ar")):
        first, figures = (parsed(site, f"{name}{suffix}.html") for name in ("index", "figures"))
        targets = {link.get("href") for link in first.iter("a")}
        assert {f"{stem}.html" for stem in NOTEBOOKS} <= targets
        words = {path.name.split(".")[0]: path for path in (ROOT / "figures").glob(f"*.{lang}.txt")}
        assert words
        for stem, path in words.items():
            finding, drawn = path.read_text(encoding="utf-8").strip().split("\n", 1)
            assert f"figures{suffix}.html#{stem}" in targets and finding in first.text_content()
            section = figures.get_element_by_id(stem)
            assert section.find("h2").text == finding and drawn in section.find(".//img").get("alt")
            assert {f"figures/{stem}.{lang}.svg", f"figures/{stem}.csv"} <= {a.get("href") for a in section.iter("a")}


def test_notebooks_show_what_they_made(site):
    for stem in NOTEBOOKS:
        notebook = nbformat.read(ROOT / "notebooks" / f"{stem}.ipynb", 4)
        made = [out.get("data", {}) for cell in notebook.cells for out in cell.get("outputs", [])]
        page = parsed(site, f"{stem}.html").get_element_by_id("main")
        assert len(page.findall(".//figure")) == sum("image/png" in data for data in made)
        assert len(page.findall(".//div[@class='made']")) == sum("text/html" in data for data in made)
        tables = sum(data.get("text/html", "").count("<table") for data in made)
        assert len(page.findall(".//div[@class='wide']/table")) == tables


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("قتل خمسة مدنيين في غارات جوية.", ["silence is not zero"]),
        ("شن الطيران 20 غارة.", ["That is a silence, not a zero", "strikes", "20"]),
        (
            "قالت قوات سوريا الديمقراطية إن 12 مسلحا قتلوا.",
            ["No report here counts civilians", "come from one party, SDF: 1 of 1"],
        ),
        ("قتل تسعة.", ["No report here counts civilians", "neither civilians nor fighters: 1"]),
    ],
)
def test_the_first_page_says_what_these_reports_cannot_show(text, says):
    told = " ".join(front.caveats(parse([("a", text)]), "en"))
    assert [words for words in says if words not in told] == []
    assert ("strikes" in told) is ("strikes" in says)


def test_without_reports_nobody_is_silent():
    assert not [caveat for caveat in front.caveats(parse([]), "en") if caveat.startswith("No report")]


def test_questions_are_the_notebooks_own():
    asked = {row["key"].removeprefix("ask_"): row for row in PHRASES if row["key"].startswith("ask_")}
    titles = {
        stem: nbformat.read(ROOT / "notebooks" / f"{stem}.ipynb", 4).cells[0].source.splitlines()[0]
        for stem in NOTEBOOKS
    }
    assert {stem: f"# {row['en']}" for stem, row in asked.items()} == titles


def test_every_phrase_is_used_and_asks_for_the_same_values_in_both_languages():
    folder = ROOT / "helpers/website"
    code = "\n".join(path.read_text(encoding="utf-8") for path in [*folder.rglob("*.py"), *folder.rglob("*.j2")])
    made = ("ask_", "count_", "to_")
    for row in PHRASES:
        assert row["key"].startswith(made) or re.search(rf"[\"']{row['key']}[\"']", code), row["key"]
        assert row["en"] and row["ar"]
        assert re.findall(r"\{\w+\}", row["en"]) == re.findall(r"\{\w+\}", row["ar"])


def test_no_page_names_a_place_on_the_network(site):
    for path in [*site.glob("*.html"), *site.glob("assets/*.[cj]s*")]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?:src|href|url\(|import|fetch)\W{0,4}(?:https?:)?//", text), path.name


def test_nothing_of_an_output_can_run():
    outputs = [
        shown(text_html="<script src='https://x.org/a.js'>alert(1)</script><b onclick='alert(2)'>kept</b>"),
        shown(text_html="<iframe src='data:text/html,x'></iframe><a href='javascript:alert(3)'>a</a><p style='top:0'>"),
        shown(text_html="<style>p { color: red }</style><svg onload='alert(4)'></svg><form action='x'><input></form>"),
        shown(
            text_markdown="[a](javascript:alert(5)) <img src='https://x.org/a.png'> <a href='data:text/html,x'>b</a>"
        ),
        shown(application_javascript="alert(6)", text_plain="<script>alert(7)</script>"),
        v4.new_output("stream", name="stdout", text="<script>alert(8)</script>"),
    ]
    html = note(ran("# Why?", outputs=outputs), Gallery({}, {}, {})).html
    held = lxml.html.fromstring(f"<div>{html}</div>")
    assert "kept" in html and held.xpath("count(//pre[contains(., '<script>alert')])") == 2
    assert not held.xpath("//script | //style | //iframe | //svg | //form | //input | //*[@onclick or @onload]")
    assert not held.xpath("//*[contains(@href, ':') or contains(@src, ':') or contains(@style, 'top')]")


def test_links_of_a_notebook_are_turned_or_dropped():
    words = "[n](01-b.ipynb#more) [f](figures.html) [lost](../README.md) [anchor](#x) [far](https://example.org/)"
    html = note(ran(words), Gallery({}, {}, {})).html
    assert re.findall(r"<a(?: href=\"(.*?)\")?>", html) == [
        "01-b.html#more",
        "figures.html",
        "",
        "#x",
        "https://example.org/",
    ]


def test_a_picture_that_nobody_saved_is_held_inside():
    html = note(ran("# Why?", outputs=[shown(image_png=DOT)]), Gallery({}, {}, {})).html
    assert f'src="data:image/png;base64,{DOT}"' in html


def test_days_in_tables_stay_on_one_line():
    outputs = [shown(text_html="<table><tr><td dir='auto'>2019-03-11</td><td>2019-03-11 or later</td></tr></table>")]
    html = note(ran("# Why?", outputs=outputs), Gallery({}, {}, {})).html
    assert re.findall(r"<td[^>]*class=\"day\"[^>]*>(.*?)</td>", html) == ["2019-03-11"]


def test_headings_of_one_name_have_anchors_of_their_own():
    made = note(ran("# Why?", "## On *this*", "## On this", "## ؟"), Gallery({}, {}, {}))
    assert made.contents == [("on-this", "On this"), ("on-this-1", "On this"), ("part", "؟")]
    assert all(f'id="{anchor}"' in made.html for anchor, _ in made.contents)


def test_a_small_project_is_written_twice_alike_and_old_pages_go(project):
    folder = website.build().folder
    assert folder == Path("site")
    once = files(folder)
    (folder / "09-old.html").write_text("1 killed", encoding="utf-8")
    (folder / "CNAME").write_text("isnad.example", encoding="utf-8")
    website.build()
    assert files(folder) == once | {"CNAME": b"isnad.example"}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"to": "seeds/site"}, "would be read with them"),
        ({"to": "notebooks"}, "holds something else"),
        ({"out": "elsewhere"}, 'make figures CORPUS="seeds" OUT="elsewhere"'),
        ({"corpus": "notebooks"}, "No notebooks were run on notebooks"),
    ],
)
def test_a_wrong_call_is_told_and_writes_nothing(project, asked, said):
    before = files(project)
    with pytest.raises((ValueError, NotebookError), match=re.escape(said)):
        website.build(**asked)
    assert files(project) == before


def test_notebooks_that_were_not_run_make_no_site(project):
    nbformat.write(ran("# Why?", count=None), project / "notebooks" / "00-a.ipynb")
    with pytest.raises(NotebookError, match="Run this first"):
        website.build()


def test_copies_of_the_notebooks_make_a_site_beside_them(project):
    (project / "mine" / "notebooks").mkdir(parents=True)
    copy = ran("# Mine?", out="..")
    copy.cells[-1].source = copy.cells[-1].source.replace("../seeds", "../../seeds")
    nbformat.write(copy, project / "mine" / "notebooks" / "00-a.ipynb")
    assert website.build(out="mine").folder == Path("mine/site")
    assert "Mine?" in Path("mine/site/index.ar.html").read_text(encoding="utf-8")


@page_name
def test_a_page_opens_as_a_file_and_fits_desk_and_phone(browser, site, name):
    with watched(browser) as page:
        page.goto((site / name).as_uri())
        assert page.evaluate("getComputedStyle(document.body).direction") == ("rtl" if ".ar." in name else "ltr")
        assert page.evaluate("document.fonts.check('16px Vazirmatn', 'ابج')")
        assert too_wide(page) == []
        page.set_viewport_size({"width": 360, "height": 780})
        assert too_wide(page) == []
        assert faint(page) == []
        assert from_the_left(page) == []
        assert too_wide(page) == [], "with all that is folded opened"


@page_name
def test_a_page_can_be_read_in_the_dark(browser, site, name):
    with watched(browser, scheme="dark") as page:
        page.goto((site / name).as_uri())
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert max(map(int, re.findall(r"\d+", paper))) < 60
        assert faint(page) == []
        assert dark_sheets(page) == []


@pytest.mark.parametrize(("name", "figure"), [("reader.html", "38"), ("reader.ar.html", "ثلاثة آلاف")])
def test_a_claim_picked_in_the_reader_lights_its_words(browser, site, name, figure):
    with watched(browser) as page:
        page.goto((site / name).as_uri())
        assert page.locator(".isnad").get_attribute("dir") == ("rtl" if ".ar." in name else "ltr")
        page.locator(".isnad tr[data-claim]", has_text=figure).first.click()
        core = page.locator(".text .lit.core").first
        assert figure in core.inner_text()
        box, pane = core.bounding_box(), page.locator(".report .pane").bounding_box()
        assert pane["y"] <= box["y"] and box["y"] + box["height"] <= pane["y"] + pane["height"]
        assert faint(page) == []
        page.locator("button.language").click()
        assert page.locator(".text .lit.core").first.inner_text(), "turned in place, what is picked stays"
        page.goto((site / name).as_uri())
        page.locator("a.language").click()
        assert page.locator(".isnad").get_attribute("dir") != ("rtl" if ".ar." in name else "ltr")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(("name", "way"), [("reader.html", "ltr"), ("reader.ar.html", "rtl")])
def test_the_reader_stands_still_where_no_program_runs(browser, site, name, way, width):
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto((site / name).as_uri())
    reports = parse(ROOT / "seeds")
    assert page.locator("main table tbody tr").count() == len(reports.claims)
    assert page.locator("main table").evaluate("e => getComputedStyle(e).direction") == way
    shown = page.locator("main details", has_text=reports.reports["headline"].iloc[3])
    shown.locator("summary").click()
    assert "38" in shown.locator("mark").all_inner_texts() and shown.locator("mark").first.is_visible()
    assert faint(page) == [] and too_wide(page) == []
    context.close()


def test_the_reader_is_printed_whole(browser, site):
    with watched(browser) as page:
        page.goto((site / "reader.html").as_uri())
        page.locator(".isnad tr[data-claim]").nth(2).click()
        page.emulate_media(media="print")
        parts = page.locator(".isnad :is(.pane:not([hidden]), .card, .report)").all()
        boxes = sorted((part.bounding_box() for part in parts), key=lambda box: box["y"])
        assert page.locator(".isnad :is(.pane, .card)").evaluate_all(
            "all => all.every((e) => e.scrollHeight <= e.clientHeight + 1)"
        )
        pane, card, report = boxes[:3]
        assert pane["y"] + pane["height"] <= card["y"] and card["y"] + card["height"] <= report["y"]


def test_from_the_first_page_to_a_figure_and_its_notebook_in_arabic(browser, site):
    with watched(browser) as page:
        page.goto((site / "index.html").as_uri())
        page.get_by_role("link", name="العربية").click()
        page.locator(".findings a").nth(3).click()
        target = page.evaluate("decodeURIComponent(location.hash.slice(1))")
        assert page.locator(f"[id='{target}'] img").is_visible()
        page.wait_for_timeout(1_000)  # it scrolls there
        assert abs(page.locator(f"[id='{target}']").bounding_box()["y"]) < 100 < page.evaluate("scrollY")
        page.locator(f"[id='{target}'] figcaption > a").last.click()
        assert page.locator(".asked").inner_text().endswith("؟")


def test_hostile_reports_stay_words(browser, tmp_path):
    corpus = parse(HOSTILE)
    outputs = [
        shown(text_html=prose.table(corpus.sentences, "report quote", "ar")._repr_html_()),
        shown(text_markdown=prose.say("They say: {words}.\n\nيقولون: {words}.", words=corpus.sentences["quote"])),
        shown(text_plain=corpus.text("b")),
    ]
    for lang in ("en", "ar"):
        (tmp_path / f"00-x.{lang}.txt").write_text('<script>alert(5)</script>\n"><script>alert(6)</script>\n')
        (tmp_path / f"00-x.{lang}.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'></svg>")
        (tmp_path / f"00-x.{lang}.png").write_bytes(b64decode(DOT))
    (tmp_path / "00-x.csv").write_text("n\n")
    shown_here = gallery(tmp_path)
    made = building.pages(corpus, {"00-a": note(ran("# Why?", outputs=outputs), shown_here)}, shown_here)
    building.write(tmp_path, made | shown_here.files)
    with watched(browser) as page:
        for name in made:
            if name.endswith(".html"):
                page.goto((tmp_path / name).as_uri())
                page.evaluate("document.querySelectorAll('details').forEach((e) => (e.open = true))")
        page.goto((tmp_path / "figures.html").as_uri())
        assert "alert(6)" in page.locator("figure img").get_attribute("alt")
        page.goto((tmp_path / "00-a.html").as_uri())
        assert page.locator("main").inner_text().count("<script>alert(1)</script>") == 3
        assert page.locator("td", has_text="onerror=alert(0)").count() == 1
        page.goto((tmp_path / "reader.html").as_uri())
        page.locator("tr[data-claim]").first.click()
        assert "<script>alert(1)</script>" in page.locator(".report").inner_text()


@pytest.mark.slow
def test_another_process_writes_the_same_bytes(site, tmp_path):
    told = subprocess.run(
        [sys.executable, "-m", "helpers", "site", "--to", str(tmp_path / "s")],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True,
        encoding="utf-8",
    )
    assert told.returncode == 0 and "index.ar.html" in told.stdout, told.stderr
    assert files(tmp_path / "s") == files(site)


@pytest.mark.slow
def test_hostile_reports_run_through_every_notebook(browser, tmp_path, monkeypatch):
    monkeypatch.delenv(notebooks.OUT_VARIABLE)
    monkeypatch.chdir(ROOT)
    (tmp_path / "in").mkdir()
    for number, (_, text) in enumerate(HOSTILE):
        (tmp_path / "in" / f"<b>{number}.txt").write_text(text, encoding="utf-8")
    notebooks.run(tmp_path / "in", tmp_path / "out")
    folder = website.build(tmp_path / "in", tmp_path / "out").folder
    assert folder == tmp_path / "out" / "site"
    for name in PAGES:
        test_every_link_leads_somewhere(folder, name)
        with watched(browser, width=360) as page:
            page.goto((folder / name).as_uri())
            assert faint(page) == [] and too_wide(page) == [], name
