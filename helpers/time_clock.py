"""Clock times among time words: «الساعة الخامسة والنصف مساء», «17,00 ت غ»."""

from helpers.time_words import Atom, Number, Words

PM = {"noon", "afternoon", "evening", "night"}
BETWEEN = {"بين", "وبين", "من", "ومن"}
HOURS_TO = {"الي", "حتي", "لغايه", "و", "-"}
ON_THE_CLOCK, FIVES = 12, (5, 10, 20, 25)
OPEN_MINUTES = {"و", "ا"}  # what «ونص», «إلا ربع» begin with
UNTIL, AFTER_HOURS = {"حتي", "لغايه"}, set("في عند امام قبل بعد علي مع قدام".split())
BEFORE_HOURS = {"في", "عند", "منذ", "تمام"}
HOUR_SIGNS = ("h", "H")  # «14h30», as in the Maghreb
PLACE_ADJECTIVES, SIDES = {"المكرمه", "المنوره", "المحتله"}, {"شرق", "غرب", "وسط"}  # «مكة المكرمة», «شرق أوروبا»
HOUR_AFTER = {"تمام", "في", "عند", "حتي", "منذ", "وفي", "وعند", "نحو", "حوالي"}


def clock_time(w: Words, i: int) -> tuple[int, str, int] | None:
    """Where a clock time begins, the time as HH:MM (both when it may be either half of the day), the token after.

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> clock_time(words("الساعة 18:07 مساء", tokens("الساعة 18:07 مساء")), 0)
    (0, '18:07', 5)
    """
    hour_word = w.at(i, "hour_word")
    if not hour_word and i not in w.numbers and i not in w.parted and not w.form(i)[:1].isdecimal():
        return None
    k = w.after(hour_word.stop, "ال") if hour_word else i
    read = _digit_hour(w, k) or _word_hour(w, k, bool(hour_word))
    if not read:
        return None
    hour, minute, k, exact = read
    after_hour = k
    after_from = w.after(k, "من")
    part = w.at(after_from, "adverb") or w.at(after_from, "part") or (hour_word and w.at(k, "joined")) or None
    k = part.stop if part else k
    part = part or _part_of_both(w, i, k)
    zone = w.at(k, "zone") or w.at(k, "zone_of")
    if not hour_word and not part and not (exact and zone) and not _is_told_by_itself(w, i, after_hour, minute):
        return None
    half = part.value if part else zone.value if zone else None
    while zone := w.at(k, "zone"):
        k = zone.stop
    if (of := w.at(k, "zone_of")) and of.stop < len(w.tokens) and w.tokens[of.stop].kind == "word":
        k = of.stop + 1 + (w.form(of.stop) in SIDES or w.form(of.stop + 1) in PLACE_ADJECTIVES)
    start = hour_word.start if hour_word else w.numbers[i].start if i in w.numbers else w.tokens[i].start
    return start, _clock(hour, minute, half or None, exact), k


def _is_told_by_itself(w: Words, i: int, stop: int, minute: int) -> bool:
    """«تمام الثالثة», «الخامسة إلا ربعا», «الثالثة والنصف», «14h30»: an hour with no word or part of the day."""
    if w.form(i + 1) in HOUR_SIGNS:
        return stop > i + 2
    if w.form(i + 1) == ":" and (w.form(i - 1) in BEFORE_HOURS or (i == 0 and stop == len(w.tokens))):
        return True  # «المباراة في 22:15»
    if w.form(i + 1) == ":" and _is_one_of_two(w, i, stop):
        return True
    words = not w.form(i)[:1].isdecimal()
    return words and (w.form(i - 1) == "تمام" or (minute > 0 and i in w.numbers and stop > w.numbers[i].stop))


def _is_one_of_two(w: Words, i: int, stop: int) -> bool:
    """Whether another hour in digits stands on the other side of «إلى»: «من 8:00 إلى 16:30», «بين 20:00 و22:30»."""
    if w.form(i - 1) in BETWEEN:
        return w.form(stop) in HOURS_TO and w.form(stop + 2) == ":"
    return w.form(i - 1) in HOURS_TO and w.form(i - 3) == ":" and w.form(i - 5) in BETWEEN


def hour_after(w: Words, k: int) -> tuple[str, int] | None:
    """The clock time after a date in digits or words, and the token after it: «الساعة 18:07», «، 09:15».

    >>> from helpers.text import tokens
    >>> from helpers.time_words import words
    >>> hour_after(words("الأحد الساعة 18:07", tokens("الأحد الساعة 18:07")), 1)
    ('18:07', 5)
    """
    after = w.after(k, "،", ",", "-", "T")
    told = w.after(after, "في", "عند", "علي")
    if told not in w.numbers and not w.at(told, "hour_word"):
        return None
    if hour := clock_time(w, told):
        return hour[1], hour[2]
    read = _digit_hour(w, after)
    exact = read if read and read[3] and w.form(after + 1) == ":" else None
    return (_clock(exact[0], exact[1], None, True), exact[2]) if exact else None


def _digit_hour(w: Words, k: int) -> tuple[int, int, int, bool] | None:
    form = w.form(k)
    whole, _, minutes = form.partition(",") if "," in form else form.partition(".")
    if whole.isdecimal() and len(minutes) == 2 and minutes.isdecimal() and int(whole) < 24 and int(minutes) < 60:
        return int(whole), int(minutes), k + 1, True
    number = w.numbers.get(k)
    if not number or not number.digits or number.value > 24:
        return None
    after = w.tokens[k + 1] if k + 1 < len(w.tokens) and w.tokens[k + 1].start == number.end else None
    if after and after.form in (":", *HOUR_SIGNS) and len(w.form(k + 2)) == 2:
        minute = w.numbers.get(k + 2)
        seconds = w.form(k + 3) == ":" and len(w.form(k + 4)) == 2 and w.form(k + 4).isdecimal()
        stop = k + 5 if seconds else k + 3
        return (number.value, minute.value, stop, True) if minute and minute.value < 60 else None
    if after and after.form in HOUR_SIGNS:
        return number.value, 0, k + 2, True
    past, stop = _minutes(w, k + 1) if w.form(k + 1)[:1] in OPEN_MINUTES else (0, k + 1)
    all_minutes = number.value * 60 + past
    return all_minutes // 60 % 24, all_minutes % 60, stop, False


