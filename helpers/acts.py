"""The acts of saying on a page: which cue has which speaker, and where what is said begins and ends.

The verb may stand before its speaker (قال فلان إن), after it (فلان قال إن), or carry on from an earlier one (وأضاف أن);
a preposition may name the source after the content (…، وفق فلان) or before it (وبحسب فلان، …).
"""

from helpers import contents
from helpers.agreement import WOMAN, voice
from helpers.asides import skipped
from helpers.citations import CARRY_SENTENCES, Act, by_preposition, fronted_as, labelled, open_bracket, relayed
from helpers.contents import LED_BY_OBJECT, STATED, Opening
from helpers.cues import Cue, cues
from helpers.objects import announces
from helpers.page import Page, months
from helpers.shapes import is_definite, is_feminine, is_masdar
from helpers.sources import Sources
from helpers.speakers import Speaker, speaker_at
from helpers.subjects import (
    BODIES,
    PLAIN_ROLES,
    antecedent,
    ends_quotation,
    speaker_after,
    speaker_before,
    unknown_speaker,
)
from helpers.text import fold
from helpers.titles import NAMED_TYPES

STILL = ("غير", "الا", "بيد", "رغم")  # «غير أنه أضاف أن …» goes on with the last speaker
FARTHEST_TOPIC, SHORT_PLURAL = 8, 4
NUMBERS = {"عدد", "اعداد", "حصيله", "خسائر", "تعداد", "مجموع"}
COUNTED = ("وثق", "احصي", "سجل")
MAYBE_PASSIVE = ("اعلن", "كشف", "نفي", "تبني", *COUNTED)  # written alike in the passive: أُعلن مقتل …


def acts(page: Page) -> list[Act]:
    """The acts of saying, in the order of their cues; contents are not yet cut where the next act begins."""
    read: list[Act] = []
    sources = Sources(page)
    for cue in cues(page):
        if read and cue.first < read[-1].first and cue.tense == "participle":
            continue  # «ورد الوزير قائلا: …» is one act
        if page.sentence[cue.first] < 0:
            continue
        if cue.row["role"] == "introduces":
            speaker = speaker_after(page, cue, sources.persons)
            if speaker and not (cue.tense == "relative" and speaker.type == "media_agency"):
                _issue(page, cue, speaker, sources)
            continue
        if cue.tense == "relative" or _is_blocked(page, cue, read):
            continue
        act = _act(page, cue, sources, read)
        if act and not (read and act.clause < read[-1].cue_end):
            read.append(act)
    return read


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
        before_cue, after = speaker_before(page, cue), speaker_after(page, cue, sources.persons)
        ahead = before_cue is not None and before_cue.end == cue.first and cue.row["role"] in LED_BY_OBJECT
        candidates = (before_cue if ahead else None, after, before_cue, antecedent(page, cue))
        for speaker in (*candidates, unknown_speaker(page, cue, sources.persons)):
            if speaker is None or not _may_speak(page, cue, speaker, sources):
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
    clause = min(cue.first, speaker.first)
    if act := fronted_as(page, cue, speaker, opened, sources):
        return act
    if opened is None:
        return _closing_verb(page, cue, speaker, sources)
    if cue.row["role"] == "counts" and opened.kind == "object" and not _keeps_count(page, speaker):
        return None
    follows = speaker.first > cue.first  # «وأبلغ الشركاء عن نقص», not «الجفاف هدد بنقص»
    loose = cue.tense == "perfect" and (opened.kind != "preposition" or follows)
    held = speaker.type == "document" and not speaker.definite  # «اعتبر حصيلة الحضور «إيجابية»»
    passive = (cue.tense == "imperfect" or held) and cue.row["note"].startswith("passive")
    if passive and opened.kind == "quote" and not page.is_utterance(opened.first):
        return None
    number = opened.kind == "object" and page.form(opened.first) in NUMBERS  # «وتقدر الوكالة عدد النازحين بنحو 300 ألف»
    needs_that = passive or (cue.weak and cue.row["role"] != "asks" and not loose and not number)
    if needs_that and opened.kind not in STATED:
        return None
    end = contents.last_token(page, opened)
    if cue.row["role"] == "claims" and speaker.first > cue.last + 1:
        opened, end = Opening(cue.last + 1, "object", opened.via), speaker.first
    clause = _topic_start(page, clause)
    nested = _stands_inside(page, clause, before)
    source = sources.hear(speaker, opened.via, remember=not nested, heard=voice(page, cue))
    return Act(cue, cue.last + 1, clause, speaker, source, opened.via or source.via, opened.first, end, nested)


def _keeps_count(page: Page, speaker: Speaker) -> bool:
    """«سجل المرصد مقتل ستة», not «سجل المهاجم هدفين» nor «سجلت البلاد 12 زلزالا»."""
    place = speaker.first in page.names and page.names[speaker.first][0].kind == "place"
    return speaker.type in BODIES and not place


def _topic_start(page: Page, clause: int) -> int:
    """Where a clause begins that a time with و leads: «…، وفي أبريل الماضي، زعمت قواته أن …»."""
    if page.form(clause - 1) not in ("،", ","):
        return clause
    least = max(page.sentence_start(clause), clause - FARTHEST_TOPIC)
    start = next((k + 1 for k in range(clause - 2, least - 1, -1) if page.form(k) in ("،", ",")), clause)
    words = range(start, clause - 1)
    leads = page.form(start).startswith("و") and page.form(start)[1:] in ("في", "منذ", "قبل", "بعد", "خلال", "عقب")
    known = months(page.lexicon)
    timed = any("time" in page.roles(k) or page.found[k].kind == "number" or page.form(k) in known for k in words)
    return start if timed and (leads or "time" in page.roles(start)) else clause


