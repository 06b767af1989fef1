"""What is shown over a squiggle: what is wrong, why, and the keys that mend it or say more."""

from html import escape

from app import stylebook
from app.domain.finding import Finding
from ui.actions import named, shown_keys
from ui.wording import finding_words, fix_words, severity_words
from ui.words import _, language

WIDTH = 340
"""Pixels of a tooltip: some fifty characters a line."""


def hover(finding: Finding, more: int = 0) -> str:
    """Return the tooltip of a finding as rich text; `more` others stand at the same place."""
    parts = [
        f"<b>{escape(finding_words(finding))}</b>",
        escape(stylebook.why(finding.code, language())),
        "<br>".join(escape(line) for line in _ways(finding)),
    ]
    if more:
        parts.append(escape(_("And {n} more here.").format(n=more)))
    said = "".join(f"<p style='margin:0 0 5px 0'>{part}</p>" for part in parts if part)
    return f"<table width='{WIDTH}'><tr><td>{said}</td></tr></table>"


def _ways(finding: Finding) -> list[str]:
    """Return the keys, each with what it does."""
    weight = severity_words(finding.severity)
    mend = fix_words(finding.fixes[0]) if finding.fixes else _("Ways to mend")
    keys = [(shown_keys(named("fixes")), mend), (shown_keys(named("rule-page")), _("The rule"))]
    told = " \u00b7 ".join(f"{key}\u00a0\u2192 {what}" for key, what in keys)
    return [f"{weight} \u00b7 {finding.code}", told]
