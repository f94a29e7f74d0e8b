"""Items and tables on invented reports: once each, nothing added that may overlap, doubt kept."""

import pandas as pd
import pytest

from helpers import charts, parse, tables
from helpers.figures import publish

OWN = "قال متحدث باسم قوات سوريا الديمقراطية إن {} من عناصرها قتلوا في المعركة."
DAYS = {"a": "2020-05-11", "b": "2020-05-12", "c": "2020-05-13"}


def corpus(*texts):
    given = dict(zip(DAYS, texts, strict=False))
    return parse(list(given.items()), published={name: DAYS[name] for name in given})


def test_one_matter_told_three_times_is_one_item():
    told = corpus(
        "مقتل 38 من مقاتلي داعش\n\n"
        "أعلنت قوات سوريا الديمقراطية مقتل 38 من مقاتلي داعش. وأكدت القوات مقتل 38 من مقاتلي داعش."
    )
    assert told.items[["measure", "mentions", "reports"]].to_numpy().tolist() == [["killed", 3, 1]]


def test_an_attack_is_one_matter_whether_or_not_its_target_is_told():
    told = corpus("هجومان على القرية\n\nشن تنظيم داعش هجومين على قوات سوريا الديمقراطية. وأكدت القوات صد الهجومين.")
    assert told.items[["measure", "mentions"]].to_numpy().tolist() == [["attacks", 3]]


def test_growing_tolls_may_update_and_are_not_added():
    told = corpus(OWN.format("ثلاثة"), OWN.format("خمسة"))
    assert told.items["relations"].dropna().str.startswith("may_update:").tolist() == [True]
    tally = tables.tally(told.items)
    assert (tally.low, tally.added, len(tally.refused)) == (None, [], 2)


def test_tolls_of_different_sides_have_no_relation():
    told = corpus(OWN.format("ثلاثة"), "أعلنت قوات سوريا الديمقراطية مقتل 38 من مقاتلي داعش.")
    assert told.items["relations"].isna().all()


def test_the_two_readings_of_a_run():
    told = corpus(OWN.format("ثلاثة"), OWN.format("خمسة"), OWN.format("أربعة").replace("المعركة", "مواجهات صباح اليوم"))
    run = tables.one_toll(told)
    assert run["tally"].tolist() == ["unclear", "unclear", "flow"]
    assert run.attrs["readings"] == {"contained": 9.0, "separate": 12.0}


def test_stances():
    told = corpus(
        OWN.format("ثلاثة"), "أعلنت قوات سوريا الديمقراطية مقتل 38 من مقاتلي داعش.", "مقتل 12 شخصا في انفجار."
    )
    assert told.claims["stance"].tolist() == ["own_loss", "enemy_loss", "unattributed"]
    assert told.items["grade"].tolist() == ["own_loss", "adversary_claim", "unattributed"]


@pytest.mark.parametrize(("policy", "best"), [("acled", 10), ("plural", 30), ("middle", 55)])
def test_a_policy_puts_a_number_where_a_word_was(policy, best):
    table = tables.with_policy(corpus("قتل العشرات.").claims, policy)
    assert table[["low", "best", "high"]].to_numpy().tolist() == [[best] * 3]


def test_the_interval_policy_changes_nothing():
    claims = corpus("قتل العشرات.").claims
    pd.testing.assert_frame_equal(tables.with_policy(claims, "interval"), claims)


def test_an_unknown_policy_is_refused():
    with pytest.raises(ValueError, match="choose one of interval, acled"):
        tables.with_policy(corpus("قتل العشرات.").claims, "best guess")


def test_a_word_without_a_range_gets_no_number():
    claims = corpus("قتل العديد من الجنود.").claims
    assert tables.with_policy(claims, "acled")["best"].isna().all()


def test_stocks_are_never_added():
    told = corpus("يؤوي المخيم أكثر من 66 ألفا.")
    assert tables.tally(told.items).refused == {told.items["id"].iloc[0]: "stock"}


def test_outside_figures_stay_away_from_other_places():
    assert set(tables.camp(corpus("يؤوي المخيم أكثر من 66 ألفا."))["layer"]) == {"reports"}


