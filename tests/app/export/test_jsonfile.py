"""JSON files are those the standard library would write, made faster."""

import json
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from app.export.jsonfile import json_file

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@settings(deadline=None)
@given(VALUES)
def test_the_bytes_are_those_of_the_standard_library(value: object) -> None:
    expected = json.dumps(value, ensure_ascii=False, indent=1) + "\n"

    assert json_file(value) == expected.encode("utf-8", "surrogatepass")


def test_what_json_does_not_know_is_said_by_the_caller() -> None:
    said = json_file({"at": datetime(2026, 3, 5, tzinfo=UTC)}, lambda value: f"{value:%Y-%m-%d}")

    assert json.loads(said) == {"at": "2026-03-05"}
