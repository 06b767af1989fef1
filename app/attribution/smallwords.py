"""The small words phrases are made of, and the questions asked about them."""

import re

from app.attribution.grammar import Phrase
from app.attribution.lexicon import Lexicon
from app.attribution.tokens import ASIDE, QUOTE, Stream

PUNCTUATION = frozenset({",", ";", ":", ".", "!", "?", "…", "...", "—", "–", "-", "(", ")"})
FARTHEST = 40
# Words of a place or a party before a role: "the Port Ellery mayor".
_PLACE_WORDS = 3
_ELIDED = re.compile(r"(?<=')(?=\w)")


class SmallWords:
    """Sets of words that begin, link and end noun phrases."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the sets of small words phrases are made of."""
        self.determiners = lexicon["determiners"]
        self.plural = lexicon["plural_determiners"]
        self.contracted = lexicon["contracted"]
        self.linking = lexicon["linking"]
        self.prepositions = lexicon["prepositions"]
        self.conjunctions = lexicon["conjunctions"]
        self.subordinators = lexicon["subordinators"]
        self.relatives = lexicon["relatives"]
        self.pronouns = lexicon["subject_pronouns"]
        self.demonstratives = lexicon["demonstratives"]
        self.adverbs = lexicon["adverbs"] | lexicon["days"] | lexicon["months"]
        self.titles = (
            lexicon["titles.masculine"] | lexicon["titles.feminine"] | lexicon["titles.either"]
        )
        self.verbs = lexicon["have"] | lexicon["be"]
        self.frozen = lexicon["adverbial_nouns"]
        self.particles = lexicon["particles"]
        self.not_names = lexicon["not_names"]
        self._take_adverbials(lexicon)
        self.joining = lexicon["joining"]
        self.not_antecedents = lexicon["not_antecedents"] | self.joining
        self._take_endings(lexicon)
        self._gerund_lead = lexicon["gerund_lead"]
        self._take_kinds(lexicon)
        self._take_verbs(lexicon)
        self._combine()

    def _take_adverbials(self, lexicon: Lexicon) -> None:
        """Keep the fixed adverbials by their first word, the longest first."""
        self._adverbials: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted(lexicon["adverbials"], key=len, reverse=True):
            parts = tuple(_ELIDED.sub(" ", words).split())
            self._adverbials.setdefault(parts[0], []).append(parts)

    def _take_endings(self, lexicon: Lexicon) -> None:
        """Keep the words that join, and the endings that tell an adverb and a gerund."""
        self.genitive = lexicon["genitive"]
        self.adverb_endings = tuple(lexicon["adverb_endings"])
        self.gerund_endings = tuple(lexicon["gerund_endings"])

    def _take_kinds(self, lexicon: Lexicon) -> None:
        """Keep the nouns that say who or what speaks."""
        self._fillers = lexicon["role_fillers"]
        self.kinds = (
            lexicon["people.roles"]
            | lexicon["people.organisations"]
            | lexicon["people.documents"]
            | lexicon["people.collective"]
            | lexicon["people.anonymous"]
        )
        self.kinds |= {f"{kind}s" for kind in self.kinds}
        self.bodies = lexicon["people.organisations"] | lexicon["people.documents"]
        self.kinds |= self.demonstratives
        self._people = self.kinds - lexicon["people.documents"]

    def _take_verbs(self, lexicon: Lexicon) -> None:
        """Keep what tells a finite verb."""
        self._finite = lexicon["finite"] | (self.verbs - lexicon["not_finite"])
        self._verbal_endings = tuple(lexicon["verbal_endings"])
        self._not_verbal = lexicon["not_verbal"]
        self._before_verb = lexicon["before_verb"]

    def _combine(self) -> None:
        """Make of the small sets the larger ones that are asked for at every word."""
        self.beginning = self.determiners | self.contracted | self.titles
        stopping = (
            PUNCTUATION
            | self.prepositions
            | self.subordinators
            | self.verbs
            | self.adverbs
            | self.conjunctions
        )
        self._stopping = stopping
        self._small = (
            (stopping - self.verbs)
            | self.determiners
            | self.pronouns
            | self.titles
            | {QUOTE, ASIDE}
        )

    def is_small(self, form: str) -> bool:
        """Say whether a word is no noun, no adjective and no verb."""
        return form in self._small

    def is_adverbial(self, form: str) -> bool:
        """Say whether a word is an adverb or a number, by list or by ending."""
        return form in self.adverbs or form[0].isdigit() or form.endswith(self.adverb_endings)

    def adverbial_at(self, stream: Stream, index: int) -> int:
        """Return the length of the fixed adverbial that begins at a token, 0 for none."""
        for words in self._adverbials.get(stream.forms[index], ()):
            if tuple(stream.forms[index : index + len(words)]) == words:
                return len(words)
        return 0

    def is_gerund(self, lead: str, form: str) -> bool:
        """Say whether two words make a gerund that ends a phrase: "en soulignant"."""
        return lead in self._gerund_lead and form.endswith(self.gerund_endings)

    def is_verbal(self, stream: Stream, index: int) -> bool:
        """Guess whether a token is a finite verb, by list, by ending or by the word before it."""
        form = stream.forms[index]
        if form in self._finite:
            return True
        if stream.capital(index) or form in self._small or not form[0].isalpha():
            return False
        if form.endswith(self._verbal_endings) and form not in self._not_verbal:
            return True
        return index > 0 and stream.forms[index - 1] in self._before_verb

    def has_verb(self, stream: Stream, first: int, last: int) -> bool:
        """Say whether a clause seems to stand between two tokens."""
        return any(self.is_verbal(stream, at) for at in range(first, last))

    def begins(self, stream: Stream, index: int) -> bool:
        """Say whether a noun phrase can begin at a token."""
        form = stream.forms[index]
        return (
            form in self.determiners
            or form in self.titles
            or form in self.kinds
            or (form[0].isalpha() and stream.capital(index))
            or form == QUOTE
        )

    def stops(self, stream: Stream, index: int) -> bool:
        """Say whether a token cannot stand inside a noun phrase; in a name, any word can."""
        form = stream.forms[index]
        return form in self._stopping and not (form in self.adverbs and stream.capital(index))

    def is_adjective(self, stream: Stream, index: int) -> bool:
        """Guess whether a lower-case word goes with the noun before it."""
        form = stream.forms[index]
        return form[0].isalpha() and not stream.capital(index) and not self.is_small(form)

    def is_somebody(self, phrase: Phrase) -> bool:
        """Say whether a phrase can speak: it names somebody or says what they are."""
        return phrase.pronoun or phrase.name is not None or phrase.head in self.kinds

    def is_person(self, phrase: Phrase) -> bool:
        """Say whether a phrase surely names a person or a body, not a thing they say."""
        return phrase.pronoun or phrase.name is not None or phrase.head in self._people

    def agrees(self, stream: Stream, phrase: Phrase, *, plural: bool | None) -> bool:
        """Say whether a phrase can be the subject of a verb of this number; unknown ones can."""
        lead = stream.forms[phrase.first]
        if plural is None or phrase.pronoun or lead not in self.determiners:
            return True
        joined = any(form in self.joining for form in stream.forms[phrase.first : phrase.last])
        return joined or (lead in self.plural) == plural

    def names_role(self, stream: Stream, index: int) -> bool:
        """Say whether a role begins at a token: "mayor", "the mayor", "the Brisol mayor"."""
        led = stream.form(index) in self.determiners
        at = index + 1 if led else index
        while stream.form(at) in self._fillers or (
            led and at - index <= _PLACE_WORDS and at < len(stream.forms) and stream.capital(at)
        ):
            at += 1
        return stream.form(at) in self.kinds
