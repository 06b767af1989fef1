"""Reviewing: remarks on the copy, suggestions beside it, and names under it.

The body never holds a suggestion: what is proposed is kept apart and enters the copy when it is
accepted, so that no export can show what is pending.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from app.desk.colleagues import signing
from app.desk.desk import Desk
from app.domain.changes import Changes
from app.domain.errors import DeskError
from app.domain.package import Package
from app.domain.review import Remark, Review, SignOff, Suggestion, SuggestionState
from app.domain.text import Span
from app.language.anchoring import anchor, found
from app.language.suggesting import Edit, apart, applied, edits
from app.store import gathering, stories
from app.store import review as rows
from app.store import revisions as kept
from app.store.journal import Act, acting
from app.store.revisions import Occasion

OPEN = SuggestionState.OPEN


def review(desk: Desk, story_id: str) -> Review:
    """Return what was said of a story, each at the place its words have now.

    Raises:
        DeskError: `story.unknown`, `story.damaged`.
    """
    with desk.store.reading() as connection:
        package = gathering.packages(connection, [story_id])[story_id]
        remarks = rows.remarks(connection, story_id)
        suggestions = rows.suggestions(connection, story_id)
        signed = rows.sign_offs(connection, story_id)
    body = package.story.body
    return Review(
        body=body,
        remarks=tuple(_placed(one, body) for one in remarks),
        suggestions=located(suggestions, body),
        sign_offs=tuple(_held(one, package) for one in signed),
    )


def located(suggestions: Sequence[Suggestion], body: str) -> tuple[Suggestion, ...]:
    """Return open suggestions at the places their words have in a body, decided ones without."""
    return tuple(
        replace(one, span=found(one.anchor, body, exactly=True) if one.state is OPEN else None)
        for one in suggestions
    )


def proposal(review: Review, by: str) -> str:
    """Return the body as one person proposes it: with their open suggestions made."""
    return applied(review.body, [edit for one in review.suggestions if (edit := _edit(one, by))])


def remark(
    desk: Desk, story_id: str, text: str, *, span: Span | None = None, answers: str = ""
) -> Changes:
    """Say something of some words, of the whole story, or in answer to a remark.

    Raises:
        DeskError: `remark.empty`, `story.unknown`.
    """
    if not text.strip():
        raise DeskError("remark.empty")
    with acting(desk.store, "remark", desk.by, story_id=story_id) as act:
        body = stories.story(act.connection, story_id).body
        fresh = Remark(
            id=uuid4().hex,
            anchor=anchor(body, span) if span else None,
            text=text.strip(),
            by=desk.by,
            at=datetime.now(UTC),
            answers=answers,
        )
        act.insert("remarks", rows.remark_row(story_id, fresh))
    return act.changes()


def resolve(desk: Desk, story_id: str, remark_id: str, *, again: bool = False) -> Changes:
    """Settle a remark, or open it `again`.

    Raises:
        DeskError: `remark.unknown`.
    """
    with acting(
        desk.store, "reopen-remark" if again else "resolve-remark", desk.by, story_id=story_id
    ) as act:
        if remark_id not in {one.id for one in rows.remarks(act.connection, story_id)}:
            raise DeskError("remark.unknown")
        at = None if again else datetime.now(UTC).isoformat()
        by = "" if again else desk.by
        act.update("remarks", remark_id, {"resolved_by": by, "resolved_at": at})
    return act.changes()


def suggest(desk: Desk, story_id: str, proposed: str, *, over: str | None = None) -> Changes:
    """Bring the suggestions of the person at work to what they propose; the copy stays as it is.

    Every stretch of words that differs is one suggestion; those proposed before keep their id.
    `over` is the body the proposal was made of, when that may have changed meanwhile: what is
    proposed then follows its words to where they stand now.

    Raises:
        DeskError: `story.unknown`, `suggestion.overtaken`.
    """
    with acting(desk.store, "suggest", desk.by, story_id=story_id) as act:
        body = stories.story(act.connection, story_id).body
        wanted = edits(body, stories.storable(proposed))
        if over not in {None, body}:
            wanted = _carried(edits(over or "", stories.storable(proposed)), over or "", body)
        standing = {
            edit: one.id
            for one in located(rows.suggestions(act.connection, story_id), body)
            if one.state is OPEN and one.by == desk.by and (edit := _edit(one, desk.by))
        }
        for edit, key in standing.items():
            if edit not in wanted:
                act.delete("suggestions", key)
        for edit in wanted:
            if edit not in standing:
                fresh = _suggestion(body, edit, desk.by)
                act.insert("suggestions", rows.suggestion_row(story_id, fresh))
    return act.changes()


def accept(desk: Desk, story_id: str, ids: Collection[str]) -> Changes:
    """Make suggestions part of the copy, as one step; what stood before is kept as a version.

    Of two that reach for the same words the first in the text is made; the other stays open.

    Raises:
        DeskError: `suggestion.unknown`, `suggestion.gone` when none of them can be made.
    """
    with acting(desk.store, "accept", desk.by, story_id=story_id) as act:
        body = stories.story(act.connection, story_id).body
        chosen = _chosen(act, story_id, body, ids)
        made, wanted = _that_fit(chosen)
        if not made:
            raise DeskError("suggestion.gone")
        kept.keep(act.connection, story_id, Occasion("before-accepting", desk.by))
        text = applied(body, wanted)
        act.update("bodies", story_id, stories.body_columns(text))
        act.update("stories", story_id, stories.words_column(text))
        _decide(act, made, SuggestionState.ACCEPTED, desk.by)
    return act.changes()


def decline(desk: Desk, story_id: str, ids: Collection[str]) -> Changes:
    """Turn suggestions down; the copy stays as it is.

    Raises:
        DeskError: `suggestion.unknown`.
    """
    with acting(desk.store, "decline", desk.by, story_id=story_id) as act:
        body = stories.story(act.connection, story_id).body
        _decide(act, _chosen(act, story_id, body, ids), SuggestionState.DECLINED, desk.by)
    return act.changes()


def decide_at(desk: Desk, story_id: str, point: int, by: str, *, accept_it: bool) -> Changes:
    """Accept or decline what `by` suggests at a place of the body, in code points.

    Raises:
        DeskError: `suggestion.none-here`, `suggestion.gone`.
    """
    known = review(desk, story_id).suggestions
    near = [(_gap(one.span, point), one) for one in known if one.by == by and one.span is not None]
    # Words like those beside them may be told as inserted a little before or behind: "a new, a new".
    here = [pair for pair in near if pair[0] <= len(pair[1].put)]
    if not here:
        raise DeskError("suggestion.none-here")
    _closest, chosen = min(here, key=lambda pair: pair[0])
    decide = accept if accept_it else decline
    return decide(desk, story_id, [chosen.id])


def sign_off(desk: Desk, story_id: str, *, note: str = "") -> Changes:
    """Put the name of the person at work under all a reader sees; it is kept as a version."""
    with acting(desk.store, "sign-off", desk.by, story_id=story_id) as act:
        package = gathering.packages(act.connection, [story_id])[story_id]
        kept.keep(act.connection, story_id, Occasion("signed-off", desk.by))
        signed = SignOff(
            id=uuid4().hex,
            by=desk.by,
            at=datetime.now(UTC),
            note=note.strip(),
            checksum=signing.sums(package),
        )
        act.insert("sign_offs", rows.sign_off_row(story_id, signed))
    return act.changes()


def _carried(wanted: Sequence[Edit], over: str, body: str) -> tuple[Edit, ...]:
    """Return edits of a body at the places their words have in another, or say that one has none."""
    placed = [(found(anchor(over, span), body, exactly=True), put) for span, put in wanted]
    carried = apart((span, put) for span, put in placed if span is not None)
    if len(carried) != len(wanted):
        raise DeskError("suggestion.overtaken")
    return carried


def _gap(span: Span, point: int) -> int:
    return max(span.start - point, point - span.end, 0)


def _held(one: SignOff, package: Package) -> SignOff:
    changed = signing.changed(one, package)
    return replace(one, holds=not changed, changed=changed)


def _placed(one: Remark, body: str) -> Remark:
    return replace(one, span=found(one.anchor, body)) if one.anchor else one


def _edit(one: Suggestion, by: str) -> Edit | None:
    return (one.span, one.put) if one.span is not None and one.by == by else None


def _suggestion(body: str, edit: Edit, by: str) -> Suggestion:
    span, put = edit
    return Suggestion(
        id=uuid4().hex, anchor=anchor(body, span), put=put, by=by, at=datetime.now(UTC)
    )


def _chosen(act: Act, story_id: str, body: str, ids: Collection[str]) -> list[Suggestion]:
    """Return open suggestions by id, at their places."""
    known = located(rows.suggestions(act.connection, story_id), body)
    found_ = [one for one in known if one.id in ids and one.state is OPEN]
    if len(found_) != len(set(ids)):
        raise DeskError("suggestion.unknown")
    return found_


def _that_fit(chosen: Sequence[Suggestion]) -> tuple[list[Suggestion], list[Edit]]:
    """Return the suggestions that can be made together, and their edits."""
    made: list[Suggestion] = []
    wanted: list[Edit] = []
    placed = [(one.span, one) for one in chosen if one.span is not None]
    for span, one in sorted(placed, key=lambda pair: (pair[0].start, pair[0].end)):
        last = wanted[-1][0] if wanted else None
        if last is None or span.start > last.end or (span.start == last.end and span != last):
            made.append(one)
            wanted.append((span, one.put))
    return made, wanted


def _decide(act: Act, chosen: Sequence[Suggestion], state: SuggestionState, by: str) -> None:
    at = datetime.now(UTC).isoformat()
    for one in chosen:
        act.update(
            "suggestions", one.id, {"state": state.value, "decided_by": by, "decided_at": at}
        )
