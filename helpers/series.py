"""How the quantities of a sentence hang together: lists, and parts of a whole."""

from collections.abc import Sequence

from helpers.lexicon import Lexicon
from helpers.nouns import Noun, noun_at
from helpers.quantities import Found
from helpers.text import Token
from helpers.triggers import PEOPLE

SUBSETS = {"بينهم", "بينها", "بينهن", "منهم", "منها", "منهن", "ضمنهم", "ضمنها", "بينهما", "فيهم", "معظمهم"}
MOSTLY = set("غالبيتهم اغلبيتهم اغلبهم جلهم اكثرهم معظمهن غالبيتهن اغلبهن نصفهم ثلثهم بعضهم".split())
OPENING = {before + form for form in SUBSETS | MOSTLY for before in ("", "و")}
TO = "الي"
AGAINST, GAP = {"مقابل", "و", "بينما"}, 8
THE = ("ال", "وال")
ARE = {"هم", "وهم", "هن", "وهن"}
ADDING = {("الي", "جانب"), ("اضافه", "الي"), ("بالاضافه", "الي"), ("فضلا", "عن"), ("علاوه", "علي"), ("مقابل",)}
ADDING |= {("في", "مقابل"), ("مقارنه", "ب"), ("مقارنه", "مع"), ("بالمقارنه", "مع")}
WHERE = {"في", "من", "قرب", "شمال", "جنوب", "شرق", "غرب", "وسط"}
THEY_ARE = {"انهم", "انهن", "بانهم", "وانهم"}
OF_THINGS = "منها"
OF_CASUALTIES = {"قتلي", "جرحي", "ضحايا", "شهداء", "مصابي"}
LEADING, LONGER = WHERE | {"علي", "الي", "داخل", "خلال", "جراء", "اثر", "بين", "ضمن"}, 3
SAID_OF = {"ان", "وان", "بان"}
THEIR_NUMBER, COUNT, COUNT_REACH = {"وعددها", "وعددهم", "وعددهن", "عددها", "عددهم"}, ("عدد", "اعداد"), 5
THE_DEAD = {("بين", "القتلي"), ("بين", "الضحايا"), ("بين", "الشهدا")}  # the wounded have doctors among them
AMONG_REACH, THERE = 4, {"هناك", "كان", "كانوا", "يوجد"}
OF_THEM = {"منهم", "منها", "منهن", "منهما"}
TWO = {"اثنان", "اثنين", "اثنتان", "اثنتين"}
ONE_MORE = {"وواحد", "وواحده"}
MOST_ONE = 2


def is_subset(q: Found, before: Found, found: Sequence[Token]) -> bool:
    """Whether the quantity opens a part of those before it, after «بينهم» or «منها», or who they were («، هم»).

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "12 شخصا بينهم 3 أطفال", "12 شخصا و3 أطفال"
    >>> [is_subset(*reversed(quantities.scan(text, tokens(text))), tokens(text)) for text in texts]
    [True, False]
    """
    kin = q.first
    while kin > before.last and found[kin - 1].form.startswith(THE):  # «، هم الأب والأم وأربعة أطفال»
        kin -= 1
    return names_them(found, kin - 1) or any(
        opens_part(found, i) for i in range(max(before.last, q.first - 2), q.first)
    )


def names_them(found: Sequence[Token], i: int) -> bool:
    """Whether «هم» at token `i` opens who those counted were: «قتل خمسة، هم أب وأم وثلاثة أطفال».

    >>> from helpers.text import tokens
    >>> names_them(tokens("خمسة، هم أب وأم وثلاثة أطفال"), 2), names_them(tokens("خمسة هم أطفال"), 1)
    (True, False)
    """
    return i > 0 and found[i].form in ARE and found[i - 1].form in ("،", ",", ":")


def says_of_them(q: Found, found: Sequence[Token]) -> bool:
    """Whether a bare number is how many they were by another count: «عن 30 قتيلا بينما قال مسؤول إنهم 12».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "قال إنهم 12", "قال إن 12"
    >>> [says_of_them(quantities.scan(text, tokens(text))[0], tokens(text)) for text in texts]
    [True, False]
    """
    return q.noun is None and found[q.first - 1].form in THEY_ARE


def opens_part(found: Sequence[Token], i: int) -> bool:
    """Whether «بينهم», «معظمهم» or the like, of those counted before, stands at token `i`.

    >>> from helpers.text import tokens
    >>> [opens_part(tokens(word), 0) for word in ("بينهم", "ومعظمهم", "بين")]
    [True, True, False]
    """
    return found[i].form in OPENING


