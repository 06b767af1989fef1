"""Words in quotation marks no English cue has claimed: speech, or the name of a thing."""

from app.attribution.english_extent import DASHES
from app.attribution.english_subjects import Subjects
from app.attribution.grammar import Phrase, Report
from app.attribution.lexicon import Lexicon
from app.attribution.phrases import Phrases
from app.attribution.sentence import HARD, SOFT, Sentence
from app.attribution.tokens import QUOTE, Stream
from app.domain.quote import QuoteKind, Reason

_ALONE = HARD | SOFT | DASHES | {":", QUOTE, "but", "and", "then"}
_ALONE_WORDS = 2
_PHRASE_WORDS = 2
_FRAGMENT_WORDS = 4
_CLAUSE_WORDS = 5
_LONG = 10
_SMALL_WORD = 4
_OWNING = frozenset({"'s", "'", "on"})
_SURE = 0.7
_GUESS = 0.5


class Marked:
    """Judges the quoted stretches left over in a sentence."""

    def __init__(self, lexicon: Lexicon, phrases: Phrases, subjects: Subjects) -> None:
        """Keep the words that tell a clause, and those that announce a name."""
        self._phrases = phrases
        self._subjects = subjects
        self._verbish = lexicon["finite"] - lexicon["also_nouns"]
        self._verbish |= lexicon["be"] | lexicon["persons"]
        self._titled = lexicon["titled.before"]
        self._finite = lexicon["finite"]

    def read(self, sentence: Sentence) -> None:
        """Report the quoted stretches of a sentence that are speech without a cue."""
        stream = sentence.stream
        left = sentence.free_quotes(sentence.first, sentence.last)
        if not left:
            return
        alone = all(form in _ALONE for form in stream.forms[sentence.first : sentence.last])
        for at in left:
            self._judge(sentence, at, alone=alone)

    def _judge(self, sentence: Sentence, at: int, *, alone: bool) -> None:
        """Report one quoted stretch if it is speech."""
        inner = sentence.stream.marks[at].inner
        copy = inner.of(sentence.stream.text)
        words = copy.lower().replace("’", "'").split()
        report = Report(inner.start, inner.end, QuoteKind.DIRECT, Reason("continuation"))
        if alone and len(words) >= _ALONE_WORDS:
            report.holds, report.confidence = "before", _SURE
        elif (
            self._is_speech(words, name=copy[0].isupper(), told=self._told(sentence, at, words))
            and not self._is_title(sentence.stream, at)
            and not (_is_name(copy) and sentence.stream.form(at - 1) in _OWNING)
        ):
            report.speaker = self._nearest(sentence, at)
            report.confidence, report.reason = _GUESS, Reason("near")
            report.holds = "" if report.speaker else "after"
        else:
            return
        sentence.claimed.add(at)
        sentence.reports.append(report)

    def _nearest(self, sentence: Sentence, at: int) -> Phrase | None:
        """Return who a quoted stretch is nearest to: its label, its tag, or the subject before."""
        stream = sentence.stream
        inner = stream.marks[at].inner.of(stream.text)
        if stream.form(at - 1) == ":" and at - 1 > sentence.first:
            found = self._subjects.before(stream, at - 1, sentence.first)
            if found and self._phrases.is_somebody(found):
                return found
        if inner.endswith((",", "?", "!")) and (tag := self._tag(sentence, at + 1)):
            return tag
        return sentence.speaker or self._verb(sentence, sentence.first, at)

    def _tag(self, sentence: Sentence, at: int) -> Phrase | None:
        """Return who stands after the marks, before whatever verb: "“No,” Harrow retaliated."."""
        stream = sentence.stream
        if found := self._verb(sentence, at, sentence.last):
            return found
        if at < sentence.last - 1 and self._subjects.begins(stream, at):
            return self._subjects.at(stream, at, sentence.last)
        return None

    def _verb(self, sentence: Sentence, low: int, high: int) -> Phrase | None:
        """Return the subject of the first verb between two tokens."""
        stream = sentence.stream
        for k in range(low + 1, high):
            form = stream.forms[k]
            if form in self._finite or form.endswith("ed"):
                found = self._subjects.before(stream, k, low)
                if found and found.head not in ("it", "there"):
                    return found
        return None

    def _told(self, sentence: Sentence, at: int, words: list[str]) -> bool:
        """Say whether somebody stands in the sentence whose words a few words may be."""
        if any(hit.last <= at for hit in sentence.hits):
            return True
        if len(words) < _PHRASE_WORDS:
            return False
        phrase = self._verb(sentence, sentence.first, at)
        return phrase is not None and self._phrases.is_person(phrase)

    def _is_speech(self, words: list[str], *, name: bool, told: bool) -> bool:
        """Say whether words in marks are speech: long enough, and no title of a work."""
        if not name:
            return told or len(words) >= _FRAGMENT_WORDS
        verbal = any(word in self._verbish for word in words)
        return len(words) >= (_CLAUSE_WORDS if verbal else _LONG)

    def _is_title(self, stream: Stream, at: int) -> bool:
        return stream.form(at - 1) in self._titled


def _is_name(copy: str) -> bool:
    """Say whether every long word of some copy has a capital: the title of a work, a name."""
    words = [word for word in copy.split() if len(word) > _SMALL_WORD]
    return copy[0].isupper() and all(word[0].isupper() for word in words)
