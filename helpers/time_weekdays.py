"""Days among time words: weekdays, yesterday and today, parts of the day."""

from helpers.time_clock import clock_time, hour_after
from helpers.time_dates import Step, date, full_date, matching_date
from helpers.time_month_years import closed
from helpers.time_words import Atom, Found, Words

NOUNS_IN_YA = ("يوم", "يمين", "يسار", "ينا", "يون", "يول", "يهود", "يابان", "ياسر", "يوسف", "يحيي", "يعقوب", "يمن")
BEFORE_PARTS = set("في منذ حتي خلال قبل بعد عند مع الي من هذا ذلك طوال طيله قبيل بعيد عقب بين".split())
FAR = 10**12  # beyond any text
NIGHT_TO = ("-", "ـ", "/", "الي", "علي")  # «ليلة السبت على الأحد»


def day(w: Words, i: int) -> Step:
    """A day, with what part of it, at token `i`: «مساء اليوم (السبت)», «في وقت متأخر يوم الأحد», «فجر 11 آذار».

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> day(words("مساء اليوم", tokens("مساء اليوم")), 0)[0].clock
    'evening'
    """
    start, clock, k = _lead(w, i)
    core = _deictic(w, k) or _weekday(w, k) or _dated(w, i, k)
    if not core:
        return None
    found, k = core
    hour = hour_after(w, k) if found.rule in ("date", "hijri") else None
    tail, k = hour or _tail(w, k)
    both = "; ".join(dict.fromkeys(filter(None, (clock, tail))))
    return found._replace(start=min(start, found.start), end=w.end(k), clock=both or None), k


def dated(w: Words, i: int) -> Step:
    """A date or a month, a date with its clock time: «4/8/2020 الساعة 18:07», «3 مايو 2024، 09:15».

    >>> from helpers import times
    >>> [(t.date_low.isoformat(), t.clock) for t in times.read("4/8/2020 الساعة 18:07")]
    [('2020-08-04', '18:07')]
    """
    found = date(w, i)
    hour = hour_after(w, found[1]) if found and found[0].rule in ("date", "hijri") and found[0].value[2] else None
    return (found[0]._replace(end=w.end(hour[1]), clock=hour[0]), hour[1]) if found and hour else found


def same_day(w: Words, i: int) -> Step:
    """A day counted from one named before it: «في اليوم نفسه», «مساء اليوم التالي».

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> same_day(words("في اليوم نفسه", tokens("في اليوم نفسه")), 1) is not None
    True
    """
    start, clock, k = _lead(w, i)
    atom = w.at(k, "same_day")
    if not atom:
        return None
    start = min(start, atom.start)
    return Found(start, atom.end, "same_day", (int(atom.value),), clock=clock), atom.stop


def time_of_day(w: Words, i: int) -> Step:
    """A part of the day or a clock time on its own: «صباحا», «في الصباح», «الساعة الخامسة مساء».

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> time_of_day(words("الأحد فجرا", tokens("الأحد فجرا")), 1)[0].clock
    'dawn'
    """
    if hour := clock_time(w, i):
        start, text, k = hour
        return Found(start, w.end(k), "clock", clock=text), k
    start, clock, k = _lead(w, i, parts=False)
    atom = w.at(k, "adverb")
    if not atom or w.at(atom.stop, "not_after_adverb") or _is_a_family(w, k):
        return None
    if atom.definite and (this := w.at(i - 1, "these")):
        return Found(this.start, atom.end, "day_offset", (0,), clock=atom.value), atom.stop
    return Found(min(start, atom.start), atom.end, "time_of_day", clock=_joined(clock, atom.value)), atom.stop


def _is_a_family(w: Words, k: int) -> bool:
    """«سعاد الصباح»: a definite part of the day is a time after a preposition, «هذا», or what happened then."""
    before = w.form(k - 1).removeprefix("و")
    happened = w.nouns(k - 1) or before.endswith("ات")  # «مواجهات الصباح»
    return w.form(k) in ("الصباح", "المساء") and before not in BEFORE_PARTS and not happened


