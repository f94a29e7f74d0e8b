"""The words between a word of what happened and a number: what they cost, and the asides that are passed over."""

from collections.abc import Sequence

from helpers.quantities import Found
from helpers.series import MOSTLY, SUBSETS, THEIR_NUMBER
from helpers.text import Token

MARK_COST, NUMBER_COST, RELATIVE_COST = 4, 3, 2
ASIDE_AFTER = 5
ASIDES = SUBSETS | MOSTLY | {"جميعهم", "كلهم", "ربعهم", "هم", "وهم", "هن"}
RELATIVES = {"الذي", "التي", "الذين", "حيث", "فيما", "بينما"}
ASIDE_NEAR = 3
TOLD_BY = set(
    "بحسب حسب وفق وفقا طبقا تبعا نقلا استنادا باعتراف باقرار بتاكيد بشهاده بروايه بزعم بتقدير بتقديرات".split()
)  # «، بحسب الأمن العام،»
LED_BY, WHILE = {"في", "علي", "منذ", "خلال", "حتي", "عند", "لدي"}, {"حين", "وقت", "ما", "ان"}  # «، على قول القائد،»


def after_aside(q: Found, stop: int, others: Sequence[Found], found: Sequence[Token]) -> int:
    """Where the clause goes on after the quantity: past an aside («17 مدنيا، بينهم خمسة أطفال، قتلوا»).

    >>> from helpers import parse
    >>> claims = parse([("a", "17 مدنيا، بينهم خمسة أطفال، قتلوا في القصف.")]).claims
    >>> claims[["best", "measure"]].values.tolist()
    [[17.0, 'killed'], [5.0, 'killed']]
    """
    first = min(max(q.phrase_end, q.last), stop)
    for i in range(first, min(first + ASIDE_AFTER, stop)):
        if found[i].form not in ASIDES:
            continue
        if found[i - 1 - (found[i - 1].form == "من")].kind == "mark":
            return next((k + 1 for k in range(i + 1, stop) if found[k].form in ("،", ",")), first)
        if i == first:
            return min(after_numbers(i + 1, others, found), stop)
    return min(after_numbers(first, others, found), stop)


def after_numbers(i: int, others: Sequence[Found], found: Sequence[Token]) -> int:
    """The token after the numbers that follow one another from token `i` on: «ستة أطفال وثلاث نساء».

    >>> from helpers import quantities
    >>> from helpers.text import tokens
    >>> text = "ستة أطفال وثلاث نساء قتلوا"
    >>> found = tokens(text)
    >>> after_numbers(0, quantities.scan(text, found), found), len(found)
    (4, 5)
    """
    for other in others:
        if other.first == i or (other.first == i + 1 and found[i].form == "و"):
            i = max(other.last, other.phrase_end)
    return i


def between(first: int, last: int, others: Sequence[Found], found: Sequence[Token]) -> int:
    """The cost of the tokens from `first` to `last`; an aside in commas («، الواقع شرق البلدة،») is passed over.

    >>> from helpers.text import tokens
    >>> found = tokens("قتل في القصف، ثلاثة")
    >>> between(1, 3, [], found), between(1, 4, [], found)
    (2, 7)
    """
    first = _past_aside(first, last, found)
    cost = sum(1 for token in found[first:last] if token.form != '"')
    for token in found[first:last]:
        cost += MARK_COST * (token.kind == "mark" and token.form not in '"()') + RELATIVE_COST * (
            token.form in RELATIVES
        )
    return cost + NUMBER_COST * sum(first <= other.first < last for other in others)


def _past_aside(first: int, last: int, found: Sequence[Token]) -> int:
    """Where the clause goes on when what tells of the word, or of its teller, stands in commas after a few words."""
    commas = [i for i in range(first, last) if found[i].form in ("،", ",")]
    if len(commas) != 2 or commas[0] > first + ASIDE_NEAR:
        return first
    opening, following = found[commas[0] + 1].form, found[commas[0] + 2].form
    led = opening in LED_BY and following not in WHILE
    return commas[1] + 1 if led or opening.startswith("ال") or opening in TOLD_BY | THEIR_NUMBER else first
