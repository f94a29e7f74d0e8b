"""Statements whose source a preposition cites: «…، وفق فلان», «وبحسب فلان، …»."""

from helpers import contents
from helpers.appositions import may_be_person, may_be_surname
from helpers.asides import skipped
from helpers.contents import Opening
from helpers.contexts import words
from helpers.cues import Cue, cue_at, may_be_verb
from helpers.fronting import fronted
from helpers.interrupting import clause_end, clause_start, interrupts, last_topic
from helpers.page import Page
from helpers.quoted import quoted_at
from helpers.relays import quoting
from helpers.shapes import is_relational
from helpers.sources import Sources
from helpers.speakers import Speaker, speaker_at
from helpers.statement import Act
from helpers.text import fold
from helpers.titles import PERSONAL

FARTHEST_DOCUMENT, FARTHEST_SILENCE = 16, 8
OF_IT = ("به", "بها", "اليه", "اليها", "فيه", "فيها", "عليه", "عليها", "منه")
ADJECTIVES = ("جديده", "اخيره", "غير", "رسميه", "سابقه", "محدثه", "شامله")
OBTAINED = set("حصل حصلت توصل توصلت تلقي تلقت تلقاها تلقتها جمعها جمعتها استقاها استقتها استقي استقت ادلي ادلت".split())
LATEST = ("اخر", "احدث", "رصد", "متابعه", "معاينه", "مشاهدات", "مشاهده")  # «وفق رصد الأناضول», «بحسب آخر حصيلة»


def by_preposition(page: Page, cue: Cue, sources: Sources, before: list[Act]) -> Act | None:
    """The act whose source a preposition names, after the content or before it; None when nobody speaks.

    >>> from helpers.report import read_report
    >>> text = "قتل ثلاثة، وفق مصدر طبي."
    >>> [(a.cue, a.source, text[a.content_start : a.content_end]) for a in read_report("a", text).attributions]
    [('وفق', 'مصدر طبي', 'قتل ثلاثة')]
    """
    if cue.takes[:1] in (["فيه"], ["فيها"]):
        return _in_it(page, cue, sources)
    cue, speaker, via = _cited(page, cue, sources)
    if speaker is None or (
        speaker.owned and page.form(cue.last + 1).startswith(tuple(words(page.lexicon, "own_words")))
    ):
        return None  # «متوقعا ارتفاع الحصيلة، حسب تصريحه»
    between = bool(before) and before[-1].cue_end <= cue.first < before[-1].first
    between = between and before[-1].cue.tense != "preposition"
    if cue.row["role"] == "relays" and between:
        return None  # «نفى مصدر، نقلا عن الوكالة، صحة …»: the medium is the way
    if cue.row["role"] == "relays" and (act := quoting(page, cue, speaker, sources)):
        return act
    if between:
        source = sources.hear(speaker, via, remember=False)  # «وقال ضابط، وفق الوكالة، إن …»
        return Act(cue, cue.last + 1, cue.first, speaker, source, source.via, before[-1].first, before[-1].end, True)
    start = _after_citation(page, cue, before)
    joined = page.form(cue.first) == "و" + fold(cue.row["form"].split()[0]).text
    if cue.first == page.sentence_start(cue.first) or (page.form(cue.first - 1) in ".،" and joined):
        return fronted(page, cue, speaker, via, sources)
    inside = _inside(cue, before)
    if cue.row["takes"] == "verb" and "that" in page.roles(speaker.end):  # «على ما قالت الوزارة إنه مصنع»
        source = sources.hear(speaker, via, remember=not inside)
        end = contents.last_token(page, Opening(speaker.end, "that", None))
        return Act(cue, cue.last + 1, cue.first, speaker, source, source.via, speaker.end, end, inside)
    source = sources.hear(speaker, via, remember=not inside)
    first = last_topic(page, _whole(page, cue, before, start) if inside else start, cue.first)
    clause = cue.first if inside else first
    end = cue.first
    if interrupts(page, cue, speaker.end):
        first = clause_start(page, first, cue.first)
        end = before[-1].end if inside else clause_end(page, speaker.end)
    return Act(cue, cue.last + 1, clause, speaker, source, source.via, first, end, True)


def _cited(page: Page, cue: Cue, sources: Sources) -> tuple[Cue, Speaker | None, str | None]:
    """The cue with the verb that may follow it («وفق ما أعلنت»), who is cited, and through whom."""
    k = cue.last + 1
    if cue.takes == ["verb"]:
        if not (may_be_verb(page, k) or is_seen(page, k)) or _is_answered(page, cue):
            return cue, None, None
        k += 1
        cue = cue._replace(last=cue.last + 1)
        k += page.form(k) in OF_IT  # «بحسب ما صرح به المدير»
        k += _to_whom(page, k)
    prefixes = ("ل", "لل") if cue.takes == ["ل"] else ("",)
    if cue.row["form"].startswith("في "):
        while is_relational(page.form(k)) or page.form(k) in ADJECTIVES:
            k += 1  # «في حصيلة أولية لوزارة الصحة»
        told_by = (cue_at(page, k) is not None or "relates" in page.roles(k)) and page.form(k).endswith(("ها", "ه"))
        if told_by:  # «في حصيلة أعلنتها الوزارة»
            cue, k, prefixes = cue._replace(last=k), k + 1, ("",)
    k += page.form(k) in (*LATEST, "#") or "demonstrative" in page.roles(k)
    speaker = next((s for p in prefixes if (s := quoted_at(page, k, cue) or speaker_at(page, k, None, p))), None)
    speaker = speaker or (speaker_at(page, k - 1) if page.form(k - 1) in LATEST else None)  # «وفق معاينة ميدانية»
    speaker, via = _cited_in(page, cue, speaker, sources)
    told = skipped(page, cue.last + 1)[1] if cue.takes == ["verb"] else None
    via = via or told or (skipped(page, speaker.end)[1] if speaker else None)  # «وفق ما قال مسؤول لرويترز»
    if speaker is None and cue.takes == ["verb"] and (may_be_person(page, k) or may_be_surname(page, k)):
        speaker = speaker_at(page, k, strangers=frozenset({page.form(k)}))  # «وفق ما أكد الحداد»
    if speaker is None and {page.form(k), page.form(k + 1)} & sources.persons:
        speaker = speaker_at(page, k, strangers=sources.persons | {page.form(k)})  # «…، وفق عبد الرحمن، …»
    return cue, speaker, via


