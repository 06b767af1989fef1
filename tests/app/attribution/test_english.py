"""English, phenomenon by phenomenon: words reported and mention of the speaker."""

import pytest

from app.attribution.engine import attribute
from app.attribution.english import english
from app.domain.quote import QuoteKind, Stance

DIRECT = [
    ("“The dam holds,” said Ann Harrow.", "The dam holds,", "Ann Harrow"),
    ("“The dam holds,” Ann Harrow said.", "The dam holds,", "Ann Harrow"),
    ("“The dam holds,” she told the Brisol Gazette on Monday.", "The dam holds,", "she"),
    ('"The dam holds," said Harrow, who runs the port.', "The dam holds,", "Harrow"),
    ("''The dam holds,'' said spokesman Jon Brel.", "The dam holds,", "spokesman Jon Brel"),
    ("Ann Harrow said, “The dam holds.”", "The dam holds.", "Ann Harrow"),
    ("Ann Harrow said in a statement: “The dam holds.”", "The dam holds.", "Ann Harrow"),
    ("Harrow, the mayor of Brisol, said “the dam holds.”", "the dam holds.", "Harrow"),
    ("“Does the dam hold?” Ann Harrow asked.", "Does the dam hold?", "Ann Harrow"),
    ("According to the mayor, “the dam holds.”", "the dam holds.", "the mayor"),
    ("The crowd chanted “hold the dam” as she left.", "hold the dam", "The crowd"),
    ("HARROW: The dam holds. It always did.", "The dam holds. It always did.", "HARROW"),
    ("A: It holds. It always did.", "It holds. It always did.", "A"),
    ("The mayor said on Brisol's “Early Show” that the dam holds.", "the dam holds", "The mayor"),
]
INDIRECT = [
    ("Ann Harrow said that the dam holds.", "the dam holds", "Ann Harrow"),
    ("Ann Harrow said the dam would hold.", "the dam would hold", "Ann Harrow"),
    ("Ann Harrow said on Monday the dam would hold.", "the dam would hold", "Ann Harrow"),
    ("She told reporters in Brisol that the dam holds.", "the dam holds", "She"),
    ("She told him he would drown.", "he would drown", "She"),
    ("The dam would hold, Ann Harrow said.", "The dam would hold", "Ann Harrow"),
    ("The dam was built to last, said Ann Harrow.", "The dam was built to last", "Ann Harrow"),
    ("Harrow, the mayor, said the dam would hold.", "the dam would hold", "Harrow"),
    ("Harrow, however, said the dam would hold.", "the dam would hold", "Harrow"),
    ("Harrow, who runs Brisol, said the dam would hold.", "the dam would hold", "Harrow"),
    ("Those who backed Harrow say the dam will hold.", "the dam will hold", "Those"),
    ("According to the mayor, the dam holds.", "the dam holds", "the mayor"),
    ("The dam will hold, according to the report.", "The dam will hold", "the report"),
    ("The mayor asked whether the dam held.", "whether the dam held", "The mayor"),
    ("The mayor promised to mend the dam.", "to mend the dam", "The mayor"),
    ("The mayor urged Brel to mend the dam.", "Brel to mend the dam", "The mayor"),
    ("Harrow accused Brel of lying about it.", "Brel of lying about it", "Harrow"),
    ("Harrow called the dam a disgrace.", "the dam a disgrace", "Harrow"),
    ("As Harrow noted, the dam is old.", "the dam is old", "Harrow"),
    ("But as Harrow noted, the dam is old.", "the dam is old", "Harrow"),
    ("The dam holds, according to even its critics.", "The dam holds", "its critics"),
    ("By dusk, as many as nine in ten said the dam would hold.", "the dam would hold", "nine"),
    ("When the mayor, Ann Harrow, said the dam held, the crowd left.", "the dam held", "the mayor"),
    ("The mayor's claim that the dam holds was wrong.", "the dam holds", "The mayor"),
    (
        "Harrow's charge that the port is old and would close if she lost led to a long debate.",
        "the port is old and would close if she lost",
        "Harrow",
    ),
    ("Her vow to rebuild the quay was kept.", "to rebuild the quay", "Her"),
    ("The dam is old, as Harrow noted in May.", "The dam is old", "Harrow"),
    (
        "The dam breaks every spring, the mayor told a panel.",
        "The dam breaks every spring",
        "the mayor",
    ),
    ("Polls suggest the dam is popular.", "the dam is popular", "Polls"),
    ("Two in three said they were afraid.", "they were afraid", "Two in three"),
    ("Harrow went to the dam and said it would hold.", "it would hold", "Harrow"),
    ("Harrow left the dam, saying that it would hold.", "it would hold", "Harrow"),
    ("The mayor repeated her claim that the dam holds.", "the dam holds", "The mayor"),
    ("Saying that the dam held, the mayor left.", "the dam held", "the mayor"),
]
MIXED = [
    (
        "Ann Harrow said the dam was “as strong as ever” on Monday.",
        "the dam was “as strong as ever” on Monday",
        "Ann Harrow",
    ),
    ("Ann Harrow lamented the “sorry” state of the dam.", "sorry", "Ann Harrow"),
    ("Harrow described the dam as “a danger to us all.”", "a danger to us all.", "Harrow"),
    ("Harrow called the dam “unsafe,” and left.", "unsafe,", "Harrow"),
    (
        "Harrow said the “stop-gap” walls were too low.",
        "the “stop-gap” walls were too low",
        "Harrow",
    ),
    (
        "Harrow declared that she “would mend” the dam.",
        "she “would mend” the dam",
        "Harrow",
    ),
    (
        "Where Harrow used to boast that the dam was “safe,” on Monday she kept silent.",
        "the dam was “safe,”",
        "Harrow",
    ),
]
NOBODY = [
    "The film “The Long Dam” opens on Friday.",
    "Jon “Duke” Brel plays the drums.",
    "The so-called “dam fund” is empty.",
    "The progressive think tank moved to Brisol.",
    "The jobs report was released on Friday.",
    "The state fair opens in Brisol.",
    "The mayor read the report and signed it.",
    "The dam is 6'2\" high.",
    "The Latest: dam closes after storm in Brisol.",
    "It is too soon to say how the dam will hold.",
    "Q: Does the dam hold this year?",
]


