"""Towns that no list of the project's holds: named where the words say so, and nowhere else."""

import pytest

from helpers import parse
from helpers.gazetteer import ARABIC, by_name
from helpers.lexicon import load
from helpers.names import entities, find
from helpers.text import tokens

NAMED = {
    "قصفت المدفعية مدينة ماريوبول أمس": ("ماريوبول", "UA"),
    "هبطت الطائرة في مطار بيشاور": ("بيشاور", "PK"),
    "نزحوا إلى مدينة لوهانسك": ("لوهانسك", "UA"),
    "انفجار في لاهور": ("لاهور", "PK"),
    "وصلت سفينة إلى ميناء مومباسا": ("ممباسا", "KE"),
    "وفي مدينة غروزني": ("غروزني", "RU"),
    "ضواحي مدينة دنقلا السودانية": ("دنقلا", "SD"),
    "قتلوا بمدينة يالطا": ("يالطا", "UA"),
}
PASSED_BY = [
    "قال سالم إن الهدوء عاد",  # a person, and a town in India
    "عاش السكان في حصار خانق",  # a siege, and a town in India
    "وصلوا في أمان",
    "سقط 3 قتلى في الساحل",
    "هتفوا في وجه عمران",
    "قتل خمسة في رشيد",  # large towns alone may follow «في»
    "كانوا في ليفربول",
    "المدينة الجديدة",
    "في مدينة الخمس قتلى",  # a number is a number
    "اختطفوا عشاق الحرية",
]


@pytest.mark.parametrize(("text", "place"), NAMED.items())
def test_a_town_is_found_where_the_words_say_so(text, place):
    named = [name for name in find(tokens(text)) if name.kind == "place" and name.entity == place[0]]
    assert [(name.entity, name.pcode) for name in named] == [place]
    assert named[0].lat is not None and named[0].precision == "town"
    assert text[named[0].start : named[0].end] in text.split()


@pytest.mark.parametrize("text", PASSED_BY)
def test_a_word_that_is_also_a_town_is_none(text):
    listed = {row["entity"] for row in load()["entities"]}
    assert [name.entity for name in find(tokens(text)) if name.entity not in listed] == []


def test_the_own_list_wins():
    for text, entity in (("في مدينة طرابلس", "طرابلس"), ("إلى مدينة القامشلي", "القامشلي")):
        assert [name.entity for name in find(tokens(text))] == [entity]
        assert entities(load())[entity].name == entity


def test_towns_of_the_gazetteer_are_entities():
    assert entities(load())["ماريوبول"].english == "Mariupol"
    with pytest.raises(KeyError):
        entities(load())["لا مدينة بهذا الاسم"]


def test_a_claim_takes_its_town():
    claims = parse([("a", "قتل 12 مدنيا في مدينة ماريوبول أمس.")]).claims
    assert claims[["place", "place_precision", "best"]].to_numpy().tolist() == [["ماريوبول", "town", 12.0]]


def test_no_name_runs_over_a_line_end():
    text = "قصفت الطائرات مدينة\nماريوبول"
    corpus = parse([("a", text)])
    assert "ماريوبول" not in corpus.names["entity"].tolist()


def test_every_town_has_a_name_in_arabic_letters_and_a_country():
    towns = by_name()
    assert len(towns) > 2_000
    assert all(town.name == name and ARABIC.fullmatch(name) and town.country.isalpha() for name, town in towns.items())
