"""What is said: where the content of a statement opens after its cue and source, and where it ends."""

from typing import NamedTuple

from helpers.asides import COMMAS, MANNER, THROUGH, is_medium, names_medium, parenthesis_end, skipped
from helpers.cues import BEFORE_NOUNS, Cue, is_verb, may_be_verb, withholds_name
from helpers.names import entities
from helpers.objects import announces, that_ahead
from helpers.page import LONGEST_NAME, Page
from helpers.titles import audience_at

FARTHEST, KEPT_LAST = 30, '"»)%'
STATED, NOMINAL = ("that", "quote", "colon"), ("object", "preposition")
RELATIVES = ("التي", "الذي", "الذين", "حيث")
LED_BY_OBJECT = ("describes", "accuses", "asks")
DANGLING = ("في", "من", "الي", "علي", "عن", "مع", "سبق")
GOES_ON = ("وان", "وانه", "وانها", "وانهم", "وبان", "وبانه", "وبانها")
BESIDES = (("اضافه", "الي"), ("الاضافه", "الي"), ("فضلا", "عن"), ("علاوه", "علي"))
YET = ("بيد", "غير", "لكنه", "لكنها", "لكنهم")
BUT_NOT = ("لم", "ولم", "لكنه", "لكنها", "لكنهم", "دون", "من")
BEFORE_SILENCE, LEAVING = {*YET, *COMMAS}, {"في", "عبر", *COMMAS}
WHEN = ("سابق", "لاحق", "متأخر", "مبكر", "واحد", "قريب")
ISSUED = ("بيان", "تغريده", "تصريح", "تصريحات", "تدوينه", "منشور")
FOLLOWS = ("يلي", "ياتي", "كالتالي", "كالاتي", "التالي", "الاتي", "التاليه", "الاتيه")
UNSAID = ("دون", "بدون", "قبل", "بعد", "منذ", "رغم")  # «بدون أن يوضح»
FIGURES = ("عدد", "اعداد", "حجم", "نسبه", "حصيله", "قيمه", "كلفه", "تكلفه", "خسائر", "وجود", "تعداد", "مجموع")
DETAILS = ("تفاصيل", "ايضاحات", "توضيحات")


class Opening(NamedTuple):
    """The first token of a content, what opened it (that, quote, colon, preposition, object), and the medium named."""

    first: int
    kind: str
    via: str | None


def opening(page: Page, cue: Cue, k: int, explicit: bool) -> Opening | None:
    """Where the content of `cue` opens at or after token `k`; None when nothing opens one in its sentence.

    Between cue and content only times, media and asides may stand, and, when the speaker is `explicit`, his attributes.

    >>> from helpers.report import read_report
    >>> texts = "قال الجيش إن ثلاثة قتلوا.", "قال الجيش: «قتل ثلاثة من جنودنا».", "أعلن الجيش مقتل ثلاثة."
    >>> [t[a.content_start : a.content_end] for t in texts for a in read_report("a", t).attributions]
    ['إن ثلاثة قتلوا', '«قتل ثلاثة من جنودنا»', 'مقتل ثلاثة']
    """
    via, passed = None, 0
    first: int | None = None
    stop = min(page.sentence_end(cue.first), k + FARTHEST)
    while k < stop:
        aside, k = k, parenthesis_end(page, k)
        via = via or next((page.names[n][0].entity for n in range(aside, k) if names_medium(page, n)), None)
        opened = opens_at(page, cue, k, passed)
        if opened and opened[1] == "quote" and cue.row["role"] == "accuses" and not page.is_utterance(k):
            opened = None  # «وحمل التقرير «العناصر المسلحة» المسؤولية»
        if opened and opened[1] == "quote" and passed and not (page.is_utterance(k) or (explicit and _is_plain(cue))):
            opened = None
        if opened:
            accuses = cue.row["role"] == "accuses" and opened[1] == "preposition"
            if accuses and first is None and not page.form(cue.first).endswith(("ه", "ها", "هم")):
                return None  # «وحملت القوات مسؤولية …»: whoever is named is the one accused
            led = first if cue.row["role"] in LED_BY_OBJECT and opened[1] != "colon" else None
            return Opening(opened[0] if led is None else led, opened[1], via)
        if page.form(k) in ("و", "نقلا"):
            return None  # «وزعمت القناة نقلا عن قادة أن»; and «إن قواتها ردت و"دمرت ثلاث دبابات"»
        step, through = skipped(page, k)
        step *= not _is_recorded(page, cue, k)
        via = through if through and (via is None or _is_medium_name(page, through)) else via
        if not step:
            nominal = "np" in cue.takes and _is_object(page, k) and not (explicit and that_ahead(page, k))
            if nominal and (listed := _list_after(page, k, stop)):
                return Opening(listed, "colon", via)
            if is_verb(page, k) or nominal:
                if nominal and passed and explicit and (_is_event(page, k) or _is_that_one(page, k)):
                    return Opening(k, "object", via)
                if nominal and passed and explicit and not is_verb(page, k):
                    k, passed = k + 1, passed + 1
                    continue
                return Opening(k, "object", via) if nominal and not passed else None
            first = k - (k - 1 in page.quotes) if first is None else first
            passed += 1
            if passed > (FARTHEST if explicit or cue.row["role"] in LED_BY_OBJECT else 4):
                return None
        k += step or 1
    return None


