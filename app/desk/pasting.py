"""Pasting: copy from the web or an office program, clean, with a word on what stayed behind."""

from app.domain.errors import DeskError
from app.intake import pasting
from app.words import N_, _, ngettext

STAYED = {
    "pictures": (N_("{n} picture"), N_("{n} pictures")),
    "media": (N_("{n} video or frame"), N_("{n} videos or frames")),
    "scripts": (N_("{n} script"), N_("{n} scripts")),
    "forms": (N_("{n} form field"), N_("{n} form fields")),
}
"""What is worth telling when it does not come along; looks never do, and nobody misses them."""


def clean(html: str, plain: str) -> tuple[str, str]:
    """Return HTML of the clipboard as Markdown, and a sentence on what was left out, or "".

    Where the HTML cannot be read, the plain words of the clipboard are returned: `plain`.
    """
    try:
        found = pasting.clean(html)
    except DeskError:
        # Too much, or nothing that is copy: the words alone are there in any case.
        return plain, ""
    told = [
        ngettext(*STAYED[kind], count).format(n=count)
        for kind, count in found.left_out
        if kind in STAYED
    ]
    return found.text, _("Left out: {what}.").format(what=", ".join(told)) if told else ""
