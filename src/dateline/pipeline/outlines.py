"""What an incident looks like from its events: its claims over time, its toll, its line in lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import TypeVar

from dateline.ledger import IncidentLine
from dateline.model import Bounds, Claim, DatePrecision, Event, Incident, Relation, Report, ReportedEvent, Role
from dateline.tolls import TOTAL, ReportedClaims, State, toll_as_of

_Value = TypeVar("_Value", bound=Hashable)
_FINEST_FIRST = (DatePrecision.DAY, DatePrecision.WEEK, DatePrecision.MONTH, DatePrecision.YEAR, DatePrecision.UNKNOWN)


def outline(
    incident: Incident, events: Sequence[ReportedEvent], origins: Mapping[str, str], seen: Mapping[str, date]
) -> IncidentLine:
    """Return the line of an incident: what most of the reports that are about it say, and its toll of today.

    ``origins`` gives the origin of each report that is a copy, ``seen`` the day on which each came into the ledger.
    """
    main = [one.event for one in events if one.event.role is Role.MAIN]
    told = main or [one.event for one in events]
    first, last = _days(told)
    event_type, sub_event_type = _commonest((e.event_type, e.sub_event_type) for e in told) or ("", "")
    places = ((p.name, p.admin1, p.country, p.country_code) for e in told if (p := e.location))
    place, admin1, country, country_code = _commonest(places) or (None, None, None, None)
    reports = {one.report.id for one in events}
    state = toll_as_of(reported_claims(events, origins, seen), date.max)
    return IncidentLine(
        id=incident.id, part_of=incident.part_of, first_day=first, last_day=last,
        place=place, admin1=admin1, country=country, country_code=country_code,
        event_type=event_type, sub_event_type=sub_event_type,
        killed=_total(state, "killed"), injured=_total(state, "injured"),
        reports=len(reports), sources=len({origins.get(report, report) for report in reports}), background=not main,
    )  # fmt: skip


def reports_of(events: Iterable[ReportedEvent]) -> list[Report]:
    """Return the reports that tell of events, each once."""
    return list({one.report.id: one.report for one in events}.values())


def reported_claims(
    events: Iterable[ReportedEvent], origins: Mapping[str, str], seen: Mapping[str, date]
) -> list[ReportedClaims]:
    """Return what each report claims of an incident, for the toll's history."""
    found = []
    for _, told in groupby(sorted(events, key=lambda one: one.key), key=lambda one: one.report.id):
        several = list(told)
        report = several[0].report
        claims = tuple(_joined(one.event.casualties for one in several))
        published = report.published or seen[report.id]
        origin = origins.get(report.id, report.id)
        found.append(ReportedClaims(report.id, published, report.publisher, origin, claims))
    return found


def _joined(lists: Iterable[Sequence[Claim]]) -> Iterable[Claim]:
    """Yield the claims of several events as one list, relations moved along."""
    before = 0
    for claims in lists:
        for claim in claims:
            relation = claim.relation
            yield replace(claim, relation=Relation(relation.kind, relation.claim + before)) if relation else claim
        before += len(claims)


def _days(events: Sequence[Event]) -> tuple[date | None, date | None]:
    """Return the days that most of the events give, of those that know them most exactly."""
    dated = [event for event in events if event.date_start]
    finest = min((_FINEST_FIRST.index(event.date_precision) for event in dated), default=None)
    days = (
        (event.date_start, event.date_end or event.date_start)
        for event in dated
        if _FINEST_FIRST.index(event.date_precision) == finest
    )
    return _commonest(days) or (None, None)


def _commonest(values: Iterable[_Value]) -> _Value | None:
    """Return the most frequent value, of several as frequent the first in order."""
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], str(value)), default=None)


def _total(state: State | None, status: str) -> Bounds | None:
    return state.toll[status][TOTAL] if state and status in state.toll else None
