"""The "que" a French verb governs, at once or some words further on."""

from app.attribution.grammar import Hit
from app.attribution.lexicon import Lexicon
from app.attribution.phrases import Phrases
from app.attribution.sentence import HARD, Sentence
from app.attribution.tokens import ASIDE, QUOTE, Stream

_WITHIN = 30
_NE_BEFORE = 4
_ADJECTIVES = 4
_CLOSING = frozenset({",", "-", "–", "—", ASIDE})


class Que:
    """Finds the complementiser of a verb group, and tells it from the others."""

    def __init__(self, lexicon: Lexicon, phrases: Phrases) -> None:
        """Keep the words that make another "que" of it."""
        self._phrases = phrases
        self._que = lexicon["que"]
        self._compounds = lexicon["before_que"]
        self._comparing = lexicon["before_distant_que"]
        self._negations = lexicon["negations"]
        self._determiners = lexicon["determiners"]
        self._prepositions = lexicon["prepositions"]
        self._addressees = lexicon["addressee_prepositions"]
        self._addressing = lexicon["addressing"]
        self._judging = lexicon["judging"]
        self._dates = lexicon["days"] | lexicon["months"]

    def of(self, sentence: Sentence, hit: Hit) -> int:
        """Return the "que" a verb governs, over adverbials and an indirect object; 0 for none."""
        if "clause" not in hit.form.verb.frames or self._only(sentence, hit):
            return 0
        stream, at = sentence.stream, hit.last
        if stream.forms[at : at + 3] == ["sur", "le", "fait"]:
            at += 3
        elif stream.form(at) not in self._que:
            at = self._distant(sentence, hit)
        if at >= sentence.last or stream.forms[at] not in self._que:
            return 0
        before = stream.forms[at - 1]
        compared = before in self._comparing and at > hit.last + 1
        return 0 if at > hit.last and (compared or before in self._compounds) else at

    def _only(self, sentence: Sentence, hit: Hit) -> bool:
        """Say whether "que" after a verb means "only": "ne demandent qu'à"."""
        forms = sentence.stream.forms
        group = forms[max(sentence.first, hit.first - _NE_BEFORE) : hit.last + 1]
        at = next((k for k, form in enumerate(group) if form in ("ne", "n'")), -1)
        return at >= 0 and not any(form in self._negations for form in group[at:])

    def _over_light(self, stream: Stream, at: int, last: int) -> int:
        """Return the first token after adverbs and fixed adverbials."""
        while at < last:
            step = self._phrases.adverbial_at(stream, at)
            if not step and not self._phrases.is_adverbial(stream.forms[at]):
                break
            at += step or 1
        return at

    def _distant(self, sentence: Sentence, hit: Hit) -> int:
        """Return the "que" some words after a verb that has no object between."""
        stream = sentence.stream
        at = self._over_light(stream, hit.last, sentence.last)
        if at < sentence.last and stream.forms[at] in self._determiners:
            dated = stream.form(at + 1)[:1].isdigit() or stream.form(at + 1) in self._dates
            if hit.form.verb.lemma not in self._addressing and not dated:
                return 0
        for k in range(at, min(sentence.last, at + _WITHIN)):
            form = stream.forms[k]
            if form in self._que:
                return k if self._complements(sentence, hit, at, k) else 0
            if form in HARD or form in (":", "qui", QUOTE) or self._in_hit(sentence, hit, k):
                return 0
        return 0

    def _complements(self, sentence: Sentence, hit: Hit, first: int, que: int) -> bool:
        """Say whether a distant "que" is the verb's own: after a comma, a date, an addressee."""
        between = sentence.stream.forms[first:que]
        if not between or between[-1] in _CLOSING or self._phrases.is_adverbial(between[-1]):
            return True
        if between[:3] == ["il", "y", "a"]:
            return True
        lemma = hit.form.verb.lemma
        judged = not any(form in self._determiners | self._prepositions for form in between)
        if lemma in self._judging and judged and len(between) <= _ADJECTIVES:
            return True
        addressed = lemma in self._addressing or between[0] in self._addressees
        addressed = addressed and between[-1] != "fait"
        return "," not in between and addressed

    def _in_hit(self, sentence: Sentence, hit: Hit, at: int) -> bool:
        """Say whether a token belongs to another reporting verb."""
        return any(other.first <= at < other.last for other in sentence.hits if other is not hit)
