"""Where an act of saying stands: a verb that closes its sentence, a clause inside another, a time that leads it."""

from helpers.agreement import voice
from helpers.asides import skipped
from helpers.cues import Cue
from helpers.page import Page, months
from helpers.sources import Sources
from helpers.speakers import Speaker
from helpers.statement import CARRY_SENTENCES, Act
from helpers.subjects import PLAIN_ROLES, ends_quotation, speaker_after

FARTHEST_TOPIC = 8
FIGURES, OF_IT = (
    ("رقم", "عدد", "حصيله", "روايه", "اتهام", "اتهامات", "امر", "ادعاء"),
    ("فيه", "فيها", "به", "بها", "عنه", "عليه"),
)
THE_NUMBER = ("العدد", "الرقم", "الحصيله")
TAKES_UP = (("وهو", "ما"), ("وهي", "ما"), ("الامر", "الذي"), ("الشيء", "الذي"))


def topic_start(page: Page, clause: int) -> int:
    """Where a clause begins that a time with و leads: «…، وفي أبريل الماضي، زعمت قواته أن …».

    >>> from helpers.report import read_report
    >>> text = "عاد الهدوء، وفي أبريل الماضي، زعمت الحركة أن الهدنة انتهت."
    >>> [text[a.start : a.end] for a in read_report("a", text).attributions]
    ['زعمت الحركة أن الهدنة انتهت']
    """
    if page.form(clause - 1) not in ("،", ","):
        return clause
    least = max(page.sentence_start(clause), clause - FARTHEST_TOPIC)
    start = next((k + 1 for k in range(clause - 2, least - 1, -1) if page.form(k) in ("،", ",")), clause)
    words = range(start, clause - 1)
    leads = page.form(start).startswith("و") and page.form(start)[1:] in ("في", "منذ", "قبل", "بعد", "خلال", "عقب")
    known = months(page.lexicon)
    timed = any("time" in page.roles(k) or page.found[k].kind == "number" or page.form(k) in known for k in words)
    return start if timed and (leads or "time" in page.roles(start)) else clause


def closing_verb(page: Page, cue: Cue, speaker: Speaker, sources: Sources) -> Act | None:
    """«…»، قال فلان. — the verb and its speaker close the sentence that they tell.

    >>> from helpers.report import read_report
    >>> text = "«لم يبق لنا بيت في القرية»، قال الطبيب سالم ناصر."
    >>> [(a.source, text[a.content_start : a.content_end]) for a in read_report("a", text).attributions]
    [('سالم ناصر', '«لم يبق لنا بيت في القرية»')]
    """
    closes = page.form(cue.first - 1) in ("،", ",", '"', "كما", "هكذا") and cue.row["role"] in ("says", "carries_over")
    start = page.sentence_start(cue.first)
    k, stop = speaker.end, page.sentence_end(cue.first)
    while k < stop and (step := skipped(page, k)[0]):
        k += step
    told = '"' in (page.form(cue.first - 1), page.form(cue.first - 2)) and not page.form(cue.first).startswith("و")
    also = page.form(cue.first - 1) == "كما" and page.form(cue.first - 2) in ("،", ",", "ذلك", "وذلك")
    comma = page.form(speaker.end) in ("،", ",")
    told = told or (also and (comma or "relative" in page.roles(k) or page.form(k) in ("،", ",", "دون", "بدون")))
    amid = (
        cue.tense == "imperfect" and comma and page.form(cue.first - 1) in ("،", ",")
    )  # «قتل ستة، تقول الوزارة، في …»
    told = told or amid
    if not closes or (k + 1 < stop and not told) or speaker.first < cue.first or start == cue.first:
        return None
    source = sources.hear(speaker, None, heard=voice(page, cue))
    on = page.form(speaker.end + 1)
    goes_on = bool(on) and page.found[speaker.end + 1].kind != "mark" and (on == "في" or on[0] not in "وف")
    interrupts = (also or amid) and comma and goes_on
    end = stop if interrupts and not page.roles(speaker.end + 1) else cue.first  # «تلقت، كما يقول سالم، مئة اتصال»
    return Act(cue, cue.last + 1, start, speaker, source, source.via, start, end, False)


