"""Titles of works, which tell of nothing that happened: «رواية «مقتل بائع الكتب»», «فيلم "مئة قتيل"»."""

from collections.abc import Sequence

from helpers.contexts import words
from helpers.lexicon import Lexicon
from helpers.text import Token, readings

TELL = set("يحكي تحكي يروي تروي يسرد تسرد يجسد تجسد يتناول تتناول يصور تصور".split())
INVENTED = set(
    "الروايه الفيلم الفلم المسلسل المسرحيه اللعبه البطل البطله العمل القصيده بطله بطلها احداثه احداثها".split()
)
FACTUAL = set("وثائقي الوثائقي وثائقيا وثائقيه الوثائقيه الرسميه الاسرائيليه الحكوميه الامنيه".split())
QUOTE, BETWEEN = '"', 2  # words between: «فيلم الرعب "مقتل …"»


def titles(found: Sequence[Token], lexicon: Lexicon) -> list[range]:
    """The tokens inside each title in quotation marks that follows the word for a work, in order.

    >>> from helpers.lexicon import load
    >>> from helpers.text import tokens
    >>> titles(tokens("فازت رواية «مقتل بائع الكتب» بجائزة"), load())
    [range(3, 6)]
    """
    marks = [i for i, token in enumerate(found) if token.form == QUOTE]
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return [range(a + 1, b) for a, b in pairs if _is_work(found[max(0, a - 1 - BETWEEN) : a], words(lexicon, "work"))]


def tells_a_plot(found: Sequence[Token], span: range) -> bool:
    """Whether a sentence, by its tokens, tells what happens in a work: «تحكي الرواية كيف …», «يروي البطل كيف …».

    >>> from helpers.text import tokens
    >>> tells_a_plot(tokens("تحكي الرواية كيف قتل 12"), range(5)), tells_a_plot(tokens("يروي شهود كيف قتل"), range(4))
    (True, False)
    """
    pairs = ((found[i].form.removeprefix("و"), found[i + 1].form) for i in span[:-1])
    told = any((a in TELL and b in INVENTED) or (a in INVENTED and b in TELL) for a, b in pairs)
    return told and not FACTUAL & {found[i].form for i in span}


def _is_work(before: Sequence[Token], works: frozenset[str]) -> bool:
    return any(reading.stem in works for token in before for reading in readings(token.form))
