"""Attribution: which quotes want a source, and which are left in peace."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.domain.finding import Finding, Severity
from app.domain.package import Package
from app.domain.person import Person, PersonKind
from app.domain.quote import (
    Anonymity,
    Attribution,
    Cue,
    LedgerRow,
    LedgerState,
    Quote,
    QuoteKind,
    Record,
    SourceKind,
    Speaker,
)
from app.domain.text import Span

Make = Callable[..., Package]
Found = Callable[[Package, str], list[Finding]]
WORDS = "Le pont ouvrira bien lundi"
BODY = (
    f"« {WORDS} », a dit Anna Vidal.\n\n## Un « oui » net\n\nElle veut « que la ville paie enfin »."
)
CUE = Cue(span=Span(33, 38), text="a dit", lemma="dire")
VIDAL = Speaker(span=Span(39, 49), text="Anna Vidal", name="Anna Vidal")


def _quote(words: str = WORDS, **fields: object) -> Quote:
    start = BODY.index(words)
    quote = Quote(span=Span(start, start + len(words)), kind=QuoteKind.DIRECT, group=1)
    return replace(quote, **fields)  # type: ignore[arg-type]  # any field of a quote


def _told(make: Make, *quotes: Quote) -> Package:
    return replace(make(body=BODY), attribution=Attribution(quotes=quotes))


def _row(state: LedgerState, span: Span | None) -> LedgerRow:
    return LedgerRow(
        id="r1",
        story_id="s1",
        words=WORDS,
        span=span,
        kind=QuoteKind.DIRECT,
        state=state,
        speaker="Anna Vidal",
    )


def test_a_statement_nobody_answers_for_blocks(make: Make, found: Found) -> None:
    findings = found(_told(make, _quote()), "ATT001")

    assert [(each.excerpt, each.severity) for each in findings] == [(WORDS, Severity.BLOCK)]


def test_a_statement_with_its_speaker_does_not(make: Make, found: Found) -> None:
    package = _told(make, _quote(speaker=VIDAL, cue=CUE))

    for code in ("ATT001", "ATT002", "ATT005", "ATT007"):
        assert found(package, code) == []


def test_a_borrowed_word_in_a_heading_never_blocks(make: Make, found: Found) -> None:
    assert found(_told(make, _quote("oui")), "ATT001") == []


@pytest.mark.parametrize("state", ["confirmed", "not-a-quote", "waived"])
def test_what_the_desk_decided_is_not_asked_again(make: Make, found: Found, state: str) -> None:
    quote = _quote()
    row = _row(LedgerState(state), quote.span)

    assert found(replace(_told(make, quote), ledger=(row,)), "ATT001") == []


def test_an_open_row_decides_nothing(make: Make, found: Found) -> None:
    quote = _quote()
    row = _row(LedgerState.OPEN, quote.span)

    assert len(found(replace(_told(make, quote), ledger=(row,)), "ATT001")) == 1


def test_a_pronoun_nobody_answers_to_is_unclear(make: Make, found: Found) -> None:
    speaker = Speaker(span=Span(39, 43), text="elle", kind=SourceKind.PRONOUN)

    findings = found(_told(make, _quote(speaker=speaker, cue=CUE)), "ATT002")

    assert [dict(each.params)["speaker"] for each in findings] == ["elle"]


def test_a_guess_is_unclear_and_a_resolved_pronoun_is_not(make: Make, found: Found) -> None:
    guess = replace(VIDAL, confidence=0.4)
    known = replace(VIDAL, text="elle", kind=SourceKind.PRONOUN)

    assert len(found(_told(make, _quote(speaker=guess, cue=CUE)), "ATT002")) == 1
    assert found(_told(make, _quote(speaker=known, cue=CUE)), "ATT002") == []


def test_a_partial_quote_the_engine_left_is_only_implied(make: Make, found: Found) -> None:
    findings = found(_told(make), "ATT003")

    assert [each.excerpt for each in findings] == ["que la ville paie enfin"]


def test_a_name_in_quotation_marks_is_not_a_quote(make: Make, found: Found) -> None:
    body = "Un coin surnommé « triangle de la mort ». A town dubbed “gateway to the sea”."

    assert found(make(body=body), "ATT003") == []


def test_a_speaker_without_a_cue_is_implied(make: Make, found: Found) -> None:
    partial = _quote("que la ville paie enfin", speaker=VIDAL, kind=QuoteKind.MIXED, group=2)

    findings = found(_told(make, _quote(speaker=VIDAL, cue=CUE), partial), "ATT003")

    assert [dict(each.params)["speaker"] for each in findings] == ["Anna Vidal"]


def test_a_piece_of_a_split_quote_shares_its_cue(make: Make, found: Found) -> None:
    partial = _quote("que la ville paie enfin", speaker=VIDAL, group=1)

    assert found(_told(make, _quote(speaker=VIDAL, cue=CUE), partial), "ATT003") == []


def test_an_allegation_outside_quotation_marks_wants_a_source(make: Make, found: Found) -> None:
    body = "Il est soupçonné d'avoir menti. « Il est soupçonné d'avoir volé. »"

    findings = found(make(body=body), "ATT004")

    assert [each.place.span for each in findings] == [Span(7, 19)]


def test_an_allegation_somebody_reports_is_sourced(make: Make, found: Found) -> None:
    body = "Anna Vidal a dit qu'il était soupçonné d'avoir menti."
    cue = Cue(span=Span(11, 16), text="a dit", lemma="dire")
    quote = Quote(span=Span(17, 52), kind=QuoteKind.INDIRECT, group=1, cue=cue, speaker=VIDAL)

    package = replace(make(body=body), attribution=Attribution(quotes=(quote,)))

    assert found(package, "ATT004") == []
    assert len(found(make(body=body), "ATT004")) == 1


@pytest.mark.parametrize(
    ("kind", "code"), [(SourceKind.ANONYMOUS, "ATT005"), (SourceKind.COLLECTIVE, "ATT007")]
)
def test_hidden_and_crowd_sources_are_told(
    make: Make, found: Found, kind: SourceKind, code: str
) -> None:
    speaker = Speaker(span=Span(39, 49), text="un proche", kind=kind)

    package = _told(make, _quote(speaker=replace(speaker, confidence=0.4), cue=CUE))

    assert len(found(package, code)) == 1
    assert found(package, "ATT002") == []


def test_a_quote_changed_after_it_was_confirmed_is_an_error(make: Make, found: Found) -> None:
    altered = _row(LedgerState.ALTERED, _quote().span)
    lost = _row(LedgerState.ALTERED, None)

    findings = found(replace(_told(make), ledger=(altered, lost)), "ATT006")

    assert {each.severity for each in findings} == {Severity.ERROR}
    assert [each.excerpt for each in findings] == [WORDS, WORDS]


CLOSE = Speaker(span=Span(39, 49), text="un proche", kind=SourceKind.ANONYMOUS)


def _hidden(make: Make, **fields: object) -> Package:
    """A quote of somebody who is not named, with its row of the ledger."""
    quote = _quote(speaker=CLOSE, cue=CUE)
    row = replace(_row(LedgerState.OPEN, quote.span), speaker="un proche", quote=quote)
    return replace(_told(make, quote), ledger=(replace(row, **fields),))  # type: ignore[arg-type]  # any field of a row


@pytest.mark.parametrize("state", ["open", "confirmed", "altered"])
def test_anonymity_nobody_approved_blocks_whatever_was_confirmed(
    make: Make, found: Found, state: str
) -> None:
    package = _hidden(make, state=LedgerState(state))

    findings = found(package, "ATT008")

    assert [(each.severity, each.excerpt) for each in findings] == [(Severity.BLOCK, WORDS)]
    assert found(package, "ATT005") == []


def test_anonymity_approved_with_a_reason_passes(make: Make, found: Found) -> None:
    agreed = Anonymity(reason="craint pour son poste", approved_by="Léo")
    asked = Anonymity(reason="craint pour son poste")

    assert found(_hidden(make, anonymity=agreed), "ATT008") == []
    assert len(found(_hidden(make, anonymity=asked), "ATT008")) == 1
    assert len(found(_hidden(make, anonymity=agreed), "ATT005")) == 1


def test_a_source_the_register_hides_blocks_though_the_row_shows_a_name(
    make: Make, found: Found
) -> None:
    package = _hidden(make, speaker="Source 4", person_id="p")
    source = Person(id="p", name="Source 4", kind=PersonKind.ANONYMOUS)

    assert len(found(replace(package, people=(source,)), "ATT008")) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"state": LedgerState.NOT_A_QUOTE},
        {"speaker": "Anna Vidal"},
        {"kind": QuoteKind.INDIRECT},
        {"span": None},
    ],
)
def test_what_is_named_no_quote_or_gone_does_not_block(
    make: Make, found: Found, fields: dict[str, object]
) -> None:
    assert found(_hidden(make, **fields), "ATT008") == []


def test_words_off_the_record_block(make: Make, found: Found) -> None:
    row = replace(_row(LedgerState.CONFIRMED, _quote().span), record=Record.OFF)

    findings = found(replace(_told(make), ledger=(row,)), "ATT009")

    assert [(each.severity, each.excerpt) for each in findings] == [(Severity.BLOCK, WORDS)]
    background = replace(row, record=Record.BACKGROUND)
    assert found(replace(_told(make), ledger=(background,)), "ATT009") == []


def test_words_nobody_confirmed_block_once_for_all(make: Make, found: Found) -> None:
    quote = _quote(speaker=VIDAL, cue=CUE)
    rows = (
        _row(LedgerState.OPEN, quote.span),
        replace(_row(LedgerState.ALTERED, Span(90, 100)), id="r2"),
        replace(_row(LedgerState.OPEN, Span(60, 70)), id="r3", kind=QuoteKind.INDIRECT),
        _row(LedgerState.CONFIRMED, quote.span),
    )

    (finding,) = found(replace(_told(make, quote), ledger=rows), "ATT010")

    assert finding.severity is Severity.BLOCK
    assert finding.params == (("count", "2"),)
    assert finding.place.span == quote.span


def test_a_quote_without_any_source_is_not_told_twice(make: Make, found: Found) -> None:
    quote = _quote()
    package = replace(_told(make, quote), ledger=(_row(LedgerState.OPEN, quote.span),))

    assert found(package, "ATT010") == []
    assert found(package, "ATT001")


def test_copy_that_is_not_filed_waits_for_nobody(make: Make, found: Found) -> None:
    quote = _quote(speaker=VIDAL, cue=CUE)
    package = replace(_told(make, quote), ledger=(_row(LedgerState.OPEN, quote.span),))

    unfiled = replace(package, story=replace(package.story, id=""))

    assert found(unfiled, "ATT010") == []


@pytest.mark.parametrize(
    ("speaker", "told"),
    [("Anna Vidal", False), ("Vidal", False), ("Léo Marchand", True)],
)
def test_a_quote_given_to_another_than_the_sentence_says_is_told(
    make: Make, found: Found, speaker: str, *, told: bool
) -> None:
    quote = _quote(speaker=VIDAL, cue=CUE)
    row = replace(_row(LedgerState.CONFIRMED, quote.span), speaker=speaker, quote=quote)

    findings = found(replace(_told(make, quote), ledger=(row,)), "ATT011")

    assert [dict(each.params)["other"] for each in findings] == ["Anna Vidal"] * told


def test_another_spelling_in_the_register_is_the_same_person(make: Make, found: Found) -> None:
    quote = _quote(speaker=VIDAL, cue=CUE)
    known = Person(id="p1", name="A. Widal-Roy", variants=("Anna Vidal",))
    row = replace(
        _row(LedgerState.CONFIRMED, quote.span), speaker=known.name, person_id="p1", quote=quote
    )
    package = replace(_told(make, quote), ledger=(row,), people=(known,))

    assert found(package, "ATT011") == []
