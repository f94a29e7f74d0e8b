"""Who a speaker's phrase stands for: «بالي», «القيادي» and «المتحدث نفسه» are the ones who were introduced before."""

from typing import NamedTuple

from helpers import openers
from helpers.agreement import voices
from helpers.introducing import introduced, officials
from helpers.names import Name, entities
from helpers.page import Page
from helpers.speakers import Speaker, speaker_at
from helpers.text import Seen, fold, readings
from helpers.titles import PERSONAL, SAME, head_at, nationalities, titles

NAMED = ("named_person", "unnamed_official", "witness")
LONGEST_REFERENCE, MEMORY, REACH, SOURCES = 3, 60, 1500, "مصادر"


class Source(NamedTuple):
    """A speaker identified: canonical name, type, party, medium, later phrases, the last wording."""

    canonical: str
    type: str
    party: str | None
    via: str | None
    classes: frozenset[str]
    words: frozenset[str]
    voices: frozenset[str]
    wording: str


class Sources:
    """The speakers of one report so far, latest last; `persons` are the words by which a person may be called again.

    >>> from helpers.report import read_report
    >>> text = "قال القيادي سالم ناصر إن ثلاثة قتلوا. وأكد ناصر أن خمسة أصيبوا. وأضاف القيادي أن الهدنة انتهت."
    >>> [(a.source_text, a.source) for a in read_report("a", text).attributions]
    [('القيادي سالم ناصر', 'سالم ناصر'), ('ناصر', 'سالم ناصر'), ('القيادي', 'سالم ناصر')]
    """

    def __init__(self, page: Page):
        self.page = page
        self.known: list[Source] = []
        self.heard: list[tuple[Source, int]] = []
        self.issuer: Speaker | None = None
        self.mentioned: list[Source] = []
        self.bare = Seen(_bare)
        self.mentioned = [self._new(speaker) for speaker in officials(page)]
        self.introduced = [(self.named(s, v), page.sentence[s.first]) for s, v in introduced(page)]
        self.mentioned += [source for source, _ in self.introduced]
        names = (w for source in self.mentioned for w in _words(source.canonical))
        self.persons = frozenset(w for w in names if len(w) > 3)

    def hear(self, speaker: Speaker, via: str | None, remember: bool = True, heard: str = "") -> Source:
        """The source a phrase stands for, from now on the one that verbs without a speaker go on with.

        `heard` is the voice of the verb that the phrase is the subject of.
        """
        source = self.named(speaker, heard)
        source = source._replace(via=via or source.via)
        self.known = [*self.known[-MEMORY:], source]
        if source.type == "named_person":
            self.persons |= {w for w in _words(source.canonical) if len(w) > 3}
        if remember:
            self.keep(source, self.page.sentence[speaker.first])
        return source

    def keep(self, source: Source, sentence: int) -> None:
        """Go on with `source` from this sentence."""
        self.heard = [*self.heard[-MEMORY:], (source, sentence)]

    def issuer_in(self, sentence: int) -> Speaker | None:
        """Who issues a document in this sentence: «أصدرت المحكمة بيانا قالت فيه إن …»."""
        return self.issuer if self.issuer and self.page.sentence[self.issuer.first] == sentence else None

    def last(self, i: int, voice: str, reach: int, participle: bool = False) -> tuple[Source | None, int]:
        """The speaker that a verb of this voice at token `i` goes on with, and the sentence he last spoke in.

        He is the latest of the last `reach` sentences whose gender and number agree; a body that published a statement
        may also be followed by «وأضاف» of the statement. A participle goes on with one of its own sentence, if any.
        """
        sentence = self.page.sentence[i]
        if denied := openers.denying(self.page, i):
            return self.hear(denied, None, heard=voice), sentence
        near = [(s, k) for s, k in reversed(self.heard) if sentence - k <= reach]
        if (silent := openers.silent_before(self.page, i, near[0][1] if near else -1)) and reach:
            source = self.named(silent)
            if not voice or voice in source.voices:
                return source, sentence
        if participle and (subject := openers.straight_before(self.page, i)):
            return self.hear(subject, None), sentence
        if not near or near[0][1] != sentence:
            subject = speaker_at(self.page, self.page.sentence_start(i))
            if subject and subject.person and subject.classes:
                return self.named(subject), sentence
            if opener := openers.opening_subject(self.page, i, voice):
                return self.named(opener, voice), sentence
            if participle and (apart := openers.before_comma(self.page, i)):
                return self.named(apart), sentence
        if participle and near and near[0][1] == sentence:
            here = [(s, k) for s, k in near if k == sentence]
            return next(((s, k) for s, k in here if voice in s.voices), here[0])
        agreeing = next(((s, k) for s, k in near if not voice or voice in s.voices), None)
        about = self._about(i, voice, reach)
        if about and (agreeing is None or (about[1] > agreeing[1] and not openers.goes_on(self.page, i))):
            return about
        if agreeing is None and near and near[0][0].type not in NAMED:
            return near[0]
        return agreeing or (None, -1)

    def _about(self, i: int, voice: str, reach: int) -> tuple[Source, int] | None:
        """The person no list knows whom the report introduced near token `i`, or whom its sentence names again."""
        page, here = self.page, self.page.sentence[i]
        said = {page.form(k) for k in range(page.sentence_start(i), i)}
        for source, sentence in reversed(self.introduced):
            near = 0 <= here - sentence <= reach or said & set(_words(source.canonical))
            if near and sentence <= here and (not voice or voice in source.voices):
                return source, here if said & set(_words(source.canonical)) else sentence
        return None

    def is_known(self, speaker: Speaker) -> bool:
        """Whether a phrase refers back to somebody introduced before."""
        return self._introduced(speaker, self._new(speaker)) is not None

    def named(self, speaker: Speaker, heard: str = "") -> Source:
        """The source a phrase stands for, without remembering it."""
        new = self._new(speaker)
        head, joined = self.page.form(speaker.first), any(map(self._joins, range(speaker.first + 1, speaker.core)))
        new = new._replace(voices=voices(head, new.type, heard, joined))
        before = self._introduced(speaker, new)
        if before is None:
            return new
        both = (
            before.classes | new.classes,
            before.words | new.words,
            new.voices if heard or not before.voices else before.voices,
        )
        return before._replace(classes=both[0], words=both[1], voices=both[2], wording=new.wording)

    def _joins(self, k: int) -> bool:
        return self.page.form(k).startswith("و") and "given_name" not in self.page.roles(k)

    def _introduced(self, speaker: Speaker, new: Source) -> Source | None:
        if self.page.form(speaker.first) in SAME:  # «ذات المصدر»
            speaker = speaker._replace(first=speaker.first + 1)
        if speaker.person:
            words = _bare(speaker.person)
            listed = (*reversed(self.known), *self.mentioned)
            same = (s for s in listed if s.canonical == new.canonical or words <= self.bare[s.canonical])
            return next(same, None)
        meant = [source for source in reversed(self.known) if self._refers(speaker, source)]
        own = self._own_words(speaker)
        exact = next((source for source in meant if own <= source.words), None)
        told_apart = own and speaker.classes == {"source"}  # «المصدر الأمني» is not the local one
        return exact or (meant[0] if meant and not told_apart else None)

    def _refers(self, speaker: Speaker, source: Source) -> bool:
        if not speaker.definite or not speaker.classes:
            return False
        again = any("self_reference" in self.page.roles(k) for k in range(speaker.first, speaker.end))
        if again and speaker.classes & {"official", "spokesman"}:
            return source.type in ("unnamed_official", "named_person")  # «المسؤول الحكومي ذاته»
        head = min((r.stem for r in readings(self.page.form(speaker.first))), key=len)
        length = speaker.core - speaker.first
        short = length <= LONGEST_REFERENCE and not speaker.names
        if speaker.type in ("organisation", "media_agency"):
            return short and source.type == speaker.type and head in source.words
        if head == SOURCES:
            return short and head in source.words
        if speaker.classes & source.classes:
            return short or self._own_words(speaker) <= source.words
        return short and "source" in speaker.classes and source.type in PERSONAL and length == 1

    def _own_words(self, speaker: Speaker) -> set[str]:
        page, known = self.page, titles(self.page.lexicon)
        words = (k for k in range(speaker.first, speaker.core) if page.found[k].kind == "word")
        forms = [page.form(k) for k in words if "self_reference" not in page.roles(k)]
        stems = [min((r.stem for r in readings(f)), key=len) for f in forms]
        return {s for s in stems if s not in known and len(s) > 2}

    def _new(self, speaker: Speaker) -> Source:
        page = self.page
        text = page.text[speaker.start : page.found[speaker.end - 1].end]
        if page.form(speaker.first).lstrip("وف").startswith("لل") and text.startswith("ل"):
            text = "ا" + text  # «للمصادر» hides the article
        owned = not speaker.names and (speaker.owned or speaker.type == "organisation")
        owner = self._owner(speaker) if owned else None
        canonical, kind = speaker.person or text, speaker.type
        if not speaker.person and speaker.names and speaker.type in ("organisation", "media_agency"):
            name = speaker.names[0]
            canonical = name.entity if self._is_whole(speaker, name) else text
        elif owner and not speaker.person and speaker.type in ("organisation", "document") and self._is_short(speaker):
            canonical, kind = owner, "organisation"
        own = speaker.type == "document" and all(name.kind == "place" for name in speaker.names)
        meant = self._issuer_of(speaker) if own else None
        if meant:
            canonical = meant.canonical
        party, issued = self._party(speaker, owner), self._document_after(speaker)
        party = meant.party if meant else party
        classes, words = speaker.classes | ({"document"} if issued else set()), speaker.words | issued
        return Source(canonical, kind, party, None, classes, words, frozenset(), text)

    def _document_after(self, speaker: Speaker) -> frozenset[str]:
        """The word for what a body speaks in, by which it is meant later: «أعلن المكتب في تقريره …، ووفقا للتقرير»."""
        k = speaker.end + 1
        head = head_at(self.page, k) if self.page.form(k - 1) == "في" and speaker.type == "organisation" else None
        if not (head and head.owned and head.row and head.row["type"] == "document"):
            return frozenset()
        return frozenset({fold(head.row["form"]).text})

    def _issuer_of(self, document: Speaker) -> Source | None:
        """Whose a document is: «إحصائية للمرصد», a speaker known before; «أصدرت القيادة بيانا جاء فيه أن …»."""
        issuer = self.issuer_in(self.page.sentence[document.first])
        if issuer and issuer.type != "document" and issuer.end <= document.first:
            return self.named(issuer)
        for k in range(document.first + 1, document.end):
            issuer = speaker_at(self.page, k, None, "لل") if self.page.form(k).startswith("لل") else None
            if issuer and issuer.type == "organisation":
                return self._introduced(issuer, self._new(issuer))
        return None

    def _is_whole(self, speaker: Speaker, name: Name) -> bool:
        """Whether the body is the one named in its phrase: «حركة حماس», «وكالة «أ ف ب»», not «إذاعة الجيش»."""
        if name.start <= speaker.start:
            return True
        if any("relative" in self.page.roles(k) for k in range(speaker.first, speaker.end)):
            return False  # «وزارة الصحة التي تديرها حماس»
        if speaker.type != "media_agency":
            return self.page.entity(name).kind == "party"
        second = speaker.first + 1 + (self.page.form(speaker.first + 1) == '"')
        return self.page.entity(name).kind == "media" and name.start == self.page.found[second].start

    def _owner(self, speaker: Speaker) -> str | None:
        """The listed body that «التنظيم», «قيادة القوات» or «المرصد» short for it means: the latest named so before."""
        heads = {s for k in range(speaker.first, speaker.end) for s in _definite(self.page.form(k))}
        before = self._names_before(speaker.first)
        if speaker.owned:
            return next((n.entity for n in before if self.page.entity(n).party), None)
        bodies = (n for n in before if n.kind in ("party", "body", "media"))
        return next((n.entity for n in bodies if _head(n.entity) in heads), None)

    def _is_short(self, speaker: Speaker) -> bool:
        """«التنظيم», «قيادة القوات», «تقديراتها» mean their owner; «المركز الإعلامي للمقاومة» is a body of its own."""
        return speaker.owned or not any(self.page.form(k).startswith("ل") for k in range(speaker.first, speaker.end))

    def _names_before(self, i: int) -> list[Name]:
        names = self.page.names
        return [names[k][0] for k in range(i - 1, max(i - REACH, 0) - 1, -1) if k in names]

    def _party(self, speaker: Speaker, owner: str | None) -> str | None:
        page = self.page
        known = [page.entity(n).party for n in speaker.names]
        if any(known):
            return next(p for p in known if p)
        if owner:
            return entities(page.lexicon)[owner].party
        if speaker.type in ("unnamed_official", "named_person") or speaker.classes & {"army", "ministry"}:
            adjectives = nationalities(page.lexicon)
            return next((adjectives[w] for w in sorted(speaker.words) if w in adjectives), None)
        return None


def _words(text: str) -> list[str]:
    return [fold(w).text for w in text.split()]


def _bare(text: str) -> set[str]:
    return {w.removeprefix("ال") for w in _words(text)}


def _definite(form: str) -> list[str]:
    return [r.stem for r in readings(form) if r.clitics.endswith("ال")]


def _head(entity: str) -> str:
    return fold(entity.split()[0]).text.removeprefix("ال")
