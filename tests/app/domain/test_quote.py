"""Anonymity is granted by somebody and for a reason, or not at all."""

import pytest

from app.domain.quote import Anonymity


@pytest.mark.parametrize(
    ("reason", "by", "approved"),
    [
        ("craint pour son poste", "Ana", True),
        ("craint pour son poste", "", False),
        ("", "Ana", False),
    ],
)
def test_anonymity_needs_a_reason_and_a_name(reason: str, by: str, *, approved: bool) -> None:
    assert Anonymity(reason=reason, approved_by=by).approved is approved
