"""Everything that the evidence reader shows of a corpus: reports, claims, acts of saying, marks, and marked texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from helpers import marking, reviewing, telling
from helpers.assemble import Corpus
from helpers.browser_data import Act, Claim, Pair, Paragraph, Report, Review
from helpers.marking import KINDS, Mark
from helpers.pieces import visible
from helpers.telling import FILTERS

Span = tuple[int, int, int]  # start, end and the place of a mark


class Pool:
    """Things that are kept once, however often they are named.

    >>> pool = Pool()
    >>> pool.places([["a", "b"], ["c"], ["a", "b"]]), pool.held
    ([0, 1, 0], [['a', 'b'], ['c']])
    """

    def __init__(self) -> None:
        self.held: list[object] = []
        self._places: dict[str, int] = {}

    def places(self, things: Iterable[object]) -> list[int]:
        """The place of each thing, those not yet held put below the others."""
        return [self._place(thing) for thing in things]

    def _place(self, thing: object) -> int:
        place = self._places.setdefault(repr(thing), len(self.held))
        if place == len(self.held):
            self.held.append(thing)
        return place


@dataclass(frozen=True, eq=False)
class Dossier:
    """Lists that name one another's rows by place; strings in them are safe to show, pairs are [Arabic, English]."""

    corpus: Corpus
    reports: list[Report]
    acts: list[Act]
    claims: list[Claim]
    marks: list[Mark]
    terms: dict[str, dict[str, Pair]]
    spans: list[list[Span]]
    review: Review

    def overview(self) -> dict[str, Any]:
        """All but the texts, as JSON takes it; a mark is [kind, claim, act, note].

        What many claims and acts have alike stands once in `shared`, and its place there in each of them.

        >>> from helpers import parse
        >>> whole = dossier(parse([("a", "قال متحدث باسم قسد إن ثلاثة قتلوا.")])).overview()
        >>> whole["claims"][0]["words"], len(whole["acts"]), sorted(whole["shared"])
        ('ثلاثة', 1, ['facts', 'matters', 'signs', 'tellers', 'values'])
        """
        pools = {name: Pool() for name in ("facts", "values", "tellers", "signs")}
        matters = {id(claim["same"]): claim["same"] for claim in self.claims if claim["same"]}
        matter_at = {matter: i for i, matter in enumerate(matters)}
        claims = [
            {
                **claim,
                "facts": pools["facts"].places(claim["facts"]),
                "values": pools["values"].places(claim["values"].items()),
                "same": matter_at.get(id(claim["same"])),
            }
            for claim in self.claims
        ]
        acts = [{**act, "chain": pools["tellers"].places(act["chain"])} for act in self.acts]
        queue = [{**doubted, "signs": pools["signs"].places(doubted["signs"])} for doubted in self.review["queue"]]
        phrases = {
            key: [visible(row["ar"]), visible(row["en"])] for key, row in telling.phrases(self.corpus.lexicon).items()
        }
        return {
            "reports": self.reports,
            "acts": acts,
            "claims": claims,
            "marks": [[mark.kind, mark.claim, mark.act, mark.note] for mark in self.marks],
            "terms": self.terms,
            "phrases": phrases,
            "kinds": list(KINDS),
            "filters": ["report", *FILTERS],
            **self.review,
            "queue": queue,
            "shared": {**{name: pool.held for name, pool in pools.items()}, "matters": [*matters.values()]},
        }

    def paragraphs(self, report: int) -> list[Paragraph]:
        """The text of a report, by its place, as marked paragraphs; none where it could not be read.

        >>> from helpers import parse
        >>> shown = dossier(parse([("a", "قتل ثلاثة."), ("b", "Three were killed.")]))
        >>> shown.paragraphs(0)[0]["kind"], shown.paragraphs(1)
        ('body', [])
        """
        name = self.corpus.reports["report"].iloc[report]
        sections = self.corpus.sections[self.corpus.sections["report"].eq(name)]
        stretches = sections[["start", "end", "kind"]].itertuples(index=False, name=None)
        return marking.paragraphs(self.corpus.texts.get(name, ""), stretches, self.spans[report])


def dossier(corpus: Corpus) -> Dossier:
    """The dossier of a corpus.

    >>> from helpers import parse
    >>> found = dossier(parse([("a", "قتل ثلاثة.")]))
    >>> len(found.claims), found.paragraphs(0)[0]["pieces"][1][0]
    (1, 'ثلاثة')
    """
    marks = marking.marks(corpus)
    spans: list[list[Span]] = [[] for _ in range(len(corpus.reports))]
    for i, mark in enumerate(marks):
        spans[mark.report].append((mark.start, mark.end, i))
    return _dossier(corpus, telling.reports(corpus), telling.acts(corpus), marks, spans)


def decided(before: Dossier, corpus: Corpus) -> Dossier:
    """The dossier of the same corpus under other decisions, which change no report, no act of saying and no mark.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل ثلاثة.")])
    >>> decided(dossier(corpus), corpus).overview() == dossier(corpus).overview()
    True
    """
    return _dossier(corpus, before.reports, before.acts, before.marks, before.spans)


def _dossier(
    corpus: Corpus, reports: list[Report], acts: list[Act], marks: list[Mark], spans: list[list[Span]]
) -> Dossier:
    """What decisions do not change, with what they do."""
    claims = telling.claims(corpus)
    review = _review(corpus, {claim["id"]: i for i, claim in enumerate(claims)})
    return Dossier(corpus, reports, acts, claims, marks, telling.terms(claims), spans, review)


def _review(corpus: Corpus, places: dict[str, int]) -> Review:
    history = reviewing.decided(corpus)
    return {
        "form": reviewing.form(corpus),
        "history": {places[claim]: listed for claim, listed in history.items() if claim in places},
        "queue": reviewing.queue(corpus, places),
        "changes": reviewing.changes(corpus, places),
    }
