"""Every chart, in both languages: right Arabic, nothing clipped or covered, doubt drawn as doubt."""

import csv
import itertools
import json
import xml.etree.ElementTree as ET

import drawn
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
import samples
from matplotlib.colors import to_rgb
from matplotlib.path import Path

from helpers import arabic, charts, data
from helpers.charts import base, colours, marks
from helpers.charts.dates import time_ticks

DRAWN = {
    "camp": charts.draw_camp,
    "camps": charts.draw_camp,
    "casualties": charts.draw_casualties,
    "chains": charts.draw_chains,
    "clues": charts.draw_clues,
    "clues_many": charts.draw_clues,
    "concern_counts": charts.draw_concerns,
    "counted": charts.draw_counted,
    "counted_many": charts.draw_counted,
    "days": charts.draw_days,
    "estimate": charts.draw_estimate,
    "estimate_long": charts.draw_estimate,
    "ground": charts.draw_ground,
    "ground_many": charts.draw_ground,
    "hedges": charts.draw_hedges,
    "hits": charts.draw_hits,
    "leaving": charts.draw_leaving,
    "leaving_many": charts.draw_leaving,
    "map": charts.draw_map,
    "map_wide": charts.draw_map,
    "mouths": charts.draw_mouths,
    "naming": charts.draw_naming,
    "one_toll": charts.draw_one_toll,
    "speed": charts.draw_speed,
    "ties": charts.draw_ties,
    "ties_crowd": charts.draw_ties,
    "ties_many": charts.draw_ties,
}
LANGUAGES = ["ar", "en"]
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
# What the three kinds of dichromats see, in linear RGB: Machado, Oliveira and Fernandes (2009), severity 1.
DICHROMATS = {
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
each_chart = pytest.mark.parametrize("chart", DRAWN)
each_language = pytest.mark.parametrize("lang", LANGUAGES)


@pytest.fixture(autouse=True)
def house_style():
    with charts.style():
        yield
    plt.close("all")


def tables(chart: str) -> tuple[pd.DataFrame, ...]:
    table = getattr(samples, chart)()
    return table if isinstance(table, tuple) else (table,)


def test_every_chart_has_a_sample():
    assert {name for name in dir(charts) if name.startswith("draw_")} == {draw.__name__ for draw in DRAWN.values()}


def draw(chart: str, lang: str, **options):
    return DRAWN[chart](*tables(chart), lang=lang, **options)


def words_of(make) -> str:
    """What a chart writes, in reading order."""
    with drawn.recorded() as record:
        make()
    return " ".join(words for words, _ in record.meant.values()).replace("\N{NO-BREAK SPACE}", " ")


@each_language
@each_chart
def test_chart_reads_right_and_has_room(chart, lang):
    with drawn.recorded() as record:
        figure = draw(chart, lang).get_figure()
        figure.canvas.draw()
    assert drawn.faults(record) == []
    assert drawn.clipped(figure) == []
    assert drawn.overlapping(figure) == []
    assert drawn.faint(figure) == []
    assert drawn.smallest_type(figure) >= 7
    assert figure.get_figwidth() == base.WIDTH


@each_language
@pytest.mark.parametrize(
    "chart", [chart for chart in DRAWN if chart != "speed"]
)  # speed is of a machine, not of reports
def test_footer_tells_the_days_of_the_reports(chart, lang):
    first, *others = tables(chart)
    assert "2020؛" not in words_of(lambda: DRAWN[chart](first, *others, lang=lang))
    first.attrs["written"] = {"low": "2020-05-11", "high": "2020-05-13", "undated": 2}
    told = words_of(lambda: DRAWN[chart](first, *others, lang=lang))
    assert {"en": "of 11–13 May 2020; undated: 2.", "ar": "11 إلى 13 أيار/مايو 2020؛ بلا تاريخ: 2."}[lang] in told


@each_language
@each_chart
def test_chart_of_nothing_says_so(chart, lang):
    empty = [table.iloc[:0] for table in tables(chart)]
    words = words_of(lambda: DRAWN[chart](*empty, lang=lang))
    assert ("Nothing to draw" if lang == "en" else "لا شيء يُرسم") in words


@each_chart
def test_chart_of_one_row(chart):
    """A corpus of one claim makes a chart too, and so does one of two."""
    one, *rest = tables(chart)
    for rows in (one.iloc[:1], one.iloc[-2:]):
        figure = DRAWN[chart](rows, *rest).get_figure()
        assert drawn.clipped(figure) == []
        assert drawn.overlapping(figure) == []


@each_chart
def test_chart_draws_on_given_axes_and_leaves_the_table_alone(chart):
    before = [table.copy() for table in tables(chart)]
    given = tables(chart)
    _, ax = plt.subplots(figsize=(9, 7))
    assert DRAWN[chart](*given, ax=ax, title="A title") is ax
    for old, new in zip(before, given, strict=True):
        pd.testing.assert_frame_equal(old, new)


@each_chart
def test_titles_are_the_callers_where_given(chart):
    ax = draw(chart, "en", title="My title", subtitle="My subtitle", footer="My footer")
    assert {text.get_text() for text in ax.get_figure().texts} == {"My title", "My subtitle", "My footer"}


@each_language
@each_chart
def test_alt_text_is_in_the_language(chart, lang):
    alt = charts.alt_text(draw(chart, lang))
    assert bool(arabic.STRONG.search(alt)["arabic"]) == (lang == "ar")
    assert len(alt) > 30


@each_language
def test_saved_files_are_the_same_bytes_again(tmp_path, lang):
    for run in ("one", "two"):
        charts.save(draw("casualties", lang), "03-x", lang, samples.casualties(), tmp_path / run)
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert names == sorted(["03-x.csv", *(f"03-x.{lang}.{end}" for end in ("png", "svg", "txt"))])
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_saved_table_holds_what_is_drawn(tmp_path):
    table = samples.casualties()
    assert charts.save(draw("casualties", "ar"), "03-x", "ar", table, tmp_path) is None
    text = (tmp_path / "03-x.csv").read_bytes()
    assert b"\r" not in text
    rows = list(csv.DictReader(text.decode("utf-8").splitlines()))
    assert [row["words"] for row in rows] == table["words"].tolist()
    assert rows[0]["date_low"] == "2020-05-11"
    assert rows[3]["best"] == "", "a missing value stays empty"


def test_saved_pictures_carry_the_alt_text(tmp_path):
    ax = draw("mouths", "ar")
    charts.save(ax, "02-x", "ar", samples.mouths(), tmp_path)
    svg = ET.parse(tmp_path / "02-x.ar.svg").getroot()
    assert charts.alt_text(ax) in "".join(svg.itertext())
    finding, shown = (tmp_path / "02-x.ar.txt").read_text(encoding="utf-8").splitlines()
    assert charts.alt_text(ax) == f"{finding}. {shown}"
    assert plt.imread(tmp_path / "02-x.ar.png").shape[1] > 1300


def test_walker_goes_red_when_a_chart_writes_around_label(monkeypatch):
    monkeypatch.setattr(base.Page, "label", lambda self, words: words[::-1])
    with drawn.recorded() as record:
        draw("mouths", "ar").get_figure().canvas.draw()
    assert any("did not pass label()" in fault for fault in drawn.faults(record))


def test_overlap_and_clipping_are_found():
    figure = plt.figure(figsize=(3, 2))
    figure.text(0.5, 0.5, "one text")
    figure.text(0.52, 0.52, "another")
    figure.text(0.95, 0.1, "over the edge")
    assert drawn.overlapping(figure) == [("one text", "another")]
    assert drawn.clipped(figure) == ["over the edge"]


def test_values_grow_from_the_right_in_arabic_and_time_never_does():
    assert draw("mouths", "ar").xaxis_inverted()
    assert not draw("mouths", "en").xaxis_inverted()
    assert not any(draw(chart, lang).xaxis_inverted() for chart in ("camp", "days", "ground") for lang in LANGUAGES)


def test_party_colours_stay_apart_in_grey():
    lightness = [float(np.dot(to_rgb(color), (0.2126, 0.7152, 0.0722))) for color in colours.PARTIES.values()]
    assert min(abs(a - b) for a, b in itertools.combinations(lightness, 2)) > 0.05


@pytest.mark.parametrize("blindness", DICHROMATS)
def test_party_colours_stay_apart_for_the_colour_blind(blindness):
    """By 15 units of CIELAB and more; two neighbours that look alike are 2 apart."""
    seen = [as_seen(color, DICHROMATS[blindness]) for color in colours.PARTIES.values()]
    assert min(np.linalg.norm(a - b) for a, b in itertools.combinations(seen, 2)) > 15


def test_red_and_green_fall_together_for_the_colour_blind():
    """The simulation tells: these two are far apart for most eyes and near for a deuteranope."""
    apart = [np.linalg.norm(as_seen("#a03030", m) - as_seen("#5a6a20", m)) for m in (np.eye(3), DICHROMATS["deutan"])]
    assert apart[0] > 2 * apart[1]


def as_seen(color: str, matrix) -> np.ndarray:
    """The colour in CIELAB (white D65) after a simulation given as a matrix on linear RGB."""
    rgb = np.array(to_rgb(color))
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    xyz = TO_XYZ @ np.clip(matrix @ linear, 0, 1) / (TO_XYZ @ np.ones(3))
    f = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def test_parties_that_are_not_listed_get_colours_of_their_own():
    table = colours.colours(["a", "b", "sdf", "c", pd.NA])
    assert len(set(table.values())) == 5


@pytest.mark.parametrize(("precision", "bounds", "way"), [("more_than", (60, ""), -1), ("less_than", ("", 60), 1)])
def test_open_end_points_past_its_bound(precision, bounds, way):
    """In Arabic values grow to the left, so a number without an upper bound opens to the left."""
    row = samples.table("low best high precision", f"{bounds[0]}||{bounds[1]}|{precision}").iloc[0]
    ax = plt.figure().add_subplot()
    ax.set_xlim(100, 0)
    marks.draw_value(ax, 0, row, "k")
    paths = [line.get_marker().vertices for line in ax.lines if isinstance(line.get_marker(), Path)]
    assert paths
    assert all(np.sign(path[:2, 0].sum()) == way for path in paths)


def test_vague_word_stands_on_its_band_and_without_numbers_stands_alone():
    words = words_of(lambda: draw("casualties", "ar"))
    assert "عشرات" in words
    assert "كلمة بلا عدد" in words


def test_missing_numbers_are_never_nought():
    table = samples.table("low best high precision", "|||vague")
    ax = plt.figure().add_subplot()
    marks.draw_value(ax, 0, table.iloc[0], "k")
    assert len(ax.lines) == 0


def test_no_line_joins_two_statements_on_the_ground():
    ax = draw("ground", "ar")
    for line in [line for panel in (ax, *ax.child_axes) for line in panel.lines]:
        xs, ys = {str(x) for x in line.get_xdata()}, {float(y) for y in line.get_ydata()}
        assert len(xs) == 1 or len(ys) == 1, "a mark, a span of days or an interval, but no slope"


def test_kilometres_have_a_panel_of_their_own():
    ax = draw("ground", "en")
    assert len(ax.child_axes) == 1
    assert {line.get_marker() for line in ax.child_axes[0].lines} >= {"D"}
    assert "D" not in {line.get_marker() for line in ax.lines}


@pytest.mark.parametrize("chart", ["map", "map_wide"])
def test_squares_are_to_the_scale_of_the_map(chart):
    ax = draw(chart, "ar")
    ax.get_figure().canvas.draw()
    (x0, y0), (x1, y1) = ax.transData.transform([(40.9, 34.5), (40.9, 34.5 + 1 / 111.32)])
    kilometre = np.hypot(x1 - x0, y1 - y0)
    squares = [patch.get_window_extent() for patch in ax.patches if patch.get_transform() != ax.transData]
    sides = sorted((box.width, box.height) for box in squares if box.width < 20 * kilometre)
    for (width, height), km in zip(sides, (1, 2), strict=True):
        assert width == pytest.approx(km * kilometre, rel=0.03)
        assert height == pytest.approx(km * kilometre, rel=0.03)


def test_hollow_places_are_explained_where_there_are_any():
    places, areas = samples.map()
    sure = places[places["precision"].eq("town")]
    assert "Hollow: position approximate." in words_of(lambda: charts.draw_map(places, areas, lang="en"))
    assert "Hollow" not in words_of(lambda: charts.draw_map(sure, areas, lang="en"))


def test_places_off_the_base_map_are_named_and_not_drawn():
    ax = draw("map", "en")
    assert "Off the base map: Washington." in ax.get_figure().texts[-1].get_text()
    assert ax.get_xlim()[0] > 30


def test_map_without_areas_speaks_of_places_only():
    places, areas = samples.map()
    words = words_of(lambda: charts.draw_map(places, areas.iloc[:0]))
    assert "المربعات" not in words


def test_speakers_beyond_the_room_are_gathered_and_all_claims_kept():
    rows = [f"صحيفة|{'وكالة' if i % 2 else ''}|متحدث {i}|sdf|{i + 1}" for i in range(30)]
    table = samples.table("outlet via source party claims", *rows)
    words = words_of(lambda: charts.draw_chains(table))
    rest = sum(i + 1 for i in range(30)) - sum(range(17, 31))
    assert f"آخرون: {rest}" in words
    assert f"صحيفة: {sum(range(1, 31))}" in words


def test_squares_lie_off_the_map():
    ax = draw("map", "ar")
    land = ax.transData.transform((0, samples.map()[0]["lat"].min()))[1]
    assert all(patch.get_window_extent().y1 < land for patch in ax.patches[-2:])


def test_two_readings_are_drawn_as_they_were_given():
    table = samples.one_toll()
    assert "11 أو 13" in words_of(lambda: charts.draw_one_toll(table))
    table.attrs["readings"] = {"contained": 5.0, "separate": 12.0}
    assert "5 أو 12" in words_of(lambda: charts.draw_one_toll(table))


def test_bars_of_both_readings_end_where_the_readings_do():
    bars = [patch for patch in charts.draw_one_toll(samples.one_toll(), lang="en").patches]
    ends = [bar.get_y() + bar.get_height() for bar in bars]
    assert ends == [2, 5, 11, 2, 7, 13]
    assert [bar.get_facecolor()[0] == 1 for bar in bars] == [True, False, False, False, False, False]


def test_charts_refuse_other_languages():
    with pytest.raises(ValueError, match="ar and en"):
        charts.draw_mouths(samples.mouths(), lang="fr")


def test_base_map_is_read_whole():
    assert {line.name for line in data.lines("rivers")} >= {"Euphrates", "Tigris"}
    raw = json.loads((data.HERE / "borders.geojson").read_text(encoding="utf-8"))["features"]
    assert len(data.lines("borders")) >= len(raw)
    with pytest.raises(ValueError, match="no layer"):
        data.lines("roads")


def test_outside_figures_keep_their_gaps():
    table = data.ocha()
    assert table["low"].isna().any()
    assert str(table["date_low"].dtype) == "datetime64[s]"
    assert set(table["source"]) == {"OCHA"}


@each_language
def test_clues_are_told_and_those_left_aside_are_marked(lang):
    words = words_of(lambda: draw("clues", lang))
    aside, stated, clue = {
        "en": ("(left aside) «السبت» there", "Stated beside the report: 12–14 May 2020", "a Monday"),
        "ar": ("(تُرك جانبًا) «السبت»", "محدد خارج النص: 12 إلى 14 أيار/مايو 2020", "أحد أيام الاثنين"),
    }[lang]
    assert aside in words and stated in words and clue in words
    assert ("The town falls" in words) == (lang == "en")


def test_a_month_that_a_clue_rules_out_is_not_drawn():
    dots = [line for line in draw("clues", "en").lines if line.get_marker() == "o"]
    months = [{pd.Timestamp(day).month for day in line.get_xdata()} for line in dots]
    assert months[0] == {5, 6}
    assert all(5 not in later for later in months[1:])


def test_a_passage_is_nobodys_voice():
    rows = samples.ties()
    for tie in ("passage", "medium"):
        ax = charts.draw_ties(rows[rows["tie"].eq(tie)], lang="en")
        assert "one voice" not in charts.alt_text(ax)


@each_language
def test_a_partys_bars_say_whom_they_include(lang):
    words = words_of(lambda: draw("mouths", lang))
    assert {"en": "Hawar News Agency", "ar": "وكالة هاوار"}[lang] in words
    assert {"en": "and 1 more", "ar": "والباقي: 1"}[lang] in words, "six of seven named speakers"


@pytest.mark.parametrize("chart", ["chains", "ground", "mouths", "hedges", "estimate", "casualties"])
def test_a_name_left_in_arabic_is_said_and_set_apart(chart):
    """A speaker of no word list: in an English chart the name stays Arabic, and a number after it stays behind it."""
    first, *others = tables(chart)
    drawn_names = {"mouths": "speakers", "hedges": "speaker"}.get(chart, "source")
    first = first.assign(**{drawn_names: "زيد بن عمرو"})
    if chart == "casualties":
        first = first.assign(speaker_party=pd.NA)
    ax = DRAWN[chart](first, *others, lang="en")
    assert "Left in Arabic letters" in ax.get_figure().texts[-1].get_text()
    alt = charts.alt_text(ax)
    assert "زيد" not in alt.replace("\u2068زيد بن عمرو\u2069", "")
    assert "Left in Arabic" not in words_of(lambda: DRAWN[chart](first, *others, lang="ar"))


def test_no_note_where_every_name_is_spelt():
    table = samples.table("outlet via source party claims", "الجزيرة|رويترز|الأمم المتحدة|un|2")
    assert "Left in Arabic" not in words_of(lambda: charts.draw_chains(table, lang="en"))


def test_a_number_stands_behind_an_arabic_name_in_an_english_chart():
    table = samples.table("outlet via source party claims", "الجزيرة||زيد بن عمرو||2")
    with drawn.recorded() as record:
        charts.draw_chains(table, lang="en").get_figure().canvas.draw()
    assert drawn.faults(record) == []
    (line,) = [
        line.text for line in record.lines if line.text.endswith(":\N{NO-BREAK SPACE}2") and "J" not in line.text
    ]
    assert not arabic.SHAPES_ITSELF or line.startswith(arabic.LRM), "laid out from the left"


def test_what_is_not_counted_is_said():
    table = samples.counted()
    assert "not shown" not in words_of(lambda: charts.draw_counted(table, lang="en"))
    table.attrs |= {"left_out": 4, "unnumbered": 7}
    words = words_of(lambda: charts.draw_counted(table, lang="en"))
    assert "Figures of other people and things are not shown: 4." in words and "claims without one: 7." in words
    for chart in ("mouths", "chains"):
        (first,) = tables(chart)
        first.attrs["unnumbered"] = 7
        assert "claims without one: 7." in words_of(lambda: DRAWN[chart](first, lang="en"))  # noqa: B023
    counts = samples.concern_counts()
    counts.attrs["unnumbered"] = 40
    assert "give a number: 200; without a number: 40." in words_of(lambda: charts.draw_concerns(counts, lang="en"))


@each_language
def test_only_parties_named_often_enough_are_drawn_and_that_is_said(lang):
    table = samples.naming()
    said = {"en": "fewer than 5 times in all are not drawn: 2.", "ar": "أطراف يقل مجموع ذكرها عن 5 فلم تُرسم: 2."}[lang]
    assert said not in words_of(lambda: charts.draw_naming(table, lang=lang))
    table.attrs |= {"fewest": 5, "left_out": 2}
    assert said in words_of(lambda: charts.draw_naming(table, lang=lang))


def test_parties_of_as_many_names_share_the_title():
    rows = [f"{party}|رويترز|a|outlet|{party} {i}|1|4" for party in ("أ", "ب") for i in range(2)]
    table = samples.table("entity outlet report voice name mentions of", *rows)
    assert charts.alt_text(charts.draw_naming(table)).startswith("أكثر الأطراف تسميات، ولكل منها 2: أ، ب.")
    assert charts.alt_text(charts.draw_naming(table.iloc[:3])).startswith("عدد التسميات التي تُطلق على أ: 2.")


def test_only_fields_that_differ_have_a_bar_and_the_others_one_line():
    ax = draw("hits", "en")
    bars = {round(bar.get_y() + bar.get_height() / 2, 2): [] for bar in ax.patches}
    for bar in ax.patches:
        bars[round(bar.get_y() + bar.get_height() / 2, 2)].append(bar.get_width())
    assert sorted(bars.values()) == [[2], [2], [9, 2], [31]], "read otherwise, then missed"
    words = words_of(lambda: draw("hits", "en"))
    assert "As by hand in every row: words of saying (exact); speaker" in words
    assert "by hand: 62, missed: 2, read besides: 3" in words and "31 (right: 13 of 44)" in words
    assert " 0 (right" not in words, "no row without a bar"
    assert charts.alt_text(ax).startswith(
        "Fields read as by hand in every row: 4 of 8; the weakest, “words of the speaker"
    )


def test_a_reading_that_differs_nowhere_has_no_weakest_field():
    table = samples.hits()
    table = table[table["right"].eq(table["by_hand"])]
    assert charts.alt_text(charts.draw_hits(table, lang="en")).startswith(
        "Fields read as by hand in every row: 4 of 4. "
    )
    assert not charts.draw_hits(table, lang="en").patches


def test_the_estimates_heading_says_what_its_rows_need_not_repeat():
    words = words_of(lambda: draw("estimate", "en"))
    assert "Estimate of those inside" in words and "Fighters · ISIS" in words
    assert "present" not in words and "Civilians · Civilians" not in words


def test_a_heading_is_told_once_in_an_alt_text():
    alt = charts.alt_text(draw("estimate", "en"))
    assert alt.count("Estimate of those inside") == 1 and "about 150 (Undated, Other sources)" in alt


@each_language
def test_no_word_is_lost_on_a_last_line(lang):
    word = {"en": "word", "ar": "كلمة"}[lang]
    with base.page(None, lang, 1) as sheet:
        lines = [base.fitted(" ".join([word] * n), 6.5, sheet, size=8.5).split("\n") for n in range(10, 50)]
    assert {len(split) for split in lines} >= {1, 2}
    assert all(split[-1].count(word) > 2 for split in lines if len(split) == 2)


def test_long_names_of_speakers_have_room_for_their_lines():
    long = "المجلس الأعلى لتنسيق شؤون الإغاثة والطوارئ في المحافظات الشرقية والشمالية والغربية رقم"
    table = samples.table("outlet via source party claims", *(f"صحيفة||{long} {i}||1" for i in range(6)))
    assert drawn.overlapping(charts.draw_chains(table).get_figure()) == []


@each_language
def test_the_estimate_names_the_policy_of_its_vague_words(lang):
    table = samples.estimate()
    table.attrs["policy"] = "middle"
    policy = {"en": "Policy on vague words", "ar": "سياسة الألفاظ المبهمة"}[lang]
    assert policy in words_of(lambda: charts.draw_estimate(table, lang=lang))
    numbered = table[table["precision"].ne("vague")]
    assert policy not in words_of(lambda: charts.draw_estimate(numbered, lang=lang))


def test_rows_of_one_word_in_one_report_say_whom_they_count():
    row = "followed|{}|people|تل|2000||9999|vague|thousands|آلاف|||c|2020-05-01|2020-05-01|{}"
    columns = (
        "stage measure population ground low best high precision vague words source outlet report date_low date_high"
    )
    table = samples.table(
        f"{columns} counted", row.format("displaced", "النازحين"), row.format("evacuated", "المدنيين")
    )
    words = words_of(lambda: charts.draw_estimate(table))
    assert "«آلاف النازحين»" in words and "«آلاف المدنيين»" in words
    assert "النازحين" not in words_of(lambda: charts.draw_estimate(table.iloc[:1]))


@each_language
def test_the_camps_title_names_the_camp(lang):
    table = samples.camp().assign(place="الهول")
    assert {"en": "Al-Hol", "ar": "الهول"}[lang] in charts.alt_text(charts.draw_camp(table, lang=lang)).split(":")[0]


@each_language
def test_the_first_day_of_an_axis_has_its_month(lang):
    ticks = time_ticks(*pd.to_datetime(["2019-01-20", "2019-03-19"]), lang, 8)
    assert {"en": "January", "ar": "كانون الثاني"}[lang] in ticks[0][1]
    close = time_ticks(*pd.to_datetime(["2019-02-25", "2019-04-20"]), lang, 8)
    assert "\n" not in close[0][1] or {"en": "March", "ar": "آذار"}[lang] in close[0][1], "it would run into the next"


def test_english_readers_see_what_was_lost():
    row = {"measure": "area_km2", "low": pd.NA, "best": 7.0, "high": pd.NA, "precision": "approximate", "vague": pd.NA}
    bare = {f"bare_{key}": value for key, value in (row | {"low": 7.0, "high": 7.0, "precision": "exact"}).items()}
    table = samples.hedges().iloc[1:].assign(**row, **bare)
    assert "Area (km²): about 7" in (words := words_of(lambda: charts.draw_hedges(table, lang="en")))
    assert "Area (km²): 7" in words
    assert "Area" not in words_of(lambda: charts.draw_hedges(table, lang="ar"))


def test_each_wording_has_its_gloss_but_wordings_of_one_thing_share_theirs():
    row = "a|رويترز|{}|1|{}|2|2|2|exact||{}|{}"
    rows = [("attacks", "هجومان", "هجوم", ""), ("attacks", "هجومين", "هجوم", "")]
    rows += [("weapons", "صاروخين", "صاروخ", ""), ("weapons", "مستودعين", "مستودع", "يعتقد أن")]
    columns = "report outlet measure claims words low best high precision vague unit doubt"
    words = words_of(lambda: charts.draw_counted(samples.table(columns, *(row.format(*r) for r in rows)), lang="en"))
    assert "2, in doubt: 2" in words.replace("\n", " ") and "2, 2" not in words


def test_an_area_that_is_about_so_large_has_no_sharp_edge():
    places, areas = samples.map()
    told = areas.assign(
        low=pd.NA, best=areas["km2"], high=pd.NA, precision=["approximate", "exact", "exact"][: len(areas)]
    )
    plain, pale = (charts.draw_map(places, table).patches for table in (areas, told))
    assert len(pale) == len(plain) + 1
    assert sum(patch.get_linewidth() == 0 for patch in pale) > sum(patch.get_linewidth() == 0 for patch in plain)


@each_language
def test_no_river_runs_through_a_countrys_name(lang):
    ax = draw("map", lang)
    ax.get_figure().canvas.draw()
    small = ax.child_axes[0]
    lines = [path.transformed(small.transData) for layer in small.collections for path in layer.get_paths()]
    names = [text for text in small.texts if text.get_visible()]
    assert names
    assert not any(path.intersects_bbox(text.get_window_extent(), filled=False) for text in names for path in lines)


def test_a_number_keeps_with_the_word_behind_it():
    with base.page(None, "en", 1) as sheet:
        lines = base.fitted("Saturday 23 March 2019 " * 12, 1.2, sheet, size=8).split("\n")
    assert len(lines) > 8 and not any(line[-1].isdigit() for line in lines[:-1])
