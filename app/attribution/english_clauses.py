"""What English reports, sentence by sentence: clauses, tags, words in marks, "according to"."""

from app.attribution.english_cues import FINITE, INFINITIVE, Cues
from app.attribution.english_extent import DASHES, Extent
from app.attribution.english_governed import Governed
from app.attribution.english_labels import Labels
from app.attribution.english_marked import Marked
from app.attribution.english_nouns import Nouns
from app.attribution.english_sources import Sources
from app.attribution.english_subjects import Subjects
from app.attribution.grammar import Hit, Phrase, Report
from app.attribution.lexicon import Lexicon
from app.attribution.phrases import Phrases
from app.attribution.sentence import HARD, SOFT, Claim, Sentence
from app.attribution.tokens import QUOTE, Stream

_LOOSE = SOFT | DASHES | {"but", "and", ":"}
_ENDING_MARKS = (",", "?", "!", "—", "-", "…", "...")
_TAIL = 30
_TAG = 14
_LEAST = 4
_SHORT_TAG = 8
_ASKING = ("?", "!", "…", "...", "—", "-")
_POSTPOSED = frozenset({"post", "quote"})
_CLAUSAL = frozenset({"that", "bare"})


class Clauses:
    """Reads the reports of one English sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Prepare the readers of cues, subjects and complements."""
        self.phrases = Phrases(lexicon)
        self._cues = Cues(lexicon)
        self._subjects = Subjects(lexicon, self.phrases, self._cues)
        self._extent = Extent(lexicon, self.phrases, self._cues)
        self._governed = Governed(lexicon, self._extent, self._cues)
        self._sources = Sources(self._subjects, self._extent)
        self._labels = Labels(lexicon, self._subjects)
        self._nouns = Nouns(lexicon, self._subjects, self._extent)
        self._marked = Marked(lexicon, self.phrases, self._subjects)
        self._hearsay = lexicon["hearsay"]
        self._fronting = lexicon["fronting"] | lexicon["prepositions"]
        self._things = lexicon["impersonal"]

    def read(self, stream: Stream, first: int, last: int) -> list[Report]:
        """Return the reports of the sentence of tokens `first` to `last`, in reading order."""
        if first and self._tags_back(stream, first, last):
            return []
        if last < len(stream.forms) and stream.forms[last - 1] == QUOTE:
            last = self._with_tag(stream, last)
        sentence = Sentence(stream, first, last, self._hearsay, covered=first)
        sentence.hits = self._cues.of(stream, first, last)
        self._labels.read(sentence)
        self._sources.read(sentence)
        for hit in sentence.hits:
            self._verbal(sentence, hit)
        self._nouns.read(sentence)
        self._marked.read(sentence)
        return sorted(sentence.reports, key=lambda report: report.start)

    def _with_tag(self, stream: Stream, last: int) -> int:
        """Return the end of a sentence with the tag that follows its marks: "“Why?” she asked."."""
        end = next((b for a, b in stream.sentences if a == last), last)
        return end if self._tags_back(stream, last, end) else last

    def _tags_back(self, stream: Stream, first: int, last: int) -> bool:
        """Say whether a sentence is the tag of the words in marks before it."""
        if stream.forms[first - 1] != QUOTE:
            return False
        asks = stream.marks[first - 1].inner.of(stream.text).endswith(_ASKING)
        alone = (first - 1, first) in stream.sentences
        if not asks and not alone:
            return False
        sentence = Sentence(stream, first, last, covered=first)
        sentence.hits = self._cues.of(stream, first, min(last, first + _TAG))[:1]
        return any(self._heads(sentence, hit, asks=asks) for hit in sentence.hits)

    def _heads(self, sentence: Sentence, hit: Hit, *, asks: bool) -> bool:
        """Say whether a sentence is no more than a subject and its reporting verb."""
        if hit.form.mood != FINITE or hit.passive or "post" not in hit.form.verb.frames:
            return False
        subject = self._subjects.before(sentence.stream, hit.first, sentence.first)
        if subject is None or subject.first != sentence.first:
            return False
        short = asks or sentence.last - hit.last < _SHORT_TAG
        return short and not self._governed.by(sentence, hit)[1]

    def _verbal(self, sentence: Sentence, hit: Hit) -> None:
        """Read one verb group: a tag, or a verb with what it governs."""
        if hit.passive:
            self._passive(sentence, hit)
        elif hit.form.mood == FINITE:
            self._finite(sentence, hit)
        else:
            subject = self._subjects.shared(sentence, hit)
            if subject or hit.form.mood != INFINITIVE:
                self._plain(sentence, hit, subject)

    def _finite(self, sentence: Sentence, hit: Hit) -> None:
        """Read a finite verb: "…, said X", "…, X said", or "X said …"."""
        low = sentence.clause_start(hit.first)
        subject = self._subjects.before(sentence.stream, hit.first, low)
        if subject and self._as_said(sentence, hit, subject):
            return
        if after := self._inverted(sentence, hit, subject):
            self._tag(sentence, hit, after, (hit.first, max(after.last, hit.last)))
        elif subject and self._is_tag(sentence, hit, subject):
            self._tag(sentence, hit, subject, (subject.first, hit.last))
        else:
            self._plain(sentence, hit, subject or self._subjects.shared(sentence, hit))

    def _as_said(self, sentence: Sentence, hit: Hit, subject: Phrase) -> bool:
        """Read "As Harrow said, …" and "…, as Harrow said", if that is what stands there."""
        forms, lead = sentence.stream.forms, subject.first - 1
        counted = forms[subject.first] in ("many", "much", "few")
        if lead < sentence.first or forms[lead] != "as" or counted:
            return False
        if not hit.form.verb.frames & _CLAUSAL:
            return False
        end = self._after_verb(sentence, hit)
        claim = Claim(subject, "inverted", sentence.cue(hit), hit)
        opening = lead == sentence.first + 1 and forms[sentence.first] in ("but", "and")
        if lead == sentence.first or opening:
            closed = end < sentence.last - 1 and forms[end] == ","
            if closed:
                sentence.emit(end + 1, self._extent.end(sentence, end + 1), claim)
            return closed
        start = max(sentence.clause_start(lead), sentence.covered)
        whole = forms[lead - 1] == "," and self._extent.holds_verb(sentence.stream, start, lead)
        if whole:
            sentence.emit(start, lead, claim)
        return whole

    def _cuts(self, sentence: Sentence, at: int) -> bool:
        """Say whether words or marks that can be reported end right before a token."""
        return at > sentence.first and sentence.stream.forms[at - 1] in (",", QUOTE, "--", "—", "–")

    def _inverted(self, sentence: Sentence, hit: Hit, subject: Phrase | None) -> Phrase | None:
        """Return the subject after a verb that follows the words it reports."""
        frames = hit.form.verb.frames
        bare = "post" in frames and "told" not in frames and hit.first == hit.verb
        if not bare or not self._cuts(sentence, hit.first):
            return None
        stream = sentence.stream
        after = self._subjects.after(stream, hit, sentence.last)
        if after is None or self._subjects.goes_on(stream, after, sentence.last):
            return None
        cut = stream.form(after.last) == "," and self._extent.is_rest(stream, after.last + 1)
        return after if cut or self._precedes(sentence, hit, subject) else None

    def _precedes(self, sentence: Sentence, hit: Hit, subject: Phrase | None) -> bool:
        """Say whether what a verb reports stands before it: marks, or a clause."""
        stream = sentence.stream
        if stream.forms[hit.first - 1] == QUOTE:
            return True
        if not hit.form.verb.frames & _CLAUSAL:
            return False
        low = max(sentence.clause_start(hit.first), sentence.covered)
        if subject is None:
            return hit.first - low > _LEAST
        return self._extent.holds_verb(stream, low, subject.first)

    def _is_tag(self, sentence: Sentence, hit: Hit, subject: Phrase) -> bool:
        """Say whether subject and verb only attribute the words before them."""
        at, frames = subject.first, hit.form.verb.frames
        if not self._cuts(sentence, at) or not frames & _POSTPOSED:
            return False
        if self._marks_end(sentence, at):
            return not self._led_in(sentence, at) or not self._governed.by(sentence, hit)[1]
        end = self._after_verb(sentence, hit)
        if end < sentence.last and sentence.stream.forms[end] == ",":
            marked = sentence.stream.form(end + 1) == QUOTE
            clausal = "post" in frames and bool(frames & _CLAUSAL)
            return clausal and (not marked or self._is_clause(sentence, at))
        return not self._governed.by(sentence, hit)[1] and self._is_said(sentence, hit, at)

    def _led_in(self, sentence: Sentence, at: int) -> bool:
        """Say whether a preposition leads to the marks before a token: "On the “Late Show,” "."""
        start = max(sentence.clause_start(at), sentence.covered)
        lead = sentence.stream.form(start)
        return lead in self._fronting or sentence.stream.form(start + 1) in self._fronting

    def _after_verb(self, sentence: Sentence, hit: Hit) -> int:
        """Return the first token after a verb, its date and the one it is told to."""
        at = hit.last
        if "told" in hit.form.verb.frames:
            at = self._extent.over_addressee(sentence.stream, at, sentence.last)
        return self._extent.over_dates(sentence.stream, at, sentence.last)

    def _is_clause(self, sentence: Sentence, at: int) -> bool:
        """Say whether a whole clause of the speaker's stands before a tag."""
        start = max(sentence.clause_start(at), sentence.covered)
        stream = sentence.stream
        fronted = stream.form(start) in self._fronting
        return not fronted and self._extent.holds_verb(stream, start, at)

    def _marks_end(self, sentence: Sentence, at: int) -> bool:
        """Say whether words in marks end before a token on a comma or as a question."""
        stream = sentence.stream
        if stream.forms[at - 1] != QUOTE:
            return False
        return stream.marks[at - 1].inner.of(stream.text).endswith(_ENDING_MARKS)

    def _is_said(self, sentence: Sentence, hit: Hit, at: int) -> bool:
        """Say whether the words before a token can be what is reported."""
        start = max(sentence.clause_start(at), sentence.covered)
        quoted = bool(sentence.free_quotes(start, at))
        clausal = bool(hit.form.verb.frames & _CLAUSAL)
        stream = sentence.stream
        long = at - start > _LEAST and stream.form(start) not in self._fronting
        return quoted or (clausal and (long or self._extent.holds_verb(stream, start, at)))

    def _tag(self, sentence: Sentence, hit: Hit, speaker: Phrase, place: tuple[int, int]) -> None:
        """Report what stands before a tag, and after it when it cuts the words."""
        first, last = place
        claim = Claim(speaker, "inverted", sentence.cue(hit), hit)
        start = max(sentence.clause_start(first), sentence.covered)
        since = len(sentence.reports)
        quotes = sentence.free_quotes(start, first)
        whole = bool(quotes) and not self._loose(sentence, start, first)
        if whole:
            for at in quotes:
                sentence.emit(at, at + 1, claim)
        else:
            sentence.emit(start, first, claim)
        sentence.covered = max(sentence.covered, last)
        sentence.speaker = speaker
        broken = not self._extent.holds_verb(sentence.stream, start, first)
        before = last == hit.last or (broken and self._extent.is_rest(sentence.stream, last + 1))
        if not whole and before and self._clause_after(sentence, last, broken=broken):
            sentence.emit(last + 1, self._extent.end(sentence, last + 1), claim)
        else:
            self._quote_after(sentence, last, claim)
        sentence.join(since)

    def _clause_after(self, sentence: Sentence, end: int, *, broken: bool) -> bool:
        """Say whether the reported clause goes on after the comma that closes a tag.

        It does where it was `broken` off before its verb.
        """
        forms, start = sentence.stream.forms, end + 1
        if end >= sentence.last - 1 or forms[end] != "," or forms[start] == QUOTE:
            return False
        hits = [other for other in sentence.hits if other.first >= start]
        if hits and hits[0].first <= start + 1 and hits[0].form.mood != FINITE:
            return False
        return broken or self._extent.goes_on(sentence, start)

    def _quote_after(self, sentence: Sentence, end: int, claim: Claim) -> None:
        """Report the quoted stretch after a tag."""
        forms, at = sentence.stream.forms, end
        while at < sentence.last and at - end < _TAIL and forms[at] not in HARD:
            if forms[at] == QUOTE:
                if forms[at - 1] in _LOOSE or at == end:
                    sentence.emit(at, at + 1, claim)
                return
            at += 1

    def _loose(self, sentence: Sentence, start: int, end: int) -> bool:
        """Say whether words stand around the quoted stretches between two tokens."""
        forms = sentence.stream.forms
        return any(form not in _LOOSE and form != QUOTE for form in forms[start:end])

    def _passive(self, sentence: Sentence, hit: Hit) -> None:
        """Read a passive: nobody speaks unless an agent is named."""
        start, how = self._governed.by(sentence, hit)
        if not how:
            return
        agent = self._subjects.agent(sentence.stream, hit.last, sentence.last)
        self._report(sentence, hit, Claim(agent, "agent", sentence.cue(hit), hit), (start, how))

    def _plain(self, sentence: Sentence, hit: Hit, subject: Phrase | None) -> None:
        """Read a verb with its subject before it: what it governs comes after."""
        if subject and subject.head in self._things:
            return
        start, how = self._governed.by(sentence, hit)
        if not how:
            return
        self._report(sentence, hit, Claim(subject, "subject", sentence.cue(hit), hit), (start, how))

    def _report(self, sentence: Sentence, hit: Hit, claim: Claim, found: tuple[int, str]) -> None:
        """Write down what a verb governs."""
        start, how = found
        since = len(sentence.reports)
        end = self._extent.end(sentence, start, hit)
        quotes = sentence.free_quotes(start, end)
        apart = how == "colon" or not self._loose(sentence, start, end)
        if how == "quote" and quotes and quotes[0] == start:
            apart = apart or not self._extent.is_rest(sentence.stream, start + 1)
            quotes = [at for at in quotes if not self._loose(sentence, start, at)]
        if quotes and (how == "object" or (how in ("colon", "quote") and apart)):
            for at in quotes:
                sentence.emit(at, at + 1, claim)
        else:
            sentence.emit(start, end, claim)
        sentence.join(since)
