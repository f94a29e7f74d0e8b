"""Tables of who is independent of whom: speakers, media and passages that reports share, and what that leaves shown."""

from collections.abc import Iterable

import pandas as pd

from helpers import shared
from helpers.assemble import Corpus
from helpers.schema import Record
from helpers.tables.base import LINKS, labelled, short_names, signed, spoken, typed

TIE_COLUMNS = ["tie", "name", "party", "report", "outlet", "claims", "ids", "acts"]
UNKNOWN = ("anonymous_sources", "witness")


def passages(corpus: Corpus) -> pd.DataFrame:
    """The passages that two reports print alike: each with its words, the other's, and their similarity (0 to 1).

    >>> from helpers import parse
    >>> text = "قال متحدث باسم الجيش إن ثلاثة جنود قتلوا في هجوم شنه مسلحون على نقطة تفتيش قرب الحدود فجر اليوم."
    >>> passages(parse([("a", text), ("b", text)]))["similarity"].tolist()
    [1.0]
    """
    spans = corpus.sentences[["report", "start", "end"]].itertuples(index=False, name=None)
    short = short_names(corpus)
    rows = [
        {
            "report": short[pair.a.report],
            "other": short[pair.b.report],
            "words": corpus.text(pair.a.report)[pair.a.start : pair.a.end],
            "other_words": corpus.text(pair.b.report)[pair.b.start : pair.b.end],
            "similarity": round(pair.similarity, 2),
        }
        for pair in shared.pairs(list(spans), corpus.texts)
    ]
    return typed(rows, "report other words other_words similarity").astype({"similarity": "Float64"})


def duplicates(corpus: Corpus) -> pd.DataFrame:
    """The reports that give an earlier one again: which one, how much alike (0 to 1), and the numbers that differ.

    `repeat` is same_file, same_words (marks and vowels aside) or near. Numbers written in figures are compared.

    >>> from helpers import parse
    >>> duplicates(parse([("a", "قتل ثلاثة جنود."), ("b", "قتل ثلاثة جنود.")]))["repeat"].tolist()
    ['same_file']
    """
    sums, short = corpus.reports.set_index("report")["sha256"], short_names(corpus)
    texts = {report: corpus.text(report) for report in corpus.reports["report"] if report in corpus.texts}
    rows = [
        {
            "report": short[found.report],
            "other": short[found.other],
            "repeat": "same_file" if _one_file(found, texts, sums) else found.kind,
            "similarity": round(found.similarity, 2),
            "numbers": _listed(found.numbers),
            "other_numbers": _listed(found.other_numbers),
        }
        for found in shared.repeats(texts)
    ]
    return typed(rows, "report other repeat similarity numbers other_numbers").astype({"similarity": "Float64"})


def _one_file(found: shared.Repeat, texts: dict[str, str], sums: pd.Series) -> bool:
    """Whether two reports are one file twice; rows of one table have its bytes in common and nothing else."""
    return sums[found.report] == sums[found.other] and texts[found.report] == texts[found.other]


