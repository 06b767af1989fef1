"""The catalogues: every word in both languages, with the same facts, compiled as written."""

import gettext
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
FRENCH = ROOT / "resources" / "locale" / "fr" / "LC_MESSAGES"


@pytest.fixture(scope="module")
def french() -> Catalog:
    with (FRENCH / "marbre.po").open("rb") as file:
        return read_po(file, locale="fr", domain="marbre")


@pytest.fixture(scope="module")
def asked() -> set[str]:
    """Every sentence the code asks for, in English; of those with a plural, the singular."""
    found = (message for tree in ("app", "ui") for message in extract_from_dir(ROOT / tree))
    return {forms(words)[0] for _, _, words, _, _ in found}


def forms(words: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """The one form of a sentence, or its singular and plural; nothing where there is none."""
    return (words,) if isinstance(words, str) else tuple(words or ())


def facts(sentences: tuple[str, ...]) -> Iterator[str]:
    """The names the sentences leave room for."""
    for sentence in sentences:
        yield from (name for _, name, _, _ in string.Formatter().parse(sentence) if name)


def test_every_sentence_has_its_french(asked: set[str], french: Catalog) -> None:
    told = {
        forms(message.id)[0] for message in french if message.string and all(forms(message.string))
    }

    assert asked - told == set()


def test_no_french_answers_what_nobody_asks(asked: set[str], french: Catalog) -> None:
    assert {forms(message.id)[0] for message in french if message.id} - asked == set()


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
