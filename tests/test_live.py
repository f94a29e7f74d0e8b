"""Live charts and tables without a browser: the same tables as in print, and every control moves what it names."""

import re
import time
from datetime import date
from html.parser import HTMLParser

import pandas as pd
import pytest

from helpers import live, parse, tables
from helpers.charts import colours
from helpers.live import drawing
from helpers.live.chart import sentences
from helpers.live.views import VIEWS
from tests import wars
from tests.bench.live import timed
from tests.timed import smallest

SEEDS = "seeds"
HOSTILE = [
    ("<b>", "قال متحدث باسم الجيش <img src=x onerror=alert(1)> إن ثلاثة جنود قتلوا."),
    ("o", "قتل \N{RIGHT-TO-LEFT OVERRIDE}83\N{POP DIRECTIONAL FORMATTING} مدنيا </td><script>alert(2)</script>."),
]
WARS = list((wars.SUDAN | wars.GAZA | wars.CAMPS).items())
each_view = pytest.mark.parametrize("view", VIEWS)


@pytest.fixture(scope="module")
def seeds(request):
    return parse(request.config.rootpath / SEEDS)


@pytest.fixture(scope="module")
def war():
    return parse(WARS)


@pytest.fixture(scope="module")
def hostile():
    return parse(HOSTILE)


def rows(chart):
    return [row for panel in chart.chart.drawing["panels"] for _, listed in panel["blocks"] for row in listed]


def text(chart):
    return " ".join(part for row in rows(chart) for part in (row["name"], row["detail"], row["words"], row["note"]))


@pytest.mark.parametrize("policy", tables.POLICIES)
@pytest.mark.parametrize(("view", "made"), [("casualties", tables.casualties), ("people", tables.estimate)])
def test_a_policy_gives_the_table_that_is_printed(seeds, war, view, made, policy):
    for corpus in (seeds, war):
        chart = live.explore(corpus, view, "en", policy)
        pd.testing.assert_frame_equal(chart.table(), made(corpus, policy).reset_index(drop=True))


@each_view
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_row_of_the_table_is_a_mark(seeds, war, view, lang):
    for corpus in (seeds, war):
        chart = live.explore(corpus, view, lang)
        table = VIEWS[view].table(corpus)
        drawn = rows(chart)
        if view == "mouths":
            assert sum(int(row["words"].replace(",", "")) for row in drawn) == len(table) == len(corpus.numbered)
        else:
            assert len(drawn) == len(table)


@each_view
def test_a_mark_leads_to_its_claims(seeds, view):
    chart = live.explore(seeds, view, "en")
    told = chart.chart.about["claims"]
    for row in rows(chart):
        assert row["claims"] or row["about"] or row["hollow"]
        for i in row["claims"]:
            assert told[i]["id"] == seeds.claims["id"].iloc[i]
            assert "".join(told[i]["sentence"]).count(told[i]["quote"]) >= 1


@each_view
def test_a_mark_lies_where_its_number_does(seeds, war, view):
    for corpus in (seeds, war):
        for panel in live.explore(corpus, view, "en").chart.drawing["panels"]:
            if not panel["axis"]:  # days
                continue
            ticks = {float(words.replace(",", "")): place for place, words in panel["ticks"]}
            assert list(ticks) == sorted(ticks) and list(ticks.values()) == sorted(ticks.values())
            for row in (row for _, listed in panel["blocks"] for row in listed):
                value = re.sub(r" km²?$", "", row["words"]).replace(",", "")
                place = row["mark"].get("bar", row["mark"].get("best"))
                if not value.replace(".", "").isdigit():
                    continue
                below = [at for tick, at in ticks.items() if tick <= float(value)]
                above = [at for tick, at in ticks.items() if tick >= float(value)]
                assert max(below) - 1e-9 <= place <= min(above, default=1) + 1e-9, row


def test_a_sentence_holds_its_claim_and_nothing_is_lost(seeds):
    for claim, (before, own, after) in zip(seeds.claims.itertuples(), sentences(seeds), strict=True):
        assert own == claim.quote and before + own + after in seeds.text(claim.report)


def test_the_policy_moves_sums_and_labels(seeds):
    chart = live.explore(seeds, "casualties", "en")
    chart.last.value = date(2019, 3, 11)  # the later toll, which may contain the dozens, is out of the window
    assert "“dozens” (20–99)" in text(chart)
    assert {row["what"]: row["sum"] for row in chart.chart.drawing["sums"]}["Killed · ISIS"] == "20–99"
    chart.policy.value = "acled"
    assert "“dozens” (10)" in text(chart)
    assert {row["what"]: row["sum"] for row in chart.chart.drawing["sums"]}["Killed · ISIS"] == "10"


