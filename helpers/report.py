"""One report, read: pure, alone, without pandas, so that it can run anywhere and be put together later."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from helpers import attributions, claims, digits, doubts, ledger, material, names, numerals, quantities, sections, times
from helpers.attributions import Attribution
from helpers.claim import Claim
from helpers.counting import Refusal
from helpers.doubts import Doubt
from helpers.ledger import Entry, Taken
from helpers.lexicon import Lexicon, load
from helpers.names import Name
from helpers.quantities import Quantity
from helpers.sections import Section, Sentence
from helpers.text import Token, line_starts, tokens
from helpers.times import Found as FoundTime
from helpers.unnumbered import UNNUMBERED
from helpers.wrapping import unwrapped


class Rows(NamedTuple):
    """All that one report says; rows point to each other by index, and relative days are still without a calendar."""

    report: str
    text: str
    dateline: str | None
    sections: list[Section]
    sentences: list[Sentence]
    quantities: list[Quantity]
    times: list[FoundTime]
    names: list[Name]
    attributions: list[Attribution]
    claims: list[Claim]
    doubts: list[Doubt]
    ledger: list[Entry]


def read_report(report: str, text: str, lexicon: Lexicon | None = None) -> Rows:
    """The rows of one report.

    >>> rows = read_report("a", "قال متحدث باسم الجيش إن ثلاثة جنود قتلوا أمس.")
    >>> [(c.measured.measure, c.quantity.best) for c in rows.claims]
    [('killed', 3)]
    """
    lexicon = lexicon or load()
    written, text = text, unwrapped(text)
    found = tokens(text)
    parts = sections.sections(text, lexicon)
    spoken = sections.sentences(text, parts, lexicon)
    counted = quantities.scan(text, found, lexicon)
    timed = times.find(text, found, lexicon)
    named = names.find(found, lexicon, line_starts(text, found))
    said = attributions.find(text, found, spoken, named, lexicon)
    read = material.Report(text, found, parts, spoken, counted, timed, named, said)
    told, refused = claims.find(read, lexicon)
    numbered = (claim.quantity for claim in told if claim.quantity.vague != UNNUMBERED)
    every = {q.start: q for q in [*(f.quantity for f in counted), *numbered]}
    taken = _taken(text, found, parts, told, refused, timed, named, lexicon)
    return Rows(
        report,
        written,
        sections.dateline(text, parts, lexicon),
        parts,
        spoken,
        [every[start] for start in sorted(every)],
        timed,
        named,
        said,
        told,
        doubts.find(text, found, spoken, said, lexicon),
        ledger.entries(found, taken, lexicon),
    )


def _taken(
    text: str,
    found: Sequence[Token],
    parts: Sequence[Section],
    told: Sequence[Claim],
    refused: Sequence[Refusal],
    timed: Sequence[FoundTime],
    named: Sequence[Name],
    lexicon: Lexicon,
) -> Iterator[Taken]:
    """The spans that the readers used, the strongest use first."""
    for i, claim in enumerate(told):
        yield Taken(claim.quantity.number_start, claim.quantity.number_end, "claim", None, i)
    for i, time in enumerate(timed):
        yield Taken(time.start, time.end, "time", None, i)
    for i, name in enumerate(named):
        yield Taken(name.start, name.end, "name", None, i)
    for part in parts:
        if part.kind in ("credit", "furniture"):
            yield Taken(part.start, part.end, "furniture", None, None)
    for refusal in refused:
        if refusal.why:
            yield Taken(refusal.quantity.number_start, refusal.quantity.number_end, "not_a_claim", refusal.why, None)
    for i, token in enumerate(found):
        if token.form[0].isdecimal() and (why := digits.reason(text, found, i)):
            yield Taken(token.start, token.end, "not_a_claim", why, None)
    for numeral in numerals.scan(text, lexicon):
        if numeral.kind == "ordinal":
            yield Taken(numeral.start, numeral.end, "ordinal", None, None)
        elif numeral.kind in ("percent", "fraction"):
            yield Taken(numeral.start, numeral.end, "not_a_claim", f"a {numeral.kind}", None)
