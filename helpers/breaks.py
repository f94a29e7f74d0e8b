"""Where one clause of a sentence ends and another begins: a place told in the one is no place of the other."""

from bisect import bisect_left
from collections.abc import Sequence

from helpers.locations import Roles
from helpers.quantities import Found
from helpers.text import Token

AROUND = 25  # words of the clause around a number in which «الجيب» can stand
ENDS = {".", "؛", "؟", "!"}
CONTRASTS = {"لكن", "لكنه", "لكنها", "لكنهم", "ولكن", "فيما", "بينما", "الا", "كما"}


class Breaks:
    """The breaks between the clauses of a report.

    `tellings` are the tokens that what somebody says begins with, `joins` those that a number or a word for the dead
    begins with: after a comma a list goes on there, and no new clause begins.

    >>> from helpers import parse
    >>> claims = parse([("a", "قتل ثلاثة في حلب، بينما أصيب خمسة في إدلب.")]).claims
    >>> claims[["measure", "place"]].values.tolist()
    [['killed', 'حلب'], ['wounded', 'إدلب']]
    """

    def __init__(self, found: Sequence[Token], tellings: Sequence[int], joins: set[int], roles: Roles):
        self.found, self.tellings, self.joins, self.roles = found, tellings, joins, roles

    def parted(self, first: int, last: int) -> bool:
        """Whether another clause, or what somebody else says, begins between two tokens.

        >>> from helpers.lexicon import load
        >>> from helpers.locations import roles_of
        >>> from helpers.text import tokens
        >>> found = tokens("قتل خمسة، وقال آخرون في حلب")
        >>> Breaks(found, [], set(), roles_of(load())).parted(2, 6)
        True
        """
        return self.told_apart(first, last) or any(self._opens(i) for i in range(first, last))

    def told_apart(self, first: int, last: int) -> bool:
        """Whether what somebody says begins between two tokens."""
        return bisect_left(self.tellings, first) < bisect_left(self.tellings, last)

    def clause(self, q: Found, span: range) -> list[int]:
        """The tokens around a number as far as its clause goes, those after it first."""
        after = range(q.last, min(span.stop, q.phrase_end + AROUND))
        stop = next((i for i in after if self.told_apart(q.last, i) or self._opens(i)), after.stop)
        before = range(q.first - 1, max(span.start, q.first - AROUND) - 1, -1)
        start = next((i for i in before if self.found[i].form in ENDS or self.found[i].form in CONTRASTS), before.stop)
        return [*range(q.last, stop), *range(q.first - 1, start, -1)]

    def _opens(self, i: int) -> bool:
        """Whether a clause ends at a token: at a stop, a contrast, or a comma and «و» that goes on with no list."""
        form, after = self.found[i].form, self.found[i + 1].form if i + 1 < len(self.found) else "."
        if form in ("،", ","):
            return after[0] == "و" and i + 1 not in self.joins and "struck" not in self.roles[after]
        return form in ENDS or form in CONTRASTS
