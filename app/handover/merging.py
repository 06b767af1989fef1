"""Two desks' versions of one story laid together over the version both knew."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from typing import Any, TypeVar

from app.domain.handover import Choice, Clash, Handed, HandedPhoto
from app.domain.history import Facet
from app.domain.photo import PhotoUse
from app.domain.quote import Evidence, LedgerRow
from app.domain.story import SLOT_ANYWHERE, Story, slot_line
from app.handover.paragraphs import PARTING, stretches

OWN = frozenset({"id", "slug", "created_at", "updated_at", "deleted_at", "body"})
"""Fields of a story that are this desk's alone, or merged apart."""

USE_PARTS = {"photo_id": "picture"}

JOINED = frozenset({"note", "standfirst", "caption"})
"""Facets of which both versions may be taken, one after the other."""

SAID = ("sign_offs", "remarks", "suggestions")
"""What was said of a story travels and is put together."""

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class _Question:
    """Stands where a choice is waited for: what each choice gives."""

    number: int
    base: Any
    mine: Any
    theirs: Any
    both: Any

    def answer(self, choice: Choice) -> Any:  # noqa: ANN401  whatever the field holds
        return getattr(self, choice.value)


@dataclass
class Merge:
    """What came of laying two versions together; `clashes` are the questions left."""

    mine: Handed
    clashes: list[Clash] = field(default_factory=list)
    taken: int = 0
    _story: dict[str, Any] = field(default_factory=dict)
    _body: list[Any] = field(default_factory=list)
    _uses: list[tuple[PhotoUse, dict[str, Any]]] = field(default_factory=list)
    _photos: list[tuple[HandedPhoto, dict[str, Any]]] = field(default_factory=list)
    _rows: list[Any] = field(default_factory=list)
    rest: dict[str, Any] = field(default_factory=dict)

    def settled(self, choices: Sequence[Choice]) -> Handed:
        """Return the story with every question answered, one choice a clash, in order.

        Raises:
            ValueError: there are more or fewer choices than clashes.
        """
        if len(choices) != len(self.clashes):
            message = f"{len(choices)} choices for {len(self.clashes)} clashes"
            raise ValueError(message)
        parts = [part for one in self._body for part in _answer(one, choices)]
        story = replace(
            self.mine.story, **_answered(self._story, choices), body=PARTING.join(parts)
        )
        return replace(
            self.mine,
            story=story,
            uses=tuple(replace(use, **_answered(told, choices)) for use, told in self._uses),
            photos=tuple(
                replace(photo, metadata=replace(photo.metadata, **_answered(told, choices)))
                for photo, told in self._photos
            ),
            ledger=tuple(_answer(row, choices) for row in self._rows),
            **self.rest,
        )

    def settle(self, facet: Facet, sides: tuple[Any, Any, Any]) -> Any:  # noqa: ANN401  whatever the field holds
        """Return what a field becomes, or the question it is."""
        base, mine, theirs = sides
        if theirs in (mine, base):
            return mine
        self.taken += mine == base
        if mine == base:
            return theirs
        joins = facet.part in JOINED
        told = _shown(base), _shown(mine), _shown(theirs)
        self.clashes.append(Clash(facet, *told, joins))
        return _Question(len(self.clashes) - 1, *sides, f"{mine} {theirs}" if joins else mine)

    # The parts, one after the other.

    def lay_story(self, base: Story | None, theirs: Story) -> None:
        """Lay the fields and the text."""
        mine = self.mine.story
        for name in (one.name for one in fields(Story) if one.name not in OWN):
            sides = (_of(base, name), getattr(mine, name), getattr(theirs, name))
            self._story[name] = self.settle(Facet(name), sides)
        text = base.body if base else _common(mine.body, theirs.body)
        for one in stretches(text, mine.body, theirs.body):
            agreed = one.agreed()
            if agreed is not None:
                self.taken += agreed != one.mine
                self._body.append(agreed)
            else:
                sides = (one.base, one.mine, one.theirs)
                told = PARTING.join(one.base), PARTING.join(one.mine), PARTING.join(one.theirs)
                self.clashes.append(Clash(Facet("body"), *told, joins=True))
                both = (*one.mine, *one.theirs)
                self._body.append(_Question(len(self.clashes) - 1, *sides, both))

    def lay_uses(self, base: Sequence[PhotoUse], theirs: Sequence[PhotoUse]) -> None:
        """Lay the photo slots, field by field."""
        for sides in _pairs(base, self.mine.uses, theirs, lambda use: use.id):
            one = sides[1] or sides[2]
            if one is None or not _stays(*sides):
                self.taken += sides[1] is not None
                continue
            self.taken += sides[1] is None
            told = {}
            for name in (each.name for each in fields(PhotoUse) if each.name not in {"id", "slot"}):
                facet = Facet(USE_PARTS.get(name, name), str(one.slot))
                told[name] = self.settle(facet, _values(sides, name))
            self._uses.append((one, told))

    def lay_photos(self, base: Sequence[HandedPhoto], theirs: Sequence[HandedPhoto]) -> None:
        """Lay what is known of the pictures, field by field; none is ever taken away."""
        for known, mine, their in _pairs(base, self.mine.photos, theirs, lambda one: one.digest):
            one = mine or their
            if one is None:
                continue
            told: dict[str, Any] = {}
            if mine and their:
                before = known.metadata if known else None
                for each in fields(mine.metadata):
                    pair = (getattr(mine.metadata, each.name), getattr(their.metadata, each.name))
                    facet = Facet("metadata", f"{mine.file_name}, {each.name}")
                    told[each.name] = self.settle(facet, (_of(before, each.name), *pair))
            self._photos.append((one, told))

    def lay_ledger(self, base: Sequence[LedgerRow], theirs: Sequence[LedgerRow]) -> None:
        """Lay the decisions on quotes, each as a whole; evidence is put together."""
        for sides in _pairs(base, self.mine.ledger, theirs, lambda row: row.id):
            if not _stays(*(_decision(row) for row in sides)):
                self.taken += sides[1] is not None
                continue
            _base, mine, their = sides
            if mine is None or their is None:
                self.taken += mine is None
                self._rows.append(mine or their)
                continue
            evidence = _union(mine.evidence, their.evidence, lambda one: one.id)
            rows = tuple(row and replace(row, evidence=evidence) for row in sides)
            if _decision(mine) == _decision(their):
                self._rows.append(rows[1])
                continue
            self._lay_row(rows)

    def _lay_row(self, rows: tuple[Any, ...]) -> None:
        facet = Facet("attribution", rows[1].words)
        told = tuple(_decision(row) for row in rows)
        answer = self.settle(facet, (told[0], told[1], told[2]))
        if isinstance(answer, _Question):
            base = rows[0] or rows[1]
            self._rows.append(_Question(answer.number, base, rows[1], rows[2], rows[1]))
        else:
            self._rows.append(rows[1] if answer == told[1] else rows[2])


