"""The notebooks on other wars: what they say is true of those reports, and nothing in them only of the seeds."""

import re

import drawn
import pytest
import wars
from in_process import NOTEBOOKS, read_through

from helpers import charts, findings, parse, tables, triggers, whereabouts
from helpers.mentions import party_groups
from helpers.notebooks import run

CORPORA = {
    "two wars": (wars.SUDAN | wars.GAZA, None),
    "camps": (wars.CAMPS, None),
    "a run of tolls": (wars.YEMEN, wars.TOLD_ON),
    "no figures": (wars.QUIET, None),
    "nothing readable": (wars.UNREADABLE, None),
    "everything": (
        wars.SUDAN | wars.GAZA | wars.CAMPS | wars.YEMEN | wars.TIGRAY | wars.QUIET | wars.UNREADABLE,
        wars.TOLD_ON,
    ),
}
SEEDS_ONLY = re.compile(r"Baghouz|Bali|\bSDF\b|\bHol\b|الباغوز|بالي|قسد|الهول|pocket|الجيب|Mustafa|square kilometre")
LINK = re.compile(r"\([\w-]+\.ipynb\)")
TOLLS = ("killed", "wounded", "killed_or_wounded")
# What a notebook may say only where the frames hold no such row.
ABSENT = {
    "No figure was found": lambda c: c.claims.empty,
    "No clue says when": lambda c: c.clues.empty,
    "No kind of figure stands in two": lambda c: c.numbered.groupby("measure")["report"].nunique().le(1).all(),
    "No report here counts civilians killed": lambda c: not _killed(c)["subject_group"].eq("civilians").any(),
    "No state or armed group is quoted": lambda c: (
        not c.attributions["source_party"].isin(party_groups(c.lexicon)).any()
    ),
    "No report counts the dead": lambda c: _killed(c).empty,
    "No report here counts the dead": lambda c: _killed(c).empty,
    "There is no toll to draw": lambda c: tables.casualties(c).empty,
    "No report says how much ground": lambda c: not c.claims["measure"].eq("area_km2").any(),
    "No report here gives an area": lambda c: not c.claims["measure"].isin(["area_km2", "distance_km"]).any(),
    "No report counts people who left": lambda c: tables.estimate(c).empty,
    "No report here counts people who left": lambda c: tables.estimate(c).empty,
    "No report here counts people leaving": lambda c: not c.claims["measure"].isin(triggers.MOVES).any(),
    "No report here gives a camp's": lambda c: tables.camp(c).empty,
    "No report here quotes anyone": lambda c: c.attributions.empty,
    "No figure here has a speaker whose party is known": lambda c: c.numbered["source_party"].isna().all(),
    "No figure here is without a speaker": lambda c: c.numbered["source"].notna().all(),
    "No figure and no act of saying": lambda c: c.claims.empty and c.attributions.empty,
    "No figure here is said to be part": lambda c: c.claims["part_of"].isna().all(),
    "No place is named": lambda c: not c.names["kind"].eq("place").any(),
    "No side here gives its own dead": lambda c: tables.one_toll(c).empty,
    "No figure is there to compare": lambda c: c.items.empty,
    "Nothing is left out": lambda c: not tables.left_out(c, c.items[c.items["measure"].eq("killed")]),
    "Every report has an outlet": lambda c: c.reports[c.reports["problem"].isna()]["outlet"].notna().all(),
    "No figures here dispute or update one another": lambda c: c.items["relations"].isna().all(),
    "No report here gives a number of people leaving": lambda c: tables.leaving(c).empty,
    "No report here repeats another": lambda c: tables.duplicates(c).empty,
    "No long clause stands in two": lambda c: tables.passages(c).empty,
    "No policy moves a sum": lambda c: tables.moved(tables.policies(c)).empty,
    "nothing may be added here": lambda c: tables.policies(c).empty,
    "no figure of its text": lambda c: tables.hedges(c).attrs["said_aloud"] == 0,
    "Not one was left unread": lambda c: not c.ledger["became"].eq("unread").any(),
    "There is no numeral": lambda c: c.ledger.empty,
    "nothing to think over": lambda c: tables.concerns(c).empty,
    "No figure here is told in families": lambda c: tables.families(c).empty,
    "There is no estimate of those inside": lambda c: not tables.estimate(c)["stage"].eq("estimate").any(),
}
each_corpus = pytest.mark.parametrize("name", CORPORA)
READINGS = [*((name, "en") for name in CORPORA), *((name, "ar") for name in ("two wars", "no figures"))]
each_reading = pytest.mark.parametrize(("name", "lang"), READINGS)


