"""Over a squiggle: what, why, and the keys."""

from app.domain.finding import Edit, Finding, Fix, Part, Place, Severity
from app.domain.text import Span
from ui.writing.hover import hover

PLACE = Place(Part.BODY, Span(0, 2))


def test_it_says_what_is_wrong_why_and_which_keys_mend_it() -> None:
    fix = Fix("write-instead", (Edit(PLACE, "km"),), (("right", "km"),))
    params = (("written", "3 <KM>"), ("right", "km"))
    finding = Finding(
        code="UNI002", severity=Severity.WARNING, place=PLACE, params=params, fixes=(fix,)
    )

    said = hover(finding)

    assert "3 &lt;KM&gt;" in said
    assert "signs of nothing" in said
    assert "Alt+Return\u00a0\u2192 Write “km”" in said
    assert "F1" in said


def test_others_at_the_place_are_counted() -> None:
    finding = Finding(code="STO001", severity=Severity.BLOCK, place=PLACE)

    assert "2 more" in hover(finding, 2)
    assert "more here" not in hover(finding)
