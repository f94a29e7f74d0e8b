"""The acts of saying on a page: which cue has which speaker, and where what is said begins and ends.

The verb may stand before its speaker (قال فلان إن), after it (فلان قال إن), or carry on from an earlier one (وأضاف أن);
a preposition may name the source after the content (…، وفق فلان) or before it (وبحسب فلان، …).
"""

from helpers import contents
from helpers.agreement import MAN, WOMAN, voice
from helpers.citations import CARRY_SENTENCES, Act, by_preposition, fronted_as, open_bracket, relayed
from helpers.closing import closing_alone, closing_verb, stands_inside, topic_start
from helpers.contents import LED_BY_OBJECT, STATED, Opening
from helpers.cues import PRONOUNS, Cue, cues
from helpers.labels import labelled
from helpers.objects import announces
from helpers.page import Page
from helpers.shapes import is_definite, is_feminine, is_masdar
from helpers.sources import Sources
from helpers.speakers import Speaker, speaker_at
from helpers.subjects import BODIES, antecedent, candidates, speaker_after
from helpers.text import fold
from helpers.titles import NAMED_TYPES, PERSONAL

STILL = ("غير", "الا", "بيد", "رغم")  # «غير أنه أضاف أن …» goes on with the last speaker
SHORT_PLURAL = 4
MEN_AND_THEIR_BODIES = set(
    "مجلس جيش حزب تنظيم مكتب مركز اتحاد برنامج صندوق مرصد تحالف جهاز نظام برلمان ائتلاف تيار ديوان "
    "رئيس وزير امين مدير قائد مبعوث سفير محافظ ملك امير مفوض".split()
)
FIGURES = ("عدد", "اعداد", "حجم", "نسبه", "حصيله", "قيمه", "كلفه", "تكلفه", "خسائر", "وجود", "تعداد", "مجموع")
COUNTED = ("وثق", "احصي", "سجل")
MAYBE_PASSIVE = ("اعلن", "كشف", "نفي", "تبني", *COUNTED)  # written alike in the passive: أُعلن مقتل …


def acts(page: Page) -> list[Act]:
    """The acts of saying, in the order of their cues; contents are not yet cut where the next act begins."""
    read: list[Act] = []
    sources = Sources(page)
    for cue in cues(page):
        if read and cue.first < read[-1].first and cue.tense == "participle":
            continue  # «ورد الوزير قائلا: …» is one act
        if read and (last := read[-1].speaker) and last.first <= cue.first < last.end:
            continue  # «وقال مصدر تحدث شريطة عدم كشف هويته إن …»
        if page.sentence[cue.first] < 0:
            continue
        if cue.row["role"] == "introduces":
            speaker = speaker_after(page, cue, sources.persons)
            if speaker and (act := _published(page, cue, speaker, sources, read)):
                read.append(act)
            elif speaker and not (cue.tense == "relative" and speaker.type == "media_agency"):
                _issue(page, cue, speaker, sources)
            continue
        if cue.tense == "relative" or _is_blocked(page, cue, read):
            continue
        act = _act(page, cue, sources, read)
        if act and not (read and act.clause < read[-1].cue_end):
            read.append(act)
    return read


def _published(page: Page, cue: Cue, speaker: Speaker, sources: Sources, before: list[Act]) -> Act | None:
    """«ونشر الدفاع المدني عبر «فيسبوك» أن فرقه …»: what is published is told, not named."""
    told = cue.tense == "perfect" and speaker.first > cue.first and not _is_blocked(page, cue, before)
    opened = contents.opening(page, cue, speaker.end, True) if told else None
    return _spoken(page, cue, speaker, sources, before) if opened and opened.kind == "that" else None


def _issue(page: Page, cue: Cue, speaker: Speaker, sources: Sources) -> None:
    """Go on with who issues a document; with whose recording a medium sends: «بثت القناة تسجيلا لقائد قال فيه»."""
    owners = (speaker_at(page, speaker.end + 1, None, prefix) for prefix in ("ل", "لل"))
    owner = next((o for o in owners if o), None) if speaker.type == "media_agency" else None
    via = sources.named(speaker).canonical if owner else None
    sources.issuer = owner or speaker
    sources.hear(sources.issuer, via, heard="" if owner else voice(page, cue))


