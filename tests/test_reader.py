"""The evidence reader without a browser: marks cut right, nothing of a report obeyed, a page where no program runs."""

import csv
import json
import re
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import assets, parse, reader, telling
from helpers.dossier import dossier
from helpers.marking import paragraphs
from helpers.pieces import pieces, visible
from helpers.standing import standing
from tests.timed import smallest

ROOT = Path(__file__).parents[1]
WEB = ROOT / "helpers" / "web"
PHRASES = [row["key"] for row in csv.DictReader((ROOT / "helpers/lexicons/interface.csv").open(encoding="utf-8"))]
ASTRAL = "\N{GRINNING FACE}\N{LINEAR B SYLLABLE B008 A}"
HOSTILE = (
    f'{ASTRAL} قال متحدث باسم الجيش <script>alert(1)</script><img src="x" onerror="alert(2)">'
    " إن \N{RIGHT-TO-LEFT OVERRIDE}ثلاثة جنود\N{POP DIRECTIONAL FORMATTING} قتلوا &amp; </td></div></script>."
)
TAGS = set("div p table thead tbody tr th td mark span sup details summary bdi".split())


@pytest.fixture(scope="module")
def seeds():
    return parse(ROOT / "seeds")


@pytest.fixture(scope="module")
def hostile():
    return parse([("<b>.txt", HOSTILE)])


spans = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=12)


@given(st.integers(0, 15), st.integers(0, 15), spans)
def test_pieces_cover_each_letter_once_with_just_its_marks(start, length, spans):
    end = start + length
    cut = list(pieces(start, end, [(a, b, i) for i, (a, b) in enumerate(spans)]))
    assert [k for piece in cut for k in range(piece.start, piece.end)] == list(range(start, end))
    for piece in cut:
        for k in range(piece.start, piece.end):
            assert sorted(piece.marks) == [i for i, (a, b) in enumerate(spans) if a <= k < b]


@settings(max_examples=50)
@given(st.text(alphabet=f"ا ب\n{ASTRAL}\N{RIGHT-TO-LEFT OVERRIDE}<", max_size=40), spans)
def test_paragraphs_hold_the_text_and_nothing_else(text, spans):
    marks = [(a, min(b, len(text)), i) for i, (a, b) in enumerate(spans)]
    held = "".join(piece[0] for part in paragraphs(text, [], marks) for piece in part["pieces"])
    assert held == visible(text.rstrip())


def test_what_a_mark_covers_is_what_its_row_quotes(seeds):
    shown = dossier(seeds)
    held = {}
    for report in range(len(seeds.reports)):
        for words, *marks in (piece for part in shown.paragraphs(report) for piece in part["pieces"]):
            for mark in marks:
                held[mark] = held.get(mark, "") + words
    clauses = {mark.claim: held[i] for i, mark in enumerate(shown.marks) if mark.kind == "clause"}
    assert clauses == dict(enumerate(seeds.claims["quote"]))
    cues = {mark.act: held[i] for i, mark in enumerate(shown.marks) if mark.kind == "cue"}
    assert cues == {i: cue for i, cue in enumerate(seeds.attributions["cue"].fillna("")) if cue}


def test_letters_beyond_the_first_plane_shift_nothing(hostile):
    shown = dossier(hostile)
    number = next(i for i, mark in enumerate(shown.marks) if mark.kind == "quantity" and mark.claim == 0)
    words = [piece[0] for part in shown.paragraphs(0) for piece in part["pieces"] if number in piece[1:]]
    assert words == ["ثلاثة"]


def test_a_long_stretch_is_cut_between_words_and_stays_whole():
    text = "كلمة " * 3000
    cut = paragraphs(text, [(0, len(text), "body")], [])
    assert max(len(part["pieces"][0][0]) for part in cut) <= 5_000
    assert " ".join(part["pieces"][0][0] for part in cut).split() == text.split()
    assert all(part["pieces"][0][0].endswith("كلمة") for part in cut)


def test_a_number_in_a_date_is_marked_as_a_date_alone():
    shown = dossier(parse([("a", "وقتل خمسة جنود خلال السنوات الأربع الماضية.")]))
    assert [mark.kind for mark in shown.marks].count("quantity") == 1
    assert [mark.kind for mark in shown.marks].count("date") == 1


