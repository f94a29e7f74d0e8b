"""What may stand between a cue and what is said: times, audiences, media, manners, asides between commas or dashes."""

from helpers.cues import is_verb
from helpers.page import Page
from helpers.shapes import is_definite, is_relational
from helpers.titles import audience_at, head_at

COMMAS = "،,؛"
AGAIN = ("يقول", "تقول", "يقولون", "قائلا", "قائله", "قائلين")
LONGEST_ASIDE = 12
CITING = ("بحسب", "حسب", "وفق", "وفقا", "نقلا")
DASHES = ("-", "–", "—")
MANNER = ("بشكل", "بصوره", "بطريقه")
THROUGH = ("في", "علي", "عبر", "خلال", "ضمن")


def parenthesis_end(page: Page, k: int) -> int:
    """The comma that closes «، عبر موقع موال لها،» when token `k` opens such an aside; else `k`."""
    if page.form(k - 1) not in COMMAS or not (page.form(k) in (*THROUGH, *CITING) or "aside" in page.roles(k)):
        return k
    for n in range(k + 1, min(k + LONGEST_ASIDE, page.sentence_end(k))):
        if page.form(n) in COMMAS:
            return k if page.form(k) == "نقلا" and "that" in page.roles(n + 1) else n
        if "that" in page.roles(n) or (page.found[n].kind == "mark" and page.form(n) not in '"()') or is_verb(page, n):
            return k
    return k


def skipped(page: Page, k: int) -> tuple[int, str | None]:
    """How many tokens from `k` on are a time, an aside or a medium, and the medium's name."""
    form, roles = page.form(k), page.roles(k)
    if k in page.names and page.names[k][0].kind == "media":
        name, end = page.names[k]
        return end - k, name.entity
    if form in COMMAS or form in "\"'#" or form in AGAIN:
        return 1, None
    if form == "(":
        return (page.bracket_end(k) or k) - k + 1, None
    if form in DASHES and (close := _dash_end(page, k)):
        return close - k + 1, None
    if form == "ل" and page.form(k + 1) == '"' and page.quotes.get(k + 1, k + 99) - k < 6:
        close = page.quotes[k + 1]
        known = page.names.get(k + 2)
        text = page.text[page.found[k + 2].start : page.found[close - 1].end]
        if known and known[0].kind != "media":  # «التابعة لـ “الإدارة الذاتية”» names an owner
            return close - k + 1, None
        return close - k + 1, known[0].entity if known else text
    if head := audience_at(page, k):
        return _audience_end(page, k + head.length) - k, None
    if form == "مع" and is_medium(page, k + 1):
        return 1 + max(skipped(page, k + 1)[0], 1), skipped(page, k + 1)[1]
    if form == "من" and "statement" in page.roles(k - 1) and page.form(k + 1).isdecimal():
        return 3, None  # «في تقرير من 40 صفحة»
    if form in MANNER or page.leads_over(k):
        return 2, None  # «بشكل مفاجئ»
    if form == "في" and page.form(k + 1) == "وقت":
        return 3, None  # «في وقت سابق»
    if form in THROUGH and ("statement" in page.roles(k + 1) or is_medium(page, k + 1)):
        n = k + 1 + (page.form(k + 1) == '"')
        length, through = skipped(page, n)
        return n - k + max(length, 1), through
    described = is_definite(form) and not roles
    if k > 0 and described and "statement" in page.roles(k - 1) and is_relational(form):
        return 1, None  # «في مؤتمره الصحفي»
    if k > 0 and (described or form == "ذلك") and "time" in page.roles(k - 1):
        return 1, None  # «أمس الأول», «الشهر الماضي», «قبل ذلك بساعات»
    if roles & {"statement", "time", "aside", "self"} or page.found[k].kind == "number":
        return 1, None
    return 0, None


def _dash_end(page: Page, k: int) -> int | None:
    """The dash that closes «-الجناح العسكري للحركة-» when the one at token `k` is glued to a word after it."""
    if not page.is_glued(k + 1):
        return None
    within = range(k + 2, min(k + LONGEST_ASIDE, page.sentence_end(k)))
    return next((n for n in within if page.form(n) in DASHES and page.is_glued(n)), None)


def _audience_end(page: Page, k: int) -> int:
    """The token after the adjectives of «لإذاعة محلية», «للصحفيين الأجانب»."""
    while page.form(k) and not page.roles(k) and is_relational(page.form(k)) and k not in page.names:
        k += 1
    return page.quotes[k] + 1 if k in page.quotes and not page.is_utterance(k) and page.quotes[k] - k < 5 else k


def is_medium(page: Page, k: int) -> bool:
    """Whether a medium is named or called so at token `k`, in quotation marks or not."""
    if page.form(k) == '"':
        k += 1
    head = head_at(page, k)
    named = page.names.get(k)
    return bool((named and named[0].kind == "media") or (head and head.row and head.row["class"] == "media"))


def names_medium(page: Page, n: int) -> bool:
    """Whether a listed medium is named at token `n`."""
    return n in page.names and page.names[n][0].kind == "media"
