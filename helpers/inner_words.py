"""What a word inside a speaker's phrase is: part of a name, a second speaker, an owner, or the audience."""

from collections.abc import Sequence

from helpers.contexts import words
from helpers.cues import Cue, is_verb, withholds_name
from helpers.objects import announces
from helpers.page import Page
from helpers.shapes import is_definite, is_relational
from helpers.titles import AUDIENCES, Head, audience_at, head_at, is_given_name, titles

SHORT = 6  # a quotation of fewer tokens is a name
FARTHEST_WITHHELD, WITHHELD = 12, ("هويت", "اسم")
NAMING = ("تطلق", "يطلق", "تسمي", "يسمي", "تدعو", "يدعو", "تعرف", "يعرف", "عرفت", "عرف", "سمت", "اطلقت", "اطلق")
BINDING = (  # the word after them is of the name; «دي لا روسا»
    *("عبد", "ابو", "ابي", "ابن", "بن", "بنت", "ولد", "ايت", "ال"),
    *("فان", "فون", "دير", "دن", "دي", "دا", "دو", "لا", "سان"),
)
ALL = ("طرفي", "جانبي", "كلا", "كل", "جميع", "كافه", "سائر", "معظم", "بعض")


def is_place(page: Page, i: int) -> bool:
    """Whether a place or a people is named at token `i`, with nothing before it in the word."""
    named = page.names.get(i)
    return named is not None and named[0].kind in ("place", "group") and named[0].start == page.found[i].start


def quoted_body_end(page: Page, k: int) -> int | None:
    """The token after the quotation at `k` when it holds a party or body: «المسؤول الإعلامي بـ«قسد»».

    >>> from helpers.report import read_report
    >>> [a.source for a in read_report("a", "قال المسؤول الإعلامي بـ«قسد» إن ثلاثة قتلوا.").attributions]
    ['المسؤول الإعلامي بـ«قسد»']
    """
    close, named = page.quotes.get(k), page.names.get(k + 1)
    return close + 1 if close and named and named[0].kind in ("party", "body") and named[1] == close else None


def is_announced(page: Page, k: int, person: Sequence[int]) -> bool:
    """Whether token `k` opens what is announced; `person` are the tokens of a name so far.

    >>> from helpers.report import read_report
    >>> text = "أعلنت وزارة الصحة مقتل ثلاثة."
    >>> [(a.source, text[a.content_start : a.content_end]) for a in read_report("a", text).attributions]
    [('وزارة الصحة', 'مقتل ثلاثة')]
    """
    if not announces(page, page.form(k)) or "relates" in page.roles(k) or withholds_name(page, k):
        return False
    return not (_is_family_name(page, k, person) or _is_titled(page, k) or _names_a_body(page, k))


def is_named_like_a_title(page: Page, k: int, head: Head) -> bool:
    """«اللواء نجم الجبوري»: after a rank, a bare title before a surname is the first name."""
    next_form = page.form(k + 1)
    surname = next_form.startswith("ال") and is_relational(next_form) and head_at(page, k + 1) is None
    return _is_after_rank(page, k) and head.row is not None and not head.definite and surname


def is_rank(page: Page, k: int) -> bool:
    """«الفريق أول ركن سالم ناصر», «العميد طيار»: a word that belongs to the rank before it, and to no name.

    >>> from helpers.report import read_report
    >>> [a.source for a in read_report("a", "قال الفريق أول ركن برهان فلاني إن الهدنة انتهت.").attributions]
    ['برهان فلاني']
    """
    return page.form(k) in words(page.lexicon, "rank") and (_is_after_rank(page, k) or is_rank(page, k - 1))


def _is_after_rank(page: Page, k: int) -> bool:
    rank = head_at(page, k - 1)
    return rank is not None and rank.row is not None and rank.definite and rank.row["class"] == "officer"


def is_after_definite(page: Page, k: int) -> bool:
    """Whether the word before is definite, by the article, by a pronoun («محاميه», «خارجيتها») or as a name."""
    before, last = head_at(page, k - 1), page.form(k - 1)
    return (
        is_rank(page, k - 1)
        or is_definite(last.removeprefix("ب"))
        or (last == "." and len(page.form(k - 2)) == 1)  # «د. سالم ناصر»
        or page.ends_name(k)
        or bool(before and before.owned)
    )


