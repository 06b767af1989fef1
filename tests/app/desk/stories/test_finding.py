"""Finding and replacing over stories: what is shown, what is written, and one step back."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.checks.mending import fixes_together
from app.desk import undoing
from app.desk.desk import Desk
from app.desk.photos import captioning
from app.desk.sources import sourcing
from app.desk.stories import filing, finding, writing
from app.domain.errors import DeskError
from app.domain.finding import Part, Place
from app.domain.text import Span
from app.language.marks import quoted
from app.language.search import Query

Filed = Callable[..., str]


@pytest.fixture
def filed(desk: Desk) -> Filed:
    """A story of given words."""

    def made(body: str, **fields: str) -> str:
        story_id, _changes = filing.new_story(desk, "fr-FR")
        writing.autosave(desk, story_id, body=body, **fields)
        return story_id

    return made


def all_places(found: tuple[finding.Found, ...]) -> list[tuple[str, Place]]:
    return [(one.story_id, one.place) for one in found]


def body(desk: Desk, story_id: str) -> str:
    return filing.package(desk, story_id).story.body


def test_every_hit_is_shown_with_its_line_and_what_would_be_written(
    desk: Desk, filed: Filed
) -> None:
    story_id = filed("Le moulin rouvre.\n\nIl dit « le moulin ».", headline="Le moulin")

    found = finding.find(desk, Query("moulin"), "quai")

    assert [(one.story_id, one.place.part, one.words, one.instead) for one in found] == [
        (story_id, Part.HEADLINE, "moulin", "quai"),
        (story_id, Part.BODY, "moulin", "quai"),
        (story_id, Part.BODY, "moulin", "quai"),
    ]
    assert [one.quoted for one in found] == [False, False, True]
    assert (found[1].before, found[1].after) == ("Le ", " rouvre.")


def test_captions_are_found_and_replaced(desk: Desk, filed: Filed) -> None:
    story_id = filed("Texte.")
    captioning.add_slot(desk, story_id)
    (use,) = filing.package(desk, story_id).uses
    captioning.caption(desk, story_id, use.slot, caption="Le moulin.")

    places = all_places(finding.find(desk, Query("moulin")))
    done = finding.replace(desk, Query("moulin"), "quai", places)

    assert (done.places, done.stories) == (1, 1)
    assert done.changes.stories == {story_id}
    assert filing.package(desk, story_id).uses[0].caption == "Le quai."


def test_all_stories_are_one_step_and_what_was_typed_since_is_kept(
    desk: Desk, filed: Filed
) -> None:
    ids = [filed(f"Le moulin {n}. Le moulin.") for n in range(3)]
    places = all_places(finding.find(desk, Query("moulin")))

    done = finding.replace(desk, Query("moulin"), "quai", places)
    assert (done.places, done.stories) == (6, 3)
    assert body(desk, ids[0]) == "Le quai 0. Le quai."

    writing.autosave(desk, ids[0], body="Tout autre chose.")
    undoing.undo(desk)

    assert [body(desk, each) for each in ids] == [f"Le moulin {n}. Le moulin." for n in range(3)]
    kept = [
        writing.revision_text(desk, ids[0], one.number) for one in writing.revisions(desk, ids[0])
    ]
    assert "Tout autre chose." in kept


def test_only_what_was_chosen_changes(desk: Desk, filed: Filed) -> None:
    story_id = filed("Un moulin, un moulin.")
    second = finding.find(desk, Query("moulin"))[1]

    finding.replace(desk, Query("moulin"), "quai", [(story_id, second.place)])

    assert body(desk, story_id) == "Un moulin, un quai."


def test_words_that_moved_since_are_not_guessed_at(desk: Desk, filed: Filed) -> None:
    story_id = filed("Un moulin.")
    other = filed("Un moulin.")
    places = all_places(finding.find(desk, Query("moulin")))
    writing.autosave(desk, story_id, body="Tiens, un moulin.")

    with pytest.raises(DeskError) as raised:
        finding.replace(desk, Query("moulin"), "quai", places)

    assert raised.value.code == "find.moved"
    assert (body(desk, story_id), body(desk, other)) == ("Tiens, un moulin.", "Un moulin.")


def test_stories_in_the_bin_are_left_alone(desk: Desk, filed: Filed) -> None:
    story_id = filed("Un moulin.")
    filing.spike(desk, story_id)

    assert finding.find(desk, Query("moulin")) == ()


def test_a_place_in_quotation_marks_stays_even_when_it_is_chosen(desk: Desk, filed: Filed) -> None:
    story_id = filed("Il dit « un moulin ».")
    place = Place(Part.BODY, Span(12, 18))

    done = finding.replace(desk, Query("moulin"), "quai", [(story_id, place)])

    assert done.places == 0
    assert body(desk, story_id) == "Il dit « un moulin »."


PIECES = st.sampled_from(
    [
        *("Le moulin ", "l'Etat ", "dit oui ", "le le ", ". ", "\n\n", " - ", "...", "oeuvre "),
        *("« ", " »", '"', "“", "”", "12 km ", "oui ! ", "\u00a0", "\u200b"),
    ]
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.lists(PIECES, max_size=25).map("".join), min_size=1, max_size=3),
    st.sampled_from(["oui", "moulin", "e", "l'", r"\w+", "."]),
    st.sampled_from(["", "quai", "« non »", '"']),
)
def test_replace_all_and_every_fix_leave_quoted_words_as_they_were(
    desk: Desk, bodies: list[str], words: str, instead: str
) -> None:
    ids = []
    for text in bodies:
        story_id, _changes = filing.new_story(desk, "fr-FR")
        writing.autosave(desk, story_id, body=text)
        ids.append(story_id)
    before = [body(desk, each) for each in ids]
    query = Query(words, pattern="\\" in words)

    fixed = []
    for story_id in ids:
        fixes = sourcing.sure_fixes(sourcing.check(desk, story_id))
        sourcing.mend(desk, story_id, fixes_together(fixes))
        fixed.append(body(desk, story_id))
    finding.replace(desk, query, instead, all_places(finding.find(desk, query, instead)))
    now = [body(desk, each) for each in ids]
    for story_id in ids:
        filing.spike(desk, story_id)

    for one, other in (*zip(before, fixed, strict=True), *zip(fixed, now, strict=True)):
        at = 0
        for marked in quoted(one):
            if marked.level == 1:
                inner = marked.inner.of(one)
                at = other.index(inner, at) + len(inner)