@pytest.mark.parametrize("policy", tables.POLICIES)
def test_sums_are_those_of_the_table_of_policies(seeds, war, policy):
    for corpus in (seeds, war):
        items = corpus.items[corpus.items["measure"].isin(tables.CASUALTIES)]
        found = tables.sums(tables.casualties(corpus, policy), tables.left_out(corpus, items))
        known = tables.policies(corpus).query("policy in [@policy, 'every']")
        for row in known.itertuples():
            same = [s for s in found if (s.measure, s.subject_group) == (row.measure, row.population) and s.added]
            assert sum(s.added for s in same) == row.items
            if pd.notna(row.low):
                assert sum(s.low for s in same) == row.low
        assert sum(s.added for s in found) == known["items"].sum()


@pytest.mark.parametrize(
    ("lang", "both"), [("en", "{contained:g} or {separate:g}"), ("ar", "{contained:g} أو {separate:g}")]
)
def test_a_sum_with_two_readings_prints_both(seeds, lang, both):
    chart, run = live.explore(seeds, "casualties", lang), tables.one_toll(seeds)
    readings = run.attrs["readings"]
    told = [row for row in chart.chart.drawing["sums"] if row["sum"] == both.format(**readings)]
    assert [row["added"] for row in told] == [len(run)]
    assert all(f"{value:g}" in told[0]["note"] for value in readings.values()) and told[0]["note"] in chart.still()


def test_nothing_is_added_that_is_left_out(war):
    for row in live.explore(war, "casualties", "en").chart.drawing["sums"]:
        assert row["added"] or row["sum"] == "—"
        assert row["added"] or row["left"]


def test_the_language_turns_everything(seeds):
    chart = live.explore(seeds, "casualties", "en")
    english = chart.chart.drawing
    chart.lang.value = "ar"
    arabic = chart.chart.drawing
    assert (english["lang"], arabic["lang"], arabic["panels"][0]["mirrored"]) == ("en", "ar", True)
    assert chart.policy.description == "ما تُحمل عليه الألفاظ المبهمة"
    assert not re.search("[a-zA-Z]", text(chart)) and "isnad-rtl" in chart._dom_classes
    chart.lang.value = "en"
    assert chart.chart.drawing == english and "isnad-rtl" not in chart._dom_classes


@pytest.mark.parametrize("view", [view for view in VIEWS if VIEWS[view].parties])
def test_a_party_unticked_is_gone_and_comes_back(war, view):
    chart = live.explore(war, view, "en")
    whole = chart.chart.drawing
    for column, boxes in chart.parties.items():
        for party, box in boxes.items():
            box.value = False
            left = chart.left()
            assert not left[column].fillna("").eq(party).any()
            assert len(left) == chart.table()[column].fillna("").ne(party).sum()
            box.value = True
    assert chart.chart.drawing == whole


@each_view
def test_a_window_keeps_what_may_lie_in_it(seeds, view):
    chart = live.explore(seeds, view, "en")
    if not chart.first.min:
        return
    chart.first.value = chart.last.value = date(2019, 3, 12)
    day = pd.Timestamp(2019, 3, 12)
    kept, every = chart.left(), chart.table()
    assert len(kept) < len(every)
    for row in every.itertuples():
        may = (pd.isna(row.date_low) or row.date_low <= day) and (pd.isna(row.date_high) or row.date_high >= day)
        assert (row.Index in kept.index) == may
    chart.whole.click()
    assert len(chart.left()) == len(every)


def test_a_choice_that_leaves_nothing_draws_nothing(seeds):
    for view in VIEWS:
        chart = live.explore(seeds, view, "ar")
        for boxes in chart.parties.values():
            for box in boxes.values():
                box.value = False
        assert rows(chart) == [] or not chart.parties


@each_view
@pytest.mark.parametrize("texts", [[], [("i", "no Arabic in it")], [("h", wars.QUIET["h.txt"])]])
def test_a_corpus_without_figures_gives_an_empty_chart(view, texts):
    chart = live.explore(parse(texts), view, "en")
    assert "Nothing to show." in chart.still() or view == "days"
    chart.policy.value, chart.lang.value = "acled", "ar"
    assert live.table(parse(texts), parse(texts).claims, "figure measure source", "ar").cells.cells.empty


@pytest.mark.parametrize("view", VIEWS)
def test_a_control_moves_the_chart_without_reading_anew(request, seeds, view):
    """A ratio, since machines differ: `python -m tests.bench.live` gives the milliseconds."""

    def ratio():
        began = time.perf_counter()
        parse(request.config.rootpath / SEEDS)
        reading = 1000 * (time.perf_counter() - began)
        return max(timed(seeds, view, rounds=3).values()) / reading

    assert smallest(ratio, 1) < 1


@pytest.mark.parametrize("wrong", [{"view": "x"}, {"lang": "fr"}, {"policy": "x"}])
def test_what_is_not_listed_is_refused(seeds, wrong):
    with pytest.raises(ValueError, match="choose one of"):
        live.explore(seeds, **wrong)


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.text = set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name in ("src", "href")]

    def handle_data(self, data):
        self.text.append(data)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_what_stands_at_rest_obeys_nothing(hostile, lang):
    parts = [live.explore(hostile, view, lang) for view in VIEWS]
    parts += [live.table(hostile, hostile.claims, "report figure quote source", lang)]
    for part in parts:
        parser = Tags()
        parser.feed(part.still())
        assert parser.tags <= set("div p strong table thead tbody tr th td br small".split())
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in part.still()
        assert set(part._repr_mimebundle_()) >= {"text/html", "text/plain"}


