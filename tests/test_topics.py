"""Reports about other matters than war, invented here: their numbers are no victims of one, their dead stay dead."""

import pytest

from helpers import parse

MATCH = (
    "قاد المدرب فريقه إلى فوز ثمين في الدوري، وشن لاعبوه 12 هجوما على مرمى الضيوف وقصفوا الشباك بست قذائف. "
    "وأسر الهداف قلوب 20 ألف متفرج بعد ركلة قتلت المباراة، وقال إن البطولة معركة. {more}"
)
MARKET = (
    "نزيف في البورصة: سقط 300 سهم وخسر المستثمرون مليارا، وقال محلل إن المؤشر فقد 40 نقطة في مجزرة لم ينج منها "
    "سوى خمسة مصارف. وأوقعت موجة البيع 90 ضحية بين الشركات، وهوت السندات والعملات. {more}"
)
SCHOOL = (
    "سقوط 900 طالب في امتحان الرياضيات: قالت الوزارة إن 40 مدرسة لم ينجح فيها أحد وإن معلمين أوقفا عن العمل. "
    "وأصيبت 12 طالبة بالإغماء، وتستوعب الجامعات ألفي تلميذ. {more}"
)
FILM = (
    "يروي الفيلم، وهو من بطولة ممثل شاب، قصة فارس يقتل ستة حراس ويأسر اثنين في معركة، وقال المخرج إن التصوير "
    "انتهى وإن 300 كومبارس أدوا الأدوار. ويعرض الفيلم على الشاشة الكبيرة. {more}"
)
WAR_FILM = (
    "حصد فيلم «الغارة» جوائز المهرجان. ويروي الفيلم قصة قناص يقتل 40 جنديا قبل أن يقع في الأسر مع ثلاثة من رفاقه، "
    "واستعان المخرج بممثلين هواة و30 دبابة. وقال إن المونتاج قتل سبعة مشاهد وإن السينما شاشة للذاكرة. {more}"
)
HACKERS = (
    "هجوم سيبراني يشل الخوادم: احتجز القراصنة بيانات الزبائن رهينة مقابل فدية، وأسقط الاختراق 300 خادم وقتل عشرات "
    "الخوادم الاحتياطية. وقالت الشركة إن فريق الأمن السيبراني قضى على البرمجيات الخبيثة. {more}"
)
EPIDEMIC = (
    "أعلنت الوزارة تسجيل 70 إصابة جديدة بالكوليرا و5 وفيات، وأصيب طبيبان بالعدوى. "
    "ووصلت 400 جرعة من اللقاح، ويتلقى 30 مريضا العلاج، وتعافى 12 مصابا من المرض. {more}"
)
CRASH = (
    "لقي ستة أشخاص مصرعهم وأصيب 14 في تصادم حافلة وشاحنة. وقالت شرطة المرور إن السرعة سبب الحادث "
    "وإنها سحبت 300 رخصة وأوقفت السائق. {more}"
)


def told(text):
    claims = parse([("a", text)]).claims
    return list(zip(claims["measure"], claims["number_text"], strict=True))


@pytest.mark.parametrize("text", [MATCH, MARKET, SCHOOL, FILM, WAR_FILM, HACKERS])
def test_what_is_told_in_figures_of_speech_or_fiction_is_no_claim(text):
    assert told(text.format(more="")) == []


@pytest.mark.parametrize("text", [MATCH, MARKET, SCHOOL], ids=["match", "market", "school"])
def test_dead_who_are_called_so_in_plain_words_stay_and_the_injured_with_them(text):
    measures = dict(told(text.format(more="ولقي ثلاثة رجال مصرعهم وجرح تسعة في انهيار سقف.")))
    assert measures == {"killed": "ثلاثة", "wounded": "تسعة"}


def test_the_ill_are_no_wounded_and_the_dead_of_an_illness_are_dead():
    assert told(EPIDEMIC.format(more="")) == [("died", "5")]


def test_the_victims_of_an_accident_are_claims_and_nothing_else_of_it_is():
    assert told(CRASH.format(more="")) == [("killed", "ستة"), ("wounded", "14")]


@pytest.mark.parametrize("text", [MATCH, MARKET, SCHOOL, EPIDEMIC, CRASH])
def test_a_report_that_speaks_of_war_is_read_as_one(text):
    war = "وقتل المسلحون أربعة جنود وأسروا ستة في اشتباكات قرب الجبهة، وأسفرت الغارات عن نزوح 80 أسرة وتدمير دبابة."
    measures = dict(told(text.format(more=war)))
    assert {"killed", "captured", "displaced"} <= set(measures)


@pytest.mark.parametrize(
    "text",
    [
        "قصف يقتل ستة أشخاص في الملعب: سقط صاروخ على المباراة أمام الجماهير، وعلقت البطولة وألغي الدوري.",
        "انفجار في المدرسة يقتل ستة تلاميذ: وقع التفجير أثناء امتحان الطلاب، وقال معلم إن الصفوف كانت مكتظة بالطلبة.",
        "مسلح يقتل ستة أشخاص في سينما أثناء عرض الفيلم، وظن المشاهدون أنه ممثل، وألغى المخرج العروض والمهرجان.",
    ],
    ids=["stadium", "school", "cinema"],
)
def test_an_attack_is_one_wherever_it_falls(text):
    assert "ستة" in [number for measure, number in told(text) if measure == "killed"]


def test_the_ledger_says_why_a_number_is_no_claim():
    ledger = parse(
        [("a", MATCH.format(more="")), ("b", MARKET.format(more="")), ("c", EPIDEMIC.format(more=""))]
    ).ledger
    why = ledger.groupby("report")["why"].agg(set)
    assert "sport" in why["a"] and "another matter" in why["b"] and "people taken ill" in why["c"]


def test_a_part_that_is_kept_points_to_a_whole_that_is_kept():
    claims = parse([("a", CRASH.format(more="وبين القتلى الستة طفلان."))]).claims
    assert set(claims["part_of"].dropna()) <= set(claims["id"])


POEM = (
    "صدر للشاعر ديوان يضم 40 قصيدة يقول في إحداها: مات فينا مئة شاعر وقتلتني عيناك ألف مرة. وقرأ قصائد منه في أمسية "
    "أدبية حضرها شعراء ونقاد، وقال إن الشاعرة التي رافقته كتبت ملحمة عن سبعة قتلى."
)
VERDICT = (
    "قضت المحكمة بإعدام متهم بقتل زوجته، وحكم القاضي بإعدام ثلاثة مدانين آخرين بعد جلسات استمعت فيها هيئة المحكمة إلى "
    "شهود النيابة والدفاع، وأجلت الجنايات النطق بالحكم على شريكهم في القضية."
)


@pytest.mark.parametrize("text", [POEM, VERDICT], ids=["poem", "verdict"])
def test_the_dead_of_a_poem_and_those_condemned_have_not_died(text):
    assert told(text) == []


def test_a_storm_drives_people_out():
    storm = "اجتاحت السيول والأمطار القرية بعد عاصفة رعدية، وأجلت فرق الأرصاد 63 أسرة، وهطلت الثلوج على المرتفعات."
    assert told(storm) == [("evacuated", "63")]
