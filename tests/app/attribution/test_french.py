"""French, phenomenon by phenomenon: words reported and mention of the speaker."""

import pytest

from app.attribution.engine import attribute
from app.attribution.french import french
from app.domain.quote import QuoteKind

DIRECT = [
    ("« La digue tient », a déclaré Odile Marchand.", "La digue tient", "Odile Marchand"),
    ("« La digue tient », a-t-elle dit.", "La digue tient", "elle"),
    ("« La digue tient » a expliqué hier à Brisol le préfet.", "La digue tient", "le préfet"),
    ("« La digue tient », s'est-il félicité.", "La digue tient", "il"),
    ("Odile Marchand a dit : « La digue tient. »", "La digue tient.", "Odile Marchand"),
    ("Et le préfet de conclure : « La digue tient. »", "La digue tient.", "le préfet"),
    ("Pour le préfet, « la digue tient ».", "la digue tient", "le préfet"),
    ("« La digue, dit-elle, tient bon. »", "La digue", "elle"),
    ("Comme l'a rappelé le préfet : « La digue tient. »", "La digue tient.", "le préfet"),
    (
        "Le préfet dénonce des « travaux bâclés depuis dix ans ».",
        "travaux bâclés depuis dix ans",
        "Le préfet",
    ),
]
INDIRECT = [
    ("Le préfet affirme que la digue tient.", "la digue tient", "Le préfet"),
    ("Le préfet a indiqué mardi à Brisol que la digue tient.", "la digue tient", "Le préfet"),
    ("Le préfet a prévenu les riverains que la digue cède.", "la digue cède", "Le préfet"),
    ("Le préfet, Jean Brel, dit que la digue tient.", "la digue tient", "Le préfet, Jean Brel"),
    ("Mme Marchand, qui a vu la digue, dit qu'elle tient.", "elle tient", "Mme Marchand"),
    ("La digue tient, a annoncé le préfet.", "La digue tient", "le préfet"),
    ("La digue, explique le préfet, a été refaite.", "a été refaite", "le préfet"),
    ("Le préfet dit vouloir refaire la digue.", "vouloir refaire la digue", "Le préfet"),
    ("Le préfet s'est dit inquiet pour la digue.", "inquiet pour la digue", "Le préfet"),
    ("Le préfet est venu, ajoutant que la digue tient.", "la digue tient", "Le préfet"),
    ("Les élus ont nié les faits et affirment que la digue tient.", "la digue tient", "Les élus"),
    ("Selon le préfet, la digue tient.", "la digue tient", "le préfet"),
    ("La digue tient, d'après le préfet.", "La digue tient", "le préfet"),
    ("À en croire le préfet, la digue tient.", "la digue tient", "le préfet"),
    ("De source policière, la digue tient.", "la digue tient", "source policière"),
    ("Le préfet insiste sur le fait que la digue tient.", "la digue tient", "Le préfet"),
    ("Certains affirment que la digue tient.", "la digue tient", "Certains"),
    ("Le préfet juge nécessaire de refaire la digue.", "refaire la digue", "Le préfet"),
    ("Les élus estiment utile, eux aussi, de rouvrir le quai.", "rouvrir le quai", "Les élus"),
    (
        "Le préfet a indiqué hier sans plus de détails que le quai ferme.",
        "le quai ferme",
        "Le préfet",
    ),
    ("Après avoir rappelé que la digue cède, Anna Orsk est partie.", "la digue cède", "Anna Orsk"),
    ("Soulignant que la digue cède, Anna Orsk plaide sa cause.", "la digue cède", "Anna Orsk"),
]
MIXED = [
    (
        "Le préfet estime que la digue « tiendra bon » cet hiver.",
        "la digue « tiendra bon » cet hiver",
        "Le préfet",
    ),
    (
        "La digue « tiendra bon » cet hiver, a assuré le préfet.",
        "La digue « tiendra bon » cet hiver",
        "le préfet",
    ),
    ("Le préfet s'est dit « très inquiet » pour nous.", "« très inquiet » pour nous", "Le préfet"),
]
NOBODY = [
    "Le film « La Digue » sort mercredi.",
    "Les élus de l'association « Terre d'hiver » se réunissent.",
    "La digue avance selon les moyens disponibles.",
    "La digue, dont les élus parlent, ne sert qu'à cela.",
    "Comment avez-vous réagi ?",
    "Il faut rappeler que la digue est ancienne.",
    "La note du préfet, la demande des élus et l'annonce du maire se croisent.",
    "Cela veut dire que la digue est ancienne.",
]


@pytest.mark.parametrize(("copy", "words", "speaker"), DIRECT)
def test_quoted_words_find_their_speaker(copy: str, words: str, speaker: str) -> None:
    first = attribute(copy, "fr").quotes[0]

    assert first.kind is QuoteKind.DIRECT
    assert first.span.of(copy) == words
    assert first.speaker
    assert first.speaker.text == speaker


@pytest.mark.parametrize(("copy", "words", "speaker"), INDIRECT)
def test_reported_words_find_their_speaker(copy: str, words: str, speaker: str) -> None:
    last = attribute(copy, "fr").quotes[-1]

    assert last.kind is QuoteKind.INDIRECT
    assert last.span.of(copy) == words
    assert last.speaker
    assert last.speaker.text == speaker


@pytest.mark.parametrize(("copy", "words", "speaker"), MIXED)
def test_a_clause_partly_in_marks_is_mixed(copy: str, words: str, speaker: str) -> None:
    (quote,) = attribute(copy, "fr").quotes

    assert quote.kind is QuoteKind.MIXED
    assert quote.span.of(copy) == words
    assert quote.speaker
    assert quote.speaker.text == speaker


@pytest.mark.parametrize("copy", NOBODY)
def test_names_of_things_and_facts_are_nobodys_words(copy: str) -> None:
    assert attribute(copy, "fr").quotes == ()


def test_the_language_is_put_together_once() -> None:
    assert french() is french()


@pytest.mark.parametrize(
    "copy",
    [
        "Puis vint l’ultime attaque : un tir au ras du poteau.",
        "C’est sa nouvelle demande : un report de deux ans.",
    ],
)
def test_a_noun_after_its_adjective_is_no_verb_of_speech(copy: str) -> None:
    assert attribute(copy, "fr").quotes == ()
