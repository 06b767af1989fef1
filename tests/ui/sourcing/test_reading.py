"""Every stretch of the body is found again in the text shown, whatever stands before it."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.story import slot_line
from app.domain.text import Span
from ui.sourcing.reading import paragraphs, placed, units

PART = st.text(alphabet="ab é😀«»\n", min_size=1, max_size=12).filter(lambda s: s.strip("\n "))


def shown_text(body: str) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs(body, {}))


def cut(text: str, place: tuple[int, int]) -> str:
    """The UTF-16 units of a text between two places, as Qt would select them."""
    return text.encode("utf-16-le")[2 * place[0] : 2 * place[1]].decode("utf-16-le")


@given(st.lists(PART.map(lambda s: s.strip().replace("\n", " ")), min_size=1), st.data())
def test_a_stretch_of_one_paragraph_keeps_its_words(parts: list[str], data: st.DataObject) -> None:
    body = "\n\n".join(parts)
    number = data.draw(st.integers(0, len(parts) - 1))
    before = len("\n\n".join([*parts[:number], ""]))
    start = data.draw(st.integers(0, len(parts[number]) - 1))
    end = data.draw(st.integers(start + 1, len(parts[number])))

    place = placed(paragraphs(body, {}), Span(before + start, before + end))

    assert place is not None
    assert cut(shown_text(body), place) == parts[number][start:end]


def test_subheads_lose_their_marks_and_slots_their_number() -> None:
    body = f"Un.\n\n## Intertitre\n\n{slot_line(2)}\n\n\nDeux."
    shown = paragraphs(body, {2: "Photo 2"})

    assert [(one.kind, one.text) for one in shown] == [
        ("text", "Un."),
        ("subhead", "Intertitre"),
        ("photo", "Photo 2"),
        ("text", "Deux."),
    ]
    place = placed(shown, Span(body.index("Deux"), len(body)))
    assert place is not None
    assert cut("Un.\nIntertitre\nPhoto 2\nDeux.", place) == "Deux."


def test_nothing_is_placed_where_nothing_is_shown() -> None:
    assert placed((), Span(0, 3)) is None


def test_qt_counts_two_for_a_face() -> None:
    assert units("a😀") == 3
