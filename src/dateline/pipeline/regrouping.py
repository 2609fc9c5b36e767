"""Incidents follow from judgements: when a judgement is added, the events that it touches are grouped anew."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dateline.ledger import IncidentLine, Writer
from dateline.pipeline.linkage import Linker
from dateline.pipeline.outlines import outline, reports_of


def regroup(writer: Writer, keys: Collection[str], linker: Linker) -> list[IncidentLine]:
    """Group anew some events and all that hang together with them; return the incidents that come of it.

    What neither a *same* nor a part and its whole leads to cannot be touched: this gives what grouping all of the
    ledger would give.
    """
    reached, parts = _hanging_together(writer, keys, linker)
    events = {one.key: one for one in writer.events(reached)}
    days = {key: one.report.published for key, one in events.items() if one.report.published}
    incidents = linker.cluster_events(sorted(events), writer.judgements(reached), parts, days)
    seen = writer.seen({one.report.id for one in events.values()})
    lines = []
    for incident in incidents:
        told = [events[key] for key in incident.events]
        reports = reports_of(told)
        origins = linker.find_origins(reports) if len(reports) > 1 else {}
        lines.append(outline(incident, told, origins, seen))
    writer.keep_incidents(lines, {key: incident.id for incident in incidents for key in incident.events})
    return lines


def _hanging_together(
    writer: Writer, keys: Collection[str], linker: Linker
) -> tuple[Collection[str], Mapping[str, str]]:
    """Return events, all that judgements and parts lead to from them, and which of them is a part of which."""
    ahead = set(keys)
    while True:
        reached = writer.linked(ahead)
        parts = linker.find_parts(writer.events(writer.told_with(reached)))
        within = {part: whole for part, whole in parts.items() if part in reached or whole in reached}
        ahead = reached | within.keys() | set(within.values())
        if ahead == reached:
            return reached, within


def regroup_all(writer: Writer, linker: Linker) -> list[IncidentLine]:
    """Group all events anew: what is kept at hand follows from the records alone."""
    return regroup(writer, writer.every_event(), linker)
