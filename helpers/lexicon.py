"""The word lists: CSV files under `lexicons/`, one form per line, and how a user's own lines join them.

A user's folder holds files of the same names. Rows are keyed by their first column; the user's row wins, and a row
with anything in its `off` column removes the form. Forms are written naturally and folded here.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Generic, NamedTuple, Protocol, TypeVar

from helpers import own_words
from helpers.sheets import Row, lines
from helpers.text import Seen, Token, fold, readings, tokens

HERE = Path(__file__).parent / "lexicons"
State = tuple[tuple[str, int, int], ...]


class Hit(NamedTuple):
    """A phrase found among tokens: its row, its span in the text, how many tokens it took, and its clitics."""

    row: Row
    start: int
    end: int
    length: int
    clitics: str


class Candidate(NamedTuple):
    """A phrase that a written word may begin: its other words, its row, and the letters and clitics cut off."""

    rest: tuple[str, ...]
    row: Row
    skip: int
    clitics: str


class HasRest(Protocol):
    """What a written word may begin: it knows its other words."""

    @property
    def rest(self) -> tuple[str, ...]: ...


Begun = TypeVar("Begun", bound=HasRest)


class Beginning(NamedTuple, Generic[Begun]):
    """The phrases that a written word may begin, best first: those it is alone, and all by the word after it."""

    alone: tuple[Begun, ...]
    before: dict[str, tuple[Begun, ...]]


class Phrases:
    """Phrases of one or more words, found from their first two words by one dictionary look-up each.

    >>> rows = Phrases([{"form": "أكثر من"}])
    >>> rows.at(tokens("وأكثر من مئة"), 0)[1:]
    (1, 8, 2, 'و')
    """

    def __init__(self, rows: Iterable[Row], column: str = "form"):
        self.by_first: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
        for row in rows:
            first, *rest = (t.form for t in tokens(row[column]))
            self.by_first.setdefault(first, []).append((tuple(rest), row))
        for entries in self.by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self.begin: Seen[str, Beginning[Candidate] | None] = Seen(lambda form: beginning(self.candidates(form)))

    def at(self, found: Sequence[Token], i: int) -> Hit | None:
        """The longest phrase that begins at token `i`, with the fewest clitics cut off its first word."""
        begun = self.begin[found[i].form]
        listed = standing(begun, found, i) if begun else ()
        return _hit(found, i, listed[0]) if listed else None

    def all_at(self, found: Sequence[Token], i: int) -> list[Hit]:
        """Every phrase that begins at token `i`, best first.

        >>> known = Phrases([{"form": "أكثر من"}, {"form": "أكثر"}])
        >>> [hit.length for hit in known.all_at(tokens("أكثر من مئة"), 0)], known.at(tokens("أكثر من مئة"), 0).length
        ([2, 1], 2)
        """
        begun = self.begin[found[i].form]
        return [_hit(found, i, c) for c in standing(begun, found, i)] if begun else []

    def candidates(self, form: str) -> list[Candidate]:
        """The phrases whose first word the written form can be, best first: none for most words.

        >>> [(found.skip, found.clitics) for found in Phrases([{"form": "قصف"}]).candidates("والقصف")]
        [(3, 'وال')]
        """
        return [
            Candidate(rest, row, skip, clitics)
            for stem, skip, clitics in readings(form)
            for rest, row in self.by_first.get(stem, ())
        ]


def _hit(found: Sequence[Token], i: int, c: Candidate) -> Hit:
    return Hit(c.row, found[i].inner(c.skip), found[i + len(c.rest)].end, len(c.rest) + 1, c.clitics)


def beginning(listed: Sequence[Begun]) -> Beginning[Begun] | None:
    """Candidates by what may follow their first word, in their order; None where there is none.

    >>> beginning([Candidate(("من",), {}, 0, "")]).before["من"][0].rest
    ('من',)
    """
    if not listed:
        return None
    seconds = {c.rest[0] for c in listed if c.rest}
    before = {second: tuple(c for c in listed if c.rest[:1] in ((), (second,))) for second in seconds}
    return Beginning(tuple(c for c in listed if not c.rest), before)


def standing(
    begun: tuple[tuple[Begun, ...], dict[str, tuple[Begun, ...]]], found: Sequence[Token], i: int
) -> Sequence[Begun]:
    """Those whose words stand at token `i` and after it.

    >>> known = Phrases([{"form": "أكثر من"}]).begin["اكثر"]
    >>> len(standing(known, tokens("أكثر من مئة"), 0)), len(standing(known, tokens("أكثر"), 0))
    (1, 0)
    """
    before = begun[1]
    listed = before.get(found[i + 1].form) if before and i + 1 < len(found) else None
    return begun[0] if listed is None else [c for c in listed if len(c.rest) < 2 or _follow(found, i + 1, c.rest)]


def _follow(found: Sequence[Token], i: int, words: tuple[str, ...]) -> bool:
    return tuple([token.form for token in found[i : i + len(words)]]) == words


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All word lists as rows; two lexicons are the same only if they are one object, so indexes can be cached.

    >>> load()["weekdays"][0]["form"], load() is load()
    ('الاثنين', True)
    """

    tables: dict[str, tuple[Row, ...]]

    def __getitem__(self, name: str) -> tuple[Row, ...]:
        return self.tables[name]


