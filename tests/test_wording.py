"""Amounts, names and chains as a sentence has them."""

import csv
import re
from pathlib import Path

import pandas as pd
import pytest

from helpers import comparisons, findings, parse, voices
from helpers.lexicon import load
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
    table = voices.told_through(corpus)
    assert table.to_numpy().tolist() == [
        ["Report 1 ← Reuters ← متحدث باسم الجيش", 2, 2],
        ["Report 2 ← Reuters ← متحدث باسم الجيش", 1, 0],
    ]
    facts = voices.handed_on(corpus)
    assert (facts["chains"], facts["longer"], facts["carried"], facts["uncarried"]) == (2, 2, 2, 1)


SAID = "قال متحدث باسم الجيش السوداني إن ثلاثة جنود قتلوا. "
UNKNOWN = "وقال طبيب في المستشفى إن خمسة مدنيين أصيبوا."  # a speaker of no known party
ANSWERED = "وقالت قوات الدعم السريع في بيان إن 12 من مقاتليها قتلوا."


@pytest.mark.parametrize(
    ("text", "leading", "one_side", "ahead"),
    [
        (SAID, ["Sudanese army and its government"], "1 of 1", None),
        (SAID + ANSWERED, [], None, ["Sudanese army and its government (1)", "Rapid Support Forces (1)"]),
        (SAID + UNKNOWN, ["Sudanese army and its government"], "1 of 1", None),
        ("عاد الهدوء.", [], None, []),
    ],
)
def test_one_party_leads_or_those_ahead_are_named(text, leading, one_side, ahead):
    facts = findings.overall(parse([("a", text)]))
    assert (facts["leading_en"], facts["one_side"], facts["ahead_en"]) == (leading, one_side, ahead)


def test_a_partys_figures_are_those_of_all_who_speak_for_it():
    texts = [("a", SAID + "وأضاف أن أربعة أصيبوا. وأعلن الجيش السوداني مقتل ثمانية من جنوده.")]
    facts = voices.speakers(parse(texts))
    assert facts["voices_of_ar"] == ["الجيش السوداني"]
    assert facts["voices_ar"] == "متحدث باسم الجيش السوداني (2)؛ الجيش السوداني (1)"


def test_whose_voices_is_not_said_where_two_parties_are_first():
    facts = voices.speakers(parse([("a", SAID + ANSWERED)]))
    assert (facts["voices_of_en"], facts["voices_en"]) == ([], None)


def test_claims_figures_and_numerals_are_told_apart():
    corpus = parse([("a", "مقتل مسلحين في غارة. قتل 20 ألف شخص ونزح سبعون. عثرت القوات على مستودع أسلحة.")])
    facts = comparisons.bookkeeping(corpus)
    assert facts["claims"] == facts["figures"] + facts["unnumbered"]
    assert facts["of_figures"] == facts["figures"] + facts["twofold"] - facts["bare"]
    assert (facts["twofold_words"], facts["bare_words"]) == (["20 ألف"], ["مستودع"])
    assert facts["some"] == "مقتل مسلحين"


def test_what_a_link_leaves_out_is_told_apart_from_what_a_headline_does():
    body = ["قال متحدث باسم الجيش إن نحو 12 شخصا قتلوا في حلب.", "ولم يصدر تعليق آخر."]
    in_headline = comparisons.differences(parse([("a", "\n\n".join(["مقتل 12 شخصا في حلب", *body]))]))
    in_link = comparisons.differences(
        parse([("a", "\n\n".join(["هدوء في المدينة", body[0], "مقتل 12 شخصا في حلب", body[1]]))])
    )
    keys = ["in_heads", "in_links", "in_headlines", "lost_links", *comparisons.LOSSES]
    assert [in_headline[key] for key in keys] == [1, 0, 1, 0, 1, 0, 1, 0]
    assert [in_link[key] for key in keys] == [0, 1, 0, 1, 0, 1, 0, 1]


def test_a_kind_that_a_single_report_gives_is_not_shared():
    corpus = parse([("a", "قتل ثلاثة جنود وأصيب أربعة."), ("b", "قتل خمسة جنود.")])
    facts = comparisons.kinds(corpus)
    assert (facts["kinds"], facts["alone"], facts["shared_en"]) == (2, 1, "Killed")


ROOT = Path(__file__).parents[1]
HELPERS = ROOT / "helpers"
OWN_WORDS = ["charts", "codebook", "evidence", "front_page", "interface", "site"]
# Accusatives of an adverb or of a counted noun, as our own words would write them.
BARE = re.compile(
    r"(?<![\u0621-\u0652])[وف]?(?:أولا|دائما|أبدا|أيضا|جانبا|كاملا|قليلا|مثلا|معا|لاحقا|سابقا|آليا|يدويا|عددا|رقما|يوما|"
    r"أياما|تقريرا|تحديثا|محتملا|واحدا|صفرا|حقلا|سطرا)(?![\u0621-\u0652])"
)


def own_words() -> dict[str, str]:
    """Every Arabic text of our own wording, by its file and key."""
    files = [*(HELPERS / "lexicons" / f"{name}.csv" for name in OWN_WORDS), HELPERS / "data" / "columns.csv"]
    rows = [(path.stem, row) for path in files for row in csv.DictReader(path.open(encoding="utf-8", newline=""))]
    return {f"{stem}: {'/'.join(list(row.values())[:2])}": row["ar"] for stem, row in rows}