class Seen(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.names, self.text = [], set(), ""

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.names |= {name for name, _ in attributes}

    def handle_data(self, data):
        self.text += data


def seen(html):
    parser = Seen()
    parser.feed(html)
    return parser


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_nothing_of_a_report_is_markup_where_no_program_runs(hostile, lang):
    found = seen(standing(dossier(hostile), lang))
    assert set(found.tags) <= TAGS
    assert found.names <= {"dir", "style"}
    assert "<script>alert(1)</script>" in found.text and "onerror" in found.text and "⟦RLO⟧" in found.text
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in found.text


def test_nothing_of_a_report_ends_the_data_of_a_page(hostile):
    html = reader.page(hostile, "en", title="</title><script>")
    assert re.findall(r"</?script[^>]*>", html) == [
        '<script id="data" type="application/json">', "</script>", '<script type="module">', "</script>",
    ]  # fmt: skip
    held = json.loads(re.search(r'type="application/json">(.*?)</script>', html)[1])
    assert "<script>alert(1)" in "".join(piece[0] for part in held["texts"]["0"] for piece in part["pieces"])


def test_the_standing_page_numbers_figures_as_its_table_does(seeds):
    html = standing(dossier(seeds), "en")
    table, text = html.split("</table>")
    rows = re.findall(r"<tr><td[^>]*>(\d+)</td><td[^>]*>([^<]*)<", table)
    assert [number for number, _ in rows] == [str(i + 1) for i in range(len(seeds.claims))]
    marked = dict(re.findall(r"([^<>]*)</mark><sup>\[(\d+)\]", text))
    assert {number for number in marked.values()} <= {number for number, _ in rows}
    assert sorted(map(int, re.findall(r"<sup>\[(\d+)\]", text))) == [i + 1 for i in range(len(seeds.claims))]
    for number, words in rows:
        assert re.search(rf"{re.escape(words.split()[-1])}</mark><sup>\[{number}\]", text), number


@pytest.mark.parametrize(
    ("lang", "chain"),
    [("en", "At-Telegraf, from Syrian Democratic Forces"), ("ar", "التلغراف عن قوات سوريا الديمقراطية")],
)
def test_the_standing_page_tells_the_chain(seeds, lang, chain):
    html = standing(dossier(seeds), lang)
    assert f">{chain}</td>" in html
    assert html.startswith(f'<div dir="{"rtl" if lang == "ar" else "ltr"}"')


def test_the_standing_page_says_what_it_leaves_out():
    corpus = parse([("a", "قتل 3 جنود."), ("long", "كلمة " * 10_000 + "قتل 5.")])
    html = standing(dossier(corpus), "en")
    assert "Not shown here: reports: 1; claims: 0." in html and len(html) < 10_000


def test_a_report_that_cannot_be_read_says_why(tmp_path):
    (tmp_path / "good.txt").write_text("قتل 3 جنود.", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\0\1\2")
    corpus = parse(tmp_path)
    problem = corpus.reports["problem"].dropna().iloc[0]
    assert visible(problem) in seen(standing(dossier(corpus), "en")).text
    assert json.dumps(problem)[1:-1][:20] in reader.page(corpus, "en")


def test_what_claims_have_alike_is_sent_once(seeds):
    shown = dossier(seeds)
    sent = shown.overview()
    shared = sent["shared"]
    assert all(len({repr(thing) for thing in held}) == len(held) for held in shared.values())
    for claim, whole in zip(sent["claims"], shown.claims, strict=True):
        assert [shared["facts"][place] for place in claim["facts"]] == whole["facts"]
        assert dict(shared["values"][place] for place in claim["values"]) == whole["values"]
        assert (shared["matters"][claim["same"]] if claim["same"] is not None else []) == whole["same"]
    for act, whole in zip(sent["acts"], shown.acts, strict=True):
        assert [shared["tellers"][place] for place in act["chain"]] == whole["chain"]
    assert len(json.dumps(sent["claims"])) < 0.7 * len(json.dumps(shown.claims))


def test_a_corpus_without_claims_has_a_reader():
    corpus = parse([("a", "لا شيء.")])
    assert "<table>" in standing(dossier(corpus), "ar") and reader.page(corpus)


def test_a_notebook_gets_the_widget_and_what_stands_in_for_it(seeds):
    bundle, _ = reader.show(seeds, "en")._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html", "application/vnd.jupyter.widget-view+json"}
    again, _ = reader.show(seeds, "en")._repr_mimebundle_()
    assert all(bundle[kind] == again[kind] for kind in ("text/plain", "text/html"))


def test_an_outlet_that_is_not_known_is_not_passed_off_as_one(seeds):
    roles = {act["chain"][0]["name"][1]: act["chain"][0]["role"][1] for act in dossier(seeds).acts if act["chain"]}
    assert (roles["Report 000"], roles["At-Telegraf"]) == ("the outlet is not named", "outlet")


def test_another_language_is_refused(seeds):
    with pytest.raises(ValueError, match="fr"):
        reader.show(seeds, "fr")


def test_texts_beyond_what_goes_at_once_are_sent_when_asked_for(monkeypatch, seeds):
    monkeypatch.setattr(reader, "AT_ONCE", 6_000)
    view = reader.show(seeds)
    missing = [i for i in range(len(seeds.reports)) if str(i) not in view.texts]
    assert missing and len(missing) < len(seeds.reports)
    sent = []
    monkeypatch.setattr(view, "send", sent.append)
    for asked in ({"want": missing[0]}, {"want": -1}, {"want": 99}, {"want": "0"}, {}, "want", None):
        view._heard(view, asked, [])
    assert [message["report"] for message in sent] == [missing[0]]
    assert sent[0]["paragraphs"] == dossier(seeds).paragraphs(missing[0])


def test_a_million_letters_cost_ten_times_a_hundred_thousand():
    def seconds(n):
        text = "قتل 12 في المدينة " * (n // 18)
        spans = [(k, k + 2, k) for k in range(4, len(text), 18)]
        began = time.process_time()
        assert paragraphs(text, [(0, len(text), "body")], spans)
        return time.process_time() - began

    assert smallest(lambda: seconds(1_000_000) / seconds(100_000), 25) < 25


def scripts():
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(WEB.glob("*.js"))}


def test_scripts_are_joined_in_an_order_that_works():
    assert {name for modules in assets.MODULES.values() for name in modules} == set(scripts())
    for modules in assets.MODULES.values():
        for i, name in enumerate(modules):
            imported = re.findall(r'^import .* from "\./(\w+)\.js";$', scripts()[name], re.MULTILINE)
            assert set(imported) <= set(modules[:i]), name
            assert len(imported) == len(re.findall(r"^import", scripts()[name], re.MULTILINE))


@pytest.mark.parametrize("of", ["reader", "live"])
def test_scripts_share_no_name(of):
    names = re.findall(r"^(?:function|class|const) (\w+)", assets.script(of), re.MULTILINE)
    assert len(names) == len(set(names)) > 10


@pytest.mark.parametrize("name", sorted(scripts()))
def test_scripts_never_read_text_as_markup_nor_ask_the_network(name):
    banned = "innerHTML outerHTML insertAdjacentHTML document.write eval( Function( fetch( XMLHttpRequest http: https:"
    assert [word for word in banned.split() if word in scripts()[name]] == []
    assert len(scripts()[name].splitlines()) <= 280


def test_every_phrase_is_used_and_every_used_phrase_is_there():
    code = "\n".join(
        [*scripts().values(), *(path.read_text(encoding="utf-8") for path in (ROOT / "helpers").rglob("*.py"))]
    )
    made = {f"{stem}_" for stem in re.findall(r"[\"'`](\w+)_\$?\{", code)}
    quoted = set(re.findall(r"[\"'`](\w+)[\"'`]", code))
    assert [key for key in PHRASES if key not in quoted and not key.startswith(tuple(made))] == []
    said = set(re.findall(r"(?:\bsay|\bphrase)\(\"(\w+)\"", "\n".join([*scripts().values(), *_own_modules()])))
    assert said - set(PHRASES) - {"range"} == set()


def _own_modules():
    names = ("telling", "marking", "standing", "deciding", "reviewing", "reader")
    return [(ROOT / "helpers" / f"{name}.py").read_text(encoding="utf-8") for name in names]


@pytest.mark.parametrize("key", PHRASES)
def test_a_phrase_asks_for_the_same_values_in_both_languages(key):
    rows = csv.DictReader((ROOT / "helpers/lexicons/interface.csv").open(encoding="utf-8"))
    row = next(row for row in rows if row["key"] == key)
    assert row["en"] and row["ar"]
    assert sorted(re.findall(r"\{\w+\}", row["en"])) == sorted(re.findall(r"\{\w+\}", row["ar"]))


def test_a_reports_name_is_set_apart_from_its_day_and_shows_its_overrides():
    """«00-b» beside an Arabic day, «تقرير 7» beside an English one: else digits change sides."""
    named = [("00-b", "قتل 7."), ("تقرير 7", "قتل 5."), ("a\N{RIGHT-TO-LEFT OVERRIDE}b", "قتل 3.")]
    told = telling.reports(parse(named, published=dict.fromkeys(dict(named), "2020-05-11")))
    latin, arabic, turned = (report["name"] for report in told)
    assert latin == ["\u206800-b\u2069 · 11 أيار/مايو 2020", "00-b · 11 May 2020"]
    assert arabic == ["تقرير 7 · 11 أيار/مايو 2020", "\u2068تقرير 7\u2069 · 11 May 2020"]
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in "".join(turned)
