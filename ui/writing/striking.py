"""Striking words of a document that shows suggestions: by stretches, in as few changes as can be."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from app.domain.story import SLOT
from ui.spans import SEAM
from ui.writing import tracking
from ui.writing.document import BLOCK_END
from ui.writing.pieces import DELETED, INSERTED

_KEEP = QTextCursor.MoveMode.KeepAnchor


PART = 4_000
"""UTF-16 units changed in one step of a long change."""

LINES = 6
"""Paragraphs put in in one step of it."""


def strike(chosen: QTextCursor, me: str) -> Iterator[None]:
    """Strike what a cursor has chosen, a part at every step; the cursor ends behind it.

    What `me` inserted goes at once, what others suggest stays theirs, and photo slots stay as
    they are, with the breaks that part them from their neighbours.
    """
    document = chosen.document()
    start, end = chosen.selectionStart(), chosen.selectionEnd()
    struck = tracking.look(DELETED, me)
    work = QTextCursor(document)
    for first, last, kind in reversed(list(_stretches(document, start, end, me))):
        for at in reversed(range(first, last, PART)):
            work.setPosition(at)
            work.setPosition(min(at + PART, last), _KEEP)
            work.removeSelectedText() if kind == INSERTED else work.setCharFormat(struck)
            yield
        end -= last - first if kind == INSERTED else 0
    chosen.setPosition(max(start, end))


def insert(place: QTextCursor, raw: str, me: str) -> Iterator[None]:
    """Put raw text in as suggested by `me`, a part at every step; the cursor ends behind it."""
    mark = tracking.look(INSERTED, me)
    lines = raw.split(BLOCK_END)
    for at in range(0, len(lines), LINES):
        part = BLOCK_END.join(lines[at : at + LINES])
        place.insertText(part if not at else BLOCK_END + part, mark)
        yield


def on_slot(block: QTextBlock) -> bool:
    """Say whether a block is a photo slot."""
    return bool(SLOT.match(block.text()))


def touches_words(document: QTextDocument, start: int, end: int) -> bool:
    """Say whether there is more between two places than the seam of a parted paragraph."""
    return any(
        document.characterAt(at) != SEAM
        and (document.characterAt(at) != BLOCK_END or document.characterAt(at - 1) != SEAM)
        for at in range(start, end)
    )


def _stretches(
    document: QTextDocument, start: int, end: int, me: str
) -> Iterator[tuple[int, int, str]]:
    """Yield what is to be struck ("") or removed (`INSERTED`), neighbours of one kind as one."""
    held: tuple[int, int, str] | None = None
    for run in tracking.runs(document, start, end):
        kind, by, _key = run.tag
        first, last = max(start, run.at), min(end, run.end)
        if first >= last or not _may_go(document, run) or (kind and (kind, by) != (INSERTED, me)):
            continue
        if held and held[1] == first and held[2] == kind:
            held = (held[0], last, kind)
            continue
        if held:
            yield held
        held = (first, last, kind)
    if held:
        yield held


def _may_go(document: QTextDocument, run: tracking.Run) -> bool:
    """Say whether a run neither belongs to a photo slot nor parts one from its neighbours."""
    block = document.findBlock(run.at)
    if on_slot(block):
        return False
    ends_block = run.end == block.position() + block.length()
    return not (ends_block and on_slot(block.next()))
