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


@pytest.mark.parametrize(
    "heading",
    [
        "وقال المرصد إن الضحايا توزعوا على النحو التالي:",  # the list is what he says
        "وتوزع الضحايا كما يلي:",  # the outlet lays out what he told
    ],
)
def test_the_lines_of_a_list_are_told_by_who_tells_the_toll(heading):
    claims = parse([("a", TOLD + heading + LINES + "\n\nوسقطت أربع قذائف على الحي.")]).claims.set_index("number_text")
    assert claims.loc[["52", "11", "30", "8"], "source"].eq("المرصد").all()
    assert claims["source"].isna()["أربع"]


def test_the_content_of_an_act_that_announces_a_list_holds_its_lines_and_no_more():
    text = "وقال المرصد إن الضحايا توزعوا على النحو التالي:" + LINES + "\nوأغلق السوق."
    corpus = parse([("a", text)])
    end = corpus.attributions["content_end"][0]
    assert text[:end].endswith("14 غارة")


def test_the_number_that_opens_a_line_counts_nothing():
    corpus = parse([("a", "وأعلن المكتب أنه وثق خلال أيار:\n1- مقتل 17 مدنيا\n2- إصابة 29 آخرين\n3) نزوح 40 أسرة")])
    assert corpus.claims["number_text"].tolist() == ["17", "29", "40"]
    assert corpus.claims["source"].eq("المكتب").all()
    assert set(corpus.ledger["why"].dropna()) == {"a number that names"}


def test_a_list_without_casualties_goes_on_with_the_people_counted_before_it():
    text = "وفر 90 ألف شخص من القرى، وفق التفصيل التالي:\n• الأردن: 50 ألفا\n• لبنان: 40 ألفا"
    assert parse([("a", text)]).claims["measure"].eq("displaced").all()


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("قتل 120 مدنيا خلال الشهر:", "• على يد الجيش: 80", "• جهات أخرى: 40"), [120, 80, 40]),
        (("وثق المكتب مقتل 96 مدنيا:", "- الشمال: 60", "- الجنوب: 36"), [96, 60, 36]),
        (("قتل 90 مدنيا.", "توزع الضحايا بحسب المحافظات:", "إدلب: 51", "حماة – 39"), [90, 51, 39]),
        (("قتل ستة أشخاص في حادث، وهذه أرقام الطوارئ:", "• الشرطة: 110"), [6]),
        (("قتل ستة أشخاص في حادث.", "أرقام الطوارئ:", "الشرطة: 110"), [6]),
    ],
)
def test_lines_under_a_toll_or_its_heading_break_it_down(lines, told):
    claims = parse([("a", "\n".join(lines))]).claims
    assert claims[claims["measure"].eq("killed")]["best"].tolist() == told


def test_no_line_of_a_list_is_part_of_another():
    claims = parse([("a", "حصيلة الضحايا بحسب المحافظات:\nإدلب: 71\nحلب: 40")]).claims
    assert claims["best"].tolist() == [71, 40]
    assert claims["part_of"].isna().all()
