"""Sourcing: decisions on quotes, findings set aside by name, fixes that leave quoted words alone."""

from dataclasses import replace
from datetime import date

import pytest

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.sources import registering, sourcing
from app.desk.stories import filing, writing
from app.domain.errors import DeskError
from app.domain.person import NameForm, Person, Title
from app.domain.quote import LedgerRow, LedgerState
from app.domain.rewording import Turn

MAYOR = "Odile Brassac a visité le pont. « Le pont ouvrira bien lundi », a dit la maire."


def row(desk: Desk, story_id: str) -> LedgerRow:
    rows = sourcing.ledger(desk, story_id)
    return next(one for one in rows if "tout l'hiver" in one.words)


def test_a_confirmed_quote_stays_confirmed_while_its_words_stand(desk: Desk, story_id: str) -> None:
    sourcing.confirm(desk, story_id, row(desk, story_id).id)
    body = filing.package(desk, story_id).story.body
    writing.autosave(desk, story_id, body=f"Un paragraphe de plus.\n\n{body}")

    found = row(desk, story_id)
    assert (found.state, found.speaker, found.decided_by) == (
        LedgerState.CONFIRMED,
        "Hélène Carvin",
        "Ana",
    )


def test_a_quote_changed_since_is_altered(desk: Desk, story_id: str) -> None:
    sourcing.confirm(desk, story_id, row(desk, story_id).id)
    body = filing.package(desk, story_id).story.body
    writing.autosave(desk, story_id, body=body.replace("tiendra tout", "ne tiendra pas tout"))

    assert LedgerState.ALTERED in {one.state for one in sourcing.ledger(desk, story_id)}


def test_naming_a_source_confirms_and_can_be_taken_back(desk: Desk, story_id: str) -> None:
    sourcing.set_speaker(desk, story_id, row(desk, story_id).id, "Tomasz Orlik")
    assert row(desk, story_id).speaker == "Tomasz Orlik"
    assert row(desk, story_id).state is LedgerState.CONFIRMED

    undoing.undo(desk)
    assert row(desk, story_id).state is LedgerState.OPEN


def test_a_decision_can_be_changed_and_reopened(desk: Desk, story_id: str) -> None:
    key = row(desk, story_id).id
    sourcing.not_a_quote(desk, story_id, key)
    sourcing.confirm(desk, story_id, key)
    assert row(desk, story_id).state is LedgerState.CONFIRMED

    sourcing.reopen(desk, story_id, key)
    assert row(desk, story_id).state is LedgerState.OPEN


def test_a_quote_that_is_gone_is_told(desk: Desk, story_id: str) -> None:
    with pytest.raises(DeskError) as caught:
        sourcing.confirm(desk, story_id, "nowhere")

    assert caught.value.code == "quote.unknown"


def test_a_finding_set_aside_stays_aside_and_can_be_taken_up(desk: Desk, story_id: str) -> None:
    finding = sourcing.check(desk, story_id)[0]
    sourcing.waive(desk, story_id, finding, "vu avec la cheffe d’édition")

    assert finding not in sourcing.check(desk, story_id)
    assert filing.package(desk, story_id).waivers[0].by == "Ana"

    sourcing.unwaive(desk, story_id, finding.fingerprint())
    assert finding in sourcing.check(desk, story_id)


def test_setting_aside_needs_a_reason(desk: Desk, story_id: str) -> None:
    with pytest.raises(DeskError) as caught:
        sourcing.waive(desk, story_id, sourcing.check(desk, story_id)[0], "  ")

    assert caught.value.code == "waiver.no-reason"


def test_fixes_set_french_marks_and_leave_the_words(desk: Desk, story_id: str) -> None:
    fixes = sourcing.sure_fixes(sourcing.check(desk, story_id))
    sourcing.mend(desk, story_id, fixes)
    body = filing.package(desk, story_id).story.body

    assert "«\u00a0La digue tiendra tout l'hiver\u00a0»" in body

    undoing.undo(desk)
    assert '"La digue tiendra tout l\'hiver"' in filing.package(desk, story_id).story.body


