import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from app.export.article import Article
from app.export.edition import Edition
from app.export.ninjs import ninjs

SCHEMAS = Path(__file__).resolve().parents[4] / "shared" / "schemas"


def item(told: Article, edition: Edition) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(ninjs(told, edition))
    return made


def test_the_item_brings_the_copy_and_its_pictures(told: Article, edition: Edition) -> None:
    made = item(told, edition)

    assert made["headlines"][0]["value"] == told.headline
    assert "a déclaré Hélène Taravel" in made["bodies"][0]["value"]
    assert made["people"] == [{"name": "Hélène Taravel", "rel": "mentions"}]
    assert [one["name"] for one in made["associations"]] == ["picture-1", "picture-2"]
    assert made["associations"][0]["renditions"][0]["sizeInBytes"] > 0


@pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the schemas are not beside the project")
def test_the_item_is_valid_ninjs(told: Article, edition: Edition) -> None:
    shape = json.loads((SCHEMAS / "geojson" / "GeoJSON.json").read_bytes())
    schema = json.loads((SCHEMAS / "ninjs" / "ninjs-schema_3.1.json").read_bytes())
    resource = Resource.from_contents(shape, default_specification=DRAFT7)
    registry: Registry[Any] = Registry().with_resource(
        "https://geojson.org/schema/GeoJSON.json", resource
    )

    faults = Draft202012Validator(schema, registry=registry).iter_errors(item(told, edition))

    assert [fault.message for fault in faults] == []
