"""The parts French sentences are read with, each asked alone."""

import pytest

from app.attribution.engine import attribute
from app.attribution.french import french
from app.attribution.french_clauses import Clauses
from app.attribution.french_cues import Cues
from app.attribution.french_governed import Governed
from app.attribution.french_incises import Incises
from app.attribution.french_marked import Marked
from app.attribution.french_sources import Sources
from app.attribution.french_subjects import Subjects
from app.attribution.french_tokens import PATTERN
from app.attribution.grammar import Hit
from app.attribution.phrases import Phrases
from app.attribution.sentence import Claim, Sentence, content
from app.attribution.tokens import folded
from app.domain.quote import QuoteKind
from app.language.marks import paragraph_marks

LEXICON = french().lexicon
PHRASES = Phrases(LEXICON)
CUES = Cues(LEXICON)
SUBJECTS = Subjects(LEXICON, PHRASES)
GOVERNED = Governed(LEXICON, PHRASES)


def sentence_of(copy: str) -> Sentence:
    """One sentence with its verb groups."""
    stream = folded(copy, paragraph_marks(copy)[0], PATTERN)
    sentence = Sentence(stream, 0, len(stream.forms))
    sentence.hits = CUES.of(stream, 0, len(stream.forms))
    return sentence


def only(sentence: Sentence) -> Hit:
    """The one verb group of a sentence."""
    (hit,) = sentence.hits
    return hit


@pytest.mark.parametrize(
    ("copy", "how"),
    [
        ("Le maire dit que oui.", "clause"),
        ("Le maire a annoncé, mardi, que oui.", "clause"),
        ("Le maire a dit : « Oui. »", "colon"),
        ("Le maire dit vouloir partir.", "infinitive"),
        ("Le maire s'est dit prêt.", "predicate"),
        ("Le maire dénonce « une attaque indigne ».", "quote"),
        ("Le maire ne demande qu'à partir.", ""),
        ("Le maire annonce la rupture.", ""),
        ("Le maire confirme le contrat que la ville avait signé.", ""),
    ],
)
def test_what_a_verb_governs(copy: str, how: str) -> None:
    sentence = sentence_of(copy)

    assert GOVERNED.by(sentence, only(sentence))[1] == how


@pytest.mark.parametrize(
    ("copy", "subject"),
    [
        ("La digue tient, a dit le maire.", "le maire"),
        ("La digue, dit-il, tient.", "-il"),
        ("Le maire, en visite à Brisol, a dit la vérité.", ""),
        ("Mme Marchand, qui dirige la ville, confirme ces calculs.", ""),
    ],
)
def test_who_stands_after_an_inverted_verb(copy: str, subject: str) -> None:
    sentence = sentence_of(copy)

    found = SUBJECTS.after(sentence, only(sentence))

    assert (sentence.stream.words(found.first, found.last) if found else "") == subject


def test_a_source_that_nobody_can_be_reports_nothing() -> None:
    sentence = sentence_of("Tout avance selon les critères.")

    Sources(LEXICON, PHRASES, GOVERNED).read(sentence)

    assert sentence.reports == []


def test_an_incise_inside_marks_takes_them_apart() -> None:
    copy = "« La digue tient, assure Jean Brel, et tiendra. »"
    sentence = sentence_of(copy)

    Incises(LEXICON, PHRASES, CUES, SUBJECTS).read(sentence)

    assert [copy[r.start : r.end] for r in sentence.reports] == ["La digue tient", "et tiendra"]


def test_words_in_marks_without_a_cue_wait_for_their_neighbours() -> None:
    sentence = sentence_of("« Nous avons vérifié chaque pierre. »")

    Marked(LEXICON, PHRASES).read(sentence)

    assert [report.holds for report in sentence.reports] == ["before"]


def test_content_leaves_edge_marks_out() -> None:
    stream = folded(", que la digue tient.", (), PATTERN)

    found = content(stream, 0, len(stream.forms))

    assert found
    assert stream.text[found[0] : found[1]] == "la digue tient"
    assert found[2] is QuoteKind.INDIRECT


def test_a_claim_without_words_is_not_written_down() -> None:
    sentence = sentence_of("Le maire dit : .")

    sentence.emit(3, 5, Claim(None, "subject"))

    assert sentence.reports == []


def test_reports_come_in_reading_order() -> None:
    copy = "« Oui », a dit Jean Brel, ajoutant que la digue tient."
    stream = folded(copy, paragraph_marks(copy)[0], PATTERN)

    reports = Clauses(LEXICON).read(stream, 0, len(stream.forms))

    assert [copy[r.start : r.end] for r in reports] == ["Oui", "la digue tient"]


def told(copy: str) -> list[tuple[str, str]]:
    """The words reported in a text, each with who is said to speak."""
    quotes = attribute(copy, "fr").quotes
    return [(one.span.of(copy), one.speaker.text if one.speaker else "") for one in quotes]


def test_a_quotation_after_a_semicolon_belongs_to_its_own_verb() -> None:
    copy = "« La digue tient », reconnaît la ville ; « elle fuit depuis mars », répondent les pêcheurs du port."

    assert told(copy) == [
        ("La digue tient", "la ville"),
        ("elle fuit depuis mars", "les pêcheurs du port"),
    ]


def test_a_quotation_after_a_semicolon_goes_on_where_nobody_else_claims_it() -> None:
    copy = "« La digue tient », reconnaît la ville ; « elle tiendra »."

    assert told(copy) == [("La digue tient", "la ville"), ("elle tiendra", "la ville")]


@pytest.mark.parametrize(
    ("copy", "speaker"),
    [
        (
            "« Je reste au port », confie celle qui tient la criée. « Et je n’en bouge pas. »",
            "celle qui tient la criée",
        ),
        (
            "« Je reste au port, confie celui qui tient la criée, et je n’en bouge pas. »",
            "celui qui tient la criée",
        ),
    ],
)
def test_somebody_told_by_what_they_do_speaks(copy: str, speaker: str) -> None:
    found = told(copy)

    assert len(found) == 2
    assert {name for _words, name in found} == {speaker}
