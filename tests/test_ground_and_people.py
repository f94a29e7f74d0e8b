"""The ground and whose it is, those who left and where for: in tables, figures and sentences, never more than said."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest
import samples

from helpers import charts, findings, front_page, parse, tables
from helpers.charts import casualties, words
from helpers.charts.camp import people_rows
from helpers.charts.casualties import tally_rows
from helpers.headcounts import with_parts

DAY = pd.Timestamp("2020-05-11")


@pytest.fixture(autouse=True)
def house_style():
    with charts.style():
        yield
    plt.close("all")


def texts(ax) -> str:
    figure = ax.get_figure(root=True)
    panels = [panel for one in figure.axes for panel in (one, *one.child_axes)]
    return "\n".join(text.get_text() for text in [*figure.texts, *(text for panel in panels for text in panel.texts)])


@pytest.mark.parametrize(
    ("text", "aspect", "whose"),
    [
        ("لا يزال تنظيم داعش يسيطر على 5 كيلومترات مربعة.", "held", "isis"),
        ("تبلغ مساحة الجيب 3 كيلومترات مربعة.", "held", None),
        ("استولت قوات الدعم السريع على 12 كيلومترا مربعا.", "taken", "rsf"),
        ("سيطر الجيش السوداني على 20 كيلومترا مربعا انتزعها من قوات الدعم السريع.", "taken", "sudan_army"),
        ("خسر تنظيم داعش 30 كيلومترا مربعا.", "lost", "isis"),
        ("تقدمت القوات مسافة 4 كيلومترات.", "distance", None),
    ],
)
def test_whose_the_ground_is_comes_from_the_words_or_not_at_all(text, aspect, whose):
    row = tables.ground(parse([("a", text)])).iloc[0]
    assert row["aspect"] == aspect
    assert row["whose"] == whose if whose else pd.isna(row["whose"])


def test_each_mark_says_whose_the_ground_is_and_who_says_so():
    said = texts(charts.draw_ground(samples.ground(), lang="en"))
    assert "held by ISIS" in said and "taken by SDF" in said and "lost by ISIS" in said
    assert "taken, not said" in said, "a party is not made up"
    assert "Nobody named" in said
    assert "باقٍ بيد تنظيم الدولة" in charts.alt_text(charts.draw_ground(samples.ground(), lang="ar"))


def test_a_title_names_a_holder_only_where_it_is_one():
    table = samples.ground()
    held = table[table["aspect"].eq("held")]
    two = pd.concat([held, held.head(1).assign(whose="sdf")])
    unsaid = held.assign(whose=pd.NA)
    title = [charts.alt_text(charts.draw_ground(rows, lang="en")) for rows in (held, two, unsaid)]
    assert title[0].startswith("Said to be still held by ISIS: ")
    assert title[1].startswith("What was said of the ground")
    assert title[2].startswith("Said to be still held, not said by whom: ")
    squares = pd.DataFrame({"km2": [4.0, 1.0], "whose": ["isis", "sdf"], "teller": ["a", "b"]})
    places = samples.map()[0]
    assert "by ISIS" not in charts.alt_text(charts.draw_map(places, squares, lang="en")).split("A map")[0]


@pytest.mark.parametrize(("last", "marks"), [(DAY, 1), (DAY + pd.Timedelta(days=9), 0)])
def test_on_a_span_of_days_no_day_is_marked(last, marks):
    row = samples.ground().iloc[[3]].assign(date_low=DAY, date_high=last)
    ax = charts.draw_ground(row, lang="en")
    assert sum(line.get_marker() == "s" for line in ax.lines) == marks
    assert sum(line.get_linestyle() != "None" for line in ax.lines) == 1 - marks, "a bar over the days instead"


@pytest.mark.parametrize(
    ("basis", "en", "ar"),
    [
        ("event", "on 11 May 2020", "في 11 أيار/مايو 2020"),
        ("saying", "told 11 May 2020", "قيل في 11 أيار/مايو 2020"),
        ("report", "in a report of 11 May 2020", "في تقرير بتاريخ 11 أيار/مايو 2020"),
    ],
)
def test_a_day_of_the_report_is_no_day_of_telling(basis, en, ar):
    row = next(pd.DataFrame([{"date_low": DAY, "date_high": DAY, "date_basis": basis}]).itertuples())
    assert (words.dated(row, "en"), words.dated(row, "ar")) == (en, ar)


LEFT = "نزح 60 ألف شخص من حلب إلى إدلب بينهم 3 آلاف مقاتل."


def parts() -> pd.DataFrame:
    table = samples.estimate().assign(claim=list("abcdefg"), tie=pd.NA, whole=pd.NA)
    table.loc[table["claim"].eq("d"), ["tie", "whole"]] = ["disputed_composition", "c"]
    return table.assign(date_low=DAY, date_high=DAY)


def test_a_part_stands_under_its_whole_and_says_so():
    rows = words_of_rows(parts())
    assert (
        rows.index("of them, by another account – ISIS")
        == rows.index("Surrendered · Fighters and families or others") + 1
    )
    known = with_parts("told", parts()[parts()["claim"].isin(["c", "d"])])
    assert known["told_en"] == "Spokesperson: 2,500 (of whom, by another account, about 150 – ISIS)"
    assert known["told_ar"] == "متحدث: 2,500 (منهم بحسب قول آخر نحو 150 – تنظيم الدولة)"
    whole = parts()[parts()["claim"].eq("f")]
    assert with_parts("told", whole)["told_en"] == "nobody named: “thousands”"
    assert with_parts("told", whole.head(0))["told_en"] is None


def test_no_row_is_lost_where_parts_have_parts():
    table = parts()
    table.loc[table["claim"].eq("c"), ["tie", "whole"]] = ["part_of", "e"]
    table.loc[table["claim"].eq("e"), ["tie", "whole"]] = ["part_of", "c"]
    assert len(words_of_rows(table)) == len(table)


def words_of_rows(table: pd.DataFrame) -> list[str]:
    return [row.name for row in people_rows(table, "en")]


def test_the_table_of_those_who_left_knows_what_is_part_of_what():
    table = tables.estimate(parse([("a", LEFT)], published={"a": "2025-05-11"}))
    whole, part = table.iloc[0], table.iloc[1]
    assert part["tie"] == "part_of" and part["whole"] == whole["claim"] and pd.isna(whole["whole"])


def test_a_place_that_people_went_to_is_told_where_it_is_named():
    known = findings.people(parse([("a", LEFT), ("b", "نزح 40 شخصا من حلب.")]))
    assert known["mentions"] > known["bound"] > 0
    assert any("إدلب" in told for told in known["bound_for_ar"])
    assert findings.people(parse([("b", "نزح 40 شخصا من حلب.")]))["bound"] == 0


def test_the_front_page_says_who_holds_the_ground_and_leaves_out_what_is_not_told():
    held, taken = "لا يزال تنظيم داعش يسيطر على 5 كيلومترات مربعة.", "استولت قوات الدعم السريع على 12 كيلومترا مربعا."
    page = front_page.found(parse([("a", held)]), "en")
    assert page.startswith("1. **Said to be still held by ISIS: 5 km² (nobody named; ")
    assert "taken" not in page
    assert front_page.found(parse([("a", held)]), "ar").startswith("1. <strong>ما قيل إنه باقٍ"), "laid out as Arabic"
    page = front_page.found(parse([("a", held), ("b", taken)]), "en")
    assert "Said to be taken by Rapid Support Forces: 12 km²" in page and len(page.splitlines()) == 1


def test_an_english_reader_gets_the_values_of_arabic_words():
    said = texts(charts.draw_counted(samples.counted(), lang="en"))
    assert "46, “dozens”" in said or "46, “tens”" in said
    assert "24,000" in said and "“a few thousand”" not in texts(charts.draw_counted(samples.counted(), lang="ar"))


def test_a_title_of_tolls_says_whose_dead_they_are():
    table = samples.casualties()
    title = charts.alt_text(charts.draw_casualties(table, lang="en")).split(" Tallies")[0]
    killed = table["measure"].eq("killed") & table["stance"].isin(casualties.STANCES)
    dead, civilians = table[killed & table["of_party"].notna()], table[killed & table["of_party"].isna()]
    assert len(civilians) and "Civilians" not in title, "a side's own dead are its own"
    assert len(dead) and not title.startswith("Losses a side")
    for row in dead.itertuples():
        assert words.name(row.of_party, "en") in title and words.amount(row, "en") in title


def test_only_what_is_told_again_says_how_often():
    table = samples.casualties()
    rows = tally_rows(table.assign(mentions=1, reports=1), "en")
    assert {row.note for row in rows} == {""}
    assert all(row.note for row in tally_rows(table.assign(mentions=2, reports=1), "en"))


def test_reports_without_columns_of_their_own_are_counted_together():
    said = texts(charts.draw_leaving(samples.leaving_many(), lang="en"))
    assert "Reports: 30" in said and "of 60" in said and "30 passed on" in said


def test_ties_that_are_not_drawn_are_counted():
    said = texts(charts.draw_ties(samples.ties_crowd(), lang="en"))
    assert "Those of fewer reports are not drawn: 11." in said.replace("\n", " ")
