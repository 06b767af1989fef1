"""The door of intake: a draft or one clear refusal, whatever comes."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from app.domain.draft import Draft
from app.domain.errors import DeskError
from app.intake.reader import COPY_LIMIT, TEXT_LIMIT, read, read_bytes, read_text
from app.intake.sheet import lines_of


def refusal(data: bytes, name: str = "copy.txt") -> tuple[str, dict[str, str]]:
    with pytest.raises(DeskError) as caught:
        read_bytes(data, name)
    return caught.value.code, caught.value.params


def draft_or_code(data: bytes | str) -> Draft | str:
    try:
        return read_text(data) if isinstance(data, str) else read_bytes(data, "copy")
    except DeskError as refused:
        return refused.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "intake.empty"),
        (b" \r\n\t\n", "intake.empty"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "intake.image"),
        (b"%PDF-1.7\n", "intake.unknown-type"),
        (b'<?xml version="1.0"?><rss/>', "intake.unknown-type"),
        (b"<svg xmlns='x'></svg>", "intake.unknown-type"),
        (bytes(range(256)) * 40, "intake.binary"),
        (b"a" * (COPY_LIMIT + 1), "intake.too-large"),
        (b"a\n" * 30_000, "intake.too-many-lines"),
    ],
)
def test_bad_input_is_refused_by_name(data: bytes, code: str) -> None:
    found, params = refusal(data)
    assert found == code
    assert params["name"] == "copy.txt"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeskError) as missing:
        read(tmp_path / "absent.txt")
    assert (missing.value.code, missing.value.params["name"]) == ("intake.missing", "absent.txt")
    with pytest.raises(DeskError) as folder:
        read(tmp_path)
    assert folder.value.code == "intake.unreadable"


def test_a_file_of_fifty_megabytes_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(50_000_000)
        file.seek(0)
        file.write(b"Le moulin tourne.\n" * 1000)
    with pytest.raises(DeskError) as caught:
        read(large)
    assert caught.value.code == "intake.too-large"
    assert caught.value.params == {"name": "large.txt", "limit": str(TEXT_LIMIT // 1_000_000)}


def test_the_kind_is_told_by_content_and_not_by_name(tmp_path: Path) -> None:
    page = tmp_path / "story.txt"
    page.write_text("<html><body><h1>Le moulin tourne</h1><p>Un texte.</p></body></html>", "utf-8")
    assert read(page).headline == "Le moulin tourne"
    assert read_text("# Le moulin tourne\n\nUn texte.").headline == "Le moulin tourne"
    assert read_text("Le moulin tourne\n\nUn texte assez long.").headline == "Le moulin tourne"


def test_windows_copy_is_read_and_said() -> None:
    draft = read_bytes(
        "Le moulin à marée\r\n\r\nLa maire a dit « oui » à l’été.".encode("cp1252"), "a"
    )
    assert draft.headline == "Le moulin à marée"
    assert draft.body == "La maire a dit « oui » à l’été."
    assert draft.notices == ("encoding:windows-1252",)


def test_no_break_spaces_line_separators_and_marks_are_handled() -> None:
    draft = read_text(
        "\ufeffLe moulin\u2028\u2028«\u00a0Oui\u202f!\u00a0» a-t-on dit à la ville.\0"
    )
    assert draft.headline == "Le moulin"
    assert draft.body == "«\u00a0Oui\u202f!\u00a0» a-t-on dit à la ville."
    assert draft.notices == ("nul-removed",)


def test_a_line_of_a_megabyte_is_read() -> None:
    assert len(read_text("mot " * 250_000).body) == 999_999


def test_a_header_fills_the_fields() -> None:
    header = (
        "---\ntitre: Le moulin\nsurtitre: Mer\nchapô: Il tourne.\nsignature: Anne Orvault\n"
        "rubrique: Ville\nmots-clés: mer, roue\nlangue: fr\ndate: 2026-10-15\n"
        "embargo: 2026-10-15T18:00:00+02:00\nslug: moulin\ncrédit: AFP\nnote: à relire\n---\n\nTexte.\n"
    )
    draft = read_text(header)
    assert (draft.headline, draft.kicker, draft.standfirst) == ("Le moulin", "Mer", "Il tourne.")
    assert (draft.byline, draft.section, draft.tags) == ("Anne Orvault", "Ville", ("mer", "roue"))
    assert (draft.dated, draft.slug, draft.agency_credit) == (date(2026, 10, 15), "moulin", "AFP")
    assert draft.embargo == datetime(2026, 10, 15, 16, tzinfo=UTC)
    assert (draft.note, draft.body, draft.notices) == ("à relire", "Texte.", ())


def test_fields_that_make_no_sense_are_said() -> None:
    draft = read_text("---\ntitre: A\ndate: bientôt\nembargo: plus tard\n---\n")
    assert draft.notices == ("no-body", "date-unreadable", "embargo-unreadable")


def test_the_french_sample_is_raw_copy_with_two_pictures() -> None:
    draft = read(resources.path("sample/story.fr.txt"))
    assert draft.headline == "À Port-Sablé, le moulin à marée va retrouver sa roue"
    assert draft.section == "Patrimoine"
    assert [use.persons for use in draft.uses] == [(), ("Hélène Carvin", "Tomasz Orlick")]
    assert [use.dated for use in draft.uses] == [date(2026, 9, 1), date(2026, 10, 14)]
    assert draft.agency_credit == "Avec agences"
    assert draft.body.count("\n## ") == 1
    assert "cookie-notice" in {line.reason for line in draft.dropped()}


def test_the_english_sample_is_clean() -> None:
    draft = read(resources.path("sample/story.en.txt"))
    assert draft.language == "en-GB"
    assert all(use.alt and use.credit for use in draft.uses)
    assert draft.dropped() == ()


def test_a_real_wire_story_is_sorted(shared: Path) -> None:
    draft = read(shared / "stories" / "voa-otan-2017.txt")
    reasons = [line.reason for line in draft.dropped()]
    assert draft.headline.endswith("dans l'immédiat")
    assert [(use.slot, use.persons) for use in draft.uses] == [
        (1, ("James Mattis",)),
        (2, ("Rex Tillerson", "Sergei Lavrov")),
    ]
    assert [use.dated for use in draft.uses] == [date(2017, 1, 12), date(2017, 2, 16)]
    assert sum(reason in {"furniture", "size-label"} for reason in reasons) == 5
    assert draft.section == "Dernières nouvelles"
    assert draft.agency_credit == "Avec AFP"
    assert [line.text for line in draft.lines if line.role == "subhead"] == [
        'Washington prêt à coopérer si cela "sert" ses intérêts'
    ]
    assert draft.dated == date(2017, 2, 16)
    assert draft.language == "fr-FR"
    body = [line.text for line in draft.lines if line.role == "body"]
    assert len(body) == 17
    places = [draft.body.index(text) for text in body]
    assert places == sorted(places)


@pytest.mark.parametrize("kind", ["docx", "text", "xml", "csv", "sql", "path", "image-broken"])
def test_hostile_files_end_in_a_draft_or_a_refusal(shared: Path, kind: str) -> None:
    files = [path for path in sorted((shared / "hostile" / kind).rglob("*")) if path.is_file()]
    outcomes = [draft_or_code(path.read_bytes()) for path in files]
    assert files
    assert all(isinstance(each, Draft) or each.startswith("intake.") for each in outcomes)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_draft_or_a_refusal(data: bytes) -> None:
    outcome = draft_or_code(data)
    assert isinstance(outcome, Draft) or outcome.startswith("intake.")


@given(st.text(max_size=400))
def test_any_text_is_accounted_for_line_by_line(text: str) -> None:
    outcome = draft_or_code(text)
    if isinstance(outcome, Draft):
        assert [line.text for line in outcome.lines] == lines_of(outcome.raw)
        assert all(line.role for line in outcome.lines)
    else:
        assert outcome in {"intake.empty", "intake.unknown-type"}


WORDS = st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1, max_size=12)
SENTENCES = st.lists(WORDS, min_size=12, max_size=20).map(
    lambda words: "Le " + " ".join(words) + " ici."
)


@given(st.lists(SENTENCES, min_size=2, max_size=6, unique=True))
def test_running_copy_reaches_the_body_whole_and_in_order(sentences: list[str]) -> None:
    body = "\n\n".join(sentences)
    assert read_text(f"Le moulin tourne\n\n{body}").body == body
