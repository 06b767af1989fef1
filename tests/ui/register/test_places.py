"""Where somebody is quoted and pictured; a quote leads to its story."""

from pytestqt.qtbot import QtBot

from app.domain.person import Person
from ui.register.places import Places
from ui.register.presenter import Known, Place


def test_a_quote_leads_to_its_story(qtbot: QtBot) -> None:
    places = Places()
    qtbot.addWidget(places)
    places.show_known(
        Known(Person(id="p", name="Ana"), (Place("Le moulin: ouvrira", "s1"),), (Place("a.jpg"),))
    )

    assert [title.text() for title in places._titles] == ["Quoted: 1", "Pictured: 1"]
    with qtbot.waitSignal(places.opened) as opened:
        places.quoted.opened.emit(0)
    assert opened.args == ["s1"]
    places.show_known(None)
    assert places.quoted.count() == 0
