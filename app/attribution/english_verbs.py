"""English conjugation: every written form of the reporting verbs, by rule or from `conjugation.toml`."""

from collections.abc import Iterator

from app.attribution.lexicon import Form, load_verbs, read

_SIBILANT = ("s", "x", "z", "ch", "sh", "o")
_VOWELS = "aeiou"


def inflected() -> dict[str, tuple[Form, ...]]:
    """Return written form → readings, for every verb of the English lexicon.

    Moods are "base", "present" (third person), "past", "participle" and "gerund"; a form that is
    both past and participle is given as "past".
    """
    rules = read("en", "conjugation")
    irregular: dict[str, list[str]] = rules["irregular"]
    doubled = frozenset(rules["spelling"]["doubled"])
    either = frozenset(rules["spelling"]["either"])
    found: dict[str, list[Form]] = {}
    for verb in load_verbs("en"):
        bare = verb.lemma.split()[0]
        for double in {bare in doubled, bare in doubled or bare in either}:
            for written, mood in _forms(bare, irregular.get(bare), double=double):
                found.setdefault(written, []).append(Form(verb, mood))
    # "call for" is tried before "call": the longer fixed words first.
    return {
        written: tuple(sorted(forms, key=lambda form: -len(form.verb.tail)))
        for written, forms in found.items()
    }


def _forms(bare: str, irregular: list[str] | None, *, double: bool) -> Iterator[tuple[str, str]]:
    """Give the written forms of a verb with their moods."""
    yield bare, "base"
    yield _third(bare), "present"
    stem = bare + bare[-1] if double else bare
    yield _gerund(stem), "gerund"
    if irregular is None:
        yield _past(stem), "past"
        return
    past, participle = irregular
    yield past, "past"
    if participle != past:
        yield participle, "participle"


def _third(bare: str) -> str:
    if bare.endswith(_SIBILANT):
        return bare + "es"
    if bare[-1] == "y" and bare[-2] not in _VOWELS:
        return bare[:-1] + "ies"
    return bare + "s"


def _gerund(stem: str) -> str:
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")):
        return stem[:-1] + "ing"
    return stem + "ing"


def _past(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    if stem[-1] == "y" and stem[-2] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem + "ed"
