"""What the standing of a story is called."""

from app.domain.story import Status
from app.words import N_

STATUSES = {
    Status.DRAFT: N_("Draft"),
    Status.REVIEW: N_("In review"),
    Status.READY: N_("Ready"),
    Status.EMBARGOED: N_("Under embargo"),
    Status.PUBLISHED: N_("Published"),
    Status.CORRECTED: N_("Corrected"),
    Status.KILLED: N_("Killed"),
}
"""One entry per standing."""
