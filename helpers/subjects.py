"""Whose verb it is: the speaker after a verb of saying, before it, in quotation marks, or a person no list knows."""

from helpers import contents
from helpers.agreement import MANY, voice
from helpers.asides import skipped
from helpers.cues import PRONOUNS, Cue, cue_at, is_verb
from helpers.page import Page
from helpers.quoted import called, initials_at, quoted_at, quoted_body
from helpers.shapes import is_definite
from helpers.speakers import Speaker, speaker_at
from helpers.titles import PEOPLE, audience_at, head_at

FARTHEST_BEFORE, WIDEST_GAP, LABEL_WORDS, LABEL_REACH = 24, 8, 3, 6
LED = ("", "و", "لل", "ل", "ب")
PLAIN_ROLES = ("says", "carries_over", "expresses")


def speaker_after(page: Page, cue: Cue, strangers: frozenset[str] = frozenset()) -> Speaker | None:
    """The speaker after the verb; asides and times may stand between.

    >>> from helpers.report import read_report
    >>> [a.source_text for a in read_report("a", "وأعلن أمس، في بيان، قائد الشرطة أن الهدنة انتهت.").attributions]
    ['قائد الشرطة']
    """
    k, stop = cue.last + 1, page.sentence_end(cue.first)
    if k in page.quotes and {"np", "ه"} <= set(cue.takes) and page.form(cue.first).endswith(PRONOUNS):
        return None  # «واعتبرته «جريمة حرب»»: what it is held to be
    while k < stop and (speaker := _speaker_here(page, k, cue, strangers)) is None:
        step, _ = skipped(page, k)
        if not step and cue.row["role"] == "claims" and k < cue.last + 4:
            step = 1
        if not step or page.form(k) == '"':
            return None
        k += step
    return speaker if k < stop else None


def _speaker_here(page: Page, k: int, cue: Cue, strangers: frozenset[str]) -> Speaker | None:
    if "demonstrative" in page.roles(k) and cue.row["role"] in PLAIN_ROLES and (meant := speaker_at(page, k + 1, cue)):
        told = meant.definite and meant.type != "document"  # not «كتب هذه الرسالة: …»
        opened = contents.opening(page, cue, meant.end, True) if told else None
        return meant if opened and opened.kind in contents.STATED else None  # «وأكد هذا المصدر أن»
    return quoted_at(page, k, cue, strangers) or speaker_at(page, k, cue) or initials_at(page, k)


def named_later(page: Page, first: int, cue: Cue) -> Speaker | None:
    """One to three unknown words that open a headline and that the report later names as somebody who speaks.

    >>> from helpers.report import read_report
    >>> text = "بوتن يحذر من الحرب\\n\\nقال فلاديمير بوتن إن الهدنة انتهت. وأكد بوتن أن الحرب قريبة."
    >>> [a.source for a in read_report("a", text).attributions][0]
    'بوتن'
    """
    end = page.quotes.get(first - 1, cue.first)
    words = tuple(page.form(k) for k in range(first, end))
    if not 0 < len(words) <= LABEL_WORDS:
        return None
    plain = end == cue.first and not any(page.roles(k) for k in range(first, end))
    for k in range(cue.last + 1, len(page.found)):
        again = page.form(k) == words[0] and tuple(page.form(k + n) for n in range(len(words))) == words
        if not again or not any(is_verb(page, n) for n in range(k - LABEL_REACH, k)):
            continue
        if page.quotes.get(k - 1) == k + len(words):
            return called(page, first, end)  # «صوت الفرات: …», who «قال «صوت الفرات» إن»
        if plain:
            return speaker_at(page, first, strangers=frozenset(words))
    return None


def speaker_before(page: Page, cue: Cue) -> Speaker | None:
    """The speaker before the verb, at the head of its clause; the leftmost phrase that reaches the verb.

    >>> from helpers.report import read_report
    >>> [a.source for a in read_report("a", "وزارة الصحة تعلن أن ثلاثة قتلوا.").attributions]
    ['وزارة الصحة']
    """
    if page.sentence_start(cue.first) == 0 and not cue.weak and (speaker := named_later(page, 0, cue)):
        return speaker  # «بوتن يحذر من …»
    heads = (page.sentence_start(cue.first), page.first_word(cue.first))
    start = max(heads[0], cue.first - FARTHEST_BEFORE)
    for s in range(start, cue.first):
        for prefix in filter(page.form(s).startswith, ("", "و", "ف")):
            if s not in page.quotes and head_at(page, s, prefix) is None:
                continue
            leads = prefix or s in heads or _opens_clause(page, s - 1)
            speaker = speaker_at(page, s, cue, prefix) if leads or _is_document(page, s) else None
            speaker = speaker or (quoted_body(page, s) if leads and not prefix else None)
            if not speaker or speaker.end > cue.first or _is_issued(page, speaker) or _is_many(page, cue, speaker):
                continue
            if reaches(page, speaker, cue) if leads else _tells(speaker, cue):
                return speaker
    return None


def _is_many(page: Page, cue: Cue, speaker: Speaker) -> bool:
    """«إن المتهمين يعتقد بأنهم»: after its subject a verb agrees in number, so that this one is a passive."""
    many = page.form(speaker.first).endswith(("ون", "ين")) and page.form(speaker.first).startswith("ال")
    return many and speaker.type in PEOPLE and voice(page, cue) != MANY and cue.tense == "imperfect"


