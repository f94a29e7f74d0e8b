"""Claims, one invented sentence a line: what is measured, of whom, by whom, and what is none."""

import pandas as pd
import pytest

from helpers import parse

MEASURES = [
    # sentence, (measure, low, best, high) of each claim
    ("قتل 12 شخصا في غارة على المدينة.", [("killed", 12, 12, 12)]),
    ("مقتل 45 شخصا وإصابة العشرات في انفجار.", [("killed", 45, 45, 45), ("wounded", 20, None, 99)]),
    ("مقتل وإصابة 45 شخصا.", [("killed_or_wounded", 45, 45, 45)]),
    ("وأصيب أربعة في الاشتباكات.", [("wounded", 4, 4, 4)]),
    ("سقط 28 قتيلا و66 جريحا.", [("killed", 28, 28, 28), ("wounded", 66, 66, 66)]),
    ("سبعة من الجنود قتلوا في الهجوم.", [("killed", 7, 7, 7)]),
    ("لقي 7 مدنيين على الأقل مصرعهم.", [("killed", 7, None, None)]),
    ("بلغ عدد القتلى 300.", [("killed", 300, 300, 300)]),
    ("قتل ضابط وثلاثة جنود.", [("killed", 1, 1, 1), ("killed", 3, 3, 3)]),
    ("قتل مسلح خمسة أشخاص.", [("killed", 5, 5, 5)]),
    ("إن جنديا قتل في القصف.", [("killed", 1, 1, 1)]),
    ("أسر 11 مسلحا.", [("captured", 11, 11, 11)]),
    ("استسلم العشرات من الجنود.", [("surrendered", 20, None, 99)]),
    ("نزح نحو ستين ألفا من البلدة.", [("displaced", None, 60000, None)]),
    ("مئات العائلات نزحت من القرى.", [("displaced", 200, None, 999)]),
    ("إجلاء أكثر من ألف مدني.", [("evacuated", 1000, None, None)]),
    ("وصول ثلاثة آلاف نازح إلى المخيم.", [("arrived", 3000, 3000, 3000)]),
    ("يؤوي المخيم أكثر من 66 ألفا.", [("camp_population", 66000, None, None)]),
    ("مخيم مصمم لاستيعاب عشرين ألف شخص.", [("camp_capacity", 20000, 20000, 20000)]),
    ("ما زال 300 مقاتل يتحصنون في الحي.", [("fighters_present", 300, 300, 300)]),
    ("وجود نحو ألف مدني داخل الحي.", [("civilians_present", None, 1000, None)]),
    ("سيطر الجيش على 12 قرية.", [("positions_taken", 12, 12, 12)]),
    ("سيطرت القوات على ثلاثة كيلومترات مربعة.", [("area_km2", 3, 3, 3)]),
    ("استعاد الجيش 50 هكتارا.", [("area_km2", 0.5, 0.5, 0.5)]),
    ("تبعد القرية 60 كلم عن المدينة.", [("distance_km", 60, 60, 60)]),
    ("شنت الطائرات 20 غارة.", [("strikes", 20, 20, 20)]),
    ("أطلق المسلحون صاروخين.", [("weapons", 2, 2, 2)]),
    ("وفاة رضيع في المخيم.", [("died", 1, 1, 1)]),
    ("إطلاق سراح 30 أسيرا.", [("other_people", 30, 30, 30)]),
    ("إن 17 مدنيا، بينهم خمسة أطفال، قتلوا.", [("killed", 17, 17, 17), ("killed", 5, 5, 5)]),
    ("مقتل 12 من عناصر الجماعة وأسر أربعة آخرين.", [("killed", 12, 12, 12), ("captured", 4, 4, 4)]),
    ("أسفر القصف عن 52 شهيدا و90 إصابة.", [("killed", 52, 52, 52), ("wounded", 90, 90, 90)]),
    ("سجلت الوزارة 12 وفاة و300 إصابة بالكوليرا.", [("died", 12, 12, 12)]),
    ("سقط 300 مصاب بالرصاص.", [("wounded", 300, 300, 300)]),
    ("ثلاثة مدنيين قتلوا و15 أصيبوا.", [("killed", 3, 3, 3), ("wounded", 15, 15, 15)]),
    ("أحال القضاء أربعة متهمين بقتل 12 جنديا إلى المحاكمة.", [("other_people", 4, 4, 4), ("killed", 12, 12, 12)]),
    ("سقط 12 شخصا بين قتيل وجريح.", [("killed_or_wounded", 12, 12, 12)]),
    ("سقوط العشرات بين قتيل وجريح.", [("killed_or_wounded", 20, None, 99)]),
    ("خسر الجيش 18 ألف جندي في المعارك بين قتيل وجريح.", [("killed_or_wounded", 18000, 18000, 18000)]),
    ("سقط أكثر من 40 شخصا في القصف ما بين قتيل وجريح.", [("killed_or_wounded", 40, None, None)]),
    ("خسر الجيش 18 جنديا في المعارك، والعدد بين قتيل وجريح غير معروف.", [("killed", 18, 18, 18)]),
    ("قالت اللجنة إن 9 أطفال بين القتلى.", [("killed", 9, 9, 9)]),
    ("شوهد 3 أطباء بين الجرحى.", [("other_people", 3, 3, 3)]),
    ("قتل جندي وأصيب آخر.", [("killed", 1, 1, 1), ("wounded", 1, 1, 1)]),
    ("قتل ثلاثة وأصيب آخران بجروح.", [("killed", 3, 3, 3), ("wounded", 2, 2, 2)]),
    ("القضاء على آخر معاقلهم.", []),
    ("قال مسؤول إن انتحاريا قتل ثلاثة جنود.", [("killed", 3, 3, 3)]),
    ("وصلت جثث 12 شخصا إلى المستشفى.", [("died", 12, 12, 12)]),
    ("أفرج الجيش عن 20 معتقلا.", [("other_people", 20, 20, 20)]),
    ("قصف الجيش 40 منزلا ودمرت 12 منها.", [("other", 40, 40, 40), ("other", 12, 12, 12)]),
    ("استهدفت غارتان تجمعا وقتل 8 منهم.", [("strikes", 2, 2, 2), ("killed", 8, 8, 8)]),
    ("يضم المخيم 30 ألف نازح.", [("camp_population", 30000, 30000, 30000)]),
    ("ثلاثة من أصل خمسة رهائن قتلوا.", [("killed", 3, 3, 3)]),
    ("سقط قتلى\nجندي تركي يروي.", [("killed", None, None, None)]),
    ("قضى 23 مهاجرا غرقا.", [("died", 23, 23, 23)]),
    ("مقتل أحد عناصر الأمن.", [("killed", 1, 1, 1)]),
    ("مقتل ثلاثة من مرافقيه بغارة.", [("killed", 3, 3, 3)]),
    ("مقتل وجرح 45 من الجيش بتفجير.", [("killed_or_wounded", 45, 45, 45)]),
    ("قتل جنديان لبنانيان.", [("killed", 2, 2, 2)]),
    (
        "يعيش 190 ألفا في مخيم مصمم لاستيعاب 80 ألفا.",
        [("camp_population", 190000, 190000, 190000), ("camp_capacity", 80000, 80000, 80000)],
    ),
    ("أطلق صاروخ واحد.", [("weapons", 1, 1, 1)]),
    ("تجاوز عدد الفارين إلى تشاد 600 ألف شخص.", [("displaced", 600000, 600000, 600000)]),
]
NO_CLAIM = [
    "فاز الفريق بثلاثة أهداف مقابل هدفين.",
    "بلغ سعر البرميل 60 دولارا.",
    "استمرت المعركة أربع ساعات.",
    "ارتفعت النسبة 45 في المئة.",
    "عقد الاجتماع الثاني في جنيف.",
    "في 10 أيلول 2018 بدأت الحملة.",
    "واحد من كل أربعة أطفال خارج المدرسة.",
    "سجلت 300 إصابة جديدة بفيروس كورونا.",
    "أصابت إحدى الغارات الجسر.",
    "اجتمع أحد قادة الجيش بالوفد.",
]


