"""The acts of saying on a page: which cue has which speaker, and where what is said begins and ends.

The verb may stand before its speaker (قال فلان إن), after it (فلان قال إن), or carry on from an earlier one (وأضاف أن);
a preposition may name the source after the content (…، وفق فلان) or before it (وبحسب فلان، …).
"""

from collections.abc import Iterator

from helpers import contents
from helpers.agreement import MAN, WOMAN, voice
from helpers.carrying import HAS_SUBJECT, SPOTS, calls_it, carried, is_estimate
from helpers.citations import by_preposition
from helpers.closing import OF_IT, closing_verb, revised, stands_inside, taken_up, topic_start
from helpers.contents import FIGURES, LED_BY_OBJECT, STATED, Opening
from helpers.contexts import words
from helpers.cues import PRONOUNS, Cue, cues
from helpers.fronting import fronted_as
from helpers.interrupting import open_bracket
from helpers.labels import labelled
from helpers.lexicon import marked
from helpers.page import Page
from helpers.pointing import pointing_back
from helpers.quoted import BODIES
from helpers.relays import relayed
from helpers.shapes import is_definite, is_masdar
from helpers.sources import Sources
from helpers.speakers import Speaker, speaker_at
from helpers.statement import Act
from helpers.strangers import stranger_before, unknown_speaker
from helpers.subjects import antecedent, speaker_after, speaker_before
from helpers.titles import NAMED_TYPES, PERSONAL

SHORT_PLURAL = 4


def acts(page: Page) -> list[Act]:
    """The acts of saying, in the order of their cues; contents are not yet cut where the next act begins.

    >>> from helpers.report import read_report
    >>> acts = read_report("a", "قال الجيش إن ثلاثة قتلوا. ونفى ناطق باسم الحركة ذلك.").attributions
    >>> [(a.cue, a.source, a.commitment) for a in acts]
    [('قال', 'الجيش', 'reports'), ('ونفى', 'ناطق باسم الحركة', 'denies')]
    """
    read: list[Act] = []
    sources = Sources(page)
    for cue in cues(page):
        if read and cue.first < read[-1].first and cue.tense == "participle":
            continue  # «ورد الوزير قائلا: …» is one act
        if read and (last := read[-1].speaker) and last.first <= cue.first < last.end:
            continue  # «وقال مصدر تحدث شريطة عدم كشف هويته إن …»
        if read and read[-1].cue.tense == "preposition" and read[-1].cue_end <= cue.first < read[-1].first:
            continue  # «ونقلا عن شهود، أوردت الوكالة أن …» is one act
        if page.sentence[cue.first] < 0:
            continue
        if cue.row["role"] == "introduces":
            speaker = speaker_after(page, cue, sources.persons)
            teller = speaker or speaker_before(page, cue)
            if teller and (act := _published(page, cue, teller, sources, read)):
                read.append(act)
            elif speaker and not (cue.tense == "relative" and speaker.type == "media_agency"):
                _issue(page, cue, speaker, sources)
            continue
        if cue.row["role"] == "revises":
            read += [act] if (act := revised(page, cue, sources)) else []
            continue
        pronoun = cue.tense == "relative" or page.form(cue.last + 1) in OF_IT
        if pronoun and (act := taken_up(page, cue, sources, read)):
            read.append(act)
            continue
        if cue.tense == "relative" or _is_blocked(page, cue, read):
            continue
        act = _act(page, cue, sources, read)
        if act and not (read and act.clause < read[-1].cue_end):
            read.append(act)
    return read


def _published(page: Page, cue: Cue, speaker: Speaker, sources: Sources, before: list[Act]) -> Act | None:
    """«ونشر الدفاع المدني عبر «فيسبوك» أن فرقه …», «وكان المرصد نشر أن …»: what is published is told, not named."""
    told = cue.tense == "perfect" and speaker.type != "document" and not _is_blocked(page, cue, before)
    opened = contents.opening(page, cue, max(speaker.end, cue.last + 1), True) if told else None
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
    if cue.tense != "participle" and page.form(cue.first - 1) not in HAS_SUBJECT:
        if act := pointing_back(page, cue, sources):
            return act
        after = speaker_after(page, cue, sources.persons)
        if after and _is_asked_too(page, cue, after, before):
            return carried(page, cue, sources, before)
        for speaker in _candidates(page, cue, after, sources.persons):
            if not _may_speak(page, cue, speaker, sources):
                continue
            if act := _spoken(page, cue, speaker, sources, before):
                return act
        if after is not None and not _may_be_object(cue):
            return None  # «ونددت السلطات …»: whoever stands there speaks, nobody earlier
    return carried(page, cue, sources, before)


def _is_asked_too(page: Page, cue: Cue, after: Speaker, before: list[Act]) -> bool:
    """«وهي تطالب الحكومة بتأمين المواقع، وتدعو المحكمة إلى …»: after one who asks already, who follows is asked."""
    if not before or cue.row["role"] != "asks":
        return False
    last = before[-1]
    if "np" in cue.takes and after.definite and is_masdar(page.form(after.end)) and cue.tense == "perfect":
        near = page.sentence[cue.first] - page.sentence[last.cue.first] <= 1  # «وناشدت المنظمات توفير الأغطية»
        return near and page.form(cue.first)[0] == "و" and voice(page, cue) in last.source.voices
    if page.form(after.end) not in cue.takes:
        return False
    same = last.cue.row["role"] == "asks" and last.cue.tense == cue.tense and voice(page, cue) in last.source.voices
    led = last.speaker is None or last.speaker.first < last.cue.first
    return (
        same and led and page.form(cue.first)[0] == "و" and last.first <= cue.first < page.sentence_end(last.cue.first)
    )


