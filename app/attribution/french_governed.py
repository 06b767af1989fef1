"""What a French reporting verb governs, where it begins and where it ends."""

from app.attribution.french_que import Que
from app.attribution.grammar import Hit
from app.attribution.lexicon import Lexicon
from app.attribution.phrases import Phrases
from app.attribution.sentence import HARD, Sentence, is_name
from app.attribution.tokens import QUOTE, Stream

_COLON_WITHIN = 25
_BARE_COLON_WITHIN = 3
_QUOTE_WITHIN = 25
_NAME_WORDS = 2
_NEAR = 3
_JUDGED_WITHIN = 6
_JUDGED_BY = frozenset({"de", "d'"})
_SHORTEST_INFINITIVE = 4
_INFINITIVES = (
    "er",
    "ir",
    "dre",
    "tre",
    "dire",
    "lire",
    "crire",
    "uire",
    "vre",
    "clure",
    "faire",
    "taire",
)
_BARE = frozenset({"infinitive", "clause"})
_ANNOUNCING = frozenset({"le", "l'"})
_AND = frozenset({"et", "mais"})
_LAST_ARTICLES = (["le"], ["la"], ["les"], ["l'"])
_ARTICLES = frozenset({"le", "la", "les", "l'"})


class Governed:
    """Reads the complement of a verb group."""

    def __init__(self, lexicon: Lexicon, phrases: Phrases) -> None:
        """Keep the small words that lead from a verb to what it governs."""
        self._phrases = phrases
        self._que = lexicon["que"]
        self.que = Que(lexicon, phrases)
        self._prepositions = lexicon["prepositions"]
        self._before_infinitive = lexicon["negations"] | lexicon["clitics"] | lexicon["adverbs"]
        self._auxiliaries = lexicon["have"] | lexicon["be"]
        self._not_infinitives = lexicon["not_infinitives"]
        self._adverbs = lexicon["adverbs"]
        self._no_infinitive = lexicon["no_infinitive"]
        self._perfect_infinitive = lexicon["perfect_infinitive"]
        self._judging = lexicon["judging"]
        self._of = lexicon["linking"]
        self._determiners = lexicon["determiners"]
        self._light = lexicon["determiners"] | lexicon["linking"] | lexicon["adverbs"] | {"comme"}
        self._gerund_leads = lexicon["adverbs"] | {"en", "tout", ","}

    def by(self, sentence: Sentence, hit: Hit) -> tuple[int, str]:
        """Return the first token of what a verb governs and how ("clause", "colon"…).

        The second is empty where the verb governs nothing that is reported.
        """
        at = hit.last
        if at >= sentence.last:
            return 0, ""
        if que := self.que.of(sentence, hit):
            return que + 1, "clause"
        if colon := self._colon(sentence, hit):
            return colon + 1, "colon"
        return self._bare(sentence, hit, at)

    def _bare(self, sentence: Sentence, hit: Hit, at: int) -> tuple[int, str]:
        """Return what a verb governs with no word to lead to it: an infinitive, words in marks."""
        if start := self._infinitive(sentence, hit, at):
            return start, "infinitive"
        frames = hit.form.verb.frames
        if "predicate" in frames and self._is_predicate(sentence.stream, at):
            return at, "predicate"
        quotes = sentence.free_quotes(at, self.end(sentence, at))
        if quotes and self._reaches(sentence, hit, quotes[0]):
            return quotes[0], "quote"
        return 0, ""

    def _infinitive(self, sentence: Sentence, hit: Hit, at: int) -> int:
        """Return the infinitive a verb governs, over adverbials or after its "de", 0 for none."""
        stream, frames = sentence.stream, hit.form.verb.frames
        if "of" in frames:
            of = self._phrases.adverbial_end(stream, at, sentence.last)
            led = stream.form(of) in ("de", "d'") and self.is_infinitive(stream, of + 1)
            return of + 1 if led else 0
        if not frames & _BARE:
            return 0
        over = self._phrases.adverbial_end(stream, at, sentence.last)
        start = next((k for k in (at, over) if self.is_infinitive(stream, k)), 0)
        if hit.form.verb.lemma in self._judging:
            start = self._judged(sentence, over) or start
        if hit.form.verb.lemma in self._no_infinitive:
            perfect = {"avoir"} & set(stream.forms[start : start + _NEAR])
            perfect = perfect if hit.form.verb.lemma in self._perfect_infinitive else set()
            return start if perfect or stream.form(start - 1) in _JUDGED_BY else 0
        return start

    def _judged(self, sentence: Sentence, at: int) -> int:
        """Return the infinitive that is judged: "juge nécessaire de partir", 0 for none."""
        stream = sentence.stream
        if at >= sentence.last - 2 or not self._phrases.is_adjective(stream, at):
            return 0
        for k in range(at + 1, min(sentence.last - 1, at + _JUDGED_WITHIN)):
            if stream.forms[k] in ("de", "d'"):
                return k + 1 if self.is_infinitive(stream, k + 1) else 0
            if stream.forms[k] in self._determiners:
                break
        return 0

    def _reaches(self, sentence: Sentence, hit: Hit, quote: int) -> bool:
        """Say whether words in marks can belong to a verb: near it, or too many for a mere name."""
        stream, at = sentence.stream, hit.last
        if any(at <= other.first < quote for other in sentence.hits):
            return False
        frames, words = hit.form.verb.frames, stream.marks[quote].inner.of(stream.text)
        between = stream.forms[at:quote]
        if len(words.split()) <= _NAME_WORDS:
            return "evaluates" in frames and self._is_judged(between)
        asked = "asked" in frames and "quote" not in frames
        reached = len(between) <= _QUOTE_WITHIN and (not asked or bool(self._of & set(between)))
        return reached and not (between and is_name(words))

    def _is_judged(self, between: list[str]) -> bool:
        """Say whether a word or two in marks stand close to their verb, not as a thing's name."""
        if len(between) > _NEAR or between[-1:] in _LAST_ARTICLES:
            return False
        phrase = bool(between) and between[0] in self._determiners
        return phrase or all(form in self._light for form in between)

    def _colon(self, sentence: Sentence, hit: Hit) -> int:
        """Return the colon a verb leads to, if only its complements stand between; 0 for none."""
        stream, at = sentence.stream, hit.last
        announced = bool(_ANNOUNCING & set(stream.forms[hit.first : hit.verb]))
        for k in range(at, min(sentence.last - 1, at + _COLON_WITHIN)):
            form = stream.forms[k]
            if form == ":":
                close = k - at < _BARE_COLON_WITHIN
                return k if stream.forms[k + 1] == QUOTE or close or announced else 0
            if form in HARD or form == QUOTE:
                return 0
        return 0

    def _is_predicate(self, stream: Stream, at: int) -> bool:
        word = stream.form(at)
        return word == QUOTE or (word[:1].isalpha() and word not in self._prepositions)

    def is_infinitive(self, stream: Stream, at: int) -> bool:
        """Say whether an infinitive stands at a token, after its pronouns and negation."""
        while stream.form(at) in self._before_infinitive:
            at += 1
        form = stream.form(at)
        if len(form) < _SHORTEST_INFINITIVE or stream.form(at - 1) in _ARTICLES:
            return False
        return form.endswith(_INFINITIVES) and form not in self._not_infinitives

    def end(self, sentence: Sentence, start: int, hit: Hit | None = None) -> int:
        """Return where reported words end: the sentence's end, or a new cue of the reporter's.

        A verb in a relative clause ends with it, where the main verb reports as well.
        """
        stream = sentence.stream
        later = [other for other in sentence.hits if other.first > start]
        if main := self._main_clause(sentence, start, hit, later):
            return main
        end = sentence.last
        while end > start and stream.forms[end - 1] in HARD:
            end -= 1
        return next((k for k in range(start, end) if self._ends(stream, later, k)), end)

    def _main_clause(
        self, sentence: Sentence, start: int, hit: Hit | None, later: list[Hit]
    ) -> int:
        """Return the comma after which the main verb's subject stands, 0 for none."""
        stream = sentence.stream
        if hit is None or stream.form(hit.first - 1) != "qui":
            return 0
        for other in later:
            subject = self._phrases.before(stream, other.first, start, plural=other.plural)
            if subject and subject.first > start and stream.forms[subject.first - 1] == ",":
                return subject.first - 1
        return 0

    def _ends(self, stream: Stream, later: list[Hit], at: int) -> bool:
        """Say whether reported words end before a token."""
        form, following = stream.forms[at], stream.form(at + 1)
        if form == ";" or (form == ":" and following == QUOTE):
            return True
        if form in (",", "et", "mais", "avant", "tout", "en") and self._resumes(stream, later, at):
            return True
        return form == "," and following in _AND and self._goes_on(stream, at + 2)

    def _goes_on(self, stream: Stream, at: int) -> bool:
        """Say whether a compound tense without a subject begins: "…, et a quitté la salle"."""
        while stream.form(at) in self._before_infinitive:
            at += 1
        return stream.form(at) in self._auxiliaries and stream.form(at + 1) not in self._determiners

    def _resumes(self, stream: Stream, later: list[Hit], at: int) -> bool:
        """Say whether the reporter takes up again right after a token, with a verb of his own."""
        hit = next((hit for hit in later if hit.first > at), None)
        if hit is None:
            return False
        form, between = stream.forms[at], stream.forms[at + 1 : hit.first]
        if hit.form.mood == "gerund" or hit.inverted:
            return all(word in self._gerund_leads for word in between)
        if hit.form.mood == "infinitive":
            return form == "avant" and between in (["de"], ["d'"], [",", "d'"])
        if form == "," and between[:1] and between[0] in _AND:
            form, between = between[0], between[1:]
        return form in _AND and all(word in self._adverbs for word in between)

    def second_clause(self, stream: Stream, start: int, end: int) -> int:
        """Return the first token after "et que" inside a clause, 0 for none."""
        for k in range(start + 1, end - 2):
            if stream.forms[k] == "et" and stream.forms[k + 1] in self._que:
                return k + 2
        return 0