def claims(sentence):
    return parse([("a", sentence)]).claims


@pytest.mark.parametrize(("sentence", "expected"), MEASURES)
def test_measures_and_values(sentence, expected):
    rows = claims(sentence)[["measure", "low", "best", "high"]].astype(object)
    assert [tuple(row) for row in rows.where(rows.notna(), None).to_numpy()] == expected


@pytest.mark.parametrize("sentence", NO_CLAIM)
def test_no_claim_and_never_unread(sentence):
    corpus = parse([("a", sentence)])
    assert corpus.claims.empty
    assert "unread" not in set(corpus.ledger["became"])


MORE_REASONS = [
    "مقتل ثلاثة من أصل خمسة رهائن.",
    "التقى الطرفان.",
    "تبرع بنحو 30 طنا من الطحين.",
    "وصلوا دفعة واحدة.",
    "ضمت القافلة 12 شجرة و3 كتب.",
    "نصف السكان نزحوا.",
    "بلغت المساحة المزروعة 30 بالمئة.",
]


@pytest.mark.parametrize("sentence", NO_CLAIM + MORE_REASONS)
def test_every_reason_has_its_words_in_both_languages(sentence):
    corpus = parse([("a", sentence)])
    told = [why.partition(":")[0] for why in corpus.ledger["why"].dropna()]
    known = {row["value"] for row in corpus.lexicon["codebook"] if row["column"] == "refused" and row["ar"]}
    assert set(told) <= known


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("لم يقتل ثلاثة جنود.", "negated"),
        ("قتل ثلاثة جنود.", "event"),
        ("تهدد بقتل ثلاثة جنود.", "planned"),
        ("نفى المتحدث باسم الجيش السوري مقتل ثلاثة جنود.", "negated"),
        ("كاد القصف أن يقتل ثلاثة جنود.", "planned"),
        ("وقد قتل ثلاثة جنود.", "event"),
        ("قد يقتل ثلاثة جنود.", "planned"),
        ("سيقتل ثلاثة جنود.", "planned"),
        ("لم يقتل سوى ثلاثة جنود.", "event"),
        ("توقعت المصادر أن يقتل ثلاثة جنود.", "planned"),
        ("توقعت الأمم المتحدة نزوح 300 ألف شخص.", "planned"),
        ("حكم القضاء بإعدام ثلاثة جنود.", "planned"),
        ("حذرت منظمة الصحة العالمية في بيان من مقتل ثلاثة آلاف مدني.", "planned"),
        ("حذرت منظمة الصحة العالمية من أن ثلاثة أطباء قتلوا.", "event"),
        ("رجحت منظمة الصحة العالمية مقتل ثلاثة آلاف مدني.", "event"),
        ("أطلق الجيش حملة لاعتقال 20 مطلوبا.", "planned"),
        ("أدت حملة الجيش إلى اعتقال 20 مطلوبا.", "event"),
        ("خرج المسلحون لقتل عشرة جنود.", "planned"),
        ("جرت مفاوضات سرية لإجلاء 300 مدني.", "planned"),
        ("تعرض المخيم لقصف وأدى ذلك لمقتل عشرة جنود.", "event"),
    ],
)
def test_status(sentence, status):
    assert claims(sentence)["status"].tolist() == [status]


