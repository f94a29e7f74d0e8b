"""A person's decision about a claim: checked, written into `decisions.csv` beside the reports, and applied at once.

What is asked for comes from a browser and is not trusted: every value is checked, a fault is told in both languages.
"""

import os
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from filelock import Timeout

from helpers import decisions, sheets
from helpers.adding import NAME, Key, Meanwhile, added, last_standing
from helpers.assemble import Corpus, with_decisions
from helpers.cells import neutral
from helpers.decisions import ACCEPT, COLUMNS, CORRECT, DAYS, FIELDS, NUMBERS, REJECT, WITHDRAW
from helpers.pieces import STEERING, visible
from helpers.schema import written
from helpers.sheets import Row
from helpers.telling import Pair, both, phrase, words

LONGEST = {"coder": 80, "reason": 1000, "claim": 1000, "decision": 20}
LONGEST_VALUE = 200
# The values that a number has by its precision: an exact one has one value three times, a vague word may lack any.
SHAPES = {
    "exact": NUMBERS, "approximate": ("best",), "range": ("low", "high"), "vague": ("low", "high"),
    "at_least": ("low",), "more_than": ("low",), "at_most": ("high",), "less_than": ("high",),
}  # fmt: skip


class Refused(ValueError):
    """A decision that cannot be taken: `told` says why in Arabic and English.

    `corpus` is the corpus as others left it meanwhile, where that is the reason.
    """

    def __init__(self, told: Pair, corpus: Corpus | None = None) -> None:
        super().__init__(told[1])
        self.told, self.corpus = told, corpus


def decide(corpus: Corpus, asked: object, today: date | None = None) -> Corpus:
    """The corpus after one decision more, which stands in its folder's `decisions.csv` below the earlier ones.

    `asked` holds strings: `claim` (its id), `decision` (accept, reject, correct, withdraw), `coder`, `reason`; to
    correct, `values`, a dict of fields (`decisions.FIELDS`) and their new values, "" for none; to withdraw, `fields`,
    a list of those whose last decision by this coder is taken back, "" for one about the whole claim. The file is read
    again first, so that what others wrote meanwhile stays and counts; nobody takes back what they have not seen, such
    as a decision made in another window. Errors: Refused, and then nothing was written.

    >>> from helpers import parse
    >>> decide(parse([("a", "قتل ثلاثة.")]), {"decision": "accept"})
    Traceback (most recent call last):
    helpers.deciding.Refused: These reports lie in no folder, so there is no place for decisions.csv beside them.
    """
    if corpus.folder is None:
        raise Refused(phrase("decide_no_folder"))
    rows = checked(corpus, asked, today or date.today())
    return write(corpus, rows, last_standing(corpus.decisions.fillna("")[list(COLUMNS)].to_dict("records")))


def write(corpus: Corpus, rows: list[Row], seen: Mapping[Key, Row] | None = None) -> Corpus:
    """The corpus after these rows, which stand in its folder's `decisions.csv` below the earlier ones.

    What they take back must be the last decision that was `seen` of its claim, coder and field, where that is given.
    Errors: Refused, and then nothing was written.

    >>> from tempfile import TemporaryDirectory
    >>> from helpers import parse
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.txt").write_text("قتل ثلاثة.", encoding="utf-8")
    ...     corpus = parse(folder)
    ...     after = write(corpus, [{"claim": corpus.claims["id"][0], "decision": "reject"}])
    ...     Path(folder, NAME).is_file(), len(corpus.items), len(after.items)
    (True, 1, 0)
    """
    if corpus.folder is None:
        raise Refused(phrase("decide_no_folder"))
    try:
        return with_decisions(corpus, added(corpus.folder, rows, corpus.lexicon, seen))
    except Meanwhile as found:
        raise Refused(phrase("fault_meanwhile"), with_decisions(corpus, found.listed)) from None
    except Timeout:
        raise Refused(phrase("decide_busy")) from None
    except (OSError, ValueError) as error:
        raise Refused(phrase("decide_not_written", why=[reason(error, corpus)] * 2)) from error


