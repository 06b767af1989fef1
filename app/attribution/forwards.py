"""Phrases read forwards: the one that follows a cue, the first of a stretch."""

from app.attribution.grammar import Phrase
from app.attribution.proper import Proper
from app.attribution.smallwords import FARTHEST, PUNCTUATION, SmallWords
from app.attribution.tokens import ASIDE, QUOTE, Stream


class Forwards:
    """Reads a phrase from its first word."""

    def __init__(self, words: SmallWords, proper: Proper) -> None:
        """Keep the small words of the language and the reader of names."""
        self._words = words
        self._proper = proper

    def after(self, stream: Stream, index: int, high: int) -> Phrase | None:
        """Return the phrase that follows a token, over adverbials and places."""
        at = self._over_adverbials(stream, self._over_aside(stream, index), high)
        if at >= high:
            return None
        form = stream.forms[at]
        if form in self._words.pronouns and form not in self._words.determiners:
            return Phrase(at, at + 1, form, pronoun=True)
        if form in self._words.demonstratives and stream.form(at + 1) in self._words.relatives:
            return Phrase(at, self._clause_end(stream, at + 1, high), form)
        return self.at(stream, at, high) if self._words.begins(stream, at) else None

    def _clause_end(self, stream: Stream, index: int, high: int) -> int:
        """Return the sign that ends a relative clause."""
        at = index
        while at < high and stream.forms[at] not in PUNCTUATION and stream.forms[at] != QUOTE:
            at += 1
        return at

    def at(self, stream: Stream, index: int, high: int) -> Phrase:
        """Return the phrase that begins at a token."""
        last = self._end(stream, index, high)
        phrase = self._proper.describe(stream, index, last)
        if last < high - 1 and stream.forms[last] == ",":
            return self._with_apposition(stream, phrase, last, high)
        return phrase

    def _with_apposition(self, stream: Stream, phrase: Phrase, comma: int, high: int) -> Phrase:
        """Take in what follows the comma: a name after a role, a role after a name."""
        start = comma + 1
        form = stream.forms[start]
        named = stream.capital(start) or form in self._words.titles
        roled = form in self._words.kinds or (
            form in self._words.determiners and stream.form(start + 1) in self._words.kinds
        )
        if not (roled or (named and phrase.name is None)):
            return phrase
        last = self._end(stream, start, high)
        bare = phrase.name is None and named
        if bare or last >= high or stream.forms[last] in PUNCTUATION:
            added = self._proper.describe(stream, start, last)
            if phrase.name is None and added.name and named:
                phrase.name = added.name
            if phrase.name:
                phrase.last = last
        return phrase

    def _over_aside(self, stream: Stream, index: int) -> int:
        """Return the token after one word set off by commas: "commente, amère, la maire"."""
        aside = stream.form(index) == "," and stream.form(index + 2) == ","
        return index + 3 if aside and not stream.capital(index + 1) else index

    def _over_adverbials(self, stream: Stream, index: int, high: int) -> int:
        """Return the first token after adverbs, dates and prepositional phrases of place."""
        at = index
        while at < high:
            form = stream.forms[at]
            if (
                self._words.is_adverbial(form)
                or form == ASIDE
                or self._light_comma(stream, at, index)
            ):
                at += 1
            elif step := self._words.adverbial_at(stream, at):
                at += step
            elif form in self._words.determiners and self._is_time(stream, at + 1):
                at += 2
            elif stream.forms[at : at + 3] == ["il", "y", "a"]:
                at = self._over_prepositional(stream, at + 3, high)
            elif form in self._words.prepositions and form not in self._words.genitive:
                at = self._over_prepositional(stream, at + 1, high)
            else:
                return at
        return at

    def _is_time(self, stream: Stream, index: int) -> bool:
        """Say whether a number or a time of day follows an article: "le 3 mai", "le soir"."""
        form = stream.form(index)
        timed = form in self._words.adverbs and not stream.capital(index)
        return form[:1].isdigit() or timed

    def _light_comma(self, stream: Stream, at: int, index: int) -> bool:
        """Say whether a comma stands among adverbials: "a dit, mardi 3 mai à Brisol, le maire"."""
        if stream.forms[at] != ",":
            return False
        following = stream.form(at + 1)
        led = following in self._words.prepositions or self._words.is_adverbial(following or ",")
        led = led or stream.form(at + 2)[:1].isdigit()
        return at > index or led

    def _over_prepositional(self, stream: Stream, index: int, high: int) -> int:
        """Return the token after a preposition's phrase: determiner, noun, complement."""
        at = index
        while at < high and stream.forms[at] in self._words.determiners | self._words.linking:
            at += 1
        if at < high:
            at = self._over_name(stream, at, high)
            while at < high and self._words.is_adjective(stream, at):
                at += 1
        if at < high - 1 and stream.forms[at] in self._words.linking:
            return self._over_prepositional(stream, at + 1, high)
        return at

    def _over_name(self, stream: Stream, index: int, high: int) -> int:
        """Return the token after a noun or, where it is a name, after all its capitals."""
        at = index + 1
        if not stream.capital(index):
            return at
        while at < high and stream.capital(at) and stream.forms[at] not in self._words.titles:
            at += 1
        return at

    def _end(self, stream: Stream, index: int, high: int) -> int:
        """Return the end of the phrase that begins at a token."""
        at = index + 1
        while at < high and at - index < FARTHEST and not self._ends(stream, at, high):
            at += 1
        return at

    def _ends(self, stream: Stream, at: int, high: int) -> bool:
        """Say whether a phrase ends before a token."""
        form = stream.forms[at]
        if form in self._words.conjunctions:
            return form not in self._words.joining or not self._joins(stream, at, high)
        if form in self._words.linking:
            following, second = stream.form(at + 1), stream.form(at + 2)
            adverbial = following in self._words.frozen or second in self._words.frozen
            return adverbial or self._words.is_gerund(form, following)
        return self._words.stops(stream, at) or self._another(stream, at)

    def _another(self, stream: Stream, index: int) -> bool:
        """Say whether a determiner begins another phrase: nothing links it to this one."""
        before = stream.forms[index - 1]
        return (
            stream.forms[index] in self._words.determiners
            and not stream.capital(index)
            and before not in self._words.linking
            and before not in self._words.determiners
            and before not in self._words.conjunctions
        )

    def _joins(self, stream: Stream, index: int, high: int) -> bool:
        """Say whether "et" joins two phrases: what follows begins one."""
        following = index + 1
        if following < high and stream.forms[following] in self._words.linking:
            return stream.form(following + 1) not in self._words.frozen
        return following < high and self._words.begins(stream, following)

    def adverbial_end(self, stream: Stream, index: int, high: int) -> int:
        """Return the first token after what can stand between a verb and its clause."""
        at = self._over_adverbials(stream, index, high)
        if at < high and stream.forms[at] == ",":
            at += 1
            at = self._over_adverbials(stream, at, high)
        return at

    def first(self, stream: Stream, low: int, high: int) -> Phrase | None:
        """Return the first phrase of a stretch that no preposition governs."""
        spare: Phrase | None = None
        at = self._over_adverbials(stream, low, high)
        while at < high:
            form = stream.forms[at]
            if form in self._words.pronouns and form not in self._words.determiners:
                return Phrase(at, at + 1, form, pronoun=True)
            if self._words.begins(stream, at) and form != QUOTE:
                phrase = self.at(stream, at, high)
                if phrase.name or phrase.head:
                    return phrase
                spare = spare or phrase
                at = phrase.last
            else:
                at += 1
        return None
