"""Every place of a paragraph where a person, a body or a known role is named."""

from dataclasses import replace

from app.attribution.grammar import Phrase
from app.attribution.lexicon import Lexicon
from app.attribution.namings import Namer, Naming
from app.attribution.phrases import Phrases
from app.attribution.smallwords import FARTHEST
from app.attribution.tokens import ASIDE, Stream


class Mentions:
    """Finds names, titles with names, and roles, in reading order."""

    def __init__(self, lexicon: Lexicon, phrases: Phrases, namer: Namer) -> None:
        """Keep the words that can stand around a name."""
        self._phrases = phrases
        self._namer = namer
        self._roles = lexicon["people.roles"]
        self._organisations = lexicon["people.organisations"]
        self._heads = self._roles | self._organisations
        self._determiners = lexicon["determiners"]
        self._joining = lexicon["joining"]
        self._prepositions = lexicon["prepositions"]
        self._places = lexicon["place_prepositions"]
        self._titles = (
            lexicon["titles.masculine"] | lexicon["titles.feminine"] | lexicon["titles.either"]
        )
        self._leading = self._heads | self._titles
        self._not_names = lexicon["not_names"]
        self._small = lexicon["role_fillers"]

    def of(self, stream: Stream) -> tuple[Naming, ...]:
        """Return the namings of a paragraph, outside quotation marks."""
        found: list[Naming] = []
        forms, capitals = stream.forms, stream.capitals
        for number, (first, last) in enumerate(stream.sentences):
            at = first
            while at < last:
                if not (capitals[at] or forms[at] in self._leading):
                    at += 1
                    continue
                here = at
                naming, at = self._at(stream, at, first, last, number)
                if naming:
                    before = stream.form(here - 1) if here > first else ""
                    found.append(replace(naming, governed=before in self._prepositions))
        return tuple(found)

    def _at(
        self, stream: Stream, at: int, first: int, last: int, number: int
    ) -> tuple[Naming | None, int]:
        """Return the naming that begins at a token, and where to go on."""
        form = stream.forms[at]
        if form in self._heads:
            start = self._role_start(stream, at, first)
            phrase = self._alone(stream, self._phrases.at(stream, start, last))
            if phrase.last > at and (phrase.name or form in self._roles):
                return self._namer.of(stream, phrase, number), max(phrase.last, at + 1)
        elif form in self._titles and at + 1 < last and stream.capital(at + 1):
            phrase = self._alone(stream, self._phrases.at(stream, at, last))
            return self._namer.of(stream, phrase, number), max(phrase.last, at + 1)
        elif stream.capital(at) and form[0].isalpha() and form not in self._not_names:
            return self._name(stream, at, first, last, number)
        return None, at + 1

    def _alone(self, stream: Stream, phrase: Phrase) -> Phrase:
        """Return a phrase without the ones joined to it: each of them is met in its turn."""
        first = phrase.name[1] if phrase.name else phrase.last
        for at in range(first, phrase.last):
            if stream.forms[at] in self._joining:
                return Phrase(phrase.first, at, phrase.head, phrase.name)
        return phrase

    def _role_start(self, stream: Stream, at: int, first: int) -> int:
        """Return the determiner before a role: "le nouveau ministre"."""
        start = at
        while start > first and stream.forms[start - 1] in self._small:
            start -= 1
        before = stream.form(start - 1) if start > first else ""
        return start - 1 if before in self._determiners else start

    def _name(
        self, stream: Stream, at: int, first: int, last: int, number: int
    ) -> tuple[Naming | None, int]:
        """Return a name that stands without title or role."""
        phrase = self._phrases.describe(stream, at, min(last, at + FARTHEST))
        if not phrase.name or phrase.name[0] != at:
            return None, at + 1
        end = phrase.name[1]
        before = stream.form(at - 1) if at > first else ""
        person = before not in self._places and before not in self._determiners and end - at > 1
        whole = self._apposed(stream, Phrase(at, end, name=phrase.name), last)
        naming = self._namer.of(stream, whole, number)
        lone = end - at == 1
        return replace(naming, initial=lone and at == first, person=person), whole.last

    def _apposed(self, stream: Stream, phrase: Phrase, last: int) -> Phrase:
        """Take in the role after a name: "Odile Marchand, maire de Brisol,"."""
        at = phrase.last
        if at + 1 < last and stream.forms[at] in (",", ASIDE):
            at += 1
            if self._phrases.names_role(stream, at):
                role = self._phrases.at(stream, at, last)
                return Phrase(phrase.first, role.last, role.head, phrase.name)
        return phrase