def _killed(corpus):
    return corpus.claims[corpus.claims["measure"].eq("killed") & corpus.claims["status"].eq("event")]


@pytest.fixture(scope="module")
def parsed():
    return {name: parse(list(texts.items()), published=days) for name, (texts, days) in CORPORA.items()}


@pytest.fixture(scope="module")
def read(parsed, tmp_path_factory):
    """What the notebooks show on a corpus, once for each corpus and language."""
    known = {}

    def shown(name, lang="en"):
        if (name, lang) not in known:
            with pytest.MonkeyPatch.context() as patch:
                known[name, lang] = read_through(parsed[name], tmp_path_factory.mktemp("out"), lang, patch)
        return known[name, lang]

    return shown


def said(notebooks, *kinds):
    kinds = kinds or ("prose",)
    return LINK.sub("", "\n".join(s.text for shown in notebooks.values() for s in shown if s.kind in kinds))


@each_reading
def test_every_notebook_runs_and_no_word_of_the_seeds_is_left(read, name, lang):
    notebooks = read(name, lang)
    assert list(notebooks) == [path.name[:2] for path in sorted(NOTEBOOKS.glob("*.ipynb"))]
    assert SEEDS_ONLY.findall(said(notebooks, "prose", "table", "picture", "words", "live")) == []


@each_corpus
def test_absence_is_claimed_only_where_it_holds(read, parsed, name):
    words = said(read(name), "prose")
    stated = [phrase for phrase in ABSENT if phrase in words]
    assert [phrase for phrase in stated if not ABSENT[phrase](parsed[name])] == []
    denials = re.findall(r"\b(?:No|Nothing) (?:report|figure|side|state|place|line|is left).*", words)
    assert [line for line in denials if not any(phrase in line for phrase in ABSENT)] == []


@each_reading
def test_a_picture_says_that_there_is_nothing_only_where_there_is_nothing(read, parsed, name, lang):
    corpus = parsed[name]
    rows = {
        "00-counted": tables.counted(corpus), "02-mouths": tables.mouths(corpus), "02-chains": tables.chains(corpus),
        "03-casualties": tables.casualties(corpus), "03-one-toll": tables.one_toll(corpus),
        "04-ground": tables.ground(corpus), "05-estimate": tables.estimate(corpus), "05-camp": tables.camp(corpus),
        "06-ties": tables.ties(corpus), "06-hedges": tables.hedges(corpus),
        "06-naming": tables.naming(corpus, fewest=3),
    }  # fmt: skip
    seen = [s for shown in read(name, lang).values() for s in shown if s.kind == "picture"]
    pictures = {s.value.path.name.split(".")[0]: s.text for s in seen}
    nothing = {stem for stem in rows if re.search("Nothing to draw|لا شيء يُرسم", pictures[stem])}
    assert nothing == {stem for stem, table in rows.items() if table.empty}


@each_reading
def test_no_sentence_has_a_gap(read, name, lang):
    gaps = re.compile(r"—|: \.|: ;|: $|\(\)|None|NaT|<NA>|nan\b|\b1 (?:reports|lines|acts|places)\b", re.MULTILINE)
    assert gaps.findall(said(read(name, lang), "prose", "picture")) == []


@each_reading
def test_heads_are_in_the_language(read, name, lang):
    heads = {head for shown in read(name, lang).values() for s in shown if s.kind == "table" for head in s.value.cells}
    arabic = {head for head in heads if re.search("[\u0621-\u064a]", head)}
    assert arabic == (heads - {"ACLED"} if lang == "ar" else set())


