"""Words are added and dropped as acts; a check knows them at once."""

import pytest

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.sources import registering, sourcing
from app.desk.stories import filing, spelling
from app.domain.errors import DeskError
from app.domain.person import Person


def remarked(desk: Desk, story_id: str) -> list[str]:
    return [each.excerpt for each in sourcing.check(desk, story_id) if each.code == "SPE001"]


@pytest.mark.parametrize("own", [True, False])
def test_a_word_added_is_known_until_it_is_taken_back(desk: Desk, *, own: bool) -> None:
    story_id = filing.take_in_text(desk, "Le quai\n\nLa mairessse ouvre le quai.").story_id
    assert remarked(desk, story_id) == ["mairessse"]

    changes = spelling.add_word(desk, " mairessse ", own=own)

    assert changes.act == "add-word"
    assert remarked(desk, story_id) == []
    undoing.undo(desk)
    assert remarked(desk, story_id) == ["mairessse"]
    undoing.redo(desk)
    assert remarked(desk, story_id) == []


def test_a_word_of_one_person_is_not_that_of_another(desk: Desk) -> None:
    story_id = filing.take_in_text(desk, "Le quai\n\nLa mairessse ouvre le quai.").story_id
    spelling.add_word(desk, "mairessse", own=True)

    desk.by = "Somebody Else"

    assert remarked(desk, story_id) == ["mairessse"]


def test_a_word_is_added_once_and_can_be_dropped(desk: Desk) -> None:
    spelling.add_word(desk, "mairessse")
    assert spelling.add_word(desk, "mairessse").step == 0
    (word,) = spelling.added_words(desk)

    spelling.drop_word(desk, word.id)

    assert spelling.added_words(desk) == ()
    with pytest.raises(DeskError) as raised:
        spelling.drop_word(desk, word.id)
    assert raised.value.code == "word.unknown"


def test_a_name_is_added_in_full_and_its_last_name_alone_is_known(desk: Desk) -> None:
    text = "Le quai\n\nTomasz Orlik ouvre le quai. Orlik se tait."
    story_id = filing.take_in_text(desk, text).story_id
    names = [each for each in sourcing.check(desk, story_id) if each.code == "SPE002"]

    spelling.add_word(desk, names[0].excerpt.replace(" ", "\u00a0"))

    assert [one.word for one in spelling.added_words(desk)] == ["Tomasz Orlik"]
    assert all(each.code != "SPE002" for each in sourcing.check(desk, story_id))


@pytest.mark.parametrize("word", ["", "  ", "deux mots", "Deux mots", "123", "1 2"])
def test_what_is_no_word_is_refused(desk: Desk, word: str) -> None:
    with pytest.raises(DeskError) as raised:
        spelling.add_word(desk, word)

    assert raised.value.code == "word.none"


def test_near_words_come_from_the_dictionary_of_the_paragraph() -> None:
    english = "The gouvernment said that the harbour was closed."

    assert spelling.near("gouvernment", english, "fr-FR")[0] == "government"
    assert "gouvernement" in spelling.near("gouvernment", "Le gouvernment", "fr-FR")


def test_words_are_unknown_where_neither_dictionary_nor_register_has_them(desk: Desk) -> None:
    text = "Le gouvernemant reçoit Zoé Orlik et Maïa Ordelle.\nThe mayor said that she has visited the habour of the town with them."
    assert spelling.unknown(desk, [text], "fr-FR") == {"gouvernemant", "Orlik", "Ordelle", "habour"}

    spelling.add_word(desk, "gouvernemant")
    registering.enter(desk, Person(id="", name="Zoé Orlik"))
    assert spelling.unknown(desk, [text], "fr-FR", ["Maïa Ordelle"]) == {"habour"}
