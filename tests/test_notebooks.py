"""The committed notebooks and figures: their form, and that running them again gives them again."""

import ast
import itertools
import json
import re
from pathlib import Path

import nbformat
import numpy as np
import pytest
from matplotlib.image import imread

from helpers import contact_sheet, kernels, numerals
from helpers.notebooks import OUT_VARIABLE, Job, parameters

ROOT = Path(__file__).parents[1]
FIGURES = ROOT / "figures"
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PNGS = sorted(FIGURES.glob("*.png"))
STEMS = sorted({path.name.split(".")[0] for path in FIGURES.glob("[0-9]*")})
ENDS = ("ar.png", "ar.svg", "ar.txt", "en.png", "en.svg", "en.txt", "csv")
ANOTHER_MACHINE = re.compile(r"""(?<![\w.:/)])/(?:home|root|work|tmp|var|usr|opt|mnt|Users|private)/|\b[A-Z]:\\\\""")
LEFT_BEHIND = re.compile(r"<[\w.]+(?: object)? at 0x|<Axes|\[<matplotlib|^Text\(", re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)]*)?\)")
STEM = re.compile(r"\d\d-[a-z-]+")  # what a picture's files are called
QUOTED_STEM = re.compile(rf"\"{STEM.pattern}\"")
TARGET = re.compile(
    r"\[\d\d(?: · [^\]]*)?\]\([^)]*\)|\]\([^)]*\)"
)  # a link's target, and a notebook's number in its words
ENGLISH_NUMBERS = set(
    "zero two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty "
    "ninety dozen dozens hundred hundreds thousand thousands million millions".split()
)
# «One» is a pronoun more often than a number; before these it counts.
ONE = re.compile(r"\b[Oo]ne (?:more )?(?:dead|killed|wounded|fighter|soldier|civilian|person|camp|strike)\b")
ONE_IN_ARABIC = re.compile(r"(?:قتيل|جريح|مقاتل|جندي|مدني|شخص|مخيم|غارة) (?:آخر |أخرى )?واحدة?\b")
# General truths about counting; none of them counts anything in a report.
NO_RESULT = (
    "two reports",
    "two or more",
    "two outlets",
    "two commanders",
    "two readings",
    "not zero",
    "not a zero",
    "ليس صفر",
    "لا صفر",
)
BESIDE = re.compile(r'<div dir="rtl">(.*?)</div>', re.S)  # the Arabic below the English
ENGLISH, ARABIC = re.compile(r"[A-Za-z]{3,} [a-z]{2,}"), re.compile(r"[\u0621-\u064a]{3,}")
NUMBER = re.compile(r"-?\d+\.?\d*(?:e-?\d+)?")

notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def read(path):
    return nbformat.read(path, as_version=4)


def code_cells(path):
    return [cell for cell in read(path).cells if cell.cell_type == "code"]


def words(path):
    return "\n\n".join(cell.source for cell in read(path).cells if cell.cell_type == "markdown")


def outputs(path):
    return [output for cell in code_cells(path) for output in cell.outputs]


def spoken(cell):
    """What a cell says in English and in Arabic: a Markdown cell's own words, or what its code prints as Markdown."""
    shown = [output.data.get("text/markdown", "") for output in cell.get("outputs", []) if "data" in output]
    words = cell.source if cell.cell_type == "markdown" else "\n\n".join(shown)
    return re.sub(r"`[^`]*`", "", BESIDE.sub("", words)), " ".join(BESIDE.findall(words))


def results(words):
    """The numbers that a text gives, in no order: the languages may place them otherwise."""
    return sorted(re.findall(r"\d[\d,.]*\b", TARGET.sub("", re.sub(r"<a .*?</a>", "", words))))


def tags(cell):
    return cell.metadata.get("tags", [])


def without_pictures(text):
    """The notebook less its embedded pictures, which are compared as pictures."""
    data = json.loads(text)
    for cell in data["cells"]:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop("image/png", None)
    return data


def test_notebooks_are_numbered_from_the_first_on():
    assert [path.name[:3] for path in NOTEBOOKS] == [f"{number:02}-" for number in range(len(NOTEBOOKS))]
    assert NOTEBOOKS[0].name == "00-start-here.ipynb"


