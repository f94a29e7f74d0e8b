"""Time grows with the length of a report and no faster, however it is made: ratios of times, alike on any machine."""

import random
import time
from datetime import date, timedelta
from itertools import combinations

import pytest

from helpers import parse, tables
from helpers.grouping import groups
from helpers.matters import UPDATE_WITHIN, Told, same_matter, same_number
from helpers.near_pairs import NEAREST, near_pairs, pile_key
from tests.timed import smallest

PLAIN = "ووصل الناس من الريف إلى المدينة في وقت متأخر"


def repeated(words: str):
    return lambda length: words * (length // len(words))


def counted(words: str):
    """Sentences whose numbers all differ."""
    return lambda length: "".join(words.format(n=n) for n in range(100, 100 + length // len(words)))


SHAPES = {
    "one claim again and again": repeated("قتل 38 مدنيا في البلدة.\n"),
    "claims that all differ": counted("قتل {n} مدنيا في بلدة الباغوز.\n"),
    "movements that all differ": counted("نزح {n} مدني من البلدة. "),
    "a sentence without an end": counted("وقتل {n} مدنيا "),
    "a line of digits": lambda length: "قتل " + "7" * length + " شخصا.",
    "numbers without an end": lambda length: "قتل " + "12 " * (length // 3),
    "quotes that are nested": lambda length: "«قال " * (length // 6) + "»" * (length // 6),
    "quotes that never close": repeated("قال: «قتل 38 مدنيا. "),
    "sayings with claims": repeated("وقال المرصد إن 38 مدنيا قتلوا أمس. "),
    "sayings without claims": repeated("وقال المتحدث إن "),
    "one word": lambda length: "ا" * length,
    "a line of words": repeated(PLAIN + " "),
    "brackets": lambda length: "(" * (length // 2) + "قتل" + ")" * (length // 2),
    "blanks": lambda length: "قتل" + " \n" * (length // 2),
    "marks": lambda length: "قتل" + "." * length,
    "number words": repeated("ثلاثة و"),
    "parts of a whole": repeated("قتل 38 مدنيا بينهم 5 أطفال "),
    "a list of the dead": lambda length: "وتوزع الضحايا كما يلي:\n" + counted("- {n} قتلى في حلب\n")(length),
    "days": repeated("وقال إن الهجوم وقع في 12 آذار/مارس 2019. "),
    "times": repeated("أمس الثلاثاء في 12 آذار/مارس عام 2019 "),
    "names": repeated("قوات سوريا الديمقراطية "),
    "vague words": repeated("عشرات "),
}


def seconds(text: str) -> float:
    begun = time.process_time()
    corpus = parse([("a", text)])
    assert corpus.reports["problem"].isna().all()
    return time.process_time() - begun


def growth(shape: str, length: int) -> float:
    """How many times as long four times the text takes."""
    seconds(SHAPES[shape](1_000))
    short = min(seconds(opening + SHAPES[shape](length)) for opening in ("قال ", "ثم قال "))  # no text is known already
    long = min(seconds(opening + SHAPES[shape](4 * length)) for opening in ("قال ", "ثم قال "))
    return long / short


@pytest.mark.parametrize("shape", ["one claim again and again", "claims that all differ", "numbers without an end"])
def test_a_report_four_times_as_long_takes_about_four_times_as_long(shape):
    assert smallest(lambda: growth(shape, 8_000), 8) < 8


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_so_does_a_long_report_of_any_shape(shape):
    assert smallest(lambda: growth(shape, 60_000), 8) < 8


@pytest.mark.slow
@pytest.mark.parametrize("shape", ["a line of digits", "one word", "blanks", "names", "a line of words"])
def test_a_report_of_ten_megabytes_is_read(shape):
    def growth():
        return seconds(SHAPES[shape](5_000_000)) / max(0.05, seconds(SHAPES[shape](100_000)))

    assert smallest(growth, 100) < 100


@pytest.mark.slow
def test_fifty_thousand_claims_in_one_report():
    text = SHAPES["one claim again and again"](1_200_000)
    corpus = parse([("a", text)])
    assert len(corpus.claims) == text.count("38") == 50_000
    assert corpus.items["mentions"].tolist().count(49_999) + corpus.items["mentions"].tolist().count(50_000) == 1


# Claims put together: as the rule says, whichever way they are looked up


def told(dice: random.Random, count: int, reports: int, days: int) -> list[Told]:
    """Claims of few numbers, so that many are alike, of several places, days and lengths of time."""
    rows = []
    before: dict[int, str] = {}  # what a claim is part of is told in its own report
    for number in range(count):
        report = dice.randrange(reports)
        text = f"text {report % max(1, reports - 2)}"  # some reports print one text
        low = date(2020, 1, 1) + timedelta(dice.randrange(days))
        window = (
            None if dice.random() < 0.2 else (low, low + timedelta(dice.choice([0, 2, 2, 6, 31, 90, 2_000, 40_000])))
        )
        measure, value = dice.choice(["killed", "wounded", "strikes", "displaced"]), float(dice.choice([3, 38]))
        place = dice.choice([("منبج", "town"), ("الباغوز", "town"), ("سوريا", "country"), (None, None)])
        whole = before.get(report) if dice.random() < 0.3 else None
        before[report] = f"{number}"
        rows.append(
            Told(
                f"{number}", f"report {report:03}", text, number, measure, None,
                *dice.choice([("civilians", None), ("sdf", "sdf")]), value, value, value, "exact", None, *place,
                None, None, window is not None and dice.random() < 0.5, window,
                window and window[1], "body", dice.choice(["sdf", "isis"]), dice.choice(["a", "b"]), None, None, whole,
            )
        )  # fmt: skip
    return sorted(rows, key=lambda one: (one.report, one.number_start))


def one_by_one(claims: list[Told]) -> list[list[str]]:
    """The same groups by trying every one."""
    found: list[list[Told]] = []
    for claim in claims:
        for group in found:
            parts = {one.id for one in group} & {claim.part_of} or claim.id in {one.part_of for one in group}
            if not parts and all(same_number(claim, other) and same_matter(claim, other) for other in group):
                group.append(claim)
                break
        else:
            found.append([claim])
    return [[one.id for one in group] for group in found]


@pytest.mark.parametrize("seed", range(12))
def test_claims_are_put_together_as_if_each_group_were_tried(seed):
    dice = random.Random(seed)
    claims = told(dice, 300, dice.choice([5, 60]), dice.choice([20, 200]))
    assert [[one.id for one in group] for group in groups(claims)] == one_by_one(claims)


def test_matters_near_in_time_are_all_paired_where_they_are_few():
    claims = told(random.Random(7), NEAREST, 40, 60)
    wanted = {
        frozenset((a.id, b.id))
        for a, b in combinations((one for one in claims if one.measure != "strikes"), 2)
        if pile_key(a) == pile_key(b)
        and (
            a.window is None
            or b.window is None
            or max(a.window[0], b.window[0]) <= min(a.window[1], b.window[1]) + UPDATE_WITHIN
        )
    }
    pairs = [frozenset((a.id, b.id)) for a, b, compared in near_pairs(claims) if compared]
    assert len(pairs) == len(set(pairs)) and set(pairs) == wanted and len(wanted) > 100


def test_no_matter_is_paired_with_more_than_some_before_it():
    claims = [one._replace(measure="displaced", window=None) for one in told(random.Random(8), 1_000, 10, 10)]
    assert len(list(near_pairs(claims))) <= (2 * NEAREST + 2) * len(claims)


def test_a_matter_that_was_not_compared_with_all_is_added_to_none():
    n = NEAREST + 40
    days = {f"{i:03}": "2020-05-11" for i in range(n)}
    towns = ("حلب", "إدلب", "حمص", "حماة", "دمشق", "درعا", "الرقة", "اللاذقية", "طرطوس", "القامشلي")
    told_of = [(name, f"قتل {i + 11} مدنيا في مدينة {towns[i % len(towns)]}.") for i, name in enumerate(days)]
    items = parse(told_of, published=days).items
    sum_of = tables.tally(items)
    unsure = items[items["relations"].fillna("").str.contains("not_compared")]
    assert len(unsure) and not set(unsure["id"]) & set(sum_of.added)
    assert set(sum_of.refused[item] for item in unsure["id"]) <= {
        "not_compared",
        "may_update",
        "may_overlap",
        "contested",
    }
    few = parse(told_of[:NEAREST], published=dict(list(days.items())[:NEAREST])).items
    assert not few["relations"].fillna("").str.contains("not_compared").any()


def test_hedges_are_paired_faster_than_their_reports_are_read():
    text = "مقتل {n} شخصا في حلب\n\nقال متحدث باسم الجيش إن نحو {n} شخصا قتلوا في حلب."
    texts = [(f"r{n}", text.format(n=n)) for n in range(100, 220)]

    def ratio():
        began = time.perf_counter()
        corpus = parse(texts)
        read = time.perf_counter()
        assert len(tables.hedges(corpus)) == 2 * len(texts)
        return (time.perf_counter() - read) / (read - began)

    assert smallest(ratio, 0.3) < 0.3
