"""What is typed reaches the store, and news from elsewhere never cost a typed word."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest

from app.desk.desk import Desk
from app.desk.stories import filing, writing
from app.domain.errors import DeskError
from app.domain.finding import Finding, Severity
from app.domain.package import Package
from app.domain.story import TEXT_FIELDS, Revision
from ui.errands import nothing
from ui.work import changes_in
from ui.writing.presenter import Presenter


@dataclass
class Errands:
    """Runs what it is given when told to, in order, on the spot."""

    waiting: list[Callable[[], None]] = field(default_factory=list)
    changed: list[Any] = field(default_factory=list)

    def act(self, do: Any, then: Any = nothing, sorry: Any = None) -> None:
        self.ask(do, then, sorry)

    def ask(self, do: Any, then: Any, sorry: Any = None, *, about: str = "") -> None:
        def run() -> None:
            try:
                answer = do()
            except DeskError as error:
                if sorry is None:
                    raise
                sorry(error)
            else:
                then(answer)
                if changes := changes_in(answer):
                    self.changed.append(changes)

        self.waiting.append(run)

    def run(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


@dataclass
class Screen:
    """A screen that keeps what it is shown."""

    held: dict[str, str] = field(default_factory=lambda: dict.fromkeys(TEXT_FIELDS, ""))
    findings: tuple[Finding, ...] = ()
    saved: list[datetime] = field(default_factory=list)
    unsaved: list[DeskError] = field(default_factory=list)
    kept: list[Revision | None] = field(default_factory=list)
    refused: list[DeskError] = field(default_factory=list)
    package: Package | None = None

    def texts(self) -> dict[str, str]:
        return dict(self.held)

    def proposed(self) -> dict[str, str]:
        return dict(self.held)

    def show_package(self, package: Package) -> None:
        self.held = {name: getattr(package.story, name) for name in TEXT_FIELDS}
        self.package = package

    def bring_to(self, texts: Mapping[str, str]) -> None:
        self.held |= texts

    def show_around(self, package: Package) -> None:
        self.package = package

    def show_nothing(self) -> None:
        self.package = None

    def show_checked(self, body: str, findings: tuple[Finding, ...]) -> None:
        self.findings = findings

    def show_saved(self, at: datetime) -> None:
        self.saved.append(at)

    def show_unsaved(self, error: DeskError) -> None:
        self.unsaved.append(error)

    def show_thumbnail(self, photo_id: str, jpeg: bytes) -> None:
        """Not looked at here."""

    def show_refused(self, error: DeskError) -> None:
        self.refused.append(error)

    def show_kept(self, revision: Revision | None) -> None:
        self.kept.append(revision)


@dataclass
class Scene:
    """One story open on a screen."""

    desk: Desk
    errands: Errands
    screen: Screen
    presenter: Presenter
    story_id: str

    def stored(self, name: str) -> str:
        return str(getattr(filing.package(self.desk, self.story_id).story, name))

    def hear(self) -> None:
        """Run what waits, and tell the presenter of every change, as the window does."""
        self.errands.run()
        while self.errands.changed:
            self.presenter.refresh(self.errands.changed.pop(0))
            self.errands.run()


@pytest.fixture
def scene(desk: Desk) -> Scene:
    story_id, _changes = filing.new_story(desk, "fr-FR")
    writing.autosave(desk, story_id, headline="Titre", body="Un début.")
    errands, screen = Errands(), Screen()
    presenter = Presenter(desk, errands, screen)
    presenter.open(story_id)
    errands.run()
    return Scene(desk, errands, screen, presenter, story_id)


def test_opening_shows_the_story_and_when_it_was_safe(scene: Scene) -> None:
    assert scene.screen.held["body"] == "Un début."
    assert len(scene.screen.saved) == 1


def test_only_what_was_typed_is_handed_to_the_store(scene: Scene) -> None:
    scene.screen.held["body"] = "Un «\u00a0début\u00a0»."
    scene.presenter.save()
    assert len(scene.errands.waiting) == 1
    scene.presenter.save()
    assert len(scene.errands.waiting) == 1, "nothing new to save"

    scene.hear()
    assert scene.stored("body") == "Un «\u00a0début\u00a0»."


def test_turning_to_another_story_saves_the_first(scene: Scene) -> None:
    other, _changes = filing.new_story(scene.desk, "en-GB")
    scene.screen.held["headline"] = "Autre titre"
    scene.presenter.open(other)
    scene.hear()

    assert scene.stored("headline") == "Autre titre"
    assert scene.screen.held["headline"] == ""


def test_words_typed_while_news_are_on_their_way_are_kept(scene: Scene) -> None:
    scene.presenter.revise("language", "en-GB")
    scene.errands.run()
    scene.screen.held["body"] = "Tapé entre-temps."
    scene.hear()

    assert scene.screen.held["body"] == "Tapé entre-temps."
    assert scene.screen.package is not None
    assert scene.screen.package.story.language == "en-GB"


def test_a_field_that_is_refused_is_told_to_the_view(scene: Scene) -> None:
    scene.presenter.revise("slug", "  ")
    scene.hear()

    assert [error.code for error in scene.screen.refused] == ["story.no-slug"]


def test_an_act_elsewhere_brings_its_words_to_the_screen(scene: Scene) -> None:
    changes = writing.revise(scene.desk, scene.story_id, headline="Venu d’ailleurs")
    scene.presenter.refresh(changes)
    scene.hear()

    assert scene.screen.held["headline"] == "Venu d’ailleurs"


def test_findings_of_words_that_changed_since_are_dropped(scene: Scene) -> None:
    scene.screen.held["body"] = 'Il a dit "oui" hier.'
    scene.presenter.check()
    scene.screen.held["body"] += " Et encore."
    scene.errands.run()
    assert scene.screen.findings == ()

    scene.presenter.check()
    scene.errands.run()
    assert scene.screen.findings


def test_a_check_asked_for_during_another_comes_after_it(scene: Scene) -> None:
    scene.presenter.check()
    scene.screen.held["body"] = 'Il a dit "oui" hier.'
    scene.presenter.check()
    assert len(scene.errands.waiting) == 1

    scene.errands.run()
    assert scene.screen.findings


def test_a_check_of_the_story_before_says_nothing_of_this_one(scene: Scene) -> None:
    scene.screen.held["body"] = 'Il a dit "oui" hier.'
    scene.presenter.check()
    scene.presenter.open(scene.story_id)
    stale = scene.errands.waiting.pop(0)
    scene.hear()
    shown = scene.screen.findings

    stale()
    assert scene.screen.findings is shown


def test_a_finding_set_aside_is_gone_from_the_next_check(scene: Scene) -> None:
    scene.screen.held["body"] = 'Il a dit "oui" hier.'
    scene.presenter.save()
    scene.presenter.check()
    scene.hear()
    aside = scene.screen.findings[0]

    scene.presenter.waive(aside, "Voulu par la rédaction")
    scene.hear()

    assert aside.fingerprint() not in {f.fingerprint() for f in scene.screen.findings}


def test_a_store_that_cannot_be_written_keeps_the_words_on_the_screen(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_fields: object) -> None:
        raise DeskError("store.disk-full", path="here")

    with monkeypatch.context() as patch:
        patch.setattr(writing, "autosave", refuse)
        scene.screen.held["body"] = "À garder."
        scene.presenter.save()
        scene.errands.run()
    assert [error.code for error in scene.screen.unsaved] == ["store.disk-full"]
    assert scene.screen.held["body"] == "À garder."

    scene.presenter.save()
    scene.hear()
    assert scene.stored("body") == "À garder."


def refuse(*_what: object, **_texts: str) -> None:
    raise DeskError("store.disk-full", path="here")


def test_words_refused_after_the_story_was_left_are_handed_in_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, _changes = filing.new_story(scene.desk, "en-GB")
    scene.screen.held["body"] = "Tapé sur un disque plein."
    with monkeypatch.context() as patch:
        patch.setattr(writing, "autosave", refuse)
        scene.presenter.open(other)
        scene.hear()
        assert scene.presenter.unsaved()

    scene.presenter.save()
    scene.hear()
    assert scene.stored("body") == "Tapé sur un disque plein."
    assert scene.screen.held["body"] == ""
    assert not scene.presenter.unsaved()


def test_words_refused_are_on_the_screen_where_their_story_comes_back(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, _changes = filing.new_story(scene.desk, "en-GB")
    scene.screen.held["body"] = "Tapé sur un disque plein."
    with monkeypatch.context() as patch:
        patch.setattr(writing, "autosave", refuse)
        for story_id in (other, scene.story_id):
            scene.presenter.open(story_id)
            scene.hear()
        assert scene.screen.held["body"] == "Tapé sur un disque plein."

    scene.presenter.save()
    scene.hear()
    assert scene.stored("body") == "Tapé sur un disque plein."


def test_words_taken_at_last_are_shown_where_the_story_came_back_before_them(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, _changes = filing.new_story(scene.desk, "en-GB")
    scene.screen.held["body"] = "Tapé sur un disque plein."
    with monkeypatch.context() as patch:
        patch.setattr(writing, "autosave", refuse)
        scene.presenter.open(other)
        scene.hear()

    scene.presenter.open(scene.story_id)
    # The story is read before the words are in the store.
    scene.errands.waiting.reverse()
    scene.hear()
    assert scene.screen.held["body"] == "Tapé sur un disque plein."
    assert scene.stored("body") == "Tapé sur un disque plein."


def test_a_version_is_kept_with_what_was_typed_last(scene: Scene) -> None:
    scene.screen.held["body"] = "Dernier mot."
    scene.presenter.keep()
    scene.hear()

    (revision,) = scene.screen.kept
    assert revision is not None
    assert writing.revision_text(scene.desk, scene.story_id, revision.number).endswith(
        "Dernier mot."
    )


def test_a_story_that_is_gone_leaves_the_place_empty(scene: Scene) -> None:
    scene.presenter.open("unknown")
    scene.hear()

    assert scene.screen.package is None
    assert scene.presenter.story_id == ""


def test_findings_come_in_reading_order_with_their_weight(scene: Scene) -> None:
    scene.screen.held["body"] = 'Il a dit "oui" hier.\n\n![](photo:1)'
    scene.presenter.check()
    scene.errands.run()

    assert all(finding.severity in Severity for finding in scene.screen.findings)
    assert scene.presenter.findings == scene.screen.findings
