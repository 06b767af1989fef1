"""The register as files: nothing runs, nothing is lost, and an import is one step."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.desk import undoing
from app.desk.desk import Desk
from app.desk.sources import register_files, register_imports, registering
from app.desk.sources.register_files import entries_of, table_of
from app.domain.errors import DeskError
from app.domain.person import NameForm, Person, PersonKind, Title

CARVIN = Person(
    id="",
    name="Hélène Carvin",
    kind=PersonKind.PERSON,
    variants=("Helene Carvin", "Carvin; H."),
    titles=(Title("maire de Port-Sablé", date(2020, 6, 1)), Title("avocate [honoraire/]")),
    code="hc",
    forms=(NameForm("el", "Ελέν Καρβέν"),),
    note="=HYPERLINK(“…”)",
)
WORDS = st.text(min_size=1, max_size=20).map(str.strip).filter(bool)
DAYS = st.none() | st.dates()


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def names(desk: Desk) -> list[str]:
    return [person.name for person in registering.entries(desk)]


def test_a_table_comes_back_unharmed_and_is_one_step(desk: Desk, tmp_path: Path) -> None:
    registering.enter(desk, CARVIN)
    table = tmp_path / "people.csv"
    assert register_files.export_csv(desk, table) == 1
    before = registering.entry(desk, "hc")
    registering.remove(desk, before.id)

    done = register_imports.import_csv(desk, table)

    back = registering.entry(desk, "hc")
    assert (done.added, done.changed) == (1, 0)
    assert replace(back, id="") == replace(before, id="")
    undoing.undo(desk)
    assert names(desk) == []


def test_a_formula_goes_out_stopped(desk: Desk, tmp_path: Path) -> None:
    registering.enter(desk, CARVIN)
    register_files.export_csv(desk, tmp_path / "people.csv")

    assert "'=HYPERLINK" in (tmp_path / "people.csv").read_text("utf-8-sig")


@given(
    name=WORDS,
    variants=st.lists(WORDS),
    titles=st.lists(st.builds(Title, WORDS, DAYS, DAYS)),
    note=st.text(max_size=30),
)
def test_every_entry_comes_back(
    name: str, variants: list[str], titles: list[Title], note: str
) -> None:
    person = Person(id="p", name=name, variants=tuple(variants), titles=tuple(titles), note=note)

    (line,) = entries_of(table_of([person]).encode("utf-8-sig", "surrogatepass"), "t.csv")

    assert Person(**line.fields) == person


def test_entries_known_by_their_code_are_changed(desk: Desk, tmp_path: Path) -> None:
    registering.enter(desk, CARVIN)
    table = write(
        tmp_path / "t.csv", "Code;Name;Kind\nHC;Hélène Carvin-Roy;person\n;SNSM;organisation\n"
    )

    done = register_imports.import_csv(desk, table)

    assert (done.added, done.changed) == (1, 1)
    assert registering.entry(desk, "hc").titles == CARVIN.titles
    assert names(desk) == ["Hélène Carvin-Roy", "SNSM"]
    undoing.undo(desk)
    assert names(desk) == ["Hélène Carvin"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("code,kind\nhc,person\n", "register.missing-columns"),
        ("", "register.missing-columns"),
        ("name,code\n", "register.no-entries"),
        ("name,kind\nAna,robot\n", "register.bad-line"),
        ("name,titles\nAna,maire [2020-31-12/]\n", "register.bad-line"),
        ("name,kind\n,person\n", "register.bad-line"),
        ("name,code\nAna,a\nLéo,A\n", "register.doubled-code"),
        ('name,code\n"Ana" x,a\n', "register.unreadable"),
        ("name,code\nAna,a b\n", "person.bad-code"),
    ],
)
def test_a_table_that_does_not_fit_changes_nothing(
    desk: Desk, tmp_path: Path, text: str, code: str
) -> None:
    with pytest.raises(DeskError, match=code):
        register_imports.import_csv(desk, write(tmp_path / "t.csv", text))

    assert names(desk) == []


def test_a_code_of_somebody_else_is_refused(desk: Desk, tmp_path: Path) -> None:
    registering.enter(desk, CARVIN)
    key, _ = registering.enter(desk, Person(id="", name="Tomasz Orlik"))

    with pytest.raises(DeskError, match=r"register\.doubled-code"):
        register_imports.import_csv(
            desk, write(tmp_path / "t.csv", f"id,name,code\n{key},Tomasz Orlik,hc\n")
        )


def test_a_code_file_goes_through_the_register_unchanged(desk: Desk, tmp_path: Path) -> None:
    typed = "hc\tHélène Carvin, maire de Port-Sablé\tMme Carvin\tla maire\nto\tTomasz Orlik\n"
    source = write(tmp_path / "codes.txt", typed)

    done = register_imports.import_codes(desk, source)
    assert register_files.export_codes(desk, tmp_path / "out.txt") == 2

    assert (tmp_path / "out.txt").read_text("utf-8") == typed
    assert done.added == 2
    assert registering.entry(desk, "hc").name == "Hélène Carvin"
    undoing.undo(desk)
    assert names(desk) == []


def test_codes_known_already_change_their_entry(desk: Desk, tmp_path: Path) -> None:
    registering.enter(desk, CARVIN)
    source = write(
        tmp_path / "codes.txt", "HC\tla maire Hélène Carvin\n\nhc x\ty\nhc\tMme Carvin\n"
    )

    done = register_imports.import_codes(desk, source)

    assert (done.changed, done.doubled, done.odd) == (1, ("hc",), (3,))
    assert registering.entry(desk, "hc").captions == ("Mme Carvin",)


def test_a_file_that_is_no_code_file_or_is_missing_is_told(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=r"register\.no-entries"):
        register_imports.import_codes(desk, write(tmp_path / "codes.txt", "bonjour\n"))
    with pytest.raises(DeskError, match=r"intake\.missing"):
        register_imports.import_csv(desk, tmp_path / "nowhere.csv")
    with pytest.raises(DeskError, match=r"register\.unreadable"):
        register_imports.import_csv(desk, tmp_path)


def test_a_place_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=r"register\.not-written"):
        register_files.export_csv(desk, tmp_path / "nowhere" / "people.csv")
