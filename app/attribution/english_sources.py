"""Sources without a verb: "according to Ann Harrow", "in her view"."""

from app.attribution.english_extent import Extent
from app.attribution.english_subjects import Subjects
from app.attribution.grammar import Phrase
from app.attribution.sentence import Claim, Sentence

_LEAST = 3


class Sources:
    """Reads what "according to" reports."""

    def __init__(self, subjects: Subjects, extent: Extent) -> None:
        """Keep the readers of phrases and of complements."""
        self._subjects = subjects
        self._extent = extent

    def read(self, sentence: Sentence) -> None:
        """Report what a sentence says according to somebody."""
        forms = sentence.stream.forms
        for at in range(sentence.first, sentence.last - 2):
            if forms[at] == "according" and forms[at + 1] == "to":
                self._according(sentence, at)

    def _according(self, sentence: Sentence, at: int) -> None:
        stream = sentence.stream
        first = at + 3 if stream.forms[at + 2] == "even" else at + 2
        speaker = self._subjects.at(stream, first, sentence.last)
        cue = (stream.starts[at], stream.ends[at + 1])
        claim = Claim(speaker, "according", cue)
        since = len(sentence.reports)
        start = max(sentence.clause_start(at), sentence.covered)
        if at - start >= _LEAST:
            self._emit(sentence, start, at, claim)
        end = self._comma(sentence, speaker)
        if end and (at - start < _LEAST or self._goes_on(sentence, end)):
            self._emit(sentence, end, sentence.last, claim)
        sentence.join(since)

    def _emit(self, sentence: Sentence, start: int, end: int, claim: Claim) -> None:
        """Report a clause, or the quoted stretches that are all of it."""
        covered = sentence.covered
        sentence.emit(start, end, claim)
        sentence.covered = covered

    def _comma(self, sentence: Sentence, speaker: Phrase) -> int:
        """Return the token after the comma that closes the source's phrase, 0 for none."""
        forms = sentence.stream.forms
        for at in range(speaker.last, sentence.last):
            if forms[at] in (",", ":"):
                return at + 1
        return 0

    def _goes_on(self, sentence: Sentence, at: int) -> bool:
        stream = sentence.stream
        if self._extent.is_rest(stream, at):
            return True
        turned = stream.form(at) in self._extent.turning
        return not turned and self._extent.is_clause(stream, at, sentence.last)
