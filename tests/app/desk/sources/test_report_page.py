"""The page to print: tables a screen reader reads, in both languages, and no word runs."""

from datetime import UTC, datetime

import pytest

from app.desk.sources.report_page import notes, page
from app.desk.sources.reporting import Behind, SourcesReport, Voice
from app.domain.finding import Mute
from app.domain.quote import Evidence, EvidenceKind, LedgerState, SourceKind
from app.words import speak

MOMENT = datetime(2026, 3, 4, tzinfo=UTC)
HIDDEN = Behind(
    row_id="q",
    words="L’usine <b>va</b> fermer",
    speaker="un proche",
    state=LedgerState.OPEN,
    record="on",
    evidence=(
        Evidence(id="e", quote_id="q", kind=EvidenceKind.ADDRESS, reference="https://exemple.fr"),
    ),
)
REPORT = SourcesReport(
    slug="usine",
    headline="L’usine",
    words=4,
    voices=(
        Voice(name="un proche", kind=SourceKind.ANONYMOUS, words=4, share=1, quotes=1, confirmed=0),
    ),
    kinds=((SourceKind.ANONYMOUS, 4),),
    single=True,
    open=1,
    anonymous=(HIDDEN,),
    quotes=(HIDDEN,),
    waivers=(),
    mutes=(Mute(code="TYP001", reason="titre", by="Ana", at=MOMENT),),
    overrides=({"code": "ATT008", "reason": "bouclage", "by": "Léo"},),
)


@pytest.fixture(autouse=True)
def english() -> None:
    speak("en")


def test_each_table_names_its_columns_and_rows() -> None:
    made = page(REPORT)

    assert made.count("<table aria-labelledby=") == 5
    assert '<th scope="col">Approved by</th>' in made
    assert '<th scope="row">un proche</th>' in made
    assert "ATT008" in made


def test_words_of_the_copy_and_addresses_stay_text() -> None:
    made = page(REPORT)

    assert "&lt;b&gt;va&lt;/b&gt;" in made
    assert "href" not in made
    assert "<script" not in made


def test_what_an_editor_must_know_comes_first() -> None:
    assert notes(REPORT) == (
        "1 quote, 1 open",
        "All words come from a single source.",
        "1 anonymous quote nobody has approved.",
    )


def test_the_page_speaks_french() -> None:
    speak("fr")
    made = page(REPORT)
    speak("en")

    assert '<html lang="fr">' in made
    assert "Qui parle" in made
