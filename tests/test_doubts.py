"""Figures that nobody is named for, and the words that say so."""

import pytest

from helpers import parse, tables

CASES = [  # text, for each figure its words without a teller ("" for none), and its speaker
    ("يُعتقد أن 200 مقاتل قتلوا.", ["يُعتقد أن"], [""]),
    ("قتل 8 جنود وسط أنباء عن مقتل 30 مدنيا، وجرح 5 آخرون.", ["", "أنباء عن", ""], ["", "", ""]),
    ("وأفيد بمقتل 12 شخصا في القصف.", ["أفيد"], [""]),
    ("وقيل إن ستة أشخاص جرحوا.", ["قيل إن"], [""]),
    ("ويقدر عدد القتلى بنحو 90.", ["يقدر عدد"], [""]),
    ("ومن المرجح أن 40 شخصا قتلوا.", ["من المرجح أن"], [""]),
    ("وقتل 7 أشخاص يشتبه في أنهم قتلوا جنديين.", ["", "يشتبه في"], ["", ""]),
    ("وقال الوزير إنه يعتقد أن 22 جنديا قتلوا.", [""], ["الوزير"]),
    ("ويعتقد خبراء أن 14 شخصا قتلوا.", [""], ["خبراء"]),
    ("ذكر مسؤول أن 9 جنود قتلوا.", [""], ["مسؤول"]),
    ("لا أنباء عن مقتل 3 جنود.", [""], [""]),
]


@pytest.mark.parametrize(("text", "doubts", "sources"), CASES)
def test_figures_without_a_teller_keep_the_cue(text, doubts, sources):
    claims = parse([("a", text)]).claims
    assert claims["doubt"].fillna("").tolist() == doubts
    assert claims["source"].fillna("").tolist() == sources


def test_a_sentence_keeps_the_cue_too():
    sentences = parse([("a", "يعتقد أن القائد فر. وقتل 3 جنود.")]).sentences
    assert sentences["doubt"].fillna("").tolist() == ["يعتقد أن", ""]


def test_the_cue_stands_before_the_figure_in_tables():
    corpus = parse([("a", "يُعتقد أن 200 مقاتل قتلوا.")])
    assert tables.counted(corpus)["words"].tolist() == ["يُعتقد أن … 200"]