EMPTY = [
    "counted",
    "days",
    "mouths",
    "chains",
    "casualties",
    "one_toll",
    "families",
    "leaving",
    "pairs",
    "policies",
    "vague_words",
    "ground",
    "places",
    "areas",
    "estimate",
    "camp",
    "movements",
    "passages",
    "ties",
    "independence",
    "naming",
    "hedges",
    "links",
]


@pytest.mark.parametrize("name", EMPTY)
def test_tables_of_a_corpus_without_figures(name):
    full = getattr(tables, name)(parse([("a", OWN.format("ثلاثة"))]))
    empty = getattr(tables, name)(parse([("a", "لا أرقام في هذا النص.")]))
    assert list(empty.columns) == list(full.columns)


def test_the_day_of_a_figure_is_the_events_else_the_sayings_else_the_reports():
    told = corpus(
        "قتل ثلاثة جنود أمس.",
        "قال متحدث باسم الجيش السوري أمس إن خمسة جنود قتلوا في المعركة.",
        "قتل سبعة جنود في المعركة.",
    )
    table = tables.casualties(told)
    assert dict(zip(table["date_basis"], table["date_low"].dt.day, strict=True)) == {
        "event": 10,
        "saying": 11,
        "report": 13,
    }


def test_tolls_weeks_apart_do_not_update_each_other():
    days = {"a": "2020-05-11", "b": "2020-06-11"}
    told = parse([("a", OWN.format("ثلاثة")), ("b", OWN.format("خمسة"))], published=days)
    assert told.items["relations"].isna().all()


def test_movements_may_overlap_and_are_not_added():
    told = corpus("نزح 300 شخص من البلدة.", "جرى إجلاء 500 مدني من البلدة.")
    assert told.items["relations"].dropna().str.startswith("may_overlap:").tolist() == [True]
    assert tables.tally(told.items).added == []


def test_those_who_surrendered_may_be_among_those_who_left():
    told = corpus("خرج 60 ألف شخص من البلدة.", "استسلم ثلاثة آلاف مقاتل في البلدة.", "سلم 20 مقاتلا أنفسهم في البلدة.")
    assert told.items["measure"].tolist() == ["displaced", "surrendered", "surrendered"]
    assert told.items["relations"].str.count("may_overlap").fillna(0).tolist() == [0, 1, 2]
    assert set(tables.left_out(told, told.items).values()) == {"may_overlap"}


def test_one_number_weeks_apart_is_two_matters():
    days = {"a": "2020-05-11", "b": "2020-06-11"}
    told = parse([("a", OWN.format("ثلاثة")), ("b", OWN.format("ثلاثة"))], published=days)
    assert len(told.items) == 2


SAME = [
    # two reports of following days, how many items they make, and how these hang together
    ("مقتل 12 شخصا في حلب.", "مقتل 12 شخصا في حلب.", 1, []),
    ("مقتل 12 شخصا في حلب.", "مقتل 12 شخصا في إدلب.", 2, []),
    ("مقتل 12 شخصا في حلب.", "مقتل 12 شخصا في سوريا.", 1, []),
    ("مقتل 12 شخصا.", "مقتل 12 شخصا.", 1, []),
    ("مقتل شخصين.", "مقتل شخصين.", 2, ["may_overlap"]),
    ("مقتل شخصين في حلب.", "مقتل شخصين في حلب.", 1, []),
    ("مقتل شخصين اليوم.", "مقتل شخصين أمس.", 1, []),
    ("مقتل شخصين اليوم.", "مقتل شخصين اليوم.", 2, []),
    ("مقتل العشرات.", "مقتل العشرات.", 2, ["may_overlap"]),
    ("مقتل 12 شخصا في حلب.", "مقتل 19 شخصا في حلب.", 2, ["may_update"]),
    ("مقتل 12 شخصا في حلب.", "مقتل 19 شخصا في إدلب.", 2, []),
    ("مقتل 12 شخصا في حلب.", "مقتل 19 شخصا.", 2, []),
    ("مقتل 12 من جنود الجيش السوداني.", "مقتل 19 من جنود الجيش السوداني.", 2, ["may_update"]),
    ("مقتل 12 من جنود الجيش السوداني.", "مقتل 19 من جنود الجيش الإسرائيلي.", 2, []),
    ("مقتل 12 من جنود الجيش السوداني.", "مقتل 12 من جنود الجيش الإسرائيلي.", 2, []),
    ("مقتل 12 شخصا في حلب.", "ارتفعت حصيلة القتلى إلى 19 شخصا.", 2, ["may_update"]),
    ("أفادت مصادر في المنطقة بمقتل شخصين.", "أفادت مصادر  في المنطقة\nبمقتل شخصين.", 1, []),
    ("أفادت مصادر في المنطقة بمقتل شخصين.", "أفادت مصادر في المدينة بمقتل شخصين.", 2, ["may_overlap"]),
]


