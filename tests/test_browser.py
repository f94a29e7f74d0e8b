"""The evidence reader in a real browser: picked, filtered, searched and read aloud, by mouse and by keyboard."""

from pathlib import Path

import pandas as pd
import pytest

from helpers import assets, parse, reader
from helpers.dossier import dossier
from tests.browser import ANSWERS_LATE, watched
from tests.lab import laboratory, run_all

pytestmark = ANSWERS_LATE

SEEDS = Path(__file__).parents[1] / "seeds"
ROW = ".isnad tr[data-claim]"
LIT = "[...document.querySelectorAll('.lit.{}')].map(e => e.textContent).join('')"
IN_VIEW = """() => {
  const [words, pane] = ['.text .lit.core', '.report .pane'].map(
    (name) => document.querySelector(name).getBoundingClientRect());
  return words.top >= pane.top && words.bottom <= pane.bottom && words.bottom <= innerHeight && words.top >= 0;
}"""
ASTRAL = "\N{GRINNING FACE}" * 9
MARKS = "".join(map(chr, range(0x300, 0x364)))  # a hundred, one upon another
HOSTILE = [
    (
        "tags",
        f"{ASTRAL} قال متحدث باسم الجيش <script>alert(1)</script><img src=x onerror=alert(2)> إن ثلاثة جنود قتلوا.",
    ),
    ("</script><script>alert(3)</script>", "قتل 7 جنود &lt;b&gt; </script><script>alert(4)</script>."),
    (
        "overrides",
        "قتل \N{RIGHT-TO-LEFT OVERRIDE}83\N{POP DIRECTIONAL FORMATTING} جنديا \N{LEFT-TO-RIGHT OVERRIDE}abc.",
    ),
    ("long", f"قتل {'ا' * 1_000_000} 5 جنود."),
    ("isolates", "\N{LEFT-TO-RIGHT ISOLATE}" * 200 + " قتل 7 جنود " + "\N{POP DIRECTIONAL ISOLATE}" * 300),
    ("many numbers", "قتل " + "، و".join(f"{n} مدنيا" for n in range(101, 401)) + "."),
    ("stacked marks", f"قتل 6 جنود في البا{MARKS}غوز{MARKS}. وقتل 8 مدنيين{MARKS}."),
]


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Opens the page of a corpus as a file, in the language asked for."""
    folder, made = tmp_path_factory.mktemp("pages"), {}

    def write(corpus, lang):
        if (id(corpus), lang) not in made:
            path = folder / f"{len(made)}.html"
            path.write_text(reader.page(corpus, lang), encoding="utf-8")
            made[id(corpus), lang] = (path.as_uri(), corpus)
        return made[id(corpus), lang][0]

    return write


@pytest.fixture(scope="module")
def seeds():
    return parse(SEEDS)


@pytest.fixture(scope="module")
def hostile():
    return parse(HOSTILE)


@pytest.fixture
def page(browser, written, seeds):
    with watched(browser) as opened:
        opened.goto(written(seeds, "en"))
        yield opened


def claim_of(corpus, **wanted):
    """The place of the first claim with these values."""
    claims = corpus.claims
    fits = claims[[*wanted]].eq(list(wanted.values())).fillna(False).all(axis=1)
    return claims.index.get_loc(claims[fits].index[0])


def laid(page, name):
    """The direction and alignment that the browser computed."""
    return page.locator(name).first.evaluate("e => [getComputedStyle(e).direction, getComputedStyle(e).textAlign]")


def lit(page, name):
    return page.evaluate(LIT.format(name))


def test_a_picked_claim_lights_its_words_and_brings_them_into_view(page, seeds):
    for i in range(len(seeds.claims)):
        page.locator(f"{ROW}[data-claim='{i}']").click()
        row = seeds.claims.iloc[i]
        assert lit(page, "clause-lit") == row["quote"]
        assert (row["quote"] if pd.isna(row["number_text"]) else row["number_text"]) in lit(page, "core")
        assert page.evaluate(IN_VIEW), row["id"]


def test_a_picked_claim_shows_its_chain_and_its_exact_words(page, seeds):
    i = claim_of(seeds, best=38.0, section="body")
    page.locator(f"{ROW}[data-claim='{i}']").click()
    card = page.get_by_role("region", name="The claim and its chain")
    assert card.locator(".chain bdi").all_inner_texts() == ["At-Telegraf", "Syrian Democratic Forces"]
    act = seeds.attributions.set_index("id").loc[seeds.claims["attribution"].iloc[i]]
    assert card.locator("blockquote").inner_text() == act["quote"]
    assert lit(page, "who") == act["cue"] + act["source_text"]


def test_where_nobody_is_named_the_card_says_so_and_leads_to_who_is(page, seeds):
    page.locator(f"{ROW}[data-claim='{claim_of(seeds, best=38.0, section='headline')}']").click()
    card = page.locator(".card")
    assert "Nobody is named here" in card.inner_text()
    card.get_by_role("button", name="Syrian Democratic Forces").first.click()
    assert card.locator(".chain bdi").last.inner_text() == "Syrian Democratic Forces"
    assert page.locator(f"{ROW}[aria-selected=true]").count() == 1


def test_who_says_38_were_killed_can_be_found_by_looking(page):
    page.get_by_label("Search").fill("38")
    page.locator(ROW).nth(1).click()
    told = page.locator(".card").inner_text()
    assert "At-Telegraf" in told and "Syrian Democratic Forces" in told and "مقتل 38 من مقاتلي تنظيم" in told


def test_picked_words_lead_to_their_claim(page, seeds):
    i = claim_of(seeds, number_text="ثلاثة آلاف")
    page.locator(f"{ROW}[data-claim='{i}']").click()
    page.keyboard.press("Escape")
    page.locator(".text .quantity", has_text="ثلاثة آلاف").first.click()
    assert page.locator(f"{ROW}[aria-selected=true]").get_attribute("data-claim") == str(i)


ROW_IN_VIEW = """() => {
  const row = document.querySelector('.isnad .pane:not([hidden]) tr[aria-selected=true]');
  const head = row.closest('table').tHead.getBoundingClientRect();
  const [at, pane] = [row, row.closest('.pane')].map((e) => e.getBoundingClientRect());
  return at.top >= head.bottom - 1 && at.bottom <= pane.bottom + 1;
}"""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("tab", ["Claims", "Look at first"])
def test_picked_words_bring_their_row_into_view_beside_the_card(browser, written, seeds, width, tab):
    with watched(browser, width=width) as page:
        page.goto(written(seeds, "en"))
        page.get_by_role("tab", name=tab).click()
        for piece in page.locator(".text .quantity[role=button]").all()[:12]:
            piece.click()
            if page.locator(".isnad .pane:not([hidden]) tr[aria-selected=true]").count():  # else it is no claim
                assert page.evaluate(ROW_IN_VIEW), piece.inner_text()


def test_tellings_of_one_matter_are_told_apart(page, seeds):
    page.locator(f"{ROW}[data-claim='{claim_of(seeds, best=38.0, section='headline')}']").click()
    told = page.locator(".same button").all_inner_texts()
    assert len(told) == len(set(told)) == 2 and sum("through Mustafa Bali" in words for words in told) == 1


def test_a_picked_speaker_leads_to_one_claim_after_another(page, seeds):
    speaker = page.locator(".text .speaker", has_text="مصطفى بالي").first
    picked = []
    for _ in range(3):
        speaker.click()
        picked.append(int(page.locator(f"{ROW}[aria-selected=true]").get_attribute("data-claim")))
    assert len(set(picked)) > 1
    assert set(seeds.claims["source"].iloc[picked]) == {"مصطفى بالي"}


def test_a_picked_date_says_which_day_it_is(page):
    page.locator(".text .date", has_text="اليوم الاثنين").first.click()
    assert "Date: 11 March 2019" in page.locator(".card").inner_text()


def test_the_keyboard_alone_suffices(page, seeds):
    page.get_by_label("Search").focus()
    page.keyboard.type("38")
    while page.evaluate("!document.activeElement.matches('tr[data-claim]')"):
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert lit(page, "core") == "38" and page.evaluate(IN_VIEW)
    while page.evaluate("!document.activeElement.matches('.text .piece')"):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.lit.core')")
    before = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.textContent") == before
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert "headline" in page.locator(".text .lit.core").locator("xpath=..").get_attribute("class")
    page.keyboard.press("Escape")
    assert page.locator(".lit").count() == 0
    assert page.evaluate("document.activeElement.matches('tr[data-claim]')")


def test_a_mark_can_be_switched_off(page):
    place = page.locator(".text .place").first
    underlined = "e => getComputedStyle(e).textDecorationLine"
    assert place.evaluate(underlined) == "underline"
    switch = page.get_by_role("button", name="Places", exact=True)
    switch.click()
    assert (place.evaluate(underlined), switch.get_attribute("aria-pressed")) == ("none", "false")
    stops = page.evaluate("document.querySelectorAll('.text .piece[tabindex=\"0\"]').length")
    assert stops == 1
    switch.click()
    assert place.evaluate(underlined) == "underline"


@pytest.mark.parametrize(
    ("name", "column", "value"),
    [
        ("Measure", "measure", "killed"),
        ("Party", "source_party", "un"),
        ("Speaker", "source", "مصطفى بالي"),
        ("Kind of source", "source_type", "anonymous_sources"),
    ],
)
def test_claims_are_filtered(page, seeds, name, column, value):
    page.get_by_label(name, exact=True).select_option(f"={value}")
    shown = [int(i) for i in page.locator(ROW).evaluate_all("rows => rows.map(row => row.dataset.claim)")]
    assert shown == [i for i, found in enumerate(seeds.claims[column].fillna("")) if found == value] != []
    assert page.get_by_role("status").inner_text() == f"Claims shown: {len(shown)} of {len(seeds.claims)}"


def test_a_report_is_chosen(page, seeds):
    page.get_by_label("Report", exact=True).select_option("=3")
    assert page.locator(".text .headline").inner_text() == seeds.reports["headline"].iloc[3]
    assert page.locator(ROW).count() == seeds.claims["report"].eq(seeds.reports["report"].iloc[3]).sum()


@pytest.mark.parametrize(
    ("query", "numbers"), [("٣٨", ["38"]), ("3000", ["ثلاثة آلاف"]), ("ستين الفا", ["ستين ألفا", "بضعة آلاف"])]
)
def test_a_search_knows_spellings_and_digits(page, seeds, query, numbers):
    page.get_by_label("Search").fill(query)
    shown = [int(i) for i in page.locator(ROW).evaluate_all("rows => rows.map(row => row.dataset.claim)")]
    assert list(dict.fromkeys(seeds.claims["number_text"].iloc[shown])) == numbers


def test_searched_words_are_found_in_the_report_and_highlighted(page):
    page.get_by_label("Report", exact=True).select_option("=3")
    page.get_by_label("Search").fill("٣٨")
    page.wait_for_function("document.querySelector('[role=status]').textContent.includes('Found in this report: 3')")
    highlighted = "[...CSS.highlights.get('isnad-found')].map(String)"
    assert page.evaluate(highlighted) == ["38"] * 3
    page.get_by_label("Search").press("Escape")
    page.wait_for_function(f"{highlighted}.length === 0")


def test_a_long_list_is_drawn_as_it_comes_into_view_and_as_far_as_what_is_picked(browser, tmp_path):
    many = parse([("a", "\n".join(f"قتل {n} مدنيا في البلدة." for n in range(100, 500)))])
    (tmp_path / "many.html").write_text(reader.page(many, "en"), encoding="utf-8")
    with watched(browser) as page:
        page.goto((tmp_path / "many.html").as_uri())
        assert page.locator(ROW).count() == 100
        page.locator(ROW).last.scroll_into_view_if_needed()
        page.locator(ROW).nth(150).wait_for()
        assert page.locator(ROW).count() == 200
        page.locator(".text .quantity", has_text="389").click()
        assert page.locator(f"{ROW}[aria-selected=true] .words").inner_text() == "389" and page.evaluate(ROW_IN_VIEW)
        page.get_by_role("tab", name="Look at first").click()
        assert page.evaluate(ROW_IN_VIEW) and page.locator("tr[data-leads]").count() < 400
        page.get_by_label("Search").fill("499")
        assert page.locator("tr[data-leads]").count() == 1


def test_the_first_search_finds_the_claims_ready(browser, tmp_path):
    """Letters are folded while nobody waits: a search then looks at none but its own."""
    path = tmp_path / "many.html"
    path.write_text(reader.page(parse([("a", "وقتل 7 جنود في حلب. " * 300)]), "en"), encoding="utf-8")
    count = "(() => { let n = 0; const of = String.prototype.toLowerCase; String.prototype.toLowerCase = function () {"
    count += " n += 1; return of.call(this); }; window.folded = () => n; })()"
    with watched(browser) as page:
        page.add_init_script(count)
        page.goto(path.as_uri())
        page.wait_for_function(
            "folded() > 300 && (window.last === folded() || (window.last = folded(), false))", polling=200
        )
        before = page.evaluate("folded()")
        searched = "(q) => { const field = document.querySelector('input[type=search]'); field.value = q;"
        searched += " field.dispatchEvent(new Event('input', { bubbles: true })); return folded(); }"
        assert page.evaluate(searched, "جنود") - before < 10
        assert "300 of 300" in page.locator(".status").inner_text()


def test_on_a_phone_the_columns_of_a_long_list_fill_its_width(browser, tmp_path):
    path = tmp_path / "many.html"
    path.write_text(reader.page(parse([("a", "وقتل 7 جنود في حلب. " * 150)]), "en"), encoding="utf-8")
    with watched(browser, width=390) as page:
        page.goto(path.as_uri())
        row, cell = (page.locator(f"{ROW} {name}".strip()).nth(n).bounding_box() for name, n in (("", 0), ("td", 2)))
        assert cell["x"] + cell["width"] > row["x"] + row["width"] - 2


def test_many_tellings_of_one_matter_leave_the_report_in_sight(browser, tmp_path):
    text = "قال متحدث باسم الجيش يوم 11 مايو 2020 إن 17 جنديا قتلوا في حلب."
    path = tmp_path / "many.html"
    path.write_text(reader.page(parse([(f"{i}", text) for i in range(9)]), "en"), encoding="utf-8")
    with watched(browser, width=390) as page:
        page.goto(path.as_uri())
        page.locator(ROW).first.click()
        buttons = page.locator(".same button")
        assert buttons.count() == 8 and sum(button.is_visible() for button in buttons.all()) == 4
        page.get_by_text("Show more (4)").click()
        assert all(button.is_visible() for button in buttons.all())


def test_the_card_tells_what_is_doubtful_and_leads_to_what_else_the_speaker_says(page, seeds):
    page.get_by_label("Search").fill("38")
    page.locator(ROW).last.click()
    claim = int(page.locator(ROW).last.get_attribute("data-claim"))
    signs = next(listed["signs"] for listed in dossier(seeds).review["queue"] if listed["claim"] == claim)
    assert page.locator(".card .signs li").all_inner_texts() == [sign[1] for sign in signs] != []
    page.get_by_label("Search").fill("")
    bali = seeds.claims.index[seeds.claims["source"].eq("مصطفى بالي").fillna(False)]
    page.locator(f"{ROW}[data-claim='{bali[1]}']").click()
    page.get_by_label("Report", exact=True).select_option("=0")
    page.locator(f"{ROW}[data-claim]").first.wait_for()
    page.locator(".text .speaker", has_text="بالي").first.click()
    page.get_by_role("button", name=f"All claims by Mustafa Bali ({len(bali)})").click()
    assert page.locator(ROW).count() == len(bali)
    assert page.get_by_label("Speaker", exact=True).input_value() == "=مصطفى بالي"
    assert page.get_by_label("Report", exact=True).input_value() == ""
    assert page.evaluate("document.activeElement.matches('tr[aria-selected=true]')")


def test_a_search_that_finds_nothing_says_so_and_is_cleared(page, seeds):
    page.get_by_label("Search").fill("xyz")
    page.get_by_role("button", name="Clear").click()
    assert page.locator(ROW).count() == len(seeds.claims)


def test_roles_and_names_are_there_for_screen_readers(page):
    assert page.get_by_role("grid", name="Claims").count() == 1
    assert page.get_by_role("article", name="The report").count() == 1
    assert page.get_by_role("group", name="Marked").get_by_role("button", pressed=True).count() == 5
    assert page.get_by_role("columnheader").all_inner_texts() == ["Figure", "What", "Said by", "Report"]
    page.locator(ROW).first.click()
    assert page.get_by_role("row", selected=True).count() == 1
    assert page.get_by_role("button", name="العشرات: Killed, Nobody named").count() == 1
    named = "e => e.textContent || e.ariaLabel || e.labels?.length"
    assert page.evaluate(f"[...document.querySelectorAll('input, select, button, summary')].every({named})")


@pytest.mark.parametrize(("lang", "way", "other"), [("en", "ltr", "العربية"), ("ar", "rtl", "English")])
def test_the_language_turns_direction_and_sides(browser, written, seeds, lang, way, other):
    with watched(browser) as page:
        page.goto(written(seeds, lang))
        for direction in (way, "rtl" if way == "ltr" else "ltr"):
            assert page.locator(".isnad").get_attribute("dir") == direction
            assert laid(page, f"{ROW} td")[0] == direction
            assert laid(page, ".text p") == ["rtl", "right"]
            left = page.locator(".claims").bounding_box()["x"] < page.locator(".report").bounding_box()["x"]
            assert left == (direction == "ltr")
            page.locator(".language").click()
            assert page.evaluate("document.activeElement.matches('.language')")
        assert page.locator(".language").inner_text() == other


def test_a_choice_outlives_the_turn_of_language(page):
    page.get_by_label("Search").fill("38")
    page.locator(ROW).nth(1).click()
    page.locator(".language").click()
    assert page.locator(ROW).count() == 3
    assert lit(page, "core") == "38"
    assert page.locator(f"{ROW}[aria-selected=true]").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_words_stand_out_from_their_ground(browser, written, seeds, scheme, lang):
    with watched(browser, scheme=scheme) as page:
        page.goto(written(seeds, lang))
        page.locator(ROW).nth(2).click()
        poor = page.evaluate(CONTRAST)
        assert poor == []


CONTRAST = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const over = (colour, ground) => {
    canvas.fillStyle = `rgb(${ground})`; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (e) => e ? over(getComputedStyle(e).backgroundColor, ground(e.parentElement)) : [255, 255, 255];
  const poor = new Set();
  for (const e of document.querySelectorAll('.isnad *')) {
    if (![...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) || !e.checkVisibility()) continue;
    const back = ground(e), ink = over(getComputedStyle(e).color, back);
    const [high, low] = [light(back), light(ink)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < 4.5) poor.add(`${e.className || e.tagName}: ${ratio.toFixed(2)}`);
  }
  return [...poor];
}"""


