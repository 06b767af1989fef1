"""Words in the cells of a spreadsheet: no live formula goes out, and every word comes back."""

import re
from collections.abc import Iterable

_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")
"""What a spreadsheet may take for a formula, behind any number of the marks we put before it."""

_ITEM = re.compile(r"(?:[^;\\]|\\.)+", re.DOTALL)


def harmless(text: str) -> str:
    """Return the text of a cell, with an apostrophe before what would be run as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def as_typed(cell: str) -> str:
    """Return the text that `harmless` made a cell of."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def joined(items: Iterable[str]) -> str:
    """Return several texts as one, parted by semicolons; those inside them are escaped."""
    return "; ".join(item.replace("\\", "\\\\").replace(";", "\\;") for item in items)


def parted(text: str) -> tuple[str, ...]:
    """Return the texts that `joined` made one of, without the spaces around them."""
    items = (re.sub(r"\\(.)", r"\1", item, flags=re.DOTALL) for item in _ITEM.findall(text))
    return tuple(item.strip() for item in items if item.strip())
