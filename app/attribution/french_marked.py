"""Words in quotation marks no French cue has claimed: speech, or the name of a thing."""

from app.attribution.grammar import Phrase, Report
from app.attribution.lexicon import Lexicon
from app.attribution.phrases import Phrases
from app.attribution.sentence import HARD, SOFT, Sentence
from app.attribution.tokens import QUOTE, Stream
from app.domain.quote import QuoteKind, Reason

_ALONE = HARD | SOFT | {"-", "—", "–", ":", QUOTE, "mais", "et"}
_SENTENCE_WORDS = 3
_CLAUSE_WORDS = 4
_LONG = 9
_SURE = 0.7
_GUESS = 0.5


class Marked:
    """Judges the quoted stretches left over in a sentence."""

    def __init__(self, lexicon: Lexicon, phrases: Phrases) -> None:
        """Keep the words that tell a clause, and those that announce a name."""
        self._phrases = phrases
        self._verbish = lexicon["verbish"]
        self._titled = lexicon["titled.before"]

    def read(self, sentence: Sentence) -> None:
        """Report the quoted stretches of a sentence that are speech without a cue."""
        stream = sentence.stream
        left = sentence.free_quotes(sentence.first, sentence.last)
        if not left:
            return
        alone = all(form in _ALONE for form in stream.forms[sentence.first : sentence.last])
        for at in left:
            inner = stream.marks[at].inner
            words = inner.of(stream.text).lower().replace("’", "'").replace("'", "' ").split()
            report = Report(inner.start, inner.end, QuoteKind.DIRECT, Reason("continuation"))
            if alone and len(words) >= _SENTENCE_WORDS:
                report.holds, report.confidence = "before", _SURE
            elif self._is_speech(words) and not self._is_title(stream, at):
                report.speaker = self._nearest(sentence, at)
                report.confidence = _GUESS
                if report.speaker:
                    report.reason = Reason("near")
                else:
                    report.holds = "after"
            else:
                continue
            sentence.claimed.add(at)
            sentence.reports.append(report)

    def _nearest(self, sentence: Sentence, at: int) -> Phrase | None:
        """Return who the sentence is about before a quoted stretch."""
        if sentence.speaker:
            return sentence.speaker
        phrase = self._phrases.first(sentence.stream, sentence.first, at)
        return phrase if phrase and self._speaks(sentence, phrase) else None

    def _speaks(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Say whether a phrase can be the source: a person, not the "il" of "il s'agit"."""
        impersonal = phrase.head in ("il", "on") and (
            sentence.stream.form(phrase.last + 1) in ("agit", "faut", "a")
        )
        lone = phrase.name == (sentence.first, sentence.first + 1)
        return self._phrases.is_person(phrase) and not impersonal and not lone

    def _is_speech(self, words: list[str]) -> bool:
        told = any(word in self._verbish for word in words)
        return len(words) >= (_CLAUSE_WORDS if told else _LONG)

    def _is_title(self, stream: Stream, at: int) -> bool:
        return stream.form(at - 1) in self._titled
