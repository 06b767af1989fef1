"""Typography: what each country sets, and that words are never touched on the way."""

import re
import tomllib
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import resources
from app.language.packs import pack_for
from app.language.typography import faults, typeset

FRENCH = [
    ("L'Otan", "L’Otan"),
    ('Il a dit "oui"', "Il a dit «\u00a0oui\u00a0»"),
    ('Il a dit " oui ".', "Il a dit «\u00a0oui\u00a0»."),
    ('"Elle a dit "non" hier", dit-il', "«\u00a0Elle a dit “non” hier\u00a0», dit-il"),
    ('l\'"axe" du monde', "l’«\u00a0axe\u00a0» du monde"),
    ('**"Oui"**', "**«\u00a0Oui\u00a0»**"),
    ("Oui !", "Oui\u202f!"),
    ("Quoi?!", "Quoi\u202f?!"),
    ("Fini...!", "Fini…\u202f!"),
    ('"Quoi?"', "«\u00a0Quoi\u202f?\u00a0»"),
    ("*oui*!", "*oui*\u202f!"),
    ("Il dit: oui", "Il dit\u00a0: oui"),
    ("À 10:30, score 16:9", "À 10:30, score 16:9"),
    ("«oui»", "«\u00a0oui\u00a0»"),
    ("« oui »", "«\u00a0oui\u00a0»"),
    ("Dit “oui” et part", "Dit «\u00a0oui\u00a0» et part"),
    ("« la “force” du lien »", "«\u00a0la “force” du lien\u00a0»"),
    ("M. Durand et Mme Vidal", "M.\u00a0Durand et Mme\u00a0Vidal"),
    ("le 16 février, 12 000 voix, 3 %", "le 16\u00a0février, 12\u202f000 voix, 3\u00a0%"),
    ("en 2017 300 voix", "en 2017\u00a0300 voix"),
    ("18 h 40", "18\u00a0h\u00a040"),
    ("Le port - vide - dort", "Le port – vide – dort"),
    ("Fin .", "Fin."),
    ("a\u00a0 b", "a\u00a0b"),
    ("1,80 m ou 5'10\"", "1,80\u00a0m ou 5′10″"),
    ("- un point\n- deux points", "- un point\n- deux points"),
    ("l´eau", "l’eau"),
]
ENGLISH = [
    ("It's the '90s, rock 'n' roll", "It’s the ’90s, rock ’n’ roll"),
    ('He said "no."', "He said “no.”"),
    ("\"She told me, 'Go home,'\" he said.", "“She told me, ‘Go home,’” he said."),
    ('"She said "no" twice."', "“She said ‘no’ twice.”"),
    ("the players' union", "the players’ union"),
    ("Really ?", "Really?"),
    ("«\u00a0Yes\u00a0»", "“Yes”"),
    ("late--very late", "late—very late"),
    ("It was - he said - late", "It was — he said — late"),
    ("Wait...", "Wait…"),
    ('"odd one', "“odd one"),
]
UNTOUCHED = [
    "![](photo:1)",
    "Voir https://exemple.org/a:b?c=d!e pour la suite.",
    "Écrire à redaction@exemple.org.",
    'Un [lien](https://exemple.org/?a=1 "Titre: ici") suit.',
    "Le code `print(\"a\" ; 'b')` reste.",
    '```\nif x : "y"\n```',
    '<span title="a">mot</span>',
    "Un &amp; deux",
    "---",
    "| a | b |\n|:--|--:|",
    "> - point",
    'Il dit \\"oui\\".',
]


@pytest.mark.parametrize(("copy", "wanted"), FRENCH)
def test_french_is_set_as_in_france(copy: str, wanted: str) -> None:
    assert typeset(copy, "fr-FR") == wanted


@pytest.mark.parametrize(("copy", "wanted"), ENGLISH)
def test_english_is_set_as_in_america(copy: str, wanted: str) -> None:
    assert typeset(copy, "en-US") == wanted


