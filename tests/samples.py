"""Small tables of invented numbers, one for each chart; every kind of quantity and every missing value occurs."""

import pandas as pd

from helpers.schema import DAYS, VALUE

WHOLE = ("claims", "mentions", "reports", "of", "by_hand", "found", "missed", "extra", "right", "step", "days")
REAL = ("lat", "lon", "km2")
FLAGS = dict.fromkeys(("kept", "narrows"), "boolean")
DTYPES = VALUE | DAYS | dict.fromkeys(WHOLE, "Int64") | dict.fromkeys(REAL, "Float64") | FLAGS


def table(columns: str, *rows: str) -> pd.DataFrame:
    """Rows of cells between bars, in the dtypes of the schema; an empty cell is missing."""
    names = columns.split()
    cells = [[cell.strip() or None for cell in row.split("|")] for row in rows]
    data = {name: pd.Series([row[i] for row in cells], dtype="string") for i, name in enumerate(names)}
    return pd.DataFrame({name: _typed(column, DTYPES.get(name, "string")) for name, column in data.items()})


def _typed(column: pd.Series, dtype: str) -> pd.Series:
    if dtype == "boolean":
        return column.notna().astype(dtype)
    return pd.to_datetime(column).astype(dtype) if dtype.startswith("datetime") else column.astype(dtype)


def counted() -> pd.DataFrame:
    return table(
        "report outlet measure claims words low best high precision vague",
        "a.txt|رويترز|killed|1|46|46|46|46|exact|",
        "a.txt|رويترز|killed|1|العشرات|20||99|vague|tens",
        "a.txt|رويترز|fighters_present|1|من 300 إلى 700|300||700|range|",
        "b.txt|الجزيرة نت|killed|1|أربعة|4|4|4|exact|",
        "b.txt|الجزيرة نت|camp_capacity|1|يتسع لنحو 24 ألف شخص||24000||approximate|",
        "b.txt|الجزيرة نت|displaced|1|نحو 52 ألفا||52000||approximate|",
        "b.txt|الجزيرة نت|displaced|1|بضعة آلاف|3000||9000|vague|few_thousand",
        "b.txt|الجزيرة نت|displaced|1|المئات|200||999|vague|hundreds",
        "b.txt|الجزيرة نت|displaced|1|آلاف النازحين|2000||9999|vague|thousands",
        "b.txt|الجزيرة نت|displaced|1|عشرات الآلاف|20000||99999|vague|tens_of_thousands",
        "c.txt||area_km2|1|4 كيلومترات مربعة|4|4|4|exact|",
        "c.txt||area_km2|1|نحو أربع كيلومترات||4||approximate|",
        "d.txt|القدس العربي|killed_or_wounded|1|العديد||||vague|",
        "e.txt|RT عربي|strikes|1|20|20|20|20|exact|",
        "e.txt|RT عربي|strikes|1|عشرات الغارات|20||99|vague|tens",
        "e.txt|RT عربي|strikes|1|-3|3|3|3|exact|",
        "e.txt|RT عربي|surrendered|1|ثلاثة آلاف|3000|3000|3000|exact|",
    )


def counted_many() -> pd.DataFrame:
    """More reports than have room as columns."""
    measures = ("killed", "area_km2", "displaced")
    rows = [f"{i}.txt|صحيفة رقم {i}|{measure}|{i % 4 + 1}|خمسة|5|5|5|exact|" for i in range(9) for measure in measures]
    return table("report outlet measure claims words low best high precision vague", *rows)


def days() -> pd.DataFrame:
    return table(
        "report outlet basis date_low date_high weekday",
        "a.txt|رويترز|text|2014-01-01||Monday",
        "a.txt|رويترز|record|2020-05-11|2020-05-11|Monday",
        "b.txt|الجزيرة نت|text|2019-12-01|2020-09-30|Wednesday",
        "b.txt|الجزيرة نت|record|2020-05-13|2020-05-13|Wednesday",
        "c.txt||text|||",
        "c.txt||record|2020-04-25|2020-05-02|",
        "d.txt|القدس العربي|text||2020-05-28|Monday",
    )


