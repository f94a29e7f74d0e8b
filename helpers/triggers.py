"""The words that say what happened to those counted: verbs, verbal nouns and participles, in every inflection."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, product
from typing import NamedTuple

from helpers import contexts
from helpers.lexicon import Hit, Lexicon, Phrases, Row
from helpers.text import Seen, Token, fold, tokens

PEOPLE = frozenset(
    {"person", "civilian", "fighter", "soldier", "family", "casualty", "moved", "visitor", "official", ""}
)
# of what kind each measure is: the rules below and in other modules go by these sets, and a new measure joins one
TOLLS = frozenset({"killed", "wounded", "killed_or_wounded", "died", "captured", "missing"})
BLOWS = frozenset({"attacks", "strikes"})
DEPARTURES = frozenset({"displaced", "evacuated", "surrendered"})
MOVES = DEPARTURES | {"arrived", "returned"}
STOCKS = frozenset({"camp_population", "camp_capacity", "fighters_present", "civilians_present", "besieged"})
GROUND = frozenset({"area_km2", "distance_km", "positions_taken"})
OTHERS = frozenset({"other_people", "weapons", "other"})
MOVEMENTS = MOVES - {"surrendered", "returned"}  # one exodus, told from its ends or on its way
INFLICTED = TOLLS - {"died", "missing"}  # somebody did it
PAST_ENDINGS = ("ت", "وا", "ا", "تا", "ن", "نا", "ته", "هم", "تهم")
CAPTURE = "أسر"
NO_VERBS = {"أسرته", "أسرتهم"}  # his family, theirs
PRESENT_ENDINGS = ("", "ون", "وا", "ان")
PRESENT, FUTURE = "يتن", "س"
STATUS_REACH, RESULT_REACH, SPLIT_REACH = 3, 4, 7
BEFORE_NOUNS = set("بعد قبل في عن علي الي اثر جراء بسبب منذ خلال نتيجه عقب مع دون".split())  # no verb follows these
STILL = set(
    "يزال تزال يزالون يزالان تزالان يزالوا يزل تزل زال زالت زالوا زلنا نزال يقل تقل يقلون يقلوا يتجاوز تتجاوز يتجاوزون "
    "يتجاوزوا يزيد تزيد يزد تزد يزيدون يزيدوا يتعدي تتعدي يتعد تتعد يتعدون يتعدوا يتخطي تتخطي يتخط يتخطون يتخطوا يفوق "
    "تفوق يفق يفوقون يفوقوا".split()
)  # «لا يزال», «لا يقل عن» deny nothing
UNDER, NEXT_TO_DOER = "تحت", {"علي", "حياه", "رؤوس", "اعناق"}
UNITS = set("ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره".split())
AS_WHAT, BESIDE = {"رهائن", "رهينه", "اسري", "اسيرا", "اسيرات"}, 4  # «اتخذ المسلحون تسعة ركاب رهائن»
CARRIED_OUT = set("نفذ نفذت نفذوا ينفذ تنفذ تنفيذ بتنفيذ".split())  # «تنفيذ حكم الإعدام»
DONE = set("تم توفي تسبب تعرض تمكن تبني تجاوز تخطي تحول تراجع تلقي توصل تاكد تضرر تضاعف تزايد توقف توجه".split())


class Trigger(NamedTuple):
    """A trigger among tokens: the tokens it takes [first, last), its lexicon row, clitics, and whether it happened."""

    first: int
    last: int
    start: int
    end: int
    row: Row
    clitics: str
    status: str

    @property
    def measure(self) -> str:
        return self.row["measure"]

    @property
    def takes(self) -> frozenset[str]:
        """The classes of noun it can count."""
        return _takes(self.row["takes"], self.row["aspect"])


@lru_cache(maxsize=1024)
def _takes(cell: str, aspect: str) -> frozenset[str]:
    classes = cell.split()
    more = ["point"] if "site" in classes and aspect == "taken" else []
    return PEOPLE if not classes or classes == ["people"] else frozenset([*classes, *more])


def scan(found: Sequence[Token], lexicon: Lexicon) -> list[Trigger]:
    """The triggers among tokens, in order; a word with several uses is listed once for each.

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> [(t.measure, t.status) for t in scan(tokens("لم يقتلوا أحدا وأصيبت طفلة"), load())]
    [('killed', 'negated'), ('wounded', 'event')]
    """
    triggers, _ = _indexes(lexicon)
    split = _split_verbs(lexicon)
    begin = triggers.begin
    places = [i for i, token in enumerate(found) if begin[token.form] and token.kind == "word"]
    hits = ((i, hit) for i in places for hit in _best(triggers, found, i))
    whole = [
        Trigger(i, i + hit.length, hit.start, hit.end, hit.row, hit.clitics, _status(found, i, hit, lexicon))
        for i, hit in hits
        if i == 0 or not _is_led_away(hit, found[i - 1].form)
    ]
    may_lead = _may_lead(lexicon)
    led = [i for i, token in enumerate(found) if may_lead[token.form]]
    heads = ((i, hit) for i in led for hit in _split(found, i, split))
    apart = [
        Trigger(i, i + 1, hit.start, hit.end, hit.row, hit.clitics, _status(found, i, hit, lexicon)) for i, hit in heads
    ]
    inside = {t.first for t in apart}  # «أخلت النيابة سبيل ستة»: the two words together tell
    return sorted([*(t for t in whole if t.first not in inside), *apart], key=lambda t: t.first) if apart else whole


def _is_led_away(hit: Hit, before: str) -> bool:
    """Whether the word before makes it no such word: no verb follows «في»; «من تحت الأنقاض» is out of them."""
    if hit.row["pos"] == "verb":
        return before in BEFORE_NOUNS
    return before == "من" and hit.row["form"].startswith(UNDER)


@lru_cache(maxsize=16)
def verb_forms(lexicon: Lexicon) -> frozenset[str]:
    """All single words that are verbs of some measure, in every inflection, folded.

    >>> from helpers.lexicon import load
    >>> "نزحت" in verb_forms(load())
    True
    """
    triggers, _ = _indexes(lexicon)
    entries = (entry for listed in triggers.by_first.values() for entry in listed)
    return frozenset(fold(row["form"]).text for rest, row in entries if row["pos"] == "verb" and not rest)


@lru_cache(maxsize=16)
def verb_heads(lexicon: Lexicon) -> frozenset[str]:
    """The first words of verbs of several words, folded: «لقوا» of «لقوا مصرعهم», but not what is a noun too.

    >>> from helpers.lexicon import load
    >>> "لقوا" in verb_heads(load())
    True
    """
    heads = {tokens(row["form"])[0].form for row in lexicon["measures"] if row["pos"] == "verb" and " " in row["form"]}
    return frozenset(heads - {tokens(row["form"])[0].form for row in lexicon["nouns"]})


def looks_ahead(cue: str, lexicon: Lexicon) -> bool:
    """Whether a word of saying speaks of what may still happen: «حذرت من», «توقع», not «قدر» nor «رجح».

    >>> from helpers.lexicon import load
    >>> looks_ahead("وحذرت من", load()), looks_ahead("ورجح", load())
    (True, False)
    """
    _, status = _indexes(lexicon)
    hit = status.at(tokens(cue), 0)
    return hit is not None and hit.row["status"] == "planned" and not hit.row.get("before")


def _best(triggers: Phrases, found: Sequence[Token], i: int) -> Iterator[Hit]:
    """All uses of the longest phrase at token `i` with the fewest clitics cut off."""
    hits = (hit for hit in triggers.all_at(found, i) if _can_carry(hit))
    first = next(hits, None)
    if first is None:
        return
    yield first
    yield from (hit for hit in hits if (hit.length, hit.clitics) == (first.length, first.clitics))


def _split(found: Sequence[Token], i: int, split: dict[str, list[tuple[tuple[str, ...], Row]]]) -> Iterator[Hit]:
    """A verb of several words with those it is said of inside: «لقي خمسة جنود مصرعهم», «حصدت المعارك أرواح 300»."""
    written = found[i].form  # «فارق», «فلقي», «وفارق»
    form = written if written in split or written[:1] not in ("و", "ف") else written[1:]
    if form not in split:
        return
    within = [token.form for token in found[i + 1 : i + 2 + SPLIT_REACH]]
    row = next((row for rest, row in split[form] if _stands_apart(rest, within)), None)
    if row is not None:
        yield Hit(row, found[i].start, found[i].end, 1, found[i].form[: len(found[i].form) - len(form)])


def _stands_apart(rest: tuple[str, ...], within: list[str]) -> bool:
    """Whether the other words of a verb stand after its subject, right after it where they say little alone."""
    if rest[0] in NEXT_TO_DOER:  # «قبضت الشرطة على 12», «كلف الهجوم حياة 12»
        after = within[1 + len(rest) : 2 + len(rest)]
        described = any(form.endswith("ه") and form not in UNITS for form in after)  # «كلف المشروع حياة كريمة»
        return (
            within[:1] != [] and within[0].startswith("ال") and within[1 : 1 + len(rest)] == [*rest] and not described
        )
    reach = BESIDE if rest[0] in AS_WHAT else len(within)
    return any(within[k : k + len(rest)] == [*rest] for k in range(1, reach))


@lru_cache(maxsize=16)
def _split_verbs(lexicon: Lexicon) -> dict[str, list[tuple[tuple[str, ...], Row]]]:
    """For the first word of each verb of several words, the words that may follow those it is said of.

    A verb of two words has all second words of those that begin like it: «لقي مصرعه», «لقوا مصرعهم».
    """
    pairs = [(tokens(row["form"]), row) for row in lexicon["measures"] if row["pos"] == "verb" and " " in row["form"]]
    rows = [([t.form for t in words], {**row, "tense": _tense(row), "base": row["form"]}) for words, row in pairs]
    twos = [(words, row["measure"]) for words, row in rows if len(words) == 2]
    heads: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
    for words, row in rows:
        alike = {(second,) for (first, second), m in twos if m == row["measure"] and first[:2] == words[0][:2]}
        rests = alike if len(words) == 2 else {tuple(words[1:])}
        heads.setdefault(words[0], []).extend((rest, row) for rest in sorted(rests))
    return heads


@lru_cache(maxsize=16)
def _may_lead(lexicon: Lexicon) -> Seen[str, bool]:
    """For each written form whether it may be the first word of a verb of two, «و» or «ف» before it."""
    split = _split_verbs(lexicon)
    return Seen(lambda form: form in split or form[1:] in split)


def _can_carry(hit: Hit) -> bool:
    """Whether the word can have its clitics: a verb takes no preposition and no article, save «ل» before a present."""
    if hit.row["pos"] != "verb" or not hit.clitics.strip("وف"):
        return hit.row["form"] != CAPTURE or not hit.clitics.endswith("ال")  # «الأسر» are families
    return hit.clitics.strip("وف") == "ل" and hit.row["tense"] == "present"


@lru_cache(maxsize=16)
def _indexes(lexicon: Lexicon) -> tuple[Phrases, Phrases]:
    rows = [{**row, "tense": _tense(row), "base": row["form"]} for row in lexicon["measures"]]
    listed = {(fold(row["form"]).text, row["measure"], row["aspect"]) for row in rows}
    inflected = (more for row in rows if row["pos"] == "verb" and " " not in row["form"] for more in _inflections(row))
    new = (row for row in inflected if (fold(row["form"]).text, row["measure"], row["aspect"]) not in listed)
    return Phrases(chain(rows, new)), Phrases(lexicon["status"])


def _tense(row: Row) -> str:
    return "" if row["pos"] != "verb" else "present" if row["form"][0] == PRESENT[0] else "past"


def _inflections(row: Row) -> Iterator[Row]:
    """Persons, numbers and the future of a verb given as «he did» or «he does»."""
    form = row["form"]
    if row["tense"] == "present":
        for person, ending in product(PRESENT, PRESENT_ENDINGS):
            yield row | {"form": person + form[1:] + ending}
            yield row | {"form": FUTURE + person + form[1:] + ending, "tense": "future"}
    elif form[-1] == "ى":
        yield from (row | {"form": form[:-1] + ending} for ending in ("ت", "وا", "تا", "يا", "ينا"))
    else:
        yield from (row | {"form": form + ending} for ending in PAST_ENDINGS if form + ending not in NO_VERBS)
        if form[-1] == "ي":
            yield row | {"form": form[:-1] + "وا"}


def _status(found: Sequence[Token], i: int, trigger: Hit, lexicon: Lexicon) -> str:
    """Whether a word just before, in the same breath, denies the trigger or makes it a plan, as «س» does."""
    if trigger.row["tense"] == "future":
        return "planned"
    _, status = _indexes(lexicon)
    i = _result_verb(found, i, lexicon)
    for j in range(i - 1, max(0, i - STATUS_REACH) - 1, -1):
        if trigger.clitics[:1] in ("و", "ف") or found[j].kind == "mark":
            break
        hit = status.at(found, j)
        following = found[j + 1].form if j + 1 < len(found) else ""
        if following in STILL or (j and found[j - 1].form.removeprefix("و") in CARRIED_OUT):
            continue
        if hit and hit.row.get("before", "") not in ("", trigger.clitics):
            continue  # «حملة لاعتقال 20» aims at it, «حملة اعتقال 20» need not
        if hit and j + hit.length <= i and (hit.row["form"] != "قد" or _is_imperfect(following)):
            return hit.row["status"]
        if found[j].form[0] == "و":
            break
    return "event"


def _is_imperfect(form: str) -> bool:
    """Whether the verb after «قد» tells of what may be: «قد يقتل», «قد تقتل»; «قد قتل», «قد تم», «قد تسببت» did."""
    if form[:1] != "ت":
        return form[:1] == "ي"
    return form not in DONE and (not form.endswith(("ت", "وا")) or form == "تموت")


def _result_verb(found: Sequence[Token], i: int, lexicon: Lexicon) -> int:
    """The token after the verb whose result the trigger is, else `i`: «قد يؤدي الهجوم إلى نزوح», «لم يسفر عن مقتل»."""
    if i == 0 or found[i - 1].form not in ("الي", "عن", "في"):
        return i
    before = range(i - 2, max(-1, i - 2 - RESULT_REACH), -1)
    leading = contexts.words(lexicon, "leads_to")
    return next((j + 1 for j in before if found[j].form.lstrip("و") in leading), i)
