"""Answers as lines of JSON."""

import json

from app.attribution.engine import attribute
from app.attribution.lines import line


def test_a_line_gives_every_place_in_code_points() -> None:
    copy = "« La digue tient », a déclaré Odile Marchand."

    row = json.loads(json.dumps(line("copy-1", attribute(copy, "fr"))))

    (quote,) = row["quotes"]
    assert row["id"] == "copy-1"
    assert copy[quote["start"] : quote["end"]] == "La digue tient"
    assert copy[quote["cue_start"] : quote["cue_end"]] == quote["cue"] == "a déclaré"
    assert copy[quote["speaker_start"] : quote["speaker_end"]] == quote["speaker_text"]
    assert quote["speaker_full"] == "Odile Marchand"
    assert quote["kind"] == "direct"


def test_what_is_unknown_is_null() -> None:
    row = json.loads(json.dumps(line("copy-2", attribute("« Nous tiendrons la digue. »", "fr"))))

    (quote,) = row["quotes"]
    assert quote["speaker_text"] is None
    assert quote["cue"] is None