def test_copy_is_examined_as_typed_without_the_store(desk: Desk, story_id: str) -> None:
    package = filing.package(desk, story_id)
    typed = replace(package, story=replace(package.story, headline=""))

    full, findings = sourcing.examine(typed)

    assert full.attribution.quotes
    assert any(one.place.part.value in {"headline", "story"} for one in findings)
    assert filing.package(desk, story_id).story.headline != ""


def test_copy_examined_again_and_again_reads_as_if_new(desk: Desk, story_id: str) -> None:
    package = filing.package(desk, story_id)
    examiner = sourcing.Examiner()
    known = Person(id="p", name="Anna Orsk")

    for body in (package.story.body, "« Oui », a dit Mme Orsk.", package.story.body + "\n\nFin."):
        for people in ((), (known,)):
            typed = replace(package, story=replace(package.story, body=body), people=people)

            assert examiner.examine(typed) == sourcing.examine(typed)


def test_altered_words_are_shown_and_can_be_confirmed_anew(desk: Desk, story_id: str) -> None:
    sourcing.confirm(desk, story_id, row(desk, story_id).id)
    body = filing.package(desk, story_id).story.body.replace("tiendra tout", "tiendra presque tout")
    writing.autosave(desk, story_id, body=body)
    altered = row(desk, story_id)

    turns = sourcing.changed_words(altered, body)
    assert [(one.was, one.now) for one in turns if one.turn is Turn.ADDED] == [("", "presque")]

    sourcing.confirm(desk, story_id, altered.id)
    assert row(desk, story_id).state is LedgerState.CONFIRMED
    assert row(desk, story_id).words == "La digue tiendra presque tout l'hiver"


def test_a_spelling_of_the_register_becomes_its_name(desk: Desk, story_id: str) -> None:
    key, _ = registering.enter(desk, Person(id="", name="Tomasz Orlik", variants=("Thomas Orlik",)))

    sourcing.set_speaker(desk, story_id, row(desk, story_id).id, "Thomas Orlik")

    assert (row(desk, story_id).speaker, row(desk, story_id).person_id) == ("Tomasz Orlik", key)


@pytest.mark.parametrize(
    ("held", "speaker"),
    [(Title("maire", None, date(2019, 12, 31)), ""), (Title("maire"), "Odile Brassac")],
)
def test_a_title_names_somebody_only_while_it_is_held(
    desk: Desk, story_id: str, held: Title, speaker: str
) -> None:
    registering.enter(desk, Person(id="", name="Odile Brassac", titles=(held,)))
    writing.revise(desk, story_id, dated=date(2021, 5, 13))
    writing.autosave(desk, story_id, body=MAYOR)

    (quote,) = filing.package(desk, story_id).attribution.quotes

    assert quote.speaker is not None
    assert quote.speaker.name == speaker


def test_a_name_in_another_language_is_the_same_person(desk: Desk, story_id: str) -> None:
    entry = Person(id="", name="Odile Brassac", forms=(NameForm("eo", "Odila Brasak"),))
    registering.enter(desk, entry)
    writing.autosave(desk, story_id, body="« Le pont ouvrira bien lundi », a dit Odila Brasak.")

    (row,) = sourcing.ledger(desk, story_id)

    assert row.speaker == "Odile Brassac"


def test_a_new_source_is_entered_while_it_is_named(desk: Desk, story_id: str) -> None:
    first = sourcing.ledger(desk, story_id)[0]
    sourcing.introduce(desk, story_id, first.id, Person(id="", name="Nadia Brunel"))

    named = sourcing.ledger(desk, story_id)[0]
    assert (named.speaker, named.state) == ("Nadia Brunel", LedgerState.CONFIRMED)
    assert named.person_id == registering.entry(desk, "Nadia Brunel").id
    undoing.undo(desk)
    assert registering.entries(desk, words="Brunel") == ()


def test_a_story_is_remarked_upon_as_it_is_typed(desk: Desk, story_id: str) -> None:
    body = "Le le maire a parlé."
    found = sourcing.remarks(desk, story_id, {"body": body})

    writing.autosave(desk, story_id, body=body)
    assert found == sourcing.check(desk, story_id)
    assert any(body[one.place.span.start :].startswith("Le le") for one in found if one.place.span)


def test_nobody_remarks_upon_a_story_that_is_gone(desk: Desk) -> None:
    with pytest.raises(DeskError, match=r"story\.unknown"):
        sourcing.remarks(desk, "absente", {})