def join(corpus: Corpus, path: str | Path) -> Corpus:
    """The corpus after the decisions of another file too, such as a page without Python gives.

    They are put below those beside the reports, but for rows that stand there already. Errors: FileNotFoundError;
    ValueError for what is no decision in that file; Refused where nothing can be written.

    >>> from tempfile import TemporaryDirectory
    >>> from helpers import parse
    >>> with TemporaryDirectory() as folder, TemporaryDirectory() as other:
    ...     _ = Path(folder, "a.txt").write_text("قتل ثلاثة.", encoding="utf-8")
    ...     corpus, theirs = parse(folder), Path(other, "theirs.csv")
    ...     _ = theirs.write_text(f"claim,decision\\n{corpus.claims['id'][0]},reject\\n", encoding="utf-8")
    ...     join(corpus, theirs).decisions[["decision", "outcome"]].values.tolist()
    [['reject', 'applied']]
    """
    listed = sheets.lines(Path(path), ("claim", "decision"), "claim")
    own = [line for line in listed if line.row["decision"].strip() != WITHDRAW]  # which may take back what stands here
    decisions.check(own, str(path), corpus.lexicon)
    if corpus.folder is None:
        raise Refused(phrase("decide_no_folder"))
    rows = [{name: neutral(row.get(name, "").strip()) for name in COLUMNS} for _, row in listed]
    path = corpus.folder / NAME
    held = decisions.read(path, corpus.lexicon).fillna("")[list(COLUMNS)].to_dict("records") if path.is_file() else []
    return write(corpus, _besides(rows, held))


def _besides(rows: list[Row], held: list[Row]) -> list[Row]:
    """The rows without as many of each kind as are held: who accepts, takes it back and accepts has two alike."""
    left, new = list(held), []
    for row in rows:
        if row in left:
            left.remove(row)
        else:
            new.append(row)
    return new


def reason(error: Exception, corpus: Corpus) -> str:
    """What an error says, safe to show, without the folder that the reports lie in: it may tell whose machine it is.

    >>> from helpers import parse
    >>> reason(ValueError("decisions.csv, row 2: …"), parse([("a", "قتل ثلاثة.")]))
    'decisions.csv, row 2: …'
    """
    told = str(error)
    return visible(told.replace(f"{corpus.folder}{os.sep}", "") if corpus.folder else told)


def checked(corpus: Corpus, asked: object, today: date) -> list[Row]:
    """The rows that a decision makes: one, or one for each field that is corrected or taken back. Errors: Refused.

    >>> from helpers import parse
    >>> corpus = parse([("a", "قتل ثلاثة.")])
    >>> asked = {"claim": corpus.claims["id"][0], "decision": "reject", "coder": "أمل", "reason": "=1+1"}
    >>> row, = checked(corpus, asked, date(2026, 1, 31))
    >>> row["coder"], row["day"], row["reason"]
    ('أمل', '2026-01-31', "'=1+1")
    """
    if not isinstance(asked, dict):
        raise Refused(phrase("fault_form"))
    given = {name: _text(asked.get(name, ""), phrase(f"decide_{name}"), most) for name, most in LONGEST.items()}
    found = corpus.claims[corpus.claims["id"].eq(given["claim"])]
    if not len(found):
        raise Refused(phrase("fault_claim"))
    if given["decision"] not in (ACCEPT, REJECT, CORRECT, WITHDRAW):
        raise Refused(phrase("fault_decision"))
    if not given["coder"]:
        raise Refused(phrase("fault_coder"))
    if not given["reason"] and given["decision"] in (REJECT, CORRECT):
        raise Refused(phrase("fault_reason"))
    row = dict.fromkeys(COLUMNS, "") | {name: neutral(text) for name, text in given.items()}
    row |= {"claim": given["claim"], "day": today.isoformat()}
    if given["decision"] == WITHDRAW:
        return [row | {"field": field} for field in _taken(corpus, row, asked.get("fields"))]
    if given["decision"] != CORRECT:
        return [row]
    now = {field: written(found[field].iloc[0]) for field in FIELDS}
    numbered = bool(found["number_text"].notna().iloc[0])
    return [
        row | {"field": field, "value": value}
        for field, value in _changes(corpus, given["claim"], now, numbered, asked.get("values"))
    ]


def _taken(corpus: Corpus, row: Row, fields: object) -> list[str]:
    """The fields whose last decision is taken back. Errors: Refused for one that this coder has not decided."""
    if not isinstance(fields, list) or not fields or not all(isinstance(field, str) for field in fields):
        raise Refused(phrase("fault_form"))
    stand = decisions.standing(corpus.decisions.fillna("")[list(COLUMNS)].to_dict("records"))
    own = {made["field"] for made in stand if (made["claim"], made["coder"]) == (row["claim"], row["coder"])}
    if not own.issuperset(fields):
        raise Refused(phrase("fault_withdraw", coder=[visible(row["coder"])] * 2))
    return list(dict.fromkeys(fields))