def among(q: Found, found: Sequence[Token], lexicon: Lexicon) -> Noun | None:
    """The casualties that the quantity is some of: «من بين القتلى 13 طفلا», «من بين الضحايا المدنيين هناك 12».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> from helpers.lexicon import load
    >>> text = "من بين القتلى 13 طفلا"
    >>> among(quantities.scan(text, tokens(text))[0], tokens(text), load()).lemma
    'قتيل'
    """
    if q.first > 1 and found[q.first - 1].form in ARE and found[q.first - 2].kind == "word":
        noun = noun_at(found, q.first - 2, lexicon)  # «والقتلى هم ثلاثة ضباط»
        return noun if noun and noun.cls == "casualty" and noun.number == "plural" and "ال" in noun.clitics else None
    if q.first > 1 and found[q.first - 2].form in SAID_OF and found[q.first - 1].kind == "word":
        noun = noun_at(found, q.first - 1, lexicon)  # «وقالت إن الضحايا 12 رجلا»
        if noun and noun.cls == "casualty" and noun.number == "plural" and noun.clitics == "ال":
            return noun
    after = q.last + (q.noun.length if q.noun else 0)
    if q.noun and forms(found, after, after + 2) in THE_DEAD and not _goes_on(found, after + 2):
        return noun_at(found, after + 1, lexicon)  # «قالت إن 9 أطفال بين القتلى»
    for i in range(q.first - 1, max(0, q.first - 1 - AMONG_REACH), -1):
        noun = noun_at(found, i, lexicon) if found[i].kind == "word" else None
        if noun and noun.cls == "casualty":
            of = noun.clitics == "ال" or (noun.clitics == "" and noun.number == "plural" and i + 1 < q.first)
            return noun if found[i - 1].form in ("بين", "وبين") and of else None
        named = not found[i].form.startswith("و") and found[i - 1].form in OF_CASUALTIES  # «بين قتلى لفيف ثلاثة»
        if not (named or found[i].form.startswith("ال") or found[i].form in THERE):
            return None
    return None


def _goes_on(found: Sequence[Token], i: int) -> bool:
    return i < len(found) and found[i].form.startswith("و")


def named_before(q: Found, first: bool, found: Sequence[Token], lexicon: Lexicon) -> Noun | None:
    """The casualties named before a bare number that opens a toll or goes on with one: «القتلى 40 والجرحى 90»."""
    heads = first and found[q.first - 1].form == ":"  # a line of a table: «القتلى: 45», «النازحون: 3400 أسرة»
    i = q.first - 2 if heads or found[q.first - 1].form == TO else q.first - 1
    bare = q.noun is None or (heads and q.noun.cls in PEOPLE)
    noun = noun_at(found, i, lexicon) if bare and i >= 0 and found[i].kind == "word" else None
    opens = heads or i == 0 or found[i - 1].kind == "mark"  # «القتلى 9 والجرحى 21»
    led = noun is not None and ((noun.clitics == "وال" and not first) or (noun.clitics == "ال" and opens))
    known = noun is not None and (noun.cls == "casualty" or (heads and noun.cls == "moved"))
    return noun if noun and led and known and noun.number == "plural" else None


def is_more_of(q: Found, before: Found, found: Sequence[Token]) -> bool:
    """Whether a pronoun says that the number counts what was counted before: «40 منزلا، دمرت 12 منها».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "40 منزلا، دمرت 12 منها", "40 منزلا، دمرت 12 بعدها"
    >>> [is_more_of(*reversed(quantities.scan(text, tokens(text))), tokens(text)) for text in texts]
    [True, False]
    """
    form = found[q.last].form if q.last < len(found) else ""
    if form not in OF_THEM and q.first - 2 > before.last and found[q.first - 2].kind == "word":
        form = found[q.first - 1].form if before.noun and before.noun.cls not in PEOPLE else ""  # «سقط منها 30»
    return form in OF_THEM and (form == OF_THINGS or (before.noun.cls if before.noun else "") in PEOPLE)


def is_parallel(q: Found, before: Found, found: Sequence[Token]) -> bool:
    """Whether a number joined by «و» has a place or cause as the one before has: «9 في دوما، و4 في حرستا».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "9 قتلى في دوما، و4 في حرستا", "9 قتلى في دوما و4 جرحى"
    >>> [is_parallel(*reversed(quantities.scan(text, tokens(text))), tokens(text)) for text in texts]
    [True, False]
    """
    after = before.phrase_end + (found[before.phrase_end].form in OF_THEM) if before.phrase_end < q.first else q.first
    gap = found[after : q.first]
    joined = found[q.first].form[0] == "و" or (gap != () and gap[-1].form == "و")
    if not joined or found[q.first].form in ONE_MORE or not 0 < len(gap) <= GAP or q.last >= len(found):
        return False
    plain = all(token.kind == "word" or token.form in ("،", ",") for token in gap)
    return plain and _leads(gap[0].form) and _leads(found[q.last].form)


