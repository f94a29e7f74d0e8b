"""What belongs to a speaker besides names and titles: «المطلع على الملف», «الذي تحدث للوكالة», «في حلب»."""

from helpers import inner_words as inner
from helpers.cues import is_verb, withholds_name
from helpers.objects import is_object_with_b
from helpers.page import months
from helpers.shapes import is_definite, is_relational
from helpers.speaker_state import Begun
from helpers.titles import NAMED_TYPES, OUT_OF

TENS = ("عشر", "عشره")


class Attributed(Begun):
    """A speaker's phrase that knows which attributes and places it may take next."""

    def attribute(self, k: int, form: str, roles: frozenset[str]) -> int | None:
        """How many tokens an attribute takes that needs no look at the rest; None when there is none."""
        page = self.page
        if "relative" in roles and page.form(k - 1) == '"' and page.ends_name(k - 1):
            return 0  # «التابعة لـ«الإدارة» التي …»: the name needs no telling apart
        if "relative" in roles and is_verb(page, k + 1):
            steps = inner.unnamed_speech(page, k + 1)  # «المصدر الذي تحدث للوكالة»
            self.core = self.core or (k if steps else None)
            return steps and steps + 1
        if roles & {"office", "home", "relative"} or withholds_name(page, k):
            self.loose, self.core = True, self.core or k
            return 1
        if ("relates" in roles or inner.is_informed(page, k)) and self.type != "named_person" and not self.definite:
            self.loose, self.related, self.core = True, True, self.core or k
            return 1
        if "named" in roles:
            self.named = self.office = True
            self.person, self.person_done = [], False
            return 1
        if self.begins_person(k):
            self.person.append(k)
            return 1
        titled = self.office and not self.person_done and is_definite(page.form(k - 1))
        if "given_name" in roles and (self.person or (titled and self.type in NAMED_TYPES)):
            self.person.append(k)
            return 1
        if form == "من" and page.form(k + 1) in OUT_OF and k - 1 == self.first and "of" in self.classes:
            return 3  # «ثلاثة من أصل خمسة خبراء»
        if form == "رقم" and page.found[k + 1].kind == "number":
            return 2  # «البيان رقم 12»
        if form in TENS and is_definite(page.form(k - 1)):
            return 1  # «البيان السادس عشر»
        if form == "غير" and (is_definite(page.form(k + 1)) or is_relational(page.form(k + 1))):
            return 2
        informed = form.startswith("مطلع") and "time" not in page.roles(k + 1) and k - 1 == self.first
        alone = informed or form == "بلا" or roles & {"self_reference", "other"}
        return 1 if alone or inner.stands_for(page, k, self.cue) else None

    def preposition(self, k: int) -> int:
        """How many tokens an office takes of «في», «من» or a word with «ب» at token `k`."""
        page, form = self.page, self.page.form(k)
        if (self.cue and form in self.cue.takes) or "statement" in page.roles(k + 1) | page.roles(k):
            return 0
        if form == "في" and k + 1 in page.names and page.names[k + 1][0].kind == "place":
            return page.names[k + 1][1] - k
        if is_object_with_b(page, k, self.cue):
            return 0
        dated = "time" in page.roles(k + 1) or page.form(k + 1) in months(page.lexicon)
        numbered = form == "في" and page.form(k + 1).isdecimal()
        if dated or numbered or not self.office or (form == "من" and self.person):
            return 0
        return page.names[k][1] - k if k in page.names else 1
