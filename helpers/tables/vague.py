"""The vague words of a corpus: each word's own interval beside the numbers that policies put there."""

from collections.abc import Collection

import pandas as pd

from helpers.assemble import Corpus
from helpers.schema import Record
from helpers.tables.base import POLICIES, typed, with_policy

POINTS = [policy for policy in POLICIES if policy != "interval"]


def vague_words(corpus: Corpus, measures: Collection[str] | None = None) -> pd.DataFrame:
    """The vague words of claims by class: a spelling met, its interval, each policy's number, how many claims.

    `measures` keeps to claims of these. `outside` names the policies whose number lies outside the word's own interval;
    a word without an interval has none.

    >>> from helpers import parse
    >>> table = vague_words(parse([("a", "قتل العشرات في قصف.")]))
    >>> table[["words", "low", "high", "acled", "outside"]].values.tolist()
    [['العشرات', 20.0, 99.0, 10.0, 'acled']]
    """
    claims = corpus.numbered[corpus.numbered["vague"].notna()]
    claims = claims if measures is None else claims[claims["measure"].isin(measures)]
    points = {policy: with_policy(claims, policy, corpus.lexicon)["best"] for policy in POINTS}
    rows = [_row(group) for _, group in claims.assign(**points).groupby("vague", sort=False)]
    table = typed(rows, f"words low high {' '.join(POINTS)} mentions measures outside claims")
    table = table.astype(dict.fromkeys(POINTS, "Float64"))
    return table.sort_values(["low", "words"], kind="stable", ignore_index=True)


def _row(group: pd.DataFrame) -> Record:
    first = group.iloc[0]
    measures = sorted(group["measure"].unique())
    known = pd.notna(first["low"])
    outside = [policy for policy in POINTS if known and not first["low"] <= first[policy] <= first["high"]]
    return {
        **{key: first[key] for key in ("low", "high", *POINTS)},
        "words": min(group["number_text"], key=len),
        "mentions": len(group),
        "measures": " ".join(measures),
        "outside": " ".join(outside) or pd.NA,
        "claims": " ".join(group["id"]),
    }
