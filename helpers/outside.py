"""What the sentences say of counts from outside the reports, as values: OCHA's of one camp, kept apart."""

from helpers.assemble import Corpus
from helpers.charts.words import day
from helpers.tables import camp, household
from helpers.wording import Facts, both, told_when


def in_camp(corpus: Corpus) -> Facts:
    """The people in the camp by counts from outside, each with its day; None where no report names the camp.

    >>> from helpers import parse
    >>> in_camp(parse([("a", "وصل نازحون إلى مخيم الهول.")]))["outside_en"].split("; ")[1]
    '67,794 (OCHA, 14–15 March 2019)'
    """
    table = camp(corpus)
    return told_when("outside", table[table["layer"].eq("outside")])


def households() -> Facts:
    """People and households that were counted in the camp on one day, and people to a household.

    >>> households()["day_en"], households()["size"]
    ('31 March 2019', 3.4)
    """
    counted = household()
    return {
        "people": counted.people,
        "households": counted.households,
        "size": counted.rounded,
        "document": counted.document,
        **both("day", lambda lang: day(counted.day, lang)),
    }