@pytest.mark.parametrize(("one", "other", "items", "relations"), SAME)
def test_one_matter_or_two(one, other, items, relations):
    told = corpus(one, other).items
    kinds = [relation.partition(":")[0] for relation in told["relations"].dropna()]
    assert (len(told), kinds) == (items, relations)


def test_equal_numbers_of_undated_reports_are_not_merged():
    told = parse([("a", "مقتل 12 شخصا في حلب."), ("b", "مقتل 12 شخصا في حلب.")]).items
    assert told["relations"].dropna().str.startswith("may_overlap:").tolist() == [True]


@pytest.mark.parametrize(
    ("speaker", "grade", "parties"),
    [
        ("الأمم المتحدة", "corroborated", 2),
        ("مصدر طبي", "single_source", 1),
        ("قيادي في قوات سوريا الديمقراطية", "single_source", 1),
    ],
)
def test_only_known_parties_corroborate(speaker, grade, parties):
    told = corpus(
        "قال متحدث باسم قوات سوريا الديمقراطية إن 12 مدنيا قتلوا في حلب.", f"قال {speaker} إن 12 مدنيا قتلوا في حلب."
    ).items
    assert told[["grade", "independent_parties"]].to_numpy().tolist() == [[grade, parties]]


def test_a_word_is_no_point_that_tellers_differ_by():
    assert corpus("مقتل العشرات.").items[["spread_low", "spread_high"]].isna().all(axis=None)


HEDGES = [
    # headline and body, and what got lost between them
    ("مقتل 12 شخصا في حلب", "قال متحدث باسم الجيش إن نحو 12 شخصا قتلوا في حلب.", ["qualifier", "speaker"]),
    ("مقتل 12 شخصا في حلب", "قال متحدث باسم الجيش إن 12 شخصا قتلوا في حلب.", ["speaker"]),
    ("مقتل 12 شخصا في حلب", "قتل نحو 12 شخصا في حلب.", ["qualifier"]),
    ("مقتل نحو 12 شخصا في حلب", "قتل نحو 12 شخصا في حلب.", []),
    ("الجيش: مقتل 12 شخصا في حلب", "قال متحدث باسم الجيش إن 12 شخصا قتلوا في حلب.", []),
    ("مقتل 12 شخصا في حلب", "قال متحدث باسم الجيش إن 19 شخصا قتلوا في إدلب.", []),
    ("مقتل 12 شخصا في حلب", "قتل 12 شخصا في حلب. وقال متحدث باسم الجيش إن 12 شخصا قتلوا في حلب.", []),
]


@pytest.mark.parametrize(("headline", "body", "lost"), HEDGES)
def test_what_gets_lost_on_the_way_to_the_headline(headline, body, lost):
    assert tables.hedges(parse([("a", f"{headline}\n\n{body}")]))["lost"].tolist() == lost


@pytest.mark.parametrize(("headline", "body", "lost"), HEDGES)
def test_a_figure_told_in_text_and_headline_is_counted_whether_or_not_something_is_lost(headline, body, lost):
    told_twice = "19" not in body
    assert tables.hedges(parse([("a", f"{headline}\n\n{body}")])).attrs["said_aloud"] == told_twice


