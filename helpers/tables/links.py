"""The chains of tellers, link by link: from the outlet through a medium to the speaker, then to whom that one cites."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from helpers.assemble import Corpus
from helpers.schema import Record
from helpers.tables.base import short_names, typed


class Teller(NamedTuple):
    """A teller in a chain: who, in which role (outlet, medium, speaker, cited), and of which party."""

    name: str
    role: str
    party: str | None


def links(corpus: Corpus) -> pd.DataFrame:
    """A row for each link of each act of saying, from the outlet inwards: `teller` has it from `told_by`.

    `act` is the attribution, `link` counts from 1; `role` and `party` are those of `told_by`. An outlet that is not
    known stands as its report's short name.

    >>> from helpers import parse
    >>> table = links(parse([("a", "قال متحدث باسم الجيش لرويترز إن الهدنة انتهت.")]))
    >>> table[["teller", "told_by"]].to_numpy().tolist()
    [['a', 'رويترز'], ['رويترز', 'متحدث باسم الجيش']]
    """
    rows = [
        {"act": act, "link": i, "teller": near.name, "told_by": far.name, "role": far.role, "party": far.party}
        for act, chain in chains_of(corpus).items()
        for i, (near, far) in enumerate(pairwise(chain), 1)
    ]
    return typed(rows, "act link teller told_by role party").astype({"link": "Int64"})


def chains_of(corpus: Corpus) -> dict[str, list[Teller]]:
    """The tellers behind each act of saying that names anyone, the outlet first, by the attribution's id.

    >>> from helpers import parse
    >>> (chain,) = chains_of(parse([("a", "قالت وكالة الأناضول إن ثلاثة قتلوا.")])).values()
    >>> [teller.name for teller in chain]
    ['a', 'وكالة الأناضول']
    """
    known = corpus.attributions.astype(object).where(corpus.attributions.notna(), None)
    acts = {act["id"]: act for act in known.to_dict("records")}
    outlets, short = corpus.reports.set_index("report")["outlet"], short_names(corpus)
    chains = {}
    for identity, act in acts.items():
        outlet = outlets[act["report"]]
        chain = [Teller(short[act["report"]] if pd.isna(outlet) else outlet, "outlet", None)]
        for teller in _tellers(act, acts):
            if teller.name != chain[-1].name:
                chain.append(teller)
        if len(chain) > 1:
            chains[identity] = chain
    return chains


def _tellers(act: Record, acts: dict[str, Record]) -> Iterator[Teller]:
    """The medium and the speaker of an act, after those of the act that it stands in."""
    outer = acts.get(act["parent"])
    if outer:
        yield from _tellers(outer, acts)
    if act["via"] and not (outer and act["via"] == outer["via"]):
        yield Teller(act["via"], "medium", None)
    if act["source"]:
        yield Teller(act["source"], "cited" if outer else "speaker", act["source_party"])
