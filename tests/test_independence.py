"""What reports share, who is independent of whom, and what the parties are called, on invented reports."""

import itertools

import pytest

from helpers import parse, tables
from helpers.items import independent

LONG = "قالت مصادر محلية في البلدة إن الجسر القديم انهار فجر اليوم بعد قصف استمر ساعات على أطرافها"
ALLIES = {"us": ["sdf", "uk"], "russia": ["syria"]}
SHARED = [
    # the other report's words, and whether they are the same passage
    (LONG, True),
    (LONG.replace("القديم", "الحجري"), True),
    (LONG.replace("قالت", "قَالَتْ").replace("البلدة", "البلده"), True),
    (LONG + "، وأكدت أن السكان غادروا المنطقة قبل أيام من القصف الأخير.", True),
    ("وصلت قافلة مساعدات إلى المخيم مساء أمس بعد انتظار طويل على الحدود بين البلدين", False),
    (" ".join(reversed(LONG.split())), False),
    ("قالت مصادر محلية إن الجسر انهار", False),
]


@pytest.mark.parametrize(("words", "same"), SHARED)
def test_passages_printed_alike(words, same):
    found = tables.passages(parse([("a", f"{LONG}."), ("b", f"{words}.")]))
    assert bool(len(found)) == same
    if same:
        row = found.iloc[0]
        assert (row["report"], row["other"]) == ("a", "b")
        assert LONG.startswith(row["words"]) or row["words"].startswith(LONG)


def test_a_passage_repeated_within_a_report_is_not_shared():
    assert tables.passages(parse([("a", f"{LONG}.\n{LONG}.")])).empty


def test_the_longest_common_passage_is_told_once():
    text = f"{LONG}، وأكدت أن السكان غادروا المنطقة قبل أيام من القصف الأخير."
    assert len(tables.passages(parse([("a", text), ("b", text)]))) == 1


@pytest.mark.parametrize(
    ("speakers", "voices"),
    [
        ([], 0),
        ([(None, None)], 0),
        ([("مصادر", None), ("شهود", None)], 1),
        ([("متحدث", "sdf"), ("قيادي", "sdf")], 1),
        ([("متحدث", "sdf"), ("مصدر طبي", None)], 1),
        ([("متحدث", "sdf"), ("الأمم المتحدة", "un")], 2),
        ([("متحدث", "sdf"), ("البنتاغون", "us")], 1),
        ([("لندن", "uk"), ("متحدث", "sdf"), ("البنتاغون", "us")], 1),
        ([("متحدث", "sdf"), ("دمشق", "syria"), ("موسكو", "russia")], 2),
    ],
)
def test_allies_and_the_unknown_are_no_second_voice(speakers, voices):
    assert independent(speakers, ALLIES) == voices


def told(*speakers):
    return parse([(f"r{i}", f"قال {speaker} إن 12 مدنيا قتلوا في حلب.") for i, speaker in enumerate(speakers)],
                 published={f"r{i}": "2020-05-11" for i in range(len(speakers))})  # fmt: skip


@pytest.mark.parametrize(
    ("speakers", "shown"),
    [
        (["متحدث باسم قوات سوريا الديمقراطية", "متحدث باسم الأمم المتحدة"], "shown"),
        (["متحدث باسم قوات سوريا الديمقراطية", "قيادي في قوات سوريا الديمقراطية"], "not_shown"),
        (["مصدر طبي", "شهود عيان"], "not_shown"),
    ],
)
def test_independence_is_said_only_where_it_shows(speakers, shown):
    assert tables.independence(told(*speakers))["independence"].tolist() == [shown]


def test_a_matter_that_nobody_vouches_for_says_so():
    assert tables.independence(parse([("a", "مقتل 12 شخصا في حلب.")]))["independence"].tolist() == ["nobody"]


def test_one_speaker_in_two_reports_is_a_tie():
    table = tables.ties(told(*["متحدث باسم قوات سوريا الديمقراطية"] * 2))
    table = table[table["tie"].eq("speaker")]
    assert table[["tie", "report", "claims"]].to_numpy().tolist() == [["speaker", "r0", 1], ["speaker", "r1", 1]]


