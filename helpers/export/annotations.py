"""Claims as W3C Web Annotations: each leads to its words, by their place and by the words around them.

https://www.w3.org/TR/annotation-model/ : positions are code points of the text that was read, a quotation has its
prefix and suffix, so that a claim finds its words again in a page whose text has moved.
"""

import json
from typing import Any
from urllib.parse import quote

import pandas as pd

from helpers.assemble import Corpus
from helpers.schema import Record
from helpers.tables import worded

Node = dict[str, Any]  # of JSON-LD
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"isnad": "urn:isnad:term:"}]
AROUND = 32  # characters before and after
FIELDS = [
    "measure", "status", "low", "best", "high", "precision", "subject_group", "actor", "place", "date_low", "date_high",
    "tally", "source", "source_party", "via", "stance", "number_text",
]  # fmt: skip
PATH = "/"


def files(corpus: Corpus) -> dict[str, bytes]:
    """`annotations.jsonld`, a page of annotations, one for each claim.

    >>> from helpers import parse
    >>> list(files(parse([("a", "قتل ثلاثة.")])))
    ['annotations.jsonld']
    """
    page = json.dumps(collection(corpus), ensure_ascii=False, indent=1)
    return {"annotations.jsonld": f"{page}\n".encode()}


def collection(corpus: Corpus) -> Node:
    """The annotation page: its items have the ids of the claims, as URNs.

    >>> from helpers import parse
    >>> made = collection(parse([("a", "قال متحدث إن ثلاثة جنود قتلوا أمس.")]))["items"][0]
    >>> made["target"]["selector"][1]["exact"], made["target"]["selector"][1]["suffix"]
    ('ثلاثة جنود قتلوا', ' أمس.')
    """
    reports = corpus.reports.set_index("report")
    sources = {report: source_of(report, row["url"], row["sha256"]) for report, row in reports.iterrows()}
    labels = {lang: worded(corpus, corpus.claims, lang)["measure"].tolist() for lang in ("en", "ar")}
    items = [
        {
            "id": f"urn:isnad:{quote(claim['id'], safe=':')}",
            "type": "Annotation",
            "motivation": "describing",
            "body": [_body(claim, {lang: labels[lang][i] for lang in labels}, lang) for lang in labels],
            "target": {
                "source": sources[claim["report"]],
                "selector": selectors(corpus.text(claim["report"]), claim["start"], claim["end"]),
            },
            **{f"isnad:{field}": value for field in FIELDS if (value := _plain(claim[field])) is not None},
            "isnad:report": claim["report"],
        }
        for i, claim in enumerate(corpus.claims.to_dict("records"))
    ]
    return {
        "@context": CONTEXT,
        "id": "urn:isnad:claims",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }


def selectors(text: str, start: int, end: int) -> list[Node]:
    """The two ways back to a span of a text.

    >>> selectors("قتل ثلاثة أمس", 4, 9)[0]
    {'type': 'TextPositionSelector', 'start': 4, 'end': 9}
    """
    start, end = int(start), int(end)
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - AROUND) : start],
            "suffix": text[end : end + AROUND],
        },
    ]


def source_of(report: str, url: object, sha256: str) -> str:
    """The address of a report, or where none is known a URN of its bytes; rows of a table tell theirs apart.

    >>> source_of("t.csv#2", None, "ab"), source_of("a", "https://e.org/خبر", "ab")
    ('urn:sha256:ab#t.csv%232', 'https://e.org/%D8%AE%D8%A8%D8%B1')
    """
    if not pd.isna(url):
        return quote(str(url), safe="%/:=&?~#+!$,;'@()*[]")
    return f"urn:sha256:{sha256}#{quote(report, safe=PATH)}"


def _body(claim: Record, labels: dict[str, str], lang: str) -> Node:
    number = "" if pd.isna(claim["number_text"]) else f": {claim['number_text']}"
    return {"type": "TextualBody", "value": f"{labels[lang]}{number}", "format": "text/plain", "language": lang}


def _plain(value: str | float | pd.Timestamp) -> str | float | None:
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d")
    return value if isinstance(value, str) else int(value) if value == int(value) else float(value)
