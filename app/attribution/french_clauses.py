"""What French reports, sentence by sentence: que-clauses, incises, words in marks, "selon"."""

from app.attribution.french_cues import Cues
from app.attribution.french_governed import Governed
from app.attribution.french_incises import Incises
from app.attribution.french_marked import Marked
from app.attribution.french_sources import Sources
from app.attribution.french_subjects import Subjects
from app.attribution.french_tokens import PATTERN
from app.attribution.grammar import Hit, Phrase, Report
from app.attribution.lexicon import Lexicon
from app.attribution.phrases import Phrases
from app.attribution.sentence import HARD, SOFT, Claim, Sentence
from app.attribution.tokens import ASIDE, QUOTE, Stream, unfolded

_LOOSE = SOFT | {"mais", "et", "puis", ":", "-", "—", "–"}
_LEADS = frozenset({"comme", "que", "qu'", "ce", ","})
_TAIL = 12
_ASIDE = 25
_FRAGMENT = 3
_LIGHTEST = 2


class Clauses:
    """Reads the reports of one French sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Prepare the readers of cues, phrases, subjects and complements."""
        self.phrases = Phrases(lexicon)
        self._cues = Cues(lexicon)
        self._governed = Governed(lexicon, self.phrases)
        self._subjects = Subjects(lexicon, self.phrases)
        self._sources = Sources(lexicon, self.phrases, self._governed)
        self._marked = Marked(lexicon, self.phrases)
        self._incises = Incises(lexicon, self.phrases, self._cues, self._subjects)
        self._hearsay = lexicon["hearsay"]
        self._que = lexicon["que"]
        self._absolute = lexicon["not_finite"]
        self._subordinating = lexicon["subordinating"]
        self._before_verb = lexicon["clitics"] | lexicon["negations"]
        self._things = lexicon["neuter_pronouns"]

    def read(self, stream: Stream, first: int, last: int) -> list[Report]:
        """Return the reports of the sentence of tokens `first` to `last`, in reading order."""
        sentence = Sentence(stream, first, last, self._hearsay, covered=first)
        sentence.hits = self._cues.of(stream, first, last)
        self._sources.read(sentence)
        for hit in sentence.hits:
            self._verbal(sentence, hit)
        self._incises.read(sentence)
        self._asides(sentence)
        self._marked.read(sentence)
        return sorted(sentence.reports, key=lambda report: report.start)

    def _asides(self, sentence: Sentence) -> None:
        """Read brackets that hold a sentence of their own: "(selon le maire, la digue tient)"."""
        outer = sentence.stream
        for at in range(sentence.first, sentence.last):
            long = outer.ends[at] - outer.starts[at] >= _ASIDE
            if outer.forms[at] != ASIDE or not long:
                continue
            inner = unfolded(outer.text, outer.starts[at] + 1, outer.ends[at] - 1, PATTERN)
            for first, last in inner.sentences:
                for report in self.read(inner, first, last):
                    report.within = report.within or inner
                    report.group = 0
                    sentence.reports.append(report)

    def _verbal(self, sentence: Sentence, hit: Hit) -> None:
        """Read one verb group: an incise or an inversion, or a subject before the verb."""
        if hit.passive:
            self._passive(sentence, hit)
        elif hit.inverted and sentence.stream.form(hit.last) in self._que:
            self._plain(sentence, hit)
        elif speaker := self._subjects.after(sentence, hit):
            self._incise(sentence, hit, speaker)
        elif hit.first >= sentence.covered and not self._subjects.is_impersonal(sentence, hit):
            self._plain(sentence, hit)

    def _passive(self, sentence: Sentence, hit: Hit) -> None:
        """Read "est qualifié de « … » par X" and "il est indiqué que"."""
        que = self._governed.que.of(sentence, hit)
        if que and sentence.stream.forms[hit.first] not in self._absolute:
            agent = self._subjects.agent(sentence, hit, que)
            self._clause(sentence, que + 1, Claim(agent, "passive", sentence.cue(hit), hit))
            return
        quotes = sentence.free_quotes(hit.last, hit.last + _TAIL)
        agent = (
            self._subjects.agent(sentence, hit, min(sentence.last, hit.last + _TAIL))
            if quotes
            else None
        )
        if agent:
            claim = Claim(agent, "passive", sentence.cue(hit), hit)
            sentence.emit(quotes[0], quotes[0] + 1, claim)

    def _incise(self, sentence: Sentence, hit: Hit, speaker: Phrase) -> None:
        """Report what stands before an inverted verb, and after it when it cuts the words."""
        claim = Claim(speaker, "inverted", sentence.cue(hit), hit)
        start = max(sentence.clause_start(hit.first), sentence.covered)
        since = len(sentence.reports)
        before = self._subjects.as_said(sentence, hit)
        while before > start and sentence.stream.forms[before - 1] in _LEADS:
            before -= 1
        opened = sentence.stream.form(start) in self._subordinating
        complete = self._subjects.clause_before(sentence, before) and not opened
        quotes = sentence.free_quotes(start, before)
        end = max(speaker.last, hit.last)
        whole = complete or (bool(quotes) and not self._loose(sentence, start, before))
        after = self._after_incise(sentence, end, whole=whole)
        trivial = before < hit.first and before - start <= _LIGHTEST and not quotes
        trivial = trivial or (bool(after) and self._subjects.nobody_before(sentence, hit))
        if not trivial and (whole or before - start > _FRAGMENT or not after):
            self._before_incise(sentence, start, before, claim)
        sentence.covered = max(sentence.covered, end)
        sentence.speaker = speaker
        if after:
            sentence.emit(after, self._governed.end(sentence, after), claim)
        sentence.join(since)

    def _before_incise(self, sentence: Sentence, start: int, end: int, claim: Claim) -> None:
        """Report the words before an incise: quoted stretches alone, or the clause around them."""
        quotes = sentence.free_quotes(start, end)
        if quotes and not self._loose(sentence, start, end):
            for at in quotes:
                sentence.emit(at, at + 1, claim)
        else:
            sentence.emit(start, end, claim)

    def _loose(self, sentence: Sentence, start: int, end: int) -> bool:
        """Say whether words stand around the quoted stretches between two tokens."""
        forms = sentence.stream.forms
        return any(form not in _LOOSE and form != QUOTE for form in forms[start:end])

    def _after_incise(self, sentence: Sentence, end: int, *, whole: bool) -> int:
        """Return where the words go on after an incise, or 0 when it closes them."""
        forms, at = sentence.stream.forms, end
        while at < sentence.last and forms[at] not in (",", ":", QUOTE) and at - end < _TAIL:
            at += 1
        if at >= sentence.last - 1 or forms[at] in HARD:
            return at if at < sentence.last and forms[at] == QUOTE else 0
        if forms[at] == QUOTE or forms[at + 1] == QUOTE:
            quote = at if forms[at] == QUOTE else at + 1
            return 0 if ";" in forms[end:quote] and self._is_claimed(sentence, quote) else quote
        if self._phrases_role(sentence, at):
            at = next((k for k in range(at + 1, sentence.last - 1) if forms[k] == ","), at)
        if whole and not self._restarts(sentence, at + 1):
            return 0
        marked = sentence.free_quotes(at + 1, sentence.last)
        told = marked or self.phrases.has_verb(sentence.stream, at + 1, sentence.last)
        return at + 1 if told or self._restarts(sentence, at + 1) else 0

    def _is_claimed(self, sentence: Sentence, quote: int) -> bool:
        """Say whether a quotation has a verb and a subject of its own after it."""
        later = (hit for hit in sentence.hits if hit.first in (quote + 1, quote + 2))
        return any(self._subjects.after(sentence, hit) for hit in later)

    def _phrases_role(self, sentence: Sentence, comma: int) -> bool:
        """Say whether a comma only opens the role of the one who speaks."""
        forms = sentence.stream.forms
        one = forms[comma + 1 : comma + 3] in (["l'", "un"], ["l'", "une"])
        return one or self.phrases.names_role(sentence.stream, comma + 1)

    def _restarts(self, sentence: Sentence, at: int) -> bool:
        """Say whether words after an incise need those before it: a verb, "que", an infinitive."""
        stream = sentence.stream
        if stream.form(at) in self._que or self._governed.is_infinitive(stream, at):
            return True
        while at < sentence.last - 1 and stream.forms[at] in self._before_verb:
            at += 1
        return self.phrases.is_verbal(stream, at) and not stream.form(at).endswith("ant")

    def _plain(self, sentence: Sentence, hit: Hit) -> None:
        """Read a verb with its subject before it: what it governs comes after."""
        start, how = self._governed.by(sentence, hit)
        if not how:
            self._as_told(sentence, hit)
            return
        subject = hit.inverted or self._subjects.before(sentence, hit)
        if subject and subject.head in self._things:
            return
        claim = Claim(subject, "subject", sentence.cue(hit), hit)
        if self._narrative(sentence, hit):
            claim.speaker, claim.reason, claim.holds = None, "continuation", "before"
        since = len(sentence.reports)
        if how in ("colon", "quote"):
            for at in sentence.free_quotes(start, self._governed.end(sentence, start)):
                sentence.emit(at, at + 1, claim)
            if how == "colon" and len(sentence.reports) == since:
                sentence.emit(start, sentence.last, claim)
        else:
            self._clause(sentence, start, claim)
        sentence.join(since)

    def _as_told(self, sentence: Sentence, hit: Hit) -> None:
        """Read "…, comme il l'a dit": the clause before, or the one after the comma."""
        forms = sentence.stream.forms
        told = {"l'", "le"} & set(forms[hit.first : hit.verb])
        if not told or "clause" not in hit.form.verb.frames:
            return
        subject = self._subjects.before(sentence, hit)
        at = subject.first - 1 if subject else -1
        if subject is None or at < sentence.first or forms[at] != "comme":
            return
        claim = Claim(subject, "subject", sentence.cue(hit), hit)
        start = max(sentence.clause_start(at), sentence.covered)
        if at > start + 1:
            sentence.emit(start, at, claim)
        elif comma := next((k for k in range(hit.last, sentence.last) if forms[k] == ","), 0):
            sentence.emit(comma + 1, self._governed.end(sentence, comma + 1), claim)

    def _narrative(self, sentence: Sentence, hit: Hit) -> bool:
        """Say whether an infinitive tells what somebody did next: "Et d'ajouter : …"."""
        forms = sentence.stream.forms[sentence.first : hit.first]
        return hit.form.mood == "infinitive" and forms in (["et", "d'"], ["et", "de"])

    def _clause(self, sentence: Sentence, start: int, claim: Claim) -> None:
        """Report a que-clause, an infinitive or a predicate, and a quotation after its colon."""
        stream = sentence.stream
        end = self._governed.end(sentence, start, claim.hit)
        if claim.speaker and start < claim.speaker.first < end:
            end = claim.speaker.first
        second = self._governed.second_clause(stream, start, end)
        sentence.emit(start, second - 2 if second else end, claim)
        if second:
            sentence.emit(second, end, claim)
        if end + 1 < sentence.last and stream.forms[end] == ":" and stream.forms[end + 1] == QUOTE:
            sentence.emit(end + 1, end + 2, claim)
