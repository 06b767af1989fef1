"""SARIF: every finding is one result, with a rule that is described and a place to go to."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., Any]


def test_findings_of_a_file_become_results_of_one_run(marbre: Command, tmp_path: Path) -> None:
    path = tmp_path / "digue.txt"
    path.write_text('La digue\n\nLe chantier a été visité.\n\n"Tout tiendra bien."\n', "utf-8")
    listed = marbre("check", path, "--format", "json").data[0]["findings"]
    said = marbre("check", path, "--format", "sarif")
    run = said.data["runs"][0]

    assert said.code == 1
    assert listed
    assert [one["ruleId"] for one in run["results"]] == [one["code"] for one in listed]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {
        one["code"] for one in listed
    }
    for result, finding in zip(run["results"], listed, strict=True):
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == str(path)
        if finding["start"] is not None:
            assert place["region"]["charOffset"] == finding["start"]
            assert place["region"]["charLength"] == finding["end"] - finding["start"]


def test_a_file_is_not_mended_in_place(marbre: Command, copy: Path) -> None:
    before = copy.read_bytes()
    refused = marbre("check", "--fix", copy)

    assert refused.code == 2
    assert "Take it in first" in refused.err
    assert copy.read_bytes() == before
