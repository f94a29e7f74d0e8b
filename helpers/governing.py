"""Which word of what happened governs a number: the cheapest to reach over the words, marks and numbers between."""

from collections.abc import Sequence
from itertools import pairwise

from helpers.gaps import after_aside, between
from helpers.heads import REACHED, comes_to, heads_a_count, is_reaching, is_said_of, reached_by
from helpers.quantities import Found
from helpers.series import MOSTLY, OF_THEM, ONE_MORE, SUBSETS, TO, TWO
from helpers.text import Token
from helpers.triggers import BEFORE_NOUNS, CAPTURE, DEPARTURES, PEOPLE, STOCKS, TOLLS, UNDER, Trigger

CLOSE = 2
CLAUSES = set("ان انه انها بان بانه بانها لان لانه لانها وان وانه وانها".split())
WHO, BEING = {"ممن", "الذين", "اللواتي"}, {"كانوا", "ظلوا", "باتوا", "زالوا", "يزالوا"}
THEIR = ("هم", "ها", "ه", "هما", "هن")
LEADING = {"علي", "الي"}  # «أجبر آلاف الأشخاص على النزوح»
TIMES = set(
    "اليوم الليله البارحه الاسبوع الشهر العام السنه الان الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت".split()
)
TESTIFIED = "استشهد"
CITED = set(
    "بحث بحوث ابحاث دراسه دراسات ايه ايات قول اقوال مقوله مقولات كلام احاديث ابيات تقرير تقارير احصاءات ارقام".split()
)  # not «بيت», «حديثة», which begin names of places
COME_TO = {"وصل", "يصل"}
THOUSANDS = {"الف", "الاف", "الفي", "الفين"}
STILL_IN, STATES = (" في",), set("عداد الاسر قبضه حاله المعتقلات السجون سجون سجنه العنايه غيبوبه انتظار".split())
LOST, TRACES = "فقد", {"اثر", "اثار"}
MADE_FOR = set("مصمم مصممة مهيأ مهيأة معد معدة مجهز مجهزة".split())
WITH_W = set(
    "وحده وحدات وزاره وزارات وزير وزراء وكاله وكالات وفد وفود ولايه ولايات والي والد والده والديه والدته ولد ولدان"
    " ولدين وسيط وسطاء وسائل وسيله ورشه واشنطن وفاه وقود وادي واد وجهاء وثيقه وثائق وقت وباء وسط وراء وفق وقوع وجود"
    " وصول وكيل وكلاء وافد وافدين وليد وائل وسام وهران واسط ورقله وارسو".split()
)  # begin with a «و» of their own
JOINS = {"مقابل", TO, "اي", "معهم", "معه", "معها", "كذلك", "ايضا", "من", "في", "بينما", "نحو"}
INTO_HANDS = {"بيد", "بايدي", "بقبضه", "تحت"}
BROUGHT_OUT, FOUND_REACH = ("عثر", "عثروا", "العثور", "انتشل", "انتشلت", "انتشال", "سحب", "اخرج", "اخراج", "انقاذ"), 4
LED_TO = {"علي", "الي", "لدي", "بين"}
FAMILIES, ACROSS = {"اسر", "اسرا"}, "عبر"
CARRIES_OFF, KILL = "أودى", "قتل"
KIN = set("زوجت زوج والد والدت اب ام اخا شقيق شقيقت ابنت ابن طفل طفلت طفلي طفلتي اولاد ابناء جار".split())


def governing(
    q: Found, able: Sequence[Trigger], others: Sequence[Found], found: Sequence[Token], reach: int
) -> tuple[int, Trigger | None]:
    """The cheapest trigger within reach and its cost; of two at one cost, the one before the number.

    Of one verb's uses it is the active one where its doer follows: «فقد الجيش 13 جنديا», not «فقد 13 جنديا».

    >>> from helpers import parse
    >>> texts = "فقد الجيش السوري 13 جنديا.", "فقد 13 جنديا."
    >>> parse([(t, t) for t in texts]).claims["measure"].tolist()
    ['killed', 'missing']
    """
    verbs = {t.first for t in able if t.row["pos"] == "verb"}
    able = [t for t in able if not is_said_of(t, verbs, found)]
    named = (t for t in able if t.first >= q.last and comes_to(q, t, able, others, found))
    if (label := next(named, None)) is not None:
        return 0, label
    costed = [
        (cost, t.first > q.first, t.row["voice"] == "passive" and _has_its_doer(t, q, found), t)
        for t in able
        if (cost := _cost(q, t, others, found)) is not None
    ]
    cost, _, _, trigger = min(costed, key=lambda c: c[:3], default=(reach + 1, False, False, None))
    return (cost, trigger) if cost <= reach else (reach + 1, None)