def _act(page: Page, cue: Cue, sources: Sources, before: list[Act]) -> Act | None:
    if cue.tense == "preposition":
        return by_preposition(page, cue, sources, before)
    if cue.tense == "colon":
        return labelled(page, cue, sources)
    if cue.row["role"] == "relays":
        return relayed(page, cue, sources)
    if cue.tense != "participle":
        after = speaker_after(page, cue, sources.persons)
        for speaker in candidates(page, cue, after, sources.persons):
            if not _may_speak(page, cue, speaker, sources):
                continue
            if act := _spoken(page, cue, speaker, sources, before):
                return act
        if after is not None and not _may_be_object(cue):
            return None  # «ونددت السلطات …»: whoever stands there speaks, nobody earlier
    return _carried(page, cue, sources, before)


def _may_be_object(cue: Cue) -> bool:
    """Whether a body or person after the verb may be whom it is said of or to: «وأدان الجيش», «وأبلغ الشرطة أن»."""
    return bool({"np", "ه"} & set(cue.takes)) or cue.row["role"] in LED_BY_OBJECT


def _may_speak(page: Page, cue: Cue, speaker: Speaker, sources: Sources) -> bool:
    """Not «التقديرات» of nobody; for «أظهر» only a document; and a country accused is not the one who accuses."""
    role = cue.row["role"]
    if _may_be_object(cue) and _disagrees(page, cue, speaker):
        return False
    if page.form(speaker.first) in FIGURES and speaker.first > cue.first:
        return False  # «وقدرت عدد القتلى في صفوف الحركة بسبعة»
    if cue.row["form"] == "وثق" and speaker.type in ("document", "witness") and not speaker.definite:
        return False  # «وثقت شهادات ثلاثة من السكان»
    if role in ("accuses", "asks") and speaker.first > cue.first and _is_accusative(page, speaker):
        return False
    alone = speaker.type == "document" and speaker.end - speaker.first == 1 and speaker.first < cue.first
    if role == "documents" or alone:
        known = speaker.type == "document" and (not speaker.definite or sources.is_known(speaker))
        return known or (role != "documents" and speaker.owned)
    if role in ("accuses", "asks") and speaker.first > cue.first:
        country = speaker.first in page.names and page.names[speaker.first][0].kind == "place"
        return not country or page.form(cue.first).lstrip("وف")[-1:] == "ت"
    return True


def _disagrees(page: Page, cue: Cue, speaker: Speaker) -> bool:
    """«وتوعد روسيا بالرد», «وأدان الحكومة»: a feminine straight after a verb of a man is whom it is said of."""
    form, spoken = page.form(speaker.first), voice(page, cue)
    straight = speaker.first == cue.last + 1 and cue.tense in ("perfect", "imperfect")
    asked = cue.row["role"] in ("accuses", "asks") and form.removeprefix("ال") in MEN_AND_THEIR_BODIES
    if straight and asked and spoken == WOMAN and not speaker.person:
        return True  # «ودعت مجلس الأمن إلى»
    feminine = form.endswith("ه") or (form.endswith("ا") and speaker.first in page.names)
    return straight and feminine and speaker.type in BODIES and spoken == MAN


def _is_accusative(page: Page, speaker: Speaker) -> bool:
    """«ودعت المواطنين إلى»: a plural in ين is the one who is asked."""
    form = page.form(speaker.first).removeprefix("ال")
    return form.endswith("ين") and len(form) > SHORT_PLURAL and speaker.type in NAMED_TYPES


def _is_blocked(page: Page, cue: Cue, before: list[Act]) -> bool:
    """Inside somebody's direct speech, denied, or in a relative clause; a document may quote others' acts."""
    quotation = page.quotation_around(cue.first)
    if quotation is not None and page.is_utterance(quotation) and not _quotes_a_document(before, cue):
        if cue.tense == "preposition":
            return open_bracket(page, cue.first) is None
        return cue.tense != "participle" or page.form(cue.first - 1) not in (".", "،", ",")
    if cue.tense == "preposition":
        return False
    roles = page.roles(cue.first - 1)
    if "relative" in roles and antecedent(page, cue):
        return False
    if "relative" in roles and cue.row["role"] == "describes" and page.form(cue.first).endswith(PRONOUNS):
        return False  # «الهجوم الذي وصفه خبراء بأنه الأعنف»
    return bool(roles & {"negation", "subordinate", "relative", "office"}) and not _is_also(page, cue)


