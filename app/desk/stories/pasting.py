"""Pasting: copy from the web or an office program, clean, with a word on what stayed behind."""

from app.domain.errors import DeskError
from app.intake import pasting
from app.words import _, ngettext


def clean(html: str, plain: str) -> tuple[str, str]:
    """Return HTML of the clipboard as Markdown, and a sentence on what was left out, or "".

    Where the HTML cannot be read, the plain words of the clipboard are returned: `plain`. Where
    there are none, it is said that nothing is pasted.
    """
    try:
        found = pasting.clean(html)
    except DeskError:
        # Too much, or nothing that is copy: the words alone are there in any case.
        return plain, "" if plain.strip() else _("Nothing was pasted: no words can be read there.")
    told = [words for kind, count in found.left_out if (words := _stayed(kind, count))]
    return found.text, _("Left out: {what}.").format(what=", ".join(told)) if told else ""


def _stayed(kind: str, count: int) -> str:
    """Return what of one kind stayed behind; "" for looks, which never come and nobody misses."""
    told = {
        "pictures": ngettext("{n} picture", "{n} pictures", count),
        "media": ngettext("{n} video or frame", "{n} videos or frames", count),
        "scripts": ngettext("{n} script", "{n} scripts", count),
        "forms": ngettext("{n} form field", "{n} form fields", count),
    }
    return told.get(kind, "").format(n=count)