def _leads(form: str) -> bool:
    """Whether a word opens where or by what: «في», «على», «بانفجار»."""
    return form in LEADING or (form[0] == "ب" and len(form) > LONGER and form not in SUBSETS)


def numbered_noun(q: Found, found: Sequence[Token], lexicon: Lexicon) -> Noun | None:
    """The blows, or people hurt, whose number a bare one is: «بلغ عدد الغارات 26», «الغارات، وعددها 19»."""
    i = q.first - 1
    if found[i].form in THEIR_NUMBER:
        i -= 1 + (found[i - 1].kind == "mark")
        noun = noun_at(found, i, lexicon) if i >= 0 and found[i].kind == "word" else None
        return noun if noun and noun.number == "plural" and "ال" in noun.clitics else None
    for k in range(i, max(-1, i - COUNT_REACH), -1):
        if found[k].form.endswith(COUNT) and k < i:
            noun = noun_at(found, k + 1, lexicon)
            return noun if noun and noun.number == "plural" and noun.cls in ("strike", "attack") else None
        if found[k].kind != "word" and found[k].form != ":":
            return None
    return None


def are_men_of_one(q: Found, found: Sequence[Token]) -> bool:
    """Whether «من» parts a number from one body, which it then cannot count: «25 من تنظيم الدولة».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "25 من تنظيم الدولة", "25 مقاتلا من التنظيم"
    >>> [are_men_of_one(quantities.scan(text, tokens(text))[0], tokens(text)) for text in texts]
    [True, False]
    """
    noun, n = q.noun, q.quantity.best
    if (
        noun is None
        or noun.cls in PEOPLE
        or forms(found, q.last, q.last + 1) != ("من",)
        or (n is not None and n < MOST_ONE)
    ):
        return False
    return noun.number == "singular" or noun.cls == "unit"


def may_be_part(q: Found, before: Found, found: Sequence[Token]) -> bool:
    """Whether the next of a list can belong to the whole of the one before: «بينهم 12 طفلا و8 نساء».

    >>> from helpers import parse
    >>> claims = parse([("a", "قتل 40 شخصا بينهم 12 طفلا و8 نساء.")]).claims
    >>> claims["part_of"].eq(claims["id"][0]).tolist()
    [<NA>, True, True]
    """
    gap = forms(found, before.phrase_end, q.first)
    return (
        gap in ((), ("و",))
        or (len(gap) == 1 and gap[0].startswith("و"))
        or bool(q.noun and before.noun and q.noun.group == before.noun.group)
    )


def is_listed(q: Found, before: Found, found: Sequence[Token]) -> bool:
    """Whether the quantity goes on a list after another one: «قتل ضابط وثلاثة جنود», «دبابتان، وثلاث عربات».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "دبابتان، وثلاث عربات", "دبابتان دمرتا ثلاث عربات"
    >>> [is_listed(*reversed(quantities.scan(text, tokens(text))), tokens(text)) for text in texts]
    [True, False]
    """
    gap = [token.form for token in found[before.phrase_end : q.first]]
    if tuple(form for form in gap if form not in ("،", ",")) in ADDING or is_parallel(q, before, found):
        return True
    joined = found[q.first].form[0] == "و" or gap[-1:] == ["و"]
    if (
        joined
        and 0 < len(gap) <= GAP
        and gap[0] in WHERE
        and all(t.kind == "word" for t in found[before.phrase_end : q.first])
    ):
        return True  # «17 قتيلا في صفوف الجيش وأربعة مدنيين»
    joined = joined or (found[q.first].form in TWO and gap[-1:] != [] and gap[-1][0] == "و")  # «ضابط وعنصرين اثنين»
    return joined and len([form for form in gap if form not in ("،", ",", "و", '"')]) <= 1


def goes_on(q: Found, before: Found, found: Sequence[Token]) -> bool:
    """Whether a bare number is more, or some, of what the one before it counts: «منها تسع», «مقابل أربع», «وواحدة».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "20 قذيفة، منها تسع", "20 قذيفة قتلت تسعة"
    >>> [goes_on(*reversed(quantities.scan(text, tokens(text))), tokens(text)) for text in texts]
    [True, False]
    """
    gap = found[before.last : q.first]
    led = opens_part(found, q.first - 1) or found[q.first - 1].form in AGAINST or found[q.first].form[0] == "و"
    return led and len(gap) <= GAP


def forms(found: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    """The folded forms of the tokens from `first` to `last`; what would lie before the text is left out.

    >>> from helpers.text import tokens
    >>> forms(tokens("إلى المدينةِ أمس"), -1, 2)
    ('الي', 'المدينه')
    """
    return tuple(token.form for token in found[max(0, first) : last])