def _quotes_a_document(before: list[Act], cue: Cue) -> bool:
    """«وجاء في البيان «أكد الرئيس أن …»»."""
    inside = bool(before) and before[-1].first <= cue.first < before[-1].end
    return inside and before[-1].speaker is not None and before[-1].speaker.type == "document"


def _is_also(page: Page, cue: Cue) -> bool:
    return page.form(cue.first - 1).removeprefix("و") in ("كما", "فيما", "عندما", "حينما", "بعدما", "بينما")


def _spoken(page: Page, cue: Cue, speaker: Speaker, sources: Sources, before: list[Act]) -> Act | None:
    k = max(speaker.end, cue.last + 1)
    opened = contents.opening(page, cue, k, not cue.weak)
    if opened is None and cue.row["role"] == "claims" and speaker.first > cue.last + 1:
        opened = Opening(cue.last + 1, "object", None)
    mouth = speaker.type == "media_agency" and opened is not None and _names_a_mouth(page, speaker.end, opened.first)
    if mouth:
        return None  # «وقالت الصحيفة على لسان مسؤول إن …»: he speaks, and it is the way
    clause = min(cue.first, speaker.first)
    if act := fronted_as(page, cue, speaker, opened, sources):
        return act
    if opened is None:
        return closing_verb(page, cue, speaker, sources)
    if cue.row["role"] == "counts" and opened.kind == "object" and not _keeps_count(page, speaker):
        return None
    follows = speaker.first > cue.first or speaker.type in PERSONAL  # «وأبلغ الشركاء عن نقص», not «الجفاف هدد بنقص»
    loose = cue.tense == "perfect" and (opened.kind != "preposition" or follows)
    held = speaker.type == "document" and not speaker.definite  # «اعتبر حصيلة الحضور «إيجابية»»
    passive = (cue.tense == "imperfect" or held) and cue.row["note"].startswith("passive")
    if passive and opened.kind == "quote" and not page.is_utterance(opened.first):
        return None
    loose |= _is_estimate(page, cue, opened)
    needs_that = passive or (cue.weak and cue.row["role"] != "asks" and not loose)
    if needs_that and opened.kind not in STATED:
        return None
    end = contents.last_token(page, opened)
    if cue.row["role"] == "claims" and speaker.first > cue.last + 1:
        opened, end = Opening(cue.last + 1, "object", opened.via), speaker.first
    clause = topic_start(page, clause)
    nested = stands_inside(page, clause, before)
    source = sources.hear(speaker, opened.via, remember=not nested, heard=voice(page, cue))
    return Act(cue, cue.last + 1, clause, speaker, source, opened.via or source.via, opened.first, end, nested)


def _names_a_mouth(page: Page, first: int, end: int) -> bool:
    return any((page.form(k), page.form(k + 1)) == ("علي", "لسان") for k in range(first, end))


def _keeps_count(page: Page, speaker: Speaker) -> bool:
    """«سجل المرصد مقتل ستة», not «سجل المهاجم هدفين» nor «سجلت البلاد 12 زلزالا»."""
    place = speaker.first in page.names and page.names[speaker.first][0].kind == "place"
    return speaker.type in ("organisation", "document") and not place


def _is_estimate(page: Page, cue: Cue, opened: Opening) -> bool:
    """«تقدر المفوضية عدد النازحين بنحو», «وقدرت وجود ألف مقاتل»: what the verb puts a figure to."""
    return fold(cue.row["form"]).text == "قدر" and opened.kind == "object" and page.form(opened.first) in FIGURES


