"""Incises inside quotation marks, as French allows: « La route, dit-il, rouvrira. »."""

import re
import unicodedata

from app.attribution.french_cues import Cues
from app.attribution.french_subjects import Subjects
from app.attribution.french_tokens import PATTERN
from app.attribution.grammar import Hit, Phrase, Report
from app.attribution.lexicon import Lexicon
from app.attribution.phrases import Phrases
from app.attribution.sentence import SOFT, Sentence, content
from app.attribution.tokens import unfolded
from app.domain.quote import QuoteKind, Reason

_AFTER_COMMA = re.compile(
    r"[,!?…][\s\u00a0]+([\w'’-]+)(?:[\s\u00a0]+([\w'’-]+))?(?:[\s\u00a0]+([\w'’-]+))?"
)
_ENDS = frozenset({",", ":", ".", ";", "!", "?", "…"})


class Incises:
    """Finds who speaks inside a quoted stretch, and takes the stretch apart there."""

    def __init__(self, lexicon: Lexicon, phrases: Phrases, cues: Cues, subjects: Subjects) -> None:
        """Keep the readers of cues and subjects."""
        self._forms = lexicon.forms
        self._inverted = lexicon["inverted_pronouns"]
        self._first_persons = lexicon["first_persons"]
        self._phrases = phrases
        self._cues = cues
        self._subjects = subjects

    def read(self, sentence: Sentence) -> None:
        """Report the quoted stretches of a sentence that hold their own incise."""
        stream = sentence.stream
        for at in sentence.free_quotes(sentence.first, sentence.last):
            inner = stream.marks[at].inner
            if self._may(inner.of(stream.text)):
                self._split(sentence, at)

    def _may(self, words: str) -> bool:
        """Say whether a reporting form stands near a comma, before anything is cut into tokens."""
        for match in _AFTER_COMMA.finditer(unicodedata.normalize("NFC", words).lower()):
            for word in match.groups():
                if word and word.replace("’", "'").split("-")[0].split("'")[-1] in self._forms:
                    return True
        return False

    def _split(self, sentence: Sentence, at: int) -> None:
        """Report the pieces of a quoted stretch on both sides of its incise."""
        mark = sentence.stream.marks[at]
        stream = unfolded(sentence.stream.text, mark.inner.start, mark.inner.end, PATTERN)
        since = len(sentence.reports)
        for first, last in stream.sentences:
            inside = Sentence(stream, first, last, covered=first)
            inside.hits = self._cues.of(stream, first, last)
            for hit in inside.hits:
                speaker = self._speaker(inside, hit)
                if speaker:
                    self._pieces(sentence, inside, hit, speaker)
                    sentence.claimed.add(at)
                    sentence.join(since)
                    return

    def _speaker(self, inside: Sentence, hit: Hit) -> Phrase | None:
        """Return who speaks in an incise: a verb after a comma, its subject after it, an end."""
        stream = inside.stream
        if stream.form(hit.first - 1) not in SOFT or hit.first == inside.first:
            return None
        speaker = self._subjects.after(inside, hit)
        if speaker is None and hit.form.mood in ("finite", "participle"):
            speaker = self._phrases.after(stream, hit.last, inside.last)
        if speaker is None or speaker.head in self._first_persons:
            return None
        end = max(speaker.last, hit.last)
        if speaker.pronoun:
            return speaker
        closed = end >= inside.last or stream.forms[end] in _ENDS
        closed = closed or self._phrases.is_somebody(speaker)
        return speaker if closed and "quote" in hit.form.verb.frames else None

    def _pieces(self, sentence: Sentence, inside: Sentence, hit: Hit, speaker: Phrase) -> None:
        """Write down the words before and after an incise."""
        stream = inside.stream
        end = max(speaker.last, hit.last)
        while end < inside.last and stream.forms[end] not in _ENDS:
            end += 1
        for first, last in ((0, hit.first), (end, len(stream.forms))):
            found = content(stream, first, last)
            if found is None:
                continue
            report = Report(found[0], found[1], QuoteKind.DIRECT, Reason("incise"), speaker)
            report.cue = inside.cue(hit)
            report.lemma, report.stance = hit.form.verb.lemma, hit.form.verb.stance
            report.within = stream
            sentence.reports.append(report)
