"""The words of a speaker's phrase, which grows from a name or title over what belongs to it, token by token.

It takes an office, a place, a second speaker, and ends before أن, a quotation, a time, a medium, or what it announces.
"""

from helpers import inner_words as inner
from helpers.appositions import Apposition, apposition_at, may_be_second
from helpers.contents import FIGURES
from helpers.cues import cue_at, is_verb
from helpers.objects import (
    announces,
    begins_object,
    is_accused,
    is_closed,
    is_issued,
    is_object_with_b,
    is_quoted_object,
    is_speech,
)
from helpers.shapes import agrees, is_definite
from helpers.speaker_attributes import Attributed
from helpers.titles import (
    NAMED_TYPES,
    PEOPLE,
    PERSONAL,
    Head,
    event_nouns,
    head_at,
    is_numbered,
    nationalities,
)

MOST_WORDS, PERSON_WORDS, FULL_NAME, SHORT_QUOTE = 24, 5, 2, 5
ENDING = {"time", "clause", "subordinate", "negation", "halt", "aside", "self", "boundary", "demonstrative"}
ATTACHED = ("التابع", "المعني", "المختص", "المدافع", "المكلف")  # «المنظمة المعنية بحقوق الإنسان»
MOURNS = "نعى"
JOINED = ("ل", "لل", "ب", "بال")


