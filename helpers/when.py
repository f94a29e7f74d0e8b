"""When: the time of an event and of its telling, kept apart, and how a figure counts over time."""

import itertools
from bisect import bisect_left
from collections.abc import Sequence

from helpers.attributions import Attribution
from helpers.measuring import Measured
from helpers.quantities import Found
from helpers.ranges import CHANGES, tells_a_change
from helpers.sections import Sentence
from helpers.text import Token, readings
from helpers.times import Found as FoundTime
from helpers.triggers import BLOWS, MOVES, STOCKS, TOLLS

FLOWS = BLOWS | MOVES
SUMMED = MOVES | TOLLS | {"positions_taken"}
RUNNING = {"حصيله", "الحصيله", "حصيلتها", "اجمالي", "مجموع", "ليرتفع", "ارتفاع", "ارتفع", "ارتفعت", "بلغ", "بلغت"}
CONTRASTS = {"لكن", "لكنه", "لكنها", "لكنهم", "ولكن", "فيما", "بينما", "الا"}
ADDED = {"جديدا", "جديده", "جديد", "جددا", "جدد", "اضافيا", "اضافيين", "اضافيون", "اضافيه"}
LIST_REACH = 6
AWAY = {"بعد", "قبل", "منذ", "الذي", "التي", "،", "."}
TIED_REACH, BACK_REACH = 5, 6
NEAR, NEAR_WORDS = 600, 60  # letters and words: farther off, a time is another clause's


def event_and_saying(
    times: Sequence[FoundTime], sentence: Sentence, q: Found, a: Attribution | None, found: Sequence[Token]
) -> tuple[int | None, int | None]:
    """The time of the event, the nearest in the number's clause, and that of the saying, beside its cue, as indexes.

    >>> from helpers import parse
    >>> claims = parse([("a", "قال الجيش أمس إن ثلاثة قتلوا يوم الأحد.")], published={"a": "2020-05-13"}).claims
    >>> claims[["date_low", "stated_low"]].astype(str).values.tolist()
    [['2020-05-10', '2020-05-12']]
    """
    low, high = sentence.start, sentence.end
    if a:
        low, high = max(a.content_start, low), min(a.content_end, high)
    at = q.quantity.number_start
    events = [
        i for i in _between(times, max(low, at - NEAR), min(high, at + NEAR)) if _dates_event(found, q, times[i].start)
    ]
    spans = ((a.start, a.content_start), (max(a.cue_start, a.content_end), a.end)) if a else ()
    sayings = (i for start, end in spans for i in _between(times, start, end))
    return min(events, key=lambda i: abs(times[i].start - at), default=None), next(sayings, None)


def _between(times: Sequence[FoundTime], low: int, high: int) -> range:
    """The times that begin in a span, as indexes."""
    return range(bisect_left(times, low, key=_start), bisect_left(times, high, key=_start))


def _start(time: FoundTime) -> int:
    return time.start


def tally(measured: Measured, found: Sequence[Token], sentence: Sentence, q: Found, event: FoundTime | None) -> str:
    """How the figure counts: at a moment, over a span, since a start, or (for tolls that do not say) unclear.

    >>> from helpers import parse
    >>> texts = "قتل 12 في هجوم يوم الأحد.", "قتل 12 حتى الآن.", "قتل 12.", "يضم المخيم 12 ألف نازح."
    >>> parse([(t, t) for t in texts]).claims["tally"].tolist()
    ['flow', 'cumulative', 'unclear', 'stock']
    """
    if measured.measure in STOCKS or measured.aspect == "held":
        return "stock"
    if measured.measure in SUMMED and _is_since_then(found, sentence, q):
        return "cumulative"
    if measured.measure in FLOWS or measured.aspect == "taken":
        return "flow"
    if measured.measure in TOLLS:
        if _is_added(found, q):
            return "incremental"
        running = RUNNING & {token.form for token in found[max(0, q.first - 4) : q.first]}
        if running or _has_come_to(found, q, sentence):
            return "cumulative"
        return "flow" if _tied(found, q, event) else "unclear"
    return "unclear"


