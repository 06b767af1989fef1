"""Whose words are known to whom."""

from app.store import dictionary
from app.store.journal import acting
from app.store.opening import Store


def test_a_person_knows_the_words_of_the_desk_and_their_own(store: Store) -> None:
    rows = [("1", "moulain", ""), ("2", "moulain", "Ana"), ("3", "roux", "Ana"), ("4", "ax", "Bo")]
    with acting(store, "add-word", "Ana") as act:
        for key, word, owner in rows:
            act.insert("dictionary", {"id": key, "word": word, "owner": owner, "at": "2026-03-04"})

    with store.reading() as connection:
        assert dictionary.known_to(connection, "Ana") == ("moulain", "roux")
        assert dictionary.known_to(connection, "") == ("moulain",)
        assert [one.word for one in dictionary.added(connection)] == [
            "ax",
            "moulain",
            "moulain",
            "roux",
        ]
        assert dictionary.id_of(connection, "moulain", "Ana") == "2"
        assert dictionary.id_of(connection, "moulain", "Bo") is None
