"""The parts English sentences are read with, each asked alone."""

import pytest

from app.attribution.english import english
from app.attribution.english_clauses import Clauses
from app.attribution.english_cues import Cues
from app.attribution.english_extent import Extent
from app.attribution.english_governed import Governed
from app.attribution.english_labels import Labels
from app.attribution.english_marked import Marked
from app.attribution.english_nouns import Nouns
from app.attribution.english_sources import Sources
from app.attribution.english_subjects import Subjects
from app.attribution.english_tokens import PATTERN
from app.attribution.english_verbs import inflected
from app.attribution.phrases import Phrases
from app.attribution.sentence import Sentence
from app.attribution.tokens import folded
from app.language.marks import paragraph_marks

LEXICON = english().lexicon
PHRASES = Phrases(LEXICON)
CUES = Cues(LEXICON)
SUBJECTS = Subjects(LEXICON, PHRASES, CUES)
EXTENT = Extent(LEXICON, PHRASES, CUES)
GOVERNED = Governed(LEXICON, EXTENT, CUES)
FORMS = inflected()


def sentence_of(copy: str) -> Sentence:
    """One sentence with its verb groups."""
    stream = folded(copy, paragraph_marks(copy)[0], PATTERN)
    last = len(stream.forms)
    return Sentence(stream, 0, last, hits=CUES.of(stream, 0, last))


def words_of(sentence: Sentence) -> list[str]:
    """The words of each report found."""
    return [sentence.stream.text[report.start : report.end] for report in sentence.reports]


@pytest.mark.parametrize(
    ("written", "lemma", "mood"),
    [
        ("said", "say", "past"),
        ("replies", "reply", "present"),
        ("replied", "reply", "past"),
        ("written", "write", "participle"),
        ("bragging", "brag", "gerund"),
        ("referred", "refer to", "past"),
        ("labeled", "label", "past"),
        ("labelled", "label", "past"),
        ("pledging", "pledge", "gerund"),
        ("teaches", "", ""),
    ],
)
def test_a_written_form_is_known_by_lemma_and_mood(written: str, lemma: str, mood: str) -> None:
    found = {(form.verb.lemma, form.mood) for form in FORMS.get(written, ())}

    assert ((lemma, mood) in found) == bool(lemma)


@pytest.mark.parametrize(
    ("copy", "forms"),
    [
        ("Mr. Brel's dam", ["mr.", "brel", "'s", "dam"]),
        ("He didn’t say", ["he", "didn't", "say"]),
        ("the U.S. Senate. The end", ["the", "u.s.", "senate", ".", "the", "end"]),
        ("in the U.S. The end", ["in", "the", "u.s", ".", "the", "end"]),
        ("then-Sen. Brel", ["then-sen.", "brel"]),
        ("they'll pay $1.5 million", ["they", "'ll", "pay", "$1.5", "million"]),
    ],
)
def test_copy_is_cut_at_clitics_and_not_at_abbreviations(copy: str, forms: list[str]) -> None:
    assert folded(copy, (), PATTERN).forms == forms


@pytest.mark.parametrize(
    ("copy", "group"),
    [
        ("Harrow has repeatedly said so", "has repeatedly said"),
        ("Harrow was told so", "was told"),
        ("Harrow wants to say so", "to say"),
        ("Harrow is suggesting so", "is suggesting"),
        ("Critics claim so", "claim"),
        ("Harrow pointed out so", "pointed out"),
        ("Her claim is odd", ""),
        ("the swing states fall", ""),
        ("a statement of hers", ""),
    ],
)
def test_verb_groups_are_told_from_nouns(copy: str, group: str) -> None:
    sentence = sentence_of(copy)

    assert [sentence.stream.words(hit.first, hit.last) for hit in sentence.hits] == (
        [group] if group else []
    )


