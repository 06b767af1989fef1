"""Where French reports: the verb groups of a sentence, with auxiliary, negation and inversion."""

from app.attribution.grammar import Hit, Phrase
from app.attribution.lexicon import Form, Lexicon
from app.attribution.tokens import QUOTE, Stream

_BACK = 7
_ORDINALS = ("ième", "ièmes")


class Cues:
    """Reads the reporting verb groups of a sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the sets of words that may stand inside a verb group."""
        self._forms = lexicon.forms
        self._joining, self._que = lexicon["conjunctions"], lexicon["que"]
        self._have, self._be = lexicon["have"], lexicon["be"]
        self._plural_auxiliaries = lexicon["plural_auxiliaries"]
        self._inverted = lexicon["inverted_pronouns"]
        self._within = lexicon["adverbs"] | lexicon["negations"] | self._inverted
        self._persons = lexicon["first_persons"]
        self._clitics = lexicon["clitics"]
        self._reflexives = lexicon["reflexives"]
        self._before_noun = lexicon["before_nominal"]
        self._nominal = lexicon["nominal_forms"]
        self._not_before_verb = (
            lexicon["determiners"] | lexicon["prepositions"] | lexicon["contracted"]
        ) - (lexicon["clitics"] | lexicon["subject_pronouns"] | {"comme"})
        self._not_before_verb |= lexicon["not_before_cue"]
        self._not_cues = lexicon["not_cues"]
        self._adverbials = [
            tuple(words.replace("'", "' ").split()) for words in sorted(lexicon["adverbials"])
        ]

    def of(self, stream: Stream, first: int, last: int) -> list[Hit]:
        """Return the reporting verb groups between two tokens, in order."""
        found: list[Hit] = []
        forms, known = stream.forms, self._forms
        for index in range(first, last):
            if forms[index] not in known or forms[index] in self._not_cues:
                continue
            if hit := self._hit(stream, index, first, last):
                found.append(hit)
        return found

    def _hit(self, stream: Stream, index: int, low: int, high: int) -> Hit | None:
        """Read the verb group around one written form, or find it is none."""
        if stream.capital(index) and index > low:
            return None
        end, inverted = self._end(stream, index, high)
        for form in self._forms[stream.forms[index]]:
            tail = self._tail_end(stream, index, form, high)
            if not tail:
                continue
            hit = self._as_read(stream, index, low, form)
            if hit:
                hit.last = max(tail, end)
                hit.inverted = hit.inverted or inverted
                return hit
        return None

    def _end(self, stream: Stream, index: int, high: int) -> tuple[int, Phrase | None]:
        """Return the end of a group and the pronoun that follows the verb, if it is inverted."""
        after = index + 1
        if after < high and stream.forms[after] in self._inverted:
            return after + 1, self._pronoun(stream, after)
        return after, None

    def _pronoun(self, stream: Stream, index: int) -> Phrase:
        """Return the phrase of an inverted pronoun."""
        return Phrase(index, index + 1, stream.forms[index].removeprefix("-"), pronoun=True)

    def _tail_end(self, stream: Stream, index: int, form: Form, high: int) -> int:
        """Return the end of the fixed words of a verb ("faire savoir"), 0 where they are missing."""
        at = index + 1
        for word in form.verb.tail:
            step = at
            while step < high and step < at + 3 and stream.forms[step] in self._within:
                step += 1
            if stream.form(step) != word or step >= high:
                return 0
            at = step + 1
        return at

    def _as_read(self, stream: Stream, index: int, low: int, form: Form) -> Hit | None:
        """Return the group if the words before a form allow this reading of it."""
        if form.mood == "participle":
            return self._compound(stream, index, low, form)
        before = stream.form(index - 1) if index > low else ""
        if form.mood == "finite":
            return self._simple(stream, index, low, form)
        reflexive = before in self._reflexives
        if reflexive != form.verb.reflexive:
            return None
        first = index
        while first > low and stream.forms[first - 1] in self._clitics:
            first -= 1
        return Hit(first, index + 1, index, form)

    def _simple(self, stream: Stream, index: int, low: int, form: Form) -> Hit | None:
        """Read a simple tense: no determiner or preposition before it."""
        first, reflexive = index, False
        while first > low and stream.forms[first - 1] in self._clitics:
            first -= 1
            reflexive = reflexive or stream.forms[first] in self._reflexives
        before = stream.form(first - 1) if first > low else ""
        if reflexive != form.verb.reflexive or before in self._not_before_verb:
            return None
        if (
            before in self._have
            or before in self._be
            or (form.first and not self._speaks(stream, index, before))
        ):
            return None
        if stream.forms[index] in self._nominal and self._is_noun(stream, index, first, before):
            return None
        return Hit(first, index + 1, index, form, plural=form.plural)

    def _speaks(self, stream: Stream, index: int, before: str) -> bool:
        """Say whether "je", "nous" or "vous" stands by a form of the first or second person."""
        return before in self._persons or stream.form(index + 1) in self._inverted

    def _is_noun(self, stream: Stream, index: int, first: int, before: str) -> bool:
        """Say whether a form that is a noun as well stands as one: "la demande", "une note"."""
        clitic = stream.form(index - 1) if first < index else ""
        if clitic in ("le", "la", "les", "l'"):
            return True
        return before in self._before_noun or before.endswith(_ORDINALS)

    def _compound(self, stream: Stream, index: int, low: int, form: Form) -> Hit | None:
        """Read a participle with its auxiliary a few words before: "a-t-il ensuite affirmé"."""
        inverted: Phrase | None = None
        at = index - 1
        while at >= low and index - at < _BACK:
            word = stream.forms[at]
            if word in self._have or word in self._be:
                hit = Hit(at, index + 1, index, form, inverted)
                return self._with_auxiliary(stream, at, low, hit)
            if word in self._inverted:
                inverted = self._pronoun(stream, at)
            if step := self._adverbial_before(stream, at, low):
                at -= step
            elif word in self._within or word in (",", QUOTE) or word.endswith("ment"):
                at -= 1
            else:
                break
        return self._joined(stream, index, at, low, form)

    def _joined(self, stream: Stream, index: int, at: int, low: int, form: Form) -> Hit | None:
        """Read a participle that shares the auxiliary of another: "a vu et ensuite dit que"."""
        led = at >= low and stream.forms[at] in self._joining
        if not led or stream.form(index + 1) not in self._que or form.verb.reflexive:
            return None
        shared = any(word in self._have for word in stream.forms[low:at])
        return Hit(index, index + 1, index, form) if shared else None

    def _adverbial_before(self, stream: Stream, at: int, low: int) -> int:
        """Return the length of a fixed adverbial that ends at a token, 0 for none."""
        for words in self._adverbials:
            start = at - len(words) + 1
            if start >= low and tuple(stream.forms[start : at + 1]) == words:
                return len(words)
        return 0

    def _with_auxiliary(self, stream: Stream, at: int, low: int, hit: Hit) -> Hit | None:
        """Complete a participle with its auxiliary: active, reflexive or passive."""
        first, reflexive = at, False
        auxiliary = stream.forms[at]
        if auxiliary == "été" and stream.form(at - 1) in self._have:
            first -= 1
        while first > low and stream.forms[first - 1] in self._clitics:
            first -= 1
            reflexive = reflexive or stream.forms[first] in self._reflexives
        if reflexive != hit.form.verb.reflexive:
            return None
        hit.first = first
        hit.passive = not reflexive and auxiliary in self._be
        hit.plural = auxiliary in self._plural_auxiliaries
        return hit
