"""Who is the subject of a French reporting verb, before it, after it or shared with another."""

from app.attribution.grammar import Hit, Phrase
from app.attribution.lexicon import Lexicon
from app.attribution.phrases import Phrases
from app.attribution.sentence import SOFT, Sentence
from app.attribution.tokens import QUOTE, Stream

_SHORTEST = 4
_GOVERNING = 6
_NAME_WORDS = 2
_VOICE_WITHIN = 4
_VOICE_BEFORE = 14
_OF_ANOTHER = ("infinitive", "gerund")
# "après avoir rappelé": an infinitive by its auxiliary.
_PERFECT = frozenset({"avoir", "être", "s'être"})


class Subjects:
    """Finds the subject of a verb group."""

    def __init__(self, lexicon: Lexicon, phrases: Phrases) -> None:
        """Keep the words that mark a subject, a relative clause or a complement."""
        self._phrases = phrases
        self._que = lexicon["que"]
        self._before_verb = lexicon["subject_pronouns"] | lexicon["relatives"]
        self._relatives = lexicon["relatives"]
        self._joining = lexicon["conjunctions"]
        self._objects = lexicon["object_pronouns"]
        self._first_persons = lexicon["first_persons"]
        self._opening = lexicon["conjunctions"] | {","}
        self._documents = lexicon["people.documents"]
        self._of_clause = lexicon["determiners"] - lexicon["clitics"]
        self._of_clause |= lexicon["subject_pronouns"] | lexicon["subordinators"]
        self._of_clause |= lexicon["adjunct_prepositions"]
        self._addressing = lexicon["addressing"]
        self._adjuncts = lexicon["adjunct_prepositions"]
        self._impersonal = lexicon["impersonal"]
        self._auxiliaries = lexicon["have"] | lexicon["be"]
        self._light = lexicon["clitics"] | lexicon["negations"] | lexicon["adverbs"]
        self._infinitive_leads = lexicon["infinitive_leads"]

    # After the verb -----------------------------------------------------------------------

    def after(self, sentence: Sentence, hit: Hit) -> Phrase | None:
        """Return the subject of an inverted verb, None when the verb is not inverted."""
        stream = sentence.stream
        bare = hit.form.mood in _OF_ANOTHER and self.as_said(sentence, hit) == hit.first
        following = stream.form(hit.last) if hit.last < sentence.last else ""
        led = following in self._que or following in (":", QUOTE, "")
        if hit.inverted or bare or led:
            return hit.inverted if self._is_aside(sentence, hit) else None
        phrase = self._phrases.after(stream, hit.last, sentence.last)
        if phrase is None or stream.form(phrase.last) in self._que:
            return None
        agreed = self._phrases.agrees(stream, phrase, plural=hit.plural)
        return phrase if agreed and self._is_inverted(sentence, hit, phrase) else None

    def _is_aside(self, sentence: Sentence, hit: Hit) -> bool:
        """Say whether an inverted pronoun belongs to an incise, not to a question."""
        if hit.inverted and hit.inverted.head in self._first_persons:
            return False
        before = sentence.stream.form(hit.first - 1) if hit.first > sentence.first else ","
        return not before[:1].isalnum() or before in self._light | self._joining

    def as_said(self, sentence: Sentence, hit: Hit) -> int:
        """Return where the words of an incise begin.

        At "comme" in "comme devait dire le maire", and at the first verb in "vient de dire le
        maire" after a comma or a quotation.
        """
        stream = sentence.stream
        for at in range(hit.first - 1, max(sentence.first, hit.first - _GOVERNING) - 1, -1):
            form = stream.forms[at]
            if form == "comme" and hit.first - at <= _SHORTEST:
                return at
            if form in SOFT or form == QUOTE:
                governed = hit.form.mood == "infinitive" and at + 1 < hit.first
                return at + 1 if governed else hit.first
            if not form[0].isalpha() or form in self._of_clause or stream.capital(at):
                break
        return hit.first

    def _is_inverted(self, sentence: Sentence, hit: Hit, phrase: Phrase) -> bool:
        """Say whether the words before a verb leave it the phrase after it as its subject."""
        stream = sentence.stream
        start = self.as_said(sentence, hit)
        begun = hit.first if stream.form(start) == "comme" else start
        before = stream.form(begun - 1) if begun > sentence.first else ""
        quote = next((k for k in (begun - 1, begun - 2) if stream.form(k) == QUOTE), -1)
        if quote >= sentence.first and (before == QUOTE or before in SOFT):
            return self._phrases.is_somebody(phrase) or not self._is_name(stream, quote)
        if before in SOFT:
            return self._is_incise(sentence, hit, phrase)
        as_said = before in self._que and stream.form(hit.first - 2) == "ce"
        if "comme" in (before, stream.form(hit.first - 2)):
            return True
        return as_said or self._closes(sentence, hit, phrase)

    def _is_name(self, stream: Stream, at: int) -> bool:
        """Say whether a quoted stretch is short enough to be a name, subject of the verb."""
        return len(stream.marks[at].inner.of(stream.text).split()) <= _NAME_WORDS

    def _is_incise(self, sentence: Sentence, hit: Hit, phrase: Phrase) -> bool:
        """Say whether a verb after a comma is an incise: a clause stands complete before it."""
        asked = sentence.stream.forms[hit.first - 1] in ("!", "?")
        asked = asked or self.nobody_before(sentence, hit)
        if asked or not self._phrases.is_somebody(phrase):
            return asked
        quoted = sentence.free_quotes(sentence.clause_start(hit.first), hit.first)
        if quoted or self.clause_before(sentence, hit.first):
            return True
        if hit.form.verb.lemma in self._addressing or "clause" not in hit.form.verb.frames:
            return False
        closed = phrase.last >= sentence.last or not sentence.stream.forms[phrase.last][0].isalpha()
        return closed and self._phrases.is_person(phrase)

    def nobody_before(self, sentence: Sentence, hit: Hit) -> bool:
        """Say whether only adverbials stand before a verb, so that its subject comes after."""
        stream, first = sentence.stream, sentence.clause_start(hit.first)
        if hit.form.mood in _OF_ANOTHER:
            return False
        while first < hit.first and stream.forms[first] in self._opening:
            first += 1
        end = self._phrases.adverbial_end(stream, first, hit.first)
        return sentence.first < end == hit.first

    def clause_before(self, sentence: Sentence, end: int) -> bool:
        """Say whether a main clause stands before a token, relative clauses left aside."""
        stream = sentence.stream
        first = max(sentence.clause_start(end), sentence.covered)
        while first < end:
            comma = next((k for k in range(first, end) if stream.forms[k] == ","), end)
            aside = stream.form(first) in self._relatives
            relative = next((k for k in range(first, comma) if self._is_relative(stream, k)), comma)
            if not aside and self._phrases.has_verb(stream, first, relative):
                return True
            first = comma + 1
        return False

    def _is_relative(self, stream: Stream, at: int) -> bool:
        return stream.forms[at] in self._relatives and stream.forms[at] not in self._que

    def _closes(self, sentence: Sentence, hit: Hit, phrase: Phrase) -> bool:
        """Say whether verb and subject close a clause that had its own verb."""
        stream = sentence.stream
        return (
            "quote" in hit.form.verb.frames
            and hit.first - sentence.first >= _SHORTEST
            and self._phrases.is_somebody(phrase)
            and phrase.last >= sentence.last - 1
            and stream.forms[hit.first - 1] not in self._before_verb
            and self._phrases.has_verb(stream, sentence.first, hit.first)
        )

    # Before the verb ----------------------------------------------------------------------

    def before(self, sentence: Sentence, hit: Hit) -> Phrase | None:
        """Return the subject that stands before a verb, or the one it shares."""
        stream = sentence.stream
        if hit.form.mood == "infinitive" or stream.forms[hit.first] in _PERFECT:
            return self._voice(sentence, hit) or self._of_infinitive(sentence, hit)
        previous = stream.form(hit.first - 1) if hit.first > sentence.first else ""
        if own := self._voice(sentence, hit) or self._absolute(sentence, hit):
            return own
        addressed = set(stream.forms[hit.first : hit.verb]) & self._objects
        absolute = hit.form.mood == "gerund" and not addressed
        if absolute or previous in self._joining:
            return self._shared(sentence, hit)
        return self._phrases.before(stream, hit.first, sentence.first, plural=hit.plural)

    def _absolute(self, sentence: Sentence, hit: Hit) -> Phrase | None:
        """Return the subject a participle has of its own: "…, les élus estimant que …"."""
        stream = sentence.stream
        if (
            not stream.form(hit.first - 1)[:1].isalpha()
            or stream.form(hit.first - 1) in self._light
        ):
            return None
        own = self._phrases.before(stream, hit.first, sentence.first, plural=None)
        led = own is not None and own.first > sentence.first
        if own is None or not led:
            return None
        apart = stream.forms[own.first - 1] in (",", ";", ":")
        return own if apart or own.head in self._documents else None

    def _voice(self, sentence: Sentence, hit: Hit) -> Phrase | None:
        """Return who lends a voice: "indique par la voix de X"."""
        stream = sentence.stream
        near = min(hit.last + _VOICE_WITHIN, sentence.last - 2)
        for at in range(max(sentence.first + 2, hit.first - _VOICE_BEFORE), near):
            if stream.forms[at] == "voix" and stream.forms[at - 2] == "par":
                return self._phrases.at(stream, at + 2, sentence.last)
        return None

    def is_impersonal(self, sentence: Sentence, hit: Hit) -> bool:
        """Say whether an infinitive hangs on nobody: "il faut dire que", "force est de"."""
        if hit.form.mood != "infinitive":
            return False
        if hit.first == sentence.first:
            return True
        before = sentence.stream.forms[max(sentence.first, hit.first - _GOVERNING) : hit.first]
        if "il" in before and "est" in before:
            return True
        return any(form in self._impersonal for form in before)

    def _of_infinitive(self, sentence: Sentence, hit: Hit) -> Phrase | None:
        """Return the subject of the verb an infinitive hangs on: "le maire a tenu à rappeler"."""
        stream, at = sentence.stream, hit.first - 1
        if at >= sentence.first and stream.forms[at] in self._infinitive_leads:
            at -= 1
        if stream.forms[sentence.first] in self._joining and stream.forms[at + 1] in ("de", "d'"):
            phrase = self._phrases.after(stream, sentence.first + 1, at + 1)
            if phrase and phrase.last == at + 1:
                return phrase
        if at < sentence.first or stream.forms[at + 1] in self._adjuncts:
            return self._shared(sentence, hit)
        if stream.forms[at] in self._adjuncts or not stream.forms[at][0].isalpha():
            return self._shared(sentence, hit)
        while at > sentence.first and stream.forms[at - 1] in self._light | self._auxiliaries:
            at -= 1
        found = self._phrases.before(stream, at, sentence.first, plural=None)
        return found or self._shared(sentence, hit)

    def _shared(self, sentence: Sentence, hit: Hit) -> Phrase | None:
        """Return the subject a verb shares with the one before, or with the main verb after."""
        stream = sentence.stream
        if sentence.speaker:
            return sentence.speaker
        low = sentence.clause_start(hit.first)
        if hit.first - low > 1 and (found := self._phrases.first(stream, low, hit.first)):
            return found
        led = hit.form.mood == "gerund" or stream.forms[sentence.first] in self._adjuncts
        later = self._later(sentence, hit) if led else None
        return later or self._phrases.after(stream, low, hit.first)

    def _later(self, sentence: Sentence, hit: Hit) -> Phrase | None:
        """Return the subject after the comma of "Soulignant que …, le maire …"."""
        stream = sentence.stream
        for comma in range(sentence.last - 2, hit.last - 1, -1):
            if stream.forms[comma] != ",":
                continue
            phrase = self._phrases.after(stream, comma + 1, sentence.last)
            if phrase is None or phrase.first != comma + 1:
                continue
            if named := self._name_of_verb(sentence, phrase):
                return named
            if self._leads(sentence, phrase):
                return phrase
        return None

    def _name_of_verb(self, sentence: Sentence, phrase: Phrase) -> Phrase | None:
        """Return a phrase up to its name, where a word that must be its verb comes next."""
        end = phrase.name[1] if phrase.name else sentence.last
        if end >= sentence.last - 1 or not self._phrases.is_adjective(sentence.stream, end):
            return None
        return self._phrases.describe(sentence.stream, phrase.first, end)

    def _leads(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Say whether a phrase is the subject of a verb that follows it at once."""
        at = phrase.last
        if phrase.pronoun or any(hit.first in (at, at - 1) for hit in sentence.hits):
            return True
        stream = sentence.stream
        verb = self._phrases.has_verb(stream, at, min(at + 2, sentence.last))
        return verb and self._phrases.is_somebody(phrase)

    def agent(self, sentence: Sentence, hit: Hit, last: int) -> Phrase | None:
        """Return who a passive verb says speaks: "est qualifié de « … » par le maire"."""
        stream = sentence.stream
        for at in range(hit.last, last - 1):
            if stream.forms[at] == "par":
                phrase = self._phrases.at(stream, at + 1, last)
                return phrase if self._phrases.is_somebody(phrase) else None
        return None
