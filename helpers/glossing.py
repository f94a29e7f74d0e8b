"""English for speakers that Arabic words describe and nobody names: «قيادي ميداني بقوات سوريا الديمقراطية».

Each word must be known to `lexicons/speakers.csv` or be an entity's name; else there is no gloss, and the Arabic stays.
"""

from functools import lru_cache

from helpers import names
from helpers.lexicon import Lexicon, Phrases
from helpers.names import entities
from helpers.text import tokens

APART = " · "  # what stands between a description and the report that alone tells whose words it is
JOINING = {"في", "من", "ب", "باسم", "ل", "لدي", "داخل"}


def gloss(words: str, lexicon: Lexicon) -> str:
    """The English of a description of a speaker, empty where a word of it is not known.

    >>> from helpers.lexicon import load
    >>> gloss("مصادر محلية أخرى", load()), gloss("قيادي ميداني في الجيش السوري", load()), gloss("هفال روني", load())
    ('Other local sources', 'Field commander, Syrian army', '')
    """
    described, apart, rest = words.partition(APART)
    english = _phrase(described, lexicon)
    return f"{english[0].upper()}{english[1:]}{apart}{rest}" if english else ""


def _phrase(words: str, lexicon: Lexicon) -> str:
    found, known = tokens(words), _words(lexicon)
    named = {n.start: n for n in names.find(found, lexicon)}
    nouns: list[str] = []
    adjectives: list[str] = []
    bodies: list[str] = []
    i = 0
    while i < len(found):
        name = next((named[at] for at in found[i].letters if at in named), None)
        hit = next((h for h in known.all_at(found, i) if h.clitics in ("", "ال")), None)
        if name:
            english = entities(lexicon)[name.entity].english
            bodies.append(english.rpartition("(")[2].removesuffix(")") or name.entity)  # «… Units (YPG)»: the short one
            i = next((j for j in range(i, len(found)) if found[j].end >= name.end), i) + 1
        elif hit and not bodies and (hit.row["kind"] == "noun") == (not nouns):
            (nouns if hit.row["kind"] == "noun" else adjectives).append(hit.row["en"])
            i += hit.length
        elif nouns and found[i].form in JOINING:
            i += 1
        else:
            return ""
    return ", ".join([" ".join([*reversed(adjectives), *nouns]), *bodies]) if nouns else ""


@lru_cache(maxsize=16)
def _words(lexicon: Lexicon) -> Phrases:
    return Phrases(lexicon["speakers"])