@pytest.mark.parametrize("width", [1280, 800, 390, 320])
def test_nothing_spills_over_the_side(browser, written, seeds, width):
    with watched(browser, width=width) as page:
        page.goto(written(seeds, "en"))
        page.locator(ROW).nth(2).click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        spilled = "all => all.filter(e => e.scrollWidth > e.clientWidth + 1).length"
        assert page.locator(".isnad .pane, .isnad .card").evaluate_all(spilled) == 0


@pytest.mark.parametrize("report", range(len(HOSTILE)))
def test_a_hostile_report_neither_runs_nor_breaks_the_layout(browser, written, hostile, report):
    with watched(browser) as page:
        page.goto(written(hostile, "en"))
        page.get_by_label("Report", exact=True).select_option(f"={report}")
        text = page.locator(".text")
        assert page.locator(".text :not(p, span)").count() == 0
        assert page.evaluate("document.scripts.length") == 2
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280
        assert text.evaluate("e => e.scrollWidth <= e.clientWidth + 1")
        name = hostile.reports["report"].iloc[report]
        for i in [i for i, of in enumerate(hostile.claims["report"]) if of == name][:9]:
            page.locator(f"{ROW}[data-claim='{i}']").click()
            assert lit(page, "core").replace("⟦RLO⟧", "") == hostile.claims["number_text"].iloc[i]
            assert page.evaluate(IN_VIEW)