def closing_alone(page: Page, cue: Cue, sources: Sources) -> Act | None:
    """«…»، يضيف بحسرة. — a quotation before a verb that goes on with the last speaker.

    >>> from helpers.report import read_report
    >>> text = "قال الطبيب سالم ناصر إن الدواء نفد. «لم يبق لنا بيت في القرية»، يضيف بحسرة."
    >>> [(a.source, a.carried_over) for a in read_report("a", text).attributions]
    [('سالم ناصر', False), ('سالم ناصر', True)]
    """
    end = cue.last + 2 + (page.form(cue.last + 2)[:1] in "بوك")  # «تقول ضاحكة بمرارة»
    if cue.row["role"] not in PLAIN_ROLES or not ends_quotation(page, cue, end):
        return None
    source, _ = sources.last(cue.first, voice(page, cue), CARRY_SENTENCES)
    start = page.sentence_start(cue.first)
    return Act(cue, cue.last + 1, start, None, source, source.via, start, cue.first, False) if source else None


def taken_up(page: Page, cue: Cue, sources: Sources, before: list[Act]) -> Act | None:
    """«…، وهو ما نفاه الجيش», «…، وهو رقم شككت فيه الوزارة»: who takes up what was told just before, and that.

    >>> from helpers.report import read_report
    >>> text = "قالت الحركة إنها قتلت 12 جنديا، وهو ما نفاه الجيش."
    >>> acts = read_report("a", text).attributions
    >>> [(a.source, a.commitment, text[a.content_start : a.content_end]) for a in acts]
    [('الحركة', 'reports', 'إنها قتلت 12 جنديا'), ('الجيش', 'denies', 'إنها قتلت 12 جنديا')]
    """
    lead = (page.form(cue.first - 2), page.form(cue.first - 1))
    figure = lead[0] in ("وهو", "وهي") and lead[1] in FIGURES
    if not (figure or lead in TAKES_UP) or cue.row["role"] != "says" or cue.weak:
        return None
    cue = cue._replace(last=cue.last + (page.form(cue.last + 1) in OF_IT))
    speaker = speaker_after(page, cue)
    if speaker is None or speaker.first == cue.first:
        return None
    first, end = page.sentence_start(cue.first), cue.first - 2
    if figure:
        first, end = cue.first - 1, cue.first  # of the figure alone: who told it stays who told it
    elif before and before[-1].first >= first:
        first = before[-1].first
    source = sources.hear(speaker, None, heard=voice(page, cue))
    return Act(cue, cue.last + 1, cue.first, speaker, source, source.via, first, end, True) if first < end else None


def revised(page: Page, cue: Cue, sources: Sources) -> Act | None:
    """«…، فيما رفعها ناشطون إلى 90», «ويرفع مؤرخون العدد إلى ألف»: whose the other number is, and that alone.

    >>> from helpers.report import read_report
    >>> text = "قال الجيش إن القتلى أربعون، فيما رفعهم ناشطون إلى 90."
    >>> acts = read_report("a", text).attributions
    >>> [(a.source, text[a.content_start : a.content_end]) for a in acts]
    [('الجيش', 'إن القتلى أربعون، فيما رفعهم ناشطون إلى 90'), ('ناشطون', '90')]
    """
    speaker = speaker_after(page, cue)
    if speaker is None:
        return None
    k, stop = speaker.end + (page.form(speaker.end) in THE_NUMBER), page.sentence_end(cue.first)
    named = page.form(k - 1) in THE_NUMBER
    if page.form(k) != "الي" or not (cue.tense == "relative" or named):
        return None
    last = min(speaker.end, k - named)
    speaker = speaker._replace(end=last, core=min(speaker.core, last))
    end = next((n for n in range(k + 1, stop) if page.form(n) in ("،", ",", "؛")), stop)
    source = sources.hear(speaker, None, remember=False)
    return Act(cue, cue.last + 1, cue.first, speaker, source, source.via, k + 1, end, True)


def stands_inside(page: Page, clause: int, before: list[Act]) -> bool:
    """Whether a clause belongs to the content of the act before it: no mark, no و and no connective sets it apart.

    >>> from helpers.report import read_report
    >>> acts = read_report("a", "قال الجيش إن الوزارة أعلنت أن الهدنة انتهت.").attributions
    >>> [(a.source, a.parent) for a in acts]
    [('الجيش', None), ('الوزارة', 0)]
    """
    if not before or not before[-1].first <= clause < before[-1].end:
        return False
    if before[-1].cue.tense == "preposition":  # «وبحسب رويترز، فقد أبلغ …»
        return before[-1].first > before[-1].cue.first and clause - before[-1].first <= 1
    if clause - 1 in page.quotes:
        return True
    if page.found[clause - 1].kind == "mark" or page.form(clause).startswith("و"):
        return False
    return not page.roles(clause - 1) & {"clause"} or "that" in page.roles(clause - 1)