def _lead(w: Words, i: int, parts: bool = True) -> tuple[int, str | None, int]:
    """What stands before a day: early or late, the hour, the part of the day."""
    start, clock, k = FAR, None, i
    if lead := w.at(k, "lead"):
        start, clock, k = lead.start, lead.value, lead.stop
    elif hour := clock_time(w, k):
        start, clock, k = hour
        k = w.after(k, "من")
    elif parts and (hours := w.at(k, "adverb")) and w.form(hours.stop).startswith("ل") and _day_begins(w, hours.stop):
        return hours.start, hours.value, hours.stop  # «ساعات الصباح الأولى ليوم السبت»
    if parts and not w.at(k, "feast") and (part := w.at(k, "part")):
        start = min(start, part.start)
        clock, k = _joined(clock, part.value), w.after(part.stop, "من")
    return start, clock, k


def _day_begins(w: Words, k: int) -> bool:
    return any(w.at(k, kind) for kind in ("day_word", "weekday", "deictic"))


def _tail(w: Words, k: int) -> tuple[str | None, int]:
    """What stands after a day: «صباحا», «في الصباح والظهر», «عند الساعة الثالثة»."""
    after_in = w.after(k, "في", "عند")
    if hour := clock_time(w, after_in):
        return hour[1], hour[2]
    atom = w.at(k, "adverb") or w.at(after_in, "adverb")
    if not atom and (said := w.at(after_in, "joined")) and not w.form(said.stop).startswith("ال"):
        atom = said  # «أمس العصر», not «دخل اليوم العصر الجديد»
    if not atom or _deictic(w, atom.stop) or _weekday(w, atom.stop):
        return None, k
    clock: str | None
    clock, k = atom.value, atom.stop
    while joined := w.at(k, "joined"):
        clock, k = _joined(clock, joined.value), joined.stop
    return clock, k


def _joined(*clocks: str | None) -> str | None:
    return "; ".join(dict.fromkeys(filter(None, clocks))) or None


def _dated(w: Words, i: int, k: int) -> Step:
    """A full date after a part of the day or «يوم», which belong to it; alone it is read as a date."""
    if word := w.at(k, "day_word"):
        found = full_date(w, word.stop)
        return (found[0]._replace(start=word.start), found[1]) if found else None
    return full_date(w, k) if k > i else None


def _deictic(w: Words, i: int) -> Step:
    bare = w.at(i, "day_word")
    atom = w.at(i, "deictic") or (w.at(bare.stop, "deictic") if bare else None)
    if not atom or w.at(i, "same_day") or _in_short_quotation(w, i, atom.stop):
        return None
    if atom.definite and w.at(i - 1, "name"):  # «حزب الغد»
        return None
    if atom.value == "1" and _is_no_day(w, i, atom.stop):
        return None
    n, start = int(atom.value), min(atom.start, bare.start if bare else atom.start)
    named, after = _named_day(w, atom.stop)
    weekday, k = (int(named.value), after) if named else (None, atom.stop)
    today_alone = n == 0 and not named and not w.at(i - 1, "part")
    if n == 0 and not named and (w.at(atom.stop, "not_today") or w.at(atom.stop, "modifier")):
        return None
    if today_alone and (w.form(i - 1) == "في" or w.at(i - 1, "until")):
        return None
    dated = matching_date(w, k) if named else None
    if dated:
        return dated[0]._replace(start=start, weekday=weekday), dated[1]
    return Found(start, w.end(k), "day_offset", (n,), weekday=weekday), k


def _is_no_day(w: Words, i: int, stop: int) -> bool:
    """Whether «غدا» is the verb («غدا اللاعب نجما», he became) or «غد» the future of somebody («غد الأمة»)."""
    owner = w.form(stop)
    if not owner.startswith("ال") or w.at(stop, "weekday") or w.at(stop, "day_word") or stop in w.numbers:
        return False
    if w.form(i) == "غد":
        return bool(w.nouns(stop)) or owner.endswith("ه")
    opens = i == 0 or w.tokens[i - 1].kind == "mark"
    predicate = w.form(stop + 1)
    return w.form(i).removeprefix("و") == "غدا" and opens and len(predicate) > 3 and predicate.endswith("ا")


def _in_short_quotation(w: Words, i: int, stop: int) -> bool:
    """Whether the word closes a quotation of two or three words: the name of a newspaper or a programme."""
    return w.form(stop) == '"' and '"' in (w.form(i - 1), w.form(i - 2))


def _named_day(w: Words, k: int) -> tuple[Atom | None, int]:
    """The weekday after «اليوم»: «الأحد», «(الأحد)», «، الأحد،»; and the token after it."""
    opened = w.after(k, "(", "،", ",", "/")
    named = w.at(w.after(opened, "يوم"), "weekday")
    if not named:
        return None, k
    after_comma = w.form(k) in ("،", ",")
    if after_comma and named.stop < len(w.tokens) and w.tokens[named.stop].kind != "mark":
        return None, k
    return named, closed(w, k, named.stop)


