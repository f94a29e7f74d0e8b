"""People who are told to be somewhere, not to have gone there: of a camp its population, of others by what they are."""

from collections.abc import Sequence

from helpers.contexts import words
from helpers.governing import CLOSE
from helpers.lexicon import Lexicon, marked
from helpers.nouns import PRONOUNS, noun_at
from helpers.phrases import CLAUSE_ENDS
from helpers.quantities import Found
from helpers.series import OF_THEM
from helpers.text import Token, fold, readings
from helpers.triggers import PEOPLE, Trigger

CAMPS, CAMP_REACH, FARTHEST_NOUN = {"مخيم", "مخيمات"}, 6, 4
ELSEWHERE = (
    ("comes_out", "shelter", "present"),
    ("comes_out", "march", "other_people"),
    ("breaks_out", "prison", "other_people"),
)  # roles of the verb and of the words after it, and what is told
EXIT_REACH, PATIENT = 3, "مريض"
CARRIED, CARE = (
    ("نقل", "ينقل"),
    set("مستشفي مستشفيات مشفي مشافي علاج جريح جريحا جرحي مصابا مصابين سجن سجون معتقل محكمه".split()),
)
CROSSED, WHITHER = {"عبر", "يعبر"}, {"الي", "الحدود", "حدود", "معبر", "باتجاه", "النهر", "البحر", "المتوسط"}


def no_flight(q: Found, trigger: Trigger, found: Sequence[Token], lexicon: Lexicon) -> str:
    """What is told instead where people only came out of what nobody lives in: «خرج ستة مسلحين من نفق».

    Nor is a march («خرج آلاف المتظاهرين») or an escape («فر ثلاثة سجناء») a flight; empty where it is one.

    >>> from helpers import parse
    >>> texts = "خرج ستة مسلحين من نفق.", "خرج ستة مدنيين من المدينة.", "فر ثلاثة سجناء من السجن."
    >>> parse([(t, t) for t in texts]).claims["measure"].tolist()
    ['fighters_present', 'displaced', 'other_people']
    """
    near = [token.form for token in found[q.last : max(q.phrase_end, trigger.last) + EXIT_REACH]]
    after = {*near, *(form.removeprefix("ال") for form in near)}
    base = fold(trigger.row["base"]).text
    if base in CROSSED and not WHITHER & {t.form for t in found[trigger.last : q.first]} | after & WHITHER:
        return "other_people"  # «عبر كثيرون عن حزنهم», «عبر 300 مشارك خط النهاية»
    led = after | {token.form.removeprefix("ال") for token in found[trigger.last : q.first]}
    patients = q.noun is None or q.noun.cls == "casualty" or q.noun.lemma == PATIENT
    places = words(lexicon, "no_home") | (words(lexicon, "care") if patients else set())
    if base in words(lexicon, "leaves") and places & led:
        return "other_people"  # «غادر المستشفى سبعة», «غادر القاعة 12 نائبا»
    pairs = ((words(lexicon, verb), words(lexicon, place), told) for verb, place, told in ELSEWHERE)
    return next((told for verbs, places, told in pairs if base in verbs and places & after), "")


def are_visitors(q: Found, others: Sequence[Found]) -> bool:
    """Whether those counted, or else those counted before, are visitors: «استقبل 900 مسافر وغادر منه 600».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> text = "استقبل 900 مسافر وغادر منه 600"
    >>> counted = quantities.scan(text, tokens(text))
    >>> are_visitors(counted[1], counted)
    True
    """
    before = (other for other in reversed(others) if other.last <= q.first and other.noun is not None)
    noun = q.noun or next((other.noun for other in before), None)
    return noun is not None and noun.cls == "visitor"


def measure(q: Found, trigger: Trigger, found: Sequence[Token], lexicon: Lexicon) -> str:
    """What is told of people who are somewhere: of a camp its population, of others by what they are.

    >>> from helpers import parse
    >>> texts = "يعيش 40 ألف نازح في مخيم الركبان.", "بقي 500 مدني في البلدة.", "يوجد 300 مقاتل في البلدة."
    >>> parse([(t, t) for t in texts]).claims["measure"].tolist()
    ['camp_population', 'civilians_present', 'fighters_present']
    """
    back = CAMP_REACH if trigger.row["form"].endswith(PRONOUNS) else CLOSE  # «مخيم … الذي يقطنه 40 ألفا»
    last = max(trigger.last, q.phrase_end)
    last += found[last].form in OF_THEM if last < len(found) else 0  # «يعيش 135 ألفا منهم في مخيم»
    near = found[max(0, min(trigger.first, q.first) - back) : last + CLOSE]
    if any(r.stem in CAMPS for token in near for r in readings(token.form)):
        return "camp_population"
    first = max(0, trigger.first - FARTHEST_NOUN)
    first = next((i + 1 for i in range(trigger.first - 1, first - 1, -1) if found[i].form in CLAUSE_ENDS), first)
    before = (noun_at(found, i, lexicon) for i in reversed(range(first, trigger.last)))
    noun = q.noun or next((n for n in before if n and n.number == "plural" and n.cls in PEOPLE), None)
    beside = (token.form.removeprefix("ال") for token in found[q.last : q.phrase_end + EXIT_REACH])
    between = [token.form for token in found[trigger.last : q.first]]
    led = bool(between) and "عن" not in between  # «نقلت أنقرة ألفي مقاتل»; not «نقل أربعة جنود», «نقلت عن مقاتلين»
    if fold(trigger.row["base"]).text.startswith(CARRIED) and (not led or any(form in CARE for form in beside)):
        return "other_people"
    cls = noun.cls if noun else ""  # «عناصر التنظيم المتبقون لا يتجاوز عددهم 300»
    if cls == "civilian":
        return "civilians_present"
    forces = words(lexicon, "armed")
    led = marked(trigger.row, "armed")  # «تحت إمرته 600 رجل»
    armed = led or any(token.form.lstrip("ل").removeprefix("ال") in forces for token in found[q.last : q.phrase_end])
    return "fighters_present" if cls in ("fighter", "soldier") or (cls == "person" and armed) else "other_people"
