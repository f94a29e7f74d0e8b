"""What is wrong with a report, in Arabic: readers say it in English, `lexicons/problems.csv` has both sentences."""

import re
from functools import lru_cache

from helpers.lexicon import Lexicon, load
from helpers.pieces import visible

APART = "\N{FIRST STRONG ISOLATE}%s\N{POP DIRECTIONAL ISOLATE}"
FROM_THE_RIGHT = "\N{RIGHT-TO-LEFT MARK}"  # else a Latin name at the head would lay the whole line from the left
VALUE = re.compile(r"\{(\w+)\}|\{\{|\}\}")  # and braces that stand for themselves


def in_arabic(problem: str, report: str) -> str:
    r"""The problem of a report in Arabic, its values set apart and safe to show; in English where the list lacks it.

    >>> in_arabic("a.txt: empty. Put the report's text in it or take it away.", "a.txt")
    '\u200f\u2068a.txt\u2069: فارغ. ضع فيه نص التقرير أو أزله.'
    """
    fault = problem.removeprefix(f"{report}: ")
    for english, arabic in _templates(load()):
        if found := english.fullmatch(fault):
            values = {name: APART % visible(value) for name, value in found.groupdict().items()}
            return f"{FROM_THE_RIGHT}{APART % visible(report)}: {arabic.format(**values)}"
    return visible(problem)


@lru_cache(maxsize=16)
def _templates(lexicon: Lexicon) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(_pattern(row["en"]), re.DOTALL), row["ar"]) for row in lexicon["problems"]]


def _pattern(template: str) -> str:
    r"""The expression that finds a template's sentence with whatever values.

    >>> _pattern("row {row}: {{...}}")
    'row\\ (?P<row>.+?):\\ \\{\\.\\.\\.\\}'
    """
    pattern, end = "", 0
    for found in VALUE.finditer(template):
        pattern += re.escape(template[end : found.start()])
        pattern += f"(?P<{found[1]}>.+?)" if found[1] else re.escape(found[0][0])
        end = found.end()
    return pattern + re.escape(template[end:])
