"""What «فقد» and «سقط» tell besides the plain thing: who lost his life or his job, who fell into whose hands."""

from collections.abc import Sequence

from helpers.lexicon import Row
from helpers.quantities import Found
from helpers.text import Token

LOST, FELL, OF_THINGS, LONGER = "فقد", "سقط", "things", 4
TRACES = {"اثر", "اثار"}
LOSING, MAN = {LOST, "خسر"}, "رجل"
KIN = tuple("اولاد ابنا اطفال اقارب اشقا احفاد اخوت اخوان رفاق زملا اهل والد شقيق عائلت اسرت بنات".split())
CONTACT, WHOSE = ("اتصال", "تواصل"), ("ه", "ها", "هم", "نا")
OF_WHOM, LIVES = ("ه", "ها", "هم", "ي", "نا"), {"حياتهم", "حياتهن", "ارواحهم", "ارواحهن"}
GRIP, HANDS, ARMED = {"قبضه", "الاسر", "اسري"}, {"بايدي", "بيد"}, ("fighter", "soldier")
TRAPS = {"فخ", "شباك", "شرك", "مصيده", "حبائل"}
LEAVING_BEHIND = set("تاركا تاركه تاركين مخلفا مخلفه مخلفين وترك وتركت وخلف وخلفت وله ولها".split())


def lost(q: Found, found: Sequence[Token]) -> str:
    """What a number after «فقد» counts: the dead, owners of lost things, or empty where people are missing.

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "فقد 9 عمال وظائفهم", "فقد 9 أشخاص حياتهم", "فقد 3 من أولاده", "فقد 3 جنود"
    >>> [lost(quantities.scan(text, tokens(text))[0], tokens(text)) for text in texts]
    ['things', 'killed', 'killed', '']
    """
    after = [token.form for token in found[q.last : q.phrase_end + 1]]
    if any(token.form.removeprefix("ال").startswith(CONTACT) for token in found[max(0, q.first - 3) : q.first]):
        return "missing"  # «فقد الجيش الاتصال بثمانية من جنوده»
    if found[q.first - 1].form in TRACES:
        return "missing"  # «فقد الجيش أثر 12 من جنوده»
    armed = q.noun is not None and q.noun.cls in ARMED
    if armed and after[:1] == ["من"] and after[1:] and not after[1].startswith("ال") and after[1].endswith(WHOSE):
        return "killed"  # «الجيش فقد ثمانية من جنوده»
    if after[:1] == ["من"] and any(form.startswith(KIN) and form.endswith(OF_WHOM) for form in after[1:3]):
        return "killed"
    thing = next((form for form in after if form.endswith(("هم", "هن")) and len(form) > LONGER), "")
    return "killed" if thing in LIVES else OF_THINGS if thing else ""


def are_own_men(q: Found, word: Row) -> bool:
    """Whether the number after a verb of losing counts men, who are a side's fighters: «خسر القائد 300 رجل».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> text, row = "خسر القائد 300 رجل", {"base": "خسر", "measure": "killed"}
    >>> are_own_men(quantities.scan(text, tokens(text))[0], row)
    True
    """
    return q.noun is not None and q.noun.lemma == MAN and word["base"] in LOSING and word["measure"] == "killed"


def is_left_behind(q: Found, word: int, found: Sequence[Token]) -> bool:
    """Whether those counted are whom the dead leaves behind, `word` being the token after what tells of the death.

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> text = "توفي الشاعر تاركا ثلاثة أولاد"
    >>> is_left_behind(quantities.scan(text, tokens(text))[0], 1, tokens(text))
    True
    """
    return any(token.form in LEAVING_BEHIND for token in found[word : q.first])


def loses_a_measure(q: Found, others: Sequence[Found], measures: set[str]) -> bool:
    """Whether what those counted lost, of a class in `measures`, is told right after: «فقد 12 مشاركا ستة كيلوغرامات».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> text = "فقد 12 مشاركا ستة كيلوغرامات"
    >>> counted = quantities.scan(text, tokens(text))
    >>> loses_a_measure(counted[0], counted, {"mass"})
    True
    """
    return any(other.first == q.phrase_end and other.noun and other.noun.cls in measures for other in others)


def fallen(q: Found, found: Sequence[Token]) -> str:
    """What a number after «سقط» counts: captives, people who walked into a trap, or empty where people are dead.

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> texts = "سقط 3 موظفين في فخ الرشوة", "سقط 12 جنديا بيد الخصم", "سقط 12 جنديا في كمين"
    >>> [fallen(quantities.scan(text, tokens(text))[0], tokens(text)) for text in texts]
    ['things', 'captured', '']
    """
    after = {token.form for token in found[q.last : q.phrase_end + 3]}
    armed = q.noun is not None and q.noun.cls in ARMED  # civilians may be killed «بأيدي مسلحين»
    return "captured" if after & GRIP or (armed and after & HANDS) else OF_THINGS if after & TRAPS else ""