def _cost(q: Found, t: Trigger, others: Sequence[Found], found: Sequence[Token]) -> int | None:
    """The words between a trigger and a number, more where something parts them; None where it cannot govern it."""
    if _are_families(t, q, found):
        return None
    if is_one_more_thing(q, others, found) or (t.first - q.last in (0, 1) and heads_a_count(t, found)):
        return None
    if t.last > q.first:
        return _cost_before(q, t, others, found)
    label = t.row["voice"] == "label" or heads_a_count(t, found)
    if _opens_with_and(found, t.last) or (not label and (_is_cited(q, t, found) or _has_its_fill(q, t, others, found))):
        return None
    if t.row["base"] in COME_TO and found[q.first - 1].form == TO:
        return None  # «ليصل إجمالي ما نزعه إلى 443 ألفا»: what comes to a number has not arrived
    led = (other for other in others if t.last <= other.first < q.first and _is_led(other, found))
    if t.row["base"] == CARRIES_OFF and _is_led(q, found) and not any(led):
        return CLOSE  # «أودت الحرب التي اندلعت في أبريل بعشرات الآلاف»: its object is what «ب» leads to
    if _is_fall(t) and t.last < q.first:
        return None  # «سقطت القذائف على 12 قرية»: only what follows at once has fallen
    parted = any(t.last <= other.first < q.first for other in others)
    reached = reached_by(q.first, t.last, found) or is_reaching(t, found) or _is_bare(q, t, found)
    return 0 if label and not parted and reached else between(t.last, q.first, others, found)


def _has_its_fill(q: Found, t: Trigger, others: Sequence[Found], found: Sequence[Token]) -> bool:
    """Whether a word before a number, no heading of one, has told of somebody or something else."""
    verb, passive, parted = t.row["pos"] == "verb", t.row["voice"] == "passive", t.last < q.first
    if t.measure in TOLLS and _is_taken(t, q, others, found):
        return True
    if parted and _has_its_subject(t, found) and "و" not in (found[q.first].form[0], found[q.first - 1].form):
        return True
    follows = found[t.first].form.endswith("وا") and found[t.first - 1].form not in {*WHO, "من"}
    if verb and passive and parted and follows:
        return True  # «راحلين توفوا هذا العام، بحضور 200 مدعو»: in the plural it follows its subject
    if verb and found[t.first].form.endswith("هم"):
        return True  # «حاصرتهم المياه، ونقلت 60 أسرة»: it has its object
    if t.row["pos"] == "participle" and t.measure in STOCKS and q.noun is not None and _is_parted(t, q, found):
        return True  # «300 ملف عالق، وسرح 40 موظفا»
    if _is_particle(t, q, found) or (t.row["base"] in MADE_FOR and not _is_made_for(t, q, found)):
        return True
    return _opens_statement(found, t.last, q.first)  # «40% من الوفيات، وإن 12 ألف مخالفة»


def _cost_before(q: Found, t: Trigger, others: Sequence[Found], found: Sequence[Token]) -> int | None:
    """The cost of a number before a trigger; None where the trigger is of something else."""
    if t.row["base"].endswith(STILL_IN) and t.last < len(found) and found[t.last].form in STATES:
        return None  # «لا يزالون في عداد المفقودين»
    near = found[max(0, q.first - FOUND_REACH) : q.first]
    if t.row["form"].startswith(UNDER) and any(token.form.endswith(BROUGHT_OUT) for token in near):
        return None  # «عثر على خمسة تحت الأنقاض»
    if _is_fall(t) and (t.last == len(found) or found[t.last].form not in INTO_HANDS):
        return None  # «ثلاث قرى سقطت فيها قذائف»
    if (t.first == q.last and found[t.first].form in FAMILIES) or found[t.first].form == ACROSS:
        return None  # «310 أسر»; «650 طفلا، عبر معبرين»: those who crossed are many
    own = t.last + (t.last < len(found) and found[t.last].form in OF_THEM)
    if any(other.first == own for other in others) and not _opens_with_and(found, own):
        return None  # «في مخيم يضم 30 ألفا», «180 ألفا توفي منهم 14 ألفا»: the number after it is its own
    if t.row["voice"] == "label" and found[q.first - 1].form == TO and q.last <= t.first <= q.phrase_end:
        return 1  # «يرفع إلى ستة العدد الإجمالي للقتلى»
    if (
        _is_cited(q, t, found)
        or _has_its_own_victim(t, found)
        or any(_describes(t, other) for other in others if other is not q)
    ):
        return None
    after = after_aside(q, t.first, others, found)
    if any(token.form in CLAUSES for token in found[after : t.first]):
        return None  # «يعاني 300 طفل من انقطاع وصفوه بأنه قنبلة تقتل المستقبل»
    if t.first < q.last or t.clitics[:1] in ("و", "ف") or (t.row["voice"] == "active" and t.measure in TOLLS):
        return None  # what stands before an active verb did it
    aimed = "ل" in t.clitics.removesuffix("ال") and not _has_its_own(t, found)
    verbal = t.row["pos"] == "verb" or aimed or t.row["form"].endswith(THEIR)
    verbal = verbal or (t.measure in DEPARTURES and found[t.first - 1].form in LEADING)
    if not verbal and t.row["pos"] != "participle":
        return None
    return 1 if _is_past_relative(q, t, found) else 1 + between(after, t.first, others, found)