@pytest.mark.parametrize(
    ("sentence", "group", "basis"),
    [
        ("مقتل 12 من مقاتلي تنظيم داعش.", "isis", "stated"),
        ("قال قيادي في قوات سوريا الديمقراطية إن أربعة من عناصرها قتلوا.", "sdf", "stated"),
        ("استسلم ألف من مقاتلي داعش وعائلاتهم.", "mixed", "stated"),
        ("قتل خمسة أطفال.", "civilians", "stated"),
        ("قتل خمسة.", "people", None),
        ("قتلت قوات سوريا الديمقراطية العشرات في اشتباكات مع تنظيم داعش.", "isis", "inferred"),
        ("قتل 12 من العناصر بنيران قوات الدعم السريع.", "forces", "stated"),
    ],
)
def test_subjects(sentence, group, basis):
    row = claims(sentence).iloc[0]
    assert (row["subject_group"], None if row.isna()["subject_basis"] else row["subject_basis"]) == (group, basis)


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("شنت طائرات التحالف الدولي 20 غارة.", "التحالف الدولي"),
        ("قتل 12 مدنيا برصاص تنظيم داعش.", "تنظيم الدولة الإسلامية"),
        ("مقتل 38 من مقاتلي داعش.", None),
        ("قال القيادي في حزب الله حسن علي إن الغارة قتلت 12 مدنيا.", None),
        ("وأضاف بيان حركة حماس أن الشظايا أصابت 30 مدنيا وقتلت القذيفة أربعة.", None),
        ("قالت قوات سوريا الديمقراطية إنها قتلت 12 مسلحا.", "قوات سوريا الديمقراطية"),
        ("قال متحدث باسم الجيش الإسرائيلي إن قواته قتلت 12 مسلحا.", "الجيش الإسرائيلي"),
        ("أعلن الجيش السوري أن تنظيم داعش قتل 12 جنديا.", "تنظيم الدولة الإسلامية"),
    ],
)
def test_actors_are_never_guessed(sentence, actor):
    row = claims(sentence).iloc[0]
    assert (None if row.isna()["actor"] else row["actor"]) == actor


