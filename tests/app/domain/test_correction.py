from app.domain.correction import CorrectionKind
from app.export.wording import wording


def test_pages_have_a_word_for_every_kind_of_correction() -> None:
    for language in ("fr", "en"):
        assert all(wording(language).say(f"correction_{kind.value}") for kind in CorrectionKind)