def is_name_with_b(page: Page, k: int) -> bool:
    """«براين نيلسون» is a name where «بمدينة», «بالوحدات», «باسم» are not.

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.text import tokens
    >>> texts = "الممثل براين نيلسون", "المسؤول بمدينة حلب", "العقيد برهان الحلواني"
    >>> pages = [lay_out(text, tokens(text), [], [], load()) for text in texts]
    >>> [is_name_with_b(page, 1) for page in pages]
    [True, False, True]
    """
    if is_given_name(page, k):
        return True  # «برهان الحلواني»
    rest, name = page.form(k)[1:], page.names.get(k)
    if rest in titles(page.lexicon) or rest == "اسم" or rest.endswith("ه"):
        return False
    if name is not None and name[0].start > page.found[k].start:
        return False
    return not (is_definite(rest) or announces(page, rest) or is_definite(page.form(k + 1)))


def is_owner(page: Page, k: int, first: int) -> bool:
    """«لنصرة الأشقاء» belongs to the office; «ليث النجار», straight after the title at `first`, is a name.

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.text import tokens
    >>> texts = "رئيس هيئة لنصرة الأشقاء", "الناطق ليث النجار"
    >>> pages = [lay_out(text, tokens(text), [], [], load()) for text in texts]
    >>> [is_owner(page, len(page.found) - 2, 0) for page in pages]
    [True, False]
    """
    return page.form(k)[0] == "ل" and is_definite(page.form(k + 1)) and k - 1 > first


def is_joined(page: Page, k: int, named: bool) -> bool:
    """Whether a word with و goes on with the speaker: «الإسعاف والطوارئ», «أمنية وطبية», «وأخرى».

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.text import tokens
    >>> texts = "الإسعاف والطوارئ", "مصادر أمنية وطبية", "المتحدث وقال"
    >>> pages = [lay_out(text, tokens(text), [], [], load()) for text in texts]
    >>> [is_joined(page, len(page.found) - 1, False) for page in pages]
    [True, True, False]
    """
    form = page.form(k)
    return (form.startswith("وال") and not named) or form.endswith(("يه", "يون", "يين")) or form[1:] in ("اخري", "اخر")


def is_informed(page: Page, k: int) -> bool:
    """«مصدر مصري مطلع على المفاوضات», not «مطلع الشهر».

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.text import tokens
    >>> texts = "مصدر مطلع على المفاوضات", "مصدر مطلع الشهر"
    >>> pages = [lay_out(text, tokens(text), [], [], load()) for text in texts]
    >>> [is_informed(page, 1) for page in pages]
    [True, False]
    """
    return page.form(k).startswith("مطلع") and page.form(k + 1) == "علي"


def unnamed_speech(page: Page, k: int) -> int:
    """How many tokens «تحدث لرويترز شريطة عدم الكشف عن هويته» takes at `k`, which only tells how somebody spoke.

    >>> from helpers.report import read_report
    >>> text = "قال مسؤول تحدث لرويترز شريطة عدم الكشف عن هويته إن ثلاثة قتلوا."
    >>> [text[a.content_start : a.content_end] for a in read_report("a", text).attributions]
    ['إن ثلاثة قتلوا']
    """
    if page.form(k) in ("يحمل", "تحمل") and page.form(k + 1) == "اسم":
        return 2  # «حساب يحمل اسم "أحرار الباب"»
    if page.form(k) in NAMING:  # «جماعة تطلق على نفسها «أحرار الوادي»»
        opens = next((n for n in range(k + 1, min(k + SHORT, page.sentence_end(k))) if n in page.quotes), k)
        return page.quotes[opens] + 1 - k if 0 < page.quotes.get(opens, 0) - opens <= SHORT else 0
    if page.form(k) not in ("تحدث", "تحدثت", "تحدثا", "تحدثوا"):
        return 0
    if is_audience(page, k + 1):  # «مسؤولين تحدثا لموقع «أكسيوس»»
        return 1 + _told_length(page, k + 1)
    if page.form(k + 1) in ("الي", "مع") and (told := _medium_length(page, k + 2)):
        return 2 + told  # «شهود تحدثوا إلى موقع الصومال الجديد»
    within = range(k + 1, min(k + FARTHEST_WITHHELD, page.sentence_end(k)))
    withheld = next((n for n in within if withholds_name(page, n)), None)
    return 0 if withheld is None else next((n + 1 - k for n in within if page.form(n).startswith(WITHHELD)), 0)


def _medium_length(page: Page, k: int) -> int:
    """How many tokens a medium or a reporter takes at `k`: «رويترز», «موقع الصومال الجديد», «مراسلنا»; 0 for none."""
    head = head_at(page, k)
    if head and head.name and head.name.kind == "media":
        return head.length
    if head is None or head.row is None or head.row["class"] not in AUDIENCES:
        return 0
    return 1 + (_told_length(page, k + 1) if k + 1 in page.names or k + 1 in page.quotes else 0)


