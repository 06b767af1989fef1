"""The sources of a story as a page to print: one file, no script, nothing fetched."""

from dataclasses import dataclass

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

import resources
from app.desk.sources.report_picture import svg
from app.desk.sources.reporting import SourcesReport
from app.domain.quote import LedgerState, Record
from app.sentences.standings import EVIDENCE, RECORDS, SOURCES
from app.words import N_, _, language, ngettext

STATES = {
    LedgerState.OPEN: N_("to confirm"),
    LedgerState.CONFIRMED: N_("confirmed"),
    LedgerState.NOT_A_QUOTE: N_("not a quote"),
    LedgerState.ALTERED: N_("changed since"),
    LedgerState.WAIVED: N_("set aside"),
}


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the page: a heading, the names of its columns, its rows."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def page(report: SourcesReport) -> str:
    """Return the report as an HTML page in the language of the interface."""
    environment = Environment(
        loader=FileSystemLoader(str(resources.path("page"))),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("sources.html").render(
        language=language(),
        title=_("Sources: {headline}").format(headline=report.headline or report.slug),
        notes=notes(report),
        picture=Markup(svg(report.voices)),  # noqa: S704  every word in it is escaped where it is drawn
        tables=tuple(table for table in tables(report) if table.rows),
    )


def notes(report: SourcesReport) -> tuple[str, ...]:
    """Return what an editor must know before the tables."""
    quotes = len(report.quotes)
    counted = ngettext("{n} quote", "{n} quotes", quotes).format(n=quotes)
    still = ngettext("{n} open", "{n} open", report.open).format(n=report.open)
    found = [f"{counted}, {still}"]
    if report.single:
        found.append(_("All words come from a single source."))
    waiting = sum(not one.approved_by for one in report.anonymous)
    if waiting:
        found.append(
            ngettext(
                "{n} anonymous quote nobody has approved.",
                "{n} anonymous quotes nobody has approved.",
                waiting,
            ).format(n=waiting)
        )
    return tuple(found)


def tables(report: SourcesReport) -> tuple[Table, ...]:
    """Return the tables of the report, empty ones too, in the order of the page."""
    return (
        _voices(report),
        Table(
            _("Words by kind of source"),
            (_("Kind"), _("Words")),
            tuple((_(SOURCES[kind]), str(words)) for kind, words in report.kinds),
        ),
        _anonymous(report),
        _evidence(report),
        Table(
            _("Set aside, muted, overridden"),
            (_("Rule"), _("Reason"), _("By")),
            (
                *((one.code, one.reason, one.by) for one in report.waivers),
                *((one.code, one.reason, one.by) for one in report.mutes),
                *((one["code"], one["reason"], one["by"]) for one in report.overrides),
            ),
        ),
    )


def _voices(report: SourcesReport) -> Table:
    return Table(
        _("Who speaks, in order"),
        (
            _("Source"),
            _("Kind"),
            _("Words"),
            _("Share"),
            _("Quotes"),
            _("Confirmed"),
            _("In what order"),
        ),
        tuple(
            (
                one.name or _("no source"),
                _(SOURCES[one.kind]) if one.name else "",
                str(one.words),
                _("{n}%").format(n=round(100 * one.share)),
                str(one.quotes),
                str(one.confirmed),
                ", ".join(map(str, one.order)),
            )
            for one in report.voices
        ),
    )


def _anonymous(report: SourcesReport) -> Table:
    return Table(
        _("Anonymous sources"),
        (_("Words"), _("Source"), _("Reason"), _("Approved by")),
        tuple(
            (one.words, one.speaker, one.reason, one.approved_by or _("nobody yet"))
            for one in report.anonymous
        ),
    )


def _evidence(report: SourcesReport) -> Table:
    return Table(
        _("Evidence"),
        (_("Words"), _("State"), _("Terms"), _("Kind"), _("Where"), _("Verified by")),
        tuple(
            (
                one.words,
                _(STATES[one.state]),
                _(RECORDS[Record(one.record)]),
                _(EVIDENCE[each.kind]),
                each.reference,
                each.verified_by,
            )
            for one in report.quotes
            for each in one.evidence
        ),
    )