def _list_after(page: Page, k: int, stop: int) -> int | None:
    """Where the list opens that an object after token `k` announces: «أحصى المناطق المستهدفة كالتالي: …»."""
    return next((n + 2 for n in range(k, stop) if page.form(n) in FOLLOWS and page.form(n + 1) == ":"), None)


def _is_recorded(page: Page, cue: Cue, k: int) -> bool:
    """«أعلنت الوزارة، في تقريرها، تسجيل 12 إصابة»: a record that is announced, not one that it is told in."""
    recorded = "statement" in page.roles(k) and "np" in cue.takes and announces(page, page.form(k))
    return recorded and page.form(k - 1) not in THROUGH


def span(page: Page, first: int, end: int) -> tuple[int, int] | None:
    """The span of tokens first..end without the marks and connectives at its edges; None when nothing is left."""
    while first < end and (page.form(first) in COMMAS + ".:" or (page.form(first) == '"' and first not in page.quotes)):
        first += 1
    while end > first and _is_loose_end(page, end - 1):
        end -= 1
    return (page.found[first].start, page.found[end - 1].end) if first < end else None


def last_token(page: Page, opened: Opening) -> int:
    """The token after the content: the closing mark of a quotation, else the sentence's end outside quotations.

    >>> from helpers.report import read_report
    >>> text = "قال الجيش إن ثلاثة قتلوا. وأنه رد على النار. وعاد الهدوء."
    >>> [text[a.content_start : a.content_end] for a in read_report("a", text).attributions]
    ['إن ثلاثة قتلوا. وأنه رد على النار']
    """
    first = opened.first
    quote = first if first in page.quotes else first + 1 if opened.kind == "that" and first + 1 in page.quotes else None
    if quote is not None:
        close = page.quotes[quote] + 1
        goes_on = close < page.sentence_end(page.quotes[quote]) and page.found[close].kind == "word"
        if not goes_on and (opened.kind == "quote" or page.is_utterance(quote)):
            return close
        if opened.kind == "quote" and page.is_utterance(quote):
            return close
    end = page.sentence_end(first)
    while opened.kind == "that" and _goes_on(page, end) and page.section[end] == page.section[first]:
        end = page.sentence_end(end)  # «قال إن … . وأنه …», «… . إضافة إلى مقتل …»
    end = next((k for k in range(first, end - 1) if page.forms[k] in BEFORE_SILENCE and _falls_silent(page, k)), end)
    if opened.kind in NOMINAL:
        end = next((k for k in range(first, end - 1) if page.forms[k] in LEAVING and _leaves_the_noun(page, k)), end)
    crossing = [page.quotes[k] for k in range(first, end) if k in page.quotes and page.quotes[k] >= end]
    return max([end, *(page.sentence_end(close) for close in crossing)])


