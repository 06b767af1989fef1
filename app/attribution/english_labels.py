"""Speakers named by a label before a colon: transcripts, interviews, headlines."""

from app.attribution.english_subjects import Subjects
from app.attribution.grammar import Phrase, Report
from app.attribution.lexicon import Lexicon
from app.attribution.sentence import Sentence
from app.attribution.tokens import ASIDE, QUOTE, Stream
from app.domain.quote import QuoteKind, Reason

_LONGEST = 7
_LEAST = 3
_NAME_WORDS = 2
# In an interview the questions are the reporter's own.
_ANSWER = ["a"]
_SHORTEST = 8
_HEADLINE = 16
_SURE = 0.8


class Labels:
    """Reads a paragraph that begins with the name of its speaker: "HARROW: We will stay."."""

    def __init__(self, lexicon: Lexicon, subjects: Subjects) -> None:
        """Keep the words that can stand in a label."""
        self._subjects = subjects
        self._not_labels = lexicon["not_labels"]
        self._kinds = lexicon["people.roles"] | lexicon["people.collective"]
        self._kinds |= lexicon["people.organisations"] | lexicon["people.documents"]
        self._titles = (
            lexicon["titles.masculine"] | lexicon["titles.feminine"] | lexicon["titles.either"]
        )

    def read(self, sentence: Sentence) -> None:
        """Report what a paragraph says under its label: all of it, not its first sentence."""
        stream = sentence.stream
        if sentence.first:
            return
        colon = self._colon(stream, min(sentence.last - 1, _LONGEST))
        if not colon or not self._names(stream, colon):
            return
        speaker = self._subjects.described(stream, 0, colon)
        self._emit(sentence, colon, speaker)

    def _colon(self, stream: Stream, high: int) -> int:
        """Return the colon that ends a label, 0 for none."""
        return next((at for at in range(1, high) if stream.forms[at] == ":"), 0)

    def _names(self, stream: Stream, colon: int) -> bool:
        """Say whether the words before a colon name a speaker."""
        forms = stream.forms[:colon]
        if forms == _ANSWER:
            return True
        if self._not_labels & set(forms) or QUOTE in forms:
            return False
        if stream.words(0, colon).isupper():
            return True
        named = all(stream.capital(at) or stream.forms[at] == ASIDE for at in range(colon))
        headline = len(stream.sentences) == 1 and _SHORTEST <= len(stream.forms) <= _HEADLINE
        told = colon >= _NAME_WORDS or forms[0] in self._kinds or headline
        return named and (told or stream.form(colon + 1) == QUOTE)

    def _emit(self, sentence: Sentence, colon: int, speaker: Phrase) -> None:
        """Write down the words after a label to the end of their paragraph."""
        stream = sentence.stream
        last = len(stream.forms) - 1
        if last - colon < _LEAST and stream.forms[last] != QUOTE:
            return
        start, end = stream.starts[colon + 1], stream.ends[last]
        marks = [at for at in stream.marks if at > colon]
        kind = QuoteKind.DIRECT
        if marks == [colon + 1] and last == colon + 1:
            inner = stream.marks[marks[0]].inner
            start, end = inner.start, inner.end
        elif marks:
            kind = QuoteKind.MIXED
        report = Report(start, end, kind, Reason("label"), speaker, confidence=_SURE)
        report.cue = (stream.starts[colon], stream.ends[colon])
        sentence.reports.append(report)
        sentence.claimed.update(marks)
        sentence.speaker = speaker