def _word_hour(w: Words, k: int, after_hour_word: bool) -> tuple[int, int, int, bool] | None:
    number = w.numbers.get(k)
    if number and number.digits:
        return None
    if spoken := _spoken_hour(w, k, after_hour_word):
        return spoken
    if not number or number.value > 12 or not w.form(k).endswith("ه") or "ال" not in w.form(k):
        return None
    past, stop = _minutes(w, number.stop)
    part = w.at(stop, "part")
    of_a_day = part and (w.at(part.stop, "weekday") or w.at(part.stop, "deictic"))  # «الثالثة فجر الأحد»
    tells = w.at(stop, "adverb") or (part and (stop > number.stop or of_a_day))
    before = w.form(k - 1)
    opened = k - 3 if w.form(k - 2) == "الساعه" else k - 2
    second = k - 1 in w.numbers and w.form(opened) in BETWEEN  # «بين الثالثة والخامسة عصرا»
    noun_before = before.startswith("ال") and before != "الي" and not second  # «القنبلة الثالثة فجرا» is no hour
    told = after_hour_word or before in HOUR_AFTER or ((tells or past) and not noun_before)
    if not told and not _part_of_both(w, k, stop):
        return None
    k = stop
    minutes = number.value * 60 + past
    return minutes // 60 % 24, minutes % 60, k, False


def _spoken_hour(w: Words, k: int, after_hour_word: bool) -> tuple[int, int, int, bool] | None:
    """The hour in the vernacular, a cardinal: «الساعة ستة إلا ربع», «الساعة سبعة ونص وخمسة», «تسعة ونص الصبح»."""
    number, parted = w.numbers.get(k), w.parted.get(k)
    if not parted and (w.form(k).startswith("ال") or not (after_hour_word or _goes_on(w, number))):
        return None
    if parted:
        minutes, stop = parted
    elif number and not number.digits and number.kind == "cardinal" and 0 < number.value <= ON_THE_CLOCK:
        minutes, stop = 60 * number.value, number.stop
    else:
        return None
    past, after = _minutes(w, stop, spoken=True)
    of_day = w.at(after, "adverb") or w.at(after, "joined")
    if not (after_hour_word or (of_day and (parted or past))):
        return None
    if not (of_day or past or parted) and (w.form(k - 2) in UNTIL or not _hour_ends(w, after)):
        return None
    minutes += past
    return minutes // 60 % 24, minutes % 60, after, False


def _goes_on(w: Words, number: Number | None) -> bool:
    return number is not None and w.form(number.stop)[:1] in OPEN_MINUTES


def _hour_ends(w: Words, k: int) -> bool:
    """Whether what follows a bare cardinal leaves it an hour: «الساعة ستة في المقهى», not «الساعة ثلاثة قتلى»."""
    closes = k >= len(w.tokens) or w.tokens[k].kind == "mark" or w.form(k) in AFTER_HOURS
    return closes or any(w.at(k, kind) for kind in ("zone", "zone_of", "deictic", "day_word", "weekday"))


def _part_of_both(w: Words, i: int, k: int) -> Atom | None:
    """The part of the day of two hours, told after the second: «بين الثالثة والخامسة عصرا»."""
    if w.form(i - 1) not in BETWEEN:
        return None
    after = w.after(w.after(k, "و", "الي", "حتي", "وحتي"), "الساعه")
    number = w.numbers.get(after)
    if not number or not (after > k or w.form(k).startswith("و")):
        return None
    an_hour = w.at(i, "hour_word") if number.digits else w.form(after).endswith("ه")
    return w.at(_minutes(w, number.stop)[1], "adverb") if an_hour else None


def _minutes(w: Words, k: int, spoken: bool = False) -> tuple[int, int]:
    """The minutes past an hour, and the token after: «والنصف», «إلا ربعا», «والنصف إلا خمس دقائق»."""
    past = w.at(k, "minutes")
    more, stop = _counted_minutes(w, past.stop if past else k, spoken)
    return more + (int(past.value) if past else 0), stop


def _counted_minutes(w: Words, k: int, spoken: bool) -> tuple[int, int]:
    """The minutes told as a number: «وعشرين دقيقة», «إلا خمس دقائق», in the vernacular «وخمسة» too."""
    less = w.form(k) == "الا"
    number = w.numbers.get(k + 1 if less else w.after(k, "و"))
    if not number or number.value > 59 or not (less or w.form(k).startswith("و")):
        return 0, k
    unit = w.at(number.stop, "unit")
    if unit and unit.value.startswith("minute"):
        stop = unit.stop
    elif spoken and number.value in FIVES and not w.nouns(number.stop):
        stop = number.stop
    else:
        return 0, k
    return (-number.value if less else number.value), stop


def _clock(hour: int, minute: int, part: str | None, exact: bool) -> str:
    shown = f":{minute:02}"
    if part in PM and (6 if part == "night" else 0) <= hour < (6 if part == "noon" else 12):
        hour += 12
    elif part in ("morning", "dawn", "night") and hour == 12:
        hour = 0
    elif part is None and not exact and hour <= 12:
        return f"{hour:02}{shown} or {(hour + 12) % 24:02}{shown}"
    return f"{hour:02}{shown}"
