"""Headlines and lines that a speaker's name and a colon open: «الأمم المتحدة: مقتل …», «الصحة اللبنانية: …»."""

from helpers import contents
from helpers.asides import skipped
from helpers.cues import Cue, cue_at
from helpers.names import Name
from helpers.page import Page
from helpers.sources import Sources
from helpers.speakers import Speaker, speaker_at
from helpers.statement import Act
from helpers.subjects import named_later, speaker_after
from helpers.titles import NAMED_TYPES

LABEL_WORDS, LINK_WORDS, HEADLINE, FEWEST = 3, 6, 40, 4
DATELINE, DASHES = 6, ("-", "–", "—", "/")
WORDING = ("نصه", "نصها", "نصهما", "مضمونه", "مفاده")
LEADS = ("|", "-", "–", ":")
MORE, NEWS = ("ايضا", "كذلك", "المزيد"), ("اخبار", "الاخبار", "الانباء", "اخباريه", "اخباري")
BULLETS = ("-", "–", "*", "•", "·")
MATTERS = set(  # what a ministry sees to
    "صحه عدل اوقاف تعليم تربيه دفاع داخليه خارجيه طوارئ نقل زراعه ماليه طاقه كهرباء صناعه تجاره سياحه اعلام".split()
)


def labelled(page: Page, cue: Cue, sources: Sources) -> Act | None:
    """«الأمم المتحدة: مقتل …», as headlines have it, and the lines of a live page: «08:40 - وزارة الصحة: …».

    >>> from helpers.report import read_report
    >>> text = "الأمم المتحدة: مقتل 12 مدنيا في القصف"
    >>> [(a.source, text[a.content_start : a.content_end]) for a in read_report("a", text).attributions]
    [('الأمم المتحدة', 'مقتل 12 مدنيا في القصف')]
    """
    start = page.sentence_start(cue.first)
    if act := _worded(page, cue, sources):
        return act
    link = _link_end(page, start)
    label = max(link, start + _lead(page, start))
    quoted = label in page.quotes
    first = label + quoted
    speaker = _labelling(page, start, first, cue)
    if (
        speaker is None
        or _tells_where(page, first, cue)
        or _tells_what(page, cue, speaker)
        or _is_dateline(page, cue, speaker)
    ):
        return None
    speaker, via = _cited_by(page, speaker, quoted, sources)
    k = speaker.end + (quoted and via is None)
    while k < cue.first and (step := skipped(page, k))[0]:
        k, via = k + step[0], step[1] or via
    if k != cue.first and not ("statement" in page.roles(k - 1) and cue.first - k <= LABEL_WORDS):
        return None  # «في بيانه الـ17 اليوم:»
    post = label > start and page.section[start - 1] != page.section[start] and start > 0
    source = sources.hear(speaker, via, remember=not link and (post or speaker.type in NAMED_TYPES))
    return Act(cue, cue.last + 1, start, speaker, source, via, cue.last + 1, _end(page, start, post), False)


def _worded(page: Page, cue: Cue, sources: Sources) -> Act | None:
    """«أصدرت الوزارة بيانا هذا نصه: …»: the words of what is issued in the sentence are its issuer's."""
    issuer = sources.issuer_in(page.sentence[cue.first])
    named = any(page.form(k) in WORDING for k in range(cue.first - LABEL_WORDS, cue.first))
    if issuer is None or not named or issuer.end > cue.first:
        return None
    source = sources.hear(issuer, None)
    end = contents.last_token(page, contents.Opening(cue.last + 1, "colon", None))
    return Act(cue, cue.last + 1, cue.first, issuer, source, source.via, cue.last + 1, end, False)


def _end(page: Page, start: int, post: bool) -> int:
    """Where a label's content ends: with its sentence; one told in a post of its own with the post."""
    end = page.sentence_end(start)
    while post and end < len(page.found) and page.section[end] == page.section[start]:
        end = page.sentence_end(end)
    return end


