"""Raw copy: which line is what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.sheet import lines_of
from app.intake.wire import sort_wire

PARAGRAPH = (
    "Le moulin de la ville a repris son travail ce matin, sous les yeux de deux cents curieux."
)
OTHER = (
    "Les vannes se sont ouvertes une à une, et la roue est partie d’un seul coup, sans un bruit."
)


def roles(text: str) -> list[str]:
    return [entry.role for entry in sort_wire(text).entries if entry.role != "blank"]


def test_a_page_copied_as_text_is_sorted() -> None:
    before = "Partager\n\nMonde\n\nLe moulin tourne\n\nPar Anne Orvault"
    copy = f"{before}\n\n{PARAGRAPH}\n\nUne roue neuve\n\n{OTHER}\n\nAvec AFP\n\nXS"
    assert roles(copy) == [
        "dropped", "section", "headline", "byline", "body", "subhead", "body", "agency-credit", "dropped",
    ]  # fmt: skip


def test_english_copy_is_sorted_alike() -> None:
    copy = (
        "Skip to content\n\nWorld news\n\nMill turns again\n\nBy Ann Marsh\n\n"
        "LONDON (Reuters) - The mill has gone back to work this morning, watched by many.\n\n"
        "A new wheel\n\n"
        "The gates opened one by one and the wheel left at once, without a sound.\n\n"
        "With AP"
    )
    sheet = sort_wire(copy)
    assert [entry.role for entry in sheet.entries if entry.role != "blank"] == [
        "dropped", "section", "headline", "byline", "body", "subhead", "body", "agency-credit",
    ]  # fmt: skip
    assert sheet.fields["dateline"] == "LONDON (Reuters)"
    assert sheet.fields["agency_credit"] == "With AP"
    assert sheet.placed("body")[0].words.startswith("The mill")


def test_a_headline_that_stands_twice_is_kept_once() -> None:
    title = "Le moulin tourne de nouveau à Port-Sablé"
    sheet = sort_wire(f"{title}\n\n{title}\n\n{PARAGRAPH}")
    assert [entry.words for entry in sheet.placed("headline")] == [title]
    assert [entry.reason for entry in sheet.placed("dropped")] == ["repeated-headline"]


def test_a_caption_that_stands_three_times_is_one_picture() -> None:
    caption = "La roue du moulin et sa chaussée, le 3 mars 2026."
    sheet = sort_wire(f"Le moulin tourne\n\n{caption}\n{caption}\n{caption}\n\n{PARAGRAPH}")
    kept = [entry for entry in sheet.placed("caption") if entry.reason == "doubled"]
    assert [entry.words for entry in kept] == [caption]
    assert len({entry.block for entry in sheet.placed("caption")}) == 1


def test_the_credit_below_a_caption_belongs_to_it() -> None:
    sheet = sort_wire(
        f"Le moulin tourne\n\nLégende : La roue au repos\nPhoto : Ann Marsh\n\n{PARAGRAPH}"
    )
    assert [entry.reason for entry in sheet.placed("caption")] == ["labelled", "credit"]


def test_lines_broken_at_a_fixed_width_are_one_paragraph() -> None:
    copy = (
        "Le moulin tourne\n\n"
        "Le conseil de la ville a voté mardi soir les derniers\n"
        "travaux du moulin, dont la roue doit tourner de\n"
        "nouveau au printemps prochain.\n\n"
        "Les dons ont couvert le quart de la dépense, et la\n"
        "commune le reste, a dit la maire à la fin de la\n"
        "séance publique.\n"
    )
    blocks = {entry.block for entry in sort_wire(copy).placed("body")}
    assert len(blocks) == 2


def test_one_line_a_paragraph_stays_so() -> None:
    sheet = sort_wire(
        f"Le moulin tourne\n{PARAGRAPH}\n{OTHER}\n{PARAGRAPH} Encore.\n{OTHER} Et encore."
    )
    assert len({entry.block for entry in sheet.placed("body")}) == 4


@pytest.mark.parametrize(
    "line", ["- Non, dit-il", "« Oui. »", "dans la nuit", "Trois points :", "Il a dit non."]
)
def test_short_running_lines_are_no_subheads(line: str) -> None:
    assert "subhead" not in roles(f"Le moulin tourne\n\n{PARAGRAPH}\n\n{line}\n\n{OTHER}")


def test_copy_without_a_headline_keeps_its_first_paragraph() -> None:
    assert roles(f"{PARAGRAPH}\n\n{OTHER}") == ["body", "body"]


def test_slug_kicker_standfirst_and_date_are_told() -> None:
    copy = f"fra-moulin-mer\n\nPATRIMOINE ET MER\n\nLe vieux moulin de Port-Sablé tourne\n\n{OTHER}\n\nPar Anne Orvault\n\nPublié le 3 mars 2026\n\n{PARAGRAPH}"
    sheet = sort_wire(copy)
    assert [entry.role for entry in sheet.entries if entry.role != "blank"] == [
        "field", "kicker", "headline", "standfirst", "byline", "dropped", "body",
    ]  # fmt: skip
    assert sheet.fields["slug"] == "fra-moulin-mer"


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "",
                "XS",
                "Partager",
                "Avec AFP",
                "Par Anne Orvault",
                PARAGRAPH,
                OTHER,
                "Une roue",
                "© AFP",
                "---",
            ]
        ),
        st.text(max_size=80),
    ),
    max_size=12,
)


@given(LINES)
def test_every_line_is_placed_or_dropped_with_a_reason(lines: list[str]) -> None:
    text = "\n".join(lines)
    sheet = sort_wire(text)
    assert [line.text for line in sheet.lines()] == lines_of(text)
    assert all(line.role for line in sheet.lines())
    assert all(line.reason for line in sheet.lines() if line.role == "dropped")