def clues() -> pd.DataFrame:
    return table(
        "report outlet step basis clue clue_ar kept narrows date_low date_high days weekday not_months",
        "a.txt|رويترز|1|text|a Monday («اليوم الاثنين»)|أحد أيام الاثنين («اليوم الاثنين»)|1|1||||monday|",
        "a.txt|رويترز|2|text|not in May («أيار الماضي»)|ليس في أيار/مايو («أيار الماضي»)|1|1||||monday|5",
        "a.txt|رويترز|3|record|«سقوط … البلدة» speaks of “The town falls” (Friday 5 June 2020)|"
        "«سقوط … البلدة»: حديث عن «سقوط البلدة» (الجمعة 5 حزيران/يونيو 2020)|1|1|2020-06-08|||monday|5",
        "a.txt|رويترز|4|record|«السبت» there is not Friday 5 June 2020|«السبت» فيه ليس الجمعة 5 حزيران/يونيو 2020|"
        "|||||monday|5",
        "a.txt|رويترز|5|left|||1||2020-06-08|||monday|5",
        "b.txt||1|text|not before Wednesday 1 January 2014 («2014»)|ليس قبل الأربعاء 1 كانون الثاني/يناير 2014 («2014»)"
        "|1|1|2014-01-01||||",
        "b.txt||2|record|before “The truce” (Monday 1 June 2020)|كُتب قبل «الهدنة» (الاثنين 1 حزيران/يونيو 2020)|"
        "1|1|2014-01-01|2020-05-31|2343||",
        "b.txt||3|stated|||1||2020-05-12|2020-05-14|3||",
        "c.txt|القدس العربي|1|left|||1||||||",
    )


def clues_many() -> pd.DataFrame:
    """More reports than have room for their clues."""
    rows = [
        f"{i}.txt||{step}|{basis}|a Monday|أحد أيام الاثنين|1|1|2020-06-{i:02}|{end}||monday|"
        for i in range(1, 13)
        for step, basis, end in (("1", "text", ""), ("2", "left", f"2020-06-{i + 6:02}"))
    ]
    return table("report outlet step basis clue clue_ar kept narrows date_low date_high days weekday not_months", *rows)


def mouths() -> pd.DataFrame:
    return table(
        "party source_type claims speakers",
        "sdf|named_person|14|سامر الحلبي، مصطفى بالي، هفال روني، سامي الحمصي، ناصر الديري، ريم الرقاوي، وليد الحسكي",
        "sdf|unnamed_official|6|قيادي ميداني في قوات سوريا الديمقراطية",
        "sdf|media_agency|1|وكالة هاوار",
        "un|organisation|2|الأمم المتحدة",
        "||13|",
        "|anonymous_sources|3|مصادر، مصادر أخرى",
        "militia_x|named_person|1|ناطق",
    )


def chains() -> pd.DataFrame:
    return table(
        "outlet via source party claims",
        "رويترز|تويتر|سامر الحلبي|sdf|4",
        "القدس العربي|رويترز|سامر الحلبي|sdf|5",
        "القدس العربي||الأمم المتحدة|un|2",
        "الجزيرة نت|وكالة الصحافة الفرنسية|قيادي ميداني في قوات سوريا الديمقراطية|sdf|2",
        "الجزيرة نت||سامر الحلبي|sdf|1",
        "الجزيرة نت||||5",
        "RT عربي||||6",
        "RT عربي|تويتر|سامر الحلبي|sdf|3",
        "رويترز||تنظيم الدولة الإسلامية|isis|1",
    )