def test_a_number_counts_nothing_of_the_next_clause():
    rows = claims("قتل مدني واحد وأصيب أربعة آخرون.")
    assert rows["subject"].tolist() == ["مدني", "آخرون"]


def test_a_part_is_tied_to_its_whole():
    rows = claims("نزح نحو ستين ألفا بينهم بضعة آلاف من عناصر تنظيم داعش.")
    assert rows["part_of"].tolist()[1] == rows["id"].tolist()[0]
    assert rows["measure"].tolist() == ["displaced", "displaced"]


def test_a_list_after_a_part_is_part_of_the_same_whole():
    rows = claims("مقتل 30 شخصا، من بينهم 12 طفلا و8 نساء.")
    assert rows["part_of"].tolist()[1:] == [rows["id"].iloc[0]] * 2


def test_a_toll_is_part_of_what_it_has_risen_to():
    rows = claims("ارتفعت حصيلة القتلى من 12 إلى 19 قتيلا.")
    assert rows["part_of"].fillna("").tolist() == [rows["id"].iloc[1], ""]
    assert claims("انخفض عدد القتلى من 19 إلى 12 قتيلا.")["part_of"].isna().all()


def test_said_when_is_not_happened_when():
    text = "أشار متحدث باسم الجيش أمس إلى استسلام ثلاثة آلاف من المسلحين."
    row = parse([("a", text)], published={"a": "2020-05-13"}).claims.iloc[0]
    assert str(row["stated_low"])[:10] == "2020-05-12"
    assert row.isna()["date_low"]


def test_since_opens_a_span():
    row = parse([("a", "منذ مساء الثلاثاء شنت الطائرات 20 غارة.")], published={"a": "2020-05-13"}).claims.iloc[0]
    assert (str(row["date_low"])[:10], str(row["date_high"])[:10]) == ("2020-05-12", "2020-05-13")


def test_a_toll_tied_to_its_own_day_is_a_flow():
    assert claims("قتل أربعة في مواجهات صباح اليوم.")["tally"].tolist() == ["flow"]
    assert claims("قتل أربعة من الجنود.")["tally"].tolist() == ["unclear"]


def test_a_time_after_baad_dates_something_else():
    text = "مقتل 12 مسلحا في هجوم بعد قصف شديد مساء الاثنين."
    assert parse([("a", text)], published={"a": "2020-05-13"}).claims["date_low"].isna().all()


def test_a_words_for_the_enemy_means_the_other_side():
    text = "قاتلت قوات سوريا الديمقراطية تنظيم داعش. وقال متحدث باسم قوات سوريا الديمقراطية إنها قتلت 12 من المتشددين."
    row = claims(text).iloc[-1]
    assert (row["subject_group"], row["subject_basis"]) == ("isis", "inferred")


def test_a_country_is_a_place_only_where_something_happens_in_it():
    assert claims("مقتل 12 شخصا في هجوم تدعمه تركيا.")["place"].isna().all()
    assert claims("مقتل 12 شخصا في هجوم في تركيا.")["place"].tolist() == ["تركيا"]


def test_a_speaker_is_no_place():
    assert claims("قالت دمشق إن 12 شخصا قتلوا.")["place"].isna().all()
    assert claims("قالت دمشق إن 12 شخصا قتلوا في حلب.")["place"].tolist() == ["حلب"]


def test_a_joined_verb_keeps_the_doer():
    rows = claims("قال متحدث إن قوات سوريا الديمقراطية قتلت 12 شخصا وأسرت أربعة.")
    assert rows["actor"].tolist() == ["قوات سوريا الديمقراطية"] * 2


