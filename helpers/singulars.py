"""Ones that no numeral says: «قتل ضابط», «عثرت على مستودع», «وفاة رضيع» each count one."""

from collections.abc import Iterator, Sequence

from helpers import kin
from helpers.lexicon import Lexicon
from helpers.nouns import noun_at, possessed_noun
from helpers.phrases import STOPS
from helpers.quantities import Found, Quantity
from helpers.retelling import says_again
from helpers.series import SUBSETS, names_them
from helpers.sufferers import sufferers
from helpers.text import Token
from helpers.triggers import PEOPLE, TOLLS, Trigger

LOSSES = TOLLS - {"killed_or_wounded"} | {"weapons"}
LINKS = {"علي", "ب", '"', "فيها", "فيه", "فيهما", "خلالها", "خلاله", "اثرها", "اثره", "ايضا", "كذلك"}
WHOSE_WORDS = 5
TWO_MORE, STILL_TWO = {"اخران", "اخريان"}, {"لا", "ما", "يزالان", "زالا", "كانا", "باتا"}
FIELDS = set(
    "اغاثه اسعاف امن شرطه اطفاء انقاذ صيانه بناء نظافه توصيل حراسه احتياط مرور جمارك مخابرات استخبارات دفاع".split()
)  # what a dual may stand before without its «ن»: «عاملا إغاثة»; an accusative would be «عامل إغاثة»
LEFT = set("ان الذي التي في خلال فيما بينما حيث حين كما لكن بين".split())  # what leads out of a list of objects
DEEDS = {"إصابة", "وفاة"}
SORTS = {"casualty", "moved"}
OTHERS = {"اخر": 1, "اخري": 1, "اخران": 2, "اخريان": 2, "ثالث": 1, "ثالثه": 1, "رابع": 1, "رابعه": 1}


def counted_ones(
    found: Sequence[Token], span: range, triggers: Sequence[Trigger], known: Sequence[Found], lexicon: Lexicon
) -> Iterator[tuple[Found, Trigger | None]]:
    """Indefinite singular nouns right after a word of loss, or on its list, or on a number's list («أطفال وامرأة»).

    Of a part («بينهم طفلة وجندي», «من بين القتلى طفل») each is one too. `span` are the tokens of the sentence.

    >>> from helpers import parse
    >>> claims = parse([("a", "قتل ضابط وثلاثة جنود، بينهم طبيب. وأصيب الرجل.")]).claims
    >>> claims[["measure", "best", "number_text"]].values.tolist()
    [['killed', 1.0, 'ضابط'], ['killed', 3.0, 'ثلاثة'], ['killed', 1.0, 'طبيب']]
    """
    stop = span.stop
    taken = {i for q in known for i in range(q.first, q.last)} | {i for t in triggers for i in range(t.first, t.last)}
    counted = taken | {i for q in known if q.noun for i in range(q.last, q.phrase_end)}
    nouns = {q.last for q in known if q.noun and q.noun.cls == "casualty"}  # «3160 إصابة مشتبها بها»
    for trigger in triggers:
        if trigger.first in nouns and trigger.row["pos"] == "noun":
            continue
        if trigger.measure in LOSSES and trigger.row["voice"] != "label" and trigger.row["aspect"] != "fired":
            yield from _under(found, stop, trigger, known, (taken, counted), lexicon)
    for q in known:
        yield from ((one, None) for one in _beside(found, stop, q, known, taken, lexicon))
    for i in (*_parts(found, stop, known), *_among(found, span, lexicon)):
        yield from ((one, None) for one in _ones_from(found, i, stop, taken, lexicon))


def _under(
    found: Sequence[Token],
    stop: int,
    trigger: Trigger,
    known: Sequence[Found],
    used: tuple[set[int], set[int]],
    lexicon: Lexicon,
) -> Iterator[tuple[Found, Trigger]]:
    """The ones that a word of loss tells of: after it, else before it; `used`: tokens of numbers and of nouns."""
    taken, counted = used
    hit = (i for i in objects(found, stop, trigger, known, lexicon) if i not in taken)
    places = [i for i in hit if not is_cognate(found, i, trigger, lexicon)]
    ones = [one for i in places if (one := one_at(found, i, stop, trigger.takes, lexicon))]
    if not ones and not _governs_a_number(found, trigger, known):
        yield from ((two, trigger) for two in _others_before(found, trigger))
        hit = (i for i in sufferers(found, trigger, stop, lexicon) if i not in counted)
        ones = [one for i in hit if (one := one_at(found, i, stop, trigger.takes, lexicon))]
    yield from ((one, trigger) for one in ones)
    yield from ((more, trigger) for one in ones for more in kin.family(found, one.last, stop, lexicon))
    yield from ((other, trigger) for i in places[:1] if (other := _other(found, i, stop, trigger)))


