"""Markdown copy: the body stays as written, pictures become slots."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.assembly import draft_of
from app.intake.markdown import is_markdown, sort_markdown

STORY = """---
titre: Le moulin tourne
langue: fr
---

Un **premier** paragraphe
sur deux lignes.

# Grand intertitre
Collé au titre.

![Une roue de bois](roue.jpg "La roue, le 3 mars 2026. (Photo : Ann Marsh)")

![](photo:4)

*Les vannes au repos*

- un
- deux

```
code

  gardé
```

Dans une phrase ![petite](x.png) reste.

Avec AFP
"""


def test_a_markdown_story_keeps_its_body() -> None:
    draft = draft_of(sort_markdown(STORY))
    assert draft.headline == "Le moulin tourne"
    assert draft.agency_credit == "Avec AFP"
    assert draft.body == (
        "Un **premier** paragraphe\nsur deux lignes.\n\n## Grand intertitre\n\nCollé au titre.\n\n"
        "![](photo:1)\n\n![](photo:2)\n\n- un\n- deux\n\n```\ncode\n\n  gardé\n```\n\n"
        "Dans une phrase ![petite](x.png) reste."
    )


def test_pictures_wait_in_slots_with_their_words() -> None:
    first, second = draft_of(sort_markdown(STORY)).uses
    assert (first.caption, first.alt, first.credit) == (
        "La roue, le 3 mars 2026.",
        "Une roue de bois",
        "Ann Marsh",
    )
    assert (second.slot, second.caption) == (2, "Les vannes au repos")


def test_the_file_of_a_picture_is_told() -> None:
    assert draft_of(sort_markdown(STORY)).notices == ("photo-file:1:roue.jpg",)


def test_a_first_heading_is_the_headline() -> None:
    draft = draft_of(sort_markdown("# Le moulin\\* tourne\n\nTexte."))
    assert (draft.headline, draft.body) == ("Le moulin* tourne", "Texte.")


@pytest.mark.parametrize(
    ("text", "named", "told"),
    [
        ("# Titre\n\nTexte", False, True),
        ("---\ntitre: A\n---\nTexte", False, True),
        ("Texte **fort** et [lien](https://example.org)", False, True),
        ("Texte **fort**", True, True),
        ("Texte **fort**", False, False),
        ("#marée en tête", True, False),
        ("Un texte simple", True, False),
    ],
)
def test_markdown_is_told_by_its_signs(text: str, *, named: bool, told: bool) -> None:
    assert is_markdown(text, named=named) is told


PARAGRAPHS = st.lists(
    st.text(alphabet="abé **_>-1. `[]()", min_size=1, max_size=30).map(
        lambda text: f"a{text}".rstrip()
    ),
    min_size=1,
    max_size=6,
)


@given(PARAGRAPHS)
def test_paragraphs_come_through_as_written(paragraphs: list[str]) -> None:
    body = "\n\n".join(paragraphs)
    assert draft_of(sort_markdown(body)).body == body
