"""History: who did what and when, two moments word by word, what a cut session left."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import captioning
from app.desk.sources import sourcing
from app.desk.stories import filing, history, writing
from app.domain.errors import DeskError
from app.domain.history import Difference, Facet, Touch
from app.domain.rewording import Turn


def facets(found: tuple[Difference, ...]) -> list[str]:
    return [one.facet.part for one in found]


def test_every_act_stands_in_the_timeline_with_its_author(desk: Desk, story_id: str) -> None:
    writing.revise(desk, story_id, headline="La digue")

    newest = history.timeline(desk, story_id)[0]
    assert (newest.act, newest.by, newest.undone) == ("revise", "Ana", False)
    was = "La digue de Port-Sablé tiendra l'hiver"
    assert newest.touches == (Touch(Facet("headline"), was, "La digue"),)


def test_captions_metadata_and_attribution_are_told(
    desk: Desk, story_id: str, picture: Callable[[str], Path]
) -> None:
    photo = captioning.take_photo_in(desk, picture("digue.jpg")).photo
    captioning.attach(desk, story_id, 1, photo.id)
    captioning.caption(desk, story_id, 1, caption="La digue, mardi")
    captioning.describe(desk, photo.id, event="Tempête")
    quote = filing.package(desk, story_id).ledger[0]
    sourcing.confirm(desk, story_id, quote.id)

    told = {touch.facet for moment in history.timeline(desk, story_id) for touch in moment.touches}
    assert Facet("caption", "1") in told
    assert Facet("metadata", "event") in told
    assert Facet("attribution", quote.words) in told


def test_an_act_taken_back_is_told_as_such(desk: Desk, story_id: str) -> None:
    writing.revise(desk, story_id, headline="La digue")
    undoing.undo(desk)

    acts = {one.act: one.undone for one in history.timeline(desk, story_id) if one.step}
    assert acts["revise"]


def test_acts_on_other_stories_are_not_told(desk: Desk, story_id: str) -> None:
    other = filing.take_in_text(desk, "Autre titre\n\nUn autre texte, plus long.").story_id
    writing.revise(desk, other, headline="Ailleurs")

    assert "Ailleurs" not in str(history.timeline(desk, story_id))


def test_two_versions_are_compared_word_by_word(desk: Desk, story_id: str) -> None:
    body = filing.package(desk, story_id).story.body
    writing.autosave(desk, story_id, body=body.replace("quatre mois", "six mois"))
    kept = writing.keep(desk, story_id, name="relue")
    assert kept is not None

    (found,) = history.compare(desk, story_id, 0, kept.number)

    changed = [one for one in found.passages if one.turn is not Turn.KEPT]
    assert [(one.was.of(found.was), one.now.of(found.now)) for one in changed] == [
        ("quatre", "six")
    ]


def test_a_version_is_compared_with_the_story_as_it_stands(desk: Desk, story_id: str) -> None:
    captioning.caption(desk, story_id, 1, caption="Autre légende")
    writing.autosave(desk, story_id, kicker="Port")

    assert facets(history.compare(desk, story_id, 0)) == ["kicker", "caption"]
    assert history.compare(desk, story_id, None) == ()


def test_a_version_that_is_not_there_is_told(desk: Desk, story_id: str) -> None:
    with pytest.raises(DeskError) as caught:
        history.compare(desk, story_id, 99)
    assert caught.value.code == "revision.unknown"


def test_a_version_is_given_a_name_later(desk: Desk, story_id: str) -> None:
    writing.name_version(desk, story_id, 0, " telle que reçue ")

    assert writing.revisions(desk, story_id)[0].name == "telle que reçue"
    with pytest.raises(DeskError):
        writing.name_version(desk, story_id, 7, "x")


def test_after_an_ill_end_the_stories_typed_in_are_told(desk: Desk, story_id: str) -> None:
    assert history.begin(desk) == ()
    writing.autosave(desk, story_id, headline="Tapé avant la coupure")

    (found,) = history.begin(desk)
    assert (found.story_id, found.headline, found.kept) == (story_id, "Tapé avant la coupure", 0)


def test_after_a_good_end_nothing_is_told(desk: Desk, story_id: str) -> None:
    history.begin(desk)
    writing.autosave(desk, story_id, headline="Tapé")
    history.end(desk)

    assert history.begin(desk) == ()


def test_words_already_kept_as_a_version_need_no_telling(desk: Desk, story_id: str) -> None:
    history.begin(desk)
    writing.autosave(desk, story_id, headline="Tapé")
    writing.keep(desk, story_id, reason="closed")

    assert history.begin(desk) == ()


def test_an_act_tells_what_it_changed_word_by_word(desk: Desk, story_id: str) -> None:
    writing.revise(desk, story_id, section="Ports")

    (found,) = history.told(history.timeline(desk, story_id)[0])

    assert (found.facet, found.was, found.now) == (Facet("section"), "Dernières nouvelles", "Ports")
    assert [one.turn for one in found.passages] == [Turn.REPLACED]


def test_a_photo_put_in_another_story_is_no_news_of_this_one(
    desk: Desk, story_id: str, picture: Callable[[str], Path]
) -> None:
    photo = captioning.take_photo_in(desk, picture("digue.jpg")).photo
    captioning.attach(desk, story_id, 1, photo.id)
    other = filing.take_in_text(desk, "Autre titre\n\nUn autre texte.").story_id
    captioning.add_slot(desk, other, photo.id)

    acts = [one.act for one in history.timeline(desk, story_id)]
    assert "add-slot" not in acts
    assert not any(
        touch.facet.part == "bin"
        for one in history.timeline(desk, story_id)
        for touch in one.touches
    )