def merge(base: Handed | None, mine: Handed, theirs: Handed) -> Merge:
    """Lay a colleague's version of a story over ours; `base` is the version both knew, if any.

    What one side changed alone is taken. What both changed in their own way is a clash: field by
    field, paragraph by paragraph, caption by caption, decision by decision.
    """
    theirs = _renumbered(mine, theirs)
    base = _renumbered(mine, base) if base else None
    laid = Merge(mine)
    laid.lay_story(base.story if base else None, theirs.story)
    laid.lay_uses(base.uses if base else (), theirs.uses)
    laid.lay_photos(base.photos if base else (), theirs.photos)
    laid.lay_ledger(base.ledger if base else (), theirs.ledger)
    laid.rest = {
        "people": _union(mine.people, theirs.people, lambda one: one.id),
        "waivers": _union(mine.waivers, theirs.waivers, lambda one: one.fingerprint),
        "mutes": _union(mine.mutes, theirs.mutes, lambda one: one.code),
        "sign_offs": _union(mine.sign_offs, theirs.sign_offs, lambda one: one.id),
        "remarks": _latest(mine.remarks, theirs.remarks, "resolved_at"),
        "suggestions": _latest(mine.suggestions, theirs.suggestions, "decided_at"),
    }
    laid.taken += sum(one not in getattr(mine, name) for name in SAID for one in laid.rest[name])
    laid.taken += len(laid.rest["waivers"]) - len(mine.waivers)
    laid.taken += len(laid.rest["mutes"]) - len(mine.mutes)
    return laid