def casualties() -> pd.DataFrame:
    return table(
        "item measure subject_group of_party speaker_party source stance date_low date_high "
        "low best high precision vague words mentions reports",
        "a|killed|sdf|sdf|sdf|متحدث|own_loss|2020-05-11|2020-05-11|1|1|1|exact||واحد|2|1",
        "b|wounded|sdf|sdf|sdf|متحدث|own_loss|2020-05-11|2020-05-12|10|10|10|exact||عشرة|1|1",
        "c|killed|civilians||coalition|متحدث|own_loss|||3||9|vague|few|بضعة|1|1",
        "d|killed|isis|isis|sdf|متحدث|enemy_loss|2020-05-10|2020-05-11|20||99|vague|dozens|عشرات|2|1",
        "e|killed|isis|isis|sdf|متحدث|enemy_loss|2020-05-10|2020-05-12|46|46|46|exact||46|3|2",
        "f|killed_or_wounded|isis|isis|sdf|متحدث|enemy_loss|2020-05-11|||||vague|several|العديد|1|1",
        "g|killed|sdf|sdf|isis|بيان|enemy_loss|2020-05-13|2020-05-13|60|||more_than||أكثر من 60|1|1",
        "h|wounded|isis|isis|||||2020-05-14||45||approximate||نحو 45|1|1",
        "j|killed|people|||غرفة طوارئ||2020-05-12||27|27|27|exact||27|1|1",
        "i|killed|government||rebels|ناطق|third_party|2020-04-30|2020-05-02|||12|less_than||أقل من 12|1|1",
    )


def one_toll() -> pd.DataFrame:
    told = table(
        "date_low date_high low best high words outlet source tally of_party",
        "2020-05-11|2020-05-11|2|2|2|اثنان|رويترز|مصطفى|unclear|sdf",
        "2020-05-12|2020-05-12|5|5|5|خمسة|الجزيرة نت|مصطفى|unclear|sdf",
        "2020-05-13|2020-05-13|6|6|6|ستة|القدس العربي|قيادي|flow|sdf",
    )
    told.attrs["readings"] = {"contained": 11.0, "separate": 13.0}
    return told


def ground() -> pd.DataFrame:
    return table(
        "aspect whose low best high precision unit words source party outlet date_low date_high report section",
        "held|isis|||1|less_than|كيلومتر مربع|تقل عن كيلومتر مربع|||الجزيرة نت|2020-05-13|2020-05-13|b|body",
        "held|isis||4||approximate|كيلومتر مربع|نحو أربع|||RT عربي|2020-04-25|2020-05-02|e|headline",
        "held|isis|4|4|4|exact|كيلومتر مربع|4|||RT عربي|||e|teaser",
        "taken|sdf|2|2|2|exact|كيلومتر مربع|2|وكالة هاوار|sdf|القدس العربي|||c|body",
        "taken||1.5||3|range|كيلومتر مربع|1.5–3|سامر الحلبي|sdf|رويترز|2020-05-12|2020-05-13|a|body",
        "lost|isis|6|||at_least|كيلومتر مربع|6 على الأقل|سامر الحلبي|sdf|رويترز|2020-05-04|2020-05-08|a|body",
        "||5|5|5|exact|كيلومتر مربع|5|||RT عربي|2020-05-12|2020-05-13|e|body",
        "distance||4|4|4|exact|كيلومتر|أربع كيلومترات|قيادي ميداني|sdf|RT عربي|2020-04-25|2020-04-25|e|body",
    )


def ground_many() -> pd.DataFrame:
    """More statements than can stand beside each other, a length among them."""
    rows = [
        f"taken|rsf|{n}|{n}|{n}|exact|كم²|{n}|متحدث باسم الدعم السريع|rsf|||2020-05-{n}|b{n}|body"
        for n in range(10, 24)
    ]
    length = "distance||4|4|4|exact|كيلومتر|أربع كيلومترات|قيادي ميداني|sdf|RT عربي|2020-05-02|2020-05-02|e|body"
    heads = "aspect whose low best high precision unit words source party outlet date_low date_high report section"
    return table(heads, *rows, length)


def estimate() -> pd.DataFrame:
    return table(
        "stage measure population ground low best high precision vague words source outlet report date_low date_high",
        "estimate|fighters_present|isis|تل|300||700|range||300 إلى 700|متحدث|رويترز|a|2020-04-10|2020-04-10",
        "estimate|civilians_present|civilians|تل|80||120|range||80 إلى 120|ناطق|رويترز|a|2020-04-10|2020-04-10",
        "followed|surrendered|mixed|تل|2500|2500|2500|exact||2500|متحدث|RT عربي|b|2020-05-12|2020-05-12",
        "followed|surrendered|isis|تل||150||approximate||نحو 150|مصادر أخرى|RT عربي|b||",
        "followed|displaced|people|تل||52000||approximate||52 ألفا|قادة ميدانيون|RT عربي|b|2019-12-01|2020-05-13",
        "followed|evacuated|civilians|تل|2000||9999|vague|thousands|آلاف|||c|2020-05-01|",
        "moved|arrived|people||58000|||more_than||58 ألفا|الأونروا|رويترز|a|2020-05-12|2020-05-12",
    )


