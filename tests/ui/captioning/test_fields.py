"""Fields keep what is being typed, count, and say what is remarked about them."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.finding import Edit, Finding, Fix, Part, Place, Severity
from app.domain.text import Span
from ui.captioning.fields import SHAPES, Field
from ui.wording import finding_words

ALT = next(shape for shape in SHAPES if shape.name == "alt")
DATED = next(shape for shape in SHAPES if shape.name == "dated")
MISSING = Finding(
    code="PHO001",
    severity=Severity.BLOCK,
    place=Place(Part.CREDIT, slot=1),
    params=(("slot", "1"),),
)


def test_letters_are_counted(qtbot: QtBot) -> None:
    field = Field(ALT)
    qtbot.addWidget(field)
    field.show_words("Un mur", afresh=True)

    assert field._count.text() == "6 characters"


def test_words_being_typed_stay_when_the_same_photo_is_shown_again(qtbot: QtBot) -> None:
    field = Field(ALT)
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.show_words("Un mur", afresh=True)
    field.edit.setFocus()
    qtbot.waitUntil(field.edit.hasFocus)
    QTest.keyClicks(field.edit, "Oh! ")

    field.show_words("Un mur", afresh=False)
    assert field.touched()

    field.show_words("Un mur", afresh=True)
    assert field.text() == "Un mur"


def test_refused_words_stay_to_be_mended(qtbot: QtBot) -> None:
    field = Field(DATED)
    qtbot.addWidget(field)
    field.show_words("01/02/2026", afresh=True)
    field.write("31/02/2026")
    field.hand_over()
    field.show_trouble("Not a date.")

    field.show_words("01/02/2026", afresh=False)

    assert field.text() == "31/02/2026"
    assert field.edit.accessibleDescription() == "Not a date."


def test_remarks_are_read_and_can_be_mended(qtbot: QtBot) -> None:
    field = Field(ALT)
    qtbot.addWidget(field)
    fix = Fix("label-archive", (Edit(Place(Part.CAPTION, Span(0, 0), 1), "x"),))
    finding = Finding(
        code=MISSING.code, severity=MISSING.severity, place=MISSING.place,
        params=MISSING.params, fixes=(fix,),
    )  # fmt: skip
    field.show_findings([finding])
    assert finding_words(finding) in field.edit.accessibleDescription()

    button = field.remarks.findChild(QPushButton)
    assert button is not None
    with qtbot.waitSignal(field.mended) as mended:
        button.click()
    assert mended.args == [fix]

    field.show_findings([])
    assert field.remarks.isHidden()