def test_only_sums_that_a_policy_moves_are_shown():
    told = corpus("قتل ثلاثة جنود وأصيب العشرات في حلب.")
    sums = tables.policies(told)
    assert set(tables.moved(sums)["measure"]) == {"wounded"} and "killed" in set(sums["measure"])
    assert tables.moved(tables.policies(corpus("قتل ثلاثة جنود في حلب."))).empty
    assert tables.moved(tables.policies(corpus("لا أرقام في هذا النص."))).empty


def test_families_become_people_only_where_a_ratio_is_given():
    """A bound stays a bound: «more than 20 families» has no upper end in people either."""
    told = corpus("نزحت أكثر من 20 عائلة ونحو 30 أسرة.")
    people = ["people_low", "people_best", "people_high"]
    assert tables.families(told)[people].isna().all(axis=None)
    table = tables.families(told, 3)[people]
    assert table.astype(object).where(table.notna(), None).values.tolist() == [[60, None, None], [None, 90, None]]
    with pytest.raises(ValueError, match="not above nought"):
        tables.families(told, 0)


def test_the_household_is_that_of_the_counts_of_one_day():
    camp = tables.household()
    assert (camp.people, camp.households) == (73041, 21245)
    assert f"{camp.day:%Y-%m-%d}" == "2019-03-31"


def test_the_word_for_leaving_is_told_with_whose_voice_it_is():
    told = corpus("فر مئات المدنيين من البلدة. وقالت الأمم المتحدة إن عشرين مدنيا نزحوا منها. ولم يستسلم أي مسلح.")
    table = tables.leaving(told).set_index("word")
    assert table["voice"].to_dict() == {"فرّ": "outlet", "نزح": "reported"}
    assert table["of"].tolist() == [2, 2]


def test_a_word_for_leaving_that_tells_of_several_is_one_word():
    table = tables.leaving(corpus("أجلي مئات المدنيين بينهم عشرات النساء. وفر مدنيون.")).set_index("word")
    assert table["mentions"].to_dict() == {"أُجلي": 1}


NAMES = [
    ("تقدمت قوات سوريا الديمقراطية. وقصفت قوات سورية الديموقراطية البلدة. وتوقفت قوات سوريا الديمقراطية.", {3}),
    ("قال القيادي إن الدواعش محاصرون. وقصف المسلحون تنظيم داعش.", {1}),
    ("قصف التحالف الدولي البلدة. وقال سكان إن طائرات تابعة للتحالف عادت، وإن التحالف اعتذر.", {1, 2}),
    ("شنت طائرات التحالف الدولي غارة. وشنت طائرات التحالف الدولي غارتين.", {2}),
    ("قصف التحالف البلدة.", set()),
]


@pytest.mark.parametrize(("text", "times"), NAMES)
def test_spellings_of_a_name_are_one_name_and_a_coalition_alone_is_the_one_named(text, times):
    table = tables.naming(corpus(text))
    assert set(table.groupby(["entity", "name"])["mentions"].sum()) == times
    assert not table["name"].str.contains("طائرات|^لتحالف").any()


def test_what_a_link_repeats_is_counted_apart_from_headlines():
    text = "مقتل 12 شخصا في حلب\n\nقال متحدث باسم الجيش إن 12 شخصا قتلوا في حلب.\n\nمقتل 12 شخصا في حلب\n\nوعاد الهدوء."
    table = tables.hedges(parse([("a", text)]))
    assert table["bare_section"].isin(["teaser", "caption"]).tolist() == [False, True]
    assert (table.attrs["said_aloud"], table.attrs["in_heads"]) == (2, 1)