def _candidates(page: Page, cue: Cue, after: Speaker | None, strangers: frozenset[str]) -> Iterator[Speaker]:
    """Whose verb it may be, the likeliest first, each looked for when it is asked for; `after` is who follows it."""
    if cue.row["role"] in contents.LED_BY_OBJECT and (ahead := speaker_before(page, cue)) and ahead.end == cue.first:
        yield ahead
    if after:
        yield after
    if before := speaker_before(page, cue):
        yield before
    if meant := antecedent(page, cue):
        yield meant
    if unknown := unknown_speaker(page, cue, strangers):
        yield unknown
    if stranger := stranger_before(page, cue):
        yield stranger


def _may_be_object(cue: Cue) -> bool:
    """Whether a body or person after the verb may be whom it is said of or to: «وأدان الجيش», «وأبلغ الشرطة أن»."""
    return bool({"np", "ه"} & set(cue.takes)) or cue.row["role"] in LED_BY_OBJECT


def _may_speak(page: Page, cue: Cue, speaker: Speaker, sources: Sources) -> bool:
    """Not «التقديرات» of nobody; for «أظهر» only a document; and a country accused is not the one who accuses."""
    role = cue.row["role"]
    if _may_be_object(cue) and _disagrees(page, cue, speaker):
        return False
    if page.form(speaker.first) in FIGURES and speaker.first > cue.first and "np" in cue.takes:
        return False  # «وقدرت عدد القتلى في صفوف الحركة بسبعة»
    side = "army" in speaker.classes or any(name.kind == "party" for name in speaker.names)
    if side and cue.row["form"] == SPOTS:
        return False  # «رصد الجيش تحركات للعدو»
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
    asked = cue.row["role"] in ("accuses", "asks") and form.removeprefix("ال") in words(page.lexicon, "masculine")
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
    if "relative" in roles and cue.row["role"] == "asks" and page.form(cue.first).endswith(PRONOUNS):
        return True  # «القائد الذي دعته الأمم المتحدة إلى …»
    if "relative" in roles and antecedent(page, cue):
        return False
    if "relative" in roles and cue.row["role"] == "describes" and page.form(cue.first).endswith(PRONOUNS):
        return False  # «الهجوم الذي وصفه خبراء بأنه الأعنف»
    free = _is_also(page, cue) or calls_it(page, cue)
    return bool(roles & {"negation", "subordinate", "relative", "office"}) and not free


def _quotes_a_document(before: list[Act], cue: Cue) -> bool:
    """«وجاء في البيان «أكد الرئيس أن …»»."""
    inside = bool(before) and before[-1].first <= cue.first < before[-1].end
    return inside and before[-1].speaker is not None and before[-1].speaker.type == "document"


def _is_also(page: Page, cue: Cue) -> bool:
    return page.form(cue.first - 1).removeprefix("و") in ("كما", "فيما", "عندما", "حينما", "بعدما", "بينما")


def _spoken(page: Page, cue: Cue, speaker: Speaker, sources: Sources, before: list[Act]) -> Act | None:
    k = max(speaker.end, cue.last + 1)
    k += page.form(k) == ")"  # «وقدرت (أفريكوم) عدد القتلى»
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
    personal = speaker.type in (*PERSONAL, "named_person")
    follows = speaker.first > cue.first or personal  # «وأبلغ الشركاء عن نقص», not «الجفاف هدد بنقص»
    loose = cue.tense == "perfect" and (opened.kind != "preposition" or follows)
    held = speaker.type == "document" and not speaker.definite  # «اعتبر حصيلة الحضور «إيجابية»»
    passive = (cue.tense == "imperfect" or held) and marked(cue.row, "passive")
    passive &= not _holds(page, cue, speaker, opened)
    if passive and opened.kind == "quote" and not page.is_utterance(opened.first):
        return None
    loose |= is_estimate(page, cue, opened)
    needs_that = passive or marked(cue.row, "that") or (cue.weak and cue.row["role"] != "asks" and not loose)
    if needs_that and opened.kind not in STATED:
        return None
    end = contents.last_token(page, opened)
    if cue.row["role"] == "claims" and speaker.first > cue.last + 1:
        opened, end = Opening(cue.last + 1, "object", opened.via), speaker.first
    clause = topic_start(page, clause)
    nested = stands_inside(page, clause, before)
    source = sources.hear(speaker, opened.via, remember=not nested, heard=voice(page, cue))
    return Act(cue, cue.last + 1, clause, speaker, source, opened.via or source.via, opened.first, end, nested)


def _holds(page: Page, cue: Cue, speaker: Speaker, opened: Opening) -> bool:
    """«وتعتبر الأمم المتحدة الوضع «كارثيا»»: what a body holds, in words of its own."""
    quoted = any(k in page.quotes for k in range(opened.first + 1, opened.first + 4))
    return speaker.first > cue.first and opened.kind == "object" and is_definite(page.form(opened.first)) and quoted


def _names_a_mouth(page: Page, first: int, end: int) -> bool:
    return any((page.form(k), page.form(k + 1)) == ("علي", "لسان") for k in range(first, end))


def _keeps_count(page: Page, speaker: Speaker) -> bool:
    """«سجل المرصد مقتل ستة», not «سجل المهاجم هدفين» nor «سجلت البلاد 12 زلزالا»."""
    place = speaker.first in page.names and page.names[speaker.first][0].kind == "place"
    return speaker.type in ("organisation", "document") and not place