def _renumbered(mine: Handed, other: Handed) -> Handed:
    """Return another version in our terms: slots and pictures as ours, new slots on free numbers."""
    ours = {use.id: use.slot for use in mine.uses}
    taken = set(ours.values())
    free = max([0, *taken, *(use.slot for use in other.uses)])
    numbers: dict[int, int] = {}
    for use in other.uses:
        number = ours.get(use.id, use.slot)
        if use.id not in ours and number in taken:
            free += 1
            number = free
        numbers[use.slot] = number
    body = SLOT_ANYWHERE.sub(
        lambda found: slot_line(numbers.get(int(found[1]), int(found[1]))), other.story.body
    )
    # Each desk has ids of its own for pictures; the content of the file is what they share.
    here = {photo.digest: photo.id for photo in mine.photos}
    named = {photo.id: here.get(photo.digest, photo.id) for photo in other.photos}
    uses = tuple(
        replace(use, slot=numbers[use.slot], photo_id=named.get(use.photo_id or "", use.photo_id))
        for use in other.uses
    )
    photos = tuple(replace(photo, id=named[photo.id]) for photo in other.photos)
    return replace(other, uses=uses, photos=photos, story=replace(other.story, body=body))


def _common(mine: str, theirs: str) -> str:
    """Return the paragraphs two texts share: the base of desks that share no other."""
    both = [one for one in stretches(mine, mine, theirs) if one.base == one.theirs]
    return PARTING.join(part for one in both for part in one.base)


def _pairs(
    base: Sequence[V],
    mine: Sequence[V],
    theirs: Sequence[V],
    key: Any,  # noqa: ANN401  V to its key
) -> list[tuple[V | None, V | None, V | None]]:
    sides = [{key(one): one for one in side} for side in (base, mine, theirs)]
    keys: Mapping[Hashable, None] = dict.fromkeys([*sides[1], *sides[2]])
    return [(sides[0].get(one), sides[1].get(one), sides[2].get(one)) for one in keys]


def _union(mine: Sequence[V], theirs: Sequence[V], key: Any) -> tuple[V, ...]:  # noqa: ANN401  V to its key
    return tuple({key(one): one for one in (*theirs, *mine)}.values())


def _latest(mine: Sequence[Any], theirs: Sequence[Any], at: str) -> tuple[Any, ...]:
    """Return what both said, once; what a desk settled (at the time `at`) as the first one did."""
    found: dict[str, Any] = {}
    for one in (*mine, *theirs):
        other = found.get(one.id)
        before = getattr(other, at) if other else None
        if before is None or (getattr(one, at) is not None and getattr(one, at) < before):
            found[one.id] = one
    return tuple(found.values())


def _stays(base: object, mine: object, theirs: object) -> bool:
    """Say whether something stays that one side may have taken away: unless the other left it as it was."""
    if mine is not None and theirs is not None:
        return True
    return base is None or base not in (mine, theirs)


def _of(thing: object, name: str) -> Any:  # noqa: ANN401  whatever the field holds
    return None if thing is None else getattr(thing, name)


def _values(sides: tuple[Any, Any, Any], name: str) -> tuple[Any, Any, Any]:
    """Return a field on three sides; where the thing stands on one side only, that side's."""
    base, mine, theirs = sides
    return _of(base, name), _of(mine or theirs, name), _of(theirs or mine, name)


def _decision(row: LedgerRow | None) -> tuple[Any, ...] | None:
    if row is None:
        return None
    evidence: tuple[Evidence, ...] = row.evidence
    told = (row.words, row.state, row.speaker, row.record, row.anonymity, row.decided_by)
    return (*told, tuple(sorted(one.id for one in evidence)))


def _answer(told: Any, choices: Sequence[Choice]) -> Any:  # noqa: ANN401  whatever the field holds
    return told.answer(choices[told.number]) if isinstance(told, _Question) else told


def _answered(told: Mapping[str, Any], choices: Sequence[Choice]) -> dict[str, Any]:
    return {name: _answer(value, choices) for name, value in told.items()}


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return " · ".join(filter(None, (_shown(one) for one in value)))
    return str(value)
