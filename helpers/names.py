"""Mentions of persons, parties, bodies, media and places, found by a list of names in many spellings.

A written name is matched word by word; quotation marks inside it are skipped, so that تنظيم “داعش” is one name. Once
a person's full name has been read, the family name alone is that person for the rest of the text; so is «التحالف» alone
the coalition that was named.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.gazetteer import Town, by_name, leads, town_at
from helpers.lexicon import Lexicon, Row, load
from helpers.text import Seen, Token, readings, tokens

QUOTES = "\"'_"
COALITION = "التحالف"  # alone it is the coalition named before
Entry = tuple[tuple[str, ...], Row]  # the words of a name and its row


class Name(NamedTuple):
    """A mention: its span, the entity's canonical name, its kind and, for places, where it lies."""

    start: int
    end: int
    entity: str
    kind: str
    lat: float | None
    lon: float | None
    precision: str | None
    pcode: str | None


class Begun(NamedTuple):
    """The names that begin with a word, the longest first: all, those of one word, and all by the word after it."""

    names: list[Entry]
    alone: list[Entry]
    before: dict[str, list[Entry]]

    def by(self, following: str) -> list[Entry]:
        """Those that may stand before this word or mark."""
        return self.names if following in QUOTES else self.before.get(following, self.alone)


Index = Seen[str, tuple[tuple[int, Begun], ...]]  # letters to skip, and the names that may begin behind them


class Entity(NamedTuple):
    """What the list says of an entity: its canonical and English names, its kind, and the party it speaks for."""

    name: str
    english: str
    kind: str
    party: str | None


class Entities(dict[str, Entity]):
    """Entities by their canonical names; towns of the gazetteer, which are many, are found as they are asked for.

    >>> known = entities(load())
    >>> "ماريوبول" in known, known["ماريوبول"].english, known["الباغوز"].english
    (False, 'Mariupol', 'Baghouz')
    """

    def __missing__(self, name: str) -> Entity:
        town = by_name().get(name)
        if town is None:
            raise KeyError(name)
        return Entity(name, town.english, "place", None)


def find(
    found: Sequence[Token], lexicon: Lexicon | None = None, line_starts: Collection[int] = frozenset()
) -> list[Name]:
    """The names among the tokens of a text, longest match first, without overlaps.

    `line_starts` are the tokens that begin a line: no name runs on into one.

    >>> [(n.entity, n.kind) for n in find(tokens("انتزعت قسد الباغوز من تنظيم “داعش”"))]
    [('قوات سوريا الديمقراطية', 'party'), ('الباغوز', 'place'), ('تنظيم الدولة الإسلامية', 'party')]
    """
    lexicon = lexicon or load()
    index, before_towns = _index(lexicon), leads(lexicon)
    short: dict[str, Row] = {}
    ends: tuple[str, ...] = ()  # of those in `short`
    names: list[Name] = []
    read = 0
    for i, token in enumerate(found):
        if i < read or token.kind != "word":
            continue
        form = token.form
        match = _longest(found, i, index, short, line_starts) if index[form] or form.endswith(ends) else None
        if match is None:
            town = town_at(found, i, lexicon) if before_towns[found[i - 1].form] is not None else None
            read = town[1] if town else read
            if town and not any(k in line_starts for k in range(i, read)):
                names.append(_town(town[0], found[i].start, found[read - 1].end))
            continue
        row, start, end, read = match
        if row["kind"] == "place" and read == i + 1 and _is_adjective(found, i):
            continue
        names.append(_name(row, start, end))
        words = _words(row["form"])
        if row["kind"] == "person" and len(words) > 1:
            short[words[-1]] = row
        if row["kind"] == "party" and words[0] in (COALITION, COALITION.removeprefix("ال")):
            short[COALITION] = row
        if len(ends) < len(short):
            ends = tuple(form.removeprefix("ال") for form in short)
    return names


