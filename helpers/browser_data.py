"""What the evidence reader holds in a browser, as JSON; strings are safe to show, pairs are [Arabic, English]."""

from typing import Literal, TypedDict

Pair = list[str]
Cut = tuple[str, *tuple[int, ...]]  # words, and the marks on them
Filter = Literal["measure", "party", "speaker", "source_type"]


class Report(TypedDict):
    """A report's name, headline, credit line and problem, and its length in letters."""

    name: Pair
    headline: str
    credit: str
    problem: Pair
    size: int


class Named(TypedDict):
    """A teller: the name, what part it has in the chain, its party."""

    name: Pair
    role: Pair
    party: Pair | None


class Act(TypedDict):
    """An act of saying: its chain of tellers, and its words in three pieces."""

    chain: list[Named]
    quote: list[str]


class Claim(TypedDict):
    """A claim: what it is filtered by, its words, its facts as heads with values, all claims of the same matter."""

    id: str
    report: int
    measure: str
    party: str
    speaker: str
    source_type: str
    words: str
    figure: Pair
    quote: str
    through: Pair | None
    whom: Pair | None
    part: Pair | None
    facts: list[list[Pair]]
    act: int | None
    values: dict[str, str]
    numbered: bool
    decided: str
    same: list[int]


class Field(TypedDict):
    """What can be corrected: its kind of input, its name, and its words with their names where they are closed."""

    field: str
    kind: str
    name: Pair
    options: list[list[str | Pair]]
    needed: bool


class Form(TypedDict):
    """The form of a decision: its fields, what the fields and the decisions are called, the shapes of a number."""

    fields: list[Field]
    named: dict[str, Pair]
    said: dict[str, Pair]
    shapes: dict[str, tuple[str, ...]]
    columns: list[str]
    folder: bool


class Decided(TypedDict):
    """What somebody decided of a claim: a line for each field, whether it stands, whether it can be taken back now."""

    decision: str
    fields: list[str]
    what: list[Pair]
    coder: str
    day: str
    reason: str
    stands: bool
    last: bool


class Doubted(TypedDict):
    """A claim by its place, with its signs of doubt."""

    claim: int
    weight: int
    signs: list[Pair]


class Change(TypedDict):
    """A claim, by its place where it has one, that came or went, or has another value in a field."""

    claim: int | None
    change: Pair
    quote: str
    report: str
    field: Pair | None
    values: list[Pair]


class Changes(TypedDict):
    """What changed, or why that cannot be told."""

    rows: list[Change]
    note: Pair | None


class Review(TypedDict):
    """All that deciding needs; decisions by the places of their claims."""

    form: Form
    history: dict[int, list[Decided]]
    queue: list[Doubted]
    changes: Changes


class Paragraph(TypedDict):
    """A paragraph: its section's kind, the direction of its words, its pieces."""

    kind: str
    dir: str
    pieces: list[Cut]
