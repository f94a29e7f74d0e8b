"""What a source cited at the end or in the midst of its sentence tells: where the clause begins, and if it goes on."""

from functools import lru_cache

from helpers.contexts import words
from helpers.cues import Cue, cue_at
from helpers.lexicon import Lexicon
from helpers.page import Page
from helpers.text import fold

LABEL_WORDS = 3
COMMAS = ("،", ",", "-")
PARTS = ("بينهم", "بينها", "بينهن", "منهم", "منها", "معظمهم", "غالبيتهم", "اغلبهم", "اغلبيتهم", "نصفهم", "جلهم")
MEANWHILE = ("بينما", "فيما", "لكن", "ولكن", "كما", "غير")
COMPLETES = ("الي", "عن", "في", "من", "علي", "ب")
HENCE = ("ما", "مما", "قبل", "بعد")  # «، ما أدى وفق الشرطة إلى …»


def interrupts(page: Page, cue: Cue, end: int) -> bool:
    """Whether the clause goes on after the source that ends before token `end`.

    >>> from helpers.report import read_report
    >>> texts = "وباتت القوات، بحسب المرصد، تسيطر على القرية.", "قصفوا السوق، ما أدى وفق الشرطة إلى مقتل ثلاثة."
    >>> [t[a.content_start : a.content_end] for t in texts for a in read_report("a", t).attributions]
    ['وباتت القوات، بحسب المرصد، تسيطر على القرية', 'ما أدى وفق الشرطة إلى مقتل ثلاثة']
    """
    stop = page.sentence_end(cue.first)
    end += page.form(end) == '"'
    if end >= stop:
        return False
    close = next((k for k in range(end, min(end + LABEL_WORDS + 1, stop)) if page.form(k) in COMMAS), end)
    if page.form(close) in COMMAS[:2] and page.form(close + 1) in PARTS:
        return True  # «ارتفعت الحصيلة إلى 89 بحسب المرصد، بينهم ستة أطفال»
    if page.form(cue.first - 1) in COMMAS:
        return page.form(close) in COMMAS and _goes_on(page, close + 1)
    return _goes_on(page, end) and _is_unfinished(page, cue.first - 1, end)


def _goes_on(page: Page, k: int) -> bool:
    """Whether what stands at token `k` may belong to a clause begun before."""
    form = page.form(k)
    if not form or page.found[k].kind == "mark" or (form[0] in "وف" and form not in COMPLETES):
        return False
    return page.roles(k) <= {"halt"} and cue_at(page, k) is None


def _is_unfinished(page: Page, last: int, k: int) -> bool:
    """Whether a clause that a source without commas breaks off after token `last` is still to be told at token `k`."""
    results = words(page.lexicon, "results") | words(page.lexicon, "leads_to")
    begun = clause_start(page, page.sentence_start(last), last)
    if last == begun or page.form(last) in results:
        return True  # «قتل بحسب المرصد ستة», «ما أدى وفق الشرطة إلى»
    if page.form(k) in COMPLETES[:3] and any(page.form(n).lstrip("و") in results for n in range(begun, last)):
        return True  # «أدى القصف بحسب ناشطين إلى مقتل ستة»
    counted = page.counts(k) if page.found[k].kind == "number" else page.form(k) in _numbers(page.lexicon)
    return counted and not any(page.found[n].kind == "number" for n in range(begun, last + 1))


@lru_cache(maxsize=16)
def _numbers(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(fold(row["form"]).text for row in lexicon["numbers"])


def clause_start(page: Page, first: int, i: int) -> int:
    """Where the clause around token `i` begins, at or after token `first`: after «،» and a word that opens a clause.

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.text import tokens
    >>> text = "عاد الهدوء، فيما بلغ القتلى ستة"
    >>> clause_start(lay_out(text, tokens(text), [], [], load()), 0, 6)
    3
    """
    for k in range(i - 1, first, -1):
        opens = page.form(k) in HENCE or page.roles(k) & {"clause", "subordinate"}
        if page.form(k - 1) in COMMAS and opens:
            return k
    return first


def clause_end(page: Page, k: int) -> int:
    """Where a clause ends that goes on at token `k` after its source: before «، بينما …», or with its sentence.

    >>> from helpers.report import read_report
    >>> text = "نزح، وفق المرصد، ألف مدني، بينما عاد مئة."
    >>> [text[a.content_start : a.content_end] for a in read_report("a", text).attributions]
    ['نزح، وفق المرصد، ألف مدني']
    """
    stop = page.sentence_end(k - 1)
    within = (n for n in range(k + 2, stop) if page.form(n - 1) in COMMAS[:2])
    return next((n - 1 for n in within if page.form(n) in MEANWHILE or page.leads_over(n)), stop)


def last_topic(page: Page, first: int, end: int) -> int:
    """Where the clause that a closing source tells begins: after an open bracket, or at «، ومنذ …», «، وفي …»."""
    bracket = open_bracket(page, end)
    if bracket is not None and first < bracket < end - 1:
        return bracket + 1
    for k in range(end - 1, first, -1):
        if page.form(k - 1) in "،," and (
            page.form(k) == "وفي" or (page.form(k)[:1] == "و" and "time" in page.roles(k))
        ):
            return k
    return first


def open_bracket(page: Page, i: int) -> int | None:
    """The bracket of the sentence that is still open at token `i`.

    >>> from helpers.report import read_report
    >>> text = "قتل 12 (بينهم ثلاثة أطفال وفق مصدر طبي) في القصف."
    >>> [text[a.content_start : a.content_end] for a in read_report("a", text).attributions]
    ['بينهم ثلاثة أطفال']
    """
    for k in range(i - 1, page.sentence_start(i), -1):
        if page.form(k) in "()":
            return k if page.form(k) == "(" else None
    return None
