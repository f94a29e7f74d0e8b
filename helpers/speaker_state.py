"""A speaker's phrase as far as it is read: what the names and titles in it tell of who speaks."""

from helpers.cues import Cue
from helpers.names import Name
from helpers.page import Page
from helpers.text import fold
from helpers.titles import NAMED_TYPES, PEOPLE, Head, is_given_name, titles


class Begun:
    """What is known of a speaker's phrase so far: its type, the titles in it, the words of a name, and its end."""

    def __init__(self, page: Page, i: int, head: Head | None, cue: Cue | None, strangers: frozenset[str]):
        self.page, self.first, self.cue, self.strangers = page, i, cue, strangers
        self.type = "named_person"
        self.classes: set[str] = set()
        self.named_head = bool(head and head.name)
        self.person: list[int] = []
        self.office = self.loose = self.person_done = self.named = self.related = self.holding = False
        self.definite = head.definite if head else True
        self.skip = head.skip if head else 0
        self.owned = bool(head and head.owned)
        self.core: int | None = None
        self.holder: str | None = None
        self.end = i
        if head is None:
            self.person.append(i)
            self.end = i + 1
        else:
            self.take(head)
            self.end = i + head.length

    def names(self, end: int) -> list[Name]:
        """The listed names in the phrase, up to token `end`."""
        return [self.page.names[k][0] for k in range(self.first, end) if k in self.page.names]

    def named_person(self, end: int) -> str | None:
        """The person's name as listed or as written, up to token `end`; that of the office's holder else."""
        found, text = self.page.found, self.page.text
        named = next((name for name in self.names(end) if name.kind == "person"), None)
        if not self.person:
            return named.entity if named else self.holder
        whole = text[found[self.person[0]].start : max(found[self.person[-1]].end, named.end if named else 0)]
        if named and (set(fold(whole).text.split()) <= set(fold(named.entity).text.split()) or not self._leads(named)):
            return named.entity
        return whole

    def _leads(self, name: Name) -> bool:
        """Whether the words of a name stand straight before a listed one: «محمد محمود ولد الشيخ أحمد»."""
        begins = self.page.found
        return begins[self.person[0]].start < name.start and any(begins[k + 1].start == name.start for k in self.person)

    def begins_person(self, k: int) -> bool:
        """«مدير المكتب في حمورية عمر الدمشقي», «الوالي المكلف الطاهر إبراهيم»: an office and then a first name."""
        if not self.office or self.person or self.person_done or self.type not in NAMED_TYPES or self.loose:
            return False
        after = self.page.found[k + 1].kind == "word" and not self.page.roles(k + 1) if self.page.form(k + 1) else False
        return is_given_name(self.page, k) and after and k - 1 > self.first

    def take(self, head: Head) -> None:
        """Let a name or a title that stands in the phrase tell who speaks."""
        if head.name is not None:
            if not self.classes:
                kinds = {"person": "named_person", "media": "media_agency"}
                self.type = kinds.get(head.name.kind, "organisation")
            first = titles(self.page.lexicon).get(self.page.form(self.end))  # «مراسل الجزيرة في المدينة»
            self.office |= first is not None and first["type"] in PEOPLE
        elif head.row is not None:
            if not self.classes - {"of"} and not self.named_head and not self.person:
                self.type = head.row["type"]
            self.office, self.person_done = True, bool(self.person)
            apposed = head.definite and self.type == "organisation"  # «أركان المنطقة العميد سالم ناصر»
            self.holding |= (self.type == "document" or apposed) and head.row["type"] in NAMED_TYPES
            self.classes.add(head.row["class"])
