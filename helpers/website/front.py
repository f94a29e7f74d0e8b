"""What the first page tells of a corpus: how much was read, and what it cannot show."""

from helpers import findings
from helpers.assemble import Corpus
from helpers.prose import shown
from helpers.website.words import say

COUNTS = ("reports", "problems", "claims", "attributed", "nobody")


def counts(corpus: Corpus, lang: str) -> list[tuple[str, str]]:
    """Labels with their numbers; what is not known, or is nought and need not be told, is left out.

    >>> from helpers import parse
    >>> counts(parse([("a", "قتل ثلاثة.")]), "en")[:2]
    [('Reports read', '1'), ('Figures mentioned', '1')]
    """
    facts = findings.overall(corpus) | findings.dating(corpus)
    told = [(say(f"count_{key}", lang), facts[key]) for key in COUNTS if facts[key] or key == "reports"]
    told += [(say("period", lang), facts[f"period_{lang}"]), (say("unread", lang), facts["unread"])]
    return [(label, shown(value, lang)) for label, value in told if value not in (None, "")]


def caveats(corpus: Corpus, lang: str) -> list[str]:
    """What the reports cannot show, in sentences, the one on the reader's mistakes last.

    >>> from helpers import parse
    >>> "silence" in " ".join(caveats(parse([("a", "قتل ثلاثة.")]), "en"))
    True
    """
    facts = findings.overall(corpus)
    side, leading = facts["one_side" if lang == "en" else "one_side_ar"], shown(facts[f"leading_{lang}"], lang)
    return [
        say("caveat_sample", lang),
        *([say("caveat_side", lang, leading=leading, one_side=side)] if side else []),
        say("caveat_voice", lang),
        say("caveat_verified", lang),
        *_silence(corpus, lang),
        say("caveat_nobody", lang),
        say("caveat_mistakes", lang),
    ]


def _silence(corpus: Corpus, lang: str) -> list[str]:
    quiet = findings.silence(corpus)
    if quiet[f"civilian_dead_{lang}"] or not quiet["reports"]:
        return [say("caveat_zero", lang)]
    strikes, unsaid = quiet[f"strikes_{lang}"], quiet["unsaid_dead"]
    told = say("caveat_silence_strikes", lang, strikes=shown(strikes, lang)) if strikes else say("caveat_silence", lang)
    return [told, say("caveat_unsaid", lang, unsaid=shown(unsaid, lang))] if unsaid else [told]
