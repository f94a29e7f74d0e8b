"""The family told of with one who suffered: «رجل وزوجته», «امرأة وطفليها», «قيادي مع زوجته وابنتيه»."""

from collections.abc import Iterator, Sequence

from helpers.contexts import words
from helpers.lexicon import Lexicon
from helpers.nouns import PRONOUNS, noun_at, possessed_noun
from helpers.quantities import Found, Quantity
from helpers.text import Token
from helpers.triggers import PEOPLE

WITH, BODY_WORDS, IN = {"مع", "برفقه", "رفقه", "وبرفقه"}, 3, "في"


def family(found: Sequence[Token], i: int, stop: int, lexicon: Lexicon) -> Iterator[Found]:
    """Those of the family of the one before token `i`, one after the other: «وزوجته وطفليه», «مع زوجته وابنتيه».

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> found = tokens("قيادي في حركة حماس مع زوجته وابنتيه")
    >>> [one.quantity.best for one in family(found, 1, 7, load())]
    [1, 2]
    """
    if (with_him := _with(found, i, stop, lexicon)) is not None:
        i = with_him + 1
        if (first := _one_or_two(found, with_him, "", lexicon)) is None:
            return
        yield first
    while (more := theirs(found, i, stop, lexicon)) is not None:
        yield more
        i = more.last


def theirs(found: Sequence[Token], i: int, stop: int, lexicon: Lexicon) -> Found | None:
    """One or two more of the family of the one before, joined at token `i`: «وطفلها», «وطفليها».

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> theirs(tokens("امرأة وطفليها"), 1, 2, load()).quantity.best
    2
    """
    joined = i < stop and found[i].kind == "word" and found[i].form[0] == "و"
    return _one_or_two(found, i, "و", lexicon) if joined else None


def _with(found: Sequence[Token], i: int, stop: int, lexicon: Lexicon) -> int | None:
    """The token after «مع», past the body that the one before belongs to: «قيادي في حركة حماس مع زوجته»."""
    if i + 1 < stop and found[i].form == IN and found[i + 1].form.removeprefix("ال") in words(lexicon, "party_head"):
        i = next((k for k in range(i + 2, min(i + 2 + BODY_WORDS, stop)) if found[k].form in WITH), i)
    return i + 1 if i + 1 < stop and found[i].form in WITH else None


def _one_or_two(found: Sequence[Token], i: int, clitics: str, lexicon: Lexicon) -> Found | None:
    form, n = found[i].form, 1
    pronoun = next((p for p in PRONOUNS if form.endswith(p)), "")
    one = possessed_noun(found[i], lexicon)
    if one is None and pronoun and form.removesuffix(pronoun).endswith(("ي", "ا")):  # «وطفليها», «وطفلاه»
        bare = found[i]._replace(form=form.removesuffix(pronoun)[:-1])
        one, n = noun_at((bare,), 0, lexicon), 2
        if one is None and bare.form.endswith("ت"):  # «وابنتيه»
            one = noun_at((bare._replace(form=bare.form[:-1] + "ه"),), 0, lexicon)
    if one is None or one.number != "singular" or one.clitics != clitics or one.cls not in PEOPLE:
        return None
    quantity = Quantity(one.start, found[i].end, one.start, found[i].end, n, n, n, "exact", None, one.lemma, None)
    return Found(quantity, i, i + 1, one, i + 1)
