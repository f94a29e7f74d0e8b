"""The phrase of a counted noun: which noun follows a number, and where its phrase ends."""

from collections.abc import Sequence
from functools import lru_cache

from helpers.lexicon import Lexicon
from helpers.nouns import Noun, noun_at, possessed_noun
from helpers.text import Seen, Token, readings
from helpers.triggers import verb_forms, verb_heads

PHRASE_WORDS, UNKNOWN = 8, 4
DEATHS = {"مصرعه", "مصرعها", "مصرعهم", "مصرعهما", "حتفه", "حتفها", "حتفهم", "حتفهما", "انفسهم"}
PREPOSITIONS = set("بلك")
CLAUSE_ENDS = {".", "؛", ":", "؟", "!"}
CROWDS = {"الالاف", "المئات", "العشرات", "الملايين"}
BODIES = {"thing", "unit"}
OF = {"من", "بين"}
STOPS = set(
    "في علي الي عن خلال بعد قبل منذ عند لدي ان الذين التي الذي اللواتي ممن بينهم بينها منهم منها كانوا كان كانت لم لا "
    "قد حيث فيما بينما عندما حين حينما جراء اثر بسبب ضمن داخل خارج وسط مع ضد نحو لكن لكنه لكنها لكنهم او ثم كما اي "
    "هذا هذه ذلك عبر باتجاه فقط الان اكثر اقل حوالي قرابه هو هي هم قد سوف بعدما قبيل اثناء نصفهم ثلثهم ثلثاهم ربعهم "
    "معظمهم بحسب حسب وفق وفقا طبقا قيد رهن وعدد واعداد وحصيله اغلبهم غالبيتهم جميعهم كلهم احدهم احدهما احداهن احداهما "
    "بعضهم اولهم اخرهم تم تمت يتم جري جرت يجري مقابل لكل".split()
)
PLACE_WORDS = {"شرق", "غرب", "شمال", "جنوب", "ريف", "محافظه", "مدينه", "بلده", "قريه", "منطقه", "اقليم", "وسط", "اطراف"}


def counted_phrase(
    text: str, found: Sequence[Token], first: int, last: int, may_follow: bool, lexicon: Lexicon
) -> tuple[Noun | None, int]:
    """The noun that the number at tokens [first, last) counts, and the token after its phrase.

    With `may_follow` the number may stand after its noun: «مدني واحد»; «الأشخاص الخمسة» always may. A singular after
    «من» is where they came from.

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> text = "20 من مقاتلي التنظيم في حلب"
    >>> noun, end = counted_phrase(text, tokens(text), 0, 1, False, load())
    >>> noun.lemma, end
    ('مقاتل', 4)
    """
    end = _phrase_end(text, found, last, lexicon)
    definite = found[first].form.startswith(("ال", "وال"))
    owner = noun_at(found, first - 1, lexicon) if first and definite else None
    if owner and owner.number == "plural" and owner.clitics.endswith("ال") and owner.cls == "casualty":
        return owner, last  # «معظم القتلى الـ40 مدنيون»
    for i in range(last, end):
        noun = noun_at(found, i, lexicon) if found[i].kind == "word" else None
        if noun is None and i > last and found[i - 1].form == "من":  # «من مقاتليه»
            noun = possessed_noun(found[i], lexicon)
        if noun and i == last and found[first].form in CROWDS and "ال" not in noun.clitics:
            break  # «شيع الآلاف جثامين الشهداء»: what a crowd does something to
        if noun and noun.clitics and PREPOSITIONS & set(noun.clitics.removesuffix("ال")):
            break  # «قتل ثلاثة من مرافقيه بغارة»: what a preposition governs is not counted
        if noun is None and i == last and found[i].form[0] == "ب" and len(found[i].form) > UNKNOWN:
            break  # «9 برصاص قناص»
        if noun is None and i == last and found[first].kind == "number" and _is_counted(found[i].form):
            break  # «20 معتمرا بحافلة»: a noun of its own, though no list knows it
        if noun and i > last and noun.cls == "casualty" and "ال" in noun.clitics and found[i - 1].form not in OF:
            break  # «ثلاثة أكواب تقل لديهم مخاطر الوفاة»
        if noun and noun.number == "singular" and found[i - 1].form == "من":
            return None, end if noun.cls in BODIES else last  # «12 من حركة الشباب», not «20 من مدينة حلب»
        if noun:
            return noun, max(end, i + noun.length)
    before = noun_at(found, first - 1, lexicon) if first and (definite or (may_follow and end == last)) else None
    if before and may_follow and before.number == "singular" and "واحد" not in found[first].form:
        return None, end
    if before and not may_follow and ("ال" not in before.clitics or before.number != "plural"):
        return None, end
    return before, end


