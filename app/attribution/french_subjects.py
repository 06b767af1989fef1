"""Who is the subject of a French reporting verb, before it, after it or shared with another."""

from app.attribution.grammar import Hit, Phrase
from app.attribution.lexicon import Lexicon
from app.attribution.phrases import Phrases
from app.attribution.sentence import SOFT, Sentence
from app.attribution.tokens import QUOTE

_SHORTEST = 4
_OF_ANOTHER = ("infinitive", "gerund")


class Subjects:
    """Finds the subject of a verb group."""

    def __init__(self, lexicon: Lexicon, phrases: Phrases) -> None:
        """Keep the words that mark a subject, a relative clause or a complement."""
        self._phrases = phrases
        self._que = lexicon["que"]
        self._verbs = lexicon["have"] | lexicon["be"]
        self._before_verb = lexicon["subject_pronouns"] | lexicon["relatives"]
        self._joining = lexicon["conjunctions"] | {","}

    def after(self, sentence: Sentence, hit: Hit) -> Phrase | None:
        """Return the subject of an inverted verb, None when the verb is not inverted."""
        if hit.form.mood in _OF_ANOTHER or hit.inverted:
            return hit.inverted
        stream = sentence.stream
        following = stream.form(hit.last) if hit.last < sentence.last else ""
        if following in self._que or following in (":", QUOTE, ""):
            return None
        phrase = self._phrases.after(stream, hit.last, sentence.last)
        if phrase is None or stream.form(phrase.last) in self._que:
            return None
        return phrase if self._is_inverted(sentence, hit, phrase) else None

    def _is_inverted(self, sentence: Sentence, hit: Hit, phrase: Phrase) -> bool:
        """Say whether the words before a verb leave it the phrase after it as its subject."""
        stream = sentence.stream
        before = stream.form(hit.first - 1) if hit.first > sentence.first else ""
        if before == QUOTE or (before in SOFT and stream.form(hit.first - 2) == QUOTE):
            return True
        if not self._phrases.is_somebody(phrase):
            return False
        incise = before in SOFT or before in self._que or before == "comme"
        return incise or self._closes(sentence, hit, phrase)

    def _closes(self, sentence: Sentence, hit: Hit, phrase: Phrase) -> bool:
        """Say whether verb and subject close a clause that had its own verb."""
        stream = sentence.stream
        if "quote" not in hit.form.verb.frames or hit.first - sentence.first < _SHORTEST:
            return False
        said = any(form in self._verbs for form in stream.forms[sentence.first : hit.first])
        subject = stream.forms[hit.first - 1] in self._before_verb
        return said and not subject and phrase.last >= sentence.last - 1

    def before(self, sentence: Sentence, hit: Hit) -> Phrase | None:
        """Return the subject that stands before a verb, or the one it shares."""
        if hit.form.mood in _OF_ANOTHER:
            return self._shared(sentence, hit)
        stream = sentence.stream
        previous = stream.form(hit.first - 1) if hit.first > sentence.first else ""
        if previous in self._joining and previous != ",":
            return self._shared(sentence, hit)
        return self._phrases.before(stream, hit.first, sentence.first, plural=hit.plural)

    def _shared(self, sentence: Sentence, hit: Hit) -> Phrase | None:
        """Return the subject a verb shares with the one before, or with the main verb after."""
        stream = sentence.stream
        if sentence.speaker:
            return sentence.speaker
        low = sentence.clause_start(hit.first)
        if hit.first - low > 1:
            return self._phrases.first(stream, low, hit.first)
        return self._later(sentence, hit)

    def _later(self, sentence: Sentence, hit: Hit) -> Phrase | None:
        """Return the subject after the comma of "Soulignant que …, le maire …"."""
        stream = sentence.stream
        for comma in range(sentence.last - 2, hit.last - 1, -1):
            if stream.forms[comma] != ",":
                continue
            phrase = self._phrases.after(stream, comma + 1, sentence.last)
            if phrase and phrase.first == comma + 1 and self._phrases.is_somebody(phrase):
                return phrase
        return None