def test_each_sides_dead_stand_apart(read):
    words = said({"03": read("two wars")["03"]})
    assert (
        "own side's account – Israel: 4; Sudanese army and its government: 5 and 8; Rapid Support Forces: 12." in words
    )
    assert "Rapid Support Forces, told by Sudanese army and its government: more than 40" in words
    assert "34,841" in words and "52 or 34,841" not in words
    assert "قتلى بإقرار طرفهم – إسرائيل: 4؛ الجيش السوداني: 5 و8؛ قوات الدعم السريع: 12." in words


def test_a_running_total_is_of_the_days_since_its_start(read, parsed):
    claim = parsed["two wars"].claims.query("best == 34841").iloc[0]
    assert (str(claim["date_low"].date()), claim["tally"]) == ("2023-10-07", "cumulative")
    assert str(claim["date_high"]) == "NaT"
    with drawn.recorded() as record:
        draw_casualties(parsed["two wars"])
    words = " ".join(words for words, _ in record.meant.values())
    assert "from 7 October 2023" in words and "on 7 October 2023" not in words


def draw_casualties(corpus):
    return charts.draw_casualties(tables.casualties(corpus), lang="en")


def test_a_named_speaker_is_never_nobody(parsed):
    with drawn.recorded() as record:
        draw_casualties(parsed["two wars"])
    words = [words for words, _ in record.meant.values()]
    assert "Nobody is named" not in words and "Whose losses by whose word: not said" in words
    assert any("said by: غرفة طوارئ الفاشر" in line for line in words)


def test_a_running_total_is_not_added(parsed):
    corpus = parsed["two wars"]
    why = tables.left_out(corpus, corpus.items[corpus.items["measure"].eq("killed")])
    assert list(why.values()) == ["running"]


def test_people_who_left_without_a_day_are_told(read):
    words = said({"05": read("two wars")["05"]})
    told = "International Organization for Migration: about 3,200; Witnesses: “dozens”; UNRWA: about 300,000."
    assert f"Left or came out – {told}" in words
    assert "about 300,000" in said({"05": read("two wars")["05"]}, "picture")


def test_camps_are_not_taken_for_one(read):
    words = said({"05": read("camps")["05"]}, "prose", "picture")
    assert "made for 80,000, holding more than 450,000" not in words
    assert "Zamzam camp (people: more than 450,000; " in words


def test_the_run_of_one_side_has_two_readings(read, parsed):
    run = tables.one_toll(parsed["a run of tolls"])
    assert run["best"].tolist() == [6, 9]
    assert run.attrs["readings"] == {"contained": 9.0, "separate": 15.0}
    words = said({"03": read("a run of tolls")["03"]})
    assert "Yemeni government dead, told as 6 and 9: by our adding 15 if each toll counts others, 9 if" in words


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_notebooks_run_in_their_kernels(tmp_path, lang):
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in CORPORA["everything"][0].items():
        (folder / name).write_text(text, encoding="utf-8")
    written = run(str(folder), str(tmp_path / "out"), lang=lang)
    assert len(written) == len(list(NOTEBOOKS.glob("*.ipynb")))
    assert not [path for path in written if "Baghouz" in path.read_text(encoding="utf-8")]


def test_a_headline_and_the_text_that_it_sums_up_are_told_as_one_matter():
    text = "مقتل 14 مدنيا في قصف على مقلي\n\nقال متحدث باسم المستشفى إن ما لا يقل عن 14 مدنيا قتلوا في قصف مقلي."
    assert findings.silence(parse([("a", text), ("b", "قتل 9 مدنيين في أكسوم.")]))["civilian_dead_en"] == [
        "at least 14",
        "9",
    ]


def test_a_vague_number_of_people_who_went_to_a_place_is_told_in_its_words():
    facts = whereabouts.people(parse(wars.TIGRAY.items()))
    assert facts["bound"] >= 2
    assert any("عشرات" in told and "كسلا" in told for told in facts["bound_for_ar"])
    assert any("dozens" in told and "Kassala" in told for told in facts["bound_for_en"])
