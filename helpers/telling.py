"""What the evidence reader tells of claims, acts of saying and reports; each string comes as [Arabic, English].

Reports, claims and acts are told apart by their place in their list, which is that of their frame.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from types import SimpleNamespace as Row

import pandas as pd

from helpers import arabic, tables
from helpers.assemble import Corpus
from helpers.browser_data import Act, Claim, Filter, Pair, Report
from helpers.charts import words
from helpers.decisions import FIELDS
from helpers.lexicon import Lexicon, load
from helpers.pieces import visible
from helpers.schema import written
from helpers.tables.links import Teller

FOREIGN = (arabic.LATIN, arabic.ARABIC)  # what an Arabic line and an English one set apart
FILTERS: tuple[Filter, ...] = ("measure", "party", "speaker", "source_type")
UNITS = {"area_km2": "n_km2", "distance_km": "n_km"}


def rows(frame: pd.DataFrame) -> list[Row]:
    """The rows of a frame with None for what is missing.

    >>> rows(pd.DataFrame({"a": pd.array([1, None], "Int64")}))[1]
    namespace(a=None)
    """
    plain = frame.astype(object).where(frame.notna(), None)
    return [Row(**row) for row in plain.to_dict("records")]


def both(say: Callable[..., str], *values: object) -> Pair:
    """What `say` makes of the values in Arabic and in English, safe to show.

    >>> both(words.word, "measure", "killed")
    ['قتلى', 'Killed']
    """
    if all(isinstance(value, str) for value in values):
        return list(_named(say, values))
    return [visible(say(*values, lang)) for lang in ("ar", "en")]


@lru_cache(maxsize=16_384)
def _named(say: Callable[..., str], values: tuple[str, ...]) -> Pair:
    """What a code or a name is called: a corpus has few of them, again and again."""
    return [visible(say(*values, lang)) for lang in ("ar", "en")]


def phrase(key: str, **values: Pair) -> Pair:
    """The reader's own phrase `key` of `lexicons/interface.csv`, filled in. Errors: KeyError for one not listed.

    >>> phrase("is_place", value=["حلب", "Aleppo"])[1]
    'Place: Aleppo'
    """
    row = phrases(load())[key]
    return [row[lang].format(**{name: pair[i] for name, pair in values.items()}) for i, lang in enumerate(("ar", "en"))]


@lru_cache(maxsize=16)
def phrases(lexicon: Lexicon) -> dict[str, dict[str, str]]:
    """The phrases of the interface by key, with their `ar` and `en`.

    >>> phrases(load())["search"]["en"]
    'Search'
    """
    return {row["key"]: row for row in lexicon["interface"]}


def reports(corpus: Corpus) -> list[Report]:
    r"""Each report's name, headline, credit line and problem; a name of the other script is set apart from the day.

    >>> from helpers import parse
    >>> reports(parse([("a", "قتل ثلاثة.")]))[0]["name"]
    ['\u2068a\u2069 · بلا تاريخ', 'a · Undated']
    """
    short = tables.short_names(corpus)
    return [_report(row, short[row.report], corpus.texts.get(row.report, "")) for row in rows(corpus.reports)]


def acts(corpus: Corpus) -> list[Act]:
    """Each act of saying: its chain of tellers from the outlet on, its words, how it is told.

    >>> from helpers import parse
    >>> acts(parse([("a", "قال متحدث باسم الجيش إن ثلاثة قتلوا.")]))[0]["chain"][1]["name"][0]
    'متحدث باسم الجيش'
    """
    chains = tables.chains_of(corpus)
    named = set(corpus.reports.loc[corpus.reports["outlet"].notna(), "report"])
    return [_act(corpus, row, chains.get(row.id, []), row.report in named) for row in rows(corpus.attributions)]


def claims(corpus: Corpus) -> list[Claim]:
    """Each claim: its figure, words and facts, the act it stands in, and the claims of the same matter.

    >>> from helpers import parse
    >>> claim, = claims(parse([("a", "قتل أكثر من 20 جنديا.")]))
    >>> claim["words"], claim["figure"][1], claim["quote"]
    ('أكثر من 20', 'more than 20', 'قتل أكثر من 20 جنديا')
    """
    place = {report: i for i, report in enumerate(corpus.reports["report"])}
    act_rows = rows(corpus.attributions)
    act_at = {row.id: i for i, row in enumerate(act_rows)}
    said = tables.spoken(corpus, corpus.claims)
    listed = rows(corpus.claims.assign(words=said))
    claim_at = {row.id: i for i, row in enumerate(listed)}
    same = _same(corpus, claim_at)
    found: list[Claim] = []
    for i, row in enumerate(listed):
        act = act_at.get(row.attribution)
        found.append(
            {
                "id": row.id,
                "report": place[row.report],
                "measure": row.measure,
                "party": row.source_party or "",
                "speaker": row.source or "",
                "source_type": row.source_type or "",
                "words": visible(row.words),
                "figure": _figure(row),
                "quote": visible(row.quote),
                "through": both(words.name, row.via) if row.via and row.via != row.source else None,
                "whom": _whom(row),
                "part": _coded("section", row.section),
                "facts": _facts(row, None if act is None else act_rows[act]),
                "act": act,
                "values": {field: text for field in FIELDS if (text := visible(written(getattr(row, field))))},
                "numbered": row.number_text is not None,
                "decided": row.decided or "",
                "same": same.get(i, []),
            }
        )
    return found


def terms(listed: list[Claim]) -> dict[str, dict[str, Pair]]:
    """What the values that claims are filtered by are called.

    >>> terms([{"measure": "killed", "party": "", "speaker": "", "source_type": ""}])["party"]
    {'': ['لا طرف معروف', 'No party stated']}
    """
    used = {key: dict.fromkeys(claim[key] for claim in listed) for key in FILTERS}
    return {key: {value: _term(key, value) for value in values} for key, values in used.items()}


def _term(key: Filter, value: str) -> Pair:
    if not value:
        return phrase("no_party" if key == "party" else "nobody")
    return both(words.name, value) if key in ("party", "speaker") else both(words.word, key, value)


def _report(row: Row, short: str, text: str) -> Report:
    outlet = both(words.name, row.outlet or short)
    days = both(words.days, row.published_low, row.published_high)
    return {
        "name": [
            f"{_set_apart(visible(name), foreign)} · {day}"
            for name, day, foreign in zip(outlet, days, FOREIGN, strict=True)
        ],
        "headline": visible(row.headline or ""),
        "credit": visible(row.credit or ""),
        "problem": [row.problem_ar or "", visible(row.problem or "")],
        "size": len(text),
    }


def _set_apart(name: str, foreign: re.Pattern[str]) -> str:
    """The name, in marks where it holds another script than its line: else it pulls digits about it out of order."""
    return arabic.apart(name) if foreign.search(name) else name


def _act(corpus: Corpus, row: Row, chain: list[Teller], outlet_named: bool) -> Act:
    text = corpus.text(row.report)
    cuts = [row.start, row.end, row.end]
    if row.content_start is not None:
        cuts = [min(row.start, row.content_start), row.content_start, row.content_end]
    ends = [*cuts[1:], max(row.end, cuts[-1])]
    return {
        "chain": [
            {
                "name": both(words.name, teller.name),
                "role": phrase(f"role_{teller.role}" if outlet_named or teller.role != "outlet" else "outlet_unknown"),
                "party": both(words.name, teller.party) if teller.party else None,
            }
            for teller in chain
        ],
        "quote": [visible(text[start:end]) for start, end in zip(cuts, ends, strict=True)],
    }


def _figure(row: Row) -> Pair:
    amount = both(words.amount, _as_told(row))
    unit = UNITS.get(row.measure)
    return [words.say(unit, lang, n=n) for n, lang in zip(amount, ("ar", "en"), strict=True)] if unit else amount


def _as_told(row: Row) -> Row:
    return Row(**{name: pd.NA if value is None else value for name, value in vars(row).items()})


def _facts(row: Row, act: Row | None) -> list[list[Pair]]:
    """Heads and values of what was read of a claim, without those that it says nothing of."""
    told = {
        "whom": _whom(row),
        "doer": _inferred(both(words.name, row.actor) if row.actor else None, row.actor_basis),
        "place": _inferred(both(words.name, row.place) if row.place else None, row.place_basis),
        "when": _when(row),
        "state": _coded("aspect", row.aspect),
        "wording": _coded("precision", row.precision),
        "interval": _interval(row),
        "status": None if row.status == "event" else _coded("status", row.status),
        "part": _coded("section", row.section),
        "stance": _coded("stance", row.stance),
        "commitment": _coded("commitment", act.commitment) if act else None,
    }
    return [[phrase(f"fact_{key}"), value] for key, value in told.items() if value]


def _whom(row: Row) -> Pair | None:
    return _inferred(_coded("subject_group", row.subject_group), row.subject_basis)


def _interval(row: Row) -> Pair | None:
    """What a vague word leaves open, in numbers."""
    if row.precision != "vague" or row.low is None or row.high is None:
        return None
    return [words.say("range", lang, low=words.number(row.low), high=words.number(row.high)) for lang in ("ar", "en")]


def _coded(column: str, value: str | None) -> Pair | None:
    return both(words.word, column, value) if value else None


def _inferred(value: Pair | None, basis: str | None) -> Pair | None:
    """A value, marked where the words do not state it themselves."""
    return phrase(basis, value=value) if value and basis in ("inferred", "carried") else value


def _when(row: Row) -> Pair | None:
    if row.date_low or row.date_high:
        return both(words.days, row.date_low or pd.NaT, row.date_high or pd.NaT)
    if row.stated_low or row.stated_high:
        return phrase("told_on", day=both(words.days, row.stated_low or pd.NaT, row.stated_high or pd.NaT))
    return None


def _same(corpus: Corpus, claim_at: dict[str, int]) -> dict[int, list[int]]:
    """For each claim those of its item, itself among them."""
    groups = [[claim_at[name] for name in listed.split() if name in claim_at] for listed in corpus.items["claims"]]
    return {claim: group for group in groups for claim in group}
