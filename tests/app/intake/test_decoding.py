"""Bytes become text, and the encoding is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DeskError
from app.intake.decoding import decoded, storable

COPY = "Il a dit « non » à l’été – c’est décidé… pour 5 €"


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("cp1252", ("encoding:windows-1252",)),
        ("mac_roman", ("encoding:macintosh",)),
        ("utf-16", ("encoding:utf-16-le",)),
        ("utf-16-le", ("encoding:utf-16-le",)),
        ("utf-16-be", ("encoding:utf-16-be",)),
        ("utf-32", ("encoding:utf-32-le",)),
    ],
)
def test_every_encoding_newsrooms_send_is_read_and_said(
    encoding: str, said: tuple[str, ...]
) -> None:
    assert decoded(COPY.encode(encoding)) == (COPY, said)


@pytest.mark.parametrize("words", ["café", "Résumé", "Les élus ont été reçus à la mairie."])
def test_a_short_windows_text_is_read(words: str) -> None:
    assert decoded(words.encode("cp1252")) == (words, ("encoding:windows-1252",))


def test_one_broken_byte_does_not_turn_good_text_into_another_encoding() -> None:
    text, notices = decoded("été ".encode() * 20 + b"\xe9")
    assert text == "été " * 20 + "\ufffd"
    assert notices == ("encoding-damaged",)


def test_a_page_is_believed_about_a_western_encoding() -> None:
    source = '<meta charset="iso-8859-15"><p>Cœur à 5 €</p>'
    text, notices = decoded(source.encode("iso-8859-15"))
    assert text == source
    assert notices == ("encoding:iso8859-15",)


def test_a_stray_nul_is_taken_out_and_said() -> None:
    assert decoded(b"le\0 moulin " + b"tourne " * 20)[1] == ("nul-removed",)
    assert storable("a\ud800b") == ("a\ufffdb", ("characters-damaged",))


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\0\1\2\3" * 50, b"\0\0\0\0abcd"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(DeskError) as caught:
        decoded(data)
    assert caught.value.code == "intake.binary"


def outcome(data: bytes) -> str:
    """The text of the bytes, or the code of their refusal after a mark no text begins with."""
    try:
        return decoded(data)[0]
    except DeskError as refused:
        return f"\0{refused.code}"


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\ufeff"), min_size=1))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert outcome(text.encode()) in {text, "\0intake.binary"}


@given(st.binary())
def test_any_bytes_are_text_that_can_be_kept_or_refused(data: bytes) -> None:
    text = outcome(data)
    assert text == "\0intake.binary" or ("\0" not in text and text.encode().decode() == text)
