"""French conjugation: every written form of the reporting verbs, from `conjugation.toml`."""

import re
from collections.abc import Iterator

from app.attribution.lexicon import Form, Verb, load_verbs, read

_IMPERFECT = ("ais", "ais", "ait", "ions", "iez", "aient")
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
_PLURAL = (False, False, False, True, True, True)
_FIRST = (True, True, False, True, True, False)
_AMBIGUOUS = (None, None, False, True, True, False)
_CLOSED = re.compile("é([^aeiouyéè]|gu|qu)$")
_MUTE = re.compile("e([^aeiouyéèltr])$")
_ACCORD = ("", "e", "s", "es")


def inflected() -> dict[str, tuple[Form, ...]]:
    """Return written form → readings, for every verb of the French lexicon."""
    models = sorted(read("fr", "conjugation")["model"], key=lambda m: -len(m["ending"]))
    found: dict[str, list[Form]] = {}
    for verb in load_verbs("fr"):
        bare = verb.lemma.removeprefix("se ").removeprefix("s'").split()[0]
        model = next(m for m in models if bare.endswith(m["ending"]))
        stem = bare[: len(bare) - len(model["ending"])]
        forms = _of_first_group if model["ending"] == "er" else _of_model
        for written, form in forms(verb, stem, model):
            readings = found.setdefault(written, [])
            if form not in readings:
                readings.append(form)
        found.setdefault(bare, []).append(Form(verb, "infinitive"))
    # A participle with its auxiliary near is surer than a present tense of the same spelling.
    ordered = {w: sorted(r, key=lambda form: form.mood != "participle") for w, r in found.items()}
    return {written: tuple(readings) for written, readings in ordered.items()}


def _of_model(verb: Verb, stem: str, model: dict[str, list[str]]) -> Iterator[tuple[str, Form]]:
    """Give the forms of a verb that follows its model to the letter."""
    tenses = (
        (model["present"], ""),
        (_IMPERFECT, model["imperfect"]),
        (model["past"], ""),
        (_FUTURE, model["future"]),
        (_IMPERFECT, model["future"]),
    )
    for endings, before in tenses:
        for ending, plural, first in zip(endings, _PLURAL, _FIRST, strict=True):
            yield f"{stem}{before}{ending}", Form(verb, "finite", plural, first)
    for participle in model["participle"]:
        for accord in _ACCORD:
            yield f"{stem}{participle}{accord}", Form(verb, "participle")
    yield f"{stem}{model['gerund']}", Form(verb, "gerund")


def _of_first_group(
    verb: Verb, stem: str, model: dict[str, list[str]]
) -> Iterator[tuple[str, Form]]:
    """Give the forms of a verb in -er, whose stem changes with what follows it."""
    for written, form in _of_model(verb, "", model):
        for spelled in _spellings(stem, written):
            yield spelled, form


def _spellings(stem: str, ending: str) -> Iterator[str]:
    """Join stem and ending: annonçait, jugeait, rappelle, répète, révélera."""
    if ending[0] in "aoâ" and stem[-1] in "cg":
        yield stem[:-1] + ("ç" if stem[-1] == "c" else "ge") + ending
        return
    mute = ending in ("e", "es", "ent") or ending.startswith("er")
    if mute and (closed := _CLOSED.search(stem)):
        yield f"{stem[: closed.start()]}è{closed[1]}{ending}"
        if not ending.startswith("er"):
            return
    if mute and (weak := _MUTE.search(stem)):
        yield f"{stem[: weak.start()]}è{weak[1]}{ending}"
        return
    if mute and stem[-2:] in ("el", "et"):
        yield stem + stem[-1] + ending
        yield stem[:-2] + "è" + stem[-1] + ending
        return
    yield stem + ending
