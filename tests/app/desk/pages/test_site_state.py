"""What is known of a site is believed only when the folder bears its mark."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from app.desk.pages.site_state import Known, Shelf, State
from app.export.edition import Card, Thumb

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
CARD = Card(
    slug="quai",
    language="fr-FR",
    section="Port",
    headline="Le quai rouvre",
    eyebrow="Port",
    summary="Le quai.",
    authors=("Anne Lescot",),
    topics=("Port",),
    published=NOON,
    modified=NOON,
    image="media/card.png",
    image_type="image/png",
    image_bytes=12,
    thumbs=(Thumb(name="media/a.avif", media_type="image/avif", width=480, height=320),),
)
KNOWN = Known(slug="quai", mark="1", published=NOON.isoformat(), digest="ab", card=CARD)
STATE = State("house", {"s1": KNOWN}, {"index.html": "k"}, {"feed.json": "d"})


def test_a_state_comes_back_as_it_was_when_the_folder_bears_its_mark(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, tmp_path / "site")
    shelf.prepare(STATE)
    shelf.settle()

    assert shelf.read(STATE.token()) == STATE
    assert shelf.read("another") == State()
    assert shelf.read("") == State()


def test_of_two_states_the_one_the_folder_bears_is_known(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, tmp_path / "site")
    shelf.prepare(STATE)
    shelf.settle()
    changed = State("house", {"s1": replace(KNOWN, digest="cd", card=None)})

    shelf.prepare(changed)

    assert shelf.read(STATE.token()) == STATE
    assert shelf.read(changed.token()) == changed


def test_the_mark_does_not_depend_on_what_was_looked_at_when() -> None:
    looked = State(
        "house", {"s1": replace(KNOWN, mark="2")}, {"index.html": "k"}, {"feed.json": "d"}
    )

    assert looked.token() == STATE.token()
    assert looked.digests() == {"quai": "ab"}


def test_a_broken_file_is_no_state(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, tmp_path / "site")
    shelf.prepare(STATE)
    for path in (tmp_path / "sites").iterdir():
        path.write_text("[]")

    assert shelf.read(STATE.token()) == State()