@notebook
def test_a_notebook_was_run_from_top_to_bottom(path):
    cells = code_cells(path)
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))


@notebook
def test_a_notebook_holds_no_error_and_no_stray_output(path):
    found = outputs(path)
    assert [output for output in found if output.output_type == "error" or output.get("name") == "stderr"] == []
    plain = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in found]
    assert [text for text in plain if LEFT_BEHIND.search(text)] == []


@notebook
def test_a_notebook_defines_nothing(path):
    defining = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    trees = [ast.parse(cell.source) for cell in code_cells(path)]
    assert [node.name for tree in trees for node in ast.walk(tree) if isinstance(node, defining)] == []


@notebook
def test_a_cell_has_at_most_twelve_lines_of_code(path):
    assert [cell.source for cell in code_cells(path) if len(cell.source.splitlines()) > 12] == []


@notebook
def test_words_stand_between_code_cells(path):
    cells = read(path).cells
    bare = [
        second.source
        for first, second in itertools.pairwise(cells)
        if first.cell_type == second.cell_type == "code"
        and "parameters" not in tags(first)  # the setup follows it
        and not any("text/markdown" in output.get("data", {}) for cell in (first, second) for output in cell.outputs)
    ]
    assert bare == []


def prose_of(cell):
    """The words that a cell shows, less links, file names and code: a Markdown cell's own, a code cell's strings."""
    if cell.cell_type == "code":
        strings = [node.value for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Constant)]
        words = "\n".join(text for text in strings if isinstance(text, str) and not STEM.fullmatch(text))
    else:
        words = re.sub(r"<[^>]*>|`[^`]*`", "", cell.source)
    return TARGET.sub("", words)


def typed_numbers(words):
    """The digits and number words in it, in either language, outside phrases that count nothing of a report."""
    for phrase in NO_RESULT:
        words = re.sub(rf"\b{phrase}", "", words, flags=re.IGNORECASE)
    english = [word for word in re.findall(r"[A-Za-z]+", words) if word.lower() in ENGLISH_NUMBERS]
    arabic = [words[n.start : n.end] for n in numerals.read(words) if n.kind != "ordinal" and n.value != 1]
    ones = [*ONE.findall(words), *ONE_IN_ARABIC.findall(words)]
    return list(dict.fromkeys([*re.findall(r"\d+", words), *english, *ones, *arabic]))


@notebook
def test_no_number_is_typed_into_the_prose(path):
    cells = [cell for cell in read(path).cells if "parameters" not in tags(cell)]
    assert {cell.id: found for cell in cells if (found := typed_numbers(prose_of(cell)))} == {}


@notebook
def test_no_number_at_all_is_typed_into_what_is_of_the_seeds_alone(path):
    cells = [cell for cell in read(path).cells if "seeds-only" in tags(cell)]
    assert [cell.source for cell in cells if typed_numbers(TARGET.sub("", QUOTED_STEM.sub("", cell.source)))] == []


def test_every_phrase_that_is_allowed_a_number_word_is_in_use():
    words = "\n".join(prose_of(cell) for path in NOTEBOOKS for cell in read(path).cells)
    assert [phrase for phrase in NO_RESULT if not re.search(rf"\b{phrase}", words, re.IGNORECASE)] == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The 3,000 of 12 March", ["3", "000", "12", "3,000"]),
        ("ثلاثة آلاف", ["ثلاثة آلاف"]),
        ("They told of three thousand.", ["three", "thousand"]),
        ("One report is one voice, two outlets or not.", []),
        ("They lost one more fighter.", ["one more fighter"]),
        ("صوت واحد", []),
        ("قُتل مدني واحد.", ["مدني واحد"]),
        ("See [03 · The dead](03-the-dead.ipynb).", []),
    ],
)
def test_a_typed_number_is_seen(words, found):
    assert sorted(typed_numbers(prose_of(nbformat.v4.new_markdown_cell(words)))) == sorted(found)