def _cited_by(page: Page, speaker: Speaker, quoted: bool, sources: Sources) -> tuple[Speaker, str | None]:
    """«رويترز عن مسؤول: …», «"هآرتس" عن ضابط: …»: whom a medium cites, and the medium."""
    k = speaker.end + quoted
    cited = speaker_at(page, k + 1) if speaker.type == "media_agency" and page.form(k) == "عن" else None
    return (cited, sources.named(speaker).canonical) if cited else (speaker, None)


def _is_dateline(page: Page, cue: Cue, speaker: Speaker) -> bool:
    """«رويترز: قال مسؤولون إن …»: the medium stands before a report of what others say."""
    verb = cue_at(page, cue.last + 1) if speaker.type == "media_agency" else None
    if verb is None or verb.weak or verb.tense != "perfect":
        return False
    return speaker_after(page, verb) is not None


def _labelling(page: Page, start: int, first: int, cue: Cue) -> Speaker | None:
    """The speaker that a label names: at the head of a headline, of a post with its hour or sign, or of a paragraph."""
    if start == 0:
        return speaker_at(page, first) or named_later(page, first, cue) or _ministry(page, first, cue)
    if page.section[start - 1] == page.section[start] == page.section[0] and page.sentence_end(start) < HEADLINE:
        return speaker_at(page, first, None, "و") or speaker_at(page, first)  # «قصف على إدلب.. والدفاع المدني: …»
    if first > start and page.section[start - 1] != page.section[start]:
        speaker = speaker_at(page, first) or _ministry(page, first, cue)
        return speaker if page.form(start) not in BULLETS or _may_count(page, start, speaker) else None
    if page.form(start - 1) in DASHES and (body := _after_dateline(page, first)):
        return body
    return _named_in_text(page, start, first, cue)


def _named_in_text(page: Page, start: int, first: int, cue: Cue) -> Speaker | None:
    """«الرئيس سالم ناصر: لن نتراجع عن ذلك.»: within a text only people label what they say, and not in a list."""
    speaker = speaker_at(page, first)
    told = page.sentence_end(start) - cue.last > FEWEST and page.found[cue.last + 1].kind == "word"
    listed = page.form(start) in BULLETS or page.form(start - 1) == ":"
    plain = speaker is not None and speaker.type in NAMED_TYPES and not speaker.classes & {"of", "reporter"}
    return speaker if told and plain and not listed else None


def _may_count(page: Page, start: int, speaker: Speaker | None) -> bool:
    """«• وزارة الصحة: 12 قتيلا و20 جريحا»: a line told by an office, in a list that no colon announces."""
    office = speaker and (speaker.classes & {"ministry", "office"} or any(n.kind == "body" for n in speaker.names))
    if speaker is None or not office or speaker.classes & {"army", "party"} or speaker.end - speaker.first < 2:
        return False  # «• الصحة: …» is what it is about
    first = start
    while first > 0 and page.form(first) in BULLETS and page.sentence[first - 1] >= 0:
        first = page.sentence_start(first - 1)
    return page.form(page.sentence_end(first) - 1) != ":" and page.sentence_end(start) - speaker.end > FEWEST


def _link_end(page: Page, start: int) -> int:
    """Where a link to another report begins: «طالع أيضا: «الداخلية»: …», «مواضيع ذات صلة: …»; 0 for no link."""
    end = min(start + LINK_WORDS, page.sentence_end(start))
    opens = next((k for k in range(start + 1, end) if page.form(k) in (":", "|")), start)
    words = [page.form(k) for k in range(start, opens)]
    return opens + 1 if {*MORE, "صله"} & {*words} else 0


def _lead(page: Page, start: int) -> int:
    """How many tokens «عاجل |», «08:40 -» or signs such as «🔴» take before a label at token `start`."""
    k, end = start, page.sentence_end(start)
    if page.form(k) in BULLETS:
        return 1
    while k < end and page.found[k].kind == "mark" and page.form(k) not in (*BULLETS, '"', "(", ":"):
        k += 1
    if dated := _dateline_end(page, start, end):
        return dated - start
    urgent = page.form(k) == "عاجل"
    k += urgent
    if k >= end:
        return 0
    if k < end and page.found[k].kind == "number" and page.form(k + 1) == ":":
        k += 3
    signed = urgent or (start < k < end and page.found[k - 1].kind == "mark")
    leads = k > start and page.form(k) in LEADS
    return k + leads - start if leads or signed else 0


