"""Amounts, names and chains as a sentence has them."""

import pandas as pd
import pytest

from helpers import findings, parse
from helpers.tables.links import Teller
from helpers.wording import chain_line, told_when

COMMANDER = [
    Teller("الجزيرة", "outlet", None),
    Teller("وكالة الصحافة الفرنسية", "medium", None),
    Teller("قائد ميداني", "speaker", "sdf"),
]
FORCE = [Teller("001", "outlet", None), Teller("قوات سوريا الديمقراطية", "speaker", "sdf")]
CITED = [*FORCE, Teller("سكان", "cited", None)]
SAYS_IT = [FORCE[0], Teller("قيادي بقوات سوريا الديمقراطية", "speaker", "sdf")]


@pytest.mark.parametrize(
    ("chain", "lang", "line"),
    [
        (COMMANDER, "ar", "الجزيرة ← فرانس برس ← قائد ميداني (قسد)"),
        (COMMANDER, "en", "Al Jazeera ← AFP ← Field commander (SDF)"),
        (FORCE, "ar", "التقرير 001 ← قوات سوريا الديمقراطية"),
        (FORCE, "en", "Report 001 ← Syrian Democratic Forces"),
        (CITED, "ar", "التقرير 001 ← قوات سوريا الديمقراطية ← سكان"),
        (SAYS_IT, "ar", "التقرير 001 ← قيادي بقوات سوريا الديمقراطية"),
        (SAYS_IT, "en", "Report 001 ← Commander, Syrian Democratic Forces"),
    ],
)
def test_a_chain_on_one_line(chain, lang, line):
    assert chain_line(chain, lang) == line


def test_every_figure_is_carried_by_one_chain_or_none():
    texts = [
        ("1", "قال متحدث باسم الجيش لرويترز إن ثلاثة جنود قتلوا. وأضاف أن أربعة أصيبوا. مقتل 12 شخصا في انفجار."),
        ("2", "قال متحدث باسم الجيش لرويترز إن القصف توقف."),
    ]
    corpus = parse(texts)
    table = findings.told_through(corpus)
    assert table.to_numpy().tolist() == [
        ["Report 1 ← Reuters ← متحدث باسم الجيش", 2, 2],
        ["Report 2 ← Reuters ← متحدث باسم الجيش", 1, 0],
    ]
    facts = findings.handed_on(corpus)
    assert (facts["chains"], facts["longer"], facts["carried"], facts["uncarried"]) == (2, 2, 2, 1)


def told(**known):
    row = {"low": 4.0, "best": 4.0, "high": 4.0, "precision": "exact", "date_basis": "report", "report": "004"}
    day = pd.Timestamp(known.pop("day"))
    return row | {"source": pd.NA, "outlet": pd.NA, "date_low": day, "date_high": day} | known


def test_amounts_stand_by_day_each_with_the_nearest_who_tells():
    rows = pd.DataFrame(
        [
            told(day="2020-05-12", outlet="رويترز", source="مصطفى بالي"),
            told(day="2020-05-11", outlet="رويترز", low=None, best=None, high=1.0, precision="less_than"),
            told(day="2020-05-10"),
            told(day="2020-05-10"),
        ]
    )
    facts = told_when("held", rows, "n_km2")
    assert facts["held_en"].split("; ") == [
        "4 km² (Report 004, told 10 May 2020)",
        "less than 1 km² (Reuters, told 11 May 2020)",
        "4 km² (Mustafa Bali, told 12 May 2020)",
    ]
    assert facts["held_ar"].startswith("4 كم² (التقرير 004، قيل في 10 أيار/مايو 2020)؛ أقل من 1 كم² (رويترز، ")
    assert told_when("held", rows.head(0), "n_km2") == {"held_en": None, "held_ar": None}


INSIDE = "قال متحدث باسم الجيش إن من 400 إلى 600 مقاتل يتحصنون في البلدة إلى جانب ما بين 500 وألف مدني."


def test_those_inside_are_named_in_brackets():
    facts = findings.people(parse([("a", INSIDE)], published={"a": "2020-05-11"}))
    assert facts["inside_en"] == ["400–600 (fighters, by estimate)", "500–1,000 (civilians, by estimate)"]
    assert facts["inside_ar"] == ["من 400 إلى 600 (مقاتلون، تقديرًا)", "من 500 إلى 1,000 (مدنيون، تقديرًا)"]
    assert facts["inside_by_en"].endswith("500–1,000 (civilians, by estimate) – متحدث باسم الجيش, told 11 May 2020")
