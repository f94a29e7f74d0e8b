"""Where the speaker ends and what he announces begins, when no أن stands between: «أعلن الجيش الأردني إحباط …»."""

from functools import lru_cache

from helpers.cues import Cue, is_verb
from helpers.lexicon import Lexicon
from helpers.page import LONGEST_NAME, Page
from helpers.shapes import agrees, is_definite, is_masdar, is_relational
from helpers.text import Seen, fold
from helpers.titles import Head, event_nouns, head_at, titles

SEEN_AHEAD, FARTHEST_THAT = 12, 24
CITING = ("وفق", "بحسب", "حسب", "نقلا")
ADJECTIVES = set(
    "السابق السابقه العام العامه الاعلي العليا الاول الاولي الجديد الجديده المؤقت المؤقته الحالي الحاليه الاسبق "
    "المقيم المقيمه المكلف المكلفه المنتخب المنتخبه الراحل الراحله المستقيل المستقيله المقال المقاله".split()
)
ENDS = ("ا", "ه", "ها", "هم")
NO_SPEECH = ("ل", "ب", "في", "عن", "من", "تسمي", "يسمي", "تدعي", "يدعي", "المسمي", "المسماه", "اسمها", "اسمه")
CROWD = ("activist", "resident", "witness", "expert", "doctor")
SPEAKING = ("official", "officer", "soldier", "witness", "resident", "source", "spokesman", "commander")


def announces(page: Page, form: str) -> bool:
    """Whether a word opens what is announced: مقتل, بمقتل, هجوما.

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> page = lay_out("", (), [], [], load())
    >>> announces(page, "بمقتل"), announces(page, "هجوما"), announces(page, "كتاب")
    (True, True, False)
    """
    return _announcing(page.lexicon)[form]


@lru_cache(maxsize=16)
def _announcing(lexicon: Lexicon) -> Seen[str, bool]:
    """For each written form whether it opens what is announced."""
    known = event_nouns(lexicon)

    def announcing(form: str) -> bool:
        bare = form.removeprefix("ب")
        owned = next((bare[: bare.rindex("ت")] + "ه" for end in ("ته", "تها", "تهم") if bare.endswith(end)), None)
        if {form, bare, owned} & known:
            return True
        return any(bare.endswith(end) and bare[: -len(end)] in known for end in ENDS)

    return Seen(announcing)


def is_closed(page: Page, k: int, first: int, definite: bool, titled: bool) -> bool:
    """Whether a definite word at `k` cannot belong to the phrase before it, as its adjective or its owner.

    `first` is the phrase's first word, `definite` whether it is, `titled` whether a title stands in it.

    >>> from helpers.report import read_report
    >>> text = "أدان وزير التجارة الأردني الهجوم."
    >>> [(a.source, text[a.content_start : a.content_end]) for a in read_report("a", text).attributions]
    [('وزير التجارة الأردني', 'الهجوم')]
    """
    form, last = page.form(k), page.form(k - 1)
    placed = any(page.names[n][0].kind == "place" and page.names[n][1] == k for n in _names_before(page, k))
    adjective = is_relational(last) and page.text[page.found[k - 1].end - 1] != "ى" and not _owns(page, last)
    adjective &= not placed  # «والي ولاية شبيلي السفلى»
    relational = adjective and last != "جمهوريه" and not _is_body(page, k - 1)
    if not is_definite(last) and relational:
        named = k in page.names and page.names[k][0].start == page.found[k].start
        return not definite and ((is_definite(form) and not form.startswith("لل")) or named)
    if not is_definite(form) or form.startswith(("لل", "التابع")):
        return False
    if page.ends_name(k) and last.startswith("بال"):  # «مكتب الإعلام بالحديدة الجريمة»
        return not is_relational(form)
    finished = relational or (page.ends_name(k) and not titled) or last.endswith("ون")
    fits = agrees(form, last) or (relational and is_relational(form) and agrees(form, page.form(first)))
    fits = fits or (form in ADJECTIVES and agrees(form, page.form(first)))  # «وزير الخارجية الألمانية السابق»
    fits = fits or any(page.names[n][1] == k and agrees(form, page.form(n)) for n in _names_before(page, k))
    return finished and (not fits or form[2:] in event_nouns(page.lexicon))


def _owns(page: Page, form: str) -> bool:
    """«لاجئي سوريا», «مقاتلي الحركة»: a sound plural before its owner looks like an adjective."""
    return form + "ن" in _sound_plurals(page.lexicon)


@lru_cache(maxsize=16)
def _sound_plurals(lexicon: Lexicon) -> frozenset[str]:
    """The plurals in ين of the nouns and of people's titles, folded."""
    nouns = {fold(row["form"]).text for row in lexicon["nouns"]}
    return frozenset(form for form in nouns | set(titles(lexicon)) if form.endswith("ين"))