def _dateline_end(page: Page, start: int, end: int) -> int:
    """Where the body begins that tells after a dateline: «محافظة درعا – مكتب التوثيق: …»; 0 for an agency or none."""
    within = range(start + 1, min(start + DATELINE, end - 1))
    k = next((n for n in within if page.form(n) in DASHES), start)
    if not any(page.names[n][1] == k and page.names[n][0].kind == "place" for n in range(start, k) if n in page.names):
        return 0
    return k + 1 if _after_dateline(page, k + 1) else 0


def _after_dateline(page: Page, k: int) -> Speaker | None:
    """The body at token `k`, after a dateline; an agency or a reporter there only signs: «غزة - الأناضول: …»."""
    speaker = speaker_at(page, k)
    return speaker if speaker and speaker.type == "organisation" else None


def _ministry(page: Page, first: int, cue: Cue) -> Speaker | None:
    """«الصحة اللبنانية: …», «صحة غزة: …»: a ministry called by its matter, as only a label does."""
    end = page.quotes.get(first - 1, cue.first)
    if page.form(first).removeprefix("ال") not in MATTERS or end - first > LABEL_WORDS:
        return None
    speaker = speaker_at(page, first, strangers=frozenset({page.form(first)}))
    if speaker is None:
        return None
    speaker = speaker._replace(end=end, core=end, person=None)
    return speaker._replace(type="organisation", classes=frozenset({"ministry"}), definite=True)


def _tells_where(page: Page, first: int, cue: Cue) -> bool:
    """Whether the label is where it happened («بغداد: مقتل …») and no government («طهران: سنرد …»)."""
    name = page.names[first][0] if first in page.names else None
    if name is None or name.kind != "place":
        return False
    words = [page.form(k) for k in range(cue.last + 1, cue.last + 1 + LABEL_WORDS)]
    we = any(
        word.endswith("نا") or word == "لن" or (word.startswith("سن") and len(word) > LABEL_WORDS) for word in words
    )
    return (
        page.entity(name).party is None
        or not (we or _is_elsewhere(page, first, cue))
        or page.names[first][1] != cue.first
    )


def _is_elsewhere(page: Page, first: int, cue: Cue) -> bool:
    """Whether it happened far from the capital that labels it: «واشنطن: هجمات على قواتنا في العراق»."""
    here = page.names[first][0]
    places = (page.names[k][0] for k in range(cue.last + 1, page.sentence_end(cue.first)) if k in page.names)
    there = [place for place in places if place.kind == "place"]
    return bool(there) and all(_is_far(here, place) for place in there)


def _is_far(here: Name, there: Name) -> bool:
    """Whether two places lie more than a degree apart, as far as the list knows where."""
    if here.lat is None or here.lon is None or there.lat is None or there.lon is None:
        return False
    return abs(here.lat - there.lat) + abs(here.lon - there.lon) > 1


def _tells_what(page: Page, cue: Cue, speaker: Speaker) -> bool:
    """Whether the label only says what follows: «فيديو: …», «حصيلة سبع سنوات من الحرب: …», «النازحون: 300»."""
    if "resident" in speaker.classes and page.found[cue.last + 1].kind == "number":
        return True
    if page.form(cue.first - 1) in MORE or page.form(speaker.first + 1) in NEWS:
        return True  # «شاهد أيضا: …», «نشرة أخبار الاثنين: …»
    told = "relates" in page.roles(speaker.first + 1)  # «بيان صادر عن وزارة الداخلية: …»
    document = speaker.type == "document" and not told and speaker.end - speaker.first > LABEL_WORDS
    return "picture" in speaker.classes or document