def _is_document(page: Page, s: int) -> bool:
    head = head_at(page, s)
    return bool(head and head.row and head.row["type"] == "document")


def _tells(speaker: Speaker, cue: Cue) -> bool:
    """«يفحص تقارير تفيد بأن …»: a document straight before the verb tells, wherever in the clause it stands."""
    return speaker.type == "document" and speaker.end == cue.first and not (cue.weak or speaker.definite)


def _is_issued(page: Page, speaker: Speaker) -> bool:
    """Whether the document is what somebody issues in its sentence («أصدرت المحكمة بيانا …»): he is who tells."""
    if speaker.type != "document" or speaker.definite:
        return False
    if "picture" in speaker.classes:
        return True  # «ونشر مقطع فيديو يظهر …»
    earlier = (cue_at(page, k) for k in range(page.sentence_start(speaker.first), speaker.first))
    return any(c is not None and c.row["role"] == "introduces" for c in earlier)


def antecedent(page: Page, cue: Cue) -> Speaker | None:
    """The speaker whom «الذي» before the verb stands for: «الجيش الذي يرجح فرضية …».

    >>> from helpers import parse
    >>> parse([("a", "واتهم الجيش الذي يرجح فرضية الخطأ خصومه.")]).attributions["source"].tolist()
    ['الجيش']
    """
    if "relative" not in page.roles(cue.first - 1) or cue.tense not in ("perfect", "imperfect"):
        return None
    pronoun = cue.first - 1
    stop = pronoun - (page.form(pronoun - 1) in ("،", ","))
    for s in range(max(page.sentence_start(pronoun), pronoun - WIDEST_GAP), stop):
        speaker = next((found for prefix in LED if (found := speaker_at(page, s, None, prefix))), None)
        if speaker is None or speaker.core != stop or speaker.type == "document":
            continue
        known = speaker.definite or is_definite(page.form(s + 1))  # «رئيس المجلس، الذي أكد»
        if known and (stop == pronoun or _suits(page, speaker, pronoun)):
            return speaker._replace(end=stop)
    return None


def _suits(page: Page, speaker: Speaker, pronoun: int) -> bool:
    """Whether the head of a speaker's phrase has the gender of the «الذي» or «التي» after its comma."""
    return page.form(speaker.first).endswith(("ه", "ات")) == page.form(pronoun).endswith("التي")


def _opens_clause(page: Page, k: int) -> bool:
    return bool(page.roles(k) & {"clause", "that"}) or page.form(k) in ("،", ",", "-", "؛", ":")


def reaches(page: Page, speaker: Speaker, cue: Cue) -> bool:
    """Whether nothing but times, asides and connectives stands between a speaker and the verb after him.

    >>> from helpers.report import read_report
    >>> texts = "الجيش من جهته ينفي أن الهدنة انتهت.", "الجيش عاد والوزارة تنفي أن الهدنة انتهت."
    >>> [a.source for text in texts for a in read_report("a", text).attributions]
    ['الجيش', 'الوزارة']
    """
    closed = page.quotes.get(speaker.first - 1) == speaker.end
    comma = page.form(speaker.end) in ("،", ",")
    apposed = comma and any(page.form(k) in ("،", ",") for k in range(*_span(speaker)))
    apposed |= comma and page.form(cue.first)[0] == "ف" and page.form(speaker.first - 1).endswith("اما")
    after = speaker.end + max(closed, apposed)
    between = range(after + 2 * page.leads_over(after), cue.first)  # «الكرملين من جهته ينفي»
    dated = any("time" in page.roles(k) or page.found[k].kind == "number" for k in between)
    aside = dated and len(between) > 2 and page.form(between[0]) == page.form(between[-1]) == "،"
    between = between[1:-1] if aside else between  # «كانت الوكالة، أمس الاثنين، أفادت بوقوع …»
    marks = (k for k in between if page.found[k].kind == "mark" and not (dated and page.form(k) == "/"))
    if any(marks) or any("that" in page.roles(k) for k in between):
        return False
    if all(page.roles(k) & {"clause", "time", "aside"} for k in between):
        return True
    opened = page.roles(speaker.first - 1) & {"clause", "that"}
    return bool(opened) and len(between) <= WIDEST_GAP and not (between and _describes(page, cue))


def _span(speaker: Speaker) -> tuple[int, int]:
    return speaker.first, speaker.end


def _describes(page: Page, cue: Cue) -> bool:
    """«أصدر الجيش إنذارات تدعو إلى …»: an imperfect straight after an indefinite noun tells of it."""
    last = page.form(cue.first - 1)
    plain = page.found[cue.first - 1].kind == "word" and not page.roles(cue.first - 1)
    return cue.tense == "imperfect" and plain and not (is_definite(last) or page.ends_name(cue.first))


def ends_quotation(page: Page, cue: Cue, end: int) -> bool:
    """«…»، تقول فلانة. — a quotation stands before the verb and the sentence ends with the speaker.

    >>> from helpers import parse
    >>> parse([("a", "«فقدنا كل شيء في ليلة واحدة»، تقول أم سلمان.")]).attributions["source"].tolist()
    ['أم سلمان']
    """
    marks = {page.form(cue.first - 1), page.form(cue.first - 2)}
    ends = end + 1 >= page.sentence_end(cue.first) or audience_at(page, end) is not None or end in page.names
    ends |= page.form(end) in ("،", ",") and page.form(end + 1) in ("وهو", "وهي")  # «…»، يقول سالم، وهو تاجر
    return '"' in marks and ends