TIES = [
    # what two reports of one day tell, and how the second stands to the first
    (
        "قال متحدث باسم الجيش السوداني إن 12 مدنيا قتلوا في الخرطوم.",
        "قالت الأمم المتحدة إن 30 مدنيا قتلوا في الخرطوم.",
        ["contested"],
    ),
    (
        "قال متحدث باسم الجيش السوداني إن 12 مدنيا قتلوا في الخرطوم.",
        "قالت الأمم المتحدة إن أكثر من 10 مدنيين قتلوا في الخرطوم.",
        ["may_update"],
    ),
    ("قال متحدث باسم الجيش السوداني إن 12 مدنيا قتلوا في الخرطوم.", "قالت الأمم المتحدة إن 30 مدنيا قتلوا في حلب.", []),
    ("مقتل 12 مدنيا في الخرطوم.", "مقتل 30 مدنيا في الخرطوم.", ["may_update"]),
    (
        "قال متحدث باسم الجيش السوداني إن ثلاثة آلاف من مقاتلي داعش وعائلاتهم استسلموا.",
        "قالت الأمم المتحدة إن 200 فقط من مقاتلي داعش كانوا بين من خرجوا.",
        ["disputed_composition"],
    ),
]


@pytest.mark.parametrize(("one", "other", "kinds"), TIES)
def test_how_two_tellers_stand_to_each_other(one, other, kinds):
    told = parse([("a", one), ("b", other)], published={"a": "2020-05-11", "b": "2020-05-11"}).items
    ties = [tie.partition(":")[0] for ties in told["relations"].dropna() for tie in ties.split()]
    assert ties == kinds
    assert told["grade"].eq("contested").all() == (kinds == ["contested"])
    assert len(kinds) == 0 or len(tables.tally(told).added) == 0


NAMES = [
    # one population under two names
    ("مقتل 12 من قوات الحكومة اليمنية في مأرب.", "مقتل 12 من الجيش اليمني في مأرب."),
    ("اشتبك الجيش اليمني مع الحوثيين. ومقتل 12 من قوات الحكومة في مأرب.", "مقتل 12 من الجيش اليمني في مأرب."),
    ("قال متحدث باسم الجيش اليمني إن 12 جنديا قتلوا في مأرب.", "مقتل 12 من الجيش اليمني في مأرب."),
]


@pytest.mark.parametrize(("one", "other"), NAMES)
def test_one_population_under_two_names_is_one_matter(one, other):
    assert len(corpus(one, other).items) == 1


@pytest.mark.parametrize(
    "name",
    "areas camp casualties chains clues concern_counts counted days estimate ground hedges leaving mouths naming "
    "one_toll places ties".split(),
)
def test_a_table_that_is_drawn_knows_the_days_of_its_reports(name):
    told = parse(
        [("a", "قتل ثلاثة."), ("b", "عاد الهدوء."), ("c", "")], published={"a": "2020-05-11", "b": "2020-05-13"}
    )
    assert getattr(tables, name)(told).attrs["written"] == {"low": "2020-05-11", "high": "2020-05-13", "undated": 0}


def test_a_sum_that_no_policy_moves_is_one_row():
    told = corpus(OWN.format("ثلاثة"), "أعلنت قوات سوريا الديمقراطية مقتل العشرات من مقاتلي داعش.")
    table = tables.policies(told)
    rows = table.groupby("population")["policy"].agg(list).to_dict()
    assert rows == {"sdf": ["every"], "isis": list(tables.POLICIES)}
    assert "Every policy: no difference" in tables.worded(told, table)["policy"].tolist()


def test_a_partys_figures_name_their_speakers_the_most_heard_first():
    told = corpus(
        "قال الأمين العام للأمم المتحدة أنطونيو غوتيريش إن ثلاثة قتلوا. وقال مارتن غريفيث إن خمسة قتلوا.",
        "وقال مارتن غريفيث إن تسعة قتلوا. مقتل 12 شخصا.",
    )
    table = tables.mouths(told)
    assert table["claims"].sum() == 4
    assert table.loc[table["source_type"].isna(), "speakers"].isna().all()
    heard = [name for names in table["speakers"].dropna() for name in names.split("، ")]
    assert heard.index("مارتن غريفيث") == 0


def test_what_a_table_leaves_out_is_counted():
    told = corpus("قتل ثلاثة. ووصل خمسة صحفيين إلى البلدة. وزار عشرة نواب المدينة. ومقتل مسلحين.")
    table = tables.counted(told)
    assert table["claims"].sum() + table.attrs["left_out"] == len(told.numbered)
    assert table.attrs["unnumbered"] == len(told.claims) - len(told.numbered) == 1


