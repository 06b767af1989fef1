"""Sources given by a preposition: "selon X", "d'après X", and "pour X, « … »"."""

from app.attribution.french_governed import Governed
from app.attribution.grammar import Phrase
from app.attribution.lexicon import Lexicon
from app.attribution.phrases import Phrases
from app.attribution.sentence import Claim, Sentence
from app.attribution.tokens import Stream

_INSERTION = 14
_NEAR = 4
_PARTICIPLES = ("é", "ée", "és", "ées")
Leads = dict[str, list[tuple[str, ...]]]


class Sources:
    """Reads what a preposition attributes."""

    def __init__(self, lexicon: Lexicon, phrases: Phrases, governed: Governed) -> None:
        """Keep the prepositions, and the nouns nobody speaks by."""
        self._phrases = phrases
        self._governed = governed
        self._according = _leads(lexicon, "sources.prepositions")
        self._bare = _leads(lexicon, "sources.bare")
        self._views = lexicon["sources.views"]
        self._starting = frozenset(self._according) | frozenset(self._bare) | self._views
        self._never = lexicon["sources.never"]
        self._relatives = lexicon["relatives"]
        self._quoting = lexicon["quoting_participles"]
        self._disjunctive = lexicon["disjunctive_pronouns"]
        self._not_reporters = lexicon["neuter_pronouns"] | {"qui"}
        self._que = lexicon["que"]
        self._light = lexicon["adverbs"] | lexicon["conjunctions"] | lexicon["que"]
        self._light |= {",", "en", "effet", "-", "—", "–"}
        self._determiners = lexicon["determiners"]

    def read(self, sentence: Sentence) -> None:
        """Report what the prepositions of a sentence attribute."""
        forms = sentence.stream.forms
        for at in range(sentence.first, sentence.last):
            if forms[at] not in self._starting:
                continue
            if length := self._leads_at(sentence, self._according, at):
                self._by(sentence, at, at + length)
            elif length := self._bare_at(sentence, at):
                self._by(sentence, at, at + length - 1)
            elif forms[at] in self._views:
                self._viewed(sentence, at)

    def _bare_at(self, sentence: Sentence, at: int) -> int:
        """Return the length of "de source", unless it only goes with a reporting verb."""
        if any(hit.last == at for hit in sentence.hits):
            return 0
        return self._leads_at(sentence, self._bare, at)

    def _leads_at(self, sentence: Sentence, leads: Leads, at: int) -> int:
        """Return the length of the prepositional words that begin at a token, 0 for none."""
        forms = sentence.stream.forms
        for words in leads.get(forms[at], ()):
            if tuple(forms[at : at + len(words)]) == words:
                return len(words)
        return 0

    def _viewed(self, sentence: Sentence, at: int) -> None:
        """Read "pour le maire, la digue « tiendra »": a person, a comma, a clause with marks."""
        stream = sentence.stream
        if at + 1 >= sentence.last or stream.form(at + 1) in self._light:
            return
        phrase = self._phrases.at(stream, at + 1, sentence.last)
        start = phrase.last + 1
        if stream.form(phrase.last) != "," or not self._phrases.is_somebody(phrase):
            return
        inside = at > sentence.first and stream.forms[at - 1] not in self._light
        if inside or stream.form(start) in self._relatives:
            return
        claim = Claim(phrase, "according", (stream.starts[at], stream.ends[at]))
        end = self._governed.end(sentence, start)
        quotes = sentence.free_quotes(start, end)
        if quotes and quotes[0] == start:
            sentence.emit(start, start + 1, claim)
        elif quotes and not any(hit.first >= start for hit in sentence.hits):
            sentence.emit(start, end, claim)

    def _by(self, sentence: Sentence, at: int, who: int) -> None:
        """Read "selon X" before, after or inside what X says."""
        stream = sentence.stream
        phrase = self._who(sentence, who)
        if phrase is None or at < sentence.covered or self._inside(sentence, at):
            return
        agent, quoting = self._agent(sentence, phrase)
        if agent:
            name = None if quoting else agent.name
            phrase = Phrase(phrase.first, agent.last, phrase.head, name)
        claim = Claim(phrase, "according", (stream.starts[at], stream.ends[who - 1]))
        claim.relay = agent if quoting else None
        end = self._over_insertion(sentence, phrase.last)
        start = max(sentence.clause_start(at), sentence.covered)
        since = len(sentence.reports)
        if all(form in self._light or form[0].isdigit() for form in stream.forms[start:at]):
            if self._reported(sentence, end):
                sentence.relay = phrase
            else:
                sentence.emit(end, self._governed.end(sentence, end), claim)
        else:
            goes_on = stream.forms[at - 1] == "," and stream.form(end) == ","
            if not (goes_on and self._is_scrap(stream, start, at)):
                sentence.emit(start, at, claim)
            if goes_on:
                self._go_on(sentence, end + 1, claim)
        sentence.join(since)

    def _is_scrap(self, stream: Stream, start: int, end: int) -> bool:
        """Say whether so little stands before "selon" that what follows it is what is said."""
        last = end - 1
        while last > start and stream.forms[last] == ",":
            last -= 1
        verb = self._phrases.has_verb(stream, start, end)
        return stream.forms[last] in self._relatives or (end - start <= _NEAR and not verb)

    def _inside(self, sentence: Sentence, at: int) -> bool:
        """Say whether the preposition opens a clause already reported: "annonce que, selon…"."""
        forms = sentence.stream.forms
        return forms[at - 1] in self._que or (forms[at - 1] == "," and forms[at - 2] in self._que)

    def _reported(self, sentence: Sentence, start: int) -> bool:
        """Say whether somebody else reports in what a source says: he is the nearer one."""
        return any(
            self._governed.que.of(sentence, hit)
            and sentence.stream.form(hit.first - 1) not in self._not_reporters
            for hit in sentence.hits
            if hit.first > start and hit.form.mood in ("finite", "participle")
        )

    def _go_on(self, sentence: Sentence, start: int, claim: Claim) -> None:
        """Report what follows "…, selon X, …", unless it only says who X is."""
        stream = sentence.stream
        if start >= sentence.last:
            return
        word = stream.forms[start]
        quotes = sentence.free_quotes(start, min(sentence.last, start + _NEAR))
        if quotes:
            sentence.emit(quotes[0], quotes[0] + 1, claim)
        elif word not in ("l'", "un", "une") and not self._phrases.names_role(stream, start):
            sentence.emit(start, sentence.last, claim)

    def _who(self, sentence: Sentence, start: int) -> Phrase | None:
        """Return who stands after the preposition, unless nobody can: "selon les critères"."""
        stream = sentence.stream
        if start >= sentence.last or stream.forms[start] in self._que:
            return None
        if stream.forms[start] in self._disjunctive:
            return Phrase(start, start + 1, stream.forms[start], pronoun=True)
        phrase = self._phrases.at(stream, start, sentence.last)
        near = stream.forms[start : min(phrase.last, start + _NEAR)]
        if phrase.name is None and any(word in self._never for word in near):
            return None
        return phrase

    def _agent(self, sentence: Sentence, phrase: Phrase) -> tuple[Phrase | None, bool]:
        """Return who published a document or quoted a source, and whether he only quoted it.

        "les chiffres diffusés mardi par la banque", "une source citée par l'agence".
        """
        stream, at = sentence.stream, phrase.last
        participle = stream.forms[at - 1]
        if phrase.name or not participle.endswith(_PARTICIPLES):
            return None, False
        while at < sentence.last and self._phrases.is_adverbial(stream.forms[at]):
            at += 1
        if stream.form(at) != "par" or at + 1 >= sentence.last:
            return None, False
        agent = self._phrases.at(stream, at + 1, sentence.last)
        return agent, participle in self._quoting

    def _over_insertion(self, sentence: Sentence, at: int) -> int:
        """Return the token after ", interrogé par une radio," and the like."""
        stream = sentence.stream
        if stream.form(at) != "," or at + 1 >= sentence.last:
            return at + (stream.form(at) == ":")
        word = stream.forms[at + 1]
        opens = word.endswith(_PARTICIPLES) or word in ("qui", "dont", "l'", "un", "de")
        if not opens and word not in ("une", "cité", "citée", "cités"):
            return at
        end = min(sentence.last, at + _INSERTION)
        return next((k for k in range(at + 1, end) if stream.forms[k] == ","), at)


def _leads(lexicon: Lexicon, name: str) -> Leads:
    """Return the prepositional words of a set by their first word."""
    found: Leads = {}
    for lead in sorted(lexicon[name], key=len, reverse=True):
        words = tuple(lead.split())
        found.setdefault(words[0], []).append(words)
    return found
