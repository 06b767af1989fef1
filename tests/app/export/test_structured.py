import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.export.article import Article
from app.export.edition import Edition
from app.export.structured import in_script, structured
from app.export.theme import theme_of

VOCABULARY = (
    Path(__file__).resolve().parents[4] / "shared" / "judge" / "data" / "schemaorg-30.0.json"
)


def node(told: Article, edition: Edition) -> dict[str, Any]:
    theme = theme_of(edition)
    made: dict[str, Any] = json.loads(structured(told, edition, theme.card, theme.logo))
    return made


def test_the_article_says_what_the_page_says(told: Article, edition: Edition) -> None:
    made = node(told, edition)

    assert made["@type"] == "NewsArticle"
    assert made["headline"] == told.headline
    assert made["datePublished"] == "2026-11-20T09:30:00+00:00"
    assert made["dateModified"] == "2026-11-20T14:30:00+00:00"
    assert [author["name"] for author in made["author"]] == ["Clémence Aubrac", "Yann Le Dantec"]
    assert made["keywords"] == ["Ports", "Pêche"]


def test_the_lead_comes_in_three_shapes_with_its_credit(told: Article, edition: Edition) -> None:
    images = node(told, edition)["image"]

    shapes = [image["width"] / image["height"] for image in images[:3]]
    assert shapes == pytest.approx([16 / 9, 4 / 3, 1])
    assert {image["creditText"] for image in images} == {"Aurore Vidalenc / Agence Sémaphore"}
    assert {image["digitalSourceType"] for image in images} == {
        "https://schema.org/DigitalCaptureDigitalSource"
    }
    assert len(images) == 4


def test_a_story_without_a_picture_shows_the_house(told: Article, edition: Edition) -> None:
    images = node(replace(told, figures=()), edition)["image"]

    assert [image["caption"] for image in images] == [edition.site_name] * 3


def test_quotations_are_data_with_the_speaker_the_copy_names(
    told: Article, edition: Edition
) -> None:
    said = node(told, edition)["citation"]

    assert said[0]["spokenByCharacter"] == {"@type": "Person", "name": "Hélène Taravel"}
    assert "spokenByCharacter" not in said[1]


def test_a_story_of_no_place_was_made_in_its_newsroom(told: Article, edition: Edition) -> None:
    made = node(replace(told, place=""), edition)

    assert made["locationCreated"]["name"] == "Rédaction de Le Courrier du Littoral"


def test_no_json_can_end_its_script() -> None:
    made = in_script({"a": "</script><!--<script>&\u2028"})

    assert not set("<>&\u2028") & set(made)
    assert json.loads(made) == {"a": "</script><!--<script>&\u2028"}


@pytest.mark.skipif(not VOCABULARY.is_file(), reason="schema.org is not beside the project")
def test_only_terms_of_schema_org_are_used_where_they_belong(
    told: Article, edition: Edition
) -> None:
    words = json.loads(VOCABULARY.read_text(encoding="utf-8"))

    assert list(_faults(node(told, edition), words)) == []


def _faults(node: object, words: dict[str, Any]) -> list[str]:
    if isinstance(node, list):
        return [fault for one in node for fault in _faults(one, words)]
    if not isinstance(node, dict):
        return []
    line = _ancestors(str(node["@type"]), words)
    found = [
        f"{node['@type']}.{key}"
        for key in node
        if not key.startswith("@") and not line & set(words["properties"][key]["domains"])
    ]
    return found + [fault for value in node.values() for fault in _faults(value, words)]


def _ancestors(kind: str, words: dict[str, Any]) -> set[str]:
    parents = words["types"][kind]["parents"]
    return {kind}.union(*(_ancestors(parent, words) for parent in parents))
