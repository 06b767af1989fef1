"""Accents come out right, texts fit, and right words are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.photo.charset import cut_to_bytes, decoded, mended
from app.photo.metadata import is_cut

FRENCH = "Légende : « l’été à Œuilly », ça suffit, là où naît l’ïambe — 5 €"


@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "mac_roman"])
def test_french_is_read_whatever_machine_wrote_it(charset: str) -> None:
    assert decoded(FRENCH.encode(charset)) == FRENCH


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("LÃ©gende dâ€™Ã©tÃ©", "Légende d’été"),
        ("LÃƒÂ©gende", "Légende"),
        ("Ã\xa0 cÃ´tÃ©", "à côté"),
        ("Éa Ã ne rien changer", "Éa Ã ne rien changer"),
        ("São João", "São João"),
    ],
)
def test_mangled_accents_are_mended(wrong: str, right: str) -> None:
    assert mended(wrong) == right


@given(st.text())
def test_utf8_texts_survive_whatever_they_say(text: str) -> None:
    raw = text.encode("utf-8", "ignore")
    assert decoded(raw).encode() == raw


@given(st.text(alphabet="éèàçêœ’«» aeiouLD", min_size=1))
def test_mending_undoes_a_wrong_reading_and_leaves_right_words_alone(text: str) -> None:
    wrong = text.encode().decode("cp1252", errors="ignore")
    assert mended(text) == text
    if wrong.encode("cp1252", "ignore") == text.encode():
        assert mended(wrong) == text


@given(st.text(), st.integers(min_value=3, max_value=80))
def test_a_cut_text_fits_and_is_recognised(text: str, limit: int) -> None:
    clean = text.encode("utf-8", "ignore").decode()
    short = cut_to_bytes(clean, limit)
    assert len(short.encode()) <= limit
    assert short == clean or is_cut(short, clean, limit)


def test_a_cut_falls_between_words() -> None:
    assert cut_to_bytes("Le moulin à marée de Port-Sablé", 28) == "Le moulin à marée de…"
