"""Where English reports: the verb groups of a sentence, with auxiliaries, and nouns left alone."""

from collections.abc import Callable

from app.attribution.grammar import Hit
from app.attribution.lexicon import Form, Lexicon
from app.attribution.tokens import ASIDE, Stream

FINITE, INFINITIVE, GERUND, PARTICIPLE = "finite", "infinitive", "gerund", "participle"
_HAVE = frozenset({"'s", "'d"})
_SINGULAR = frozenset({"a", "an"})
_SOME = frozenset({"many", "some", "most", "few", "all", "both", "one", "several"})
_POSSESSIVE = frozenset({"'s", "'"})


class Cues:
    """Reads the reporting verb groups of a sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the sets of words that may stand in a verb group or before a noun."""
        self._forms = lexicon.forms
        self._have, self._be = lexicon["have"], lexicon["be"]
        self._modals = lexicon["modals"] | lexicon["negated"]
        self._light = lexicon["adverbs"] | lexicon["negations"]
        self._not_adverbs = lexicon["not_adverbs"]
        self._before_noun = (
            lexicon["determiners"] | lexicon["prepositions"] | _POSSESSIVE
        ) - lexicon["cue_leads"]
        self._nominal = lexicon["nominal_forms"]
        self._kinds = lexicon["people.roles"] | lexicon["people.organisations"]
        self._kinds |= lexicon["people.documents"]
        self._plain_subjects = (
            lexicon["subject_pronouns"]
            | lexicon["persons"]
            | lexicon["relatives"]
            | lexicon["people.collective"]
            | _SOME
            | {"n't"}
        )
        self._passive_leads = lexicon["passive_leads"]
        self._articles = lexicon["determiners"] - lexicon["plural_determiners"]
        self._known = lexicon.forms.keys() - lexicon["not_cues"]
        self._by_mood: dict[str, Callable[[Stream, int, int, Form], Hit | None]] = {
            "base": self._base,
            "present": self._present,
            "past": self._past,
            "participle": self._past,
            "gerund": self._gerund,
        }

    def of(self, stream: Stream, first: int, last: int) -> list[Hit]:
        """Return the reporting verb groups between two tokens, in order."""
        forms, known = stream.forms, self._known
        places = [index for index in range(first, last) if forms[index] in known]
        hits = (self._hit(stream, index, first, last) for index in places)
        return [hit for hit in hits if hit]

    def is_light(self, form: str) -> bool:
        """Say whether a word may stand between an auxiliary and its verb."""
        return form in self._light or (form.endswith("ly") and form not in self._not_adverbs)

    def _hit(self, stream: Stream, index: int, low: int, high: int) -> Hit | None:
        """Read the verb group around one written form, or find it is none."""
        if stream.capital(index) and index > low:
            return None
        lead = index - 1
        while lead >= low and self.is_light(stream.forms[lead]):
            lead -= 1
        for form in self._forms[stream.forms[index]]:
            end = self._tail_end(stream, index, form, high)
            hit = self._by_mood[form.mood](stream, index, max(lead, low - 1), form) if end else None
            if hit:
                hit.last = max(end, hit.last)
                hit.first = max(hit.first, low)
                return hit
        return None

    def _tail_end(self, stream: Stream, index: int, form: Form, high: int) -> int:
        """Return the end of the fixed words of a verb ("point out"), 0 where they are missing."""
        at = index + 1
        for word in form.verb.tail:
            if at >= high or stream.forms[at] != word:
                return 0
            at += 1
        return at

    def _lead(self, stream: Stream, lead: int, index: int) -> str:
        """Return the word before a verb and its adverbs, "" where a sentence begins."""
        return stream.forms[lead] if 0 <= lead < index else ""

    def _base(self, stream: Stream, index: int, lead: int, form: Form) -> Hit | None:
        """Read a bare form: after "to", after a modal, or a plural present."""
        word = self._lead(stream, lead, index)
        if word == "to":
            return Hit(lead, index + 1, index, Form(form.verb, INFINITIVE))
        if word in self._modals:
            return Hit(lead, index + 1, index, Form(form.verb, FINITE))
        nominal = stream.forms[index] + "s" in self._nominal
        sure = word in self._plain_subjects and not (nominal and word in _SOME)
        if sure or self._plural(stream, lead, index):
            return Hit(lead + 1, index + 1, index, Form(form.verb, FINITE))
        return None

    def _plural(self, stream: Stream, lead: int, index: int) -> bool:
        """Say whether a word can close a plural subject: "polls suggest"."""
        word = self._lead(stream, lead, index)
        if not word or word in self._before_noun or self._one(stream, lead):
            return False
        return stream.forms[index] + "s" not in self._nominal

    def _one(self, stream: Stream, lead: int) -> bool:
        """Say whether "a" stands before a word or two: a singular, so no plural subject."""
        return any(form in _SINGULAR for form in stream.forms[max(0, lead - 2) : lead])

    def _present(self, stream: Stream, index: int, lead: int, form: Form) -> Hit | None:
        """Read a form in -s, unless the word before makes a noun of it."""
        word = self._lead(stream, lead, index)
        if not word or word in self._before_noun or word in self._be:
            return None
        if stream.forms[index] in self._nominal and not self._singular(stream, lead):
            return None
        return Hit(lead + 1, index + 1, index, Form(form.verb, FINITE))

    def _singular(self, stream: Stream, lead: int) -> bool:
        """Say whether a word can close a subject, and is no mere noun before a noun."""
        form = stream.forms[lead]
        return (
            form in self._plain_subjects
            or form in self._kinds
            or form in (",", ")", ASIDE)
            or stream.capital(lead)
        )

    def _past(self, stream: Stream, index: int, lead: int, form: Form) -> Hit | None:
        """Read a past: simple, perfect or passive, by the auxiliary before it."""
        word = self._lead(stream, lead, index)
        if word in self._be or word in self._have or word in _HAVE:
            passive = word in self._be
            return Hit(lead, index + 1, index, Form(form.verb, FINITE), passive=passive)
        if not word or word in self._passive_leads or form.mood == "participle":
            return Hit(index, index + 1, index, Form(form.verb, PARTICIPLE), passive=True)
        described = word.endswith("ing") and not stream.capital(lead) and lead + 1 == index
        if word in self._before_noun or word in self._modals or described:
            return None
        return Hit(lead + 1, index + 1, index, Form(form.verb, FINITE))

    def _gerund(self, stream: Stream, index: int, lead: int, form: Form) -> Hit | None:
        """Read a form in -ing: a progressive, or one that hangs on another verb."""
        word = self._lead(stream, lead, index)
        if word in self._be or word == "'s":
            return Hit(lead, index + 1, index, Form(form.verb, FINITE))
        if word in self._articles or (lead + 1 < index and word not in ("by", ",", "and")):
            return None
        if self._is_noun(stream, index, lead):
            return None
        return Hit(lead + 1, index + 1, index, Form(form.verb, GERUND))

    def _is_noun(self, stream: Stream, index: int, lead: int) -> bool:
        """Say whether "a" and one plain word make a noun of it: "a yellow warning remains"."""
        plain = lead + 1 == index and lead > 0 and stream.forms[lead].isalpha()
        led = plain and stream.forms[lead - 1] in _SINGULAR and not stream.capital(lead)
        return led and stream.forms[lead] not in self._kinds
