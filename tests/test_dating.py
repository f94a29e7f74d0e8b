"""The day of a report from its own words and from a table of dated events. Reports and events are invented."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import dating, event_words, left_over, sections, stated, times
from helpers.text import tokens

FALL = {
    "date_low": "2021-06-05",  # a Saturday
    "date_high": "2021-06-05",
    "relation": "on",
    "words": "سقوط سقطت بلدة النخيل",
    "event_en": "The town of Nakheel falls",
}
TALKS = FALL | {"date_low": "2021-06-02", "date_high": "2021-06-02", "words": "محادثات وفد جبيل", "relation": "after"}
TRUCE = FALL | {"date_low": "2021-06-12", "date_high": "2021-06-12", "words": "", "relation": "before"}
EVE = FALL | {"words": "يستعد الجيش لدخول النخيل", "relation": "before"}

REPORTS = [
    ("قال الناطق اليوم الاثنين إن بلدة النخيل سقطت السبت.", [FALL], "2021-06-07", "2021-06-07"),
    ("قال الناطق إن بلدة النخيل سقطت أمس.", [FALL], "2021-06-06", "2021-06-06"),
    ("قال الناطق أمس إن القصف مستمر، وكانت بلدة النخيل سقطت أول أمس.", [FALL], "2021-06-07", "2021-06-07"),
    ("قال الناطق إن بلدة النخيل سقطت السبت.", [FALL], "2021-06-05", "2021-06-11"),
    ("قال الناطق إن بلدة النخيل سقطت.", [FALL], "2021-06-05", None),
    ("قال الناطق إن بلدة النخيل سقطت.", [FALL, TRUCE], "2021-06-05", "2021-06-11"),
    ("وبعد سقوط بلدة النخيل عاد الوفد من محادثات جبيل.", [TALKS, TRUCE], "2021-06-03", "2021-06-11"),
    ("يستعد الجيش لدخول بلدة النخيل، وفق بيان في 3 أيار 2021.", [EVE], "2021-05-03", "2021-06-04"),
    ("قال الناطق اليوم الاثنين إن الهدوء عاد.", [FALL], None, None),
    ("قال الناطق اليوم الاثنين إن القتال بدأ في 10 أيلول 2018.", [], "2018-09-10", None),
    ("قال الناطق اليوم الثلاثاء إن القتال بدأ في 10 أيلول 2018.", [], "2018-09-11", None),
    ("من المقرر إجراء الانتخابات في 10 أيلول 2030.", [], None, None),
    ("سقطت بلدة أخرى السبت.", [FALL], None, None),
    ("قصفت الطائرات النخيل.", [TRUCE], None, "2021-06-11"),
]
CONTRADICTING = [
    ("قال الناطق اليوم الاثنين إن بلدة النخيل سقطت أمس، وذلك بعد 3 أيار 2021.", [FALL], "2021-05-03"),
    ("قال الناطق إن بلدة النخيل سقطت، في 3 أيار 2022.", [FALL, TRUCE], "2022-05-03"),
]


def dated(text, anchors):
    founds = times.find(text, tokens(text))
    return dating.published(text, founds, sections.sentences(text, sections.sections(text)), anchors)


def iso(day):
    return day and day.isoformat()


@pytest.mark.parametrize(("text", "anchors", "low", "high"), REPORTS)
def test_days_a_report_can_be_of(text, anchors, low, high):
    found = dated(text, anchors)
    assert (iso(found.low), iso(found.high)) == (low, high), found.evidence


@pytest.mark.parametrize(("text", "anchors", "low"), CONTRADICTING)
def test_a_record_that_contradicts_the_text_is_left_aside(text, anchors, low):
    found = dated(text, anchors)
    assert found[:2] == dated(text, [])[:2]
    assert found.low >= date.fromisoformat(low)
    assert "contradicts" in found.evidence


def test_weekdays_that_contradict_one_another_give_no_day():
    found = dated("قال الناطق اليوم الاثنين. وقال آخر اليوم الخميس.", [])
    assert found[:2] == (None, None)
    assert "contradict" in found.evidence


def test_an_event_on_another_weekday_is_another_event():
    again = FALL | {"date_low": "2021-07-16", "date_high": "2021-07-16"}  # a Friday
    found = dated("قال الناطق اليوم الاثنين إن بلدة النخيل سقطت الجمعة.", [FALL, again])
    assert found[:2] == (date(2021, 7, 19), date(2021, 7, 19))
    assert "5 June" not in found.evidence


WRONG_ROWS = [
    ("قال الناطق اليوم الاثنين إن بلدة النخيل سقطت السبت.", "«السبت» there is not"),
    ("وفي 5 حزيران 2021، أعلن الناطق سقوط بلدة النخيل.", "«5 حزيران 2021» there is not"),
]


@pytest.mark.parametrize(("text", "says"), WRONG_ROWS)
@pytest.mark.parametrize("day", ["2021-06-04", "2021-06-06", "2021-06-02"])
def test_a_row_on_a_day_that_the_report_cannot_mean_is_reported(text, says, day):
    found = dated(text, [FALL | {"date_low": day, "date_high": day}])
    assert found[:2] == dated(text, [])[:2]
    assert "Left aside" in found.evidence and says in found.evidence


def test_a_row_on_the_right_day_is_not_laid_aside():
    for text, _ in WRONG_ROWS:
        assert "aside" not in dated(text, [FALL]).evidence


def test_a_date_after_which_an_event_was_is_not_its_own():
    found = dated("سقطت بلدة النخيل بعد 3 أيار 2021.", [FALL])
    assert iso(found.low) == "2021-06-05"


def left(text, anchors):
    rows = list(left_over.clue_rows("a", dated(text, anchors)))
    return [(row["basis"], row["kept"], iso(row["date_low"]), iso(row["date_high"]), row["days"]) for row in rows]


def test_what_each_clue_leaves_over():
    assert left("قال الناطق اليوم الاثنين إن بلدة النخيل سقطت السبت.", [FALL, TRUCE]) == [
        ("text", True, None, None, None),
        ("record", True, "2021-06-07", None, None),
        ("record", True, "2021-06-07", "2021-06-07", 1),
        ("record", True, "2021-06-07", "2021-06-07", 1),
    ]


def test_a_record_that_contradicts_leaves_nothing_over():
    text = "قال الناطق إن بلدة النخيل سقطت، في 3 أيار 2022."
    assert [row[:2] for row in left(text, [TRUCE])] == [("text", True), ("record", False)]


@given(st.lists(st.sampled_from([FALL, TALKS, TRUCE, EVE]), max_size=4), st.sampled_from(REPORTS))
def test_the_last_clue_leaves_what_the_report_is_dated_to(anchors, report):
    found = dated(report[0], anchors)
    rows = list(left_over.clue_rows("a", found))
    assert (rows[-1]["date_low"], rows[-1]["date_high"]) == found[:2] if rows else found[:2] == (None, None)


def test_evidence_quotes_the_words_it_rests_on():
    evidence = dated("قال الناطق اليوم الاثنين إن بلدة النخيل سقطت السبت.", [FALL]).evidence
    assert all(words in evidence for words in ("«اليوم الاثنين»", "بلدة", "«السبت»", "The town of Nakheel falls"))


def test_yesterday_beside_a_weekday_is_a_hint_and_no_bound():
    found = dated("قال الناطق أمس إن القوات تقدمت الأحد.", [])
    assert "perhaps a Monday" in found.evidence
    assert found[:2] == (None, None)


def test_an_unknown_relation_is_an_error():
    with pytest.raises(ValueError, match="near"):
        dated("سقطت البلدة.", [FALL | {"relation": "near"}])


@pytest.mark.parametrize("value", ["March", "2019-02-08/2019-01-25", "2019-13-01"])
def test_a_manifest_day_that_is_none_is_an_error(value):
    with pytest.raises(ValueError):
        stated.from_manifest(value)


def test_a_manifest_cell():
    assert stated.from_manifest("") == (None, None)
    assert stated.from_manifest("2019-03-11") == (date(2019, 3, 11), date(2019, 3, 11))


@pytest.mark.parametrize(
    ("phrase", "text", "named"),
    [
        ("استئناف الهجوم", "استأنفت هجومها", 2),
        ("الهجوم الأحد", "أحد المهاجمين هجم", 1),
        ("رضيع", "وفاة رضيعها", 1),
        ("معركة", "آخر المعارك", 1),
        ("بدء الهجوم", "أبدى استعداده", 0),
    ],
)
def test_words_of_one_root_are_one_notion(phrase, text, named):
    assert len(event_words.matching(tokens(text), event_words.notions(phrase))) == named


@given(st.dates(date(1990, 1, 10), date(2060, 1, 1)), st.integers(0, 2))
def test_a_report_that_names_its_weekday_and_the_event_is_dated_to_the_day(published, back):
    day = published.toordinal() - back
    event = FALL | {"date_low": date.fromordinal(day).isoformat(), "date_high": date.fromordinal(day).isoformat()}
    offset = ("اليوم", "أمس", "أول أمس")[back]
    found = dated(f"قال الناطق إن بلدة النخيل سقطت {offset}.", [event])
    assert found[:2] == (published, published)
