"""The proper name inside a phrase, and the word that says what its bearer is."""

from app.attribution.grammar import Phrase
from app.attribution.smallwords import SmallWords
from app.attribution.tokens import Stream

# "la Défense James Mattis": a governed noun, then a first name and a surname.
_GOVERNED_NAME = 3


class Proper:
    """Finds the head and the proper name of a phrase."""

    def __init__(self, words: SmallWords) -> None:
        """Keep the small words of the language."""
        self._words = words

    def describe(self, stream: Stream, first: int, last: int) -> Phrase:
        """Return a phrase with its head and the proper name that stands for the same person."""
        phrase = Phrase(first, last)
        phrase.head = self._head(stream, first, last)
        phrase.name = self._name(stream, first, last, phrase.head)
        return phrase

    def _head(self, stream: Stream, first: int, last: int) -> str:
        for at in range(first, last):
            form = stream.forms[at]
            named = stream.capital(at) and at > first and not self._is_title(stream, at)
            if form in self._words.kinds and not named:
                return form
            if form in self._words.linking and at > first:
                break
        return ""

    def _name(self, stream: Stream, first: int, last: int, head: str) -> tuple[int, int] | None:
        """Return the run of capitals that names the phrase's own person or body."""
        at = first
        while at < last:
            if self._capital_word(stream, at):
                end = self._run_end(stream, at, last)
                governed = at > first and self._governed(stream, at, first)
                if not governed:
                    return (at, end)
                if head and self._capitals(stream, at, end) >= _GOVERNED_NAME:
                    return (at + 1, end)
                at = end
            else:
                at += 1
        return None

    def _governed(self, stream: Stream, index: int, first: int) -> bool:
        """Say whether a name hangs on a preposition: "l'avocate de Jean Morel" is not him."""
        before = stream.forms[index - 1]
        if before in self._words.linking or before in self._words.contracted:
            return True
        at = index - 1
        return (
            before in self._words.determiners
            and at - 1 >= first
            and stream.forms[at - 1] in self._words.linking
        )

    def _capitals(self, stream: Stream, first: int, last: int) -> int:
        return sum(stream.capital(at) for at in range(first, last))

    def _capital_word(self, stream: Stream, index: int) -> bool:
        form = stream.forms[index]
        return (
            form[0].isalpha()
            and stream.capital(index)
            and form not in self._words.determiners
            and form not in self._words.titles
            and form not in self._words.linking
            and (form not in self._words.kinds or self._is_title(stream, index))
            and form not in self._words.not_names
        )

    def _is_title(self, stream: Stream, index: int) -> bool:
        """Say whether a kind of body with a capital begins its name: "le Journal de Brisol"."""
        form = stream.forms[index]
        led = index > 0 and stream.forms[index - 1] in self._words.determiners
        return led and form in self._words.bodies

    def _run_end(self, stream: Stream, index: int, last: int) -> int:
        at = index + 1
        while at < last:
            if stream.forms[at][0].isalpha() and stream.capital(at):
                at += 1
            elif (
                stream.forms[at] in self._words.particles
                and at + 1 < last
                and self._particle(stream, at)
            ):
                at += 2
            else:
                break
        return at

    def _links(self, stream: Stream, index: int, at: int, last: int) -> bool:
        """Say whether a preposition goes on with the name of a body: "Journal du Dimanche"."""
        inside = stream.forms[index] in self._words.bodies and at + 1 < last
        return inside and stream.forms[at] in self._words.linking and stream.capital(at + 1)

    def _particle(self, stream: Stream, index: int) -> bool:
        """Say whether a small word belongs to a name: "Jeanne de Brisac", not "la Mer de Jean"."""
        if stream.forms[index] not in self._words.genitive:
            return stream.capital(index + 1) and stream.forms[index] not in self._words.contracted
        last = index + 2 >= len(stream.forms) or not stream.capital(index + 2)
        led = index > 1 and stream.forms[index - 2] in self._words.determiners
        return stream.capital(index + 1) and last and not led
