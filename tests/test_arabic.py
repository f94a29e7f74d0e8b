"""Labels are drawn as they read, and the check that says so goes red when they are not."""

import drawn
import matplotlib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from helpers import arabic
from helpers.charts import style

LABELS = [
    "القتلى: 38",
    "القتلى: 46 (رويترز)",
    "من 400–600 شخص",
    "400-600 شخص",
    "نحو 45% من السكان",
    "-3.5 درجة",
    "ISIS داعش",
    "RT عربي",
    "رقم 38 (RT)",
    "الديمقراطية (SDF): 2",
    "«أكثر من 66,000»",
    "القتلى [38] {أ}",
    "مُصطَفى قُتِلَ",
    "لا إله إلا الله",
    "12 آذار/مارس 2019",
    "2020-05-11 يوم",
    "المساحة (كم²)",
    "كم² 45%",
    "الكمية ≥ 3",
    "→ سهم",
    "5 $ و6$",
    "$5 & $6",
    "abc 3–4",
]
IN_LATIN = [
    "1 December 2019 · قادة الوحدات",
    "said by: مصطفى بالي: 9",
    "RT عربي: 9",
    "قيادي في الميدان",
    "dozens (عشرات)",
    "dozens («عشرات»), [(12)]",
    "fled (فرّ): 3",
    "not before Monday 10 September («10 سبتمبر/أيلول 2018»)",
    "«38 قتيلا» and «من 400–600»: 2",
]
READ_FROM_LEFT = [
    ("من 400–600 شخص", "400–600"),
    ("نحو 45% من", "45%"),
    ("حتى -3.5 درجة", "-3.5"),
    ("يوم 2020-05-11", "2020-05-11"),
    ("عند 10:30 صباحا", "10:30"),
]
WRONG = [
    ("القتلى 38", "38 ىلتقلا"),
    ("القتلى 38", "\u200f38 ىلتقلا"),
    ("قوات سوريا", "\u200fق\u200cو\u200cا\u200cت س\u200cو\u200cر\u200cي\u200cا"),
    ("قوات سوريا", "\u200fسوريا قوات"),
    ("قوات سوريا", "\u200fقوات سوري"),
    ("من 400–600", "\u200fمن 400–600"),
    ("ISIS داعش", "داعش ISIS"),
    ("(قسد) قوات", "\u200f)قسد( قوات"),
]
words = st.sampled_from(["قوات", "سوريا", "مُقاتل", "كم²", "38", "66,000", "45%", "400–600", "-3", "2.5", "SDF", "RT"])


@pytest.fixture(autouse=True, scope="module")
def house_style():
    with style():
        yield


def shown(text: str, **options) -> drawn.Recording:
    with drawn.recorded() as record:
        figure = Figure(figsize=(6, 1))
        figure.text(0.5, 0.5, arabic.label(text, **options))
        FigureCanvasAgg(figure).draw()
    return record


@pytest.mark.parametrize("text", LABELS)
def test_label_is_drawn_as_it_reads(text):
    record = shown(text)
    assert drawn.faults(record) == []
    assert len(record.lines) == 1


@pytest.mark.parametrize("text", IN_LATIN)
def test_label_of_a_latin_chart_keeps_its_own_direction(text):
    assert drawn.faults(shown(text, latin=True)) == []


@pytest.mark.parametrize(("text", "number"), READ_FROM_LEFT)
def test_number_keeps_its_order(text, number):
    """Without the reference: the glyphs of the number stand side by side, the first at the left."""
    line = shown(text).lines[0]
    seen, alone = drawn.drawn_glyphs(line), drawn.reference_glyphs(number, line.font)
    assert any(seen[i : i + len(alone)] == alone for i in range(len(seen)))


@pytest.mark.parametrize(("meant", "passed"), WRONG)
def test_check_goes_red(meant, passed):
    """The check finds reversed, unshaped, wrongly ordered and shortened labels."""
    assert not drawn.reads_as(drawn.Line(passed, FontProperties(), False), meant)


def test_check_goes_red_on_the_recipe_of_the_tutorials():
    """Reshaped and reordered by hand is right before matplotlib 3.11, and backwards from then on."""
    from arabic_reshaper import reshape
    from bidi import get_display

    line = drawn.Line(get_display(reshape("قوات سوريا")), FontProperties(), False)
    assert drawn.reads_as(line, "قوات سوريا") is (matplotlib.__version_info__ < (3, 11))


def test_check_finds_what_did_not_pass_label():
    with drawn.recorded() as record:
        figure = Figure()
        figure.text(0.5, 0.5, "قوات")
        figure.text(0.5, 0.2, "$x$")
        FigureCanvasAgg(figure).draw()
    assert [fault.split(":")[0] for fault in drawn.faults(record)] == ["did not pass label()", "read as mathematics"]


@settings(max_examples=60)
@given(st.lists(words, min_size=1, max_size=5))
def test_any_words_and_numbers_are_drawn_as_they_read(parts):
    assert drawn.faults(shown(" ".join(parts))) == []


def test_every_line_of_a_label_is_drawn_as_it_reads():
    record = shown("السطر الأول 45%\nsecond line\n-3 في الثالث")
    assert drawn.faults(record) == []
    assert len(record.lines) == 3


@pytest.mark.parametrize("text", ["\ufed7\ufeee\ufe8d\ufe95", "قوات \ufefb"])
def test_label_refuses_what_was_reshaped(text):
    with pytest.raises(ValueError, match="already reshaped"):
        arabic.label(text)


def test_label_for_pdf_holds_no_mark_inside_a_line():
    assert arabic.LRM not in arabic.label("من 400–600 شخص", pdf=True)


def test_label_drops_marks_that_came_with_the_text():
    assert arabic.label("\u2067قوات\u2069 38") == arabic.label("قوات 38")


def test_label_leaves_latin_alone():
    assert arabic.label("400–600 people, 45%") == "400–600 people, 45%"


@settings(max_examples=60)
@given(st.lists(words, max_size=12), st.integers(10, 40))
def test_wrap_keeps_every_word_and_the_width(parts, width):
    text = " ".join(parts)
    wrapped = arabic.wrap(text, width)
    assert wrapped.split() == text.split()
    assert all(len(line) <= width for line in wrapped.split("\n"))
