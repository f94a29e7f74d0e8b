"""What is told with nobody as its teller: «يُعتقد أن», «أُفيد بمقتل», «وسط أنباء عن».

These are no acts of saying, because an act has a teller; but the words stand between the outlet and what it prints,
so they are kept beside every figure and sentence that they cover.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from helpers.attributions import Attribution
from helpers.lexicon import Hit, Lexicon, Phrases, load, marked
from helpers.particles import particles
from helpers.sections import Sentence
from helpers.text import Token, fold

LED = ("", "و", "ف", "ل")
CLAUSE_ENDS, NOUN_ENDS = "؛", "؛،,"


class Doubt(NamedTuple):
    """A cue without a teller: its words, its commitment, and the span that it covers, cue included."""

    start: int
    end: int
    cue: str
    commitment: str


def find(
    text: str,
    found: Sequence[Token],
    sentences: Iterable[Sentence],
    said: Sequence[Attribution],
    lexicon: Lexicon | None = None,
) -> list[Doubt]:
    """The cues without a teller in a report, in order; a cue whose teller is read is an act of saying and none of them.

    >>> from helpers.text import tokens
    >>> t = "يعتقد أن 200 مقاتل قتلوا، وسط أنباء عن مقتل 30 مدنيا."
    >>> [(d.cue, d.commitment) for d in find(t, tokens(t), [Sentence(0, len(t), 0)], [])]
    [('يعتقد أن', 'expects'), ('أنباء عن', 'reports')]
    """
    lexicon = lexicon or load()
    spoken = [(a.cue_start, a.cue_end) for a in said] + [
        (a.source_start, a.source_end) for a in said if a.source_start is not None and a.source_end is not None
    ]
    begun = sorted([start for start, _ in spoken])
    cues = [
        (start, end, hit)
        for start, end, hit in _cues(found, lexicon)
        if not any(a < end and start < b for a, b in spoken)
    ]
    covered = []
    for sentence in sentences:
        here = [cue for cue in cues if sentence.start <= cue[0] < sentence.end]
        for k, (start, end, hit) in enumerate(here):
            later = [here[k + 1][0]] if k + 1 < len(here) else []
            stops = [at for at in begun if at > end][:1] + later + [sentence.end]
            stop = min(_clause_end(text, end, min(stops), hit), *stops)
            covered.append(Doubt(start, stop, text[start:end], hit.row["commitment"]))
    return covered


def over(doubts: Iterable[Doubt], start: int, end: int) -> Doubt | None:
    """The last cue that covers the span or a part of it.

    >>> over([Doubt(0, 20, "يعتقد أن", "expects")], 9, 12).cue
    'يعتقد أن'
    """
    return next((d for d in reversed(list(doubts)) if d.start < end and start < d.end), None)


def _cues(found: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[int, int, Hit]]:
    phrases, known = _phrases(lexicon), particles(lexicon)
    read = -1
    for i in [i for i, token in enumerate(found) if phrases.begin[token.form]]:
        hit = next((h for h in phrases.all_at(found, i) if h.clitics in LED), None) if i > read else None
        if hit is not None and i and _has_a_subject(found[i - 1].form, known):
            hit = None
        last = None if hit is None else _opened(found, i + hit.length, fold(hit.row["opens"]).text.split(), known)
        if hit is not None and last is not None:
            yield hit.start, found[last].end, hit
            read = last


def _has_a_subject(before: str, known: dict[str, frozenset[str]]) -> bool:
    """«قال إنه يعتقد أن» is his own belief; «لا أنباء عن القائد» tells nothing."""
    return before == "لا" or ("that" in known.get(before, ()) and before.endswith(("ه", "ها", "هم")))


def _opened(found: Sequence[Token], k: int, opens: Sequence[str], known: dict[str, frozenset[str]]) -> int | None:
    """The last token of the cue when what it needs stands at token `k`: أن in any shape, or a preposition."""
    if k >= len(found):
        return None
    form = found[k].form
    if ("ان" in opens and "that" in known.get(form, ())) or form in opens:
        return k
    return k - 1 if "ب" in opens and form.startswith("ب") and len(form) > 2 and found[k].kind == "word" else None


def _clause_end(text: str, start: int, end: int, hit: Hit) -> int:
    marks = NOUN_ENDS if marked(hit.row, "noun") else CLAUSE_ENDS
    return next((at for at in range(start, end) if text[at] in marks), end)


@lru_cache(maxsize=16)
def _phrases(lexicon: Lexicon) -> Phrases:
    return Phrases(lexicon["doubts"])
