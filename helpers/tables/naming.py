"""Tables of what the parties are called: by which outlet, how often, and in whose voice."""

import pandas as pd

from helpers.assemble import Corpus
from helpers.names import COALITION
from helpers.tables.base import labelled, signed
from helpers.text import fold

LONG = "اويه"  # letters that spellings of one name differ in, but for the first
VOICES = {"direct": "quoted", "mixed": "reported", "indirect": "reported"}


@signed
def naming(corpus: Corpus, fewest: int = 1) -> pd.DataFrame:
    """How often each report uses which name for which party: `mentions` of the `of` that it makes of the party.

    Parties with fewer than `fewest` mentions in all reports are left out; `attrs` has `fewest` and how many it leaves
    out. `voice` is `outlet` outside any act of saying, `reported` inside what somebody is said to have said, `quoted`
    inside their own words, `ids` are those of the mentions. A name is counted under its most usual spelling in the
    corpus. Counted are names of the word list, and «التحالف» alone where a coalition was named before; epithets
    («التنظيم المتطرف») are left out.

    >>> from helpers import parse
    >>> naming(parse([("a", "تقدمت قسد نحو البلدة. وقالت قسد إنها تقدمت.")]))["voice"].tolist()
    ['outlet']
    """
    mentions = corpus.names[corpus.names["kind"].eq("party")]
    known = {COALITION, *(fold(row["form"]).text for row in corpus.lexicon["entities"])}
    spelt = mentions["quote"].map(lambda quote: _spelling(quote, known)).astype("string")
    mentions = mentions.assign(spelt=spelt, key=spelt.map(_sounds), voice=voices(corpus, mentions))
    usual = mentions.groupby(["entity", "key"])["spelt"].transform(lambda names: names.value_counts().index[0])
    table = labelled(corpus, mentions.assign(name=usual.astype("string")))
    keys = ["entity", "outlet", "report", "voice", "name"]
    grouped = table.groupby(keys, dropna=False, sort=False)["id"]
    counts = grouped.agg(mentions="size", ids=" ".join).reset_index()
    counts["of"] = counts.groupby(["entity", "report"])["mentions"].transform("sum")
    for order, by in (("order", ["entity"]), ("usual", ["entity", "name"])):
        counts[order] = -counts.groupby(by)["mentions"].transform("sum")
    kept = counts[counts["order"] <= -fewest]
    listed = kept.sort_values(["order", "entity", "usual", "name", "report"], kind="stable")
    drawn = listed.drop(columns=["order", "usual"]).reset_index(drop=True)
    drawn = drawn.astype({"mentions": "Int64", "of": "Int64", "ids": "string"})
    drawn.attrs |= {"fewest": fewest, "left_out": counts["entity"].nunique() - kept["entity"].nunique()}
    return drawn


def _spelling(quote: str, listed: set[str]) -> str:
    """The name on one line, without quotation marks, its article whole («للدولة» is «لـ» and «الدولة»)."""
    name = " ".join("".join(char for char in quote if fold(char).text != '"').split())
    elided = fold(name).text not in listed and f"ا{fold(name).text}" in listed
    return f"ا{name}" if elided else name


def _sounds(name: str) -> str:
    """What all spellings of a name share: «سوريا» and «سورية», «الديمقراطية» and «الديموقراطية».

    >>> _sounds("قوات سوريا الديمقراطية") == _sounds("قوات سورية الديموقراطية"), _sounds("داعش") == _sounds("الدولة")
    (True, False)
    """
    return " ".join(
        word[:1] + "".join(char for char in word[1:] if char not in LONG) for word in fold(name).text.split()
    )


def voices(corpus: Corpus, mentions: pd.DataFrame) -> pd.Series:
    """In whose voice each row with a report and a start stands: that of the innermost act of saying that holds it.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قال متحدث باسم الجيش إن ثلاثة قتلوا. وأصيب خمسة.")])
    >>> voices(corpus, corpus.claims).tolist()
    ['reported', 'outlet']
    """
    contents: dict[str, list[tuple[int, int, str]]] = {}
    acts = corpus.attributions.dropna(subset=["content_start", "content_end"])
    for act in acts.itertuples():
        contents.setdefault(act.report, []).append((int(act.content_start), int(act.content_end), act.mode))
    places = zip(mentions["report"], mentions["start"], strict=True)
    voices = [_voice(contents.get(report, []), start) for report, start in places]
    return pd.Series(voices, mentions.index, dtype="string")


def _voice(contents: list[tuple[int, int, str]], at: int) -> str:
    around = [(end - start, mode) for start, end, mode in contents if start <= at < end]
    return VOICES[min(around)[1]] if around else "outlet"
