"""Lists that break a toll down line by line, in an invented report."""

import pytest

from helpers import parse, quantities

TOLD = "أحصى المرصد مقتل 90 مدنيا في أسبوع.\n\n"
LINES = "\n- القوات الروسية: 52 مدنيا، بينهم 11 طفلا\n- 30 من المزارعين\n- جهات أخرى: 8\n- الغارات: 14 غارة"


@pytest.fixture(scope="module")
def claims():
    heading = "وتوزع الضحايا حسب الجهات المسؤولة كما يلي:"
    return parse([("a", TOLD + heading + LINES)]).claims.set_index("number_text")


def test_each_line_counts_the_casualties_that_the_list_is_of(claims):
    assert claims["measure"].to_dict() == {
        "90": "killed", "52": "killed", "11": "killed", "30": "killed", "8": "killed", "14": "strikes",
    }  # fmt: skip


def test_a_line_is_part_of_the_toll_that_is_broken_down(claims):
    whole, line = claims["id"]["90"], claims["id"]["52"]
    assert claims["part_of"].dropna().to_dict() == {"52": whole, "11": line, "30": whole, "8": whole}


def test_a_line_opens_with_who_did_it_where_the_list_is_of_doers(claims):
    assert claims["actor"].dropna().to_dict() == {"52": "الجيش الروسي", "11": "الجيش الروسي"}


@pytest.mark.parametrize("heading", ["وتوزع الضحايا كما يلي.", "وزار الوفد المدن التالية:", "وتوزع النازحون كما يلي:"])
def test_no_line_counts_casualties_unless_a_list_of_them_is_announced(heading):
    measures = parse([("a", TOLD + heading + LINES)]).claims.set_index("number_text")["measure"]
    assert not measures[["52", "30"]].eq("killed").any()


@pytest.mark.parametrize("second", [9, 15])
def test_the_dash_of_the_next_line_joins_no_range_and_no_score(second):
    assert [q.best for q in quantities.read(f"- حلب: 12\n- {second} في حمص")] == [12, second]
