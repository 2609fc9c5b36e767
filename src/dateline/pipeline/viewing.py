"""An incident as it was told until a moment: reports by origin, claims, toll and its history, judgements, edits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from dateline.ledger import Edit, IncidentLine, Ledger
from dateline.model import Judgement, Report, ReportedEvent
from dateline.pipeline.linkage import Linker, load_linker
from dateline.pipeline.outlines import reported_claims, reports_of
from dateline.tolls import State, toll_history

#: A day stands for its end, a time for itself.
Moment = date | datetime


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports that go back to one text: copies of one dispatch, or a report that is no copy."""

    id: str
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident with everything that the ledger has of it.

    ``origins`` are the independent sources in the order in which they appeared, ``states`` the history of the toll,
    ``seen`` the day on which each report came into the ledger. ``judgements`` hold those between its events, and those
    of people that keep other events out.
    """

    line: IncidentLine
    whole: IncidentLine | None
    parts: tuple[IncidentLine, ...]
    events: tuple[ReportedEvent, ...]
    origins: tuple[Origin, ...]
    states: tuple[State, ...]
    judgements: tuple[Judgement, ...]
    edits: tuple[Edit, ...]
    seen: dict[str, date]
    given_ids: dict[str, str]

    @property
    def reports(self) -> int:
        """How many reports tell of it."""
        return sum(len(origin.reports) for origin in self.origins)


def view_incident(
    ledger: Ledger, given: str, as_of: Moment | None = None, linker: Linker | None = None
) -> IncidentView:
    """Return the incident that an id, or the beginning of one, names, as the reports published until ``as_of`` tell it.

    Which events belong together is what is judged today: the moment decides what had been reported. Raises
    IncidentUnknown and IdAmbiguous.
    """
    linker = linker or load_linker()
    with ledger.reading() as reader:
        line = reader.incident(reader.find_incident(given))
        assert line is not None  # noqa: S101 - found in the same transaction
        keys = reader.members([line.id])
        events = reader.events(keys)
        ids = {one.report.id for one in events}
        seen = reader.seen(ids)
        out = [one for one in events if as_of is None or (one.report.published or seen[one.report.id]) <= _day(as_of)]
        origins = linker.find_origins(reports_of(out))
        return IncidentView(
            line=line,
            whole=reader.incident(line.part_of) if line.part_of else None,
            parts=tuple(reader.parts(line.id)),
            events=tuple(out),
            origins=_origins(out, origins, seen),
            states=toll_history(reported_claims(out, origins, seen)),
            judgements=tuple(reader.judgements_on(keys)),
            edits=tuple(reader.edits(ids | keys.keys())),
            seen=seen,
            given_ids=reader.given_ids(ids),
        )


def _origins(
    events: Iterable[ReportedEvent], origins: Mapping[str, str], seen: Mapping[str, date]
) -> tuple[Origin, ...]:
    """Return reports grouped by the text that they go back to, each group and the groups in order of time."""
    reports = sorted(
        {one.report.id: one.report for one in events}.values(), key=lambda r: (r.published or seen[r.id], r.id)
    )
    groups: dict[str, list[Report]] = {}
    for report in reports:
        groups.setdefault(origins.get(report.id, report.id), []).append(report)
    return tuple(Origin(id, tuple(several)) for id, several in groups.items())


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
