"""The evidence reader where no program runs (GitHub, nbviewer, print): claims with their chains, and marked reports."""

from html import escape

from helpers.browser_data import Claim, Pair, Paragraph
from helpers.dossier import Dossier
from helpers.telling import phrase

CLAIMS, LETTERS = 200, 40_000  # as many as a page that nobody can search should hold
UNDER = {"speaker": "solid #3b6fb6", "cue": "double #9a55a0", "date": "dashed #2b8a66", "place": "dotted #8a7640"}
NUMBER = "background-color:#fdeccf;color:#1f2328;font-weight:bold"


def standing(dossier: Dossier, lang: str, note: str = "static_note") -> str:
    """The whole as HTML: a table of claims, then each report folded away, its figures numbered as in the table.

    `note` is the phrase that says why it stands still.

    >>> from helpers import parse
    >>> from helpers.dossier import dossier
    >>> "<mark" in standing(dossier(parse([("a", "قتل 3 جنود.")])), "en")
    True
    """
    claims = dossier.claims[:CLAIMS]
    shown, letters = [], 0
    for i, report in enumerate(dossier.reports):
        letters += report["size"]
        if letters <= LETTERS:
            shown.append(i)
    side = "right" if lang == "ar" else "left"
    parts = [
        f"<p>{_in(phrase(note), lang)}</p>",
        _table(dossier, claims, lang, side),
        f"<p>{_in(phrase('marked'), lang)}: {_legend(lang)}</p>",
        *(_report(dossier, i, lang) for i in shown),
        _left_out(len(dossier.reports) - len(shown), len(dossier.claims) - len(claims), lang),
    ]
    way = "rtl" if lang == "ar" else "ltr"
    return f'<div dir="{way}" style="text-align:{side}">\n' + "\n".join(filter(None, parts)) + "\n</div>"


def told(dossier: Dossier, claim: Claim, lang: str) -> str:
    """The chain of a claim in one line, the outlet first, each teller from the next.

    >>> from helpers import parse
    >>> from helpers.dossier import dossier
    >>> d = dossier(parse([("a", "قال متحدث باسم الجيش لرويترز إن 3 جنود قتلوا.")]))
    >>> told(d, d.claims[0], "en")
    'a, from Reuters, from متحدث باسم الجيش'
    """
    if claim["act"] is None or not dossier.acts[claim["act"]]["chain"]:
        return _in(phrase("nobody"), lang)
    names = [_in(teller["name"], lang) for teller in dossier.acts[claim["act"]]["chain"]]
    return (
        f" {_in(phrase('from'), lang)} ".join(names) if lang == "ar" else f", {_in(phrase('from'), lang)} ".join(names)
    )


def _in(pair: Pair, lang: str) -> str:
    return pair[0 if lang == "ar" else 1]


def _table(dossier: Dossier, claims: list[Claim], lang: str, side: str) -> str:
    keys = ("static_number", "head_figure", "head_what", "head_said", "static_words", "head_report")
    heads = "".join(f'<th style="text-align:{side}">{_in(phrase(key), lang)}</th>' for key in keys)
    rows = []
    for number, claim in enumerate(claims, 1):
        cells = [
            str(number),
            claim["words"],
            " · ".join(_what(dossier, claim, lang)),
            told(dossier, claim, lang),
            claim["quote"],
            _in(dossier.reports[claim["report"]]["name"], lang),
        ]
        rows.append("".join(f'<td dir="auto" style="text-align:{side}">{escape(cell)}</td>' for cell in cells))
    body = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table>\n<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _what(dossier: Dossier, claim: Claim, lang: str) -> list[str]:
    """The measure, of whom, and what a person decided."""
    said = dossier.review["form"]["said"]
    pairs = [dossier.terms["measure"][claim["measure"]]]
    pairs += [phrase("of", value=claim["whom"])] if claim["whom"] else []
    pairs += [said[claim["decided"]]] if claim["decided"] else []
    return [_in(pair, lang) for pair in pairs]


def _legend(lang: str) -> str:
    return " · ".join(_marked(escape(_in(phrase(f"mark_{kind}"), lang)), [kind]) for kind in ("quantity", *UNDER))


def _marked(shown: str, kinds: list[str]) -> str:
    """Words in the style of the marks on them: figures stand on a ground, the others have a line under them."""
    under = next((f"border-bottom:2px {line}" for kind, line in UNDER.items() if kind in kinds), "")
    style = ";".join(filter(None, [NUMBER if "quantity" in kinds else "", under]))
    tag = "mark" if "quantity" in kinds else "span"
    return f'<{tag} style="{style}">{shown}</{tag}>' if style else shown


def _report(dossier: Dossier, report: int, lang: str) -> str:
    told = dossier.reports[report]
    summary = escape(_in(told["name"], lang)) + (
        f" · <bdi>{escape(told['headline'])}</bdi>" if told["headline"] else ""
    )
    paragraphs = [_paragraph(dossier, part) for part in dossier.paragraphs(report)]
    text = "\n".join(paragraphs) or f"<p>{escape(_in(told['problem'], lang) or _in(phrase('empty'), lang))}</p>"
    return f"<details><summary>{summary}</summary>\n{text}\n</details>"


def _paragraph(dossier: Dossier, part: Paragraph) -> str:
    shown, cut = [], part["pieces"]
    for (words, *marks), (_, *following) in zip(cut, [*cut[1:], [""]], strict=True):
        known = [dossier.marks[mark] for mark in marks]
        shown.append(_marked(escape(words), [mark.kind for mark in known]))
        ended = [dossier.marks[mark] for mark in marks if mark not in following]
        shown += [
            f"<sup>[{mark.claim + 1}]</sup>" for mark in ended if mark.kind == "quantity" and mark.claim is not None
        ]
    side = ";text-align:right" if part["dir"] == "rtl" else ""
    return f'<p dir="{part["dir"]}" style="white-space:pre-line{side}">{"".join(shown)}</p>'


def _left_out(reports: int, claims: int, lang: str) -> str:
    if not reports and not claims:
        return ""
    return f"<p>{_in(phrase('static_left_out', reports=[f'{reports:,}'] * 2, claims=[f'{claims:,}'] * 2), lang)}</p>"
