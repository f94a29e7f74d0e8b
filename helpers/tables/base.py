"""What tables share: the policy for vague words, the words of a number, short names of reports, dtypes."""

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Concatenate, ParamSpec

import pandas as pd

from helpers.assemble import Corpus
from helpers.lexicon import Lexicon, load
from helpers.pieces import visible
from helpers.schema import FRAMES, Record, row_id

LINKS = ("teaser", "caption")
MAPPED = ("town", "area")  # places fine enough for a mark on a map
POLICIES = ("interval", "acled", "plural", "middle")
VALUES = ["low", "best", "high", "precision", "vague"]
PUBLISHED = ["published_low", "published_high"]
DAYS = ["date_low", "date_high"]
KNOWN = {name: dtype for frame in FRAMES.values() for name, dtype in frame.items()}
VOCABULARY = {
    "subject_basis": "basis",
    "actor_basis": "basis",
    "place_basis": "basis",
    "actor_party": "party",
    "population": "subject_group",
    "kind": "section",
    "why": "refused",
    "source_party": "party",
    "outside": "policy",
    "signs": "sign",
    "whose": "party",
}
OF_FIELD = ("value", "before", "after", "first", "second")  # whose words are those of the row's `field`
COUNTS = dict.fromkeys(("mentions", "reports", "independent_parties"), "Int64") | {"narrows": "boolean"}


def with_policy(frame: pd.DataFrame, policy: str = "interval", lexicon: Lexicon | None = None) -> pd.DataFrame:
    """The frame with vague words read by a policy: `interval` keeps them wide, the others put one number.

    `attrs["policy"]` is its name.

    Errors: ValueError for a policy that the codebook does not know.

    >>> from helpers import parse
    >>> claims = parse([("a", "قتل العشرات في قصف.")]).claims
    >>> with_policy(claims, "acled")["best"].tolist()
    [10.0]
    """
    if policy not in POLICIES:
        raise ValueError(f"policy {policy!r}: choose one of {', '.join(POLICIES)}")
    told = frame.assign()
    told.attrs = {**frame.attrs, "policy": policy}
    if policy == "interval":
        return told
    points = {row["class"]: float(row[policy]) for row in (lexicon or load())["vague"] if row[policy]}
    chosen = frame["vague"].map(points).astype("Float64")
    return told.assign(**{column: chosen.fillna(frame[column]) for column in ("low", "best", "high")})


Options = ParamSpec("Options")


def signed(
    table_of: Callable[Concatenate[Corpus, Options], pd.DataFrame],
) -> Callable[Concatenate[Corpus, Options], pd.DataFrame]:
    """Lets a table of a corpus know what the footer of its chart says of the reports, in `attrs`.

    `written` holds their first and last possible day (ISO; None where no report is dated) and how many are not dated;
    `unnumbered` is how many claims of theirs give no number.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل ثلاثة."), ("b", "عاد الهدوء.")], published={"a": "2020-05-11"})
    >>> signed(lambda corpus: corpus.claims.copy())(corpus).attrs["written"]
    {'low': '2020-05-11', 'high': '2020-05-11', 'undated': 1}
    """

    @wraps(table_of)
    def of(corpus: Corpus, /, *others: Options.args, **options: Options.kwargs) -> pd.DataFrame:
        table, known = table_of(corpus, *others, **options), corpus.readable.dropna(subset=PUBLISHED)
        ends = (known["published_low"].min(), known["published_high"].max()) if len(known) else (None, None)
        days = {name: end and end.date().isoformat() for name, end in zip(("low", "high"), ends, strict=True)}
        table.attrs["written"] = {**days, "undated": len(corpus.readable) - len(known)}
        table.attrs["unnumbered"] = len(corpus.claims) - len(corpus.numbered)
        return table

    return of


def alike(table: pd.DataFrame, by: str, options: Sequence[str], same: str = "every") -> pd.DataFrame:
    """The table with one row, `same` in the column `by`, for rows that are the same under each of the options.

    >>> rows = [("killed", "a", 4), ("killed", "b", 4), ("wounded", "a", 2), ("wounded", "b", 3)]
    >>> table = pd.DataFrame(rows, columns=["measure", "policy", "low"])
    >>> alike(table, "policy", ["a", "b"]).values.tolist()
    [['killed', 'every', 4], ['wounded', 'a', 2], ['wounded', 'b', 3]]
    """
    others = [column for column in table if column != by]
    unmoved = table.groupby(others, dropna=False)[by].transform("nunique").eq(len(options))
    return table.assign(**{by: table[by].mask(unmoved, same)}).drop_duplicates(ignore_index=True)


def short_names(corpus: Corpus) -> dict[str, str]:
    """A short name for each report, safe to show: its file name up to the first underscore or point, if it will do.

    >>> from helpers import parse
    >>> short_names(parse([("2019/001_hawar.txt", ""), ("2019/002_sana.txt", "")]))
    {'2019/001_hawar.txt': '001', '2019/002_sana.txt': '002'}
    >>> short_names(parse([("2019/001_a.txt", ""), ("2020/001_b.txt", "")]))
    {'2019/001_a.txt': '2019/001_a.txt', '2020/001_b.txt': '2020/001_b.txt'}
    """
    reports = corpus.reports["report"].tolist()
    short = [report.rsplit("/", 1)[-1].split("_")[0].split(".")[0] for report in reports]
    names = short if all(short) and len(set(short)) == len(short) else reports
    return dict(zip(reports, map(visible, names), strict=True))


