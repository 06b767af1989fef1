"""Phrases read backwards: the subject that stands before a verb group."""

from app.attribution.grammar import Phrase
from app.attribution.proper import Proper
from app.attribution.smallwords import FARTHEST, PUNCTUATION, SmallWords
from app.attribution.tokens import ASIDE, Stream

_RELATIVE = 6
_APPOSITION = 14


class Backwards:
    """Walks back from a verb to the first word of its subject."""

    def __init__(self, words: SmallWords, proper: Proper) -> None:
        """Keep the small words of the language and the reader of names."""
        self._words = words
        self._proper = proper

    def before(self, stream: Stream, verb: int, low: int, *, plural: bool | None) -> Phrase | None:
        """Return the subject that stands before a verb group, over insertions between commas."""
        at = verb - 1
        spare: Phrase | None = None
        for _ in range(4):
            at = self._back_over_adverbs(stream, at, low)
            if at < low:
                return spare
            if stream.forms[at] not in (",", "—", "–", "-"):
                break
            comma = self._comma_before(stream, at, low)
            inserted = self._subject_at(stream, at - 1, max(low, comma + 1), plural=plural)
            if comma < low:
                return inserted
            spare = spare or inserted
            at = comma - 1
        found = self._subject_at(stream, at, low, plural=plural)
        if found and spare and found.name is None and spare.name and not found.pronoun:
            found.name, found.last = spare.name, spare.last
        return found or spare

    def _comma_before(self, stream: Stream, index: int, low: int) -> int:
        """Return the nearest comma or dash left of a token, or a place before `low`."""
        mark = stream.forms[index]
        at = index - 1
        while at >= low and stream.forms[at] != mark:
            at -= 1
        return at

    def _back_over_adverbs(self, stream: Stream, index: int, low: int) -> int:
        at = index
        while at >= low and self._is_light(stream.forms[at]):
            at -= 1
        return at

    def _is_light(self, form: str) -> bool:
        return form == ASIDE or self._words.is_adverbial(form)

    def _subject_at(
        self, stream: Stream, end: int, low: int, *, plural: bool | None
    ) -> Phrase | None:
        """Return the phrase that ends at a token, walked back to its determiner."""
        if end < low:
            return None
        form = stream.forms[end]
        if form in self._words.pronouns:
            return Phrase(end, end + 1, form, pronoun=True)
        if form in self._words.relatives:
            return self._antecedent(stream, end, low, plural=plural)
        return self._walked(stream, end, low, plural=plural)

    def _walked(self, stream: Stream, end: int, low: int, *, plural: bool | None) -> Phrase | None:
        """Return the noun phrase that ends at a token; one inside a relative clause jumps out."""
        first = self._walk_back(stream, end, low, plural=plural)
        if first is None:
            return None
        if jump := self._relative_around(stream, first, low):
            return self._antecedent(stream, jump, low, plural=plural)
        return self._proper.describe(stream, first, end + 1)

    def _antecedent(
        self, stream: Stream, relative: int, low: int, *, plural: bool | None
    ) -> Phrase | None:
        """Return the phrase a relative pronoun goes back to."""
        at = relative - 1
        if at >= low and stream.forms[at] == ",":
            at -= 1
        if at < low or stream.forms[at] in self._words.not_antecedents:
            return None
        return self._subject_at(stream, at, low, plural=plural)

    def _relative_around(self, stream: Stream, first: int, low: int) -> int:
        """Return the relative pronoun whose clause holds a phrase, or 0: "ceux qui ont le plan"."""
        before = stream.form(first - 1) if first > low else ""
        if not before or self._words.is_small(before):
            return 0
        for at in range(first - 1, max(low, first - _RELATIVE), -1):
            if stream.forms[at] in self._words.relatives:
                return at
            if stream.forms[at] in PUNCTUATION:
                return 0
        return 0

    def _walk_back(self, stream: Stream, end: int, low: int, *, plural: bool | None) -> int | None:
        """Return the first token of the phrase that ends at `end`."""
        at, best = end, None
        while at >= low and end - at < FARTHEST:
            form = stream.forms[at]
            if form in self._words.beginning:
                linked = self._linked_before(stream, at, low)
                if linked < 0:
                    agreed = self._agrees(form, plural=plural) or at == low
                    return at if agreed or best is None else best
                best = at
                at = linked
                continue
            if form in self._words.linking:
                at -= 1
                continue
            if self._breaks(stream, at, low, form, plural=plural):
                break
            at -= 1
        start = at + 1
        if best is not None and not (start <= end and stream.capital(start)):
            return best
        return start if start <= end else best

    def _agrees(self, form: str, *, plural: bool | None) -> bool:
        """Say whether a determiner has the number of the verb; an elided one is never plural."""
        return plural is None or (form in self._words.plural) == plural

    def _linked_before(self, stream: Stream, index: int, low: int) -> int:
        """Return the token before the preposition that governs a phrase, or -1 when none does."""
        form = stream.forms[index]
        if form in self._words.contracted and form not in self._words.determiners:
            return index - 1
        before = stream.form(index - 1) if index > low else ""
        if form in self._words.contracted:
            governed = (
                index > low and before not in PUNCTUATION and not self._words.is_small(before)
            )
            return index - 1 if governed else -1
        if before in self._words.linking:
            return index - 2
        return -1

    def _breaks(self, stream: Stream, at: int, low: int, form: str, *, plural: bool | None) -> bool:
        """Say whether walking back stops at a word."""
        if form in self._words.joining and plural is not False:
            return not self._words.begins(stream, at + 1)
        if form == ",":
            return not self._apposed(stream, at, low)
        return self._words.stops(stream, at) and form != ASIDE

    def _apposed(self, stream: Stream, comma: int, low: int) -> bool:
        """Say whether a name after a comma stands in apposition to the role before it."""
        after = comma + 1
        named = stream.capital(after) or stream.forms[after] in self._words.titles
        if not named or self._words.is_adverbial(stream.forms[comma - 1]):
            return False
        for at in range(comma - 1, max(low - 1, comma - _APPOSITION), -1):
            if stream.forms[at] in self._words.kinds:
                before = stream.form(at - 1) if at > low else ""
                return before in self._words.determiners or at == low
            if stream.forms[at] in PUNCTUATION:
                return False
        return False
