"""Opening: made, private, locked, refused with a clear word, never replaced by an empty one."""

import sqlite3
import stat
from pathlib import Path

import pytest

from app.domain.errors import DeskError
from app.store import copies
from app.store.identity import APPLICATION_ID, HEAD
from app.store.opening import open_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk" / "marbre.sqlite"


def made(path: Path) -> Path:
    open_store(path).close()
    return path


def refused(path: Path, *, read_only: bool = False) -> DeskError:
    with pytest.raises(DeskError) as caught:
        open_store(path, read_only=read_only)
    return caught.value


def pragma(path: Path, name: str) -> object:
    store = open_store(path)
    with store.reading() as connection:
        value = connection.exec_driver_sql(f"PRAGMA {name}").scalar()
    store.close()
    return value


def test_a_new_store_is_private_and_bears_our_mark(path: Path) -> None:
    made(path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert pragma(path, "application_id") == APPLICATION_ID


def test_what_is_saved_is_synced_before_it_is_said_to_be(path: Path) -> None:
    assert pragma(path, "journal_mode") == "wal"
    assert pragma(path, "synchronous") == 2
    assert pragma(path, "foreign_keys") == 1


def test_the_newest_step_is_the_one_the_code_knows(path: Path) -> None:
    made(path)

    with sqlite3.connect(path) as plain:
        assert plain.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
    plain.close()


def test_a_second_writer_is_told_so_and_may_read(path: Path) -> None:
    first = open_store(path)

    assert refused(path).code == "store.in-use"
    second = open_store(path, read_only=True)
    assert second.read_only

    second.close()
    first.close()
    open_store(path).close()


def test_reading_only_refuses_to_write(path: Path) -> None:
    store = open_store(made(path), read_only=True)

    with pytest.raises(DeskError) as caught, store.writing():
        pass
    store.close()

    assert caught.value.code == "store.read-only"


def test_a_newer_store_is_refused_and_left_as_it_is(path: Path) -> None:
    made(path)
    with sqlite3.connect(path) as plain:
        plain.execute("UPDATE alembic_version SET version_num = '9999'")
    plain.close()
    before = path.read_bytes()

    assert refused(path).code == "store.newer"
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"not a database at all", b"SQLite format 3\x00", b"\x00" * 4096]
)
def test_a_file_that_is_not_ours_is_refused_and_left_as_it_is(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)

    assert refused(path).code == "store.not-ours"
    assert path.read_bytes() == content


