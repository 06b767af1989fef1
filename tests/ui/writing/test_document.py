"""The text of a document is exactly the body: nothing is lost on the way in or out."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from app.domain.text import Span
from ui.writing.document import (
    BLOCK_END,
    LINES,
    LONGEST_BLOCK,
    blocks_of,
    body_of,
    bring_to,
    from_raw,
    insert,
    pasted,
    replace,
    to_raw,
)

BODY = st.text(st.sampled_from("ab é’\u00a0\u202f😀e\u0301\n«»*#שלום\t"), max_size=120)


def made(body: str) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    QTextCursor(document).insertText(to_raw(body))
    document.setUndoRedoEnabled(True)
    return document


@given(BODY)
def test_a_body_comes_out_as_it_went_in(qapp: QApplication, body: str) -> None:
    assert body_of(made(body)) == body


@given(BODY, BODY)
def test_bringing_to_another_body_is_one_step_of_undo(
    qapp: QApplication, old: str, new: str
) -> None:
    document = made(old)
    changed = bring_to(document, new)

    assert body_of(document) == new
    assert changed == (old != new)
    document.undo()
    assert body_of(document) == old


@given(BODY, st.data())
def test_many_words_are_replaced_in_one_step_of_undo(
    qapp: QApplication, body: str, data: st.DataObject
) -> None:
    # A body of letters: line ends written beside line ends would be read as others.
    body = body.replace("\n", "").join(["", "\n\n", "", "\n\n"])
    document = made(body)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(body)), max_size=8)))
    spans = [Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)]
    whole = [one for one in spans if "\n" not in body[one.start : one.end]]
    changes = [
        (one, data.draw(st.sampled_from(["", "é", "😀😀", "longer words"]))) for one in whole
    ]

    replace(document, blocks_of(document.toRawText()), data.draw(st.permutations(changes)))

    wanted = body
    for span, words in reversed(changes):
        wanted = wanted[: span.start] + words + wanted[span.end :]
    assert body_of(document) == wanted
    if wanted != body:
        document.undo()
    assert body_of(document) == body


@given(BODY)
def test_raw_text_and_markdown_are_two_spellings_of_one_body(body: str) -> None:
    assert from_raw(to_raw(body)) == body


def test_line_ends_of_all_kinds_become_ours() -> None:
    assert from_raw(to_raw("a\r\nb\rc\u2028d\u2029e")) == "a\nb\nc\nd\n\ne"


def test_every_line_of_wire_copy_is_a_paragraph_when_pasted() -> None:
    assert pasted("Un\nDeux\nTrois\n") == "Un\n\nDeux\n\nTrois"
    assert pasted("Un\nencore un\n\nDeux") == "Un\nencore un\n\nDeux"
    assert pasted("«\u00a0Oui\u00a0»") == "«\u00a0Oui\u00a0»"


@given(st.text(st.sampled_from("aé. 😀e\u0301\u00a0\n"), min_size=1, max_size=9), BODY)
def test_a_paragraph_as_long_as_a_book_takes_several_blocks_and_loses_nothing(
    qapp: QApplication, words: str, after: str
) -> None:
    body = words * (LONGEST_BLOCK // len(words) + 1) + "\n\n" + after
    raw = to_raw(body)

    assert from_raw(raw) == body
    assert max(map(len, raw.split(BLOCK_END))) <= LONGEST_BLOCK
    document = made(body)
    assert body_of(document) == body
    assert not bring_to(document, body)


def test_long_copy_is_put_in_as_one_step_of_undo(qapp: QApplication) -> None:
    document = made("début fin")
    cursor = QTextCursor(document)
    cursor.setPosition(6)
    cursor.setPosition(9, QTextCursor.MoveMode.KeepAnchor)
    lines = [f"ligne {n}" for n in range(3 * LINES + 1)]
    insert(cursor, BLOCK_END.join(lines))

    assert body_of(document) == "début " + "\n\n".join(lines)
    document.undo()
    assert body_of(document) == "début fin"


@given(BODY)
def test_a_line_end_before_a_slot_leaves_it_a_block_of_its_own(
    qapp: QApplication, body: str
) -> None:
    document = made(f"{body}\n\n\n![](photo:1)\n\nfin")
    blocks = blocks_of(document.toRawText())
    slot = document.lastBlock().previous()

    assert slot.text() == "![](photo:1)"
    assert blocks.body[blocks.point_of(slot.blockNumber(), 0) :] == "![](photo:1)\n\nfin"
