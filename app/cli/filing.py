"""Commands that file copy: take-in, list, show, spike, unspike."""

import argparse
from pathlib import Path

from app import sentences
from app.cli.arguments import Commands, add_format, open_desk
from app.cli.output import dump, say
from app.desk.stories import filing, templates, writing
from app.desk.stories.filing import TakenIn
from app.domain.draft import Draft
from app.domain.story import Story, StoryLine
from app.words import _, language, ngettext


def add(commands: Commands) -> None:
    """Add the commands."""
    _add_take_in(commands)
    _add_new(commands)
    listing = commands.add_parser("list", help=_("list the stories"))
    listing.add_argument("words", nargs="*", help=_("words to look for"))
    listing.add_argument("--bin", action="store_true", help=_("list what lies in the bin"))
    add_format(listing)
    listing.set_defaults(act=list_stories)
    showing = commands.add_parser("show", help=_("show a story"))
    showing.add_argument("story")
    showing.add_argument("--revision", type=int, help=_("show the text of a kept moment"))
    add_format(showing)
    showing.set_defaults(act=show)
    for name, act, words in (
        ("spike", filing.spike, _("move a story to the bin")),
        ("unspike", filing.unspike, _("take a story out of the bin")),
    ):
        moving = commands.add_parser(name, help=words)
        moving.add_argument("story")
        moving.set_defaults(act=move, move=act)


def _add_take_in(commands: Commands) -> None:
    taking = commands.add_parser("take-in", help=_("file copy as new stories"))
    taking.add_argument("files", nargs="+", type=Path, metavar="FILE")
    add_format(taking)
    taking.set_defaults(act=take_in)


def _add_new(commands: Commands) -> None:
    starting = commands.add_parser("new", help=_("start a story, empty or of a type"))
    known = ", ".join(one.code for one in templates.story_types("en"))
    starting.add_argument(
        "--type", metavar="TYPE", help=_("what it begins with: {types}").format(types=known)
    )
    starting.add_argument("--language", metavar="TAG", help=_("its language, such as fr-FR"))
    starting.add_argument("--headline", default="", metavar="TEXT")
    add_format(starting)
    starting.set_defaults(act=new)


def new(arguments: argparse.Namespace) -> int:
    """Start a story and print its id."""
    spoken = arguments.language or ("fr-FR" if language() == "fr" else "en-US")
    with open_desk(arguments) as desk:
        if arguments.type:
            story_id, _changes = templates.new_story(desk, spoken, arguments.type)
        else:
            story_id, _changes = filing.new_story(desk, spoken)
        if arguments.headline:
            writing.revise(desk, story_id, headline=arguments.headline)
        story = filing.package(desk, story_id).story
    if arguments.format == "json":
        dump({"id": story.id, "slug": story.slug, "language": story.language})
    else:
        say(_("New story: {slug} ({id}).").format(slug=story.slug, id=story.id[:8]))
    return 0


def take_in(arguments: argparse.Namespace) -> int:
    """File each file as a story. Every file is read before the store is touched."""
    drafts = [filing.read_draft(path) for path in arguments.files]
    with open_desk(arguments) as desk:
        taken = [filing.file_draft(desk, draft) for draft in drafts]
    if arguments.format == "json":
        dump([_record(one) for one in taken])
    else:
        for one in taken:
            _say_taken(one)
    return 0


def _record(taken: TakenIn) -> dict[str, object]:
    draft = taken.draft
    return {
        "id": taken.story_id,
        "slug": taken.slug,
        "headline": draft.headline,
        "section": draft.section,
        "language": draft.language,
        "agency_credit": draft.agency_credit,
        "slots": [{"slot": use.slot, "caption": use.caption} for use in draft.uses],
        "dropped": [
            {"line": line.number, "text": line.text, "reason": line.reason}
            for line in draft.dropped()
        ],
        "lines": [
            {"line": line.number, "role": line.role, "reason": line.reason} for line in draft.lines
        ],
        "notices": list(draft.notices),
    }


def _say_taken(taken: TakenIn) -> None:
    draft = taken.draft
    say(_("Taken in: {slug}").format(slug=taken.slug))
    say(f"  {draft.headline}")
    say("  " + ", ".join(_counts(draft)))
    for code in draft.notices:
        say("  " + sentences.notice(code))
    if dropped := draft.dropped():
        say(
            "  "
            + ngettext("{n} line left out:", "{n} lines left out:", len(dropped)).format(
                n=len(dropped)
            )
        )
        for line in dropped:
            say(f"    {line.number:>4}  {line.text.strip()}  ({sentences.left_out(line.reason)})")


def _counts(draft: Draft) -> list[str]:
    roles = [line.role for line in draft.lines]
    bodies, subheads = roles.count("body"), roles.count("subhead")
    slots = len(draft.uses)
    counts = [
        ngettext("{n} paragraph", "{n} paragraphs", bodies).format(n=bodies),
        ngettext("{n} photo slot", "{n} photo slots", slots).format(n=slots),
        ngettext("{n} subhead", "{n} subheads", subheads).format(n=subheads),
    ]
    if draft.section:
        counts.append(_("section: {name}").format(name=draft.section))
    if draft.agency_credit:
        counts.append(_("credit: {name}").format(name=draft.agency_credit))
    return counts


def list_stories(arguments: argparse.Namespace) -> int:
    """Print the stories list."""
    with open_desk(arguments, read_only=True) as desk:
        lines = filing.stories(desk, words=" ".join(arguments.words), binned=arguments.bin)
    if arguments.format == "json":
        dump(lines)
    elif not lines:
        say(_("No stories."))
    else:
        for line in lines:
            _say_line(line)
    return 0


def _say_line(line: StoryLine) -> None:
    words = ngettext("{n} word", "{n} words", line.words).format(n=line.words)
    photos = ngettext("{n} photo", "{n} photos", line.photos).format(n=line.photos)
    say(
        f"{line.slug}\n    {line.headline}\n    {sentences.status_words(line.status)} · {words} · {photos} · {line.updated_at:%Y-%m-%d %H:%M} UTC"
    )


def show(arguments: argparse.Namespace) -> int:
    """Print a story, or the text of one of its kept moments."""
    with open_desk(arguments, read_only=True) as desk:
        if arguments.revision is not None:
            story_id = filing.find(desk, arguments.story)
            say(writing.revision_text(desk, story_id, arguments.revision))
            return 0
        package = filing.package(desk, arguments.story)
    if arguments.format == "json":
        dump({"story": package.story, "uses": package.uses})
    else:
        _say_story(package.story)
        for use in package.uses:
            photo = package.photo_of(use)
            name = photo.file_name if photo else _("waiting for its picture")
            say(f"[{use.slot}] {name}\n    {use.caption}\n    {package.credit_of(use)}")
    return 0


def _say_story(story: Story) -> None:
    head = (story.kicker, story.headline, story.standfirst, story.byline, story.dateline)
    for text in (*head, "", story.body, "", story.agency_credit):
        if text or text == "":
            say(text)


def move(arguments: argparse.Namespace) -> int:
    """Move a story to the bin or out of it."""
    with open_desk(arguments) as desk:
        arguments.move(desk, filing.find(desk, arguments.story))
    return 0