def _are_families(t: Trigger, q: Found, found: Sequence[Token]) -> bool:
    """Whether «أسر» before an adjective is families, and no capture: «على أسر فقيرة، وكفلت 300 يتيم»."""
    if t.row["base"] != CAPTURE or t.row["pos"] != "noun" or not 0 < t.last < q.first:
        return False
    return found[t.first - 1].form in LED_TO and found[t.last].form.endswith(("ه", "ات"))


def _is_fall(t: Trigger) -> bool:
    """Whether a town is told to have fallen to a side."""
    return t.row["aspect"] == "taken" and t.row["voice"] == "passive"


def _describes(t: Trigger, other: Found) -> bool:
    """Whether a participle or noun belongs to those of another number: «أربعة مدنيين وتسعة مفقودين»."""
    return t.row["pos"] != "verb" and t.row["voice"] != "label" and other.last <= t.first < other.phrase_end


def _is_past_relative(q: Found, t: Trigger, found: Sequence[Token]) -> bool:
    """Whether the verb is the second after «ممن», the first being the relative clause's: «20 ممن لجأوا إليه قتلوا»."""
    if q.phrase_end >= t.first or found[q.phrase_end].form not in WHO or t.clitics:
        return False
    inside = [token.form for token in found[q.phrase_end + 1 : t.first - 1]]
    many = (form for form in inside if form.endswith("وا") and form not in BEING)
    return found[t.first].form.endswith("وا") and found[t.first - 1].form not in BEING and next(many, None) is not None


def _has_its_doer(t: Trigger, q: Found, found: Sequence[Token]) -> bool:
    """Whether a word that may be the subject parts a verb from the number after it."""
    return t.last < q.first and found[t.last].kind == "word" and found[t.last].form not in BEFORE_NOUNS


def _is_led(q: Found, found: Sequence[Token]) -> bool:
    """Whether «ب» leads to the number."""
    form = found[q.first].form
    definite = form.startswith("بال") and form[1:] not in THOUSANDS  # «بآلاف» is folded to «بالاف»
    return (form[0] == "ب" and not form.startswith("بضع") and not definite) or found[q.first - 1].form == "ب"


def _is_cited(q: Found, t: Trigger, found: Sequence[Token]) -> bool:
    """Whether «ب» leads from a passive to the number, which then suffered nothing: «استشهد الكاتب بثلاثة أقوال»."""
    if t.row["base"] == TESTIFIED:
        after = [token.form for token in (*found[t.last : t.last + 1], *found[q.last : q.phrase_end + 1])]
        if any(form[:1] == "ب" and form[1:] in CITED for form in after):
            return True  # «استشهد ستون باحثا ببحوث مزورة»
    return _is_led(q, found) and t.measure in TOLLS and t.row["pos"] == "verb" and t.row["voice"] == "passive"


def _has_its_own_victim(t: Trigger, found: Sequence[Token]) -> bool:
    """Whether a verb of killing is followed by the kin of who stands before it: «رجل قتل زوجته وطفليه»."""
    form = found[t.last].form if t.last < len(found) else ""
    return t.row["base"] == KILL and any(form in (kin + "ه", kin + "ها") for kin in KIN)


