"""Time expressions: what is found, what is left alone, and which days it means. All sentences are invented."""

import csv
import re
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import times
from helpers.lexicon import load
from helpers.looks import TIMES, look
from helpers.text import tokens

WEDNESDAY = date(2019, 3, 13)

CASES = list(csv.DictReader((Path(__file__).parent / "gold" / "times.csv").open(encoding="utf-8", newline="")))
RULES = [
    ("خلال الأيام القليلة الماضية", "vague"),
    ("وصلوا قبل أيام", "vague"),
    ("حصار استمر أسابيع", "duration"),
    ("وصلوا قبل ثلاثة أيام من الهجوم", "duration"),
    ("نزحوا من 2011 إلى 2014", "range"),
    ("في الأسبوع الأول من شباط", "share"),
    ("في القرن التاسع عشر", "century"),
    ("في 30 فبراير 2018", "date"),
]


def read_one(text, published=WEDNESDAY):
    found = times.read(text, published)
    assert len(found) == 1, [text[t.start : t.end] for t in found]
    return found[0]


def said(times_read, text):
    """Each time as the case table writes it."""
    return [
        (text[t.start : t.end], *(day.isoformat() if day else "" for day in t[2:4]), t.clock or "") for t in times_read
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_case(case):
    wanted = [(case["quote"], case["date_low"], case["date_high"], case["clock"])] if case["quote"] else []
    assert said(times.read(case["text"], date.fromisoformat(case["published"])), case["text"]) == wanted


@pytest.mark.parametrize(("text", "rule"), RULES)
def test_rule(text, rule):
    assert read_one(text).rule == rule


def test_without_the_reports_day_only_absolute_dates_resolve():
    found = times.read("سقطت أمس، وكانت سقطت في 10 أيلول 2018 وفي 2014.", None)
    assert [t.date_low and t.date_low.isoformat() for t in found] == [None, "2018-09-10", "2014-01-01"]
    assert [t.anchor for t in found] == ["published", "absolute", "absolute"]


def test_an_interval_for_the_reports_day_gives_the_hull():
    time = read_one("سقطت القرية أمس", (date(2019, 1, 25), date(2019, 2, 8)))
    assert (time.date_low, time.date_high) == (date(2019, 1, 24), date(2019, 2, 7))


def test_same_day_is_counted_from_the_day_named_before():
    found = times.read("انفجرت سيارة الثلاثاء. وانفجرت أخرى في اليوم نفسه، وثالثة في اليوم التالي.", date(2019, 3, 15))
    assert [t.date_low.day for t in found] == [12, 12, 13]
    assert [t.anchor for t in found] == ["published", "previous", "previous"]


def test_days_before_an_event_that_the_report_dates():
    text = "أجلي ألفان خلال الأيام الخمسة التي سبقت بدء الهجوم. وبدأت القوات الهجوم يوم السبت."
    before = times.read(text, WEDNESDAY)[0]
    assert (before.date_low, before.date_high, before.anchor) == (date(2019, 3, 4), date(2019, 3, 8), "event")


def test_days_before_an_event_without_a_date_stay_open():
    assert read_one("خلال الأيام الخمسة التي سبقت بدء الهجوم").date_low is None


def test_a_report_printed_a_day_late_speaks_from_the_day_it_names():
    text = "قال الناطق اليوم الثلاثاء إنهم تقدموا في الساعات الأربع والعشرين الأخيرة"
    assert [t.date_high for t in times.read(text, WEDNESDAY)] == [date(2019, 3, 12)] * 2


def test_a_range_of_absolute_ends_needs_no_report_day():
    found = times.read("من تشرين الثاني إلى شباط 2018", None)
    assert said(found, "من تشرين الثاني إلى شباط 2018")[0][1:3] == ("2017-11-01", "2018-02-28")
    assert found[0].anchor == "absolute"


def test_a_dual_adjective_is_of_both_weekdays_before_it():
    (both,) = times.read("يلعبان السبت والأحد المقبلين", WEDNESDAY)
    assert (both.date_low, both.date_high) == (date(2019, 3, 16), date(2019, 3, 17))


def test_a_list_is_no_range():
    text = "سقطت قرى الأحد والثلاثاء، وفي 2011 و2014"
    assert [t.rule for t in times.read(text, WEDNESDAY)] == ["weekday", "weekday", "year", "year"]


def test_the_next_week_of_a_month_told_before_is_counted_from_it():
    found = times.read("بدأ الحصار في 10 أيار 2018. وفي الشهر التالي نزح ألف، وفي العام نفسه عادوا.", WEDNESDAY)
    assert [t.date_low.isoformat() for t in found] == ["2018-05-10", "2018-06-01", "2018-01-01"]
    assert [t.anchor for t in found] == ["absolute", "previous", "previous"]


def test_a_users_word_is_read(tmp_path):
    (tmp_path / "timewords.csv").write_text("form,kind,value,article,note\nامبارح,deictic,-1,,\n", encoding="utf-8")
    assert times.read("وصلوا امبارح", WEDNESDAY, load(str(tmp_path)))[0].date_low == date(2019, 3, 12)


WORDS = [row["form"] for name in ("timewords", "weekdays", "months") for row in load()[name]]
OTHERS = ["2018", "10", "30", "5", "ثلاثة", "الأربع", "،", "/", "-", "(", ")", "قتل", "الهجوم", "هـ", "\n", "."]
PIECES = st.sampled_from(WORDS + OTHERS)
TEXTS = st.lists(PIECES, max_size=14).map(" ".join)


@given(TEXTS, st.dates(date(1950, 1, 1), date(2070, 12, 31)))
def test_spans_are_in_order_and_days_are_intervals(text, published):
    end = 0
    for time in times.read(text, published):
        assert end <= time.start < time.end <= len(text)
        assert (time.date_low is None) == (time.date_high is None)
        assert time.date_low is None or time.date_low <= time.date_high
        end = time.end


@given(TEXTS, st.sampled_from(["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"]))
def test_other_digits_and_vowel_signs_change_nothing(text, digits):
    plain = times.read(text, WEDNESDAY)
    other = times.read(text.translate(str.maketrans("0123456789", digits)), WEDNESDAY)
    assert other == plain
    vowelled = times.read(re.sub("(?<=[بتدرسشعفقلمنهي])(?=[بتدرسشعفقلمنهي])", "\N{ARABIC FATHA}", text), WEDNESDAY)
    assert [t[2:] for t in vowelled] == [t[2:] for t in plain]


@given(TEXTS)
def test_the_look_loses_no_time(text):
    assert look(text, load()) & TIMES or times.find(text, tokens(text)) == []


def test_the_table_of_what_rules_begin_with_loses_no_time(monkeypatch):
    texts = [case["text"] for case in CASES]
    found = [times.find(text, tokens(text)) for text in texts]
    monkeypatch.setattr(times, "RULES_AT", defaultdict(lambda: tuple(times.RULES)))  # all rules everywhere
    assert [times.find(text, tokens(text)) for text in texts] == found


FAR = [
    "بعد مليون سنة",
    "منذ 500 ألف سنة",
    "في 1 آذار 99999",
    "عام 9999",
    "قبل 999999999 قرن",
    "القرن 9999",
    "خلال الـ999999999 سنة الماضية",
]


@pytest.mark.parametrize("text", FAR)
@pytest.mark.parametrize("published", [date.min, WEDNESDAY, date.max])
def test_no_day_is_beyond_the_calendar(text, published):
    for time in times.read(f"نزحوا {text}", published):
        assert (time.date_low is None) == (time.date_high is None)


@given(TEXTS, st.sampled_from([date.min, date.max]))
def test_the_ends_of_the_calendar_are_no_error(text, published):
    times.read(text, published)


@given(TEXTS)
def test_finding_does_not_depend_on_what_stands_before(text):
    prefix = "سقطت القرية.\n"
    alone, after = times.find(text, tokens(text)), times.find(prefix + text, tokens(prefix + text))
    assert [(f.start + len(prefix), f.end + len(prefix), f.rule) for f in alone] == [f[:3] for f in after]


@given(st.dates(date(1950, 1, 1), date(2070, 12, 31)), st.integers(0, 40))
def test_an_interval_holds_what_each_of_its_days_gives(low, length):
    text = "قصفت مساء الأحد وأمس وفي 3 شباط وفي الصيف الماضي وفي شوال الماضي"
    founds = times.find(text, tokens(text))
    assert len(founds) == 5
    for found in founds:
        first, last = times.resolve(found, (low, low + timedelta(length)))
        for n in (0, length):
            day_first, day_last = times.resolve(found, low + timedelta(n))
            assert first <= day_first <= day_last <= last


def test_a_length_after_that_is_counted_from_the_time_before():
    text = "وصلوا في 5 مارس، وبعد ذلك بيومين غادروا، وعادوا بعدها بأسبوع"
    found = said(times.read(text, WEDNESDAY), text)
    assert found[1:] == [
        ("بعد ذلك بيومين", "2019-03-07", "2019-03-07", ""),
        ("بعدها بأسبوع", "2019-03-11", "2019-03-17", ""),
    ]


def test_a_hijri_day_is_the_gregorian_one_that_it_matches():
    text = "رأوا الهلال في 29 شوال 1436 هـ الموافق 15 أغسطس 2015"
    (only,) = times.read(text, WEDNESDAY)
    assert only.date_low == date(2015, 8, 15)
    assert text[only.start : only.end] == "29 شوال 1436 هـ الموافق 15 أغسطس 2015"


def test_the_same_month_is_that_of_the_time_before():
    text = "تعود القوارب في 12 ديسمبر القادم، والسفن في الـ20 من نفس الشهر"
    assert said(times.read(text, WEDNESDAY), text)[1] == ("الـ20 من نفس الشهر", "2019-12-20", "2019-12-20", "")


def test_a_weekday_joined_to_another_lies_on_its_side():
    found = times.read("المحاضرتان المقرر إلقاؤهما، الثلاثاء والأربعاء، عن النحو", WEDNESDAY)
    assert [t.date_low for t in found] == [date(2019, 3, 19), date(2019, 3, 13)]


def test_a_day_word_belongs_to_the_time_that_took_it():
    """«يوم» closes «مئة يوم» and does not open the day of the month after it too."""
    text = "أقفل مئة يوم\n12 الجاري"
    assert [text[t.start : t.end] for t in times.read(text, date(2019, 3, 13))] == ["مئة يوم", "12 الجاري"]


def test_the_days_that_follow_a_time_told_before_are_counted_from_it():
    text = "انهار السقف في 5 مارس، وفي الأيام الأربعة التالية أخلي المبنى، ثم هدم في اليومين التاليين"
    found = said(times.read(text, WEDNESDAY), text)
    assert found[1] == ("الأيام الأربعة التالية", "2019-03-06", "2019-03-09", "")
    assert times.read("أخلي في الأيام الأربعة التالية", WEDNESDAY)[0].date_low is None