@lru_cache(maxsize=16)
def entities(lexicon: Lexicon) -> dict[str, Entity]:
    """Every entity of the list by its canonical name.

    >>> entities(load())["وكالة هاوار"].party
    'sdf'
    """
    known = Entities()
    for row in lexicon["entities"]:
        known.setdefault(row["entity"], Entity(row["entity"], row["entity_en"], row["kind"], row["party"] or None))
    return known


@lru_cache(maxsize=16_384)
def _words(form: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokens(form))


@lru_cache(maxsize=16)
def _index(lexicon: Lexicon) -> Index:
    """For each written word where names may begin inside it, and those that do."""
    by_first: dict[str, list[Entry]] = {}
    for row in lexicon["entities"]:
        words = _words(row["form"])
        by_first.setdefault(words[0], []).append((words, row))
    begun = {first: _begun(sorted(names, key=lambda entry: -len(entry[0]))) for first, names in by_first.items()}
    return Seen(lambda form: tuple((skip, begun[stem]) for stem, skip in _openings(form) if stem in begun))


def _begun(names: list[Entry]) -> Begun:
    seconds = {words[1] for words, _ in names if len(words) > 1}
    before = {second: [entry for entry in names if entry[0][1:2] in ((), (second,))] for second in seconds}
    return Begun(names, [entry for entry in names if len(entry[0]) == 1], before)


def _longest(
    found: Sequence[Token], i: int, index: Index, short: dict[str, Row], line_starts: Collection[int]
) -> tuple[Row, int, int, int] | None:
    best: tuple[Row, int, int, int] | None = None
    following = found[i + 1].form if i + 1 < len(found) else ""
    for skip, begun in index[found[i].form]:
        for words, row in begun.by(following):
            last = _last_word(found, i, words)
            if last is None or (last > i and any(k in line_starts for k in range(i + 1, last + 1))):
                continue
            if best is None or last > best[3] - 1:
                last += _closes_quote(found, i, last)
                best = row, found[i].inner(skip), found[last].end, last + 1
                break
    if short and (best is None or best[3] == i + 1):
        alone = next(((short[stem], skip) for stem, skip in _openings(found[i].form) if stem in short), None)
        if alone and (alone[0]["kind"] == "party" or not alone[1]):
            return alone[0], found[i].inner(alone[1]), found[i].end, i + 1
    return best


def _is_adjective(found: Sequence[Token], i: int) -> bool:
    """Whether a country's name is the adjective of the word before it: العيادات السعودية, مقاتلة سورية, لاجئا سوريا."""
    form, before = found[i].form, found[i - 1].form if i and found[i - 1].kind == "word" else ""
    if form.endswith("يه"):
        return before.startswith("ال") if form.startswith("ال") else before.endswith(("ه", "ات"))
    return form.endswith("يا") and not form.startswith("و") and before.endswith("ا") and not before.endswith("وا")


def _openings(form: str) -> Iterator[tuple[str, int]]:
    """The ways a name may begin inside a written word: whole, or after و ف ب ك ل; «لل» hides an article."""
    for stem, skip, clitics in readings(form):
        if clitics.endswith("لال"):
            yield "ال" + stem, skip - 1
        elif not clitics.endswith("ال"):
            yield stem, skip


def _last_word(found: Sequence[Token], i: int, words: tuple[str, ...]) -> int | None:
    k = i
    for word in words[1:]:
        k += 1
        while k < len(found) and found[k].form in QUOTES:
            k += 1
        if k == len(found) or found[k].form != word:
            return None
    return k


def _closes_quote(found: Sequence[Token], i: int, last: int) -> bool:
    """Whether the next mark closes a quotation that opened inside the name."""
    opened = sum(found[k].form in QUOTES for k in range(i, last)) % 2 == 1
    return opened and last + 1 < len(found) and found[last + 1].form in QUOTES


def _town(town: Town, start: int, end: int) -> Name:
    return Name(start, end, town.name, "place", town.lat, town.lon, "town", town.country)


def _name(row: Row, start: int, end: int) -> Name:
    lat, lon = (float(row[key]) if row[key] else None for key in ("lat", "lon"))
    return Name(start, end, row["entity"], row["kind"], lat, lon, row["precision"] or None, row["pcode"] or None)