def marked(row: Row, mark: str) -> bool:
    """Whether a row of a word list bears the mark: its column `marks` holds words parted by spaces.

    >>> marked({"form": "اقترح", "marks": "weak accusative"}, "weak")
    True
    """
    return mark in row["marks"].split()


LATEST: deque[Lexicon] = deque(maxlen=4)


def load(folder: str | None = None) -> Lexicon:
    """The project's word lists, joined by those of `folder` as they are now.

    Errors: FileNotFoundError when `folder` is none; ValueError for a file that no list is named after, and, with the
    file and the row, for what `own_words.lists` refuses.

    >>> load() is load(None)
    True
    """
    return _joined(folder, _state(folder))


def joined() -> list[Lexicon]:
    """The word lists that users' own were joined to in this program, the last first: charts are told no lexicon.

    >>> load() in joined()
    False
    """
    return [*LATEST]


def _state(folder: str | None) -> State:
    """What tells a user's files from changed ones: whoever puts a line right and reads again has it read."""
    paths = sorted(Path(folder).expanduser().glob("*.csv")) if folder else []
    return tuple((path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in paths)


@lru_cache(maxsize=16)
def _joined(folder: str | None, _: State) -> Lexicon:
    own = {path.stem: [line.row for line in lines(path)] for path in sorted(HERE.glob("*.csv"))}
    if folder is not None:
        theirs = own_words.lists(_user_files(Path(folder).expanduser(), own), own)
        own |= {name: _merged(own[name], rows, own_words.keys(name, own)) for name, rows in theirs.items()}
    lists = Lexicon({name: tuple(rows) for name, rows in own.items()})
    if folder is not None:
        LATEST.appendleft(lists)
    return lists


def _user_files(folder: Path, own: dict[str, list[Row]]) -> list[Path]:
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder}: no such folder of word lists")
    paths = sorted(folder.glob("*.csv"))
    for path in paths:
        if path.stem not in own:
            raise ValueError(f"{path}: no word list is called {path.stem!r}; there are {', '.join(own)}")
    return paths


def _merged(ours: list[Row], theirs: list[Row], keys: Sequence[str]) -> list[Row]:
    """Our rows with every form that the user lists replaced by the user's rows for it."""

    def key(row: Row) -> tuple[str, ...]:
        return tuple(fold(row[column]).text for column in keys)

    listed, blank = {key(row) for row in theirs}, dict.fromkeys(ours[0], "")
    return [row for row in ours if key(row) not in listed] + [blank | row for row in theirs if not row.get("off")]