def _changes(
    corpus: Corpus, claim: str, now: dict[str, str], numbered: bool, values: object
) -> Iterable[tuple[str, str]]:
    """The fields that get another value than they have now, and the value."""
    if not isinstance(values, dict) or not all(isinstance(field, str) for field in values):
        raise Refused(phrase("fault_form"))
    if unknown := [field for field in values if field not in FIELDS]:
        raise Refused(phrase("fault_field", field=[visible(unknown[0][:40])] * 2))
    closed = decisions.vocabularies(corpus.lexicon)
    new = {field: _value(field, values[field], closed) for field in FIELDS if field in values}
    changes = [(field, value) for field, value in new.items() if value not in (now[field], visible(now[field]))]
    if not changes:
        raise Refused(phrase("fault_nothing"))
    changed = {field for field, _ in changes}
    if changed & {*NUMBERS, "precision"}:
        _check_number(now | new, numbered)
    if changed & {*DAYS}:
        _check_days(now | new)
    if new.get("part_of") and "part_of" in changed:
        _check_whole(corpus, claim, new["part_of"])
    return changes


def _text(value: object, name: Pair, most: int) -> str:
    """A text in one line. Errors: Refused for what is none, is too long, or holds signs that turn or hide text."""
    if not isinstance(value, str):
        raise Refused(phrase("fault_form"))
    text = " ".join(value.split())
    if STEERING.search(text):
        raise Refused(phrase("fault_steering", what=name))
    if len(text) > most:
        raise Refused(phrase("fault_long", what=name, most=[str(most)] * 2))
    return text


def _value(field: str, value: object, closed: dict[str, list[str]]) -> str:
    """A field's new value as it is written. Errors: Refused."""
    name = both(words.word, "field", field)
    text = _text(value, name, LONGEST["claim"] if field == "part_of" else LONGEST_VALUE)
    kind = "number" if field in NUMBERS else "day" if field in DAYS else "value"
    digits = field in NUMBERS and text.replace(".", "", 1).isdecimal()
    text = written(float(text)) if digits else text  # «٣٨» too
    if text == "rejected" or (kind == "number" and text and not digits) or not decisions.fits(field, text, closed):
        raise Refused(phrase(f"fault_{kind}", what=name, value=[visible(text) or "—"] * 2))
    if neutral(text) != text:
        raise Refused(phrase("fault_formula", what=name))
    return text


def _check_number(values: dict[str, str], numbered: bool) -> None:
    """Errors: Refused for values that a number told in this way cannot have."""
    if not numbered:
        raise Refused(phrase("fault_unnumbered"))
    precision, had = values["precision"], {field for field in NUMBERS if values[field]}
    wanted = {*SHAPES[precision]}
    if had - wanted or (precision != "vague" and wanted - had):
        named = [", ".join(both(words.word, "field", field)[1] for field in SHAPES[precision])]
        named = ["، ".join(both(words.word, "field", field)[0] for field in SHAPES[precision]), *named]
        raise Refused(phrase("fault_shape", precision=both(words.word, "precision", precision), fields=named))
    numbers = [float(values[field]) for field in NUMBERS if values[field]]
    if numbers != sorted(numbers) or (precision == "exact" and len({*numbers}) > 1):
        raise Refused(phrase("fault_exact" if precision == "exact" else "fault_order"))


def _check_days(values: dict[str, str]) -> None:
    low, high = (values[day] for day in DAYS)
    if low and high and low > high:
        raise Refused(phrase("fault_days"))


def _check_whole(corpus: Corpus, claim: str, whole: str) -> None:
    """Errors: Refused for a whole that is no claim, or that is the claim itself or a part of it."""
    parts = corpus.claims[corpus.claims["part_of"].notna()]
    wholes = dict(zip(parts["id"], parts["part_of"], strict=True))
    above, seen = whole, {claim}
    while above in wholes and above not in seen:
        seen.add(above)
        above = wholes[above]
    if above in seen or not corpus.claims["id"].eq(whole).any():
        raise Refused(phrase("fault_whole"))