def _goes_on(page: Page, k: int) -> bool:
    """Whether the sentence at token `k` is a part of the one before it."""
    return page.form(k) in GOES_ON or (page.form(k).removeprefix("ب"), page.form(k + 1)) in BESIDES


def _falls_silent(page: Page, k: int) -> bool:
    """«…، ولم ترد معلومات», «…، دون أن يذكر تفاصيل»: what was not said is the outlet's own remark."""
    if page.quotation_around(k) is not None:
        return False
    if page.form(k) in YET and "لم" in (page.form(k + 1), page.form(k + 2)):  # «بيد أنه لم يقدم دليلا»
        return any("silent" in page.roles(n) for n in (k + 2, k + 3))
    if page.form(k) not in COMMAS:
        return False
    if page.form(k + 1) in ("وهو", "وهي") and page.form(k + 2) == "ما" and may_be_verb(page, k + 3):
        return True  # «…، وهو ما نفاه الجيش»
    if (page.form(k + 1), page.form(k + 2)) == ("في", "وقت") and page.form(k + 3) not in WHEN:
        return True  # «…، في وقت راح فيه أنصاره …»
    if withholds_name(page, k + 1) or (page.form(k + 1), page.form(k + 2)) == ("في", "اشاره"):
        return True  # «…، في إشارة إلى …»
    if page.form(k + 1) not in BUT_NOT:
        return False
    if any(page.form(n).removeprefix("ال") in DETAILS for n in range(k + 2, k + 8)):
        return page.form(k + 1) in ("دون", "من")  # «…، دون مزيد من التفاصيل»
    verb = next((n for n in range(k + 2, k + 5) if page.form(n - 1) in ("لم", "ولم", "ان")), None)
    return verb is not None and ("silent" in page.roles(verb) or may_be_verb(page, verb))


def _leaves_the_noun(page: Page, k: int) -> bool:
    """«تحدث عن نهاية قريبة، التي …»: after a comma a relative clause is the outlet's own description.

    «أعلن سقوط المدينة عبر إذاعة الفجر»: the medium is no part of it.
    """
    if page.form(k) == "في" and page.form(k + 1) in ISSUED:
        return True
    if page.form(k) in COMMAS and page.form(k + 1) == "علما":
        return True  # «…، علما أن خبراء أكدوا …»
    if page.form(k) == "عبر" and (is_medium(page, k + 1) or "statement" in page.roles(k + 1)):
        return True
    also = page.form(k + 1) in ("وهو", "الامر") and page.form(k + 2) in ("ما", "الذي")
    return page.form(k) in COMMAS and (page.form(k + 1) in RELATIVES or also)


def mode(page: Page, within: range, start: int, end: int) -> str:
    """direct (all of it quoted), mixed (words of it quoted), or indirect; a quoted name alone is no quotation.

    `within` are the tokens of the content, start and end its span.

    >>> from helpers.report import read_report
    >>> texts = "قال الجيش: «قتل ثلاثة من جنودنا أمس».", "قال الجيش إن «ثلاثة من الجنود» قتلوا."
    >>> [a.mode for t in texts for a in read_report("a", t).attributions]
    ['direct', 'mixed']
    """
    tokens = page.found
    inside = [i for i in within if i in page.quotes and start <= tokens[i].start and tokens[i].end <= end]
    speech = [i for i in inside if not _is_name(page, i)]
    if not speech:
        return "indirect"
    first = speech[0]
    led = page.text[start : tokens[first].start].split()
    closes = tokens[page.quotes[first]].end
    return "direct" if len(led) <= 1 and closes >= end - 1 else "mixed"


