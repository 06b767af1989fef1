"""The figures the engine must keep, measured on annotated news copy where it is present."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from app.attribution.engine import attribute
from app.attribution.languages import language
from app.attribution.lines import line

Figures = dict[str, Any]

FRENCH = ("dev/winer_fr.jsonl", "dev/annodis_fr.jsonl", "dev/bbcafrique_fr.jsonl")
SENTENCES = ("dev/asfalda_fr.jsonl",)
ENGLISH = ("dev/polnear_en.jsonl",)
SEED = ("seed.jsonl",)


def scorer(folder: Path) -> ModuleType:
    """The scoring script that lies beside the annotated copy."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measured(shared: Path, files: tuple[str, ...], every: int = 1) -> Figures:
    """What the scorer says of our answers; `every` takes one text out of so many."""
    folder = shared / "quotes"
    gold = [
        json.loads(row)
        for name in files
        for number, row in enumerate((folder / name).read_text("utf-8").splitlines())
        if number % every == 0
    ]
    if language(gold[0]["lang"]) is None:
        pytest.skip("this language is not read yet")
    found = [line(text["id"], attribute(text["text"], text["lang"])) for text in gold]
    figures: Figures = scorer(folder).score(gold, found)
    return figures


def test_french_articles_keep_their_gates(shared: Path) -> None:
    figures = measured(shared, FRENCH)
    whole = figures["ALL"]

    assert whole["overlap"][2] >= 0.90
    assert whole["attributed"][2] >= 0.82
    assert whole["speaker"] >= 0.92
    assert whole["resolved"] >= 0.80
    assert figures["lang:fr kind:direct"]["recall_all"] >= 0.97
    assert figures["lang:fr kind:mixed"]["recall_all"] >= 0.96
    assert figures["lang:fr kind:indirect"]["recall_all"] >= 0.82


def test_french_sentences_keep_their_gates(shared: Path) -> None:
    whole = measured(shared, SENTENCES)["ALL"]

    assert whole["overlap"][2] >= 0.80
    assert whole["attributed"][2] >= 0.70


def test_english_articles_keep_their_gates(shared: Path) -> None:
    figures = measured(shared, ENGLISH, every=6)
    whole = figures["ALL"]

    assert whole["overlap"][2] >= 0.83
    assert whole["attributed"][2] >= 0.76
    assert whole["speaker"] >= 0.92
    assert figures["lang:en kind:direct"]["recall_all"] >= 0.94
    assert figures["lang:en kind:mixed"]["recall_all"] >= 0.88
    assert figures["lang:en kind:indirect"]["recall_all"] >= 0.70


def test_the_seed_story_has_every_source_right(shared: Path) -> None:
    whole = measured(shared, SEED)["ALL"]

    assert whole["recall_all"] == 1
    assert whole["speaker"] == 1


def test_copy_without_quotations_raises_no_alarm(shared: Path) -> None:
    """At most one false alarm in a thousand words."""
    rows = (shared / "quotes" / "dev" / "annodis_fr.jsonl").read_text("utf-8").splitlines()
    words = alarms = 0
    for text in map(json.loads, rows):
        if any(quote.get("scope", "speech") == "speech" for quote in text["quotes"]):
            continue
        words += len(text["text"].split())
        spared = [(quote["start"], quote["end"]) for quote in text["quotes"]]
        alarms += sum(
            not any(start < q.span.end and q.span.start < end for start, end in spared)
            for q in attribute(text["text"], "fr").quotes
        )

    assert alarms * 1000 <= words