def _names_before(page: Page, k: int) -> list[int]:
    return [n for n in range(k - LONGEST_NAME, k) if n in page.names]


def _is_body(page: Page, k: int) -> bool:
    """«بلدية», «مديرية» look like adjectives and are bodies."""
    head = head_at(page, k)
    return head is not None and head.row is not None and head.row["type"] == "organisation"


def _is_told(page: Page, k: int) -> bool:
    """Whether a definite word at `k` follows an indefinite noun and its adjective, so that it is of neither."""
    noun = head_at(page, k - 2)
    last = page.form(k - 1)
    described = noun is not None and noun.row is not None and not noun.definite and head_at(page, k - 1) is None
    adjective = len(last) > 2 and (last.endswith("ه") or agrees(last, page.form(k - 2)))
    return described and adjective and is_definite(page.form(k)) and not is_definite(last)


def _is_crowd(page: Page, k: int) -> bool:
    """«اتهم ناشطون», «اتهم سكان»: people who do not belong to a force."""
    head = head_at(page, k)
    return head is not None and head.row is not None and head.row["class"] in CROWD and not head.definite


def begins_object(page: Page, k: int, cue: Cue | None) -> bool:
    """Whether an infinitive or an indefinite accusative at `k` is the object of a verb that no أن follows."""
    form = page.form(k)
    if cue is None or k in page.names:
        return False
    accusative = len(form) > 3 and form.endswith("ا") and not is_definite(form)
    if "np" not in cue.takes:
        return False
    owner = head_at(page, k - 1)  # «وسائل إعلام»
    owned = owner is not None and owner.row is not None and owner.row["type"] == "media_agency" and not owner.definite
    infinitive = is_masdar(form) and not is_definite(form) and not owned
    return (accusative or infinitive) and not _opener_ahead(page, k)


def is_issued(page: Page, k: int, cue: Cue | None, head: Head | None) -> bool:
    """«أصدرت المحكمة بيانا», «صدر عن القيادة البيان الآتي»: the document that the verb is said of."""
    if head is not None and head.row and head.row["type"] == "document" and page.form(k + 1) in ("الاتي", "التالي"):
        return True
    if cue is None or head is None or head.row is None:
        return False
    issued = not head.definite or is_definite(page.form(k - 1)) or page.ends_name(k)  # «أصدر الجيش البيان الخامس»
    return cue.row["role"] == "introduces" and head.row["type"] == "document" and issued


def is_accused(page: Page, k: int, cue: Cue | None, head: Head | None, counted: bool) -> bool:
    """«حملت حكومة الولاية الحركة», «اتهم ناشطون الحكومة»: after an owner or ون, the one accused or told.

    `counted` says whether the speakers are: «حثت 12 منظمة الأطراف على».

    >>> from helpers.report import read_report
    >>> [a.source for a in read_report("a", "اتهم ناشطون الحكومة بقصف السوق.").attributions]
    ['ناشطون']
    """
    if cue is None or not (cue.row["role"] in ("accuses", "asks", "describes") or "ه" in cue.takes):
        return False
    form, last = page.form(k), page.form(k - 1)
    if head is not None and head.row and head.row["class"] == "reporter" and "ه" in cue.takes:
        return True  # «أبلغ مصدر مراسلنا أن»
    if form == "من" and page.form(k + 1).endswith(("هم", "ها", "ه")) and not is_definite(page.form(k + 1)):
        return True  # «اتهم الوزير من سماهم «إرهابيين» بالمسؤولية»
    if is_relational(form) and is_definite(form) and _is_body(page, k - 1) and agrees(form, last):
        return False  # «رئيس المكتب السياسي»
    if "ه" in cue.takes and _is_told(page, k):
        return True  # «أبلغت مصادر موثوقة المرصد بأن»
    if head is None:  # «ودعا رئيس الوزراء الأردني المجتمع الدولي إلى», «وحث مبعوث الأمم المتحدة الأطراف على»
        finished = (is_definite(last) and is_relational(last)) or page.ends_name(k) or counted
        finished = finished or (cue.row["role"] == "describes" and is_definite(last))  # «أرجع المدير السبب إلى»
        finished = finished or (_is_body(page, k - 1) and is_definite(last) and not agrees(form, last))
        adjective = is_relational(form) and not announces(page, form[2:])  # not «عزت المنظمة التفشي إلى»
        return finished and form.startswith("ال") and not adjective and form not in ADJECTIVES
    other = k in page.names and page.names[k][0].kind != "person"
    crowd = cue.row["role"] == "accuses" and _is_crowd(page, k - 1)
    after_name = page.ends_name(k) and not is_relational(form)  # «اتهم حاكم دارفور قوات الدعم السريع»
    bare = other and not is_relational(form) and page.names[k][0].start == page.found[k].start
    closed = bare and is_definite(last)  # «دعت المنظمة المعنية بحقوق الإنسان واشنطن إلى»
    named = other and ((is_definite(last) and is_relational(last)) or crowd or after_name or closed)
    return (is_definite(form) and (is_definite(last) or last.endswith("ون") or page.ends_name(k))) or named


