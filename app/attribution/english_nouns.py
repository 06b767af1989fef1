"""Nouns that report: "his claim that …", "a promise by Ann Harrow to …"."""

from app.attribution.english_extent import Extent
from app.attribution.english_subjects import Subjects
from app.attribution.grammar import Phrase
from app.attribution.lexicon import Lexicon
from app.attribution.sentence import Claim, Sentence
from app.attribution.tokens import QUOTE

_BY = 7
_POSSESSIVE = frozenset({"'s", "'"})


class Nouns:
    """Reads the clauses that hang on a noun of speech."""

    def __init__(self, lexicon: Lexicon, subjects: Subjects, extent: Extent) -> None:
        """Keep the nouns, and the readers of phrases and clauses."""
        self._that = lexicon["nouns.that"]
        self._of = lexicon["nouns.of"]
        self._to = lexicon["nouns.to"]
        self._owners = lexicon["owners"]
        self._subjects = subjects
        self._extent = extent

    def read(self, sentence: Sentence) -> None:
        """Report what a sentence says by its nouns."""
        forms = sentence.stream.forms
        for at in range(sentence.first, sentence.last - 2):
            if forms[at] in self._that and (start := self._clause(sentence, at)):
                end = self._extent.end(sentence, start)
                if self._is_subject(sentence, at):
                    end = self._extent.main_verb(sentence.stream, start, end)
                self._emit(sentence, at, (start, end))
            elif forms[at] in self._of and forms[at + 1 : at + 3] == ["of", QUOTE]:
                self._emit(sentence, at, (at + 2, at + 3))

    def _clause(self, sentence: Sentence, at: int) -> int:
        """Return the first token of the clause of a noun, over "by somebody"; 0 for none."""
        forms = sentence.stream.forms
        if any(hit.first <= at < hit.last for hit in sentence.hits):
            return 0
        that = at + 1
        if forms[that] in ("by", "from"):
            reach = min(sentence.last - 1, that + _BY)
            that = next((k for k in range(that, reach) if forms[k] == "that"), that)
        if forms[that] in ("is", "was", "that"):
            return that + 1 + (forms[that] != "that") if "that" in forms[that : that + 2] else 0
        return that if forms[that] == "to" and forms[at] in self._to else 0

    def _is_subject(self, sentence: Sentence, at: int) -> bool:
        """Say whether a noun can be the subject of a verb after its clause: none stands before it."""
        stream = sentence.stream
        start = max(sentence.clause_start(at), sentence.covered)
        return not self._extent.holds_verb(stream, start, at)

    def _emit(self, sentence: Sentence, at: int, place: tuple[int, int]) -> None:
        start, end = place
        stream = sentence.stream
        cue = (stream.starts[at], stream.ends[at])
        if any(report.start == stream.starts[start] for report in sentence.reports):
            return
        covered = sentence.covered
        claim = Claim(self._speaker(sentence, at), "noun", cue)
        sentence.emit(start, end, claim)
        sentence.covered = covered

    def _speaker(self, sentence: Sentence, at: int) -> Phrase | None:
        """Return whose words a noun reports: "by" somebody, its owner, or the subject."""
        stream = sentence.stream
        if stream.forms[at + 1] in ("by", "from"):
            return self._subjects.at(stream, at + 2, sentence.last)
        for owner in range(at - 1, max(sentence.first, at - 4) - 1, -1):
            if stream.forms[owner] in _POSSESSIVE and owner > sentence.first:
                return self._subjects.before(stream, owner, sentence.first)
            if stream.forms[owner] in self._owners:
                return self._subjects.main(stream, sentence.first, at) or Phrase(
                    owner, owner + 1, stream.forms[owner], pronoun=True
                )
        return None
