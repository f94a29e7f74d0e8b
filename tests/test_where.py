"""Where a figure was counted: what its clause says, what is carried on from before, and what is no place of it."""

import pytest

from helpers import parse

NONE = ""
TWO = "حلب · حمص"

STATED = [
    ("قتل 12 شخصا في حلب.", ["حلب"]),
    ("قتل 12 شخصا وأصيب 30، أمس، في قصف على أطراف مدينة حلب.", ["حلب", "حلب"]),
    ("وفي حلب قتل 12 شخصا وأصيب ثلاثون.", ["حلب", "حلب"]),
    ("وفي حمص خرج 12 شخصا باتجاه جرابلس.", ["حمص"]),
    ("قتل 12 شخصا في معارك في حلب وحمص.", [TWO]),
    ("خسر التنظيم معقلين هما حلب في سوريا وحمص.", [TWO]),
    ("قتل خمسة في حلب، وقتل ثلاثة في حمص.", ["حلب", "حمص"]),
    ("قتل 12 شخصا في حلب آخر معقل للتنظيم بشمال سوريا وأصيب ثلاثون.", ["حلب", "حلب"]),
    ("غزة.. 12 قتيلا في غارات\n\nقال متحدث إن القصف توقف.", ["قطاع غزة"]),
    ("مقتل 12 شخصا في اشتباكات حلب.", ["حلب"]),
]
NO_PLACE = [
    "قتل 12 شخصا، ولا يزال التنظيم في حلب.",
    "رسم التنظيم خريطة الشرق الأوسط وقتل 12 شخصا.",
    "قتل 12 شخصا على بعد 40 كيلومترا شمال حلب.",
    "قتل 12 شخصا بقذائف المجموعات المنتشرة في حلب.",
    "قال متحدث في حلب إن 12 شخصا قتلوا.",
    "قتل 12 شخصا وقال متحدث في بيان إن القتال مستمر في حلب.",
    "نزح 12 شخصا إلى حلب.",
]
LEAD = "قتل خمسة جنود في مدينة حلب. "
CARRIED = [
    ("وأصيب 12 آخرون.", "حلب"),
    ("وقال متحدث إن 12 مدنيا قتلوا في الهجوم.", "حلب"),
    ("وشنت الطائرات 12 غارة على المدينة.", "حلب"),
    ("ونزح من المدينة 12 مدنيا.", "حلب"),
    ("ودمرت الطائرات 12 دبابة.", "حلب"),
    ("وتوفي 12 شخصا بالمرض.", NONE),
    ("وارتفعت حصيلة القتلى منذ بداية العام إلى 12 قتيلا.", NONE),
    ("وقتل 12 شخصا في البلاد.", NONE),
    ("وقتل 2500 شخص.", NONE),
    ("وفي دونيتسك، قتل 12 شخصا.", NONE),
    ("وقتل 12 شخصا في ناحية كبيسة.", NONE),
    ("وفي مخيم أبو ليلى قتل 12 شخصا.", NONE),
    ("\n▪️ وقتل 12 شخصا.", NONE),
    ('\n"وقتل 12 شخصا".', "حلب"),
    ("من جهة أخرى، أعلن الجيش مقتل 12 شخصا.", NONE),
    ("وفي العراق اندلعت معارك. وقال متحدث إن 12 شخصا قتلوا.", NONE),
    ("ودارت معارك في حمص. وقال متحدث إن 12 شخصا قتلوا.", NONE),
    ("وتوقف القتال. " * 8 + "وقتل 12 شخصا.", NONE),
]


@pytest.mark.parametrize(("text", "places"), STATED)
def test_the_place_that_a_clause_states(text, places):
    rows = parse([("a", text)]).claims
    assert rows["place"].tolist() == places
    assert set(rows["place_basis"]) == {"stated"}


@pytest.mark.parametrize("text", NO_PLACE)
def test_a_place_of_something_else_is_none(text):
    rows = parse([("a", text)]).claims
    assert len(rows) and rows["place"].isna().all() and rows["place_basis"].isna().all()


@pytest.mark.parametrize(("text", "place"), CARRIED)
def test_a_place_holds_until_the_telling_goes_elsewhere(text, place):
    row = parse([("a", LEAD + text)]).claims.iloc[-1]
    assert row[["place", "place_basis"]].fillna("").tolist() == [place, "carried" if place else ""]


def test_a_link_to_another_story_has_no_place_of_this_one():
    text = "معارك في حلب\n\nقتل خمسة جنود في حلب.\n\nمقتل 12 شخصا في غارات\n\nوأصيب ثلاثة آخرون."
    rows = parse([("a", text)]).claims.set_index("number_text")
    assert rows.loc["12", "section"] in ("teaser", "caption")
    assert rows["place"].isna().to_dict() == {"خمسة": False, "12": True, "ثلاثة": False}


def test_the_camp_is_the_one_named_before():
    text = "نقلوا إلى مخيم للنازحين في الهول. وقالت الأمم المتحدة إن المخيم يؤوي 66 ألف شخص."
    assert parse([("a", text)]).claims[["place", "place_basis"]].values.tolist() == [["الهول", "carried"]]


def test_what_is_carried_parts_no_two_reports():
    """Two towns part two tolls of one number where both are stated, not where one of them is carried."""
    other = ("b", "أعلن الجيش مقتل 12 من جنوده في حمص.")
    days = {"a": "2020-05-13", "b": "2020-05-13"}
    toll = "قتل خمسة مدنيين في حلب. وأعلن الجيش مقتل 12 من جنوده"
    counted = [len(parse([("a", f"{toll}{place}."), other], published=days).items) for place in ("", " في حلب")]
    assert counted == [2, 3]
