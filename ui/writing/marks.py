"""What is remarked in one block, moving along as the block is edited."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QTextBlock, QTextBlockUserData

from app.domain.finding import Severity
from app.domain.text import Span
from ui.spans import Blocks

ORDER = (Severity.BLOCK, Severity.ERROR, Severity.WARNING, Severity.HINT)
"""From the heaviest to the lightest."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one block, in UTF-16 units; `finding` is its index in the last check."""

    start: int
    length: int
    severity: Severity
    finding: int

    @property
    def look(self) -> tuple[int, int, Severity]:
        """What can be seen of the mark: the place and the weight, not which finding it is."""
        return self.start, self.length, self.severity

    def after_edit(self, at: int, removed: int, added: int) -> "Mark | None":
        """Return where the mark stands after an edit, or None when the edit touched it."""
        if self.start + self.length <= at:
            return self
        if self.start >= at + removed:
            return replace(self, start=self.start + added - removed)
        return None


class BlockMarks(QTextBlockUserData):
    """The marks of one block."""

    def __init__(self, marks: tuple[Mark, ...]) -> None:
        super().__init__()
        self.marks = marks


def marks_of(block: QTextBlock) -> tuple[Mark, ...]:
    """Return the marks of a block."""
    data = block.userData()
    return data.marks if isinstance(data, BlockMarks) else ()


def set_marks(block: QTextBlock, marks: tuple[Mark, ...]) -> bool:
    """Give a block its marks; say whether they look otherwise than those it had."""
    before = marks_of(block)
    if before != marks:
        block.setUserData(BlockMarks(marks))
    return [mark.look for mark in before] != [mark.look for mark in marks]


def heaviest(marks: tuple[Mark, ...]) -> Mark | None:
    """Return the mark of the heaviest finding, or None where there is none."""
    return min(marks, key=lambda mark: ORDER.index(mark.severity), default=None)


def stretches(blocks: Blocks, span: Span) -> list[tuple[int, int, int]]:
    """Return a span block by block: number of the block, first UTF-16 unit in it, units."""
    first, start = blocks.block_of(span.start)
    last, end = blocks.block_of(span.end)
    if first == last:
        return [(first, start, end - start)]
    ends = [Blocks(text).block_of(len(text))[1] for text in blocks.texts[first:last]]
    found = [(first, start, ends[0] - start)]
    found += [(first + i, 0, units) for i, units in enumerate(ends[1:], 1)]
    return [*found, (last, 0, end)]