def _is_taken(t: Trigger, q: Found, others: Sequence[Found], found: Sequence[Token]) -> bool:
    """Whether the word has its number already and nothing joins this one: «أصيب 12 في هجوم شنه خمسة مسلحين»."""
    own = any(other.first == t.last and other.last <= q.first for other in others)
    before = found[q.first - 1].form
    own_noun = found[q.first].form.startswith("ال") or found[q.first].form in TWO
    known = before[0] == "و" and own_noun  # «قتل رجل وأبناؤه الأربعة», «ومعلمين اثنين»
    joined = known or "و" in (found[q.first].form[0], before) or before.removeprefix("و") in SUBSETS | MOSTLY | JOINS
    return own and not joined


def _has_its_subject(t: Trigger, found: Sequence[Token]) -> bool:
    """Whether a passive of death or harm is followed by whom it is said of: «توفي الشاعر», not «أصيب اليوم»."""
    form = found[t.last].form if t.last < len(found) else ""
    passive = t.row["pos"] == "verb" and t.row["voice"] == "passive" and t.measure in TOLLS
    return passive and form.startswith("ال") and form not in TIMES


def _has_its_own(t: Trigger, found: Sequence[Token]) -> bool:
    """Whether a word of death or rescue names whom it is of: «حزن كثيرون لوفاة الممثل», «هب 45 لإجلاء الضحايا»."""
    return (
        t.measure in TOLLS | {"evacuated"}
        and "ال" not in t.clitics
        and t.last < len(found)
        and found[t.last].form.startswith("ال")
    )


def is_one_more_thing(q: Found, others: Sequence[Found], found: Sequence[Token]) -> bool:
    """Whether «واحدة» is one more of the things counted before it: «أصيب برصاصتين في كتفه وواحدة في ساقه».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> text = "أصيب برصاصتين في كتفه وواحدة في ساقه"
    >>> counted = quantities.scan(text, tokens(text))
    >>> is_one_more_thing(counted[-1], counted, tokens(text))
    True
    """
    if q.noun is not None or found[q.first].form not in ONE_MORE:
        return False
    before = [other.noun.cls for other in others if other.first < q.first and other.noun is not None]
    return bool(before) and before[-1] not in PEOPLE


def _is_parted(t: Trigger, q: Found, found: Sequence[Token]) -> bool:
    """Whether a mark stands between a word and the number after it."""
    return any(token.kind == "mark" and token.form != '"' for token in found[t.last : q.first])


def _opens_statement(found: Sequence[Token], first: int, last: int) -> bool:
    """Whether a new statement opens after a mark among the tokens [first, last): «، وإن», «، وأنهم»."""
    pairs = pairwise(found[first:last])
    return any(a.kind == "mark" and a.form != '"' and b.form in CLAUSES and b.form[0] == "و" for a, b in pairs)


def _is_particle(t: Trigger, q: Found, found: Sequence[Token]) -> bool:
    """Whether «فقد» is «ف» and «قد» before a verb rather than that people are missing: «فقد دمرت الغارات أربعة»."""
    apart = t.row["base"] == LOST and t.measure == "missing" and t.last < q.first
    return apart and not found[t.last].form.startswith("ال") and found[t.last].form not in TRACES


def _is_made_for(t: Trigger, q: Found, found: Sequence[Token]) -> bool:
    """Whether «ل» leads from «مصمم» to the number: «المهيأ لـ 600 شخص», «المصمم لألفي أسرة»."""
    return found[t.last].form == "ل" or (q.first == t.last and found[q.first].form[0] == "ل")


def _is_bare(q: Found, label: Trigger, found: Sequence[Token]) -> bool:
    """Whether a number without a noun ends the label's clause: «عدد القتلى الذين وصلوا إلى المستشفى 17»."""
    return q.noun is None and all(token.kind == "word" for token in found[label.last : q.first])


def _opens_with_and(found: Sequence[Token], i: int) -> bool:
    """Whether «و» parts a word from the number after it: «قتلوا و15 أصيبوا», «قتلوا وخمسة أصيبوا»."""
    if found[i].form in ("واحد", "واحده") and (i + 1 == len(found) or found[i + 1].form[0] in "وم.،,"):
        return False  # «قتل واحد من الجنود», «أصيبت واحدة»
    joined = found[i].form[0] == "و" and found[i].form not in REACHED | WITH_W  # «عدد القتلى وصل إلى 12», «دمرت وحدة»
    return joined and (found[i].form == "و" or found[i].kind == "word")