@pytest.mark.parametrize("copy", UNTOUCHED)
def test_markdown_code_and_addresses_are_left_alone(copy: str) -> None:
    assert typeset(copy, "fr-FR") == copy
    assert typeset(copy, "en-GB") == copy


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("fr-FR", "«\u00a0Oui\u202f!\u00a0»\u00a0: 5\u00a0%"),
        ("fr", "«\u00a0Oui\u202f!\u00a0»\u00a0: 5\u00a0%"),
        ("fr-BE", "«\u00a0Oui\u202f!\u00a0»\u00a0: 5\u00a0%"),
        ("fr-FR-x-nbsp", "«\u00a0Oui\u00a0!\u00a0»\u00a0: 5\u00a0%"),
        ("fr-CA", "«\u00a0Oui\u202f!\u00a0»\u00a0: 5\u00a0%"),
        ("fr-CH", "«\u202fOui\u202f!\u202f»\u202f: 5\u00a0%"),
        ("en-GB", "“Oui!”: 5%"),
        ("de-DE", '"Oui!": 5%'),
    ],
)
def test_each_country_has_its_own_spaces(language: str, wanted: str) -> None:
    assert typeset('"Oui!": 5%', language) == wanted


def test_inner_quotations_and_dashes_differ_by_country() -> None:
    assert typeset('"Un "deux" trois"', "fr-CH") == "«\u202fUn ‹deux› trois\u202f»"
    assert typeset("late - very", "en-GB") == "late – very"
    assert typeset("late--very", "en-AU") == "late – very"


def test_a_fault_covers_the_mark_and_its_space_together() -> None:
    copy = 'Il dit: "oui".'

    found = [(fault.span.of(copy), fault.replacement, fault.code) for fault in faults(copy, "fr")]

    assert found == [
        ("", "\u00a0", "no-break"),
        ('"', "«\u00a0", "straight-quote"),
        ('"', "\u00a0»", "straight-quote"),
    ]


def test_every_pack_file_can_be_read_and_is_complete() -> None:
    for path in sorted(resources.path("typography").glob("*.toml")):
        tag = tomllib.loads(path.read_text(encoding="utf-8"))["language"]
        pack = pack_for(tag)
        assert pack is not None
        assert (pack.language, path.stem) == (tag, tag)
        assert set(pack.words) == {"titles", "numbered", "units", "elisions"}


_PIECES = st.sampled_from(
    [
        *"\"'«»“”‹›‘’*_-:;!?.,()[]%€# >`´…\n",
        " ",
        " ",
        "\u00a0",
        "\u202f",
        "...",
        "--",
        "mot",
        "État",
        "l'",
        "M. ",
        "16 ",
        "2017",
        "000",
        "km",
        "février",
        "é",
        "![](photo:2)",
        "](http://a.b)",
        "https://exemple.org?",
        "'90s",
        "\u2009",
    ]
)
_COPY = st.lists(_PIECES, max_size=40).map("".join)
_LANGUAGES = st.sampled_from(["fr-FR", "fr-CA", "fr-CH", "fr-FR-x-nbsp", "en-US", "en-GB"])


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]", text)


@given(_COPY, _LANGUAGES)
@example('"a `b" c', "fr-FR")
def test_no_letter_or_figure_changes(copy: str, language: str) -> None:
    assert _words(typeset(copy, language)) == _words(copy)


@given(_COPY, _LANGUAGES)
def test_text_once_set_is_set_for_good(copy: str, language: str) -> None:
    once = typeset(copy, language)

    assert typeset(once, language) == once
    assert faults(once, language) == ()


@given(_COPY, _LANGUAGES)
def test_faults_are_in_order_and_never_overlap(copy: str, language: str) -> None:
    found = faults(copy, language)

    for one, two in pairwise(found):
        assert one.span.end <= two.span.start
    assert all(fault.span.of(copy) != fault.replacement for fault in found)


@given(st.text(max_size=200), _LANGUAGES)
def test_any_text_at_all_keeps_its_letters(copy: str, language: str) -> None:
    assert _words(typeset(copy, language)) == _words(copy)
