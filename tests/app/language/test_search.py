"""What is found, what would be written there, and what stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DeskError
from app.language.marks import quoted
from app.language.search import Query, hits, replaced

PIECES = st.sampled_from(
    [
        "le moulin ",
        "Moulin ",
        "l’eau ",
        "l'eau ",
        "oui",
        "« ",
        " »",
        '"',
        "“",
        "”",
        "\n\n",
        ". ",
        "\u00a0",
    ]
)
COPY = st.lists(PIECES, max_size=40).map("".join)


def found(text: str, query: Query) -> list[str]:
    return [hit.span.of(text) for hit in hits(text, query)]


def test_plain_words_find_every_space_and_apostrophe() -> None:
    text = "L’eau\u00a0vive, l'eau vive, l’eau\u202fvive"

    assert found(text, Query("l'eau vive")) == ["L’eau\u00a0vive", "l'eau vive", "l’eau\u202fvive"]
    assert found(text, Query("l'eau vive", case=True)) == ["l'eau vive", "l’eau\u202fvive"]
    assert found("a.b (a+b)", Query("a+b")) == ["a+b"]


def test_accents_and_ligatures_are_ignored_when_asked() -> None:
    text = "Élysée, elysee, E\u0301lyse\u0301e, ELYSÉE"

    assert found(text, Query("elysée", bare=True)) == text.split(", ")
    assert found(text, Query("Elysee", bare=True, case=True)) == ["Élysée", "E\u0301lyse\u0301e"]
    assert found(text, Query("elysee")) == ["elysee"]
    assert found("cœur coeur Œuvre", Query("coeur", bare=True)) == ["cœur", "coeur"]
    assert found("cœur coeur", Query("cœur", bare=True)) == ["cœur", "coeur"]
    assert found("Ça (a+b)", Query("ca (a+b)", bare=True)) == ["Ça (a+b)"]


def test_whole_words_and_patterns() -> None:
    assert found("moulin moulinet", Query("moulin", whole=True)) == ["moulin"]
    assert found("2 km, 30 km", Query(r"\d+ km", pattern=True)) == ["2 km", "30 km"]
    assert found("un\n\nun deux", Query("^un", pattern=True)) == ["un", "un"]
    assert found("rien", Query("")) == []
    assert found("rien", Query("x*", pattern=True)) == []


def test_groups_stand_in_the_replacement_of_a_pattern() -> None:
    text = "12/05 et 13/06"
    query = Query(r"(\d+)/(?P<m>\d+)", pattern=True)

    assert replaced(text, hits(text, query, r"\g<m>-\1")) == "05-12 et 06-13"
    assert replaced("a.c", hits("a.c", Query("."), r"\1")) == r"a\1c"


def test_photo_slots_are_passed_over() -> None:
    text = "photo\n\n![](photo:1)\n\nphoto"

    assert replaced(text, hits(text, Query("photo"), "image")) == "image\n\n![](photo:1)\n\nimage"


@pytest.mark.parametrize(
    ("query", "replacement", "code"),
    [
        (Query("(", pattern=True), None, "find.pattern"),
        (Query("a", pattern=True), r"\2", "find.replacement"),
        (Query(r"(?:a|aa)+$", pattern=True), None, "find.too-slow"),
    ],
)
def test_what_cannot_be_done_is_told(
    query: Query, replacement: str | None, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.language.search.LONGEST_WAIT", 0.05)
    with pytest.raises(DeskError) as raised:
        hits(
            "a" * 60 + "b" + "a" * 40 + "!" if code == "find.too-slow" else "a", query, replacement
        )

    assert raised.value.code == code


@given(
    COPY,
    st.sampled_from(["oui", "l'eau", "m", "[a-z]+", " ", "«"]),
    st.text('ab «»“”"\n', max_size=4),
)
def test_replacing_everything_leaves_every_quoted_word_alone(
    text: str, words: str, replacement: str
) -> None:
    query = Query(words, pattern=words.startswith("["))
    now = replaced(text, hits(text, query, replacement.replace("\\", "")))

    at = 0
    for marked in quoted(text):
        if marked.level == 1:
            inner = marked.inner.of(text)
            at = now.index(inner, at) + len(inner)