@pytest.mark.parametrize(
    ("copy", "subject"),
    [
        ("On Monday the head of the port said", "the head of the port"),
        ("Ann Harrow, the mayor of Brisol, said", "Ann Harrow"),
        ("Ann Harrow, who is 45, later said", "Ann Harrow"),
        ("The man who met Jon Brel at the dam said", "The man"),
        ("Harrow and Brel said", "Harrow and Brel"),
        ("Harrow last week said", "Harrow"),
        ("A spokesman for Jon Brel said", "A spokesman for Jon Brel"),
    ],
)
def test_a_subject_is_found_before_its_verb(copy: str, subject: str) -> None:
    sentence = sentence_of(copy)
    phrase = SUBJECTS.before(sentence.stream, sentence.hits[-1].first, 0)

    assert phrase
    assert sentence.stream.words(phrase.first, phrase.last) == subject


@pytest.mark.parametrize(
    ("copy", "start", "how"),
    [
        ("She said that he left", "he", "clause"),
        ("She said he left", "he", "clause"),
        ("She asked why he left", "why", "clause"),
        ("She vowed to leave", "to", "to"),
        ("She said: “No”", "“No”", "colon"),
        ("She said “no”", "“no”", "quote"),
        ("She called him a fool", "him", "object"),
        ("She told the crowd he left", "he", "clause"),
        ("She said nothing", "", ""),
    ],
)
def test_a_verb_governs_what_follows_it(copy: str, start: str, how: str) -> None:
    sentence = sentence_of(copy)
    at, found = GOVERNED.by(sentence, sentence.hits[0])

    assert found == how
    assert not how or sentence.stream.words(at, at + 1) == start


@pytest.mark.parametrize(
    ("copy", "last"),
    [
        ("She said he left; it rained", "left"),
        ("She said he left the dam, which was new", "dam"),
        ("She said he left the dam, according to Brel", "dam"),
        ("She said he left and added that it rained", "left"),
        ("She said he left the dam - it was new", "dam"),
        ("When she said he left, the crowd cheered", "left"),
        ("She said he left because it rained.", "rained"),
    ],
)
def test_reported_words_end_where_the_reporter_s_begin(copy: str, last: str) -> None:
    sentence = sentence_of(copy)
    hit = sentence.hits[0]

    end = EXTENT.end(sentence, hit.last, hit)

    assert sentence.stream.words(end - 1, end) == last


def test_a_label_takes_its_whole_paragraph() -> None:
    sentence = sentence_of("ANN HARROW: It holds. We looked.")

    Labels(LEXICON, SUBJECTS).read(sentence)

    assert words_of(sentence) == ["It holds. We looked."]


def test_a_noun_of_speech_reports_for_its_owner() -> None:
    sentence = sentence_of("Nobody heard Brel's claim that the dam holds.")

    Nouns(LEXICON, SUBJECTS, EXTENT).read(sentence)

    assert words_of(sentence) == ["the dam holds"]


def test_a_source_without_a_verb_reports_both_sides_of_it() -> None:
    sentence = sentence_of("The dam will hold, according to Brel, but it may leak.")

    Sources(SUBJECTS, EXTENT).read(sentence)

    assert words_of(sentence) == ["The dam will hold", "but it may leak"]


@pytest.mark.parametrize(
    ("copy", "words"),
    [
        ("“It holds and it will hold.”", ["It holds and it will hold."]),
        ("Harrow went on the “Morning Dam Show” again.", []),
        ("The “old dam” is gone.", []),
        ("Harrow waved and “would not be drawn further” on it.", ["would not be drawn further"]),
    ],
)
def test_marks_without_a_cue_are_judged_by_their_words(copy: str, words: list[str]) -> None:
    sentence = sentence_of(copy)

    Marked(LEXICON, PHRASES, SUBJECTS).read(sentence)

    assert words_of(sentence) == words


def test_a_sentence_gives_its_reports_in_reading_order() -> None:
    copy = "According to Brel, the dam holds, but Harrow said it leaks."
    stream = folded(copy, paragraph_marks(copy)[0], PATTERN)

    reports = Clauses(LEXICON).read(stream, 0, len(stream.forms))

    assert [report.start for report in reports] == sorted(report.start for report in reports)
    assert len(reports) > 1