def test_somebody_elses_database_is_refused(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as plain:
        plain.execute("CREATE TABLE recipes (name)")
    plain.close()

    assert refused(path).code == "store.not-ours"


def test_a_damaged_store_is_refused_not_replaced(path: Path) -> None:
    made(path)
    damaged = path.read_bytes()[:4096] + b"\xff" * 8192
    path.write_bytes(damaged)

    assert refused(path).code in {"store.damaged", "store.not-ours"}
    assert path.read_bytes()[4096:12288] == b"\xff" * 8192


def test_a_missing_store_is_not_made_by_reading(path: Path) -> None:
    assert refused(path, read_only=True).code == "store.missing"
    assert not path.exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    assert refused(tmp_path / "file" / "marbre.sqlite").code == "store.unwritable"


def test_a_failed_act_leaves_nothing(path: Path) -> None:
    store = open_store(path)

    def fail() -> None:
        with store.writing() as connection:
            connection.exec_driver_sql("INSERT INTO people (id, name) VALUES ('1', 'Nadia')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    with store.reading() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM people").scalar()
    store.close()

    assert count == 0


@pytest.mark.parametrize("folder", ["Qui ?", "100 %25", "a#b", "a&b=c", "l'été"])
def test_every_name_of_a_folder_is_taken_to_the_letter(tmp_path: Path, folder: str) -> None:
    path = made(tmp_path / folder / "marbre.sqlite")

    open_store(path, read_only=True).close()

    assert path.is_file()
    assert [entry.name for entry in tmp_path.iterdir()] == [folder]


def test_two_names_of_one_store_have_one_lock(path: Path, tmp_path: Path) -> None:
    store = open_store(path)
    (tmp_path / "link").symlink_to(path.parent)

    assert refused(tmp_path / "link" / "marbre.sqlite").code == "store.in-use"
    store.close()


@pytest.mark.parametrize("loss", ["removed", "moved", "replaced"])
def test_nothing_is_called_saved_once_the_file_has_gone(
    path: Path, tmp_path: Path, loss: str
) -> None:
    store = open_store(path)
    path.rename(tmp_path / "elsewhere.sqlite")
    if loss == "removed":
        (tmp_path / "elsewhere.sqlite").unlink()
    if loss == "replaced":
        path.write_bytes(b"")

    with pytest.raises(DeskError) as caught, store.writing():
        pass
    store.close()

    assert caught.value.code == "store.vanished"
    assert not path.exists() or path.read_bytes() == b""


def test_a_store_that_is_back_in_its_place_is_written_again(path: Path, tmp_path: Path) -> None:
    store = open_store(path)
    path.rename(tmp_path / "elsewhere.sqlite")
    (tmp_path / "elsewhere.sqlite").rename(path)

    with store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO people (id, name) VALUES ('1', 'Nadia')")
    store.close()


@pytest.mark.parametrize("loss", ["emptied", "removed", "without tables"])
def test_nothing_empty_takes_the_place_of_a_lost_store(path: Path, loss: str) -> None:
    made(path)
    copies.daily(path)
    path.unlink()
    if loss == "emptied":
        path.touch()
    if loss == "without tables":
        plain = sqlite3.connect(path)
        plain.execute("PRAGMA journal_mode = WAL")
        plain.close()

    assert refused(path).code == "store.lost"
    assert loss != "removed" or not path.exists()


def test_pages_not_yet_in_their_place_are_not_overwritten(path: Path) -> None:
    path.parent.mkdir()
    log = path.with_name("marbre.sqlite-wal")
    log.write_bytes(b"pages of a store whose file is gone")

    assert refused(path).code == "store.lost"
    assert log.read_bytes() == b"pages of a store whose file is gone"


def test_being_killed_at_the_very_start_leaves_a_store_that_opens(path: Path) -> None:
    path.parent.mkdir()
    plain = sqlite3.connect(path)
    plain.execute("PRAGMA journal_mode = WAL")
    plain.close()
    assert path.stat().st_size > 0

    open_store(path).close()

    assert pragma(path, "application_id") == APPLICATION_ID


def test_the_first_opening_of_a_day_makes_its_copy(path: Path) -> None:
    made(path)
    assert copies.of(path) == ()

    made(path)

    assert len(copies.of(path)) == 1


def test_a_store_opens_also_where_no_copy_can_be_made(path: Path) -> None:
    made(path)
    copies.place(path).write_text("in the way")

    store = open_store(path)

    assert store.uncopied is not None
    assert store.uncopied.code == "store.uncopied"
    store.close()


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    assert refused(tmp_path).code == "store.not-ours"


def test_a_name_too_long_for_a_file_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / ("n" * 300)).code == "store.unwritable"


def test_a_page_that_is_no_text_is_called_damage(path: Path) -> None:
    store = open_store(path)
    with store.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO people (id, name) VALUES ('1', CAST(X'FFFE' AS TEXT))"
        )

    with pytest.raises(DeskError) as caught, store.reading() as connection:
        connection.exec_driver_sql("SELECT name FROM people").all()
    store.close()

    assert caught.value.code == "store.damaged"


def test_a_message_of_the_driver_that_is_no_text_is_called_damage(path: Path) -> None:
    store = open_store(path)

    with pytest.raises(DeskError) as caught, store.reading():
        b"\xdf".decode()
    store.close()

    assert caught.value.code == "store.damaged"