def _is_since_then(found: Sequence[Token], sentence: Sentence, q: Found) -> bool:
    """Whether the figure is told to count from a time on, or up to now: «منذ الأحد», «حتى الآن»."""
    near = found[max(0, q.first - NEAR_WORDS) : q.phrase_end + NEAR_WORDS]
    forms = [token.form for token in near if sentence.start <= token.start < sentence.end]
    return "منذ" in forms or "ومنذ" in forms or ("حتي", "الان") in itertools.pairwise(forms)


def _is_added(found: Sequence[Token], q: Found) -> bool:
    """Whether the number comes on top of a toll told before: «12 قتيلا جديدا», «ليرتفع عدد القتلى بتسعة»."""
    more = ADDED & {token.form for token in found[q.last : q.phrase_end]}
    by = found[q.first].form.removeprefix("و")[0] == "ب" and tells_a_change(found, q.first)
    return bool(more) or by


def _has_come_to(found: Sequence[Token], q: Found, sentence: Sentence) -> bool:
    """Whether a rising count has come to the number: «ارتفعت حصيلة ضحايا السوق أمس إلى سبعة قتلى و15 مصابا»."""
    before = [t.form for t in found[max(0, q.first - NEAR_WORDS) : q.first] if t.start >= sentence.start]
    to = next(
        (i for i in range(len(before) - 1, max(-1, len(before) - 1 - LIST_REACH), -1) if before[i] == "الي"), None
    )
    return to is not None and any(r.stem in CHANGES for form in before[:to] for r in readings(form))


def since(found: Sequence[Token], event: FoundTime | None) -> bool:
    """Whether «منذ» opens the phrase of the time: «منذ مساء الثلاثاء», «منذ استئناف الهجوم يوم الأحد».

    >>> from helpers.text import tokens
    >>> from helpers.times import find
    >>> texts = "قصف منذ مساء الثلاثاء", "قصف مساء الثلاثاء"
    >>> [since(tokens(text), find(text, tokens(text))[0]) for text in texts]
    [True, False]
    """
    return event is not None and bool({"منذ", "ومنذ"} & set(_before(found, event.start)))


def _tied(found: Sequence[Token], q: Found, event: FoundTime | None) -> bool:
    """Whether a time right after the number ties it to its own day: «قتلوا في مواجهات الصباح»."""
    if event is None:
        return False
    after = bisect_left(found, event.start, key=lambda token: token.start)
    return 0 <= after - q.phrase_end <= TIED_REACH and not AWAY & {token.form for token in found[q.phrase_end : after]}


def _dates_event(found: Sequence[Token], q: Found, at: int) -> bool:
    """Whether a time can date the number's event: no other clause between them, and not «بعد» something else."""
    time = bisect_left(found, at, key=lambda token: token.end)
    between = found[min(q.last, time) : max(q.first, time)]
    forms = [token.form for token in between]
    contrast = any(form in CONTRASTS for form in forms)
    new_clause = any(a.form in ("،", ",") and b.form[0] == "و" for a, b in itertools.pairwise(between))
    return not (contrast or new_clause or _dates_another(found, at))


def _dates_another(found: Sequence[Token], at: int) -> bool:
    """Whether «بعد» or «قبل» and a noun stand before the time, so that it dates what came before or after."""
    return bool({"بعد", "قبل", "عقب", "غداه"} & set(_before(found, at)[:-1]))


def _before(found: Sequence[Token], at: int) -> list[str]:
    """The words before a time, back to the last mark or «أن»."""
    i = bisect_left(found, at, key=lambda token: token.end)
    forms = [token.form for token in found[max(0, i - BACK_REACH) : i]]
    breaks = [n for n, form in enumerate(forms) if form in ("،", ".", "ان")]
    return forms[breaks[-1] + 1 if breaks else 0 :]
