"""What an English reporting verb governs: a clause, words in marks, an infinitive, an object."""

from collections.abc import Callable

from app.attribution.english_cues import GERUND, Cues
from app.attribution.english_extent import Extent
from app.attribution.grammar import Hit
from app.attribution.lexicon import Lexicon
from app.attribution.sentence import HARD, Sentence
from app.attribution.tokens import ASIDE, QUOTE, Stream

_FAR = 22
_NEAR = 3
# A passive with these would have its own subject for its content.
_ACTIVE = frozenset({"bare", "open"})
_HELD = 9
_FRAMING = frozenset({"of", "for", "as", QUOTE})
_TOPICAL = frozenset({"about", "of", "against"})
_POSSESSIVE = frozenset({"'s", "'"})
_PARTICLES = frozenset({"back", "again", "in", "out", "off", "round", "around"})
_NOT_ITS_OWN = frozenset({"all", "everything"})


class Governed:
    """Reads the complement of a verb group."""

    def __init__(self, lexicon: Lexicon, extent: Extent, cues: Cues) -> None:
        """Keep the small words that lead from a verb to what it governs."""
        self._extent = extent
        self._cues = cues
        self._prepositions = lexicon["prepositions"]
        self._finite = lexicon["finite"] | lexicon["be"] | lexicon["modals"]
        self._not_clauses = lexicon["not_clauses"]
        self._articles = lexicon["determiners"]
        self._persons = lexicon["persons"]
        self._being = self._finite - {"'d", "'ll", "'re", "'ve", "'m"}
        self._compounds = lexicon["compounds"]
        self._wh = lexicon["interrogatives"]
        self._dates = lexicon["days"] | lexicon["months"]
        self._not_infinitive = lexicon["determiners"] | lexicon["object_pronouns"]
        self._readings: tuple[tuple[str, str, Callable[[Sentence, Hit], int]], ...] = (
            ("call", "object", self._called),
            ("quote", "quote", self._marked),
            ("that", "clause", self._that),
            ("wh", "clause", self._question),
            ("to", "to", self._to),
            ("bare", "clause", self._bare),
            ("open", "clause", self._open),
            ("blame", "object", self._blamed),
            ("about", "object", self._topic),
            ("topic", "object", self._direct),
            ("as", "object", self._likened),
            ("object", "object", self._holding),
            ("quote", "object", self._holding),
        )

    def by(self, sentence: Sentence, hit: Hit) -> tuple[int, str]:
        """Return the first token of what a verb governs and how ("quote", "clause", "to"…).

        The second is empty where the verb governs nothing that is reported.
        """
        if hit.last < sentence.last and sentence.stream.forms[hit.last] not in self._compounds:
            for frame, how, reading in self._readings:
                if hit.passive and frame in _ACTIVE:
                    continue
                if frame in hit.form.verb.frames and (start := reading(sentence, hit)):
                    colon = how == "quote" and sentence.stream.forms[start - 1] == ":"
                    return start, "colon" if colon else how
        return 0, ""

    def _marked(self, sentence: Sentence, hit: Hit) -> int:
        """Return the words in marks a verb leads to: at once, after a comma, or after a colon."""
        stream, at = sentence.stream, hit.last
        for k in range(at, min(sentence.last, at + _FAR)):
            form = stream.forms[k]
            if form == ":":
                # "makes for happy reading: played 16": a gerund that far off is a noun.
                noun = hit.form.mood == GERUND and k > at and stream.form(k + 1) != QUOTE
                return 0 if noun else (k + 1) % sentence.last
            if form == QUOTE:
                told = k == at and "told" in hit.form.verb.frames and not hit.passive
                if told or stream.forms[k - 1] in _POSSESSIVE:
                    continue
                led = k - at == 1 and stream.forms[at] not in self._articles
                if self._ends_clause(sentence, hit, k):
                    return 0
                near = k == at or led or stream.forms[k - 1] == "," or self._is_light(stream, at, k)
                return k if near else 0
            led = form in ("that", "to") and k - at < _NEAR
            if form in HARD or led or self._begins_hit(sentence, hit, k):
                break
        return 0

    def _ends_clause(self, sentence: Sentence, hit: Hit, at: int) -> bool:
        """Say whether marks after a comma only close a clause: "said it would be cheap, “…”"."""
        stream, first = sentence.stream, hit.last
        apart = at > first and stream.forms[at - 1] == "," and "bare" in hit.form.verb.frames
        led = stream.form(first) in self._prepositions or stream.form(first) in self._dates
        return apart and not led and self._extent.is_clause(stream, first, at)

    def _is_light(self, stream: Stream, start: int, end: int) -> bool:
        """Say whether only adverbials and those addressed stand between two tokens."""
        return self._extent.over(stream, start, end) >= end

    def _begins_hit(self, sentence: Sentence, hit: Hit, at: int) -> bool:
        return any(other.first <= at < other.last for other in sentence.hits if other is not hit)

    def _that(self, sentence: Sentence, hit: Hit) -> int:
        """Return the clause after "that", over adverbials and the one addressed."""
        stream, at = sentence.stream, hit.last
        for k in range(at, min(sentence.last - 1, at + _FAR)):
            form = stream.forms[k]
            if form == "that":
                return k + 1 if k == at or self._leads_to_that(stream, at, k, hit) else 0
            other = form == "to" and "to" in hit.form.verb.frames
            named = form == QUOTE and stream.forms[k - 1] not in _POSSESSIVE
            if other or named or form in HARD or form == ":" or form in self._finite:
                return 0
        return 0

    def _leads_to_that(self, stream: Stream, start: int, that: int, hit: Hit) -> bool:
        """Say whether a distant "that" is the verb's own."""
        form, frames = stream.forms[start], hit.form.verb.frames
        if "told" in frames:
            return True
        if "bare" not in frames:
            return False
        light = (
            form in self._prepositions
            or form in self._dates
            or form in (",", ASIDE)
            or self._cues.is_light(form)
            or form[0].isdigit()
        )
        return light and stream.forms[that - 1] not in _NOT_ITS_OWN

    def _question(self, sentence: Sentence, hit: Hit) -> int:
        """Return a question: whether, how, why, with the one asked before it or without."""
        stream, at = sentence.stream, hit.last
        told = "told" in hit.form.verb.frames and not hit.passive
        if told and stream.forms[at] not in self._wh:
            at = self._extent.over_addressee(stream, at, sentence.last)
        if stream.form(at) != ",":
            at = self._extent.over(stream, at, sentence.last)
        return at if at < sentence.last - 1 and stream.forms[at] in self._wh else 0

    def _to(self, sentence: Sentence, hit: Hit) -> int:
        """Return an infinitive, with the one addressed before it if there is one."""
        stream, at = sentence.stream, hit.last
        if self._infinitive(stream, at):
            return at
        reach = at + _FAR if "told" in hit.form.verb.frames else at
        for k in range(at + 1, min(sentence.last - 1, reach)):
            if stream.forms[k] in HARD or stream.forms[k] in (",", "that"):
                break
            if self._infinitive(stream, k):
                return at
        return 0

    def _infinitive(self, stream: Stream, at: int) -> bool:
        if stream.form(at) in ("not", "never"):
            at += 1
        after = stream.form(at + 1)
        verbal = after[:1].isalpha() and after not in self._not_infinitive
        return stream.form(at) == "to" and verbal and not stream.capital(at + 1)

    def _bare(self, sentence: Sentence, hit: Hit) -> int:
        """Return a clause without "that": "said he would come"."""
        stream, last, at = sentence.stream, sentence.last, hit.last
        if "told" in hit.form.verb.frames:
            at = self._extent.over_addressee(stream, at, last)
        if at < last - 1 and stream.forms[at] in self._being:
            return at
        if stream.form(at) == ",":
            return 0
        starts = (at, self._extent.over(stream, at, last))
        led = stream.form(at) in self._prepositions or stream.form(at) in self._dates
        for start in reversed(starts) if led else starts:
            if self._extent.is_clause(stream, start, last):
                return start
        return 0

    def _open(self, sentence: Sentence, hit: Hit) -> int:
        """Return whatever follows a verb that governs little but clauses."""
        stream, last = sentence.stream, sentence.last
        at = self._extent.over_dates(stream, hit.last, last)
        if last - at < _NEAR or stream.forms[at] in self._not_clauses:
            return 0
        return at if stream.forms[at][0].isalnum() else 0

    def _direct(self, sentence: Sentence, hit: Hit) -> int:
        """Return the object of a verb with its preposition: "called for a vote"."""
        form = sentence.stream.forms[hit.last]
        return hit.last if form[0].isalpha() or form == QUOTE else 0

    def _likened(self, sentence: Sentence, hit: Hit) -> int:
        """Return an object with the words in marks it is given: "cast him as a “loser”"."""
        forms = sentence.stream.forms
        for at in range(hit.last, min(sentence.last, hit.last + _FAR)):
            if forms[at] == QUOTE:
                return hit.last if "as" in forms[hit.last : at] else 0
            if forms[at] in HARD or forms[at] in (",", ":", "that"):
                break
        return 0

    def _holding(self, sentence: Sentence, hit: Hit) -> int:
        """Return a noun phrase that holds words in marks: "lamented the “sad” state"."""
        stream = sentence.stream
        for at in range(hit.last, min(sentence.last, hit.last + _HELD)):
            form = stream.forms[at]
            if form == QUOTE:
                return hit.last if at > hit.last else 0
            if form in HARD or form in (",", ":", "that") or form in self._finite:
                break
        return 0

    def _called(self, sentence: Sentence, hit: Hit) -> int:
        """Return an object with what it is called: "called the plan “a disaster”"."""
        stream, at = sentence.stream, hit.last
        form = stream.forms[at]
        plain = form in HARD or form in (",", ":", ASIDE) or form in self._prepositions
        plain = plain or (form == "that" and stream.form(at + 1) in self._persons)
        if plain or at >= sentence.last - 1:
            return 0
        end = self._extent.end(sentence, at, hit)
        if end - at == 1 and form in _PARTICLES:
            return 0
        named = QUOTE in stream.forms[at:end] or not self._extent.holds_verb(stream, at, end)
        return at if named else 0

    def _blamed(self, sentence: Sentence, hit: Hit) -> int:
        """Return an object with what is held against it: "accused him of lying"."""
        forms, start = sentence.stream.forms, hit.last
        if forms[start] in HARD or forms[start] in (",", ":"):
            return 0
        end = self._extent.end(sentence, start, hit)
        framing = next((at for at in range(start, end) if forms[at] in _FRAMING), 0)
        return framing if forms[start] == "by" else framing and start

    def _topic(self, sentence: Sentence, hit: Hit) -> int:
        """Return what is spoken of: "complained about the noise"."""
        stream, at = sentence.stream, hit.last
        alone = stream.form(at + 1) in self._prepositions
        return at if stream.forms[at] in _TOPICAL and not alone else 0