def _beside(
    found: Sequence[Token], stop: int, q: Found, known: Sequence[Found], taken: set[int], lexicon: Lexicon
) -> Iterator[Found]:
    """The one that goes on with a number's list: «سبعة أطفال وامرأة», «ضابطين اثنين وجندي», «رجلان وزوجته»."""
    i = next((twice.last for twice in known if twice.first == q.phrase_end and says_again(twice, q, found)), None)
    i = q.phrase_end if i is None else i
    if not q.noun or not _goes_on(found, i, stop, taken) or _shares(found, q):
        return
    if (
        (one := one_at(found, i, stop, PEOPLE, lexicon))
        and one.noun
        and one.noun.clitics == "و"
        and not _alike(q, one, found)
    ):
        yield one
    elif q.noun.cls in PEOPLE and q.quantity.best in (1, 2) and (more := kin.theirs(found, i, stop, lexicon)):
        yield more


def _goes_on(found: Sequence[Token], i: int, stop: int, taken: set[int]) -> bool:
    """Whether a word with «و» that no other number takes stands at token `i`."""
    return i < stop and i not in taken and found[i].kind == "word" and found[i].form[0] == "و"


def _alike(q: Found, one: Found, found: Sequence[Token]) -> bool:
    """Whether the singular is a second name for those counted: «15 مليون نازح ولاجئ», «ألف حاج وحاجة».

    So it is after whole hundreds («500 موظف ومتطوع»), and where both are accusatives of one class («15 طبيبا وممرضا»).
    """
    n = q.quantity.best
    if q.noun is None or one.noun is None:
        return False
    if q.noun.number == one.noun.number == "singular" and n is not None and n > 2:
        accusative = all(found[i].form.endswith("ا") for i in (q.last, one.first))
        if n % 100 == 0 or (accusative and q.noun.cls == one.noun.cls):
            return True
    pair = q.noun.number == one.noun.number == "singular" and q.quantity.best != 1
    same = one.noun.lemma.removesuffix("ة") == q.noun.lemma or (q.noun.cls in SORTS and one.noun.group == q.noun.group)
    return pair and same


def _parts(found: Sequence[Token], stop: int, known: Sequence[Found]) -> Iterator[int]:
    """Where a part of something counted earlier in the sentence opens: after «بينهم», «من ضمنها»."""
    first = min((q.first for q in known), default=stop)
    opens = (i for i in range(first, stop - 1) if found[i].form.removeprefix("و") in SUBSETS or names_them(found, i))
    return (i + 1 for i in opens)


def _among(found: Sequence[Token], span: range, lexicon: Lexicon) -> Iterator[int]:
    """Where some of the casualties are told: after «من بين القتلى»."""
    for i in [i for i in range(span.start, span.stop - 2) if found[i].form in ("بين", "وبين")]:
        noun = noun_at(found, i + 1, lexicon)
        if noun and noun.cls == "casualty" and noun.number == "plural" and noun.clitics == "ال":
            yield i + 1 + noun.length


def _ones_from(found: Sequence[Token], i: int, stop: int, taken: set[int], lexicon: Lexicon) -> Iterator[Found]:
    """The singular persons listed from token `i` on: «طفلة», «طفل وامرأة»."""
    while i < stop and i not in taken and (one := one_at(found, i, stop, PEOPLE, lexicon)):
        yield one
        i = one.last
        if more := kin.theirs(found, i, stop, lexicon):  # «رجل وزوجته وطفلان»
            yield more
            i = more.last
        while i < stop and found[i].kind == "word" and found[i].form[0] != "و" and found[i].form not in STOPS:
            i += 1
        if not _goes_on(found, i, stop, taken):
            return


def objects(
    found: Sequence[Token], stop: int, trigger: Trigger, known: Sequence[Found], lexicon: Lexicon
) -> Iterator[int]:
    """Where the trigger's object may stand: right after it, then after each «و» of the list that follows it."""
    i = trigger.last
    if trigger.row["pos"] == "verb" and i + 2 < stop and found[i].form.startswith("ال") and found[i + 1].form in LINKS:
        i += 1  # «عثرت القوات على مستودع»
    while i < stop and found[i].form in LINKS:
        i += 1
    if i >= stop or found[i].kind != "word":
        return
    if _subject_of_a_number(found, i, known):
        return
    yield i
    for j in range(i + 1, stop):
        if found[j].kind == "mark" and found[j].form not in '،"':
            return
        noun = noun_at(found, j, lexicon) if found[j].kind == "word" else None
        if noun and noun.clitics == "و":
            yield j
        elif found[j].form in LEFT or found[j].form.removeprefix("و") in SUBSETS:
            return


