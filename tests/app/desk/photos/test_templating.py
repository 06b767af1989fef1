"""Templating: templates kept by name, codes read from files, credits composed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import captioning, templating
from app.desk.stories import filing
from app.domain.errors import DeskError

Draw = Callable[[str], Path]
FIELDS = {"city": "Port-Sablé", "persons": ("=hc=",), "expires": date(2030, 1, 1), "rating": None}


def test_a_template_comes_back_as_it_was_kept(desk: Desk) -> None:
    templating.save_template(desk, " Conseil  municipal ", FIELDS)

    (kept,) = templating.templates(desk)

    assert (kept.name, kept.fields) == ("Conseil municipal", FIELDS)
    assert templating.template(desk, "Conseil municipal") == kept


def test_a_template_of_the_same_name_gives_way(desk: Desk) -> None:
    templating.save_template(desk, "Match", {"city": "Anse-Grise"})
    templating.save_template(desk, "Match", {"event": "Finale"})

    (kept,) = templating.templates(desk)

    assert kept.fields == {"event": "Finale"}
    undoing.undo(desk)
    assert templating.templates(desk)[0].fields == {"city": "Anse-Grise"}


def test_a_template_is_removed_and_brought_back(desk: Desk) -> None:
    templating.save_template(desk, "Match", {"city": "Anse-Grise"})
    (kept,) = templating.templates(desk)

    templating.drop_template(desk, kept.id)
    assert templating.templates(desk) == ()
    undoing.undo(desk)
    assert templating.templates(desk) == (kept,)


@pytest.mark.parametrize("name", ["", "   "])
def test_a_template_needs_a_name(desk: Desk, name: str) -> None:
    with pytest.raises(DeskError, match=r"template\.no-name"):
        templating.save_template(desk, name, {})


def test_a_template_holds_fields_of_pictures_only(desk: Desk) -> None:
    with pytest.raises(ValueError, match="colour"):
        templating.save_template(desk, "Match", {"colour": "red"})


def test_what_is_not_there_is_told(desk: Desk) -> None:
    with pytest.raises(DeskError, match=r"template\.unknown"):
        templating.drop_template(desk, "nobody")
    with pytest.raises(DeskError, match=r"template\.unknown"):
        templating.template(desk, "Nobody")
    with pytest.raises(DeskError, match=r"photo\.missing"):
        templating.take_codes_in(desk, desk.path.parent / "none.txt")


def test_credits_are_composed_of_what_is_known(desk: Desk, story_id: str, picture: Draw) -> None:
    photo_id = captioning.take_photo_in(desk, picture("digue.jpg")).photo.id
    captioning.describe(desk, photo_id, creator=("Inès Valdor",), credit="Agence Rivage")
    captioning.attach(desk, story_id, 1, photo_id)

    assert templating.credit_preview(desk, [photo_id]) == (
        (photo_id, "Inès Valdor / Agence Rivage"),
    )
    templating.compose_credits(desk, story_id, "{agency} — {creator}")

    assert filing.package(desk, story_id).uses[0].credit == "Agence Rivage — Inès Valdor"
    undoing.undo(desk)
    assert filing.package(desk, story_id).uses[0].credit == ""
