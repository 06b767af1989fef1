"""Spelling at the desk: words added to the dictionaries, words to write instead."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from uuid import uuid4

from app.desk.desk import Desk
from app.domain.changes import Changes
from app.domain.dictionary import AddedWord
from app.domain.errors import DeskError
from app.language import detect, spelling
from app.store import dictionary, sources
from app.store.journal import acting


def add_word(desk: Desk, word: str, *, own: bool = False) -> Changes:
    """Add a word to the dictionary of the desk, or to that of the person at work.

    Written in small letters, it may begin a sentence too; every word may stand in capitals. Of a
    name of several words each word is known afterwards.

    Raises:
        DeskError: `word.none` when it holds no letter, or is several words and no name.
    """
    words = word.split()
    clean = " ".join(words)
    one_thing = len(words) == 1 or all(spelling.is_name(end) for end in (*words[:1], *words[-1:]))
    if not one_thing or not any(letter.isalpha() for letter in clean):
        raise DeskError("word.none", word=clean)
    owner = desk.by if own else ""
    with acting(desk.store, "add-word", desk.by) as act:
        if dictionary.id_of(act.connection, clean, owner) is None:
            at = datetime.now(UTC).isoformat()
            row = {"id": uuid4().hex, "word": clean, "owner": owner, "by": desk.by, "at": at}
            act.insert("dictionary", row)
    return act.changes()


def drop_word(desk: Desk, word_id: str) -> Changes:
    """Take a word out of the dictionary it is in.

    Raises:
        DeskError: `word.unknown`.
    """
    with acting(desk.store, "drop-word", desk.by) as act:
        if all(one.id != word_id for one in dictionary.added(act.connection)):
            raise DeskError("word.unknown", ref=word_id)
        act.delete("dictionary", word_id)
    return act.changes()


def added_words(desk: Desk) -> tuple[AddedWord, ...]:
    """Return the words added to the dictionaries of the desk and of everybody at it."""
    with desk.store.reading() as connection:
        return dictionary.added(connection)


def near(word: str, paragraph: str, language: str) -> tuple[str, ...]:
    """Return words to write in place of one, the likeliest first; may take half a second.

    `language` is that of the story; the paragraph tells which dictionary is asked.
    """
    return spelling.near(word, detect.leaning(paragraph, language))


def unknown(
    desk: Desk, texts: Sequence[str], language: str, names: Sequence[str] = ()
) -> frozenset[str]:
    """Return the words of some texts that neither dictionaries, register nor `names` know.

    Each paragraph is read in the language it leans to, which is `language` (a BCP 47 tag) in doubt.
    """
    with desk.store.reading() as connection:
        added = dictionary.known_to(connection, desk.by)
        people = sources.people(connection)
    known = (*added, *(name for person in people for name in person.names()), *names)
    allowed = spelling.accepted(known)
    return frozenset(
        word for word in _doubted(texts, language) if not spelling.is_accepted(word, allowed)
    )


def _doubted(texts: Sequence[str], language: str) -> Iterator[str]:
    for text in texts:
        for line in text.splitlines():
            yield from (word for _span, word in spelling.doubts(line, language))