def test_a_table_sorts_its_figures_by_number(seeds):
    grid = live.table(seeds, seeds.claims, "figure measure", "en")
    options = grid.options()
    shown, by = options["df"].iloc[:, 0].tolist(), options["columnDefs"][0]["orderData"][0]
    keys = options["df"].iloc[:, by].tolist()
    assert keys[shown.index("38")] == 38 and keys[shown.index("more than 20,000")] == 20_000
    assert keys[shown.index("“dozens” (20–99)")] == 20 and keys[shown.index("“many or several”")] == -1
    assert options["maxBytes"] == 0 and not options["allow_html"]


def test_a_matter_keeps_the_words_of_its_claims():
    texts = [("a", "نزح نحو 60 ألف شخص من حلب. وأجلي أكثر من 20 ألف مدني من إدلب.")]
    corpus = parse(texts)
    options = live.table(corpus, corpus.items, "figure measure", "en").options()
    shown, by = options["df"].iloc[:, 0].tolist(), options["columnDefs"][0]["orderData"][0]
    assert shown == ["about 60,000", "more than 20,000"]
    assert options["df"].iloc[:, by].tolist() == [60_000, 20_000]


@pytest.mark.parametrize("typed", ["٣٨", "38", "قتلت العشرات", "الاسلاميه"])
def test_a_table_is_searched_as_one_types(seeds, typed):
    options = live.table(seeds, seeds.claims, "figure subject_group quote", "ar").options()
    searched = options["df"].apply(lambda row: " ".join(map(str, row)), axis=1)
    assert searched.str.contains(typed, regex=False).any()
    hidden = {target for rule in options["columnDefs"] if rule.get("visible") is False for target in rule["targets"]}
    assert options["df"].shape[1] - 1 in hidden


def test_a_picked_row_leads_to_its_claims_or_its_saying(seeds):
    grid = live.table(seeds, seeds.claims, "figure", "en")
    grid.grid.selected_rows = [5]
    assert grid.card.chosen == {"claims": [5]}
    said = live.table(seeds, seeds.attributions, "source cue", "en")
    said.grid.selected_rows = [3]
    assert said.card.chosen == {"claims": [], "act": 3}
    tolls = live.table(seeds, tables.casualties(seeds), "figure", "en")
    tolls.grid.selected_rows = [7]
    names = tables.casualties(seeds)["claims"].iloc[7].split()
    assert seeds.claims["id"].iloc[tolls.card.chosen["claims"]].tolist() == names
    assert live.table(seeds, seeds.times, "quote", "en").card is None


def test_a_claim_is_opened_in_its_report(seeds):
    chart = live.explore(seeds, "casualties", "en")
    chart.chart._heard(None, {"open": 31}, [])
    assert chart.reader.picked == seeds.claims["id"].iloc[31] and chart.reader in chart.children
    before, sent = chart.reader, []
    chart.reader.send = sent.append
    chart.chart._heard(None, {"open": 5}, [])
    assert chart.reader is before and sent == [{"lead": seeds.claims["id"].iloc[5]}]
    for nonsense in ({"open": -1}, {"open": 10_000}, {"open": "x"}, {}):
        chart.chart._heard(None, nonsense, [])
    assert len(sent) == 1


@pytest.mark.parametrize(
    ("ends", "en", "ar"),
    [
        ((3.0, 3.0, 3.0), "3", "3"),
        ((400.0, pd.NA, 600.0), "400–600", "من 400 إلى 600"),
        ((9.0, 12.0, 15.0), "9–15 (12)", "من 9 إلى 15 (12)"),
        ((2000.0, pd.NA, pd.NA), "at least 2,000", "لا يقل عن 2,000"),
        ((pd.NA, pd.NA, 7.0), "at most 7", "لا يزيد على 7"),
        ((pd.NA, 200.0, pd.NA), "200", "200"),
        ((pd.NA, pd.NA, pd.NA), "", ""),
    ],
)
def test_low_best_and_high_make_one_phrase(ends, en, ar):
    assert (drawing.bounds(*ends, "en"), drawing.bounds(*ends, "ar")) == (en, ar)


def test_what_is_no_party_has_no_partys_colour(seeds):
    chart = live.explore(seeds, "hedges", "en")
    marks = [row for panel in chart.chart.drawing["panels"] for _, rows in panel["blocks"] for row in rows]
    assert len(marks) > 1 and not {row["color"] for row in marks} & {*colours.PARTIES.values()}
    assert len({row["color"] for row in marks}) == 1 and {row["hollow"] for row in marks} == {True, False}