def labelled(corpus: Corpus, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with the outlet of each report, and reports by their short names.

    >>> from helpers import parse
    >>> corpus = parse([("a_1.txt", "مقتل ثلاثة\\n\\nقتل ثلاثة.\\n\\nالمصدر: رويترز")])
    >>> labelled(corpus, corpus.claims)[["report", "outlet"]].head(1).values.tolist()
    [['a', 'رويترز']]
    """
    outlets = corpus.reports.set_index("report")["outlet"]
    return frame.assign(
        outlet=frame["report"].map(outlets).astype("string"),
        report=frame["report"].map(short_names(corpus)).astype("string"),
    )


def told(corpus: Corpus) -> pd.DataFrame:
    """The claims that tell of something as having happened, outside links to other stories.

    >>> from helpers import parse
    >>> told(parse([("a", "قتل خمسة. ولم يقتل ستة. وقد يقتل سبعة.")]))["best"].tolist()
    [5.0]
    """
    claims = corpus.numbered
    return claims[claims["status"].eq("event") & ~claims["section"].isin(LINKS)]


def spoken(corpus: Corpus, claims: pd.DataFrame) -> pd.Series:
    """The words of each claim's number with its qualifier, as written; of one without a number, its own words.

    Before them stand the words that give it no teller.

    >>> from helpers import parse
    >>> corpus = parse([("a", "يُعتقد أن 20 جنديا قتلوا.")])
    >>> spoken(corpus, corpus.claims).tolist()
    ['يُعتقد أن … 20']
    """
    quotes = corpus.quantities.set_index("id")["quote"]
    known = claims["number_text"].notna()
    spans = claims.loc[known, ["report", "number_start", "number_end"]].itertuples(index=False)
    words = claims["quote"].astype("string").copy()
    words.loc[known] = [quotes[row_id("quantity", *span)] for span in spans]
    return words.where(claims["doubt"].isna(), claims["doubt"] + " … " + words)


def counted_noun(corpus: Corpus, claims: pd.DataFrame) -> pd.Series:
    """The words behind each claim's number that say what it counts, where they stand there.

    >>> from helpers import parse
    >>> corpus = parse([("a", "فر آلاف المدنيين من البلدة.")])
    >>> counted_noun(corpus, corpus.claims).tolist()
    ['المدنيين']
    """
    nouns = corpus.quantities.set_index("id")["counted"]
    known = claims["number_text"].notna()
    spans = claims.loc[known, ["report", "number_start", "number_end"]].itertuples(index=False)
    found = pd.Series(pd.NA, claims.index, dtype="string")
    found.loc[known] = [nouns[row_id("quantity", *span)] for span in spans]
    return found


def worded(corpus: Corpus, frame: pd.DataFrame, lang: str = "en") -> pd.DataFrame:
    """The frame with the codes of closed vocabularies put into words, by the codebook; a row's `field` says whose.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل ثلاثة.")])
    >>> worded(corpus, corpus.claims)["measure"].tolist()
    ['Killed']
    """
    book = codebook(corpus, lang)
    coded = {column: book[VOCABULARY.get(column, column)] for column in frame if VOCABULARY.get(column, column) in book}
    told = {
        column: frame[column].map(lambda value, known=words: _said(value, known)).astype("string")
        for column, words in coded.items()
    }
    for column in OF_FIELD if "field" in frame else ():
        if column in frame:
            pairs = zip(frame["field"].fillna(""), frame[column], strict=True)
            said = [_said(value, book.get(VOCABULARY.get(field, field), {})) for field, value in pairs]
            told[column] = pd.array(said, dtype="string")
    return frame.assign(**told)


def codebook(corpus: Corpus, lang: str) -> dict[str, dict[str, str]]:
    """For each closed vocabulary its codes and what they are called in `lang`.

    >>> from helpers import parse
    >>> codebook(parse([("a", "")]), "en")["measure"]["killed"]
    'Killed'
    """
    book: dict[str, dict[str, str]] = {}
    for row in corpus.lexicon["codebook"]:
        book.setdefault(row["column"], {})[row["value"]] = row[lang]
    book["party"] = {row["party"]: row[lang] for row in corpus.lexicon["parties"]}
    return book


def _said(value: object, known: dict[str, str]) -> object:
    """The words of a code, or of several; what stands behind a colon («an idiom: …») is not a code and stays."""
    if pd.isna(value):
        return value
    if (words := known.get(str(value))) is not None:
        return words
    codes = str(value).split()
    if all(code in known for code in codes):
        return " · ".join(known[code] for code in codes)
    code, colon, rest = str(value).partition(":")
    return f"{known[code]}{colon}{rest}" if colon and code in known else value


def typed(rows: Iterable[Record], *columns: str | list[str]) -> pd.DataFrame:
    """Rows as a table with the schema's dtypes for the columns that it knows, strings for the rest.

    >>> typed([{"low": 3}], "low words").dtypes.astype(str).tolist()
    ['Float64', 'string']
    """
    names = [name for group in columns for name in (group if isinstance(group, list) else group.split())]
    rows = list(rows)
    data = {name: pd.array([row.get(name, pd.NA) for row in rows], dtype=dtype_of(name)) for name in names}
    return pd.DataFrame(data, columns=names)


def dtype_of(column: str) -> str:
    """The dtype a table's column has.

    >>> dtype_of("low"), dtype_of("date_low"), dtype_of("mentions"), dtype_of("a column of no frame")
    ('Float64', 'datetime64[s]', 'Int64', 'string')
    """
    return COUNTS.get(column) or KNOWN.get(column, "string")
