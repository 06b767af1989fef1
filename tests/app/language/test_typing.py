"""What typing does by itself, key by key, in each country; and what it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.marks import quoted
from app.language.typing import correction


def typed(keys: str, language: str) -> str:
    """The text after these keys, each corrected as it is typed."""
    text = ""
    for key in keys:
        text += key
        if fault := correction(text, len(text), language):
            text = text[: fault.span.start] + fault.replacement + text[fault.span.end :]
    return text


@pytest.mark.parametrize(
    ("language", "keys", "text"),
    [
        ("fr-FR", 'Il dit "oui" !', "Il dit «\u00a0oui\u00a0»\u202f!"),
        ("fr-FR", "Vrai? Oui!", "Vrai\u202f? Oui\u202f!"),
        ("fr-FR", "L'Etat : oui ; non...", "L’Etat\u00a0: oui\u202f; non…"),
        ("fr-FR", "Ceci: cela", "Ceci\u00a0: cela"),
        ("fr-FR", "« oui »", "«\u00a0oui\u00a0»"),
        ("fr-FR", "10 km, 5 % et M. Orlik", "10\u00a0km, 5\u00a0% et M.\u00a0Orlik"),
        ("fr-FR", "a - b", "a – b"),
        ("fr-FR-x-nbsp", "Vrai ?", "Vrai\u00a0?"),
        ("fr-CA", "Vrai ? 5 %", "Vrai\u202f? 5\u00a0%"),
        ("fr-CH", 'Il dit "oui".', "Il dit «\u202foui\u202f»."),
        ("en-US", 'He said "yes" -- don\'t...', "He said “yes” — don’t…"),
        ("en-GB", "Don't - now", "Don’t – now"),
        ("de-DE", 'Er sagt "ja"', 'Er sagt "ja"'),
    ],
)
def test_each_country_sets_its_own(language: str, keys: str, text: str) -> None:
    assert typed(keys, language) == text


@pytest.mark.parametrize(
    "keys",
    [
        "https://exemple.invalid/a?b=1;c",
        "Rendez-vous à 14:30",
        "- point d’une liste",
        "a  b",
        "N\u00a0",
    ],
)
def test_addresses_times_and_lists_are_left_alone(keys: str) -> None:
    assert typed(keys, "fr-FR") == keys


def test_only_what_was_just_typed_changes() -> None:
    line = 'Il dit "oui" et l\'autre attend'

    assert correction(line, len(line), "fr-FR") is None


@given(
    st.text(alphabet="ab «»“”\"'’.!?:;-–10%\u00a0\u202fé😀", max_size=40),
    st.sampled_from(["fr-FR", "fr-CH", "fr-CA", "en-US", "en-GB"]),
)
def test_no_letter_or_figure_ever_changes(keys: str, language: str) -> None:
    before = [sign for sign in keys if sign.isalnum() or sign in "%😀"]
    after = [sign for sign in typed(keys, language) if sign.isalnum() or sign in "%😀"]

    assert before == after


@given(st.text(alphabet="ab c", min_size=1, max_size=12), st.sampled_from([" !", "?", '"', "- x"]))
def test_words_quoted_before_the_caret_stay(words: str, more: str) -> None:
    text = f"« {words} »"
    line = text + more
    fault = correction(line, len(line), "fr-FR")
    inner = next((one.inner for one in quoted(text)), None)

    assert fault is None or inner is None or fault.span.start >= inner.end
