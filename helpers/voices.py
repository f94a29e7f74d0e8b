"""What sentences say of who speaks, as values: whose voices are heard, with which figures, and through whom.

As in `findings`, a value with nothing to tell of is None or empty.
"""

import pandas as pd

from helpers.assemble import Corpus
from helpers.charts.words import briefly, name
from helpers.mentions import party_groups
from helpers.tables import chains_of
from helpers.wording import SAID, Facts, both, chain_line, names, numbered


def speakers(corpus: Corpus) -> Facts:
    """Acts of saying, and which sides of the fighting are heard with a figure or without one.

    >>> from helpers import parse
    >>> facts = speakers(parse([("a", "قال متحدث باسم قسد إن ثلاثة قتلوا. وأكد تنظيم الدولة أن المعركة مستمرة.")]))
    >>> facts["acts"], facts["heard_en"], facts["quoted_en"]
    (2, 'SDF', 'ISIS')
    """
    acts, sides = corpus.attributions, party_groups(corpus.lexicon)
    with_figures = corpus.numbered["source_party"].dropna().value_counts()
    heard = [party for party in with_figures.index if party in sides]
    quoted = [party for party in acts["source_party"].dropna().unique() if party in sides and party not in heard]
    others = [party for party in with_figures.index if party not in sides]
    return {
        "acts": len(acts) or None,
        "sources": int(acts["source"].nunique()) or None,
        "carried": int(acts["carried_over"].fillna(False).sum()) if len(acts) else None,
        "nested": int(acts["parent"].notna().sum()) if len(acts) else None,
        **_in_row("heard", heard),
        **_in_row("quoted", quoted),
        **_in_row("others", others),
        **_voices(corpus),
    }


def _in_row(key: str, parties: list[str]) -> Facts:
    """Parties as labels: with commas between, so that no name asks for an article; None for none."""
    return both(key, lambda lang: briefly([name(party, lang) for party in parties], lang, SAID) or None)


def _voices(corpus: Corpus) -> Facts:
    """Who speaks for the party that gives most figures, and how many each gives; nobody where two are first.

    `whole` is the party's full name where it is told by a shorter one.
    """
    claims, book = corpus.numbered, {row["party"]: row for row in corpus.lexicon["parties"]}
    parties = claims["source_party"].value_counts()
    most = parties[parties.eq(parties.max())].index
    party = most if len(most) == 1 else most[:0]
    voices = claims[claims["source_party"].isin(party)]["source"].value_counts()
    return {
        **names("voices_of", party),
        **both(
            "whole",
            lambda lang: [book[one][lang] for one in party if one in book and name(one, lang) != book[one][lang]],
        ),
        **both("voices", lambda lang: briefly(numbered(voices, lang), lang, SAID, apart="semicolon") or None),
    }


def told_through(corpus: Corpus, lang: str = "en") -> pd.DataFrame:
    """Each chain of tellers as one line, with the acts of saying and the figures that came by it, most figures first.

    >>> from helpers import parse
    >>> told_through(parse([("a", "قال متحدث لرويترز إن ثلاثة جنود قتلوا.")]))[["chain", "figures"]].values.tolist()
    [['a ← Reuters ← Spokesperson', 1]]
    """
    chains, figures = chains_of(corpus), corpus.numbered["attribution"].value_counts()
    rows = [(chain_line(chain, lang), 1, int(figures.get(act, 0))) for act, chain in chains.items()]
    table = pd.DataFrame(rows, columns=["chain", "acts", "figures"])
    table = table.astype({"chain": "string", "acts": "Int64", "figures": "Int64"})
    table = table.groupby("chain", sort=False, as_index=False).sum()
    return table.sort_values(["figures", "acts"], ascending=False, kind="stable", ignore_index=True)


def handed_on(corpus: Corpus) -> Facts:
    """How many chains there are, how many have a medium or a second speaker in them, and what they carry.

    >>> from helpers import parse
    >>> facts = handed_on(parse([("a", "قال متحدث باسم الجيش لرويترز إن ثلاثة قتلوا. وأصيب خمسة.")]))
    >>> facts["chains"], facts["longer"], facts["carried"], facts["uncarried"]
    (1, 1, 1, 1)
    """
    chains = {tuple(chain) for chain in chains_of(corpus).values()}
    carried = told_through(corpus)
    return {
        "chains": len(chains) or None,
        "longer": sum(len(chain) > 2 for chain in chains),
        "with_figures": int(carried["figures"].gt(0).sum()),
        "carried": int(carried["figures"].sum()),
        "claims": len(corpus.numbered) or None,
        "uncarried": len(corpus.numbered) - int(carried["figures"].sum()),
    }


def spread(corpus: Corpus) -> Facts:
    """The identified speakers whose figures stand in more than one report.

    >>> from helpers import parse
    >>> text = "قال مدير المرصد السوري رامي عبد الرحمن إن ثلاثة قتلوا."
    >>> spread(parse([("a", text), ("b", text)]))["shared_en"]
    ['Rami Abdulrahman']
    """
    known = corpus.numbered[~corpus.numbered["source_type"].isin(["anonymous_sources", "witness"])]
    reports = known.groupby("source")["report"].nunique()
    return names("shared", reports[reports > 1].index)
