"""The words that tell why a report is of a day, in English and Arabic at once."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from helpers.lexicon import load

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Told(NamedTuple):
    """The same words in both languages."""

    en: str
    ar: str


NOTHING = Told("", "")


def told(key: str, **values: Told | str | int) -> Told:
    """The phrase `key` of `lexicons/evidence.csv` with its values in it; a plain value is the same in both languages.

    Errors: KeyError for a phrase that is not listed.

    >>> told("not_month", month=month(9), quote="«سبتمبر الماضي»").en
    'not in September («سبتمبر الماضي»)'
    """
    row = _phrases("evidence")[key]
    return Told(*(row[lang].format_map({k: _in(lang, v) for k, v in values.items()}) for lang in Told._fields))


def joined(key: str, parts: Iterable[Told | str]) -> Told:
    """Parts in a row, once each, the phrase `key` between them.

    >>> joined("or", ["«أمس»", "«الأحد»"]).en
    '«أمس» or «الأحد»'
    """
    parts, row = list(dict.fromkeys(parts)), _phrases("evidence")[key]
    return Told(*(row[lang].join(_in(lang, part) for part in parts) for lang in Told._fields))


def paragraph(*parts: Told) -> Told:
    """Sentences one after another.

    >>> paragraph(Told("A.", "أ."), Told(" B.", " ب.")).en
    'A. B.'
    """
    return Told(*("".join(part) for part in zip(*parts, strict=True)))


def span_of(low: date | None, high: date | None) -> Told:
    """A span of days, an end that is open said so.

    >>> span_of(date(2019, 3, 10), None).en
    'Sunday 10 March 2019 or later'
    """
    if low and high:
        return day_of(low) if low == high else told("span", low=day_of(low), high=day_of(high))
    return told("later", day=day_of(low)) if low else told("earlier", day=day_of(high)) if high else told("any_day")


def day_of(day: date) -> Told:
    """A day with its weekday.

    >>> day_of(date(2019, 3, 10)).ar
    'الأحد 10 آذار/مارس 2019'
    """
    return told("full_day", weekday=weekday(day.weekday()), day=day.day, month=month(day.month), year=day.year)


def weekday(number: int) -> Told:
    """A weekday by its number, Monday being 0.

    >>> weekday(0).en
    'Monday'
    """
    return _calendar(f"weekday_{WEEKDAYS[number]}")


def month(number: int) -> Told:
    """A month by its number, January being 1.

    >>> month(3).en
    'March'
    """
    return _calendar(f"month_{number}")


def _calendar(key: str) -> Told:
    row = _phrases("charts")[key]
    return Told(row["en"], row["ar"])


def _in(lang: str, value: Told | str | int) -> str:
    return getattr(value, lang) if isinstance(value, Told) else str(value)


@lru_cache(maxsize=2)
def _phrases(table: str) -> dict[str, dict[str, str]]:
    return {row["key"]: row for row in load()[table]}