def test_parties_named_too_seldom_are_counted():
    told = corpus("تقدمت قسد. وقصفت قسد البلدة. وتراجع تنظيم داعش.")
    assert tables.naming(told, fewest=2).attrs["left_out"] == 1
    assert tables.naming(told).attrs["left_out"] == 0


def test_the_estimate_leaves_the_camp_to_the_camp():
    told = corpus("قال متحدث باسم الجيش إن 300 مقاتل بقوا في البلدة. ويؤوي المخيم أكثر من 66 ألفا.")
    assert "camp_population" not in set(tables.estimate(told)["measure"])
    assert tables.camp(told)["measure"].tolist() == ["camp_population"]


def test_why_numerals_are_no_claims_is_told_in_words():
    told = corpus("من جهة ثانية قتل ثلاثة.")
    assert tables.worded(told, tables.reasons(told), "ar")["why"].tolist() == ["تعبير جارٍ: جهة ثانية"]


LED_BACK = (  # of the tables that are drawn those whose marks are figures, names or acts of saying
    "areas casualties chains concern_counts counted estimate ground hedges leaving mouths naming one_toll places ties"
)


@pytest.fixture(scope="module")
def two_reports():
    text = (
        "مقتل 38 طفلا في الباغوز\n\n"
        "قال مصطفى بالي المتحدث باسم قوات سوريا الديمقراطية لرويترز إن أكثر من 38 طفلا قتلوا في الباغوز. "
        "وأضاف أن {n} من مقاتلي قوات سوريا الديمقراطية قتلوا. وفر آلاف المدنيين من البلدة إلى الهول. "
        "وبات تنظيم داعش محاصرا في نحو أربع كيلومترات مربعة."
    )
    days = {"a": "2020-05-11", "b": "2020-05-12"}
    return parse([("a", text.format(n="ثلاثة")), ("b", text.format(n="خمسة"))], published=days)


@pytest.mark.parametrize("name", LED_BACK.split())
def test_every_mark_of_a_drawn_table_leads_back(two_reports, name):
    table = getattr(tables, name)(two_reports)
    known = {id for frame in (two_reports.claims, two_reports.names, two_reports.attributions) for id in frame["id"]}
    listed = table[[c for c in ("ids", "claim", "claims", "acts") if c in table and table[c].dtype == "string"]]
    assert len(table)
    for i, row in enumerate(listed.fillna("").itertuples(index=False)):
        ids = " ".join(row).split()
        passage = name == "ties" and table["tie"].iloc[i] == "passage"  # the words are the trace themselves
        assert passage or (ids and known >= set(ids)), table.iloc[i]


def test_the_saved_numbers_are_of_every_table_drawn(tmp_path):
    more = pd.DataFrame({"km2": [4.0], "claim": ["claim:a:1-2"]})

    def drawn(table, *, lang, areas):
        return charts.draw_mouths(table.iloc[:0], lang=lang)

    publish(drawn, "x", pd.DataFrame({"entity": ["حلب"]}), tmp_path, areas=more)
    saved = pd.read_csv(tmp_path / "x.csv")
    assert saved["entity"].tolist()[0] == "حلب"
    assert saved["claim"].tolist()[1] == "claim:a:1-2"


def test_the_dead_are_not_the_speakers_where_nothing_says_so():
    corpus = parse([("a", "قال الجيش الإثيوبي إنه قتل 40 من مسلحي الحركة."), ("b", "قتل 12 من مقاتلي قسد.")])
    assert tables.casualties(corpus).set_index("best")["of_party"].fillna("").to_dict() == {40: "", 12: "sdf"}


@pytest.mark.parametrize("name", ["_a.txt", "a\u202eb.txt"])
def test_a_short_name_is_never_empty_and_turns_nothing(name):
    (short,) = tables.short_names(parse([(name, "قتل ثلاثة.")])).values()
    assert short == {"_a.txt": "_a.txt"}.get(name, "a⟦RLO⟧b")
