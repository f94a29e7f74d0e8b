"""What the evidence reader tells about deciding: the form, what was decided, what to look at first, what changed."""

from helpers import decisions, snapshots, tables
from helpers.assemble import Corpus
from helpers.browser_data import Change, Changes, Decided, Doubted, Field, Form, Pair
from helpers.charts import words
from helpers.deciding import SHAPES, reason
from helpers.decisions import ACCEPT, COLUMNS, CORRECT, DAYS, FIELDS, NUMBERS, REJECT, WITHDRAW
from helpers.pieces import visible
from helpers.telling import Row, both, phrase, rows

KINDS = {"precision": "number", "date_low": "days", "part_of": "claim"}  # of inputs; the first two take more fields
ALONG = {"precision": NUMBERS, "date_low": DAYS[1:]}  # fields that are corrected along with the first
NAMED = ("subject", "actor", "place", "source")


def form(corpus: Corpus) -> Form:
    """What can be corrected, in order, each with its kind, its name and, where its words are closed, all of them.

    >>> from helpers import parse
    >>> asked = form(parse([("a", "قتل ثلاثة.")]))
    >>> [field["kind"] for field in asked["fields"]][:3], list(asked["shapes"]["at_least"])
    (['number', 'text', 'choice'], ['low'])
    """
    closed = decisions.vocabularies(corpus.lexicon)
    alone = [field for field in FIELDS if not any(field in along for along in ALONG.values())]
    alone.sort(key=lambda field: field != "precision")  # the number comes first
    fields: list[Field] = [
        {
            "field": field,
            "kind": KINDS.get(field) or ("choice" if field in closed else "text"),
            "name": phrase(f"group_{KINDS[field]}") if field in ALONG else both(words.word, "field", field),
            "options": [[value, _said(field, value)] for value in closed.get(field, ()) if value != "rejected"],
            "needed": field in decisions.NEEDED,
        }
        for field in alone
    ]
    named = {field: both(words.word, "field", field) for field in (*NUMBERS, *DAYS, "precision")}
    said = {decision: both(words.word, "decision", decision) for decision in (ACCEPT, REJECT, CORRECT, WITHDRAW)}
    return {
        "fields": fields,
        "named": named,
        "said": said,
        "shapes": SHAPES,
        "columns": list(COLUMNS),
        "folder": bool(corpus.folder),
    }


def decided(corpus: Corpus) -> dict[str, list[Decided]]:
    """What was decided of each claim, by its id, the latest last: what, by whom and when, why.

    Rows of one claim that follow one another and differ in their fields only are one decision.

    >>> from helpers import parse
    >>> decided(parse([("a", "قتل ثلاثة.")]))
    {}
    """
    found: dict[str, list[Decided]] = {}
    before: dict[str, tuple[str | None, ...]] = {}
    for row in rows(corpus.decisions):
        listed, alike = found.setdefault(row.claim, []), (row.decision, row.coder, row.day, row.reason, row.outcome)
        if not listed or before[row.claim] != alike or (row.field or "") in listed[-1]["fields"]:
            listed.append(_begun(row))
        listed[-1]["fields"].append(row.field or "")
        listed[-1]["what"].append(_what(row))
        before[row.claim] = alike
    for listed in found.values():
        later = set[tuple[str, str]]()
        for told in reversed([told for told in listed if told["stands"]]):
            own = {(told["coder"], field) for field in told["fields"]}
            told["last"] = not own & later
            later |= own
    return found


def _begun(row: Row) -> Decided:
    """A decision before its fields are told."""
    coder, day, why = (visible(text or "") for text in (row.coder, row.day, row.reason))
    return {
        "decision": row.decision,
        "fields": [],
        "what": [],
        "coder": coder,
        "day": day,
        "reason": why,
        "stands": row.decision != WITHDRAW and row.outcome != "withdrawn",
        "last": False,
    }


def _what(row: Row) -> Pair:
    what = both(words.word, "decision", row.decision)
    if row.field:
        value = ["", ""] if row.decision == WITHDRAW else [f" = {said}" for said in _said(row.field, row.value)]
        name = both(words.word, "field", row.field)
        what = [f"{said}: {name[i]}{value[i]}" for i, said in enumerate(what)]
    return phrase("undo_taken", what=what) if row.outcome == "withdrawn" else what


def queue(corpus: Corpus, places: dict[str, int]) -> list[Doubted]:
    """The claims to look at first, least certain first, by their places, with the signs of doubt that each carries.

    >>> from helpers import parse
    >>> queue(parse([("a", "قتل ثلاثة.")]), {"claim:a:4-9": 0})[0]["signs"][0][1]
    'Nobody is named'
    """
    return [
        {
            "claim": places[row.claim],
            "weight": int(row.weight),
            "signs": [both(words.word, "sign", sign) for sign in row.signs.split()],
        }
        for row in rows(tables.review(corpus))
    ]


def changes(corpus: Corpus, places: dict[str, int]) -> Changes:
    """What changed since the snapshot beside the reports: `rows`, or no rows and a `note` that says why.

    >>> from helpers import parse
    >>> changes(parse([("a", "قتل ثلاثة.")]), {})["note"][1]
    'These reports lie in no folder, so there is no snapshot to compare with.'
    """
    if corpus.folder is None:
        return {"rows": [], "note": phrase("changes_no_folder")}
    try:
        before = snapshots.last(corpus)
    except ValueError as error:
        return {"rows": [], "note": phrase("changes_unreadable", why=[reason(error, corpus)] * 2)}
    if before is None:
        return {"rows": [], "note": phrase("changes_none")}
    listed = rows(tables.changed(before, corpus.claims))
    told: list[Change] = [
        {
            "claim": places.get(row.claim),
            "change": both(words.word, "change", row.change),
            "quote": visible(row.quote or ""),
            "report": visible(row.report),
            "field": both(words.word, "field", row.field) if row.field else None,
            "values": [_said(row.field, value) for value in (row.before, row.after)] if row.field else [],
        }
        for row in listed
    ]
    return {"rows": told, "note": phrase("changes_nothing") if not told else None}


def _said(field: str, value: str | None) -> Pair:
    """What a field's value is called; a sign for none."""
    if not value:
        return ["—", "—"]
    if field in DAYS:
        return [f"\N{LEFT-TO-RIGHT MARK}{value}", value]  # after Arabic letters its parts would change places
    if field in (*NAMED, "source_party"):
        return both(words.name, value)
    return both(words.word, "decision" if field == "decided" else field, value)
