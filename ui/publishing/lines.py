"""What stands between a story and its readers, where it goes, and where it went before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from app.desk import welcoming
from app.desk.desk import Desk
from app.desk.pages import correcting, naming, publishing
from app.desk.sources import sourcing
from app.desk.stories import filing
from app.domain.correction import Correction
from app.domain.finding import Finding, Severity
from app.domain.story import Status

WEIGHTS = (Severity.BLOCK, Severity.ERROR, Severity.WARNING, Severity.HINT)


@dataclass(frozen=True, slots=True)
class Issue:
    """One publication of the story. `previous` is the one it took the place of, by its id.

    `reason` is why the story was `withdrawn`; `manifest` maps file names to SHA-256.
    """

    at: datetime
    by: str
    folder: Path
    files: int
    size: int
    overrides: tuple[Mapping[str, str], ...]
    id: str = ""
    previous: str = ""
    correction: Correction | None = None
    withdrawn: bool = False
    reason: str = ""
    manifest: Mapping[str, str] = field(default_factory=dict)

    @property
    def page(self) -> Path:
        """Return the page to open."""
        return self.folder / "index.html"


@dataclass(frozen=True, slots=True)
class Sight:
    """All the publishing place shows of one story but its page.

    `usual` is where it goes unasked, `places` are the folders where it stands now;
    `unnamed` that its address says nothing yet of its headline. Nothing is known of a story that
    is not `checked` yet, least of all that it may go out.
    """

    checked: bool = False

    headline: str = ""
    body: str = ""
    blocks: tuple[Finding, ...] = ()
    others: tuple[Finding, ...] = ()
    issues: tuple[Issue, ...] = ()
    usual: Path = Path()
    places: tuple[Path, ...] = ()
    killed: bool = False
    unnamed: bool = False
    embargo: datetime | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return all findings, the heaviest first."""
        rest = sorted(self.others, key=lambda one: WEIGHTS.index(one.severity))
        return (*self.blocks, *rest)

    def blocking_codes(self) -> tuple[str, ...]:
        """Return the rules that stop publication, each once."""
        return tuple(dict.fromkeys(finding.code for finding in self.blocks))


def look(desk: Desk, story_id: str) -> Sight:
    """Check a story and read the log of its publications; not for the main thread."""
    package = filing.package(desk, story_id)
    findings = sourcing.standing(package)
    return Sight(
        checked=True,
        headline=package.story.headline,
        body=package.story.body,
        blocks=tuple(one for one in findings if one.severity is Severity.BLOCK),
        others=tuple(one for one in findings if one.severity is not Severity.BLOCK),
        issues=issues_of(desk, story_id),
        usual=welcoming.published_place(desk, package.story.slug),
        places=correcting.standing_places(desk, story_id),
        killed=package.story.status is Status.KILLED,
        unnamed=naming.is_unnamed(package.story),
        embargo=package.story.embargo,
    )


def issues_of(desk: Desk, story_id: str) -> tuple[Issue, ...]:
    """Return the publications of a story, newest first."""
    return tuple(
        Issue(
            at=entry.at,
            by=entry.by,
            folder=Path(entry.folder),
            files=len(entry.manifest),
            size=entry.size,
            overrides=entry.overrides,
            id=entry.id,
            previous=entry.previous,
            correction=entry.correction,
            withdrawn=entry.withdrawn,
            reason=entry.reason,
            manifest=entry.manifest,
        )
        for entry in publishing.publications_of(desk, story_id)
    )
