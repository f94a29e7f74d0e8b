"""What to look at first: claims by the signs of doubt that they carry, decisions, and what the policy changes."""

import pandas as pd

from helpers.assemble import Corpus
from helpers.tables.base import POLICIES, alike, labelled, typed
from helpers.tables.tally import left_out
from helpers.tables.tolls import CASUALTIES, casualties

SIGNS = {
    "exceeds_whole": 4,
    "no_number": 3,
    "doubted": 3,
    "inherited": 2,
    "inferred_subject": 2,
    "inferred_actor": 2,
    "carried_place": 1,
    "unnamed": 1,
    "no_day": 1,
    "running_or_new": 1,
    "partisan_word": 1,
}
UNSURE = ("doubts", "expects")
COUNTED = ("items", "worded")
EVERY = "every"  # stands for all policies where none moves a sum


def review(corpus: Corpus) -> pd.DataFrame:
    """The claims that carry signs of doubt, most doubtful first, with the signs and what a person decided.

    The signs and their weights are stated in `SIGNS`; `weight` is their sum. No sign means that a claim is wrong.

    >>> from helpers import parse
    >>> review(parse([("a", "قتل ثلاثة بينهم خمسة أطفال.")]))["signs"].iloc[0].split()
    ['exceeds_whole', 'inherited', 'unnamed', 'no_day', 'running_or_new']
    """
    claims = corpus.claims[~corpus.claims["status"].eq("rejected")]
    signs = _signs(corpus, claims)
    weight = sum(signs[sign] * weight for sign, weight in SIGNS.items()).astype("Int64")
    names = [" ".join(sign for sign in SIGNS if row[sign]) for row in signs.to_dict("records")]
    listed = claims.assign(claim=claims["id"], weight=weight, signs=pd.array(names, dtype="string"))
    table = labelled(corpus, listed[listed["weight"].gt(0)])
    columns = ["weight", "signs", "decided", "report", "quote", "measure", "subject_group", "source", "claim"]
    return table.sort_values("weight", ascending=False, kind="stable", ignore_index=True)[columns]


def _signs(corpus: Corpus, claims: pd.DataFrame) -> pd.DataFrame:
    said = corpus.attributions.set_index("id")["commitment"]
    tolls = claims["measure"].isin(CASUALTIES)
    return pd.DataFrame(
        {
            "exceeds_whole": _exceeds(corpus.claims, claims),
            "no_number": claims["number_text"].isna(),
            "doubted": claims["attribution"].map(said).astype("string").isin(UNSURE) | claims["doubt"].notna(),
            "inherited": claims["rule"].isin(["list", "subset"]),
            "inferred_subject": claims["subject_basis"].eq("inferred").fillna(False),
            "inferred_actor": claims["actor_basis"].eq("inferred").fillna(False),
            "carried_place": claims["place_basis"].eq("carried").fillna(False),
            "unnamed": claims["source"].isna(),
            "no_day": claims["date_low"].isna(),
            "running_or_new": tolls & claims["tally"].eq("unclear"),
            "partisan_word": claims["partisan"].notna(),
        }
    ).astype(bool)


def _exceeds(every: pd.DataFrame, claims: pd.DataFrame) -> pd.Series:
    """Whether a part is told to be larger than its whole can be."""
    whole = every.set_index("id")[["low", "best", "high"]]
    most = whole["high"].fillna(whole["best"])
    least = claims["low"].fillna(claims["best"])
    return (least > claims["part_of"].astype(object).map(most.to_dict()).astype("Float64")).fillna(False).astype(bool)


def unnumbered(corpus: Corpus) -> pd.DataFrame:
    """What is told to have happened to some, without any number: «مقتل مسلحين»; missing numbers, not nothing.

    >>> from helpers import parse
    >>> unnumbered(parse([("a", "مقتل مسلحين في غارة.")]))["quote"].tolist()
    ['مقتل مسلحين']
    """
    claims = corpus.claims[corpus.claims["number_text"].isna() & corpus.claims["status"].eq("event")]
    columns = ["report", "outlet", "measure", "subject_group", "quote", "source", "section"]
    return labelled(corpus, claims)[columns].reset_index(drop=True)


def policies(corpus: Corpus) -> pd.DataFrame:
    """The sums of the dead and the wounded that may be added, by measure and population, under each policy.

    `items` is how many are added, `worded` how many of them are told in a vague word: only those move. A sum that no
    policy moves is one row, of `every` policy.

    >>> from helpers import parse
    >>> policies(parse([("a", "قتل ثلاثة.")]))[["measure", "policy", "low", "high"]].values.tolist()
    [['killed', 'every', 3.0, 3.0]]
    """
    items = corpus.items[corpus.items["measure"].isin(CASUALTIES)]
    kept = set(items["id"]) - set(left_out(corpus, items))
    rows = []
    for policy in POLICIES:
        table = casualties(corpus, policy)
        added = table[table["item"].isin(kept)]
        for (measure, group), part in added.groupby(["measure", "subject_group"], dropna=False, sort=False):
            low, high = part["low"].fillna(part["best"]), part["high"].fillna(part["best"])
            rows.append(
                {
                    "measure": measure,
                    "population": group,
                    "policy": policy,
                    "low": low.sum(skipna=False),
                    "high": high.sum(skipna=False),
                    "items": len(part),
                    "worded": int(part["vague"].notna().sum()),
                }
            )
    table = typed(
        [{key: row[key] for key in row if key not in COUNTED} for row in rows], "measure population policy low high"
    )
    table = table.assign(**{name: pd.array([row[name] for row in rows], dtype="Int64") for name in COUNTED})
    return alike(table, "policy", POLICIES, EVERY)


def moved(sums: pd.DataFrame) -> pd.DataFrame:
    """Of the sums by policy those that not every policy gives alike.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل ثلاثة جنود. وأصيب العشرات.")])
    >>> moved(policies(corpus))[["measure", "policy", "low"]].to_numpy().tolist()[:2]
    [['wounded', 'interval', 20.0], ['wounded', 'acled', 10.0]]
    """
    return sums[sums["policy"].ne(EVERY)].reset_index(drop=True)


def decided(corpus: Corpus) -> pd.DataFrame:
    """Each decision with the claim's words, and what became of it; `gone` where no such claim is read any more.

    >>> from helpers import parse
    >>> from helpers.assemble import with_decisions
    >>> corpus = parse([("a", "قتل ثلاثة.")])
    >>> told = with_decisions(corpus, [{"claim": corpus.claims["id"][0], "decision": "reject"}])
    >>> decided(told)[["decision", "quote", "outcome"]].values.tolist()
    [['reject', 'قتل ثلاثة', 'applied']]
    """
    quotes = corpus.claims.set_index("id")["quote"]
    return corpus.decisions.assign(quote=corpus.decisions["claim"].map(quotes).astype("string"))