def said(copy: str) -> list[tuple[str, str]]:
    """Words and mention of the speaker of each quote."""
    found = attribute(copy, "en")
    return [(q.span.of(copy), q.speaker.text if q.speaker else "") for q in found.quotes]


@pytest.mark.parametrize(("copy", "words", "speaker"), DIRECT)
def test_words_in_marks_are_given_to_their_speaker(copy: str, words: str, speaker: str) -> None:
    assert said(copy) == [(words, speaker)]


@pytest.mark.parametrize(("copy", "words", "speaker"), INDIRECT)
def test_reported_words_begin_and_end_where_they_should(
    copy: str, words: str, speaker: str
) -> None:
    ((found, mention),) = said(copy)

    assert found == words
    assert mention.startswith(speaker)


@pytest.mark.parametrize(("copy", "words", "speaker"), MIXED)
def test_words_partly_in_marks_are_found(copy: str, words: str, speaker: str) -> None:
    assert said(copy) == [(words, speaker)]


@pytest.mark.parametrize("copy", NOBODY)
def test_what_is_no_speech_is_left_alone(copy: str) -> None:
    assert said(copy) == []


def test_a_tag_cuts_one_quotation_in_two_pieces_of_one_group() -> None:
    copy = "“The dam,” Ann Harrow, the mayor of Brisol, said, “is closed.”"

    quotes = attribute(copy, "en").quotes

    assert said(copy) == [("The dam,", "Ann Harrow"), ("is closed.", "Ann Harrow")]
    assert len({q.group for q in quotes}) == 1


