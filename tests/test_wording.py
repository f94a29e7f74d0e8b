"""Amounts, names and chains as a sentence has them."""

import pytest

from helpers import findings, parse
from helpers.tables.links import Teller
from helpers.wording import chain_line

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
