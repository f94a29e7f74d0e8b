"""Words around the charts: sentences whose numbers are computed, Arabic that agrees, tables that read their own way."""

import html
import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from string import Formatter

import pandas as pd

from helpers.arabic import ARABIC, STRONG
from helpers.lexicon import load

MISSING = "—"
PLAIN_NUMBER = re.compile(r"[\d,.]+")
MARKUP = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\\`*_[]<>$|&#"})
INLINE = [
    (re.compile(r"\*\*(.+?)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)"), r'<a href="\2">\1</a>'),
    (re.compile(r"`([^`]+)`"), r"<code>\1</code>"),
]
BREAK = "  "  # at the end of a line of Markdown
ISOLATE = "\N{FIRST STRONG ISOLATE}%s\N{POP DIRECTIONAL ISOLATE}"
WORDS = {
    "ar": {"and": " و", "comma": "، ", "none": "لا شيء يُعرض.", "empty": "أعمدة بلا قيمة في أي صف: {heads}."},
    "en": {
        "and": " and ",
        "comma": ", ",
        "none": "Nothing to show.",
        "empty": "Columns without a value in any row: {heads}.",
    },
}


class Prose(str):
    """Markdown that a notebook shows as such, and that reads as plain text elsewhere.

    >>> Prose("**38** killed"), str(Prose("**38** killed"))
    (38 killed, '**38** killed')
    """

    def _repr_markdown_(self) -> str:
        return str(self)

    def __repr__(self) -> str:
        return html.unescape(re.sub(rf"</?[a-z][^>]*>|\*\*|`|{BREAK}$", "", self, flags=re.M)).strip()


class Table:
    """Rows as HTML in the direction of their words, and as aligned text elsewhere; a head may have a gloss below it.

    A note stands under the rows.

    >>> Table(pd.DataFrame({"المقياس": ["قتلى"], "العدد": ["38"]}), arabic=True)
    المقياس العدد
       قتلى    38
    >>> 'dir="rtl"' in Table(pd.DataFrame({"العدد": ["38"]}), arabic=True)._repr_html_()
    True
    """

    def __init__(
        self, cells: pd.DataFrame, arabic: bool, glosses: dict[str, str] | None = None, note: str = ""
    ) -> None:
        self.cells, self.arabic, self.glosses, self.note = cells, arabic, glosses or {}, note

    def _repr_html_(self) -> str:
        side = "right" if self.arabic else "left"
        heads = "".join(_cell("th", name, side, self.glosses.get(name, "")) for name in self.cells.columns)
        rows = ["".join(_cell("td", value, side) for value in row) for row in self.cells.itertuples(index=False)]
        body = "\n".join(f"<tr>{row}</tr>" for row in rows)
        return (
            f'<div dir="{"rtl" if self.arabic else "ltr"}">\n<table>\n<thead>\n<tr>{heads}</tr>\n</thead>\n'
            f"<tbody>\n{body}\n</tbody>\n</table>\n{self._below() if rows else self._none()}</div>"
        )

    def __repr__(self) -> str:
        if self.cells.empty:
            return self._none().strip()
        return "\n".join([self.cells.to_string(index=False), *([self.note] if self.note else [])])

    def _below(self) -> str:
        return f'<p dir="auto"><small>{html.escape(self.note, quote=False)}</small></p>\n' if self.note else ""

    def _none(self) -> str:
        return WORDS["ar" if self.arabic else "en"]["none"] + "\n"


def say(template: str, otherwise: str | None = None, **values: object) -> Prose:
    """The template with its values in it, as Markdown. Each line is a sentence on a line of its own.

    One that lacks a value is left out.

    `otherwise` stands where every sentence with a value in it was left out: only then is there nothing to tell.
    Paragraphs (blank lines part them) that begin in Arabic are laid out from right to left; **bold**, `code` and links
    work in both. A string value shows as it is: its own signs are not markup. Errors: KeyError for a value not given.

    >>> say("The camp held **{people}** on {day}.", people=7100, day=date(2020, 3, 19))
    The camp held 7,100 on 2020-03-19.
    >>> say("Killed: {killed}.\\nWounded: {wounded}.", otherwise="No toll is given.", killed=[], wounded=[3, 4])
    Wounded: 3 and 4.
    >>> say("Killed: {killed}.", otherwise="No toll is given.", killed=[])
    No toll is given.
    """
    told, values_told = _told(template, values)
    if otherwise is not None and not values_told and _fields(template):
        told, _ = _told(otherwise, values)
    return Prose("\n\n".join(_paragraph(part, values) for part in told))


def count(n: float, singular: str, plural: str) -> str:
    """A number with its English noun: «no reports», «1 report», «5 reports».

    >>> count(0, "report", "reports"), count(1, "report", "reports"), count(1200, "report", "reports")
    ('no reports', '1 report', '1,200 reports')
    """
    if _absent(n):
        return f"{MISSING} {plural}"
    return f"no {plural}" if n == 0 else f"{shown(n)} {singular if n == 1 else plural}"


def counted(n: float, singular: str, dual: str, plural: str, accusative: str, *, feminine: bool | None = None) -> str:
    """A number with its Arabic noun in the form it asks for, by CLDR's plural rules for Arabic.

    `feminine` is read off the singular's ending where it is not said. Errors: ValueError for a negative number.

    >>> [counted(n, "تقرير", "تقريران", "تقارير", "تقريرًا") for n in (0, 1, 2, 3, 11, 100, 103)]
    ['لا تقارير', 'تقرير واحد', 'تقريران', '3 تقارير', '11 تقريرًا', '100 تقرير', '103 تقارير']
    """
    if _absent(n):
        return f"{MISSING} {singular}"
    if n < 0:
        raise ValueError(f"{n} is no count")
    if n in (0, 1, 2):
        feminine = singular.endswith("\N{ARABIC LETTER TEH MARBUTA}") if feminine is None else feminine
        return (f"لا {plural}", f"{singular} {'واحدة' if feminine else 'واحد'}", dual)[int(n)]
    last = n % 100
    noun = plural if last in range(3, 11) else accusative if last in range(11, 100) else singular
    return f"{shown(n)} {noun}"


def table(frame: pd.DataFrame, columns: str | None = None, lang: str = "en", *, whole: bool = False) -> Table:
    """The frame as a table to look at: from right to left where it holds Arabic, «—» where a value is missing.

    `columns` picks columns by name, spaces between; those without a value in any row are named under the table
    instead, unless it is to be `whole`. Heads are the codebook's; under an Arabic one stands the English. In Arabic a
    column `x` shows what `x_ar` beside it says. An index shows only if it has a name. Errors: KeyError for an unknown
    column.

    >>> table(pd.DataFrame({"source": ["قسد"], "low": pd.array([3], "Int64"), "via": [pd.NA]}), "low source via")
    Low Said by
      3     قسد
    Columns without a value in any row: Through.
    """
    frame = frame.reset_index() if frame.index.name else frame
    twins = {name.removesuffix("_ar"): frame[name] for name in frame if lang == "ar" and str(name).endswith("_ar")}
    frame = frame if columns is None else frame[columns.split()]
    frame = frame.assign(**{name: twins[name] for name in frame if name in twins})
    heads = {name: _heads().get(name, {"en": str(name), "ar": str(name)}) for name in frame.columns}
    empty = [name for name in frame if not whole and len(frame) and all(map(_absent, frame[name]))]
    note = WORDS[lang]["empty"].format(heads=WORDS[lang]["comma"].join(heads[name][lang] for name in empty))
    frame = frame.drop(columns=empty)
    cells = {heads[name][lang]: [shown(value, lang) for value in frame[name]] for name in frame.columns}
    cells = pd.DataFrame(cells, dtype=object)
    arabic = lang == "ar" or any(ARABIC.search(text) for text in [*cells.columns, *cells.to_numpy().ravel()])
    glosses = {head["ar"]: head["en"] for head in heads.values()} if lang == "ar" else {}
    return Table(cells, arabic, glosses, note if empty else "")


def shown(value: object, lang: str = "en") -> str:
    """A value as a reader wants it: «1,200», a day as 2019-03-19, items joined by «and», «—» for none.

    >>> shown(1200.0), shown(2.5), shown(pd.NA), shown(["a", "b", "c"])
    ('1,200', '2.5', '—', 'a, b and c')
    """
    if _absent(value):
        return MISSING
    if isinstance(value, str) or pd.api.types.is_bool(value):
        return str(value)
    if isinstance(value, date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, Iterable):
        parts = [shown(part, lang) for part in value]
        if lang == "ar":
            return WORDS["ar"]["and"].join(parts)
        return WORDS["en"]["and"].join(filter(None, (", ".join(parts[:-1]), parts[-1])))
    return f"{value:,.12g}"


@lru_cache(maxsize=1)
def _heads() -> dict[str, dict[str, str]]:
    return {row["value"]: row for row in load()["codebook"] if row["column"] == "head"}


def _fields(template: str) -> list[str]:
    """The names of the values that a template asks for."""
    return [field.split(".")[0] for _, field, _, _ in Formatter().parse(template) if field]


def _told(template: str, values: dict[str, object]) -> tuple[list[str], int]:
    """The paragraphs of what can be told, and how many sentences with a value are among it."""
    parts, told = [], 0
    for part in re.split(r"\n\s*\n", template.strip()):
        lines = [line for line in part.split("\n") if not any(_absent(values[field]) for field in _fields(line))]
        told += sum(bool(_fields(line)) for line in lines)
        parts += ["\n".join(lines)] if lines else []
    return parts, told


def _absent(value: object) -> bool:
    """Whether there is nothing to show: no value, or no rows."""
    return len(value) == 0 if hasattr(value, "__len__") else bool(pd.isna(value))


def _paragraph(template: str, values: dict[str, object]) -> str:
    plain = template.format_map({name: shown(value) for name, value in values.items()})
    strong = STRONG.search(re.sub(r"\{[^}]*\}", "", template)) or STRONG.search(plain)  # values alone, where no word is
    arabic = bool(strong and strong["arabic"])
    text = template.format_map({name: _placed(value, arabic) for name, value in values.items()})
    if not arabic:
        return text.replace("\n", f"{BREAK}\n")
    text = text.replace("\n", "<br>\n")
    for pattern, replacement in INLINE:
        text = pattern.sub(replacement, text)
    return f'<div dir="rtl"><p style="text-align:right">{text}</p></div>'


def _placed(value: object, arabic: bool) -> str:
    """The value for a sentence: no sign of it taken for markup, words of the other direction kept to themselves."""
    if isinstance(value, Iterable) and not isinstance(value, str):  # each of a list's items has a direction of its own
        return shown([_placed(part, arabic) for part in value], "ar" if arabic else "en")
    text = shown(value, "ar" if arabic else "en")
    other_way = bool(ARABIC.search(text)) != arabic and not PLAIN_NUMBER.fullmatch(text)
    text = text if isinstance(value, Prose) else text.translate(MARKUP)
    return ISOLATE % text if other_way and text != MISSING else text


def _cell(tag: str, text: str, side: str, gloss: str = "") -> str:
    below = f'<br><small dir="ltr">{html.escape(gloss, quote=False)}</small>' if gloss not in ("", text) else ""
    return f'<{tag} dir="auto" style="text-align:{side}">{html.escape(text, quote=False)}{below}</{tag}>'
