"""Time expressions: what is found, what is left alone, and which days it means. All sentences are invented."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import times
from helpers.lexicon import load
from helpers.text import tokens

WEDNESDAY = date(2019, 3, 13)

DAYS = [
    ("انسحبت القوة اليوم", "اليوم", "2019-03-13", "2019-03-13"),
    ("انسحبت القوة أمس", "أمس", "2019-03-12", "2019-03-12"),
    ("وصل الوفد أول أمس", "أول أمس", "2019-03-11", "2019-03-11"),
    ("وصل الوفد أمس الأول", "أمس الأول", "2019-03-11", "2019-03-11"),
    ("وصل الوفد أول من أمس", "أول من أمس", "2019-03-11", "2019-03-11"),
    ("يصل الوفد غدا", "غدا", "2019-03-14", "2019-03-14"),
    ("يصل الوفد بعد غد", "بعد غد", "2019-03-15", "2019-03-15"),
    ("قصفت الطائرات البلدة مساء الثلاثاء", "مساء الثلاثاء", "2019-03-12", "2019-03-12"),
    ("قال الناطق اليوم (الأربعاء) إن", "اليوم (الأربعاء)", "2019-03-13", "2019-03-13"),
    ("قتل جندي الإثنين", "الإثنين", "2019-03-11", "2019-03-11"),
    ("وقع ذلك الأحد الماضي", "الأحد الماضي", "2019-03-10", "2019-03-10"),
    ("وقع ذلك الأربعاء الماضي", "الأربعاء الماضي", "2019-03-06", "2019-03-06"),
    ("يبدأ التدريب السبت المقبل", "السبت المقبل", "2019-03-16", "2019-03-16"),
    ("وقع ذلك الأربعاء", "الأربعاء", "2019-03-13", "2019-03-13"),
    ("غارة في وقت متأخر يوم الجمعة", "في وقت متأخر يوم الجمعة", "2019-03-08", "2019-03-08"),
    ("غارة ليل السبت الأحد", "ليل السبت الأحد", "2019-03-09", "2019-03-10"),
    ("غارات الليلة الماضية", "الليلة الماضية", "2019-03-12", "2019-03-13"),
    ("نقل الجرحى مساء أول أمس الاثنين", "مساء أول أمس الاثنين", "2019-03-11", "2019-03-11"),
    ("سقطت القرية الأحد 10 آذار/مارس 2019", "الأحد 10 آذار/مارس 2019", "2019-03-10", "2019-03-10"),
    ("من المقرر أن يعقد الاجتماع السبت", "السبت", "2019-03-16", "2019-03-16"),
    ("كان من المقرر أن يعقد الاجتماع السبت", "السبت", "2019-03-09", "2019-03-09"),
    ("سيغادرون للأحد المقبل", "لأحد المقبل", "2019-03-17", "2019-03-17"),
]
DATES = [
    ("وفي 10 سبتمبر/ايلول 2018 بدأ", "10 سبتمبر/ايلول 2018", "2018-09-10", "2018-09-10"),
    ("بدأ في 11 يوليو", "11 يوليو", "2018-07-11", "2018-07-11"),
    ("بدأ في يوليو2013", "يوليو2013", "2013-07-01", "2013-07-31"),
    ("بدأ في مايو (أيار)", "مايو (أيار)", "2018-05-01", "2018-05-31"),
    ("بدأ في فبراير شباط الماضي", "فبراير شباط الماضي", "2019-02-01", "2019-02-28"),
    ("في سبتمبر أيلول من العام الماضي", "سبتمبر أيلول من العام الماضي", "2018-09-01", "2018-09-30"),
    ("بحلول نهاية فبراير / شباط", "نهاية فبراير / شباط", "2020-02-20", "2020-02-29"),
    ("منذ مطلع كانون الأول الماضي", "مطلع كانون الأول الماضي", "2018-12-01", "2018-12-10"),
    ("في منتصف جويلية 2018", "منتصف جويلية 2018", "2018-07-11", "2018-07-20"),
    ("من المقرر الاقتراع في 15 حزيران", "15 حزيران", "2019-06-15", "2019-06-15"),
    ("في غشت المقبل", "غشت المقبل", "2019-08-01", "2019-08-31"),
    ("اندلعت في الخامس عشر من آذار 2011", "الخامس عشر من آذار 2011", "2011-03-15", "2011-03-15"),
    ("بين 10 و15 شباط", "10 و15 شباط", "2019-02-10", "2019-02-15"),
    ("يوم 12/3/2019 وصلوا", "12/3/2019", "2019-03-12", "2019-03-12"),
    ("بتاريخ 2019-03-12 وصلوا", "2019-03-12", "2019-03-12", "2019-03-12"),
    ("عمان 25 شوال 1436 هـ", "25 شوال 1436 هـ", "2015-08-10", "2015-08-10"),
    ("بدأ رمضان الماضي", "رمضان الماضي", "2018-05-16", "2018-06-14"),
    ("قتل ثلاثة في ١١ آذار ٢٠١٩", "١١ آذار ٢٠١٩", "2019-03-11", "2019-03-11"),
    ("في العاشر من الشهر الجاري", "العاشر من الشهر الجاري", "2019-03-10", "2019-03-10"),
]
STRETCHES = [
    ("سقطت المدينة في 2014.", "2014", "2014-01-01", "2014-12-31"),
    ("كان العام 2014 صعبا", "العام 2014", "2014-01-01", "2014-12-31"),
    ("في أواخر عام 2018", "أواخر عام 2018", "2018-10-01", "2018-12-31"),
    ("منذ بداية العام الماضي", "بداية العام الماضي", "2018-01-01", "2018-01-31"),
    ("خلال العام الماضي", "العام الماضي", "2018-01-01", "2018-12-31"),
    ("نهاية الشهر الجاري", "نهاية الشهر الجاري", "2019-03-22", "2019-03-31"),
    ("الأسبوع الماضي", "الأسبوع الماضي", "2019-03-02", "2019-03-10"),
    ("على مدى السنوات الأربع الماضية", "السنوات الأربع الماضية", "2015-03-13", "2019-03-13"),
    ("في الساعات الأربع والعشرين الأخيرة", "الساعات الأربع والعشرين الأخيرة", "2019-03-12", "2019-03-13"),
    ("خلال الـ48 ساعة الماضية", "الـ48 ساعة الماضية", "2019-03-11", "2019-03-13"),
    ("خلال اليومين الماضيين", "اليومين الماضيين", "2019-03-11", "2019-03-13"),
    ("آخر ثلاثة أيام", "آخر ثلاثة أيام", "2019-03-10", "2019-03-13"),
    ("منذ ستة أشهر", "منذ ستة أشهر", "2018-09-01", "2018-09-30"),
    ("وصلوا قبل يومين", "قبل يومين", "2019-03-11", "2019-03-11"),
    ("في الصيف الماضي", "الصيف الماضي", "2018-06-01", "2018-08-31"),
    ("في خريف 2016", "خريف 2016", "2016-09-01", "2016-11-30"),
    ("في ثمانينيات القرن الماضي", "ثمانينيات القرن الماضي", "1980-01-01", "1989-12-31"),
]
UNDATED = [
    ("خلال الأيام القليلة الماضية", "الأيام القليلة الماضية", "vague"),
    ("في الفترة الأخيرة", "الفترة الأخيرة", "vague"),
    ("في الأشهر الأخيرة", "الأشهر الأخيرة", "vague"),
    ("زارها مؤخرا", "مؤخرا", "vague"),
    ("وصلوا قبل أيام", "قبل أيام", "vague"),
    ("توقف أكثر من أسبوع", "أكثر من أسبوع", "duration"),
    ("حصار استمر أسابيع", "استمر أسابيع", "duration"),
    ("مهلة أقصاها شهر", "مهلة أقصاها شهر", "duration"),
    ("وصلوا قبل ثلاثة أيام من الهجوم", "قبل ثلاثة أيام", "duration"),
    ("في 30 فبراير 2018", "30 فبراير 2018", "date"),
]
NOT_TIMES = [
    "قتل أحد المقاتلين",
    "اندلع خلاف بين الاثنين",
    "لا يزالون هناك حتى الآن",
    "قال رمضان شعبان إن خميس وجمعة وصلا",
    "مارس الجيش ضغوطا",
    "دخل من الباب وآب إلى بيته",
    "فازوا 37 - 33",
    "هاتف 0944-123-456",
    "عثر على 2014 لغما",
    "قال الأمين العام السابق",
    "في اليوم الثاني من المعارك",
    "لليوم الثالث على التوالي",
    "ثورة 25 يناير",
    "نقلت “المصري اليوم” عنه",
    "يعاني في كل يوم جمعة",
    "أصيب في الظهر",
    "طفل عمره 4 سنوات",
    "فجرا نفسيهما",
    "في سوق الجمعة",
]
CLOCKS = [
    ("اندلعت صباح اليوم اشتباكات", "morning"),
    ("هاجموا اليوم الأربعاء في الصباح والظهر", "morning; noon"),
    ("بدأ عند الساعة 17,00 ت غ", "17:00"),
    ("بدأ الساعة الخامسة والنصف مساء", "17:30"),
    ("يلعب في الخامسة من مساء اليوم", "17:00"),
    ("وقع الساعة الخامسة", "05:00 or 17:00"),
    ("في ساعة متأخرة من مساء الأحد", "late; evening"),
]


def read_one(text, published=WEDNESDAY):
    found = times.read(text, published)
    assert len(found) == 1, [text[t.start : t.end] for t in found]
    return found[0]


@pytest.mark.parametrize(("text", "quote", "low", "high"), DAYS + DATES + STRETCHES)
def test_days_meant(text, quote, low, high):
    time = read_one(text)
    assert text[time.start : time.end] == quote
    assert (time.date_low.isoformat(), time.date_high.isoformat()) == (low, high)


@pytest.mark.parametrize(("text", "quote", "rule"), UNDATED)
def test_found_without_days(text, quote, rule):
    time = read_one(text)
    assert (text[time.start : time.end], time.rule) == (quote, rule)
    assert (time.date_low, time.date_high) == (None, None)


@pytest.mark.parametrize("text", NOT_TIMES)
def test_left_alone(text):
    assert times.read(text, WEDNESDAY) == []


@pytest.mark.parametrize(("text", "clock"), CLOCKS)
def test_clock(text, clock):
    assert read_one(text).clock == clock


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


def test_first_end_of_a_range_takes_the_year_of_its_second():
    found = times.read("من تشرين الثاني إلى شباط 2018", WEDNESDAY)
    assert [(t.date_low.year, t.date_low.month) for t in found] == [(2017, 11), (2018, 2)]


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
