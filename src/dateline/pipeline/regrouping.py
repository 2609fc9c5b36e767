"""Incidents follow from judgements: when a judgement is added, the events that it touches are grouped anew."""

from __future__ import annotations

from collections.abc import Collection

from dateline.ledger import IncidentLine, Writer
from dateline.pipeline.linker import Linker
from dateline.pipeline.outlines import outline


def regroup(writer: Writer, keys: Collection[str], linker: Linker) -> list[IncidentLine]:
    """Group anew some events and all that are linked to them; return the incidents that come of it.

    What no *same* leads to cannot be touched, so this gives what grouping all of the ledger would give.
    """
    reached = writer.linked(keys)
    events = {one.key: one for one in writer.events(reached)}
    incidents = linker.cluster_events(sorted(events), writer.judgements(reached))
    seen = writer.seen({one.report.id for one in events.values()})
    lines = []
    for incident in incidents:
        told = [events[key] for key in incident.events]
        origins = linker.find_origins(one.report for one in told)
        lines.append(outline(incident, told, origins, seen))
    writer.keep_incidents(lines, {key: incident.id for incident in incidents for key in incident.events})
    return lines


def regroup_all(writer: Writer, linker: Linker) -> list[IncidentLine]:
    """Group all events anew: what is kept at hand follows from the records alone."""
    return regroup(writer, writer.every_event(), linker)