def test_a_tag_cuts_a_clause_in_two_pieces() -> None:
    cut = ["The dam", "is to be mended this year"]

    for tag in ("an inside source said", "said Ann Harrow", "according to the mayor"):
        assert [words for words, _ in said(f"{cut[0]}, {tag}, {cut[1]}.")] == cut


def test_two_speakers_of_one_sentence_keep_their_words() -> None:
    copy = "Harrow said the dam would hold, and Brel said it was doomed."

    assert said(copy) == [("the dam would hold", "Harrow"), ("it was doomed", "Brel")]


def test_a_speaker_who_goes_on_keeps_both_clauses() -> None:
    copy = "Harrow said the dam would hold and added that the road was safe."

    assert said(copy) == [("the dam would hold", "Harrow"), ("the road was safe", "Harrow")]


def test_verbs_of_one_speaker_part_their_words() -> None:
    copy = "Harrow left, saying the dam was old and asking why it had cost so much."

    assert [words for words, _ in said(copy)] == ["the dam was old", "why it had cost so much"]


def test_reported_words_end_before_the_main_clause() -> None:
    copy = "When Harrow said that the dam held, the crowd cheered."

    assert said(copy)[0] == ("the dam held", "Harrow")


def test_marks_without_a_tag_go_on_with_the_last_speaker() -> None:
    copy = "“The dam holds,” Ann Harrow said. “We looked.”\n\n“It will hold for years.”"

    assert [speaker for _, speaker in said(copy)] == ["Ann Harrow"] * 3
    assert attribute(copy, "en").quotes[1].speaker
    assert attribute(copy, "en").quotes[1].kind is QuoteKind.DIRECT


def test_marks_nobody_is_near_come_out_without_a_speaker() -> None:
    assert said("“The dam will hold for years.”") == [("The dam will hold for years.", "")]


def test_a_passive_has_no_speaker_unless_it_names_one() -> None:
    assert said("Brel was asked whether the dam held.") == [("whether the dam held", "")]
    assert said("The dam is said to be unsafe.") == []
    assert said("Brel was accused by Harrow of lying.") == [("of lying", "Harrow")]


def test_an_interview_is_read_by_its_labels() -> None:
    copy = "BREL: Does it hold?\nHARROW: It holds. We looked."

    assert said(copy) == [("Does it hold?", "BREL"), ("It holds. We looked.", "HARROW")]


def test_the_name_after_a_role_is_the_speaker_s() -> None:
    copy = "Former Brisol council leader Ann Harrow said the dam would hold."

    (quote,) = attribute(copy, "en").quotes

    assert quote.speaker
    assert quote.speaker.name == "Ann Harrow"


def test_a_cue_tells_lemma_stance_and_reason() -> None:
    (quote,) = attribute("The mayor has admitted that the dam leaks.", "en").quotes

    assert quote.cue
    assert (quote.cue.text, quote.cue.lemma) == ("has admitted", "admit")
    assert quote.cue.stance is Stance.ADMITTING
    assert quote.speaker
    assert quote.speaker.reason.code == "subject"
    assert dict(quote.speaker.reason.params) == {"word": "admit"}


def test_rumour_is_marked() -> None:
    (quote,) = attribute("Harrow said the dam was reportedly unsafe.", "en").quotes

    assert quote.hearsay


def test_the_language_brings_its_lexicon() -> None:
    assert "said" in english().lexicon.forms
    assert english().code == "en"


@pytest.mark.parametrize(
    "copy",
    [
        "Her insurer has yet to call back.",
        "The table makes for happy reading in Brisol: played 16, won 10, drawn three.",
        "The office lifted one; a yellow warning for ice remains until Monday morning.",
    ],
)
def test_verbs_and_nouns_that_only_look_like_speech_report_nothing(copy: str) -> None:
    assert attribute(copy, "en").quotes == ()
