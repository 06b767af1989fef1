"""What a remark, a suggestion or a name says in the list."""

from app.domain.review import Remark, SignOff, Suggestion
from app.history_words import standing_words
from ui.parts.lines import Line
from ui.reviewing.presenter import Entry
from ui.words import _, day, quoted

CUT = 60


def line(entry: Entry) -> Line:
    """Return an entry as a row of the list."""
    what = entry.what
    if isinstance(what, Suggestion):
        return _suggestion(what)
    if isinstance(what, SignOff):
        aside = _("signed") if what.holds else _("changed since")
        title = _("Signed off by {name}").format(name=what.by)
        told = standing_words(what.changed) if what.changed else ""
        about = " · ".join(part for part in (told, day(what.at), what.note) if part)
        return Line(title, about, aside, "sourced", "ok" if what.holds else "warning")
    return _remark(what, answer=entry.answer)


def _suggestion(one: Suggestion) -> Line:
    words, put = _cut(one.anchor.words), _cut(one.put)
    if not words:
        title, glyph = _("Insert {words}").format(words=put), "new"
    elif not put:
        title, glyph = _("Delete {words}").format(words=words), "close"
    else:
        title, glyph = f"{words} → {put}", "swap"
    aside = "" if one.span is not None else _("words changed since")
    return Line(title, f"{one.by} · {day(one.at)}", aside, glyph, "warning" if aside else "accent")


def _remark(one: Remark, *, answer: bool) -> Line:
    about = [one.by, day(one.at)]
    if one.anchor is not None:
        about.append(quoted(_cut(one.anchor.words)))
    aside = _("resolved") if one.resolved_at else ""
    if one.anchor is not None and one.span is None:
        aside = aside or _("words gone")
    title = f"↳ {one.text}" if answer else one.text
    glyph = "ok" if one.resolved_at else "note"
    return Line(title, " · ".join(about), aside, glyph, "ok" if one.resolved_at else "warning")


def _cut(words: str) -> str:
    line_ = " ".join(words.split()) or ("¶" if "\n" in words else "␣" if words else "")
    return line_ if len(line_) <= CUT else line_[: CUT - 1].rstrip() + "…"