class Phrase(Attributed):
    """A speaker's phrase while it grows, token by token."""

    def grown(self) -> "Phrase":
        """The phrase with everything that belongs to it."""
        stop = min(self.page.sentence_end(self.first), self.first + MOST_WORDS)
        stop = min(stop, self.cue.first) if self.cue and self.cue.first > self.first else stop
        while self.end < stop and (step := self._step(self.end)):
            self.end += step
        return self

    def _step(self, k: int) -> int:
        """How many tokens from `k` on belong to the phrase; 0 ends it."""
        page, token = self.page, self.page.found[k]
        if token.kind != "word":
            return self._mark(k)
        if "that" in page.roles(k):
            return 0
        if not self.definite and (steps := inner.unnamed_speech(page, k)):
            self.core = self.core or k
            return steps
        if (is_verb(page, k) or self._tells_how(k)) and "office" not in page.roles(k - 1):
            return 0
        if self.loose and not self.related:
            tells = self.cue and token.form in self.cue.takes and announces(page, page.form(k + 1))
            tells = tells or is_issued(page, k, self.cue, head_at(page, k))  # «نشر التحالف الذي يضم ثلاثة فصائل صورا»
            return int(not (tells or inner.is_audience(page, k)))  # «التقرير الذي نشرته المنظمة إلى مقتل …»
        if self.person[-1:] == [k - 1] and page.form(k - 1) in inner.BINDING:
            self.person.append(k)
            return 1
        if inner.is_announced(page, k, self.person):
            return 0
        head = head_at(page, k, "و") or head_at(page, k)
        if head and inner.is_named_like_a_title(page, k, head):
            self.person.append(k)
            return 1
        if "relates" not in page.roles(k) | page.roles(k - 1) and self._closed_before(k, head):
            return 0
        if head and head.row and head.row["class"] == "of" and token.form[0] == "و" and head_at(page, k + 1) is None:
            return 0  # «قتل ستة وفقا للجيش وعشرة وفقا للحركة»
        if head and (token.form.startswith("و") or self._fits(head)):
            self.take(head)
            return head.length
        if self.related and page.form(k - 1).startswith("صادر") and token.form == "عن":
            return 1  # «أفاد بيان صادر عن الهيئة بأن»
        if self.related:
            return int(not (self.cue and token.form in self.cue.takes))
        return self._word(k)

    def _tells_how(self, k: int) -> bool:
        """«وقال المحامي فؤاد العلي مكتفيا بالقول إن»: an accusative participle after the name."""
        cue = cue_at(self.page, k) if self.person and self.page.form(k).endswith("ا") else None
        return cue is not None and cue.tense == "participle"

    def _closed_before(self, k: int, head: Head | None) -> bool:
        """Whether token `k` begins what is said of, and no longer belongs to the speaker."""
        page = self.page
        if not self.person and is_accused(page, k, self.cue, head, self.page.found[self.first].kind == "number"):
            return True
        if is_issued(page, k, self.cue, head):
            return True
        if self.cue and "np" in self.cue.takes and page.form(k) in FIGURES and k > self.first:
            return True  # «وقدر ناشطون عدد القتلى بستة»
        if self.cue and self.cue.row["form"] == MOURNS and self.type == "organisation" and head and head.definite:
            return is_definite(page.form(k - 1))  # «ونعت نقابة المحررين الزميل سالم ناصر»
        led = self.person and self.cue and self.cue.row["role"] in ("accuses", "asks", "describes")
        if led and is_definite(page.form(k)) and page.form(k).endswith("ين"):
            return True  # «ووصف سالم حداد المهاجمين بأنهم»
        after = bool(self.person) and self.person[-1] == k - 1
        other = head and (head.row["type"] not in PEOPLE if head.row else head.name and head.name.kind != "person")
        if led and after and (other or inner.is_all(page, k)):
            return True  # «واتهم سالم حداد المليشيا بالهجوم», «وحمل سالم حداد طرفي الحرب المسؤولية»
        many = page.form(self.first).endswith("ون") and self.type in PERSONAL  # not «التلفزيون»
        event = page.form(k).startswith("ال") and page.form(k)[2:] in event_nouns(page.lexicon)
        closed = self.person or page.ends_name(k) or is_definite(page.form(k - 1).removeprefix("و"))
        if closed and event and self.cue and ("np" in self.cue.takes or self.cue.row["role"] == "describes"):
            return True  # «ودان الناطق ذبيح الله مجاهد الهجوم», «أدانت الحكومة الهجوم»
        alone = k - 1 <= self.first and not many
        if alone or page.found[k - 1].kind != "word" or self.person:
            return False
        if begins_object(page, k, self.cue):
            return True
        if head and head.row and head.row["type"] in NAMED_TYPES:
            return False
        return is_closed(page, k, self.first, self.definite, bool(self.classes))

    def _fits(self, head: Head) -> bool:
        """A name or title inside the phrase; after a finished name only an office follows."""
        if head.row is not None and self.person and not self.office and head.row["type"] not in PEOPLE:
            return False  # «وعد الحداد برنامج المساعدة مهما»
        if head.name is None:
            return not (self.named_head and not self.classes and self.type != "named_person")
        return self.office or head.name.kind == "person" or bool(self.classes)

    def _mark(self, k: int) -> int:
        page, form = self.page, self.page.form(k)
        if form == "." and len(page.form(k - 1)) == 1:
            return 1  # «الشاهد م. س.»
        if (form in "._" and page.is_glued(k + 1)) or (form == "+" and page.is_glued(k)):
            return 1
        if page.found[k].kind == "number":
            return int(is_numbered(page, k - 1) and not page.counts(k))
        widest = 2 * SHORT_QUOTE if "relates" in page.roles(k - 1) else SHORT_QUOTE  # «بيان نشرته «جمعية …»»
        if form == '"' and k in page.quotes and page.quotes[k] - k <= widest:
            return 0 if is_speech(page, k) or is_quoted_object(page, k, self.cue) else page.quotes[k] - k + 1
        if form == "(" and (close := page.bracket_end(k)):
            return close - k + 1
        if form in "،,":
            return self._apposition(k)
        return 0

    def _apposition(self, k: int) -> int:
        """After a comma: a relative clause, an office or a name."""
        if "relative" in self.page.roles(k + 1) and is_verb(self.page, k + 2):
            return 0
        many = inner.is_many(self.page.form(self.first))  # «بحسب مسؤولين محليين، نزحت مئة أسرة»
        whole = many or self.named_person(k) is not None
        found = self._open_office(k) or apposition_at(self.page, k, bool(self.person), whole, self.cue is None)
        if found is None or (found.kind != "clause" and self.type not in PERSONAL | {"named_person"}):
            return 0
        if found.kind in ("clause", "office"):
            self.core = self.core or k
        if found.kind == "office" and (head := head_at(self.page, k + 1)):
            self.classes |= {head.row["class"]} if head.row else set()
            holder = Phrase(self.page, k + 1, head, None, frozenset()).grown()
            self.holder = None if self.person else holder.named_person(holder.core or holder.end)
            found = found._replace(end=max(found.end, holder.end)) if self.holder else found
        if found.person:
            self.person = list(found.person)
        return found.end - k

    def _open_office(self, k: int) -> Apposition | None:
        """«وأدان سالم ناصر، وزير الإعلام في الحكومة هذا القصف»: no comma closes the office, what is said does."""
        head = head_at(self.page, k + 1)
        if not (self.person and self.cue and head and head.row and head.row["type"] in PEOPLE and not head.definite):
            return None
        end = Phrase(self.page, k + 1, head, self.cue, frozenset()).grown().end
        form, follows = self.page.form(end), bool(self.page.roles(end) & {"demonstrative", "that"})
        opens = form in self.cue.takes or ("ب" in self.cue.takes and form[:1] == "ب") or is_definite(form)
        return Apposition(end, "office", range(0)) if end - k > 2 and (follows or opens) else None

    def _word(self, k: int) -> int:
        page, form, roles = self.page, self.page.form(k), self.page.roles(k)
        if (steps := self.attribute(k, form, roles)) is not None:
            return steps
        if page.leads_over(k):
            return 0
        if form == "لدي" and self.office and k + 1 in page.names:
            return page.names[k + 1][1] - k  # «السفير لدى الأمم المتحدة»
        if form in ("ل", "ب") and (close := inner.quoted_body_end(page, k + 1)):
            return close - k
        if roles & ENDING or (self.cue and form in self.cue.takes and len(form) > 2 and form != "علي"):
            return 0  # «أبدى المبعوث أسفه»
        if (
            not self.person
            and (form.startswith("بال") or announces(page, form))
            and is_object_with_b(page, k, self.cue)
        ):
            return 0
        if form == "و" and page.form(k - 1) == '"' and 0 < page.quotes.get(k + 1, 0) - k <= SHORT_QUOTE:
            return page.quotes[k + 1] + 1 - k  # «مصادر "العربية" و"الحدث"»
        complete = len(self.person) >= FULL_NAME and self.cue is not None and "ب" in self.cue.takes
        naming = self.person and not (self.person_done or complete)  # «أشاد سالم ناصر بجهود المسعفين»
        if form in ("في", "من") or (
            form[0] == "ب" and len(form) > 3 and not naming and not inner.is_name_with_b(page, k)
        ):
            return self.preposition(k)
        if form.startswith("و") and not inner.is_joined(page, k, bool(self.person)):
            joins = self.person == [self.first] == [k - 1] and may_be_second(page, k)
            self.person += [k] * joins  # «سالم ونادر»
            return int(joins)
        owner = self.type == "document" and k - 1 == self.first  # «إحصاء لوكالة …»
        told = form.startswith("ل") and not owner and inner.is_audience(page, k)
        if told or (form == "ب" and page.form(k + 1) == '"'):
            return 0
        if form == "ل":
            return 1
        if k in page.names and (self.office or form.startswith(JOINED)):
            return page.names[k][1] - k
        return self._noun(k)

    def _noun(self, k: int) -> int:
        page, form = self.page, self.page.form(k)
        bare = not is_definite(form.removeprefix("و")) and not inner.is_owner(page, k, self.first)
        begins = bare and not inner.is_rank(page, k) and (self.named or inner.is_after_definite(page, k))
        if self.office:
            if not self.person_done and (self.person or begins):
                if not (self.type in NAMED_TYPES or self.holding) or len(self.person) >= PERSON_WORDS:
                    return 0
                self.person.append(k)
            return 1
        if self.person:
            again = page.form(self.first) in self.strangers
            if len(self.person) >= PERSON_WORDS or (again and form not in self.strangers):
                return 0
            self.person.append(k)
            return 1
        if form.startswith(ATTACHED):
            self.office = True
            return 1
        if form.startswith("لل") and self.type == "organisation" and not (self.cue and "ل" in self.cue.takes):
            return 1  # «بعثة الأمم المتحدة للمساعدة في …»
        if (form.startswith("ال") and form[2:] in nationalities(page.lexicon)) or form == "للانباء":
            return 1
        body = page.ends_name(k) and self.named_head and self.type != "named_person"
        return int(
            body and form.startswith("ال") and agrees(form, page.form(self.first)) and inner.ends_phrase(page, k)
        )