def is_object_with_b(page: Page, k: int, cue: Cue | None) -> bool:
    """«رحبت المنظمة بالخطوة»: a word with ب is the object of a verb that takes it, unless it tells where he is.

    It tells where when it is a place or a body and another word with ب follows: «ندد مدير المكتب بالمحافظة بالقصف».

    >>> from helpers.report import read_report
    >>> text = "رحبت المنظمة بالخطوة."
    >>> [(a.source, text[a.content_start : a.content_end]) for a in read_report("a", text).attributions]
    [('المنظمة', 'بالخطوة')]
    """
    form = page.form(k)
    if cue is None or "ب" not in cue.takes or form[0] != "ب" or form == "باسم":
        return False
    if cue.row["role"] != "asks" and _opener_ahead(page, k):  # but «أهاب المحافظ بالسكان أن يغادروا»
        return False
    where = k in page.names or head_at(page, k, "ب") is not None
    if not (where or is_definite(form[1:]) or announces(page, form)):
        where = True  # «صرح المتحدث براين نيلسون بالآتي»
    for n in range(k + 1, min(k + SEEN_AHEAD, page.sentence_end(k))):
        if page.found[n].kind == "mark" and page.form(n) != '"':
            return True
        if page.form(n)[0] == "ب":
            return not where
    return True


def is_quoted_object(page: Page, k: int, cue: Cue | None) -> bool:
    """Whether the short quotation at `k` is what a verb is said of: «أدانت الوزارة «هذه الجريمة»»."""
    if cue is None:
        return False
    definite = is_definite(page.form(k - 1))
    if cue.row["role"] in ("accuses", "asks", "describes"):  # «حمل الجيش «كتائب الفجر» المسؤولية»
        after = page.form(page.quotes[k] + 1)
        return (definite and k + 1 in page.names) or after in cue.takes or (after[:1] == "ب" and "ب" in cue.takes)
    if "np" not in cue.takes or not definite:
        return False
    return page.form(page.quotes[k] + 1) in ("،", ",", ".", "")


def is_speech(page: Page, k: int) -> bool:
    """Whether the short quotation at `k` is said («قال شهود «كان قويا»») rather than a name («صحيفة «…»»).

    >>> from helpers.report import read_report
    >>> texts = "قال شهود «كان قويا جدا».", "قالت صحيفة «النهار» إن الهدنة انتهت."
    >>> [t[a.content_start : a.content_end] for t in texts for a in read_report("a", t).attributions]
    ['«كان قويا جدا»', 'إن الهدنة انتهت']
    """
    close = page.quotes[k]
    last, after = page.form(k - 1), page.form(close + 1)
    head = head_at(page, k - 1)
    of_name = any(page.names[n][0].end >= page.found[k].end for n in range(k - LONGEST_NAME, k + 2) if n in page.names)
    names_body = head and head.row and not head.definite and head.row["class"] not in SPEAKING
    goes_on = "that" in page.roles(close + 1) or page.found[min(close + 1, len(page.found) - 1)].kind == "word"
    single = close - k <= 2
    return not (of_name or names_body or goes_on or single or last in NO_SPEECH or after == ":")


def that_ahead(page: Page, k: int) -> int | None:
    """The أن straight after a comma that opens what is said, with no other verb of saying before it.

    «مصادر في المدينة بالريف الشرقي، قرب النهر، أن»: all that stands before it belongs to the speaker.
    """
    for i in range(k + 1, min(k + FARTHEST_THAT, page.sentence_end(k))):
        after = page.form(i - 1) in ("،", ",")
        if after and "that" in page.roles(i) and page.quotation_around(i) is None:
            return i
        if page.form(i) == ":" or (is_verb(page, i) and not (after and page.form(i).startswith(CITING))):
            return None
    return None


def _opener_ahead(page: Page, k: int) -> bool:
    if that_ahead(page, k):
        return True
    for i in range(k, min(k + SEEN_AHEAD, page.sentence_end(k))):
        if page.form(i) in ("،", ","):
            return False
        if "that" in page.roles(i) or page.form(i) == ":" or page.is_utterance(i):
            return True
    return False