def _is_counted(form: str) -> bool:
    """Whether a word that no list knows has the accusative ending of a noun after 11 and more."""
    return len(form) > UNKNOWN and form.endswith("ا") and form[0] not in "وبل"


def _phrase_end(text: str, found: Sequence[Token], i: int, lexicon: Lexicon) -> int:
    """Where the counted noun's phrase ends: at a stop word, a verb, a mark other than a quotation mark, a new line."""
    stop, quoted, endings = i, False, _endings(lexicon)
    line_end = text.find("\n", found[i - 1].end)
    for j in range(i, min(i + PHRASE_WORDS, len(found))):
        form = found[j].form
        if found[j].start > line_end >= 0:
            break
        if form == '"':
            quoted = True
            continue
        if found[j].kind != "word":
            break
        ending = endings[form]
        if ending == "closes" or (
            ending and (_ends(found, j, ending, lexicon) if j > i else _is_another(found, j, lexicon))
        ):
            break
        stop = j + (form != "من")
    if stop == i or not quoted:
        return stop
    quotes = sum([token.form == '"' for token in found[i:stop]])
    return stop + (quotes % 2 == 1 and stop < len(found) and found[stop].form == '"')


def _is_another(found: Sequence[Token], j: int, lexicon: Lexicon) -> bool:
    """Whether the word after a number is joined to what came before it: «المدن الـ11 والجزر», not «12 وزيرا»."""
    noun = noun_at(found, j, lexicon)
    return bool(noun and noun.clitics[:1] in ("و", "ف"))


def _ends(found: Sequence[Token], j: int, ending: str, lexicon: Lexicon) -> bool:
    """Whether the phrase ends before token `j`, which may join another or lead out of it."""
    if ending == "joins":
        return not _continues(found, j, lexicon)
    return ending == "leads out" or found[j - 1].form.startswith("ال")  # «من» after a definite noun


@lru_cache(maxsize=16)
def _endings(lexicon: Lexicon) -> Seen[str, str]:
    """For each written form how it may end a phrase before it, an empty string for most.

    A stop word or a verb, with «و» or «ف» too, closes it; other words with these may join it; «بريف» and «للمخيمات»
    lead out of it, and «من» does after a definite noun.
    """
    verbs = verb_forms(lexicon) | verb_heads(lexicon) | DEATHS

    def ending(form: str) -> str:
        if form in STOPS or form in verbs or (form[0] in "وف" and form[1:] in verbs):
            return "closes"
        if form[0] in "وف":
            return "joins"
        attached = form[0] in "بل" and any(r.stem in PLACE_WORDS for r in readings(form) if r.clitics[:1] in ("ب", "ل"))
        return "leads out" if attached or form.startswith("لل") else "may lead out" if form == "من" else ""

    return Seen(ending)


def _continues(found: Sequence[Token], j: int, lexicon: Lexicon) -> bool:
    """Whether a word that begins with «و» goes on with the phrase: «وعائلاتهم», «والشرطة»; or only looks so."""
    form = found[j].form
    if form.startswith("وال") or possessed_noun(found[j], lexicon):
        return True
    noun = noun_at(found, j, lexicon)
    return noun is not None and (noun.clitics[:1] != "و" or noun.number == "plural")
