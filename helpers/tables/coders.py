"""Two people's decisions on the same claims, compared: how far they agree, and where they don't."""

import pandas as pd

from helpers.assemble import Corpus
from helpers.decisions import FIELDS, applied, standing
from helpers.schema import written
from helpers.sheets import Row
from helpers.tables.base import short_names, typed

DISPUTE = ["report", "quote", "field", "first", "first_reason", "second", "second_reason", "claim"]


def two_coders(corpus: Corpus) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The decisions of the two who decided most claims, of `corpus.decisions`; empty ones where there are no two.

    >>> from helpers import parse
    >>> [len(decisions) for decisions in two_coders(parse([("a", "قتل ثلاثة.")]))]
    [0, 0]
    """
    listed = corpus.decisions
    names = listed.groupby("coder")["claim"].nunique().sort_values(ascending=False, kind="stable").index[:2]
    names = names if len(names) == 2 else ["", ""]
    return tuple(listed[listed["coder"].eq(name)].reset_index(drop=True) for name in names)


def agreement(corpus: Corpus, first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """How far two people agree: on what to do with a claim (`decision`), and on each field that either corrected.

    `first` and `second` are decisions as in `corpus.decisions`, or of a file by `decisions.read`. Counted are the
    claims that both decided, for a field those that neither rejected; who accepts a claim takes its fields as they were
    read. `kappa` is Cohen's (1960), values being the same or not; where all are the same value there is none, and
    `not_computed` says so.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل ثلاثة. وأصيب اثنان.")])
    >>> mine = pd.DataFrame({"claim": corpus.claims["id"], "decision": ["accept", "reject"]})
    >>> table = agreement(corpus, mine, mine.assign(decision="reject")).drop(columns="not_computed")
    >>> table.iloc[0].astype(str).tolist()
    ['decision', '2', '1', '0.0']
    """
    rows = []
    for field, mine, theirs in _compared(corpus, first, second):
        known = len(mine) > 0 and len({*mine, *theirs}) > 1
        row = {"field": field, "claims": len(mine), "same": int((mine == theirs).sum())}
        why = None if known else "no_variation" if len(mine) else "no_claim"
        rows.append(row | {"kappa": _kappa(mine, theirs) if known else pd.NA, "not_computed": why})
    table = typed(({key: row[key] for key in ("field", "not_computed")} for row in rows), "field not_computed")
    counts = {name: pd.array([row[name] for row in rows], dtype="Int64") for name in ("claims", "same")}
    kappa = pd.array([row["kappa"] for row in rows], dtype="Float64")
    return table.assign(**counts, kappa=kappa)[["field", "claims", "same", "kappa", "not_computed"]]


def disputes(corpus: Corpus, first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """Each claim and field that two people leave with other values, with the reasons they gave; see `agreement`.

    >>> from helpers import parse
    >>> from helpers.decisions import applied
    >>> corpus = parse([("a", "قتل ثلاثة.")])
    >>> rows = [{"claim": corpus.claims["id"][0], "decision": decision} for decision in ("accept", "reject")]
    >>> mine, theirs = (applied(corpus.claims, [row])[1] for row in rows)
    >>> disputes(corpus, mine, theirs)[["field", "first", "second"]].values.tolist()
    [['decision', 'accept', 'reject']]
    """
    claims, short = corpus.as_read.set_index("id"), short_names(corpus)
    first, second = _standing(first), _standing(second)
    reasons = [_reasons(decisions) for decisions in (first, second)]
    rows = []
    for field, mine, theirs in _compared(corpus, first, second):
        for claim in mine.index[mine != theirs]:
            row = {"report": short[claims.at[claim, "report"]], "quote": claims.at[claim, "quote"], "claim": claim}
            values = {"field": field, "first": mine[claim] or None, "second": theirs[claim] or None}
            told = {
                f"{name}_reason": known.get(claim) for name, known in zip(("first", "second"), reasons, strict=True)
            }
            rows.append(row | values | told)
    return typed(rows, DISPUTE)


def _compared(corpus: Corpus, first: pd.DataFrame, second: pd.DataFrame) -> list[tuple[str, pd.Series, pd.Series]]:
    """For the decision and each corrected field, what the two leave it at, by the claims that are to be compared."""
    first, second = _standing(first), _standing(second)
    left = [_left(corpus, decisions) for decisions in (first, second)]
    both = left[0].index.intersection(left[1].index, sort=False)
    mine, theirs = (values.loc[both] for values in left)
    kept = both[mine["decision"].ne("reject") & theirs["decision"].ne("reject")]
    corrected = {*first.get("field", ()), *second.get("field", ())}
    fields = [field for field in FIELDS if field in corrected]
    return [("decision", mine["decision"], theirs["decision"])] + [
        (field, mine.loc[kept, field], theirs.loc[kept, field]) for field in fields
    ]


def _left(corpus: Corpus, decisions: pd.DataFrame) -> pd.DataFrame:
    """The fields that a person's decisions leave of the claims decided, as written; no one else's decisions count."""
    claims, _ = applied(corpus.as_read, _rows(decisions))
    claims = claims[claims["decided"].notna()].set_index("id")
    values = {field: claims[field].map(written).astype("string") for field in FIELDS}
    return pd.DataFrame({"decision": claims["decided"], **values}, index=claims.index)


def _standing(decisions: pd.DataFrame) -> pd.DataFrame:
    """The decisions without those that the person took back."""
    return pd.DataFrame(standing(_rows(decisions)), columns=decisions.columns, dtype="string")


def _rows(decisions: pd.DataFrame) -> list[Row]:
    return decisions.astype(object).where(decisions.notna(), "").to_dict("records")


def _reasons(decisions: pd.DataFrame) -> dict[str, str]:
    """The last reason given for each claim."""
    given = decisions.reindex(columns=["claim", "reason"]).dropna()
    return dict(given.itertuples(index=False, name=None))


def _kappa(first: pd.Series, second: pd.Series) -> float:
    from sklearn.metrics import cohen_kappa_score  # slow to import, and wanted by few

    return float(cohen_kappa_score(first.to_numpy(dtype=str), second.to_numpy(dtype=str)))