@signed
def ties(corpus: Corpus) -> pd.DataFrame:
    """What ties reports to each other: a speaker, a medium or a passage in more than one, a row for each report.

    `tie` is speaker, medium or passage; `name` whom or what; `claims` how many figures came by it in that
    report, `ids` which; `acts` are the acts of saying that name it.

    >>> from helpers import parse
    >>> text = "قال المرصد السوري لحقوق الإنسان إن ثلاثة قتلوا."
    >>> ties(parse([("a", text), ("b", text + " وعاد الهدوء.")]))[["tie", "name"]].drop_duplicates().values.tolist()
    [['speaker', 'المرصد السوري لحقوق الإنسان'], ['passage', 'قال المرصد السوري لحقوق الإنسان إن ثلاثة قتلوا']]
    """
    acts = corpus.attributions[~corpus.attributions["source_type"].isin(UNKNOWN)]
    own = acts["report"].map(corpus.reports.set_index("report")["outlet"])
    speakers = acts.assign(tie="speaker", name=acts["source"], party=acts["source_party"])
    media = acts[acts["via"].ne(own).fillna(True)].assign(tie="medium", name=acts["via"], party=pd.NA)
    listed = pd.concat([speakers, media]).dropna(subset="name").reset_index(drop=True)
    known = listed.groupby(["tie", "name"])["report"].transform("nunique") > 1
    figures = corpus.numbered.groupby("attribution")["id"].agg(["size", " ".join])
    counted = listed.assign(
        claims=listed["id"].map(figures["size"]).fillna(0), ids=listed["id"].map(figures["join"]), acts=listed["id"]
    )
    grouped = counted[known].groupby(["tie", "name", "report"], sort=False, dropna=False)
    table = grouped.agg(
        party=("party", "first"), claims=("claims", "sum"), ids=("ids", _joined), acts=("acts", _joined)
    ).reset_index()
    words = dict.fromkeys(("tie", "name", "party", "ids", "acts"), "string")
    table = labelled(corpus, table.astype({**words, "claims": "Int64"}))
    return pd.concat([table, _printed(corpus)], ignore_index=True)[TIE_COLUMNS]


def _joined(ids: pd.Series) -> object:
    """Lists of ids as one; missing where none of them is known."""
    return " ".join(ids.dropna()) or pd.NA


def _printed(corpus: Corpus) -> pd.DataFrame:
    """The shared passages as ties, a row for each of the two reports."""
    rows = [
        {"tie": "passage", "name": row.words, "report": report, "claims": 0}
        for row in passages(corpus).itertuples()
        for report in (row.report, row.other)
    ]
    outlets = corpus.reports["outlet"].set_axis(corpus.reports["report"].map(short_names(corpus)))
    table = typed(rows, "tie name party report claims ids acts").astype({"claims": "Int64"})
    return table.assign(outlet=table["report"].map(outlets).astype("string")).drop_duplicates()


def independence(corpus: Corpus) -> pd.DataFrame:
    """Every reported matter that somebody or nobody vouches for: its speakers, their parties, the media between.

    `independence` is `shown` where two or more independent parties tell of it, `not_shown` where the speakers are of
    one party, of allied ones or of none that is known, `nobody` where no speaker is named. Links to other stories
    vouch for nothing.

    >>> from helpers import parse
    >>> independence(parse([("a", "قال المرصد السوري لحقوق الإنسان إن ثلاثة قتلوا.")]))["independence"].tolist()
    ['not_shown']
    """
    claims = corpus.numbered.assign(words=spoken(corpus, corpus.numbered))
    claims = claims[~claims["section"].isin(LINKS)].set_index("id")
    rows = []
    for item in corpus.items.to_dict("records"):
        members = claims.reindex(item["claims"].split()).dropna(subset="report")
        if len(members):
            rows.append(_vouched(item, members))
    names = "item measure subject_group words mentions reports speakers parties via independent_parties independence"
    table = typed(rows, names).astype({"independent_parties": "Int64"})
    return table.sort_values("independent_parties", ascending=False, kind="stable", ignore_index=True)


def _vouched(item: Record, members: pd.DataFrame) -> Record:
    speakers = members["source"].dropna()
    voices = item["independent_parties"]
    return {
        **{key: item[key] for key in ("measure", "subject_group", "mentions", "reports", "independent_parties")},
        "item": item["id"],
        "words": _listed(members["words"]),
        "speakers": _listed(speakers),
        "parties": _listed(members["source_party"].dropna()),
        "via": _listed(members["via"].dropna()),
        "independence": "shown" if voices > 1 else "not_shown" if len(speakers) else "nobody",
    }


def _listed(names: Iterable[str]) -> str | None:
    return "، ".join(dict.fromkeys(names)) or None
