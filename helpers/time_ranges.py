"""Two times tied into one from–to: «من الأحد إلى الثلاثاء», «بين أيار وتموز 2018», «28 شباط - 3 آذار»."""

from bisect import bisect_right
from collections.abc import Sequence

from helpers.text import Token
from helpers.time_words import Found

TO = {"الي", "حتي", "وحتي", "والي", "لغايه", "ولغايه"}
MATCH_WORDS, MATCHING = 3, {"موافق", "موافقه", "مصادف"}
DASHES, BOTH = {"-", "ـ"}, ("عامي", "سنتي", "شهري")
ENDS = {"weekday", "day_offset", "date", "month", "year", "hijri", "period", "day_of_month", "season", "share"}
HOURS, CALENDARS = {"clock"}, {"date": "hijri", "hijri": "date"}
DATED = {"date", "month", "year", "hijri"}
FROM = {"من": 0, "بين": 0, "ومن": 1, "وبين": 1}


def joined(found: Sequence[Token], times: Sequence[Found]) -> list[Found]:
    """The times among a text's tokens, the two ends of a range made one, from its opening word on.

    >>> from helpers.text import tokens
    >>> times = [Found(3, 9, "date", (2019, 3, 1, 1)), Found(14, 20, "date", (2019, 3, 9, 9))]
    >>> [(time.rule, time.start, time.end) for time in joined(tokens("من 1 آذار إلى 9 آذار"), times)]
    [('range', 0, 20)]
    """
    ranges: list[Found] = []
    for time in times:
        before = ranges[-1] if ranges else None
        if before and _tied(found, before, time):
            clocks = " to ".join(f.clock for f in (before, time) if f.clock and time.rule == "clock") or None
            ranges[-1] = Found(before.start, time.end, "range", clock=clocks, of=(before, time))
        else:
            ranges.append(time)
    return [_opened(found, time) if _is_range(time) else time for time in ranges]


def matched(found: Sequence[Token], times: Sequence[Found]) -> list[Found]:
    """The times among a text's tokens, two dates that are said to match made one, its day that of the Gregorian one.

    >>> from helpers.text import tokens
    >>> text = "1 رجب 1440 الموافق 8 آذار 2019"
    >>> times = [Found(0, 10, "hijri", (1440, 7, 1, 1)), Found(19, 30, "date", (2019, 3, 8, 8))]
    >>> [(time.rule, time.start, time.end) for time in matched(tokens(text), times)]
    [('hijri', 0, 30)]
    """
    twins: list[Found] = []
    for time in times:
        first = twins[-1] if twins else None
        if first and CALENDARS.get(time.rule) == first.rule and _is_match(found, first, time):
            end = found[closing].end if (closing := _closing(found, first, time)) else time.end
            twins[-1] = first._replace(end=end, of=(time,) if first.rule == "hijri" else ())
        else:
            twins.append(time)
    return twins


def _is_match(found: Sequence[Token], first: Found, second: Found) -> bool:
    between = found[_at(found, first.end - 1) + 1 : _at(found, second.start)]
    days = first.value[2] and second.value[2]
    return bool(days) and len(between) <= MATCH_WORDS and any(token.form.lstrip("ال") in MATCHING for token in between)


def _closing(found: Sequence[Token], first: Found, second: Found) -> int | None:
    """The bracket that closes the one opened between two dates: «25 مايو (الموافق 20 رمضان)»."""
    i, k = _at(found, first.end - 1) + 1, _at(found, second.end - 1) + 1
    return k if found[i].form == "(" and k < len(found) and found[k].form == ")" else None


def _tied(found: Sequence[Token], first: Found, second: Found) -> bool:
    rules = {first.rule, second.rule}
    if not (rules <= ENDS or rules == HOURS):
        return False
    i, k = _at(found, first.end - 1) + 1, _at(found, second.start)
    led = found[k].start < second.start  # «و» written onto the second end
    if k - i > 1 or (k == i and not led):
        return False
    between = found[k].form[:1] if led and k == i else found[i].form if not led else ""
    if between in DASHES:
        return first.rule == second.rule and first.rule in DATED
    both = found[_at(found, first.start)].form.endswith(BOTH) and first.rule == second.rule  # «شهري مارس وأبريل»
    return between in TO or (between == "و" and (both or _word_before(found, first) in ("بين", "وبين")))


def _is_range(time: Found) -> bool:
    days = time.value[2:] if time.rule in ("date", "hijri") else ()
    return time.rule == "range" or bool(days and days[0] != days[1])


def _word_before(found: Sequence[Token], time: Found) -> str:
    i = _at(found, time.start)
    return found[i - 1].form if i and found[i].start == time.start else ""


def _opened(found: Sequence[Token], time: Found) -> Found:
    """A range from «من», «بين» or «ما بين» on; «و» before them is not its own."""
    skip = FROM.get(_word_before(found, time))
    if skip is None:
        return time
    i = _at(found, time.start) - 1
    if i and found[i].form == "بين" and found[i - 1].form in ("ما", "وما"):
        i, skip = i - 1, len(found[i - 1].form) - 2
    return time._replace(start=found[i].inner(skip))


def _at(found: Sequence[Token], place: int) -> int:
    """The token that holds a place in the text."""
    return bisect_right(found, place, key=lambda token: token.start) - 1