def test_overrides_are_shown_and_not_obeyed(browser, written, hostile):
    with watched(browser) as page:
        page.goto(written(hostile, "ar"))
        page.locator("select").first.select_option("=2")
        shown = page.locator(".text").inner_text()
        assert "⟦RLO⟧83⟦PDF⟧" in shown and "⟦LRO⟧abc" in shown
        held = page.content().encode().decode()
        assert not set("\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT OVERRIDE}") & set(held)


def test_a_text_that_is_not_there_yet_is_asked_for(browser, tmp_path, hostile):
    shown = dossier(hostile)
    early = {"data": shown.overview(), "texts": {}, "lang": "en", "picked": ""}
    script = assets.script().replace("export default", "window.reader =")
    path = tmp_path / "late.html"
    path.write_text("<meta charset=utf-8><body><script type=module>" + script + "</script>", encoding="utf-8")
    with watched(browser) as page:
        page.goto(path.as_uri())
        page.evaluate(
            """held => window.reader.render({ el: document.body, model: {
              get: name => held[name], set() {}, off() {}, save_changes() {},
              on: (name, hear) => (window[name] = hear), send: asked => (window.asked = asked) } })""",
            early,
        )
        assert page.evaluate("window.asked") == {"want": 0}
        assert "on its way" in page.locator(".text").inner_text()
        page.evaluate("sent => window['msg:custom'](sent)", {"report": 0, "paragraphs": shown.paragraphs(0)})
        assert "onerror=alert(2)" in page.locator(".text").inner_text()


