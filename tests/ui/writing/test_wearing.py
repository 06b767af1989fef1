"""Copy wears the colours of another theme, from what can be seen on."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.writing.copy_edit import CopyEdit
from ui.writing.wearing import Wearing

QUOTED = "\n\n".join(f"« Le canal {n} est vide », dit le maire." for n in range(40))


def grounds(edit: CopyEdit) -> set[str]:
    """The colours behind the quotes."""
    block, found = edit.document().begin(), set()
    while block.isValid():
        found |= {one.format.background().color().name() for one in block.layout().formats()[:1]}
        block = block.next()
    return found


def test_quotes_have_their_ground_in_the_theme_worn_now(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light").finish()
    edit = CopyEdit(theme.serif(12), markdown=True)
    qtbot.addWidget(edit)
    Wearing(edit)
    edit.load(QUOTED)
    edit.show()
    assert grounds(edit) == {theme.colour("quote").name()}

    theme.apply(qapp, "dark")
    qtbot.waitUntil(lambda: grounds(edit) == {theme.colour("quote").name()})

    theme.apply(qapp, "light").finish()
    qtbot.waitUntil(lambda: grounds(edit) == {theme.colour("quote").name()})