def _weekday(w: Words, i: int) -> Step:
    word = w.at(i, "day_word")
    atom = w.at(word.stop if word else i, "weekday")
    if not atom or w.at(i - 1, "not_a_day"):
        return None
    start, first, k = (word or atom).start, int(atom.value), atom.stop
    if _is_habit(w, word, k) or w.at(k, "named_day"):
        return None
    second = w.at(w.after(k, *NIGHT_TO), "weekday")
    if second and int(second.value) == (first + 1) % 7 and w.at(i - 1, "part"):
        pair = Found(start, second.end, "weekday", (first, int(second.value)), weekday=first)
        modifier = w.at(second.stop, "modifier")
        if modifier:
            return pair._replace(end=modifier.end, direction=modifier.value), modifier.stop
        return pair, second.stop
    if listed := _listed(w, k, i):
        last, modifier = listed
        stop = (modifier or last).stop
        direction = modifier.value if modifier else "ahead" if w.is_ahead(i) or _opens_ahead(w, i, stop) else ""
        return Found(start, w.end(stop), "weekday", (first, int(last.value)), direction=direction, weekday=first), stop
    if modifier := w.at(k, "modifier"):
        direction = "past" if modifier.value == "recent" else modifier.value
        after = modifier.stop
        follows = w.form(after) == "(" or w.at(after, "matching") or after in w.numbers  # «الأربعاء الماضي (8 مايو)»
        if follows and (dated := matching_date(w, after)):
            return dated[0]._replace(start=start, weekday=first, direction=direction), dated[1]
        return Found(start, modifier.end, "weekday", (first, first), direction=direction, weekday=first), modifier.stop
    if (told := w.at(k, "told")) and told.value == "1":
        return Found(start, told.end, "weekday", (first, first), direction="told", weekday=first), told.stop
    if dated := matching_date(w, k):
        return dated[0]._replace(start=start, weekday=first), dated[1]
    if not word and w.at(i - 1, "pair") and not w.at(i - 1, "part") and not _and_weekday(w, k):
        return None
    joined = w.form(i).startswith("و") and w.at(i - 1, "weekday")  # «الثلاثاء والأربعاء» lie on one side
    direction = "ahead" if w.is_ahead(i - 1 if joined else i) or _opens_ahead(w, i, k) else ""
    return Found(start, atom.end, "weekday", (first, first), direction=direction, weekday=first), k


def _listed(w: Words, k: int, i: int) -> tuple[Atom, Atom | None] | None:
    """The last of two or more weekdays of one span, and what says when all were: «السبت والأحد الماضيين»."""
    last, count = None, 1
    while following := _and_weekday(w, k):
        last, k, count = following, following.stop, count + 1
    modifier = w.at(k, "modifier")
    of_all = modifier and w.form(k).endswith("ين" if count == 2 else "ه") and modifier.value != "recent"
    pair = count == 2 and w.form(i).endswith("يومي")
    return (last, modifier if of_all else None) if last and (of_all or pair) else None


def _opens_ahead(w: Words, i: int, k: int) -> bool:
    """Whether a weekday opens a clause that goes on with a verb of what is to come: «والأحد ستصل القافلة»."""
    opens = i == 0 or w.tokens[i - 1].kind == "mark" or w.form(i).startswith("و") or w.form(i - 1) == "اما"
    verb = w.after(k, "،", ",")
    imperfect = w.form(verb).removeprefix("ف")
    return opens and bool(w.at(verb, "future") or w.at(verb, "plans") or _is_imperfect(imperfect))


def _is_imperfect(form: str) -> bool:
    return len(form) > 3 and form.startswith("ي") and not form.startswith(NOUNS_IN_YA)


def _and_weekday(w: Words, k: int) -> Atom | None:
    """The weekday that follows with «و», so that «بين الاثنين والأربعاء» names days and not two people."""
    return w.at(w.after(k, "و"), "weekday") if w.form(k).startswith("و") else None


def _is_habit(w: Words, word: Atom | None, k: int) -> bool:
    """«الأحد من كل أسبوع», «أيام الجمعة»."""
    every = w.form(k) == "من" and w.form(k + 1) == "كل"
    return every or bool(word and word.value == "many" and not _and_weekday(w, k) and not w.at(k, "modifier"))
