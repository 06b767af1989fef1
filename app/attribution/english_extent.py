"""How far English clauses reach: where one begins, what is skipped before it, where it ends."""

from app.attribution.english_cues import FINITE, GERUND, INFINITIVE, Cues
from app.attribution.grammar import Hit
from app.attribution.lexicon import Lexicon
from app.attribution.phrases import Phrases
from app.attribution.sentence import HARD, Sentence
from app.attribution.tokens import QUOTE, Stream

DASHES = frozenset({"—", "–", "-", "--"})
_CLAUSE_WITHIN = 45
_ADDRESSED = 8
_SHORTEST = 4
_FRONTED = 8
_APPOSED = 16
_PAIR = 2
_ENDS = frozenset({";", ":"}) | HARD
_JOINTS = DASHES | {",", "and", "but", "before", "while"}
_WITHIN_NAME = frozenset({"'s", "of", "and", "the"})


class Extent:
    """Tells clauses from phrases, and finds where reported words end."""

    def __init__(self, lexicon: Lexicon, phrases: Phrases, cues: Cues) -> None:
        """Keep the small words that begin, hold and end clauses."""
        self._phrases = phrases
        self._cues = cues
        self._determiners = lexicon["determiners"]
        self._prepositions = lexicon["prepositions"]
        self._persons = lexicon["persons"]
        self._pronouns = lexicon["subject_pronouns"]
        self._finite = lexicon["finite"] | lexicon["be"] | lexicon["modals"]
        self._helping = lexicon["be"] | lexicon["modals"] | lexicon["have"]
        self._dates = lexicon["days"] | lexicon["months"]
        self._objects = lexicon["object_pronouns"]
        self._leads = lexicon["clause_leads"]
        self._resuming = lexicon["coordinators"]
        self._relatives = lexicon["relatives"] | {"whom", "whose", "where"}
        self._fronting = lexicon["fronting"]
        self._opening = (self._relatives | self._fronting) - self._prepositions
        self._inner = lexicon["inner_verbs"]
        self.turning = lexicon["turning"]
        self._not_verbal = lexicon["not_verbal"]
        self._going_on = self._finite | lexicon["going_on"]
        self._after_addressee = self._finite | HARD | {",", "that", QUOTE}

    def is_clause(self, stream: Stream, at: int, last: int) -> bool:
        """Say whether a clause begins at a token: a subject, and a finite verb after it."""
        if at >= last - 1:
            return False
        form = stream.forms[at]
        if form in self._persons:
            return True
        begins = (
            stream.capital(at)
            or form in self._determiners
            or form in self._leads
            or form == QUOTE
            or (form[0].isalnum() and form not in self._prepositions)
        )
        return begins and self._has_verb(stream, at + 1, min(last, at + _CLAUSE_WITHIN))

    def _has_verb(self, stream: Stream, start: int, end: int) -> bool:
        """Say whether the finite verb of a clause stands between two tokens, before its comma."""
        wanted, within = 1, False
        for k in range(start, end):
            form = stream.forms[k]
            if form in _ENDS or (form == "," and self._closes(stream, k, end)):
                return False
            if form in self._relatives:
                wanted += 1
            verb = form in self._finite or self._may_be_verb(stream, k)
            wanted -= verb and not within
            within = verb
            if wanted <= 0:
                return True
        return False

    def _closes(self, stream: Stream, comma: int, end: int) -> bool:
        """Say whether no second comma answers a first one: no insertion, the phrase is over."""
        return "," not in stream.forms[comma + 1 : end]

    def _may_be_verb(self, stream: Stream, at: int) -> bool:
        """Guess whether a word is a past: by its ending, and no article before it."""
        form = stream.forms[at]
        if not form.endswith("ed") or stream.capital(at) or form in self._not_verbal:
            return False
        return stream.forms[at - 1] not in self._determiners

    def holds_verb(self, stream: Stream, start: int, end: int) -> bool:
        """Say whether a finite verb stands between two tokens."""
        return any(
            stream.forms[at] in self._finite or self._may_be_verb(stream, at)
            for at in range(start, end)
        )

    def main_verb(self, stream: Stream, start: int, end: int) -> int:
        """Return the verb whose subject a clause from `start` belongs to, `end` for none.

        Each clause inside opens with its own word and takes a verb; the one left over is the main.
        """
        wanted, within = int(stream.forms[start] != "to"), False
        for k in range(start, end):
            form, before = stream.forms[k], stream.forms[k - 1]
            verb = form in self._finite or self._may_be_verb(stream, k)
            if form in self._opening or self._opens(stream, k):
                wanted += 1
            elif verb and not within and before not in ("and", "or", "but", "to"):
                wanted -= 1
                if wanted < 0:
                    return k
            within = form in self._helping or (within and self._cues.is_light(form))
        return end

    def _opens(self, stream: Stream, at: int) -> bool:
        """Say whether a pronoun begins a clause without "that" after a noun: "the day he came"."""
        form, before = stream.forms[at], stream.form(at - 1)
        plain = before[:1].isalpha() and before not in self._finite and before != "that"
        return form in self._persons and plain and before not in self._leads | self._relatives

    def goes_on(self, sentence: Sentence, at: int) -> bool:
        """Say whether reported words go on after a tag: a clause, or the rest of one."""
        if sentence.stream.forms[at] in self._going_on:
            return True
        return self.is_clause(sentence.stream, at, sentence.last)

    def is_rest(self, stream: Stream, at: int) -> bool:
        """Say whether a token goes on with a sentence begun before a tag: a finite verb."""
        return stream.form(at) in self._finite

    def over_addressee(self, stream: Stream, at: int, last: int) -> int:
        """Return the first token after the one who is told: a pronoun, a name, a short phrase."""
        if at >= last or stream.forms[at] in self._objects:
            return min(at + 1, last)
        start = at
        if stream.capital(at):
            while at < last and (stream.capital(at) or stream.forms[at] in _WITHIN_NAME):
                at += 1
            return at
        while at < last and at - start < _ADDRESSED and not self._told(stream, at, start):
            at += 1
        return at

    def _told(self, stream: Stream, at: int, start: int) -> bool:
        """Say whether the phrase of the one who is told ends before a token."""
        form = stream.forms[at]
        if form in self._after_addressee:
            return True
        again = form in self._persons or form in self._determiners
        led = form in self._prepositions and form != "of"
        return at > start and (again or led)

    def over_dates(self, stream: Stream, at: int, last: int) -> int:
        """Return the first token after adverbs and days: "said on Monday", "said later"."""
        while at < last:
            form = stream.forms[at]
            led = form == "on" and stream.form(at + 1) in self._dates
            if not (led or form in self._dates or self._cues.is_light(form)):
                break
            at += 1
        return at

    def over(self, stream: Stream, at: int, last: int) -> int:
        """Return the first token after adverbials, dates and prepositional phrases."""
        end = self._phrases.adverbial_end(stream, at, last)
        while end < last and (
            stream.forms[end] in self._dates or self._cues.is_light(stream.forms[end])
        ):
            end += 1
        return end

    def end(self, sentence: Sentence, start: int, hit: Hit | None = None) -> int:
        """Return where reported words end: the sentence's end, or a new cue of the reporter's."""
        stream = sentence.stream
        later = [other for other in sentence.hits if other.first > start]
        fronted = hit is not None and self._is_fronted(sentence, hit)
        relative = hit is not None and stream.form(hit.first - 1) in self._relatives
        for k in range(start, sentence.last):
            form = stream.forms[k]
            comma = form == "," or self._ends_on_comma(stream, k)
            if comma and (
                self._parts(sentence, k, start, fronted=fronted)
                or (relative and self._closes_relative(stream, k + 1))
            ):
                return k if form == "," else k + 1
            off = form in DASHES and k - start >= _SHORTEST and self._breaks_off(sentence, k)
            if off or form == ";":
                return k
            if (comma or form in _JOINTS) and self._resumes(stream, later, k, hit):
                return k if form != QUOTE else k + 1
        end = sentence.last
        while end > start and stream.forms[end - 1] in HARD:
            end -= 1
        return end

    def _parts(self, sentence: Sentence, comma: int, start: int, *, fronted: bool) -> bool:
        """Say whether a comma parts reported words from the reporter's own."""
        stream = sentence.stream
        if self._turns(stream, comma, start) or self._opens_main(sentence, comma, start):
            return True
        return fronted and self.is_clause(stream, comma + 1, sentence.last)

    def _closes_relative(self, stream: Stream, at: int) -> bool:
        """Say whether the main verb follows a relative clause: "X, who said …, left"."""
        return at < len(stream.forms) and (
            stream.forms[at] in self._finite or self._may_be_verb(stream, at)
        )

    def _ends_on_comma(self, stream: Stream, at: int) -> bool:
        """Say whether a token is a stretch in marks that takes its comma in."""
        if stream.forms[at] != QUOTE:
            return False
        return stream.marks[at].inner.of(stream.text).endswith(",")

    def _opens_main(self, sentence: Sentence, comma: int, start: int) -> bool:
        """Say whether a long new main clause follows: ", but she", ", and Harrow"."""
        stream = sentence.stream
        if stream.form(comma + 1) not in ("and", "but") or comma + 2 >= sentence.last:
            return False
        subject = stream.forms[comma + 2] in self._persons or stream.capital(comma + 2)
        return subject and sentence.last - comma > comma - start

    def _is_fronted(self, sentence: Sentence, hit: Hit) -> bool:
        """Say whether a verb stands in a clause before the main one: "When Ann said …, he left"."""
        stream, low = sentence.stream, sentence.clause_start(hit.first)
        if stream.forms[low] in ("and", "but") and low + 1 < hit.first:
            low += 1
        between = stream.forms[low : hit.first]
        apposed = between.count(",") == _PAIR and stream.form(hit.first - 1) == ","
        if hit.first - low > (_APPOSED if apposed else _FRONTED) or (
            "," in between and not apposed
        ):
            return False
        return stream.forms[low] in self._fronting or (
            low >= hit.first and hit.form.mood != "finite"
        )

    def _breaks_off(self, sentence: Sentence, dash: int) -> bool:
        """Say whether a dash leads to the reporter's own words: no second dash answers it."""
        forms = sentence.stream.forms
        return not DASHES & set(forms[dash + 1 : sentence.last])

    def _turns(self, stream: Stream, comma: int, start: int) -> bool:
        """Say whether the reporter's own words follow a comma: ", which", ", according to"."""
        following = stream.form(comma + 1)
        if following == "according":
            return True
        turning = comma - start >= _SHORTEST and following in self.turning
        return turning and self.holds_verb(stream, start, comma)

    def _resumes(self, stream: Stream, later: list[Hit], at: int, of: Hit | None) -> bool:
        """Say whether the reporter takes up again right after a token, with a verb of his own."""
        hit = next((other for other in later if other.first > at), None)
        if hit is None or (hit.form.verb.lemma in self._inner and not _are_joined(hit, of)):
            return False
        start = at + 1
        while start < hit.first and self._is_lead(stream.forms[start]):
            start += 1
        if start < hit.first:
            return self._is_subject(stream, start, hit.first)
        if stream.forms[at] not in (",", QUOTE):
            return hit.form.mood != INFINITIVE
        return hit.form.mood == GERUND or start > at + 1 or hit.form.mood == FINITE

    def _is_lead(self, form: str) -> bool:
        return form in self._resuming or self._cues.is_light(form)

    def _is_subject(self, stream: Stream, start: int, end: int) -> bool:
        """Say whether the tokens before a verb are no more than its subject: "she", "Mr. Brel"."""
        if end - start == 1 and stream.forms[start] in self._pronouns:
            return True
        return end - start <= _SHORTEST and all(stream.capital(k) for k in range(start, end))


def _are_joined(hit: Hit, other: Hit | None) -> bool:
    """Say whether two verbs are gerunds of one subject: "saying … and asking …"."""
    return other is not None and hit.form.mood == other.form.mood == GERUND