def is_cognate(found: Sequence[Token], i: int, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether the word after a verb only says how, being its own noun: «أصيبوا إصابات طفيفة», «أصيب إصابة بالغة»."""
    if i != trigger.last or trigger.row["pos"] != "verb":
        return False
    noun = noun_at(found, i, lexicon)
    return noun is not None and noun.cls == "casualty" and noun.measure == trigger.measure and noun.lemma in DEEDS


def _governs_a_number(found: Sequence[Token], trigger: Trigger, known: Sequence[Found]) -> bool:
    """«إن انتحاريا قتل ثلاثة»: the one before the verb did it."""
    return any(q.first == trigger.last and found[q.first].form[0] != "و" for q in known)


def _shares(found: Sequence[Token], q: Found) -> bool:
    """Whether «بين قتيل وجريح» says what the number's people are."""
    return any(token.form == "بين" for token in found[q.last : q.phrase_end])


def _subject_of_a_number(found: Sequence[Token], i: int, known: Sequence[Found]) -> bool:
    """«قتل مسلح خمسة أشخاص»: the singular did it, the number suffered it."""
    near = [q.first for q in known if q.first in (i + 1, i + 2)]
    joined = found[i + 1].form[0] == "و" if i + 1 < len(found) else False  # «طفلة وإصابة 12», «مدني وعنصرين اثنين»
    return any(found[k].form[0] != "و" for k in near if k == i + 1 or not joined)


def one_at(found: Sequence[Token], i: int, stop: int, classes: frozenset[str], lexicon: Lexicon) -> Found | None:
    """The one that an indefinite singular noun at token `i` counts, or the two of «عاملا إغاثة».

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> people = frozenset({"person", "soldier"})
    >>> [one_at(tokens(text), 0, 1, people, load()) is not None for text in ("جندي", "الجندي", "جنود")]
    [True, False, False]
    """
    noun = noun_at(found, i, lexicon) if found[i].kind == "word" else None
    last = i + noun.length if noun else i
    following = found[last].form if last < stop else ""
    if (
        not noun
        or noun.cls not in classes
        or noun.cls in ("house", "family")
        or noun.number != "singular"
        or "ال" in noun.clitics
    ):
        return None
    if following in ("واحد", "واحده", "واحدا") and not _is_one_of(found, last + 1, lexicon):
        return None
    if i and found[i - 1].form == '"' and following.startswith("ال"):
        return None  # «مقتل "بائع السمك"»: what one is called
    end, n = found[last - 1].end, 2 if found[i].form.endswith("ا") and following in FIELDS else 1
    quantity = Quantity(noun.start, end, noun.start, end, n, n, n, "exact", None, noun.lemma, None)
    return Found(quantity, i, last, noun, whose_end(found, last, stop))


def _is_one_of(found: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether those at token `i` have «وأحد» before them, which is written like «واحد»: «ضابط وأحد مرافقيه»."""
    if i >= len(found):
        return False
    noun = noun_at(found, i, lexicon) or possessed_noun(found[i], lexicon)
    theirs = found[i].form.endswith(("يه", "يها", "يهم")) and not found[i].form.startswith(("علي", "في", "الي", "لدي"))
    return theirs or (noun is not None and noun.number == "plural")


def whose_end(found: Sequence[Token], last: int, stop: int) -> int:
    """Where the words end that tell of those before token `last`: «جندي من الجيش الوطني في …», «ضابط برتبة نقيب»."""
    if last >= stop or found[last].form not in ("من", "برتبه"):
        return last
    after = range(last + 1, min(last + WHOSE_WORDS, stop))
    ends = (j for j in after if found[j].kind != "word" or found[j].form in STOPS or found[j].form[0] == "و")
    return next(ends, after.stop)


def _others_before(found: Sequence[Token], trigger: Trigger) -> Iterator[Found]:
    """«لا يزال آخران في عداد المفقودين», «آخران لا يزالان مفقودين»: two more."""
    i = trigger.first - 1
    while i > 0 and found[i].form in STILL_TWO:
        i -= 1
    if i >= 0 and trigger.row["pos"] == "participle" and found[i].form in TWO_MORE:
        start, end = found[i].start, found[i].end
        yield Found(Quantity(start, end, start, end, 2, 2, 2, "exact", None, None, None), i, i + 1, None, i + 1)


def _other(found: Sequence[Token], i: int, stop: int, trigger: Trigger) -> Found | None:
    """«وأصيب آخر», «وأصيب آخران بجروح»: one or two more; «آخر» before a noun is the last of its kind."""
    n = OTHERS.get(found[i].form)
    following = found[i + 1] if i + 1 < stop else None
    ends = following is None or following.kind == "mark" or following.form in STOPS or following.form[0] == "ب"
    if n is None or i != trigger.last or trigger.clitics != "و" or trigger.takes != PEOPLE or not ends:
        return None
    start, end = found[i].start, found[i].end
    return Found(Quantity(start, end, start, end, n, n, n, "exact", None, None, None), i, i + 1, None, i + 1)
