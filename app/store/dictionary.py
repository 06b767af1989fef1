"""Words added to the dictionaries: rows to values."""

from sqlalchemy import Connection, or_, select

from app.domain.dictionary import AddedWord
from app.store.tables import DictionaryRow


def added(connection: Connection) -> tuple[AddedWord, ...]:
    """Return every word added, by anybody, in the order of the alphabet."""
    rows = connection.execute(
        select(DictionaryRow.id, DictionaryRow.word, DictionaryRow.owner).order_by(
            DictionaryRow.word, DictionaryRow.owner
        )
    )
    return tuple(AddedWord(row.id, row.word, row.owner) for row in rows)


def known_to(connection: Connection, person: str) -> tuple[str, ...]:
    """Return the words the desk or one person added, each once, in order."""
    mine = or_(DictionaryRow.owner == "", DictionaryRow.owner == person)
    words = connection.execute(
        select(DictionaryRow.word).where(mine).distinct().order_by(DictionaryRow.word)
    )
    return tuple(words.scalars())


def id_of(connection: Connection, word: str, owner: str) -> str | None:
    """Return the id of a word in one dictionary, None when it is not there."""
    return connection.execute(
        select(DictionaryRow.id).where(DictionaryRow.word == word, DictionaryRow.owner == owner)
    ).scalar()
