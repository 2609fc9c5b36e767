"""Linking as the pipeline sees it: coded reports in, the same with their incidents out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.model import CodedReport, Incident, Judgement, ReportedEvent


@dataclass(frozen=True, slots=True)
class Linked:
    """Coded reports with the incident of each event filled in, and what led to it.

    ``origins`` gives for each report's id the id of the report that it is a copy of, itself when it is none.
    """

    reports: tuple[CodedReport, ...]
    incidents: tuple[Incident, ...]
    judgements: tuple[Judgement, ...]
    origins: dict[str, str]


def link(reports: Sequence[CodedReport]) -> Linked:
    """Return reports linked among themselves: the same incidents for any order of the reports.

    >>> link([]).incidents
    ()
    """
    from dateline.linking import cluster_events, find_origins, find_parts, propose_judgements

    events = {one.key: one for one in reported_events(reports)}
    told = list(events.values())
    origins = find_origins([coded.report for coded in reports])
    judgements = propose_judgements(told, (), origins)
    days = {one.key: one.report.published for one in told if one.report.published}
    incidents = cluster_events(events, judgements, find_parts(told), days)
    names = {key: incident.id for incident in incidents for key in incident.events}
    return Linked(tuple(_with_incidents(coded, names) for coded in reports), incidents, tuple(judgements), origins)


def reported_events(reports: Iterable[CodedReport]) -> list[ReportedEvent]:
    """Return the events of reports, each with its report."""
    return [ReportedEvent(coded.report, event) for coded in reports for event in coded.events]


def _with_incidents(coded: CodedReport, names: dict[str, str]) -> CodedReport:
    events = (replace(e, incident=names[ReportedEvent(coded.report, e).key]) for e in coded.events)
    return replace(coded, events=tuple(events))
