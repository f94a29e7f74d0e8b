"""One claim: what a quantity of a report is said to count, with its roles, before the report is dated."""

from typing import NamedTuple

from helpers.measuring import Measured
from helpers.mentions import Role
from helpers.names import Name
from helpers.quantities import Quantity


class Claim(NamedTuple):
    """One quantified statement. Times are indexes into the report's times; days follow once the report is dated."""

    start: int
    end: int
    quantity: Quantity
    factor: float
    measured: Measured
    subject: Role | None
    subject_words: str | None
    subject_group: str | None
    actor: Role | None
    place: Name | None
    place_basis: str | None
    left: Name | None
    reached: Name | None
    event_time: int | None
    stated_time: int | None
    since: bool
    tally: str
    part_of: int | None
    section: str
    attribution: int | None
    rule: str
    partisan: str | None
