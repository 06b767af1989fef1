"""Who said what, through the door of the room; every sentence and every name is invented."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.attribution.engine import Reader, attribute
from app.domain.person import Person, PersonKind, Title
from app.domain.quote import Attribution, QuoteKind, SourceKind, Stance

LANGUAGES = st.sampled_from(["fr", "en"])
PIECES = st.sampled_from(
    [
        "« Oui », a dit Odile Marchand. ",
        "Le maire affirme que la route rouvrira. ",
        "Selon la préfecture, « tout va bien ». ",
        '"Non", a-t-elle ajouté. ',
        "“No,” said Ann Harrow, “never.” ",
        "M. Brel, maire de Brisol, ",
        "Il dit vouloir partir. ",
        "according to the mayor, ",
        "\n",
        "\n\n",
        "«",
        "»",
        '"',
        "l’eau ",
        ", ",
        "a déclaré ",
        "que ",
        "Brisol ",
        "(OMB) ",
        "é",
        "# ",
        "![](photo:1)\n",
    ]
)
COPY = st.lists(PIECES, max_size=12).map("".join)


def said(copy: str, found: Attribution) -> list[tuple[str, str]]:
    """Return the words and the mention of the speaker of each quote."""
    return [(q.span.of(copy), q.speaker.text if q.speaker else "") for q in found.quotes]


def names(found: Attribution) -> list[str]:
    """Return the resolved speaker of each quote."""
    return [q.speaker.name if q.speaker else "" for q in found.quotes]


def test_an_incise_cuts_one_quotation_in_two_pieces_of_one_group() -> None:
    copy = "« Nous tiendrons », a lancé Odile Marchand, « et nous gagnerons. »"

    found = attribute(copy, "fr")

    assert [q.kind for q in found.quotes] == [QuoteKind.DIRECT, QuoteKind.DIRECT]
    assert len({q.group for q in found.quotes}) == 1


def test_a_cue_tells_lemma_and_stance() -> None:
    copy = "Le maire a reconnu que la digue était fragile."

    (quote,) = attribute(copy, "fr").quotes

    assert quote.cue
    assert (quote.cue.text, quote.cue.lemma) == ("a reconnu", "reconnaître")
    assert quote.cue.stance is Stance.ADMITTING


def test_a_conditional_of_rumour_is_marked() -> None:
    copy = "Selon un témoin, le pont aurait cédé."

    (quote,) = attribute(copy, "fr").quotes

    assert quote.hearsay


def test_surname_pronoun_and_role_stand_for_the_person_named_before() -> None:
    copy = (
        "La ministre de la Mer Odile Marchand est à Brisol. « Je viens écouter », "
        "a-t-elle dit. Mme Marchand a ajouté : « Rien n'est décidé. »\n\n"
        "La ministre affirme que le port rouvrira."
    )

    assert names(attribute(copy, "fr")) == ["Odile Marchand"] * 3


def test_a_pronoun_after_a_nameless_source_stays_unknown() -> None:
    copy = (
        "Le préfet Jean Brel est venu. Un témoin a déclaré que le pont tremblait. "
        "Il a ajouté que la route était coupée."
    )

    assert names(attribute(copy, "fr")) == ["", ""]


def test_an_acronym_stands_for_the_body_it_was_given_to() -> None:
    copy = (
        "L'Office des marchés de Brisol (OMB) ferme.\n\nL'OMB affirme que les comptes sont sains."
    )

    assert names(attribute(copy, "fr")) == ["Office des marchés de Brisol"]


def test_the_register_knows_people_the_copy_only_names_by_role() -> None:
    register = [
        Person(id="p1", name="Odile Marchand", titles=(Title("mairesse de Brisol"),)),
        Person(id="p2", name="Agence Brisol", kind=PersonKind.AGENCY, variants=("AB",)),
    ]
    copy = "Mme Marchand a dit non. « Marchand a tort », écrit AB."

    found = attribute("« Non », a dit Mme Marchand.", "fr", register)

    assert names(found) == ["Odile Marchand"]
    assert names(attribute(copy, "fr", register)) == ["Agence Brisol"]


def test_words_without_attribution_take_the_speaker_of_their_neighbours() -> None:
    copy = "« La digue tiendra », a dit Odile Marchand. « Nous avons vérifié chaque pierre. »"

    first, second = attribute(copy, "fr").quotes

    assert second.speaker
    assert second.speaker.name == "Odile Marchand"
    assert second.speaker.reason.code == "continuation"
    assert first.speaker
    assert second.speaker.confidence < first.speaker.confidence


@pytest.mark.parametrize(
    ("copy", "kind"),
    [
        ("« Oui », a dit Odile Marchand.", SourceKind.NAMED),
        ("« Oui », a dit le préfet.", SourceKind.ROLE),
        ("« Oui », a-t-il dit.", SourceKind.PRONOUN),
        ("« Oui », a dit une source proche du dossier.", SourceKind.ANONYMOUS),
        ("« Oui », ont dit les riverains.", SourceKind.COLLECTIVE),
        ("La digue tiendra, selon un rapport.", SourceKind.DOCUMENT),
        ("La digue tiendra, selon le ministère.", SourceKind.ORGANISATION),
        ("La digue tiendra, selon l'AFP.", SourceKind.AGENCY),
    ],
)
def test_a_source_is_judged_by_what_names_it(copy: str, kind: SourceKind) -> None:
    (quote,) = attribute(copy, "fr").quotes

    assert quote.speaker
    assert quote.speaker.kind is kind


@pytest.mark.parametrize(
    ("copy", "speaker", "relay"),
    [
        (
            "Selon une source citée par l'AFP, la digue tiendra.",
            "une source citée par l'AFP",
            "l'AFP",
        ),
        ("Selon Reuters, le préfet a dit que la digue tiendra.", "le préfet", "Reuters"),
    ],
)
def test_who_only_passes_words_on_is_named_apart(copy: str, speaker: str, relay: str) -> None:
    (quote,) = attribute(copy, "fr").quotes

    assert quote.speaker
    assert quote.speaker.text == speaker
    assert quote.speaker.second_hand == relay


def test_pieces_alone_have_groups_of_their_own() -> None:
    copy = "« Oui », a dit Jean Brel. « Non », a dit Odile Marchand.\n\n« Si », a dit Jean Brel."

    groups = [quote.group for quote in attribute(copy, "fr").quotes]

    assert len(set(groups)) == 3


@pytest.mark.parametrize(
    "copy",
    [
        "Les travaux avancent selon le calendrier prévu.",
        "L'exposition « Terres d'hiver » ouvre samedi.",
        "Le tarif dépend des conditions d'après-vente.",
        "Les usines ne demandent qu'à tourner.",
        "Le conseil, composé d'élus, confie la gestion à une société.",
        "![](photo:1)",
        "",
    ],
)
def test_what_nobody_says_is_left_alone(copy: str) -> None:
    assert attribute(copy, "fr").quotes == ()


def test_marks_of_markdown_do_not_disturb() -> None:
    plain = "« La digue tiendra », a dit Odile Marchand."
    marked = "## **« La digue tiendra »**, a dit [Odile Marchand](https://example.org/o)."

    found = attribute(marked, "fr")

    assert [q.span.of(marked) for q in found.quotes] == ["La digue tiendra"]
    assert names(found) == names(attribute(plain, "fr"))


def test_a_language_nobody_reads_gives_nothing() -> None:
    assert attribute("« Nein », sagte er.", "de") == Attribution()


@given(COPY, LANGUAGES)
def test_every_place_lies_in_the_text_and_holds_its_words(copy: str, language: str) -> None:
    found = attribute(copy, language)

    for quote in found.quotes:
        assert quote.span.of(copy).strip()
        assert quote.span.end <= len(copy)
        if quote.cue:
            assert quote.cue.span.of(copy) == quote.cue.text
        if quote.speaker and quote.speaker.span:
            assert quote.speaker.span.of(copy) == quote.speaker.text
            assert 0 <= quote.speaker.confidence <= 1
    for mention in found.mentions:
        assert mention.span.of(copy) == mention.text


@given(st.text(), LANGUAGES)
def test_any_unicode_is_read(copy: str, language: str) -> None:
    assert all(q.span.end <= len(copy) for q in attribute(copy, language).quotes)


@given(COPY, COPY, COPY, LANGUAGES)
@settings(max_examples=150)
def test_a_story_read_again_after_a_change_is_read_as_if_new(
    start: str, end: str, typed: str, language: str
) -> None:
    reader = Reader(language)
    reader.read(start + end)

    again = reader.read(start + typed + end)

    assert again == attribute(start + typed + end, language)
    assert reader.read(start + end) == attribute(start + end, language)


@given(COPY, st.lists(st.tuples(st.integers(0, 400), st.integers(0, 30), PIECES), max_size=5))
@settings(max_examples=60)
def test_a_story_read_after_every_change_is_read_as_if_new(
    copy: str, edits: list[tuple[int, int, str]]
) -> None:
    reader = Reader("fr")
    reader.read(copy)
    for place, cut, typed in edits:
        copy = copy[:place] + typed + copy[place + cut :]

        assert reader.read(copy) == attribute(copy, "fr")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Jean Brel est venu.", "Jeanne Brel est venue."),
        ("Le préfet Jean Brel est venu.", "Le maire Jean Brel est venu."),
        ("L'Office des marchés (OM) ferme.", "L'Office des marchés (ODM) ferme."),
    ],
)
def test_a_name_changed_in_one_paragraph_is_heard_in_all(before: str, after: str) -> None:
    rest = "\n\n« Oui », a dit M. Brel.\n\n« Non », a dit le maire.\n\nL'OM a dit que tout va bien."
    reader = Reader("fr")
    reader.read(before + rest)

    assert reader.read(after + rest) == attribute(after + rest, "fr")


@given(COPY)
@example("«M. Brel, maire de Brisol, a déclaré Le maire affirme que la route rouvrira. ")
def test_composed_and_decomposed_letters_read_alike(copy: str) -> None:
    apart = unicodedata.normalize("NFD", copy)
    whole = unicodedata.normalize("NFC", copy)

    composed = [
        (unicodedata.normalize("NFD", w), s) for w, s in said(whole, attribute(whole, "fr"))
    ]
    decomposed = [(w, s) for w, s in said(apart, attribute(apart, "fr"))]

    assert [w for w, _ in composed] == [w for w, _ in decomposed]
    assert [unicodedata.normalize("NFD", s) for _, s in composed] == [s for _, s in decomposed]


@given(COPY)
def test_straight_and_curly_apostrophes_read_alike(copy: str) -> None:
    straight = copy.replace("’", "'")
    curly = straight.replace("'", "’")

    one, other = said(straight, attribute(straight, "fr")), said(curly, attribute(curly, "fr"))

    assert one == [(w.replace("’", "'"), s.replace("’", "'")) for w, s in other]


@given(st.lists(PIECES.filter(lambda piece: len(piece) > 3), max_size=8).map("".join))
def test_guillemets_and_straight_marks_read_alike(copy: str) -> None:
    straight = copy.replace("« ", '"').replace(" »", '"').replace("“", '"').replace("”", '"')
    curly = copy.replace("« ", "“").replace(" »", "”")
    for _ in range(copy.count('"') // 2):
        curly = curly.replace('"', "“", 1).replace('"', "”", 1)

    one, other = said(straight, attribute(straight, "fr")), said(curly, attribute(curly, "fr"))

    assert one == [tuple(w.replace("“", '"').replace("”", '"') for w in pair) for pair in other]
