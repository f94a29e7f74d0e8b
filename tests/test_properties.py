"""What holds for every corpus: claims inside their sentences, parts inside their wholes, tallies and ids that stay."""

import csv
from itertools import count
from math import gcd
from pathlib import Path

import pytest

from helpers import parse, tables

SENTENCES = [
    row["text"].replace("¶", "\n")
    for row in csv.DictReader((Path(__file__).parent / "gold/claims.csv").open(encoding="utf-8", newline=""))
]
PLACES = ["حلب", "تعز", "الخرطوم", "غزة", "بغداد"]
DAYS = 5


def reports(seed: int, n: int = 24) -> list[tuple[str, str]]:
    """Invented reports: a headline and three sentences each, told of a town."""
    step = next(step for step in count(2 * seed + 7) if gcd(step, len(SENTENCES)) == 1)  # so that it meets all of them
    lines = [SENTENCES[(seed * 31 + i * step) % len(SENTENCES)] for i in range(4 * n)]
    place = PLACES[seed % len(PLACES)]
    return [
        (f"{k:02}.txt", f"{lines[4 * k].rstrip('.')} في {place}\n\n" + " ".join(lines[4 * k + 1 : 4 * k + 4]))
        for k in range(n)
    ]


def read(pairs):
    return parse(pairs, published={name: f"2020-05-{11 + int(name[:2]) % DAYS}" for name, _ in pairs})


@pytest.fixture(scope="module", params=range(5))
def corpus(request):
    return request.param, read(reports(request.param))


def test_claims_lie_inside_their_sentences(corpus):
    _, told = corpus
    spans = told.sentences.groupby("report")[["start", "end"]].apply(lambda rows: rows.to_numpy().tolist())
    for claim in told.claims.to_dict("records"):
        assert any(low <= claim["start"] < claim["end"] <= high for low, high in spans[claim["report"]]), claim["quote"]


def test_parts_never_exceed_their_wholes_without_a_flag(corpus):
    _, told = corpus
    claims = told.claims.set_index("id")
    flagged = tables.review(told)
    flagged = set(flagged.loc[flagged["signs"].str.contains("exceeds_whole"), "claim"])
    parts = claims[claims["part_of"].notna()]
    assert len(parts)
    for identity, part in parts.iterrows():
        whole = claims.loc[part["part_of"]]
        least, most = part[["low", "best"]].dropna(), whole[["high", "best"]].dropna()
        if len(least) and len(most) and least.iloc[0] > most.iloc[0]:
            assert identity in flagged


def summed(told):
    """The tally of every measure and population, without ids."""
    kinds = told.items.groupby(["measure", "subject_group"], dropna=False)
    return {key: (tally.low, tally.high, len(tally.added)) for key, part in kinds for tally in [tables.tally(part)]}


def test_tallies_do_not_hang_on_the_order_of_reports(corpus):
    seed, told = corpus
    assert summed(read(reports(seed)[::-1])) == summed(told)


def test_a_report_told_twice_changes_no_sum(corpus):
    seed, told = corpus
    pairs = reports(seed)
    again = read([*pairs, (pairs[0][0].replace(".txt", "-copy.txt"), pairs[0][1])])
    assert {key: value[:2] for key, value in summed(again).items()} == {
        key: value[:2] for key, value in summed(told).items()
    }


def test_another_report_changes_no_id(corpus):
    seed, told = corpus
    more = read([*reports(seed), ("99.txt", "قتل 12345 شخصا في صنعاء.")])
    for name in ("claims", "attributions", "quantities", "times", "names", "sentences"):
        ids = getattr(more, name).loc[getattr(more, name)["report"].ne("99.txt"), "id"]
        assert ids.tolist() == getattr(told, name)["id"].tolist(), name
    untouched = set(told.items["id"]) - set(more.items["id"])
    assert not untouched