def estimate_long() -> pd.DataFrame:
    """Speakers of long names, on open spans of days."""
    who = "مسؤول محلي في المجلس البلدي لمدينة بعيدة طلب عدم ذكر اسمه"
    return table(
        "stage measure population ground low best high precision vague words source outlet report date_low date_high "
        "date_basis",
        *(f"moved|displaced|people|تل||{n}||approximate||{n}|{who} {n}|رويترز|a|2020-04-10||report" for n in (40, 900)),
    )


def camp() -> pd.DataFrame:
    return table(
        "measure low best high precision words source place date_low date_high layer",
        "camp_capacity|24000|24000|24000|exact|24 ألفا|الأمم المتحدة||||reports",
        "camp_population|58000|||more_than|أكثر من 58 ألفا|الأمم المتحدة||2020-05-12|2020-05-12|reports",
        "camp_population||41000||approximate||OCHA||2020-04-25|2020-04-25|outside",
        "camp_population|61234|61234|61234|exact||OCHA||2020-05-14|2020-05-15|outside",
        "camp_population|69876|69876|69876|exact||OCHA||2020-05-31|2020-05-31|outside",
    )


def camps() -> pd.DataFrame:
    """Two camps, and no day known."""
    return table(
        "measure low best high precision words source place date_low date_high layer",
        "camp_capacity|24000|24000|24000|exact|24 ألفا|الأمم المتحدة|مخيم أ|||reports",
        "camp_population|58000|||more_than|أكثر من 58 ألفا|الأمم المتحدة|مخيم أ|||reports",
        "camp_population||190000||approximate|190 ألفا|الأمم المتحدة|مخيم ب|||reports",
    )


def map() -> tuple[pd.DataFrame, pd.DataFrame]:
    places = table(
        "entity entity_en lat lon precision",
        "هجين|Hajin|34.69508|40.83138|town",
        "السوسة|As-Susah|34.53366|40.95819|town",
        "البوكمال|Abu Kamal|34.45226|40.91854|town",
        "القائم|Al-Qa'im|34.39251|40.98945|town",
        "الباغوز فوقاني|Al-Baghuz Fawqani|34.46|40.95|area",
        "سوريا|Syria|34.62|40.72|country",
        "العراق|Iraq|34.55|41.08|country",
        "مكان بلا موضع||||area",
        "واشنطن|Washington|38.9|-77.0|town",
    )
    areas = table(
        "km2 teller",
        "1|الجزيرة نت",
        "4|004",
    )
    return places, areas


def map_wide() -> tuple[pd.DataFrame, pd.DataFrame]:
    places, areas = map()
    far = table(
        "entity entity_en lat lon precision",
        "دير الزور|Deir ez-Zor|35.33588|40.14084|town",
        "الرقة|Raqqa|35.95283|39.00788|town",
        "الموصل|Mosul|36.335|43.11889|town",
        "الهول|Al-Hawl|36.39|41.15|area",
    )
    return pd.concat([places, far], ignore_index=True), areas


def naming() -> pd.DataFrame:
    return table(
        "entity outlet report voice name mentions of",
        "تنظيم الدولة الإسلامية|رويترز|a|outlet|تنظيم الدولة الإسلامية في العراق والشام (داعش)|4|9",
        "تنظيم الدولة الإسلامية|رويترز|a|reported|داعش|3|9",
        "تنظيم الدولة الإسلامية|رويترز|a|outlet|داعش|2|9",
        "تنظيم الدولة الإسلامية||b|quoted|الدواعش|12|12",
        "قوات سوريا الديمقراطية|RT عربي|c|outlet|قسد|1|2",
        "قوات سوريا الديمقراطية|RT عربي|c|reported|قوات سوريا الديمقراطية|1|2",
    )