@pytest.fixture
def lab(tmp_path):
    """The address of a JupyterLab over copies of the notebooks and the reports."""
    for name in ("notebooks", "seeds"):
        (tmp_path / name).mkdir()
        for path in (SEEDS.parent / name).iterdir():
            if path.is_file():
                (tmp_path / name / path.name).write_bytes(path.read_bytes())
    with laboratory(tmp_path) as address:
        yield address


@pytest.mark.slow
def test_a_new_user_finds_the_answer_in_jupyterlab(browser, lab):
    with watched(browser, width=1500, height=950, at_home=(f"http://{lab}/", f"ws://{lab}/")) as page:
        run_all(page, lab, "notebooks/00-start-here.ipynb")
        page.locator(ROW).first.wait_for(state="attached", timeout=120_000)
        cells = page.locator(".jp-Notebook .jp-Cell").count()
        page.locator(".isnad:not(.chart) input").fill("38")
        page.locator(ROW).first.focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.type("ddxab")  # what would delete, cut and insert cells, were the notebook to hear it
        page.keyboard.press("Enter")
        assert page.locator(".jp-Notebook .jp-Cell").count() == cells
        assert lit(page, "core") == "38" and page.evaluate(IN_VIEW)
        assert "قوات سوريا الديمقراطية" in page.locator(".card .chain").inner_text()
        assert page.locator(".isnad:not(.chart)").evaluate("e => getComputedStyle(e).direction") == "rtl"
        page.locator(".language").click()
        assert page.locator(".isnad:not(.chart)").evaluate("e => getComputedStyle(e).direction") == "ltr"
        assert page.locator(".text p").first.evaluate("e => getComputedStyle(e).textAlign") == "right"
        assert "Syrian Democratic Forces" in page.locator(".card .chain").inner_text()
        assert page.evaluate("document.fonts.check('16px Vazirmatn', 'قتل')")