def test_tanween_is_spelt_in_one_way():
    """Before its alef («رقمًا»), and never left out."""
    known = own_words()
    assert len(known) > 500
    assert [key for key, words in known.items() if "\u0627\u064b" in words] == []
    assert [key for key, words in known.items() if BARE.search(words)] == []
    assert BARE.search("تُرك جانبا") and not BARE.search("تُرك جانبًا")


# «قرار» and «رفض» are the words for deciding and rejecting; these would be second ones.
SECOND_WORDS = re.compile(r"البتّ|[يت]ُ?بتّ|بُتّ|(?<!\w)(?:أن )?[يت]ردّ|رُدّ|(?<!\w)ردّها|(?<!\w)ردًّا")


def test_deciding_and_rejecting_have_one_word_each():
    pages = [ROOT / "README.ar.md", *sorted((ROOT / "notebooks").glob("*.ipynb"))]
    texts = own_words() | {path.name: path.read_text(encoding="utf-8") for path in pages}
    assert {key: found for key, words in texts.items() if (found := SECOND_WORDS.findall(words))} == {}
    assert SECOND_WORDS.search("البتّ في هذه الإفادة") and SECOND_WORDS.search("أو ردّها")
    assert not SECOND_WORDS.search("قرارك في هذه الإفادة") and not SECOND_WORDS.search("تردد")


def test_a_party_has_one_name_in_english():
    """The list of names calls it as the list of parties does; its short name is part of that, or its initials."""
    parties = {row["party"]: row for row in load()["parties"]}
    brief = {
        row["key"].removeprefix("short_"): row["en"] for row in load()["charts"] if row["key"].startswith("short_")
    }
    short = {key: words for key, words in brief.items() if key in parties}
    for key, words in short.items():
        whole = parties[key]["en"]
        assert {row["entity_en"] for row in load()["entities"] if row["entity"] == parties[key]["ar"]} <= {whole}
        assert words in whole or "".join(part[0] for part in whole.split()).startswith(words)


def test_what_a_vague_word_stands_for_is_called_a_policy_everywhere():
    about = {key: words for key, words in own_words().items() if "policy" in key.lower()}
    assert about and not [key for key, words in about.items() if "قاعدة" in words or "المتبع" in words]


def test_an_estimate_of_those_inside_reads_as_a_sentence():
    text = "ما زال 300 مقاتل يتحصنون في الحي. وجود مئات المدنيين داخل الحي."
    facts = findings.people(parse([("a", text)], published={"a": "2020-05-11"}))
    nobody = "(nobody named; a, 11 May 2020)"
    assert facts["inside_by_en"] == f"fighters 300 and civilians “hundreds” {nobody}", "of whom and by whom: once"
    assert facts["inside_by_ar"].startswith("المقاتلون 300 والمدنيون مئات (لا يُسمّى قائل؛ ")


def test_what_speakers_say_apart_is_told_apart():
    text = "قال متحدث باسم الجيش السوداني إن 300 مقاتل يتحصنون في الحي. وقال سكان إن 70 مدنيا موجودون في الحي."
    told = findings.people(parse([("a", text)], published={"a": "2020-05-11"}))["inside_by_en"]
    assert told.count(" (") == 2 and " and " not in told.split(" (")[0]


def test_a_body_is_not_named_twice():
    assert chain_line([Teller("1", "outlet", None), Teller("الأمم المتحدة", "speaker", "un")], "en").endswith(
        "← United Nations"
    )


def test_parties_stand_as_labels_that_need_no_article():
    text = "قالت الولايات المتحدة إن القصف توقف. وقال الجيش السوداني إن الهدنة بدأت."
    assert voices.speakers(parse([("a", text)]))["quoted_en"].split(", ")[0] == "United States"
    assert voices.speakers(parse([("a", "عاد الهدوء.")]))["quoted_en"] is None


def told(**known):
    row = {"low": 4.0, "best": 4.0, "high": 4.0, "precision": "exact", "date_basis": "report", "report": "004"}
    day = pd.Timestamp(known.pop("day"))
    return row | {"source": pd.NA, "outlet": pd.NA, "date_low": day, "date_high": day} | known


def test_amounts_stand_by_day_each_with_the_nearest_who_tells():
    rows = pd.DataFrame(
        [
            told(day="2020-05-12", outlet="رويترز", source="مصطفى بالي", party="sdf"),
            told(day="2020-05-11", outlet="رويترز", low=None, best=None, high=1.0, precision="less_than"),
            told(day="2020-05-10"),
            told(day="2020-05-10"),
        ]
    )
    facts = told_when("held", rows, "n_km2")
    assert facts["held_en"].split("; ") == [
        "4 km² (nobody named",
        "Report 004, 10 May 2020)",
        "less than 1 km² (nobody named",
        "Reuters, 11 May 2020)",
        "4 km² (Mustafa Bali, SDF, in a report of 12 May 2020)",
    ]
    assert facts["held_ar"].startswith("4 كم² (لا يُسمّى قائل؛ التقرير 004، 10 أيار/مايو 2020)؛ أقل من 1 كم² (لا ")
    assert told_when("held", rows.head(0), "n_km2") == {"held_en": None, "held_ar": None}