def _told_length(page: Page, k: int) -> int:
    """How many tokens those told take at `k`: «لرويترز», «لموقع «أكسيوس»», «ل«الوطن»»."""
    end = page.names[k][1] if k in page.names else k + 1
    return (page.quotes[end] + 1 if end in page.quotes and page.quotes[end] - end < SHORT else end) - k


def stands_for(page: Page, k: int, cue: Cue | None) -> bool:
    """«بيان صادر عن …», «النائب عن كتلة …», unless the verb itself takes عن («كشف مسؤول عن …»).

    >>> from helpers.report import read_report
    >>> texts = "قال النائب عن كتلة السلام إن الهدنة انتهت.", "كشف مسؤول عن مقتل ثلاثة."
    >>> [a.source for text in texts for a in read_report("a", text).attributions]
    ['النائب عن كتلة السلام', 'مسؤول']
    """
    if page.form(k) != "عن":
        return False
    if page.form(k - 1).startswith(("صادر", "الدفاع", "للدفاع")):
        return True
    within = (k - 1, k - 3) if page.form(k - 2) == "في" else (k - 1,)  # «النائب في البرلمان عن محافظة نينوى»
    heads = [head.row for n in within if (head := head_at(page, n)) and head.row]
    official = any(row["type"] == "unnamed_official" for row in heads)
    return official and not (cue and "عن" in cue.takes and not _says_that(page, k))


def _says_that(page: Page, k: int) -> bool:
    """«أفاد نائب عن المنطقة بأن»: straight after the two words with عن at `k` أن opens what is said."""
    return any("that" in page.roles(n) for n in (k + 2, k + 3))


def is_audience(page: Page, k: int) -> bool:
    """«لرويترز», «لوكالة …», «للصحفيين», «لـ"الوطن"»: through whom or to whom, not part of who.

    >>> from helpers.report import read_report
    >>> [(a.source, a.via) for a in read_report("a", "قال مصدر طبي لوكالة رويترز إن ثلاثة قتلوا.").attributions]
    [('مصدر طبي', 'رويترز')]
    """
    if page.form(k) == "ل":
        quoted = page.names.get(k + 2)
        return page.form(k + 1) == '"' and not (quoted and quoted[0].kind in ("party", "body"))
    if k in page.names:
        return page.names[k][0].kind == "media"
    return audience_at(page, k) is not None


def _is_family_name(page: Page, k: int, person: Sequence[int]) -> bool:
    """«حسين عودة إن», «حسين عودة.»: a noun that also announces, where nothing follows that it could announce."""
    last = k + 1 >= len(page.found) or page.found[k + 1].kind == "mark" or page.form(k + 1)[0] == "ل"
    return list(person) == [k - 1] and (last or "that" in page.roles(k + 1))


def _names_a_body(page: Page, k: int) -> bool:
    """«مركز رصد في بيان», «مركز توثيق أن»: straight after a bare body, where a statement or أن follows."""
    before = head_at(page, k - 1)
    if before is None or before.row is None or before.row["type"] != "organisation" or before.definite:
        return False
    return "that" in page.roles(k + 1) or (page.form(k + 1) in ("في", "عبر") and "statement" in page.roles(k + 2))


def _is_titled(page: Page, k: int) -> bool:
    """«أفراد أسر الضحايا»: a title that also announces, straight after a title without an article."""
    before, here = head_at(page, k - 1), head_at(page, k)
    owner = page.form(k).startswith("ال") or bool(here and here.row)  # «قيادة الطوارئ»
    return bool(before and before.row and not before.definite and owner)


def is_many(form: str) -> bool:
    """Whether a word is a sound plural or a dual of people: «مسؤولين», not «الأمين».

    >>> is_many("مسؤولين"), is_many("الامين")
    (True, False)
    """
    return len(form.removeprefix("ال")) > SHORT - 1 and form.endswith(("ين", "ون"))


def is_all(page: Page, k: int) -> bool:
    """«طرفي الحرب», «جميع الأطراف»: a word that only begins the object of a verb.

    >>> from helpers.lexicon import load
    >>> from helpers.page import lay_out
    >>> from helpers.text import tokens
    >>> texts = "جميع الأطراف", "جميع ما قيل"
    >>> pages = [lay_out(text, tokens(text), [], [], load()) for text in texts]
    >>> [is_all(page, 0) for page in pages]
    [True, False]
    """
    return page.form(k) in ALL and is_definite(page.form(k + 1))


def ends_phrase(page: Page, k: int) -> bool:
    """«المرصد … المعارض، ومقره …»: whether an adjective at `k` is the last word before a mark, أن or the verb."""
    ends = page.form(k + 1) in ("،", ",", ":", "(", '"') or is_verb(page, k + 1)
    return ends or bool(page.roles(k + 1) & {"that", "time"})