def opens_at(page: Page, cue: Cue, k: int, passed: int = 0) -> tuple[int, str] | None:
    """The first token of the content and what opens it, when token `k` opens one; `passed` words stand before it."""
    form = page.form(k)
    if form in MANNER:
        return None
    if "that" in page.roles(k):
        unsaid = page.form(k - 1) in UNSAID and page.form(k - 2) != "من" and k - 1 > cue.last
        return None if unsaid else (k, "that")
    if form == ":" and not page.is_clock(k):
        return k + 1, "colon"
    if k in page.quotes and (page.is_utterance(k) or ((not passed or _ends_it(page, k)) and not _is_name(page, k))):
        return k, "quote"
    if form in ("بما", "ما") and page.form(k + 1) in FOLLOWS and page.form(k + 2) == ":":
        return k + 3, "colon"  # «صرح القائد بما يأتي: …»
    if form in cue.takes and not page.is_name_ali(k) and not (form == "علي" and is_medium(page, k + 1)):
        return k + 1, "that" if "that" in page.roles(k + 1) else "preposition"
    if form == "ب" and page.form(k + 1) in ('"', "(") and "ب" in cue.takes:
        return k, "preposition"
    if cue.row["role"] == "asks" and form[:1] == "ل" and len(form) > 3 and k not in page.names:
        return (k, "preposition") if "ل" in cue.takes and not (page.roles(k) or audience_at(page, k)) else None
    if "ب" in cue.takes and form.startswith("ب") and len(form) > 2 and (form in ("بما", "بان") or not page.roles(k)):
        return k, "preposition"
    return None


def _is_plain(cue: Cue) -> bool:
    return cue.row["role"] == "says" and not cue.weak and "np" not in cue.takes


def _ends_it(page: Page, k: int) -> bool:
    """Whether the sentence ends with the quotation at `k`: «وقال الضابط من موقع الانفجار «رأينا سبع جثث»»."""
    return page.found[k - 1].kind == "word" and page.quotes[k] + 2 >= page.sentence_end(k)


def _is_object(page: Page, k: int) -> bool:
    if page.form(k) == "ما":
        return True  # «نفى ما تردد عن …»
    form = page.form(k)
    bound = any(form.removesuffix(p) in BEFORE_NOUNS and form.endswith(p) for p in ("ها", "هم", "ه"))  # «خلاله»
    ruled = form in DANGLING or bound or page.roles(k) & {"clause", "halt", "negation", "subordinate"}
    return page.found[k].kind != "mark" and not ruled


def _is_event(page: Page, k: int) -> bool:
    """«أعلن التنظيم في بيان بثه على وكالته مسؤوليته»: an event, with no preposition before it, is what is announced."""
    return announces(page, page.form(k)) and page.found[k - 1].kind == "word" and page.form(k - 1) not in BEFORE_NOUNS


def _is_that_one(page: Page, k: int) -> bool:
    """«نفى في اتصال مع الصحيفة هذه الرواية»: what was told before, with no preposition before it."""
    that_one = "demonstrative" in page.roles(k) or page.form(k) in FIGURES  # «قدرت في بيان لها عدد القتلى»
    return that_one and page.form(k - 1) not in BEFORE_NOUNS


def _is_medium_name(page: Page, via: str) -> bool:
    known = entities(page.lexicon).get(via)
    return known is not None and known.kind == "media"


def _is_name(page: Page, i: int) -> bool:
    close = page.quotes[i]
    start, end = page.found[i + 1].start, page.found[max(close - 1, i + 1)].end
    near = (page.names[k][0] for k in range(i - LONGEST_NAME, i + 2) if k in page.names)
    return any(name.start <= start and end <= name.end for name in near)


def _is_loose_end(page: Page, k: int) -> bool:
    form = page.form(k)
    if page.found[k].kind == "mark":
        return form not in KEPT_LAST or (form == '"' and k in page.quotes)
    led = form in ("بعد", "قبل", "منذ") and page.form(k + 1) == "ان"
    return led or form in ("و", "كما", "وذلك", "ان", *DANGLING) or bool(page.roles(k) & {"clause"})