def ties() -> pd.DataFrame:
    return table(
        "tie name party report outlet claims",
        "speaker|مصطفى بالي|sdf|a|رويترز|12",
        "speaker|مصطفى بالي|sdf|b||0",
        "speaker|مصطفى بالي|sdf|c|RT عربي|1",
        "speaker|الأمم المتحدة|un|b||2",
        "speaker|الأمم المتحدة|un|c|RT عربي|0",
        "medium|وكالة الصحافة الفرنسية||a|رويترز|3",
        "medium|وكالة الصحافة الفرنسية||c|RT عربي|0",
        "passage|قالت مصادر محلية في البلدة إن الجسر القديم انهار فجر اليوم بعد قصف استمر ساعات||a|رويترز|0",
        "passage|قالت مصادر محلية في البلدة إن الجسر القديم انهار فجر اليوم بعد قصف استمر ساعات||b||0",
    )


def ties_many() -> pd.DataFrame:
    """More reports than have room for their outlets' names."""
    rows = [f"speaker|متحدث باسم الجيش|sdf|{i:02}|صحيفة رقم {i}|{i % 3}" for i in range(14)]
    return table("tie name party report outlet claims", *rows)


def ties_crowd() -> pd.DataFrame:
    """More reports than have room for numbers, and more ties than are drawn."""
    reports = [f"{i:02}" for i in range(40)]
    passages = [
        f"passage|قالت مصادر محلية إن الجسر رقم {k} انهار||{i}||0" for k in range(30) for i in reports[k : k + 2]
    ]
    return table("tie name party report outlet claims", *(f"speaker|متحدث|sdf|{i}||2" for i in reports), *passages)


def concern_counts() -> pd.DataFrame:
    return table("concern claims of reports", "minor|3|240|2", "detainee|41|240|17", "exact_place|198|240|60")


def speed() -> pd.DataFrame:
    stages = [("words", 300, 1, 0.2, 1_500.0, None), ("attributions", 300, 1, 1.2, 250.0, None)]
    whole = [("whole", 1_000, 1, 40.0, 56.0, 330.0), ("whole", 100_000, 2, 2_500.0, 18.0, 12_345.0)]
    columns = ["what", "reports", "workers", "seconds", "per_second", "megabytes"]
    return pd.DataFrame([*stages, *whole], columns=columns)


def hits() -> pd.DataFrame:
    return table(
        "frame field by_hand found missed extra right",
        "claims|number|62|60|2|3|60",
        "claims|measure|62|60|2|3|51",
        "claims|speaker|62|60|2|3|60",
        "attributions|cue|44|44|0|0|44",
        "attributions|source_span|44|44|0|0|13",
        "attributions|speaker|44|44|0|0|44",
        "times|time|9|9|0|1|9",
        "times|days|9|9|0|1|9",
    )


def hedges() -> pd.DataFrame:
    return table(
        "lost report outlet words speaker bare_words bare_section",
        "speaker|a|رويترز|مقتل 46 من مقاتلي «داعش»|متحدث باسم قوات سوريا الديمقراطية|مقتل 46 من مقاتلي داعش|headline",
        "qualifier|b||بات التنظيم محاصرا في نحو سبع كيلومترات مربعة من الأرض شرق النهر||7 كيلومترات مربعة|teaser",
    )


def leaving() -> pd.DataFrame:
    return table(
        "subject_group outlet report voice word en mentions of",
        "civilians|رويترز|a|outlet|فرّ|fled|4|5",
        "civilians|رويترز|a|reported|فرّ|fled|1|5",
        "civilians||b|quoted|أُجلي|were evacuated|2|2",
        "|RT عربي|c|outlet|نزح|were displaced|1|1",
        "mixed|RT عربي|c|reported|سلّم نفسه|gave themselves up|1|1",
    )


def leaving_many() -> pd.DataFrame:
    """More reports than have columns of their own."""
    rows = [f"civilians|رويترز|{i:02}|{voice}|فرّ|fled|1|2" for i in range(30) for voice in ("outlet", "reported")]
    return table("subject_group outlet report voice word en mentions of", *rows)
