"""Names: forms, clitics, quotation marks, longest match, and the list itself."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import names, parse
from helpers.lexicon import load
from helpers.text import tokens

CASES = [
    ("سيطرت قسد على البلدة", "قسد", "قوات سوريا الديمقراطية", "party"),
    ("هجوم لداعش", "داعش", "تنظيم الدولة الإسلامية", "party"),
    ("مسلحو تنظيم «داعش» هناك", "تنظيم «داعش»", "تنظيم الدولة الإسلامية", "party"),
    ("نزحوا إلى الرقة", "الرقة", "الرقة", "place"),
    ("وصلوا من محافظة دير الزور", "محافظة دير الزور", "محافظة دير الزور", "place"),
    ("بغارات التحالف الدولي", "التحالف الدولي", "التحالف الدولي", "party"),
    ("قال لوكالة الأناضول", "وكالة الأناضول", "وكالة الأناضول", "media"),
    ("في مخيم الهول", "مخيم الهول", "الهول", "place"),
    ("قوات الدعم السريع في الفاشر", "قوات الدعم السريع", "قوات الدعم السريع", "party"),
    ("أعلنت وزارة الصحة في غزة", "وزارة الصحة في غزة", "وزارة الصحة في غزة", "body"),
    ("اتهمت الخارجية الأميركية دمشق", "الخارجية الأميركية", "وزارة الخارجية الأمريكية", "body"),
]
NOT_NAMES = ["هاجم المتشددون القرية", "الطائرات المسيرة", "مظاهرات سلمية", "العيادات السعودية", "لاجئا سوريا", "أم وأب"]


@pytest.mark.parametrize("text, quote, entity, kind", CASES)
def test_names_are_found_in_their_many_forms(text, quote, entity, kind):
    found = {(text[n.start : n.end], n.entity, n.kind) for n in names.find(tokens(text))}
    assert (quote, entity, kind) in found


@pytest.mark.parametrize("text", NOT_NAMES)
def test_words_that_only_look_like_names(text):
    assert names.find(tokens(text)) == []


def test_a_family_name_is_the_person_once_introduced():
    text = "وصل عدنان عفرين إلى عفرين"
    assert [n.kind for n in names.find(tokens(text))] == ["person", "person"]
    assert [n.kind for n in names.find(tokens("قصفت عفرين"))] == ["place"]


def test_every_entity_has_one_kind_and_a_known_party():
    parties = {row["party"] for row in load()["parties"]}
    kinds: dict[str, str] = {}
    for row in load()["entities"]:
        assert kinds.setdefault(row["entity"], row["kind"]) == row["kind"], row["form"]
        assert row["kind"] in {"person", "party", "body", "media", "place", "group"}, row["form"]
        assert not row["party"] or row["party"] in parties, row["form"]
        assert bool(row["lat"]) == bool(row["lon"]), row["form"]
        assert bool(row["precision"]) == (row["kind"] == "place"), row["form"]


def test_coordinates_lie_on_the_earth_and_syrian_ones_in_syria():
    for row in load()["entities"]:
        if row["lat"]:
            assert -90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180, row["form"]
        if row["lat"] and row["pcode"].startswith("SY"):
            assert 32 < float(row["lat"]) < 37.5 and 35.5 < float(row["lon"]) < 42.5, row["form"]


def test_a_medium_of_a_party_carries_it():
    assert names.entities(load())["وكالة هاوار"].party == "sdf"
    assert names.entities(load())["رويترز"].party is None


FORMS = st.lists(
    st.sampled_from([row["form"] for row in load()["entities"][::37]] + ["،", "في", "“", "قال", "\n"]), max_size=12
)


@given(FORMS)
def test_names_never_overlap_and_stand_in_order(forms):
    text = " ".join(forms)
    found = names.find(tokens(text))
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(0 <= n.start < n.end <= len(text) for n in found)


def test_no_name_runs_on_into_the_next_line():
    text = "معقل تنظيم الدولة الإسلامية\nداعش ينسحب"
    quotes = parse([("a", text)]).names["quote"].tolist()
    assert quotes == ["تنظيم الدولة الإسلامية", "داعش"]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("قتل 12 شخصا في قندهار.", "قندهار"),
        ("قتل 12 شخصا في قصف على خاركيف.", "خاركيف"),
        ("قتل 12 مدنيا في أكسوم.", "أكسوم"),
        ("هجوم على لشكر كاه.", "لشكركاه"),
    ],
)
def test_towns_of_other_wars_need_no_word_before_them(text, town):
    assert town in [
        name.entity for name in names.find(tokens(text)) if name.kind == "place" and name.precision == "town"
    ]
