"""Verbs without a speaker of their own, which go on with the last one: «وأضاف أن», «يقول: «…»», «مشيرا إلى»."""

from helpers import contents
from helpers.agreement import WOMAN, voice
from helpers.closing import closing_alone
from helpers.contents import FIGURES, STATED, Opening
from helpers.cues import PRONOUNS, Cue
from helpers.lexicon import marked
from helpers.objects import announces
from helpers.openers import YET
from helpers.page import Page
from helpers.shapes import is_definite, is_feminine, is_masdar
from helpers.sources import Sources
from helpers.statement import CARRY_SENTENCES, Act

STILL = ("غير", "الا", "بيد", "رغم")  # «غير أنه أضاف أن …» goes on with the last speaker
SPOTS = "رصد"  # observers tell by it; armies and parties only see by it
COUNTED = ("وثق", "احصي", "سجل")
HAS_SUBJECT = ("فانه", "فانها", "فانهم")
ITS, WHAT = ("انه", "انها", "انهم", "انهما"), ("ما", "لما", "مما", "عما", "بما", "وما")
MAYBE_PASSIVE = ("اعلن", "كشف", "نفي", "تبني", *COUNTED)  # written alike in the passive: أُعلن مقتل …


def carried(page: Page, cue: Cue, sources: Sources, before: list[Act]) -> Act | None:
    """A verb without a speaker of its own goes on with the last one.

    >>> from helpers.report import read_report
    >>> acts = read_report("a", "قال ناطق باسم الجيش إن ثلاثة قتلوا. وأضاف أن خمسة أصيبوا.").attributions
    >>> [(a.cue, a.source, a.carried_over) for a in acts]
    [('قال', 'ناطق باسم الجيش', False), ('وأضاف', 'ناطق باسم الجيش', True)]
    """
    what = calls_it(page, cue)
    if page.roles(cue.first - 1) & {"subordinate", "relative"} and page.form(cue.first - 1) != "كما" and not what:
        return None
    quotation = page.quotation_around(cue.first)
    if quotation is not None and page.is_utterance(quotation) and cue.tense != "participle":
        return None
    issuer = sources.issuer_in(page.sentence[cue.first])
    opened = contents.opening(page, cue, cue.last + 1, False)
    if opened and opened.kind == "preposition" and cue.tense == "imperfect":
        opened = _beside(page, cue, opened)
    if cue.row["form"] == SPOTS and page.form(cue.first - 1) != "كما":
        return None  # «قالت الكتائب إنها … ورصدت تحركات» does so
    if opened is None and (act := closing_alone(page, cue, sources)):
        return act
    resumed = page.form(cue.first - 2) == "قبل"  # «صمتت قبل أن تجيب: «…»»
    joined = page.form(cue.first).startswith("و") or issuer is not None or resumed or _heads(page, cue)
    joined = joined or page.form(cue.first - 1) in YET or (page.form(cue.first - 2) in STILL and opened is not None)
    in_it = issuer is not None and cue.row["role"] in ("says", "claims") and page.form(cue.first + 1) in ("فيه", "فيها")
    after_all = page.form(cue.first - 1) in HAS_SUBJECT  # «وإذ تذكر المنظمة بأن …، فإنها تطالب …»
    going_on = bool(before) and before[-1].cue.tense == "imperfect" and before[-1].first <= cue.first < before[-1].end
    told = opened is not None and (opened.kind in STATED or (going_on and opened.kind == "preposition"))
    told |= opened is not None and after_all
    if cue.tense == "imperfect" and not (opened and (in_it or (told and (joined or after_all)))):
        return None  # «الأونروا تقول إن …، وتحذر من نفاد الوقود»
    if "that" in page.roles(cue.first - 1) and page.form(cue.first - 2) not in STILL and not (resumed or after_all):
        return None
    inside = bool(before) and before[-1].first < cue.first < before[-1].end and cue.tense == "perfect"
    led = page.form(cue.first)[0] in "وف" or bool(page.roles(cue.first - 1) & {"clause", "that"})
    led = led and not (inside and before[-1].cue.tense == "preposition" and page.form(cue.first)[0] != "و")
    if inside and not led and page.form(cue.first + 1) not in ("فيه", "فيها") and not _is_his_word(page, cue, opened):
        return None  # «قالت الوكالة إنه خلال استجوابه اعترف بأنه …»
    here = page.sentence[cue.first]
    noun = cue.tense != "participle" or marked(cue.row, "accusative")
    if opened is None or (cue.weak and opened.kind == "object" and noun and not is_estimate(page, cue, opened)):
        return None
    if _is_memo(page, cue, opened):
        return None
    told = opened.kind != "object" or cue.tense != "perfect" or _tells_of_an_event(page, cue, opened)
    loose = not told or (cue.weak and opened.kind == "preposition")
    straight = cue.weak and opened.kind == "preposition" and opened.first <= cue.last + 2 and cue.tense == "perfect"
    reach = int(straight) if loose else CARRY_SENTENCES  # «قالت الحركة إن …. وهددت بالرد»
    source, _ = sources.last(cue.first, voice(page, cue), reach, cue.tense == "participle")
    passive = cue.base in MAYBE_PASSIVE and source is not None and voice(page, cue) not in source.voices
    if source is None or passive or (loose and straight and voice(page, cue) not in source.voices):
        return None
    end = contents.last_token(page, opened)
    sources.keep(source._replace(via=opened.via or source.via), here)
    speaker = issuer if issuer and source.canonical == sources.named(issuer).canonical else None
    clause = cue.first - 2 * (page.form(cue.first - 2) in STILL and "that" in page.roles(cue.first - 1))
    return Act(cue, cue.last + 1, clause, speaker, source, opened.via or source.via, opened.first, end, False)


