"""A role and whose it is: "the Brisol mayor", "the club's captain, Ann Harrow,"."""

from app.attribution.grammar import Phrase
from app.attribution.lexicon import Lexicon
from app.attribution.tokens import Stream

# A first name and a surname: one capital beside a role may as well be a place or a party.
_NAME = 2


class Roles:
    """Tells the name of who holds a role from the names that only say where it is held."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the words for bodies, and the titles that stand before a name."""
        self._bodies = lexicon["people.organisations"] | lexicon["people.documents"]
        self._determiners = lexicon["determiners"]
        self._titles = (
            lexicon["titles.masculine"] | lexicon["titles.feminine"] | lexicon["titles.either"]
        )

    def held(self, stream: Stream, phrase: Phrase) -> Phrase:
        """Return a phrase that ends in a role without the name before it: "the Brisol mayor"."""
        at = phrase.last - 1
        if phrase.name and phrase.name[1] <= at and self._is_role(stream, phrase, phrase.last):
            phrase.name, phrase.head = None, stream.forms[at]
        return phrase

    def with_name(self, stream: Stream, phrase: Phrase, high: int) -> Phrase:
        """Return a role with the name set off after it: "the Brisol mayor, Ann Harrow,"."""
        comma = self._comma(stream, phrase)
        if not (
            comma < high and stream.forms[comma] == "," and self._is_role(stream, phrase, comma)
        ):
            return phrase
        start = comma + 1
        end = start
        while end < high and (stream.capital(end) or stream.forms[end] in self._titles):
            end += 1
        while start < end and stream.forms[start] in self._titles:
            start += 1
        closed = end >= len(stream.forms) or stream.forms[end] in (",", ".", ";") or end == high
        if closed and end - start >= _NAME:
            return Phrase(phrase.first, end, stream.forms[comma - 1], (start, end))
        return phrase

    def _comma(self, stream: Stream, phrase: Phrase) -> int:
        """Return where the comma after a role would stand, within the phrase or right after it."""
        for at in range(phrase.first, phrase.last):
            if stream.forms[at] == ",":
                return at
        return phrase.last

    def _is_role(self, stream: Stream, phrase: Phrase, comma: int) -> bool:
        """Say whether the words before a comma end in what somebody is, not in a name."""
        at = comma - 1
        if phrase.pronoun or at <= phrase.first or stream.capital(at):
            return False
        form = stream.forms[at]
        return form.isalpha() and form not in self._bodies and self._leads(stream, phrase.first)

    def _leads(self, stream: Stream, at: int) -> bool:
        """Say whether a phrase begins as one that speaks of somebody known."""
        return stream.forms[at] in self._determiners or stream.form(at + 1) in ("'s", "'", "’s")