def test_a_third_party_is_no_side():
    assert claims("أعلنت الأمم المتحدة مقتل 12 من مقاتلي تنظيم داعش.")["stance"].tolist() == ["third_party"]


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("أمس", "day"),
        ("خلال اليومين الماضيين", "days"),
        ("في أيار 2018", "month"),
        ("في 2018", "longer"),
        ("", "unstated"),
    ],
)
def test_how_exact_the_days_are(words, precision):
    row = parse([("a", f"قتل 12 شخصا {words}.")], published={"a": "2020-05-13"}).claims.iloc[0]
    assert row["date_precision"] == precision


@pytest.mark.parametrize(
    ("sentence", "tally"),
    [
        ("نزح 300 شخص منذ مطلع العام الجاري.", "cumulative"),
        ("ارتفعت حصيلة القتلى إلى 300 قتيل.", "cumulative"),
        ("نزح 300 شخص.", "flow"),
        ("يؤوي المخيم 300 شخص.", "stock"),
    ],
)
def test_how_a_figure_counts_over_time(sentence, tally):
    assert claims(sentence)["tally"].tolist() == [tally]


@pytest.mark.parametrize(
    ("sentence", "subject", "basis", "stance"),
    [
        ("قال متحدث باسم الجيش السوداني إن 12 جنديا قتلوا.", "الجيش السوداني", "inferred", "own_loss"),
        ("أعلن الجيش العراقي مقتل 12 جنديا تركيا.", "الجيش التركي", "stated", "enemy_loss"),
        ("قال متحدث باسم الحوثيين إن 12 جنديا قتلوا.", "جنديا", "stated", None),
        ("مقتل تسعة على الأقل من عناصر تنظيم داعش.", "تنظيم الدولة الإسلامية", "stated", "unattributed"),
        ("سقوط 15 قتيلا في صفوف الجيش السوري.", "الجيش السوري", "stated", "unattributed"),
        (
            "قال متحدث باسم الجيش السوداني إنه ضبط 30 صاروخا تابعا لتنظيم داعش.",
            "تنظيم الدولة الإسلامية",
            "stated",
            "own_claim",
        ),
        ("لا يزال تنظيم داعش محاصرا في 20 كيلومترا مربعا.", "تنظيم الدولة الإسلامية", "stated", "unattributed"),
        ("ودمرت الطائرات مستودعين للذخيرة ومركز قيادة تابعين لحركة الشباب.", "حركة الشباب", "stated", "unattributed"),
        ("ودمرت الطائرات مستودعين للذخيرة. وأكد ناشطون تابعون لحركة الشباب ذلك.", "مستودع", "stated", "unattributed"),
    ],
)
def test_whose_those_counted_are(sentence, subject, basis, stance):
    row = claims(sentence).iloc[0]
    told = [None if row.isna()[key] else row[key] for key in ("subject", "subject_basis", "stance")]
    assert told == [subject, basis, stance]


@pytest.mark.parametrize(
    ("sentence", "left", "reached"),
    [
        ("نزح 300 شخص من بلدة الباغوز إلى مخيم الهول.", "الباغوز", "الهول"),
        ("وصل 300 نازح لمخيم الهول قادمين من الباغوز.", "الباغوز", "الهول"),
        ("فر 300 مدني من الموصل باتجاه أربيل.", "الموصل", "أربيل"),
        ("أجلي 300 مدني في حلب.", None, None),
        ("قتل 300 شخص في الطريق من حلب إلى إدلب.", None, None),
        ("نزح 300 شخص. وعاد الوفد من حلب إلى إدلب.", None, None),
    ],
)
def test_where_people_came_from_and_went(sentence, left, reached):
    told = parse([("a.txt", sentence)])
    for frame, columns in ((told.claims, ("place_from", "place_to")), (told.items, ("from", "to"))):
        row = frame.iloc[0]
        assert [None if pd.isna(row[column]) else row[column] for column in columns] == [left, reached]


def test_others_are_of_the_population_before():
    rows = claims("قال متحدث باسم الجيش السوداني إن 12 جنديا قتلوا وأصيب 30 آخرون.")
    assert rows["subject"].tolist() == ["الجيش السوداني"] * 2
    assert claims("قتل سبعة مدنيين بينهم طفلان وأصيب 30 آخرون.")["subject_group"].tolist() == ["civilians"] * 3


