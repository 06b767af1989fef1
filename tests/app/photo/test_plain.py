"""Whatever passes between the desk and a worker comes out as it went in."""

import json
from dataclasses import asdict
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.domain.photo import Conflict, Focus, PhotoMetadata
from app.domain.rendition import ImageFormat, RenditionSpec
from app.photo import plain
from app.photo.facts import Facts

texts = st.text(max_size=12)
metadata = st.builds(
    PhotoMetadata,
    description=texts,
    creator=st.lists(texts, max_size=3).map(tuple),
    keywords=st.lists(texts, max_size=3).map(tuple),
    embargo=st.none() | st.dates(),
    expires=st.none() | st.dates(),
    rating=st.none() | st.integers(-1, 5),
)
specs = st.builds(
    RenditionSpec,
    width=st.integers(1, 9000),
    ratio=st.none() | st.tuples(st.integers(1, 3000), st.integers(1, 3000)),
    focus=st.builds(Focus, st.floats(0, 1), st.floats(0, 1)),
    format=st.sampled_from(list(ImageFormat)),
    quality=st.none() | st.integers(1, 100),
    max_bytes=st.none() | st.integers(1),
    enlarge=st.booleans(),
    words=st.none() | metadata,
)


def _carried(told: Any) -> Any:
    return json.loads(json.dumps(told))


@given(metadata)
def test_metadata_travels(value: PhotoMetadata) -> None:
    assert plain.metadata_from(_carried(plain.plain_metadata(value))) == value


@given(specs)
def test_specs_travel(value: RenditionSpec) -> None:
    assert plain.spec_from(_carried(plain.plain_spec(value))) == value


def test_facts_and_conflicts_travel() -> None:
    facts = Facts(
        media_type="image/png", width=3, height=2, size=9, notices=("photo.named-otherwise",)
    )
    conflict = Conflict(field="city", kind="differs", iim="Vieux-Port", xmp="Port-Sablé")
    assert plain.facts_from(_carried(asdict(facts))) == facts
    assert plain.conflicts_from(_carried([asdict(conflict)])) == (conflict,)