def _closing_verb(page: Page, cue: Cue, speaker: Speaker, sources: Sources) -> Act | None:
    """«…»، قال فلان. — the verb and its speaker close the sentence that they tell."""
    closes = page.form(cue.first - 1) in ("،", ",", '"', "كما") and cue.row["role"] in ("says", "carries_over")
    start = page.sentence_start(cue.first)
    k, stop = speaker.end, page.sentence_end(cue.first)
    while k < stop and (step := skipped(page, k)[0]):
        k += step
    told = '"' in (page.form(cue.first - 1), page.form(cue.first - 2)) and not page.form(cue.first).startswith("و")
    also = page.form(cue.first - 1) == "كما" and page.form(cue.first - 2) in ("،", ",", "ذلك", "وذلك")
    told = told or (also and ("relative" in page.roles(k) or page.form(k) in ("،", ",")))
    if not closes or (k + 1 < stop and not told) or speaker.first < cue.first or start == cue.first:
        return None
    source = sources.hear(speaker, None, heard=voice(page, cue))
    return Act(cue, cue.last + 1, start, speaker, source, source.via, start, cue.first, False)


def _closing_alone(page: Page, cue: Cue, sources: Sources) -> Act | None:
    """«…»، يضيف بحسرة. — a quotation before a verb that goes on with the last speaker."""
    if cue.row["role"] not in PLAIN_ROLES or not ends_quotation(page, cue, cue.last + 2):
        return None
    source, _ = sources.last(cue.first, voice(page, cue), CARRY_SENTENCES)
    start = page.sentence_start(cue.first)
    return Act(cue, cue.last + 1, start, None, source, source.via, start, cue.first, False) if source else None


def _stands_inside(page: Page, clause: int, before: list[Act]) -> bool:
    """Whether a clause belongs to the content of the act before it: no mark, no و and no connective sets it apart."""
    if not before or not before[-1].first <= clause < before[-1].end:
        return False
    if before[-1].cue.tense == "preposition":  # «وبحسب رويترز، فقد أبلغ …»
        return before[-1].first > before[-1].cue.first and clause - before[-1].first <= 1
    if clause - 1 in page.quotes:
        return True
    if page.found[clause - 1].kind == "mark" or page.form(clause).startswith("و"):
        return False
    return not page.roles(clause - 1) & {"clause"} or "that" in page.roles(clause - 1)


def _tells_of_an_event(page: Page, cue: Cue, opened: Opening) -> bool:
    """«كما أدان استهداف …»: no speaker but an infinitive follows; «وأعلن مقتل …» may be a passive."""
    form = page.form(opened.first)
    counts = page.form(cue.first - 1) == "كما" and fold(cue.row["form"]).text in COUNTED  # «كما وثق مقتل ستة»
    active = counts or (voice(page, cue) == WOMAN and not is_feminine(form))  # «نفت وقوع», where a passive would agree
    if cue.row["role"] not in ("says", "counts") or (fold(cue.row["form"]).text in MAYBE_PASSIVE and not active):
        return False
    return not is_definite(form) and (announces(page, form) or is_masdar(form))


def _carried(page: Page, cue: Cue, sources: Sources, before: list[Act]) -> Act | None:
    """A verb without a speaker of its own goes on with the last one."""
    if page.roles(cue.first - 1) & {"subordinate", "relative"} and page.form(cue.first - 1) != "كما":
        return None
    quotation = page.quotation_around(cue.first)
    if quotation is not None and page.is_utterance(quotation) and cue.tense != "participle":
        return None
    issuer = sources.issuer_in(page.sentence[cue.first])
    opened = contents.opening(page, cue, cue.last + 1, False)
    if opened is None and (act := _closing_alone(page, cue, sources)):
        return act
    joined = page.form(cue.first).startswith("و") or issuer is not None
    in_it = issuer is not None and cue.row["role"] in ("says", "claims") and page.form(cue.first + 1) in ("فيه", "فيها")
    if cue.tense == "imperfect" and not (opened and (in_it or (opened.kind in STATED and joined))):
        return None
    if "that" in page.roles(cue.first - 1) and page.form(cue.first - 2) not in STILL:
        return None
    inside = bool(before) and before[-1].first < cue.first < before[-1].end and cue.tense == "perfect"
    led = page.form(cue.first)[0] in "وف" or bool(page.roles(cue.first - 1) & {"clause", "that"})
    led = led and not (inside and before[-1].cue.tense == "preposition" and page.form(cue.first)[0] != "و")
    if inside and not led and page.form(cue.first + 1) not in ("فيه", "فيها"):
        return None  # «قالت الوكالة إنه خلال استجوابه اعترف بأنه …»
    here = page.sentence[cue.first]
    noun = cue.tense != "participle" or "accusative" in cue.row["note"]
    if opened is None or (cue.weak and opened.kind == "object" and noun):
        return None
    told = opened.kind != "object" or cue.tense != "perfect" or _tells_of_an_event(page, cue, opened)
    loose = not told or (cue.weak and opened.kind == "preposition")
    reach = 0 if loose else CARRY_SENTENCES
    source, _ = sources.last(cue.first, voice(page, cue), reach, cue.tense == "participle")
    passive = (
        fold(cue.row["form"]).text in MAYBE_PASSIVE and source is not None and voice(page, cue) not in source.voices
    )
    if source is None or passive:
        return None
    end = contents.last_token(page, opened)
    sources.keep(source._replace(via=opened.via or source.via), here)
    speaker = issuer if issuer and source.canonical == sources.named(issuer).canonical else None
    return Act(cue, cue.last + 1, cue.first, speaker, source, opened.via or source.via, opened.first, end, False)