def is_seen(page: Page, k: int) -> bool:
    """Whether token `k` is a verb of seeing, by which one is one's own witness: «وفق ما عاينته الصحيفة».

    >>> from helpers.report import read_report
    >>> text = "تضررت عشرات المنازل، بحسب ما شاهده مراسل رويترز."
    >>> [(a.cue, a.source_text) for a in read_report("a", text).attributions]
    [('بحسب ما شاهده', 'مراسل رويترز')]
    """
    seen, form = words(page.lexicon, "sees"), page.form(k)
    return any(form.removesuffix(pronoun) in seen for pronoun in ("ه", "ها", "هم", ""))


def _to_whom(page: Page, k: int) -> int:
    """How many tokens those told take between a verb and its speaker: «بحسب ما قالته لرويترز الطبيبة سلمى»."""
    return skipped(page, k)[0] if page.form(k).startswith("ل") and speaker_at(page, k) is None else 0


def _is_answered(page: Page, cue: Cue) -> bool:
    """«ولم تعلق الحركة على ما أوردته الصحيفة»: what nobody commented on is no citation."""
    words = range(max(page.sentence_start(cue.first), cue.first - FARTHEST_SILENCE), cue.first)
    silent = any("silent" in page.roles(k) for k in words)
    return page.form(cue.first) == "علي" and silent and not any(page.form(k) in ("،", ",") for k in words)


def _cited_in(page: Page, cue: Cue, speaker: Speaker | None, sources: Sources) -> tuple[Speaker | None, str | None]:
    """«وبحسب ما نقلته الصحيفة عن مسؤول، …»: who is cited, and the medium that cites him."""
    if speaker and speaker.type == "document" and (told := _obtained(page, speaker)):
        return told, None
    verb = cue_at(page, cue.last) if cue.takes == ["verb"] else None
    if speaker is None or verb is None or verb.row["role"] != "relays":
        return speaker, None
    k = speaker.end + (page.form(speaker.end) == '"')
    told = (quoted_at(page, k + 1, cue) or speaker_at(page, k + 1)) if page.form(k) == verb.takes[0] else None
    return (told, sources.named(speaker).canonical) if told else (speaker, None)


def _obtained(page: Page, document: Speaker) -> Speaker | None:
    """Of whom a document was had: «وفق إفادات حصلت عليها الصحيفة من سكان، …»."""
    within = range(document.first + 1, min(document.first + FARTHEST_DOCUMENT, page.sentence_end(document.first)))
    end = next((k for k in within if page.form(k) in ("،", ",", ":")), within.stop)
    had = next((k for k in range(within.start, end) if page.form(k) in OBTAINED), end)
    of = next((k for k in range(had, end) if page.form(k) == "من"), None)
    speaker = speaker_at(page, of + 1) if of is not None else None
    return speaker if speaker and speaker.type in PERSONAL else None


def _whole(page: Page, cue: Cue, before: list[Act], start: int) -> int:
    """«وقال الوزير إن …، وفقا للوكالة»: after a comma the cited source tells that the other said it."""
    closes = page.form(cue.first - 1) in ("،", ",") and page.quotation_around(cue.first) is None
    return start if closes else before[-1].first


def _in_it(page: Page, cue: Cue, sources: Sources) -> Act | None:
    """«… في ملخص للوزارة، وجاء فيه: «…»»: the last document named in the sentence tells."""
    opened = contents.opening(page, cue, cue.last + 1, False)
    earlier = range(cue.first - 1, max(page.sentence_start(cue.first), cue.first - FARTHEST_DOCUMENT) - 1, -1)
    document = next((s for k in earlier if (s := speaker_at(page, k)) and s.type == "document"), None)
    if opened is None or document is None or document.end > cue.first:
        return None
    source = sources.hear(document, opened.via)
    end = contents.last_token(page, opened)
    return Act(cue, cue.last + 1, cue.first, document, source, source.via, opened.first, end, False)


def _after_citation(page: Page, cue: Cue, before: list[Act]) -> int:
    """Where the clause of a closing source can begin: «…، بحسب الوزارة، فيما …، وفق فلان»."""
    start = page.sentence_start(cue.first)
    if not before or before[-1].end > cue.first:
        return start
    closed = before[-1].speaker.end if before[-1].cue.tense == "preposition" and before[-1].speaker else 0
    return max(start, before[-1].end, closed)


def _inside(cue: Cue, before: list[Act]) -> bool:
    return bool(before) and before[-1].first <= cue.first < before[-1].end