@notebook
def test_what_is_said_in_english_is_said_in_arabic_too(path):
    said = {cell.id: spoken(cell) for cell in read(path).cells}
    assert [key for key, words in said.items() if ENGLISH.search(words[0]) and not ARABIC.search(words[1])] == []


@notebook
def test_what_is_said_in_arabic_has_as_many_results(path):
    said = {cell.id: spoken(cell) for cell in code_cells(path)}
    assert [key for key, (english, arabic) in said.items() if results(english) != results(arabic)] == []


def test_a_sentence_without_its_arabic_is_seen():
    lone = spoken(nbformat.v4.new_markdown_cell("Killed in all: 3."))
    both = spoken(nbformat.v4.new_markdown_cell('Killed in all: 3.\n\n<div dir="rtl"><p>القتلى جميعًا: 3.</p></div>'))
    assert ENGLISH.search(lone[0]) and not ARABIC.search(lone[1])
    assert ARABIC.search(both[1]) and results(both[0]) == results(both[1]) == ["3"]


@notebook
def test_code_that_only_speaks_is_folded(path):
    speaking = [cell for cell in code_cells(path) if any("text/markdown" in output.data for output in cell.outputs)]
    assert speaking and all(cell.metadata.get("jupyter") == {"source_hidden": True} for cell in speaking)


@notebook
def test_tanween_stands_before_its_alef(path):
    sources = "\n".join(cell.source for cell in read(path).cells)
    assert re.findall("\\w*\N{ARABIC LETTER ALEF}\N{ARABIC FATHATAN}\\w*", sources) == []


@notebook
def test_a_title_asks_a_question(path):
    first = read(path).cells[0]
    assert first.cell_type == "markdown"
    assert re.match(r"# [^\n]*[?؟]\s*(\n|$)", first.source)
    assert len(re.findall(r"(?m)^# ", words(path))) == 1


@notebook
def test_a_notebook_invites_to_explore(path):
    assert re.search(r"(?m)^##+ .*\bExplore\b", words(path))


@notebook
def test_what_one_explores_is_live_and_stands_at_rest_in_the_file(path):
    cells = read(path).cells
    start = next(i for i, cell in enumerate(cells) if re.search(r"(?m)^##+ .*\bExplore\b", cell.source))
    live = [cell for cell in cells[start:] if cell.cell_type == "code" and re.search(r"\b(live|reader)\.", cell.source)]
    assert live and all(set(output.data) == {"text/html", "text/plain"} for cell in live for output in cell.outputs)
    assert all("<table>" in output.data["text/html"] for cell in live for output in cell.outputs)
    assert "widgets" not in read(path).metadata


@notebook
def test_a_notebook_links_to_the_next(path):
    following = NOTEBOOKS[(NOTEBOOKS.index(path) + 1) % len(NOTEBOOKS)]
    assert following.name in LINK.findall(words(path))


@notebook
def test_every_link_leads_somewhere(path):
    linked = [target for target in LINK.findall(words(path)) if "://" not in target]
    assert [target for target in linked if not (path.parent / target).exists()] == []


@notebook
def test_parameters_come_first_and_are_the_defaults(path):
    assert [tags(cell).count("parameters") for cell in code_cells(path)] == [1] + [0] * (len(code_cells(path)) - 1)
    assert parameters(read(path), path.name) == {
        "corpus": "../seeds",
        "out": "../figures",
        "policy": "interval",
        "lang": "ar",
    }


@notebook
def test_a_notebook_names_no_place_on_a_machine(path):
    text = json.dumps(without_pictures(path.read_text(encoding="utf-8")), ensure_ascii=False, indent=1)
    assert ANOTHER_MACHINE.findall(text) == []


@pytest.mark.parametrize("text", ['"/home/a/x"', "in /tmp/x", "C:\\\\Users"])
def test_a_place_on_a_machine_is_seen(text):
    assert ANOTHER_MACHINE.search(text)


@pytest.mark.parametrize("stem", STEMS)
def test_a_figure_has_both_languages_and_its_numbers(stem):
    made = {path.name for path in FIGURES.glob(f"{stem}.*")}
    assert made == {f"{stem}.{end}" for end in ENDS}


