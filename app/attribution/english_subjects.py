"""Who an English verb says speaks: the phrase before it, after it, or the subject it shares."""

from app.attribution.english_cues import GERUND, Cues
from app.attribution.english_extent import DASHES
from app.attribution.english_roles import Roles
from app.attribution.grammar import Hit, Phrase
from app.attribution.lexicon import Lexicon
from app.attribution.phrases import Phrases
from app.attribution.sentence import Sentence
from app.attribution.smallwords import PUNCTUATION
from app.attribution.tokens import ASIDE, QUOTE, Stream

_INSERTS = DASHES | {","}
_STOPS = PUNCTUATION | DASHES
_POSSESSIVE = frozenset({"'s", "'"})
_FARTHEST = 30
_RELATIVE = 12
_RIGHT_AFTER = 2


class Subjects:
    """Finds the subject of a verb group."""

    def __init__(self, lexicon: Lexicon, phrases: Phrases, cues: Cues) -> None:
        """Keep the small words that bound a noun phrase."""
        self._phrases = phrases
        self._cues = cues
        self._roles = Roles(lexicon)
        self._pronouns = lexicon["subject_pronouns"] | lexicon["persons"]
        self._relatives = lexicon["relatives"]
        self._determiners = lexicon["determiners"]
        self._linking = lexicon["linking"]
        self._finite = lexicon["finite"] | lexicon["be"] | lexicon["modals"]
        self._prepositions = lexicon["prepositions"] - lexicon["linking"]
        self._sure = self._finite - lexicon["also_nouns"]
        self._not_verbal = lexicon["not_verbal"]
        self._breaks = (
            self._finite
            | lexicon["subordinators"]
            | (lexicon["conjunctions"] - {"and", "&"})
            | (lexicon["prepositions"] - lexicon["linking"])
            | lexicon["persons"]
            | _STOPS
        )
        self._titles = (
            lexicon["titles.masculine"] | lexicon["titles.feminine"] | lexicon["titles.either"]
        )
        self._kinds = (
            lexicon["people.roles"]
            | lexicon["people.collective"]
            | lexicon["people.anonymous"]
            | lexicon["people.documents"]
            | lexicon["people.organisations"]
        )
        self._fillers = lexicon["role_fillers"]
        self._inserting = (
            self._determiners
            | self._relatives
            | self._kinds
            | self._fillers
            | lexicon["prepositions"]
            | {"whose", "along", "when", "if", "himself", "herself", "itself", "themselves"}
        )
        self._not_names = lexicon["not_names"] - self._determiners - self._titles - self._fillers
        self._times, self._time_leads = lexicon["times"], lexicon["time_leads"]
        self._fronting = lexicon["fronting"] | lexicon["subordinators"]

    def before(self, stream: Stream, verb: int, low: int) -> Phrase | None:
        """Return the subject that stands before a verb group, over insertions between commas."""
        at = self._back(stream, verb - 1, low)
        if at < low:
            return None
        if stream.forms[at] in _INSERTS:
            return self._over_insertion(stream, at, low)
        return self._ending(stream, at, low)

    def _back(self, stream: Stream, at: int, low: int) -> int:
        """Return the first token to the left that is no adverb and no date."""
        while at >= low:
            if stream.forms[at] in self._times and at > low:
                at -= 1
                while at >= low and stream.forms[at] in self._time_leads | self._times:
                    at -= 1
            elif stream.forms[at] == ASIDE or (
                self._cues.is_light(stream.forms[at]) and not stream.capital(at)
            ):
                at -= 1
            else:
                break
        return at

    def _over_insertion(self, stream: Stream, close: int, low: int) -> Phrase | None:
        """Return the phrase before what stands between commas: "Ann Harrow, the mayor, said"."""
        at = close - 1
        while at >= low:
            if stream.forms[at] in _INSERTS and self._inserts(stream, at + 1, close):
                found = self._ending(stream, self._back(stream, at - 1, low), low)
                if found is None or found.pronoun:
                    return found
                found = self._to_its_name(stream, found, low)
                return self._roles.with_name(stream, found, close)
            at -= 1
        return None

    def _inserts(self, stream: Stream, start: int, close: int) -> bool:
        """Say whether words between two commas can stand inside a subject."""
        if start >= close:
            return False
        form = stream.forms[start]
        if form in self._relatives or form == "whose" or form.endswith("ing"):
            return True
        # In "the engineer who led the work" the verb is the relative clause's own.
        relative = (at for at in range(start, close) if stream.forms[at] in ("who", "which"))
        if any(word in self._finite for word in stream.forms[start : next(relative, close)]):
            return False
        return (
            form in self._inserting
            or form[0].isdigit()
            or stream.capital(start)
            or form.endswith(("ing", "ed"))
            or stream.form(start + 1) in self._kinds
            or all(self._cues.is_light(word) for word in stream.forms[start:close])
        )

    def _to_its_name(self, stream: Stream, phrase: Phrase, low: int) -> Phrase:
        """Go from a role in apposition on to the name before its comma."""
        comma = phrase.first - 1
        if phrase.name is None and comma - 1 >= low and stream.forms[comma] == ",":
            named = stream.capital(comma - 1) or stream.forms[comma - 1] == ASIDE
            found = self._ending(stream, self._back(stream, comma - 1, low), low) if named else None
            if found and found.name:
                return found
        return phrase

    def _ending(self, stream: Stream, at: int, low: int) -> Phrase | None:
        """Return the phrase that ends at a token."""
        if at < low:
            return None
        form = stream.forms[at]
        if form in self._relatives and (form != "that" or at > low):
            return self._antecedent(stream, at, low)
        if form in self._pronouns:
            return Phrase(at, at + 1, form, pronoun=True)
        return self._walked(stream, at, low)

    def _antecedent(
        self, stream: Stream, relative: int, low: int, *, around: int = 0
    ) -> Phrase | None:
        """Return the phrase a relative pronoun goes back to; the pronoun is taken in.

        `around` is the end of the relative clause where the main verb follows it.
        """
        form, before = stream.forms[relative], relative - 1
        if before >= low and stream.forms[before] in _INSERTS:
            before -= 1
        found = self._ending(stream, self._back(stream, before, low), low)
        if found is None:
            return Phrase(relative, relative + 1, form, pronoun=True) if form == "who" else None
        if not found.pronoun and not around:
            found.last = relative + 1
        return found

    def _walked(self, stream: Stream, end: int, low: int) -> Phrase | None:
        """Return the noun phrase that ends at a token, walked back to its first word."""
        start = self._start(stream, end, low)
        if start > end:
            return None
        if relative := self._relative_around(stream, start, low):
            return self._antecedent(stream, relative, low, around=end + 1)
        if stream.forms[start] == QUOTE and start < end:
            start += 1
        return self.described(stream, start, end + 1)

    def _relative_around(self, stream: Stream, start: int, low: int) -> int:
        """Return the relative pronoun whose clause ends in a phrase, or 0: "those who like him"."""
        verb = self._is_verb(stream, start)
        for at in range(start - 1, max(low, start - _RELATIVE), -1):
            form = stream.forms[at]
            if form in self._relatives:
                return at if verb else 0
            if form in _STOPS or form == QUOTE:
                return 0
            verb = verb or self._is_verb(stream, at)
        return 0

    def _start(self, stream: Stream, end: int, low: int) -> int:
        """Return the first token of the phrase that ends at `end`, `end + 1` for none."""
        at, best = end, end + 1
        while at >= low and end - at < _FARTHEST:
            form = stream.forms[at]
            if form in self._determiners and not self._is_noun_that(stream, at, end):
                best = at
                if at - 1 < low or stream.forms[at - 1] not in self._linking:
                    return best
                at -= 1
                continue
            if self._bounds(stream, at, low):
                break
            if form not in self._linking and form not in ("and", "&"):
                best = at
            at -= 1
        return best

    def _is_noun_that(self, stream: Stream, at: int, end: int) -> bool:
        """Say whether a word that can be a determiner closes the phrase as its noun: "both"."""
        return at == end and stream.forms[at] not in ("the", "a", "an")

    def _bounds(self, stream: Stream, at: int, low: int) -> bool:
        """Say whether a phrase cannot reach back over a token."""
        form = stream.forms[at]
        if form in ("and", "&"):
            return at - 1 < low or not (stream.capital(at + 1) and stream.capital(at - 1))
        if form in self._linking:
            return at - 1 < low or self._is_bound(stream, at - 1)
        return self._is_bound(stream, at)

    def _is_bound(self, stream: Stream, at: int) -> bool:
        form = stream.forms[at]
        if form in self._prepositions and at and stream.forms[at - 1] in self._determiners:
            return False
        if form in self._breaks or form == QUOTE:
            return True
        return self._cues.is_light(form) and not stream.capital(at)

    def described(self, stream: Stream, first: int, last: int) -> Phrase:
        """Return a phrase with head and name; in "the paper's Ann Harrow" she is the name."""
        phrase = self._phrases.describe(stream, first, last)
        for at in range(last - 1, first, -1):
            if stream.forms[at] in _POSSESSIVE and at + 1 < last:
                inner = self._phrases.describe(stream, at + 1, last)
                phrase.name, phrase.head = inner.name, inner.head or phrase.head
                break
        if phrase.name and (later := self._later_name(stream, phrase.name[1], last)):
            phrase.name = later
            role = stream.forms[later[0] - 1]
            phrase.head = role if role in self._kinds else phrase.head
        return self._roles.held(stream, phrase)

    def _later_name(self, stream: Stream, start: int, last: int) -> tuple[int, int] | None:
        """Return the name after a role: "Brisol council leader Ann Harrow"."""
        at = start
        while at < last and stream.forms[at][0].isalpha() and not stream.capital(at):
            if stream.forms[at] in self._breaks or stream.forms[at] in self._linking:
                return None
            at += 1
        end = at
        while end < last and stream.capital(end):
            end += 1
        return (at, end) if at > start and end > at else None

    def after(self, stream: Stream, hit: Hit, high: int) -> Phrase | None:
        """Return the subject after an inverted verb: "said Ann Harrow"."""
        at = hit.last
        if at >= high:
            return None
        return self.at(stream, at, high) if self.begins(stream, at) else None

    def begins(self, stream: Stream, at: int) -> bool:
        """Say whether a phrase that can speak begins at a token."""
        form = stream.forms[at]
        if form in self._pronouns:
            return form not in ("it", "there", "you")
        begins = (
            stream.capital(at)
            or form in self._determiners
            or form in self._titles
            or form in self._kinds
            or form in self._fillers
            or self._leads_to_role(stream, at)
        )
        return begins and form not in self._not_names and form != "this"

    def _leads_to_role(self, stream: Stream, at: int) -> bool:
        """Say whether plain words lead to a role: "political scientist Ann Harrow"."""
        for k in range(at, min(at + 4, len(stream.forms))):
            form = stream.forms[k]
            if form in self._kinds:
                return True
            if not form[0].isalpha() or form in self._breaks or form in self._linking:
                return False
        return False

    def at(self, stream: Stream, at: int, high: int) -> Phrase:
        """Return the phrase that begins at a token."""
        form = stream.forms[at]
        if form in self._pronouns or form in ("him", "her", "them"):
            return Phrase(at, at + 1, form, pronoun=True)
        phrase = self._roles.with_name(stream, self._phrases.at(stream, at, high), high)
        for k in range(at + 1, phrase.last):
            if stream.capital(k - 1) and self._is_verb(stream, k):
                return self.described(stream, at, k)
        return self._roles.held(stream, phrase)

    def goes_on(self, stream: Stream, phrase: Phrase, last: int) -> bool:
        """Say whether a phrase is the subject of a verb after it, so not of the one before."""
        at = phrase.first
        while at < min(last, phrase.last + 3):
            form = stream.forms[at]
            if form in _STOPS:
                return False
            if at > phrase.first and (form in self._finite or form.endswith(("ed", "n't"))):
                return True
            at += 1
        return False

    def shared(self, sentence: Sentence, hit: Hit) -> Phrase | None:
        """Return the subject a verb shares with the main verb of its clause."""
        stream, low = sentence.stream, sentence.clause_start(hit.first)
        if hit.form.mood == GERUND and (own := self._with(stream, hit, low)):
            return own
        if sentence.reports and self._follows_tag(sentence, hit):
            return sentence.speaker
        return self.main(stream, low, hit.first) or sentence.speaker or self._later(sentence, hit)

    def _follows_tag(self, sentence: Sentence, hit: Hit) -> bool:
        """Say whether a verb stands right after the one that spoke before: "she said, adding"."""
        before = [other for other in sentence.hits if other.last <= hit.first]
        return bool(before) and hit.first - before[-1].last <= _RIGHT_AFTER

    def main(self, stream: Stream, low: int, high: int) -> Phrase | None:
        """Return the subject of the main verb between two tokens, of the last one joined to it."""
        best: Phrase | None = None
        spare: Phrase | None = None
        for at in range(low + 1, high):
            if not self._is_verb(stream, at):
                continue
            found = self.before(stream, at, low)
            if found is None or found.head in ("it", "there"):
                continue
            lead = stream.form(found.first - 1) if found.first > low else ""
            if lead in self._fronting or stream.forms[found.last - 1] in self._relatives:
                spare = spare or found
            elif best is None or lead in ("and", "but"):
                best = found
        return best or spare

    def _is_verb(self, stream: Stream, at: int) -> bool:
        """Say whether a token is surely a finite verb, or a past by its ending."""
        form = stream.forms[at]
        if form in self._sure:
            return True
        past = form.endswith("ed") and not stream.capital(at) and form not in self._not_verbal
        return past and stream.forms[at - 1] not in self._determiners

    def _later(self, sentence: Sentence, hit: Hit) -> Phrase | None:
        """Return the subject after the comma of "Saying that …, the mayor left"."""
        stream = sentence.stream
        for at in range(hit.last, sentence.last - 2):
            if stream.forms[at] == "," and self.begins(stream, at + 1):
                phrase = self.at(stream, at + 1, sentence.last)
                if self.goes_on(stream, phrase, sentence.last):
                    return phrase
        return None

    def _with(self, stream: Stream, hit: Hit, low: int) -> Phrase | None:
        """Return the subject of "with Ann Harrow saying"."""
        at = self._back(stream, hit.first - 1, low)
        if at < low or stream.forms[at] in _STOPS:
            return None
        found = self._ending(stream, at, low)
        led = found is not None and stream.form(found.first - 1) == "with"
        return found if led else None

    def agent(self, stream: Stream, first: int, last: int) -> Phrase | None:
        """Return who a passive verb says speaks: "was told by the mayor"."""
        for at in range(first, min(last - 1, first + 6)):
            if stream.forms[at] == "by":
                phrase = self.at(stream, at + 1, last)
                return self._before_deed(stream, phrase)
            if stream.forms[at] in ("that", "to", "of", QUOTE, ",", "."):
                return None
        return None

    def _before_deed(self, stream: Stream, phrase: Phrase) -> Phrase:
        """Cut a phrase before the deed: "by the mayor" of "by the mayor of lying"."""
        for at in range(phrase.first + 1, phrase.last - 1):
            if stream.forms[at] == "of" and stream.forms[at + 1].endswith("ing"):
                return self.described(stream, phrase.first, at)
        return phrase
