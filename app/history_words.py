"""What the moments of a story's past and the facets of its package are called."""

from collections.abc import Sequence

from app.domain.history import Facet, Moment
from app.sentences import act_name
from app.words import N_, _

OCCASIONS = {
    "taken-in": N_("as it came"),
    "begun": N_("begun here"),
    "named": N_("kept by hand"),
    "quiet": N_("kept in a quiet moment"),
    "closed": N_("kept at closing"),
    "published": N_("published"),
    "checked": N_("checked"),
    "restored": N_("restored"),
    "before-restore": N_("before restoring"),
    "before-undo": N_("before undoing"),
    "before-redo": N_("before doing again"),
    "handed-over": N_("handed over"),
    "before-taking-over": N_("before taking over"),
    "taken-over": N_("taken over"),
    "signed-off": N_("signed off"),
    "before-sorting": N_("before sorting again"),
    "before-accepting": N_("before accepting suggestions"),
}
"""Why a version was kept: one entry per reason."""

FACETS = {
    "headline": N_("headline"),
    "kicker": N_("kicker"),
    "standfirst": N_("standfirst"),
    "byline": N_("byline"),
    "dateline": N_("dateline"),
    "body": N_("body"),
    "agency_credit": N_("agency credit"),
    "section": N_("section"),
    "slug": N_("slug"),
    "language": N_("language"),
    "tags": N_("tags"),
    "note": N_("note"),
    "status": N_("status"),
    "dated": N_("day"),
    "embargo": N_("embargo"),
    "target_words": N_("target length"),
    "bin": N_("bin"),
    "picture": N_("photo {about}, picture"),
    "caption": N_("photo {about}, caption"),
    "alt": N_("photo {about}, alt text"),
    "credit": N_("photo {about}, credit"),
    "archive": N_("photo {about}, archive"),
    "decorative": N_("photo {about}, decorative"),
    "attribution": N_("source of “{about}”"),
    "evidence": N_("evidence: {about}"),
    "metadata": N_("photo details: {about}"),
    "waiver": N_("finding set aside: {about}"),
    "mute": N_("rule muted: {about}"),
    "transcript": N_("transcript: {about}"),
    "remark": N_("remark on “{about}”"),
    "suggestion": N_("suggestion: {about}"),
    "sign-off": N_("signed off by {about}"),
}
"""What each facet of a package is called; `{about}` is told where there are several."""

ALONE = {
    "remark": N_("remark on the story"),
    "suggestion": N_("words to insert"),
}
"""What facets are called that are about no words of the copy."""

SIGNED = {
    "captions": N_("captions"),
    "alts": N_("alt texts"),
    "credits": N_("credits"),
    "photos": N_("photos"),
}
"""Parts of a package a signature stands under that are no single facet."""

LONGEST_ABOUT = 48


def standing_words(changed: Sequence[str]) -> str:
    """Return how a signature stands: as signed, or what was changed since."""
    if not changed:
        return _("signed")
    names = ", ".join(_(SIGNED.get(part) or FACETS[part]) for part in changed)
    return _("changed since: {parts}").format(parts=names)


def moment_words(moment: Moment) -> str:
    """Return what happened at a moment, in the language of the interface."""
    if moment.revision is None:
        return act_name(moment.act)
    return _(OCCASIONS[moment.act]) if moment.act in OCCASIONS else moment.act


METADATA = {
    "headline": N_("Headline"),
    "description": N_("Permanent description"),
    "extended_description": N_("Extended description"),
    "alt": N_("Alt text"),
    "creator": N_("Photographer"),
    "credit": N_("Credit"),
    "source": N_("Source"),
    "copyright_notice": N_("Copyright"),
    "usage_terms": N_("Terms of use"),
    "instructions": N_("Instructions"),
    "created": N_("Date"),
    "city": N_("City"),
    "sublocation": N_("Place in the city"),
    "state": N_("Region"),
    "country": N_("Country"),
    "persons": N_("Persons shown"),
    "event": N_("Event"),
    "keywords": N_("Keywords"),
    "digital_source_type": N_("Digital source"),
    "embargo": N_("Embargo until"),
    "expires": N_("Rights end on"),
}
"""What the fields of a photo are called on the form; those it does not show keep their name."""


def facet_words(facet: Facet) -> str:
    """Return what a facet is called, in the language of the interface."""
    about = " ".join(facet.about.split())
    if facet.part == "metadata":
        about = _(METADATA[about]) if about in METADATA else about.replace("_", " ")
    if len(about) > LONGEST_ABOUT:
        about = about[: LONGEST_ABOUT - 1].rstrip() + "…"
    words = FACETS.get(facet.part)
    if not about and facet.part in ALONE:
        return _(ALONE[facet.part])
    return _(words).format(about=about) if words else facet.part
