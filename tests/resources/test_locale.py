"""The catalogues: every word in both languages, with the same facts, compiled as written."""

import gettext
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parents[2] / "resources" / "locale"
FRENCH = LOCALE / "fr" / "LC_MESSAGES"


@pytest.fixture(scope="module")
def french() -> Catalog:
    with (FRENCH / "marbre.po").open("rb") as file:
        return read_po(file, locale="fr", domain="marbre")


@pytest.fixture(scope="module")
def asked() -> list[Message]:
    """Every sentence the code asks for, as last extracted."""
    with (LOCALE / "marbre.pot").open("rb") as file:
        return [message for message in read_po(file) if message.id]


def forms(words: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """The one form of a sentence, or its singular and plural; nothing where there is none."""
    return (words,) if isinstance(words, str) else tuple(words or ())


def facts(sentences: tuple[str, ...]) -> Iterator[str]:
    """The names the sentences leave room for."""
    for sentence in sentences:
        yield from (name for _, name, _, _ in string.Formatter().parse(sentence) if name)


def test_the_french_speaks_of_the_same_facts(french: Catalog) -> None:
    different = [
        message.id
        for message in french
        if message.id
        and all(forms(message.string))
        and set(facts(forms(message.id))) != set(facts(forms(message.string)))
    ]

    assert different == []


def test_no_french_sentence_is_left_as_a_guess(french: Catalog) -> None:
    assert [message.id for message in french if message.fuzzy and message.id] == []


def test_the_compiled_french_is_the_written_one(french: Catalog, tmp_path: Path) -> None:
    fresh = tmp_path / "marbre.mo"
    with fresh.open("wb") as file:
        write_mo(file, french)

    assert compiled(fresh) == compiled(FRENCH / "marbre.mo")


def compiled(path: Path) -> dict[object, str]:
    """The sentences of a compiled catalogue, without its dated header."""
    with path.open("rb") as file:
        sentences = vars(gettext.GNUTranslations(file))["_catalog"]
    return {key: value for key, value in sentences.items() if key}
