"""What a French reporting verb governs, where it begins and where it ends."""

from app.attribution.grammar import Hit
from app.attribution.lexicon import Lexicon
from app.attribution.phrases import Phrases
from app.attribution.sentence import HARD, Sentence
from app.attribution.tokens import ASIDE, QUOTE, Stream

_COLON_WITHIN = 25
_BARE_COLON_WITHIN = 3
_QUOTE_WITHIN = 25
_QUE_WITHIN = 30
_NAME_WORDS = 2
_NEAR = 3
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
_ARTICLES = frozenset({"le", "la", "les", "l'"})


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
        self._no_infinitive = lexicon["no_infinitive"]
        self._of = lexicon["linking"]
        self._before_que = lexicon["before_que"]
        self._negations = lexicon["negations"]
        self._determiners = lexicon["determiners"]
        self._addressees = lexicon["addressee_prepositions"]
        self._addressing = lexicon["addressing"]
        self._dates = lexicon["days"] | lexicon["months"]
        self._light = lexicon["determiners"] | lexicon["linking"] | lexicon["adverbs"] | {"comme"}
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
        if start := self._infinitive(sentence, hit, at):
            return start, "infinitive"
        frames = hit.form.verb.frames
        if "predicate" in frames and self._is_predicate(sentence.stream, at):
            return at, "predicate"
        asked = "asked" in frames and "quote" not in frames
        quotes = sentence.free_quotes(at, self.end(sentence, at))
        if quotes and self._reaches(sentence, at, quotes[0], asked=asked):
            return quotes[0], "quote"
        return 0, ""

    def _infinitive(self, sentence: Sentence, hit: Hit, at: int) -> int:
        """Return the infinitive a verb governs, over adverbials or after its "de", 0 for none."""
        stream, frames = sentence.stream, hit.form.verb.frames
        if "of" in frames and stream.form(at) in ("de", "d'"):
            return at + 1 if self._is_infinitive(stream, at + 1) else 0
        if not frames & _BARE or hit.form.verb.lemma in self._no_infinitive:
            return 0
        over = self._phrases.adverbial_end(stream, at, sentence.last)
        return next((k for k in (at, over) if self._is_infinitive(stream, k)), 0)

    def _reaches(self, sentence: Sentence, at: int, quote: int, *, asked: bool) -> bool:
        """Say whether words in marks can belong to a verb: near it, or too many for a mere name."""
        stream = sentence.stream
        if any(at <= hit.first < quote for hit in sentence.hits):
            return False
        words = len(stream.marks[quote].inner.of(stream.text).split())
        between = stream.forms[at:quote]
        if words > _NAME_WORDS:
            return len(between) <= _QUOTE_WITHIN and (not asked or bool(self._of & set(between)))
        near = len(between) <= _NEAR and all(form in self._light for form in between)
        return near and not asked and not _ARTICLES & set(between)

    def que(self, sentence: Sentence, hit: Hit) -> int:
        """Return the "que" a verb governs, over adverbials and an indirect object; 0 for none."""
        if "clause" not in hit.form.verb.frames or self._only(sentence, hit):
            return 0
        stream, at = sentence.stream, hit.last
        if stream.forms[at : at + 3] == ["sur", "le", "fait"]:
            at += 3
        elif stream.form(at) not in self._que:
            at = self._far_que(sentence, hit)
        if at >= sentence.last or stream.forms[at] not in self._que:
            return 0
        return 0 if stream.forms[at - 1] in self._before_que else at

    def _only(self, sentence: Sentence, hit: Hit) -> bool:
        """Say whether "que" after a verb means "only": "ne demandent qu'à"."""
        forms = sentence.stream.forms
        group = forms[max(sentence.first, hit.first - _NEAR - 1) : hit.last + 1]
        at = next((k for k, form in enumerate(group) if form in ("ne", "n'")), -1)
        return at >= 0 and not any(form in self._negations for form in group[at:])

    def _far_que(self, sentence: Sentence, hit: Hit) -> int:
        """Return the "que" some words after a verb that has no object between."""
        stream, at = sentence.stream, hit.last
        while at < sentence.last and self._phrases.is_adverbial(stream.forms[at]):
            at += 1
        if at < sentence.last and stream.forms[at] in self._determiners:
            dated = stream.form(at + 1)[:1].isdigit() or stream.form(at + 1) in self._dates
            if hit.form.verb.lemma not in self._addressing and not dated:
                return 0
        for k in range(at, min(sentence.last, at + _QUE_WITHIN)):
            form = stream.forms[k]
            if form in self._que:
                return k if self._complements(sentence, hit, k) else 0
            if form in HARD or form in (":", "qui", QUOTE) or self._begins_hit(sentence, hit, k):
                return 0
        return 0

    def _complements(self, sentence: Sentence, hit: Hit, que: int) -> bool:
        """Say whether a distant "que" is the verb's own: after a comma, a date, or its addressee."""
        forms, first = sentence.stream.forms, hit.last
        while first < que and self._phrases.is_adverbial(forms[first]):
            first += 1
        between = forms[first:que]
        if not between or between[-1] in (",", ASIDE) or self._phrases.is_adverbial(between[-1]):
            return True
        addressed = hit.form.verb.lemma in self._addressing
        return "," not in between and (addressed or between[0] in self._addressees)

    def _begins_hit(self, sentence: Sentence, hit: Hit, at: int) -> bool:
        return any(other.first <= at < other.last for other in sentence.hits if other is not hit)

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
        if len(form) < _SHORTEST_INFINITIVE or stream.form(at - 1) in _ARTICLES:
            return False
        return form.endswith(_INFINITIVES) and form not in self._not_infinitives

    def end(self, sentence: Sentence, start: int, hit: Hit | None = None) -> int:
        """Return where reported words end: the sentence's end, or a new cue of the reporter's.

        A verb in a relative clause ends with it, where the main verb reports as well.
        """
        stream = sentence.stream
        later = [other for other in sentence.hits if other.first > start]
        if hit and stream.form(hit.first - 1) == "qui":
            for other in later:
                subject = self._phrases.before(stream, other.first, start, plural=other.plural)
                if subject and subject.first > start and stream.forms[subject.first - 1] == ",":
                    return subject.first - 1
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