@pytest.mark.parametrize(
    ("sentence", "actor", "basis"),
    [
        ("قصف الجيش السوري السوق ما أدى إلى مقتل 12 مدنيا.", "الجيش السوري", "inferred"),
        ("قتلت طائرات الجيش السوري 12 مدنيا.", "الجيش السوري", "stated"),
        ("قالت قوات الدعم السريع إن القصف أدى إلى مقتل 12 مدنيا.", None, None),
        ("قتل 18 من الجيش السوري و14 مدنيا.", None, None),
        ("هجومان عنيفان لحركة الشباب قرب مقديشو.", "حركة الشباب", "stated"),
        ("شنت مقاتلات تابعة للتحالف الدولي عشر غارات.", "التحالف الدولي", "stated"),
        ("استغلت حركة الشباب الظلام لتشن ثلاث غارات.", "حركة الشباب", "inferred"),
        ("قالت قوات الدعم السريع إن طائرات الجيش السوداني شنت منذ صباح الأحد سبع غارات.", "الجيش السوداني", "stated"),
        ("قال متحدث باسم الجيش السوداني إنهم استولوا أمس على 14 قرية.", "الجيش السوداني", "stated"),
        ("أكد المتحدث أن حركة الشباب، التي تقاتل الحكومة، قتلت تسعة جنود.", "حركة الشباب", "stated"),
        ("أكد المتحدث أن حركة الشباب انسحبت من البلدة ودمرت 12 آلية.", "حركة الشباب", "stated"),
        ("أكد المتحدث أن حركة الشباب انسحبت ثم تقدم الجيش الصومالي ودمر 12 آلية.", "الجيش الصومالي", "stated"),
        ("أكد المتحدث أن حركة الشباب هاجمت الجيش الصومالي ودمرت 12 آلية.", "حركة الشباب", "stated"),
        ("تمكنت حركة الشباب من أسر 11 جنديا.", "حركة الشباب", "stated"),
        ("قتل ستة من عناصر حركة الشباب في اشتباكات عنيفة مع الجيش الصومالي.", "الجيش الصومالي", "inferred"),
        ("قتل ستة من عناصر حركة الشباب في اشتباكات مع الشرطة والجيش الصومالي.", None, None),
        ("هاجمت حركة الشباب البلدة وقتل ستة من جنود الجيش الصومالي في الاشتباكات.", "حركة الشباب", "inferred"),
        ("قتل ستة من جنود الجيش الصومالي في الاشتباكات.", None, None),
        ("قتل ستة مدنيين في اشتباكات بين حركة الشباب والجيش الصومالي.", None, None),
        ("قتل 12 مدنيا في غارات على مواقع حركة الشباب.", None, None),
        ("قتل 12 مدنيا في هجوم لحركة الشباب.", "حركة الشباب", "stated"),
        ("شنت حركة الشباب هجومين على الجيش الصومالي. وقال متحدث إنه تم صد الهجومين.", "حركة الشباب", "inferred"),
        ("شنت حركة الشباب ثلاث غارات على الجيش الصومالي. وقال متحدث إنه تم صد الهجومين.", None, None),
    ],
)
def test_who_did_it_stated_or_inferred(sentence, actor, basis):
    row = claims(sentence).iloc[-1]
    assert [None if row.isna()[key] else row[key] for key in ("actor", "actor_basis")] == [actor, basis]


@pytest.mark.parametrize(
    ("sentence", "tally"),
    [
        ("ارتفعت حصيلة الضحايا في تفجير السوق أمس إلى سبعة قتلى.", "cumulative"),
        ("ليرتفع عدد القتلى بتسعة قتلى.", "incremental"),
        ("أضيف 12 قتيلا جديدا إلى الحصيلة.", "incremental"),
    ],
)
def test_running_tolls_and_additions(sentence, tally):
    assert claims(sentence)["tally"].tolist() == [tally]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("مقتل 90 مدنيا في تقرير\n\nباريس: وثقت المنظمة مقتل 90 مدنيا في شباط.", []),
        ("حصيلة القتلى\n\nحلب: 12 قتيلا\nحمص: 9 قتلى", ["حلب", "حمص"]),
    ],
)
def test_nobody_was_killed_where_a_report_was_sent_from(text, places):
    assert parse([("a", text)]).claims["place"].dropna().tolist() == places


def test_the_injured_of_an_attack_on_a_stadium_are_no_players():
    match = "جرت مباراتان وشارك فيهما 22 لاعبا. واستقبل المستشفى ستة مصابين."
    assert "wounded" not in claims(match)["measure"].tolist()
    assert "wounded" in claims("قتل أربعة في هجوم على الملعب. " + match)["measure"].tolist()
