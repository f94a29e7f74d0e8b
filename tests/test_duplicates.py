"""Reports that give another one again: which, how, and the numbers in which they differ all the same."""

import pytest

from helpers import parse, tables

TEXT = (
    "قال متحدث باسم الجيش إن 12 جنديا قتلوا أمس في هجوم على نقطة تفتيش شمالي المدينة. "
    "وأضاف أن 7 آخرين أصيبوا ونقلوا إلى مستشفى قريب، وأن القوات أغلقت الطريق حتى المساء. "
    "وذكر سكان أن دوي الانفجارات سمع في القرى المجاورة قبل أن يعود الهدوء."
)
OTHER = "وصلت قافلة مساعدات إلى المخيم مساء الخميس بعد انتظار طويل على الحدود بين البلدين، بحسب منظمة إغاثة دولية."
CASES = [
    (TEXT, "same_file", None, None),
    (TEXT.replace("،", " ,").replace("قتلوا", "قُتِلوا"), "same_words", None, None),
    (TEXT.replace("12", "١٢"), "same_words", None, None),
    (TEXT.replace("12", "15"), "near", "15", "12"),
    (TEXT.replace("سكان", "شهود"), "near", None, None),
    (TEXT + " وقال إن 3 منهم ضباط.", "near", "3", None),
    (OTHER, None, None, None),
    (TEXT[: len(TEXT) // 3], None, None, None),
]


@pytest.mark.parametrize(("again", "kind", "here", "there"), CASES)
def test_a_report_given_again(again, kind, here, there):
    found = tables.duplicates(parse([("a", TEXT), ("b", again)]))
    rows = found.astype(object).where(found.notna(), None).to_dict("records")
    assert [row["repeat"] for row in rows] == ([kind] if kind else [])
    if rows:
        assert (rows[0]["report"], rows[0]["other"]) == ("b", "a")
        assert (rows[0]["numbers"], rows[0]["other_numbers"]) == (here, there)
        assert (rows[0]["similarity"] == 1) == (kind != "near")


def test_each_repetition_leads_to_the_first(tmp_path):
    found = tables.duplicates(parse([(name, TEXT) for name in "abc"] + [("d", OTHER)]))
    assert found[["report", "other"]].to_numpy().tolist() == [["b", "a"], ["c", "a"]]


def test_rows_of_one_table_are_no_one_file(tmp_path):
    (tmp_path / "t.csv").write_text(f'text\n"{TEXT}"\n"{TEXT.replace("12", "15")}"\n', encoding="utf-8")
    assert tables.duplicates(parse(tmp_path))["repeat"].tolist() == ["near"]


def test_a_corpus_without_any():
    assert tables.duplicates(parse([("a", TEXT)])).columns.tolist()[:3] == ["report", "other", "repeat"]