def _beside(page: Page, cue: Cue, opened: Opening) -> Opening:
    """«وتشير إلى خيمة في الباحة: «هناك وضعنا الجرحى»»: the words said beside what the verb is said of."""
    within = range(opened.first, page.sentence_end(cue.first) - 1)
    colon = next((k for k in within if page.form(k) == ":" and page.is_utterance(k + 1)), None)
    return opened if colon is None else Opening(colon + 1, "colon", opened.via)


def calls_it(page: Page, cue: Cue) -> bool:
    """«صورا لما قال إنها أسلحة»: what is told is named by what the speaker calls it.

    >>> from helpers.report import read_report
    >>> text = "نشر الجيش صورا لما قال إنها أسلحة."
    >>> [(a.source, text[a.content_start : a.content_end]) for a in read_report("a", text).attributions]
    [('الجيش', 'إنها أسلحة')]
    """
    return page.form(cue.first - 1) in WHAT and page.form(cue.last + 1) in ITS


def _is_his_word(page: Page, cue: Cue, opened: Opening | None) -> bool:
    """«في هجوم قالت إنه الأعنف», «صورا لما قال إنها أسلحة»: what the speaker calls a thing, inside what is told."""
    base = cue.base == "قال"
    return base and opened is not None and opened.first == cue.last + 1 and page.form(opened.first) in ITS


def _is_memo(page: Page, cue: Cue, opened: Opening) -> bool:
    """«أصدرت المحكمة مذكرة بحق الوزير»: a noun that looks like a woman's participle, «مذكرة بأن …»."""
    looks = cue.tense == "participle" and marked(cue.row, "accusative") and page.form(cue.first).endswith("ه")
    return looks and opened.kind == "preposition" and not announces(page, page.form(opened.first))


def _heads(page: Page, cue: Cue) -> bool:
    """«يقول: «لم نجد كفنا»», «ثم يضيف «…»»: a verb at the head of its sentence, before words that are said."""
    start = page.sentence_start(cue.first)
    return cue.first - (page.form(cue.first - 1) == "ثم") == start


def _tells_of_an_event(page: Page, cue: Cue, opened: Opening) -> bool:
    """«كما أدان استهداف …»: no speaker but an infinitive follows; «وأعلن مقتل …» may be a passive."""
    form = page.form(opened.first)
    if cue.row["role"] == "asks" and is_definite(form) and is_masdar(page.form(opened.first + 1)):
        return True  # «وناشدت المنظمات توفير الأغطية»
    if form == "ما" or "demonstrative" in page.roles(opened.first) or is_estimate(page, cue, opened):
        return cue.base not in MAYBE_PASSIVE or voice(page, cue) == WOMAN  # «واعتبرت ما حدث جريمة»
    if {"np", "ه"} <= set(cue.takes) and page.form(cue.first).endswith(PRONOUNS):
        return True  # «أدانت الوزارة الهجوم. واعتبرته جريمة»
    counts = page.form(cue.first - 1) == "كما" and cue.base in COUNTED  # «كما وثق مقتل ستة»
    active = counts or (voice(page, cue) == WOMAN and not is_feminine(form))  # «نفت وقوع», where a passive would agree
    if cue.row["role"] not in ("says", "counts") or (cue.base in MAYBE_PASSIVE and not active):
        return False
    return not is_definite(form) and (announces(page, form) or is_masdar(form))


def is_estimate(page: Page, cue: Cue, opened: Opening) -> bool:
    """«تقدر المفوضية عدد النازحين بنحو», «وقدرت وجود ألف مقاتل»: what the verb puts a figure to.

    >>> from helpers import parse
    >>> said = parse([("a", "تقدر المفوضية عدد النازحين بنحو 300 ألف.")]).attributions
    >>> said[["source", "cue"]].values.tolist()
    [['المفوضية', 'تقدر']]
    """
    return cue.base == "قدر" and opened.kind == "object" and page.form(opened.first) in FIGURES
