from dataclasses import replace

import pytest

from app.domain.package import Package
from app.domain.person import Person, PersonKind
from app.domain.quote import LedgerRow, LedgerState, QuoteKind, SourceKind
from app.domain.text import Span
from app.export.sources import Kind, Named, mentioned, quotations

PUBLIC = (
    "Hélène Taravel a parlé. « Nous rendons le port à ceux qui en vivent », dit-elle. "
    "Un agent parle de « retards à prévoir encore »."
)


def row(package: Package, words: str, **fields: object) -> LedgerRow:
    start = package.story.body.index(words)
    base = LedgerRow(
        id="l1",
        story_id=package.story.id,
        words=words,
        span=Span(start, start + len(words)),
        kind=QuoteKind.DIRECT,
        state=LedgerState.CONFIRMED,
    )
    return replace(base, **fields)  # type: ignore[arg-type]  # the fields of a row, by name


def test_a_speaker_named_in_the_copy_is_given_with_the_words(package: Package) -> None:
    found = quotations(package, PUBLIC)

    assert found[0].words == "Nous rendons le port à ceux qui en vivent"
    assert found[0].speaker == Named("Hélène Taravel", Kind.PERSON)


def test_a_speaker_the_copy_does_not_name_never_leaves_the_house(package: Package) -> None:
    found = quotations(package, PUBLIC)

    assert found[1].words == "retards à prévoir encore"
    assert found[1].speaker is None


def test_the_desk_is_believed_before_the_engine(package: Package) -> None:
    decided = row(package, "Nous rendons le port à ceux qui en vivent", speaker="Marius Delorge")
    changed = replace(package, ledger=(decided,))

    found = quotations(changed, f"{PUBLIC} Marius Delorge aussi.")

    assert found[0].speaker == Named("Marius Delorge", Kind.PERSON)


@pytest.mark.parametrize("state", [LedgerState.NOT_A_QUOTE, LedgerState.ALTERED])
def test_words_the_desk_does_not_stand_by_are_not_given(
    package: Package, state: LedgerState
) -> None:
    decided = row(package, "Nous rendons le port à ceux qui en vivent", state=state)

    found = quotations(replace(package, ledger=(decided,)), PUBLIC)

    assert all("Nous rendons" not in quotation.words for quotation in found)


def test_an_anonymous_source_is_never_named_even_where_the_name_is_in_the_copy(
    package: Package,
) -> None:
    person = Person(id="a1", name="Hélène Taravel", kind=PersonKind.ANONYMOUS)
    decided = row(
        package,
        "Nous rendons le port à ceux qui en vivent",
        person_id="a1",
        speaker="Hélène Taravel",
    )
    changed = replace(package, people=(person,), ledger=(decided,))

    assert quotations(changed, PUBLIC)[0].speaker is None
    assert mentioned(changed, PUBLIC) == ()


def test_a_guess_the_engine_is_not_sure_of_is_not_given(package: Package) -> None:
    quote = package.attribution.quotes[0]
    assert quote.speaker is not None
    unsure = replace(quote, speaker=replace(quote.speaker, confidence=0.4))
    changed = replace(package, attribution=replace(package.attribution, quotes=(unsure,)))

    assert quotations(changed, PUBLIC)[0].speaker is None


def test_a_document_is_a_work_and_no_person(package: Package) -> None:
    quote = package.attribution.quotes[0]
    assert quote.speaker is not None
    speaker = replace(quote.speaker, name="", text="Un agent", kind=SourceKind.DOCUMENT)
    changed = replace(
        package, attribution=replace(package.attribution, quotes=(replace(quote, speaker=speaker),))
    )

    assert quotations(changed, PUBLIC)[0].speaker == Named("Un agent", Kind.WORK)


def test_only_names_that_readers_see_are_mentioned(package: Package) -> None:
    assert mentioned(package, PUBLIC) == (Named("Hélène Taravel", Kind.PERSON),)
    assert mentioned(package, "Rien.") == ()


def test_a_full_name_nobody_vouches_for_is_a_thing_and_a_lone_word_is_nothing(
    package: Package,
) -> None:
    quotes = replace(package.attribution, quotes=())
    lone = replace(quotes.mentions[0], name="Taravel")
    changed = replace(package, attribution=replace(quotes, mentions=(*quotes.mentions, lone)))

    assert mentioned(changed, PUBLIC) == (Named("Hélène Taravel", Kind.THING),)


def test_the_register_and_the_captions_vouch_for_a_person(package: Package) -> None:
    person = Person(id="r1", name="Hélène Taravel")
    quiet = replace(package, attribution=replace(package.attribution, quotes=()))
    pictured = replace(quiet.uses[0], persons=("Hélène Taravel",))

    for changed in (replace(quiet, people=(person,)), replace(quiet, uses=(pictured,))):
        assert mentioned(changed, PUBLIC) == (Named("Hélène Taravel", Kind.PERSON),)
