"""What may stand between a cue and what is said: times, audiences, media, manners, asides between commas or dashes."""

from helpers.cues import is_verb
from helpers.objects import announces
from helpers.page import Page, months
from helpers.shapes import is_definite, is_relational
from helpers.titles import audience_at, head_at

COMMAS = "،,؛"
AGAIN = ("يقول", "تقول", "يقولون", "قائلا", "قائله", "قائلين")
LONGEST_ASIDE = 12
CITING = ("بحسب", "حسب", "وفق", "وفقا", "نقلا")
DASHES = ("-", "–", "—")
MANNER = ("بشكل", "بصوره", "بطريقه")
COUNTS = ("حصيله", "احصاء", "احصائيه", "تعداد", "حصر", "جرد")
SPEAKING = ("متحدثا", "متحدثه", "متحدثين", "متوجها", "مخاطبا", "مخاطبه")  # «، متحدثا لفرانس برس،»
THROUGH = ("في", "علي", "عبر", "خلال", "ضمن")


def parenthesis_end(page: Page, k: int) -> int:
    """The comma that closes «، عبر موقع موال لها،» when token `k` opens such an aside; else `k`.

    >>> from helpers.report import read_report
    >>> [a.source for a in read_report("a", "قالت الحركة، عبر موقع موال لها، إن الهدنة انتهت.").attributions]
    ['الحركة']
    """
    told = "relative" in page.roles(k) or page.form(k) in SPEAKING  # «في بيانها، الذي جاء في 105 صفحات،»
    if page.form(k - 1) not in COMMAS or not (
        page.form(k) in (*THROUGH, *CITING) or told or page.roles(k) & {"aside", "office"}
    ):
        return k
    for n in range(k + 1, min(k + LONGEST_ASIDE, page.sentence_end(k))):
        if page.form(n) in COMMAS or (page.form(n) == ":" and "office" in page.roles(k)):
            return k if page.form(k) == "نقلا" and "that" in page.roles(n + 1) else n
        cites = told or (page.form(k) in CITING and page.form(k + 1).endswith("ما"))  # «، وفق ما نقلت الوكالة،»
        verb = is_verb(page, n) and not cites
        if "that" in page.roles(n) or (page.found[n].kind == "mark" and page.form(n) not in '"()') or verb:
            return k
    return k


def skipped(page: Page, k: int) -> tuple[int, str | None]:
    """How many tokens from `k` on are a time, an aside or a medium, and the medium's name.

    >>> from helpers.report import read_report
    >>> acts = read_report("a", "قال ناطق باسم الجيش لرويترز أمس إن الهدنة انتهت.").attributions
    >>> [(a.source, a.via) for a in acts]
    [('ناطق باسم الجيش', 'رويترز')]
    """
    form, roles = page.form(k), page.roles(k)
    if k in page.names and page.names[k][0].kind == "media":
        name, end = page.names[k]
        return end - k, name.entity
    if form in COMMAS or form in "\"'#" or form in AGAIN or page.is_clock(k):
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
    if "relates" in roles and "statement" in page.roles(k - 1):
        return _related_end(page, k) - k, None
    if (form, page.form(k + 1)) == ("علي", "لسان"):
        return _mouth_end(page, k) - k, None  # «قالت الحركة على لسان ناطقها إن»
    if form in MANNER or page.leads_over(k):
        return 2, None  # «بشكل مفاجئ»
    if form == "في" and page.form(k + 1) == "وقت":
        return 3, None  # «في وقت سابق»
    if form == "في" and page.form(k + 1) in ("السابق", "البدايه", "النهايه"):
        return 2, None
    if form == "في" and page.form(k + 1) in COUNTS:
        n = k + 2
        while is_relational(page.form(n)):
            n += 1
        return n - k, None  # «وثقت في حصيلة أولية مقتل ستة»
    if form in THROUGH and ("statement" in page.roles(k + 1) or is_medium(page, k + 1)):
        n = k + 1 + (page.form(k + 1) == '"')
        length, through = skipped(page, n)
        return n - k + max(length, 1), through
    described = is_definite(form) and not roles
    if k > 0 and described and is_relational(form) and ("statement" in page.roles(k - 1) or page.form(k - 1) == '"'):
        return 1, None  # «في مؤتمره الصحفي», «"حزب الله" اللبناني»
    if k > 0 and (described or form == "ذلك") and "time" in page.roles(k - 1):
        return 1, None  # «أمس الأول», «الشهر الماضي», «قبل ذلك بساعات»
    return int(bool(roles & {"statement", "time", "aside", "self"}) or _is_dated(page, k)), None


def _is_dated(page: Page, k: int) -> bool:
    """Whether the number at `k` is of a time or a page («في 12 مارس», «عام 2020», «من 40 صفحة»), not what is said."""
    if page.found[k].kind != "number":
        return False
    near = {page.form(k - 1), page.form(k + 1)}
    timed = any("time" in page.roles(n) or "statement" in page.roles(n) for n in (k - 1, k + 1))
    return timed or page.form(k - 1) == ":" or bool(near & {"/", "-", "في", "("}) or bool(near & months(page.lexicon))


def _related_end(page: Page, k: int) -> int:
    """The token after what is told of a statement: «في بيان اطلع عليه راديو دبنقا أن», «في رسالة تلقتها الصحيفة: …»."""
    for n in range(k + 1, min(k + LONGEST_ASIDE, page.sentence_end(k))):
        opens = "that" in page.roles(n) or page.form(n) in (*COMMAS, ":") or page.is_utterance(n)
        if opens or is_verb(page, n) or announces(page, page.form(n)):
            return n
    return k + 1


def _mouth_end(page: Page, k: int) -> int:
    """The token after «على لسان ناطقها فلان»: what is said, or else the mouth alone."""
    within = range(k + 2, min(k + LONGEST_ASIDE, page.sentence_end(k)))
    opens = (n for n in within if "that" in page.roles(n) or page.form(n) == ":" or page.is_utterance(n))
    return next(opens, k + 2)


def _dash_end(page: Page, k: int) -> int | None:
    """The dash that closes «-الجناح العسكري للحركة-», «- التي طلبت عدم ذكر اسمها -» when one opens it at token `k`."""
    glued, told = page.is_glued(k + 1), "relative" in page.roles(k + 1)
    within = range(k + 2, min(k + LONGEST_ASIDE, page.sentence_end(k))) if glued or told else ()
    return next((n for n in within if page.form(n) in DASHES and (told or page.is_glued(n))), None)


def _audience_end(page: Page, k: int) -> int:
    """The token after the adjectives of «لإذاعة محلية», «للصحفيين الأجانب»."""
    if page.form(k) == "في" and k + 1 in page.names and page.names[k + 1][0].kind == "place":
        return page.names[k + 1][1]  # «لمراسلنا في غزة»
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