@notebook
def test_a_notebook_has_a_figure(path):
    assert [stem for stem in STEMS if stem.startswith(path.name[:3])]


@pytest.fixture(scope="session")
def rerun(tmp_path_factory):
    """The notebooks' texts after a run in which every picture went to the folder given with them."""
    drawn = tmp_path_factory.mktemp("drawn")
    jobs = [Job(kernels.read(path), path) for path in NOTEBOOKS]
    texts = kernels.executed(jobs, {OUT_VARIABLE: str(drawn)})
    return dict(zip(NOTEBOOKS, texts, strict=True)), drawn


@notebook
def test_a_rerun_leaves_no_diff(path, rerun):
    texts, _ = rerun
    assert without_pictures(texts[path]) == without_pictures(path.read_text(encoding="utf-8"))


def test_a_rerun_draws_just_the_committed_figures(rerun):
    _, drawn = rerun
    assert {path.name for path in drawn.iterdir()} == {path.name for path in FIGURES.iterdir()} - {"README.md"}


def test_the_contact_sheet_shows_the_committed_figures():
    sheet = (FIGURES / "README.md").read_text(encoding="utf-8")
    assert sheet == contact_sheet.page(FIGURES)
    assert [line.removeprefix("## ") for line in sheet.splitlines() if line.startswith("## ")] == STEMS


@pytest.mark.parametrize("path", PNGS, ids=lambda path: path.name)
def test_a_picture_drawn_now_is_the_committed_one(path, rerun):
    _, drawn = rerun
    assert_same_picture(drawn / path.name, path)
    committed_svg, drawn_svg = path.with_suffix(".svg"), (drawn / path.name).with_suffix(".svg")
    assert_same_outlines(drawn_svg.read_text(encoding="utf-8"), committed_svg.read_text(encoding="utf-8"))


@pytest.mark.parametrize("stem", STEMS)
def test_the_numbers_and_words_drawn_now_are_the_committed_ones(stem, rerun):
    _, drawn = rerun
    for name in (f"{stem}.csv", f"{stem}.ar.txt", f"{stem}.en.txt"):
        assert (drawn / name).read_bytes() == (FIGURES / name).read_bytes(), name


def assert_same_picture(drawn, committed):
    """Pixel for pixel; another processor's rounding may shift a channel by 16 levels of 255 and no more."""
    now, then = imread(drawn), imread(committed)
    assert now.shape == then.shape, f"{committed.name}: {now.shape} pixels now, {then.shape} committed"
    worst = np.abs(now - then).max() * 255
    assert worst <= 16, f"{committed.name}: a pixel differs by {worst:.0f} levels of 255"


def assert_same_outlines(drawn, committed):
    """The same shapes in the same order, each coordinate within a hundredth of a point."""
    assert NUMBER.sub("0", drawn) == NUMBER.sub("0", committed)
    now, then = ([float(number) for number in NUMBER.findall(text)] for text in (drawn, committed))
    np.testing.assert_allclose(now, then, atol=0.01)


@pytest.mark.parametrize(("label", "same"), [("38", True), ("33", False), ("38 ", True), ("83", False)])
def test_one_digit_that_differs_is_seen(tmp_path, label, same):
    from matplotlib.figure import Figure

    for name, text in (("a", "38"), ("b", label)):
        figure = Figure(figsize=(6, 4))
        figure.text(0.5, 0.5, text, fontsize=7)
        figure.savefig(tmp_path / f"{name}.png")
    if same:
        assert_same_picture(tmp_path / "a.png", tmp_path / "b.png")
    else:
        with pytest.raises(AssertionError, match="a pixel differs"):
            assert_same_picture(tmp_path / "a.png", tmp_path / "b.png")


def test_one_coordinate_that_differs_is_seen():
    assert_same_outlines("M 1.004 2", "M 1.005 2")
    with pytest.raises(AssertionError):
        assert_same_outlines("M 1.0 2", "M 1.1 2")
    with pytest.raises(AssertionError):
        assert_same_outlines("M 1 2", "L 1 2")