def test_speakers_of_one_report_each_are_no_tie():
    assert tables.ties(parse([("a", "قال متحدث باسم الجيش السوري إن الهدنة انتهت."), ("b", "لا جديد.")])).empty


def test_unnamed_sources_are_no_tie():
    assert "speaker" not in set(tables.ties(told("مصادر محلية", "مصادر محلية"))["tie"])


def test_an_agency_in_two_reports_is_a_tie_and_so_is_a_passage():
    text = "قال متحدث باسم الجيش السوري لوكالة رويترز إن 12 مدنيا قتلوا في حلب. " + LONG + "."
    table = tables.ties(parse([("a", text), ("b", text)]))
    assert table.groupby("tie")["report"].nunique().to_dict() == {"medium": 2, "passage": 2, "speaker": 2}


def test_names_are_counted_by_voice_with_their_denominator():
    text = "تقدمت قسد نحو البلدة. وقال متحدث إن قوات سوريا الديمقراطية تقدمت. وسيطرت قسد على البلدة."
    table = tables.naming(parse([("a", text)]))
    rows = table[["voice", "name", "mentions", "of"]].to_numpy().tolist()
    assert sorted(rows) == sorted([["outlet", "قسد", 2, 3], ["reported", "قوات سوريا الديمقراطية", 1, 3]])


def test_quotation_marks_spellings_and_the_elided_article_make_one_name():
    text = "قصف تنظيم «داعش» البلدة. هجوم لتنظيم داعش على البلدة. معقل للدولة الإسلامية. عناصر الدولة الاسلامية."
    table = tables.naming(parse([("a", text)]))
    assert dict(zip(table["name"], table["mentions"], strict=True)) == {"تنظيم داعش": 2, "الدولة الإسلامية": 2}


def test_rare_parties_can_be_left_out():
    corpus = parse([("a", "تقدمت قسد. انسحبت قسد. رد تنظيم داعش.")])
    assert set(tables.naming(corpus, fewest=2)["entity"]) == {"قوات سوريا الديمقراطية"}


CHAINS = [
    # a sentence, and its chain from the report inwards
    ("قال متحدث باسم الجيش السوري إن الهدنة انتهت.", ["a", "متحدث باسم الجيش السوري"]),
    ("قال متحدث باسم الجيش السوري لوكالة رويترز إن الهدنة انتهت.", ["a", "رويترز", "متحدث باسم الجيش السوري"]),
]


@pytest.mark.parametrize(("sentence", "chain"), CHAINS)
def test_chains_go_from_the_outlet_inwards(sentence, chain):
    corpus = parse([("a", sentence)])
    assert [teller.name for teller in next(iter(tables.chains_of(corpus).values()))] == chain
    table = tables.links(corpus)
    assert table[["teller", "told_by"]].to_numpy().tolist() == [list(pair) for pair in itertools.pairwise(chain)]


def test_whom_a_speaker_cites_is_the_end_of_the_chain():
    corpus = parse([("a", "قال مصطفى بالي إن قوات سوريا الديمقراطية أكدت أن الهدنة انتهت.")])
    chain = max(tables.chains_of(corpus).values(), key=len)
    assert [(teller.name, teller.role) for teller in chain][1:] == [
        ("مصطفى بالي", "speaker"),
        ("قوات سوريا الديمقراطية", "cited"),
    ]


def test_reports_that_share_nobody_have_no_tie():
    assert tables.ties(parse([("a", "قال متحدث باسم الجيش إن القصف توقف."), ("b", "هدأت المدينة.")])).empty


def test_an_outlet_is_no_medium_of_its_own(tmp_path):
    (tmp_path / "a.txt").write_text(
        "قالت مصادر للجزيرة إن 3 جنود قتلوا. وقال ضابط لرويترز إن 4 جرحوا.", encoding="utf-8"
    )
    (tmp_path / "manifest.csv").write_text("file,outlet\na.txt,الجزيرة نت\n", encoding="utf-8")
    corpus = parse(tmp_path)
    assert corpus.attributions["via"].fillna("").tolist() == ["", "رويترز"]
    assert corpus.claims["via"].fillna("").tolist() == ["", "رويترز"]
