"""The typography a desk sets its new stories in: one country for each language, beside the store."""

import io
import tomllib
from collections.abc import Mapping

from app.desk.desk import Desk
from app.domain.errors import DeskError
from app.language.packs import pack_for
from app.store import originals

FILE_NAME = "typography.toml"
_PLAIN = frozenset({"fr-FR", "en-GB", "en-US"})
"""What copy is taken for as long as nothing says which country it is set for."""


def defaults(desk: Desk) -> Mapping[str, str]:
    """Return the tags chosen by language, such as `{"fr": "fr-CH"}`; a file that is none chooses nothing."""
    place = desk.path.parent / FILE_NAME
    try:
        told = tomllib.loads(place.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        # Without the choice a story is set as its country usually is; nothing is lost.
        return {}
    return {
        tongue: tag
        for tongue, tag in told.items()
        if isinstance(tag, str) and tag.startswith(f"{tongue}-") and pack_for(tag)
    }


def choose(desk: Desk, tag: str) -> None:
    """Set new stories of a language as `tag` says (BCP 47); choosing it again takes the choice back.

    Raises:
        DeskError: `typography.unknown`, `store.read-only`.
    """
    if pack_for(tag) is None:
        raise DeskError("typography.unknown", tag=tag)
    if desk.read_only:
        raise DeskError("store.read-only", path=str(desk.path))
    chosen = dict(defaults(desk))
    tongue = tag.partition("-")[0]
    if chosen.get(tongue) == tag:
        del chosen[tongue]
    else:
        chosen[tongue] = tag
    lines = "".join(f'{key} = "{value}"\n' for key, value in sorted(chosen.items()))
    originals.write_whole(io.BytesIO(lines.encode()), desk.path.parent / FILE_NAME)


def own(desk: Desk, tag: str) -> str:
    """Return the tag a new story gets whose copy is in `tag`: the desk's, where that says no country."""
    if tag not in _PLAIN:
        return tag
    return defaults(desk).get(tag.partition("-")[0], tag)