def _tells_of_an_event(page: Page, cue: Cue, opened: Opening) -> bool:
    """«كما أدان استهداف …»: no speaker but an infinitive follows; «وأعلن مقتل …» may be a passive."""
    form = page.form(opened.first)
    if form == "ما" or "demonstrative" in page.roles(opened.first) or _is_estimate(page, cue, opened):
        return fold(cue.row["form"]).text not in MAYBE_PASSIVE or voice(page, cue) == WOMAN  # «واعتبرت ما حدث جريمة»
    if {"np", "ه"} <= set(cue.takes) and page.form(cue.first).endswith(PRONOUNS):
        return True  # «أدانت الوزارة الهجوم. واعتبرته جريمة»
    counts = page.form(cue.first - 1) == "كما" and fold(cue.row["form"]).text in COUNTED  # «كما وثق مقتل ستة»
    active = counts or (voice(page, cue) == WOMAN and not is_feminine(form))  # «نفت وقوع», where a passive would agree
    if cue.row["role"] not in ("says", "counts") or (fold(cue.row["form"]).text in MAYBE_PASSIVE and not active):
        return False
    return not is_definite(form) and (announces(page, form) or is_masdar(form))


def _heads(page: Page, cue: Cue) -> bool:
    """«يقول: «لم نجد كفنا»», «ثم يضيف «…»»: a verb at the head of its sentence, before words that are said."""
    start = page.sentence_start(cue.first)
    return cue.first - (page.form(cue.first - 1) == "ثم") == start


def _carried(page: Page, cue: Cue, sources: Sources, before: list[Act]) -> Act | None:
    """A verb without a speaker of its own goes on with the last one."""
    if page.roles(cue.first - 1) & {"subordinate", "relative"} and page.form(cue.first - 1) != "كما":
        return None
    quotation = page.quotation_around(cue.first)
    if quotation is not None and page.is_utterance(quotation) and cue.tense != "participle":
        return None
    issuer = sources.issuer_in(page.sentence[cue.first])
    opened = contents.opening(page, cue, cue.last + 1, False)
    if opened is None and (act := closing_alone(page, cue, sources)):
        return act
    resumed = page.form(cue.first - 2) == "قبل"  # «صمتت قبل أن تجيب: «…»»
    joined = page.form(cue.first).startswith("و") or issuer is not None or resumed or _heads(page, cue)
    in_it = issuer is not None and cue.row["role"] in ("says", "claims") and page.form(cue.first + 1) in ("فيه", "فيها")
    if cue.tense == "imperfect" and not (opened and (in_it or (opened.kind in STATED and joined))):
        return None
    if "that" in page.roles(cue.first - 1) and page.form(cue.first - 2) not in STILL and not resumed:
        return None
    inside = bool(before) and before[-1].first < cue.first < before[-1].end and cue.tense == "perfect"
    led = page.form(cue.first)[0] in "وف" or bool(page.roles(cue.first - 1) & {"clause", "that"})
    led = led and not (inside and before[-1].cue.tense == "preposition" and page.form(cue.first)[0] != "و")
    if inside and not led and page.form(cue.first + 1) not in ("فيه", "فيها"):
        return None  # «قالت الوكالة إنه خلال استجوابه اعترف بأنه …»
    here = page.sentence[cue.first]
    noun = cue.tense != "participle" or "accusative" in cue.row["note"]
    if opened is None or (cue.weak and opened.kind == "object" and noun and not _is_estimate(page, cue, opened)):
        return None
    told = opened.kind != "object" or cue.tense != "perfect" or _tells_of_an_event(page, cue, opened)
    loose = not told or (cue.weak and opened.kind == "preposition")
    straight = cue.weak and opened.kind == "preposition" and opened.first <= cue.last + 2 and cue.tense == "perfect"
    reach = int(straight) if loose else CARRY_SENTENCES  # «قالت الحركة إن …. وهددت بالرد»
    source, _ = sources.last(cue.first, voice(page, cue), reach, cue.tense == "participle")
    passive = (
        fold(cue.row["form"]).text in MAYBE_PASSIVE and source is not None and voice(page, cue) not in source.voices
    )
    if source is None or passive or (loose and straight and voice(page, cue) not in source.voices):
        return None
    end = contents.last_token(page, opened)
    sources.keep(source._replace(via=opened.via or source.via), here)
    speaker = issuer if issuer and source.canonical == sources.named(issuer).canonical else None
    return Act(cue, cue.last + 1, cue.first, speaker, source, opened.via or source.via, opened.first, end, False)
