"""What a French reporting verb governs, where it begins and where it ends."""

from app.attribution.grammar import Hit
from app.attribution.lexicon import Lexicon
from app.attribution.phrases import Phrases
from app.attribution.sentence import HARD, Sentence
from app.attribution.tokens import QUOTE, Stream

_COLON_WITHIN = 25
_BARE_COLON_WITHIN = 3
_QUOTE_WITHIN = 25
_SHORTEST_INFINITIVE = 4
_INFINITIVES = ("er", "ir", "oir", "re")


class Governed:
    """Reads the complement of a verb group."""

    def __init__(self, lexicon: Lexicon, phrases: Phrases) -> None:
        """Keep the small words that lead from a verb to what it governs."""
        self._phrases = phrases
        self._que = lexicon["que"]
        self._prepositions = lexicon["prepositions"]
        self._before_infinitive = lexicon["negations"] | lexicon["clitics"] | lexicon["adverbs"]
        self._not_infinitives = lexicon["not_infinitives"]
        self._adverbs = lexicon["adverbs"]
        self._gerund_leads = lexicon["adverbs"] | {"en", "tout", ","}

    def by(self, sentence: Sentence, hit: Hit) -> tuple[int, str]:
        """Return the first token of what a verb governs and how ("clause", "colon"…).

        The second is empty where the verb governs nothing that is reported.
        """
        at = hit.last
        if at >= sentence.last:
            return 0, ""
        if que := self.que(sentence, hit):
            return que + 1, "clause"
        if colon := self._colon(sentence, at):
            return colon + 1, "colon"
        return self._bare(sentence, hit, at)

    def _bare(self, sentence: Sentence, hit: Hit, at: int) -> tuple[int, str]:
        """Return what a verb governs with no word to lead to it: an infinitive, words in marks."""
        stream, frames = sentence.stream, hit.form.verb.frames
        if "predicate" in frames and self._is_predicate(stream, at):
            return at, "predicate"
        if "infinitive" in frames and self._is_infinitive(stream, at):
            return at, "infinitive"
        quotes = sentence.free_quotes(at, self.end(sentence, at))
        if quotes and quotes[0] - at <= _QUOTE_WITHIN:
            return quotes[0], "quote"
        return 0, ""

    def que(self, sentence: Sentence, hit: Hit) -> int:
        """Return the "que" a verb governs, over adverbials and an indirect object; 0 for none."""
        if "clause" not in hit.form.verb.frames:
            return 0
        stream, at = sentence.stream, hit.last
        if stream.forms[at : at + 3] == ["sur", "le", "fait"]:
            at += 3
        elif stream.form(at) not in self._que:
            at = self._phrases.adverbial_end(stream, at, sentence.last)
        return at if at < sentence.last and stream.forms[at] in self._que else 0

    def _colon(self, sentence: Sentence, at: int) -> int:
        """Return the colon a verb leads to, if only its complements stand between; 0 for none."""
        stream = sentence.stream
        for k in range(at, min(sentence.last - 1, at + _COLON_WITHIN)):
            form = stream.forms[k]
            if form == ":":
                close = k - at < _BARE_COLON_WITHIN
                return k if stream.forms[k + 1] == QUOTE or close else 0
            if form in HARD or form == QUOTE:
                return 0
        return 0

    def _is_predicate(self, stream: Stream, at: int) -> bool:
        word = stream.form(at)
        return word == QUOTE or (word[:1].isalpha() and word not in self._prepositions)

    def _is_infinitive(self, stream: Stream, at: int) -> bool:
        while stream.form(at) in self._before_infinitive:
            at += 1
        form = stream.form(at)
        if len(form) < _SHORTEST_INFINITIVE or stream.capital(at):
            return False
        return form.endswith(_INFINITIVES) and form not in self._not_infinitives

    def end(self, sentence: Sentence, start: int) -> int:
        """Return where reported words end: the sentence's end, or a new cue of the reporter's."""
        stream = sentence.stream
        later = [hit for hit in sentence.hits if hit.first > start]
        for k in range(start, sentence.last):
            form = stream.forms[k]
            if form == ";" or (form == ":" and stream.form(k + 1) == QUOTE):
                return k
            if form in (",", "et", "avant", "tout", "en") and self._resumes(stream, later, k):
                return k
        end = sentence.last
        while end > start and stream.forms[end - 1] in HARD:
            end -= 1
        return end

    def _resumes(self, stream: Stream, later: list[Hit], at: int) -> bool:
        """Say whether the reporter takes up again right after a token, with a verb of his own."""
        hit = next((hit for hit in later if hit.first > at), None)
        if hit is None:
            return False
        between = stream.forms[at + 1 : hit.first]
        if hit.form.mood == "gerund" or hit.inverted:
            return all(word in self._gerund_leads for word in between)
        if hit.form.mood == "infinitive":
            return stream.forms[at] == "avant" and between in (["de"], ["d'"], [",", "d'"])
        return stream.forms[at] == "et" and all(word in self._adverbs for word in between)

    def second_clause(self, stream: Stream, start: int, end: int) -> int:
        """Return the first token after "et que" inside a clause, 0 for none."""
        for k in range(start + 1, end - 2):
            if stream.forms[k] == "et" and stream.forms[k + 1] in self._que:
                return k + 2
        return 0
